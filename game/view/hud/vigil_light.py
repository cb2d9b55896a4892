"""The vigil's only gauge: the light in a child's hands, at the foot of the picture."""

import pygame

from game.sim.events import Event
from game.sim.world import World
from game.view.controls import Control
from game.view.hud.layout import HudLayout
from game.view.hud.plate import Plate
from game.view.kit import PLASMA, Kit, fill_bar, trough
from game.view.motion import ease_out
from game.view.palette import PALETTE

BAR_X, BAR_Y, BAR_WIDTH, BAR_HEIGHT = 36, 13, 176, 5  # px
PRESS_TICKS = 90  # the key stays down most of this
GLOW = (90, 60, 16)
OPEN_TICKS = 40


class VigilLight:
    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._plate = Plate(layout.light)
        self._light = 0.0
        self._age: int | None = None

    def observe(self, world: World, events: list[Event]) -> None:
        if not world.direction.holding:
            self._age = None
            return
        self._age = 0 if self._age is None else self._age + 1
        self._light = world.direction.light

    def draw(self, canvas: pygame.Surface, strength: float) -> None:
        if self._age is None:
            return
        filled = round(BAR_WIDTH * self._light)
        down = self._age % PRESS_TICKS < PRESS_TICKS * 4 // 5
        self._plate.show((filled, down, self._kit.prompts), lambda plate: self._paint(plate, filled, down))
        if filled and strength == 1.0:
            side = 24 + filled // 8
            glow = self._kit.glow(side, GLOW)
            middle = (self._plate.rect.x + BAR_X + filled, self._plate.rect.y + BAR_Y + 2)
            canvas.blit(glow, glow.get_rect(center=middle), special_flags=pygame.BLEND_RGB_ADD)
        self._plate.draw(canvas, strength * ease_out(self._age + 1, OPEN_TICKS))

    def _paint(self, plate: pygame.Surface, filled: int, down: bool) -> None:
        kit = self._kit
        kit.draw_prompts(plate, kit.prompts.of(Control.CLAW), 8, 6, down=down)
        trough(plate, BAR_X, BAR_Y, BAR_WIDTH, BAR_HEIGHT)
        fill_bar(plate, BAR_X, BAR_Y, filled, BAR_HEIGHT, PLASMA)
        for quarter in range(1, 4):
            plate.fill(PALETTE["slate"], (BAR_X + BAR_WIDTH * quarter // 4, BAR_Y - 3, 1, 2))
        if filled:
            plate.fill(PALETTE["white"], (BAR_X + filled - 1, BAR_Y - 1, 1, BAR_HEIGHT + 2))
