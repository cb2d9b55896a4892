"""Over Gamera while he holds the flower or her horn: how far it has torn."""

import pygame

from game.sim.components import GameraState
from game.sim.events import Event
from game.sim.units import VIEW_WIDTH
from game.sim.world import World
from game.view.controls import Control
from game.view.hud.plate import Plate
from game.view.kit import PLASMA, Kit, fill_bar, trough
from game.view.motion import ease_out
from game.view.palette import PALETTE

WIDTH, HEIGHT = 112, 27  # px
ABOVE = 158  # px over his feet
HIGHEST = 78  # y; the display's own top lies above
BAR_X, BAR_Y, BAR_WIDTH, BAR_HEIGHT = 30, 12, 74, 6
PRESS_TICKS = 10  # the key goes down and up in this rhythm: faster than holding
OPEN_TICKS = 8


class GripMeter:
    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._plate = Plate(pygame.Rect(0, 0, WIDTH, HEIGHT))
        self._grip = 0.0
        self._age: int | None = None  # ticks it has been shown
        self._place = (0.0, 0.0)

    def observe(self, world: World, events: list[Event]) -> None:
        gamera, body = world.gamera, world.gamera_body
        if gamera.state is not GameraState.GRAPPLE:
            self._age = None
            return
        self._age = 0 if self._age is None else self._age + 1
        self._grip = gamera.grip
        self._place = body.x, body.y

    def draw(self, canvas: pygame.Surface, camera_x: float, strength: float) -> None:
        if self._age is None:
            return
        filled = round(BAR_WIDTH * min(1.0, self._grip))
        down = self._age % PRESS_TICKS < PRESS_TICKS // 2
        self._plate.show((filled, down, self._kit.prompts), lambda plate: self._paint(plate, filled, down))
        x, y = self._place
        left = round(x - camera_x) - WIDTH // 2
        self._plate.rect.topleft = (
            min(VIEW_WIDTH - WIDTH - 8, max(8, left)),
            max(HIGHEST, round(y) - ABOVE),
        )
        self._plate.draw(canvas, strength * ease_out(self._age + 1, OPEN_TICKS))

    def _paint(self, plate: pygame.Surface, filled: int, down: bool) -> None:
        kit = self._kit
        kit.frame(plate, 0, 0, WIDTH, HEIGHT, "gold" if filled > BAR_WIDTH * 3 // 4 else "panel", 0.86)
        kit.draw_prompts(plate, kit.prompts.of(Control.CLAW), 7, 5, down=down)
        trough(plate, BAR_X, BAR_Y - 1, BAR_WIDTH, BAR_HEIGHT)
        fill_bar(plate, BAR_X, BAR_Y - 1, filled, BAR_HEIGHT, PLASMA)
        for quarter in range(1, 4):
            plate.fill(PALETTE["ink"], (BAR_X + BAR_WIDTH * quarter // 4, BAR_Y - 1, 1, BAR_HEIGHT))
