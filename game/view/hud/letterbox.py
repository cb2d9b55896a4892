"""While a script runs: two bars come in, the display steps out, and the key that skips is named."""

import pygame

from game.sim.events import Event
from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.sim.world import World
from game.view.controls import Control
from game.view.kit import Kit
from game.view.motion import ease_toward
from game.view.palette import PALETTE
from game.view.text import Align

BAR = 32  # px of each bar
TICKS = 24  # to come in or go out
HINT_AFTER = 60  # ticks of the script


class Letterbox:
    """`closed` runs from 0 (the game) to 1 (the film)."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.closed = 0.0
        self._age = 0

    def observe(self, world: World, events: list[Event]) -> None:
        running = bool(world.direction.script)
        self._age = self._age + 1 if running else 0
        self.closed = ease_toward(self.closed, 1.0 if running else 0.0, 1 / TICKS)

    def draw(self, canvas: pygame.Surface) -> None:
        height = round(BAR * self.closed * (2 - self.closed))
        if not height:
            return
        canvas.fill(PALETTE["ink"], (0, 0, VIEW_WIDTH, height))
        canvas.fill(PALETTE["ink"], (0, VIEW_HEIGHT - height, VIEW_WIDTH, height))
        if self._age > HINT_AFTER:
            skips = [self._kit.prompt(prompt) for prompt in self._kit.prompts.of(Control.SKIP)]
            top = VIEW_HEIGHT - BAR + 8
            word = self._kit.say("SKIP")
            self._kit.text(canvas, word, VIEW_WIDTH - 16, top + 4, "mist", Align.RIGHT)
            x = VIEW_WIDTH - 24 - self._kit.type.width(word)
            canvas.blits([(skip, (x - skip.get_width(), top)) for skip in skips])
