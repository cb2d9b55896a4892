"""Small things that fly: sparks, chunks, pieces of soldiers. One NumPy table, one `fblits` a draw.

A tick may ask for hundreds of bursts, one a death, so they wait in a list and are born together in `settle`.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

from game.sim.units import GROUND_Y, SECONDS_PER_TICK, VIEW_WIDTH
from game.view.art import KEY, canvas_format
from game.view.lens import Lens
from game.view.sheets import Sheet

MOST = 1500
GRAVITY = 520.0  # px/s^2
DRAG = 0.985  # of the speed left after a tick
BOUNCE = 0.35  # of the fall's speed, once on the street
STREET_FROM, STREET_TO = 2, 34  # px below the ground line on which things come to rest, by luck
PIECES = {
    "soldier": ("soldier_piece/leg", "soldier_piece/wing", "soldier_piece/shard", "soldier_piece/blade"),
    "concrete": (
        "debris/concrete_1",
        "debris/concrete_2",
        "debris/concrete_3",
        "debris/steel_rod",
        "debris/steel_beam",
    ),
    "glass": ("debris/glass_1", "debris/glass_2"),
}
SPARKS = {
    "yellow": ((255, 244, 176), (255, 196, 72), (196, 96, 32)),
    "blue": ((240, 252, 255), (132, 200, 255), (44, 96, 208)),
    "fire": ((255, 228, 140), (255, 132, 44), (150, 40, 28)),
    "leaf": ((206, 228, 104), (124, 160, 52), (62, 84, 34)),
    "water": ((216, 236, 255), (112, 152, 204), (48, 72, 120)),
    "dust": ((150, 140, 150), (104, 96, 112), (66, 60, 80)),
}
SPARK_FADES = 3  # colours of a spark, bright to dim
DOTS = (2, 2, 1)  # px; a slow spark, by colour
STREAKS = (5, 4, 3)  # px; a fast one
STREAK_FROM = 75.0  # px/s
HEADINGS = ((1, 0), (1, 1), (0, 1), (1, -1))  # of a streak: level, down to the right, upright, up to the right
SPARK_SHAPES = 1 + len(HEADINGS)  # the dot first
STEEP = 2.4  # one part of the speed over the other from which a streak is level or upright
TUMBLE_TICKS = 4  # between two of a piece's quarter turns
TURNS = 4
RESTS_WITHIN = 0.5  # px above its place of rest at which a piece no longer tumbles
STRAGGLERS = 6  # the higher, the fewer fly at up to twice the speed of the others
SCATTER = {"soldier": (3, 3), "concrete": (20, 12), "glass": (20, 14)}  # px round the point in which they are born
MARGIN = 16  # px outside the view in which a piece may still show a corner

Floats = npt.NDArray[np.float32]
X, Y, VX, VY, REST, WEIGHT, AGE, LIFE, FIRST, TURN, SPARK = range(11)  # rows of the table; REST: y it comes to rest at


class Kind(NamedTuple):
    """Where a kind's pictures are: `variants` of them from `first` on, each `pictures` long."""

    first: int
    variants: int
    pictures: int
    scatter: tuple[int, int]
    spark: bool


class Burst(NamedTuple):
    """Particles to be born: the arguments of `Particles.burst`, flat."""

    kind: int
    x: float
    y: float
    births: int
    speed: float
    push_x: float
    push_y: float
    life: int
    weight: float


class Particles:
    """At most MOST of them; when full, new ones are not born."""

    def __init__(self, sheet: Sheet, dice: np.random.Generator) -> None:
        self._dice = dice
        self._pictures: list[pygame.Surface] = []
        self._kinds: dict[str, Kind] = {}
        for kind, colours in SPARKS.items():
            self._add(kind, [_spark_pictures(colours)], spark=True)
        for kind, names in PIECES.items():
            self._add(kind, [[frame.image for frame in sheet[name].frames] for name in names], spark=False)
        self._numbers = {name: number for number, name in enumerate(self._kinds)}
        kinds = self._kinds.values()
        self._first = np.array([kind.first for kind in kinds])
        self._variants = np.array([kind.variants for kind in kinds])
        self._length = np.array([kind.pictures for kind in kinds])
        self._scatter = np.array([kind.scatter for kind in kinds], np.float32).T
        self._spark = np.array([kind.spark for kind in kinds])
        self._half = np.array([[p.get_width() // 2, p.get_height() // 2] for p in self._pictures]).T
        self._table: Floats = np.zeros((SPARK + 1, 0), np.float32)
        self._bursts: list[Burst] = []

    def burst(
        self,
        kind: str,
        x: float,
        y: float,
        count: int,
        speed: float,
        *,
        push: tuple[float, float] = (0.0, -40.0),
        life: int = 50,
        weight: float = 1.0,
    ) -> None:
        """`count` of a kind from one point, in all directions at up to `speed` px/s on top of `push`.

        A few fly at up to twice that. They are there after the next `settle`. `life` in ticks, give or take; `weight` 1
        falls, below 0 rises.
        """
        if count > 0:
            self._bursts.append(Burst(self._numbers[kind], x, y, count, speed, *push, life, weight))

    def settle(self) -> None:
        """Lets everything be born that was asked for. Call once a tick, after the last burst."""
        if not self._bursts:
            return
        births = [burst.births for burst in self._bursts]
        asked = np.repeat(np.array(self._bursts).T, births, axis=1)[:, : MOST - len(self)]
        self._bursts.clear()
        self._table = np.concatenate([self._table, self._born(asked)], axis=1)

    def step(self) -> None:
        """One tick."""
        self.settle()
        table = self._table
        if not len(self):
            return
        table[VX : VY + 1] *= DRAG
        table[VY] += np.float32(GRAVITY * SECONDS_PER_TICK) * table[WEIGHT]
        table[X : Y + 1] += table[VX : VY + 1] * np.float32(SECONDS_PER_TICK)
        landed = np.flatnonzero(table[Y] > table[REST])
        table[Y, landed] = table[REST, landed]
        table[VY, landed] *= -BOUNCE
        table[VX, landed] *= BOUNCE
        table[AGE] += 1
        table[TURN] += table[Y] < table[REST] - RESTS_WITHIN
        alive = table[AGE] < table[LIFE]
        if not alive.all():
            self._table = table.compress(alive, axis=1)

    def draw(self, lens: Lens) -> None:
        x, y = self.position - (1 - lens.alpha) * SECONDS_PER_TICK * self._table[VX : VY + 1]
        seen = np.flatnonzero((x > lens.left - MARGIN) & (x < lens.left + VIEW_WIDTH + MARGIN))
        if not len(seen):
            return
        picture = _picture_index(self._table.take(seen, axis=1))
        half = self._half.take(picture, axis=1)
        left = np.rint(x[seen]).astype(np.intp) - (lens.left + half[0])
        top = np.rint(y[seen]).astype(np.intp) - (lens.top + half[1])
        chosen = map(self._pictures.__getitem__, picture.tolist())
        lens.canvas.fblits(zip(chosen, zip(left.tolist(), top.tolist(), strict=True), strict=True))

    @property
    def position(self) -> Floats:
        """World px, shape (2, count)."""
        return self._table[X : Y + 1]

    def __len__(self) -> int:
        return len(self._table[X])

    def _add(self, kind: str, variants: list[list[pygame.Surface]], *, spark: bool) -> None:
        first, length = len(self._pictures), len(variants[0])
        self._pictures += [picture for pictures in variants for picture in pictures]
        self._kinds[kind] = Kind(first, len(variants), length, SCATTER.get(kind, (0, 0)), spark)

    def _born(self, asked: npt.NDArray[np.float64]) -> Floats:
        """New columns of the table, one for each column of `asked`, whose rows are the fields of `Burst`."""
        kind_number, x, y, _, speed, push_x, push_y, life, weight = asked
        kind = kind_number.astype(np.intp)
        luck = self._dice.random((8, len(kind)), np.float32)
        angle = luck[0] * np.float32(2 * np.pi)
        fast = speed * (np.sqrt(0.05 + 0.95 * luck[1]) + luck[7] ** STRAGGLERS)
        scatter = self._scatter.take(kind, axis=1)
        born = np.zeros((SPARK + 1, len(kind)), np.float32)
        born[X] = x + scatter[0] * (2 * luck[2] - 1)
        born[Y] = y + scatter[1] * (2 * luck[3] - 1)
        born[VX] = np.cos(angle) * fast + push_x
        born[VY] = np.sin(angle) * fast + push_y
        born[REST] = GROUND_Y + STREET_FROM + (STREET_TO - STREET_FROM) * luck[4]
        born[WEIGHT] = weight
        born[LIFE] = np.floor(life * (0.5 + 0.7 * luck[5]))
        born[FIRST] = self._first[kind] + np.floor(luck[6] * self._variants[kind]) * self._length[kind]
        born[TURN] = np.floor(luck[1] * (TURNS * TUMBLE_TICKS))
        born[SPARK] = self._spark[kind]
        return born


def _picture_index(table: Floats) -> npt.NDArray[np.intp]:
    """Which picture each column shows: a spark by its age and speed, a piece by how far it has turned."""
    _, _, vx, vy, _, _, age, life, first, turn, spark = table
    across, down = np.abs(vx), np.abs(vy)
    heading = np.where(vx * vy > 0, 1, 3)
    heading[across > STEEP * down] = 0
    heading[down > STEEP * across] = 2
    shape = np.where(vx * vx + vy * vy > STREAK_FROM * STREAK_FROM, 1 + heading, 0)
    fade = np.minimum(SPARK_FADES - 1, age * SPARK_FADES // life)
    turned = turn // TUMBLE_TICKS % TURNS
    return np.asarray(first + np.where(spark, fade * SPARK_SHAPES + shape, turned), np.intp)


def _spark_pictures(colours: tuple[tuple[int, int, int], ...]) -> list[pygame.Surface]:
    """For each colour the dot, then the streaks; their ends are a step dimmer."""
    pictures = []
    for colour, dimmer, dot, streak in zip(colours, (*colours[1:], colours[-1]), DOTS, STREAKS, strict=True):
        pictures.append(_line(colour, colour, (1, 0), dot, dot))
        pictures += [_line(colour, dimmer, heading, streak if 0 in heading else streak - 1, 1) for heading in HEADINGS]
    return pictures


def _line(
    colour: tuple[int, int, int], ends: tuple[int, int, int], heading: tuple[int, int], length: int, thick: int
) -> pygame.Surface:
    """A line of `length` px across or along the diagonal, in a colour-keyed picture just as large."""
    dx, dy = heading
    picture = pygame.Surface((dx * (length - 1) + 1, max(thick, abs(dy) * (length - 1) + 1)), 0, canvas_format())
    picture.fill(KEY)
    for step in range(length):
        y = step * dy if dy >= 0 else length - 1 - step
        picture.fill(ends if step in (0, length - 1) else colour, (step * dx, y, 1, thick))
    picture.set_colorkey(KEY)
    return picture
