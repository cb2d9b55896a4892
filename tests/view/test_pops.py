"""The numbers that rise where many fell at once."""

from game.sim.events import (
    CircuitSurged,
    DistrictSwitched,
    FireballExploded,
    SoldierBurned,
    SoldierElectrocuted,
    SurgeEnded,
)
from game.sim.stage import District
from game.view.language import ENGLISH, Language
from game.view.pops import POP_TICKS, Pops
from game.view.text import Typeface
from tests.view.lenses import lens_at, pixels_drawn


def surged(killed: int) -> Pops:
    pops = Pops(Typeface())
    pops.observe([CircuitSurged(0, 1.0, killed)])
    for uid in range(killed):
        pops.observe([SoldierElectrocuted(uid, 300.0 + uid, 170.0, 0)])
    pops.observe([SurgeEnded(0, killed)])
    return pops


def test_a_surge_counts_its_dead_where_they_fell() -> None:
    pops, lens = surged(12), lens_at(0)
    pops.draw(lens, Language.named(ENGLISH))
    assert len(pops) == 1
    assert pixels_drawn(lens) > 40
    far = lens_at(2000)
    pops.draw(far, Language.named(ENGLISH))
    assert pixels_drawn(far) == 0


def test_a_few_are_not_worth_a_number() -> None:
    assert len(surged(2)) == 0


def test_two_surges_at_once_count_apart() -> None:
    pops = Pops(Typeface())
    pops.observe([CircuitSurged(0, 1.0, 9), CircuitSurged(1, 1.0, 9)])
    pops.observe([SoldierElectrocuted(uid, 300.0, 170.0, uid % 2) for uid in range(18)])
    pops.observe([SurgeEnded(0, 9), SurgeEnded(1, 9)])
    assert len(pops) == 2


def test_a_fireball_counts_whom_it_burned() -> None:
    pops = Pops(Typeface())
    burned = [SoldierBurned(uid, 400.0, 200.0) for uid in range(6)]
    pops.observe([*burned, FireballExploded(400.0, 200.0, 62.0, 2)])
    assert len(pops) == 1
    pops.observe([FireballExploded(400.0, 200.0, 62.0, 2)])
    assert len(pops) == 1


def test_a_number_goes_after_a_while() -> None:
    pops = surged(12)
    for _ in range(POP_TICKS):
        pops.observe([])
    assert len(pops) == 0


def test_a_dark_district_says_that_it_draws_nobody_where_it_can_be_seen() -> None:
    pops, lens = Pops(Typeface(), (District("Port", 200.0, 900.0), District("Hill", 900.0, 2000.0))), lens_at(0)
    pops.observe([DistrictSwitched(0, True)])
    pops.draw(lens, Language.named(ENGLISH))
    assert pixels_drawn(lens) > 40
    away = lens_at(1500)
    pops.draw(away, Language.named(ENGLISH))
    assert pixels_drawn(away) == 0
