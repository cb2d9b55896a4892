"""Trails of smoke: puffs that grow, drift and thin out, melted into one lit body because their shadows come first.

All puffs are drawn in three passes (rim, body, lit top), so that where they overlap no rim is left between them.
"""

import math
from functools import cache
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
SOOT: Tones = ((26, 20, 32), (46, 38, 50), (76, 62, 64))
MORNING: Tones = ((86, 62, 84), (156, 120, 122), (232, 188, 142))
COOLER = 0.72  # of a tone's brightness that is left in old smoke
MOST_RADIUS = 18  # px
DRAG = 0.95  # of a puff's own speed left after a tick
LIGHT_X, LIGHT_Y = -0.6, -0.8  # toward the light
LIT_FROM, HALF_LIT_FROM = 0.55, 0.34  # of the radius, toward the light, from which it is lit; where one px in two is
RAGGED, FLAT = 0.3, 1.16  # shares of the radius: how far its edge strays, how much wider than high it is
MOTTLED = 0.3  # share of the radius by which the edge of its light strays
LARGE = 7.0  # px of radius
VARIANTS = 6  # of a puff's outline
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
FIREBALL_SMOKE = Puff(1.5, 5.0, 38, 1.4, 2.6)
CONTRAIL = Puff(1.0, 2.4, 46, 0.3, 4.0)


class Smoke:
    """`lay` puffs, `step` once a tick, `draw`."""

    def __init__(self, dice: np.random.Generator, tones: Tones) -> None:
        self._dice = dice
        self._table: Floats = np.zeros((GROWN + 1, 0), np.float32)
        self._tones = tones

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
        lit = tone == len(GREY) - 1
        variant = (table[LIFE] * 8).astype(np.intp) % VARIANTS
        if lit:  # were all the large ones lit, they would cover the bodies between them
            shown = (radius < LARGE) | (variant % 3 == 0)
            table, radius, fade, variant = table[:, shown], radius[shown], fade[shown], variant[shown]
        reach = radius + 1 if tone == 0 else radius
        size = np.clip(np.rint(reach), 1, MOST_RADIUS).astype(np.intp)
        # Whole pairs of px of the world, so that the dithers of neighbours fall on one another.
        left = (np.rint(table[X]).astype(np.intp) - size) // 2 * 2 - lens.left
        top = (np.rint(table[Y]).astype(np.intp) - size) // 2 * 2 - lens.top
        looks = zip(fade.tolist(), size.tolist(), variant.tolist(), strict=True)
        chosen = [_puff_picture(self._tones[tone], lit, *look) for look in looks]
        lens.canvas.fblits(zip(chosen, zip(left.tolist(), top.tolist(), strict=True), strict=True))


@cache
def _puff_picture(colour: tuple[int, int, int], lit: bool, fade: int, radius: int, variant: int) -> pygame.Surface:
    """A ragged cloud of about this radius; `lit` only its side toward the light."""
    side = 2 * radius + 1
    across, down = (np.mgrid[0:side, 0:side] - radius) / max(1, radius)
    turn = variant * math.tau / VARIANTS
    angle = np.arctan2(down, across) + turn
    ragged = RAGGED * (
        0.5 * np.sin(3 * angle + variant) + 0.3 * np.sin(5 * angle - 2 * variant) + 0.2 * np.sin(9 * angle)
    )
    inside = np.hypot(across, down * FLAT) + ragged < 1
    columns, rows = np.mgrid[0:side, 0:side]
    if lit:
        mottle = MOTTLED * np.sin(4.1 * across + 2 * turn) * np.sin(5.3 * down - turn)
        toward = across * LIGHT_X + down * LIGHT_Y + mottle
        inside &= (toward > LIT_FROM) | ((toward > HALF_LIT_FROM) & ((columns + rows) % 2 == 0))
    if fade == FADES - 1:
        inside &= (columns + rows) % 2 == 1
    picture = pygame.Surface((side, side), 0, canvas_format())
    shade = picture.map_rgb([round(part * (COOLER if fade else 1)) for part in colour])
    pygame.surfarray.blit_array(picture, np.where(inside, shade, picture.map_rgb(KEY)))
    picture.set_colorkey(KEY)
    return picture
