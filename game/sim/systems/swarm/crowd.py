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
    density = np.bincount(soldiers.cell, minlength=field.bases.cells).astype(np.float32).reshape(ROWS, field.columns)
    emptier = np.zeros((2, ROWS, field.columns), np.float32)  # at the rim nobody is pushed
    np.subtract(density[:, :-2], density[:, 2:], out=emptier[0, :, 1:-1])
    np.subtract(density[:-2], density[2:], out=emptier[1, 1:-1])
    by_cell = emptier.reshape(2, -1)
    for block in soldiers.blocks():
        push = block.push
        by_cell[0].take(block.cell, out=push[0], mode="clip")  # "raise" would take by way of a copy
        by_cell[1].take(block.cell, out=push[1], mode="clip")
        push *= _PUSH
        np.maximum(push, _LEAST, out=push)
        np.minimum(push, _MOST, out=push)
