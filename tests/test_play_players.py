"""The page of players: any device plays Gamera or works the grid, and the two can change places."""

import pygame
import pytest

from game.play.bindings import Control
from game.play.context import Context
from game.play.pads import Pads
from game.play.screens.players import PlayersScreen
from game.play.screens.stage import StageScreen
from game.play.screens.title import TitleScreen
from game.play.seat_memory import remember_seats, restore_seats
from game.play.seats import KEYBOARD, SECOND_KEYS, Role, Seats
from game.play.second_player import gameras_prompts_beside
from game.play.session import Session
from game.play.settings import load_settings
from game.sim.power import CircuitState
from game.view.prompts import Key, PadFamily
from tests.player import Player

PAD = 7


class FakePad:
    def rumble(self, low_frequency: float, high_frequency: float, duration: int) -> bool:
        return True


@pytest.fixture
def at_players(context: Context) -> Player:
    """Keyboard, a pad, the mouse and the row that swaps."""
    context.pads.plug_in(PAD, FakePad(), PadFamily.XBOX, "Test pad")
    return Player(context, TitleScreen(context), PlayersScreen(context))


def roles(context: Context) -> tuple[Role, Role]:
    return context.input.seats.role(KEYBOARD), context.input.seats.role(PAD)


def test_the_keyboard_moves_over_in_two_steps_and_back(at_players: Player, context: Context) -> None:
    seen = []
    for key in (pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT, pygame.K_LEFT):
        at_players.press(key)
        seen.append(roles(context)[0])
    assert seen == [Role.SHARED, Role.GRID, Role.GRID, Role.SHARED, Role.GAMERA]


def test_a_pad_is_given_the_grid(at_players: Player, context: Context) -> None:
    at_players.press(pygame.K_DOWN, pygame.K_RETURN)
    assert roles(context) == (Role.GAMERA, Role.GRID)
    assert context.input.seats.two_players


def test_the_players_swap(at_players: Player, context: Context) -> None:
    at_players.press(pygame.K_DOWN, pygame.K_RIGHT, pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN)
    assert roles(context) == (Role.GRID, Role.GAMERA)


def test_a_click_puts_a_device_where_it_points(at_players: Player, context: Context) -> None:
    at_players.click(530, 90)
    assert roles(context)[0] is Role.GRID
    at_players.click(430, 114)  # a pad cannot be shared
    assert roles(context)[1] is Role.GAMERA


def test_who_plays_gamera_alone_does_not_go_over_to_the_grid(at_players: Player, context: Context) -> None:
    at_players.press(pygame.K_DOWN, pygame.K_RIGHT, pygame.K_UP)
    at_players.press(*[pygame.K_RIGHT] * 3)
    assert roles(context) == (Role.SHARED, Role.GRID)
    assert context.notice.text == "Somebody must play Gamera."
    at_players.press(pygame.K_RETURN)
    assert roles(context) == (Role.GAMERA, Role.GRID)
    at_players.press(pygame.K_DOWN, pygame.K_LEFT, pygame.K_UP, pygame.K_RIGHT, pygame.K_RIGHT)
    assert roles(context) == (Role.GRID, Role.GAMERA)
    at_players.click(530, 114)
    assert roles(context) == (Role.GRID, Role.GAMERA)


def test_one_player_cannot_swap(at_players: Player, context: Context) -> None:
    at_players.press(pygame.K_UP, pygame.K_RETURN)
    assert roles(context) == (Role.GAMERA, Role.GAMERA)
    assert context.notice.text == "Somebody must play Gamera."


def test_of_a_shared_keyboard_gamera_is_named_only_the_keys_that_are_left_to_him(context: Context) -> None:
    assert gameras_prompts_beside(context).of(Control.LEFT, Control.RIGHT) == (Key("A"), Key("D"))


def test_the_keyboard_stands_in_for_gameras_pad_while_that_is_unplugged(at_players: Player, context: Context) -> None:
    at_players.press(pygame.K_RIGHT, pygame.K_RIGHT)
    context.pads.handle(pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=PAD))
    restore_seats(context)
    assert context.input.seats.role(KEYBOARD) is Role.GAMERA
    remember_seats(context)
    context.pads.plug_in(8, FakePad(), PadFamily.XBOX, "Test pad")
    restore_seats(context)
    assert context.input.seats.role(KEYBOARD) is Role.GRID


def test_the_mouse_stays_at_the_lines(at_players: Player, context: Context) -> None:
    before = roles(context)
    at_players.press(pygame.K_DOWN, pygame.K_DOWN, pygame.K_RIGHT, pygame.K_LEFT, pygame.K_RETURN)
    assert roles(context) == before


def test_a_pad_that_is_unplugged_leaves_the_page(at_players: Player, context: Context) -> None:
    at_players.press(pygame.K_UP)
    context.pads.handle(pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=PAD))
    at_players.wait(2)
    assert at_players.frame()
    at_players.press(pygame.K_UP, pygame.K_UP, pygame.K_RIGHT)
    assert context.input.seats.role(KEYBOARD) is Role.SHARED


@pytest.mark.parametrize("key", [pygame.K_ESCAPE, pygame.K_BACKSPACE])
def test_it_is_left_with_any_way_back(at_players: Player, key: int) -> None:
    at_players.press(key)
    assert isinstance(at_players.top, TitleScreen)


def test_a_pressed_device_shows_its_row(at_players: Player) -> None:
    plain = at_players.frame()
    at_players.stack.catch(pygame.Event(pygame.CONTROLLERBUTTONDOWN, instance_id=PAD, button=3))
    assert at_players.frame() != plain


def test_every_place_says_what_its_keys_do(at_players: Player) -> None:
    seen = set()
    for _ in range(3):
        seen.add(at_players.frame())
        at_players.press(pygame.K_RIGHT)
    assert len(seen) == 3


def test_a_keyboard_at_the_grid_works_lines_and_moves_nobody(
    context: Context, on_stage: Player, session: Session
) -> None:
    context.input.seats.assign(KEYBOARD, Role.GRID)
    on_stage.wait()
    on_stage.down(pygame.K_d)
    on_stage.press(pygame.K_UP)
    on_stage.wait(5)
    lines = [circuit.state for circuit in session.world.grid.circuits]
    assert CircuitState.LIVE in lines
    assert (session.world.action.move, session.world.action.aim) == (0, 0)
    on_stage.press(pygame.K_2)
    on_stage.wait(5)
    assert [circuit.state for circuit in session.world.grid.circuits] != lines


def test_a_keyboard_at_the_grid_still_pauses_and_leaves_with_f2(context: Context, on_stage: Player) -> None:
    context.input.seats.assign(KEYBOARD, Role.GRID)
    on_stage.wait()
    on_stage.press(pygame.K_F2)
    assert context.input.seats.role(KEYBOARD) is Role.GAMERA
    assert "left" in context.notice.text
    context.input.seats.assign(KEYBOARD, Role.GRID)
    on_stage.press(pygame.K_ESCAPE)
    assert not isinstance(on_stage.top, StageScreen)


def test_what_the_command_view_does_with_gameras_keys_a_keyboard_at_the_grid_does(context: Context) -> None:
    lexicon = context.input.lexicon
    lexicon.in_play = True
    meant = [lexicon.grid_alone(key) for key in (pygame.K_a, pygame.K_j, pygame.K_k, pygame.K_SPACE)]
    assert meant == [(Control.GRID_LEFT,), (Control.GRID_SWITCH,), (Control.GRID_SURGE,), ()]


def test_seats_know_a_shared_keyboard() -> None:
    seats = Seats()
    seats.join(SECOND_KEYS)
    assert seats.role(KEYBOARD) is Role.SHARED
    seats.assign(KEYBOARD, Role.GRID)
    assert not seats.at_grid(SECOND_KEYS)


def start_again(context: Context, *pads: tuple[int, str]) -> None:
    """With these pads, by instance id and name, plugged in one after another."""
    context.settings = load_settings()[0]
    for instance, _ in context.pads.plugged_in():
        context.pads.handle(pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=instance))
    context.input.seats = Seats()
    context.pads = Pads(context.input)
    restore_seats(context)
    for instance, name in pads:
        context.pads.plug_in(instance, FakePad(), PadFamily.XBOX, name)
        restore_seats(context)


def test_a_pad_has_its_seat_again_at_the_next_start(at_players: Player, context: Context) -> None:
    at_players.press(pygame.K_DOWN, pygame.K_RIGHT, pygame.K_ESCAPE)
    start_again(context, (20, "Another"), (21, "Test pad"))
    assert [context.input.seats.role(pad) for pad in (20, 21)] == [Role.GAMERA, Role.GRID]


def test_a_shared_keyboard_is_shared_at_the_next_start(at_players: Player, context: Context) -> None:
    at_players.press(pygame.K_RIGHT, pygame.K_ESCAPE)
    start_again(context)
    assert context.input.seats.role(KEYBOARD) is Role.SHARED


def test_a_keyboard_at_the_grid_waits_at_the_next_start_for_a_pad_to_play_gamera(
    at_players: Player, context: Context
) -> None:
    at_players.press(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_ESCAPE)
    start_again(context)
    assert context.input.seats.role(KEYBOARD) is Role.GAMERA
    start_again(context, (30, "Test pad"))
    assert context.input.seats.role(KEYBOARD) is Role.GRID


def test_of_two_pads_of_one_name_only_as_many_as_before_work_the_grid(at_players: Player, context: Context) -> None:
    at_players.press(pygame.K_DOWN, pygame.K_RIGHT, pygame.K_ESCAPE)
    start_again(context, (40, "Test pad"), (41, "Test pad"))
    assert [context.input.seats.role(pad) for pad in (40, 41)] == [Role.GRID, Role.GAMERA]
    context.input.seats.assign(40, Role.GAMERA)
    context.input.seats.assign(41, Role.GRID)
    restore_seats(context)
    assert [context.input.seats.role(pad) for pad in (40, 41)] == [Role.GAMERA, Role.GRID]


def test_a_seat_taken_in_the_middle_of_a_stage_is_kept_too(on_stage: Player, context: Context) -> None:
    on_stage.press(pygame.K_F2)
    on_stage.stack.close()
    start_again(context)
    assert context.input.seats.role(KEYBOARD) is Role.SHARED


def test_a_pad_unplugged_in_a_stage_keeps_its_seat(context: Context, session: Session) -> None:
    context.pads.plug_in(PAD, FakePad(), PadFamily.XBOX, "Test pad")
    context.input.seats.join(PAD)
    player = Player(context, TitleScreen(context), StageScreen(context, session))
    player.wait()
    assert "P2" in context.notice.text
    context.pads.handle(pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=PAD))
    player.wait()
    player.stack.close()
    start_again(context, (50, "Test pad"))
    assert context.input.seats.at_grid(50)
