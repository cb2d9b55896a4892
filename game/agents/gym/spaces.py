"""The Gymnasium spaces of a task."""

from typing import Any

import numpy as np
import numpy.typing as npt
from gymnasium import spaces

from game.agents.gym import pixels
from game.agents.gym.episode import Task


def observation_space(task: Task) -> spaces.Space[Any]:
    if task.obs == "pixels":
        return spaces.Box(0, 255, pixels.SHAPE, np.uint8)
    if task.obs == "dict":
        return spaces.Dict({name: _within_one(size) for name, size in task.state.sizes.items()})
    return _within_one(sum(task.state.sizes.values()))


def action_space(task: Task) -> spaces.Space[npt.NDArray[np.int64]]:
    return spaces.MultiDiscrete(np.array(task.actions.sizes))


def _within_one(size: int) -> spaces.Box:
    return spaces.Box(-1.0, 1.0, (size,), np.float32)
