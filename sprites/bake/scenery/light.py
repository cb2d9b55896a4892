"""Light and air over painted layers: haze, bloom, halos, and the snap to the place's palette.

Everything is mixed in a few dithered steps, never blurred.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from scipy.spatial import cKDTree

from sprites.bake.scenery.canvas import glows
from sprites.bake.scenery.materials import BASE, Colour, colours, tone_of
from sprites.bake.scenery.noise import Field, bayer

Picture = npt.NDArray[np.uint8]  # shape (h, w, 3)
Mask = npt.NDArray[np.bool_]

HAZE_STEPS = 8
GLOW_STEPS = 9
BLOOM_REACH = 5.0  # px


def in_bands(value: Field, ramp: npt.NDArray[np.float64]) -> Picture:
    """Values 0..1 as colours of a ramp of shape (n, 3), neighbours mixed by dither."""
    height, width = value.shape
    last = len(ramp) - 1
    index = np.floor(value * last + bayer(height, width) * 0.92 + 0.04).astype(int)
    return ramp[np.clip(index, 0, last)].astype(np.uint8)


@dataclass(frozen=True, slots=True)
class HazeBand:
    """Mist that lies in front of a layer: none at row `top`, `amount` at row `bottom`, none below it."""

    top: int
    bottom: int
    haze: Colour
    amount: float

    def over(self, picture: Picture, first_row: int) -> Picture:
        """The picture, whose top row is screen row `first_row`, seen through the band."""
        height, width = picture.shape[:2]
        rows = np.arange(height)[:, None] + first_row
        amount = np.clip((rows - self.top) / max(1, self.bottom - self.top), 0, 1) * self.amount
        amount = np.where(rows > self.bottom, 0, amount)
        share = (np.floor(amount * HAZE_STEPS + bayer(height, width, first_row) * 0.95) / HAZE_STEPS)[..., None]
        return (picture * (1 - share) + self.haze * share).astype(np.uint8)


def bloom(picture: Picture, pixels: npt.NDArray[np.uint8], reach: float, strength: float) -> Picture:
    """Lit windows and signs breathe onto what stands around them in their own layer."""
    bright = glows(pixels) & (tone_of(pixels) >= BASE)
    source = picture * bright[..., None] / 255.0
    light = np.stack([ndimage.gaussian_filter(source[..., c], reach, mode="constant") for c in range(3)], axis=2)
    light = np.minimum(light * strength, 0.5)
    screen = bayer(*pixels.shape)[..., None]
    stepped = np.floor(light * GLOW_STEPS * 2 + screen * 0.95) / (GLOW_STEPS * 2)
    lit = np.minimum(255, picture + stepped * 255 * ~bright[..., None]).astype(np.uint8)
    return np.where((pixels > 0)[..., None], lit, picture)


def halo(radius: int, tint: Colour, strength: float, flatness: float = 1.0) -> Picture:
    """A round (or, with flatness below 1, flattened) falloff on black, to be added to what is behind it."""
    half_height = max(2, int(radius * flatness))
    rows, columns = np.mgrid[-half_height:half_height, -radius:radius] + 0.5
    value = np.clip(1 - np.hypot(columns / radius, rows / half_height), 0, 1) ** 2 * strength
    stepped = np.floor(value * GLOW_STEPS + bayer(2 * half_height, 2 * radius) * 0.95) / GLOW_STEPS
    return np.minimum(255, stepped[..., None] * tint).astype(np.uint8)


def add(picture: Picture, light: Picture, x: int, y: int) -> None:
    """Adds `light` in place, its top left corner at (x, y), cut at the picture's border."""
    height, width = picture.shape[:2]
    x0, y0 = max(0, x), max(0, y)
    x1, y1 = min(width, x + light.shape[1]), min(height, y + light.shape[0])
    if x1 <= x0 or y1 <= y0:
        return
    target = picture[y0:y1, x0:x1]
    target[:] = np.minimum(255, target.astype(int) + light[y0 - y : y1 - y, x0 - x : x1 - x])


class MasterPalette:
    """The frozen colours of a place; every picture is snapped to them."""

    EYE = np.array([1, 1.25, 0.85])  # weight of red, green and blue in a colour's distance
    GAMMA = 0.8  # spreads the dark end, where night scenes live

    def __init__(self, master: Sequence[str]) -> None:
        self.colours = colours(list(master)).astype(np.uint8)
        self._tree = cKDTree(self._seen(self.colours))

    def _seen(self, rgb: npt.NDArray[np.uint8]) -> npt.NDArray[np.float64]:
        return (rgb / 255.0) ** self.GAMMA * self.EYE

    def indices(self, picture: Picture) -> npt.NDArray[np.uint8]:
        """Shape (h, w): the nearest master colour of every pixel."""
        flat = picture.reshape(-1, 3)
        distinct, inverse = np.unique(flat, axis=0, return_inverse=True)
        _, nearest = self._tree.query(self._seen(distinct))
        return nearest[inverse.reshape(-1)].astype(np.uint8).reshape(picture.shape[:2])
