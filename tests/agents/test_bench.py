"""The bench's profile: every system of the schedule and every pass of the picture has its share."""

import msgspec
import pytest

from game.agents.bench_profile import BenchProfile, profile_bench
from game.cli import main
from game.sim.schedule import SCHEDULE


@pytest.fixture(scope="module")
def profile() -> BenchProfile:
    return profile_bench(200, 12, render=True)


def test_the_shares_of_systems_and_of_passes_sum_to_one(profile: BenchProfile) -> None:
    for parts in (profile.systems, profile.passes):
        assert sum(part.share for part in parts) == pytest.approx(1, abs=0.02)
        assert [part.share for part in parts] == sorted((part.share for part in parts), reverse=True)


def test_the_systems_of_the_profile_are_those_of_the_schedule(profile: BenchProfile) -> None:
    names = {part.name.rpartition(".")[2] for part in profile.systems}
    assert names <= {system.__name__ for system in SCHEDULE} | {"flush"}
    assert {"swarm", "gamera", "power"} <= names


def test_swarm_and_wires_are_passes_of_the_frame(profile: BenchProfile) -> None:
    names = {part.name for part in profile.passes}
    assert {"swarm.look", "swarm.draw_near", "wires.draw"} <= names


def test_bench_prints_the_profile_as_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--soldiers", "50", "--ticks", "4", "--profile", "--json"]) == 0
    printed = msgspec.json.decode(capsys.readouterr().out, type=BenchProfile)
    assert printed.soldiers == 50
    assert printed.passes == []
