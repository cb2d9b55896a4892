"""The committed sheets of soldiers, effects, glows, power and army are whole and match their sources."""

import ast
import json
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.view.sheets import Frame, load_sheet
from sprites.bake.catalogue import TARGETS
from sprites.bake.effects_power import draw_power
from sprites.bake.sheet import fingerprint
from sprites.bake.soldiers import load_source, rgb
from sprites.bake.targets import ATLAS

SHEETS = ("soldier", "effects", "glows", "power", "army")
SHELL_AND_EYE = "12345rRw"
MACHINERY = {"sheet", "targets"}  # every bake depends on them; they draw nothing


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_was_baked_from_the_sources_as_they_are(name: str) -> None:
    baked = json.loads((ATLAS / f"{name}.json").read_text())["fingerprint"]
    assert baked == fingerprint(TARGETS[name].sources), f"run: python -m sprites.bake {name}"


@pytest.mark.parametrize("name", SHEETS)
def test_a_target_names_every_module_its_pictures_depend_on(name: str) -> None:
    sources = {path.stem for path in TARGETS[name].sources}
    for path in TARGETS[name].sources:
        if path.suffix == ".py":
            assert bake_imports(path) - MACHINERY <= sources


def bake_imports(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    modules = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {module.rpartition(".")[2] for module in modules if module.startswith("sprites.bake.")}


@pytest.mark.parametrize("name", SHEETS)
def test_every_strip_has_frames_and_every_frame_a_picture(name: str) -> None:
    for key, strip in load_sheet(name).strips.items():
        assert strip.frames, key
        assert strip.ticks > 0, key
        for frame in strip.frames:
            assert opaque(frame).any(), key


@pytest.mark.parametrize("name", SHEETS)
def test_pixels_are_either_there_or_not(name: str) -> None:
    alpha = pygame.surfarray.array_alpha(pygame.image.load(ATLAS / f"{name}.png"))
    assert set(np.unique(alpha)) <= {0, 255}


def test_a_soldier_has_every_state_in_every_size_tint_and_facing() -> None:
    source, sheet = load_source(), load_sheet("soldier")
    for tint in source.tints:
        for size in ("normal",) if tint == "host" else source.sizes:
            for state in source.states:
                for facing in ("right", "left"):
                    assert f"{tint}/{size}/{state}/{facing}" in sheet


@pytest.mark.parametrize("size", ["large", "normal"])
@pytest.mark.parametrize("tint", ["sky", "ground"])
@pytest.mark.parametrize("state", ["crawl", "fly", "cling", "perch", "bite", "stagger", "fall"])
def test_a_soldiers_shell_and_eye_never_touch_the_background(tint: str, size: str, state: str) -> None:
    colours = [rgb(load_source().tints[tint].colours[key]) for key in SHELL_AND_EYE]
    for frame in load_sheet("soldier")[f"{tint}/{size}/{state}/right"].frames:
        pixels = np.pad(pygame.surfarray.array3d(frame.image), ((1, 1), (1, 1), (0, 0)))
        inside = np.pad(opaque(frame), 1)
        body = inside & np.any([(pixels == colour).all(2) for colour in colours], axis=0)
        for shift, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1)):
            assert np.roll(inside, shift, axis)[body].all()


def test_a_soldier_is_as_small_as_the_rules_think() -> None:
    for size, width, height in (("large", 26, 20), ("normal", 22, 17), ("small", 16, 12)):
        frame = load_sheet("soldier")[f"sky/{size}/crawl/right"].frames[0]
        assert frame.image.get_width() <= width
        assert frame.image.get_height() <= height


def test_glows_are_opaque_so_that_they_can_be_added() -> None:
    for strip in load_sheet("glows").strips.values():
        assert opaque(strip.frames[0]).all()


def test_the_electrified_flash_stays_under_three_a_second() -> None:
    strip = load_sheet("soldier")["sky/normal/burn/right"]
    assert 60 / (strip.ticks * len(strip.frames)) < 3


def test_baking_twice_gives_the_same_pixels() -> None:
    for first, second in zip(draw_power()["power"], draw_power()["power"], strict=True):
        for one, other in zip(first.frames, second.frames, strict=True):
            assert np.array_equal(one.pixels, other.pixels), first.name


def opaque(frame: Frame) -> np.ndarray:
    return pygame.surfarray.array_alpha(frame.image) > 0
