"""Small tools for drawing the user interface pixel by pixel: palette, boxes, lines, outlines, pixel art."""

import itertools
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from sprites.bake.sheet import Frame, Pixels, Strip
from sprites.bake.targets import SPRITES

SOURCES = SPRITES / "ui"
Colour = tuple[int, int, int]
Mask = npt.NDArray[np.bool_]  # (h, w)
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16  # ordered dither, 0 to <1


def read_source(name: str) -> dict[str, Any]:
    """The drawing `sprites/ui/<name>.toml`."""
    return tomllib.loads((SOURCES / f"{name}.toml").read_text(encoding="utf-8"))


def rgb(code: str) -> Colour:
    """The colour of six hex digits."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


PALETTE: Mapping[str, Colour] = {name: rgb(code) for name, code in read_source("palette").items()}


def blank(width: int, height: int) -> Pixels:
    """An empty RGBA picture."""
    return np.zeros((height, width, 4), np.uint8)


def dither(height: int, width: int) -> npt.NDArray[np.float64]:
    """The dither thresholds of every pixel, 0 to <1."""
    return BAYER[np.arange(height)[:, None] % 4, np.arange(width)[None] % 4]


def opaque(colour: Colour | str) -> tuple[int, int, int, int]:
    return (*(PALETTE[colour] if isinstance(colour, str) else colour), 255)


def box(picture: Pixels, x: int, y: int, width: int, height: int, colour: Colour | str) -> None:
    picture[max(0, y) : y + height, max(0, x) : x + width] = opaque(colour)


def line(picture: Pixels, points: Sequence[Sequence[float]], colour: Colour | str) -> None:
    """A line one pixel wide through `points`."""
    paint = opaque(colour)
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        steps = int(max(abs(x1 - x0), abs(y1 - y0), 1))
        for step in range(steps + 1):
            x, y = round(x0 + (x1 - x0) * step / steps), round(y0 + (y1 - y0) * step / steps)
            if 0 <= x < picture.shape[1] and 0 <= y < picture.shape[0]:
                picture[y, x] = paint


def art(rows: Iterable[str], key: Mapping[str, Colour | str]) -> Pixels:
    """Pixel art: one letter of `key` a pixel, anything else is empty."""
    grid = [row for row in rows if row]
    picture = blank(max(map(len, grid)), len(grid))
    for y, row in enumerate(grid):
        for x, letter in enumerate(row):
            if letter in key:
                picture[y, x] = opaque(key[letter])
    return picture


def outlined(picture: Pixels, colour: Colour | str = "ink", *, corners: bool = False) -> Pixels:
    """The picture with a line of one pixel around it; it grows by a pixel on every side."""
    wider = np.pad(picture, ((1, 1), (1, 1), (0, 0)))
    solid = wider[..., 3] > 0
    structure = np.ones((3, 3)) if corners else None
    wider[ndimage.binary_dilation(solid, structure) & ~solid] = opaque(colour)
    return wider


def tones(light: npt.NDArray[np.float64], ramp: Sequence[str], mask: Mask, grain: float = 0.35) -> Pixels:
    """Light of 0 to 1 as colours of `ramp` (dark to light), dithered between them; empty outside `mask`."""
    height, width = mask.shape
    step = (light * len(ramp) + (dither(height, width) - 0.5) * grain).astype(int)
    picture = blank(width, height)
    picture[..., :3] = np.array([rgb(code) for code in ramp])[np.clip(step, 0, len(ramp) - 1)]
    picture[..., 3] = 255
    picture[~mask] = 0
    return picture


def paste(picture: Pixels, piece: Pixels, x: int, y: int) -> None:
    """Draws the solid pixels of `piece`, cut off at the picture's edges."""
    height, width = piece.shape[:2]
    left, top = max(0, x), max(0, y)
    right, bottom = min(picture.shape[1], x + width), min(picture.shape[0], y + height)
    if right <= left or bottom <= top:
        return
    part = piece[top - y : bottom - y, left - x : right - x]
    solid = part[..., 3] > 0
    picture[top:bottom, left:right][solid] = part[solid]


def still(name: str, picture: Pixels, pivot: tuple[int, int] = (0, 0)) -> Strip:
    """A strip of one frame that hangs by its top left corner, or by `pivot`."""
    return Strip(name, (Frame(picture, pivot),), 1)
