"""The same stage, seed and actions give the same game: on every run, beside other games, in any process, on any CPU."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.agents.bots import make_bot
from game.agents.recording import read_recording
from game.sim import Action, Button, GridVerb, Simulation
from game.sim.stage_file import stage_files
from tests.golden import GAMES, recording_of

ROOT = Path(__file__).parents[2]
RECORD_ANEW = "the rules play another game than the one recorded; if that is meant: python -m tests.golden"
QUICK = ("legion", "lab")  # those verified in other processes on every run

ACTIONS = st.builds(
    Action,
    st.integers(0, 63).map(Button),
    st.integers(-1, 1),
    st.integers(-1, 1),
    st.sampled_from(GridVerb),
    st.integers(0, 4),
)
# NumPy picks its inner loops by what the CPU can do, glibc its functions; names one version does not know, it ignores.
OLDER_CPU = {
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 X86_V3 AVX512_ICL AVX512_SPR",
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA",
}
OLDER_NUMPY = {"NPY_DISABLE_CPU_FEATURES": "AVX2 FMA3 AVX512F AVX512CD AVX512_SKX"}
PROCESSES = {
    "one order of hashes": {"PYTHONHASHSEED": "0"},
    "another order of hashes": {"PYTHONHASHSEED": "1"},
    "an older CPU": OLDER_CPU,
    "an older CPU as older NumPy names it": OLDER_NUMPY,
}


def digests(simulation: Simulation, actions: list[Action]) -> list[str]:
    found = []
    for action in actions:
        simulation.step(action)
        found.append(simulation.digest())
    return found


@settings(max_examples=8)
@given(st.integers(0, 2**32 - 1), st.lists(ACTIONS, min_size=20, max_size=120))
def test_the_same_seed_and_actions_give_the_same_digest_at_every_tick(seed: int, actions: list[Action]) -> None:
    first, second = (digests(Simulation("lab", seed, soldiers=80), actions) for _ in range(2))
    assert first == second


def test_different_seeds_give_different_games() -> None:
    finals = {digests(Simulation("tokyo", seed), [Action()] * 60)[-1] for seed in range(8)}
    assert len(finals) == 8


def test_a_different_action_gives_a_different_game() -> None:
    still, walked = Simulation("tokyo", 1), Simulation("tokyo", 1)
    still.step()
    walked.step(Action(move=1))
    assert still.digest() != walked.digest()


@pytest.mark.parametrize("difficulty", ["story", "legion"])
def test_a_different_difficulty_gives_a_different_game(difficulty: str) -> None:
    assert Simulation("tokyo", 1).digest() != Simulation("tokyo", 1, difficulty).digest()


def test_games_side_by_side_do_not_touch() -> None:
    def alone(seed: int) -> str:
        simulation, bot = Simulation("tokyo", seed), make_bot("random", seed)
        for _ in range(400):
            simulation.step(bot.act(simulation))
        return simulation.digest()

    games = [(Simulation("tokyo", seed), make_bot("random", seed)) for seed in (1, 2, 3)]
    for _ in range(400):
        for simulation, bot in games:
            simulation.step(bot.act(simulation))
    assert [simulation.digest() for simulation, _ in games] == [alone(seed) for seed in (1, 2, 3)]


def test_every_stage_has_a_golden_game() -> None:
    assert {game.setup.stage for game in GAMES.values()} == set(stage_files())


@pytest.mark.parametrize("name", GAMES)
def test_a_golden_game_plays_as_it_was_recorded(name: str) -> None:
    assert read_recording(recording_of(name)).first_difference() is None, RECORD_ANEW


@pytest.mark.parametrize("environment", PROCESSES.values(), ids=PROCESSES)
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in QUICK else pytest.mark.slow) for name in GAMES]
)
def test_another_process_plays_the_same_game(name: str, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "game", "replay", str(recording_of(name)), "--verify"],
        env={**os.environ, **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert "holds" in done.stdout


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the CPU features named are those of x86")
def test_the_older_cpu_is_really_an_older_one() -> None:
    """Without this, a NumPy that renames its features would make the tests above pass for nothing."""
    ask = (
        "from numpy._core._multiarray_umath import __cpu_features__ as has, __cpu_baseline__ as base, "
        "__cpu_dispatch__ as extra; print(sum(has.get(name, False) for name in extra if name not in base))"
    )
    counts = []
    for environment in ({}, OLDER_CPU, OLDER_NUMPY):
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", ask],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        counts.append(int(done.stdout))
    whole, *less = counts
    assert whole == 0 or min(less) < whole
