"""The electromagnetic field over the picture: a window into the rules (F3, `shot --field`)."""

import math

import numpy as np
import pygame

from game.sim.soldiers import SoldierState
from game.sim.units import CELL, VIEW_HEIGHT, VIEW_WIDTH
from game.sim.world import World
from game.view.lens import Lens
from game.view.text import Typeface

BANDS = (
    (0.3, (24, 40, 96)),
    (0.7, (28, 70, 150)),
    (1.3, (34, 110, 200)),
    (2.6, (60, 160, 236)),
    (5.0, (150, 214, 255)),
)
ARROW_EVERY = 2  # cells
ARROW_LONGEST = 13.0  # px
WHITE = (255, 255, 255)
ARROW = (255, 214, 120)
STATE_COLOURS = {
    SoldierState.CRAWL: (140, 220, 120),
    SoldierState.FLY: (120, 180, 255),
    SoldierState.CLING: (255, 90, 90),
    SoldierState.PERCH: (255, 230, 120),
    SoldierState.STAGGER: (230, 140, 255),
    SoldierState.BURN: (255, 255, 255),
    SoldierState.FALL: (120, 120, 130),
}
BAND_STRENGTH = 96  # of 255


def draw_field(lens: Lens, world: World, typeface: Typeface) -> None:
    """Bands of the wires' potential, the gradient as arrows, every soldier as a dot by its state, a legend."""
    _draw_bands(lens, world)
    _draw_arrows(lens, world)
    _draw_soldiers(lens, world)
    _draw_legend(lens, world, typeface)


def _cells_in_view(lens: Lens) -> tuple[range, range]:
    first = lens.left // CELL
    return range(first, first + VIEW_WIDTH // CELL + 2), range(VIEW_HEIGHT // CELL + 1)


def _draw_bands(lens: Lens, world: World) -> None:
    field = world.field
    columns, rows = _cells_in_view(lens)
    veil = pygame.Surface((CELL, CELL))
    for row in rows:
        for column in columns:
            if not 0 <= column < field.columns - 2:
                continue
            potential = field.potential[(row + 1) * field.columns + column + 1]
            colours = [colour for least, colour in BANDS if potential >= least]
            if colours:
                veil.fill(colours[-1])
                veil.set_alpha(BAND_STRENGTH)
                lens.canvas.blit(veil, lens.spot(column * CELL, row * CELL))


def _draw_arrows(lens: Lens, world: World) -> None:
    field = world.field
    columns, rows = _cells_in_view(lens)
    for row in rows[::ARROW_EVERY]:
        for column in columns[::ARROW_EVERY]:
            if not 0 <= column < field.columns - 2:
                continue
            slope_x, slope_y = field.steering[(row + 1) * field.columns + column + 1, :2].tolist()
            steepness = math.sqrt(slope_x * slope_x + slope_y * slope_y)
            if steepness <= 0:
                continue
            length = ARROW_LONGEST * steepness / (steepness + 0.002)
            x, y = lens.spot(column * CELL + CELL / 2, row * CELL + CELL / 2)
            tip = (x + slope_x / steepness * length, y + slope_y / steepness * length)
            pygame.draw.line(lens.canvas, ARROW, (x, y), tip)
            lens.canvas.fill(ARROW, (round(tip[0]) - 1, round(tip[1]) - 1, 2, 2))


def _draw_soldiers(lens: Lens, world: World) -> None:
    x, y = world.soldiers.position
    for state, colour in STATE_COLOURS.items():
        rows = np.flatnonzero((world.soldiers.state == state) & (x >= lens.left) & (x < lens.left + VIEW_WIDTH))
        for dot_x, dot_y in zip(x[rows].tolist(), y[rows].tolist(), strict=True):
            lens.canvas.fill(colour, (round(dot_x) - lens.left - 1, round(dot_y) - lens.top - 1, 3, 3))


def _draw_legend(lens: Lens, world: World, typeface: Typeface) -> None:
    counts = np.bincount(world.soldiers.state, minlength=len(STATE_COLOURS))
    for line, (state, colour) in enumerate(STATE_COLOURS.items()):
        typeface.draw(lens.canvas, f"{state.name} {int(counts[state])}", 8, 92 + 12 * line, colour)
    typeface.draw(lens.canvas, f"TICK {world.tick}", 8, 92 + 12 * len(STATE_COLOURS), WHITE)
