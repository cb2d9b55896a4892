"""Tanks, missile batteries and fighters. They help against the Queen while the city trusts Gamera."""

from game.sim.components import Body, Fighter, FighterState, Gun, Missile, Queen, QueenState
from game.sim.content.queen import MISSILE_DAMAGE
from game.sim.events import GunFired, MissileHit, MissileLaunched, WingsHit
from game.sim.systems.fight import hurt_queen
from game.sim.units import GROUND_Y, SECONDS_PER_TICK, VIEW_WIDTH, ticks
from game.sim.world import World

TRUSTED = 45.0  # trust under which they hold their fire
RELOAD = {"tank": ticks(4), "battery": ticks(7)}
TANK_RANGE = 620.0
SHELL_DAMAGE = 5.0
MISSILE_SPEED = 250.0
MISSILE_TURN = 0.09
MISSILE_LIVES = ticks(6)
AIM_HEIGHT = 110.0  # px above her feet
FIGHTER_SPEED = 300.0
FIGHTER_HITS = 90.0  # px from her


def artillery(world: World) -> None:
    count = world.entities.count
    if not (count(Gun) or count(Missile) or count(Fighter)):
        return
    target = _target(world)
    for entity, gun, body in world.entities.each(Gun, Body):
        gun.reload = max(0, gun.reload - 1)
        if target is not None and gun.reload == 0 and world.tally.trust >= TRUSTED:
            _fire(world, entity, gun, body, target)
    for entity, missile, body in world.entities.each(Missile, Body):
        _guide(world, entity, missile, body, target)
    for entity, fighter, body in world.entities.each(Fighter, Body):
        _pass(world, entity, fighter, body)


def send_fighters(world: World, count: int) -> None:
    """From beyond the left edge of what the player sees, one behind the other."""
    first = world.gamera_body.x - VIEW_WIDTH
    for number in range(count):
        world.entities.spawn(Body(first - 160.0 * number, 70.0 + 34.0 * number, FIGHTER_SPEED), Fighter())


def _target(world: World) -> Body | None:
    for _, mother, body in world.entities.each(Queen, Body):
        if mother.fights and not mother.down:
            return body
    return None


def _fire(world: World, entity: int, gun: Gun, body: Body, target: Body) -> None:
    gun.reload = RELOAD[gun.kind] + (entity * 17) % 40
    if gun.kind == "battery":
        world.entities.spawn(Body(body.x, body.y - 14, 0.0, -MISSILE_SPEED), Missile())
        world.events.append(MissileLaunched(body.x, body.y - 14))
    elif abs(target.x - body.x) < TANK_RANGE:
        aim_y = target.y - AIM_HEIGHT * 0.5
        world.events.append(GunFired(body.x, body.y - 12, target.x, aim_y))
        hurt_queen(world, SHELL_DAMAGE, target.x, aim_y)


def _guide(world: World, entity: int, missile: Missile, body: Body, target: Body | None) -> None:
    missile.age += 1
    if target is not None:
        dx, dy = target.x - body.x, target.y - AIM_HEIGHT - body.y
        distance = max(1.0, abs(dx) + abs(dy))
        body.vx += (dx / distance * MISSILE_SPEED - body.vx) * MISSILE_TURN
        body.vy += (dy / distance * MISSILE_SPEED - body.vy) * MISSILE_TURN
        if abs(dx) < 50 and abs(dy) < 60:
            world.events.append(MissileHit(body.x, body.y))
            hurt_queen(world, MISSILE_DAMAGE, body.x, body.y)
            world.entities.despawn(entity)
            return
    body.x += body.vx * SECONDS_PER_TICK
    body.y += body.vy * SECONDS_PER_TICK
    if missile.age > MISSILE_LIVES or body.y > GROUND_Y or body.y < -80:
        world.entities.despawn(entity)


def _pass(world: World, entity: int, fighter: Fighter, body: Body) -> None:
    """One run at her wings, then up and away."""
    fighter.age += 1
    for _, mother, prey in world.entities.each(Queen, Body):
        flies = mother.state is QueenState.WING
        if flies and fighter.state is FighterState.ATTACKING:
            body.vy += ((prey.y - 110 - body.y) * 1.5 - body.vy) * 0.05
            if abs(prey.x - body.x) < FIGHTER_HITS:
                fighter.state = FighterState.LEAVING
                world.events.append(WingsHit(prey.x, prey.y - 120))
    if fighter.state is FighterState.LEAVING:
        body.vy -= 160 * SECONDS_PER_TICK
    body.x += body.vx * SECONDS_PER_TICK
    body.y += body.vy * SECONDS_PER_TICK
    if body.x > world.stage.width + 200 or body.y < -120:
        world.entities.despawn(entity)
