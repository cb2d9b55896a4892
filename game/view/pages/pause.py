"""Pause: a menu over the darkened game."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import Kit
from game.view.language import message
from game.view.motion import ease_out
from game.view.pages.chrome import draw_menu
from game.view.text import Align, fitted

ICONS: Final = {
    "RESUME": "play",
    "COMMANDS": "command",
    "KEYS": "keyboard",
    "OPTIONS": "pad",
    "RESTART SCENE": "scene",
    "RESTART STAGE": "restart",
    "PLAYERS": "players",
    "QUIT TO TITLE": "exit",
    "QUIT": "exit",
}
PANEL_X, PANEL_WIDTH = 216, 208  # px
TITLE_HEIGHT, ITEM_HEIGHT = 54, 22
NOTE_WIDTH = 192  # px
NOTE_HEIGHT = 28
OPEN_TICKS = 8
FOOT_VEIL: Final = ((0, 0.0), (12, 0.9), (41, 0.95))


@dataclass(frozen=True, slots=True)
class PausePage:
    tick: int
    items: tuple[str, ...]
    chosen: int
    note: str = ""  # under the menu: the last checkpoint


def draw_pause(canvas: pygame.Surface, kit: Kit, page: PausePage) -> None:
    """Draws over the canvas of the game that waits."""
    darken(canvas, kit, page.tick)
    height = _height(page.items)
    top = (VIEW_HEIGHT - height) // 2
    shown = max(16, round(height * ease_out(page.tick + 1, OPEN_TICKS)))
    panel_top = top + (height - shown) // 2
    kit.frame(canvas, PANEL_X, panel_top, PANEL_WIDTH, shown, "panel", 0.94)
    if shown == height:
        word = kit.word("ice20", kit.say("PAUSE"))
        canvas.blit(word, (VIEW_WIDTH // 2 - word.get_width() // 2, top + 11))
        kit.shade(canvas, PANEL_X + 16, top + 40, PANEL_WIDTH - 32, 1, "slate", 1.0)
        draw_menu(canvas, kit, menu_area(page.items), page.items, page.chosen, page.tick, ICONS)
        note = fitted(kit.say(page.note).upper(), NOTE_WIDTH)
        kit.text(canvas, note, VIEW_WIDTH // 2, top + height - 20, "mist", Align.CENTRE)
    canvas.blit(kit.veil(VIEW_WIDTH, FOOT_VEIL), (0, VIEW_HEIGHT - 42))
    kit.hints(canvas, (("rows", message("ROW")), ("choose", message("CHOOSE")), ("back", message("RESUME"))), 16, 340)


def menu_area(items: tuple[str, ...]) -> pygame.Rect:
    """What the menu's rows fill on the canvas."""
    top = (VIEW_HEIGHT - _height(items)) // 2
    return pygame.Rect(PANEL_X + 6, top + 46, PANEL_WIDTH - 12, ITEM_HEIGHT * len(items))


def _height(items: tuple[str, ...]) -> int:
    return TITLE_HEIGHT + ITEM_HEIGHT * len(items) + NOTE_HEIGHT


def darken(canvas: pygame.Surface, kit: Kit, tick: int) -> None:
    """The picture steps back: darker by ink, every other line a little more, over a few ticks."""
    strength = round(min(1.0, (tick + 1) / OPEN_TICKS) * 4) / 4
    kit.shade(canvas, 0, 0, VIEW_WIDTH, VIEW_HEIGHT, "ink", 0.62 * strength)
    canvas.blit(kit.scanlines(VIEW_WIDTH, VIEW_HEIGHT), (0, 0))
