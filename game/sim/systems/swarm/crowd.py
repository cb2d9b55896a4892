"""Thought 0: where am I, and which way is less crowded?"""

import numpy as np

from game.sim.content.swarm import CROWD_PUSH, CROWD_PUSH_MOST
from game.sim.field import ROWS
from game.sim.world import World


def feel_crowd(world: World) -> None:
    """Density on the field's cells, and each soldier's push toward the emptier neighbours."""
    soldiers, field = world.soldiers, world.field
    cell = field.cells_at(soldiers.position)
    soldiers.cell[:] = cell
    density = np.bincount(cell, minlength=field.bases.cells).astype(np.float32).reshape(ROWS, field.columns)
    push = np.zeros((ROWS, field.columns, 2), np.float32)
    most = np.float32(CROWD_PUSH_MOST)
    across = (density[:, :-2] - density[:, 2:]) * np.float32(CROWD_PUSH)
    push[:, 1:-1, 0] = np.minimum(np.maximum(across, -most), most)
    down = (density[:-2] - density[2:]) * np.float32(CROWD_PUSH)
    push[1:-1, :, 1] = np.minimum(np.maximum(down, -most), most)
    soldiers.push[:] = push.reshape(-1, 2).take(cell, axis=0).T
