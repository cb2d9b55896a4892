"""Trails of smoke: puffs that grow, drift and thin out, melted into one lit body because their shadows come first.

All puffs are drawn in three passes (rim, body, lit top), so that where they overlap no rim is left between them.
"""

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

from game.sim.units import VIEW_WIDTH
from game.view.art import KEY, canvas_format
from game.view.lens import Lens

MOST = 700
Tones = tuple[tuple[int, int, int], ...]
GREY: Tones = ((44, 38, 58), (112, 104, 122), (176, 166, 172))  # rim, body, lit top
SOOT: Tones = ((22, 16, 30), (58, 48, 64), (108, 86, 84))
MORNING: Tones = ((86, 62, 84), (156, 120, 122), (232, 188, 142))
COOLER = 0.72  # of a tone's brightness that is left in old smoke
MOST_RADIUS = 18  # px
DRAG = 0.95  # of a puff's own speed left after a tick
LIGHT_X, LIGHT_Y = -0.22, -0.3  # of the radius: where the lit top sits, toward the light
LIT = 0.5  # of the radius that it fills
THINS_FROM = 0.62  # of its life at which a puff becomes a dither
FADES = 3  # whole, old, dithered
MARGIN = 24  # px outside the view

Floats = npt.NDArray[np.float32]
X, Y, VX, VY, AGE, LIFE, BORN, GROWN = range(8)


class Puff(NamedTuple):
    """What one trail is made of: radius in px at birth and at the end, life in ticks, scatter in px and px a tick."""

    born: float
    grown: float
    life: int
    scatter: float
    apart: float  # px between two puffs along the way


MISSILE_SMOKE = Puff(1.6, 5.5, 64, 0.9, 3.0)
FIREBALL_SMOKE = Puff(1.5, 4.5, 40, 2.2, 5.0)
CONTRAIL = Puff(1.0, 2.4, 46, 0.3, 4.0)


class Smoke:
    """`lay` puffs, `step` once a tick, `draw`."""

    def __init__(self, dice: np.random.Generator, tones: Tones) -> None:
        self._dice = dice
        self._table: Floats = np.zeros((GROWN + 1, 0), np.float32)
        self._pictures = _disc_pictures(tones)

    def lay(self, puff: Puff, start: tuple[float, float], end: tuple[float, float], size: float = 1.0) -> None:
        """Puffs along the way from `start` to `end`, `size` times as large as usual."""
        count = max(1, math.ceil(math.dist(start, end) / (puff.apart * size)))
        count = min(count, MOST - len(self))
        if count <= 0:
            return
        part = (np.arange(count, dtype=np.float32) + 1) / np.float32(count)
        luck = self._dice.uniform(-1, 1, (4, count)).astype(np.float32)
        born = np.zeros((GROWN + 1, count), np.float32)
        scatter = np.float32(puff.scatter * size)
        born[X] = start[0] + (end[0] - start[0]) * part + luck[0] * scatter
        born[Y] = start[1] + (end[1] - start[1]) * part + luck[1] * scatter
        born[VX : VY + 1] = luck[2:4] * scatter * np.float32(0.25)
        born[LIFE] = puff.life * (1 + 0.25 * luck[0])
        born[BORN], born[GROWN] = puff.born * size, puff.grown * size * (1 + 0.2 * luck[1])
        self._table = np.concatenate([self._table, born], axis=1)

    def step(self) -> None:
        """One tick."""
        table = self._table
        if not len(self):
            return
        table[VX : VY + 1] *= DRAG
        table[X : Y + 1] += table[VX : VY + 1]
        table[Y] -= np.float32(0.06)  # warm air rises
        table[AGE] += 1
        alive = table[AGE] < table[LIFE]
        if not alive.all():
            self._table = table.compress(alive, axis=1)

    def draw(self, lens: Lens) -> None:
        if not len(self):
            return
        seen = (self._table[X] > lens.left - MARGIN) & (self._table[X] < lens.left + VIEW_WIDTH + MARGIN)
        table = self._table.compress(seen, axis=1)
        share = table[AGE] / table[LIFE]
        radius = table[BORN] + (table[GROWN] - table[BORN]) * np.sqrt(share)
        fade = np.where(share > THINS_FROM, 2, np.where(share > THINS_FROM / 2, 1, 0))
        for tone in range(len(GREY)):
            self._draw_tone(lens, tone, table, radius, fade)

    def __len__(self) -> int:
        return len(self._table[X])

    def _draw_tone(self, lens: Lens, tone: int, table: Floats, radius: Floats, fade: npt.NDArray[np.intp]) -> None:
        reach = radius + 1 if tone == 0 else radius if tone == 1 else radius * np.float32(LIT)
        size = np.clip(np.rint(reach), 1, MOST_RADIUS).astype(np.intp)
        toward = np.float32(tone == len(GREY) - 1)
        x, y = table[X] + toward * LIGHT_X * radius, table[Y] + toward * LIGHT_Y * radius
        # Whole pairs of px of the world, so that the dithers of neighbours fall on one another.
        left = (np.rint(x).astype(np.intp) - size) // 2 * 2 - lens.left
        top = (np.rint(y).astype(np.intp) - size) // 2 * 2 - lens.top
        chosen = [self._pictures[tone, at, radius] for at, radius in zip(fade.tolist(), size.tolist(), strict=True)]
        lens.canvas.fblits(zip(chosen, zip(left.tolist(), top.tolist(), strict=True), strict=True))


def _disc_pictures(tones: Tones) -> dict[tuple[int, int, int], pygame.Surface]:
    """Discs by tone, fade and radius in px."""
    return {
        (tone, fade, radius): _disc(colour, fade, radius)
        for tone, colour in enumerate(tones)
        for fade in range(FADES)
        for radius in range(1, MOST_RADIUS + 1)
    }


def _disc(colour: tuple[int, int, int], fade: int, radius: int) -> pygame.Surface:
    side = 2 * radius + 1
    picture = pygame.Surface((side, side), 0, canvas_format())
    picture.fill(KEY)
    shade = [round(part * (COOLER if fade else 1)) for part in colour]
    pygame.draw.circle(picture, shade, (radius, radius), radius)
    if fade == FADES - 1:
        for y in range(side):
            for x in range(y % 2, side, 2):
                picture.set_at((x, y), KEY)
    picture.set_colorkey(KEY)
    return picture
