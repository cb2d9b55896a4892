"""Something to see while the next screen is made.

The first stage takes about a second. Most of that reads sheets that all stages share: they are read one a tick, so that
the page keeps moving and what is pressed meanwhile is heard.
"""

import gc
from collections.abc import Callable, Iterator
from typing import Final

import pygame

from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.stack import Replace, Screen, Transition
from game.view.art import keyed_sheet
from game.view.pages.loading import LoadingPage, draw_loading

SHOWN_FIRST = 6  # ticks: at least one picture of this page must have reached the screen
SHARED_SHEETS: Final = (
    "gamera_right",
    "gamera_left",
    "gamera_front",
    "queen_left",
    "queen_weapons",
    "queen_breaking",
    "soldier",
    "effects",
    "power",
    "army",
    "finale",
    "flower",
)
LOADING_TICKS: Final = SHOWN_FIRST + len(SHARED_SHEETS)


class LoadingScreen(Screen):
    notice_top = None

    def __init__(self, context: Context, make: Callable[[], Screen]) -> None:
        super().__init__(context)
        self._make = make
        self._tick = 0
        self._unread = iter(SHARED_SHEETS)

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if self._tick < SHOWN_FIRST or read_next(self._unread):
            return None
        screen = self._make()
        get_ready_to_play(self.context)
        return Replace(screen)

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        draw_loading(canvas, self.context.kit, LoadingPage(self._tick))


def read_next(unread: Iterator[str]) -> bool:
    """Reads the next of these sheets, which costs nothing if it was read before. False: there is none left."""
    name = next(unread, None)
    if name is not None:
        keyed_sheet(name)
    return name is not None


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
