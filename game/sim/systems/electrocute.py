"""A surge strikes whatever is within reach of its wires, spread over half a second by each soldier's luck."""

import numpy as np

from game.sim.content import grid as tuning
from game.sim.content import moves
from game.sim.events import SoldierElectrocuted
from game.sim.power import Circuit, CircuitState
from game.sim.rng import noise
from game.sim.soldiers import SoldierState
from game.sim.systems.fight import anger, hurt_gamera, slay
from game.sim.world import World

STRIKE_SHARE = 0.2  # of those in reach, every second tick: nearly all are struck once within the surge
STAGGER_TICKS = 30
ANGER_TICKS = 180


def electrocute(world: World) -> None:
    for number, circuit in enumerate(world.grid.circuits):
        if circuit.timer & 1 and circuit.state is CircuitState.SURGING:
            _strike(world, number, circuit)
            _shock_gamera(world, number)


def _strike(world: World, number: int, circuit: Circuit) -> None:
    soldiers = world.soldiers
    at = soldiers.position[0].astype(np.intp)
    reached = np.abs(world.wire_y.take(at) - soldiers.position[1]) < np.float32(tuning.SURGE_REACH)
    reached &= world.lines.circuit_of.take(at) == number
    reached &= soldiers.free()
    rows = np.flatnonzero(reached)
    if not len(rows):
        return
    roll = noise(soldiers.luck[rows], world.tick * 3 + 1)
    struck = (roll & np.uint32(0xFFFF)) < np.uint32(int(STRIKE_SHARE * 65536))
    chance = tuning.SURGE_KILLS_READY + (tuning.SURGE_KILLS_FULL - tuning.SURGE_KILLS_READY) * circuit.power
    dies = (roll >> np.uint32(16)) < np.uint32(int(chance * 65535))
    killed = rows[struck & dies]
    slay(world, killed, SoldierElectrocuted, circuit=number)
    circuit.surge_killed += len(killed)
    thrown = rows[struck & ~dies]
    if len(thrown):
        soldiers.enter(thrown, SoldierState.STAGGER, world.tick + STAGGER_TICKS)
        soldiers.velocity[1, thrown] = -60
        soldiers.wish[0, thrown] = 0
        soldiers.wish[1, thrown] = 240
        anger(world, ANGER_TICKS)


def _shock_gamera(world: World, number: int) -> None:
    """Flying into a surging wire knocks him down; standing below it never does."""
    body = world.gamera_body
    at = int(body.x)
    if body.y >= 300 or world.lines.circuit_of[at] != number:
        return
    wire_y = float(world.wire_y[at])
    if body.y - 2 * 56 < wire_y < body.y:
        hurt_gamera(world, moves.SHOCK_DAMAGE, body.x + body.facing, knocks_down=True)
