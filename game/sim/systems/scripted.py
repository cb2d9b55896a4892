"""Choreography: the few moments that are a film. Each is a function of its age, tick by tick, in the simulation.

While a script runs, Gamera is not the player's and nothing hurts him. Skipping plays the remaining ticks of the script
at once, so that a skipped scene leaves everyone a script moves where a watched one leaves them; who else was about has
had less time to move, and a roar begun by the script is heard after it.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from game.sim.action import Button
from game.sim.components import CHOREOGRAPHED, Body, Flower, FlowerState, GameraState, Queen, QueenState
from game.sim.content.queen import FLY_SPEED
from game.sim.events import (
    CameraAsked,
    GameraAscended,
    GameraRose,
    GameraWentUnder,
    GameraWoke,
    PendantShattered,
    QueenBurrowed,
    QueenBurst,
    QueenCollapsed,
    QueenRose,
    QueenTookWing,
    ScriptEnded,
    ScriptStarted,
    SendaiLost,
)
from game.sim.soldiers import SoldierState
from game.sim.systems.fight import hold_still
from game.sim.systems.queen_stance import enter
from game.sim.units import GROUND_Y, SECONDS_PER_TICK
from game.sim.world import World

MIDDLE = 58.0  # px above his feet
THROWN_SPEED = 170.0  # px/s at which those on him fly off where they cannot follow
THROWN_FOR = 60  # ticks
SEA_DEPTH = 120.0  # px under the street's level at which he is out of sight


class Script(NamedTuple):
    ticks: int
    play: Callable[[World, int], None]


def start_script(world: World, name: str) -> None:
    world.direction.script, world.direction.script_age = name, 0
    if world.gamera.state is GameraState.CHARGE:  # letting go would fire
        _pose(world, GameraState.IDLE)
    world.events.append(ScriptStarted(name))


def scripted(world: World) -> None:
    """Plays a tick of the running script; a press of SKIP plays the rest of it."""
    direction = world.direction
    if not direction.script:
        return
    skipping = Button.SKIP in world.action.buttons
    while direction.script:
        name = direction.script
        script = SCRIPTS[name]
        script.play(world, direction.script_age)
        direction.script_age += 1
        if direction.script_age >= script.ticks:
            direction.script = ""
            world.events.append(ScriptEnded(name))
        if not skipping:
            return


def _pose(world: World, state: GameraState) -> None:
    hero = world.gamera
    if hero.state is not state:
        hero.state, hero.age = state, 0
    world.gamera_body.vx = 0.0
    if state in CHOREOGRAPHED and hero.clinging:
        soldiers = world.soldiers
        body = world.gamera_body
        clinging = np.flatnonzero(soldiers.state == SoldierState.CLING)
        soldiers.fling(clinging, body.x, body.y - MIDDLE, THROWN_SPEED, world.tick + THROWN_FOR)
        hero.clinging = 0


def _mother(world: World) -> tuple[Queen, Body] | None:
    for _, mother, body in world.entities.each(Queen, Body):
        return mother, body
    return None


def rise_from_sea(world: World, age: int) -> None:
    """Out of the black water, step by step, until he stands on the quay."""
    body = world.gamera_body
    if age == 0:
        _pose(world, GameraState.SWIM)
        body.y = GROUND_Y + SEA_DEPTH
        body.x = 90.0
        body.facing = 1
    body.x += 34 * SECONDS_PER_TICK
    body.y = max(GROUND_Y, GROUND_Y + SEA_DEPTH * (1 - age / 130))
    if age == 149:
        body.y, body.vy = GROUND_Y, 0.0
        _pose(world, GameraState.ROAR)
        world.events.append(GameraRose(body.x))


def back_to_sea(world: World, age: int) -> None:
    body = world.gamera_body
    if age == 0:
        _pose(world, GameraState.SWIM)
        body.facing = -1
    body.x = max(40.0, body.x - 60 * SECONDS_PER_TICK)
    body.y = GROUND_Y + SEA_DEPTH * min(1.0, age / 120)
    if age == 119:
        world.events.append(GameraWentUnder(body.x))


def queen_takes_wing(world: World, age: int) -> None:
    """She bursts out of the street, unfolds her wings, and is gone into the sky; jets go for the wings."""
    found = _mother(world)
    if found is None:
        return
    mother, body = found
    if age == 0:
        body.x = min(world.stage.width - 320.0, max(360.0, world.gamera_body.x + 420))
        body.y = GROUND_Y
        enter(world, mother, body, QueenState.RISE)
        world.events.append(QueenBurst(body.x))
        world.events.append(CameraAsked(body.x - 60, 250))
        hold_still(world, 8)
    if age == 90:
        enter(world, mother, body, QueenState.WING)
    if age >= 90:
        body.y -= FLY_SPEED * SECONDS_PER_TICK * min(1.0, (age - 90) / 60)
        body.x += 30 * SECONDS_PER_TICK
    if age == 130:
        world.events.append(QueenTookWing(body.x))
    if age == 299:
        enter(world, mother, body, QueenState.ABSENT)


def queen_burrows(world: World, age: int) -> None:
    """She senses what is coming, and goes down into the earth."""
    found = _mother(world)
    if found is None:
        return
    mother, body = found
    if age == 0:
        enter(world, mother, body, QueenState.BURROW)
        world.events.append(QueenBurrowed(body.x))
        world.events.append(CameraAsked(body.x, 110))
    if age == 119:
        enter(world, mother, body, QueenState.ABSENT)


def sendai_blast(world: World, age: int) -> None:
    """The plant topples before it can launch; what it held takes the city. He lies in the ash."""
    if age == 0:
        for _, plant, _ in world.entities.each(Flower, Body):
            if plant.state is FlowerState.ROOTED:
                plant.state, plant.age = FlowerState.TOPPLED, 0
                world.sum_field()
    if age == 80:
        hold_still(world, 8)
        world.soldiers.keep(np.zeros(0, np.intp))  # gone, but not by his hand: no kills
        world.tally.crossed = world.tally.spawned - world.tally.killed
        world.events.append(SendaiLost(world.gamera_body.x))
        _pose(world, GameraState.COMATOSE)


def pendant(world: World, age: int) -> None:
    """The stone breaks in her hand, and he opens his eyes."""
    if age == 60:
        world.events.append(PendantShattered(world.gamera_body.x))
    if age == 150:
        _pose(world, GameraState.GETUP)
        world.events.append(GameraWoke(world.gamera_body.x))
    if age == 185:
        _pose(world, GameraState.ROAR)


def queen_collapses(world: World, age: int) -> None:
    found = _mother(world)
    if found is None:
        return
    mother, body = found
    if age == 0:
        enter(world, mother, body, QueenState.COLLAPSED)
        hold_still(world, 8)
        world.events.append(QueenCollapsed(body.x))
        world.events.append(CameraAsked(body.x, 150))
    if age == 40:
        _pose(world, GameraState.ROAR)


def queen_rises(world: World, age: int) -> None:
    """Not dead: she stands up again, and where the horn was there is light."""
    found = _mother(world)
    if found is None:
        return
    mother, body = found
    if age == 0:
        enter(world, mother, body, QueenState.RISE)
        world.events.append(CameraAsked(body.x, 120))
    if age == 60:
        world.events.append(QueenRose(body.x))
    if age == 119:
        mother.patterns = "dawn"
        enter(world, mother, body, QueenState.IDLE)


def ascent(world: World, age: int) -> None:
    """He looks at the people, once; then up, and into the morning."""
    body = world.gamera_body
    if age == 0:
        _pose(world, GameraState.IDLE)
    if age == 50:
        body.facing = -1
    if age == 130:
        _pose(world, GameraState.LOOK_UP)
    if age == 180:
        _pose(world, GameraState.ASCEND)
    if age >= 180:
        body.y -= (age - 180) * 2.4 * SECONDS_PER_TICK
    if age == 359:
        world.events.append(GameraAscended(body.x))


SCRIPTS = {
    "rise_from_sea": Script(150, rise_from_sea),
    "back_to_sea": Script(120, back_to_sea),
    "queen_takes_wing": Script(300, queen_takes_wing),
    "queen_burrows": Script(120, queen_burrows),
    "sendai_blast": Script(260, sendai_blast),
    "pendant": Script(240, pendant),
    "queen_collapses": Script(170, queen_collapses),
    "queen_rises": Script(120, queen_rises),
    "ascent": Script(360, ascent),
}
