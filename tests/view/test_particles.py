"""Particles: born once a tick, thrown, drawn where they are, at rest on the street, never too many."""

import numpy as np
import pygame

from game.view.art import keyed_sheet, load_glows
from game.view.lens import Lens
from game.view.lights import Lights
from game.view.particles import MOST, PIECES, TURNS, Particles

NIGHT = (20, 16, 40)


def particles(seed: int = 1) -> Particles:
    return Particles(keyed_sheet("effects"), np.random.default_rng(seed))


def drawn(some: Particles, *, left: int = 0, top: int = 0, alpha: float = 1.0) -> np.ndarray:
    """Canvas pixels (640, 360) that are not the night's."""
    canvas = pygame.Surface((640, 360), depth=32)
    canvas.fill(NIGHT)
    some.draw(Lens(canvas, left, top, alpha, Lights(load_glows())))
    return (pygame.surfarray.array3d(canvas) != NIGHT).any(axis=2)


def middle(pixels: np.ndarray) -> np.ndarray:
    """x and y of the pixels' mean."""
    return np.argwhere(pixels).mean(axis=0)


def test_bursts_are_born_when_the_tick_settles() -> None:
    some = particles()
    some.burst("yellow", 100.0, 100.0, 4, 80.0)
    some.burst("glass", 300.0, 100.0, 3, 80.0)
    assert len(some) == 0
    some.settle()
    assert len(some) == 7
    some.settle()
    assert len(some) == 7


def test_a_burst_starts_at_its_point_and_spreads_to_all_sides() -> None:
    some = particles()
    some.burst("fire", 200.0, 100.0, 200, 100.0, push=(0.0, 0.0), weight=0.0)
    some.settle()
    assert (some.position == [[200.0], [100.0]]).all()
    for _ in range(10):
        some.step()
    assert (some.position.min(axis=1) < [195.0, 95.0]).all()
    assert (some.position.max(axis=1) > [205.0, 105.0]).all()


def test_debris_is_born_round_its_point_not_in_it() -> None:
    some = particles()
    some.burst("concrete", 200.0, 100.0, 40, 0.0, push=(0.0, 0.0))
    some.settle()
    assert np.ptp(some.position, axis=1).min() > 8.0


def test_a_full_table_takes_as_many_as_there_is_room() -> None:
    some = particles()
    some.burst("blue", 100.0, 100.0, MOST - 10, 80.0)
    some.settle()
    some.burst("blue", 100.0, 100.0, 60, 80.0)
    some.settle()
    assert len(some) == MOST


def test_the_same_seed_throws_the_same_sparks() -> None:
    places = []
    for _ in range(2):
        some = particles(seed=5)
        some.burst("yellow", 100.0, 100.0, 20, 150.0)
        for _ in range(5):
            some.step()
        places.append(some.position.copy())
    assert (places[0] == places[1]).all()


def test_fast_sparks_are_streaks_and_slow_ones_dots() -> None:
    slow, fast = particles(), particles()
    slow.burst("yellow", 100.0, 100.0, 1, 0.0, push=(0.0, 0.0))
    fast.burst("yellow", 100.0, 100.0, 1, 0.0, push=(300.0, 0.0))
    extents = []
    for some in (slow, fast):
        some.settle()
        spots = np.argwhere(drawn(some))
        extents.append(tuple(np.ptp(spots, axis=0) + 1))
    assert extents == [(2, 2), (5, 1)]


def test_they_move_with_the_camera_both_ways() -> None:
    some = particles()
    some.burst("concrete", 300.0, 150.0, 5, 0.0)
    some.settle()
    moved = middle(drawn(some, left=40, top=3)) - middle(drawn(some))
    assert moved.tolist() == [-40.0, -3.0]


def test_between_two_ticks_they_are_drawn_on_their_way() -> None:
    some = particles()
    some.burst("glass", 300.0, 150.0, 1, 0.0, push=(600.0, 0.0), weight=0.0)
    some.settle()
    before = middle(drawn(some))[0]
    some.step()
    assert before < middle(drawn(some, alpha=0.5))[0] < middle(drawn(some))[0]


def test_a_piece_at_rest_no_longer_tumbles() -> None:
    some = particles()
    some.burst("glass", 100.0, 298.0, 1, 0.0, push=(0.0, 0.0), life=900)
    for _ in range(200):
        some.step()
    at_rest = drawn(some)
    for _ in range(40):
        some.step()
        assert (drawn(some) == at_rest).all()


def test_every_piece_has_all_its_quarter_turns() -> None:
    sheet = keyed_sheet("effects")
    assert {len(sheet[name].frames) for names in PIECES.values() for name in names} == {TURNS}
