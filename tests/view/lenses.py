"""What a layer needs to draw alone."""

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.art import load_glows
from game.view.lens import Lens
from game.view.lights import Lights


def lens_at(left: int, alpha: float = 1.0) -> Lens:
    """A black canvas whose left edge is at world x `left`."""
    canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), 0, 32)
    return Lens(canvas, left, 0, alpha, Lights(load_glows()))


def pixels_drawn(lens: Lens) -> int:
    """How many pixels are no longer black."""
    return int((pygame.surfarray.array3d(lens.canvas).sum(axis=2) > 0).sum())
