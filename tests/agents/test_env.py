"""The Gymnasium environment: its contract with Gymnasium, with Stable-Baselines3, and with the game."""

import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env

from game.agents.gym.actions import Deed
from game.agents.gym.env import GameraEnv
from game.agents.gym.registration import STAGES, register_environments
from game.sim import Simulation, SnapshotError, StageError

IDS = tuple(f"GameraLegion/{stage.capitalize()}-v0" for stage in STAGES)
NOTHING = np.array([1, 1, Deed.NOTHING, 0])
WALK_AND_CLAW = np.array([2, 1, Deed.CLAW, 0])
LIGHT_FIRST_LINE = np.array([1, 1, Deed.NOTHING, 1])


def play(env: GameraEnv, decisions: int, action: np.ndarray = WALK_AND_CLAW) -> list[Any]:
    return [env.step(action) for _ in range(decisions)]


def digest(env: GameraEnv) -> str:
    return env.episode.simulation.digest()


def test_the_environments_are_known_without_importing_the_project() -> None:
    script = (
        "import sys, gymnasium\n"
        "assert 'game.agents.gym.env' not in sys.modules\n"
        "env = gymnasium.make('GameraLegion/Tokyo-v0')\n"
        "print(env.reset(seed=7)[1]['seed'])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout == "7\n", done.stderr


def test_the_game_needs_no_gymnasium() -> None:
    script = "import sys; sys.modules['gymnasium'] = None\nfrom game.cli import main\nmain(['stages'])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_registering_twice_is_no_error() -> None:
    register_environments()
    assert set(IDS) <= set(gymnasium.registry)


@pytest.mark.parametrize("obs", ["state", "dict", "pixels"])
@pytest.mark.parametrize("name", IDS)
def test_gymnasium_finds_nothing_to_complain_of(name: str, obs: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        check_env(gymnasium.make(name, obs=obs).unwrapped, skip_render_check=name != "GameraLegion/Tokyo-v0")


@pytest.mark.parametrize("obs", ["state", "dict", "pixels"])
@pytest.mark.parametrize("name", IDS)
def test_stable_baselines_finds_nothing_to_complain_of(name: str, obs: str) -> None:
    checker = pytest.importorskip("stable_baselines3.common.env_checker")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        checker.check_env(gymnasium.make(name, obs=obs))


def test_a_seed_plays_the_game_of_that_seed() -> None:
    env, simulation = GameraEnv("tokyo"), Simulation("tokyo", seed=7)
    env.reset(seed=7)
    play(env, 5, NOTHING)
    for _ in range(20):
        simulation.step()
    assert digest(env) == simulation.digest()


def test_seed_and_actions_fix_everything_the_next_episodes_too() -> None:
    def run() -> list[str]:
        env, digests = GameraEnv("tokyo"), []
        for seed in (3, None, None):
            env.reset(seed=seed)
            play(env, 20)
            digests.append(digest(env))
        return digests

    first = run()
    assert first == run()
    assert len(set(first)) == 3


@pytest.mark.parametrize("frame_skip", [1, 4, 7])
def test_a_decision_lasts_as_many_ticks_as_asked(frame_skip: int) -> None:
    env = GameraEnv("tokyo", frame_skip=frame_skip)
    env.reset(seed=1)
    assert env.step(NOTHING)[4]["tick"] == frame_skip


def test_an_episode_that_is_won_is_terminated_and_pays(short_stage: Path) -> None:
    env = GameraEnv(str(short_stage))
    env.reset(seed=1)
    *before, (_, earned, terminated, truncated, info) = play(env, 8)
    assert not any(step[2] for step in before)
    assert (terminated, truncated, info["outcome"], info["tick"]) == (True, False, "won", 31)
    assert earned == pytest.approx(10.0)


def test_an_episode_out_of_time_is_truncated() -> None:
    env = GameraEnv("tokyo", max_ticks=10)
    env.reset(seed=1)
    assert [step[2:4] for step in play(env, 3)] == [(False, False), (False, False), (False, True)]


def test_a_restored_state_goes_on_bit_for_bit() -> None:
    env, twin = GameraEnv("tokyo"), GameraEnv("tokyo")
    env.reset(seed=5)
    play(env, 30)
    state = env.clone_state()
    seen = twin.restore_state(state)
    assert np.array_equal(seen, env.episode.observation())
    mine, its = play(env, 50), play(twin, 50)
    assert digest(env) == digest(twin)
    assert all(np.array_equal(a[0], b[0]) and a[1:4] == b[1:4] for a, b in zip(mine, its, strict=True))


def test_restoring_takes_an_episode_back() -> None:
    env = GameraEnv("tokyo")
    env.reset(seed=5)
    play(env, 10)
    state, before = env.clone_state(), digest(env)
    play(env, 10)
    env.restore_state(state)
    assert digest(env) == before


@pytest.mark.parametrize(("stage", "difficulty"), [("swarm", "normal"), ("tokyo", "story")])
def test_a_state_of_another_game_is_refused(stage: str, difficulty: str) -> None:
    other, env = GameraEnv(stage, difficulty=difficulty), GameraEnv("tokyo")
    other.reset(seed=1)
    with pytest.raises(ValueError, match="not of this environment"):
        env.restore_state(other.clone_state())


def test_a_damaged_state_is_refused() -> None:
    env = GameraEnv("tokyo")
    env.reset(seed=1)
    state = bytearray(env.clone_state())
    state[100] ^= 1
    with pytest.raises(SnapshotError):
        env.restore_state(bytes(state))


def test_nothing_is_played_before_the_first_reset() -> None:
    with pytest.raises(RuntimeError, match="reset"):
        GameraEnv("tokyo").step(NOTHING)


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"stage": "osaka"}, StageError, "unknown stage 'osaka'"),
        ({"obs": "smell"}, ValueError, "unknown obs 'smell'"),
        ({"frame_skip": 0}, ValueError, "frame_skip: expected 1 or more"),
        ({"difficulty": "mad"}, ValueError, "unknown difficulty 'mad'"),
        ({"max_ticks": 0}, ValueError, "max_ticks: expected 1 or more"),
        ({"render_mode": "ascii"}, ValueError, "unknown render_mode 'ascii'"),
    ],
)
def test_an_argument_out_of_range_is_named(arguments: dict[str, Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        GameraEnv(**arguments)


def test_a_frame_is_the_games_own_picture_and_drawing_it_changes_nothing() -> None:
    env, blind = GameraEnv("tokyo", render_mode="rgb_array"), GameraEnv("tokyo")
    for each in (env, blind):
        each.reset(seed=2)
    for _ in range(10):
        env.step(LIGHT_FIRST_LINE)
        frame = env.render()
        blind.step(LIGHT_FIRST_LINE)
    assert frame is not None
    assert (frame.shape, frame.dtype) == ((360, 640, 3), np.uint8)
    assert len(np.unique(frame.reshape(-1, 3), axis=0)) > 30
    assert digest(env) == digest(blind)
    assert blind.render() is None


def test_a_window_shows_the_game_and_closes() -> None:
    env = GameraEnv("tokyo", frame_skip=1, render_mode="human")
    env.reset(seed=2)
    play(env, 2)
    assert env.render() is None
    env.close()
    env.close()


def test_frames_come_at_the_pace_of_decisions() -> None:
    assert GameraEnv("tokyo", frame_skip=6).metadata["render_fps"] == 10
