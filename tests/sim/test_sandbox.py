"""The sandbox: soldiers and pylons placed by command, and what a rebuilt grid keeps."""

import numpy as np
import pytest

from game.sim import GridVerb, Simulation
from game.sim.events import SoldiersSpawned
from game.sim.power import CircuitState
from tests.worlds import command, cover, line_street, of, perch, play, start, street, switch_on

SPAWN, RAISE, CLEAR = GridVerb.SPAWN, GridVerb.RAISE, GridVerb.CLEAR


def target_at(x: float, width: int = 1280) -> int:
    """The place along the stage nearest to x, as a command's target."""
    return int(x / width * 256)


def lab() -> Simulation:
    return start(line_street(sandbox=True))


def raise_at(simulation: Simulation, *xs: float) -> None:
    for x in xs:
        play(simulation, 1, command(RAISE, target_at(x)))


@pytest.mark.parametrize("target", [0, 100, 255])
def test_fifty_soldiers_come_where_they_are_placed(target: int) -> None:
    simulation = lab()
    events = play(simulation, 1, command(SPAWN, target))
    assert [event.count for event in of(SoldiersSpawned, events)] == [50]
    x = simulation.world.soldiers.position[0]
    assert len(x) == simulation.world.tally.spawned == 50
    assert np.abs(x - np.clip((target + 0.5) * 5, 60, 1220)).max() < 75


def test_clearing_takes_all_soldiers_away() -> None:
    simulation = lab()
    play(simulation, 2, command(SPAWN, 100))
    cover(simulation, 10)
    play(simulation, 2, command(CLEAR))
    assert simulation.world.soldiers.count == 0
    assert simulation.world.gamera.clinging == 0


def test_clearing_empties_the_wires() -> None:
    simulation = lab()
    circuit = switch_on(simulation)
    perch(simulation, 100)
    play(simulation, 8)
    assert circuit.perched == 100
    play(simulation, 1, command(CLEAR))
    play(simulation, 8)
    assert circuit.perched == 0
    assert simulation.world.grid.spans[0].perched == 0


def test_two_pylons_carry_a_new_line() -> None:
    simulation = start(street(sandbox=True))
    raise_at(simulation, 300.0)
    assert not simulation.world.grid.circuits
    raise_at(simulation, 700.0)
    assert [circuit.state for circuit in simulation.world.grid.circuits] == [CircuitState.OFF]
    switch_on(simulation)
    assert simulation.world.field.at(500.0, 200.0) > 0


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param((1000.0, 1030.0), id="too near"),
        pytest.param((100.0, 1200.0), id="too far, and under another line"),
        pytest.param((300.0, 700.0), id="under another line"),
    ],
)
def test_pylons_that_cannot_carry_a_line_carry_none(pair: tuple[float, float]) -> None:
    simulation = lab()
    raise_at(simulation, *pair)
    assert len(simulation.world.grid.circuits) == 1


def test_a_line_keeps_its_charge_when_another_is_raised() -> None:
    simulation = lab()
    circuit = switch_on(simulation)
    circuit.charge, circuit.heat = 5.0, 0.5
    raise_at(simulation, 1000.0, 1200.0)
    assert simulation.world.grid.circuits[0] is circuit
    assert circuit.charge > 5
    assert len(simulation.world.grid.circuits) == 2


def test_a_restored_game_has_the_pylons_that_were_raised() -> None:
    simulation = lab()
    raise_at(simulation, 1000.0, 1200.0)
    again = Simulation.restore(simulation.snapshot())
    np.testing.assert_array_equal(again.world.wire_y, simulation.world.wire_y)
    assert again.world.wire_y[1100] > 0


def test_raising_pylons_on_one_game_leaves_another_on_the_same_stage_alone() -> None:
    one, other = start("lab"), start("lab")
    raise_at(one, 100.0, 400.0)
    assert len(other.world.stage.pylon) == 4


def test_there_is_an_end_to_pylons() -> None:
    simulation = start(street(sandbox=True))
    raise_at(simulation, *[1000.0] * 70)
    assert len(simulation.world.stage.pylon) <= 64
