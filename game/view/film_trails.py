"""What goes on from tick to tick: smoke behind missiles, dust under the Queen, fire at the beam's end, the horn."""

import math
from dataclasses import dataclass, replace

import numpy as np
import pygame

from game.sim.components import Body, Fighter, Flower, FlowerState, GameraState, Missile, Queen, QueenState
from game.sim.events import Event, HornTorn
from game.sim.units import GROUND_Y, SECONDS_PER_TICK
from game.sim.world import World
from game.view.ascent import LIFTS_TICKS, climb, seen_height, seen_size
from game.view.effects import Effects
from game.view.finale import FinaleView
from game.view.lens import Lens
from game.view.queen_breaking import CRACK_TICKS
from game.view.queen_frames import QueenFrames
from game.view.smoke import CONTRAIL, FIREBALL_SMOKE, GREY, MISSILE_SMOKE, MORNING, SOOT, Puff, Smoke

HORN_GRAVITY = 0.10  # px a tick, each tick
HORN_TURN = 15  # degrees between two pictures of it
HORN_LIES_Y = GROUND_Y + 12
STEP_EVERY = 16  # ticks between two of her feet
WING_DUST_BELOW = 170.0  # px over the street in which her wings blow up dust
SMOULDERS_TICKS = 500
JET_SMOKE = Puff(4.0, 12.0, 84, 3.0, 5.0)  # under Gamera as he ascends
JETS_BELOW = 38.0  # px from his feet to where his jets' flames turn to smoke, at full size
JETS_APART = 15.0  # px from his middle to either jet, at full size
SOOT_BEHIND = 0.12  # s of flight between a fireball's middle and where its fire has turned to smoke
ENGINE_BEHIND = 34.0  # px from a fighter's middle to its nozzle
BEAM_BLASTS_EVERY = 24  # ticks between explosions where the beam strikes: white to soot under three times a second


@dataclass(frozen=True, slots=True)
class FallingHorn:
    x: float
    y: float
    vx: float  # px a tick
    vy: float
    turn: float  # degrees
    spin: float  # degrees a tick

    def next(self) -> "FallingHorn":
        if self.y >= HORN_LIES_Y and self.vy >= 0:
            return self
        y, vy = self.y + self.vy, self.vy + HORN_GRAVITY
        if y >= HORN_LIES_Y:
            if vy > 1.2:
                return replace(self, y=HORN_LIES_Y - 1, vy=-vy * 0.35, vx=self.vx * 0.5, spin=self.spin * 0.4)
            return replace(self, y=HORN_LIES_Y, vy=0.0)
        return replace(self, x=self.x + self.vx, y=y, vy=vy, turn=self.turn + self.spin)


class FilmTrails:
    def __init__(self, effects: Effects, finale: FinaleView, dice: np.random.Generator) -> None:
        self._effects = effects
        self._smoke = Smoke(dice, GREY)
        self._jet_smoke = Smoke(dice, MORNING)
        self._soot = Smoke(dice, SOOT)
        self._finale = finale
        self._horn: FallingHorn | None = None
        self._horn_pictures: dict[int, pygame.Surface] = {}  # by degrees

    def observe(self, world: World, events: list[Event]) -> None:
        """One tick."""
        for event in events:
            if isinstance(event, HornTorn):
                away = 1 if world.gamera_body.x < event.x else -1
                self._horn = FallingHorn(event.x, event.y - 20, -1.3 * away, -3.6, 0.0, 5.0 * away)
        if self._horn is not None and not world.hit_stop:
            self._horn = self._horn.next()
        if not world.hit_stop:
            for smoke in self._smokes():
                smoke.step()
            self._behind_fireballs(world)
            self._behind_aircraft(world)
            self._under_queen(world)
            self._round_gamera(world)
            self._from_flower(world)

    def draw_smoke(self, lens: Lens) -> None:
        """What missiles, fighters, fireballs and his jets leave in the air."""
        for smoke in self._smokes():
            smoke.draw(lens)

    def draw(self, lens: Lens) -> None:
        """The horn."""
        if self._horn is None:
            return
        angle = round(self._horn.turn / HORN_TURN) * HORN_TURN % 360
        if angle not in self._horn_pictures:
            self._horn_pictures[angle] = pygame.transform.rotate(QueenFrames().horn(), angle)
        picture = self._horn_pictures[angle]
        lens.blit(picture, self._horn.x, self._horn.y, picture.get_width() // 2, picture.get_height() // 2)
        lens.light("blue", 96, self._horn.x, self._horn.y, 0.35)

    def _smokes(self) -> tuple[Smoke, ...]:
        return self._soot, self._smoke, self._jet_smoke

    def _behind_fireballs(self, world: World) -> None:
        shots = world.shots
        for (x, y), (vx, vy) in zip(shots.position.T.tolist(), shots.velocity.T.tolist(), strict=True):
            x, y = x - vx * SOOT_BEHIND, y - vy * SOOT_BEHIND
            before = x - vx * SECONDS_PER_TICK, y - vy * SECONDS_PER_TICK
            self._soot.lay(FIREBALL_SMOKE, before, (x, y))

    def _behind_aircraft(self, world: World) -> None:
        for _, _, body in world.entities.each(Missile, Body):
            before = body.x - body.vx * SECONDS_PER_TICK, body.y - body.vy * SECONDS_PER_TICK
            self._smoke.lay(MISSILE_SMOKE, before, (body.x, body.y))
        for _, _, body in world.entities.each(Fighter, Body):
            x = body.x - math.copysign(ENGINE_BEHIND, body.vx)
            before = x - body.vx * SECONDS_PER_TICK, body.y - body.vy * SECONDS_PER_TICK
            self._smoke.lay(CONTRAIL, before, (x, body.y))

    def _under_ascending(self, world: World) -> None:
        body, climbed = world.gamera_body, climb(world)
        size, y = seen_size(climbed), GROUND_Y - seen_height(climbed)
        for side in (-1, 1):
            x = body.x + JETS_APART * side * size
            under = min(GROUND_Y, y + JETS_BELOW * size)
            self._jet_smoke.lay(JET_SMOKE, (x, under), (x, under - 6 * size), size)
        self._effects.particles.burst("fire", body.x, y + 20 * size, 2, 60 * size, push=(0, 100 * size), life=30)

    def _under_queen(self, world: World) -> None:
        effects = self._effects
        for _, mother, body in world.entities.each(Queen, Body):
            match mother.state:
                case QueenState.ADVANCE if mother.age % STEP_EVERY == 0:
                    foot = body.x + (mother.age // STEP_EVERY % 4 - 2) * 50
                    effects.play(f"dust_puff/{effects.ground}", foot, GROUND_Y + 4)
                    effects.particles.burst("dust", foot, GROUND_Y, 4, 60, push=(0, -50), life=24)
                case QueenState.WING if GROUND_Y - body.y < WING_DUST_BELOW and mother.age % 5 == 0:
                    dx, _ = effects.jitter(150)
                    effects.play(f"dust_burst/{effects.ground}", body.x + dx, GROUND_Y + 4)
                case QueenState.RISE if mother.age % 6 == 0:
                    dx, _ = effects.jitter(120)
                    effects.play(f"dust_burst/{effects.ground}", body.x + dx, GROUND_Y + 4)
                    effects.particles.burst("concrete", body.x + dx, GROUND_Y - 8, 3, 120, push=(0, -130), life=60)
                case QueenState.BREAK if CRACK_TICKS < mother.age < SMOULDERS_TICKS and mother.age % 5 == 0:
                    dx, dy = effects.jitter(120)
                    place = body.x + dx, GROUND_Y - 40 + dy * 0.5
                    effects.play("smoke_puff/L", *place, behind=True, drift=(0.1, -0.7))
                    effects.particles.burst(
                        "fire", body.x + dx, GROUND_Y - 20, 3, 40, push=(8, -60), life=80, weight=-0.05
                    )

    def _round_gamera(self, world: World) -> None:
        effects, hero, body = self._effects, world.gamera, world.gamera_body
        match hero.state:
            case GameraState.LOOK_UP if hero.age % 7 == 0:
                dx, _ = effects.jitter(70)
                effects.particles.burst("yellow", body.x + dx, GROUND_Y, 2, 20, push=(0, -90), life=70, weight=-0.12)
            case GameraState.CHEST if hero.age % 3 == 0:
                effects.particles.burst("fire", body.x, body.y - 56, 3, 120, life=34, weight=0.1)
            case GameraState.BEAM:
                self._burn_at_beam(world)
            case GameraState.ASCEND:
                self._under_ascending(world)
                if hero.age < LIFTS_TICKS and hero.age % 6 == 0:
                    for side in (-1, 1):
                        dx, _ = effects.jitter(30)
                        effects.play(f"dust_burst/{effects.ground}", body.x + 50 * side + dx, GROUND_Y + 4)
            case GameraState.SWIM if hero.age % 10 == 0 and body.y > GROUND_Y:
                effects.particles.burst("water", body.x + 40 * body.facing, GROUND_Y + 2, 6, 60, push=(0, -70), life=30)

    def _burn_at_beam(self, world: World) -> None:
        effects, body, age = self._effects, world.gamera_body, world.gamera.age
        end_x, end_y = self._finale.beam_end(world, (body.x, body.y))
        back = -body.facing
        effects.particles.burst("fire", end_x, end_y, 4, 240, push=(90 * back, -40), life=34, weight=0.3)
        effects.particles.burst("yellow", end_x, end_y, 2, 300, push=(120 * back, -30), life=26)
        if age % BEAM_BLASTS_EVERY == 0:
            dx, dy = effects.jitter(40)
            effects.play("explosion/M", end_x + dx, end_y + dy)
        elif age % 6 == 0:
            dx, dy = effects.jitter(50)
            effects.play("smoke_puff/L", end_x + dx, end_y + dy, drift=(-0.8 * back, -0.9))
        if age % 9 == 0:
            part = age % 4 / 4
            effects.play(
                f"dust_burst/{effects.ground}", body.x + (end_x - body.x) * part, GROUND_Y + 4, drift=(-0.6 * back, 0)
            )

    def _from_flower(self, world: World) -> None:
        """Spores; faster the more oxygen there is."""
        for _, plant, body in world.entities.each(Flower, Body):
            if plant.state is FlowerState.ROOTED and plant.age % max(6, 26 - int(plant.oxygen / 5)) == 0:
                dx, dy = self._effects.jitter(70)
                place = body.x + dx, body.y - 90 + dy * 0.7
                self._effects.particles.burst("leaf", *place, 1, 12, push=(0, -26), life=150, weight=-0.03)
