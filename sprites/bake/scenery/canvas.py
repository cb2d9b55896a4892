"""A canvas of scenery pixels (material x tone) and the passes that finish a prop."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from sprites.bake.scenery.materials import (
    DEEP,
    FIRST_GLOWING,
    LIGHT,
    NUMBER,
    RIM,
    TONES,
    material_of,
    pixel,
    tone_of,
)

Point = tuple[float, float]
Ink = tuple[str, int]  # material and tone


class Canvas:
    """Shape (h, w) scenery pixels, 0 transparent. Coordinates may be fractional or outside: they are cut off."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = int(width), int(height)
        self.pixels: npt.NDArray[np.uint8] = np.zeros((self.height, self.width), np.uint8)
        self.wires: list[tuple[int, int]] = []  # where conductors hang
        self.lamps: list[tuple[int, int]] = []  # where light falls from
        self.beacons: list[tuple[int, int]] = []  # slow red warning lights

    def rect(self, x: float, y: float, width: float, height: float, material: str, tone: int) -> None:
        left, top = int(x), int(y)
        rows = slice(max(0, top), max(0, top + int(height)))
        self.pixels[rows, max(0, left) : max(0, left + int(width))] = pixel(material, tone)

    def dot(self, x: float, y: float, material: str, tone: int) -> None:
        column, row = int(x), int(y)
        if 0 <= column < self.width and 0 <= row < self.height:
            self.pixels[row, column] = pixel(material, tone)

    def line(self, start: Point, end: Point, material: str, tone: int, thickness: int = 1) -> None:
        """A line without holes; thickness counts columns."""
        (x0, y0), (x1, y1) = start, end
        steps = math.ceil(max(abs(x1 - x0), abs(y1 - y0))) + 1
        for i in range(steps):
            along = i / max(1, steps - 1)
            x, y = round(x0 + (x1 - x0) * along), round(y0 + (y1 - y0) * along)
            for extra in range(thickness):
                self.dot(x + extra, y, material, tone)

    def polygon(self, corners: Sequence[Point], material: str, tone: int) -> None:
        for y in range(max(0, int(min(c[1] for c in corners))), min(self.height, int(max(c[1] for c in corners)) + 1)):
            crossings = sorted(
                ax + (y + 0.5 - ay) * (bx - ax) / (by - ay)
                for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True)
                if (ay <= y + 0.5 < by) or (by <= y + 0.5 < ay)
            )
            for left, right in zip(crossings[::2], crossings[1::2], strict=True):
                self.rect(round(left), y, max(1, round(right) - round(left)), 1, material, tone)

    def disc(self, x: float, y: float, radius: float, material: str, tone: int) -> None:
        for row in range(-int(radius), int(radius) + 1):
            half = int(math.sqrt(max(0, radius * radius - row * row)) + 0.3)
            self.rect(x - half, y + row, 2 * half + 1, 1, material, tone)

    def stamp(self, x: int, y: int, rows: Sequence[str], key: Mapping[str, Ink]) -> None:
        """Hand-placed pixels: each letter found in `key` becomes its material and tone."""
        for j, row in enumerate(rows):
            for i, letter in enumerate(row):
                if letter in key:
                    self.dot(x + i, y + j, *key[letter])

    def paste(self, other: "Canvas", x: float, y: float) -> None:
        """Lays `other` on top, its wires, lamps and beacons included."""
        left, top = int(x), int(y)
        x0, y0 = max(0, left), max(0, top)
        x1, y1 = min(self.width, left + other.width), min(self.height, top + other.height)
        for own, theirs in (
            (self.wires, other.wires),
            (self.lamps, other.lamps),
            (self.beacons, other.beacons),
        ):
            own.extend((px + left, py + top) for px, py in theirs)
        if x1 <= x0 or y1 <= y0:
            return
        source = other.pixels[y0 - top : y1 - top, x0 - left : x1 - left]
        target = self.pixels[y0:y1, x0:x1]
        target[source > 0] = source[source > 0]

    def flipped(self) -> "Canvas":
        """Mirrored left to right."""
        result = Canvas(self.width, self.height)
        result.pixels = self.pixels[:, ::-1].copy()
        last = self.width - 1
        result.wires, result.lamps, result.beacons = (
            [(last - x, y) for x, y in points] for points in (self.wires, self.lamps, self.beacons)
        )
        return result

    def padded(self, left: int, top: int, right: int, bottom: int = 0) -> "Canvas":
        result = Canvas(self.width + left + right, self.height + top + bottom)
        result.paste(self, left, top)
        return result


def glows(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    return pixels >= FIRST_GLOWING


def with_tone(pixels: npt.NDArray[np.uint8], tone: npt.NDArray[np.int_] | int) -> npt.NDArray[np.uint8]:
    """The same materials in another tone."""
    return (1 + material_of(pixels) * TONES + tone).astype(np.uint8)


def rim(canvas: Canvas, side: int = -1) -> Canvas:
    """Lights the outer edges in place: tops get the rim tone, the flank toward `side` LIGHT, the far flank DEEP.

    Thin steel keeps its drawn tones, else lattices would turn into solid white.
    """
    pixels = canvas.pixels
    solid = pixels > 0
    above, left, right = (np.zeros_like(solid) for _ in range(3))
    above[1:] = solid[:-1]
    left[:, 1:], right[:, :-1] = solid[:, :-1], solid[:, 1:]
    if side > 0:
        left, right = right, left
    lit = solid & ~glows(pixels) & (material_of(pixels) != NUMBER["steel"])
    flank, far, top = lit & ~left, lit & ~right & left, lit & ~above
    pixels[flank] = with_tone(pixels, np.maximum(tone_of(pixels), LIGHT))[flank]
    pixels[far] = with_tone(pixels, DEEP)[far]
    pixels[top] = with_tone(pixels, RIM)[top]
    return canvas


def rimmed(canvas: Canvas, side: int = -1) -> Canvas:
    """A copy with lit edges and one pixel of air around, which the rim pass needs at the border."""
    return rim(canvas.padded(1, 1, 1), side)
