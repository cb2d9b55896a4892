"""How the Queen is blown apart: light runs through her in cracks, then the pieces between the cracks fly.

Everything is a function of the ticks since the beam broke her, so nothing needs to be kept but the pieces.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pygame

from game.sim.units import GROUND_Y, SECONDS_PER_TICK
from game.view.art import KEY, canvas_format
from game.view.lens import Lens
from game.view.sheets import Frame

CRACK_TICKS = 54  # she stands and cracks
PIECES = 30
STEPS = 9  # pictures of the growing cracks
TURN_STEP = 45  # degrees
GRAVITY = 260.0  # px/s^2; slower than life, for she is huge
CRACK_CORE, CRACK_EDGE = (255, 250, 214), (255, 176, 52)
REST_TICKS = 300  # after which the pieces on the street are gone
HIT = (-84.0, -80.0)  # px from her feet to where the beam meets her, facing left


@dataclass(frozen=True, slots=True)
class Piece:
    picture: pygame.Surface
    x: float  # px from her feet to its middle
    y: float
    vx: float  # px/s
    vy: float
    spin: float  # degrees a tick


class Breaking:
    """The pieces of one frame. Making it takes some 25 ms, once in a game."""

    def __init__(self, frame: Frame, facing: int, dice: np.random.Generator) -> None:
        self._frame = frame
        labels = _labels(frame, dice)
        self._cracks = _crack_pictures(labels, frame, facing)
        self._pieces = _pieces(labels, frame, facing, dice)
        self._turned: dict[tuple[int, int], pygame.Surface] = {}

    def draw(self, lens: Lens, x: float, y: float, age: int) -> None:
        """She, at `age` ticks, her feet at (x, y)."""
        if age < CRACK_TICKS:
            shiver = (age // 2 % 2 * 2 - 1) * (1 + age // 18)
            frame = self._frame
            lens.blit(frame.image, x + shiver, y, frame.pivot_x, frame.pivot_y)
            crack = self._cracks[min(STEPS - 1, age * STEPS // (CRACK_TICKS - 10))]
            lens.blit(crack, x + shiver, y, frame.pivot_x, frame.pivot_y)
            lens.light("orange", 160, x, y - 84, 0.3 + 0.7 * age / CRACK_TICKS)
            return
        seconds = (age - CRACK_TICKS) * SECONDS_PER_TICK
        if age < CRACK_TICKS + REST_TICKS:
            for number, piece in enumerate(self._pieces):
                self._draw_piece(lens, number, piece, x, y, seconds)

    def _draw_piece(self, lens: Lens, number: int, piece: Piece, x: float, y: float, seconds: float) -> None:
        lands = GROUND_Y + 6 + number % 5 * 7
        piece_x = x + piece.x + piece.vx * seconds
        piece_y = y + piece.y + piece.vy * seconds + GRAVITY * seconds * seconds / 2
        if piece_y > lands:
            fall = (-piece.vy + (piece.vy**2 + 2 * GRAVITY * (lands - y - piece.y)) ** 0.5) / GRAVITY
            piece_x, piece_y, seconds = x + piece.x + piece.vx * fall, lands, fall
        angle = round(piece.spin * seconds / SECONDS_PER_TICK / TURN_STEP) * TURN_STEP % 360
        picture = self._turn(number, angle)
        lens.blit(picture, piece_x, piece_y, picture.get_width() // 2, picture.get_height() // 2)
        if piece_y < lands and number % 3 == 0:
            lens.light("orange", 48, piece_x, piece_y, max(0.0, 0.8 - seconds * 0.5))

    def _turn(self, number: int, angle: int) -> pygame.Surface:
        key = number, angle
        if key not in self._turned:
            self._turned[key] = pygame.transform.rotate(self._pieces[number].picture, angle)
        return self._turned[key]


def _labels(frame: Frame, dice: np.random.Generator) -> npt.NDArray[np.intp]:
    """For every px (x, y) of the frame the number of its piece, -1 outside of her."""
    inside = pygame.mask.from_surface(frame.image)
    solid = pygame.surfarray.array2d(inside.to_surface(setcolor=(1, 1, 1), unsetcolor=(0, 0, 0))) & 1 > 0
    spots = np.argwhere(solid)
    seeds = spots[dice.choice(len(spots), PIECES, replace=False)]
    away = ((spots[:, None, :] - seeds[None]) ** 2).sum(axis=2)
    labels = np.full(solid.shape, -1, np.intp)
    labels[spots[:, 0], spots[:, 1]] = away.argmin(axis=1)
    return labels


def _crack_pictures(labels: npt.NDArray[np.intp], frame: Frame, facing: int) -> list[pygame.Surface]:
    """The edges between pieces, from where she was hit farther and farther."""
    edge = np.zeros(labels.shape, bool)
    edge[1:] |= (labels[1:] != labels[:-1]) & (labels[1:] >= 0) & (labels[:-1] >= 0)
    edge[:, 1:] |= (labels[:, 1:] != labels[:, :-1]) & (labels[:, 1:] >= 0) & (labels[:, :-1] >= 0)
    halo = edge.copy()
    halo[1:] |= edge[:-1]
    halo[:-1] |= edge[1:]
    halo &= labels >= 0
    across, down = np.indices(labels.shape)
    away = np.hypot(across - frame.pivot_x + HIT[0] * facing, down - frame.pivot_y - HIT[1])
    farthest = away[labels >= 0].max()
    pictures = []
    for step in range(1, STEPS + 1):
        near = away < farthest * step / STEPS
        picture = pygame.Surface(labels.shape, 0, canvas_format())
        picture.fill(KEY)
        pixels = pygame.surfarray.pixels3d(picture)
        pixels[halo & near] = CRACK_EDGE
        pixels[edge & near] = CRACK_CORE
        del pixels
        picture.set_colorkey(KEY)
        pictures.append(picture)
    return pictures


def _pieces(labels: npt.NDArray[np.intp], frame: Frame, facing: int, dice: np.random.Generator) -> tuple[Piece, ...]:
    source = pygame.surfarray.array3d(frame.image)
    pieces = []
    for number in range(PIECES):
        spots = np.argwhere(labels == number)
        (left, top), (right, bottom) = spots.min(axis=0), spots.max(axis=0) + 1
        picture = pygame.Surface((int(right - left), int(bottom - top)), 0, canvas_format())
        picture.fill(KEY)
        pixels = pygame.surfarray.pixels3d(picture)
        mine = labels[left:right, top:bottom] == number
        pixels[mine] = source[left:right, top:bottom][mine]
        del pixels
        picture.set_colorkey(KEY)
        x, y = (left + right) / 2 - frame.pivot_x, (top + bottom) / 2 - frame.pivot_y
        from_x, from_y = x + HIT[0] * facing, y - HIT[1]
        force = 1.4 + float(dice.uniform(0, 1.4))
        vx = from_x * force * 0.8 - facing * 40
        pieces.append(Piece(picture, x, y, vx, min(-60.0, from_y * force) - 90, float(dice.uniform(-9, 9))))
    return tuple(pieces)
