"""The lines' numbers on the lines themselves, so that a key and a wire are one thing."""

import pygame

from game.sim.units import VIEW_WIDTH
from game.sim.world import World
from game.view.hud.circuit_cards import shown_state
from game.view.kit import Kit
from game.view.palette import PALETTE
from game.view.text import Align, Edge

SIZE = 13  # px
ABOVE_WIRE = 41  # px from the lowest conductor up to the tag: it hangs on the highest, clear of those who sit below
EDGE_MARGIN = 70  # px a tag keeps from the sides of the picture while its span is longer in view
SHORTEST = 60  # px of a span in view that earn a tag
COLOURS = {
    "off": "steel",
    "live": "volt2",
    "hot": "orange",
    "ready": "gold",
    "surge": "white",
    "tripped": "rose",
    "broken": "rose",
}


def draw_line_tags(canvas: pygame.Surface, kit: Kit, world: World, camera_x: float) -> None:
    """A numbered plate over every span in view, in the colour of its circuit's state."""
    left = int(camera_x)
    for circuit, a, b in world.lines.spans:
        x0 = max(int(world.stage.pylon[a].x), left)
        x1 = min(int(world.stage.pylon[b].x), left + VIEW_WIDTH)
        if x1 - x0 < SHORTEST:
            continue
        middle = (x0 + x1) // 2
        x = min(VIEW_WIDTH - EDGE_MARGIN, max(EDGE_MARGIN, middle - left))
        y = int(world.wire_y[min(len(world.wire_y) - 1, x + left)]) - ABOVE_WIRE
        if y < 0:
            continue
        colour = COLOURS[shown_state(world.grid.circuits[circuit])]
        plate = pygame.Rect(x - SIZE // 2, y - SIZE // 2, SIZE, SIZE)
        canvas.fill(PALETTE["ink"], plate)
        pygame.draw.rect(canvas, PALETTE[colour], plate, 1)
        kit.text(canvas, str(circuit + 1), x + 1, y - 3, colour, Align.CENTRE, edge=Edge.NONE)
