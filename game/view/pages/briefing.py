"""The briefing: the army's map with the ways of the swarm and of Gamera, and the order as it is typed."""

import math
from dataclasses import dataclass
from typing import Final, NamedTuple

import pygame

from game.sim.stage import Stage
from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.hud.radio import SPEAKERS
from game.view.kit import Kit
from game.view.language import message, message_as
from game.view.motion import blinks
from game.view.pages.chapters import Chapter, chapter_of
from game.view.pages.chrome import typed
from game.view.palette import PALETTE
from game.view.portraits import draw_portrait
from game.view.text import Align, Edge, fitted, lead, lift
from game.view.wrapping import wrapped

Point = tuple[float, float]

INK: Final = (7, 20, 16)
PANEL: Final = (10, 28, 24)
HEADER: Final = (12, 36, 28)
GRID: Final = (18, 48, 42)
COAST: Final = (140, 224, 176)
DIM: Final = (76, 140, 116)
TEXT: Final = (200, 248, 220)

MAP_X, MAP_Y, MAP_WIDTH, MAP_HEIGHT = 16, 40, 312, 280
ORDER_X, ORDER_Y, ORDER_WIDTH, ORDER_HEIGHT = 344, 40, 280, 280
ORDER_TEXT_WIDTH, POINT_WIDTH = 240, 224  # px for words: of its title, and of its points
ORDER_LEAD, ORDER_GAP = 11, 3  # px from line to line, and more from point to point: eight lines fit
SPEECH_LEAD = 12  # px
LETTER_TICKS = 2
ROUTE_TICKS = 90  # in which a way is drawn out on the map
MARCH_TICKS = 4  # its dashes move a pixel in this many
SPEAKER_LETTER_TICKS = 5  # his mouth moves in this rhythm
LEGEND: Final = (
    ("rose", message_as("map", "SWARM")),
    ("gold", message_as("map", "GAMERA")),
    ("volt2", message_as("map", "OWN")),
)
OWN_UNITS: Final = ("north_group", "east_group", "west_group")


class Route(NamedTuple):
    """A way on the map, a quadratic curve in px of the page; `begins` is the tick on which it is first drawn."""

    colour: str
    begins: int
    start: Point
    bend: Point
    end: Point
    dash: int = 6  # px of every 9


ROUTES: Final = (
    Route("gold", 10, (326, 150), (270, 100), (174, 110), 4),  # Gamera: from the sea to Sapporo
    Route("rose", 0, (158, 114), (96, 164), (143, 214)),  # the swarm: Sapporo to Sendai
    Route("gold", 50, (174, 116), (250, 170), (163, 222), 4),
    Route("rose", 60, (145, 230), (119, 256), (130, 272)),  # and on to Tokyo
    Route("gold", 90, (161, 228), (236, 250), (142, 282), 4),
)


@dataclass(frozen=True, slots=True)
class BriefingPage:
    tick: int
    title: str  # of the stage
    number: int  # of the stage; 0 for one that is not of the film
    lines: tuple[str, ...]  # the order
    stage: Stage
    best: str = ""  # the highest score so far, and whose it is


def typed_out_at(kit: Kit, page: BriefingPage) -> int:
    """The tick on which everything has been typed."""
    order = [line for words in page.lines for line in _point(kit, words)]
    return LETTER_TICKS * (sum(map(len, order)) + sum(map(len, _speech(kit, chapter_of(page.stage.id)))))


def _point(kit: Kit, words: str) -> list[str]:
    """One point of the order in lines."""
    return wrapped(kit.say(words).upper(), POINT_WIDTH)


def _speech(kit: Kit, chapter: Chapter | None) -> list[str]:
    """What is said under the order, in lines."""
    return [] if chapter is None else kit.say(chapter.speech).splitlines()


def draw_briefing(canvas: pygame.Surface, kit: Kit, page: BriefingPage) -> None:
    canvas.fill(INK)
    canvas.fill(HEADER, (0, 0, VIEW_WIDTH, 28))
    canvas.fill(COAST, (0, 28, VIEW_WIDTH, 1))
    face = kit.type
    face.draw(canvas, kit.say("OPERATION ORDER 7"), 16, 11, TEXT)
    chapter = chapter_of(page.stage.id)
    if chapter is not None:
        face.draw(canvas, kit.say("EASTERN ARMY · {day}", day=kit.say(chapter.day)), 624, 11, DIM, align=Align.RIGHT)
    _draw_map(canvas, kit, chapter, page.tick)
    _draw_order(canvas, kit, page, chapter)
    kit.hints(canvas, (("choose", message("BEGIN")), ("back", message("BACK"))), 16, 338)
    if page.best:
        kit.text(canvas, kit.say("BEST  {best}", best=page.best), 624, 338, "gold", Align.RIGHT)
    sweep = page.tick * 2 % (VIEW_HEIGHT + 60)
    kit.shade(canvas, 0, sweep - 12, VIEW_WIDTH, 12, "pine", 0.16)
    canvas.blit(kit.scanlines(VIEW_WIDTH, VIEW_HEIGHT, 3, 16), (0, 0))


def _draw_map(canvas: pygame.Surface, kit: Kit, chapter: Chapter | None, clock: int) -> None:
    frame = kit.picture("map/japan")
    canvas.blit(frame.image, (MAP_X, MAP_Y))
    place = {name: (MAP_X + x, MAP_Y + y) for name, (x, y) in frame.anchors.items()}
    if chapter is not None:
        for route in ROUTES[: chapter.routes]:
            _march(canvas, route, clock - route.begins)
        for name, colour, state in chapter.places:
            _draw_mark(
                canvas, kit, place[name], colour, kit.say(name.upper()), kit.say_as("map", state), gone=colour == "rose"
            )
        _draw_target(canvas, place[chapter.places[-1][0]], clock)
    for number, name in enumerate(OWN_UNITS):
        if clock > 40 + 12 * number:
            _draw_unit(canvas, place[name], number)
    _draw_map_frame(canvas, kit)


def _curve(start: Point, bend: Point, end: Point) -> list[Point]:
    """A quadratic curve in steps of about a pixel: it is about as long as the mean of its chord and its legs."""
    legs = math.dist(start, bend) + math.dist(bend, end)
    steps = max(2, int((legs + math.dist(start, end)) / 2))
    points = []
    for step in range(steps + 1):
        t = step / steps
        near, middle, far = (1 - t) ** 2, 2 * t * (1 - t), t * t
        x, y = (near * start[axis] + middle * bend[axis] + far * end[axis] for axis in (0, 1))
        points.append((x, y))
    return points


def _march(canvas: pygame.Surface, route: Route, age: int) -> None:
    """Dashes that march along the way, as far as it has been drawn out; then its arrow head."""
    if age < 0:
        return
    points, colour = _curve(route.start, route.bend, route.end), PALETTE[route.colour]
    reach = min(len(points), len(points) * age // ROUTE_TICKS + 1)
    for number in range(reach):
        if (number - age // MARCH_TICKS) % 9 < route.dash:
            x, y = points[number]
            canvas.fill(colour, (int(x), int(y), 2, 2))
    if reach == len(points):
        (x0, y0), (x1, y1) = points[-8], points[-1]
        heading = math.atan2(y1 - y0, x1 - x0)
        for step in range(9):
            for side in (-0.5, 0.5):
                angle = heading + math.pi + side
                spot = (round(x1 + math.cos(angle) * step), round(y1 + math.sin(angle) * step), 2, 2)
                canvas.fill(colour, spot)


def _draw_mark(
    canvas: pygame.Surface,
    kit: Kit,
    point: Point,
    colour: str,
    name: str,
    state: str,
    *,
    gone: bool = False,
) -> None:
    """A town with its state beside it: to the left of it where the map's frame leaves no room on the right."""
    x, y = int(point[0]), int(point[1])
    if gone:
        pygame.draw.line(canvas, PALETTE[colour], (x - 5, y - 5), (x + 5, y + 5), 2)
        pygame.draw.line(canvas, PALETTE[colour], (x - 5, y + 5), (x + 5, y - 5), 2)
    else:
        pygame.draw.circle(canvas, PALETTE[colour], (x, y), 7, 1)
        canvas.fill(PALETTE[colour], (x - 1, y - 1, 3, 3))
    width = max(kit.type.width(name), kit.type.width(state)) + 6
    room = lift(name)  # px more between the two lines
    to_left = x + 16 + width > MAP_X + MAP_WIDTH
    left = x - 14 - width if to_left else x + 16
    top, height = y - 10 - 2 * room, 21 + 4 * room
    canvas.fill(INK, (left, top, width, height))
    canvas.fill(PALETTE[colour], (left + width - 1 if to_left else left, top, 1, height))
    kit.text(canvas, name, left + 4, y - 9 - room, edge=Edge.NONE)
    kit.text(canvas, state, left + 4, y + 1 + room, colour, edge=Edge.NONE)


def _draw_target(canvas: pygame.Surface, point: Point, tick: int) -> None:
    """The cross hair on tonight's place opens and closes."""
    x, y = int(point[0]), int(point[1])
    gap = 7 + (2 if blinks(tick, 40) else 0)
    for dx, dy, width, height in ((-gap - 4, 0, 5, 1), (gap, 0, 5, 1), (0, -gap - 4, 1, 5), (0, gap, 1, 5)):
        canvas.fill(PALETTE["gold"], (x + dx, y + dy, width, height))


def _draw_unit(canvas: pygame.Surface, point: Point, arm: int) -> None:
    """The army's own: a box with the sign of the arm (infantry, armour, signals)."""
    x, y = int(point[0]), int(point[1])
    canvas.fill(INK, (x - 8, y - 5, 17, 11))
    pygame.draw.rect(canvas, PALETTE["volt2"], (x - 7, y - 4, 15, 9), 1)
    if arm == 0:
        pygame.draw.line(canvas, PALETTE["volt3"], (x - 5, y - 3), (x + 5, y + 3))
        pygame.draw.line(canvas, PALETTE["volt3"], (x - 5, y + 3), (x + 5, y - 3))
    elif arm == 1:
        canvas.fill(PALETTE["volt3"], (x - 3, y - 1, 7, 3))
    else:
        canvas.fill(PALETTE["volt3"], (x - 1, y - 2, 3, 5))


def _draw_map_frame(canvas: pygame.Surface, kit: Kit) -> None:
    right, foot = MAP_X + MAP_WIDTH, MAP_Y + MAP_HEIGHT
    pygame.draw.rect(canvas, COAST, (MAP_X - 1, MAP_Y - 1, MAP_WIDTH + 2, MAP_HEIGHT + 2), 1)
    for number in range(1, 13):
        canvas.fill(COAST, (MAP_X + number * 24, foot - 4, 1, 4))
    for number in range(1, 12):
        canvas.fill(COAST, (MAP_X, MAP_Y + number * 24, 4, 1))
    kit.type.draw(canvas, "N", right - 16, MAP_Y + 8, TEXT)
    kit.type.draw(canvas, "▲", right - 16, MAP_Y + 18, COAST)
    kit.type.draw(canvas, "100 KM", right - 68, foot - 26, TEXT)
    canvas.fill(TEXT, (right - 68, foot - 14, 48, 2))


def _draw_order(canvas: pygame.Surface, kit: Kit, page: BriefingPage, chapter: Chapter | None) -> None:
    x, face = ORDER_X, kit.type
    canvas.fill(PANEL, (x, ORDER_Y, ORDER_WIDTH, ORDER_HEIGHT))
    for y in (ORDER_Y, ORDER_Y + ORDER_HEIGHT - 1):
        canvas.fill(COAST, (x, y, ORDER_WIDTH, 1))
    left = x + 12
    if chapter is not None:
        kanji = kit.glyphs("glyph_order", chapter.kanji, 3)
        canvas.blit(kanji, (left, 49))
        left += kanji.get_width() + 16
    heading = kit.say("STAGE {number}", number=page.number) if page.number else kit.say("ARCADE")
    face.draw(canvas, heading, left, 56, DIM)
    name = page.stage.id.upper()
    scale = 2 if left + face.width(name, 2) <= x + ORDER_WIDTH else 1
    face.draw(canvas, name, left, 70, "white", scale=scale, edge_colour=INK)
    canvas.fill(GRID, (x + 12, 98, 256, 1))
    kit.text(canvas, fitted(kit.say(page.title).upper(), ORDER_TEXT_WIDTH), x + 12, 108, "gold")
    letters = page.tick // LETTER_TICKS
    y = 126
    for words in page.lines:
        lines = _point(kit, words)
        if letters > 0:
            face.draw(canvas, "□", x + 12, y, COAST)
        pitch = lead("".join(lines), ORDER_LEAD)
        for line in typed(lines, letters):
            face.draw(canvas, line, x + 26, y, TEXT)
            y += pitch
        letters -= sum(map(len, lines))
        y += ORDER_GAP
    if chapter is not None:
        _draw_speaker(canvas, kit, chapter, letters, page.tick)
    for number, (colour, name) in enumerate(LEGEND):
        canvas.fill(PALETTE[colour], (x + 14 + number * 88, 304, 14, 2))
        face.draw(canvas, kit.say_as("map", name), x + 34 + number * 88, 301, TEXT)


def _draw_speaker(canvas: pygame.Surface, kit: Kit, chapter: Chapter, letters: int, tick: int) -> None:
    """Who is there speaks when the order has been typed."""
    x = ORDER_X
    canvas.fill(GRID, (x + 12, 222, 256, 1))
    speech = _speech(kit, chapter)
    talking = 0 < letters < sum(map(len, speech))
    draw_portrait(kit, canvas, x + 12, 230, chapter.speaker, tick // SPEAKER_LETTER_TICKS % 2 if talking else 0)
    kit.text(canvas, kit.say(SPEAKERS[chapter.speaker]), x + 76, 232, "gold")
    pitch = lead("".join(speech), SPEECH_LEAD)
    for number, line in enumerate(typed(speech, letters)):
        kit.text(canvas, line, x + 76, 246 + number * pitch)
