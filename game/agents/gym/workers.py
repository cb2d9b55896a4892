"""Many games side by side across processes, as a Gymnasium vector environment."""

import multiprocessing
from collections.abc import Sequence
from itertools import pairwise
from multiprocessing.connection import Connection
from typing import Any

import numpy as np
import numpy.typing as npt
from gymnasium.vector import VectorEnv
from gymnasium.vector.utils import batch_space

from game.agents.gym.vector import GameraVectorEnv, Step, seeds_of

JOIN_SECONDS = 5.0  # a worker is given to end by itself


class GameraWorkersEnv(VectorEnv[Any, Any, Any]):
    """`num_envs` games dealt out to `workers` processes, each a `GameraVectorEnv` of its share.

    Plays exactly what one `GameraVectorEnv` of all of them would; further arguments are its own. The processes are
    started afresh, so a script that makes one needs `if __name__ == "__main__":`. Call `close` when done.
    RuntimeError when a worker has died.
    """

    def __init__(self, num_envs: int, workers: int = 2, **arguments: Any) -> None:
        if not 1 <= workers <= num_envs:
            raise ValueError(f"workers: expected 1 to {num_envs}, got {workers}")
        alike = GameraVectorEnv(1, **arguments)
        self.num_envs = num_envs
        self.metadata = alike.metadata
        self.single_observation_space = alike.single_observation_space
        self.single_action_space = alike.single_action_space
        self.observation_space = batch_space(alike.single_observation_space, num_envs)
        self.action_space = batch_space(alike.single_action_space, num_envs)
        bounds = [num_envs * number // workers for number in range(workers + 1)]
        self._shares = [slice(left, right) for left, right in pairwise(bounds)]
        context = multiprocessing.get_context("spawn")  # forking would copy locks of threads that torch has running
        self._pipes: list[Connection] = []
        self._processes = []
        for share in self._shares:
            ours, theirs = context.Pipe()
            count = share.stop - share.start
            process = context.Process(target=_work, args=(theirs, count, arguments), daemon=True)
            process.start()
            theirs.close()
            self._pipes.append(ours)
            self._processes.append(process)

    def reset(
        self, *, seed: int | Sequence[int | None] | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Any, dict[str, Any]]:
        seeds = seeds_of(seed, self.num_envs)
        replies = self._ask([("reset", seeds[share]) for share in self._shares])
        observations, infos = zip(*replies, strict=True)
        return _join(observations), self._join_infos(infos)

    def step(self, actions: npt.NDArray[np.int64]) -> Step:
        replies = self._ask([("step", actions[share]) for share in self._shares])
        observations, rewards, terminated, truncated, infos = zip(*replies, strict=True)
        return (
            _join(observations),
            np.concatenate(rewards),
            np.concatenate(terminated),
            np.concatenate(truncated),
            self._join_infos(infos),
        )

    def close_extras(self, **arguments: Any) -> None:
        for pipe in self._pipes:
            pipe.close()  # the worker's next read finds the end
        for process in self._processes:
            process.join(JOIN_SECONDS)
            if process.is_alive():
                process.terminate()

    def _ask(self, requests: Sequence[tuple[str, Any]]) -> list[Any]:
        """Sends each worker its request, and waits for all answers."""
        try:
            for pipe, request in zip(self._pipes, requests, strict=True):
                pipe.send(request)
            return [pipe.recv() for pipe in self._pipes]
        except (EOFError, OSError):
            raise RuntimeError("a worker has died; its own error is above") from None

    def _join_infos(self, parts: Sequence[dict[str, Any]]) -> dict[str, Any]:
        """The workers' infos as one. A key that some of them lack is empty there, as its mask `_key` says."""
        joined: dict[str, Any] = {}
        for part, share in zip(parts, self._shares, strict=True):
            _insert(joined, part, share, self.num_envs)
        return joined


def _insert(joined: dict[str, Any], part: dict[str, Any], share: slice, count: int) -> None:
    for key, values in part.items():
        if isinstance(values, dict):
            _insert(joined.setdefault(key, {}), values, share, count)
            continue
        if key not in joined:
            empty = None if values.dtype == object else 0
            joined[key] = np.full((count, *values.shape[1:]), empty, values.dtype)
        joined[key][share] = values


def _join(parts: Sequence[Any]) -> Any:
    if isinstance(parts[0], dict):
        return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    return np.concatenate(parts)


def _work(pipe: Connection, num_envs: int, arguments: dict[str, Any]) -> None:
    """A worker's life: answers `reset` and `step` until the other end is closed."""
    env = GameraVectorEnv(num_envs, **arguments)
    while True:
        try:
            request, content = pipe.recv()
        except EOFError:
            return
        pipe.send(env.reset(seed=content) if request == "reset" else env.step(content))
