"""What stays on the street."""

import numpy as np
import pytest

from game.sim.components import QueenState
from game.sim.content.queen import BEAM
from game.sim.events import Event, FireballExploded, FootFell, QueenStruck, SendaiLost, SoldierDied
from game.sim.units import GROUND_Y
from game.view.marks import MOST, PRINTS_APART, StreetMarks
from tests.view.lenses import lens_at, pixels_drawn
from tests.worlds import queen_of, start


def marked(place: str, *events: Event) -> StreetMarks:
    marks = StreetMarks(place, np.random.default_rng(1))
    marks.observe(start().world, list(events))
    return marks


def test_his_feet_print_snow_but_not_asphalt() -> None:
    assert len(marked("sapporo", FootFell(900.0, 0))) == 1
    assert len(marked("tokyo", FootFell(900.0, 0))) == 0


def test_the_sea_keeps_no_prints() -> None:
    assert len(marked("sapporo", FootFell(120.0, 0))) == 0


def test_prints_of_one_foot_do_not_lie_on_one_another() -> None:
    steps = [FootFell(900.0 + PRINTS_APART / 4 * number, 0) for number in range(4)]
    assert len(marked("sapporo", *steps)) == 2  # one of either foot


@pytest.mark.parametrize(("y", "burns"), [(GROUND_Y - 20, 1), (GROUND_Y - 180, 0)])
def test_a_blast_burns_the_street_only_where_it_reaches_it(y: float, burns: int) -> None:
    assert len(marked("tokyo", FireballExploded(900.0, y, 62.0, 2))) == burns


def test_her_leg_leaves_a_crater() -> None:
    lens, marks = lens_at(300), marked("legion", QueenStruck(QueenState.IMPALE, 700.0, GROUND_Y))
    marks.draw(lens)
    assert pixels_drawn(lens) > 200


def test_the_horns_beam_leaves_a_seam_that_cools() -> None:
    simulation = start("legion")
    mother, _ = queen_of(simulation)
    mother.state = QueenState.BEAM
    marks = StreetMarks("legion", np.random.default_rng(1))
    for mother.age in range(BEAM.telegraph, BEAM.telegraph + BEAM.strike):
        marks.observe(simulation.world, [])
    assert len(marks) > 3


def test_the_oldest_go_when_there_are_too_many() -> None:
    marks = marked("tokyo", *[SoldierDied(uid, 900.0, 290.0) for uid in range(60 * MOST)])
    assert len(marks) == MOST


def test_nothing_is_left_of_sendais_streets() -> None:
    marks = marked("sendai", FootFell(900.0, 0))
    marks.observe(start().world, [SendaiLost(900.0)])
    assert len(marks) == 0
