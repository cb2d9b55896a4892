"""Additive light: everyone who shines adds to one list, drawn in one call near the end of a frame."""

import pygame

from game.view.art import Glows


class Lights:
    """The lights of one frame."""

    def __init__(self, glows: Glows) -> None:
        self.glows = glows
        self._blits: list[tuple[pygame.Surface, tuple[int, int]]] = []

    def add(self, colour: str, diameter: int, x: float, y: float, strength: float = 1.0) -> None:
        """A round light with its middle at screen (x, y)."""
        picture = self.glows.lit(colour, diameter, strength)
        if picture is not None:
            half = diameter // 2
            self._blits.append((picture, (int(x) - half, int(y) - half)))

    def add_picture(self, picture: pygame.Surface, left: int, top: int) -> None:
        """A black-backed picture of light at screen (left, top)."""
        self._blits.append((picture, (left, top)))

    def draw(self, canvas: pygame.Surface) -> None:
        """Adds all of them to the canvas and forgets them."""
        canvas.fblits(self._blits, pygame.BLEND_RGB_ADD)
        self._blits.clear()
