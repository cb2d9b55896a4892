"""Fireballs fly and burst."""

import numpy as np

from game.sim.components import QueenState
from game.sim.content import moves
from game.sim.content.moves import FIREBALLS
from game.sim.content.queen import BARRIER, FIREBALL_DAMAGE
from game.sim.events import FireballDeflected, FireballExploded, SoldierBurned
from game.sim.rng import noise
from game.sim.soldiers import SoldierState
from game.sim.systems.city import damage_blocks
from game.sim.systems.fight import hold_still, hurt_queen, queen_at, slay
from game.sim.systems.flower import blast, blast_factor
from game.sim.units import GROUND_Y, SECONDS_PER_TICK
from game.sim.world import World

BARRIER_REACH = 24.0  # px in front of her at which the crest stops a ball
TOUCH = 16.0  # px; a soldier this near sets it off
NEEDED = (0, 1, 3, 4)  # soldiers near that set off a ball of each level: a great one ploughs into the crowd
THROWN_FOR = 50  # ticks


def shots(world: World) -> None:
    balls = world.shots
    if not balls.count:
        return
    balls.position[:] = balls.position + balls.velocity * np.float32(SECONDS_PER_TICK)
    flying = []
    for row in range(balls.count):
        x, y = float(balls.position[0, row]), float(balls.position[1, row])
        level = int(balls.level[row])
        out = not 0 < x < world.stage.width or y < -20
        if out:
            continue
        if _deflected(world, x, y):
            continue
        touched = queen_at(world, x, y, 0.0) is not None or len(world.soldiers.within(x, y, TOUCH)) >= NEEDED[level]
        if touched or y >= GROUND_Y - 6 or world.tick >= balls.dies_at[row]:
            explode(world, x, min(y, GROUND_Y - 6), level)
        else:
            flying.append(row)
    balls.keep(np.array(flying, np.intp))


def _deflected(world: World, x: float, y: float) -> bool:
    """Her closed crest turns a fireball away; it is gone into the sky."""
    found = queen_at(world, x, y, BARRIER_REACH)
    if found is None or found[0].state is not QueenState.BARRIER or not BARRIER.strikes(found[0].age):
        return False
    world.events.append(FireballDeflected(x, y))
    return True


def explode(world: World, x: float, y: float, level: int) -> None:
    """Burns the nearest, throws the rest, breaks buildings it reaches."""
    ball, soldiers = FIREBALLS[level], world.soldiers
    radius = ball.radius * blast_factor(world)
    blast(world, x, y)
    if queen_at(world, x, y, radius * 0.4) is not None:
        hurt_queen(world, FIREBALL_DAMAGE[level - 1], x, y)
    rows = soldiers.within(x, y, radius)
    rows = rows[np.argsort(noise(soldiers.luck[rows], world.tick), kind="stable")]
    slay(world, rows[: ball.kills], SoldierBurned)
    thrown = rows[ball.kills :]
    thrown = thrown[soldiers.state[thrown] != SoldierState.CLING]
    soldiers.fling(thrown, x, y, moves.BLAST_THROW, world.tick + THROWN_FOR)
    reach = radius * 0.5
    damage_blocks(world, x - reach, x + reach, ball.damage, above=y + reach)
    hold_still(world, ball.hit_stop)
    world.events.append(FireballExploded(x, y, radius, level))
