"""A new game asks how hard it shall be."""

import pygame

from game.play.saves import load_saves
from game.play.screens.chapter import ChapterScreen
from game.play.screens.difficulty import DifficultyScreen
from game.play.screens.title import TitleScreen
from game.play.settings import load_settings
from game.view.pages.difficulty import rows_area as difficulty_area
from tests.player import Player


class FakePad:
    def rumble(self, low_frequency: float, high_frequency: float, duration: int) -> bool:
        return True


def test_a_new_game_begins_with_the_difficulty_chosen_and_that_is_the_next_ones_default(at_title: Player) -> None:
    at_title.press(pygame.K_SPACE, pygame.K_RETURN, pygame.K_DOWN, pygame.K_RETURN)
    at_title.load()
    chapter = at_title.top
    assert isinstance(chapter, ChapterScreen)
    assert chapter._session.setup.difficulty == "legion"
    assert load_settings()[0].difficulty == "legion"
    again = DifficultyScreen(at_title.context, lambda: TitleScreen(at_title.context))
    assert again._menu.items[again._menu.chosen] == "legion"


def test_the_difficulty_answers_the_mouse_and_the_way_back_changes_nothing(at_title: Player) -> None:
    at_title.press(pygame.K_SPACE, pygame.K_RETURN, pygame.K_UP, pygame.K_ESCAPE)
    assert isinstance(at_title.top, TitleScreen)
    assert load_settings()[0].difficulty == "normal"
    assert not load_saves()[0].entered
    at_title.press(pygame.K_RETURN)
    at_title.click(difficulty_area(1).centerx, difficulty_area(1).centery)
    at_title.load()
    assert isinstance(at_title.top, ChapterScreen)
    assert at_title.context.settings.difficulty == "story"


def test_the_difficulty_is_chosen_with_a_pad(at_title: Player) -> None:
    context = at_title.context
    context.pads.plug_in(3, FakePad())
    for button in (
        pygame.CONTROLLER_BUTTON_A,
        pygame.CONTROLLER_BUTTON_A,
        pygame.CONTROLLER_BUTTON_DPAD_UP,
        pygame.CONTROLLER_BUTTON_B,
        pygame.CONTROLLER_BUTTON_A,
        pygame.CONTROLLER_BUTTON_DPAD_UP,
        pygame.CONTROLLER_BUTTON_A,
    ):
        for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            context.pads.handle(pygame.Event(kind, instance_id=3, button=button))
        at_title.wait(2)
    at_title.load()
    assert isinstance(at_title.top, ChapterScreen)
    assert context.settings.difficulty == "story"
