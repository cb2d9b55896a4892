"""A table of scores, the initials below it while they are entered. Attract mode shows it as well."""

from dataclasses import dataclass
from typing import Final, NamedTuple

import pygame

from game.sim.units import TICKS_PER_SECOND, VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import Kit
from game.view.language import message, message_as
from game.view.motion import blinks, ease_out
from game.view.pages.chrome import draw_header
from game.view.palette import PALETTE
from game.view.text import Align

ROWS: Final = 10
TABLE: Final = pygame.Rect(80, 40, 480, 224)
FIRST_ROW, ROW_PITCH = 68, 19  # px
PLACE_RIGHT, NAME_X, SCORE_RIGHT, MARK_X, TIME_RIGHT = 120, 144, 312, 400, 520
ROW_EVERY, ROW_SLIDES = 3, 10  # ticks between the rows, and for one to come in
GLOW_TICKS = 64  # in which the new row breathes once: under one flash a second
RANK_COLOURS: Final = {"S": "gold", "A": "rose", "B": "blush", "C": "orchid", "D": "mist"}

ENTRY: Final = pygame.Rect(200, 270, 240, 62)
SLOT_SIDE, SLOT_PITCH, SLOT_TOP = 26, 40, 293  # px
FIRST_SLOT_X = 240
END_WORD, END_WIDTH = message_as("initials", "END"), 40  # px
LETTER_SLOTS = 3
TABLE_HINTS: Final = (("values", message("STAGE")), ("rows", message("DIFFICULTY")), ("back", message("BACK")))
ENTRY_HINTS: Final = (
    ("rows", message("LETTER")),
    ("letters", message("TYPE")),
    ("next", message("NEXT")),
    ("previous", message("BACK")),
    ("leave", message("SKIP")),
)
FOOT_VEIL: Final = ((0, 0.7), (24, 0.95))  # under the hints
FOOT_Y = 336
ARROW_HEIGHT = 9  # px above and below a slot that a click turns it with


class Line(NamedTuple):
    """One row as it is shown; `mark` is a rank, or the number of a wave."""

    initials: str
    score: int
    mark: str
    ticks: int


@dataclass(frozen=True, slots=True)
class Entry:
    """Initials that are being entered; `slot` 0 to 2 is a letter, 3 the end."""

    letters: str
    slot: int


@dataclass(frozen=True, slots=True)
class ScoresPage:
    tick: int
    stage: str
    difficulty: str
    mark: str  # what the third column is: RANK or WAVE
    lines: tuple[Line, ...]
    own: int | None = None  # the row that glows
    entry: Entry | None = None


def draw_scores(canvas: pygame.Surface, kit: Kit, page: ScoresPage, *, with_hints: bool = True) -> None:
    """Draws over a place of the film."""
    kit.shade(canvas, 0, 0, VIEW_WIDTH, VIEW_HEIGHT, "ink", 0.55)
    draw_header(canvas, kit, kit.say("SCORES"), f"{kit.say(page.stage.upper())} · {kit.say(page.difficulty.upper())}")
    kit.frame(canvas, TABLE.x, TABLE.y, TABLE.width, TABLE.height, "panel", 0.86)
    _draw_heads(canvas, kit, page)
    for number in range(ROWS):
        _draw_row(canvas, kit, page, number)
    if page.entry is not None:
        _draw_entry(canvas, kit, page.entry, page.tick)
    if with_hints:
        canvas.blit(kit.veil(VIEW_WIDTH, FOOT_VEIL), (0, FOOT_Y))
        kit.hints(canvas, TABLE_HINTS if page.entry is None else ENTRY_HINTS, 16, 344)


def slot_at(point: tuple[int, int]) -> tuple[int, int] | None:
    """The slot of the entry under a point of the canvas, and the step its arrow there makes: -1, 0 or 1."""
    for slot in range(LETTER_SLOTS + 1):
        area = _slot_area(slot)
        if area.collidepoint(point):
            return slot, 0
        if slot < LETTER_SLOTS and area.inflate(0, 2 * ARROW_HEIGHT + 2).collidepoint(point):
            return slot, 1 if point[1] < area.y else -1
    return None


def _draw_heads(canvas: pygame.Surface, kit: Kit, page: ScoresPage) -> None:
    y = TABLE.y + 9
    kit.text(canvas, kit.say_as("column", "NAME"), NAME_X, y, "steel")
    kit.text(canvas, kit.say_as("column", "SCORE"), SCORE_RIGHT, y, "steel", Align.RIGHT)
    kit.text(canvas, kit.say(page.mark), MARK_X, y, "steel", Align.CENTRE)
    kit.text(canvas, kit.say_as("column", "TIME"), TIME_RIGHT, y, "steel", Align.RIGHT)
    canvas.fill(PALETTE["slate"], (TABLE.x + 12, y + 13, TABLE.width - 24, 1))


def _draw_row(canvas: pygame.Surface, kit: Kit, page: ScoresPage, number: int) -> None:
    age = page.tick - ROW_EVERY * number
    if age < 0:
        return
    y = FIRST_ROW + ROW_PITCH * number
    shift = -round((1 - ease_out(age, ROW_SLIDES)) * 24)
    own = number == page.own
    if own:
        _draw_glow(canvas, kit, y, page.tick)
    place = "gold" if number < 3 else "pale" if own else "steel"
    kit.text(canvas, str(number + 1), PLACE_RIGHT + shift, y, place, Align.RIGHT)
    if number >= len(page.lines):
        kit.text(canvas, "···", NAME_X + shift, y, "slate")
        return
    line = page.lines[number]
    initials = line.initials if page.entry is None or not own else page.entry.letters
    bright = "white" if own and blinks(page.tick, GLOW_TICKS) else "cream"
    kit.text(canvas, initials, NAME_X + shift, y, bright if own else "white")
    kit.text(
        canvas, f"{line.score:08d}", SCORE_RIGHT + shift, y, "gold" if number == 0 or own else "white", Align.RIGHT
    )
    kit.text(canvas, line.mark, MARK_X + shift, y, RANK_COLOURS.get(line.mark, "pale"), Align.CENTRE)
    kit.text(canvas, _clock(line.ticks), TIME_RIGHT + shift, y, "mist", Align.RIGHT)


def _clock(ticks: int) -> str:
    minutes, seconds = divmod(ticks // TICKS_PER_SECOND, 60)
    return f"{minutes}:{seconds:02}" if ticks else ""


def _draw_glow(canvas: pygame.Surface, kit: Kit, y: int, tick: int) -> None:
    """Blue that swells and ebbs in four steps, between two bright bars."""
    beat = tick % GLOW_TICKS
    level = 4 * min(beat, GLOW_TICKS - beat) * 2 // GLOW_TICKS
    area = pygame.Rect(TABLE.x + 6, y - 6, TABLE.width - 12, ROW_PITCH)
    kit.shade(canvas, area.x, area.y, area.width, area.height, "volt0", 0.7)
    kit.shade(canvas, area.x, area.y, area.width, area.height, "volt1", 0.1 * level)
    for x in (area.x, area.right - 2):
        canvas.fill(PALETTE["volt3"], (x, area.y, 2, area.height))


def _slot_area(slot: int) -> pygame.Rect:
    width = SLOT_SIDE if slot < LETTER_SLOTS else END_WIDTH
    return pygame.Rect(FIRST_SLOT_X + SLOT_PITCH * slot, SLOT_TOP, width, SLOT_SIDE)


def _draw_entry(canvas: pygame.Surface, kit: Kit, entry: Entry, tick: int) -> None:
    kit.frame(canvas, ENTRY.x, ENTRY.y, ENTRY.width, ENTRY.height, "gold")
    kit.text(canvas, kit.say("YOUR INITIALS"), ENTRY.centerx, ENTRY.y + 6, "mist", Align.CENTRE)
    for slot in range(LETTER_SLOTS + 1):
        area = _slot_area(slot)
        chosen = slot == entry.slot
        kit.frame(canvas, area.x, area.y, area.width, area.height, "focus" if chosen else "inset")
        if slot == LETTER_SLOTS:
            kit.text(
                canvas,
                kit.say_as("initials", END_WORD),
                area.centerx,
                area.y + 9,
                "white" if chosen else "mist",
                Align.CENTRE,
            )
            continue
        kit.text(canvas, entry.letters[slot], area.x + 5, area.y + 5, "white" if chosen else "pale", scale=2)
        if chosen:
            lift = 1 if blinks(tick, 48) else 0
            kit.text(canvas, "▲", area.centerx, area.y - ARROW_HEIGHT - lift, "volt3", Align.CENTRE)
            kit.text(canvas, "▼", area.centerx, area.bottom + 2 + lift, "volt3", Align.CENTRE)
