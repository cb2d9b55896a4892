"""One line of plain words at the foot of the screen, for a while: what went wrong outside of the game."""

from dataclasses import dataclass, field

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
    message: str = ""  # in English
    values: dict[str, object] = field(default_factory=dict)  # put into its places in braces
    ticks: int = 0  # left

    def show(self, message: str, **values: object) -> None:
        """An empty message changes nothing."""
        if message:
            self.message, self.values, self.ticks = message, values, SHOWN_TICKS

    @property
    def text(self) -> str:
        """The line in English, as for a terminal."""
        return self.message.format(**self.values) if self.values else self.message

    @property
    def unseen(self) -> bool:
        """It came after the last tick, as when the window was closed: nobody can have read it."""
        return self.ticks == SHOWN_TICKS

    def tick(self) -> None:
        self.ticks = max(0, self.ticks - 1)


def draw_notice(canvas: pygame.Surface, kit: Kit, notice: Notice) -> None:
    if not notice.ticks:
        return
    text = kit.say(notice.message, **notice.values).upper()
    if text_width(text) > MOST_WIDTH:
        text = f"{fitted(text, MOST_WIDTH - GLYPH)}…"
    kit.shade(canvas, 0, VIEW_HEIGHT - FOOT - HEIGHT, VIEW_WIDTH, HEIGHT, "ink", 0.9)
    kit.text(canvas, text, VIEW_WIDTH // 2, VIEW_HEIGHT - FOOT - HEIGHT + 4, "gold", Align.CENTRE)
