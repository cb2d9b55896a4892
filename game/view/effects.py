"""Everything that flashes, burns, bursts and smokes. Events start it (`effect_events.py`), ticks carry it on.

Looks only: own dice, own clock. During hit-stop effects go on at half speed, so that a blow hangs in the air.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pygame

from game.sim.components import Body, GameraState, Helicopter, HelicopterState
from game.sim.content import moves
from game.sim.events import Event
from game.sim.systems.gamera import charge_level
from game.sim.units import GROUND_Y, SECONDS_PER_TICK
from game.sim.world import World
from game.view.art import keyed_sheet
from game.view.lens import Lens
from game.view.particles import Particles
from game.view.sheets import Strip
from game.view.swell import Swell, draw_swell

BALL_SIZES = ("", "small", "medium", "full")
AIM_NAMES = {-1: "up", 0: "level", 1: "down"}
MOST_STRIPS = 160
MORE_LOOKS = (".b", ".c")  # ends of the names of a strip's further looks
FLASH_MOST = 0.32  # of white
FLASH_FADES = 0.82  # share left after a tick
FLASH_APART = 24  # ticks between two flashes: never three in a second
# Without flashes, what these strips show comes up softly and takes its time, and so do lights.
FLASHING = (
    "explosion/",
    "transformer_burst",
    "muzzle/",
    "spawn_burst",
    "wing_hit",
    "hit_sparks",
    "guard_spark",
    "sparks/",
    "bite_flash",
)
SOFT_SLOWER, SOFT_TICKS, SOFT_SHARE = 2, 24, 0.6  # times as long; ticks to come up; of a light's strength
SOFT_STAYS, SOFT_HEIGHT = 75, 0.3  # ticks that count as staying; of the height of a light that does not
EMBER_EVERY = 11  # ticks
TRAIL_BEGINS = 4  # ticks of flight behind a fireball's middle
SMOKES_BELOW = 150.0  # vitality of a helicopter, of 260
WASH_EVERY = 9  # ticks between two puffs of dust that the jets blow up
WASH_REACH = 90.0  # px above the street up to which they do
SHELL_JETS = 50.0  # px from the shell's middle
TAIL_LEAVES = 10.0  # px of a fireball's tail that show as it leaves his jaws; the rest comes out with its flight
ORB = (25.0, -88.0)  # px from his feet, facing right: before his jaws while he charges, his head drawn back


@dataclass(frozen=True, slots=True)
class Playing:
    """A strip that plays once at a place, or follows Gamera."""

    strip: Strip
    x: float
    y: float
    age: int = 0
    behind: bool = False
    follows: bool = False  # (x, y) is then px from his feet
    drift: tuple[float, float] = (0.0, 0.0)  # px a tick
    wait: int = 0  # ticks before it begins
    soft: bool = False  # slowly, and coming up out of nothing

    @property
    def over(self) -> bool:
        return self.shown_at >= self.strip.ticks * len(self.strip.frames)

    @property
    def shown_at(self) -> int:
        """Ticks of the strip that have been shown."""
        return self.age // SOFT_SLOWER if self.soft else self.age

    @property
    def alpha(self) -> int:
        """0 to 255."""
        return min(255, 255 * self.age // SOFT_TICKS) if self.soft else 255


@dataclass(frozen=True, slots=True)
class Glimmer:
    """A light that fades within `ticks`, before which it may take `rise` ticks to come."""

    colour: str
    diameter: int
    x: float
    y: float
    most: float
    ticks: int
    rise: int
    age: int = 0

    @property
    def over(self) -> bool:
        return self.age >= self.rise + self.ticks

    @property
    def strength(self) -> float:
        if self.age < self.rise:
            return self.most * self.age / self.rise
        return self.most * (1 - (self.age - self.rise) / self.ticks)


@dataclass(frozen=True, slots=True)
class Fire:
    """A ruin that burns for a while."""

    x: float
    y: float
    size: str
    ticks_left: int


Spot = tuple[float, float]  # a point of the world
Show = Callable[[Event, World, "Effects"], None]


class Effects:
    """`observe` once after every tick; `show` starts what an event looks like; `flash` is the white to add now."""

    def __init__(self, seed: int, flashes: float, show: Show, ground: str = "earth") -> None:
        """`ground` is what is thrown up from the street, as `dust_of` names it."""
        self._show = show
        self._dice = np.random.default_rng(seed + 1)
        self.sheet = keyed_sheet("effects")
        self._more = (keyed_sheet("queen_weapons"), keyed_sheet("finale"), keyed_sheet("power"))
        self.particles = Particles(self.sheet, self._dice)
        self.flashes = flashes
        self._steady = flashes == 0
        self.ground = ground
        self.flash = 0.0
        self._playing: list[Playing] = []
        self._glimmers: list[Glimmer] = []
        self._fires: list[Fire] = []
        self._swells: list[Swell] = []
        self._later: list[tuple[int, Callable[[], None]]] = []  # tick, what begins then
        self._tick = 0
        self._flashed_at = -FLASH_APART

    def observe(self, world: World, events: list[Event]) -> None:
        self._tick += 1
        if not world.hit_stop or self._tick & 1:
            self._age()
        for event in events:
            self._show(event, world, self)
        self._begin_later()
        self._keep_burning(world)
        self._smoke_of_aircraft(world)
        self._blow_up_dust(world)
        self.particles.settle()

    # What an event may ask for.
    def play(
        self,
        name: str,
        x: float,
        y: float,
        *,
        behind: bool = False,
        follows: bool = False,
        drift: tuple[float, float] = (0.0, 0.0),
        wait: int = 0,
    ) -> None:
        """Plays a strip of the sheet `effects`, or of one of the others that events draw from, once."""
        strip = next(sheet for sheet in (self.sheet, *self._more) if name in sheet)[self._one_look_of(name)]
        if len(self._playing) < MOST_STRIPS:
            soft = self._steady and name.startswith(FLASHING)
            self._playing.append(Playing(strip, x, y, 0, behind, follows, drift, wait, soft))

    def _one_look_of(self, name: str) -> str:
        """One of the looks that a strip has: dust is drawn in several, so that a row of it does not repeat."""
        looks = [name, *(f"{name}{look}" for look in MORE_LOOKS if f"{name}{look}" in self.sheet)]
        return looks[self._dice.integers(len(looks))] if len(looks) > 1 else name

    def glimmer(self, colour: str, diameter: int, x: float, y: float, strength: float, ticks: int) -> None:
        """A light that fades within so many ticks."""
        most, rise = (SOFT_SHARE * strength, SOFT_TICKS) if self._steady else (strength, 0)
        self._glimmers.append(Glimmer(colour, diameter, x, y, most, ticks + rise, rise))

    def burn(self, x: float, y: float, size: str, ticks: int) -> None:
        self._fires.append(Fire(x, y, size, ticks))

    def white(self, strength: float) -> None:
        """A flash over the whole picture, unless one was just there; as strong as the player wants it."""
        if self.flashes > 0 and self._tick - self._flashed_at >= FLASH_APART:
            self.flash = min(FLASH_MOST, strength) * self.flashes
            self._flashed_at = self._tick

    def swell(self, swell: Swell) -> None:
        """A slow light over the whole picture; without flashes one that would go at once comes softly and stays."""
        short = swell.stay < SOFT_STAYS
        rise = max(swell.rise, SOFT_TICKS)
        faint = replace(swell, rise=rise, stay=SOFT_STAYS, height=SOFT_HEIGHT * swell.height)
        self._swells.append(faint if self._steady and short else swell)

    @property
    def swelling(self) -> bool:
        return bool(self._swells)

    def after(self, ticks: int, begin: Callable[[], None]) -> None:
        """Calls `begin` so many ticks from now."""
        self._later.append((self._tick + ticks, begin))

    def draw_swells(self, canvas: pygame.Surface) -> None:
        for swell in self._swells:
            draw_swell(canvas, swell)

    def happens(self, chance: float) -> bool:
        return bool(self._dice.random() < chance)

    def pick(self, count: int) -> int:
        """A number from 0 to count - 1."""
        return int(self._dice.integers(count))

    def jitter(self, spread: float) -> tuple[float, float]:
        x, y = self._dice.uniform(-spread, spread, 2)
        return float(x), float(y)

    def _age(self) -> None:
        self.flash = self.flash * FLASH_FADES if self.flash > 0.02 else 0.0
        self._playing = [_older(strip) for strip in self._playing if not strip.over]
        self._glimmers = [replace(light, age=light.age + 1) for light in self._glimmers if not light.over]
        self._swells = [replace(swell, age=swell.age + 1) for swell in self._swells if not swell.over]
        self.particles.step()

    def _begin_later(self) -> None:
        due = [begin for tick, begin in self._later if tick <= self._tick]
        self._later = [(tick, begin) for tick, begin in self._later if tick > self._tick]
        for begin in due:
            begin()

    def _keep_burning(self, world: World) -> None:
        self._fires = [replace(fire, ticks_left=fire.ticks_left - 1) for fire in self._fires if fire.ticks_left > 1]
        if self._tick % EMBER_EVERY == 0:
            for fire in self._fires:
                dx, dy = self.jitter(12)
                self.particles.burst("fire", fire.x + dx, fire.y - 14 + dy, 1, 14, push=(6, -46), life=70, weight=-0.05)
        if self._tick % 2 == 0:
            behind = world.shots.position - world.shots.velocity * np.float32(TRAIL_BEGINS * SECONDS_PER_TICK)
            for x, y in behind.T.tolist():
                dx, dy = self.jitter(5)
                self.particles.burst("fire", x + dx, y + dy, 2, 26, push=(0, -8), life=26, weight=0.1)

    def _smoke_of_aircraft(self, world: World) -> None:
        """A helicopter that suffers smokes; one that comes down burns."""
        for _, craft, body in world.entities.each(Helicopter, Body):
            falls = craft.state is HelicopterState.CRASHING
            if falls and self._tick % 3 == 0:
                self.particles.burst("fire", body.x, body.y, 2, 60, push=(0, -30), life=34, weight=0.2)
                self.play("smoke_puff/M", body.x, body.y - 6, drift=(0.0, -0.5))
            elif craft.vitality < SMOKES_BELOW and self._tick % 9 == 0:
                self.play("smoke_puff/S", body.x - 6 * body.facing, body.y - 8, drift=(0.0, -0.5))

    def _blow_up_dust(self, world: World) -> None:
        """The jets over the street."""
        body = world.gamera_body
        if world.gamera.jets and self._tick % WASH_EVERY == 0 and body.y > GROUND_Y - WASH_REACH:
            for side in (-26, 26):
                self.play(f"dust_puff/{self.ground}", body.x + side, GROUND_Y + 2, behind=True, drift=(side / 30, 0.0))

    def draw_behind(self, lens: Lens, hero: Spot) -> None:
        """Fire and smoke on ruins, dust behind the actors."""
        for fire in self._fires:
            if lens.sees(fire.x - 60, fire.x + 60):
                self._blit(lens, self.sheet[f"smoke_plume/{fire.size}"], self._tick, fire.x, fire.y - 8)
                self._blit(lens, self.sheet[f"fire/{fire.size}"], self._tick, fire.x, fire.y)
                lens.light("orange", 96, fire.x, fire.y - 16, 0.4)
        self._draw_playing(lens, hero, behind=True)

    def draw_front(self, lens: Lens, world: World, hero: Spot) -> None:
        """Blows, fireballs, sparks and pieces. `hero` is where Gamera's feet are drawn."""
        self._draw_shots(lens, world)
        self._draw_gameras_own(lens, world, hero)
        self._draw_playing(lens, hero, behind=False)
        self.particles.draw(lens)
        for light in self._glimmers:
            lens.light(light.colour, light.diameter, light.x, light.y, min(1.0, light.strength))

    def _draw_playing(self, lens: Lens, hero: Spot, *, behind: bool) -> None:
        for playing in self._playing:
            if playing.behind is behind and not playing.wait:
                x = playing.x + (hero[0] if playing.follows else 0.0)
                y = playing.y + (hero[1] if playing.follows else 0.0)
                frame = playing.strip.at(playing.shown_at)
                if playing.soft:
                    frame.image.set_alpha(playing.alpha)
                lens.blit(frame.image, x, y, frame.pivot_x, frame.pivot_y)
                if playing.soft:
                    frame.image.set_alpha(None)  # others draw it too

    def _draw_shots(self, lens: Lens, world: World) -> None:
        shots = world.shots
        back = (1 - lens.alpha) * SECONDS_PER_TICK
        for row in range(shots.count):
            vx, vy = shots.velocity[:, row].tolist()
            x, y = float(shots.position[0, row]) - vx * back, float(shots.position[1, row]) - vy * back
            aim = AIM_NAMES[0 if abs(vy) < 1 else 1 if vy > 0 else -1]
            size = BALL_SIZES[int(shots.level[row])]
            strip = self.sheet[f"fireball/{size}/{aim}/{'right' if vx > 0 else 'left'}"]
            facing = 1 if vx > 0 else -1
            flown = max(0.0, (x - world.gamera_body.x) * facing - moves.MUZZLE[0])
            _blit_head(lens, strip, self._tick, x, y, round(TAIL_LEAVES + flown), facing=facing)
            lens.light("orange", 96 if size == "small" else 160, x, y, 0.8)
            lens.light("orange", 96, x, 300, 0.35)

    def _draw_gameras_own(self, lens: Lens, world: World, hero: Spot) -> None:
        """What burns on him: the charge in his jaws, the light of the spinning shell's flames."""
        gamera, facing = world.gamera, world.gamera_body.facing
        feet_x, feet_y = hero
        if gamera.state is GameraState.CHARGE:
            level = charge_level(gamera)
            x, y = feet_x + ORB[0] * facing, feet_y + ORB[1]
            self._blit(lens, self.sheet[f"charge_orb/{level}"], self._tick, x, y)
            lens.light("orange", (48, 96, 160)[level - 1], x, y, 0.45 + 0.15 * level)
        if gamera.state is GameraState.SPIN:
            middle = feet_y - 56
            for side in (-1, 1):  # the drawn shell has its flames; this is their light
                lens.light("orange", 96, feet_x + SHELL_JETS * side, middle, 0.25)

    def _blit(self, lens: Lens, strip: Strip, age: int, x: float, y: float) -> None:
        frame = strip.at(age)
        lens.blit(frame.image, x, y, frame.pivot_x, frame.pivot_y)


def _older(playing: Playing) -> Playing:
    if playing.wait:
        return replace(playing, wait=playing.wait - 1)
    dx, dy = playing.drift
    return replace(playing, age=playing.age + 1, x=playing.x + dx, y=playing.y + dy)


def _blit_head(lens: Lens, strip: Strip, age: int, x: float, y: float, tail: int, *, facing: int) -> None:
    """Draws of a fireball its head, which is the pivot, all before it, and `tail` px behind."""
    frame = strip.at(age)
    width, height = frame.image.get_size()
    left = max(0, frame.pivot_x - tail) if facing > 0 else 0
    right = width if facing > 0 else min(width, frame.pivot_x + tail)
    corner = lens.spot(x - frame.pivot_x + left, y - frame.pivot_y)
    lens.canvas.blit(frame.image, corner, (left, 0, right - left, height))
