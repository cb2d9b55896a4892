"""Nothing flashes more than three times in any second, and nothing at all for those who want no flashes."""

import numpy as np
import pygame
import pytest

from game.sim import Simulation
from game.sim import events as happened
from game.sim.events import Event
from game.view.picture import LookSettings, Picture
from tests.flash_meter import CANVAS, MOST_FLASHES, SECOND, FlashMeter, measure_game

DARK, BRIGHT, RED = (20, 20, 20), (200, 200, 200), (255, 0, 0)
FULL, NONE = LookSettings(), LookSettings(flashes=0.0)


def metered(colours: list[tuple[int, int, int]], width: int = CANVAS[0]) -> FlashMeter:
    """Frames of one colour each, over `width` px of a dark canvas."""
    meter, canvas = FlashMeter(), pygame.Surface(CANVAS, 0, 32)
    for colour in colours:
        canvas.fill(DARK)
        canvas.fill(colour, (0, 0, width, CANVAS[1]))
        meter.see(canvas)
    return meter


def blinking(colour: tuple[int, int, int], ticks: int) -> list[tuple[int, int, int]]:
    """A second and a half of `ticks` on and as many off."""
    return ([colour] * ticks + [DARK] * ticks) * (3 * SECOND // (4 * ticks))


def test_the_meter_counts_pairs_of_changes_in_a_second() -> None:
    assert max(metered(blinking(BRIGHT, 6)).general) == 5
    assert max(metered(blinking(BRIGHT, 15)).general) == 2
    assert max(metered(blinking(RED, 6)).red) == 5
    assert max(metered(blinking(BRIGHT, 6)).red) == 0


def test_the_meter_lets_small_and_faint_changes_pass() -> None:
    assert max(metered(blinking(BRIGHT, 6), width=30).general) == 0
    assert max(metered(blinking((70, 70, 70), 6)).general) == 0


@pytest.mark.parametrize("looks", [FULL, NONE])
def test_a_volley_of_surges_and_blows_stays_under_the_limit(looks: LookSettings) -> None:
    simulation = Simulation("tokyo", 1)
    world = simulation.world
    picture, meter, canvas = Picture(world.stage, 1, looks), FlashMeter(), pygame.Surface(CANVAS, 0, 32)
    for tick in range(2 * SECOND):
        events: list[Event] = [happened.CircuitSurged(0, 1.0, 60), happened.GameraHurt(20.0, True)]
        picture.observe(world, events if tick % 8 == 0 else [])
        if tick % 2 == 0:  # flashes last longer than two ticks
            picture.draw(canvas, world)
            meter.see(canvas)
            meter.see(canvas)
    assert max(meter.general) <= MOST_FLASHES
    assert max(meter.red) <= MOST_FLASHES


def test_a_surge_whitens_the_picture_only_for_who_wants_flashes() -> None:
    world = Simulation("tokyo", 1).world

    def level(looks: LookSettings, events: list[Event]) -> float:
        picture, canvas = Picture(world.stage, 1, looks), pygame.Surface(CANVAS, 0, 32)
        picture.observe(world, events)
        picture.draw(canvas, world, hud=False)
        return float(np.median(pygame.surfarray.array3d(canvas)))

    surge: list[Event] = [happened.CircuitSurged(0, 1.0, 60)]
    assert level(FULL, surge) > level(FULL, []) + 20
    assert level(NONE, surge) == pytest.approx(level(NONE, []), abs=3)


@pytest.mark.slow
@pytest.mark.parametrize("looks", [FULL, NONE])
@pytest.mark.parametrize(
    ("stage", "seconds"),
    [("tokyo", (100, 112)), ("legion", (40, 50)), ("dawn", (60, 68)), ("dawn", (112, 122)), ("sendai", (104, 125))],
)
def test_surges_whips_beam_and_white_out_stay_under_the_limit(
    stage: str, seconds: tuple[float, float], looks: LookSettings
) -> None:
    (meter,) = measure_game(Simulation(stage, 2), [looks], seconds)
    assert max(meter.general) <= MOST_FLASHES
    assert max(meter.red) <= MOST_FLASHES
