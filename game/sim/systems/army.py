"""The army: helicopters strafe the live span that holds most soldiers. Modest help with visible intent."""

import numpy as np

from game.sim.components import Body, Helicopter, HelicopterState
from game.sim.events import HelicopterArrived, HelicopterFired, HelicopterLost, SoldierShot
from game.sim.soldiers import SoldierState
from game.sim.systems.fight import slay
from game.sim.units import GROUND_Y, SECONDS_PER_TICK
from game.sim.world import World

H = HelicopterState
SPEED = 110.0  # px/s
RESPONSE = 0.05
STANDS_OFF = 150.0  # px from the target, on the city's side
NEAR = 30.0  # px from its post: begins to fire
BURST_TICKS = 100
BURST_EVERY = 9
REST_TICKS = 150
HIT_REACH = 26.0
HITS = 2  # soldiers one burst can kill
SWARMED_REACH = 30.0
SWARMED_BY = 3  # soldiers around it that do harm
HARM = 9.0  # vitality each quarter second, for every soldier beyond that
VITALITY = 260.0
ENTRY_X = -60.0
FALL = 260.0  # px/s^2


def send_helicopters(world: World, count: int) -> None:
    """They come in from the city, staggered in height."""
    for _ in range(count):
        already = world.entities.count(Helicopter) + len(world.entities.newborn)
        height = 58.0 + 26.0 * (already % 3) + world.dice.between(-6, 6)
        x = ENTRY_X - 70.0 * (already % 4)
        entity = world.entities.spawn(Body(x, height), Helicopter(VITALITY, height=height))
        world.events.append(HelicopterArrived(entity, x, height))


def army(world: World) -> None:
    for entity, craft, body in world.entities.each(Helicopter, Body):
        craft.age += 1
        if craft.state is H.CRASHING:
            _crash(world, entity, body)
            continue
        _choose_target(world, craft)
        _fly(world, craft, body)
        if craft.state is H.STRAFING:
            _strafe(world, craft, body)
        if world.tick % 15 == entity % 15:
            _suffer(world, craft, body)


def _choose_target(world: World, craft: Helicopter) -> None:
    """The middle of the live span with most soldiers; above the front where none is live."""
    best, most = None, 0
    for number, circuit in enumerate(world.lines.circuit_of_span):
        perched = world.grid.spans[number].perched
        if world.grid.circuits[circuit].current > 0 and perched > most:
            best, most = world.lines.span_middle(number), perched
    if best is None:
        craft.target_x, craft.target_y = world.gamera_body.x, 0.0
        if craft.state is H.STRAFING:
            craft.state, craft.age = H.FOLLOWING, 0
        return
    craft.target_x, craft.target_y = best, float(world.wire_y[int(best)])


def _fly(world: World, craft: Helicopter, body: Body) -> None:
    post_x = max(60.0, craft.target_x - STANDS_OFF)
    along = min(1.0, max(-1.0, (post_x - body.x) / 80)) * SPEED
    body.vx += (along - body.vx) * RESPONSE
    body.vy += ((craft.height - body.y) - body.vy) * RESPONSE
    body.x += body.vx * SECONDS_PER_TICK
    body.y += body.vy * SECONDS_PER_TICK
    body.facing = 1 if craft.target_x >= body.x else -1
    near = abs(post_x - body.x) < NEAR
    aims = near and craft.target_y > 0 and world.grid.any_current()
    if craft.state in (H.ARRIVING, H.FOLLOWING) and aims and craft.age > REST_TICKS:
        craft.state, craft.age = H.STRAFING, 0
    elif craft.state is H.STRAFING and craft.age >= BURST_TICKS:
        craft.state, craft.age = H.FOLLOWING, 0


def _strafe(world: World, craft: Helicopter, body: Body) -> None:
    if craft.age % BURST_EVERY:
        return
    x = craft.target_x + world.dice.between(-120, 120)
    y = float(world.wire_y[min(world.stage.width - 1, max(0, int(x)))])
    if y < 0:
        return
    world.events.append(HelicopterFired(body.x, body.y, x, y))
    rows = world.soldiers.within(x, y, HIT_REACH)
    rows = rows[world.soldiers.state[rows] != SoldierState.CLING]
    slay(world, rows[:HITS], SoldierShot)


def _suffer(world: World, craft: Helicopter, body: Body) -> None:
    """Soldiers in the rotor's way wear it down."""
    if not 0 < body.x < world.stage.width:
        return
    near = world.soldiers.within(body.x, body.y, SWARMED_REACH)
    flying = int(np.count_nonzero(world.soldiers.state[near] == SoldierState.FLY))
    craft.vitality -= HARM * max(0, flying - SWARMED_BY)
    if craft.vitality <= 0:
        craft.state, craft.age = H.CRASHING, 0


def _crash(world: World, entity: int, body: Body) -> None:
    body.vy += FALL * SECONDS_PER_TICK
    body.x += body.vx * SECONDS_PER_TICK
    body.y += body.vy * SECONDS_PER_TICK
    if body.y >= GROUND_Y - 8:
        world.events.append(HelicopterLost(entity, body.x, GROUND_Y - 8))
        world.entities.despawn(entity)
