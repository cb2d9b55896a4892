"""Score, chain, trust and rank."""

import numpy as np
import pytest

from game.sim import GridVerb, Simulation
from game.sim.events import ChainBroken, Event, SoldierBurned, SoldierDied, SoldierElectrocuted
from game.sim.stage import CityLine
from game.sim.systems.fight import slay
from game.sim.systems.score import BOUNTIES, CHAIN_TICKS, KILL, merit, rank, score
from tests.worlds import block_street, command, line_street, of, place, play, start, street


def kill(simulation: Simulation, count: int, death: type[SoldierDied] = SoldierBurned, **details: int) -> None:
    """So many deaths, counted in the coming tick."""
    world = simulation.world
    rows = place(simulation, [(900.0, 100.0)] * count)
    world.events = []
    slay(world, np.asarray(rows, np.intp), death, **details)
    score(world)


def test_a_kill_is_worth_ten() -> None:
    simulation = start()
    kill(simulation, 1)
    assert simulation.score == KILL == 10


def test_a_soldier_burned_on_a_line_counts_double() -> None:
    simulation = start()
    kill(simulation, 1, SoldierElectrocuted, circuit=0)
    assert simulation.score == 20
    assert simulation.world.tally.killed_by_lure == 1


def test_a_chain_makes_every_kill_worth_more() -> None:
    simulation = start()
    kill(simulation, 40)
    first = simulation.score
    kill(simulation, 40)
    assert simulation.score - first > first
    assert simulation.world.tally.chain == 80


def test_a_chain_breaks_after_a_second_and_a_half_without_a_kill() -> None:
    simulation = start()
    kill(simulation, 12)
    assert not of(ChainBroken, play(simulation, CHAIN_TICKS))
    assert of(ChainBroken, play(simulation, 2)) == [ChainBroken(12)]
    assert simulation.world.tally.chain == 0
    assert simulation.world.tally.best_chain == 12


def test_every_death_is_counted_once() -> None:
    simulation = start()
    kill(simulation, 7)
    play(simulation, 100)
    assert simulation.world.tally.killed == 7


def test_kills_earn_trust() -> None:
    simulation = start()
    kill(simulation, 50)
    assert simulation.world.tally.trust == pytest.approx(61.0)


def test_darkness_costs_trust() -> None:
    simulation = start(block_street())
    play(simulation, 1, command(GridVerb.BLACKOUT))
    play(simulation, 299)
    assert simulation.world.tally.trust == pytest.approx(58.0, abs=0.01)


def test_trust_stays_between_nothing_and_a_hundred() -> None:
    simulation = start(block_street())
    simulation.world.tally.trust = 99.9
    kill(simulation, 50)
    assert simulation.world.tally.trust == 100
    simulation.world.tally.trust = 0.001
    play(simulation, 1, command(GridVerb.BLACKOUT))
    play(simulation, 30)
    assert simulation.world.tally.trust == 0


@pytest.mark.parametrize("deed", BOUNTIES)
def test_a_deed_of_the_film_has_a_bounty(deed: type[Event]) -> None:
    simulation = start()
    simulation.world.events = [deed(*[0.0] * len(deed.__struct_fields__))]
    score(simulation.world)
    assert simulation.score == BOUNTIES[deed]


def test_an_untouched_game_has_all_merit_but_that_of_lures() -> None:
    assert merit(start(line_street(line=CityLine(120.0, 80))).world) == pytest.approx(85)


def test_where_no_line_hangs_no_merit_is_lost_for_want_of_lures() -> None:
    assert merit(start(street(line=CityLine(120.0, 80))).world) == pytest.approx(100)


@pytest.mark.parametrize(
    ("loss", "costs"),
    [
        pytest.param(lambda world: setattr(world.gamera, "vitality", 500.0), 17.5, id="half his vitality"),
        pytest.param(lambda world: setattr(world.tally, "crossed", 40), 15.0, id="half of what the line holds"),
        pytest.param(lambda world: setattr(world.tally, "crossed", 400), 30.0, id="more than the line holds"),
    ],
)
def test_what_is_lost_costs_merit(loss: object, costs: float) -> None:
    world = start(street(line=CityLine(120.0, 80))).world
    before = merit(world)
    loss(world)  # type: ignore[operator]
    assert before - merit(world) == pytest.approx(costs)


def test_the_best_game_ranks_s_and_the_worst_d() -> None:
    world = start(street(line=CityLine(120.0, 80))).world
    world.tally.killed = world.tally.killed_by_lure = 100
    assert rank(world) == "S"
    world.tally.killed_by_lure = 0
    world.tally.crossed = 80
    world.gamera.vitality = 1.0
    assert rank(world) == "D"
