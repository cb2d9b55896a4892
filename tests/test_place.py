"""The baked places and how `game/view/place.py` draws them."""

import os
import subprocess
import sys

import numpy as np
import pygame
import pytest

from game.view.place import FLICKER_SLOT, Place
from game.view.sheets import load_sheet
from sprites.bake.scenery.blocks import LOOKS, look_name
from sprites.bake.scenery.hero_pylon import WIRE_HEIGHTS
from sprites.bake.scenery.place import sources
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


def drawn(place: Place, canvas: pygame.Surface, camera_x: float, dark: str = "", tick: int = TICK) -> np.ndarray:
    """The whole frame as an array of shape (640, 360, 3)."""
    canvas.fill(MAGENTA)
    place.draw_behind(canvas, camera_x, tick, frozenset(dark))
    place.draw_front(canvas, camera_x, tick, frozenset(dark))
    return pygame.surfarray.array3d(canvas)


@pytest.mark.parametrize("name", ["tokyo", "lab"])
def test_a_place_is_baked_from_its_present_sources(name: str, canvas: pygame.Surface) -> None:
    assert Place(name, canvas).fingerprint == fingerprint(sources(name)), f"python -m sprites.bake place_{name}"


@pytest.mark.parametrize("name", ["tokyo", "lab"])
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


def test_the_foreground_leaves_the_actors_in_sight(tokyo: Place, canvas: pygame.Surface) -> None:
    """Above the feet's row only a thin pole may cover the world: less than 4 % of any screen."""
    for camera_x in range(0, tokyo.width - 639, 160):
        canvas.fill(MAGENTA)
        tokyo.draw_front(canvas, camera_x, TICK)
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


def test_every_look_of_a_block_has_all_its_states() -> None:
    sheet = load_sheet("tokyo_city")
    for kind, looks in LOOKS.items():
        for number in range(len(looks)):
            name = look_name(kind, number)
            for state in ("0", "0/dark", "1", "1/dark", "2", "fall1", "fall2"):
                assert f"{name}/{state}" in sheet


def test_the_wires_hang_where_the_rules_put_them() -> None:
    """The lowest insulator of a pylon on the ground (300) is at 134."""
    standing = load_sheet("tokyo_city")["pylon/standing"].frames[0]
    assert standing.anchors["wire0"] == (0, -166)
    assert [standing.anchors[f"wire{k}"][1] for k in range(3)] == [-height for height in WIRE_HEIGHTS]
