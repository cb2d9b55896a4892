"""The end: the morning after, and what is said of him. It depends on the city that is left; nobody is sure."""

from dataclasses import dataclass
from typing import Final, NamedTuple

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.art import keyed_sheet
from game.view.ascent import climbing_strip
from game.view.kit import Kit
from game.view.language import message
from game.view.motion import ease_out
from game.view.pages.chrome import typed
from game.view.palette import PALETTE
from game.view.text import Align, Edge

VEIL: Final = ((0, 0.0), (50, 0.8), (150, 0.86), (209, 0.7))
VEIL_Y = 150
BAR = 24  # px
LETTER_TICKS = 3
WORDS_Y, LEAD = 212, 18
NAME_Y, FACTS_Y = 272, 294
FACTS_AFTER, SEAL_AFTER = 40, 80  # ticks after the last letter
HINT_AT = 16, 343  # px
SEAL_TICKS = 6
SEAL_AT: Final = (552, 216)
GLOW: Final = (120, 90, 40)
GAMERA_X, GAMERA_FROM, GAMERA_TO = 440, 196, 88  # px; he rises from and to
SIZE_FROM, SIZE_TO = 1.0, 0.3  # of his own size
RISES_TICKS = 900
TRUSTED, STANDING = 70.0, 0.6  # trust and share of the city from which the people thank him
FEARED, RUINED = 45.0, 0.35  # below either they fear him


class Words(NamedTuple):
    """In English."""

    lines: tuple[str, str, str]
    speaker: str


THANKED: Final = Words(
    (
        message("Nobody slept. At six the trains ran again."),
        message("They asked me whose side he is on."),
        message("I said: look which lights are still burning."),
    ),
    message("ASAGI"),
)
DOUBTED: Final = Words(
    (
        message("We are still counting the streets."),
        message("Half of us say he saved them. Half say he broke them."),
        message("I only know that he looked back."),
    ),
    message("HONAMI"),
)
FEARED_WORDS: Final = Words(
    (
        message("He fought for the earth. I am not sure he fought for us."),
        message("Look at what is left, and ask what we are to him."),
        message("I would not want to be his enemy."),
    ),
    message("COL. WATARASE"),
)


@dataclass(frozen=True, slots=True)
class EpiloguePage:
    tick: int
    trust: float  # 0 to 100
    city: float  # share of all blocks of the film that stand, 0 to 1
    rank: str


def words_of(page: EpiloguePage) -> Words:
    if page.trust < FEARED or page.city < RUINED:
        return FEARED_WORDS
    return THANKED if page.trust >= TRUSTED and page.city >= STANDING else DOUBTED


def spoken_at(kit: Kit, page: EpiloguePage) -> int:
    """The tick on which everything stands there."""
    return LETTER_TICKS * sum(map(len, _lines(kit, words_of(page)))) + SEAL_AFTER + SEAL_TICKS


def _lines(kit: Kit, words: Words) -> list[str]:
    return [kit.say(line) for line in words.lines]


def draw_epilogue(canvas: pygame.Surface, kit: Kit, page: EpiloguePage) -> None:
    """Draws over a picture of the morning."""
    _draw_gamera(canvas, kit, page.tick)
    canvas.blit(kit.veil(VIEW_WIDTH, VEIL), (0, VEIL_Y))
    words = words_of(page)
    lines = _lines(kit, words)
    for number, line in enumerate(typed(lines, page.tick // LETTER_TICKS)):
        left = (VIEW_WIDTH - kit.type.width(lines[number])) // 2
        kit.text(canvas, line, left, WORDS_Y + LEAD * number, "cream", edge=Edge.OUTLINE)
    since = page.tick - LETTER_TICKS * sum(map(len, lines))
    if since > 0:
        kit.text(canvas, kit.say(words.speaker), VIEW_WIDTH // 2, NAME_Y, "gold", Align.CENTRE, edge=Edge.OUTLINE)
    if since > FACTS_AFTER:
        facts = kit.say(
            "CITY {city:.0%}   TRUST {trust:.0f}/10   RANK {rank}",
            city=page.city,
            trust=page.trust / 10,
            rank=page.rank,
        )
        kit.text(canvas, facts, VIEW_WIDTH // 2, FACTS_Y, "pale", Align.CENTRE, edge=Edge.OUTLINE)
    if since > SEAL_AFTER:
        _draw_seal(canvas, kit, since - SEAL_AFTER)
    for top in (0, VIEW_HEIGHT - BAR):
        canvas.fill(PALETTE["ink"], (0, top, VIEW_WIDTH, BAR))
    if since > SEAL_AFTER + SEAL_TICKS:
        kit.hints(canvas, (("choose", message("GO ON")),), *HINT_AT)


def _draw_gamera(canvas: pygame.Surface, kit: Kit, tick: int) -> None:
    """Away on his jets, seen from below, slowly, into the light."""
    part = ease_out(tick, RISES_TICKS)
    foot = GAMERA_FROM - round((GAMERA_FROM - GAMERA_TO) * part)
    glow = kit.glow(180, GLOW)
    canvas.blit(glow, glow.get_rect(center=(GAMERA_X, foot - 20)), special_flags=pygame.BLEND_RGB_ADD)
    strip = climbing_strip(keyed_sheet("gamera_front"), SIZE_FROM + (SIZE_TO - SIZE_FROM) * part)
    frame = strip.frames[tick // strip.ticks % len(strip.frames)]
    canvas.blit(frame.image, (GAMERA_X - frame.pivot_x, foot - frame.pivot_y))


def _draw_seal(canvas: pygame.Surface, kit: Kit, age: int) -> None:
    """Comes down from half as large again."""
    seal = kit.picture("seal").image
    middle = seal.get_rect(topleft=SEAL_AT).center
    if age < SEAL_TICKS:
        side = round(seal.get_width() * (1.5 - 0.5 * age / SEAL_TICKS))
        seal = pygame.transform.scale(seal, (side, side))
    canvas.blit(seal, seal.get_rect(center=middle))
