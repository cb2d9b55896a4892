"""The swarm on the canvas: everybody in view and nobody else, in sizes by depth."""

import numpy as np
import pygame
import pytest

from game.sim.soldiers import SoldierState
from game.view.art import KEY
from game.view.newborns import SMALL_TICKS, SPECK_TICKS
from game.view.swarm import (
    FRAMES,
    HERO_DEPTH,
    LARGE_FROM,
    LOOKS,
    NEARER_THAN_SPECKS,
    NORMAL_FROM,
    SIZES,
    STREET_DEPTH,
    TINTS,
    SwarmView,
    depth_bands,
    drawn_positions,
    load_stamps,
    picture_index,
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


def test_those_round_the_flowers_head_fly_behind_it_but_for_a_few() -> None:
    simulation = start()
    place(simulation, along(280, 360, 150, 60))
    view, lens = SwarmView(load_stamps()), lens_at(0)
    view.look(simulation.world, lens, (320.0, 150.0))
    view.draw_farthest(lens)
    assert pixels_drawn(lens) > 40 * 20
    view.look(simulation.world, lens)
    without = lens_at(0)
    view.draw_farthest(without)
    assert pixels_drawn(without) == 0


def test_it_shows_those_in_view_and_nobody_else() -> None:
    simulation = start()
    place(simulation, along(10, 630, 150, 40))
    place(simulation, along(800, 1200, 150, 25))
    view, lens = SwarmView(load_stamps()), lens_at(0)
    view.look(simulation.world, lens)
    assert view.count() == 40
    view.draw_far(lens)
    view.draw_near(lens)
    assert pixels_drawn(lens) > 40 * 50


def test_an_empty_world_draws_nothing() -> None:
    simulation = start()
    view, lens = SwarmView(load_stamps()), lens_at(0)
    view.look(simulation.world, lens)
    view.draw_far(lens)
    view.draw_near(lens)
    assert pixels_drawn(lens) == 0


def test_those_on_gamera_are_not_drawn_a_second_time() -> None:
    simulation = start()
    cover(simulation, 30)
    view, lens = SwarmView(load_stamps()), lens_at(0)
    view.look(simulation.world, lens)
    assert view.count() == 0


def test_those_on_a_wire_pass_in_front_of_gamera() -> None:
    simulation = start(line_street())
    perch(simulation, 60)
    view, lens = SwarmView(load_stamps()), lens_at(340)
    view.look(simulation.world, lens)
    view.draw_far(lens)
    assert pixels_drawn(lens) == 0
    view.draw_near(lens)
    assert pixels_drawn(lens) > 0


def test_flyers_pass_on_both_sides_of_him() -> None:
    simulation = start()
    place(simulation, along(10, 630, 150, 100))
    view, lens = SwarmView(load_stamps()), lens_at(0)
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


def test_only_a_crowd_is_pushed_back() -> None:
    assert depth_bands(0) == depth_bands(600) == (0, NORMAL_FROM, HERO_DEPTH, LARGE_FROM)
    assert all(more >= usual for more, usual in zip(depth_bands(10_000), depth_bands(600), strict=True))


@pytest.mark.parametrize("in_view", [1, 600, 1700, 2400, 10_000, 200_000])
def test_the_larger_the_crowd_the_smaller_most_of_it_but_some_stay_near(in_view: int) -> None:
    bands = depth_bands(in_view)
    assert list(bands) == sorted(bands)
    assert bands.large <= 256
    nearer_than_specks = in_view * (256 - bands.small) / 256
    assert nearer_than_specks <= NEARER_THAN_SPECKS + in_view / 256 + 1


def test_the_newborn_come_in_from_afar_a_speck_first_then_small_then_as_large_as_all() -> None:
    simulation = start()
    view, drawn = SwarmView(load_stamps()), []
    view.observe(simulation.world)
    place(simulation, along(100, 500, 150, 20))
    for age in range(SMALL_TICKS + 1):
        view.observe(simulation.world)
        lens = lens_at(0)
        view.look(simulation.world, lens)
        view.draw_far(lens)
        view.draw_near(lens)
        if age in (0, SPECK_TICKS, SMALL_TICKS):
            drawn.append(pixels_drawn(lens))
    assert drawn[0] < drawn[1] / 2
    assert drawn[1] < drawn[2] / 1.5


def test_who_is_there_when_the_picture_begins_is_not_new() -> None:
    simulation = start()
    place(simulation, along(100, 500, 150, 20))
    lenses = []
    for observed in (False, True):
        view, lens = SwarmView(load_stamps()), lens_at(0)
        if observed:
            view.observe(simulation.world)
        view.look(simulation.world, lens)
        view.draw_near(lens)
        lenses.append(pixels_drawn(lens))
    assert lenses[0] == lenses[1]


def test_in_ash_nobody_is_blue_but_those_who_burn() -> None:
    usual, ashen = load_stamps(), load_stamps("vigil")
    flying = int(picture_index(0, 1, LOOKS.index("fly"), 0, 0))
    burning = int(picture_index(0, 1, LOOKS.index("burn"), 0, 0))
    pixels = {name: pygame.surfarray.array3d(stamps.pictures[flying]) for name, stamps in (("u", usual), ("a", ashen))}
    drawn = (pixels["u"] != KEY).any(axis=-1)
    assert (pixels["u"][drawn][:, 2] > pixels["u"][drawn][:, 0]).sum() > 40
    assert not (pixels["a"][drawn][:, 2] > pixels["a"][drawn][:, 0]).any()
    assert ashen.pictures[burning] is usual.pictures[burning]


def test_hardly_anybody_flies_between_him_and_the_eye() -> None:
    simulation = start()
    body = simulation.world.gamera_body
    place(simulation, along(body.x - 30, body.x + 30, body.y - 60, 100))
    view, lens = SwarmView(load_stamps()), lens_at(max(0, int(body.x) - 320))
    view.look(simulation.world, lens)
    view.draw_near(lens)
    before_him = pixels_drawn(lens)
    view.draw_far(lens)
    assert before_him < pixels_drawn(lens) / 2
