"""The chapter card: the place's name over its darkened picture, between two bars."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import Kit
from game.view.motion import ease_out
from game.view.pages.chapters import CHAPTERS, Chapter
from game.view.pages.chrome import typed
from game.view.palette import PALETTE
from game.view.text import lead
from game.view.wrapping import wrapped

BAR = 40  # px of each bar
BAR_TICKS = 14
VEIL: Final = ((0, 0.1), (56, 0.35), (88, 0.86), (188, 0.86), (222, 0.2), (279, 0.1))
FLIP_AT, FLIP_EVERY, FLIP_TICKS = 10, 10, 16  # each glyph turns over on its upright axis
GLYPH_GAP = 6
WORDS_AT, WORDS_LEAD = 40, 12  # ticks; px from line to line
STAGES = len(CHAPTERS)
MIDDLE = 180  # y
TYPED_TICKS = 140  # after which all of it stands there


@dataclass(frozen=True, slots=True)
class ChapterPage:
    tick: int
    stage: str  # a key of `CHAPTERS`
    number: int


def draw_chapter(canvas: pygame.Surface, kit: Kit, page: ChapterPage) -> None:
    """Draws over a picture of the place. The name stands there in Japanese and in Latin, whatever is spoken."""
    chapter = CHAPTERS[page.stage]
    accent = chapter.accent
    kit.shade(canvas, 0, 0, VIEW_WIDTH, VIEW_HEIGHT, "ink", 0.2)
    canvas.blit(kit.veil(VIEW_WIDTH, VEIL), (0, BAR))
    bar = round(BAR * ease_out(page.tick + 1, BAR_TICKS))
    for top, line in ((0, bar), (VIEW_HEIGHT - bar, VIEW_HEIGHT - bar - 1)):
        canvas.fill(PALETTE["ink"], (0, top, VIEW_WIDTH, bar))
        canvas.fill(PALETTE[accent], (0, line, VIEW_WIDTH, 1))
    x = _draw_kanji(canvas, kit, chapter, page.tick) + 28
    age = page.tick - WORDS_AT
    if age >= 0:
        rule = round(96 * ease_out(age, 12))
        canvas.fill(PALETTE[accent], (x - 14, MIDDLE - rule // 2, 1, rule))
        slide = round((1 - ease_out(age, 16)) * 40)
        kit.text(canvas, kit.say("STAGE {number}", number=page.number), x + slide, 138, accent)
        canvas.blit(kit.word("gold34", chapter.name), (x - 3 + slide, 150))
        shown = max(0, age - 14)
        when = kit.say(chapter.when)
        kit.text(canvas, when[:shown], x, 204)
        told = kit.say(chapter.words)
        lines, pitch = wrapped(told, VIEW_WIDTH - 8 - x), lead(told, WORDS_LEAD)
        for row, words in enumerate(typed(lines, shown - len(when))):
            kit.text(canvas, words, x, 218 + row * pitch, "pale")
    for number in range(1, STAGES + 1):
        colour = accent if number == page.number else "steel" if number < page.number else "navy"
        canvas.fill(PALETTE[colour], (256 + number * 16, 334, 12, 4))


def _draw_kanji(canvas: pygame.Surface, kit: Kit, chapter: Chapter, tick: int) -> int:
    """Turns the glyphs over one by one. Returns x after them."""
    x = 48
    for number, glyph in enumerate(chapter.kanji):
        frame = kit.picture(f"glyph_{chapter.card}/{glyph}")
        picture = frame.image
        width, height = picture.get_size()
        turned = ease_out(tick - FLIP_AT - FLIP_EVERY * number, FLIP_TICKS)
        if turned > 0:
            narrow = max(2, round(width * turned))
            if narrow < width:
                picture = pygame.transform.scale(picture, (narrow, height))
            canvas.blit(picture, (x + (width - narrow) // 2, MIDDLE - height // 2))
        x += width + GLYPH_GAP
    return x
