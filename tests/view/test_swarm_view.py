"""The swarm on the canvas: everybody in view and nobody else, in sizes by depth."""

import numpy as np
import pygame
import pytest

from game.sim.soldiers import SoldierState
from game.view.swarm import (
    CROWD,
    FRAMES,
    LOOKS,
    SIZES,
    STREET_DEPTH,
    TINTS,
    SwarmView,
    drawn_positions,
    load_stamps,
    picture_index,
    specks_below,
    street_offset,
)
from tests.view.lenses import lens_at, pixels_drawn
from tests.worlds import along, cover, line_street, perch, place, start


def test_every_state_of_the_rules_is_a_look() -> None:
    assert list(LOOKS[: len(SoldierState)]) == [state.name.lower() for state in SoldierState]


def test_every_tint_size_and_look_has_its_pictures() -> None:
    stamps = load_stamps()
    last = picture_index(len(TINTS) - 1, len(SIZES) - 1, len(LOOKS) - 1, 1, FRAMES - 1)
    assert stamps.specks == int(last) + 1
    assert len(stamps.pictures) == stamps.specks + stamps.speck_count
    assert stamps.pivots.shape == (2, len(stamps.pictures))


def test_it_shows_those_in_view_and_nobody_else() -> None:
    simulation = start()
    place(simulation, along(10, 630, 150, 40))
    place(simulation, along(800, 1200, 150, 25))
    view, lens = SwarmView(), lens_at(0)
    view.look(simulation.world, lens)
    assert view.count() == 40
    view.draw_far(lens)
    view.draw_near(lens)
    assert pixels_drawn(lens) > 40 * 50


def test_an_empty_world_draws_nothing() -> None:
    simulation = start()
    view, lens = SwarmView(), lens_at(0)
    view.look(simulation.world, lens)
    view.draw_far(lens)
    view.draw_near(lens)
    view.draw_clinging(simulation.world, lens, 200.0, 244.0)
    assert pixels_drawn(lens) == 0


def test_those_on_gamera_are_drawn_on_him_and_not_a_second_time() -> None:
    simulation = start()
    cover(simulation, 30)
    view, lens = SwarmView(), lens_at(0)
    view.look(simulation.world, lens)
    assert view.count() == 0
    view.draw_clinging(simulation.world, lens, 400.0, 244.0)
    box = np.argwhere(pygame.surfarray.array3d(lens.canvas).sum(axis=2) > 0)
    assert 350 < box[:, 0].min() < box[:, 0].max() < 450


def test_those_on_a_wire_pass_in_front_of_gamera() -> None:
    simulation = start(line_street())
    perch(simulation, 60)
    view, lens = SwarmView(), lens_at(340)
    view.look(simulation.world, lens)
    view.draw_far(lens)
    assert pixels_drawn(lens) == 0
    view.draw_near(lens)
    assert pixels_drawn(lens) > 0


def test_flyers_pass_on_both_sides_of_him() -> None:
    simulation = start()
    place(simulation, along(10, 630, 150, 100))
    view, lens = SwarmView(), lens_at(0)
    view.look(simulation.world, lens)
    view.draw_far(lens)
    far = pixels_drawn(lens)
    view.draw_near(lens)
    assert 0 < far < pixels_drawn(lens)


def test_between_two_ticks_flyers_lie_between_them_and_sitters_sit() -> None:
    simulation = start()
    place(simulation, [(300.0, 150.0)])
    place(simulation, [(320.0, 150.0)], SoldierState.PERCH)
    simulation.world.soldiers.velocity[0] = 120.0
    x, _ = drawn_positions(simulation.world.soldiers, 0.5)
    assert x.tolist() == pytest.approx([299.0, 320.0])


def test_who_lands_spreads_over_the_width_of_the_street() -> None:
    depths = np.array([0, 255, 255, 255], np.uint8)
    heights = np.array([294, 294, 278, 200], np.float32)
    assert street_offset(heights, depths).tolist() == pytest.approx([0.0, STREET_DEPTH, STREET_DEPTH / 2, 0.0])


def test_only_a_crowd_is_thinned_and_the_more_the_larger_it_is() -> None:
    assert specks_below(CROWD) == 0
    thinned = [specks_below(count) for count in (2000, 4000, 10_000, 100_000)]
    assert thinned == sorted(thinned)
    assert 0 < thinned[0] < thinned[-1] < 256
