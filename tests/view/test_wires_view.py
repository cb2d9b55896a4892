"""The lines on the canvas: dark, live, ready, hot, surging, tripped and broken can be told apart."""

import numpy as np
import pygame
import pytest

from game.sim import Simulation
from game.sim.content.grid import CHARGE_FULL, CHARGE_READY
from game.sim.events import CircuitBroken, SoldierElectrocuted
from game.sim.power import CircuitState
from game.view.city import load_city
from game.view.wires import DISCHARGES_MOST, Wires
from tests.view.lenses import lens_at
from tests.worlds import LINE_LEFT, LINE_MIDDLE, LINE_RIGHT, line_street, start

LEFT = 340  # world x of the test's view


def drawn(simulation: Simulation, wires: Wires | None = None) -> np.ndarray:
    """The line's own pixels with its light, (640, 360, 3)."""
    lens = lens_at(LEFT)
    wires = wires or Wires(load_city("lab"))
    wires.draw(lens, simulation.world)
    wires.draw_over(lens, simulation.world)
    lens.lights.draw(lens.canvas)
    return pygame.surfarray.array3d(lens.canvas).astype(np.int32)


def line_in(state: CircuitState, charge: float = 0.0, heat: float = 0.0) -> Simulation:
    simulation = start(line_street())
    circuit = simulation.world.grid.circuits[0]
    circuit.state, circuit.charge, circuit.heat = state, charge, heat
    return simulation


def test_the_lowest_conductor_is_where_soldiers_sit() -> None:
    simulation = line_in(CircuitState.OFF)
    picture = drawn(simulation)
    for x in (450, int(LINE_MIDDLE), 860):
        wire_y = round(float(simulation.world.wire_y[x]))
        assert picture[x - LEFT, wire_y - 1 : wire_y + 2].sum() > 0
        assert picture[x - LEFT, wire_y + 3 :].sum() == 0


def test_no_conductor_reaches_the_pylons_middle() -> None:
    picture = drawn(line_in(CircuitState.OFF))
    for x in (LINE_LEFT, LINE_LEFT + 20, LINE_RIGHT - 20, LINE_RIGHT):
        assert picture[int(x) - LEFT].sum() == 0


def test_a_lines_light_shines_over_those_who_sit_on_it() -> None:
    simulation, wires = line_in(CircuitState.LIVE), Wires(load_city("lab"))
    lens = lens_at(LEFT)
    wires.draw(lens, simulation.world)
    lens.lights.draw(lens.canvas)
    lens.canvas.fill((0, 0, 0))  # as if soldiers hid all of it
    wires.draw_over(lens, simulation.world)
    lens.lights.draw(lens.canvas)
    light = pygame.surfarray.array3d(lens.canvas).sum(axis=2)
    wire_y = round(float(simulation.world.wire_y[int(LINE_MIDDLE)]))
    assert light[int(LINE_MIDDLE) - LEFT, wire_y - 4 : wire_y + 5].max() > 60


def test_there_are_three_conductors_a_span() -> None:
    column = drawn(line_in(CircuitState.OFF))[int(LINE_MIDDLE) - LEFT].sum(axis=1) > 0
    assert int((np.diff(column.astype(int)) == 1).sum()) == 3


def test_the_wire_sinks_with_its_load() -> None:
    empty, full = line_in(CircuitState.OFF), line_in(CircuitState.OFF)
    full.world.grid.spans[0].sag += 20
    full.world.hang_wires()
    lowest = [np.flatnonzero(drawn(game)[int(LINE_MIDDLE) - LEFT].sum(axis=1)).max() for game in (empty, full)]
    assert lowest[1] - lowest[0] == pytest.approx(20, abs=1)


def test_brightness_grows_with_what_it_carries() -> None:
    states = [
        line_in(CircuitState.TRIPPED),
        line_in(CircuitState.LIVE),
        line_in(CircuitState.LIVE, charge=CHARGE_READY - 0.1),
        line_in(CircuitState.SURGING, charge=CHARGE_FULL),
    ]
    light = [int(drawn(game).sum()) for game in states]
    assert light == sorted(light)
    assert light[1] > 3 * light[0]


@pytest.mark.parametrize(
    ("charge", "heat", "strongest"),
    [(0.0, 0.0, 2), (CHARGE_READY, 0.0, 0), (0.0, 0.9, 0)],
    ids=["live is blue", "ready is gold", "hot is red"],
)
def test_its_light_tells_its_state(charge: float, heat: float, strongest: int) -> None:
    picture = drawn(line_in(CircuitState.LIVE, charge, heat))
    assert int(np.argmax(picture.sum(axis=(0, 1)))) == strongest


def test_a_broken_line_hangs_at_both_ends_and_nowhere_between() -> None:
    simulation = line_in(CircuitState.BROKEN)
    wires = Wires(load_city("lab"))
    for age in (0, 20, 60):
        wires.observe(simulation.world, [CircuitBroken(0, 0, LINE_MIDDLE, 170.0)] if age == 0 else [])
        for _ in range(20):
            wires.observe(simulation.world, [])
        picture = drawn(simulation, wires)
        assert picture[int(LINE_MIDDLE) - LEFT].sum() == 0
        assert picture[int(LINE_LEFT) - LEFT : int(LINE_LEFT) - LEFT + 100].sum() > 0


def test_whoever_is_electrocuted_gets_a_fork_of_lightning_for_a_moment() -> None:
    simulation = line_in(CircuitState.OFF)
    wires = Wires(load_city("lab"))
    quiet = drawn(simulation, wires).sum()
    wires.observe(simulation.world, [SoldierElectrocuted(1, LINE_MIDDLE, 190.0, 0)])
    assert drawn(simulation, wires).sum() > quiet
    for _ in range(20):
        wires.observe(simulation.world, [])
    assert drawn(simulation, wires).sum() == quiet


def test_a_massacre_draws_a_limited_number_of_forks() -> None:
    simulation = line_in(CircuitState.SURGING)
    wires = Wires(load_city("lab"))
    wires.observe(simulation.world, [SoldierElectrocuted(uid, 500.0 + uid, 180.0, 0) for uid in range(300)])
    assert len(wires._discharges) <= DISCHARGES_MOST
