"""Teaches an agent to hold Tokyo: PPO of Stable-Baselines3 on the processor, in ten minutes on two cores.

    pip install '.[train]'
    python examples/train_ppo.py --out runs/tokyo

Writes `<out>.zip` (the policy), `<out>.csv` and `<out>.png` (the curve) and `<out>.json`: what it cost, and how the
policy, choices at random and the bots `random` and `operator` do on games of seeds that were never trained on.
"""

import argparse
import csv
import json
import os
import time
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from curve import draw_curve
from gymnasium.vector import AutoresetMode
from sb3_vector import StableBaselinesEnv
from stable_baselines3 import PPO
from stable_baselines3.common.callbacks import BaseCallback
from stable_baselines3.common.vec_env import VecMonitor, VecNormalize

from game.agents.bots import make_bot
from game.agents.gym.episode import Task
from game.agents.gym.reward import reward
from game.agents.gym.workers import GameraWorkersEnv
from game.sim import Simulation

RECENT = 60  # episodes a point of the curve is the mean of
FIRST_TEST_SEED = 1_000_000  # far above those of training
SETTINGS: dict[str, Any] = {
    "n_steps": 128,  # decisions of each game between two updates: 17 s of play
    "batch_size": 512,
    "n_epochs": 4,
    "learning_rate": 5e-4,
    "gamma": 0.995,  # looks half a minute ahead: light a line, let it fill, surge
    "gae_lambda": 0.95,
    "ent_coef": 0.005,
    "policy_kwargs": {"net_arch": [128, 128]},
}

Policy = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Result:
    """One finished game."""

    reward: float
    won: bool
    seconds: float  # of the game
    killed_by_lure: int


class Curve(BaseCallback):
    """Notes how the latest games went, once an update, and ends the training when its time is up."""

    def __init__(self, minutes: float) -> None:
        super().__init__()
        self.minutes = minutes
        self.rows: list[dict[str, float]] = []
        self._recent: deque[Result] = deque(maxlen=RECENT)
        self._began = time.monotonic()

    def _on_step(self) -> bool:
        for info in self.locals["infos"]:
            if "episode" in info:
                self._recent.append(
                    Result(info["episode"]["r"], info["outcome"] == "won", info["tick"] / 60, info["killed_by_lure"])
                )
        return time.monotonic() - self._began < self.minutes * 60

    def _on_rollout_end(self) -> None:
        row = {"minutes": (time.monotonic() - self._began) / 60, "decisions": self.num_timesteps}
        if self._recent:
            row |= mean_of(list(self._recent))
            self.rows.append({name: round(value, 3) for name, value in row.items()})
        print("  ".join(f"{name} {value:g}" for name, value in row.items()), flush=True)


def mean_of(results: list[Result]) -> dict[str, float]:
    """The mean of every field, by name."""
    return {name: float(np.mean([asdict(result)[name] for result in results])) for name in Result.__annotations__}


def train(options: argparse.Namespace) -> tuple[PPO, Curve]:
    env = GameraWorkersEnv(
        options.envs,
        options.workers,
        stage=options.stage,
        frame_skip=options.frame_skip,
        autoreset_mode=AutoresetMode.SAME_STEP,
    )
    watched = VecMonitor(StableBaselinesEnv(env), info_keywords=("outcome", "tick", "killed_by_lure"))
    model = PPO("MlpPolicy", VecNormalize(watched, norm_obs=False), seed=options.seed, device="cpu", **SETTINGS)
    curve = Curve(options.minutes)
    model.learn(total_timesteps=2**31, callback=curve)
    watched.close()
    return model, curve


def processor_minutes() -> float:
    """Of this process and of its workers that have ended."""
    times = os.times()
    return (times.user + times.system + times.children_user + times.children_system) / 60


def play_policy(task: Task, policy: Policy, seed: int) -> Result:
    episode, earned = task.begin(seed), 0.0
    while not (episode.terminated or episode.truncated):
        earned += episode.decide(policy(episode.observation()))
    return result_of(episode.simulation, earned)


def play_bot(stage: str, name: str, seed: int) -> Result:
    simulation, bot, earned = Simulation(stage, seed), make_bot(name, seed), 0.0
    while simulation.outcome is None:
        earned += reward(simulation.step(bot.act(simulation)))
    return result_of(simulation, earned)


def result_of(simulation: Simulation, earned: float) -> Result:
    tally = simulation.world.tally
    return Result(earned, simulation.outcome == "won", simulation.tick / 60, tally.killed_by_lure)


def compare(options: argparse.Namespace, model: PPO) -> dict[str, dict[str, float]]:
    """The same games, played by everybody; the policy always takes what it thinks best."""
    task = Task(options.stage, frame_skip=options.frame_skip)
    luck = np.random.default_rng(options.seed)
    players: dict[str, Callable[[int], Result]] = {
        "trained": lambda seed: play_policy(task, lambda seen: model.predict(seen, deterministic=True)[0], seed),
        "choices at random": lambda seed: play_policy(task, lambda _: luck.integers(task.actions.sizes), seed),
        "bot random": lambda seed: play_bot(options.stage, "random", seed),
        "bot operator": lambda seed: play_bot(options.stage, "operator", seed),
    }
    seeds = range(FIRST_TEST_SEED, FIRST_TEST_SEED + options.games)
    return {name: mean_of([play(seed) for seed in seeds]) for name, play in players.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stage", default="tokyo")
    parser.add_argument("--minutes", type=float, default=10.0, help="of training")
    parser.add_argument("--envs", type=int, default=16, help="games side by side")
    parser.add_argument("--workers", type=int, default=2, help="processes that play them")
    parser.add_argument("--frame-skip", type=int, default=8, help="ticks a decision")
    parser.add_argument("--games", type=int, default=20, help="to compare by, afterwards")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("ppo_tokyo"))
    options = parser.parse_args()

    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)  # the network is small: threads would only wait for one another
    model, curve = train(options)
    spent = processor_minutes()
    if not curve.rows:
        parser.exit(1, "no game has ended in this time; give it more --minutes\n")
    model.save(options.out.with_suffix(".zip"))
    with options.out.with_suffix(".csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(curve.rows[0]))
        writer.writeheader()
        writer.writerows(curve.rows)
    players = compare(options, model)
    report = {"processor_minutes": round(spent, 1), "decisions": model.num_timesteps, "means": players}
    options.out.with_suffix(".json").write_text(json.dumps(report, indent=2) + "\n")
    draw_curve(curve.rows, players, options.out.with_suffix(".png"))
    for name, means in players.items():
        print(f"{name:18}", "  ".join(f"{field} {value:.2f}" for field, value in means.items()))


if __name__ == "__main__":
    main()
