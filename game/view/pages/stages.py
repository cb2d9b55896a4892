"""The film's stages: those reached can be played again, the others are still dark."""

from dataclasses import dataclass

import pygame

from game.view.kit import Kit
from game.view.language import message
from game.view.pages.chapters import CHAPTERS
from game.view.pages.chrome import draw_ground, draw_header
from game.view.palette import PALETTE
from game.view.text import Align

FIRST_ROW, ROW_HEIGHT = 44, 46  # px
LEFT, WIDTH = 48, 544
NAME_X, BEST_X = 236, 576


@dataclass(frozen=True, slots=True)
class StagesPage:
    """`reached` are the stages that may be chosen, from the first on; `bests` are their best scores and ranks."""

    tick: int
    reached: tuple[str, ...]
    bests: tuple[str, ...]
    chosen: int


def rows_area(rows: int) -> pygame.Rect:
    """What the first rows fill."""
    return pygame.Rect(LEFT, FIRST_ROW, WIDTH, ROW_HEIGHT * rows)


def _note(kit: Kit, page: StagesPage) -> str:
    return kit.say("{reached} OF {all} REACHED", reached=len(page.reached), all=len(CHAPTERS))


def draw_stages(canvas: pygame.Surface, kit: Kit, page: StagesPage) -> None:
    draw_ground(canvas, page.tick)
    draw_header(canvas, kit, kit.say("STAGES"), _note(kit, page))
    for number, (stage, chapter) in enumerate(CHAPTERS.items()):
        top = FIRST_ROW + ROW_HEIGHT * number
        middle = top + ROW_HEIGHT // 2
        if number == page.chosen:
            kit.focus_row(canvas, LEFT, top + 2, WIDTH, ROW_HEIGHT - 4, both=True)
        canvas.fill(PALETTE["deep"], (LEFT, top + ROW_HEIGHT - 1, WIDTH, 1))
        kit.text(canvas, str(number + 1), LEFT + 20, middle - 4, chapter.accent)
        if stage not in page.reached:
            kit.blit(canvas, "icon/lock", LEFT + 44, middle - 8)
            continue
        canvas.blit(kit.glyphs("glyph_title", chapter.kanji, 2), (LEFT + 40, top + 5))
        kit.text(canvas, chapter.name, NAME_X, middle - 10, "white")
        kit.text(canvas, kit.say(chapter.when), NAME_X, middle + 4, "mist")
        best = page.bests[page.reached.index(stage)]
        kit.text(canvas, best, BEST_X, middle - 4, "gold", Align.RIGHT)
    kit.hints(canvas, (("rows", message("ROW")), ("choose", message("PLAY")), ("back", message("BACK"))), 16, 340)
