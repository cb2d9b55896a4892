"""The result: what counted, row by row, then the rank comes down like a stamp. And the end, when it is lost.

A stage without end shows both: what counted, in the colours of a loss, and in the stamp's place the last wave.
"""

from dataclasses import dataclass
from typing import Final

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import Kit
from game.view.language import message
from game.view.motion import blinks, ease_out
from game.view.pages.chapters import CHAPTERS, headline_of
from game.view.pages.chrome import draw_menu
from game.view.palette import PALETTE
from game.view.text import Align, Edge
from game.view.tones import fall_back_to

PANEL: Final = pygame.Rect(32, 24, 576, 304)
ROWS_Y, ROW_PITCH = 92, 20
ROWS_RIGHT = 464  # px; the stamp stands right of it
COUNTED_MENU_STEP, LOST_MENU_STEP = 18, 20  # px
FIRST_ROW_AT, ROW_EVERY, ROW_COUNTS = 20, 12, 18  # ticks
TOTAL_COUNTS = 30
STAMP_TICKS = 6
STAMP_FROM = 2.0  # times its size when it starts to fall
STAMP_MIDDLE: Final = (536, 168)
SHAKE_TICKS = 10
ICONS: Final = {  # by the first word of a row
    "BURNED": "surge",
    "LURED": "surge",
    "SURGED": "surge",
    "PLASMA": "fire",
    "CRUSHED": "walk",
    "KILLED": "claw",
    "OTHER": "claw",
    "SOLDIERS": "soldier",
    "CROSSED": "soldier",
    "CHAIN": "flash",
    "LONGEST": "flash",
    "BLOCKS": "city",
    "CITY": "city",
    "LINE": "city",
    "TIME": "clock",
    "WAVES": "play",
    "TRUST": "trust",
    "VITALITY": "gamera",
    "BITTEN": "guard",
    "NO-BITE": "guard",
}
REASONS: Final = {
    "gamera": message("GAMERA HAS FALLEN"),
    "line": message("THE CITY LINE IS OVERRUN"),
    "time": message("TIME HAS RUN OUT"),
    "seed": message("THE SEED HAS LAUNCHED"),
    "blast": message("THE BLAST TOOK THE CITY"),
    "queen": message("THE QUEEN HAS PASSED"),
}
LOST_VEIL: Final = ((0, 0.95), (130, 0.86), (240, 0.3), (359, 0.6))
RED_TONES: Final = ("07040c", "140812", "2c0c1c", "501420", "842420", "b85030")
FOOT_VEIL: Final = ((0, 0.7), (31, 0.95))
LETTER_FALLS = 9  # ticks between the letters of GAME OVER


@dataclass(frozen=True, slots=True)
class ResultPage:
    tick: int
    won: bool
    reason: str  # why it was lost
    rank: str
    rows: tuple[tuple[str, str], ...]  # what, how much
    total: int
    items: tuple[str, ...]
    chosen: int
    stage: str = "tokyo"
    number: int = 4
    best: bool = False
    wave: int = 0  # the last one of a stage without end; 0 for all others
    city: float = 1.0  # share of its blocks that stand
    advice: str = ""  # to who lost


def stamp_falls_at(page: ResultPage) -> int:
    """The tick on which the stamp hits the paper: for the sound."""
    return FIRST_ROW_AT + ROW_EVERY * len(page.rows) + ROW_COUNTS + TOTAL_COUNTS + STAMP_TICKS


def menu_area(page: ResultPage) -> pygame.Rect:
    """Where the ways to go on stand: beside the total, or under the reason of a loss."""
    rows = len(page.items)
    if page.won or page.wave:
        height = COUNTED_MENU_STEP * rows
        return pygame.Rect(ROWS_RIGHT + 8, PANEL.bottom - 12 - height, PANEL.right - ROWS_RIGHT - 22, height)
    return pygame.Rect(214, 178, 212, LOST_MENU_STEP * rows)


def draw_result(canvas: pygame.Surface, kit: Kit, page: ResultPage) -> None:
    """Draws over the last picture of the game."""
    if page.won or page.wave:
        _draw_counted(canvas, kit, page)
    else:
        _draw_lost(canvas, kit, page)


def _draw_counted(canvas: pygame.Surface, kit: Kit, page: ResultPage) -> None:
    if not page.won:
        fall_back_to(canvas, RED_TONES, 1.05)
    kit.shade(canvas, 0, 0, VIEW_WIDTH, VIEW_HEIGHT, "ink", 0.62 if page.won else 0.3)
    since_stamp = page.tick - stamp_falls_at(page)
    shake = (0, 2, -2, 1, -1)[since_stamp // 2 % 5] if 0 <= since_stamp < SHAKE_TICKS else 0
    panel = PANEL.move(0, shake)
    kit.frame(canvas, panel.x, panel.y, panel.width, panel.height, "panel", 0.88)
    left = panel.x + 16
    headline = kit.say("HELD") if page.won else "GAME OVER"
    if not page.won:
        reason = kit.say(REASONS.get(page.reason, page.reason.upper()))
        kit.text(canvas, reason, panel.right - 16, panel.y + 24, "blush", Align.RIGHT)
    if page.stage in CHAPTERS:
        chapter = CHAPTERS[page.stage]
        headline = kit.say(headline_of(chapter, page.city))
        kanji = kit.glyphs("glyph_title", chapter.kanji, 2)
        canvas.blit(kanji, (left, panel.y + 11))
        left += kanji.get_width() + 12
        kit.text(
            canvas, kit.say("STAGE {number}", number=page.number), panel.right - 16, panel.y + 24, "mist", Align.RIGHT
        )
    canvas.blit(kit.word("gold20", headline), (left, panel.y + 18))
    canvas.fill(PALETTE["slate"], (panel.x + 16, panel.y + 52, panel.width - 32, 1))
    _draw_rows(canvas, kit, page, panel)
    _draw_total(canvas, kit, page, panel)
    kit.text(
        canvas, kit.say("WAVE") if page.wave else kit.say("RANK"), STAMP_MIDDLE[0], panel.y + 68, "mist", Align.CENTRE
    )
    _draw_stamp(canvas, kit, page, since_stamp + STAMP_TICKS)
    if since_stamp > SHAKE_TICKS and page.best and blinks(page.tick, 40):
        kit.text(canvas, kit.say("NEW BEST"), STAMP_MIDDLE[0], 236, "lime", Align.CENTRE)
    if since_stamp > SHAKE_TICKS:
        draw_menu(canvas, kit, menu_area(page), page.items, page.chosen, page.tick)
    canvas.blit(kit.veil(VIEW_WIDTH, FOOT_VEIL), (0, PANEL.bottom))
    kit.hints(canvas, (("rows", message("ROW")), ("choose", message("CHOOSE")), ("leave", message("TITLE"))), 48, 340)


def _draw_rows(canvas: pygame.Surface, kit: Kit, page: ResultPage, panel: pygame.Rect) -> None:
    for number, (what, how_much) in enumerate(page.rows):
        age = page.tick - FIRST_ROW_AT - ROW_EVERY * number
        if age < 0:
            return
        y = panel.y + ROWS_Y - PANEL.y + ROW_PITCH * number
        if number % 2 == 0:
            kit.shade(canvas, panel.x + 16, y - 5, ROWS_RIGHT - 48, ROW_PITCH - 2, "navy", 0.5)
        slide = round((1 - ease_out(age, 8)) * 24)
        words = what.split()
        if words and words[0] in ICONS:
            kit.blit(canvas, f"icon/{ICONS[words[0]]}", panel.x + 20 - slide, y - 4)
        name_colour, value_colour = ("steel", "steel") if how_much == "0" else ("white", "gold")
        kit.text(canvas, kit.say(what), panel.x + 44 - slide, y, name_colour)
        kit.text(canvas, counted(how_much, age / ROW_COUNTS), ROWS_RIGHT - 8, y, value_colour, Align.RIGHT)


def counted(value: str, share: float) -> str:
    """The value while it counts up: its first number at `share` (0 to 1) of the way, as wide as the whole."""
    start = next((at for at, letter in enumerate(value) if letter.isdigit()), None)
    if share >= 1 or start is None:
        return value
    end = next((at for at in range(start, len(value)) if not value[at].isdigit()), len(value))
    number = str(int(int(value[start:end]) * max(0.0, share)))
    return value[:start] + number.zfill(end - start if value[start] == "0" else 1) + value[end:]


def _draw_total(canvas: pygame.Surface, kit: Kit, page: ResultPage, panel: pygame.Rect) -> None:
    age = page.tick - FIRST_ROW_AT - ROW_EVERY * len(page.rows)
    if age < 0:
        return
    y = panel.bottom - 36
    canvas.fill(PALETTE["slate"], (panel.x + 16, y - 14, ROWS_RIGHT - 48, 1))
    kit.text(canvas, kit.say("TOTAL"), panel.x + 44, y, scale=2)
    done = counted(f"{page.total:07d}", (age - ROW_COUNTS) / TOTAL_COUNTS)
    kit.text(canvas, done, ROWS_RIGHT - 8, y, "gold", Align.RIGHT, 2)


def _draw_stamp(canvas: pygame.Surface, kit: Kit, page: ResultPage, age: int) -> None:
    """Falls from twice its size, then lies still; a red glow under it for a moment."""
    if age < 0 or not (page.wave or page.rank):
        return
    stamp = kit.word("gold34", str(page.wave)) if page.wave else kit.picture(f"stamp/{page.rank}").image
    if age < STAMP_TICKS:
        scale = STAMP_FROM - (STAMP_FROM - 1) * (age / STAMP_TICKS) ** 2
        size = (round(stamp.get_width() * scale), round(stamp.get_height() * scale))
        stamp = pygame.transform.scale(stamp, size)
    else:
        strength = max(0, 5 - (age - STAMP_TICKS) // 3)
        if strength:
            glow = kit.glow(150, (28 * strength, 5 * strength, 7 * strength))
            canvas.blit(glow, glow.get_rect(center=STAMP_MIDDLE), special_flags=pygame.BLEND_RGB_ADD)
    canvas.blit(stamp, stamp.get_rect(center=STAMP_MIDDLE))


def _draw_lost(canvas: pygame.Surface, kit: Kit, page: ResultPage) -> None:
    fall_back_to(canvas, RED_TONES, 1.05)
    canvas.blit(kit.veil(VIEW_WIDTH, LOST_VEIL), (0, 0))
    word = "GAME OVER"
    whole = kit.word("ember52", word)
    x = VIEW_WIDTH // 2 - whole.get_width() // 2
    letters = kit.word_places("ember52", word)
    for number, (letter, offset) in enumerate(letters):
        age = page.tick - LETTER_FALLS * number
        if age >= 0:
            drop = round((1 - ease_out(age, 14)) ** 2 * 110)
            canvas.blit(letter, (x + offset, 40 - drop))
    if page.tick < LETTER_FALLS * len(letters):
        return
    reason = kit.say(REASONS.get(page.reason, page.reason.upper()))
    kit.text(canvas, reason, VIEW_WIDTH // 2, 118, "blush", Align.CENTRE, edge=Edge.OUTLINE)
    kit.text(canvas, kit.say(page.advice), VIEW_WIDTH // 2, 132, "gold", Align.CENTRE, edge=Edge.OUTLINE)
    facts = " · ".join(f"{kit.say(what)} {how_much}" for what, how_much in page.rows[:3])
    kit.text(canvas, facts, VIEW_WIDTH // 2, 150, "mist", Align.CENTRE, edge=Edge.OUTLINE)
    area = menu_area(page)
    kit.frame(canvas, area.x - 6, area.y - 8, area.width + 12, area.height + 16, "panel", 0.85)
    draw_menu(canvas, kit, area, page.items, page.chosen, page.tick)
