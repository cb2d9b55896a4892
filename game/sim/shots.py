"""Gamera's fireballs in flight."""

import numpy as np
import numpy.typing as npt

from game.sim.rng import Floats
from game.sim.table import Column, Table


class Shots(Table):
    """One row a fireball. It bursts on soldiers, on the ground, or at the end of its range."""

    columns = (
        Column("position", np.float32, 2),  # px
        Column("velocity", np.float32, 2),  # px/s
        Column("level", np.uint8),  # 1 to 3: how long it was charged
        Column("dies_at", np.int32),  # tick at which it bursts by itself
        Column("uid", np.uint32),
    )
    position: Floats
    velocity: Floats
    level: npt.NDArray[np.uint8]
    dies_at: npt.NDArray[np.int32]

    def launch(self, x: float, y: float, vx: float, vy: float, level: int, dies_at: int) -> None:
        row = self.append(1)
        self.position[:, row] = [[x], [y]]
        self.velocity[:, row] = [[vx], [vy]]
        self.level[row] = level
        self.dies_at[row] = dies_at
