"""Command view, number keys and mouse become commands to the grid, one a tick."""

import pytest

from game.play.bindings import Control
from game.play.grid_desk import NO_COMMAND, GridDesk, command_card_at, display_card_at, district_in_view
from game.play.latch import Controls
from game.sim import GridVerb, Simulation
from game.sim.world import World
from tests.worlds import street

CAMERA_X = 1100.0  # over the middle of Tokyo's river line, and district B


@pytest.fixture
def world() -> World:
    return Simulation("tokyo", seed=1).world


@pytest.fixture
def desk() -> GridDesk:
    return GridDesk()


def controls(*pressed: Control, held: tuple[Control, ...] = ()) -> Controls:
    return Controls(frozenset((*pressed, *held)), frozenset(pressed))


def test_a_number_toggles_its_circuit(desk: GridDesk, world: World) -> None:
    desk.handle(controls(Control.CIRCUIT_2), world, CAMERA_X)
    assert desk.next() == (GridVerb.TOGGLE, 1)
    assert desk.next() == NO_COMMAND


def test_shift_and_a_number_surges(desk: GridDesk, world: World) -> None:
    desk.handle(controls(Control.CIRCUIT_3, held=(Control.SURGE_SHIFT,)), world, CAMERA_X)
    assert desk.next() == (GridVerb.SURGE, 2)


def test_a_number_without_circuit_does_nothing(desk: GridDesk, world: World) -> None:
    desk.handle(controls(Control.CIRCUIT_9), world, CAMERA_X)
    assert desk.next() == NO_COMMAND


def test_two_numbers_in_one_tick_are_given_one_after_the_other(desk: GridDesk, world: World) -> None:
    desk.handle(controls(Control.CIRCUIT_1, Control.CIRCUIT_2), world, CAMERA_X)
    assert [desk.next(), desk.next()] == [(GridVerb.TOGGLE, 0), (GridVerb.TOGGLE, 1)]


def test_the_command_view_opens_on_the_circuit_in_view(desk: GridDesk, world: World) -> None:
    held = (Control.COMMAND_VIEW,)
    assert desk.view is None
    desk.handle(controls(held=held), world, CAMERA_X)
    assert desk.view is not None
    assert desk.view.chosen == 1
    desk.handle(controls(Control.RIGHT, Control.CLAW, held=held), world, CAMERA_X)
    assert desk.view.chosen == 2
    assert desk.next() == (GridVerb.TOGGLE, 2)
    desk.handle(controls(Control.RIGHT, Control.PLASMA, held=held), world, CAMERA_X)
    assert desk.next() == (GridVerb.SURGE, 0)
    desk.handle(controls(), world, CAMERA_X)
    assert desk.view is None


def test_the_guard_key_blacks_out_the_district_in_view(desk: GridDesk, world: World) -> None:
    desk.handle(controls(Control.GUARD, held=(Control.COMMAND_VIEW,)), world, CAMERA_X)
    assert desk.next() == (GridVerb.BLACKOUT, 1)
    desk.handle(controls(Control.GUARD), world, CAMERA_X)
    assert desk.next() == NO_COMMAND


def test_every_part_of_the_stage_has_a_district_in_view(world: World) -> None:
    assert [district_in_view(world.stage, x) for x in (0.0, 1300.0, 2560.0)] == [0, 1, 2]


def test_a_click_on_a_wire_toggles_and_a_right_click_surges_it(desk: GridDesk, world: World) -> None:
    x = 300
    y = int(world.wire_y[int(CAMERA_X) + x])
    desk.handle(Controls(aims_at=(x, y), clicked=True), world, CAMERA_X)
    assert desk.next() == (GridVerb.TOGGLE, 1)
    desk.handle(Controls(aims_at=(x, y), clicked_right=True), world, CAMERA_X)
    assert desk.next() == (GridVerb.SURGE, 1)
    desk.handle(Controls(aims_at=(x, y + 60), clicked=True), world, CAMERA_X)
    assert desk.next() == NO_COMMAND


def test_a_click_on_a_card_toggles_its_circuit(desk: GridDesk, world: World) -> None:
    desk.handle(Controls(aims_at=(320, 20), clicked=True), world, CAMERA_X)
    assert desk.next() == (GridVerb.TOGGLE, 1)


def test_cards_are_found_where_they_are_drawn() -> None:
    assert [display_card_at(x, 20, 3) for x in (231, 232, 287, 288, 292, 352, 408)] == [None, 0, 0, None, 1, 2, None]
    assert display_card_at(240, 60, 3) is None
    assert [command_card_at(x, 60, 3, 1) for x in (20, 212, 224, 428, 639)] == [0, None, 1, 2, None]
    assert command_card_at(224, 60, 5, 4) == 3


def test_a_stage_without_circuits_has_no_command_view() -> None:
    world = Simulation(street(), seed=1).world
    desk = GridDesk()
    desk.handle(controls(Control.BLACKOUT, Control.CIRCUIT_1, held=(Control.COMMAND_VIEW,)), world, 0.0)
    assert desk.view is None
    assert desk.next() == NO_COMMAND


def test_a_sandbox_takes_soldiers_and_pylons_where_the_mouse_points(desk: GridDesk) -> None:
    world = Simulation("lab", seed=1).world
    desk.handle(Controls(aims_at=(320, 250), clicked=True), world, 640.0)
    assert desk.next() == (GridVerb.SPAWN, 960 * 256 // world.stage.width)
    desk.handle(Controls(aims_at=(0, 250), clicked_right=True), world, 640.0)
    assert desk.next() == (GridVerb.RAISE, 640 * 256 // world.stage.width)
    desk.handle(controls(Control.CLEAR_SOLDIERS), world, 640.0)
    assert desk.next() == (GridVerb.CLEAR, 0)


def test_only_a_sandbox_does(desk: GridDesk, world: World) -> None:
    desk.handle(Controls(aims_at=(320, 250), clicked=True), world, CAMERA_X)
    desk.handle(controls(Control.PLACE_SOLDIERS, Control.PLACE_PYLON, Control.CLEAR_SOLDIERS), world, CAMERA_X)
    assert desk.next() == NO_COMMAND


def work(desk: GridDesk, world: World, *pressed: Control) -> None:
    """One tick of the second player."""
    desk.handle(controls(*pressed), world, CAMERA_X, two_players=True)


def test_the_second_player_begins_at_the_line_in_view(desk: GridDesk, world: World) -> None:
    assert desk.second_cursor is None
    work(desk, world)
    assert desk.second_cursor == 1


def test_the_second_player_picks_switches_surges_and_darkens_without_the_command_view(
    desk: GridDesk, world: World
) -> None:
    work(desk, world, Control.GRID_RIGHT, Control.GRID_SWITCH)
    work(desk, world, Control.GRID_SURGE, Control.GRID_BLACKOUT)
    given = [desk.next() for _ in range(4)]
    assert given == [(GridVerb.TOGGLE, 2), (GridVerb.SURGE, 2), (GridVerb.BLACKOUT, 1), NO_COMMAND]
    assert not desk.is_open


def test_the_second_cursor_goes_with_the_second_player(desk: GridDesk, world: World) -> None:
    work(desk, world)
    desk.handle(controls(), world, CAMERA_X)
    assert desk.second_cursor is None


def test_a_middle_click_darkens_the_district_in_view(desk: GridDesk, world: World) -> None:
    desk.handle(Controls(aims_at=(300, 200), clicked_middle=True), world, CAMERA_X)
    assert desk.next() == (GridVerb.BLACKOUT, 1)
