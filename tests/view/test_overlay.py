"""The window into the field: what it shows is what the rules feel."""

import numpy as np
import pygame
import pytest

from game.view.overlay import FINE, TickCost, draw_field, potential_in_view
from game.view.text import Typeface
from tests.view.lenses import lens_at
from tests.worlds import LINE_MIDDLE, along, line_street, place, start, switch_on


def test_the_potential_shown_is_the_one_soldiers_feel() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    world = simulation.world
    shown = potential_in_view(world, 320, 0)
    for x, y in ((488, 168), (664, 184), (888, 264)):  # middles of cells
        at = shown[(x - 320) // FINE - 1 : (x - 320) // FINE + 1, y // FINE - 1 : y // FINE + 1]
        assert at.mean() == pytest.approx(world.field.at(x, y), rel=0.05)


def test_it_is_strongest_at_the_wire_and_smooth_all_over() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    shown = potential_in_view(simulation.world, 340, 0)
    column = shown[(int(LINE_MIDDLE) - 340) // FINE]
    wire_y = float(simulation.world.wire_y[int(LINE_MIDDLE)])
    assert abs(int(np.argmax(column)) * FINE - wire_y) < 16
    assert np.abs(np.diff(shown, axis=1)).max() < 0.35 * shown.max()


@pytest.mark.parametrize("left", [0, 640])
def test_it_draws_at_both_ends_of_a_stage_with_and_without_current(left: int) -> None:
    simulation = start(line_street())
    place(simulation, along(20, 1260, 150, 60))
    pictures = []
    for live in (False, True):
        if live:
            switch_on(simulation)
        lens = lens_at(left)
        draw_field(lens, simulation.world, Typeface())
        pictures.append(pygame.surfarray.array3d(lens.canvas))
    assert not np.array_equal(*pictures)


def test_what_a_tick_costs_is_shown_where_it_is_known() -> None:
    simulation = start(line_street())
    pictures = []
    for cost in (None, TickCost(median=1.2, worst=3.4)):
        lens = lens_at(0)
        draw_field(lens, simulation.world, Typeface(), cost)
        pictures.append(pygame.surfarray.array3d(lens.canvas))
    assert not np.array_equal(*pictures)
