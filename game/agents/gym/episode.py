"""One episode of a task: what `GameraEnv` and the vector environments share. Knows nothing of Gymnasium."""

from typing import Any

import numpy as np
import numpy.typing as npt

from game.agents.gym.actions import ActionMap, Choice
from game.agents.gym.observe import StateObserver
from game.agents.gym.pixels import PixelObserver
from game.agents.gym.render import Renderer
from game.agents.gym.reward import reward
from game.agents.simulate import tick_limit
from game.sim import Simulation
from game.sim.content.difficulty import DIFFICULTIES
from game.sim.stage_file import load_stage

OBSERVATIONS = ("state", "dict", "pixels")
Observation = npt.NDArray[np.float32] | npt.NDArray[np.uint8] | dict[str, npt.NDArray[np.float32]]


class Task:
    """What all episodes of an environment have in common: the stage, and how it is seen and played.

    StageError for a stage that cannot be used; ValueError, in one line, for any other option out of range.
    `max_ticks` ends an episode that nobody has won or lost; None takes the stage's own limit, or five minutes.
    """

    def __init__(
        self,
        stage: str,
        obs: str = "state",
        frame_skip: int = 4,
        difficulty: str = "normal",
        max_ticks: int | None = None,
    ) -> None:
        if obs not in OBSERVATIONS:
            raise ValueError(f"unknown obs '{obs}'; there are: {', '.join(OBSERVATIONS)}")
        if difficulty not in DIFFICULTIES:
            raise ValueError(f"unknown difficulty '{difficulty}'; there are: {', '.join(DIFFICULTIES)}")
        if frame_skip < 1:
            raise ValueError(f"frame_skip: expected 1 or more ticks, got {frame_skip}")
        if max_ticks is not None and max_ticks < 1:
            raise ValueError(f"max_ticks: expected 1 or more, got {max_ticks}")
        self.stage = load_stage(stage)
        self.obs = obs
        self.frame_skip = frame_skip
        self.difficulty = difficulty
        self.max_ticks = max_ticks
        self.actions = ActionMap(self.stage)
        self.state = StateObserver(self.stage)
        self.pixels = PixelObserver(self.stage)

    def begin(self, seed: int) -> "Episode":
        """The game of this seed, 0 to 2**32 - 1, before its first tick."""
        return Episode(self, Simulation(self.stage, seed, self.difficulty))

    def restore(self, state: bytes) -> "Episode":
        """The episode that goes on where `Episode.simulation.snapshot` was taken.

        SnapshotError if it is no snapshot; ValueError if it is one of another stage or difficulty.
        """
        simulation = Simulation.restore(state)
        world = simulation.world
        if world.stage != self.stage or world.options.difficulty != self.difficulty:
            raise ValueError(f"a state of '{world.stage.id}', {world.options.difficulty}; not of this environment")
        return Episode(self, simulation)


class Episode:
    """One game, decision by decision."""

    def __init__(self, task: Task, simulation: Simulation) -> None:
        self.task = task
        self.simulation = simulation
        self._limit = tick_limit(simulation.world) if task.max_ticks is None else task.max_ticks

    @property
    def terminated(self) -> bool:
        """Won or lost."""
        return self.simulation.outcome is not None

    @property
    def truncated(self) -> bool:
        """Out of time, neither won nor lost."""
        return not self.terminated and self.simulation.tick >= self._limit

    def decide(self, choice: Choice, watcher: Renderer | None = None) -> float:
        """Plays one decision, `frame_skip` ticks or fewer when the game ends before; its reward."""
        world, earned = self.simulation.world, 0.0
        for action in self.task.actions.ticks(choice, world, self.task.frame_skip):
            events = self.simulation.step(action)
            earned += reward(events)
            if watcher is not None:
                watcher.observe(world, events)
            if self.terminated or self.truncated:
                break
        return earned

    def observation(self) -> Observation:
        """What the agent sees now, in new arrays."""
        world = self.simulation.world
        match self.task.obs:
            case "pixels":
                return self.task.pixels.draw(world)
            case "dict":
                return self.task.state.groups(world)
            case _:
                return self.task.state.flat(world)

    def info(self) -> dict[str, Any]:
        """See `GameraEnv`."""
        world = self.simulation.world
        tally = world.tally
        return {
            "seed": world.seed,
            "tick": world.tick,
            "scene": world.direction.scene,
            "outcome": self.simulation.outcome or "",
            "reason": world.direction.reason,
            "score": tally.score,
            "trust": tally.trust,
            "vitality": world.gamera.vitality,
            "spawned": tally.spawned,
            "killed": tally.killed,
            "killed_by_lure": tally.killed_by_lure,
            "alive": world.soldiers.alive(),
            "crossed": tally.crossed,
            "blocks_lost": tally.blocks_lost,
        }
