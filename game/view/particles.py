"""Small things that fly: sparks, chunks, pieces of soldiers. NumPy columns, one `fblits` a draw."""

import numpy as np
import numpy.typing as npt
import pygame

from game.sim.units import GROUND_Y, SECONDS_PER_TICK, VIEW_WIDTH
from game.view.art import canvas_format
from game.view.lens import Lens
from game.view.sheets import Sheet

MOST = 1500
GRAVITY = 520.0  # px/s^2
DRAG = 0.985  # of the speed left after a tick
BOUNCE = 0.35  # of the fall's speed, once on the street
STREET_FROM, STREET_TO = 2, 34  # px below the ground line on which things come to rest, by luck
PIECES = {
    "soldier": ("soldier_piece/leg", "soldier_piece/wing", "soldier_piece/shard", "soldier_piece/blade"),
    "concrete": ("debris/concrete_1", "debris/concrete_2", "debris/steel_rod", "debris/steel_beam"),
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
SPARK_FADES = 3  # pictures of a spark, bright to dim
TUMBLE_TICKS = 4  # between two of a piece's quarter turns


class Particles:
    """At most MOST of them; when full, new ones are not born."""

    def __init__(self, sheet: Sheet, dice: np.random.Generator) -> None:
        self._dice = dice
        self._pictures: list[pygame.Surface] = []
        self._half: list[tuple[int, int]] = []
        self._kinds: dict[str, list[tuple[int, int]]] = {}  # kind: (first picture, how many) of each variant
        for kind, colours in SPARKS.items():
            self._kinds[kind] = [self._add([_dot(colour) for colour in colours])]
        for kind, names in PIECES.items():
            self._kinds[kind] = [self._add([frame.image for frame in sheet[name].frames]) for name in names]
        self._position = np.zeros((2, 0), np.float32)
        self._velocity = np.zeros((2, 0), np.float32)
        self._rest = np.zeros(0, np.float32)  # y at which it comes to rest
        self._weight = np.zeros(0, np.float32)
        self._age = np.zeros(0, np.int32)
        self._life = np.zeros(0, np.int32)
        self._first = np.zeros(0, np.int32)
        self._count = np.zeros(0, np.int32)
        self._tumbles = np.zeros(0, np.bool_)

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
        """`count` of a kind from one point, in all directions at up to `speed` px/s on top of `push`."""
        count = min(count, MOST - len(self._age))
        if count <= 0:
            return
        dice = self._dice
        angle = dice.uniform(0, 2 * np.pi, count)
        fast = speed * np.sqrt(dice.uniform(0.05, 1, count))
        variants = np.array(self._kinds[kind])[dice.integers(0, len(self._kinds[kind]), count)]
        self._position = _joined(self._position, np.full((2, count), [[x], [y]]))
        flight = [np.cos(angle) * fast + push[0], np.sin(angle) * fast + push[1]]
        self._velocity = _joined(self._velocity, np.array(flight))
        self._rest = _joined(self._rest, GROUND_Y + dice.uniform(STREET_FROM, STREET_TO, count))
        self._weight = _joined(self._weight, np.full(count, weight))
        self._age = np.concatenate([self._age, np.zeros(count, np.int32)])
        self._life = np.concatenate([self._life, (life * dice.uniform(0.5, 1.2, count)).astype(np.int32)])
        self._first = np.concatenate([self._first, variants[:, 0].astype(np.int32)])
        self._count = np.concatenate([self._count, variants[:, 1].astype(np.int32)])
        self._tumbles = np.concatenate([self._tumbles, np.full(count, kind in PIECES)])

    def step(self) -> None:
        """One tick."""
        if not len(self._age):
            return
        self._velocity *= DRAG
        self._velocity[1] += GRAVITY * SECONDS_PER_TICK * self._weight
        self._position += self._velocity * np.float32(SECONDS_PER_TICK)
        landed = self._position[1] > self._rest
        self._position[1] = np.where(landed, self._rest, self._position[1])
        self._velocity[1] = np.where(landed, -self._velocity[1] * BOUNCE, self._velocity[1])
        self._velocity[0] = np.where(landed, self._velocity[0] * BOUNCE, self._velocity[0])
        self._age += 1
        alive = self._age < self._life
        if not alive.all():
            self._position, self._velocity = self._position[:, alive], self._velocity[:, alive]
            for name in ("_rest", "_weight", "_age", "_life", "_first", "_count", "_tumbles"):
                setattr(self, name, getattr(self, name)[alive])

    def draw(self, lens: Lens) -> None:
        x, y = self._position
        seen = np.flatnonzero((x > lens.left - 16) & (x < lens.left + VIEW_WIDTH + 16))
        if not len(seen):
            return
        count, age = self._count[seen], self._age[seen]
        turned = age // TUMBLE_TICKS % count
        faded = np.minimum(count - 1, age * count // np.maximum(1, self._life[seen]))
        picture = self._first[seen] + np.where(self._tumbles[seen], turned, faded)
        left = np.rint(x[seen]).astype(np.intp) - lens.left
        top = np.rint(y[seen]).astype(np.intp) - lens.top
        lens.canvas.fblits(
            [
                (self._pictures[index], (px - self._half[index][0], py - self._half[index][1]))
                for index, px, py in zip(picture.tolist(), left.tolist(), top.tolist(), strict=True)
            ]
        )

    def __len__(self) -> int:
        return len(self._age)

    def _add(self, pictures: list[pygame.Surface]) -> tuple[int, int]:
        first = len(self._pictures)
        self._pictures += pictures
        self._half += [(picture.get_width() // 2, picture.get_height() // 2) for picture in pictures]
        return first, len(pictures)


def _dot(colour: tuple[int, int, int]) -> pygame.Surface:
    dot = pygame.Surface((2, 2), 0, canvas_format())
    dot.fill(colour)
    return dot


def _joined(column: npt.NDArray[np.float32], more: npt.NDArray[np.floating]) -> npt.NDArray[np.float32]:
    return np.concatenate([column, more.astype(np.float32)], axis=-1)
