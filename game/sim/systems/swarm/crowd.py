"""Thought 0: where am I, and which way is less crowded?"""

import numpy as np

from game.sim.content.swarm import CROWD_PUSH, CROWD_PUSH_MOST
from game.sim.field import ROWS
from game.sim.rng import single
from game.sim.world import World

_PUSH, _MOST, _LEAST = single(CROWD_PUSH), single(CROWD_PUSH_MOST), single(-CROWD_PUSH_MOST)


def feel_crowd(world: World) -> None:
    """Density on the field's cells, and each soldier's push toward the emptier neighbours."""
    soldiers, field = world.soldiers, world.field
    for block in soldiers.blocks():
        field.cells_at(block.position, out=block.cell)
    density = np.bincount(soldiers.cell, minlength=field.bases.cells).astype(np.float32)
    emptier = np.zeros((2, field.bases.cells), np.float32)
    np.subtract(density[:-2], density[2:], out=emptier[0, 1:-1])
    down = field.columns
    np.subtract(density[: -2 * down], density[2 * down :], out=emptier[1, down:-down])
    across = emptier[0].reshape(ROWS, field.columns)
    across[:, :: field.columns - 1] = 0  # their neighbour to one side is the other end of the next row
    for block in soldiers.blocks():
        push = block.push
        emptier[0].take(block.cell, out=push[0], mode="clip")  # "raise" would take by way of a copy
        emptier[1].take(block.cell, out=push[1], mode="clip")
        push *= _PUSH
        np.maximum(push, _LEAST, out=push)
        np.minimum(push, _MOST, out=push)
