"""What pages share: the ground of menus, headers, lists, type that types itself."""

from collections.abc import Mapping, Sequence

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import Kit
from game.view.palette import PALETTE
from game.view.text import Align

HEADER_HEIGHT = 32
TITLE_MIDDLE = 17  # y
STRIPE_PITCH = 64  # px between the diagonal lines of the ground
STRIPE_TICKS = 8  # they move a pixel in this many
FOCUS_PULSE = 48  # ticks in which the focus bar breathes once


def draw_ground(canvas: pygame.Surface, tick: int) -> None:
    """The dark ground of a menu: slow diagonals, and a line of pylons at its foot."""
    canvas.fill(PALETTE["abyss"])
    shift = tick // STRIPE_TICKS % STRIPE_PITCH
    for x in range(-VIEW_HEIGHT // 2 - STRIPE_PITCH, VIEW_WIDTH + VIEW_HEIGHT, STRIPE_PITCH):
        start = (x + shift + VIEW_HEIGHT // 2, 0)
        pygame.draw.line(canvas, PALETTE["deep"], start, (start[0] - VIEW_HEIGHT // 2, VIEW_HEIGHT))
    for x, height in ((590, 220), (30, 170)):
        _draw_pylon(canvas, x, VIEW_HEIGHT - 12, height)


def _draw_pylon(canvas: pygame.Surface, x: int, base: int, height: int) -> None:
    """A few lines in the ground's own tone, to be felt more than seen."""
    colour = PALETTE["navy"]
    top = base - height
    for side in (-1, 1):
        pygame.draw.line(canvas, colour, (x + side, top), (x + side * height // 8, base))
        for level, reach in ((0.14, 0.19), (0.245, 0.25), (0.35, 0.21)):
            y = top + int(level * height)
            pygame.draw.line(canvas, colour, (x, y), (x + side * int(reach * height), y))
            pygame.draw.line(canvas, colour, (x, y - height // 20), (x + side * int(reach * height), y))
    for number in range(6):
        y0, y1 = (top + height * (0.3 + 0.7 * (number + step) / 6) for step in (0, 1))
        half0, half1 = (height / 8 * (y - top) / height for y in (y0, y1))
        pygame.draw.line(canvas, colour, (x - half0, y0), (x + half1, y1))
        pygame.draw.line(canvas, colour, (x + half0, y0), (x - half1, y1))


def draw_header(canvas: pygame.Surface, kit: Kit, title: str, note: str) -> None:
    canvas.fill(PALETTE["abyss"], (0, 0, VIEW_WIDTH, HEADER_HEIGHT))
    canvas.fill(PALETTE["slate"], (0, HEADER_HEIGHT - 1, VIEW_WIDTH, 1))
    canvas.fill(PALETTE["ink"], (0, HEADER_HEIGHT, VIEW_WIDTH, 1))
    word = kit.word("ice16", title)
    canvas.blit(word, (16, TITLE_MIDDLE - word.get_height() // 2))
    kit.text(canvas, note, VIEW_WIDTH - 16, 12, "mist", Align.RIGHT)


def draw_menu(
    canvas: pygame.Surface,
    kit: Kit,
    area: pygame.Rect,
    items: Sequence[str],
    chosen: int,
    tick: int,
    icons: Mapping[str, str] | None = None,
) -> None:
    """A list of choices, given in English, that fills `area`; the chosen one is blue between two bars that breathe."""
    step = _row_height(area, len(items))
    for number, item in enumerate(items):
        top = area.y + number * step
        if number == chosen:
            kit.focus_row(canvas, area.x, top, area.width, step, both=True)
            reach = 2 if tick % FOCUS_PULSE < FOCUS_PULSE // 2 else 3
            canvas.fill(PALETTE["volt3"], (area.x, top, reach, step))
            canvas.fill(PALETTE["volt3"], (area.right - reach, top, reach, step))
        y = top + (step - 8) // 2
        left = area.x + 16
        if icons is not None:
            left = area.x + 34
            if item in icons:
                kit.blit(canvas, f"icon/{icons[item]}", area.x + 10, top + (step - 16) // 2)
        kit.text(canvas, kit.say(item), left, y, "white" if number == chosen else "pale")


def row_at(area: pygame.Rect, rows: int, point: tuple[int, int]) -> int | None:
    """The row of a list of so many that fills `area` which lies under a point of the canvas."""
    if not area.collidepoint(point):
        return None
    row = (point[1] - area.y) // _row_height(area, rows)
    return row if row < rows else None


def _row_height(area: pygame.Rect, rows: int) -> int:
    return area.height // max(1, rows)


def typed(lines: Sequence[str], letters: int) -> list[str]:
    """The lines as far as `letters` letters have been typed."""
    shown = []
    for line in lines:
        shown.append(line[: max(0, letters)])
        letters -= len(line)
    return shown
