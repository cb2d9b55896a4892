"""What holds at every tick of any game, however it is played: the invariants that `game/sim/world.py` promises."""

import numpy as np

from game.sim import Action, Simulation
from game.sim.components import CHOREOGRAPHED, Block, Body, Flower, Queen
from game.sim.content import moves
from game.sim.content.city import BLOCKS
from game.sim.content.finale import AIM_MOST
from game.sim.content.flower import OXYGEN_FULL
from game.sim.content.grid import CHARGE_FULL, SAG_EMPTY, SAG_LOADED
from game.sim.content.queen import STAGGER_FULL
from game.sim.content.swarm import CLING_MOST
from game.sim.events import Event, SoldierDied, SoldiersCrossedLine
from game.sim.soldiers import SoldierState
from game.sim.systems.scripted import SCRIPTS
from game.sim.world import Outcome, World

COUNTED_ON = 3  # beats, of four, on which the swarm counts who sits on the wires
SKY, STREET = 0.0, 300.0  # y


def step_checked(simulation: Simulation, action: Action) -> None:
    """One tick. AssertionError where something does not hold after it."""
    beat = simulation.world.beat
    events = simulation.step(action)
    check(simulation.world, events, moved=simulation.world.beat > beat)


def check(world: World, events: list[Event], moved: bool) -> None:
    """`moved` is whether the tick was more than hit-stop: counters are taken when the world moves."""
    check_positions(world)
    check_headcount(world)
    if moved:
        check_counters(world, events)
    check_gauges(world)
    check_grid(world)
    check_city(world)
    check_film(world)


def check_positions(world: World) -> None:
    width = world.stage.width
    x, y = world.soldiers.position
    assert np.isfinite(world.soldiers.velocity).all()
    assert ((x >= 0) & (x < width)).all()
    assert ((y >= SKY) & (y <= STREET)).all()
    body = world.gamera_body
    assert 0 < body.x < width
    if world.gamera.state not in CHOREOGRAPHED:  # in the sea, or on his way to the sky
        assert SKY < body.y <= STREET
    assert ((world.shots.position[0] >= 0) & (world.shots.position[0] <= width)).all()


def check_headcount(world: World) -> None:
    tally, soldiers = world.tally, world.soldiers
    assert tally.spawned == soldiers.alive() + tally.killed + tally.crossed
    assert tally.killed_by_lure <= tally.killed
    assert (np.diff(soldiers.uid.astype(np.int64)) > 0).all()
    assert soldiers.next_uid > tally.spawned


def check_counters(world: World, events: list[Event]) -> None:
    state = world.soldiers.state
    clinging = int(np.count_nonzero(state == SoldierState.CLING))
    assert clinging <= CLING_MOST
    assert world.gamera.clinging == clinging
    left_the_wire = any(isinstance(event, SoldierDied | SoldiersCrossedLine) for event in events)
    if (world.beat - 1) % 4 == COUNTED_ON and not left_the_wire:
        perched = int(np.count_nonzero(state == SoldierState.PERCH))
        counted = sum(circuit.perched for circuit in world.grid.circuits)
        assert perched <= counted <= world.soldiers.count  # those on a wire just cut are counted, then leave
        assert sum(span.perched for span in world.grid.spans) == counted


def check_gauges(world: World) -> None:
    gamera = world.gamera
    assert 0 <= gamera.vitality <= gamera.vitality_full
    assert 0 <= gamera.plasma <= moves.PLASMA_FULL
    assert 0 <= gamera.fuel <= moves.FUEL_FULL
    assert 0 <= world.tally.trust <= 100
    assert 0 <= gamera.grip <= 1
    assert 0 <= gamera.mana <= 1
    assert abs(gamera.beam_aim) <= AIM_MOST
    assert 0 <= world.hit_stop <= 8


def check_film(world: World) -> None:
    """The Queen, the flower, and what the story counts."""
    for _, mother, body in world.entities.each(Queen, Body):
        assert 0 <= mother.vitality <= mother.vitality_full
        assert 0 <= mother.stagger < STAGGER_FULL
        assert np.isfinite(body.x)
        assert 0 <= body.x <= world.stage.width
    for _, plant in world.entities.each(Flower):
        assert 0 <= plant.oxygen <= OXYGEN_FULL
        assert plant.feeding >= 0
    assert 0 <= world.direction.light <= 1
    assert not world.direction.script or world.direction.script_age < SCRIPTS[world.direction.script].ticks
    assert (world.direction.outcome is Outcome.LOST) is bool(world.direction.reason)


def check_grid(world: World) -> None:
    for circuit in world.grid.circuits:
        assert 0 <= circuit.heat <= 1
        assert 0 <= circuit.charge <= CHARGE_FULL
        assert circuit.perched >= 0
    for span in world.grid.spans:
        assert SAG_EMPTY <= span.sag <= SAG_EMPTY + SAG_LOADED
    assert world.grid.live_count() <= world.stage.supply


def check_city(world: World) -> None:
    for _, block in world.entities.each(Block):
        assert 0 <= block.strength <= BLOCKS[block.kind].strength
        assert block.stage in (0, 1, 2)
        assert (block.stage == 2) is (block.strength == 0)
