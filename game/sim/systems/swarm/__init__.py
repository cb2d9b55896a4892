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
    np.maximum(position, np.array([[EDGE_X], [TOP_Y]], np.float32), out=position)
    np.minimum(position, np.array([[world.stage.width - EDGE_X - 1], [FLOOR_Y]], np.float32), out=position)
    if world.gamera.clinging:
        rows = np.flatnonzero(soldiers.state == SoldierState.CLING)
        body = world.gamera_body
        position[0, rows] = soldiers.offset[0, rows] + np.float32(body.x)
        position[1, rows] = soldiers.offset[1, rows] + np.float32(body.y - MIDDLE)
