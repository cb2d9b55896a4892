"""Gamera on the canvas: which frame shows what he does, and where his body is in it."""

from dataclasses import replace
from functools import cache
from typing import NamedTuple

import pygame

from game.sim.components import Gamera, GameraState
from game.sim.content import moves
from game.sim.content.finale import CHEST_TICKS
from game.sim.content.moves import CLAWS, Claw
from game.sim.events import Event, GameraHurt
from game.sim.units import GROUND_Y
from game.sim.world import World
from game.view.art import ashen, keyed_sheet, mirrored, recoloured, silhouette
from game.view.ascent import LIFTS, LIFTS_TICKS, climb, climbing_strip, seen_height, seen_size
from game.view.edges import SUN_FROM, SUN_STANDS_RIGHT, EdgeLight
from game.view.lens import Lens
from game.view.shadow import draw_shadow
from game.view.sheets import Frame, Sheet, Strip

S = GameraState
WALK_CYCLE = 53.3  # px walked in one cycle of the strip `walk`, so that no foot slides
MIDDLE = 56.0  # px from his feet to his middle; the spinning shell is drawn round it
SEA_EDGES = {"sapporo": 276.0}  # x to which a place is sea
WADES = 30.0  # px his feet are in it
SEA_SLOPE = 40.0  # px over which he climbs out
SWIM_WIDE = 52.0  # px either side of him that break the water
RIPPLES = ((112, 144, 196), (72, 100, 156))
FOAM = (188, 212, 240)
FLASH_TICKS = 3  # white after a blow
FLASH_APART = 45  # ticks between two: he fills more than a quarter of a field of ten degrees
FLASH = (255, 250, 240)
JETS_LINGER = 6  # ticks; the rules let the jets stutter to hold a speed, the picture must not
JET_LIGHT_BELOW, JET_LIGHT = 8.0, 0.7  # px under his feet; of full strength
JET_LIGHT_NEAR = 0.5  # of his size from which the jets' light is the larger one
LEAPS = {S.RISE, S.FALL, S.HOVER}
WARM_EDGES = {  # his rim's colours as baked, by moonlight, and in the sun's
    (0xA4, 0xDC, 0xEA): (0xFF, 0xD8, 0x90),
    (0x5A, 0x84, 0x98): (0xB4, 0x74, 0x48),
    (0xA8, 0xE4, 0xD8): (0xFF, 0xE0, 0xA0),
    (0x58, 0x94, 0x8C): (0xA4, 0x70, 0x40),
}
SHADOW_SIZE = 104, 10  # px
AIM_STRIPS = {-1: "fire_up", 0: "fire", 1: "fire_down"}
HAND = 34  # px; the hand and a little round it
CLAW_HITS, CLAW_RESTS = 3, 6  # frames of a claw strip: the first that hits, the first of the recovery

Point = tuple[float, float]


class Dress(NamedTuple):
    """His sheets in one light."""

    right: Sheet
    left: Sheet
    front: Sheet

    def facing(self, side: int) -> Sheet:
        return self.right if side > 0 else self.left


def claw_frame(strip: Strip, claw: Claw, age: int) -> Frame:
    """The frame of a blow at `age`: the frames that hit are shown on the ticks that hit."""
    count = len(strip.frames)
    if age < claw.startup:
        index = age * CLAW_HITS // claw.startup
    elif age < claw.startup + claw.active:
        index = CLAW_HITS + (age - claw.startup) * (CLAW_RESTS - CLAW_HITS) // claw.active
    else:
        index = CLAW_RESTS + (age - claw.startup - claw.active) * (count - CLAW_RESTS) // claw.recovery
    return strip.frames[min(index, count - 1)]


class GameraView:
    """Follows him tick by tick; draws him between two ticks."""

    def __init__(self, place: str = "", *, flashes: bool = True) -> None:
        """`place`: its light is on his edges. `flashes`: he may turn white for a moment when he is hurt."""
        self._may_flash = flashes
        self._flashed_at = -FLASH_APART
        self._by_moon = _moonlit()
        self._by_sun = _sunlit(from_right=place in SUN_STANDS_RIGHT) if place in SUN_FROM else self._by_moon
        self._worn = self._by_moon
        self._flashes: dict[int, pygame.Surface] = {}  # by id of a frame, which the sheets keep alive
        self.holds_up = False  # what he tore out, over his head
        self._before = (0.0, 0.0)
        self._walked = 0.0
        self._flash = 0
        self._hurt_from_front = True
        self._tremble = 0
        self._jets = 0  # ticks the jets are still shown burning

    def observe(self, world: World, events: list[Event], before: tuple[float, float] | None) -> None:
        """One tick; `before` is where he stood at the last one, None at the first."""
        body = world.gamera_body
        self._before = before if before is not None else (body.x, body.y)
        self._walked += (body.x - self._before[0]) * body.facing
        self._flash = max(0, self._flash - 1)
        self._tremble = (world.hit_stop % 2) * 2 - 1 if world.hit_stop and world.gamera.state is S.HURT else 0
        self._jets = JETS_LINGER if world.gamera.jets else max(0, self._jets - 1)
        for event in events:
            if isinstance(event, GameraHurt):
                self._begin_flash(world.tick)
                self._hurt_from_front = event.from_front

    def stand_in(self, light: EdgeLight) -> None:
        """The light of the place he is in. That of fires does not reach his edges."""
        self._worn = self._by_sun if light is EdgeLight.SUN else self._by_moon

    def _begin_flash(self, tick: int) -> None:
        if self._may_flash and tick - self._flashed_at >= FLASH_APART:
            self._flash, self._flashed_at = FLASH_TICKS, tick

    def place(self, world: World, alpha: float) -> tuple[float, float]:
        """Where his feet are, `alpha` of the way from the last tick to this one."""
        body = world.gamera_body
        x, y = self._before
        x, y = x + (body.x - x) * alpha, y + (body.y - y) * alpha
        if world.gamera.state is S.ASCEND:
            return x, GROUND_Y - seen_height(GROUND_Y - y)
        return x + self._tremble, y + _wading(world, x, y)

    def frame(self, world: World) -> Frame:
        hero, body = world.gamera, world.gamera_body
        sheet = self._worn.facing(body.facing)
        if self.holds_up:
            return sheet["grapple"].frames[-1]
        if self._jets and hero.state in LEAPS:
            return sheet["hover"].at(world.beat)
        if hero.state is S.ASCEND:
            return self._ascending(world, sheet)
        return self._frame(sheet, hero, world.beat)

    def raised_claw(self, world: World, feet: Point) -> Point:
        """The world point of the hand in which he holds up what he has torn out."""
        x, y = self._worn.facing(world.gamera_body.facing)["grapple"].frames[-1].anchors["far_claw"]
        return feet[0] + x, feet[1] + y

    def draw_raised_hand(self, world: World, lens: Lens) -> None:
        """The hand again, over what it holds."""
        x, y = self.raised_claw(world, self.place(world, lens.alpha))
        whole = lens.canvas.get_clip()
        left, top = lens.spot(x, y)
        lens.canvas.set_clip(pygame.Rect(left, top, 0, 0).inflate(HAND, HAND).clip(whole))
        self.draw(world, lens)
        lens.canvas.set_clip(whole)

    def standing(self) -> dict[int, Frame]:
        """He at rest, by facing: what those who cling to him find their places on."""
        return {facing: self._worn.facing(facing)["idle"].frames[0] for facing in (1, -1)}

    def draw(self, world: World, lens: Lens) -> None:
        x, y = self.place(world, lens.alpha)
        frame = self.frame(world)
        picture = self._white(frame) if self._flash else frame.image
        middle = MIDDLE if world.gamera.state is S.SPIN else 0.0
        if climb(world) < LIFTS:
            draw_shadow(lens, x, y, SHADOW_SIZE)
        if self._jets or world.gamera.state is S.ASCEND:
            diameter = 160 if seen_size(climb(world)) > JET_LIGHT_NEAR else 96
            lens.light("orange", diameter, x, y + JET_LIGHT_BELOW, JET_LIGHT)
        if y > GROUND_Y:
            _draw_in_water(lens, picture, (x, y), frame, world.tick)
        else:
            lens.blit(picture, x, y - middle, frame.pivot_x, frame.pivot_y)

    def _white(self, frame: Frame) -> pygame.Surface:
        if id(frame) not in self._flashes:
            self._flashes[id(frame)] = silhouette(frame, FLASH)
        return self._flashes[id(frame)]

    def _frame(self, sheet: Sheet, hero: Gamera, beat: int) -> Frame:
        age = hero.age
        match hero.state:
            case S.IDLE:
                return sheet["idle"].at(beat)
            case S.WALK | S.SWIM:
                walk = sheet["limp" if hero.limping else "walk"]
                return walk.part(int(self._walked % WALK_CYCLE * 10), int(WALK_CYCLE * 10))
            case S.TURN:
                return sheet["turn"].part(age, moves.TURN_TICKS + 1)
            case S.CROUCH:
                return sheet["crouch"].part(age, moves.CROUCH_TICKS)
            case S.LAND:
                return sheet["land"].part(age, moves.LAND_TICKS)
            case S.CLAW1 | S.CLAW2 | S.CLAW3:
                return claw_frame(sheet[hero.state.name.lower()], CLAWS[hero.state], age)
            case S.CHARGE:
                return sheet["charge"].part(age, moves.FIREBALLS[2].charge)
            case S.FIRE:
                return sheet[AIM_STRIPS[hero.aim]].at(age)  # the shot leaves with its third frame, at FIRE_STARTUP
            case S.HURT:
                return sheet["hurt" if self._hurt_from_front else "hurt_back"].part(age, moves.HURT_TICKS)
            case S.KNOCKED:
                return sheet["knocked"].part(age, moves.KNOCKED_TICKS * 2 // 3)
            case S.GRAPPLE:
                return sheet["grapple"].frames[_pull(age, beat)]
            case S.CHEST:
                return self._worn.front["chest"].part(age, CHEST_TICKS)
            case S.BEAM:
                return self._worn.front["beam"].at(beat)
            case S.GETUP:
                return sheet["getup"].part(age, moves.GETUP_TICKS)
        return sheet[hero.state.name.lower()].at(age)

    def _ascending(self, world: World, sheet: Sheet) -> Frame:
        """Upright on his jets at first, then seen from below, farther and farther off."""
        if world.gamera.age < LIFTS_TICKS:
            return sheet["hover"].at(world.beat)
        return climbing_strip(self._worn.front, seen_size(climb(world))).at(world.beat)


def _moonlit() -> Dress:
    return Dress(keyed_sheet("gamera_right"), keyed_sheet("gamera_left"), keyed_sheet("gamera_front"))


@cache
def _sunlit(*, from_right: bool) -> Dress:
    """Each facing is baked with the light from the left; the mirror of the other one has it from the right."""
    right, left, front = (_warm(sheet) for sheet in _moonlit())
    return Dress(_in_mirror(left), _in_mirror(right), front) if from_right else Dress(right, left, front)


def _in_mirror(sheet: Sheet) -> Sheet:
    return Sheet(
        {
            name: replace(strip, frames=tuple(mirrored(frame) for frame in strip.frames))
            for name, strip in sheet.strips.items()
        }
    )


def _warm(sheet: Sheet) -> Sheet:
    """The sheet by a low sun: warm edges, and the ash on him a warm grey."""
    strips = dict(recoloured(sheet, WARM_EDGES).strips)
    if "comatose" in strips:
        covered = strips["comatose"]
        strips["comatose"] = replace(covered, frames=tuple(ashen(frame) for frame in covered.frames))
    return Sheet(strips)


def _wading(world: World, x: float, y: float) -> float:
    """px he stands under the street's level where the sea is; the rules know no sea bed."""
    edge = SEA_EDGES.get(world.stage.place)
    if edge is None or y < GROUND_Y or y > GROUND_Y + WADES:
        return 0.0
    return max(0.0, min(WADES, (edge - x) * WADES / SEA_SLOPE) - (y - GROUND_Y))


def _pull(age: int, beat: int) -> int:
    """The frame of the hold: takes hold, then heaves, again and again."""
    return age // 5 if age < 10 else 2 + beat // 9 % 4


def _draw_in_water(lens: Lens, picture: pygame.Surface, feet: tuple[float, float], frame: Frame, tick: int) -> None:
    """Only what is above the water, and the rings he makes in it."""
    x, y = feet
    line = round(GROUND_Y) - lens.top
    clip = lens.canvas.get_clip()
    lens.canvas.set_clip((0, 0, lens.canvas.get_width(), line))
    lens.blit(picture, x, y, frame.pivot_x, frame.pivot_y)
    lens.canvas.set_clip(clip)
    middle, _ = lens.spot(x, y)
    wide = max(0, round(SWIM_WIDE - (y - GROUND_Y) * 0.3))
    for ring in range(3):
        reach = wide + (tick // 3 + ring * 14) % 42
        colour = RIPPLES[ring % len(RIPPLES)]
        for side in (-1, 1):
            begin = middle + side * reach
            pygame.draw.line(lens.canvas, colour, (begin, line + ring), (begin + side * (12 - 3 * ring), line + ring))
    pygame.draw.line(lens.canvas, FOAM, (middle - wide, line), (middle + wide, line))
