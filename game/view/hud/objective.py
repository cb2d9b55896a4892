"""What is to be done now, and how much of it is left: a line under the circuits.

A new one slides in, a met one is ticked off first.
"""

from collections import deque

import pygame

from game.sim.events import Event, ObjectiveMet, ObjectiveSet
from game.sim.units import VIEW_WIDTH
from game.sim.world import World
from game.view.hud.plate import Plate
from game.view.hud.progress import scene_progress
from game.view.hud.strip import OBJECTIVE_HEIGHT
from game.view.kit import Kit
from game.view.language import Sentence
from game.view.motion import blinks, ease_out
from game.view.palette import PALETTE
from game.view.text import GLYPH, WIDE_HEIGHT, fitted, text_width

MOST_WIDTH = 368  # px at scale 1
SLIDE_TICKS = 14
NEW_TICKS = 60  # it blinks this long
MET_TICKS = 110  # a met objective stays this long, ticked off
COUNTED_EVERY = 6  # ticks


def fitting_scale(text: str, wanted: int) -> int:
    """The largest scale up to `wanted` at which the line and its mark fit on the canvas."""
    return wanted if text_width(text, wanted) + 48 <= VIEW_WIDTH else 1


def _words_of(order: ObjectiveSet | ObjectiveMet) -> str:
    """In English; `kit.say` says them in the player's language."""
    if not order.wave:
        return order.text
    if not order.text:
        return Sentence("Wave {number}", number=order.wave)
    return Sentence("Wave {number}: {kind}", number=order.wave, kind=Sentence(order.text))


class ObjectiveLine:
    def __init__(self, kit: Kit, top: int) -> None:
        self._kit = kit
        self._plate = Plate(0, top, VIEW_WIDTH, OBJECTIVE_HEIGHT + WIDE_HEIGHT)
        self.scale = 1  # of its type, where the line has room for it
        self._text = ""  # in English
        self._left = ""  # seconds, or soldiers
        self._met = False
        self._age = 0
        self._waiting: deque[str] = deque(maxlen=4)

    def observe(self, world: World, events: list[Event]) -> None:
        self._age += 1
        for event in events:
            if isinstance(event, ObjectiveMet) and _words_of(event) == self._text:
                self._met, self._age = True, 0
            elif isinstance(event, ObjectiveSet):
                self._waiting.append(_words_of(event))
        if self._waiting and (not self._met or self._age >= MET_TICKS):
            self._text, self._met, self._age = self._waiting.popleft(), False, 0
        if self._met:
            self._left = ""
        elif world.tick % COUNTED_EVERY == 0:
            self._left = scene_progress(world)

    def draw(self, canvas: pygame.Surface, strength: float) -> None:
        if not self._text:
            return
        asked = fitted(self._kit.say(self._text).upper(), MOST_WIDTH)
        words = f"{asked}  {self._left}" if self._left else asked
        scale = fitting_scale(words, self.scale)
        width = text_width(words, scale) + 40
        shown = round(width * ease_out(self._age, SLIDE_TICKS)) if not self._met else width
        bright = self._age < NEW_TICKS and blinks(self._age, 20)
        left = (VIEW_WIDTH - width) // 2
        contents = (words, self._met, bright, scale)
        self._plate.show(contents, lambda plate: self._paint(plate, asked, left, width, bright, scale))
        self._plate.surface.set_alpha(round(255 * strength))
        canvas.blit(self._plate.surface, (left, self._plate.rect.top), (left, 0, shown, self._plate.rect.height))

    def _paint(self, plate: pygame.Surface, asked: str, left: int, width: int, bright: bool, scale: int) -> None:
        mark = "lime" if self._met else "cream" if bright else "gold"
        height = OBJECTIVE_HEIGHT + GLYPH * (scale - 1)
        self._kit.shade(plate, left, 0, width, height, "ink", 0.6)
        plate.fill(PALETTE[mark], (left, 0, 2, height))
        self._kit.text(plate, "✓" if self._met else "▶", left + 8, 3, mark)
        right = self._kit.text(plate, asked, left + 24, 3, "lime" if self._met else "white", scale=scale)
        self._kit.text(plate, self._left, right + 2 * GLYPH * scale, 3, "gold", scale=scale)
