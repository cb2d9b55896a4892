"""The city: blocks are gnawed and broken, lights go out with them, and the line is lost."""

import pytest

from game.sim import Button, Simulation
from game.sim.components import Block
from game.sim.content.city import BLOCKS
from game.sim.events import BlockDamaged, SoldiersCrossedLine, StageLost
from game.sim.soldiers import SoldierState
from game.sim.stage import CityLine, GameraStart, OnTime, Say, Stage
from game.sim.systems.city import damage_blocks
from tests.worlds import along, block_street, hold, of, place, play, play_until, start, story, street

HOUSE_X = 800.0
LINE = CityLine(120.0, holds=10)
STORY = story((OnTime(do=(Say("nobody", ""),), ticks=10_000),))


def besieged(kind: str = "house", soldiers: int = 30) -> Simulation:
    """A block with crawlers on its roof."""
    simulation = start(block_street(kind, x=HOUSE_X))
    roof = 300.0 - BLOCKS[kind].height - 5
    place(simulation, along(HOUSE_X - 20, HOUSE_X + 20, roof, soldiers), SoldierState.CRAWL)
    return simulation


def the_block(simulation: Simulation) -> Block:
    return next(block for _, block in simulation.world.entities.each(Block))


def test_crawlers_gnaw_a_block_through_its_stages() -> None:
    simulation = besieged()
    events = play(simulation, 600)
    assert [(event.stage, event.by_gamera) for event in of(BlockDamaged, events)] == [(1, False), (2, False)]
    assert the_block(simulation).strength == 0
    assert simulation.world.tally.blocks_lost == 1


def test_a_tower_stands_longer_than_a_house() -> None:
    times = []
    for kind in ("house", "tower"):
        simulation = besieged(kind)
        play_until(simulation, lambda simulation=simulation: the_block(simulation).stage == 1)
        times.append(simulation.tick)
    assert times[1] > 2 * times[0]


def test_crawlers_in_the_street_gnaw_nothing() -> None:
    simulation = start(block_street())
    place(simulation, along(100.0, 500.0, 295.0, 40), SoldierState.CRAWL)
    play(simulation, 30)
    assert the_block(simulation).strength == BLOCKS["house"].strength


def test_a_roof_falls_with_its_block() -> None:
    simulation = start(block_street(x=HOUSE_X))
    heights = []
    for _ in range(3):
        heights.append(300 - float(simulation.world.roof_y[int(HOUSE_X)]))
        damage_blocks(simulation.world, HOUSE_X, HOUSE_X, 50.0)
    assert heights[0] == BLOCKS["house"].height
    assert heights == sorted(heights, reverse=True)
    assert heights[2] == 0


def test_a_broken_block_shines_at_half_and_a_collapsed_one_not_at_all() -> None:
    simulation = start(block_street(x=HOUSE_X))
    lights = [simulation.world.lights()]
    for _ in range(2):
        damage_blocks(simulation.world, HOUSE_X, HOUSE_X, 50.0)
        lights.append(simulation.world.lights())
    assert lights == [[1.0], [0.5], [0.0]]


def test_the_field_follows_a_light_that_goes_out() -> None:
    simulation = start(block_street(x=HOUSE_X))
    assert simulation.world.field.steering[0].any()
    damage_blocks(simulation.world, HOUSE_X, HOUSE_X, 500.0)
    assert not simulation.world.field.steering[0].any()


def test_trust_falls_by_what_gamera_breaks_himself() -> None:
    simulation = start(block_street(x=HOUSE_X))
    damage_blocks(simulation.world, HOUSE_X, HOUSE_X, 50.0)
    assert simulation.world.tally.trust == 52
    damage_blocks(simulation.world, HOUSE_X, HOUSE_X, 50.0)
    assert simulation.world.tally.trust == 44


def test_trust_does_not_fall_by_what_the_swarm_gnaws() -> None:
    simulation = besieged()
    play(simulation, 600)
    assert simulation.world.tally.trust >= 60


def test_a_fireball_breaks_the_block_it_bursts_at() -> None:
    simulation = start(block_street("tower", x=400.0))
    play(simulation, 70, hold(Button.FIRE, aim=1))
    events = play(simulation, 60, hold(Button(0), aim=1))
    assert [event.by_gamera for event in of(BlockDamaged, events)] == [True]


def test_a_landing_breaks_the_block_beneath() -> None:
    simulation = start(block_street(x=HOUSE_X, gamera=GameraStart(HOUSE_X)))
    events = play(simulation, 6, hold(Button.JUMP)) + play(simulation, 60)
    assert [event.by_gamera for event in of(BlockDamaged, events)] == [True]


def test_damage_reaches_only_the_blocks_it_is_near_to() -> None:
    simulation = start(block_street(x=HOUSE_X))
    damage_blocks(simulation.world, HOUSE_X + 60, HOUSE_X + 90, 500.0)
    assert the_block(simulation).stage == 0


def test_damage_high_in_the_air_passes_over_a_low_house() -> None:
    simulation = start(block_street(x=HOUSE_X))
    damage_blocks(simulation.world, HOUSE_X, HOUSE_X, 500.0, above=200.0)
    assert the_block(simulation).stage == 0


def test_a_block_at_the_end_of_the_stage_is_gnawed_like_any_other() -> None:
    simulation = start(block_street("tower", x=1270.0))
    place(simulation, [(1260.0, 149.0)] * 10, SoldierState.CRAWL)
    play(simulation, 60)
    assert the_block(simulation).strength < BLOCKS["tower"].strength


def guarded(holds: int = 10) -> Stage:
    return street(line=CityLine(LINE.x, holds), gamera=GameraStart(1000.0), scene=STORY)


def test_who_crosses_the_line_is_gone_and_counted() -> None:
    simulation = start(guarded())
    place(simulation, along(60.0, 115.0, 100.0, 4))
    events = play(simulation, 8)
    assert sum(event.count for event in of(SoldiersCrossedLine, events)) == 4
    assert of(SoldiersCrossedLine, events)[-1].crossed == simulation.world.tally.crossed == 4
    assert simulation.world.soldiers.count == 0


def test_the_line_holds_as_many_as_it_says() -> None:
    simulation = start(guarded(holds=10))
    place(simulation, along(60.0, 115.0, 100.0, 10))
    play(simulation, 8)
    assert simulation.outcome is None


def test_one_more_than_the_line_holds_loses_it() -> None:
    simulation = start(guarded(holds=10))
    place(simulation, along(60.0, 115.0, 100.0, 11))
    events = play(simulation, 8)
    assert of(StageLost, events) == [StageLost("line")]
    assert simulation.outcome == "lost"


def test_lost_blocks_weigh_on_the_line_like_soldiers() -> None:
    parts = guarded(holds=5)
    simulation = start(block_street(line=parts.line, gamera=parts.gamera, scene=parts.scene))
    damage_blocks(simulation.world, HOUSE_X, HOUSE_X, 500.0)
    assert of(StageLost, play(simulation, 2)) == [StageLost("line")]


@pytest.mark.parametrize(("difficulty", "holds"), [("story", 15), ("normal", 10), ("legion", 8)])
def test_the_line_holds_less_the_harder_the_game(difficulty: str, holds: int) -> None:
    assert start(guarded(holds=10), difficulty=difficulty).world.line_holds() == holds


def test_the_dead_do_not_cross_the_line() -> None:
    simulation = start(guarded())
    rows = place(simulation, along(60.0, 115.0, 100.0, 4))
    simulation.world.soldiers.kill(rows, SoldierState.FALL, gone_at=40)
    assert not of(SoldiersCrossedLine, play(simulation, 60))
