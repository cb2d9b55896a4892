"""The ultimate plasma: how it gathers before his chest, burns, strikes and dies, and the rings that run along it."""

import math

from pygame import BLEND_RGB_ADD

from game.sim.components import Body, GameraState, Queen, QueenState
from game.sim.content.finale import CHEST, CHEST_TICKS
from game.sim.systems.finale import beam_height, beam_meets
from game.sim.units import GROUND_Y, VIEW_WIDTH
from game.sim.world import World
from game.view.art import keyed_sheet
from game.view.curves import draw_strand
from game.view.lens import Lens
from game.view.queen_breaking import CRACK_TICKS
from game.view.rays import Ray
from game.view.sheets import Frame

Point = tuple[float, float]

HEART = (8.0, -58.0)  # px from his feet to where the light goes in and comes out
BEAM_CORE = 12  # px more than the tile's own
BEAM_RUNS = 42.0  # px a tick while it leaves his chest
STOPS_IN_HER = 74.0  # px before the Queen's middle
RINGS, RING_RUNS = 3, 5.0  # px a tick
RING_WIDE, RING_TALL = 9.0, 46.0  # px of half axes
RING_BACK, RING_FRONT = (228, 108, 28), (255, 236, 150)
AIR = (34, 18, 4)  # added to the whole picture while the beam burns
RISES, SOFT_SHARE = 40, 0.25  # ticks its light takes to come, and how much of it there is, where nothing may flash
SLOWER = 3  # ticks a tick of the tile and of the impact lasts: at full speed their edges flicker
BALL_TICKS = 20  # of either picture of the ball before his chest: a flash and a half in a second
GATHERS = 3  # frames of the strip `beam/start` in which there is no beam yet
SIDES = {1: "right", -1: "left"}


class FinaleBeam:
    def __init__(self, *, steady: bool = False) -> None:
        """`steady`: its pictures stay, only the rings run along it."""
        self._steady = steady
        self._sheet = keyed_sheet("finale")
        self._effects = keyed_sheet("effects")
        self._ray = Ray(self._sheet["beam/tile"], BEAM_CORE)
        self._died = 1000  # ticks since it last burned

    def observe(self, world: World) -> None:
        """One tick."""
        self._died = 0 if world.gamera.state is GameraState.BEAM else self._died + 1

    def end(self, world: World, hero: Point) -> Point:
        """Where the beam stops: in her, in the street, or out of sight."""
        body, aim = world.gamera_body, world.gamera.beam_aim
        reach = min(VIEW_WIDTH * 1.2, HEART[0] + world.gamera.age * BEAM_RUNS)
        for _, mother, place in world.entities.each(Queen, Body):
            there = mother.state is not QueenState.BREAK or mother.age < CRACK_TICKS
            if there and beam_meets(world.gamera, body, place):
                reach = min(reach, abs(place.x - body.x) - STOPS_IN_HER)
        if aim > 0:
            reach = min(reach, CHEST[0] + (GROUND_Y + 8 - hero[1] - CHEST[1]) / aim)
        return hero[0] + reach * body.facing, beam_height(hero[1], aim, reach)

    def draw(self, lens: Lens, world: World, hero: Point) -> None:
        facing = world.gamera_body.facing
        start = hero[0] + HEART[0] * facing, beam_height(hero[1], world.gamera.beam_aim, HEART[0])
        opening, closing = self._sheet[f"beam/start/{SIDES[facing]}"], self._sheet[f"beam/end/{SIDES[facing]}"]
        if world.gamera.state is GameraState.BEAM:
            self._draw_burning(lens, world, start, self.end(world, hero))
        elif world.gamera.state is GameraState.CHEST:
            begun = world.gamera.age - CHEST_TICKS + GATHERS * opening.ticks
            if begun >= 0:
                _draw(lens, opening.frames[min(GATHERS - 1, begun // opening.ticks)], start)
        elif self._died < closing.ticks * len(closing.frames):
            _draw(lens, closing.at(self._died), start)

    def _draw_burning(self, lens: Lens, world: World, start: Point, end: Point) -> None:
        tick, side = world.tick, SIDES[world.gamera_body.facing]
        clock = 0 if self._steady else tick
        come = SOFT_SHARE * min(1.0, world.gamera.age / RISES) if self._steady else 1.0
        lens.canvas.fill(tuple(round(part * come) for part in AIR), special_flags=BLEND_RGB_ADD)
        rings = _ring_places(start, end, tick)
        for place in rings:
            draw_strand(lens, _half_ring(place, -1), ((RING_BACK, 2),))
        self._ray.draw(lens, start, end, clock // SLOWER)
        self._ray.light(lens, "orange", start, end, 0.55 * come)
        for place in rings:
            draw_strand(lens, _half_ring(place, 1), ((RING_BACK, 3), (RING_FRONT, 1)))
        ball = self._effects["explosion/L"].frames[1 + clock // BALL_TICKS % 2]
        _draw(lens, ball, start)
        for place in (start, end):
            lens.light("white", 96, *place, 0.8 * come)
            lens.light("orange", 160, *place, 0.8 * come)
        _draw(lens, ball, end)
        _draw(lens, self._sheet[f"beam/impact/{side}"].at(clock // SLOWER), end)
        for step in range(5):
            lens.light("orange", 160, start[0] + (end[0] - start[0]) * step / 4, GROUND_Y + 6, 0.4 * come)


def _draw(lens: Lens, frame: Frame, place: Point) -> None:
    lens.blit(frame.image, *place, frame.pivot_x, frame.pivot_y)


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
