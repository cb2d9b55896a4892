"""The credits: they rise over the morning until the last line is gone."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import Kit
from game.view.text import Align, Edge

RISE_TICKS = 3  # for a px
LEAD = 16
LINES: Final = (  # colour, words
    ("gold", "GAMERA: LEGION ON THE WIRE"),
    ("pale", "AN UNOFFICIAL FAN WORK"),
    ("pale", ""),
    ("mist", "IN LOVE OF THE FILM"),
    ("white", "GAMERA 2: ATTACK OF LEGION (1996)"),
    ("pale", ""),
    ("mist", "DIRECTED BY"),
    ("white", "SHUSUKE KANEKO"),
    ("mist", "WRITTEN BY"),
    ("white", "KAZUNORI ITO"),
    ("mist", "SPECIAL EFFECTS DIRECTED BY"),
    ("white", "SHINJI HIGUCHI"),
    ("mist", "MUSIC OF THE FILM BY"),
    ("white", "KOW OTANI"),
    ("pale", ""),
    ("mist", "GAMERA AND LEGION BELONG TO KADOKAWA"),
    ("pale", ""),
    ("mist", "PICTURES, MUSIC, SOUND AND RULES"),
    ("white", "MADE NEW FOR THIS GAME"),
    ("mist", "TYPE: PRESS START 2P BY CODEMAN38"),
    ("pale", ""),
    ("cream", "LOOK UP."),
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
            kit.text(canvas, words, VIEW_WIDTH // 2, y, colour, Align.CENTRE, edge=Edge.OUTLINE)
