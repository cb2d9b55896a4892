"""Puts soldiers into a game before its first tick, for measurements and for the lab."""

import numpy as np

from game.sim import Simulation
from game.sim.rng import Dice
from game.sim.soldiers import SoldierState

TOP, BOTTOM = 40.0, 284.0  # y between which they hover at first
SALT = 0x4D555354  # keeps these dice apart from the game's own


def muster(simulation: Simulation, count: int, left: float, right: float) -> None:
    """Adds `count` flying soldiers, spread evenly by luck over x from `left` to `right` px."""
    if not count:
        return
    world = simulation.world
    dice = Dice.seeded(world.seed + SALT)
    x = np.array([dice.between(left, right) for _ in range(count)], np.float32)
    y = np.array([dice.between(TOP, BOTTOM) for _ in range(count)], np.float32)
    world.soldiers.spawn(x, y, SoldierState.FLY, world.seed)
    world.tally.spawned += count


def muster_on_stage(simulation: Simulation, count: int) -> None:
    """Spreads them over the whole stage, but on the swarm's side of the city line."""
    stage = simulation.world.stage
    left = stage.line.x if stage.line is not None else 0.0
    muster(simulation, count, left + 0.1 * (stage.width - left), float(stage.width))
