"""The swarm: everybody moves every tick, and everybody thinks one kind of thought a tick, four in turn.

Thinking by kind rather than by row keeps each pass one sweep over whole columns (three times cheaper at a thousand),
and 15 thoughts a second is faster than an insect needs.
"""

import numpy as np

from game.sim.soldiers import SoldierState
from game.sim.systems.swarm.crowd import feel_crowd
from game.sim.systems.swarm.decide import change_minds
from game.sim.systems.swarm.hosts import tend_hosts
from game.sim.systems.swarm.steer import steer
from game.sim.units import GROUND_Y, SECONDS_PER_TICK
from game.sim.world import World

THOUGHTS = (feel_crowd, steer, change_minds, tend_hosts)
EDGE_X = 4.0  # px; nobody leaves the stage
TOP_Y = 8.0
FLOOR_Y = GROUND_Y - 4.0
MIDDLE = 56.0  # px above his feet: the point clingers are measured from


def swarm(world: World) -> None:
    thought = THOUGHTS[world.beat & 3]
    if world.soldiers.count:
        move(world)
        thought(world)
    elif thought is tend_hosts:
        tend_hosts(world)  # the wires must learn that they are empty


def move(world: World) -> None:
    """Velocity takes up a share of the wish, position follows; clingers go where he goes."""
    soldiers = world.soldiers
    position, velocity = soldiers.position, soldiers.velocity
    change = soldiers.wish - velocity
    change *= soldiers.response
    velocity += change
    np.multiply(velocity, np.float32(SECONDS_PER_TICK), out=change)
    position += change
    x, y = position
    np.maximum(x, EDGE_X, out=x)
    np.minimum(x, world.stage.width - EDGE_X - 1, out=x)
    np.maximum(y, TOP_Y, out=y)
    np.minimum(y, FLOOR_Y, out=y)
    if world.gamera.clinging:
        clinging = soldiers.state == SoldierState.CLING
        body = world.gamera_body
        np.copyto(x, soldiers.offset[0] + np.float32(body.x), where=clinging)
        np.copyto(y, soldiers.offset[1] + np.float32(body.y - MIDDLE), where=clinging)
