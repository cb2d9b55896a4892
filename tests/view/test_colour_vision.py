"""Recoloured, what the game says by colour can be told apart by those who see fewer of them."""

from itertools import combinations

import numpy as np
import pygame
import pytest

from game.view.colour_vision import SEEN, Rgb, Vision, recoloured, seen, shown
from game.view.palette import PALETTE
from game.view.wire_glow import LIVE, OVERHEATED, READY

LINES = {"live": LIVE.edge, "ready": READY.edge, "hot": OVERHEATED.edge, "off": (74, 82, 122)}
GOOD_AND_BAD = [("lime", "orange"), ("lime", "rose"), ("green", "red"), ("aqua", "rose"), ("volt2", "red")]
TOLD_APART = 30.0  # CIE 1976 difference; 2.3 is the least that can be seen side by side
WHITE = np.array((0.95047, 1.0, 1.08883))  # D65
TO_XYZ = np.array(((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)))


def lab(colours: Rgb) -> Rgb:
    """sRGB of 0 to 255 in CIE L*a*b*."""
    level = np.asarray(colours) / 255
    linear = np.where(level <= 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4)
    x, y, z = np.moveaxis(np.cbrt(np.maximum(linear @ TO_XYZ.T / WHITE, 1e-9)), -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def distance(one: tuple[int, int, int], other: tuple[int, int, int], vision: str) -> float:
    """Between two colours as they are recoloured and then seen."""
    both = np.array([one, other], float)
    first, second = lab(seen(shown(both, vision), vision))
    return float(np.linalg.norm(first - second))


@pytest.mark.parametrize("vision", SEEN)
def test_the_states_of_lines_are_told_apart(vision: str) -> None:
    for one, other in combinations(LINES.values(), 2):
        assert distance(one, other, vision) > TOLD_APART


@pytest.mark.parametrize("vision", SEEN)
def test_good_and_bad_are_told_apart(vision: str) -> None:
    for good, bad in GOOD_AND_BAD:
        assert distance(PALETTE[good], PALETTE[bad], vision) > TOLD_APART


@pytest.mark.parametrize("vision", SEEN)
def test_greys_stay_as_they_are(vision: str) -> None:
    greys = np.repeat(np.linspace(0, 255, 9)[:, None], 3, axis=1)
    assert np.abs(shown(greys, vision) - greys).max() < 2


@pytest.mark.parametrize("vision", SEEN)
def test_a_picture_is_recoloured_within_a_step_of_the_table(vision: Vision) -> None:
    source = pygame.Surface((16, 16), depth=32)
    pixels = np.random.default_rng(1).integers(0, 256, (16, 16, 3))
    pygame.surfarray.pixels3d(source)[:] = pixels
    target = source.copy()
    recoloured(source, target, vision)
    difference = np.abs(pygame.surfarray.array3d(target) - shown(pixels.astype(float), vision))
    assert np.median(difference) < 4
