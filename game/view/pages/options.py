"""The options: pages of switches, sliders and choices, with what the chosen one does, and a live preview."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.view.kit import DISABLED, ELECTRIC, Kit, fill_bar, trough
from game.view.language import message
from game.view.pages.chrome import draw_ground, draw_header
from game.view.pages.options_preview import Preview, draw_preview
from game.view.pages.tabs import TABS_BOTTOM, draw_tabs
from game.view.palette import PALETTE
from game.view.text import Align, fitted, lead
from game.view.wrapping import wrapped

LIST: Final = pygame.Rect(16, TABS_BOTTOM + 6, 400, 258)
FIRST_ROW, ROW_PITCH = LIST.y + 10, 26
VALUE_X, VALUE_WIDTH = 232, 176
SLIDER_WIDTH = 128
SLIDER_SLACK = 6  # px beside its ends that still count
HELP_WIDTH = 176  # px
HELP_LINES, HELP_LEAD = 6, 12  # px from line to line
TAB_ICONS: Final = {"PLAY": "gamera", "PICTURE": "scene", "SOUND": "sound", "SEEING": "eye"}
ICONS: Final = {  # by a word of the row's label
    "SPEED": "clock",
    "SHAKE": "shake",
    "FLASHES": "flash",
    "COLOURS": "eye",
    "TEXT": "text",
    "LANGUAGE": "language",
    "VITALITY": "trust",
    "LINES": "players",
    "TEAR": "grapple",
    "DIFFICULTY": "flower",
    "FULLSCREEN": "scene",
    "SCALING": "scene",
    "WINDOW": "scene",
    "VSYNC": "clock",
    "MUSIC": "music",
    "EFFECTS": "sound",
    "WIRES": "surge",
    "VOLUME": "sound",
    "DEFAULTS": "restart",
}
HELP: Final = {
    "PAGE": message("Every row above as it was at first."),
    "DEFAULTS": message("Every row of all pages as it was at first. Keys, language and difficulty stay."),
    "SPEED": message("The whole game runs slower. Scores still count."),
    "SHAKE": message("How far steps, blasts and blows shake the picture."),
    "FLASHES": message("None: nothing flashes. Blasts and surges stay as bright, but come up softly."),
    "COLOURS": message("Reds, greens and blues move apart. Lines also differ by shape and word."),
    "TEXT": message("Larger words for objectives and warnings."),
    "LANGUAGE": message("Of all words in the game. Auto: as the system has it."),
    "DIFFICULTY": message("How many come, how hard they bite, how much the line holds. From the next stage on."),
    "LINES": message("The army works the lines as well as it can. You may still. From the next stage on."),
    "TEAR": message("Hold: keeping the claw down tears as fast as pressing. From the next stage on."),
    "VITALITY": message("Gamera bears half as much again. From the next stage on."),
    "FULLSCREEN": message("F11, or Alt and Enter, do it anywhere."),
    "SCALING": message("Whole pixels are the sharpest. Fit fills the window, stretch bends it."),
    "WINDOW": message("You may also drag its corner."),
    "VSYNC": message("On: no tearing. Off: a little quicker to answer."),
    "MUSIC": message("How loud the music plays."),
    "EFFECTS": message("How loud blows and wings are."),
    "WIRES": message("How loud lines hum, surge and trip."),
    "VOLUME": message("How loud everything is."),
}
COLOURS: Final = "COLOURS"  # the row whose help shows the shapes of lines
STATES: Final = ("live", "hot", "ready", "tripped", "broken")


@dataclass(frozen=True, slots=True)
class OptionsPage:
    tick: int
    rows: tuple[tuple[str, str], ...]  # label; "ON", "OFF", "40%" or any other choice
    chosen: int
    tabs: tuple[str, ...]
    tab: int
    preview: Preview


def draw_options(canvas: pygame.Surface, kit: Kit, page: OptionsPage) -> None:
    draw_ground(canvas, page.tick)
    draw_header(canvas, kit, kit.say("OPTIONS"), kit.say("EVERY CHANGE IS SAVED"))
    draw_tabs(canvas, kit, page.tabs, page.tab, TAB_ICONS)
    kit.frame(canvas, LIST.x, LIST.y, LIST.width, LIST.height)
    for place, (label, value) in enumerate(page.rows):
        _draw_row(canvas, kit, label, value, FIRST_ROW + 8 + place * ROW_PITCH, place == page.chosen)
    draw_preview(canvas, kit, page.tick, page.preview)
    _draw_help(canvas, kit, page)
    kit.hints(
        canvas,
        (
            ("rows", message("ROW")),
            ("values", message("CHANGE")),
            ("pages", message("PAGE")),
            ("back", message("BACK")),
        ),
        16,
        340,
    )


def rows_area(rows: int) -> pygame.Rect:
    """What so many rows fill on the canvas."""
    return pygame.Rect(LIST.x, FIRST_ROW, LIST.width, rows * ROW_PITCH)


def on_slider(point: tuple[int, int]) -> bool:
    """Whether a click meets the slider of its row."""
    return -SLIDER_SLACK <= point[0] - VALUE_X <= SLIDER_WIDTH + SLIDER_SLACK


def percent_at(point: tuple[int, int]) -> int:
    """What a slider's knob says when it is drawn there, 0 to 100."""
    return min(100, max(0, round(100 * (point[0] - VALUE_X) / SLIDER_WIDTH)))


def step_at(point: tuple[int, int]) -> int:
    """What a click on a row does: back left of its value's middle, on everywhere else."""
    return -1 if VALUE_X - 8 <= point[0] < VALUE_X + SLIDER_WIDTH // 2 else 1


def known_word(label: str, table: dict[str, str]) -> str:
    """The first entry of the table whose word the label contains; empty if there is none."""
    words = label.replace(",", "").split()
    return next((said for word, said in table.items() if word in words), "")


def _draw_row(canvas: pygame.Surface, kit: Kit, label: str, value: str, y: int, chosen: bool) -> None:
    if chosen:
        kit.focus_row(canvas, LIST.x + 4, y - 8, LIST.width - 8, ROW_PITCH - 2)
    icon = known_word(label, ICONS)
    if icon:
        kit.blit(canvas, f"icon/{icon}", LIST.x + 12, y - 4)
    kit.text(canvas, kit.say(label), LIST.x + 36, y, "white" if chosen else "pale")
    if value in ("ON", "OFF"):
        on = value == "ON"
        kit.blit(canvas, f"toggle/{value.lower()}", VALUE_X, y - 2)
        kit.text(canvas, kit.say_as("switch", value), VALUE_X + 40, y, "volt3" if on else "steel")
    elif value.endswith("%") and value[:-1].isdigit():
        _draw_slider(canvas, kit, min(100, int(value[:-1])), y, chosen)
        kit.text(canvas, value, VALUE_X + VALUE_WIDTH, y, "white", Align.RIGHT)
    elif value:
        colour = "volt3" if chosen else "steel"
        kit.text(canvas, "◀", VALUE_X, y, colour)
        kit.text(canvas, kit.say(value), VALUE_X + VALUE_WIDTH // 2, y, "white", Align.CENTRE)
        kit.text(canvas, "▶", VALUE_X + VALUE_WIDTH, y, colour, Align.RIGHT)


def _draw_slider(canvas: pygame.Surface, kit: Kit, percent: int, y: int, chosen: bool) -> None:
    trough(canvas, VALUE_X, y + 1, SLIDER_WIDTH, 5)
    filled = SLIDER_WIDTH * percent // 100
    fill_bar(canvas, VALUE_X, y + 1, filled, 5, ELECTRIC if percent else DISABLED)
    for notch in range(11):
        canvas.fill(PALETTE["steel"], (VALUE_X + (SLIDER_WIDTH - 1) * notch // 10, y + 8, 1, 2))
    kit.blit(canvas, "slider/knob_focus" if chosen else "slider/knob", VALUE_X + filled - 4, y - 3)


def _draw_help(canvas: pygame.Surface, kit: Kit, page: OptionsPage) -> None:
    kit.frame(canvas, 424, 212, 200, 112)
    label = page.rows[page.chosen][0] if page.rows else ""
    kit.text(canvas, fitted(kit.say(label), HELP_WIDTH), 434, 222, "gold")
    words = kit.say(known_word(label, HELP)).upper()
    pitch = lead(words, HELP_LEAD)
    for number, line in enumerate(wrapped(words, HELP_WIDTH)[:HELP_LINES]):
        kit.text(canvas, line, 434, 238 + number * pitch, "pale")
    if label == COLOURS:
        for number, state in enumerate(STATES):
            kit.blit(canvas, f"circuit/{state}", 436 + number * 36, 296)
