"""The title: Gamera before the moon, the lines live in front of him, the swarm crossing far off."""

import math
import random
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pygame

from game.sim.units import VIEW_WIDTH
from game.view.kit import Kit
from game.view.motion import blinks, ease_out
from game.view.pages.chrome import draw_menu
from game.view.palette import PALETTE
from game.view.sheets import Frame
from game.view.text import Align, Edge, fitted

MOON_X, MOON_Y, MOON_RADIUS = 470, 132, 94
FAR_SOLDIERS = 210
RIBBON_TICKS = 5400  # in which a far soldier crosses the sky
RIBBON_LENGTH = 340  # px
SHAPES: Final = (  # px of a far soldier: wings up, wings down, and a nearer one
    (((0, 0), (1, 0), (-1, -1), (2, -1)), ((0, 0), (1, 0), (-1, 1), (2, 1))),
    (
        ((0, 0), (1, 0), (0, 1), (1, 1), (-1, -1), (2, -1), (-2, -2), (3, -2)),
        ((0, 0), (1, 0), (0, 1), (1, 1), (-1, 0), (2, 0), (-2, 1), (3, 1)),
    ),
)
ON_MOON, ON_SKY = (26, 22, 58), (54, 48, 104)
FLYERS: Final = ((574, 58), (604, 92), (548, 34), (618, 40), (586, 120))
FLYER_SHADE = (104, 108, 148)
PERCHES: Final = ((0, 0.27), (0, 0.66), (1, 0.42), (2, 0.18), (2, 0.55), (1, 0.8), (0, 0.88))  # strand, share of it
BOLT_EVERY, BOLT_TICKS = 26, 7
WIRE_GLOW: Final = (22, 60, 140)
BOLT_GLOW: Final = (24, 64, 150)
EYE_GLOW: Final = (130, 62, 10)
LOGO_X, LOGO_Y = 20, 60
SHEEN_EVERY, SHEEN_TICKS, SHEEN_WIDTH = 420, 46, 10
MENU: Final = pygame.Rect(32, 158, 176, 0)
MENU_STEP = 15
NOTE_WIDTH = 480  # px
FOOT_Y = 338  # px; leaves room for a notice below
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TitlePage:
    tick: int
    items: tuple[str, ...]
    chosen: int
    ready: bool  # the menu is open; before, any key opens it
    high_score: int = 0
    version: str = ""
    champion: str = ""  # the initials of the high score
    note: str = ""  # at the foot


def draw_title(canvas: pygame.Surface, kit: Kit, page: TitlePage) -> None:
    back, gamera, front = (kit.title[f"title/{layer}"].frames[0] for layer in ("back", "gamera", "front"))
    canvas.blit(back.image, (-back.pivot_x, -back.pivot_y))
    _draw_far_swarm(canvas, page.tick)
    _draw_flyers(canvas, kit, page.tick)
    canvas.blit(gamera.image, (-gamera.pivot_x, -gamera.pivot_y))
    _draw_eyes(canvas, kit, gamera, page.tick)
    canvas.blit(front.image, (-front.pivot_x, -front.pivot_y))
    _draw_lines(canvas, kit, front, page.tick)
    _draw_logo(canvas, kit, page.tick)
    if page.high_score:
        kit.text(canvas, kit.say("HIGH SCORE"), 504, 8, "mist", Align.RIGHT)
        kit.text(canvas, f"{page.high_score:08d}", 576, 8, "gold", Align.RIGHT)
        kit.text(canvas, page.champion, 608, 8, "mist", Align.RIGHT)
    if page.ready:
        area = menu_area(len(page.items))
        kit.shade(canvas, area.x, area.y - 4, area.width, area.height + 8, "ink", 0.6)
        for y in (area.y - 4, area.bottom + 3):
            canvas.fill(PALETTE["slate"], (area.x, y, area.width, 1))
        draw_menu(canvas, kit, area, page.items, page.chosen, page.tick)
        kit.blit(canvas, "icon/surge", area.right - 24, area.y + page.chosen * MENU_STEP)
    elif blinks(page.tick, 64):
        kit.text(canvas, kit.say("PRESS ANY KEY"), 184, 216, "cream", Align.CENTRE, edge=Edge.OUTLINE)
        for x in (112, 248):
            canvas.fill(PALETTE["gold"], (x, 219, 8, 1))
    kit.text(canvas, fitted(page.note, NOTE_WIDTH), 32, FOOT_Y, "steel")
    kit.text(canvas, page.version, 608, FOOT_Y, "steel", Align.RIGHT)


def menu_area(items: int) -> pygame.Rect:
    """What a menu of so many rows fills."""
    return pygame.Rect(MENU.topleft, (MENU.width, MENU_STEP * items))


@lru_cache(maxsize=1)
def _ribbon() -> tuple[tuple[float, float, float, int, int], ...]:
    """Every far soldier: its place along the ribbon, its distance from it, its shape and its beat."""
    dice = random.Random(11)
    return tuple(
        (dice.random() ** 0.8, dice.gauss(0, 1), dice.gauss(0, 1), dice.random() > 0.45, dice.randrange(12))
        for _ in range(FAR_SOLDIERS)
    )


def _draw_far_swarm(canvas: pygame.Surface, tick: int) -> None:
    """A ribbon of specks that drifts across the moon, darker before its disc."""
    for start, spread_x, spread_y, shape, beat in _ribbon():
        along = (start + tick / RIBBON_TICKS) % 1
        x = VIEW_WIDTH + 8 - int(along * RIBBON_LENGTH + spread_x * 8)
        y = int(40 + 70 * math.sin(along * 3.0 + 0.35) + spread_y * (9 + 10 * along) + math.sin(tick / 19 + beat))
        if y > 150 and x < 372:
            continue
        on_moon = (x - MOON_X) ** 2 + (y - MOON_Y) ** 2 < MOON_RADIUS**2
        colour = ON_MOON if on_moon else ON_SKY
        for dx, dy in SHAPES[shape][(tick + beat) // 6 % 2]:
            if y + dy >= 0:
                canvas.fill(colour, (x + dx, y + dy, 1, 1))


def _draw_flyers(canvas: pygame.Surface, kit: Kit, tick: int) -> None:
    """The nearest of them, still in the dark."""
    strip = kit.soldiers["sky/normal/fly/left"]
    for number, (x, y) in enumerate(FLYERS):
        frame = strip.at(tick + 7 * number)
        shaded = frame.image.copy()
        shaded.fill(FLYER_SHADE, special_flags=pygame.BLEND_RGB_MULT)
        drift_x = round(6 * math.sin(tick / 90 + number * 2))
        drift_y = round(4 * math.sin(tick / 37 + number))
        canvas.blit(shaded, (x + drift_x - frame.pivot_x, y + drift_y - frame.pivot_y))


def _draw_eyes(canvas: pygame.Surface, kit: Kit, gamera: Frame, tick: int) -> None:
    breath = 44 + 4 * round(math.sin(tick / 40))
    for number in range(2):
        x, y = gamera.anchors[f"eye{number}"]
        for diameter in (breath, 18):
            glow = kit.glow(diameter, EYE_GLOW)
            canvas.blit(glow, (int(x) - diameter // 2, int(y) - diameter // 2), special_flags=pygame.BLEND_RGB_ADD)


def _strands(front: Frame) -> list[list[Point]]:
    """The points of every live strand, a pixel apart."""
    strands = []
    for number in range(len(front.anchors) // 3):
        (x0, y0), (x1, y1) = front.anchors[f"live{number}a"], front.anchors[f"live{number}b"]
        sag = front.anchors[f"live{number}sag"][1]
        strands.append(
            [
                (x, round(y0 + (y1 - y0) * (share := (x - x0) / (x1 - x0)) + sag * 4 * share * (1 - share)))
                for x in range(int(x0), int(x1) + 1)
            ]
        )
    return strands


def _draw_lines(canvas: pygame.Surface, kit: Kit, front: Frame, tick: int) -> None:
    strands = _strands(front)
    hum = 26 if tick % 6 < 3 else 24  # the light of the lines trembles
    glow = kit.glow(hum, WIRE_GLOW)
    spots = [(glow, (x - hum // 2, y - hum // 2)) for points in strands for x, y in points[::5]]
    canvas.fblits(spots, pygame.BLEND_RGB_ADD)
    for points in strands:
        pygame.draw.lines(canvas, PALETTE["volt2"], False, [(x, y + 1) for x, y in points])
        pygame.draw.lines(canvas, PALETTE["foam"], False, points)
    _draw_bolts(canvas, kit, strands[:3], tick)
    perch = {left: kit.soldiers[f"sky/normal/perch/{'left' if left else 'right'}"] for left in (False, True)}
    for number, (strand, share) in enumerate(PERCHES):
        x, y = strands[strand][int(share * (len(strands[strand]) - 1))]
        strip = perch[number % 2 == 0]
        frame = strip.frames[(tick + 17 * number) // strip.ticks % len(strip.frames)]
        canvas.blit(frame.image, (x - frame.pivot_x, y - 5 - frame.pivot_y))


def _draw_bolts(canvas: pygame.Surface, kit: Kit, strands: list[list[Point]], tick: int) -> None:
    """Arcs that jump from strand to strand: each stands for a few ticks, in a shape of its own."""
    for lane in range(3):
        age = (tick + lane * 11) % BOLT_EVERY
        if age >= BOLT_TICKS:
            continue
        dice = random.Random((tick + lane * 11) // BOLT_EVERY * 7 + lane)
        upper = strands[dice.randrange(2)]
        lower = strands[2]
        at = dice.randrange(20, len(upper) - 30)
        to = min(len(lower) - 1, max(0, at + dice.randint(-14, 14)))
        points = _bolt(upper[at], lower[to], random.Random(tick // 2 * 3 + lane))
        for x, y in points[::3]:
            canvas.blit(kit.glow(18, BOLT_GLOW), (x - 9, y - 9), special_flags=pygame.BLEND_RGB_ADD)
        pygame.draw.lines(canvas, PALETTE["volt2"], False, [(x + 1, y) for x, y in points])
        pygame.draw.lines(canvas, PALETTE["foam"], False, points)


def _bolt(start: Point, end: Point, dice: random.Random) -> list[Point]:
    """A jagged way from start to end, in eight steps."""
    points = [start]
    for step in range(1, 8):
        x = start[0] + (end[0] - start[0]) * step / 8 + dice.uniform(-5, 5)
        y = start[1] + (end[1] - start[1]) * step / 8 + dice.uniform(-2, 2)
        points.append((round(x), round(y)))
    return [*points, end]


def _draw_logo(canvas: pygame.Surface, kit: Kit, tick: int) -> None:
    """The name drops in, its other lines slide in after it; later a light runs over the stone and sparks jump off."""
    logo = kit.picture("logo/gamera").image
    top = LOGO_Y - round((1 - ease_out(tick, 24)) * 160)
    canvas.blit(logo, (LOGO_X, top))
    slide = round((1 - ease_out(tick - 24, 24)) * 420)
    kit.blit(canvas, "logo/sub", 36 - slide, 130)
    kit.blit(canvas, "logo/jp", 30 - round((1 - ease_out(tick - 34, 24)) * 420), 22)
    sheen = tick % SHEEN_EVERY - (SHEEN_EVERY - SHEEN_TICKS)
    if sheen >= 0:
        _draw_sheen(canvas, logo, top, sheen)
    _draw_sparks(canvas, tick)


def _draw_sheen(canvas: pygame.Surface, logo: pygame.Surface, top: int, age: int) -> None:
    """A slanted band of light that runs once over the stone."""
    width, height = logo.get_size()
    middle = (width + height) * age // SHEEN_TICKS
    for y in range(0, height, 2):
        area = pygame.Rect(middle - y - SHEEN_WIDTH // 2, y, SHEEN_WIDTH, 2).clip((0, 0, width, height))
        if area.width:
            canvas.blit(logo, (LOGO_X + area.x, top + y), area, pygame.BLEND_RGB_ADD)


def _draw_sparks(canvas: pygame.Surface, tick: int) -> None:
    """Small crosses of light along the foot of the name."""
    for lane in range(3):
        age = (tick + lane * 23) % 40
        if age >= 8 or tick < 60:
            continue
        dice = random.Random((tick + lane * 23) // 40 * 5 + lane)
        x, y = dice.randrange(40, 320), dice.choice((128, 134, 150))
        reach = 3 - abs(age - 4) // 2
        canvas.fill(PALETTE["volt3"], (x - reach, y, 2 * reach + 1, 1))
        canvas.fill(PALETTE["volt3"], (x, y - reach, 1, 2 * reach + 1))
        canvas.fill(PALETTE["white"], (x, y, 1, 1))
