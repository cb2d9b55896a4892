"""The title opens every screen and gets back from it."""

import pygame

from game.play.screens.chapter import ChapterScreen
from game.play.screens.difficulty import DifficultyScreen
from game.play.screens.keys import KeysScreen
from game.play.screens.options import OptionsScreen
from game.play.screens.scores import ScoresScreen
from game.play.screens.stage import StageScreen
from game.play.screens.title import TitleScreen, menu_items
from tests.player import Player


def test_from_the_title_to_the_first_card(at_title: Player) -> None:
    at_title.press(pygame.K_F1, pygame.K_q)
    at_title.press(pygame.K_RETURN)
    assert isinstance(at_title.top, DifficultyScreen)
    at_title.press(pygame.K_RETURN)
    at_title.load()
    assert isinstance(at_title.top, ChapterScreen)


def test_from_the_title_into_the_lab(at_title: Player) -> None:
    at_title.press(pygame.K_SPACE)
    at_title.choose("LAB", menu_items(()))
    at_title.load()
    assert isinstance(at_title.top, StageScreen)


def test_quit_ends_the_game(at_title: Player) -> None:
    at_title.press(pygame.K_SPACE, pygame.K_UP, pygame.K_RETURN)
    assert at_title.top is None


def test_every_entry_of_the_title_opens_its_screen_and_comes_back(at_title: Player) -> None:
    at_title.press(pygame.K_SPACE)
    items = menu_items(())
    row = 0
    for item, kind in (("SCORES", ScoresScreen), ("OPTIONS", OptionsScreen), ("KEYS", KeysScreen)):
        at_title.press(*[pygame.K_DOWN] * (items.index(item) - row), pygame.K_RETURN)
        row = items.index(item)
        assert isinstance(at_title.top, kind)
        at_title.press(pygame.K_ESCAPE)
        assert isinstance(at_title.top, TitleScreen)


def test_losing_the_keyboard_at_the_title_changes_nothing(at_title: Player) -> None:
    title = at_title.top
    at_title.stack.interrupt()
    assert at_title.top is title
