"""The recordings that are kept, as a list; and the strip at the foot while one of them is watched."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.sim.units import TICKS_PER_SECOND, VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import ELECTRIC, Kit, fill_bar, trough
from game.view.language import message, message_as
from game.view.motion import blinks
from game.view.pages.chapters import CHAPTERS
from game.view.pages.chrome import HEADER_HEIGHT, draw_ground, draw_header
from game.view.palette import PALETTE
from game.view.text import Align, fitted, lead

ROWS_SHOWN, ROW_HEIGHT = 11, 24  # px
LEFT, WIDTH = 16, 608
FIRST_ROW = HEADER_HEIGHT + 28
# px; where each column begins, or ends if it is one of numbers
WHEN_X, STAGE_X, DIFFICULTY_X, LENGTH_X, OUTCOME_X, SCORE_X = 32, 176, 284, 420, 440, 608
STAGE_WIDTH, DIFFICULTY_WIDTH = 96, 64  # px
OUTCOME_COLOURS = {
    message_as("outcome", "WON"): "lime",
    message_as("outcome", "LOST"): "rose",
    message_as("outcome", "LEFT"): "steel",
}
STRIP_TOP = 334  # y; down to the foot of the picture, and so over all of the display's
BAR_X, BAR_WIDTH, STATE_X, HINTS_X = 48, 280, 392, 456  # px
LABEL_BOTTOM, LABEL_ROOM, LABEL_MARGIN, LABEL_LEAD = 333, 132, 4, 10  # px


@dataclass(frozen=True, slots=True)
class ReplayRow:
    """What is said of one recording. Only `when` is used of one that cannot be read: the name of its file."""

    when: str
    readable: bool = True
    stage: str = ""
    difficulty: str = ""
    ticks: int = 0
    outcome: str = ""
    score: int = 0


@dataclass(frozen=True, slots=True)
class ReplaysPage:
    tick: int
    rows: Sequence[ReplayRow]
    chosen: int
    first: int = 0  # the row at the top


@dataclass(frozen=True, slots=True)
class Transport:
    """How far a replay has come, of how many ticks, and how fast it goes on: a tape recorder's keys."""

    tick: int
    ticks: int
    speed: str
    paused: bool


def clock(ticks: int) -> str:
    """Minutes and seconds."""
    minutes, seconds = divmod(ticks // TICKS_PER_SECOND, 60)
    return f"{minutes}:{seconds:02}"


def scrolled(first: int, chosen: int, rows: int) -> int:
    """The row at the top so that the chosen one is seen, and as near to `first` as can be."""
    return max(chosen - ROWS_SHOWN + 1, min(first, chosen, max(0, rows - ROWS_SHOWN)))


def rows_area(first: int, rows: int, point: tuple[int, int] | None) -> pygame.Rect | None:
    """What the whole list fills, also above and below the part that is seen; None where `point` is outside of that."""
    seen = pygame.Rect(LEFT, FIRST_ROW, WIDTH, ROWS_SHOWN * ROW_HEIGHT)
    if point is None or not seen.collidepoint(point):
        return None
    return pygame.Rect(LEFT, FIRST_ROW - first * ROW_HEIGHT, WIDTH, rows * ROW_HEIGHT)


def draw_replays(canvas: pygame.Surface, kit: Kit, page: ReplaysPage) -> None:
    draw_ground(canvas, page.tick)
    draw_header(canvas, kit, kit.say("REPLAYS"), kit.say("THE LAST TWENTY PLAYS"))
    if not page.rows:
        kit.text(canvas, kit.say("NO REPLAYS YET"), VIEW_WIDTH // 2, 160, "white", Align.CENTRE)
        kit.text(canvas, kit.say("PLAY A STAGE, AND IT WILL BE HERE."), VIEW_WIDTH // 2, 180, "mist", Align.CENTRE)
        kit.hints(canvas, (("back", message("BACK")),), 16, 340)
        return
    _draw_heads(canvas, kit)
    first = page.first
    for place, row in enumerate(page.rows[first : first + ROWS_SHOWN]):
        _draw_row(canvas, kit, row, FIRST_ROW + place * ROW_HEIGHT, first + place == page.chosen)
    if first > 0:
        kit.text(canvas, "▲", VIEW_WIDTH // 2, FIRST_ROW - 10, "volt3", Align.CENTRE)
    if first + ROWS_SHOWN < len(page.rows):
        kit.text(canvas, "▼", VIEW_WIDTH // 2, FIRST_ROW + ROWS_SHOWN * ROW_HEIGHT + 2, "volt3", Align.CENTRE)
    kit.hints(canvas, (("rows", message("ROW")), ("choose", message("WATCH")), ("back", message("BACK"))), 16, 340)


def _draw_heads(canvas: pygame.Surface, kit: Kit) -> None:
    y = FIRST_ROW - 14
    for word, x, align in (
        (message_as("column", "PLAYED"), WHEN_X, Align.LEFT),
        (message_as("column", "STAGE"), STAGE_X, Align.LEFT),
        (message_as("column", "LEVEL"), DIFFICULTY_X, Align.LEFT),
        (message_as("column", "TIME"), LENGTH_X, Align.RIGHT),
        (message_as("column", "END"), OUTCOME_X, Align.LEFT),
        (message_as("column", "SCORE"), SCORE_X, Align.RIGHT),
    ):
        kit.text(canvas, kit.say_as("column", word), x, y, "steel", align)


def _draw_row(canvas: pygame.Surface, kit: Kit, row: ReplayRow, top: int, chosen: bool) -> None:
    if chosen:
        kit.focus_row(canvas, LEFT, top + 1, WIDTH, ROW_HEIGHT - 3, both=True)
    canvas.fill(PALETTE["deep"], (LEFT, top + ROW_HEIGHT - 1, WIDTH, 1))
    y = top + (ROW_HEIGHT - 8) // 2
    if not row.readable:
        kit.text(canvas, row.when.upper()[:48], WHEN_X, y, "mist" if chosen else "steel")
        kit.text(canvas, kit.say("UNREADABLE"), SCORE_X, y, "rose", Align.RIGHT)
        return
    chapter = CHAPTERS.get(row.stage)
    kit.text(canvas, row.when, WHEN_X, y, "white" if chosen else "pale")
    kit.text(
        canvas, fitted(kit.say(row.stage.upper()), STAGE_WIDTH), STAGE_X, y, chapter.accent if chapter else "volt3"
    )
    kit.text(canvas, fitted(kit.say(row.difficulty.upper()), DIFFICULTY_WIDTH), DIFFICULTY_X, y, "mist")
    kit.text(canvas, clock(row.ticks), LENGTH_X, y, "pale", Align.RIGHT)
    kit.text(canvas, kit.say_as("outcome", row.outcome), OUTCOME_X, y, OUTCOME_COLOURS[row.outcome])
    kit.text(canvas, f"{row.score:07d}", SCORE_X, y, "gold", Align.RIGHT)


def draw_replay_label(canvas: pygame.Surface, kit: Kit, about: Sequence[str], tick: int) -> None:
    """Says that this is a replay, and of what, beside the Queen's bar: nobody shall take it for a game.

    `about` is stage, difficulty and when it was played; `tick` is the window's.
    """
    known = [kit.say(part.upper()) for part in about if part]
    rows = [kit.say("REPLAY"), *(fitted(row, LABEL_ROOM) for row in (" · ".join(known[:2]), *known[2:]))]
    pitch = max(lead(row, LABEL_LEAD) for row in rows)
    top = LABEL_BOTTOM - pitch * len(rows) - LABEL_MARGIN
    kit.shade(canvas, 0, top, LABEL_ROOM + 2 * LABEL_MARGIN, LABEL_BOTTOM - top, "ink", 0.8)
    for number, row in enumerate(rows):
        colour = "pale" if number else "rose" if blinks(tick, 64) else "red"
        kit.text(canvas, row, LABEL_MARGIN, top + LABEL_MARGIN + pitch * number, colour)


def draw_transport(canvas: pygame.Surface, kit: Kit, transport: Transport) -> None:
    """In place of the foot of the game that is played back."""
    canvas.fill(PALETTE["ink"], (0, STRIP_TOP, VIEW_WIDTH, VIEW_HEIGHT - STRIP_TOP))
    y = STRIP_TOP + 9
    kit.text(canvas, clock(transport.tick), BAR_X - 8, y, "white", Align.RIGHT)
    trough(canvas, BAR_X, y + 1, BAR_WIDTH, 5)
    fill_bar(canvas, BAR_X, y + 1, BAR_WIDTH * transport.tick // max(1, transport.ticks), 5, ELECTRIC)
    kit.text(canvas, clock(transport.ticks), BAR_X + BAR_WIDTH + 8, y, "mist")
    state = kit.say("PAUSED") if transport.paused else transport.speed
    kit.text(canvas, state, STATE_X, y, "gold")
    does = message("RESUME") if transport.paused else message("PAUSE")
    kit.hints(canvas, (("choose", does), ("values", message("SPEED"))), HINTS_X, y)
