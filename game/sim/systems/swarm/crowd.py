"""Thought 0: where am I, and which way is less crowded?"""

import numpy as np

from game.sim.content.swarm import CROWD_PUSH, CROWD_PUSH_MOST
from game.sim.field import ROWS
from game.sim.world import World


def feel_crowd(world: World) -> None:
    """Density on the field's cells, and each soldier's push toward the emptier neighbours."""
    soldiers, field = world.soldiers, world.field
    for block in soldiers.blocks():
        block.cell[:] = field.cells_at(block.position)
    density = np.bincount(soldiers.cell, minlength=field.bases.cells).astype(np.float32)
    push = np.zeros((2, field.bases.cells), np.float32)
    np.subtract(density[:-2], density[2:], out=push[0, 1:-1])
    down = 2 * field.columns
    np.subtract(density[:-down], density[down:], out=push[1, field.columns : -field.columns])
    push *= CROWD_PUSH
    np.maximum(push, -CROWD_PUSH_MOST, out=push)
    np.minimum(push, CROWD_PUSH_MOST, out=push)
    across = push[0].reshape(ROWS, field.columns)
    across[:, 0] = across[:, -1] = 0  # their neighbour to one side is the other end of the next row
    for block in soldiers.blocks():
        block.push[:] = push.take(block.cell, axis=1)
