"""Wet ground: what stands above it, mirrored in its puddles, actors included.

The mirror is picked pixel by pixel through a baked screen and mixed in whole steps, so that nothing is blurred.
"""

import numpy as np
import numpy.typing as npt
import pygame

Pixels = npt.NDArray[np.uint32]  # 24-bit colours

STRETCH = 1.15  # px up for each px down
GAP = 2  # px above the ground's edge where the mirror begins
RIPPLE = 2.0  # px to either side
RIPPLE_TICKS = 9.0
MIRROR = 2  # wetness from which everything mirrors; below it only bright things do
BRIGHT = 0x6E  # a channel from here on is bright
HALF, QUARTER, EIGHTH = np.uint32(0x7F7F7F), np.uint32(0x3F3F3F), np.uint32(0x1F1F1F)
EMPTY: Pixels = np.zeros((0, 0), np.uint32)


class WetGround:
    """The wet part of a place's ground. `remember` it dry, then `draw` the mirror where it is still to be seen."""

    def __init__(self, wetness: pygame.Surface, top: int) -> None:
        """`wetness`: as baked by `wetness` in `ground_open.py`, wide as the place; `top`: its first screen row."""
        levels = pygame.surfarray.array2d(wetness)
        rows = np.flatnonzero((levels > 0).any(axis=0))
        self._first = int(rows[0])
        self._levels = levels[:, self._first : int(rows[-1]) + 1]
        self._top = top
        self._dry = EMPTY

    def remember(self, canvas: pygame.Surface, camera_y: int) -> None:
        """Keeps the ground as it is before any actor stands on it."""
        pixels = pygame.surfarray.pixels2d(canvas)
        self._dry = pixels[:, self._rows(canvas, camera_y)] & np.uint32(0xFFFFFF)

    def draw(self, canvas: pygame.Surface, camera_x: float, camera_y: int, tick: int) -> None:
        """Mirrors the canvas above the ground into it."""
        pixels = pygame.surfarray.pixels2d(canvas)
        rows = self._rows(canvas, camera_y)
        if rows.start == rows.stop:
            return
        left = round(camera_x)
        levels = self._levels[left : left + canvas.get_width(), : rows.stop - rows.start]
        ground = pixels[:, rows]
        seen = (ground & np.uint32(0xFFFFFF)) == self._dry
        x, y = np.nonzero((levels > 0) & seen[: len(levels)])
        edge = self._top - camera_y
        source_rows = (edge - GAP - (y + self._first) * STRETCH).astype(np.intp)
        shifted = np.rint(x + self._ripple(len(ground[0]), tick)[y]).astype(np.intp) % canvas.get_width()
        mirrored = pixels[shifted, np.maximum(0, source_rows)] & np.uint32(0xFFFFFF)
        own = ground[x, y]
        full = levels[x, y] == MIRROR
        strong = ((mirrored >> 1) & HALF) + ((mirrored >> 3) & EIGHTH) + ((own >> 2) & QUARTER)
        faint = ((mirrored >> 2) & QUARTER) + ((mirrored >> 3) & EIGHTH) + ((own >> 1) & HALF)
        kept = full | _bright(mirrored)
        ground[x[kept], y[kept]] = np.where(full, strong, faint)[kept]

    def _rows(self, canvas: pygame.Surface, camera_y: int) -> slice:
        """None where the camera looks over the ground."""
        height = canvas.get_height()
        first = min(height, self._top + self._first - camera_y)
        return slice(first, min(height, first + self._levels.shape[1]))

    def _ripple(self, rows: int, tick: int) -> npt.NDArray[np.float64]:
        """How far each row of the mirror is pushed aside; rain moves it all the time."""
        numbers = np.arange(rows)
        shift: npt.NDArray[np.float64] = RIPPLE * np.sin(numbers * 1.3 + tick / RIPPLE_TICKS) * (0.4 + numbers / rows)
        return shift


def _bright(colours: Pixels) -> npt.NDArray[np.bool_]:
    red, green, blue = colours >> np.uint32(16), (colours >> np.uint32(8)) & np.uint32(255), colours & np.uint32(255)
    bright: npt.NDArray[np.bool_] = np.maximum(np.maximum(red, green), blue) > np.uint32(BRIGHT)
    return bright
