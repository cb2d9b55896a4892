"""Lines that came down, and lines that stay where they are while the view moves."""

import numpy as np
import pygame
import pytest

from game.sim import Simulation
from game.sim.events import CircuitBroken
from game.sim.power import CircuitState
from game.sim.stage import CircuitPlan, Pylon
from game.sim.units import GROUND_Y
from game.view.city import load_city
from game.view.wires import Wires
from tests.view.lenses import lens_at
from tests.worlds import start, street

LEFT = 280
AIR = int(GROUND_Y) - 40  # y; above what still spits on the street
MIDDLES = (360, 680)  # of the two spans


@pytest.fixture
def broken() -> Simulation:
    """One circuit of two spans, down."""
    pylons = (Pylon(200.0), Pylon(520.0), Pylon(840.0))
    plan = CircuitPlan("Line", (("p1", "p2"), ("p2", "p3")))
    simulation = start(street(pylon=pylons, circuit=(plan,)))
    simulation.world.grid.circuits[0].state = CircuitState.BROKEN
    return simulation


def drawn(simulation: Simulation, wires: Wires, left: int = LEFT) -> np.ndarray:
    lens = lens_at(left)
    wires.draw(lens, simulation.world)
    wires.draw_over(lens, simulation.world)
    lens.lights.draw(lens.canvas)
    return pygame.surfarray.array3d(lens.canvas).astype(np.int32)


def hangs(picture: np.ndarray) -> list[bool]:
    """Whether there is a wire in the air in the middle of each span."""
    return [bool(picture[x - LEFT, :AIR].any()) for x in MIDDLES]


@pytest.mark.parametrize("span", [0, 1])
def test_only_the_span_that_broke_comes_down(broken: Simulation, span: int) -> None:
    wires = Wires(load_city("lab"))
    wires.observe(broken.world, [CircuitBroken(0, span, float(MIDDLES[span]), 160.0)])
    for _ in range(90):
        wires.observe(broken.world, [])
    assert hangs(drawn(broken, wires)) == [number != span for number in (0, 1)]


def test_a_break_nobody_saw_is_drawn_all_the_same(broken: Simulation) -> None:
    assert hangs(drawn(broken, Wires(load_city("lab")))) == [False, True]


def test_its_ends_whip_and_then_lie_on_the_street(broken: Simulation) -> None:
    wires = Wires(load_city("lab"))
    wires.observe(broken.world, [CircuitBroken(0, 1, float(MIDDLES[1]), 160.0)])
    right_of_pylon = slice(525 - LEFT, 690 - LEFT)
    whipping = drawn(broken, wires)[right_of_pylon, int(GROUND_Y) + 2 :].sum()
    for _ in range(600):
        wires.observe(broken.world, [])
    assert whipping == 0
    assert drawn(broken, wires)[right_of_pylon, int(GROUND_Y) + 2 :].sum() > 0


def test_when_it_is_mended_the_wires_hang_again(broken: Simulation) -> None:
    wires = Wires(load_city("lab"))
    wires.observe(broken.world, [CircuitBroken(0, 0, float(MIDDLES[0]), 160.0)])
    broken.world.grid.circuits[0].state = CircuitState.OFF
    wires.observe(broken.world, [])
    assert hangs(drawn(broken, wires)) == [True, True]


@pytest.mark.parametrize("state", [CircuitState.OFF, CircuitState.LIVE, CircuitState.SURGING, CircuitState.TRIPPED])
def test_nothing_swims_along_the_wires_when_the_view_moves(broken: Simulation, state: CircuitState) -> None:
    circuit = broken.world.grid.circuits[0]
    circuit.state, circuit.timer = state, 20
    wires = Wires(load_city("lab"))
    wires.observe(broken.world, [])
    shift = 37
    first, second = (drawn(broken, wires, left) for left in (LEFT, LEFT + shift))
    inner = slice(200, 420)  # away from the view's edges, where the first tile is cut
    assert np.array_equal(first[200 + shift : 420 + shift], second[inner])
