"""Where the second player is: round the card of his line, and over the line itself."""

import pygame

from game.sim.units import VIEW_WIDTH
from game.sim.world import World
from game.view.hud.layout import card_places
from game.view.kit import Kit
from game.view.palette import PALETTE
from game.view.text import GLYPH, Align, Edge

COLOUR = "lime"
BELOW_WIRE = 8  # px from the wire down to the arrow; what is above it belongs to line tags and panels
EDGE_Y = 150  # of the arrow that points to a line out of view
MARGIN = 28  # px from the view's edge
CORNER = 7  # px of the brackets
BOB_TICKS = 16


def draw_second_cursor(canvas: pygame.Surface, kit: Kit, world: World, camera_x: float, circuit: int) -> None:
    """Below his line, or where it is to be found. `circuit` is its number, from 0."""
    spans = [(left - camera_x, right - camera_x) for left, right in spans_of(world, circuit)]
    shown = [
        (max(0.0, left), min(float(VIEW_WIDTH), right)) for left, right in spans if left < VIEW_WIDTH and right > 0
    ]
    bob = world.tick // BOB_TICKS % 2
    for left, right in shown:
        x = round(min(VIEW_WIDTH - MARGIN, max(MARGIN, (left + right) / 2)))
        column = min(len(world.wire_y) - 1, max(0, round(x + camera_x)))
        _draw_tag(canvas, kit, "▲", x, int(world.wire_y[column]) + BELOW_WIRE + bob)
    if spans and not shown:
        to_the_left = spans[0][0] < 0
        _draw_tag(canvas, kit, "◀" if to_the_left else "▶", MARGIN if to_the_left else VIEW_WIDTH - MARGIN, EDGE_Y)


def draw_second_card(canvas: pygame.Surface, circuits: int, circuit: int) -> None:
    """Brackets round the card of his line."""
    if circuit < circuits:  # the sandbox may have been taken back to a time with fewer lines
        _draw_brackets(canvas, card_places(circuits)[circuit].inflate(4, 4))


def spans_of(world: World, circuit: int) -> list[tuple[float, float]]:
    """World x of both ends of the circuit's spans."""
    found = zip(world.lines.circuit_of_span, world.lines.span_ends, strict=True)
    return [(float(left), float(right)) for number, (left, right) in found if number == circuit]


def _draw_tag(canvas: pygame.Surface, kit: Kit, arrow: str, x: int, y: int) -> None:
    kit.text(canvas, arrow, x, y, COLOUR, Align.CENTRE, edge=Edge.OUTLINE)
    kit.text(canvas, "P2", x, y + GLYPH + 2, COLOUR, Align.CENTRE, edge=Edge.OUTLINE)


def _draw_brackets(canvas: pygame.Surface, place: pygame.Rect) -> None:
    for x in (place.left, place.right - 2):
        for y in (place.top, place.bottom - 2):
            along = x if x == place.left else place.right - CORNER
            down = y if y == place.top else place.bottom - CORNER
            canvas.fill(PALETTE[COLOUR], (along, y, CORNER, 2))
            canvas.fill(PALETTE[COLOUR], (x, down, 2, CORNER))
