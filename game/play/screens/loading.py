"""Something to see while the next screen is made, which for a stage takes about a second."""

from collections.abc import Callable

import pygame

from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.stack import Replace, Screen, Transition
from game.view.pages.loading import LoadingPage, draw_loading

SHOWN_FIRST = 6  # ticks: at least one picture of this page must have reached the screen


class LoadingScreen(Screen):
    def __init__(self, context: Context, make: Callable[[], Screen]) -> None:
        super().__init__(context)
        self._make = make
        self._tick = 0

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        return Replace(self._make()) if self._tick == SHOWN_FIRST else None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        draw_loading(canvas, self.context.kit, LoadingPage(self._tick))
