"""The example that trains: its bridge to Stable-Baselines3, and that it runs to its end."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from game.agents.gym.vector import GameraVectorEnv

pytest.importorskip("stable_baselines3")

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_bridge_hands_over_the_last_sight_of_a_game(short_stage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLES))
    from sb3_vector import StableBaselinesEnv

    env = StableBaselinesEnv(GameraVectorEnv(2, str(short_stage), frame_skip=20, autoreset_mode="SameStep"))
    env.seed(3)
    env.reset()
    assert [info["seed"] for info in env.reset_infos] == [3, 4]
    action = np.array([[2, 1, 0, 0]] * 2)
    assert not env.step(action)[2].any()
    observations, rewards, done, infos = env.step(action)
    assert done.all()
    assert rewards == pytest.approx([10.0, 10.0])
    assert [(info["outcome"], info["tick"]) for info in infos] == [("won", 31)] * 2
    assert not np.array_equal(infos[0]["terminal_observation"], observations[0])
    assert not infos[0]["TimeLimit.truncated"]


def test_the_bridge_takes_only_same_step_environments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLES))
    from sb3_vector import StableBaselinesEnv

    with pytest.raises(ValueError, match="same-step"):
        StableBaselinesEnv(GameraVectorEnv(1))


@pytest.mark.slow
def test_training_leaves_a_policy_a_curve_and_a_comparison(short_stage: Path, tmp_path: Path) -> None:
    out = tmp_path / "runs" / "short"
    arguments = ["--stage", str(short_stage), "--minutes", "0.1", "--envs", "4", "--games", "2", "--out", str(out)]
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "train_ppo.py"), *arguments], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert all(out.with_suffix(suffix).stat().st_size for suffix in (".zip", ".csv", ".png"))
    assert json.loads(out.with_suffix(".json").read_text())["means"]["trained"]["won"] == 1.0
