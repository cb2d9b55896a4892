"""The foot's middle: the whole stage in a strip, with wires, swarm, flower, Gamera, Queen and what the view shows."""

import numpy as np
import pygame

from game.sim.components import Body, Flower, FlowerState, Queen, QueenState
from game.sim.power import CircuitState
from game.sim.soldiers import FIRST_DEAD
from game.sim.units import VIEW_WIDTH
from game.sim.world import World
from game.view.hud.circuit_cards import shown_state
from game.view.hud.layout import HudLayout
from game.view.hud.plate import Plate
from game.view.palette import PALETTE

MARGIN = 2  # px round the strip in its place
WIDTH, HEIGHT = 320, 10  # px of the strip
COLUMN = 2  # px of radar for each bar of the swarm
MOST_HEIGHT = 6
CROWDED = 5  # px of height from which a bar turns red
SOLDIERS_PER_PX = 3
REFRESH = 6  # ticks; the swarm is counted ten times a second
MARK_INSET = 2  # px that Gamera's mark keeps from the ends

WIRE_COLOURS = {
    "off": "slate",
    "live": "volt2",
    "hot": "orange",
    "ready": "gold",
    "surge": "white",
    "tripped": "rust",
    "broken": "red",
}


def _paint_flower(plate: pygame.Surface, x: int) -> None:
    """A head over a stem."""
    plate.fill(PALETTE["ink"], (x - 3, MARGIN + 1, 7, HEIGHT - 1))
    plate.fill(PALETTE["rose"], (x - 2, MARGIN + 2, 5, 3))
    plate.fill(PALETTE["white"], (x, MARGIN + 2, 1, 2))
    plate.fill(PALETTE["moss"], (x, MARGIN + 5, 1, HEIGHT - 5))


class Radar:
    def __init__(self, layout: HudLayout) -> None:
        self._plate = Plate(layout.radar)
        self._left, self._top = layout.radar.x + MARGIN, layout.radar.y + MARGIN
        self._refreshed = -REFRESH

    def draw(self, canvas: pygame.Surface, world: World, camera_x: float) -> None:
        if not 0 <= world.tick - self._refreshed < REFRESH:
            self._refreshed = world.tick
        states = tuple(shown_state(circuit) for circuit in world.grid.circuits)
        self._plate.show((self._refreshed, states), lambda plate: self._paint(plate, world, states))
        self._plate.draw(canvas)
        self._draw_view(canvas, world, camera_x)
        self._draw_gamera(canvas, world)

    def _paint(self, plate: pygame.Surface, world: World, states: tuple[str, ...]) -> None:
        plate.fill(PALETTE["ink"])
        plate.fill(PALETTE["slate"], (1, 1, WIDTH + 2, HEIGHT + 2))
        plate.fill(PALETTE["abyss"], (MARGIN, MARGIN, WIDTH, HEIGHT))
        self._paint_swarm(plate, world)
        self._paint_wires(plate, world, states)
        scale = WIDTH / world.stage.width
        if world.stage.line is not None:
            line_x = MARGIN + int(world.stage.line.x * scale)
            for y in range(0, HEIGHT, 3):
                plate.fill(PALETTE["rose"], (line_x, MARGIN + y, 1, 2))
        for _, plant, body in world.entities.each(Flower, Body):
            if plant.state is FlowerState.ROOTED:
                _paint_flower(plate, MARGIN + int(body.x * scale))
        for _, mother, body in world.entities.each(Queen, Body):
            if mother.state is QueenState.ABSENT:
                continue
            queen_x = MARGIN + int(body.x * scale)
            plate.fill(PALETTE["red"], (queen_x - 3, MARGIN + 4, 7, 6))
            plate.fill(PALETTE["rose"], (queen_x - 2, MARGIN + 2, 5, 4))
            plate.fill(PALETTE["volt3"], (queen_x - 1, MARGIN + 4, 3, 1))

    def _paint_swarm(self, plate: pygame.Surface, world: World) -> None:
        soldiers = world.soldiers
        alive = soldiers.position[0][soldiers.state < FIRST_DEAD]
        columns = WIDTH // COLUMN
        column = (alive * np.float32(columns / world.stage.width)).astype(np.int64)
        counts = np.bincount(np.clip(column, 0, columns - 1), minlength=columns)
        heights = np.minimum(MOST_HEIGHT, -(-counts // SOLDIERS_PER_PX))
        for number in np.flatnonzero(heights):
            height = int(heights[number])
            colour = "rose" if height >= CROWDED else "mist" if height > 1 else "steel"
            x = MARGIN + int(number) * COLUMN
            plate.fill(PALETTE[colour], (x, MARGIN + HEIGHT - height, 1, height))

    def _paint_wires(self, plate: pygame.Surface, world: World, states: tuple[str, ...]) -> None:
        scale = WIDTH / world.stage.width
        for circuit, left, right in world.lines.spans:
            x0, x1 = (MARGIN + int(world.stage.pylon[end].x * scale) for end in (left, right))
            state = states[circuit]
            plate.fill(PALETTE[WIRE_COLOURS[state]], (x0, MARGIN + 1, x1 - x0, 1))
            if world.grid.circuits[circuit].state is CircuitState.SURGING:
                plate.fill(PALETTE["volt2"], (x0, MARGIN, x1 - x0, 3))
                plate.fill(PALETTE["white"], (x0, MARGIN + 1, x1 - x0, 1))
            for x in (x0, x1):
                plate.fill(PALETTE["mist"], (x, MARGIN, 1, 3))

    def _draw_view(self, canvas: pygame.Surface, world: World, camera_x: float) -> None:
        """Brackets around what the view shows."""
        scale = WIDTH / world.stage.width
        left = self._left + max(0, int(camera_x * scale))
        right = self._left + min(WIDTH - 1, int((camera_x + VIEW_WIDTH) * scale))
        for x, foot in ((left, left), (right, right - 2)):
            canvas.fill(PALETTE["white"], (x, self._top - 1, 1, HEIGHT + 2))
            canvas.fill(PALETTE["white"], (foot, self._top - 1, 3, 1))
            canvas.fill(PALETTE["white"], (foot, self._top + HEIGHT, 3, 1))

    def _draw_gamera(self, canvas: pygame.Surface, world: World) -> None:
        along = world.gamera_body.x / world.stage.width
        x = self._left + min(WIDTH - 1 - MARK_INSET, max(MARK_INSET, int(along * WIDTH)))
        canvas.fill(PALETTE["ink"], (x - 3, self._top + 2, 7, 8))
        canvas.fill(PALETTE["moss"], (x - 2, self._top + 4, 5, 5))
        canvas.fill(PALETTE["lime"], (x - 1, self._top + 3, 3, 6))
        canvas.fill(PALETTE["lime"], (x, self._top + 2, 1, 1))
