"""The last minute: light runs to Gamera from everywhere, and leaves him as the ultimate plasma."""

import math

import pygame

from game.sim.components import Body, GameraState, Queen, QueenState
from game.sim.content.finale import CHEST, CHEST_TICKS, QUEEN_TALL
from game.sim.units import GROUND_Y, VIEW_HEIGHT, VIEW_WIDTH
from game.sim.world import World
from game.view.art import canvas_format, keyed_sheet
from game.view.curves import bent, draw_strand
from game.view.lens import Lens
from game.view.queen_breaking import CRACK_TICKS
from game.view.rays import Ray

Point = tuple[float, float]

HEART = (8.0, -58.0)  # px from his feet to where the light goes in and comes out
STREAMS_LEAST, STREAMS_MORE = 9, 34  # strands at once: with no light in him, and how many more with all of it
STREAM_FAR = 460.0  # px from which they come
STREAM_TICKS = 60
STREAM_TAIL = 0.34  # of the way
STREAM_COATS = (((150, 78, 20), 3), ((255, 196, 72), 2), ((255, 248, 208), 1))
SHAFTS = 7  # of light from the sky
SHAFT_COLOUR = (36, 25, 8)  # added at its brightest
BEAM_CORE = 14  # px more than the tile's own
BEAM_RUNS = 42.0  # px a tick while it leaves his chest
STOPS_IN_HER = 74.0  # px before the Queen's middle
RINGS, RING_RUNS = 3, 5.0  # px a tick
RING_WIDE, RING_TALL = 9.0, 42.0  # px of half axes
RING_BACK, RING_FRONT = (228, 108, 28), (255, 236, 150)
AIR = (34, 18, 4)  # added to the whole picture while the beam burns


class FinaleView:
    def __init__(self) -> None:
        self._effects = keyed_sheet("effects")
        self._beam = Ray(self._effects["beam/plasma"], BEAM_CORE)
        self._shafts = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), 0, canvas_format())

    def draw_behind(self, lens: Lens, world: World, hero: Point) -> None:
        """Shafts of light in the sky, behind everybody."""
        strength = _gathering(world)
        if strength > 0:
            self._draw_shafts(lens, world.tick, hero, strength)

    def draw_front(self, lens: Lens, world: World, hero: Point) -> None:
        """Strands that run into him; then the beam."""
        state, facing = world.gamera.state, world.gamera_body.facing
        heart = hero[0] + HEART[0] * facing, hero[1] + HEART[1]
        strength = _gathering(world)
        if strength > 0:
            self._draw_streams(lens, world.tick, heart, strength)
            lens.light("orange", 160, *heart, 0.2 + 0.5 * strength)
            lens.light("orange", 160, hero[0], GROUND_Y, 0.5 * strength)
            lens.light("white", 48, *heart, 0.7 * strength)
        if state is GameraState.CHEST:
            share = world.gamera.age / CHEST_TICKS
            lens.light("white", 48, hero[0], heart[1] + 4, share)
            self._draw_aim(lens, world, hero, share)
        elif state is GameraState.BEAM:
            self._draw_beam(lens, world, hero)

    def beam_end(self, world: World, hero: Point) -> Point:
        """Where the beam stops: in her, in the street, or out of sight."""
        body, aim = world.gamera_body, world.gamera.beam_aim
        reach = min(VIEW_WIDTH * 1.2, HEART[0] + world.gamera.age * BEAM_RUNS)
        for _, mother, place in world.entities.each(Queen, Body):
            distance = (place.x - body.x) * body.facing
            height = _height(hero, aim, distance)
            there = mother.state is not QueenState.BREAK or mother.age < CRACK_TICKS
            if there and distance > 0 and place.y - QUEEN_TALL < height < place.y:
                reach = min(reach, distance - STOPS_IN_HER)
        if aim > 0:
            reach = min(reach, CHEST[0] + (GROUND_Y + 8 - hero[1] - CHEST[1]) / aim)
        return hero[0] + reach * body.facing, _height(hero, aim, reach)

    def _draw_shafts(self, lens: Lens, tick: int, hero: Point, strength: float) -> None:
        self._shafts.fill((0, 0, 0))
        x, y = lens.spot(hero[0], hero[1] - 40)
        for number in range(SHAFTS):
            pulse = 0.55 + 0.45 * math.sin(tick * 0.03 + number * 2.1)
            colour = tuple(round(part * strength * pulse) for part in SHAFT_COLOUR)
            top = x + (number - (SHAFTS - 1) / 2) * 120 + 20 * math.sin(tick * 0.008 + number)
            wide = 7 + 6 * (number % 3)
            pygame.draw.polygon(self._shafts, colour, [(top - wide, -10), (top + wide, -10), (x + 10, y), (x - 10, y)])
        lens.canvas.blit(self._shafts, (0, 0), special_flags=pygame.BLEND_RGB_ADD)

    def _draw_streams(self, lens: Lens, tick: int, heart: Point, strength: float) -> None:
        count = STREAMS_LEAST + round(STREAMS_MORE * strength)
        for number in range(count):
            angle = math.pi * (1.06 + 0.94 * (number * 0.618 % 1)) + 0.12 * math.sin(number * 5.0)
            if number % 5 == 0:  # some from the street's level, from the people
                angle = 0.06 if number % 2 else math.pi - 0.06
            part = (tick / (STREAM_TICKS + number % 4 * 9) + number * 0.37) % (1 + STREAM_TAIL)
            far = STREAM_FAR * (0.7 + 0.3 * (number * 0.37 % 1))
            start = heart[0] + math.cos(angle) * far * 1.25, heart[1] + math.sin(angle) * far
            side = 60 * math.sin(number * 2.3)
            knee = (start[0] + heart[0]) / 2 + side, (start[1] + heart[1]) / 2 - abs(side) * 0.4
            curve = bent(start, knee, heart, 26)
            first, last = max(0, int((part - STREAM_TAIL) * 25)), min(25, int(part * 25))
            if last - first >= 1:
                draw_strand(lens, curve[first : last + 1], STREAM_COATS if number % 3 == 0 else STREAM_COATS[1:])
                lens.light("orange", 24, *curve[last], 0.8)

    def _draw_aim(self, lens: Lens, world: World, hero: Point, share: float) -> None:
        """Where it would go: a row of dots that grows with the light."""
        facing = world.gamera_body.facing
        for number in range(round(26 * share)):
            reach = 50 + number * 16 + world.tick % 8 * 2
            x, y = lens.spot(hero[0] + reach * facing, _height(hero, world.gamera.beam_aim, reach))
            lens.canvas.fill((255, 226, 120), (x - 1, y - 1, 3 if number % 4 == 0 else 2, 2))

    def _draw_beam(self, lens: Lens, world: World, hero: Point) -> None:
        body, tick = world.gamera_body, world.tick
        start = hero[0] + HEART[0] * body.facing, _height(hero, world.gamera.beam_aim, HEART[0])
        end = self.beam_end(world, hero)
        lens.canvas.fill(AIR, special_flags=pygame.BLEND_RGB_ADD)
        rings = _ring_places(start, end, tick)
        for place in rings:
            draw_strand(lens, _half_ring(place, -1), ((RING_BACK, 2),))
        self._beam.draw(lens, start, end, tick)
        self._beam.light(lens, "orange", start, end, 0.55)
        for place in rings:
            draw_strand(lens, _half_ring(place, 1), ((RING_BACK, 3), (RING_FRONT, 1)))
        lens.light("white", 96, *start, 0.8)
        lens.light("orange", 160, *start, 0.7)
        self._draw_star(lens, start, tick)
        ball = self._effects["explosion/L"].frames[1 + tick // 3 % 3]
        lens.blit(ball.image, *end, ball.pivot_x, ball.pivot_y)
        self._draw_star(lens, end, tick)
        lens.light("white", 96, *end, 0.9)
        lens.light("orange", 160, *end, 1.0)
        for step in range(5):
            lens.light("orange", 160, start[0] + (end[0] - start[0]) * step / 4, GROUND_Y + 6, 0.4)

    def _draw_star(self, lens: Lens, place: Point, tick: int) -> None:
        star = self._effects["beam_impact/plasma"].at(tick)
        lens.blit(star.image, *place, star.pivot_x, star.pivot_y)


def _gathering(world: World) -> float:
    """How strongly the light runs to him now, 0 to 1."""
    gone = any(mother.state is QueenState.BREAK for _, mother in world.entities.each(Queen))
    if not world.stage.finale or (gone and world.gamera.state is GameraState.LOOK_UP):
        return 0.0
    match world.gamera.state:
        case GameraState.LOOK_UP:
            return max(0.15, world.gamera.mana)
        case GameraState.CHEST:
            return 1.0
        case GameraState.BEAM:
            return 0.45
    return 0.0


def _height(hero: Point, aim: float, distance: float) -> float:
    return hero[1] + CHEST[1] + aim * (distance - CHEST[0])


def _ring_places(start: Point, end: Point, tick: int) -> list[Point]:
    length = abs(end[0] - start[0])
    if length < 60:
        return []
    places = []
    for number in range(RINGS):
        part = (tick * RING_RUNS / length + number / RINGS) % 1
        places.append((start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part))
    return places


def _half_ring(middle: Point, side: int) -> list[Point]:
    """The half of a ring that lies behind (-1) or before (1) the beam."""
    points = []
    for step in range(13):
        angle = math.pi * (step / 12 - 0.5)
        points.append((middle[0] + side * math.cos(angle) * RING_WIDE, middle[1] + math.sin(angle) * RING_TALL))
    return points
