"""The sandbox: soldiers and pylons placed by command, where the stage allows it."""

import msgspec
import numpy as np

from game.sim.action import GridVerb
from game.sim.events import SoldiersSpawned
from game.sim.power import NO_WIRE_Y
from game.sim.stage import CircuitPlan, Pylon
from game.sim.world import World

SPAWN_COUNT = 50
SPAWN_WIDTH = 120.0  # px
MOST_SOLDIERS = 20_000
MOST_CIRCUITS = 9
MOST_PYLONS = 24
SPAN_FROM, SPAN_TO = 64.0, 900.0  # px between two pylons that carry a wire


def place(world: World, verb: GridVerb, target: int) -> None:
    x = (target + 0.5) / 256 * world.stage.width
    match verb:
        case GridVerb.SPAWN if world.soldiers.count < MOST_SOLDIERS:
            left = max(8.0, x - SPAWN_WIDTH / 2)
            world.scatter(SPAWN_COUNT, left, min(world.stage.width - 8.0, left + SPAWN_WIDTH))
            world.events.append(SoldiersSpawned(SPAWN_COUNT, x, 160.0))
        case GridVerb.RAISE if len(world.stage.pylon) < MOST_PYLONS:
            _raise_pylon(world, x)
        case GridVerb.CLEAR:
            world.tally.crossed += world.soldiers.alive()
            world.soldiers.keep(np.zeros(0, np.intp))


def _raise_pylon(world: World, x: float) -> None:
    """A lone pylon waits; the next one in reach hangs a new circuit between them, where no wire hangs yet.

    It has no name: who shows it calls it by its number.
    """
    stage = world.stage
    pylons = (*stage.pylon, Pylon(float(int(x))))
    used = {name for circuit in stage.circuit for span in circuit.spans for name in span}
    lone = [number for number in range(len(stage.pylon)) if f"p{number + 1}" not in used]
    circuits = stage.circuit
    if lone and len(circuits) < MOST_CIRCUITS:
        left, right = sorted((pylons[lone[-1]].x, pylons[-1].x))
        free = bool((world.lines.insulator_y[int(left) : int(right)] == NO_WIRE_Y).all())
        if free and SPAN_FROM <= right - left <= SPAN_TO:
            names = (f"p{lone[-1] + 1}", f"p{len(pylons)}")
            circuits = (*circuits, CircuitPlan("", (names,)))
    world.rebuild(msgspec.structs.replace(stage, pylon=pylons, circuit=circuits))
