"""One line of plain words at the foot of the screen, for a while: what went wrong outside of the game."""

from dataclasses import dataclass

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import Kit
from game.view.text import Align

SHOWN_TICKS = 360
HEIGHT = 16  # px
FOOT = 30  # px left free for the display
MOST_LETTERS = VIEW_WIDTH // 8 - 2


@dataclass
class Notice:
    text: str = ""
    ticks: int = 0  # left

    def show(self, text: str) -> None:
        """An empty text changes nothing."""
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
    text = notice.text if len(notice.text) <= MOST_LETTERS else notice.text[: MOST_LETTERS - 1] + "…"
    kit.shade(canvas, 0, VIEW_HEIGHT - FOOT - HEIGHT, VIEW_WIDTH, HEIGHT, "ink", 0.9)
    kit.text(canvas, text.upper(), VIEW_WIDTH // 2, VIEW_HEIGHT - FOOT - HEIGHT + 4, "gold", Align.CENTRE)
