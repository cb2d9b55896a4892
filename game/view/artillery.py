"""Tanks, missile trucks, missiles and jets on the canvas. They drift by their own speed between two ticks."""

import math

from game.sim.components import Body, Fighter, FighterState, Gun, Missile, Queen, QueenState
from game.sim.events import Event, GunFired, MissileLaunched
from game.sim.units import SECONDS_PER_TICK
from game.sim.world import World
from game.view.art import keyed_sheet
from game.view.lens import Lens
from game.view.sheets import Frame

HALF_WIDTH = 60
HEADINGS = 16  # strips `missile/0` (to the right) to `missile/15`, clockwise
FIRE_TICKS = 20
RELEASE_FROM, RELEASE_TO = 190.0, 90.0  # px from the Queen between which a fighter's missile leaves and strikes
STANDS_Y = 4.0  # px below the ground line that wheels and tracks stand, nearer to the eye than the fighters
RAISE_TICKS = 40


class ArtilleryView:
    def __init__(self) -> None:
        self._sheet = keyed_sheet("army")
        self._combat = keyed_sheet("army_combat")
        self._fired: dict[float, int] = {}  # x of a gun: ticks since it fired
        self._aimed = 0  # ticks the Queen has been there to aim at

    def observe(self, world: World, events: list[Event]) -> None:
        """One tick."""
        self._fired = {x: age + 1 for x, age in self._fired.items() if age < FIRE_TICKS}
        for event in events:
            if isinstance(event, GunFired | MissileLaunched):
                self._fired[event.x] = 0
        fights = any(mother.fights for _, mother in world.entities.each(Queen))
        self._aimed = self._aimed + 1 if fights else 0

    def draw_guns(self, world: World, lens: Lens) -> None:
        """What stands on the street."""
        for _, gun, body in world.entities.each(Gun, Body):
            if not lens.sees(body.x - HALF_WIDTH, body.x + HALF_WIDTH):
                continue
            side = _side_of_target(world, body)
            frame = self._gun_frame(gun, body, side)
            _, ground = frame.anchors["ground"]
            lens.blit(frame.image, body.x, body.y + STANDS_Y - ground, frame.pivot_x, frame.pivot_y)
            if self._fired.get(body.x, FIRE_TICKS) < 5:
                muzzle_x, muzzle_y = frame.anchors["muzzle" if gun.kind == "tank" else "launcher"]
                lens.light("orange", 96, body.x + muzzle_x, body.y + STANDS_Y - ground + muzzle_y, 0.9)

    def draw_flying(self, world: World, lens: Lens) -> None:
        """What is in the air."""
        back = (1 - lens.alpha) * SECONDS_PER_TICK
        for _, missile, body in world.entities.each(Missile, Body):
            heading = round(math.atan2(body.vy, body.vx) / math.tau * HEADINGS) % HEADINGS
            frame = self._sheet[f"missile/{heading}"].at(missile.age)
            x, y = body.x - body.vx * back, body.y - body.vy * back
            lens.blit(frame.image, x, y, frame.pivot_x, frame.pivot_y)
            lens.light("orange", 48, x - body.vx * 0.03, y - body.vy * 0.03, 0.7)
        for _, fighter, body in world.entities.each(Fighter, Body):
            frame = self._fighter_frame(world, fighter, body)
            x, y = body.x - body.vx * back, body.y - body.vy * back
            lens.blit(frame.image, x, y, frame.pivot_x, frame.pivot_y)
            nozzle_x, nozzle_y = frame.anchors["nozzle"]
            lens.light("blue", 24, x + nozzle_x, y + nozzle_y, 0.9)

    def _gun_frame(self, gun: Gun, body: Body, side: str) -> Frame:
        if gun.kind == "battery":
            if body.x in self._fired:
                return self._combat[f"truck/fire/{side}"].at(self._fired[body.x])
            return self._sheet[f"truck/raise/{side}"].part(min(self._aimed, RAISE_TICKS - 1), RAISE_TICKS)
        if body.x in self._fired:
            return self._sheet[f"tank/fire/{side}"].at(self._fired[body.x])
        return self._sheet[f"tank/move/{side}"].frames[0]

    def _fighter_frame(self, world: World, fighter: Fighter, body: Body) -> Frame:
        side = "right" if body.vx > 0 else "left"
        if fighter.state is FighterState.LEAVING:
            strip = self._sheet[f"fighter/climb/{side}"]
            return strip.part(int(-body.vy), 160)
        away = _to_queen(world, body)
        if RELEASE_TO <= away < RELEASE_FROM:
            return self._combat[f"fighter/release/{side}"].part(
                int(RELEASE_FROM - away), int(RELEASE_FROM - RELEASE_TO)
            )
        return self._sheet[f"fighter/level/{side}"].at(fighter.age)


def _to_queen(world: World, body: Body) -> float:
    """px along x to the Queen if she flies; without end if there is none to shoot at."""
    flying = (place for _, mother, place in world.entities.each(Queen, Body) if mother.state is QueenState.WING)
    return min((abs(place.x - body.x) for place in flying), default=math.inf)


def _side_of_target(world: World, body: Body) -> str:
    for _, _, target in world.entities.each(Queen, Body):
        return "right" if target.x > body.x else "left"
    return "right"
