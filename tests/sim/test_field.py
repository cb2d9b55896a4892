"""The field: what each source adds, what a blackout takes away, and that it comes back to the last bit."""

import numpy as np
import pytest

from game.sim import GridVerb, Simulation
from game.sim.field import Field, bases_of
from game.sim.power import NO_WIRE_Y
from game.sim.stage import CircuitPlan, CityLine, Pylon
from tests.worlds import (
    LINE_LEFT,
    LINE_MIDDLE,
    LINE_RIGHT,
    block_street,
    command,
    line_street,
    perch,
    play,
    start,
    street,
    switch_on,
    three_line_street,
)

BELOW_WIRE = 230.0  # y, well under the wire and above the street


def slope(simulation: Simulation, x: float, y: float) -> tuple[float, float]:
    """What a soldier there would climb: right, down."""
    field = simulation.world.field
    right, down, *_ = field.steering[:, field.cells_at(np.array([[x], [y]], np.float32))[0]]
    return float(right), float(down)


def test_the_field_of_two_circuits_is_the_sum_of_each_alone() -> None:
    bases = bases_of(three_line_street())
    both, first, third = Field(bases), Field(bases), Field(bases)
    both.sum_up([1.0, 0.0, 1.0], [])
    first.sum_up([1.0, 0.0, 0.0], [])
    third.sum_up([0.0, 0.0, 1.0], [])
    np.testing.assert_allclose(both.potential, first.potential + third.potential, rtol=1e-5)
    np.testing.assert_allclose(both.steering[:2], first.steering[:2] + third.steering[:2], atol=1e-6)


def test_a_dead_line_has_no_field() -> None:
    assert not start(line_street()).world.field.potential.any()


@pytest.mark.parametrize(
    ("x", "y", "across", "down"),
    [
        pytest.param(LINE_LEFT - 150, 150.0, 1, 0, id="from the left of it to the right"),
        pytest.param(LINE_RIGHT + 150, 150.0, -1, 0, id="from the right of it to the left"),
        pytest.param(LINE_MIDDLE, BELOW_WIRE, 0, -1, id="from below it up"),
        pytest.param(LINE_MIDDLE, 60.0, 0, 1, id="from above it down"),
    ],
)
def test_a_live_wire_pulls_toward_itself(x: float, y: float, across: int, down: int) -> None:
    simulation = start(line_street())
    switch_on(simulation)
    right, downward = slope(simulation, x, y)
    if across:
        assert right * across > abs(downward)
    else:
        assert downward * down > abs(right)


def test_the_pull_weakens_with_distance() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    at = [simulation.world.field.at(x, 150.0) for x in (LINE_MIDDLE, LINE_RIGHT + 50, LINE_RIGHT + 150, 1270.0)]
    assert at == sorted(at, reverse=True)
    assert at[-1] > 0


def test_a_surge_pulls_harder_than_a_live_line() -> None:
    simulation = start(line_street())
    circuit = switch_on(simulation)
    live = simulation.world.field.at(LINE_MIDDLE, BELOW_WIRE)
    circuit.charge = 7.0
    play(simulation, 1, command(GridVerb.SURGE))
    assert simulation.world.field.at(LINE_MIDDLE, BELOW_WIRE) == pytest.approx(1.3 * live)


def test_the_circuit_overhead_is_the_strongest() -> None:
    simulation = start(three_line_street())
    switch_on(simulation, 0)
    switch_on(simulation, 2)
    field = simulation.world.field
    cells = field.cells_at(np.array([[320.0, 960.0], [200.0, 200.0]], np.float32))
    assert field.strongest[cells].tolist() == [0, 2]


def test_lit_houses_pull_toward_themselves() -> None:
    simulation = start(block_street("tower", x=800.0))
    assert slope(simulation, 700.0, 200.0)[0] > 0
    assert slope(simulation, 900.0, 200.0)[0] < 0


def test_a_dark_district_pulls_as_if_it_were_not_there() -> None:
    simulation = start(block_street("tower"))
    play(simulation, 1, command(GridVerb.BLACKOUT))
    np.testing.assert_array_equal(simulation.world.field.steering, start(street()).world.field.steering)


def test_the_great_city_calls_from_beyond_the_line_alike_everywhere() -> None:
    simulation = start(street(line=CityLine(120.0, 80)))
    across = simulation.world.field.steering[0]
    assert across.max() < 0
    assert across.min() == across.max()


@pytest.mark.parametrize("verb", [GridVerb.TOGGLE, GridVerb.BLACKOUT])
def test_what_is_undone_leaves_the_field_as_it_was_to_the_last_bit(verb: GridVerb) -> None:
    parts = line_street()
    simulation = start(block_street(pylon=parts.pylon, circuit=parts.circuit))
    before = simulation.world.field.steering.copy()
    play(simulation, 1, command(verb))
    assert (simulation.world.field.steering != before).any()
    play(simulation, 1, command(verb))
    np.testing.assert_array_equal(simulation.world.field.steering, before)


def test_the_field_of_a_restored_game_is_the_same_to_the_last_bit() -> None:
    simulation = start("tokyo")
    for verb, target in ((GridVerb.TOGGLE, 0), (GridVerb.TOGGLE, 2), (GridVerb.BLACKOUT, 1)):
        play(simulation, 200, command(GridVerb.NONE))
        play(simulation, 1, command(verb, target))
    again = Simulation.restore(simulation.snapshot())
    np.testing.assert_array_equal(again.world.field.steering, simulation.world.field.steering)
    np.testing.assert_array_equal(again.world.wire_y, simulation.world.wire_y)
    np.testing.assert_array_equal(again.world.roof_y, simulation.world.roof_y)


def test_a_wire_meets_its_insulators_and_sags_between_them() -> None:
    uneven = (Pylon(LINE_LEFT, top=120.0), Pylon(LINE_RIGHT, top=160.0))
    wire_y = start(line_street(pylon=uneven)).world.wire_y
    assert wire_y[int(LINE_LEFT)] == 120
    assert wire_y[int(LINE_RIGHT) - 1] == pytest.approx(160, abs=0.5)
    assert wire_y[int(LINE_MIDDLE)] == pytest.approx(140 + 26, abs=0.1)


def test_there_is_no_wire_beyond_the_pylons() -> None:
    wire_y = start(line_street()).world.wire_y
    assert wire_y[int(LINE_LEFT) - 1] == wire_y[int(LINE_RIGHT)] == np.float32(NO_WIRE_Y)


def test_a_circuit_may_leave_out_a_span() -> None:
    pylons = tuple(Pylon(x) for x in (100.0, 300.0, 500.0, 700.0))
    gapped = CircuitPlan("Gapped", (("p1", "p2"), ("p3", "p4")))
    world = start(street(pylon=pylons, circuit=(gapped,))).world
    assert world.wire_y[400] == np.float32(NO_WIRE_Y)
    assert world.lines.circuit_of[[200, 400, 600]].tolist() == [0, -1, 0]


def test_a_wire_sags_under_those_who_sit_on_it_and_rises_when_they_leave() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    perch(simulation, 110)
    play(simulation, 180)
    loaded = float(simulation.world.wire_y[int(LINE_MIDDLE)])
    assert loaded == pytest.approx(134 + 26 + 20, abs=2)
    play(simulation, 1, command(GridVerb.TOGGLE))
    play(simulation, 180)
    assert float(simulation.world.wire_y[int(LINE_MIDDLE)]) < loaded - 10


def test_only_the_span_they_sit_on_sags() -> None:
    simulation = start(three_line_street())
    switch_on(simulation, 1)
    perch(simulation, 80, 500.0, 780.0)
    play(simulation, 120)
    assert [span.sag > 30 for span in simulation.world.grid.spans] == [False, True, False]
