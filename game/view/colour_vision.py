"""Colours for players who see fewer of them: every pixel of the picture is moved to one they can tell apart.

What a player with protan, deutan or tritan vision does not see of a colour is worked out (Machado et al. 2009, full
deficiency) and given back in channels that he does see (after Fidaner et al. 2005), by tables made once. Nothing in the
game is told by hue alone; this only makes it quicker.
"""

from functools import lru_cache
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pygame

Vision = Literal["usual", "protan", "deutan", "tritan"]
Rgb = npt.NDArray[np.float64]  # (..., 3), linear light, 0 to 1

# How linear light looks to each; rows are the red, green and blue seen.
SEEN: Final[dict[str, Rgb]] = {
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
# Where what is lost goes: rows are the channels that receive, columns those that were lost. Found by random search for
# the greatest least distance between what the game says by colour (lines, bars, foes, also against the night sky);
# `tests/view/test_colour_vision.py` measures it.
GIVEN_BACK: Final[dict[str, Rgb]] = {
    "protan": np.array([[-0.2, 1.3, -0.7], [0.1, 1.4, -0.9], [-0.1, 1.3, 0.8]]),
    "deutan": np.array([[-0.9, 0.5, -0.3], [0.0, 0.3, -1.0], [-0.9, -1.1, -0.8]]),
    "tritan": np.array([[0.1, -0.5, -0.1], [1.9, -0.1, -0.5], [-0.3, -0.7, -0.1]]),
}
BITS = 6  # of each channel that the table goes by; the other two are kept as they are
TOP = 8 - BITS
MASK = (1 << BITS) - 1
LOW = 0x010101 * ((1 << TOP) - 1)


def recoloured(source: pygame.Surface, target: pygame.Surface, vision: Vision) -> None:
    """Draws `source` into `target`, of the same size and format, in the colours of `vision`. Measured: 2.5 ms."""
    pixels = pygame.surfarray.pixels2d(source)
    place = pixels >> TOP & MASK | pixels >> 2 * TOP & MASK << BITS | pixels >> 3 * TOP & MASK << 2 * BITS
    pygame.surfarray.pixels2d(target)[:] = _table(vision)[place] | pixels & LOW


def seen(colours: Rgb, vision: str) -> Rgb:
    """How sRGB colours of 0 to 255 look to that vision."""
    return _screen(np.clip(_light(colours) @ SEEN[vision].T, 0, 1))


def shown(colours: Rgb, vision: str) -> Rgb:
    """sRGB colours of 0 to 255 as `recoloured` shows them, before they are rounded."""
    light = _light(colours)
    lost = light - np.clip(light @ SEEN[vision].T, 0, 1)
    return _screen(np.clip(light + lost @ GIVEN_BACK[vision].T, 0, 1))


@lru_cache(maxsize=3)
def _table(vision: Vision) -> npt.NDArray[np.uint32]:
    """The pixel (0xRRGGBB) for every colour of BITS bits a channel."""
    codes = np.arange(1 << 3 * BITS)
    channels = np.stack([codes >> 2 * BITS, codes >> BITS & MASK, codes & MASK], axis=-1)
    pixels = np.rint(shown(channels * (255 / MASK), vision)).astype(np.uint32) & ~np.uint32(LOW & 0xFF)
    table: npt.NDArray[np.uint32] = pixels[:, 0] << np.uint32(16) | pixels[:, 1] << np.uint32(8) | pixels[:, 2]
    return table


def _light(colours: Rgb) -> Rgb:
    level = np.asarray(colours, np.float64) / 255
    return np.where(level <= 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4)


def _screen(light: Rgb) -> Rgb:
    return 255 * np.where(light <= 0.0031308, light * 12.92, 1.055 * np.maximum(light, 0.0) ** (1 / 2.4) - 0.055)
