"""Top right: a ring of ticks that fills. The flower's oxygen, and in the finale the light he gathers."""

import math
from typing import Final

import numpy as np
import numpy.typing as npt
import pygame

from game.sim.components import Flower, FlowerState, GameraState
from game.sim.content.flower import OXYGEN_DANGER, OXYGEN_FULL
from game.sim.events import Event
from game.sim.world import World
from game.view.hud.layout import RING_SIDE, HudLayout
from game.view.hud.plate import Plate
from game.view.kit import Kit
from game.view.motion import blinks
from game.view.palette import PALETTE
from game.view.text import Align

SIDE = RING_SIDE  # px of its place
RING = 48  # px; it stands in the middle, its word below
TICKS = 28
GAP = 0.24  # share of a tick that parts it from the next
OUTER, INNER = 20.8, 14.2  # px from the middle
LIT_FROM, SHADED_TO = 18.8, 16.0
WARM_FROM = 70  # per cent of oxygen
BLINK = 40  # ticks, in danger

Tones = tuple[str, str, str]  # shade, body, light
COLD: Final[Tones] = ("teal", "aqua", "foam")
WARM: Final[Tones] = ("rust", "orange", "gold")
HOT: Final[Tones] = ("red", "rose", "blush")
LIGHT: Final[Tones] = ("orange", "gold", "cream")


def _geometry() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Distance from the middle in px, and the way round from the top (0 to 1), of every pixel [x, y]."""
    offset = np.arange(RING) - (RING - 1) / 2
    across, down = offset[:, None], offset[None]
    return np.hypot(across, down), np.arctan2(across, -down) / math.tau % 1


DISTANCE, TURN = _geometry()


def paint_ring(canvas: pygame.Surface, x: int, y: int, share: float, tones: Tones, notch: float | None = None) -> None:
    """The ring with its corner at (x, y), filled clockwise from the top; `notch` (0 to 1) marks a limit."""
    number = (TURN * TICKS).astype(int)
    band = (DISTANCE < OUTER) & (DISTANCE > INNER) & (TURN * TICKS - number >= GAP)
    lit = band & (number < round(share * TICKS))
    shade, body, light = tones
    layers = [
        (DISTANCE < 23.6, "ink"),
        (DISTANCE < 22.6, "slate"),
        (DISTANCE < 21.6, "abyss"),
        (band, "deep"),
        (lit, body),
        (lit & (DISTANCE > LIT_FROM), light),
        (lit & (DISTANCE < SHADED_TO), shade),
    ]
    if notch is not None:
        layers.append(((np.abs(TURN - notch) < 0.007) & (DISTANCE < 22.6) & (DISTANCE > 13), "rose"))
    for shape, colour in layers:
        mask = pygame.mask.Mask((RING, RING))
        for column, row in np.argwhere(shape):
            mask.set_at((int(column), int(row)))
        mask.to_surface(canvas, setcolor=PALETTE[colour], unsetcolor=None, dest=(x, y))


class OxygenRing:
    """Shown while a flower stands."""

    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._plate = Plate(layout.ring)
        self._percent: int | None = None
        self._tick = 0

    def observe(self, world: World, events: list[Event]) -> None:
        self._tick = world.tick
        self._percent = None
        for _, plant in world.entities.each(Flower):
            if plant.state in (FlowerState.ROOTED, FlowerState.LAUNCHED):
                self._percent = round(plant.oxygen)

    def draw(self, canvas: pygame.Surface, strength: float) -> None:
        percent = self._percent
        if percent is None:
            return
        bright = percent < OXYGEN_DANGER or blinks(self._tick, BLINK)
        self._plate.show((percent, bright, self._kit.language), lambda plate: self._paint(plate, percent, bright))
        self._plate.draw(canvas, strength)

    def _paint(self, plate: pygame.Surface, percent: int, bright: bool) -> None:
        danger = percent >= OXYGEN_DANGER
        tones = HOT if danger else WARM if percent >= WARM_FROM else COLD
        paint_ring(plate, 8, 0, percent / OXYGEN_FULL, tones, OXYGEN_DANGER / OXYGEN_FULL)
        self._kit.text(plate, str(percent), SIDE // 2 + 1, 20, "blush" if danger else "white", Align.CENTRE)
        self._kit.text(plate, self._kit.say("OXYGEN"), SIDE // 2, 52, tones[2] if bright else tones[0], Align.CENTRE)


class ManaRing:
    """Shown while he holds any of the light."""

    SHOWN_IN = frozenset({GameraState.LOOK_UP, GameraState.CHEST, GameraState.BEAM})

    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._plate = Plate(layout.ring)
        self._percent: int | None = None
        self._gathering = False
        self._tick = 0

    def observe(self, world: World, events: list[Event]) -> None:
        gamera = world.gamera
        self._tick = world.tick
        self._gathering = gamera.state in self.SHOWN_IN
        shown = world.stage.finale and (self._gathering or gamera.mana > 0) and gamera.state is not GameraState.ASCEND
        self._percent = int(100 * gamera.mana) if shown else None

    def draw(self, canvas: pygame.Surface, strength: float) -> None:
        percent = self._percent
        if percent is None:
            return
        bright = self._gathering and blinks(self._tick, BLINK)
        self._plate.show((percent, bright, self._kit.language), lambda plate: self._paint(plate, percent, bright))
        self._plate.draw(canvas, strength)

    def _paint(self, plate: pygame.Surface, percent: int, bright: bool) -> None:
        paint_ring(plate, 8, 0, percent / 100, LIGHT)
        self._kit.text(plate, str(percent), SIDE // 2 + 1, 20, "cream" if bright else "white", Align.CENTRE)
        self._kit.text(plate, self._kit.say("LIGHT"), SIDE // 2, 52, "cream" if bright else "gold", Align.CENTRE)
