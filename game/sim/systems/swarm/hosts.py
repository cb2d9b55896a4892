"""Thought 3: those who sit on something. Perched ones spread along the wire, clingers are peeled, wires sag."""

import numpy as np

from game.sim.content import swarm as tuning
from game.sim.content.grid import SAG_EMPTY, SAG_FOLLOWS, SAG_LOADED, SPAN_CAPACITY
from game.sim.events import SoldiersPeeled
from game.sim.rng import noise
from game.sim.soldiers import Rows, SoldierState
from game.sim.world import World

SIDESTEP = 14.0  # px/s toward the emptier neighbour
FIDGET = 9.0  # px/s of noise, a new one every 16 ticks
RISE_WHEN_CUT = 10  # ticks before those on a dead wire may settle again
ANGER_WHEN_CUT = 120  # ticks
STILL = 0.01  # px; a smaller change of sag is not worth hanging the wires anew


def tend_hosts(world: World) -> None:
    soldiers = world.soldiers
    perched = soldiers.who_are(SoldierState.PERCH)
    _spread_along_wire(world, perched)
    _count_and_sag(world, perched)
    if world.gamera.clinging and world.field.any_live:
        _peel(world, soldiers.who_are(SoldierState.CLING))


def _spread_along_wire(world: World, rows: Rows) -> None:
    """Sidestep to where it is emptier, follow the sag, and leave a wire that went dead."""
    if not len(rows):
        return
    soldiers, lines = world.soldiers, world.lines
    x, y = soldiers.position[0, rows], soldiers.position[1, rows]
    at = x.astype(np.intp)
    place = at >> tuning.PERCH_BIN_BITS
    taken = np.bincount(place, minlength=(world.stage.width >> tuning.PERCH_BIN_BITS) + 1)
    emptier = np.zeros(len(taken), np.float32)
    emptier[1:-1] = np.sign(taken[:-2] - taken[2:])
    emptier *= SIDESTEP
    emptier *= taken > 1
    fidget = (noise(soldiers.luck[rows], world.tick >> 4) >> 24).astype(np.float32)
    step = fidget * np.float32(FIDGET / 128) - FIDGET + emptier.take(place)
    step = np.maximum(step, (lines.left_end.take(at) - x) * 8)
    soldiers.wish[0, rows] = np.minimum(step, (lines.right_end.take(at) - x) * 8)
    follow = (world.wire_y.take(at) - y + soldiers.offset[1, rows]) * 10
    soldiers.wish[1, rows] = np.minimum(np.maximum(follow, -160), 160)
    cut = rows[~world.live_x.take(at)]
    if len(cut):
        soldiers.enter(cut, SoldierState.FLY, world.tick + RISE_WHEN_CUT)
        world.gamera.angry_until = max(world.gamera.angry_until, world.tick + ANGER_WHEN_CUT)


def _count_and_sag(world: World, perched: Rows) -> None:
    """Headcount of every span and circuit; the wires hang by it."""
    grid = world.grid
    on_span = [0] * len(grid.spans)
    if len(perched):
        at = world.soldiers.position[0, perched].astype(np.intp)
        _, *on_span = np.bincount(world.lines.span_of.take(at) + 1, minlength=len(grid.spans) + 1).tolist()
    moved = 0.0
    for circuit in grid.circuits:
        circuit.perched = 0
    for number, span in enumerate(grid.spans):
        span.perched = on_span[number]
        grid.circuits[world.lines.circuit_of_span[number]].perched += span.perched
        change = (SAG_EMPTY + SAG_LOADED * min(1.0, span.perched / SPAN_CAPACITY) - span.sag) * SAG_FOLLOWS
        if abs(change) > STILL:
            span.sag += change
            moved = max(moved, abs(change))
    if moved:
        world.hang_wires()


def _peel(world: World, rows: Rows) -> None:
    """A live wire draws clingers off once its potential at his back beats their hold."""
    soldiers, gamera = world.soldiers, world.gamera
    hold = tuning.HOLD * (tuning.ANGRY if gamera.angry_until > world.tick else 1.0)
    potential = world.field.potential.take(world.field.cells_at(soldiers.position[:, rows]))
    rate = (potential * np.float32(1 / hold) - 1) * tuning.PEEL
    rate = np.minimum(np.maximum(rate, 0), tuning.PEEL_MOST)
    roll = (noise(soldiers.luck[rows], world.tick * 7 + 5) >> 16).astype(np.float32)
    peeled = rows[roll < rate * np.float32(65536 / 15)]
    if len(peeled):
        soldiers.enter(peeled, SoldierState.FLY, world.tick + tuning.RECLING)
        soldiers.velocity[1, peeled] = -140
        world.events.append(SoldiersPeeled(len(peeled)))
