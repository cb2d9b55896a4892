"""His way up: never down again, ever smaller, never out of the picture."""

import itertools

import pytest

from game.sim.components import GameraState
from game.sim.units import GROUND_Y
from game.view.art import keyed_sheet
from game.view.ascent import LIFTS, climb, climbing_strip, seen_height, seen_size
from game.view.gamera import GameraView
from tests.worlds import start

CLIMBS = [10.0 * step for step in range(100)]


def test_he_rises_all_the_way_and_stays_in_the_picture() -> None:
    heights = [seen_height(climbed) for climbed in CLIMBS]
    assert all(later > earlier for earlier, later in itertools.pairwise(heights))
    assert heights[-1] < GROUND_Y - 20


def test_he_gets_smaller_once_he_is_off() -> None:
    sizes = [seen_size(climbed) for climbed in CLIMBS]
    assert sizes[0] == seen_size(LIFTS) == 1
    assert sizes[-1] < 0.2
    widths = [climbing_strip(keyed_sheet("gamera_front"), size).frames[0].image.get_width() for size in sizes]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < widths[0] / 4


@pytest.mark.parametrize("climbed", [0.0, 40.0, 300.0, 640.0])
def test_his_picture_is_where_his_height_is_seen(climbed: float) -> None:
    simulation = start()
    world = simulation.world
    world.gamera.state, world.gamera_body.y = GameraState.ASCEND, GROUND_Y - climbed
    view = GameraView()
    view.observe(world, [], None)
    assert climb(world) == climbed
    assert view.place(world, 1.0)[1] == pytest.approx(GROUND_Y - seen_height(climbed))
