"""Cases for pytest-benchmark: `pytest tests/bench/cases.py -n 0`. Named so that the suite does not collect them."""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture as Benchmark

from game.agents.bench import BenchGame
from game.sim import Simulation
from tests.bench import HEADCOUNTS

ROUNDS = 60

headcounts = pytest.mark.parametrize("soldiers", HEADCOUNTS)


def played(soldiers: int, *, drawn: bool = False) -> BenchGame:
    game = BenchGame(soldiers, drawn=drawn)
    game.warm_up()
    return game


@headcounts
def test_tick(benchmark: Benchmark, soldiers: int) -> None:
    game = played(soldiers)
    benchmark.pedantic(game.tick, setup=game.keep_going, rounds=4 * ROUNDS)  # all four thoughts alike


@headcounts
def test_drawing(benchmark: Benchmark, soldiers: int) -> None:
    game = played(soldiers, drawn=True)

    def next_frame() -> tuple[tuple[object, ...], dict[str, object]]:
        game.keep_going()
        return (game.tick(),), {}

    benchmark.pedantic(game.draw, setup=next_frame, rounds=ROUNDS)


@headcounts
def test_field_update(benchmark: Benchmark, soldiers: int) -> None:
    """What a switched circuit costs. It must not depend on the headcount."""
    benchmark(played(soldiers).world.sum_field)


@headcounts
def test_snapshot(benchmark: Benchmark, soldiers: int) -> None:
    benchmark(played(soldiers).simulation.snapshot)


@headcounts
def test_restore(benchmark: Benchmark, soldiers: int) -> None:
    benchmark(Simulation.restore, played(soldiers).simulation.snapshot())


@headcounts
def test_digest(benchmark: Benchmark, soldiers: int) -> None:
    benchmark(played(soldiers).simulation.digest)
