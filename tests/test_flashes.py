"""Nothing flashes more than three times in any second, and nothing at all for those who want no flashes."""

from collections.abc import Callable

import numpy as np
import pygame
import pytest

from game.sim import Simulation
from game.sim import events as happened
from game.sim.events import Event
from game.sim.power import CircuitState
from game.view.art import load_glows
from game.view.city import load_city
from game.view.kit import Kit
from game.view.lens import Lens
from game.view.lights import Lights
from game.view.pages.result import ResultPage, draw_result
from game.view.pages.title import TitlePage, draw_title
from game.view.picture import LookSettings, Picture
from game.view.wires import Wires
from tests.flash_meter import CANVAS, MOST_FLASHES, SECOND, FlashMeter, measure_game

DARK, BRIGHT, RED = (20, 20, 20), (200, 200, 200), (255, 0, 0)
FULL, REDUCED, NONE = LookSettings(), LookSettings(flashes=0.5), LookSettings(flashes=0.0)


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


def test_the_meter_counts_what_fills_a_quarter_of_a_field() -> None:
    assert max(metered(blinking(BRIGHT, 6), width=60).general) == 5  # of 213 px


def test_the_meter_lets_pass_what_only_moves() -> None:
    meter, canvas = FlashMeter(), pygame.Surface(CANVAS, 0, 32)
    for frame in range(2 * SECOND):  # stripes of 20 px that pass any point nine times a second
        canvas.fill(DARK)
        for x in range(-40, CANVAS[0], 40):
            canvas.fill(BRIGHT, (x + frame * 6 % 40, 0, 20, CANVAS[1]))
        meter.see(canvas)
    assert max(meter.general) == 0


@pytest.mark.parametrize(("looks", "most"), [(FULL, MOST_FLASHES), (REDUCED, MOST_FLASHES), (NONE, 0)])
def test_a_volley_of_surges_and_blows_stays_under_the_limit(looks: LookSettings, most: int) -> None:
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
    assert max(meter.general) <= most
    assert max(meter.red) <= most


def explosions(looks: LookSettings) -> FlashMeter:
    """Six of the largest, one after the other, all over the picture."""
    simulation = Simulation("lab", 1)
    world = simulation.world
    picture, meter, canvas = Picture(world.stage, 1, looks), FlashMeter(), pygame.Surface(CANVAS, 0, 32)
    for tick in range(2 * SECOND):
        x = world.gamera_body.x + tick * 5 - 200
        blown: list[Event] = [happened.FireballExploded(x, 160.0, 90.0, 3)] if tick % 18 == 0 and tick < 108 else []
        picture.observe(world, blown)
        picture.draw(canvas, world, hud=False)
        meter.see(canvas)
    return meter


def test_explosions_flash_seldom_enough_and_not_at_all_for_who_wants_no_flashes() -> None:
    assert 0 < max(explosions(FULL).general) <= MOST_FLASHES
    assert max(explosions(NONE).general) == 0


def test_a_surging_line_is_steady_for_who_wants_no_flashes() -> None:
    simulation = Simulation("lab", 1)
    world = simulation.world
    world.grid.circuits[0].state, world.grid.circuits[0].timer = CircuitState.SURGING, 60

    def pictures(looks: LookSettings) -> list[bytes]:
        """Of the line alone, once its light has come."""
        wires, shots = Wires(load_city("lab"), steady=not looks.flashes), []
        for _ in range(40):
            wires.observe(world, [])
            canvas = pygame.Surface(CANVAS, 0, 32)
            lens = Lens(canvas, round(world.stage.pylon[0].x), 0, 1.0, Lights(load_glows()))
            wires.draw(lens, world)
            lens.lights.draw(canvas)
            shots.append(pygame.image.tobytes(canvas, "RGB"))
        return shots[-8:]

    assert len(set(pictures(NONE))) == 1
    assert len(set(pictures(FULL))) > 1


@pytest.mark.parametrize(
    ("draw", "page"),
    [
        (draw_title, lambda tick: TitlePage(tick, ("PLAY", "QUIT"), 0, ready=True)),
        (draw_result, lambda tick: ResultPage(tick, True, "", "S", (("TIME", "4:12"),), 900, ("TITLE",), 0)),
        (draw_result, lambda tick: ResultPage(tick, False, "line", "", (("TIME", "4:12"),), 900, ("TITLE",), 0)),
    ],
)
def test_pages_hardly_flash(draw: Callable[..., None], page: Callable[[int], object]) -> None:
    kit, meter, canvas = Kit(), FlashMeter(), pygame.Surface(CANVAS, 0, 32)
    for tick in range(4 * SECOND):
        canvas.fill((60, 50, 90))
        draw(canvas, kit, page(tick))
        meter.see(canvas)
    assert max(meter.general) <= 1
    assert max(meter.red) <= 1


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
@pytest.mark.parametrize(
    ("stage", "seconds"),
    [
        ("sapporo", (58, 72)),
        ("sapporo", (108, 126)),
        ("sendai", (20, 32)),
        ("sendai", (104, 125)),
        ("vigil", (60, 72)),
        ("vigil", (116, 124)),
        ("tokyo", (100, 112)),
        ("legion", (40, 50)),
        ("legion", (58, 68)),
        ("dawn", (60, 68)),
        ("dawn", (112, 122)),
        ("swarm", (60, 80)),
    ],
)
def test_the_brightest_moments_of_a_stage_stay_under_the_limit(stage: str, seconds: tuple[float, float]) -> None:
    meters = measure_game(Simulation(stage, 2), [FULL, REDUCED, NONE], seconds)
    for meter, most in zip(meters, (MOST_FLASHES, MOST_FLASHES, 0), strict=True):
        assert max(meter.general) <= most
        assert max(meter.red) <= most
