"""The players: every device with its place between Gamera and the grid, and what its keys do there."""

from dataclasses import dataclass
from typing import Final, NamedTuple

import pygame

from game.view.kit import Kit
from game.view.language import message
from game.view.pages.chrome import draw_ground, draw_header
from game.view.palette import PALETTE
from game.view.prompts import Prompt
from game.view.text import fitted

LIST: Final = pygame.Rect(16, 44, 608, 232)
HEAD_Y: Final = LIST.y + 14
FIRST_ROW, ROW_PITCH = LIST.y + 38, 24  # px
NAME_X, NAME_WIDTH = 56, 192  # px
STOPS_X: Final = (330, 430, 530)  # the middles of the three places a device may have
HEADS: Final = (
    ("gamera", message("GAMERA")),
    ("players", message("SHARED")),
    ("command", message("THE GRID")),
)
SWAP_WORDS: Final = message("SWAP THE PLAYERS")
MOUSE_WORDS: Final = message("ITS CLICKS WORK THE LINES, WHOEVER HAS IT IN HAND.")
MOVES_Y, MOVES_PITCH = LIST.bottom + 12, 20
WORD_Y: Final = MOVES_Y + MOVES_PITCH


class DeviceRow(NamedTuple):
    icon: str
    name: str
    stops: tuple[int, ...]  # of STOPS_X, those it may have; none: it stays where it is
    stop: int
    lit: bool  # it was pressed a moment ago


class Move(NamedTuple):
    prompts: tuple[Prompt, ...]
    words: str


class Moves(NamedTuple):
    icon: str  # of who makes them
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class PlayersPage:
    tick: int
    rows: tuple[DeviceRow, ...]
    chosen: int  # the row after the last device swaps
    moves: tuple[Moves, ...]  # of the chosen device, for each who plays with it
    two: bool  # players


def draw_players(canvas: pygame.Surface, kit: Kit, page: PlayersPage) -> None:
    draw_ground(canvas, page.tick)
    draw_header(canvas, kit, kit.say("PLAYERS"), kit.say("TWO PLAYERS") if page.two else kit.say("ONE PLAYER"))
    kit.frame(canvas, LIST.x, LIST.y, LIST.width, LIST.height)
    for (icon, head), x in zip(HEADS, STOPS_X, strict=True):
        words = kit.say(head)
        width = 20 + kit.type.width(words)
        kit.blit(canvas, f"icon/{icon}", x - width // 2, HEAD_Y - 4)
        kit.text(canvas, words, x - width // 2 + 20, HEAD_Y, "mist")
    canvas.fill(PALETTE["slate"], (LIST.x + 8, HEAD_Y + 15, LIST.width - 16, 1))
    for number, row in enumerate(page.rows):
        _draw_device(canvas, kit, row, FIRST_ROW + number * ROW_PITCH, number == page.chosen)
    top = FIRST_ROW + len(page.rows) * ROW_PITCH
    if page.chosen == len(page.rows):
        kit.focus_row(canvas, LIST.x + 4, top, LIST.width - 8, ROW_PITCH - 2)
    kit.blit(canvas, "icon/restart", 32, top + 3)
    kit.text(canvas, kit.say(SWAP_WORDS), NAME_X, top + 7, "white" if page.chosen == len(page.rows) else "pale")
    _draw_words(canvas, kit, page)
    kit.hints(
        canvas, (("rows", message("DEVICE")), ("values", message("GIVE IT TO")), ("back", message("BACK"))), 16, 340
    )


def rows_area(rows: int) -> pygame.Rect:
    """What so many rows fill on the canvas."""
    return pygame.Rect(LIST.x, FIRST_ROW, LIST.width, rows * ROW_PITCH)


def stop_at(point: tuple[int, int]) -> int:
    """The place of STOPS_X nearest to a point of the canvas."""
    return min(range(len(STOPS_X)), key=lambda number: abs(STOPS_X[number] - point[0]))


def _draw_device(canvas: pygame.Surface, kit: Kit, row: DeviceRow, top: int, chosen: bool) -> None:
    if chosen:
        kit.focus_row(canvas, LIST.x + 4, top, LIST.width - 8, ROW_PITCH - 2)
    kit.blit(canvas, f"icon/{row.icon}", 32, top + 3)
    colour = "gold" if row.lit else "white" if chosen else "pale"
    kit.text(canvas, fitted(kit.say(row.name), NAME_WIDTH), NAME_X, top + 7, colour)
    if row.stops:
        left, right = STOPS_X[row.stops[0]], STOPS_X[row.stops[-1]]
        canvas.fill(PALETTE["slate"], (left, top + 10, right - left, 1))
    for stop in row.stops:
        canvas.fill(PALETTE["steel"], (STOPS_X[stop] - 2, top + 9, 5, 3))
    x = STOPS_X[row.stop]
    kit.frame(canvas, x - 12, top - 1, 24, ROW_PITCH, "gold" if row.lit else "focus" if row.stops else "off")
    kit.blit(canvas, f"icon/{row.icon}", x - 8, top + 3)
    if chosen and row.stops:
        if row.stop > row.stops[0]:
            kit.text(canvas, "◀", x - 24, top + 7, "volt3")
        if row.stop < row.stops[-1]:
            kit.text(canvas, "▶", x + 18, top + 7, "volt3")


def _draw_words(canvas: pygame.Surface, kit: Kit, page: PlayersPage) -> None:
    """What the chosen device does, and how a second player comes."""
    if page.chosen < len(page.rows) and not page.rows[page.chosen].stops:
        kit.text(canvas, kit.say(MOUSE_WORDS), LIST.x + 8, MOVES_Y, "pale")
    for number, moves in enumerate(page.moves):
        _draw_moves(canvas, kit, moves, MOVES_Y + number * MOVES_PITCH)
    if not page.two:
        kit.text(
            canvas, kit.say("SHARED: P2 HAS SOME KEYS OF IT. THE GRID: IT IS P2'S ALONE."), LIST.x + 8, WORD_Y, "mist"
        )


def _draw_moves(canvas: pygame.Surface, kit: Kit, line: Moves, top: int) -> None:
    kit.blit(canvas, f"icon/{line.icon}", LIST.x + 8, top - 4)
    x = LIST.x + 30
    for move in line.moves:
        if move.prompts:
            x = kit.draw_prompts(canvas, move.prompts, x, top - 4)
            x = kit.text(canvas, kit.say(move.words), x + 6, top, "pale") + 14
