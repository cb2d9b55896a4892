"""The baked places and how `game/view/place.py` draws them."""

import itertools
import os
import subprocess
import sys

import numpy as np
import pygame
import pytest

from game.view.place import FLICKER_SLOT, Place
from game.view.sheets import load_sheet
from game.view.weather import Weather
from sprites.bake.scenery.blocks import CITIES, LOOKS, look_name
from sprites.bake.scenery.hero_pylon import WIRE_HEIGHTS
from sprites.bake.scenery.place import PLACES, sources
from sprites.bake.scenery.spec import read_place
from sprites.bake.sheet import fingerprint

SIZE = (640, 360)
MAGENTA = (255, 0, 255)
TICK = 700


@pytest.fixture(scope="module")
def canvas() -> pygame.Surface:
    return pygame.Surface(SIZE, 0, 32)


@pytest.fixture(scope="module")
def tokyo(canvas: pygame.Surface) -> Place:
    return Place("tokyo", canvas)


@pytest.fixture(scope="module")
def sapporo(canvas: pygame.Surface) -> Place:
    return Place("sapporo", canvas)


@pytest.fixture(scope="module")
def dawn(canvas: pygame.Surface) -> Place:
    return Place("dawn", canvas)


def drawn(place: Place, canvas: pygame.Surface, camera_x: float, dark: str = "", tick: int = TICK) -> np.ndarray:
    """The whole frame as an array of shape (640, 360, 3)."""
    canvas.fill(MAGENTA)
    place.draw_behind(canvas, camera_x, tick, frozenset(dark))
    place.draw_front(canvas, camera_x, tick, frozenset(dark))
    return pygame.surfarray.array3d(canvas)


@pytest.mark.parametrize("name", PLACES)
def test_a_place_is_baked_from_its_present_sources(name: str, canvas: pygame.Surface) -> None:
    assert Place(name, canvas).fingerprint == fingerprint(sources(name)), f"python -m sprites.bake place_{name}"


@pytest.mark.parametrize("name", PLACES)
def test_a_place_covers_the_whole_canvas_at_both_ends_and_while_the_screen_shakes(
    name: str, canvas: pygame.Surface
) -> None:
    place = Place(name, canvas)
    for camera_x in (0.0, place.width / 2 - 320, place.width - 640.0):
        for camera_y in (-6.0, 0.0, 6.0):
            canvas.fill(MAGENTA)
            place.draw_behind(canvas, camera_x, TICK, camera_y=camera_y)
            assert not (pygame.surfarray.array3d(canvas) == MAGENTA).all(axis=2).any()


def test_the_same_tick_gives_the_same_picture(tokyo: Place, canvas: pygame.Surface) -> None:
    first = drawn(tokyo, canvas, 1234.5)
    drawn(tokyo, canvas, 40.0, dark="A", tick=TICK + 99)
    assert np.array_equal(first, drawn(tokyo, canvas, 1234.5))


def test_clouds_drift_while_the_camera_rests(tokyo: Place, canvas: pygame.Surface) -> None:
    sky = np.s_[:, 40:140]
    assert not np.array_equal(drawn(tokyo, canvas, 0)[sky], drawn(tokyo, canvas, 0, tick=TICK + 240)[sky])


def test_the_moon_shines_through_every_cloud_that_passes(tokyo: Place, canvas: pygame.Surface) -> None:
    lower_edge = (60, 76, 36, 3)  # of the disc in `tokyo.toml`
    for tick in range(0, 60_000, 4000):
        tokyo.draw_behind(canvas, 0.0, tick)
        assert pygame.surfarray.array3d(canvas.subsurface(lower_edge)).max() > 0xC0


def test_a_blackout_of_b_changes_only_the_columns_of_b_in_every_layer(tokyo: Place) -> None:
    for layer in (*tokyo.behind, *tokyo.front):
        start, end = layer.record.districts["B"]
        for tile in layer.tiles:
            inside = start <= tile.x and tile.x + tile.width <= end
            assert inside == (tile.district == "B")
            assert inside or tile.x + tile.width <= start or tile.x >= end


def test_a_blackout_of_b_changes_pixels_only_in_the_range_of_b(tokyo: Place, canvas: pygame.Surface) -> None:
    """With a district's edge in mid-screen all layers have it there, whatever their depth."""
    for edge, b_side in ((1100, np.s_[320:]), (2200, np.s_[:320])):
        lit, dark = drawn(tokyo, canvas, edge - 320.0), drawn(tokyo, canvas, edge - 320.0, dark="B")
        changed = (lit != dark).any(axis=(1, 2))
        assert changed[b_side].any()
        changed[b_side] = False
        assert not changed.any()


def test_a_blackout_makes_its_district_darker(tokyo: Place, canvas: pygame.Surface) -> None:
    lit, dark = drawn(tokyo, canvas, 1330.0), drawn(tokyo, canvas, 1330.0, dark="ABC")
    houses = np.s_[:, 240:300]
    assert dark[houses].mean() < 0.9 * lit[houses].mean()


def test_the_district_of_the_world_layer_begins_at_its_world_x(tokyo: Place) -> None:
    street = next(layer for layer in tokyo.behind if layer.record.depth == 1)
    assert street.record.districts == {"A": (0, 1100), "B": (1100, 2200), "C": (2200, 3200)}


def test_now_and_then_a_window_flickers(tokyo: Place, canvas: pygame.Surface) -> None:
    houses = np.s_[:, 200:300]

    def windows_change(slot: int) -> bool:
        off = drawn(tokyo, canvas, 1330.0, tick=slot * FLICKER_SLOT)
        on = drawn(tokyo, canvas, 1330.0, tick=slot * FLICKER_SLOT + 10)
        return bool((off[houses].astype(int) - on[houses] < -60).any())

    assert any(windows_change(slot) for slot in range(8))


@pytest.mark.parametrize("name", PLACES)
def test_the_foreground_leaves_the_actors_in_sight(name: str, canvas: pygame.Surface) -> None:
    """Above the feet's row only a thin pole may cover the world: less than 4 % of any screen."""
    place = Place(name, canvas)
    for camera_x in range(0, place.width - 639, 160):
        canvas.fill(MAGENTA)
        place.draw_front(canvas, camera_x, TICK)
        covered = (pygame.surfarray.array3d(canvas)[:, :322] != MAGENTA).any(axis=2)
        assert covered.mean() < 0.04


def test_a_place_loads_without_a_display() -> None:
    script = (
        "import pygame\nfrom game.view.place import Place\n"
        "canvas = pygame.Surface((640, 360), 0, 32)\nPlace('tokyo', canvas).draw_behind(canvas, 0.0, 0)\n"
        "assert not pygame.display.get_init()\n"
    )
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "SDL_VIDEODRIVER")}
    subprocess.run([sys.executable, "-c", script], check=True, env=environment)


@pytest.mark.parametrize("name", CITIES)
def test_every_look_of_a_block_has_all_its_states(name: str) -> None:
    sheet = load_sheet(f"{name}_city")
    for kind, looks in LOOKS.items():
        for number in range(len(looks)):
            look = look_name(kind, number)
            for state in ("0", "0/dark", "1", "1/dark", "2", "fall1", "fall2"):
                assert f"{look}/{state}" in sheet


@pytest.mark.parametrize("name", CITIES)
def test_the_wires_hang_where_the_rules_put_them(name: str) -> None:
    """The lowest insulator of a pylon on the ground (300) is at 134."""
    standing = load_sheet(f"{name}_city")["pylon/standing"].frames[0]
    assert standing.anchors["wire0"] == (0, -166)
    assert [standing.anchors[f"wire{k}"][1] for k in range(3)] == [-height for height in WIRE_HEIGHTS]


@pytest.mark.parametrize("name", [name for name in PLACES if name not in ("lab", "tokyo")])
def test_a_place_of_the_film_moves_while_the_camera_rests(name: str, canvas: pygame.Surface) -> None:
    place = Place(name, canvas)
    before, after = drawn(place, canvas, 400.0), drawn(place, canvas, 400.0, tick=TICK + 400)
    assert (before != after).any(axis=2)[:, :240].mean() > 0.01


class TestLight:
    """The place whose light grows."""

    def seen(self, dawn: Place, canvas: pygame.Surface, light: float) -> np.ndarray:
        canvas.fill(MAGENTA)
        dawn.draw_behind(canvas, 500.0, TICK, light=light)
        dawn.draw_front(canvas, 500.0, TICK, light=light)
        return pygame.surfarray.array3d(canvas).astype(int)

    def test_it_has_four_steps_each_brighter_than_the_one_before(self, dawn: Place, canvas: pygame.Surface) -> None:
        means = [self.seen(dawn, canvas, step).mean() for step in range(dawn.full_light + 1)]
        assert len(means) == 4
        assert all(later > earlier * 1.1 for earlier, later in itertools.pairwise(means))

    def test_half_way_every_pixel_lies_between_its_two_steps(self, dawn: Place, canvas: pygame.Surface) -> None:
        below_sun = np.s_[:, 310:]  # the sun itself stands elsewhere at each step
        low, high = self.seen(dawn, canvas, 1)[below_sun], self.seen(dawn, canvas, 2)[below_sun]
        between = self.seen(dawn, canvas, 1.5)[below_sun]
        assert (between >= np.minimum(low, high) - 2).all()
        assert (between <= np.maximum(low, high) + 2).all()

    def test_without_a_word_it_shines_in_full(self, dawn: Place, canvas: pygame.Surface) -> None:
        assert np.array_equal(drawn(dawn, canvas, 500.0), self.seen(dawn, canvas, 3))

    def test_a_place_without_steps_knows_one_light_only(self, tokyo: Place, canvas: pygame.Surface) -> None:
        assert tokyo.full_light == 0
        tokyo.draw_behind(canvas, 0.0, TICK, light=0.7)
        dim = pygame.surfarray.array3d(canvas)
        tokyo.draw_behind(canvas, 0.0, TICK)
        assert np.array_equal(dim, pygame.surfarray.array3d(canvas))


class TestPuddles:
    """The sea of Sapporo and the streets of Sendai mirror what stands over them."""

    def mirrored(self, place: Place, canvas: pygame.Surface, actor: pygame.Rect) -> np.ndarray:
        """Where the reflections change with a white actor at this place."""
        pictures = []
        for colour in (None, (255, 255, 255)):
            place.draw_behind(canvas, 0.0, TICK)
            if colour:
                canvas.fill(colour, actor)
            place.draw_reflections(canvas, 0.0, TICK)
            pictures.append(pygame.surfarray.array3d(canvas).astype(int))
        return (pictures[0] != pictures[1]).any(axis=2)

    def test_the_sea_mirrors_an_actor_below_him(self, sapporo: Place, canvas: pygame.Surface) -> None:
        changed = self.mirrored(sapporo, canvas, pygame.Rect(100, 240, 40, 56))
        assert changed[100:140, 304:340].mean() > 0.2
        assert not changed[160:, 304:].any()

    def test_who_stands_in_the_water_is_not_painted_over(self, sapporo: Place, canvas: pygame.Surface) -> None:
        sapporo.draw_behind(canvas, 0.0, TICK)
        standing = pygame.Rect(100, 290, 40, 40)
        canvas.fill((255, 255, 255), standing)
        sapporo.draw_reflections(canvas, 0.0, TICK)
        assert (pygame.surfarray.array3d(canvas)[100:140, 290:330] == 255).all()

    def test_a_dry_place_mirrors_nothing(self, tokyo: Place, canvas: pygame.Surface) -> None:
        assert not self.mirrored(tokyo, canvas, pygame.Rect(100, 240, 40, 56))[:, 300:].any()


class TestWeather:
    """Particles that are a function of camera and tick."""

    KINDS = ("snow", "rain", "ash", "embers")

    def fallen(self, weather: Weather, camera_x: float = 0.0, tick: int = TICK) -> np.ndarray:
        canvas = pygame.Surface(SIZE, 0, 32)
        weather.draw_far(canvas, camera_x, 0.0, tick)
        weather.draw_near(canvas, camera_x, 0.0, tick)
        return pygame.surfarray.array3d(canvas)

    @pytest.mark.parametrize("kind", KINDS)
    def test_it_is_the_same_at_the_same_tick(self, kind: str) -> None:
        weather = Weather([kind])
        first = self.fallen(weather)
        self.fallen(weather, tick=TICK + 5)
        assert np.array_equal(first, self.fallen(weather))
        assert np.array_equal(first, self.fallen(Weather([kind])))

    @pytest.mark.parametrize("kind", KINDS)
    def test_it_moves_by_itself_and_with_the_camera(self, kind: str) -> None:
        weather = Weather([kind])
        assert not np.array_equal(self.fallen(weather), self.fallen(weather, tick=TICK + 20))
        assert not np.array_equal(self.fallen(weather), self.fallen(weather, camera_x=30.0))

    @pytest.mark.parametrize("kind", KINDS)
    def test_it_leaves_the_picture_readable(self, kind: str) -> None:
        covered = self.fallen(Weather([kind])).any(axis=2).mean()
        assert 0 < covered < 0.03

    def test_no_weather_draws_nothing(self) -> None:
        assert not self.fallen(Weather([])).any()

    @pytest.mark.parametrize("name", PLACES)
    def test_every_place_names_weather_that_exists(self, name: str, canvas: pygame.Surface) -> None:
        place = Place(name, canvas)
        assert list(place.weather) == read_place(name).weather
        Weather(place.weather)
