"""Many games side by side in one process, as a Gymnasium vector environment."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from gymnasium.utils import seeding
from gymnasium.vector import AutoresetMode, VectorEnv
from gymnasium.vector.utils import batch_space

from game.agents.gym.env import SEEDS
from game.agents.gym.episode import Episode, Task
from game.agents.gym.spaces import action_space, observation_space

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Step = tuple[Any, Floats, Flags, Flags, dict[str, Any]]


class GameraVectorEnv(VectorEnv[Any, Any, Any]):
    """`num_envs` games of one stage, stepped in turn. Spaces, rewards and info are those of `GameraEnv`.

    Game i of `reset(seed=s)` plays what a `GameraEnv` plays after `reset(seed=s + i)`, its later episodes included.
    Next-step autoreset by default: the step after an episode's end ignores the action and begins the next, reward 0.
    `autoreset_mode="SameStep"` begins it within the last step, whose own observation and info are then
    `info["final_obs"]` and `info["final_info"]`. ValueError, in one line, for an argument out of range.
    """

    def __init__(
        self,
        num_envs: int = 1,
        stage: str = "tokyo",
        obs: str = "state",
        frame_skip: int = 4,
        difficulty: str = "normal",
        max_ticks: int | None = None,
        autoreset_mode: str | AutoresetMode = AutoresetMode.NEXT_STEP,
    ) -> None:
        if num_envs < 1:
            raise ValueError(f"num_envs: expected 1 or more, got {num_envs}")
        self.autoreset_mode = AutoresetMode(autoreset_mode)
        if self.autoreset_mode is AutoresetMode.DISABLED:
            raise ValueError("autoreset_mode: expected NextStep or SameStep")
        self.task = Task(stage, obs, frame_skip, difficulty, max_ticks)
        self.num_envs = num_envs
        self.metadata = {"render_modes": [], "autoreset_mode": self.autoreset_mode}
        self.single_observation_space = observation_space(self.task)
        self.single_action_space = action_space(self.task)
        self.observation_space = batch_space(self.single_observation_space, num_envs)
        self.action_space = batch_space(self.single_action_space, num_envs)
        self._generators = [seeding.np_random()[0] for _ in range(num_envs)]
        self._episodes: list[Episode] = []

    def reset(
        self, *, seed: int | Sequence[int | None] | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Any, dict[str, Any]]:
        seeds = seeds_of(seed, self.num_envs)
        self._episodes = [self._begin(number, first) for number, first in enumerate(seeds)]
        infos: dict[str, Any] = {}
        for number, episode in enumerate(self._episodes):
            infos = self._add_info(infos, episode.info(), number)
        return _stack([episode.observation() for episode in self._episodes]), infos

    def step(self, actions: npt.NDArray[np.int64]) -> Step:
        """RuntimeError before the first reset."""
        if not self._episodes:
            raise RuntimeError("call reset() first")
        rewards = np.zeros(self.num_envs)
        terminated, truncated = np.zeros(self.num_envs, np.bool_), np.zeros(self.num_envs, np.bool_)
        infos: dict[str, Any] = {}
        for number, episode in enumerate(self._episodes):
            if episode.terminated or episode.truncated:  # only in next-step mode does a finished one remain
                self._episodes[number] = self._begin(number)
            else:
                rewards[number] = episode.decide(actions[number])
                terminated[number], truncated[number] = episode.terminated, episode.truncated
                ended = terminated[number] or truncated[number]
                if ended and self.autoreset_mode is AutoresetMode.SAME_STEP:
                    final = {"final_obs": episode.observation(), "final_info": episode.info()}
                    infos = self._add_info(infos, final, number)
                    self._episodes[number] = self._begin(number)
            infos = self._add_info(infos, self._episodes[number].info(), number)
        return _stack([episode.observation() for episode in self._episodes]), rewards, terminated, truncated, infos

    def _begin(self, number: int, seed: int | None = None) -> Episode:
        if seed is not None:
            self._generators[number] = seeding.np_random(seed)[0]
            return self.task.begin(seed % SEEDS)
        return self.task.begin(int(self._generators[number].integers(SEEDS)))


def _stack(observations: list[Any]) -> Any:
    """One array of a row a game, or a dictionary of such arrays."""
    if isinstance(observations[0], dict):
        return {name: np.stack([seen[name] for seen in observations]) for name in observations[0]}
    return np.stack(observations)


def seeds_of(seed: int | Sequence[int | None] | None, count: int) -> list[int | None]:
    """One seed a game: counting up from an int; none from None. ValueError for a list of another length."""
    if seed is None:
        return [None] * count
    if isinstance(seed, int):
        return [seed + number for number in range(count)]
    if len(seed) != count:
        raise ValueError(f"seed: expected {count} seeds, got {len(seed)}")
    return list(seed)
