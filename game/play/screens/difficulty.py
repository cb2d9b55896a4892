"""The choice before a new game: how hard it shall be. The one played last is chosen already."""

from collections.abc import Callable

import pygame

from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.menu import Menu
from game.play.screens.stack import Pop, Replace, Screen, Transition
from game.play.settings import DIFFICULTY_NAMES
from game.view.pages.difficulty import DifficultyPage, draw_difficulty, rows_area


class DifficultyScreen(Screen):
    """`begin` makes the game's first screen once the settings have the difficulty."""

    def __init__(self, context: Context, begin: Callable[[], Screen]) -> None:
        super().__init__(context)
        self._begin = begin
        self._tick = 0
        self._menu = Menu(DIFFICULTY_NAMES, context.sound)
        self._menu.chosen = DIFFICULTY_NAMES.index(context.settings.difficulty)

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if self.goes_back(controls):
            return Pop()
        if self._menu.confirmed(controls, rows_area(len(self._menu.items))) is None:
            return None
        self.context.settings.difficulty = DIFFICULTY_NAMES[self._menu.chosen]
        self.context.store_settings()
        return Replace(self._begin())

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        page = DifficultyPage(self._tick, self._menu.items, self._menu.chosen)
        draw_difficulty(canvas, self.context.kit, page)
