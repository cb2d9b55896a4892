"""How the Queen is blown apart: light runs through her in cracks, then the pieces between the cracks fly.

Pieces and cracks are baked (`sprites/bake/queen_breaking.py`) from the frame she stands in at her end.
Everything is a function of the ticks since the beam broke her, so nothing needs to be kept but the pieces' throw.
"""

from dataclasses import dataclass

import numpy as np
import pygame

from game.sim.units import GROUND_Y, SECONDS_PER_TICK
from game.view.art import mirrored
from game.view.lens import Lens
from game.view.sheets import Frame, Sheet

CRACK_TICKS = 54  # she stands and cracks
SPREAD_TICKS = CRACK_TICKS - 10  # after which every crack is open
TURN_STEP = 45  # degrees
GRAVITY = 260.0  # px/s^2; slower than life, for she is huge
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
    def __init__(self, sheet: Sheet, whole: Frame, facing: int, dice: np.random.Generator) -> None:
        """`sheet`: `queen_breaking`. `whole`: she, facing as given, in the pose the pieces were baked from."""
        self._frame = whole
        self._cracks = [_turned_to(facing, frame) for frame in sheet["crack"].frames]
        self._pieces = tuple(_thrown(_turned_to(facing, frame), facing, dice) for frame in sheet["piece"].frames)
        self._turned: dict[tuple[int, int], pygame.Surface] = {}

    def draw(self, lens: Lens, x: float, y: float, age: int) -> None:
        """She, at `age` ticks, her feet at (x, y)."""
        if age < CRACK_TICKS:
            shiver = (age // 2 % 2 * 2 - 1) * (1 + age // 18)
            step = min(len(self._cracks) - 1, age * len(self._cracks) // SPREAD_TICKS)
            for frame in (self._frame, self._cracks[step]):
                lens.blit(frame.image, x + shiver, y, frame.pivot_x, frame.pivot_y)
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


def _turned_to(facing: int, frame: Frame) -> Frame:
    return mirrored(frame) if facing > 0 else frame


def _thrown(frame: Frame, facing: int, dice: np.random.Generator) -> Piece:
    """Away from where the beam came in, and up."""
    x, y = frame.anchors["place"]
    from_x, from_y = x + HIT[0] * facing, y - HIT[1]
    force = 1.4 + float(dice.uniform(0, 1.4))
    vx = from_x * force * 0.8 - facing * 40
    return Piece(frame.image, x, y, vx, min(-60.0, from_y * force) - 90, float(dice.uniform(-9, 9)))
