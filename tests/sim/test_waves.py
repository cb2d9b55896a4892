"""Waves without end: when they come, how they grow, and that they are never won."""

import pytest

from game.agents.bots import make_bot
from game.sim import Simulation
from game.sim.components import Helicopter
from game.sim.events import ObjectiveMet, ObjectiveSet, SoldiersSpawned, StageLost, WaveCame
from game.sim.stage import CityLine, EndlessPlan, OnTime, Say, Stage, WaveKind
from game.sim.systems.waves import AHEAD, SKY_Y, send_wave
from tests.worlds import of, play, start, story, street

WAITING = story((OnTime(do=(Say("watarase", "Hold."),), ticks=100_000),))


def siege(early: int = 0, helicopters: int = 0, **parts: object) -> Stage:
    kinds = (WaveKind("", over=20),)
    plan = EndlessPlan(count=10, grows=5, every=200, early=early, helicopters=helicopters, kind=kinds)
    return street(endless=plan, scene=WAITING, **parts)


def test_each_wave_is_larger_than_the_one_before() -> None:
    simulation = start(siege())
    sent = []
    for _ in range(4):
        before = simulation.world.tally.spawned
        play(simulation, 200)
        sent.append(simulation.world.tally.spawned - before)
    assert sent == [10, 15, 20, 25]


def test_the_next_one_comes_early_when_the_last_is_beaten() -> None:
    simulation = start(siege(early=5))
    play(simulation, 60)
    assert simulation.world.direction.endless_wave == 1
    simulation.world.soldiers.keep(simulation.world.soldiers.within(-1e6, 0.0, 1.0))
    play(simulation, 2)
    assert simulation.world.direction.endless_wave == 2


def test_it_does_not_come_early_while_the_last_is_still_coming() -> None:
    simulation = start(siege(early=5))
    play(simulation, 10)
    assert simulation.world.direction.endless_wave == 1


def test_every_wave_is_announced_and_met_by_the_next() -> None:
    events = play(start(siege()), 401)
    assert of(ObjectiveSet, events) == [ObjectiveSet("", 1), ObjectiveSet("", 2), ObjectiveSet("", 3)]
    assert of(ObjectiveMet, events) == [ObjectiveMet("", 1), ObjectiveMet("", 2)]


def test_the_kinds_of_wave_come_in_turn() -> None:
    kinds = (WaveKind("few", share=0.5, over=20), WaveKind("all around", ("east", "sky", "ground"), share=3, over=20))
    plan = EndlessPlan(count=10, grows=0, every=100, kind=kinds)
    events = play(start(street(endless=plan, scene=WAITING)), 250)
    assert of(WaveCame, events) == [WaveCame(1, "few"), WaveCame(2, "all around"), WaveCame(3, "few")]
    assert ObjectiveSet("all around", 2) in events
    assert sum(event.count for event in of(SoldiersSpawned, events)) == 5 + 30 + 5


def test_a_wave_from_the_sky_comes_in_at_the_upper_edge() -> None:
    plan = EndlessPlan(count=50, grows=0, every=2000, kind=(WaveKind("", ("sky",), over=10),))
    spawned = of(SoldiersSpawned, play(start(street(endless=plan, scene=WAITING)), 20))
    assert {event.y for event in spawned} == {SKY_Y}


def test_a_helicopter_comes_with_every_second_wave() -> None:
    simulation = start(siege(helicopters=2))
    play(simulation, 150)
    assert simulation.world.entities.count(Helicopter) == 0
    play(simulation, 100)
    assert simulation.world.entities.count(Helicopter) == 1


@pytest.mark.parametrize(("difficulty", "count"), [("story", 7), ("normal", 10), ("legion", 12)])
def test_difficulty_changes_their_number(difficulty: str, count: int) -> None:
    simulation = start(siege(), difficulty=difficulty)
    play(simulation, 100)
    assert simulation.world.tally.spawned == count


def test_no_wave_comes_once_the_stage_is_lost() -> None:
    simulation = start(siege(line=CityLine(120.0, 1)))
    simulation.world.tally.crossed = 2
    assert of(StageLost, play(simulation, 1)) == [StageLost("line")]
    waves = simulation.world.direction.endless_wave
    play(simulation, 600)
    assert simulation.world.direction.endless_wave == waves


def survived(bot_name: str, seed: int) -> tuple[str | None, int]:
    """The outcome and the last wave of a game of `swarm`."""
    simulation, bot = Simulation("swarm", seed), make_bot(bot_name, seed)
    while simulation.outcome is None and simulation.tick < 60_000:
        simulation.step(bot.act(simulation))
    return simulation.outcome, simulation.world.direction.endless_wave


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_the_swarm_is_never_beaten_but_held_longer_by_skill(seed: int) -> None:
    outcome, skilled = survived("campaign", seed)
    assert outcome == "lost"
    assert skilled >= 5
    assert survived("brawler", seed)[1] < skilled


@pytest.mark.parametrize("facing", [1, -1])
def test_those_that_come_ahead_break_out_of_the_street_where_he_looks(facing: int) -> None:
    simulation = start(street(scene=WAITING))
    simulation.step()
    hero = simulation.world.gamera_body
    hero.x, hero.facing = 700.0, facing
    send_wave(simulation.world, 20, 1, "ahead")
    play(simulation, 1)
    soldiers = simulation.world.soldiers
    away = (soldiers.position[0, : soldiers.count] - hero.x) * facing
    assert (away > AHEAD[0] - 2).all()
    assert (away < AHEAD[1] + 2).all()
