"""The last minute: the sky opens, light runs to Gamera from everywhere, and his chest opens to let it out."""

import math

import pygame

from game.sim.components import Body, GameraState, Queen, QueenState
from game.sim.content.finale import CHEST_TICKS
from game.sim.systems.finale import beam_height, beam_meets
from game.sim.units import GROUND_Y, VIEW_HEIGHT, VIEW_WIDTH
from game.sim.world import World
from game.view.art import canvas_format, keyed_sheet
from game.view.curves import bent, draw_strand
from game.view.finale_beam import HEART, FinaleBeam
from game.view.lens import Lens
from game.view.motion import ease_toward
from game.view.palette import Colour
from game.view.sheets import Frame

Point = tuple[float, float]

STREAMS_LEAST, STREAMS_MORE = 9, 34  # strands at once: with no light in him, and how many more with all of it
STREAM_FAR = 460.0  # px from which they come
STREAM_TICKS = 60
STREAM_TAIL = 0.34  # of the way
STREAM_COATS = (((150, 78, 20), 3), ((255, 196, 72), 2), ((255, 248, 208), 1))
STREAM_POINTS = 26
SHAFTS = 7  # of light from the sky
SHAFT_COLOUR = (36, 25, 8)  # added at its brightest
SKY_Y = 52.0  # px under the picture's top that the opening's pivot lies
STRENGTH_STEP = 1 / 45  # a tick: light over half the picture that came or went at once would be a flash
SKY_PARTS, SKY_CLOSES = 0.006, 0.002  # of the way that the clouds part or close in a tick
GLOWS_FROM = 0.12  # of all his light from which his chest shines
AIM_DOTS, AIM_OUT = 26, 0.2  # dots of the aim, and the share of the chest's opening in which they run out
AIM_COLOUR, OFF_HER_COLOUR, SIGHT_EDGE = (255, 226, 120), (168, 180, 204), (16, 12, 24)
SIGHT_RADIUS, SIGHT_REACH = 12, 20  # px


class FinaleView:
    def __init__(self, *, steady: bool = False) -> None:
        """`steady`: nothing in the beam flickers."""
        self._sheet = keyed_sheet("finale")
        self._beam = FinaleBeam(steady=steady)
        self._shafts = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), 0, canvas_format())
        self._parted = 0.0  # how far the clouds have, 0 to 1
        self._opening = 0  # frame of their parting, from 1; 0: they are closed
        self._strength = 0.0  # of the light that runs to him, 0 to 1

    def observe(self, world: World) -> None:
        """One tick."""
        self._beam.observe(world)
        gathering = _gathering(world)
        self._parted = ease_toward(self._parted, gathering, SKY_PARTS if gathering > self._parted else SKY_CLOSES)
        self._strength = ease_toward(self._strength, gathering, STRENGTH_STEP)
        self._follow_clouds()

    def _follow_clouds(self) -> None:
        """A frame back only once they have closed by more than one: who guards for a moment must not see them blink."""
        wanted = self._parted * len(self._sheet["sky_opens"].frames)
        if not wanted or wanted < self._opening - 1 or round(wanted) > self._opening:
            self._opening = round(wanted)

    def draw_behind(self, lens: Lens, world: World, hero: Point) -> None:
        """The clouds part and light falls in shafts, behind everybody."""
        if self._opening > 0:
            frame = self._sheet["sky_opens"].frames[self._opening - 1]
            middle, _ = lens.spot(hero[0], hero[1])
            place = (middle + VIEW_WIDTH // 2) // 2 - frame.pivot_x, round(SKY_Y) - lens.top - frame.pivot_y
            lens.canvas.blit(frame.image, place)
        if self._strength > 0:
            self._draw_shafts(lens, world.tick, hero, self._strength)

    def draw_front(self, lens: Lens, world: World, hero: Point) -> None:
        """Strands that run into him; then the beam."""
        state, facing = world.gamera.state, world.gamera_body.facing
        heart = hero[0] + HEART[0] * facing, hero[1] + HEART[1]
        strength = self._strength
        if strength > 0:
            if state is GameraState.LOOK_UP and world.gamera.mana > GLOWS_FROM:
                _draw(lens, self._sheet["chest_glow"].at(world.tick), heart)
            self._draw_streams(lens, world.tick, heart, strength)
            lens.light("orange", 160, *heart, 0.2 + 0.5 * strength)
            lens.light("orange", 160, hero[0], GROUND_Y, 0.5 * strength)
            lens.light("white", 48, *heart, 0.7 * strength)
        if state is GameraState.CHEST:
            share = world.gamera.age / CHEST_TICKS
            lens.light("white", 48, hero[0], heart[1] + 4, share)
            self._draw_aim(lens, world, hero, share)
        self._beam.draw(lens, world, hero)

    def beam_end(self, world: World, hero: Point) -> Point:
        """Where the beam stops: in her, in the street, or out of sight."""
        return self._beam.end(world, hero)

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
            curve, most = bent(start, knee, heart, STREAM_POINTS), STREAM_POINTS - 1
            first, last = max(0, int((part - STREAM_TAIL) * most)), min(most, int(part * most))
            if last - first >= 1:
                draw_strand(lens, curve[first : last + 1], STREAM_COATS if number % 3 == 0 else STREAM_COATS[1:])
                _draw(lens, self._sheet[f"mana_mote/{1 + number % 3}"].at(tick + 5 * number), curve[last])
                lens.light("orange", 24, *curve[last], 0.8)

    def _draw_aim(self, lens: Lens, world: World, hero: Point, share: float) -> None:
        """Where it would go: a row of dots that runs out from him, and a sight at her, gold when it is on her."""
        facing, slope = world.gamera_body.facing, world.gamera.beam_aim
        for number in range(round(AIM_DOTS * min(1.0, share / AIM_OUT))):
            reach = 50 + number * 16 + world.tick % 8 * 2
            x, y = lens.spot(hero[0] + reach * facing, beam_height(hero[1], slope, reach))
            lens.canvas.fill(AIM_COLOUR, (x - 1, y - 1, 4 if number % 4 == 0 else 3, 3))
        for _, _, place in world.entities.each(Queen, Body):
            height = beam_height(hero[1], slope, abs(place.x - hero[0]))
            colour = AIM_COLOUR if beam_meets(world.gamera, world.gamera_body, place) else OFF_HER_COLOUR
            _draw_sight(lens.canvas, *lens.spot(place.x, height), colour)


def _draw_sight(canvas: pygame.Surface, x: int, y: int, colour: Colour) -> None:
    """A ring with four strokes, dark-edged, to be seen before anything."""
    for paint, thick in ((SIGHT_EDGE, 4), (colour, 2)):
        pygame.draw.circle(canvas, paint, (x, y), SIGHT_RADIUS + thick // 4, thick)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            near, far = (x + dx * SIGHT_RADIUS, y + dy * SIGHT_RADIUS), (x + dx * SIGHT_REACH, y + dy * SIGHT_REACH)
            pygame.draw.line(canvas, paint, near, far, thick)


def _draw(lens: Lens, frame: Frame, place: Point) -> None:
    lens.blit(frame.image, *place, frame.pivot_x, frame.pivot_y)


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
