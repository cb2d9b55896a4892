"""The page of keys binds, clears, resets and warns; prompts follow the device in hand; a second player joins."""

import pygame
import pytest

from game.play.bindings import Bindings, Control
from game.play.context import Context
from game.play.screens.keys import KEEP_BOTH, TAKE_IT, UNDO, KeysScreen
from game.play.screens.question import NO, YES, QuestionScreen
from game.play.screens.title import TitleScreen
from game.play.session import Session
from game.play.settings import load_settings
from game.sim import Button
from game.sim.power import CircuitState
from game.view.moves import KEY_PAGES
from game.view.prompts import Key, PadButton, PadFamily
from tests.player import Player

PAD = 4  # instance id
ROWS = list(KEY_PAGES["GAMERA"])
KEY_PLACES = 3
ANSWERS = (UNDO, TAKE_IT, KEEP_BOTH)


class StillPad:
    def rumble(self, low_frequency: float, high_frequency: float, duration: int) -> bool:
        return False


@pytest.fixture
def at_keys(context: Context) -> Player:
    return Player(context, TitleScreen(context), KeysScreen(context))


def go_to(player: Player, control: Control, place: int = 0) -> None:
    player.press(*[pygame.K_DOWN] * ROWS.index(control), *[pygame.K_RIGHT] * place)


def put(player: Player, key: int) -> None:
    """Chooses the place and presses what shall be there."""
    player.press(pygame.K_RETURN)
    assert player.stack.catch(pygame.Event(pygame.KEYDOWN, key=key, mod=0))
    player.wait()


def put_button_on_roar(player: Player, context: Context, button: int) -> None:
    """A pad is plugged in, and the button pressed where the roar's first one is asked for."""
    context.pads.plug_in(PAD, StillPad())
    go_to(player, Control.ROAR, KEY_PLACES)
    player.press(pygame.K_RETURN)
    assert player.stack.catch(pygame.Event(pygame.CONTROLLERBUTTONDOWN, instance_id=PAD, button=button))


def keys_of(context: Context, control: Control) -> tuple[int, ...]:
    return context.input.lexicon.bindings.keys[control]


def test_a_key_is_bound_anew_and_stored(at_keys: Player, context: Context) -> None:
    go_to(at_keys, Control.ROAR)
    put(at_keys, pygame.K_m)
    assert keys_of(context, Control.ROAR) == (pygame.K_m, pygame.K_i)
    at_keys.press(pygame.K_ESCAPE)
    assert load_settings()[0].bindings().keys[Control.ROAR] == (pygame.K_m, pygame.K_i)


def test_a_key_that_a_control_is_on_already_changes_nothing_and_that_is_said(at_keys: Player, context: Context) -> None:
    go_to(at_keys, Control.CLAW)
    put(at_keys, keys_of(context, Control.CLAW)[1])
    assert context.notice.text
    assert context.input.lexicon.bindings == Bindings()


def test_a_key_on_two_moves_is_shown_on_both(at_keys: Player, context: Context) -> None:
    before = at_keys.frame()
    go_to(at_keys, Control.ROAR)
    put(at_keys, pygame.K_z)
    at_keys.choose(KEEP_BOTH, ANSWERS)
    assert context.input.lexicon.bindings.rivals("keys", Control.CLAW) == {Control.ROAR}
    assert at_keys.frame() != before


@pytest.mark.parametrize(
    ("answer", "roar", "claw"),
    [
        (TAKE_IT, (pygame.K_z, pygame.K_i), (pygame.K_j,)),
        (KEEP_BOTH, (pygame.K_z, pygame.K_i), (pygame.K_z, pygame.K_j)),
        (UNDO, (pygame.K_v, pygame.K_i), (pygame.K_z, pygame.K_j)),
    ],
)
def test_a_key_that_does_something_else_is_asked_about(
    at_keys: Player, context: Context, answer: str, roar: tuple[int, ...], claw: tuple[int, ...]
) -> None:
    go_to(at_keys, Control.ROAR)
    put(at_keys, pygame.K_z)
    at_keys.choose(answer, ANSWERS)
    assert isinstance(at_keys.top, KeysScreen)
    assert (keys_of(context, Control.ROAR), keys_of(context, Control.CLAW)) == (roar, claw)


def test_the_way_back_from_a_conflict_undoes_it(at_keys: Player, context: Context) -> None:
    go_to(at_keys, Control.ROAR)
    put(at_keys, pygame.K_z)
    assert isinstance(at_keys.top, QuestionScreen)
    at_keys.press(pygame.K_ESCAPE)
    assert isinstance(at_keys.top, KeysScreen)
    assert context.input.lexicon.bindings == Bindings()


def test_the_button_that_always_pauses_is_given_to_nothing_else(at_keys: Player, context: Context) -> None:
    put_button_on_roar(at_keys, context, pygame.CONTROLLER_BUTTON_START)
    assert context.input.lexicon.bindings == Bindings()
    assert "always pauses" in context.notice.text


def test_escape_is_shown_to_pause_also_where_it_was_taken_off(at_keys: Player, context: Context) -> None:
    keys = at_keys.top
    assert isinstance(keys, KeysScreen)
    pause = KEY_PAGES["GAMERA"][Control.PAUSE]
    assert keys._shown(Control.PAUSE, pause).always == ()
    go_to(at_keys, Control.PAUSE)
    at_keys.press(pygame.K_DELETE)
    assert keys._shown(Control.PAUSE, pause).always == (Key("ESC"),)


def test_escape_leaves_a_place_as_it_was(at_keys: Player, context: Context) -> None:
    go_to(at_keys, Control.ROAR)
    put(at_keys, pygame.K_ESCAPE)
    assert context.input.lexicon.bindings == Bindings()
    assert isinstance(at_keys.top, KeysScreen)


def test_delete_clears_a_place(at_keys: Player, context: Context) -> None:
    go_to(at_keys, Control.CLAW)
    at_keys.press(pygame.K_DELETE)
    assert keys_of(context, Control.CLAW) == (pygame.K_j,)


def test_the_last_row_asks_then_resets_everything(at_keys: Player, context: Context) -> None:
    go_to(at_keys, Control.CLAW)
    put(at_keys, pygame.K_m)
    to_reset = [pygame.K_UP] * (ROWS.index(Control.CLAW) + 1)
    at_keys.press(*to_reset, pygame.K_RETURN, pygame.K_RETURN)
    assert keys_of(context, Control.CLAW) == (pygame.K_m, pygame.K_j)
    at_keys.press(pygame.K_RETURN)
    at_keys.choose(YES, (NO, YES))
    assert context.input.lexicon.bindings == Bindings()
    assert not context.settings.keys


def test_a_button_of_the_pad_is_bound_anew(at_keys: Player, context: Context) -> None:
    put_button_on_roar(at_keys, context, pygame.CONTROLLER_BUTTON_GUIDE)
    assert context.input.lexicon.bindings.buttons[Control.ROAR] == (pygame.CONTROLLER_BUTTON_GUIDE,)


def test_a_click_chooses_a_place_and_another_lets_it_be(at_keys: Player, context: Context) -> None:
    at_keys.click(300, 100)
    assert at_keys.stack.catch(pygame.Event(pygame.KEYUP, key=pygame.K_m, mod=0)) is False
    at_keys.click(300, 100)
    assert not at_keys.stack.catch(pygame.Event(pygame.KEYDOWN, key=pygame.K_m, mod=0))
    assert context.input.lexicon.bindings == Bindings()


def test_a_key_bound_anew_plays_at_once(on_stage: Player, context: Context, session: Session) -> None:
    context.settings.keys["CLAW"] = (pygame.K_m,)
    context.apply_settings()
    on_stage.down(pygame.K_m)
    on_stage.wait()
    assert Button.ATTACK in session.world.action.buttons


def test_prompts_follow_the_device_in_hand(on_stage: Player, context: Context) -> None:
    context.pads.plug_in(PAD, StillPad(), PadFamily.PLAYSTATION)
    assert context.kit.prompts.of(Control.CLAW) == (Key("Z"),)
    context.pads.handle(pygame.Event(pygame.CONTROLLERBUTTONDOWN, instance_id=PAD, button=pygame.CONTROLLER_BUTTON_X))
    context.show_device_in_hand()
    assert context.kit.prompts.of(Control.CLAW) == (PadButton("square"),)
    on_stage.press(pygame.K_z)
    context.show_device_in_hand()
    assert context.kit.prompts.of(Control.CLAW) == (Key("Z"),)


def test_a_second_player_joins_with_f2_works_a_line_and_leaves(
    on_stage: Player, context: Context, session: Session
) -> None:
    on_stage.press(pygame.K_F2)
    assert "P2" in context.notice.text
    on_stage.down(pygame.K_d)
    on_stage.press(pygame.K_UP)
    on_stage.wait(2)
    assert CircuitState.LIVE in [circuit.state for circuit in session.world.grid.circuits]
    assert session.world.action.move == 1
    on_stage.press(pygame.K_F2)
    assert not context.input.seats.two_players
    assert "left" in context.notice.text


def test_the_second_players_welcome_fits_its_line(on_stage: Player, context: Context) -> None:
    for family in PadFamily:
        context.pads.plug_in(PAD, StillPad(), family)
        context.input.seats.join(PAD)
        on_stage.wait()
        assert len(context.notice.text) <= 78
        context.input.seats.leave(PAD)
        on_stage.wait()
