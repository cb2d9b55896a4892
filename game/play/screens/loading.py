"""Something to see while the next screen is made, which for a stage takes about a second."""

import gc
from collections.abc import Callable

import pygame

from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.stack import Replace, Screen, Transition
from game.view.pages.loading import LoadingPage, draw_loading

SHOWN_FIRST = 6  # ticks: at least one picture of this page must have reached the screen


class LoadingScreen(Screen):
    notice_top = None

    def __init__(self, context: Context, make: Callable[[], Screen]) -> None:
        super().__init__(context)
        self._make = make
        self._tick = 0

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if self._tick < SHOWN_FIRST:
            return None
        screen = self._make()
        get_ready_to_play(self.context)
        return Replace(screen)

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        draw_loading(canvas, self.context.kit, LoadingPage(self._tick))


def get_ready_to_play(context: Context) -> None:
    """What must not happen in the middle of play, once all that is played with is there."""
    context.sound.load_rest()
    set_aside_what_is_loaded()


def set_aside_what_is_loaded() -> None:
    """Keeps the garbage collector from going through all pictures and code again in the middle of play.

    A full collection would be a pause of 20 ms, longer than a frame. What the stage before left is collected first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
