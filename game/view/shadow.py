"""Shadows of the two great ones: dark ovals on the street that tell how high they are."""

from functools import cache

import numpy as np
import pygame

from game.sim.units import GROUND_Y
from game.view.art import KEY, canvas_format
from game.view.lens import Lens

COLOUR = (12, 10, 26)
CORE = 0.74  # of its radius, within which it is solid; outside it is screened
SHRINKS = 300.0  # px of height at which nothing is left of it


def draw_shadow(lens: Lens, x: float, y: float, size: tuple[int, int]) -> None:
    """`x`, `y`: the feet of who throws it, in the world; `size`: px when they stand on the street."""
    share = max(0.0, 1 - (GROUND_Y - y) / SHRINKS)
    width, height = round(size[0] * share), round(size[1] * share)
    if height > 1:
        lens.canvas.blit(_oval(width, height), lens.spot(x - width / 2, GROUND_Y - height / 3))


@cache
def _oval(width: int, height: int) -> pygame.Surface:
    columns, rows = np.mgrid[0:width, 0:height]
    reach = np.hypot((columns - (width - 1) / 2) * 2 / width, (rows - (height - 1) / 2) * 2 / height)
    inside = (reach < CORE) | ((reach < 1) & ((columns + rows) % 2 == 0))
    picture = pygame.Surface((width, height), 0, canvas_format())
    pygame.surfarray.blit_array(picture, np.where(inside, picture.map_rgb(COLOUR), picture.map_rgb(KEY)))
    picture.set_colorkey(KEY)
    return picture
