"""Falling snow, rain, ash and rising embers, as a function of camera and tick.

Every particle has a place of its own in a box as large as the view, thrown once by the weather's own dice; time and the
camera's way only move it round that box. Drawn into the canvas's pixels in a few array operations.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pygame

from game.sim.units import TICKS_PER_SECOND, VIEW_HEIGHT, VIEW_WIDTH

Pixels = npt.NDArray[np.uint32]  # 24-bit colours
Columns = npt.NDArray[np.intp]

FAR, NEAR = 0.62, 1.25  # share of the camera's way that particles behind and before the actors go; 1 on the ground

SPECK = ((0, 0),)
FLAKE = ((0, 0), (1, 0), (0, 1))
STAR = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
SPLASH_TICKS = 14
SPLASH_ROWS = (304, 352)  # screen rows of the ground on which drops burst
EMBER_COLOURS = (0xFFD060, 0xFF8C28, 0xD84018, 0xB8341C)
EMBER_GLOW = 0x50220A
GLOW_CROSS = ((1, 0), (-1, 0), (0, 1), (0, -1))
CHANNELS = 0xFEFEFE  # without the lowest bit of each channel, so that sums of halves never carry


@dataclass(frozen=True, slots=True)
class Kind:
    """Particles of one size: how they look and how they move."""

    count: int
    shape: Sequence[tuple[int, int]]  # px round the middle; the first one is drawn in `colour`, the others in `edge`
    colour: int
    edge: int
    fall: float  # px/s down
    wind: float  # px/s to the right
    sway: float  # px to either side
    beat: float  # radians/s of the sway


@dataclass(frozen=True, slots=True)
class Rain:
    count: int
    length: int  # px of a streak
    colour: int
    strength: int  # quarters of it that cover what is behind
    fall: float


SNOW_FAR = (
    Kind(330, SPECK, 0x5C6C90, 0, 26, -9, 3, 0.8),
    Kind(190, SPECK, 0xA8B4CC, 0, 38, -14, 5, 0.9),
)
SNOW_NEAR = (
    Kind(70, SPECK, 0xC8D4E8, 0, 52, -18, 6, 1.0),
    Kind(46, FLAKE, 0xF0F4FF, 0xA8B4CC, 66, -24, 8, 1.1),
    Kind(20, STAR, 0xF0F4FF, 0xA8B4CC, 84, -32, 10, 1.2),
)
ASH_FAR = (
    Kind(200, SPECK, 0x4C4846, 0, 11, -5, 6, 0.5),
    Kind(120, SPECK, 0x7C736E, 0, 16, -8, 8, 0.6),
)
ASH_NEAR = (
    Kind(60, ((0, 0), (1, 1)), 0xC8BEB4, 0x7C736E, 24, -12, 10, 0.7),
    Kind(16, ((0, 0), (1, -1), (-1, 1)), 0xD0C8C0, 0x6C6460, 32, -16, 12, 0.8),
)
RAIN_FAR = (Rain(190, 5, 0xE0C0A8, 1, 330), Rain(110, 9, 0xE0C0A8, 1, 430))
RAIN_NEAR = (Rain(36, 15, 0xE8D0BC, 2, 580),)
RAIN_SLANT = 0.28  # px to the left for each px of fall
RAIN_COLOUR = 0xE0C0A8
EMBERS = 70
EMBERS_FROM = 340.0  # row where they leave the ground
EMBER_RISE = 270.0  # px


class Weather:
    """All the weather of a place, which names it. Draw the far part before the actors and the near part after them."""

    def __init__(self, kinds: Sequence[str], seed: int = 1) -> None:
        """`kinds`: any of "snow", "rain", "ash", "embers". Raises KeyError for another word."""
        dice = np.random.default_rng(seed)
        layers = [_LAYERS[kind](dice) for kind in kinds]
        self._far = [layer for far, _ in layers for layer in far]
        self._near = [layer for _, near in layers for layer in near]

    def draw_far(self, canvas: pygame.Surface, camera_x: float, camera_y: float, tick: int) -> None:
        """Draws what falls behind the actors."""
        if self._far:
            _draw(canvas, self._far, camera_x, camera_y, tick)

    def draw_near(self, canvas: pygame.Surface, camera_x: float, camera_y: float, tick: int) -> None:
        """Draws what falls between the actors and the eye."""
        if self._near:
            _draw(canvas, self._near, camera_x, camera_y, tick)


class _Flakes:
    """Snow or ash of one kind."""

    def __init__(self, kind: Kind, depth: float, dice: np.random.Generator) -> None:
        self.depth = depth
        self._kind = kind
        self._x, self._y = dice.random(kind.count) * VIEW_WIDTH, dice.random(kind.count) * VIEW_HEIGHT
        self._phase = dice.random(kind.count) * math.tau
        self._pace = 0.75 + dice.random(kind.count) * 0.5

    def draw(self, pixels: Pixels, shift_x: float, shift_y: float, seconds: float) -> None:
        kind = self._kind
        sway = kind.sway * np.sin(self._phase + seconds * kind.beat)
        x = (self._x + kind.wind * self._pace * seconds + sway - shift_x) % VIEW_WIDTH
        y = (self._y + kind.fall * self._pace * seconds - shift_y) % VIEW_HEIGHT
        columns, rows = x.astype(np.intp), y.astype(np.intp)
        for dx, dy in kind.shape[1:]:
            pixels[(columns + dx) % VIEW_WIDTH, (rows + dy) % VIEW_HEIGHT] = kind.edge
        pixels[columns, rows] = kind.colour


class _Streaks:
    """Rain of one length: slanted strokes through which what is behind shows."""

    def __init__(self, rain: Rain, depth: float, dice: np.random.Generator) -> None:
        self.depth = depth
        self._rain = rain
        self._x, self._y = dice.random(rain.count) * VIEW_WIDTH, dice.random(rain.count) * VIEW_HEIGHT
        along = np.arange(rain.length)
        self._down, self._aside = along[None], (along * RAIN_SLANT)[None]

    def draw(self, pixels: Pixels, shift_x: float, shift_y: float, seconds: float) -> None:
        fallen = self._rain.fall * seconds
        y = (self._y + fallen - shift_y) % VIEW_HEIGHT
        x = (self._x - fallen * RAIN_SLANT - shift_x) % VIEW_WIDTH
        rows = (y[:, None] + self._down).astype(np.intp)
        columns = (x[:, None] - self._aside).astype(np.intp) % VIEW_WIDTH
        inside = rows < VIEW_HEIGHT
        _mix(pixels, columns[inside], rows[inside], self._rain.colour, self._rain.strength)


class _Splashes:
    """Drops that burst on the ground: a crown of two pixels that widens and is gone. They stay where they fell."""

    def __init__(self, count: int, dice: np.random.Generator) -> None:
        self.depth = 1.0
        self._x, self._y = dice.random(count) * VIEW_WIDTH, dice.integers(*SPLASH_ROWS, count)
        self._start = dice.integers(0, SPLASH_TICKS, count)

    def draw(self, pixels: Pixels, shift_x: float, shift_y: float, seconds: float) -> None:
        time = round(seconds * TICKS_PER_SECOND) + self._start
        round_number, age = np.divmod(time, SPLASH_TICKS)
        x = ((self._x + round_number * 211 - shift_x) % VIEW_WIDTH).astype(np.intp)
        y = (self._y + round_number * 7 % 5 - shift_y).astype(np.intp)
        width = 1 + age // 5 + (y - SPLASH_ROWS[0]) // 24
        shown = (age < SPLASH_TICKS // 2) & (y < VIEW_HEIGHT)  # the view may look up from the street
        x, y, width, age = x[shown], y[shown], width[shown], age[shown]
        for side in (-1, 1):
            _mix(pixels, (x + side * width) % VIEW_WIDTH, y - (age < 4), RAIN_COLOUR, 2)
        _mix(pixels, x, y - 2 - (age > 3), RAIN_COLOUR, 2)


class _Embers:
    """Sparks that rise from fires, wander and go out."""

    def __init__(self, count: int, depth: float, dice: np.random.Generator) -> None:
        self.depth = depth
        self._x = dice.random(count) * VIEW_WIDTH
        self._start, self._pace = dice.random(count), 0.06 + dice.random(count) * 0.10
        self._phase = dice.random(count) * math.tau
        self._colour = np.array(EMBER_COLOURS, np.uint32)[dice.integers(0, len(EMBER_COLOURS), count)]
        self._large = dice.random(count) < 0.25

    def draw(self, pixels: Pixels, shift_x: float, shift_y: float, seconds: float) -> None:
        risen = (self._start + self._pace * seconds) % 1.0
        x = self._x + 14 * np.sin(self._phase + risen * 9) + risen * 60 - shift_x
        y = EMBERS_FROM - risen**0.75 * EMBER_RISE - shift_y
        columns, rows = (x % VIEW_WIDTH).astype(np.intp), y.astype(np.intp) % VIEW_HEIGHT
        alight = np.sin(self._phase * 7 + seconds * 6) > risen * 1.6 - 1  # they flicker, and die toward the top
        large = alight & self._large
        aside, below = np.transpose(GLOW_CROSS)
        round_x = (columns[large, None] + aside) % VIEW_WIDTH
        round_y = (rows[large, None] + below) % VIEW_HEIGHT
        _add(pixels, round_x.ravel(), round_y.ravel(), EMBER_GLOW)
        pixels[columns[alight], rows[alight]] = self._colour[alight]


_Layer = _Flakes | _Streaks | _Splashes | _Embers


def _snow(dice: np.random.Generator) -> tuple[list[_Layer], list[_Layer]]:
    return [_Flakes(kind, FAR, dice) for kind in SNOW_FAR], [_Flakes(kind, NEAR, dice) for kind in SNOW_NEAR]


def _ash(dice: np.random.Generator) -> tuple[list[_Layer], list[_Layer]]:
    return [_Flakes(kind, FAR, dice) for kind in ASH_FAR], [_Flakes(kind, NEAR, dice) for kind in ASH_NEAR]


def _rain(dice: np.random.Generator) -> tuple[list[_Layer], list[_Layer]]:
    far: list[_Layer] = [*(_Streaks(rain, FAR, dice) for rain in RAIN_FAR), _Splashes(90, dice)]
    return far, [_Streaks(rain, NEAR, dice) for rain in RAIN_NEAR]


def _embers(dice: np.random.Generator) -> tuple[list[_Layer], list[_Layer]]:
    return [_Embers(EMBERS * 2 // 3, FAR, dice)], [_Embers(EMBERS // 3, NEAR, dice)]


_LAYERS = {"snow": _snow, "rain": _rain, "ash": _ash, "embers": _embers}


def _draw(canvas: pygame.Surface, layers: Sequence[_Layer], camera_x: float, camera_y: float, tick: int) -> None:
    pixels = pygame.surfarray.pixels2d(canvas)
    for layer in layers:
        layer.draw(pixels, camera_x * layer.depth, camera_y * layer.depth, tick / TICKS_PER_SECOND)


def _mix(pixels: Pixels, columns: Columns, rows: Columns, colour: int, quarters: int) -> None:
    """Covers these pixels with `quarters` (1 or 2) of a colour."""
    behind = pixels[columns, rows]
    half = (behind & np.uint32(CHANNELS)) >> np.uint32(1)
    if quarters == 2:
        pixels[columns, rows] = half + np.uint32((colour & CHANNELS) >> 1)
    else:
        quarter = (half & np.uint32(CHANNELS)) >> np.uint32(1)
        pixels[columns, rows] = half + quarter + np.uint32((colour >> 2) & 0x3F3F3F)


def _add(pixels: Pixels, columns: Columns, rows: Columns, colour: int) -> None:
    """Adds light, each channel cut at 255."""
    behind = pixels[columns, rows]
    total = np.zeros_like(behind)
    for shift in (0, 8, 16):
        channel = (behind >> np.uint32(shift)) & np.uint32(255)
        total |= np.minimum(channel + np.uint32((colour >> shift) & 255), np.uint32(255)) << np.uint32(shift)
    pixels[columns, rows] = total
