"""Specks that others hide are not drawn, and nobody misses them."""

import numpy as np
import pytest

from game.view.occlusion import Occlusion
from game.view.swarm import SwarmView, load_stamps
from tests.view.lenses import lens_at, pixels_drawn
from tests.worlds import along, place, start

NOBODY: tuple[list[int], list[int]] = ([], [])


def seen(specks: list[tuple[int, int]], larger: tuple[list[int], list[int]] = NOBODY) -> list[int]:
    x, y = np.array(specks, np.intp).T
    return Occlusion().seen(x, y, np.array(larger[0], np.intp), np.array(larger[1], np.intp)).tolist()


def test_of_specks_in_one_place_the_last_is_seen() -> None:
    assert seen([(40, 40), (80, 40), (41, 41), (42, 40)]) == [1, 3]


def test_a_speck_behind_a_larger_soldiers_middle_is_not_seen() -> None:
    assert seen([(40, 40), (80, 40)], ([41], [40])) == [1]


@pytest.mark.parametrize("edge", [(-16, 100), (655, 100), (100, -16), (100, 400)])
def test_who_is_half_out_of_view_hides_nobody_at_the_other_edge(edge: tuple[int, int]) -> None:
    inside = [(x, y) for x in range(0, 640, 4) for y in range(0, 360, 2)]
    assert len(seen([*inside, edge])) == len(inside) + 1


def test_everybody_of_a_small_crowd_is_drawn_wherever_they_are() -> None:
    simulation = start()
    place(simulation, [(300.0, 150.0)] * 1000)
    view, lens = SwarmView(load_stamps()), lens_at(0)
    view.look(simulation.world, lens)
    assert view.count() == 1000


def test_of_a_great_crowd_in_one_place_hardly_a_speck_is_drawn_though_many_are_larger() -> None:
    simulation = start()
    place(simulation, [(300.0, 150.0)] * 10_000)
    view, lens = SwarmView(load_stamps()), lens_at(0)
    view.look(simulation.world, lens)
    assert 1000 < view.count() < 2000


def test_nobody_of_a_great_crowd_that_stands_apart_is_left_out() -> None:
    simulation = start()
    for y in range(20, 200, 8):
        place(simulation, along(4, 636, y, 100))
    view, lens = SwarmView(load_stamps()), lens_at(0)
    view.look(simulation.world, lens)
    assert view.count() == 2300
    view.draw_far(lens)
    assert pixels_drawn(lens) > 2300 * 8
