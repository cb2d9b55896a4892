"""The choice before a new game: three difficulties, each with a line on what it changes."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.sim.units import VIEW_WIDTH
from game.view.kit import Kit
from game.view.language import message
from game.view.pages.chrome import draw_ground, draw_header
from game.view.palette import PALETTE
from game.view.text import Align

ROWS: Final = pygame.Rect(80, 76, 480, 0)
ROW_HEIGHT: Final = 64  # px
WORDS: Final = {
    "story": message("FEWER COME, BITES AND BLOWS COST LESS, THE LINE HOLDS."),
    "normal": message("THE GAME AS IT WAS MADE."),
    "legion": message("MORE COME, BITES AND BLOWS COST MORE, THE LINE IS THIN."),
}
FOOT: Final = message("IT CAN BE CHANGED IN THE OPTIONS, FROM THE NEXT STAGE ON.")
FOOT_Y: Final = 292


@dataclass(frozen=True, slots=True)
class DifficultyPage:
    tick: int
    items: tuple[str, ...]  # of WORDS
    chosen: int


def draw_difficulty(canvas: pygame.Surface, kit: Kit, page: DifficultyPage) -> None:
    draw_ground(canvas, page.tick)
    draw_header(canvas, kit, kit.say("NEW GAME"), kit.say("HOW HARD SHALL IT BE"))
    area = rows_area(len(page.items))
    kit.frame(canvas, area.x - 8, area.y - 8, area.width + 16, area.height + 16)
    for number, item in enumerate(page.items):
        top = area.y + number * ROW_HEIGHT
        if number == page.chosen:
            kit.focus_row(canvas, area.x, top, area.width, ROW_HEIGHT, both=True)
        elif number:
            canvas.fill(PALETTE["deep"], (area.x + 8, top, area.width - 16, 1))
        style = "gold20" if number == page.chosen else "ice20"
        canvas.blit(kit.word(style, kit.say(item.upper())), (area.x + 20, top + 13))
        kit.text(canvas, kit.say(WORDS[item]), area.x + 22, top + 43, "white" if number == page.chosen else "mist")
    kit.text(canvas, kit.say(FOOT), VIEW_WIDTH // 2, FOOT_Y, "steel", Align.CENTRE)
    kit.hints(canvas, (("rows", message("ROW")), ("choose", message("BEGIN")), ("back", message("BACK"))), 16, 340)


def rows_area(rows: int) -> pygame.Rect:
    """What so many rows fill on the canvas."""
    return pygame.Rect(ROWS.x, ROWS.y, ROWS.width, ROW_HEIGHT * rows)
