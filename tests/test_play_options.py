"""Options change at once, are kept, and are reset."""

import pygame
import pytest

from game.play.context import Context
from game.play.screens.options import PAGES, OptionsScreen, Row, rows_of
from game.play.screens.question import NO, YES
from game.play.screens.title import TitleScreen
from game.play.settings import Settings, load_settings
from tests.player import Player


def test_options_change_at_once_and_are_stored(context: Context) -> None:
    player = Player(context, TitleScreen(context), OptionsScreen(context))
    player.press(pygame.K_RIGHT, pygame.K_TAB, pygame.K_TAB, pygame.K_DOWN, pygame.K_LEFT)
    assert context.settings.music == 70
    player.press(pygame.K_ESCAPE)
    stored, said = load_settings()
    assert said == ""
    assert (stored.music, stored.difficulty) == (70, "legion")


@pytest.mark.parametrize("page", PAGES)
def test_every_option_goes_through_all_its_values(context: Context, page: str) -> None:
    player = Player(context, OptionsScreen(context))
    player.press(*[pygame.K_TAB] * list(PAGES).index(page))
    for row in rows_of(page):
        seen = {getattr(context.settings, row.field)}
        for key in (pygame.K_LEFT, pygame.K_RIGHT):
            for _ in row.values:
                player.press(key)
                player.frame()
                seen.add(getattr(context.settings, row.field))
        assert seen == set(row.values)
        player.press(pygame.K_DOWN)


ON_OTHER_PAGES = {"format", "keys", "buttons", "joystick", "keyboard_seat", "grid_pads"}


def test_every_setting_but_keys_and_seats_has_its_option() -> None:
    offered = {row.field for rows in PAGES.values() for row in rows}
    assert offered == set(Settings.__struct_fields__) - ON_OTHER_PAGES


def test_options_answer_the_mouse(context: Context) -> None:
    player = Player(context, OptionsScreen(context))
    player.click(330, 108)  # the row "lines worked by", right of its value's middle
    assert context.settings.army_operator
    player.click(250, 48)  # the tab "sound"
    for x, volume in ((232 + 64, 50), (232, 0), (232 + 128, 100)):  # on the first slider
        player.click(x, 90)
        assert context.settings.master == volume


def test_a_slider_follows_the_mouse_until_its_button_is_let_go(context: Context) -> None:
    player = Player(context, OptionsScreen(context))
    player.click(250, 48)  # the tab "sound"
    player.drag((232 + 128, 90), (232 + 64, 90), (232 + 26, 200), (100, 200))  # the first slider; then far below it
    assert context.settings.master == 0
    player.point(232 + 64, 90)
    assert context.settings.master == 0


def test_a_drag_that_began_beside_a_slider_moves_none(context: Context) -> None:
    player = Player(context, OptionsScreen(context))
    player.click(250, 48)
    before = context.settings.master, context.settings.music
    player.drag((60, 90), (232, 90), (232, 116))  # from the row's name
    assert (context.settings.master, context.settings.music) == before


def test_a_page_of_options_is_reset_and_the_others_stay(context: Context) -> None:
    player = Player(context, OptionsScreen(context))
    player.press(pygame.K_RIGHT, pygame.K_TAB, pygame.K_TAB, pygame.K_LEFT)
    assert (context.settings.difficulty, context.settings.master) == ("legion", 90)
    player.press(pygame.K_UP, pygame.K_UP, pygame.K_LEFT, pygame.K_RETURN)
    assert (context.settings.difficulty, context.settings.master) == ("legion", 100)


def test_all_options_are_reset_and_keys_language_and_difficulty_stay(context: Context) -> None:
    keys = {"CLAW": (pygame.K_q,)}
    context.settings = Settings(
        scale=2, fullscreen=True, master=0, difficulty="story", shake=0, language="en", keys=keys
    )
    context.apply_settings()
    player = Player(context, TitleScreen(context), OptionsScreen(context))
    player.press(pygame.K_UP, pygame.K_RETURN)
    player.choose("YES", (NO, YES))
    player.press(pygame.K_ESCAPE)
    assert load_settings()[0] == Settings(difficulty="story", language="en", keys=keys)
    assert not context.presenter.fullscreen


def test_a_held_direction_repeats_in_menus(context: Context) -> None:
    player = Player(context, OptionsScreen(context))
    player.press(pygame.K_TAB, pygame.K_TAB)
    player.down(pygame.K_LEFT)
    player.wait(120)
    assert context.settings.master == 0


def test_resetting_all_options_is_asked_first_and_no_is_where_one_stands(context: Context) -> None:
    context.settings.music = 30
    player = Player(context, TitleScreen(context), OptionsScreen(context))
    for answer in (pygame.K_RETURN, pygame.K_ESCAPE):
        player.press(pygame.K_UP, pygame.K_RETURN, answer, pygame.K_DOWN)
        assert isinstance(player.top, OptionsScreen)
    assert context.settings.music == 30


def window_row() -> Row:
    return next(row for row in rows_of("PICTURE") if row.field == "scale")


def test_only_windows_that_fit_the_desktop_beside_a_title_bar_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [(1920, 1080)])
    assert window_row().shown == ("AS FITS", "640 X 360", "1280 X 720")


def test_a_larger_window_saved_on_another_desktop_stays_saved_and_what_it_is_here_is_shown(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [(1920, 1080)])
    context.settings.scale = 6
    screen = OptionsScreen(context)
    assert screen._shown(window_row()) == "1280 X 720"
    player = Player(context, TitleScreen(context), screen)
    player.press(pygame.K_ESCAPE)
    assert load_settings()[0].scale == 6
