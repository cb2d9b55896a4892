"""One line of plain words over a page, for a while: what went wrong outside of the game, or what a command did.

It ends with its page. What is said while pages change belongs to the page that comes.
"""

from dataclasses import dataclass

import pygame

from game.sim.units import VIEW_WIDTH
from game.view.kit import Kit
from game.view.text import GLYPH, Align, fitted, text_width

SHOWN_TICKS = 360
HEIGHT = 12  # px
MARGIN = 8  # px left and right of the words
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
        """It came after the last tick, as when the window is closed, or while nothing could be read."""
        return self.ticks == SHOWN_TICKS

    def tick(self) -> None:
        self.ticks = max(0, self.ticks - 1)

    def turn_page(self) -> None:
        """Another page comes: what was read on the last one ends."""
        if not self.unseen:
            self.ticks = 0


def draw_notice(canvas: pygame.Surface, kit: Kit, notice: Notice, top: int) -> None:
    """`top` is the y of its upper edge."""
    if not notice.ticks:
        return
    text = kit.say(notice.text).upper()
    if text_width(text) > MOST_WIDTH:
        text = f"{fitted(text, MOST_WIDTH - GLYPH)}…"
    width = min(VIEW_WIDTH, text_width(text) + 2 * MARGIN)
    kit.shade(canvas, (VIEW_WIDTH - width) // 2, top, width, HEIGHT, "ink", 0.9)
    kit.text(canvas, text, VIEW_WIDTH // 2, top + 2, "gold", Align.CENTRE)
