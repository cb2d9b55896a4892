"""The city: what the swarm and Gamera do to its blocks, and the line that must not be overrun."""

import numpy as np

from game.sim.components import Block, Body
from game.sim.content.city import BLOCKS, BROKEN_BELOW
from game.sim.content.swarm import BLOCK_BITE
from game.sim.events import BlockDamaged, SoldiersCrossedLine
from game.sim.soldiers import SoldierState
from game.sim.units import GROUND_Y, TICKS_PER_SECOND
from game.sim.world import World

EVERY = 4  # ticks; on the beat after the swarm has counted its hosts
ON_BUILDING = 24.0  # px above the street: a soldier higher than this crawls on a wall or roof
TRUST_PER_STAGE = 8.0  # lost when Gamera himself breaks a block one stage further


def city(world: World) -> None:
    if world.beat % EVERY or not world.soldiers.count:
        return
    _gnaw(world)
    _cross_line(world)


def _gnaw(world: World) -> None:
    """Soldiers on a lit or dark building bite it."""
    soldiers = world.soldiers
    x, y = soldiers.position
    biting = y < GROUND_Y - ON_BUILDING
    biting &= soldiers.are(SoldierState.CRAWL)
    rows = biting.nonzero()[0]
    if not len(rows):
        return
    left_of_walls = np.sort(x.take(rows).astype(np.intp)).searchsorted(world.block_edges)
    on_each = (left_of_walls[1] - left_of_walls[0]).tolist()
    for on_it, (entity, block) in zip(on_each, world.entities.each(Block), strict=True):
        if on_it and block.stage < 2:
            damage = on_it * BLOCK_BITE * EVERY / TICKS_PER_SECOND
            _damage(world, entity, block, damage, by_gamera=False)


def damage_blocks(
    world: World, left: float, right: float, damage: float, above: float = GROUND_Y, *, by_gamera: bool = True
) -> None:
    """A blow on every standing block that reaches into [left, right] and up to y `above`."""
    for entity, block, body in world.entities.each(Block, Body):
        kind = BLOCKS[block.kind]
        reached = body.x + kind.width / 2 >= left and body.x - kind.width / 2 <= right
        if reached and block.stage < 2 and GROUND_Y - kind.height <= above:
            _damage(world, entity, block, damage, by_gamera=by_gamera)


def _damage(world: World, entity: int, block: Block, damage: float, *, by_gamera: bool) -> None:
    block.strength = max(0.0, block.strength - damage)
    full = BLOCKS[block.kind].strength
    stage = 2 if block.strength <= 0 else 1 if block.strength < full * BROKEN_BELOW else 0
    if stage == block.stage:
        return
    if by_gamera:
        world.tally.trust = max(0.0, world.tally.trust - TRUST_PER_STAGE * (stage - block.stage))
    block.stage = stage
    world.tally.blocks_lost += stage == 2
    world.events.append(BlockDamaged(entity, world.entities.get(Body, entity).x, stage, by_gamera))
    world.stand_roofs()
    world.sum_field()


def _cross_line(world: World) -> None:
    """Those past the line are gone into the city; enough of them and it is lost."""
    line = world.stage.line
    if line is None:
        return
    soldiers = world.soldiers
    past = soldiers.position[0] < np.float32(line.x)
    if not np.count_nonzero(past):
        return
    past &= soldiers.free()
    crossed = int(np.count_nonzero(past))
    if crossed:
        soldiers.keep(np.flatnonzero(~past))
        world.tally.crossed += crossed
        world.events.append(SoldiersCrossedLine(crossed, world.tally.crossed))
