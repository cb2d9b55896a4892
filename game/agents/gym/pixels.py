"""What an agent sees of a game as a small picture, drawn straight from the world without pygame.

A quarter of the game's own size: 160 x 90 pixels show the 640 x 360 px around Gamera. One flat colour a thing. The
lowest rows are a plan of the whole stage, so that the lines out of view can be worked too.
"""

import numpy as np
import numpy.typing as npt

from game.sim.components import Block, Body, Flower, FlowerState, Helicopter, Queen, QueenState
from game.sim.content.city import BLOCKS
from game.sim.content.flower import HEIGHT as FLOWER_HEIGHT
from game.sim.content.grid import CHARGE_FULL
from game.sim.content.moves import FIREBALLS, FUEL_FULL, PLASMA_FULL
from game.sim.content.queen import HEIGHT as QUEEN_HEIGHT
from game.sim.content.queen import PATTERNS
from game.sim.content.queen import WIDTH as QUEEN_WIDTH
from game.sim.power import CircuitState
from game.sim.soldiers import FIRST_DEAD, SoldierState
from game.sim.stage import Stage
from game.sim.units import GROUND_Y, VIEW_HEIGHT, VIEW_WIDTH
from game.sim.world import World

Pixels = npt.NDArray[np.uint8]
Colour = tuple[int, int, int]

SCALE = 4  # px of the world a pixel
WIDTH, HEIGHT = VIEW_WIDTH // SCALE, VIEW_HEIGHT // SCALE
SHAPE = (HEIGHT, WIDTH, 3)
STREET = int(GROUND_Y) // SCALE  # the row feet stand on

# Rows of the foot, top down.
GAUGES = 78  # vitality, plasma, fuel, and how much of the line is spent: one row each
PLAN_LINES = 83  # state of the line above each place
PLAN_CHARGE = 84  # a bar as long as its charge
PLAN_HEAT = 85
PLAN_SWARM = slice(86, 88)  # brighter where there are more
PLAN_CAST = slice(88, 90)  # Gamera, the Queen, the flower, the city line
SWARM_BRIGHT = 16  # soldiers in one column of the plan that are as bright as can be

SKY: Colour = (12, 14, 32)
GROUND: Colour = (38, 34, 44)
FOOT: Colour = (0, 0, 0)
GAMERA: Colour = (90, 200, 90)
SHELL: Colour = (200, 220, 120)  # shelled: nothing bites
CLINGING: Colour = (120, 40, 60)
QUEEN: Colour = (230, 80, 200)
QUEEN_STRIKES: Colour = (255, 200, 240)
FLOWER: Colour = (240, 150, 60)
BLOCK_LIT: Colour = (110, 110, 140)
BLOCK_DARK: Colour = (50, 50, 70)
HELICOPTER: Colour = (150, 150, 150)
FIREBALL: Colour = (255, 170, 40)
CITY_LINE: Colour = (220, 30, 30)
SOLDIERS: dict[SoldierState, Colour] = {
    SoldierState.CRAWL: (150, 90, 110),
    SoldierState.FLY: (180, 70, 110),
    SoldierState.CLING: CLINGING,
    SoldierState.PERCH: (255, 240, 120),
    SoldierState.STAGGER: (110, 90, 100),
    SoldierState.BURN: (255, 255, 255),
    SoldierState.FALL: (80, 60, 70),
}
SOLDIER_COLOURS = np.array([SOLDIERS[state] for state in SoldierState], np.uint8)
WIRES: dict[CircuitState, Colour] = {
    CircuitState.OFF: (70, 70, 90),
    CircuitState.LIVE: (60, 200, 255),
    CircuitState.SURGING: (255, 255, 255),
    CircuitState.TRIPPED: (140, 60, 30),
    CircuitState.BROKEN: (60, 20, 20),
}
GAMERA_BOX = (22.0, 112.0)  # px: half his width, his height


class PixelObserver:
    """Draws the worlds of one stage: arrays of uint8, (90, 160, 3)."""

    def __init__(self, stage: Stage) -> None:
        self._backdrop = np.empty(SHAPE, np.uint8)
        self._backdrop[:STREET] = SKY
        self._backdrop[STREET:GAUGES] = GROUND
        self._backdrop[GAUGES:] = FOOT
        self._plan_scale = WIDTH / stage.width
        self._plan_of_px = np.minimum((np.arange(stage.width) * self._plan_scale).astype(np.intp), WIDTH - 1)

    def draw(self, world: World) -> Pixels:
        """A new picture."""
        image = self._backdrop.copy()
        left = min(max(0.0, world.gamera_body.x - VIEW_WIDTH / 2), float(world.stage.width - VIEW_WIDTH))
        self._draw_blocks(image, world, left)
        self._draw_wires(image, world, int(left))
        self._draw_cast(image, world, left)
        self._draw_soldiers(image, world, left)
        self._draw_gauges(image, world)
        self._draw_plan(image, world)
        return image

    def _draw_blocks(self, image: Pixels, world: World, left: float) -> None:
        for (_, block, body), light in zip(world.entities.each(Block, Body), world.lights(), strict=True):
            if block.stage < 2:
                kind = BLOCKS[block.kind]
                colour = BLOCK_LIT if light > 0 else BLOCK_DARK
                _box(image, body.x - left, GROUND_Y, kind.width / 2, kind.height * (1.0, 0.7)[block.stage], colour)

    def _draw_wires(self, image: Pixels, world: World, left: int) -> None:
        seen = slice(left, left + VIEW_WIDTH, SCALE)
        rows = (world.wire_y[seen] / SCALE).astype(np.intp)
        circuits = world.lines.circuit_of[seen]
        columns = np.flatnonzero(circuits >= 0)
        colours = np.array([WIRES[circuit.state] for circuit in world.grid.circuits] or [FOOT], np.uint8)
        image[np.clip(rows[columns], 0, STREET - 1), columns] = colours[circuits[columns]]

    def _draw_cast(self, image: Pixels, world: World, left: float) -> None:
        for _, plant, root in world.entities.each(Flower, Body):
            if plant.state is FlowerState.ROOTED:
                _box(image, root.x - left, root.y, 14.0, FLOWER_HEIGHT, FLOWER)
        for _, mother, place in world.entities.each(Queen, Body):
            if mother.state is not QueenState.ABSENT:
                strikes = mother.state in PATTERNS and PATTERNS[mother.state].damage > 0
                colour = QUEEN_STRIKES if strikes else QUEEN
                _box(image, place.x - left, place.y, QUEEN_WIDTH / 2, QUEEN_HEIGHT, colour)
        for _, _, place in world.entities.each(Helicopter, Body):
            _box(image, place.x - left, place.y, 12.0, 12.0, HELICOPTER)
        hero, body = world.gamera, world.gamera_body
        _box(image, body.x - left, body.y, *GAMERA_BOX, SHELL if hero.shelled else GAMERA)
        _box(image, body.x - left + 26.0 * body.facing, body.y - 80.0, 8.0, 20.0, GAMERA)  # his head: where he looks
        for x, y, level in zip(*world.shots.position, world.shots.level, strict=True):
            radius = FIREBALLS[int(level)].radius / 4
            _box(image, float(x) - left, float(y) + radius, radius, 2 * radius, FIREBALL)

    def _draw_soldiers(self, image: Pixels, world: World, left: float) -> None:
        soldiers = world.soldiers
        columns = ((soldiers.position[0] - np.float32(left)) * np.float32(1 / SCALE)).astype(np.intp)
        rows = (soldiers.position[1] * np.float32(1 / SCALE)).astype(np.intp)
        seen = np.flatnonzero((columns >= 0) & (columns < WIDTH) & (rows >= 0) & (rows < GAUGES))
        image[rows[seen], columns[seen]] = SOLDIER_COLOURS[soldiers.state[seen]]

    def _draw_gauges(self, image: Pixels, world: World) -> None:
        hero, holds = world.gamera, world.line_holds()
        gauges = (
            (hero.vitality / hero.vitality_full, GAMERA),
            (hero.plasma / PLASMA_FULL, FIREBALL),
            (hero.fuel / FUEL_FULL, SHELL),
            (world.overrun() / holds if holds else 0.0, CITY_LINE),
        )
        for number, (share, colour) in enumerate(gauges):
            image[GAUGES + number, : round(WIDTH * min(1.0, max(0.0, share)))] = colour

    def _draw_plan(self, image: Pixels, world: World) -> None:
        for number, circuit in enumerate(world.grid.circuits):
            left, right = (int(x * self._plan_scale) for x in world.lines.circuit_ends(number))
            length = right - left
            image[PLAN_LINES, left:right] = WIRES[circuit.state]
            image[PLAN_CHARGE, left : left + round(length * circuit.charge / CHARGE_FULL)] = WIRES[CircuitState.LIVE]
            image[PLAN_HEAT, left : left + round(length * circuit.heat)] = CITY_LINE
        soldiers = world.soldiers
        living = soldiers.position[0, soldiers.state < FIRST_DEAD].astype(np.intp)
        counts = np.bincount(self._plan_of_px[living], minlength=WIDTH)
        image[PLAN_SWARM] = np.minimum(255, counts * (255 // SWARM_BRIGHT))[:, None]
        if world.stage.line is not None:
            image[PLAN_CAST, int(world.stage.line.x * self._plan_scale)] = CITY_LINE
        for _, plant, root in world.entities.each(Flower, Body):
            if plant.state is FlowerState.ROOTED:
                self._mark(image, root.x, FLOWER)
        for _, mother, place in world.entities.each(Queen, Body):
            if mother.state is not QueenState.ABSENT:
                self._mark(image, place.x, QUEEN)
        self._mark(image, world.gamera_body.x, GAMERA)

    def _mark(self, image: Pixels, x: float, colour: Colour) -> None:
        column = int(x * self._plan_scale)
        image[PLAN_CAST, max(0, column - 1) : column + 2] = colour


def _box(image: Pixels, x: float, foot: float, half_width: float, height: float, colour: Colour) -> None:
    """Fills a box of the world that stands on y `foot`; `x` is its middle, from the picture's left edge."""
    left, right = max(0, int((x - half_width) / SCALE)), max(0, int((x + half_width) / SCALE))
    top, bottom = max(0, int((foot - height) / SCALE)), max(0, int(foot / SCALE))
    image[top : min(bottom, GAUGES), left:right] = colour
