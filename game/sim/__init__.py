"""The rules of the game. No window, no clock, no thread; the only file read is the stage's."""

from game.sim.action import IDLE, Action, Button, GridVerb
from game.sim.simulation import Simulation
from game.sim.snapshot import SnapshotError
from game.sim.stage_file import StageError

__all__ = ["IDLE", "Action", "Button", "GridVerb", "Simulation", "SnapshotError", "StageError"]
