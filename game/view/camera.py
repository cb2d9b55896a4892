"""The camera: looks ahead of Gamera, takes in the wire or the wave that matters, and shakes by impulse."""

from dataclasses import dataclass

import numpy as np

from game.sim.components import Body, GameraState, Queen, QueenState
from game.sim.events import (
    BeamFired,
    BlockDamaged,
    CameraAsked,
    CircuitBroken,
    CircuitSurged,
    ClawHit,
    Event,
    FireballExploded,
    FireballLaunched,
    FlowerToppled,
    FlowerUprooted,
    FootFell,
    GameraFell,
    GameraHurt,
    GameraKnockedDown,
    GameraLanded,
    HelicopterLost,
    HornTorn,
    MissileHit,
    QueenBurst,
    QueenCalled,
    QueenCollapsed,
    QueenDestroyed,
    QueenHurt,
    QueenStaggered,
    QueenStruck,
    RoarSounded,
    SeedLaunched,
    SendaiLost,
)
from game.sim.soldiers import FIRST_DEAD
from game.sim.units import GROUND_Y, VIEW_WIDTH
from game.sim.world import World

LOOK_AHEAD = 58.0  # px in front of him when he stands
LOOK_FURTHER = 0.42  # px more for each px/s he moves
LOOK_RESPONSE = 0.03  # share of the way to a new look-ahead, each tick: a turn pans over about a second
DEAD_ZONE = 10.0  # px the goal may move before the camera follows
RESPONSE = 0.07  # share of the way beyond the dead zone, each tick
FOCUS_REACH = 620.0  # px from Gamera in which a line or a wave counts
LINE_SHARE, WAVE_SHARE = 0.5, 0.3  # of the way to the line's or the wave's middle
FOCUS_MOST = 150.0  # px; with the look ahead he still never leaves the middle two thirds
FOCUS_RESPONSE = 0.02
DUEL_REACH = 700.0  # px between Gamera and the Queen in which the view takes in both
DUEL_MOST = 250.0  # px it leaves him for that
DUEL_RESPONSE = 0.05
ASKED_RESPONSE = 0.05  # share of the way to what a script wants seen, each tick
LAUNCH_TICKS = 120  # that the launch of the seed is looked at
CUTS_FROM = 240.0  # px from the view's middle from which it cuts there
BEHIND_HIM = 0.4  # of that pull for a wave behind his back
WAVE_FROM = 12  # soldiers that make a wave
TILT_MOST = 150.0  # px the view rises with the Queen on her wings; higher, no place has anything to show
TILT_AHEAD = 34.0  # px it rises further than she does
TILT_LEFT = 280.0  # px over the street from which she is gone, and the view comes down again
TILT_RESPONSE, TILT_FASTEST = 0.12, 3.2  # share of the way, and px, each tick

SHAKE_DECAY = 0.86  # share left after each tick: a strong shake lasts a third of a second
SHAKE_MOST = 7.0  # px
KICK_DECAY = 0.80
KICK_MOST = 6.0  # px
SHAKE_FADES = 520.0  # px from the view's middle at which a shake has lost half its strength

STEP_SHAKE = 0.9
CLAW_KICK = 1.2  # px, for each blow of the chain
BLAST_SHAKE = 1.5  # for each level of the fireball
FIRE_KICK = 1.0  # px back, for each level


@dataclass(frozen=True, slots=True)
class Impulse:
    """A shake of `strength` px that begins at world `x`, and a push of the view by `kick` px."""

    x: float
    strength: float
    kick: float = 0.0


def impulse_of(event: Event, world: World) -> Impulse | None:
    """How an event shakes the view, None if it does not."""
    facing = world.gamera_body.facing
    here = world.gamera_body.x
    match event:
        case FootFell():
            return Impulse(event.x, STEP_SHAKE)
        case GameraLanded():
            return Impulse(event.x, min(6.0, event.speed / 70))
        case ClawHit():
            return Impulse(event.x, 0.7 * event.blow, facing * CLAW_KICK * event.blow)
        case FireballLaunched():
            return Impulse(event.x, 0.4 * event.level, -facing * FIRE_KICK * event.level)
        case FireballExploded():
            return Impulse(event.x, BLAST_SHAKE * event.level)
        case RoarSounded():
            return Impulse(event.x, 3.0)
        case CircuitSurged():
            return Impulse(_middle_of(event.circuit, world), 2.0 + 2.5 * event.power)
        case CircuitBroken():
            return Impulse(event.x, 3.0)
        case BlockDamaged():
            return Impulse(event.x, 2.0 * event.stage)
        case HelicopterLost():
            return Impulse(event.x, 3.0)
        case GameraHurt():
            return Impulse(here, 2.5, -facing * 2.0)
        case GameraKnockedDown() | GameraFell():
            return Impulse(here, 5.0)
        case QueenCalled():
            return Impulse(event.x, 2.0)
        case QueenStruck() | MissileHit():
            return Impulse(event.x, 2.5)
        case QueenHurt(damage=damage):
            return Impulse(event.x, min(3.0, damage / 20))
        case QueenStaggered() | FlowerUprooted() | FlowerToppled():
            return Impulse(event.x, 4.5)
        case QueenBurst() | HornTorn() | QueenCollapsed() | QueenDestroyed() | BeamFired() | SendaiLost():
            return Impulse(event.x, 7.0)
    return None


def _wished_tilt(world: World) -> float:
    """px up, so that the Queen stays in view as she takes wing: the film's words cover the top of the picture."""
    for _, mother, body in world.entities.each(Queen, Body):
        height = GROUND_Y - body.y
        if mother.state is QueenState.WING and height < TILT_LEFT:
            return min(TILT_MOST, height + TILT_AHEAD)
    return 0.0


def _middle_of(circuit: int, world: World) -> float:
    left, right = world.lines.circuit_ends(circuit)
    return (left + right) / 2


class Camera:
    """Advances once a tick by `follow`; `x` is the world x of the view's left edge, in whole px."""

    def __init__(self, stage_width: int, dice: np.random.Generator) -> None:
        self._rightmost = float(stage_width - VIEW_WIDTH)
        self._dice = dice
        self._centre = 0.0
        self._previous = 0.0
        self._look = 0.0
        self._focus = 0.0
        self._shake = 0.0
        self._kick = 0.0
        self._shift_x = 0
        self._shift_y = 0
        self._asked_x = 0.0
        self._asked_for = 0  # ticks
        self._tilt = 0.0  # px up
        self._previous_tilt = 0.0
        self._started = False
        self.x = 0
        self.y = 0

    def follow(self, world: World, events: list[Event], shake: float) -> None:
        """One tick; `shake` 0 to 1 scales every tremor."""
        body = world.gamera_body
        duel = self._wished_duel(world, body)
        look = self._wished_look(body) if duel is None else 0.0
        focus = self._wished_focus(world, body) if duel is None else duel
        self._look += (look - self._look) * LOOK_RESPONSE
        self._focus += (focus - self._focus) * (FOCUS_RESPONSE if duel is None else DUEL_RESPONSE)
        self._listen(events)
        goal = self._asked_x if self._asked_for else body.x + self._look + self._focus
        self._previous = self._centre
        if not self._started:
            self._look, self._focus = look, duel or 0.0
            self._centre = self._previous = self._clamped(body.x + self._look + self._focus)
            self._started = True
        else:
            beyond = goal - self._centre
            beyond -= min(DEAD_ZONE, max(-DEAD_ZONE, beyond))
            self._centre = self._clamped(self._centre + beyond * (ASKED_RESPONSE if self._asked_for else RESPONSE))
        self._previous_tilt = self._tilt
        beyond = (_wished_tilt(world) - self._tilt) * TILT_RESPONSE
        self._tilt += min(TILT_FASTEST, max(-TILT_FASTEST, beyond))
        self._tremble(world, events, shake)

    def aim(self, alpha: float) -> None:
        """Settles `x` and `y` for a frame drawn `alpha` of the way from the previous tick to this one."""
        centre = self._previous + (self._centre - self._previous) * alpha
        left = round(centre - VIEW_WIDTH / 2) + self._shift_x
        self.x = min(int(self._rightmost), max(0, left))
        tilt = self._previous_tilt + (self._tilt - self._previous_tilt) * alpha
        self.y = self._shift_y - round(tilt)

    def _clamped(self, centre: float) -> float:
        half = VIEW_WIDTH / 2
        return min(self._rightmost + half, max(half, centre))

    def _listen(self, events: list[Event]) -> None:
        """A script or a stage may ask for a place; the latest asker is heard."""
        self._asked_for = max(0, self._asked_for - 1)
        for event in events:
            if isinstance(event, CameraAsked):
                self._asked_x, self._asked_for = event.x, event.ticks
            elif isinstance(event, SeedLaunched):
                self._asked_x, self._asked_for = event.x, LAUNCH_TICKS
                if abs(event.x - self._centre) > CUTS_FROM:  # too far to pan before all is white
                    self._centre = self._clamped(event.x)

    def _wished_duel(self, world: World, hero: Body) -> float | None:
        """px from him to the middle between the two, None while nobody fights him."""
        if world.gamera.state is GameraState.ASCEND:
            return None
        for _, mother, place in world.entities.each(Queen, Body):
            if mother.fights and abs(place.x - hero.x) < DUEL_REACH:
                return min(DUEL_MOST, max(-DUEL_MOST, (place.x - hero.x) / 2))
        return None

    def _wished_look(self, body: Body) -> float:
        return LOOK_AHEAD * body.facing + LOOK_FURTHER * body.vx

    def _wished_focus(self, world: World, body: Body) -> float:
        """Toward the nearest line with current, else toward the mass of soldiers near him."""
        here = body.x
        middles = [
            world.lines.span_middle(span)
            for span, circuit in enumerate(world.lines.circuit_of_span)
            if world.grid.circuits[circuit].current > 0
        ]
        near = [middle - here for middle in middles if abs(middle - here) < FOCUS_REACH]
        if near:
            pull = min(near, key=abs) * LINE_SHARE
        else:
            soldiers = world.soldiers
            away = soldiers.position[0][soldiers.state < FIRST_DEAD] - np.float32(here)
            away = away[np.abs(away) < FOCUS_REACH]
            pull = float(away.mean()) * WAVE_SHARE if len(away) >= WAVE_FROM else 0.0
            if pull * body.facing < 0:
                pull *= BEHIND_HIM
        return min(FOCUS_MOST, max(-FOCUS_MOST, pull))

    def _tremble(self, world: World, events: list[Event], share: float) -> None:
        for event in events:
            impulse = impulse_of(event, world)
            if impulse is not None:
                nearness = 1 / (1 + (abs(impulse.x - self._centre) / SHAKE_FADES) ** 2)
                self._shake = min(SHAKE_MOST, max(self._shake, impulse.strength * nearness) + 0.3)
                self._kick = min(KICK_MOST, max(-KICK_MOST, self._kick + impulse.kick))
        self._shake *= SHAKE_DECAY
        self._kick *= KICK_DECAY
        # Both are drawn every tick, so that the dice do not depend on what the settings hide.
        across, up = self._dice.uniform(-1, 1, 2)
        self._shift_x = round((across * self._shake + self._kick) * share)
        self._shift_y = round(up * self._shake * share)
