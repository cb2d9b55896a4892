"""The camera: ahead of Gamera, with the line that matters in view, never beyond the stage, still when told so."""

import itertools

import numpy as np
import pytest

from game.sim import Action, Simulation
from game.sim.events import BlockDamaged, ClawHit, Event, FireballExploded, SeedLaunched
from game.sim.stage import OnStart, QueenPlan, Scripted
from game.sim.units import GROUND_Y, VIEW_WIDTH
from game.view.camera import FOCUS_MOST, LOOK_AHEAD, SHAKE_MOST, Camera
from tests.worlds import line_street, queen_of, start, story, street, switch_on

STORM: list[Event] = [
    FireballExploded(640.0, 200.0, 88.0, 3),
    BlockDamaged(1, 640.0, 2, True),
    ClawHit(3, 640.0, 240.0, 9),
]


def following(simulation: Simulation, ticks: int, action: Action | None = None, shake: float = 0.0) -> Camera:
    camera = Camera(simulation.world.stage.width, np.random.default_rng(1))
    for _ in range(ticks):
        camera.follow(simulation.world, simulation.step(action or Action()), shake)
    camera.aim(1.0)
    return camera


def shown_at(simulation: Simulation, camera: Camera) -> float:
    """px of Gamera from the middle of the view; left is negative."""
    return simulation.world.gamera_body.x - camera.x - VIEW_WIDTH / 2


def test_it_begins_on_him_at_once() -> None:
    simulation = Simulation("tokyo", seed=1)
    assert abs(shown_at(simulation, following(simulation, 1))) < LOOK_AHEAD + 20


@pytest.mark.parametrize("move", [-1, 1])
def test_it_shows_more_of_what_he_walks_toward(move: int) -> None:
    simulation = Simulation("tokyo", seed=1)
    camera = following(simulation, 240, Action(move=move))
    assert shown_at(simulation, camera) * move < -20


@pytest.mark.parametrize(("move", "edge"), [(-1, 0), (1, 3200 - VIEW_WIDTH)])
def test_it_stays_inside_the_stage(move: int, edge: int) -> None:
    simulation = Simulation("tokyo", seed=1)
    simulation.world.gamera_body.x = 60.0 if move < 0 else 2800.0
    camera = following(simulation, 300, Action(move=move), shake=1.0)
    assert 0 <= camera.x <= 3200 - VIEW_WIDTH
    assert abs(camera.x - edge) < 120


def test_a_live_line_draws_the_view_but_never_loses_him() -> None:
    quiet, lured = start(line_street()), start(line_street())
    for simulation in (quiet, lured):
        simulation.world.gamera_body.x = 900.0
    switch_on(lured)
    toward = shown_at(lured, following(lured, 200)) - shown_at(quiet, following(quiet, 200))
    assert 40 < toward <= FOCUS_MOST + 10
    assert abs(shown_at(lured, following(lured, 200))) < VIEW_WIDTH / 3


def test_it_moves_by_less_than_eight_px_a_tick_whatever_he_does() -> None:
    simulation = Simulation("tokyo", seed=1)
    camera = Camera(simulation.world.stage.width, np.random.default_rng(1))
    places = []
    for tick in range(600):
        move = 1 if tick // 100 % 2 else -1
        camera.follow(simulation.world, simulation.step(Action(move=move)), 0.0)
        camera.aim(1.0)
        places.append(camera.x)
    assert max(abs(b - a) for a, b in itertools.pairwise(places)) < 8


def shaken(share: float, ticks: int = 30) -> list[tuple[int, int]]:
    """Where the view stands on each tick after a storm of blows; he stands still."""
    simulation = start(line_street())
    simulation.world.gamera_body.x = 640.0
    camera = Camera(simulation.world.stage.width, np.random.default_rng(1))
    corners = []
    for tick in range(ticks):
        camera.follow(simulation.world, STORM if tick == 0 else [], share)
        camera.aim(1.0)
        corners.append((camera.x, camera.y))
    return corners


def test_blows_shake_it_and_the_shake_decays() -> None:
    corners = shaken(1.0)
    assert max(abs(y) for _, y in corners[:8]) >= 2
    assert max(abs(y) for _, y in corners) <= SHAKE_MOST
    assert {y for _, y in corners[-5:]} == {0}


def test_no_shake_means_none() -> None:
    assert len(set(shaken(0.0))) == 1


def test_a_frame_between_two_ticks_lies_between_them() -> None:
    simulation = Simulation("tokyo", seed=1)
    camera = following(simulation, 100, Action(move=1))
    places = []
    for alpha in (0.0, 0.5, 1.0):
        camera.aim(alpha)
        places.append(camera.x)
    assert places == sorted(places)
    assert places[2] - places[0] <= 2


def test_it_looks_up_with_the_queen_on_her_wings_and_comes_down_when_she_is_gone() -> None:
    opening = OnStart(do=(Scripted("queen_takes_wing"),))
    simulation = start(street(queen=QueenPlan(1200.0), scene=story((opening,))))
    camera = following(simulation, 220)
    _, queen = queen_of(simulation)
    assert queen.y < GROUND_Y - 100
    assert camera.y < -100
    for _ in range(250):
        camera.follow(simulation.world, simulation.step(Action()), 0.0)
    camera.aim(1.0)
    assert camera.y == 0


def test_it_cuts_to_the_seed_that_is_launched_out_of_sight() -> None:
    simulation = Simulation("tokyo", seed=1)
    camera = following(simulation, 10)
    camera.follow(simulation.world, [SeedLaunched(2200.0)], 0.0)
    camera.aim(0.0)
    assert abs(camera.x + VIEW_WIDTH / 2 - 2200.0) < 20
