"""How the world falls on the canvas in one frame."""

from dataclasses import dataclass

import pygame

from game.sim.units import VIEW_WIDTH
from game.view.lights import Lights


@dataclass(frozen=True, slots=True)
class Lens:
    """What every layer draws with: the canvas, the view's corner, the moment between two ticks, the frame's lights."""

    canvas: pygame.Surface
    left: int  # world x of the canvas's left edge
    top: int  # world y of its upper edge: 0 but for shake
    alpha: float  # 0: at the previous tick, 1: at the present one
    lights: Lights

    def sees(self, left: float, right: float) -> bool:
        """True if any of world x from `left` to `right` is in view."""
        return right >= self.left and left <= self.left + VIEW_WIDTH

    def spot(self, x: float, y: float) -> tuple[int, int]:
        """The canvas pixel of a world point."""
        return round(x) - self.left, round(y) - self.top

    def blit(self, picture: pygame.Surface, x: float, y: float, pivot_x: int, pivot_y: int) -> None:
        """Draws a picture so that its pivot lies on the world point."""
        self.canvas.blit(picture, (round(x) - self.left - pivot_x, round(y) - self.top - pivot_y))

    def light(self, colour: str, diameter: int, x: float, y: float, strength: float = 1.0) -> None:
        """Adds a round light at a world point, if it can be seen."""
        if self.sees(x - diameter / 2, x + diameter / 2):
            screen_x, screen_y = self.spot(x, y)
            self.lights.add(colour, diameter, screen_x, screen_y, strength)
