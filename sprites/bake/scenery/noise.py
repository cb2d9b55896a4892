"""Ordered dither and smooth noise. All noise wraps around, so that drifting clouds meet their own tail."""

import numpy as np
import numpy.typing as npt
from scipy import ndimage

Field = npt.NDArray[np.float64]

BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16.0


def bayer(height: int, width: int, top: int = 0, left: int = 0) -> Field:
    """The 4 x 4 dither screen, 0..15/16, of shape (height, width); top and left shift its phase."""
    return BAYER[(np.arange(height)[:, None] + top) % 4, (np.arange(width)[None] + left) % 4]


def _normalised(field: Field) -> Field:
    return (field - field.min()) / (field.max() - field.min())


def noise_line(length: int, scale: float, octaves: int, seed: int) -> Field:
    """Shape (length,), 0..1; `scale` is the size of the largest bumps in px."""
    dice = np.random.default_rng(seed)
    total = np.zeros(length)
    for k in range(octaves):
        sigma = max(0.3, scale / 2**k)
        total += (
            ndimage.gaussian_filter1d(dice.standard_normal(length), sigma, mode="wrap") * scale**0.5 / 2 ** (k * 1.5)
        )
    return _normalised(total)


def noise_plane(width: int, height: int, scale_x: float, scale_y: float, octaves: int, seed: int) -> Field:
    """Shape (height, width), 0..1."""
    dice = np.random.default_rng(seed)
    total = np.zeros((height, width))
    for k in range(octaves):
        sigma = (max(0.4, scale_y / 2**k), max(0.4, scale_x / 2**k))
        total += ndimage.gaussian_filter(dice.standard_normal((height, width)), sigma, mode="wrap") / 4**k
    return _normalised(total)
