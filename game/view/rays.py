"""A beam from point to point: a level tile cut into slices, sheared and not turned, so that its pixels stay whole."""

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.art import KEY, canvas_format
from game.view.lens import Lens
from game.view.sheets import Strip

SLICE = 2  # px
FLOW = 7  # slices the beam's pattern runs in a tick
LIGHT_EVERY = 56  # px between two lights along it

Slices = tuple[pygame.Surface, ...]
Point = tuple[float, float]


class Ray:
    """A strip of level beam tiles, ready to be laid along any line."""

    def __init__(self, strip: Strip, more_rows: int = 0) -> None:
        """`more_rows` thickens the beam's core by so many px."""
        level = [_thickened(frame.image, more_rows) for frame in strip.frames]
        self._ticks = strip.ticks
        self._half = level[0].get_height() // 2
        self._columns = [_cut(picture, down=False) for picture in level]
        self._rows = [_cut(pygame.transform.rotate(picture, 90), down=True) for picture in level]

    def draw(self, lens: Lens, start: Point, end: Point, tick: int) -> None:
        """Draws it from `start` to `end`, world points; `tick` moves its pattern along."""
        (x0, y0), (x1, y1) = start, end
        flat = abs(x1 - x0) >= abs(y1 - y0)
        frames = self._columns if flat else self._rows
        slices = frames[tick // self._ticks % len(frames)]
        length = abs(x1 - x0) if flat else abs(y1 - y0)
        steps = int(length // SLICE)
        blits = []
        for step in range(steps):
            part = step / steps
            x, y = lens.spot(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part)
            if -SLICE - self._half <= x <= VIEW_WIDTH + self._half and -self._half <= y <= VIEW_HEIGHT + self._half:
                corner = (x, y - self._half) if flat else (x - self._half, y)
                blits.append((slices[(step - tick * FLOW) % len(slices)], corner))
        lens.canvas.fblits(blits)

    def light(self, lens: Lens, colour: str, start: Point, end: Point, strength: float) -> None:
        """Lights the air along it."""
        (x0, y0), (x1, y1) = start, end
        steps = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) // LIGHT_EVERY))
        for step in range(steps + 1):
            part = step / steps
            lens.light(colour, 160, x0 + (x1 - x0) * part, y0 + (y1 - y0) * part, strength)


def _thickened(picture: pygame.Surface, rows: int) -> pygame.Surface:
    """The tile with its middle row repeated `rows` times."""
    width, height = picture.get_size()
    middle = height // 2
    tall = pygame.Surface((width, height + rows), 0, canvas_format())
    tall.fill(KEY)
    tall.blit(picture, (0, 0), (0, 0, width, middle))
    for row in range(rows):
        tall.blit(picture, (0, middle + row), (0, middle, width, 1))
    tall.blit(picture, (0, middle + rows), (0, middle, width, height - middle))
    return tall


def _cut(picture: pygame.Surface, *, down: bool) -> Slices:
    width, height = picture.get_size()
    size = (width, SLICE) if down else (SLICE, height)
    slices = []
    for at in range(0, height if down else width, SLICE):
        piece = pygame.Surface(size, 0, canvas_format())
        piece.fill(KEY)
        piece.blit(picture, (0, 0), (0, at, *size) if down else (at, 0, *size))
        piece.set_colorkey(KEY)
        slices.append(piece)
    return tuple(slices)
