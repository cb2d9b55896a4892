"""What a loss is put down to, and the advice against it."""

import pytest

from game.sim import Simulation
from game.sim.components import QueenState
from game.sim.content.queen import PATTERNS
from game.sim.events import GameraBitten, GameraHurt
from game.view.last_blow import BITTEN, BLOWS, LastBlow
from tests.worlds import queen_of


def test_who_is_bitten_last_is_told_how_to_be_rid_of_them() -> None:
    world, last = Simulation("tokyo").world, LastBlow()
    last.observe(world, [GameraBitten(1.0, 30)])
    assert last.advice("gamera") == BITTEN


@pytest.mark.parametrize("state", BLOWS)
def test_who_is_struck_last_is_told_what_helps_against_that(state: QueenState) -> None:
    simulation, last = Simulation("legion"), LastBlow()
    mother, _ = queen_of(simulation)
    mother.state, mother.age = state, PATTERNS[state].telegraph
    last.observe(simulation.world, [GameraBitten(1.0, 30), GameraHurt(60.0, True)])
    assert last.advice("gamera") == BLOWS[state]


def test_every_blow_of_hers_has_an_answer() -> None:
    assert set(BLOWS) == {pattern.state for pattern in PATTERNS.values() if pattern.damage}


def test_a_lost_line_is_not_put_down_to_a_blow() -> None:
    world, last = Simulation("tokyo").world, LastBlow()
    last.observe(world, [GameraBitten(1.0, 30)])
    assert last.advice("line") not in ("", BITTEN)
