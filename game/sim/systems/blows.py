"""What Gamera's blows do to those they hit. No state of his own is changed here."""

import numpy as np

from game.sim.components import Body
from game.sim.content import moves
from game.sim.content.moves import FIREBALLS, Claw
from game.sim.content.queen import CLAW_DAMAGE, SPIN_DAMAGE
from game.sim.events import (
    ClawHit,
    FireballLaunched,
    RoarSounded,
    SoldierClawed,
    SoldierRammed,
    SoldierTrampled,
)
from game.sim.rng import noise
from game.sim.soldiers import FIRST_DEAD, Rows, SoldierState
from game.sim.systems.city import damage_blocks
from game.sim.systems.fight import anger, hold_still, hurt_queen, queen_at, slay
from game.sim.world import World

CLAW_NEAR = 6.0  # px; nearer than this in front of him the claws pass over
THROWN_FOR = 40  # ticks
PEELED_FOR = 90
STOMP_THROW = 170.0


def _shuffled(world: World, rows: Rows, salt: int) -> Rows:
    """The rows in an order of luck, so that a blow with a cap does not favour the oldest."""
    return rows[np.argsort(noise(world.soldiers.luck[rows], world.tick * 8 + salt), kind="stable")]


def _lucky(world: World, rows: Rows, chance: float, salt: int) -> Rows:
    roll = noise(world.soldiers.luck[rows], world.tick * 8 + salt) >> np.uint32(16)
    return rows[roll < np.uint32(int(chance * 65536))]


def claw(world: World, body: Body, blow: Claw, number: int) -> bool:
    """Strikes what is in front of him; True if anything was. A cap keeps the claw from replacing the lure."""
    soldiers = world.soldiers
    chest_y = body.y + moves.CHEST_Y
    ahead = (soldiers.position[0] - np.float32(body.x)) * np.float32(body.facing)
    near = ahead > np.float32(CLAW_NEAR)
    near &= ahead < np.float32(blow.reach)
    near &= np.abs(soldiers.position[1] - np.float32(chest_y)) < np.float32(moves.CLAW_HEIGHT)
    near &= soldiers.state < FIRST_DEAD
    near &= soldiers.state != SoldierState.CLING
    struck = _shuffled(world, np.flatnonzero(near), 1)[: blow.strikes]
    clinging = soldiers.state == SoldierState.CLING
    clinging &= soldiers.offset[0] * np.float32(body.facing) > 0
    scraped = _shuffled(world, np.flatnonzero(clinging), 2)[: blow.scrapes]
    reach_x = body.x + body.facing * blow.reach * 0.7
    wounded = queen_at(world, reach_x, chest_y, blow.reach * 0.3) is not None
    if wounded:
        hurt_queen(world, CLAW_DAMAGE[number - 1], reach_x, chest_y)
    if not len(struck) and not len(scraped) and not wounded:
        return False
    hit = len(struck) + len(scraped) + wounded
    slay(world, struck[: blow.kills], SoldierClawed)
    slay(world, scraped[:1], SoldierClawed)
    soldiers.fling(struck[blow.kills :], body.x, chest_y, blow.throw, world.tick + THROWN_FOR)
    soldiers.fling(scraped[1:], body.x, chest_y, blow.throw, world.tick + 60)
    anger(world)
    hold_still(world, blow.hit_stop)
    world.events.append(ClawHit(number, reach_x, chest_y, hit))
    return True


def trample(world: World, foot_x: float) -> int:
    """Crushes crawlers under the foot; how many."""
    soldiers = world.soldiers
    under = np.abs(soldiers.position[0] - np.float32(foot_x)) < np.float32(moves.FOOT_REACH)
    under &= soldiers.state == SoldierState.CRAWL
    under &= soldiers.position[1] > np.float32(280)
    rows = np.flatnonzero(under)[: moves.FOOT_CRUSHES]
    slay(world, rows, SoldierTrampled)
    return len(rows)


def stomp(world: World, body: Body) -> None:
    """A landing: crushes what is beneath, throws what is near, shakes a building he lands on."""
    soldiers = world.soldiers
    near = np.abs(soldiers.position[0] - np.float32(body.x)) < np.float32(moves.STOMP_REACH)
    near &= soldiers.position[1] > np.float32(250)
    near &= soldiers.state < FIRST_DEAD
    near &= soldiers.state != SoldierState.CLING
    rows = _shuffled(world, np.flatnonzero(near), 3)
    slay(world, rows[: moves.STOMP_KILLS], SoldierTrampled)
    soldiers.fling(rows[moves.STOMP_KILLS :], body.x, body.y, STOMP_THROW, world.tick + THROWN_FOR)
    damage_blocks(world, body.x - 20, body.x + 20, moves.STOMP_DAMAGE)
    hold_still(world, 4)


def plough(world: World, body: Body) -> None:
    """The spinning shell: throws everyone off and aside, kills a few; every fourth tick."""
    soldiers = world.soldiers
    chest_y = body.y + moves.CHEST_Y
    rows = soldiers.within(body.x, chest_y, moves.SPIN_REACH)
    rows = rows[soldiers.state[rows] != SoldierState.STAGGER]
    killed = _lucky(world, rows, moves.SPIN_KILL_CHANCE, 4)
    slay(world, killed, SoldierRammed)
    thrown = _lucky(world, rows, moves.SPIN_FLING_CHANCE, 5)
    thrown = thrown[soldiers.state[thrown] < FIRST_DEAD]
    soldiers.fling(thrown, body.x, chest_y, 260.0, world.tick + 70)
    anger(world, 120)
    if queen_at(world, body.x, chest_y, moves.SPIN_REACH * 0.5) is not None:
        hurt_queen(world, SPIN_DAMAGE, body.x, chest_y)


def roar(world: World, body: Body) -> None:
    """Throws off most who cling and most who are near."""
    soldiers = world.soldiers
    chest_y = body.y + moves.CHEST_Y
    near = soldiers.within(body.x, chest_y, moves.ROAR_REACH)
    near = near[soldiers.state[near] <= SoldierState.CLING]
    thrown = _lucky(world, near, moves.ROAR_PEEL, 6)
    clung = int(np.count_nonzero(soldiers.state[thrown] == SoldierState.CLING))
    soldiers.fling(thrown, body.x, chest_y, 170.0, world.tick + PEELED_FOR)
    hold_still(world, 2)
    world.events.append(RoarSounded(body.x + body.facing * moves.MUZZLE[0], body.y + moves.MUZZLE[1], clung))


def launch_fireball(world: World, body: Body, level: int, aim: int) -> None:
    ball = FIREBALLS[level]
    x, y = body.x + moves.MUZZLE[0] * body.facing, body.y + moves.MUZZLE[1]
    vy = ball.speed * moves.FIREBALL_SLOPE * aim
    world.shots.launch(x, y, ball.speed * body.facing, vy, level, world.tick + moves.FIREBALL_LIVES)
    anger(world)
    world.events.append(FireballLaunched(x, y, level, body.facing, aim))
