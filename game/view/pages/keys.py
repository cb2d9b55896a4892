"""The keys: every control with what it is on, page by page; a place that waits for a key; what is used twice."""

import re
from dataclasses import dataclass

import pygame

from game.view.kit import Kit
from game.view.language import message, message_as
from game.view.pages.chrome import draw_ground, draw_header
from game.view.pages.tabs import TABS_BOTTOM, draw_tabs
from game.view.palette import PALETTE
from game.view.prompts import Prompt
from game.view.text import Align, fitted, lead

KEY_PLACES, PAD_PLACES = 3, 2  # how many keys and buttons a control can be on
LIST = pygame.Rect(16, TABS_BOTTOM + 4, 608, 258)
HEAD_Y = LIST.y + 8
FIRST_ROW, ROW_PITCH = LIST.y + 22, 18  # px
NOTE_LEAD = 12  # px from line to line
WORDS_X = 52
PLACES_X = (216, 290, 364, 450, 510)
WAITING_WIDTH = 58  # px: no wider than a place, so that the next one stays in sight
HEADS = (
    (message_as("column", "MOVE"), WORDS_X),
    (message_as("column", "KEYS"), PLACES_X[0]),
    (message_as("column", "PAD"), PLACES_X[KEY_PLACES]),
)
COMMA = re.compile("[,\N{IDEOGRAPHIC COMMA}]")
RIVAL_X, RIVAL_WIDTH = LIST.right - 12, 80
ICONS = {"GAMERA": "gamera", "THE GRID": "command", "PLAYER 2": "players", "OTHER": "keyboard"}


@dataclass(frozen=True, slots=True)
class KeysRow:
    icon: str
    words: str
    keys: tuple[Prompt, ...] = ()
    buttons: tuple[Prompt, ...] = ()
    rival: str = ""  # what else is on one of them
    always: tuple[Prompt, ...] = ()  # what does it although it is not bound to it
    is_command: bool = False  # nothing to bind: choosing it does something


@dataclass(frozen=True, slots=True)
class KeysPage:
    tick: int
    tabs: tuple[str, ...]
    tab: int
    rows: tuple[KeysRow, ...]
    notes: tuple[str, ...]  # below the rows
    chosen: int  # row
    place: int  # 0 to 2 a key, 3 and 4 a button of a pad
    waiting: bool  # for what shall be there


def draw_keys(canvas: pygame.Surface, kit: Kit, page: KeysPage) -> None:
    draw_ground(canvas, page.tick)
    draw_header(canvas, kit, kit.say("KEYS"), kit.say("EVERY CHANGE COUNTS AT ONCE"))
    draw_tabs(canvas, kit, page.tabs, page.tab, ICONS)
    kit.frame(canvas, LIST.x, LIST.y, LIST.width, LIST.height)
    for words, x in HEADS:
        kit.text(canvas, kit.say_as("column", words), x, HEAD_Y, "steel")
    canvas.fill(PALETTE["slate"], (LIST.x + 8, HEAD_Y + 11, LIST.width - 16, 1))
    for number, row in enumerate(page.rows):
        _draw_row(canvas, kit, page, row, number)
    notes = [kit.say(note) for note in page.notes]
    for number, note in enumerate(notes):
        kit.text(canvas, note, 32, row_top(len(page.rows)) + 10 + number * lead(note, NOTE_LEAD), "mist")
    _draw_hints(canvas, kit, page)


def row_top(number: int) -> int:
    return FIRST_ROW + number * ROW_PITCH


def place_at(point: tuple[int, int], rows: int) -> tuple[int, int] | None:
    """Row and place under a point of the canvas."""
    x, y = point
    row = (y - FIRST_ROW) // ROW_PITCH
    if not (LIST.x <= x < LIST.right and 0 <= row < rows):
        return None
    return row, max(0, sum(x >= left - 4 for left in PLACES_X) - 1)


def _draw_row(canvas: pygame.Surface, kit: Kit, page: KeysPage, row: KeysRow, number: int) -> None:
    top = row_top(number)
    here = number == page.chosen
    if row.rival:
        kit.shade(canvas, LIST.x + 4, top, LIST.width - 8, ROW_PITCH - 1, "blood", 0.85)
    if here:
        kit.focus_row(canvas, LIST.x + 4, top, LIST.width - 8, ROW_PITCH - 1)
    kit.blit(canvas, f"icon/{row.icon}", 30, top + 1)
    colour = "blush" if row.rival else "white" if here else "pale"
    kit.text(canvas, kit.say(row.words), WORDS_X, top + 5, colour)
    if row.is_command:
        return
    prompts = (*_padded(row.keys, KEY_PLACES), *_padded(row.buttons, PAD_PLACES))
    for place, prompt in enumerate(prompts):
        chosen = here and place == page.place
        x = PLACES_X[place]
        if chosen and page.waiting:
            _draw_waiting(canvas, kit, x, top, page.tick)
            continue
        width = 12
        if prompt is not None:
            picture = kit.prompt(prompt)
            canvas.blit(picture, (x, top))
            width = picture.get_width()
        elif here:
            kit.text(canvas, "·", x + 2, top + 5, "steel")
        if chosen:
            pygame.draw.rect(canvas, PALETTE["gold"], (x - 3, top - 1, width + 6, ROW_PITCH + 1), 1)
    if here and page.waiting:
        return
    if row.always:
        left = RIVAL_X - kit.prompts_width(row.always)
        kit.draw_prompts(canvas, row.always, left, top)
        kit.text(canvas, kit.say("ALWAYS"), left - 4, top + 5, "mist", Align.RIGHT)
    elif row.rival:
        kit.text(
            canvas, fitted(f"= {_first_part(kit.say(row.rival))}", RIVAL_WIDTH), RIVAL_X, top + 5, "rose", Align.RIGHT
        )


def _first_part(words: str) -> str:
    """Up to the first comma, Latin or Japanese."""
    return COMMA.split(words)[0]


def _padded(prompts: tuple[Prompt, ...], places: int) -> tuple[Prompt | None, ...]:
    return (*prompts[:places], *([None] * (places - len(prompts))))


def _draw_waiting(canvas: pygame.Surface, kit: Kit, x: int, top: int, tick: int) -> None:
    kit.frame(canvas, x - 4, top - 3, WAITING_WIDTH, ROW_PITCH + 5, "gold")
    words = kit.say("PRESS") if tick // 20 % 2 else kit.say("PRESS…")
    kit.text(canvas, words, x + 1, top + 5, "cream")


def _draw_hints(canvas: pygame.Surface, kit: Kit, page: KeysPage) -> None:
    if page.waiting:
        kit.text(canvas, kit.say("PRESS WHAT SHALL DO IT. ESC: LEAVE IT AS IT WAS."), 16, 340, "gold")
    else:
        kit.hints(
            canvas,
            (
                ("choose", message("CHANGE")),
                ("erase", message("CLEAR")),
                ("pages", message("PAGE")),
                ("back", message("BACK")),
            ),
            16,
            340,
        )
