"""The committed sheets of the flower, the Queen's weapons, the finale, combat and decals are whole and fresh."""

import ast
import itertools
import json
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.view.sheets import Frame, load_sheet
from sprites.bake.catalogue import TARGETS
from sprites.bake.flower import Stance, load_flower, stance_frames
from sprites.bake.flower_blast import blast_strips
from sprites.bake.queen_weapons_whips import HALO
from sprites.bake.sheet import fingerprint
from sprites.bake.targets import ATLAS

SHEETS = ("flower", "queen_weapons", "finale", "army_combat", "decals")
MACHINERY = {"sheet", "targets"}  # every bake depends on them; they draw nothing
WHITEST = 192  # darkest channel of a colour, as in the rim of Gamera's plastron
MAY_BE_WHITE = ("beam", "horn_beam", "horn_muzzle")  # the beams themselves and where they leave
FLASHES_A_SECOND = 3


@pytest.fixture(params=SHEETS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_sheet_was_baked_from_the_sources_as_they_are(name: str) -> None:
    baked = json.loads((ATLAS / f"{name}.json").read_text())["fingerprint"]
    assert baked == fingerprint(TARGETS[name].sources), f"run: python -m sprites.bake {name}"


def test_a_target_names_every_module_its_pictures_depend_on(name: str) -> None:
    sources = {path.stem for path in TARGETS[name].sources}
    for path in TARGETS[name].sources:
        if path.suffix == ".py":
            assert bake_imports(path) - MACHINERY <= sources, path.name


def bake_imports(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    modules = {node.module for node in imports if node.module and node.module.startswith("sprites.bake.")}
    packaged = {alias.name for node in imports if node.module == "sprites.bake" for alias in node.names}
    return {module.rpartition(".")[2] for module in modules} | packaged


def test_every_frame_has_a_picture(name: str) -> None:
    for key, strip in load_sheet(name).strips.items():
        assert strip.ticks > 0, key
        for frame in strip.frames:
            assert opaque(frame).any(), key


def test_pixels_are_either_there_or_not(name: str) -> None:
    alpha = pygame.surfarray.array_alpha(pygame.image.load(ATLAS / f"{name}.png"))
    assert set(np.unique(alpha)) <= {0, 255}


def test_what_faces_one_way_also_faces_the_other(name: str) -> None:
    strips = load_sheet(name).strips
    for key, strip in strips.items():
        if key.endswith("/right"):
            assert len(strips[key.removesuffix("right") + "left"].frames) == len(strip.frames), key


@pytest.mark.parametrize("name", ["flower", "queen_weapons", "finale", "decals"])
def test_only_beams_are_whiter_than_gameras_rim(name: str) -> None:
    for key, strip in load_sheet(name).strips.items():
        if key.startswith(MAY_BE_WHITE):
            continue
        for frame in strip.frames:
            colours = pygame.surfarray.array3d(frame.image)[opaque(frame)]
            assert colours.min(1).max() <= WHITEST, key


# ---- the flower


def test_the_flower_grows_with_every_frame() -> None:
    sheet = load_sheet("flower")
    heights = []
    for stage in range(1, 6):
        heights.append(sheet[f"stage/{stage}"].frames[0].pivot_y)
        heights += [frame.pivot_y for frame in sheet[f"grow/{stage}"].frames] if stage < 5 else []
    assert all(later > earlier - 4 for earlier, later in itertools.pairwise(heights))
    assert heights[-1] > 5 * heights[0]


def test_growth_never_jumps() -> None:
    sheet = load_sheet("flower")
    for stage in range(1, 5):
        heights = [frame.pivot_y for frame in sheet[f"grow/{stage}"].frames]
        assert max(abs(later - earlier) for earlier, later in itertools.pairwise(heights)) < 16


def test_a_fallen_flower_does_not_reach_below_the_street() -> None:
    for facing in ("right", "left"):
        for frame in load_sheet("flower")[f"topple/{facing}"].frames:
            assert frame.image.get_height() - frame.pivot_y <= 12


def test_the_oxygen_strip_brightens_all_the_way() -> None:
    light = [brightness(frame) for frame in load_sheet("flower")["breath"].frames]
    assert all(later > earlier * 0.98 for earlier, later in itertools.pairwise(light))
    assert light[-1] > light[0] * 1.15


def test_the_pod_leaves_with_the_launchs_fifth_frame() -> None:
    anchors = [frame.anchors for frame in load_sheet("flower")["launch"].frames]
    assert ["pod" in frame for frame in anchors] == [True] * 4 + [False] * 4
    assert all("head" in frame for frame in anchors)


def test_the_same_stance_gives_the_same_pixels() -> None:
    stance = Stance(growth=2.5, sway=1.0, phase=0.3)
    first, second = (stance_frames(stance, (1,))[0].pixels for _ in range(2))
    assert np.array_equal(first, second)
    for one, other in zip(blast_strips(), blast_strips(), strict=True):
        assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(one.frames, other.frames, strict=True)), one.name


def test_every_strip_of_the_flowers_table_is_in_the_sheet() -> None:
    sheet = load_sheet("flower")
    for strip, table in load_flower().strips.items():
        for key in (f"{strip}/right", f"{strip}/left") if table.both_facings else (strip,):
            assert len(sheet[key].frames) == len(table.stances)


# ---- the Queen


def test_live_whips_thin_out_towards_the_tip() -> None:
    sheet = load_sheet("queen_weapons")
    for stamp in ("whip/halo", "whip/body", "whip/core"):
        widths = [opaque(frame).sum() for frame in sheet[stamp].frames]
        assert len(widths) == len(HALO)
        assert widths == sorted(widths, reverse=True)


def test_the_barrier_stays_see_through() -> None:
    for frame in load_sheet("queen_weapons")["crest_barrier/left"].frames:
        assert opaque(frame).mean() < 0.45


# ---- light


def test_beams_tile_along_their_length() -> None:
    for sheet, strip in (("finale", "beam/tile"), ("queen_weapons", "horn_beam")):
        for frame in load_sheet(sheet)[strip].frames:
            thickness = opaque(frame).sum(1)
            assert abs(int(thickness[0]) - int(thickness[-1])) <= 8


def test_the_glow_in_the_chest_breathes_under_the_flash_limit() -> None:
    loop = load_sheet("finale")["chest_glow"]
    assert 60 / (loop.ticks * len(loop.frames)) < FLASHES_A_SECOND


def brightness(frame: Frame) -> float:
    return float(pygame.surfarray.array3d(frame.image)[opaque(frame)].mean())


def opaque(frame: Frame) -> np.ndarray:
    return pygame.surfarray.array_alpha(frame.image) > 0
