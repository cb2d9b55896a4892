"""The flower in his hands: held up, let go when he fights on, lying where it fell."""

from game.sim import Simulation
from game.sim.components import Body, Flower, FlowerState, GameraState
from game.sim.units import GROUND_Y
from game.view.flower import GROWS_TICKS, HELD_TICKS, FlowerView
from tests.view.lenses import lens_at, pixels_drawn
from tests.worlds import start

CLAW = (2500.0, GROUND_Y - 110)
VIEW_LEFT = 2200


def torn_out() -> tuple[Simulation, FlowerView]:
    simulation = start("sapporo")
    ((_, plant, body),) = simulation.world.entities.each(Flower, Body)
    body.x, plant.state, plant.age = CLAW[0], FlowerState.TORN, 0
    simulation.world.gamera.state = GameraState.IDLE
    return simulation, FlowerView(simulation.world.stage)


def hold(simulation: Simulation, view: FlowerView, ticks: int) -> None:
    for _, plant in simulation.world.entities.each(Flower):
        for _ in range(ticks):
            view.observe(simulation.world, [])
            if view.is_held(simulation.world):
                view.carry(simulation.world, CLAW)
            plant.age += 1


def test_he_holds_it_up_for_a_while() -> None:
    simulation, view = torn_out()
    hold(simulation, view, 30)
    lens = lens_at(VIEW_LEFT)
    view.draw_held(simulation.world, lens)
    assert view.is_held(simulation.world)
    assert pixels_drawn(lens) > 4000
    hold(simulation, view, HELD_TICKS)
    assert not view.is_held(simulation.world)


def test_he_lets_go_of_it_to_strike() -> None:
    simulation, view = torn_out()
    hold(simulation, view, 30)
    simulation.world.gamera.state = GameraState.CLAW1
    hold(simulation, view, 1)
    simulation.world.gamera.state = GameraState.IDLE
    hold(simulation, view, 1)
    assert not view.is_held(simulation.world)


def test_it_lies_where_he_let_it_fall_though_nobody_watched() -> None:
    simulation, view = torn_out()
    hold(simulation, view, HELD_TICKS + 200)
    lens = lens_at(VIEW_LEFT)
    view.draw(simulation.world, lens)
    assert pixels_drawn(lens) > 4000


def test_it_spreads_while_he_pulls_so_that_what_he_tears_out_is_what_stood_there() -> None:
    simulation = start("sapporo")
    view, world = FlowerView(simulation.world.stage), simulation.world
    heights = []
    for grip in (0.0, 0.9):
        world.gamera.grip = grip
        for _ in range(3 * GROWS_TICKS):
            view.observe(world, [])
        head = view.head(world)
        assert head is not None
        heights.append(head[1])
    assert heights[1] < heights[0] - 20
