"""Bindings: nobody is ever stuck, conflicts are found, and what a file says wrongly changes nothing."""

import pygame
import pytest

from game.play.bindings import BOUND, DEFAULTS, MENUS, PAUSE_KEY, Bindings, Lexicon, TableName, bind
from game.view.controls import KEYS, Control
from game.view.prompts import PLAIN_HINTS, PadButton, PadFamily, menu_prompts

TABLES: tuple[TableName, ...] = ("keys", "buttons", "joystick")


def in_play(bindings: Bindings) -> Lexicon:
    lexicon = Lexicon(bindings)
    lexicon.in_play = True
    return lexicon


def test_every_control_has_a_key_at_first() -> None:
    assert set(KEYS) == set(BOUND)


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_on_one_key_with_another_at_first(table: TableName) -> None:
    assert not [control for control in BOUND if Bindings().rivals(table, control)]


def test_what_is_on_one_key_with_another_is_found() -> None:
    bindings = Bindings.changed({"keys": {"ROAR": (pygame.K_z,)}})
    assert bindings.rivals("keys", Control.ROAR) == {Control.CLAW}
    assert bindings.rivals("keys", Control.CLAW) == {Control.ROAR}


def test_a_key_bound_anew_means_that_in_play() -> None:
    lexicon = in_play(Bindings.changed({"keys": {"ROAR": (pygame.K_m,)}}))
    assert lexicon.gamera("keys", pygame.K_m) == (Control.ROAR,)
    assert lexicon.gamera("keys", pygame.K_v) == ()


@pytest.mark.parametrize("table", TABLES)
def test_menus_can_be_worked_when_nothing_is_bound(table: TableName) -> None:
    nothing: dict[str, tuple[int, ...]] = {control.name: () for control in BOUND}
    lexicon = Lexicon(Bindings.changed({table: nothing}))
    for control, codes in MENUS[table].items():
        assert all(control in lexicon.gamera(table, code) for code in codes)


def test_menus_can_be_worked_when_everything_is_on_one_key() -> None:
    everything = {control.name: (pygame.K_RETURN, pygame.K_ESCAPE) for control in BOUND}
    lexicon = Lexicon(Bindings.changed({"keys": everything}))
    assert lexicon.gamera("keys", pygame.K_RETURN) == (Control.CONFIRM,)
    assert Control.BACK in lexicon.gamera("keys", pygame.K_ESCAPE)


def test_escape_pauses_whatever_is_bound() -> None:
    nothing: dict[str, tuple[int, ...]] = {control.name: () for control in BOUND}
    assert in_play(Bindings.changed({"keys": nothing})).gamera("keys", PAUSE_KEY) == (Control.PAUSE,)


def test_bound_directions_steer_menus_too() -> None:
    lexicon = Lexicon(Bindings.changed({"keys": {"UP": (pygame.K_t,)}}))
    assert lexicon.gamera("keys", pygame.K_t) == (Control.UP,)


def test_a_name_that_is_no_control_changes_nothing() -> None:
    assert Bindings.changed({"keys": {"FLY": (pygame.K_f,), "CONFIRM": ()}}) == Bindings()


def test_binding_replaces_adds_and_takes_away() -> None:
    claw = DEFAULTS["keys"][Control.CLAW]
    assert bind(KEYS[Control.CLAW], 0, pygame.K_m) == (pygame.K_m, claw[1])
    assert bind(KEYS[Control.CLAW], 2, pygame.K_m) == (*claw, pygame.K_m)
    assert bind(KEYS[Control.CLAW], 0, None) == claw[1:]
    assert bind(KEYS[Control.CLAW], 2, None) == claw


@pytest.mark.parametrize(
    ("hint", "control"),
    [
        ("choose", Control.CONFIRM),
        ("back", Control.BACK),
        ("erase", Control.ERASE),
        ("leave", Control.PAUSE),
        ("pages", Control.PREVIOUS_PAGE),
    ],
)
def test_what_a_menu_says_of_a_plain_joystick_is_true(hint: str, control: Control) -> None:
    assert PLAIN_HINTS[hint][:1] == MENUS["joystick"][control]
    said = menu_prompts(hint, PadFamily.PLAIN)[0]
    assert said == PadButton("shoulder", str(MENUS["joystick"][control][0] + 1))
