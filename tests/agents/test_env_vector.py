"""Many games side by side, in one process and across processes: each plays what it would play alone."""

from typing import Any

import gymnasium
import numpy as np
import pytest
from gymnasium.vector import AutoresetMode

from game.agents.gym.env import GameraEnv
from game.agents.gym.vector import GameraVectorEnv
from game.agents.gym.workers import GameraWorkersEnv

GAMES = 3
SHORT = 24  # ticks: six decisions


def choices(env: gymnasium.vector.VectorEnv, count: int, seed: int = 0) -> list[Any]:
    env.action_space.seed(seed)
    return [env.action_space.sample() for _ in range(count)]


def same(one: Any, other: Any) -> bool:
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, tuple) or (isinstance(one, np.ndarray) and one.dtype == object):
        return all(same(a, b) for a, b in zip(one, other, strict=True))
    return bool(np.array_equal(one, other))


def test_it_is_what_gymnasium_makes_of_the_id() -> None:
    env = gymnasium.make_vec("GameraLegion/Tokyo-v0", num_envs=2, frame_skip=8)
    assert isinstance(env, GameraVectorEnv)
    assert env.metadata["autoreset_mode"] is AutoresetMode.NEXT_STEP
    observations, _ = env.reset(seed=1)
    assert observations in env.observation_space


@pytest.mark.parametrize("obs", ["state", "dict", "pixels"])
@pytest.mark.parametrize("mode", [AutoresetMode.NEXT_STEP, AutoresetMode.SAME_STEP])
def test_it_plays_as_gymnasiums_own_vector_of_single_environments(obs: str, mode: AutoresetMode) -> None:
    arguments: dict[str, Any] = {"obs": obs, "max_ticks": SHORT}
    ours = GameraVectorEnv(GAMES, "tokyo", autoreset_mode=mode, **arguments)
    theirs = gymnasium.vector.SyncVectorEnv(
        [lambda: GameraEnv("tokyo", **arguments) for _ in range(GAMES)], autoreset_mode=mode
    )
    assert same(ours.reset(seed=4), theirs.reset(seed=4))
    for action in choices(ours, 15):
        assert same(ours.step(action), theirs.step(action))


def test_the_step_after_an_end_begins_the_next_episode() -> None:
    env = GameraVectorEnv(1, "tokyo", max_ticks=8)
    env.reset(seed=4)
    action = np.array([[1, 1, 0, 0]])
    steps = [env.step(action) for _ in range(3)]
    assert [bool(step[3][0]) for step in steps] == [False, True, False]
    assert [int(step[4]["tick"][0]) for step in steps] == [4, 8, 0]


def test_in_same_step_mode_the_last_sight_of_an_episode_is_in_the_info() -> None:
    env = GameraVectorEnv(2, "tokyo", max_ticks=8, autoreset_mode="SameStep")
    env.reset(seed=4)
    action = np.array([[1, 1, 0, 0]] * 2)
    env.step(action)
    observations, _, _, truncated, infos = env.step(action)
    assert truncated.all()
    assert infos["tick"].tolist() == [0, 0]
    assert infos["final_info"]["tick"].tolist() == [8, 8]
    assert not np.array_equal(infos["final_obs"][0], observations[0])


@pytest.mark.parametrize("mode", ["NextStep", "SameStep"])
def test_workers_play_what_one_process_plays(mode: str) -> None:
    arguments: dict[str, Any] = {"stage": "tokyo", "max_ticks": SHORT, "autoreset_mode": mode}
    alone, dealt = GameraVectorEnv(GAMES, **arguments), GameraWorkersEnv(GAMES, workers=2, **arguments)
    try:
        assert same(alone.reset(seed=9), dealt.reset(seed=9))
        for action in choices(alone, 10):
            assert same(alone.step(action), dealt.step(action))
    finally:
        dealt.close()


def test_a_worker_that_died_is_an_error_and_no_hang() -> None:
    env = GameraWorkersEnv(2, workers=2, stage="tokyo")
    try:
        env.reset(seed=1)
        env._processes[1].terminate()
        env._processes[1].join()
        with pytest.raises(RuntimeError, match="a worker has died"):
            env.step(np.array([[1, 1, 0, 0]] * 2))
    finally:
        env.close()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"num_envs": 0}, "num_envs: expected 1 or more"),
        ({"autoreset_mode": "Disabled"}, "autoreset_mode: expected NextStep or SameStep"),
    ],
)
def test_an_argument_out_of_range_is_named(arguments: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        GameraVectorEnv(**arguments)


def test_there_are_no_more_workers_than_games() -> None:
    with pytest.raises(ValueError, match="workers: expected 1 to 2, got 3"):
        GameraWorkersEnv(2, workers=3)


def test_as_many_seeds_as_games_are_taken() -> None:
    env = GameraVectorEnv(2)
    assert env.reset(seed=[5, 9])[1]["seed"].tolist() == [5, 9]
    with pytest.raises(ValueError, match="expected 2 seeds, got 1"):
        env.reset(seed=[5])
