"""The flower: fed, full of oxygen, launched; and what fire does near it."""

import pytest

from game.sim import Simulation
from game.sim.components import FlowerState
from game.sim.content.flower import BLAST_GROWS, DANGER_REACH, OXYGEN_DANGER
from game.sim.content.moves import FIREBALLS
from game.sim.events import CityBlasted, FireballExploded, OxygenRose, SeedLaunched, StageLost
from game.sim.soldiers import SoldierState
from game.sim.stage import FlowerPlan, OnTime, Say
from game.sim.systems.flower import LAUNCH_TICKS
from game.sim.systems.shots import explode
from tests.worlds import flower_of, of, place, play, start, story, street

ROOT_X = 800.0
WAITING = story((OnTime(do=(Say("honami", "Wait."),), ticks=100_000),))


def garden(oxygen: float = 30.0, climbs: float = 0.0, feeds: float = 0.0) -> Simulation:
    return start(street(flower=FlowerPlan(ROOT_X, 0.0, oxygen, climbs, feeds), scene=WAITING))


def burst(simulation: Simulation, x: float, y: float = 250.0) -> list[object]:
    """A small fireball bursts between two ticks; what it caused."""
    simulation.world.events = []
    explode(simulation.world, x, y, level=1)
    return list(simulation.world.events)


def test_oxygen_climbs_by_itself() -> None:
    simulation = garden(climbs=2.0)
    play(simulation, 60)
    assert flower_of(simulation).oxygen == pytest.approx(32.0)


def test_every_soldier_at_it_feeds_it() -> None:
    simulation = garden(feeds=0.5)
    place(simulation, [(ROOT_X + dx, 290.0) for dx in (-20, 0, 20)], SoldierState.CRAWL)
    play(simulation, 40)
    plant = flower_of(simulation)
    assert plant.feeding == 3
    assert plant.oxygen == pytest.approx(30 + 3 * 0.5 * 40 / 60, abs=0.1)


def test_those_far_away_do_not_feed_it() -> None:
    simulation = garden(feeds=0.5)
    place(simulation, [(ROOT_X - 400, 290.0)] * 5, SoldierState.CRAWL)
    play(simulation, 8)
    assert flower_of(simulation).oxygen == 30


def test_the_swarm_is_drawn_to_it_until_it_is_torn_out() -> None:
    simulation = garden()
    column = 600 // 16 + 1 + 12 * simulation.world.field.columns
    assert simulation.world.field.steering[0, column] > 0
    flower_of(simulation).state = FlowerState.TORN
    simulation.world.sum_field()
    assert simulation.world.field.steering[0, column] == 0


def test_each_ten_per_cent_are_told_once() -> None:
    events = play(garden(oxygen=39.0, climbs=4.0), 180)
    assert of(OxygenRose, events) == [OxygenRose(40), OxygenRose(50)]


def test_a_full_flower_launches_and_the_stage_is_lost() -> None:
    simulation = garden(oxygen=99.9, climbs=10.0)
    events = play(simulation, LAUNCH_TICKS + 10)
    assert of(SeedLaunched, events) == [SeedLaunched(ROOT_X)]
    assert of(StageLost, events) == [StageLost("seed")]


@pytest.mark.parametrize("state", [FlowerState.TORN, FlowerState.TOPPLED])
def test_a_flower_that_lies_there_breathes_no_more(state: FlowerState) -> None:
    simulation = garden(oxygen=99.0, climbs=10.0)
    flower_of(simulation).state = state
    play(simulation, 120)
    assert flower_of(simulation).oxygen == 99
    assert simulation.outcome is None


def test_fire_at_a_flower_full_of_oxygen_takes_the_city() -> None:
    simulation = garden(oxygen=OXYGEN_DANGER)
    assert of(CityBlasted, burst(simulation, ROOT_X - DANGER_REACH + 5)) == [CityBlasted(ROOT_X)]
    assert of(StageLost, play(simulation, LAUNCH_TICKS + 20)) == [StageLost("blast")]


@pytest.mark.parametrize(
    ("oxygen", "x", "y"),
    [
        pytest.param(OXYGEN_DANGER - 0.1, ROOT_X, 250.0, id="less oxygen"),
        pytest.param(95.0, ROOT_X - DANGER_REACH - 5, 250.0, id="farther off"),
        pytest.param(95.0, ROOT_X, -30.0, id="high above it"),
    ],
)
def test_other_fire_does_not(oxygen: float, x: float, y: float) -> None:
    assert not of(CityBlasted, burst(garden(oxygen=oxygen), x, y))


@pytest.mark.parametrize("oxygen", [0.0, 50.0, 89.0])
def test_a_blast_grows_with_the_oxygen(oxygen: float) -> None:
    (exploded,) = of(FireballExploded, burst(garden(oxygen=oxygen), 300.0))
    assert exploded.radius == pytest.approx(FIREBALLS[1].radius * (1 + BLAST_GROWS * oxygen / 100))


def test_without_its_flower_a_blast_is_as_it_was() -> None:
    simulation = garden(oxygen=80.0)
    flower_of(simulation).state = FlowerState.TORN
    (exploded,) = of(FireballExploded, burst(simulation, 300.0))
    assert exploded.radius == FIREBALLS[1].radius
