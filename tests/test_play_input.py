"""No press is lost, none is doubled, and none means something it was not meant for."""

import pygame

from game.play.input import Input, Switchboard
from game.play.latch import Latch
from game.play.seats import KEYBOARD, SECOND_KEYS
from game.view.controls import Control


def key(event_type: int, code: int) -> pygame.Event:
    return pygame.Event(event_type, key=code, mod=0)


def press(user_input: Input, code: int) -> None:
    user_input.handle(key(pygame.KEYDOWN, code))


def release(user_input: Input, code: int) -> None:
    user_input.handle(key(pygame.KEYUP, code))


def anywhere(position: tuple[int, int]) -> tuple[int, int] | None:
    return position


def in_play() -> Input:
    """Where the player's bindings hold."""
    user_input = Input(anywhere)
    user_input.change_screen(in_play=True)
    return user_input


def test_a_press_shorter_than_a_tick_lasts_one_tick() -> None:
    user_input = in_play()
    press(user_input, pygame.K_z)
    release(user_input, pygame.K_z)
    first, second = user_input.take_for_stage(), user_input.take_for_stage()
    assert Control.CLAW in first.held
    assert Control.CLAW in first.pressed
    assert Control.CLAW not in second.held


def test_two_presses_between_two_ticks_stay_two() -> None:
    user_input = in_play()
    for _ in range(2):
        press(user_input, pygame.K_z)
        release(user_input, pygame.K_z)
    held = [Control.CLAW in user_input.take_for_stage().held for _ in range(5)]
    assert held == [True, False, True, False, False]


def test_presses_of_different_keys_keep_their_order() -> None:
    user_input = Input(anywhere)
    for code in (pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN):
        press(user_input, code)
        release(user_input, code)
    order = [user_input.take().pressed for _ in range(6)]
    downs = [number for number, pressed in enumerate(order) if Control.DOWN in pressed]
    confirms = [number for number, pressed in enumerate(order) if Control.CONFIRM in pressed]
    assert len(downs) == 2
    assert len(confirms) == 1
    assert confirms[0] >= downs[1]


def test_a_held_key_is_pressed_once() -> None:
    user_input = in_play()
    press(user_input, pygame.K_z)
    pressed = [Control.CLAW in user_input.take_for_stage().pressed for _ in range(4)]
    assert pressed == [True, False, False, False]


def test_both_consumers_see_every_press() -> None:
    user_input = in_play()
    press(user_input, pygame.K_RETURN)
    release(user_input, pygame.K_RETURN)
    assert Control.SKIP in user_input.take().pressed
    assert Control.SKIP in user_input.take_for_stage().pressed


def test_a_control_is_down_while_any_of_its_keys_is() -> None:
    user_input = in_play()
    press(user_input, pygame.K_LEFT)
    press(user_input, pygame.K_a)
    release(user_input, pygame.K_LEFT)
    assert Control.LEFT in user_input.take_for_stage().held
    release(user_input, pygame.K_a)
    assert Control.LEFT not in user_input.take_for_stage().held


def test_a_key_that_chose_in_a_menu_does_not_strike_in_the_stage() -> None:
    user_input = Input(anywhere)
    press(user_input, pygame.K_z)
    user_input.change_screen(in_play=True)
    assert not user_input.take_for_stage().held
    release(user_input, pygame.K_z)
    press(user_input, pygame.K_z)
    assert Control.CLAW in user_input.take_for_stage().pressed


def test_a_direction_held_through_a_menu_goes_on_to_count_in_the_stage() -> None:
    user_input = Input(anywhere)
    press(user_input, pygame.K_RIGHT)
    user_input.take_for_stage()
    user_input.change_screen(in_play=True)
    assert Control.RIGHT in user_input.take_for_stage().held


def test_losing_the_keyboard_lets_go_of_its_keys() -> None:
    user_input = in_play()
    press(user_input, pygame.K_RIGHT)
    user_input.handle(pygame.Event(pygame.WINDOWFOCUSLOST))
    user_input.take_for_stage()
    assert not user_input.take_for_stage().held


def test_a_click_waits_for_the_next_tick_and_knows_its_place() -> None:
    user_input = Input(lambda position: (position[0] // 2, position[1] // 2))
    user_input.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(100, 50)))
    controls = user_input.take()
    assert controls.clicked
    assert controls.aims_at == (50, 25)
    assert not user_input.take().clicked


def test_mashing_in_slow_time_does_not_pile_up() -> None:
    latch = Latch()
    for _ in range(50):
        latch.feed(Control.CLAW, True)
        latch.feed(Control.CLAW, False)
    presses = sum(bool(latch.take()[1]) for _ in range(100))
    assert presses == 2


def test_the_end_of_mashing_is_never_lost() -> None:
    latch = Latch()
    for _ in range(7):
        latch.feed(Control.CLAW, True)
        latch.feed(Control.CLAW, False)
    latch.feed(Control.CLAW, True)
    held = [Control.CLAW in latch.take()[0] for _ in range(10)]
    assert held[-1]


def test_a_device_that_goes_away_lets_go_of_everything() -> None:
    board = Switchboard()
    board.set(Control.LEFT, True, 7, "stick")
    board.set(Control.CLAW, True, 7, 2)
    board.set(Control.CLAW, True, "keyboard", pygame.K_z)
    board.release(7)
    assert board.held() == {Control.CLAW}


def test_a_number_typed_with_shift_surges_even_if_shift_itself_came_too_late() -> None:
    user_input = in_play()
    user_input.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_2, mod=pygame.KMOD_LSHIFT))
    controls = user_input.take()
    assert {Control.CIRCUIT_2, Control.SURGE_SHIFT} <= controls.held
    user_input.handle(pygame.Event(pygame.KEYUP, key=pygame.K_2, mod=0))
    assert Control.SURGE_SHIFT not in user_input.take().held


def test_a_key_let_go_on_another_screen_holds_nothing_there() -> None:
    user_input = in_play()
    press(user_input, pygame.K_z)
    user_input.change_screen()
    release(user_input, pygame.K_z)
    assert not user_input.switchboard.held()


def test_the_second_players_keys_are_his_alone_while_he_is_there() -> None:
    user_input = in_play()
    user_input.seats.join(SECOND_KEYS)
    press(user_input, pygame.K_LEFT)
    press(user_input, pygame.K_d)
    assert user_input.take().held == {Control.GRID_LEFT, Control.RIGHT}


def test_without_a_second_player_the_arrows_are_gameras() -> None:
    user_input = in_play()
    press(user_input, pygame.K_LEFT)
    assert user_input.take().held == {Control.LEFT}


def test_the_second_players_presses_leave_the_prompts_to_gameras_device() -> None:
    user_input = in_play()
    user_input.seats.join(SECOND_KEYS)
    press(user_input, pygame.K_LEFT)
    assert user_input.seats.in_hand is None
    press(user_input, pygame.K_d)
    assert user_input.seats.in_hand == KEYBOARD
