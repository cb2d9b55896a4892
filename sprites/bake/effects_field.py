"""Tools the effects share: value fields, snapped to a ramp with a 4x4 Bayer nudge. No blur, no free colours.

A field is a float array of shape (h, w). Its picture is made once, at the end, by `snap` or `shade`, so every
pixel is on a ramp of `sprites/puppets/effects.toml`.
"""

import itertools
import math
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from sprites.bake.sheet import Frame, Pixels, Point, Strip
from sprites.bake.targets import SPRITES

RAMPS_SOURCE = SPRITES / "puppets" / "effects.toml"
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16.0
KEY_LIGHT = np.array([-0.42, -0.74, 0.52])  # x right, y down, z to the viewer: from the upper left, as on puppets
NOWHERE = -9.0  # a field value below every threshold

Field = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Colour = tuple[int, int, int]
Ramp = tuple[Colour, ...]


@cache
def ramp(name: str) -> Ramp:
    table = tomllib.loads(RAMPS_SOURCE.read_text(encoding="utf-8"))["ramps"]
    return tuple((int(c[0:2], 16), int(c[2:4], 16), int(c[4:6], 16)) for c in table[name])


def bayer(height: int, width: int) -> Field:
    """Ordered thresholds 0 .. 15/16, tiled."""
    return np.tile(BAYER, (height // 4 + 1, width // 4 + 1))[:height, :width]


def offsets(height: int, width: int, x: float, y: float) -> tuple[Field, Field]:
    """Each pixel centre's distance from (x, y), across and down."""
    rows, columns = np.mgrid[0:height, 0:width]
    return columns + 0.5 - x, rows + 0.5 - y


def looping_noise(frames: int, height: int, width: int, scale: float, seed: int) -> Field:
    """Fractal noise of shape (frames, h, w), about -1 to 1, that loops in time and tiles in space."""
    dice = np.random.default_rng(seed)
    total = np.zeros((frames, height, width))
    for octave in range(3):
        sigma = (max(0.5, frames / 5) / (octave + 1), scale / 2**octave, scale / 2**octave)
        layer = ndimage.gaussian_filter(dice.standard_normal(total.shape), sigma, mode="wrap")
        total += layer / layer.std() / 1.8**octave
    return total / total.std() * 0.5


def clear(height: int, width: int) -> Pixels:
    return np.zeros((height, width, 4), np.uint8)


def snap(field: Field, colours: Ramp, thresholds: Sequence[float], dither: float = 0.08) -> Pixels:
    """One threshold a colour, dark to light; below the first one the picture is transparent."""
    pixels = clear(*field.shape)
    nudged = field + (bayer(*field.shape) - 0.5) * dither
    for threshold, colour in zip(thresholds, colours, strict=True):
        pixels[nudged > threshold] = (*colour, 255)
    return pixels


def even_thresholds(count: int, low: float = 0.04, high: float = 0.86) -> list[float]:
    return [low + (high - low) * index / (count - 1) for index in range(count)]


def lay(under: Pixels, over: Pixels) -> Pixels:
    """`over` painted on a copy of `under`."""
    result = under.copy()
    solid = over[..., 3] > 0
    result[solid] = over[solid]
    return result


def with_stamp(picture: Pixels, stamp: Pixels, pivot: tuple[int, int], point: Point) -> Pixels:
    """`stamp` laid over the picture, its pivot at `point`, cut at the edges."""
    layer = clear(*picture.shape[:2])
    left, top = round(point[0]) - pivot[0], round(point[1]) - pivot[1]
    rows = slice(max(0, top), max(0, min(layer.shape[0], top + stamp.shape[0])))
    columns = slice(max(0, left), max(0, min(layer.shape[1], left + stamp.shape[1])))
    layer[rows, columns] = stamp[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    return lay(picture, layer)


def without_lone_pixels(pixels: Pixels) -> Pixels:
    solid = pixels[..., 3] > 0
    company = np.zeros(solid.shape, int)
    for shift, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1)):
        company += np.roll(solid, shift, axis)
    kept = pixels.copy()
    kept[solid & (company == 0)] = 0
    return kept


def put(pixels: Pixels, x: float, y: float, colour: Colour) -> None:
    """One pixel, if it is on the canvas."""
    column, row = math.floor(x), math.floor(y)
    if 0 <= row < pixels.shape[0] and 0 <= column < pixels.shape[1]:
        pixels[row, column] = (*colour, 255)


def draw_line(pixels: Pixels, start: tuple[float, float], end: tuple[float, float], colour: Colour) -> None:
    steps = max(1, math.ceil(max(abs(end[0] - start[0]), abs(end[1] - start[1]))))
    for i in range(steps + 1):
        put(
            pixels,
            start[0] + (end[0] - start[0]) * i / steps,
            start[1] + (end[1] - start[1]) * i / steps,
            colour,
        )


def draw_path(pixels: Pixels, points: Iterable[tuple[float, float]], colour: Colour) -> None:
    for start, end in itertools.pairwise(points):
        draw_line(pixels, start, end, colour)


# ---- billows: smoke, dust and boiling fire


@dataclass(frozen=True, slots=True)
class Puff:
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Billow:
    """A cloud: its height over the picture plane in px, and how the key light meets it, about 0 to 1."""

    height: Field
    light: Field


def billow(shape: tuple[int, int], puffs: Sequence[Puff], noise: Field, roughness: float) -> Billow:
    """Puffs melted into one surface (a soft maximum, warped by noise), so that no ball shows."""
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]]
    warp_x, warp_y = noise * roughness, np.roll(noise, (5, 9), (0, 1)) * roughness
    across, down = columns + 0.5 + warp_x, rows + 0.5 + warp_y
    total = np.zeros(shape)
    for puff in puffs:
        if puff.radius < 0.6:
            continue
        inside = 1 - ((across - puff.x) ** 2 + (down - puff.y) ** 2) / puff.radius**2
        total += (puff.radius * np.sqrt(np.clip(inside, 0, 1))) ** 4
    height = total**0.25
    smooth = ndimage.gaussian_filter(height + noise * roughness * 0.5 * (height > 0), 0.8)
    slope_y, slope_x = np.gradient(smooth)
    length = np.sqrt(slope_x**2 + slope_y**2 + 1)
    facing = (-slope_x * KEY_LIGHT[0] - slope_y * KEY_LIGHT[1] + KEY_LIGHT[2]) / length
    return Billow(height, np.clip(facing, 0, 1))


def shade(cloud: Billow, colours: Ramp, visible: Mask, dither: float = 0.12) -> Pixels:
    """The cloud in its ramp, lit by the key light, where it is visible."""
    thresholds = [-1.0, *(0.24 + 0.62 * i / (len(colours) - 1) for i in range(1, len(colours)))]
    return without_lone_pixels(snap(np.where(visible, cloud.light, NOWHERE), colours, thresholds, dither))


def worn(cloud: Billow, noise: Field, wear: float, depth: float) -> Mask:
    """What is left of a cloud `depth` px deep as wear goes 0 to 1: it frays, thin edges first."""
    thickness = np.clip(cloud.height / depth, 0, 1)
    return (cloud.height > 0.4) & (thickness + noise * 0.55 > wear * 1.7 - 0.35)


# ---- strips


def centred(pixels: Pixels) -> Frame:
    return Frame(pixels, (pixels.shape[1] // 2, pixels.shape[0] // 2))


def mirrored(frame: Frame) -> Frame:
    """The other facing of a thing that shines by itself."""
    anchors = {name: (-x, y) for name, (x, y) in frame.anchors.items()}
    pivot = (frame.pixels.shape[1] - 1 - frame.pivot[0], frame.pivot[1])
    return Frame(np.ascontiguousarray(frame.pixels[:, ::-1]), pivot, anchors)


def both_facings(name: str, frames: Sequence[Frame], ticks: int, loop: bool = False) -> list[Strip]:
    return [
        Strip(f"{name}/right", tuple(frames), ticks, loop),
        Strip(f"{name}/left", tuple(mirrored(frame) for frame in frames), ticks, loop),
    ]
