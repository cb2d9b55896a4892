"""Fireballs fly and burst."""

import numpy as np

from game.sim.content import moves
from game.sim.content.moves import FIREBALLS
from game.sim.events import FireballExploded, SoldierBurned
from game.sim.rng import noise
from game.sim.soldiers import SoldierState
from game.sim.systems.city import damage_blocks
from game.sim.systems.fight import hold_still, slay
from game.sim.units import GROUND_Y, SECONDS_PER_TICK
from game.sim.world import World

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
        touched = len(world.soldiers.within(x, y, TOUCH)) >= NEEDED[level]
        if touched or y >= GROUND_Y - 6 or world.tick >= balls.dies_at[row]:
            explode(world, x, min(y, GROUND_Y - 6), level)
        else:
            flying.append(row)
    balls.keep(np.array(flying, np.intp))


def explode(world: World, x: float, y: float, level: int) -> None:
    """Burns the nearest, throws the rest, breaks buildings it reaches."""
    ball, soldiers = FIREBALLS[level], world.soldiers
    rows = soldiers.within(x, y, ball.radius)
    rows = rows[np.argsort(noise(soldiers.luck[rows], world.tick), kind="stable")]
    slay(world, rows[: ball.kills], SoldierBurned)
    thrown = rows[ball.kills :]
    thrown = thrown[soldiers.state[thrown] != SoldierState.CLING]
    soldiers.fling(thrown, x, y, moves.BLAST_THROW, world.tick + THROWN_FOR)
    reach = ball.radius * 0.5
    damage_blocks(world, x - reach, x + reach, ball.damage, above=y + reach)
    hold_still(world, ball.hit_stop)
    world.events.append(FireballExploded(x, y, ball.radius, level))
