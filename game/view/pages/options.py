"""The options: rows of switches, sliders and choices, with what the chosen one does."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.view.kit import DISABLED, ELECTRIC, Kit, fill_bar, trough
from game.view.pages.chrome import draw_ground, draw_header
from game.view.palette import PALETTE
from game.view.text import Align, wrapped

LIST: Final = pygame.Rect(16, 44, 400, 280)
ROW_PITCH, ROWS_SHOWN = 26, 10
VALUE_X, VALUE_WIDTH = 232, 176
SLIDER_WIDTH = 128
HELP_LETTERS = 22
ICONS: Final = {  # by a word of the row's label
    "SPEED": "clock",
    "SHAKE": "shake",
    "FLASHES": "flash",
    "COLOURS": "eye",
    "TEXT": "text",
    "VITALITY": "trust",
    "LINES": "players",
    "OPERATOR": "players",
    "DIFFICULTY": "flower",
    "FULLSCREEN": "scene",
    "SCALING": "scene",
    "MUSIC": "music",
    "EFFECTS": "sound",
    "SOUND": "sound",
    "VOLUME": "sound",
    "AMBIENCE": "sound",
    "VOICE": "sound",
    "RUMBLE": "pad",
    "MASH": "pad",
    "KEYS": "keyboard",
    "BACK": "exit",
}
HELP: Final = {
    "SPEED": "The whole game runs slower. Scores still count.",
    "SHAKE": "How far steps, blasts and blows shake the picture.",
    "FLASHES": "Off: nothing flashes. Blasts and surges stay as bright, but come up softly.",
    "TEXT": "Larger words for objectives and warnings.",
    "DIFFICULTY": "How many come, how hard they bite, and how much the line of the city holds.",
    "OPERATOR": "On: the army works the lines for you, as well as it can.",
    "LINES": "The army works the lines as well as it can. You may still.",
    "FULLSCREEN": "The picture fills the screen in whole steps, never blurred.",
    "SCALING": "Whole pixels are the sharpest.",
    "MUSIC": "How loud the music plays.",
    "EFFECTS": "How loud blows, wires and wings are.",
    "VOLUME": "How loud everything is.",
    "SOUND": "How loud everything is.",
    "RUMBLE": "Pads shake with steps and blasts.",
}
STATES: Final = ("live", "hot", "ready", "tripped", "broken")


@dataclass(frozen=True, slots=True)
class OptionsPage:
    tick: int
    rows: tuple[tuple[str, str], ...]  # label; "ON", "OFF", "40%" or any other choice
    chosen: int


def draw_options(canvas: pygame.Surface, kit: Kit, page: OptionsPage) -> None:
    draw_ground(canvas, page.tick)
    draw_header(canvas, kit, "OPTIONS", "EVERY CHANGE COUNTS AT ONCE")
    kit.frame(canvas, LIST.x, LIST.y, LIST.width, LIST.height)
    first = min(max(0, page.chosen - ROWS_SHOWN + 2), max(0, len(page.rows) - ROWS_SHOWN))
    for place, (label, value) in enumerate(page.rows[first : first + ROWS_SHOWN]):
        _draw_row(canvas, kit, label, value, LIST.y + 18 + place * ROW_PITCH, first + place == page.chosen)
    if first > 0:
        kit.text(canvas, "▲", LIST.right - 12, LIST.y + 4, "volt3", Align.RIGHT)
    if first + ROWS_SHOWN < len(page.rows):
        kit.text(canvas, "▼", LIST.right - 12, LIST.bottom - 12, "volt3", Align.RIGHT)
    _draw_preview(canvas, kit, page.tick)
    _draw_help(canvas, kit, page)
    kit.hints(canvas, ((("▲", "▼"), "ROW"), (("◀", "▶"), "CHANGE"), (("ESC",), "BACK")), 16, 340)


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
    kit.text(canvas, label, LIST.x + 36, y, "white" if chosen else "pale")
    if value in ("ON", "OFF"):
        on = value == "ON"
        kit.blit(canvas, f"toggle/{value.lower()}", VALUE_X, y - 2)
        kit.text(canvas, value, VALUE_X + 40, y, "volt3" if on else "steel")
    elif value.endswith("%") and value[:-1].isdigit():
        _draw_slider(canvas, kit, min(100, int(value[:-1])), y, chosen)
        kit.text(canvas, value, VALUE_X + VALUE_WIDTH, y, "white", Align.RIGHT)
    elif value:
        colour = "volt3" if chosen else "steel"
        kit.text(canvas, "◀", VALUE_X, y, colour)
        kit.text(canvas, value, VALUE_X + VALUE_WIDTH // 2, y, "white", Align.CENTRE)
        kit.text(canvas, "▶", VALUE_X + VALUE_WIDTH, y, colour, Align.RIGHT)


def _draw_slider(canvas: pygame.Surface, kit: Kit, percent: int, y: int, chosen: bool) -> None:
    trough(canvas, VALUE_X, y + 1, SLIDER_WIDTH, 5)
    filled = SLIDER_WIDTH * percent // 100
    fill_bar(canvas, VALUE_X, y + 1, filled, 5, ELECTRIC if percent else DISABLED)
    for notch in range(11):
        canvas.fill(PALETTE["steel"], (VALUE_X + (SLIDER_WIDTH - 1) * notch // 10, y + 8, 1, 2))
    kit.blit(canvas, "slider/knob_focus" if chosen else "slider/knob", VALUE_X + filled - 4, y - 3)


def _draw_preview(canvas: pygame.Surface, kit: Kit, tick: int) -> None:
    """A live line with soldiers on it, before the city."""
    kit.frame(canvas, 424, 44, 200, 164)
    kit.text(canvas, "PREVIEW", 434, 54, "mist")
    kit.text(canvas, "LIVE", 614, 54, "lime" if tick % 64 < 48 else "green", Align.RIGHT)
    window = pygame.Rect(432, 70, 184, 128)
    canvas.fill(PALETTE["ink"], window.inflate(2, 2))
    held = canvas.get_clip()
    canvas.set_clip(window)
    for layer in ("back", "gamera", "front"):
        frame = kit.title[f"title/{layer}"].frames[0]
        canvas.blit(frame.image, (window.x - 380 - frame.pivot_x, window.y - 100 - frame.pivot_y))
    wire = [(x, window.y + 58 + (x - window.x) * (window.right - x) // 500) for x in range(window.x, window.right)]
    glow = kit.glow(24, (20, 60, 140))
    canvas.fblits([(glow, (x - 12, y - 12)) for x, y in wire[::5]], pygame.BLEND_RGB_ADD)
    pygame.draw.lines(canvas, PALETTE["volt1"], False, [(x, y + 1) for x, y in wire])
    pygame.draw.lines(canvas, PALETTE["volt3"], False, wire)
    strip = kit.soldiers["sky/normal/perch/left"]
    for number, share in enumerate((20, 58, 96, 140)):
        x, y = wire[share]
        frame = strip.frames[(tick + 19 * number) // strip.ticks % len(strip.frames)]
        canvas.blit(frame.image, (x - frame.pivot_x, y - 5 - frame.pivot_y))
    canvas.set_clip(held)


def _draw_help(canvas: pygame.Surface, kit: Kit, page: OptionsPage) -> None:
    kit.frame(canvas, 424, 212, 200, 112)
    label = page.rows[page.chosen][0] if page.rows else ""
    kit.text(canvas, label[:HELP_LETTERS], 434, 222, "gold")
    for number, line in enumerate(wrapped(known_word(label, HELP).upper(), HELP_LETTERS)[:4]):
        kit.text(canvas, line, 434, 238 + number * 12, "pale")
    for number, state in enumerate(STATES):
        kit.blit(canvas, f"circuit/{state}", 436 + number * 36, 296)
