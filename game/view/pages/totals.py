"""What was done over all plays, as a strip under a table of scores."""

from typing import Final, NamedTuple

import pygame

from game.sim.units import TICKS_PER_SECOND
from game.view.kit import Kit
from game.view.language import message, message_as
from game.view.text import Align

PANEL: Final = pygame.Rect(80, 268, 480, 54)
FIRST_ROW_Y, ROW_PITCH = 291, 14  # px
NAME_X: Final = 92
WHAT: Final = message("ALL DIFFICULTIES")  # the table above it is of one
COLUMNS: Final = (
    (message_as("column", "PLAYS"), 268),
    (message_as("column", "WON"), 312),
    (message_as("column", "KILLS"), 376),
    (message_as("column", "BURNED"), 448),
    (message_as("column", "TIME"), 528),
)  # right edges


class TotalsRow(NamedTuple):
    """Of one stage, or of all of them."""

    name: str
    plays: int
    won: int
    killed: int
    burned: int  # of those, on the lines
    ticks: int


def draw_totals(canvas: pygame.Surface, kit: Kit, rows: tuple[TotalsRow, ...]) -> None:
    kit.frame(canvas, PANEL.x, PANEL.y, PANEL.width, PANEL.height, "panel", 0.86)
    kit.text(canvas, kit.say(WHAT), NAME_X, PANEL.y + 8, "steel")
    for words, right in COLUMNS:
        kit.text(canvas, kit.say_as("column", words), right, PANEL.y + 8, "steel", Align.RIGHT)
    for number, row in enumerate(rows):
        y = FIRST_ROW_Y + ROW_PITCH * number
        kit.text(canvas, kit.say(row.name.upper()), NAME_X, y, "mist")
        shown = (str(row.plays), str(row.won), str(row.killed), str(row.burned), _clock(row.ticks))
        for words, (_, right) in zip(shown, COLUMNS, strict=True):
            kit.text(canvas, words, right, y, "pale", Align.RIGHT)


def _clock(ticks: int) -> str:
    """Hours and minutes, or minutes and seconds of less than one hour."""
    minutes, seconds = divmod(ticks // TICKS_PER_SECOND, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}H" if hours else f"{minutes}:{seconds:02}"
