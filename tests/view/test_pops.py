"""The numbers that rise where many fell at once, and where the city lost something."""

import pytest

from game.sim.events import (
    BlockDamaged,
    CircuitSurged,
    DistrictSwitched,
    FireballExploded,
    SoldierBurned,
    SoldierElectrocuted,
    SoldiersCrossedLine,
    SurgeEnded,
)
from game.sim.stage import CityLine, District
from game.sim.world import World
from game.view.language import ENGLISH, Language
from game.view.pops import CROSSED_SUMMED, POP_TICKS, Pops
from game.view.text import Typeface
from tests.view.lenses import lens_at, pixels_drawn
from tests.worlds import start, street


@pytest.fixture
def world() -> World:
    """Without a city line."""
    return start().world


@pytest.fixture
def held() -> World:
    """With a city line that holds 100 soldiers."""
    return start(street(line=CityLine(120.0, 100))).world


def surged(world: World, killed: int) -> Pops:
    pops = Pops(Typeface())
    pops.observe(world, [CircuitSurged(0, 1.0, killed)])
    for uid in range(killed):
        pops.observe(world, [SoldierElectrocuted(uid, 300.0 + uid, 170.0, 0)])
    pops.observe(world, [SurgeEnded(0, killed)])
    return pops


def test_a_surge_counts_its_dead_where_they_fell(world: World) -> None:
    pops, lens = surged(world, 12), lens_at(0)
    pops.draw(lens, Language.named(ENGLISH))
    assert len(pops) == 1
    assert pixels_drawn(lens) > 40
    far = lens_at(2000)
    pops.draw(far, Language.named(ENGLISH))
    assert pixels_drawn(far) == 0


def test_a_few_are_not_worth_a_number(world: World) -> None:
    assert len(surged(world, 2)) == 0


def test_two_surges_at_once_count_apart(world: World) -> None:
    pops = Pops(Typeface())
    pops.observe(world, [CircuitSurged(0, 1.0, 9), CircuitSurged(1, 1.0, 9)])
    pops.observe(world, [SoldierElectrocuted(uid, 300.0, 170.0, uid % 2) for uid in range(18)])
    pops.observe(world, [SurgeEnded(0, 9), SurgeEnded(1, 9)])
    assert len(pops) == 2


def test_a_fireball_counts_whom_it_burned(world: World) -> None:
    pops = Pops(Typeface())
    burned = [SoldierBurned(uid, 400.0, 200.0) for uid in range(6)]
    pops.observe(world, [*burned, FireballExploded(400.0, 200.0, 62.0, 2)])
    assert len(pops) == 1
    pops.observe(world, [FireballExploded(400.0, 200.0, 62.0, 2)])
    assert len(pops) == 1


def test_a_number_goes_after_a_while(world: World) -> None:
    pops = surged(world, 12)
    for _ in range(POP_TICKS):
        pops.observe(world, [])
    assert len(pops) == 0


def test_a_dark_district_says_that_it_draws_nobody_where_it_can_be_seen(world: World) -> None:
    pops, lens = Pops(Typeface(), (District("Port", 200.0, 900.0), District("Hill", 900.0, 2000.0))), lens_at(0)
    pops.observe(world, [DistrictSwitched(0, True)])
    pops.draw(lens, Language.named(ENGLISH))
    assert pixels_drawn(lens) > 40
    away = lens_at(1500)
    pops.draw(away, Language.named(ENGLISH))
    assert pixels_drawn(away) == 0


def test_a_block_that_fell_says_what_it_cost_the_city(held: World) -> None:
    pops = Pops(Typeface())
    pops.observe(held, [BlockDamaged(1, 300.0, 1, by_gamera=False)])
    assert len(pops) == 0
    pops.observe(held, [BlockDamaged(1, 300.0, 2, by_gamera=False)])
    assert [(pop.text, pop.x) for pop in pops._pops] == [("CITY -7%", 300.0)]


def test_soldiers_that_cross_within_a_second_share_a_sign(held: World) -> None:
    pops = Pops(Typeface())
    for held.tick in range(1, CROSSED_SUMMED + 1):
        crossed = [SoldiersCrossedLine(1, held.tick)] if held.tick % 20 == 0 else []
        pops.observe(held, crossed)
    assert [pop.text for pop in pops._pops] == ["CITY -3%"]


def test_nothing_is_lost_where_there_is_no_line(world: World) -> None:
    pops = Pops(Typeface())
    pops.observe(world, [BlockDamaged(1, 300.0, 2, by_gamera=False)])
    assert len(pops) == 0
