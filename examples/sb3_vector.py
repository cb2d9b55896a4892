"""The game's vector environments as Stable-Baselines3 wants them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from gymnasium.vector import AutoresetMode
from stable_baselines3.common.vec_env import VecEnv

from game.agents.gym.vector import GameraVectorEnv
from game.agents.gym.workers import GameraWorkersEnv


class StableBaselinesEnv(VecEnv):
    """Wraps a vector environment made with `autoreset_mode=AutoresetMode.SAME_STEP`; ValueError for another mode."""

    def __init__(self, env: GameraVectorEnv | GameraWorkersEnv) -> None:
        if env.metadata["autoreset_mode"] is not AutoresetMode.SAME_STEP:
            raise ValueError("Stable-Baselines3 needs an environment in same-step mode")
        self.env = env
        self._actions = np.zeros(0)
        super().__init__(env.num_envs, env.single_observation_space, env.single_action_space)

    def reset(self) -> Any:
        observations, infos = self.env.reset(seed=self._seeds)
        self.reset_infos = self._rows(infos)
        self._reset_seeds()
        return observations

    def step_async(self, actions: np.ndarray) -> None:
        self._actions = actions

    def step_wait(self) -> tuple[Any, np.ndarray, np.ndarray, list[dict[str, Any]]]:
        observations, rewards, terminated, truncated, infos = self.env.step(self._actions)
        done = terminated | truncated
        rows = self._rows(infos)
        for number in np.flatnonzero(done):
            rows[number] = {
                **self._rows(infos["final_info"])[number],
                "terminal_observation": infos["final_obs"][number],
                "TimeLimit.truncated": bool(truncated[number]),
            }
        return observations, rewards, done, rows

    def close(self) -> None:
        self.env.close()

    def get_attr(self, attr_name: str, indices: Any = None) -> list[Any]:
        return [getattr(self.env, attr_name)] * len(self._get_indices(indices))

    def set_attr(self, attr_name: str, value: Any, indices: Any = None) -> None:
        raise NotImplementedError("the games of a vector environment are alike")

    def env_method(self, method_name: str, *args: Any, indices: Any = None, **kwargs: Any) -> list[Any]:
        raise NotImplementedError("the games of a vector environment cannot be called one by one")

    def env_is_wrapped(self, wrapper_class: type, indices: Any = None) -> list[bool]:
        return [False] * len(self._get_indices(indices))

    def _rows(self, infos: dict[str, Any]) -> list[dict[str, Any]]:
        """One dictionary a game, from one array a key."""
        keys = [key for key in infos if not key.startswith("_") and not key.startswith("final_")]
        columns: Sequence[Any] = [infos[key].tolist() for key in keys]
        return [dict(zip(keys, row, strict=True)) for row in zip(*columns, strict=True)]
