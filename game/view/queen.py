"""The Queen on the canvas: which frame shows what she does, how a blow shakes her, how she ends."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from game.sim.components import Body, GameraState, Queen, QueenState
from game.sim.content.queen import BARRIER, BEAM, IMPALE, RAM, SPAWN, STAGGERED_TICKS, WHIPS
from game.sim.events import Event, HornTorn, QueenDestroyed, QueenHurt
from game.sim.systems.queen import CALL_TICKS
from game.sim.units import GROUND_Y
from game.sim.world import World
from game.view.art import keyed_sheet, recoloured
from game.view.edges import EdgeLight
from game.view.lens import Lens
from game.view.queen_breaking import Breaking
from game.view.queen_edges import QUEEN_EDGES
from game.view.queen_frames import Head, QueenFrames
from game.view.queen_strikes import QueenStrikes
from game.view.shadow import draw_shadow
from game.view.sheets import Frame, Strip

S = QueenState
UNDERGROUND = (S.BURROW, S.RISE)  # or half in it
SHADOW_SIZE = 212, 12  # px
HALF_WIDTH = 200  # px, with everything that sticks out of her
WALK_CYCLE = 32.0  # px she walks in one cycle of the strip `walk`
FLASH_TICKS = 2
FLASH_FROM = 16.0  # damage of a blow that lights her up
FLASH_APART = 45  # ticks between two: she is a third of the picture, and what strikes her flashes too
FLINCH_TICKS = 15
FLINCH_FROM = 30.0  # damage of a blow that she shows
REELS_TICKS = 14  # of being hurt before she stands staggered
TORN_TICKS = 56  # she screams after the horn came off
EMERGES_TICKS = 56  # out of the ground
FALLS_TICKS = 46  # she strikes the street half-way, when the effects throw its dust
CRAMPS_UNTIL = 150  # ticks since she began to fall; then she lies and breathes
CRAMP_EVERY, CRAMP_TICKS = 40, 9
SLUMPS_FROM, SLUMPS_TICKS = 230, 70  # the last breath goes out of her
RISES_AGAIN_TICKS = 52
UNFOLDS_TICKS = 25
BURROW_TICKS = 84  # of the strip; what still looks out then sinks
SINKS_BY = 2.4  # px a tick
FIRE_AFTER_TICKS = 24  # she hangs her head after the beam
WHIP_AFTER_TICKS = 18
CROUCHED, CROUCHES_TICKS = 4, 24  # frames of the strip `calling` in which she goes down, and ticks for them
IMPALE_STRIKE = 4  # first frame of the strip in which the leg is out


class QueenView:
    def __init__(self, seed: int, *, flashes: bool) -> None:
        """`flashes`: she may light up for a moment when she is hit."""
        self._flashes = flashes
        self._flashed_at = -FLASH_APART
        self._dice = np.random.default_rng(seed + 2)
        self._frames = QueenFrames()
        self._broken = keyed_sheet("queen_breaking")
        self._strikes = QueenStrikes()
        self._walked = 0.0
        self._flash = 0
        self._flinch = 0
        self._struck_behind = False
        self._torn = 0
        self._breaking: Breaking | None = None

    def observe(self, world: World, events: list[Event]) -> None:
        """One tick."""
        self._strikes.observe(events)
        self._flash = max(0, self._flash - 1)
        self._flinch = max(0, self._flinch - 1)
        self._torn = max(0, self._torn - 1)
        for event in events:
            match event:
                case QueenHurt(damage=damage, x=x):
                    self._begin_flash(world, damage)
                    if damage >= FLINCH_FROM:
                        self._flinch, self._struck_behind = FLINCH_TICKS, _is_behind(world, x)
                case HornTorn():
                    self._torn = TORN_TICKS
                case QueenDestroyed():
                    self._begin_to_break(world)
        for _, mother, body in world.entities.each(Queen, Body):
            if mother.state in (S.ADVANCE, S.RAM):
                self._walked += abs(body.vx) / 60

    def stand_in(self, light: EdgeLight) -> None:
        """The light of the place she is in."""
        self._frames.light = light

    def _begin_flash(self, world: World, damage: float) -> None:
        if self._flashes and damage >= FLASH_FROM and world.tick - self._flashed_at >= FLASH_APART:
            self._flash, self._flashed_at = FLASH_TICKS, world.tick

    def draw_marks(self, world: World, lens: Lens) -> None:
        """What her attacks draw on the street."""
        for _, mother, body in world.entities.each(Queen, Body):
            if not burns(world):
                self._strikes.draw_marks(lens, mother, body)

    def draw(self, world: World, lens: Lens) -> None:
        for _, mother, body in world.entities.each(Queen, Body):
            if mother.state is S.ABSENT:
                continue
            spot = self._spot(world, mother, body)
            if mother.state is S.BREAK:
                if self._breaking is not None:  # it is not, if the game was taken up after her end
                    self._breaking.draw(lens, *spot, mother.age)
                continue
            baked = self._frame(world, mother)
            frame = self._frames.seen(baked, body.facing, _head(world, mother))
            if lens.sees(spot[0] - HALF_WIDTH, spot[0] + HALF_WIDTH):
                picture = self._frames.struck(frame) if self._flash else frame.image
                if mother.state not in UNDERGROUND:
                    draw_shadow(lens, *spot, SHADOW_SIZE)
                with _above_street(lens, mother):
                    lens.blit(picture, *spot, frame.pivot_x, frame.pivot_y)
                if membrane := self._frames.membrane(baked, body.facing):
                    lens.blit(membrane.image, *spot, membrane.pivot_x, membrane.pivot_y)
                self._light(world, lens, mother, frame, spot)
            if not burns(world):
                self._strikes.draw(lens, mother, body, frame, spot)

    def _spot(self, world: World, mother: Queen, body: Body) -> tuple[float, float]:
        """Where her feet are drawn: she trembles when hit, held, or coming out of the ground."""
        held = burns(world) or (world.gamera.state is GameraState.GRAPPLE and mother.state is S.STAGGERED)
        dying = mother.state is S.COLLAPSED and _in_cramp(mother.age)
        trembles = held or dying or mother.state in UNDERGROUND or self._flash > 0 or world.hit_stop > 0
        jolt = (world.tick // 2 % 2 * 2 - 1) * (2 if self._flinch else 1) if trembles else 0
        under = max(0.0, mother.age - BURROW_TICKS) * SINKS_BY if mother.state is S.BURROW else 0.0
        return body.x + jolt, body.y + under

    def _light(self, world: World, lens: Lens, mother: Queen, frame: Frame, spot: tuple[float, float]) -> None:
        eye_x, eye_y = frame.anchors["eye"]
        blind = mother.state is S.COLLAPSED and mother.age > FALLS_TICKS // 2
        if blind or mother.state is S.BURROW:
            return
        red = not mother.horn and world.stage.finale
        lens.light("red" if red else "blue", 48, spot[0] + eye_x, spot[1] + eye_y, 0.45)
        if world.gamera.state is GameraState.GRAPPLE and mother.state is S.STAGGERED:
            horn_x, horn_y = frame.anchors["horn_middle"]
            lens.light("white", 96, spot[0] + horn_x, spot[1] + horn_y, world.gamera.grip)

    def _begin_to_break(self, world: World) -> None:
        for _, mother, body in world.entities.each(Queen, Body):
            frame = self._frames.seen(self._frames["risen"].frames[0], body.facing, _head(world, mother))
            pieces = recoloured(self._broken, QUEEN_EDGES[self._frames.light])
            self._breaking = Breaking(pieces, frame, body.facing, self._dice)

    def _frame(self, world: World, mother: Queen) -> Frame:
        frames, age, beat = self._frames, mother.age, world.beat
        if burns(world):
            return frames["whip" if beat // 10 % 2 else "risen"].frames[0]
        match mother.state:
            case S.IDLE | S.ADVANCE | S.CALLING if self._torn:
                return frames["torn"].at(beat)
            case S.IDLE | S.ADVANCE if self._flinch:
                return self._hurt.part(FLINCH_TICKS - self._flinch, FLINCH_TICKS)
            case S.CALLING:
                return frames["calling"].part(age, CALL_TICKS)
            case S.SPAWN:
                return frames["calling"].part(age, SPAWN.telegraph + SPAWN.strike + SPAWN.recover)
            case S.ADVANCE:
                return self._walking_frame
            case S.BEAM | S.BARRIER | S.IMPALE | S.WHIPS | S.RAM:
                return self._attack_frame(mother, beat)
            case S.STAGGERED:
                if age < REELS_TICKS:
                    return self._hurt.part(age, REELS_TICKS)
                if age > STAGGERED_TICKS - REELS_TICKS:
                    return self._hurt.part(STAGGERED_TICKS - age, REELS_TICKS)
                return frames["stagger"].frames[beat // 14 % 2]
            case S.TORN:
                return frames["torn"].at(beat)
            case S.BURROW:
                return frames["burrow"].part(age, BURROW_TICKS)
            case S.WING:
                return frames["take_wing"].part(age, UNFOLDS_TICKS) if age < UNFOLDS_TICKS else frames["wing"].at(beat)
            case S.COLLAPSED:
                return self._fallen_frame(age, beat)
            case S.RISE:
                return self._rising_frame(mother)
        return frames["idle"].at(beat)

    @property
    def _hurt(self) -> Strip:
        return self._frames["hurt_behind" if self._struck_behind else "hurt"]

    def _attack_frame(self, mother: Queen, beat: int) -> Frame:
        """Telegraph, strike and recovery in the frames drawn for them."""
        frames, age = self._frames, mother.age
        match mother.state:
            case S.BEAM:
                return self._beam_frame(age, beat)
            case S.BARRIER:
                opens = BARRIER.telegraph <= age < BARRIER.telegraph + BARRIER.strike
                return frames["barrier"].frames[1 if opens else 0]
            case S.WHIPS:
                return self._whips_frame(age, beat)
            case S.RAM:
                return self._ram_frame(age)
        strip = frames["impale"]
        if age < IMPALE.telegraph:
            return strip.frames[min(IMPALE_STRIKE - 1, age * IMPALE_STRIKE // IMPALE.telegraph)]
        if age < IMPALE.telegraph + IMPALE.strike + 4:
            return strip.frames[IMPALE_STRIKE]
        rest, left = len(strip.frames) - IMPALE_STRIKE - 1, age - IMPALE.telegraph - IMPALE.strike - 4
        return strip.frames[min(len(strip.frames) - 1, IMPALE_STRIKE + 1 + left * rest // (IMPALE.recover - 4))]

    def _beam_frame(self, age: int, beat: int) -> Frame:
        frames = self._frames
        if age < BEAM.telegraph:
            return frames["charge"].part(age, BEAM.telegraph)
        spent = age - BEAM.telegraph - BEAM.strike
        if spent < 0:
            return frames["fire"].at(age - BEAM.telegraph)
        return self._follow_through("fire_after", spent, FIRE_AFTER_TICKS, beat)

    def _whips_frame(self, age: int, beat: int) -> Frame:
        """She coils while they rise, throws them and follows through, and stands up again."""
        frames = self._frames
        if age < WHIPS.telegraph:
            return frames["whip_raise"].part(age, WHIPS.telegraph)
        after = age - WHIPS.telegraph - WHIPS.strike
        if after < 0:
            return frames["whip"].part(age - WHIPS.telegraph, WHIPS.strike)
        return self._follow_through("whip_after", after, WHIP_AFTER_TICKS, beat)

    def _follow_through(self, name: str, after: int, ticks: int, beat: int) -> Frame:
        """`after` ticks since a strike ended: the strip, within `ticks`, and then she stands."""
        return self._frames[name].part(after, ticks) if after < ticks else self._frames["idle"].at(beat)

    @property
    def _walking_frame(self) -> Frame:
        return self._frames["walk"].part(int(self._walked % WALK_CYCLE * 10), int(WALK_CYCLE * 10))

    def _ram_frame(self, age: int) -> Frame:
        """She crouches with her head down, runs, and crouches again before she stands up."""
        crouches = self._frames["calling"].frames[:CROUCHED]
        if age < RAM.telegraph:
            return crouches[min(CROUCHED - 1, age * CROUCHED // CROUCHES_TICKS)]
        after = age - RAM.telegraph - RAM.strike
        if after < 0:
            return self._walking_frame
        return crouches[max(0, CROUCHED - 1 - after * CROUCHED // RAM.recover)]

    def _fallen_frame(self, age: int, beat: int) -> Frame:
        """She falls, cramps, breathes a while, and slumps."""
        frames = self._frames
        if age < FALLS_TICKS:
            return frames["fall"].part(age, FALLS_TICKS)
        if _in_cramp(age):
            return frames["cramp"].part((age - FALLS_TICKS) % CRAMP_EVERY, CRAMP_TICKS)
        if age < SLUMPS_FROM:
            return frames["collapsed"].at(beat)
        return frames["slump"].part(age - SLUMPS_FROM, SLUMPS_TICKS)

    def _rising_frame(self, mother: Queen) -> Frame:
        """Out of the ground; or up again where she had fallen."""
        frames, age = self._frames, mother.age
        if mother.horn:
            if age >= EMERGES_TICKS:
                return frames["calling"].part(age - EMERGES_TICKS + 20, 60)
            burrow = frames["burrow"]
            return burrow.part(EMERGES_TICKS - 1 - age, EMERGES_TICKS)
        if age < RISES_AGAIN_TICKS:
            return frames["rise_again"].part(age, RISES_AGAIN_TICKS)
        return frames["risen"].frames[age // 12 % 2]


@contextmanager
def _above_street(lens: Lens, mother: Queen) -> Iterator[None]:
    """Cuts off what of her is in the ground while she digs."""
    if mother.state is not S.BURROW:
        yield
        return
    whole = lens.canvas.get_clip()
    lens.canvas.set_clip((0, 0, lens.canvas.get_width(), round(GROUND_Y) + 4 - lens.top))
    yield
    lens.canvas.set_clip(whole)


def burns(world: World) -> bool:
    """The ultimate plasma is on her: whatever she was about to do, she does no more."""
    return world.gamera.state is GameraState.BEAM and any(
        mother.stagger > 1 for _, mother in world.entities.each(Queen)
    )


def _in_cramp(age: int) -> bool:
    """Ticks since she began to fall."""
    return FALLS_TICKS <= age < CRAMPS_UNTIL and (age - FALLS_TICKS) % CRAMP_EVERY < CRAMP_TICKS


def _is_behind(world: World, x: float) -> bool:
    """Whether a blow at x comes from where she does not look."""
    return any((x - body.x) * body.facing < 0 for _, _, body in world.entities.each(Queen, Body))


def _head(world: World, mother: Queen) -> Head:
    if mother.horn:
        return Head.HORN
    return Head.LIGHT if world.stage.finale else Head.STUMP
