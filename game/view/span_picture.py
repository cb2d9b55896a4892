"""The wires of one span and the light along them as pictures, made anew only when they hang or shine otherwise.

They are made for the whole span, so that a view that moves costs nothing. Drawn point by point, two lines in view are
160 tiles of light and a dozen curves a frame.
"""

from collections.abc import Callable, Sequence

import pygame

from game.sim.rng import Floats
from game.sim.units import VIEW_WIDTH
from game.view.art import KEY, canvas_format
from game.view.conductors import Conductor, Points
from game.view.lens import Lens
from game.view.palette import Colour
from game.view.wire_glow import TILE_EVERY, TILE_WIDTH

REACH = 32  # px round the wires that their light may fill: half a tile of glow and more
LOOKS_KEPT = 12  # pictures at most; a charged line breathes through four or five

Paint = Callable[[pygame.Surface], None]


class SpanPicture:
    """Call `hang` once a frame, before the rest."""

    def __init__(self, conductors: Sequence[Conductor]) -> None:
        self._conductors = conductors
        self._wire_y: Floats | None = None  # as its pictures show it
        self._curves: list[Points] = []  # on the pictures, lowest first
        self._left = self._top = 0  # world px of their corner
        self._size = (0, 0)
        self._pictures: dict[object, pygame.Surface] = {}  # by look

    def hang(self, wire_y: Floats) -> None:
        """Follows the heights of the world's wires: another array whenever one of them has moved."""
        if wire_y is self._wire_y:
            return
        self._wire_y = wire_y
        curves = [conductor.curve(wire_y) for conductor in self._conductors]
        every_x, every_y = zip(*(point for curve in curves for point in curve), strict=True)
        self._left, self._top = min(every_x) - REACH, min(every_y) - REACH
        self._size = max(every_x) - self._left + REACH, max(every_y) - self._top + REACH
        self._curves = [[(x - self._left, y - self._top) for x, y in curve] for curve in curves]
        self._pictures.clear()

    def lowest(self, lens: Lens) -> Points:
        """Canvas points of the conductor soldiers sit on: those in view, and a point or two beyond."""
        return self._in_view(lens, self._curves[0])

    def in_view(self, lens: Lens) -> list[Points]:
        """The same of every conductor, lowest first."""
        return [self._in_view(lens, curve) for curve in self._curves]

    def draw_lines(self, lens: Lens, core: Colour, edge: Colour) -> None:
        """The conductors themselves, each with an edge below it."""

        def paint(picture: pygame.Surface) -> None:
            picture.fill(KEY)
            picture.set_colorkey(KEY, pygame.RLEACCEL)
            for curve in self._curves:
                draw_line(picture, curve, core, edge)

        picture = self._picture((core, edge), paint)
        lens.canvas.blit(picture, (self._left - lens.left, self._top - lens.top))

    def add_light(self, lens: Lens, tiles: Sequence[pygame.Surface], every: int = 1) -> None:
        """Light along the conductors, one tile of glow for each (lowest first), at one of `every` points."""

        def paint(picture: pygame.Surface) -> None:
            for curve, tile in zip(self._curves, tiles, strict=False):
                left, top = TILE_WIDTH // 2, tile.get_height() // 2
                picture.fblits([(tile, (x - left, y - top)) for x, y in curve[::every]], pygame.BLEND_RGB_ADD)

        picture = self._picture((*tiles, every), paint)
        lens.lights.add_picture(picture, self._left - lens.left, self._top - lens.top)

    def _in_view(self, lens: Lens, curve: Points) -> Points:
        right, down = self._left - lens.left, self._top - lens.top
        return [(x + right, y + down) for x, y in curve if -TILE_EVERY <= x + right <= VIEW_WIDTH + TILE_EVERY]

    def _picture(self, look: object, paint: Paint) -> pygame.Surface:
        if look not in self._pictures:
            if len(self._pictures) >= LOOKS_KEPT:
                self._pictures.clear()
            picture = pygame.Surface(self._size, 0, canvas_format())
            paint(picture)
            self._pictures[look] = picture
        return self._pictures[look]


def draw_line(canvas: pygame.Surface, curve: Points, core: Colour, edge: Colour) -> None:
    """One conductor, and an edge of a darker colour below it."""
    pygame.draw.lines(canvas, edge, False, [(x, y + 1) for x, y in curve])
    pygame.draw.lines(canvas, core, False, curve)
