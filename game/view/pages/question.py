"""A question over a page: what is asked, and the answers as a menu."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import Kit
from game.view.language import message
from game.view.pages.chrome import draw_menu
from game.view.pages.pause import FOOT_VEIL, darken
from game.view.text import Align
from game.view.wrapping import wrapped

PANEL_X, PANEL_WIDTH = 128, 384  # px
WORDS_WIDTH = PANEL_WIDTH - 32
WORDS_LINES, LINE_HEIGHT = 3, 14  # room for so many lines
WORDS_HEIGHT: Final = 20 + WORDS_LINES * LINE_HEIGHT
ANSWER_HEIGHT, FOOT_HEIGHT = 22, 10  # px


@dataclass(frozen=True, slots=True)
class QuestionPage:
    tick: int
    words: str
    answers: tuple[str, ...]
    chosen: int


def draw_question(canvas: pygame.Surface, kit: Kit, page: QuestionPage) -> None:
    """Draws over the page that waits."""
    darken(canvas, kit, page.tick)
    area = answers_area(len(page.answers))
    top = area.y - WORDS_HEIGHT
    kit.frame(canvas, PANEL_X, top, PANEL_WIDTH, WORDS_HEIGHT + area.height + FOOT_HEIGHT, "panel", 0.96)
    lines = wrapped(kit.say(page.words).upper(), WORDS_WIDTH)[:WORDS_LINES]
    first = top + 6 + (WORDS_HEIGHT - LINE_HEIGHT * len(lines)) // 2
    for number, line in enumerate(lines):
        kit.text(canvas, line, VIEW_WIDTH // 2, first + number * LINE_HEIGHT, "gold", Align.CENTRE)
    draw_menu(canvas, kit, area, page.answers, page.chosen, page.tick)
    canvas.blit(kit.veil(VIEW_WIDTH, FOOT_VEIL), (0, VIEW_HEIGHT - 42))
    kit.hints(
        canvas,
        (("rows", message("ROW")), ("choose", message("CHOOSE")), ("back", message("BACK"))),
        16,
        VIEW_HEIGHT - 20,
    )


def answers_area(answers: int) -> pygame.Rect:
    """What so many answers fill on the canvas."""
    height = ANSWER_HEIGHT * answers
    top = (VIEW_HEIGHT - WORDS_HEIGHT - height - FOOT_HEIGHT) // 2
    return pygame.Rect(PANEL_X + 6, top + WORDS_HEIGHT, PANEL_WIDTH - 12, height)
