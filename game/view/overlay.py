"""The electromagnetic field over the picture: a window into the rules (F3, `shot --field`)."""

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

from game.sim.field import ROWS
from game.sim.soldiers import SoldierState
from game.sim.units import CELL, VIEW_HEIGHT, VIEW_WIDTH
from game.sim.world import World
from game.view.lens import Lens
from game.view.text import Edge, Typeface, text_width

LEVELS = (0.3, 0.7, 1.3, 2.6, 5.0)  # potential of live wires at which a band begins; 1.3 begins to peel clingers
BAND_COLOURS = ((10, 12, 30), (18, 30, 78), (24, 52, 124), (28, 84, 168), (52, 128, 206), (128, 190, 240))
CONTOUR = (168, 214, 255)
BAND_STRENGTH = 150  # of 255: the picture stays visible beneath
FINE = 4  # px; the potential is interpolated to points this far apart
ARROW_EVERY = 2  # cells
ARROW_LONGEST = 13.0  # px
ARROW_HALF_AT = 0.002  # slope that gives an arrow of half that length
WHITE = (255, 255, 255)
ARROW = (255, 214, 120)
STATE_COLOURS = {
    SoldierState.CRAWL: (140, 220, 120),
    SoldierState.FLY: (255, 255, 255),
    SoldierState.CLING: (255, 90, 90),
    SoldierState.PERCH: (255, 230, 60),
    SoldierState.STAGGER: (230, 140, 255),
    SoldierState.BURN: (255, 160, 60),
    SoldierState.FALL: (160, 160, 172),
}
LEGEND_X, LEGEND_Y, LEGEND_STEP = 8, 92, 12  # px; below the display
LEGEND_GROUND, LEGEND_MARGIN = (5, 5, 20, 216), 5  # nearly opaque; px around the words

Potential = npt.NDArray[np.float32]


class TickCost(NamedTuple):
    """Milliseconds that a tick of the rules took lately; 16.7 are there."""

    median: float
    worst: float


def draw_field(lens: Lens, world: World, typeface: Typeface, cost: TickCost | None = None) -> None:
    """Bands and contours of the wires' potential, the gradient as arrows, every soldier as a dot, a legend.

    A picture that must be the same every time has no `cost`.
    """
    _draw_bands(lens, world)
    _draw_arrows(lens, world)
    _draw_soldiers(lens, world)
    _draw_legend(lens, world, typeface, cost)


def potential_in_view(world: World, left: int, top: int) -> Potential:
    """The wires' potential at points FINE px apart, (columns, rows), bilinear between the field's cells."""
    field = world.field
    cells = field.potential.reshape(ROWS, field.columns)
    x = _cell_places(left, VIEW_WIDTH, field.columns)
    y = _cell_places(top, VIEW_HEIGHT, ROWS)
    column, row = x.astype(np.intp), y.astype(np.intp)
    along, down = (x - column)[:, None], (y - row)[None, :]
    corner = cells.T
    upper = corner[np.ix_(column, row)] * (1 - along) + corner[np.ix_(column + 1, row)] * along
    lower = corner[np.ix_(column, row + 1)] * (1 - along) + corner[np.ix_(column + 1, row + 1)] * along
    return np.asarray(upper * (1 - down) + lower * down, np.float32)


def _cell_places(start: int, length: int, count: int) -> Potential:
    """Where the view's points lie between the middles of cells; the field has a rim of one cell."""
    px = np.arange(start, start + length, FINE, dtype=np.float32) + FINE / 2
    return np.clip(px / CELL + np.float32(0.5), 0, count - 2).astype(np.float32)


def _draw_bands(lens: Lens, world: World) -> None:
    band = np.digitize(potential_in_view(world, lens.left, lens.top), LEVELS)
    edge = np.zeros(band.shape, np.bool_)
    edge[1:] |= band[1:] != band[:-1]
    edge[:, 1:] |= band[:, 1:] != band[:, :-1]
    colours = np.array([*BAND_COLOURS, CONTOUR], np.uint8)
    pixels = colours[np.where(edge, len(BAND_COLOURS), band)]
    veil = pygame.transform.scale_by(pygame.surfarray.make_surface(pixels), FINE)
    veil.set_alpha(BAND_STRENGTH)
    lens.canvas.blit(veil, (0, 0))


def _draw_arrows(lens: Lens, world: World) -> None:
    """Which way a soldier there is drawn, and how strongly."""
    field = world.field
    first = lens.left // CELL
    for row in range(0, VIEW_HEIGHT // CELL + 1, ARROW_EVERY):
        for column in range(first, first + VIEW_WIDTH // CELL + 2, ARROW_EVERY):
            if not 0 <= column < field.columns - 2:
                continue
            slope_x, slope_y = field.steering[:2, (row + 1) * field.columns + column + 1].tolist()
            steepness = math.sqrt(slope_x * slope_x + slope_y * slope_y)
            if steepness <= 0:
                continue
            length = ARROW_LONGEST * steepness / (steepness + ARROW_HALF_AT)
            x, y = lens.spot(column * CELL + CELL / 2, row * CELL + CELL / 2)
            tip = (x + slope_x / steepness * length, y + slope_y / steepness * length)
            pygame.draw.line(lens.canvas, ARROW, (x, y), tip)
            lens.canvas.fill(ARROW, (round(tip[0]) - 1, round(tip[1]) - 1, 2, 2))


def _draw_soldiers(lens: Lens, world: World) -> None:
    x, y = world.soldiers.position
    for state, colour in STATE_COLOURS.items():
        rows = np.flatnonzero((world.soldiers.state == state) & (x >= lens.left) & (x < lens.left + VIEW_WIDTH))
        for dot_x, dot_y in zip(x[rows].tolist(), y[rows].tolist(), strict=True):
            lens.canvas.fill(colour, (round(dot_x) - lens.left - 1, round(dot_y) - lens.top - 1, 2, 2))


def _draw_legend(lens: Lens, world: World, typeface: Typeface, cost: TickCost | None) -> None:
    counts = np.bincount(world.soldiers.state, minlength=len(STATE_COLOURS))
    lines = [(f"{state.name} {int(counts[state])}", colour) for state, colour in STATE_COLOURS.items()]
    lines.append((f"TICK {world.tick}", WHITE))
    if cost is not None:
        lines.append((f"{cost.median:.1f} MS, WORST {cost.worst:.1f}", WHITE))
    width = max(text_width(text) for text, _ in lines)
    ground = pygame.Surface((width + 2 * LEGEND_MARGIN, LEGEND_STEP * len(lines) + LEGEND_MARGIN), pygame.SRCALPHA)
    ground.fill(LEGEND_GROUND)
    lens.canvas.blit(ground, (LEGEND_X - LEGEND_MARGIN, LEGEND_Y - LEGEND_MARGIN))
    for number, (text, colour) in enumerate(lines):
        typeface.draw(lens.canvas, text, LEGEND_X, LEGEND_Y + LEGEND_STEP * number, colour, edge=Edge.OUTLINE)
