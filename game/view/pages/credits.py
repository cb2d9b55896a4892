"""The credits: they rise over the morning until the last line is gone."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import Kit
from game.view.language import message
from game.view.text import Align, Edge

RISE_TICKS = 3  # for a px
LEAD = 16
LINES: Final = (  # colour, words
    ("gold", message("GAMERA: LEGION ON THE WIRE")),
    ("pale", message("AN UNOFFICIAL FAN WORK")),
    ("pale", ""),
    ("mist", message("IN LOVE OF THE FILM")),
    ("white", message("GAMERA 2: ATTACK OF LEGION (1996)")),
    ("pale", ""),
    ("mist", message("DIRECTED BY")),
    ("white", message("SHUSUKE KANEKO")),
    ("mist", message("WRITTEN BY")),
    ("white", message("KAZUNORI ITO")),
    ("mist", message("SPECIAL EFFECTS DIRECTED BY")),
    ("white", message("SHINJI HIGUCHI")),
    ("mist", message("MUSIC OF THE FILM BY")),
    ("white", message("KOW OTANI")),
    ("pale", ""),
    ("mist", message("GAMERA AND LEGION BELONG TO KADOKAWA")),
    ("pale", ""),
    ("mist", message("PICTURES, MUSIC, SOUND AND RULES")),
    ("white", message("MADE NEW FOR THIS GAME")),
    ("mist", message("TYPE: PRESS START 2P BY CODEMAN38")),
    ("pale", ""),
    ("cream", message("LOOK UP.")),
)


@dataclass(frozen=True, slots=True)
class CreditsPage:
    tick: int


def credits_end_at() -> int:
    """The tick on which the last line has left the picture."""
    return RISE_TICKS * (VIEW_HEIGHT + LEAD * len(LINES))


def draw_credits(canvas: pygame.Surface, kit: Kit, page: CreditsPage) -> None:
    """Draws over a picture of the morning."""
    kit.shade(canvas, 0, 0, VIEW_WIDTH, VIEW_HEIGHT, "ink", 0.7)
    top = VIEW_HEIGHT - page.tick // RISE_TICKS
    for number, (colour, words) in enumerate(LINES):
        y = top + LEAD * number
        if -LEAD < y < VIEW_HEIGHT and words:
            kit.text(canvas, kit.say(words), VIEW_WIDTH // 2, y, colour, Align.CENTRE, edge=Edge.OUTLINE)
