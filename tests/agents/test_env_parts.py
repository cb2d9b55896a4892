"""What an agent may choose, what it sees, and what it is paid for."""

import numpy as np
import pytest

from game.agents.gym import pixels
from game.agents.gym.actions import ActionMap, Deed, Order, Wish, orders_of
from game.agents.gym.observe import COLUMNS, StateObserver
from game.agents.gym.pixels import PixelObserver
from game.agents.gym.registration import STAGES
from game.agents.gym.reward import REWARDS, reward
from game.sim import Action, Button, GridVerb, Simulation
from game.sim.events import Event as AnyEvent
from game.sim.events import GameraBitten, LineSpoken, SoldierElectrocuted, SoldiersCrossedLine
from game.sim.power import CircuitState
from game.sim.soldiers import SoldierState
from game.sim.stage_file import load_stage
from tests.worlds import WIDTH, along, block_street, line_street, perch, place, start, switch_on, three_line_street


def order_of(simulation: Simulation, wish: Wish, target: int = 0) -> tuple[GridVerb, int]:
    return Order(wish, target).command(simulation.world)


def random_choices(actions: ActionMap, seed: int, count: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, actions.sizes, (count, len(actions.sizes)))


def test_the_orders_of_a_stage_are_its_circuits_and_districts() -> None:
    orders = orders_of(three_line_street())
    assert len(orders) == 1 + 3 * 3
    assert orders[4:7] == (Order(Wish.LIVE, 1), Order(Wish.OFF, 1), Order(Wish.SURGING, 1))
    assert orders_of(block_street()) == (Order(Wish.NOTHING), Order(Wish.DARK, 0), Order(Wish.LIT, 0))


def test_a_line_that_is_live_is_not_switched_off_by_wishing_it_live() -> None:
    simulation = start(line_street())
    assert order_of(simulation, Wish.LIVE) == (GridVerb.TOGGLE, 0)
    assert order_of(simulation, Wish.OFF) == (GridVerb.NONE, 0)
    switch_on(simulation)
    assert order_of(simulation, Wish.LIVE) == (GridVerb.NONE, 0)
    assert order_of(simulation, Wish.OFF) == (GridVerb.TOGGLE, 0)


def test_only_a_charged_line_surges() -> None:
    simulation = start(line_street())
    circuit = switch_on(simulation)
    assert order_of(simulation, Wish.SURGING) == (GridVerb.NONE, 0)
    circuit.charge = 7.0
    assert order_of(simulation, Wish.SURGING) == (GridVerb.SURGE, 0)


def test_a_district_is_darkened_once() -> None:
    simulation = start(block_street())
    assert order_of(simulation, Wish.LIT) == (GridVerb.NONE, 0)
    verb, target = order_of(simulation, Wish.DARK)
    simulation.step(Action(grid=verb, target=target))
    assert simulation.world.grid.dark == [True]
    assert order_of(simulation, Wish.DARK) == (GridVerb.NONE, 0)
    assert order_of(simulation, Wish.LIT) == (GridVerb.BLACKOUT, 0)


def test_an_order_is_given_once_and_the_rest_is_held() -> None:
    simulation = start(line_street())
    actions = list(ActionMap(simulation.world.stage).ticks((2, 0, Deed.GUARD, 1), simulation.world, 3))
    held = Action(Button.GUARD, 1, -1)
    assert actions == [Action(Button.GUARD, 1, -1, GridVerb.TOGGLE, 0), held, held]


def test_claw_after_claw_is_pressed_anew() -> None:
    simulation = start()
    actions = list(ActionMap(simulation.world.stage).ticks((1, 1, Deed.CLAW, 0), simulation.world, 4))
    assert [action.buttons for action in actions] == [Button.ATTACK] * 3 + [Button(0)]


@pytest.mark.parametrize("stage", STAGES)
def test_what_is_seen_stays_within_bounds_whatever_is_done(stage: str) -> None:
    simulation = Simulation(stage, 3, soldiers=200)
    plan = simulation.world.stage
    actions, observer, drawer = ActionMap(plan), StateObserver(plan), PixelObserver(plan)
    for choice in random_choices(actions, 3, 150):
        for action in actions.ticks(choice, simulation.world, 8):
            simulation.step(action)
        groups = observer.groups(simulation.world)
        assert {name: len(numbers) for name, numbers in groups.items()} == observer.sizes
        flat = observer.flat(simulation.world)
        assert flat.dtype == np.float32
        assert np.isfinite(flat).all()
        assert np.abs(flat).max() <= 1
        assert np.array_equal(flat, np.concatenate(list(groups.values())))
        assert drawer.draw(simulation.world).shape == pixels.SHAPE


def test_looking_does_not_change_the_game() -> None:
    simulation = Simulation("tokyo", 3, soldiers=60)
    before = simulation.digest()
    StateObserver(simulation.world.stage).flat(simulation.world)
    PixelObserver(simulation.world.stage).draw(simulation.world)
    assert simulation.digest() == before


def test_the_swarm_is_counted_where_it_is_and_by_what_it_does() -> None:
    simulation = start(line_street())
    place(simulation, along(1201.0, 1239.0, 150.0, 8))
    perch(simulation, 4, 441.0, 479.0)
    seen = StateObserver(simulation.world.stage).groups(simulation.world)["swarm"].reshape(3, COLUMNS)
    px = WIDTH / COLUMNS
    assert seen[1, int(1220 / px)] == pytest.approx(0.5)
    assert seen[2, int(460 / px)] == pytest.approx(4 / 12)
    assert np.count_nonzero(seen) == 2


def test_soldiers_near_gamera_are_seen_by_side_and_height() -> None:
    simulation = start()
    x = simulation.world.gamera_body.x
    place(simulation, [(x - 230.0, 290.0)], SoldierState.CRAWL)
    place(simulation, [(x + 230.0, 100.0), (x + 300.0, 100.0)])
    seen = StateObserver(simulation.world.stage).groups(simulation.world)["near"].reshape(3, 8)
    assert np.argwhere(seen).tolist() == [[0, 7], [2, 0]]


def test_a_circuits_state_and_charge_are_seen() -> None:
    simulation = start(line_street())
    circuit = switch_on(simulation)
    circuit.charge = 3.5
    seen = StateObserver(simulation.world.stage).groups(simulation.world)["circuits"]
    assert seen[CircuitState.LIVE] == 1
    assert seen[len(CircuitState) + 1] == pytest.approx(0.5)


def test_a_stage_without_lines_has_no_numbers_for_them() -> None:
    assert {"circuits", "spans", "districts"}.isdisjoint(StateObserver(load_stage("dawn")).sizes)


def test_the_small_picture_shows_a_live_line_and_who_sits_on_it() -> None:
    simulation = start(line_street())
    drawer = PixelObserver(simulation.world.stage)

    def pixels_of(colour: pixels.Colour) -> int:
        return int(np.count_nonzero((drawer.draw(simulation.world)[: pixels.GAUGES] == colour).all(axis=2)))

    assert pixels_of(pixels.WIRES[CircuitState.OFF]) > 50
    switch_on(simulation)
    assert pixels_of(pixels.WIRES[CircuitState.OFF]) == 0
    assert pixels_of(pixels.WIRES[CircuitState.LIVE]) > 50
    perch(simulation, 3, 420.0, 600.0)
    assert pixels_of(pixels.SOLDIERS[SoldierState.PERCH]) == 3


@pytest.mark.parametrize("kind", REWARDS, ids=lambda kind: kind.__name__)
def test_a_row_of_the_reward_table_names_a_field_of_its_event(kind: type[AnyEvent]) -> None:
    times = REWARDS[kind].times
    assert not times or times in kind.__struct_fields__


def test_a_reward_is_the_sum_over_events() -> None:
    events = [
        SoldierElectrocuted(1, 0.0, 0.0, circuit=0),
        SoldierElectrocuted(2, 0.0, 0.0, circuit=0),
        SoldiersCrossedLine(count=3, crossed=10),
        GameraBitten(vitality_lost=20.0, clinging=5),
        LineSpoken("watarase", "Light the lines."),
    ]
    assert reward(events) == pytest.approx(2 * 0.02 - 3 * 0.1 - 20 * 0.005)
    assert reward([]) == 0
