"""The swarm: everybody moves every tick, and everybody thinks one kind of thought a tick, four in turn.

Thinking by kind rather than by row keeps each pass one sweep over whole columns (three times cheaper at a thousand),
and 15 thoughts a second is faster than an insect needs. Only where there are too many for one block do the blocks take
their turns at the two dear thoughts one tick apart, so that no tick bears all of them.
"""

import numpy as np

from game.sim.rng import single
from game.sim.soldiers import FIRST_DEAD, SoldierState
from game.sim.systems.swarm.crowd import feel_crowd
from game.sim.systems.swarm.decide import change_minds
from game.sim.systems.swarm.hosts import tend_hosts
from game.sim.systems.swarm.steer import steer
from game.sim.units import GROUND_Y, SECONDS_PER_TICK
from game.sim.world import World

CROWD, STEER, DECIDE, HOSTS = range(4)  # the thoughts, in turn
EDGE_X = 4.0  # px; nobody leaves the stage
TOP_Y = 8.0
FLOOR_Y = GROUND_Y - 4.0
MIDDLE = 56.0  # px above his feet: the point clingers are measured from
_EDGE_X, _TOP_Y, _FLOOR_Y, _TICK = single(EDGE_X), single(TOP_Y), single(FLOOR_Y), single(SECONDS_PER_TICK)


def swarm(world: World) -> None:
    turn = world.beat & 3
    if world.soldiers.count:
        move(world)
        if turn == CROWD:
            feel_crowd(world)
        for number, block in enumerate(world.soldiers.blocks()):
            blocks_turn = (turn + number) & 3
            if blocks_turn == STEER:
                steer(world, block)
            elif blocks_turn == DECIDE:
                change_minds(world, block)
        if turn == DECIDE and any(world.soldiers.any_are(state) for state in (SoldierState.BURN, SoldierState.FALL)):
            vanish(world)
    if turn == HOSTS:
        tend_hosts(world)  # though nobody is left: the wires must learn that they are empty


def move(world: World) -> None:
    """Velocity takes up a share of the wish, position follows; clingers go where he goes."""
    soldiers = world.soldiers
    position, velocity = soldiers.position, soldiers.velocity
    change = soldiers.wish - velocity
    change *= soldiers.response
    velocity += change
    np.multiply(velocity, _TICK, out=change)
    position += change
    x, y = position[0], position[1]
    np.maximum(x, _EDGE_X, out=x)
    np.minimum(x, single(world.stage.width - EDGE_X - 1), out=x)
    np.maximum(y, _TOP_Y, out=y)
    np.minimum(y, _FLOOR_Y, out=y)
    if world.gamera.clinging:
        rows = soldiers.who_are(SoldierState.CLING)
        offset_x, offset_y = soldiers.offset.take(rows, axis=1)
        body = world.gamera_body
        x[rows] = offset_x + single(body.x)
        y[rows] = offset_y + single(body.y - MIDDLE)


def vanish(world: World) -> None:
    """The dead whose time is over leave the table."""
    soldiers = world.soldiers
    gone = soldiers.state >= FIRST_DEAD
    gone &= soldiers.ready_at <= world.tick
    if np.count_nonzero(gone):
        soldiers.keep((~gone).nonzero()[0])
