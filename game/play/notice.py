"""One line of plain words at the foot of the screen, for a while: what went wrong outside of the game."""

from dataclasses import dataclass

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import Kit
from game.view.text import GLYPH, Align, fitted, text_width

SHOWN_TICKS = 360
HEIGHT = 16  # px
FOOT = 30  # px left free for the display
MOST_WIDTH = VIEW_WIDTH - 2 * GLYPH


@dataclass
class Notice:
    text: str = ""  # in English, as on a terminal
    ticks: int = 0  # left

    def show(self, text: str) -> None:
        """Words marked as a message or a sentence; an empty text changes nothing."""
        if text:
            self.text, self.ticks = text, SHOWN_TICKS

    @property
    def unseen(self) -> bool:
        """It came after the last tick, as when the window was closed: nobody can have read it."""
        return self.ticks == SHOWN_TICKS

    def tick(self) -> None:
        self.ticks = max(0, self.ticks - 1)


def draw_notice(canvas: pygame.Surface, kit: Kit, notice: Notice) -> None:
    if not notice.ticks:
        return
    text = kit.say(notice.text).upper()
    if text_width(text) > MOST_WIDTH:
        text = f"{fitted(text, MOST_WIDTH - GLYPH)}…"
    kit.shade(canvas, 0, VIEW_HEIGHT - FOOT - HEIGHT, VIEW_WIDTH, HEIGHT, "ink", 0.9)
    kit.text(canvas, text, VIEW_WIDTH // 2, VIEW_HEIGHT - FOOT - HEIGHT + 4, "gold", Align.CENTRE)
