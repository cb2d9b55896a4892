"""The sheet `soldier`: Legion soldiers from the stamps and limb tables of `sprites/puppets/soldier.toml`.

A picture is a grid of palette characters until the very end, so that every pixel is on a tint's palette.
"""

import itertools
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from sprites.bake.sheet import Frame, Pixels, Strip
from sprites.bake.targets import SPRITES, Target

SOURCE = SPRITES / "puppets" / "soldier.toml"
CANVAS = 40  # px, square and even, so that quarter turns keep the middle
MIDDLE = CANVAS // 2
SHADOW_REACH = 8  # px of the large size to either side of the middle
FEET = 7  # px of the large size below the middle of the body, as in the limb tables
HOST_SIZES = ("normal",)  # soldiers on a host are all at the host's own depth

EMPTY = "."
INK = "k"
LEG, FAR_LEG = "lLL", "dnn"
BLADE, BLADE_BELOW, FAR_BLADE = "bBBWW", "bbBBB", "bb"
TWO_PIXEL_BLADES = 0.8  # scale from which a blade has a shaded lower edge
WING, FAR_WING = "vV", "VV"
WINGS = "vV"
SHELL_UNDER_RIM = "1234"
RIM = "5"
THROW_SHADOWS = ("crawl", "stagger")
ELECTRIC = {"glow": "1c58c8", "arc": "9ceaff", "core": "f4ffff", "char": "0c0a1c", "ember": "3aa8ff"}

Grid = npt.NDArray[np.str_]  # (CANVAS, CANVAS) of one palette character each
Palette = Mapping[str, tuple[int, int, int]]


class Pose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    body: str
    lift: int = 0
    legs: tuple[str, ...] = ()
    far_legs: tuple[str, ...] = ()
    blades: tuple[str, ...] = ()
    far_blades: tuple[str, ...] = ()
    wings: tuple[str, ...] = ()
    far_wings: tuple[str, ...] = ()
    upside_down: bool = False


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ticks: int
    frames: tuple[Pose, ...] = ()
    like: str = ""  # the state whose frames these are, when there are none of its own
    turn: int = 0
    feet: bool = False
    tumble: bool = False
    dead: bool = False


class Size(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    scale: float
    haze: float
    far_limbs: bool
    stamps: dict[str, str]


class Tint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    haze: str
    colours: dict[str, str]
    on_street: bool = False  # what stands on something throws a shadow


class Dead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    tint: str
    size: str
    haze: float
    frames: tuple[Pose, ...]


class Speck(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    tint: str
    ticks: int
    frames: tuple[str, ...]


class SoldierSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sizes: dict[str, Size]
    tints: dict[str, Tint]
    states: dict[str, State]
    dead: Dead
    far: Speck


def load_source() -> SoldierSource:
    return msgspec.convert(tomllib.loads(SOURCE.read_text(encoding="utf-8")), SoldierSource)


# ---- drawing in palette characters


def stamp_rows(stamp: str) -> Grid:
    return np.array([list(row) for row in stamp.split()])


def polyline(text: str, scale: float) -> list[tuple[int, int]]:
    """ "x,y x,y" in pixels from the middle -> canvas pixels of this size."""
    points = (tuple(float(number) for number in point.split(",")) for point in text.split())
    return [(MIDDLE + round(x * scale), MIDDLE + round(y * scale)) for x, y in points]


def draw_line(grid: Grid, points: Sequence[tuple[int, int]], characters: str) -> None:
    """A polyline one pixel wide, its characters spread along it."""
    path: list[tuple[int, int]] = []
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        steps = max(abs(x1 - x0), abs(y1 - y0), 1)
        path += [(round(x0 + (x1 - x0) * i / steps), round(y0 + (y1 - y0) * i / steps)) for i in range(steps + 1)]
    path = list(dict.fromkeys(path))
    for i, (x, y) in enumerate(path):
        grid[y, x] = characters[min(len(characters) - 1, i * len(characters) // len(path))]


def draw_fan(grid: Grid, corners: Sequence[tuple[int, int]], characters: str) -> None:
    """A wing: a triangle screened in two characters, its leading edge drawn through."""
    rows, columns = np.mgrid[0:CANVAS, 0:CANVAS]
    sides = []
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        sides.append((x1 - x0) * (rows - y0) - (y1 - y0) * (columns - x0))
    inside = (np.minimum.reduce(sides) >= 0) | (np.maximum.reduce(sides) <= 0)
    grid[inside & ((rows + columns) % 2 == 0)] = characters[1]
    draw_line(grid, (corners[0], corners[2]), characters[0])


def draw_stamp(grid: Grid, rows: Grid, lift: int) -> None:
    height, width = rows.shape
    top, left = MIDDLE - (height + 1) // 2 - lift, MIDDLE - (width + 1) // 2
    place = grid[top : top + height, left : left + width]
    place[rows != EMPTY] = rows[rows != EMPTY]


def neighbours(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Pixels beside the mask, above, below, left or right."""
    return (np.roll(mask, 1, 0) | np.roll(mask, -1, 0) | np.roll(mask, 1, 1) | np.roll(mask, -1, 1)) & ~mask


def draw_pose(pose: Pose, size: Size) -> Grid:
    """Far limbs, then the body with its near limbs in one ink outline, then the near wings."""
    far = np.full((CANVAS, CANVAS), EMPTY)
    near = far.copy()
    wings = far.copy()
    scale = size.scale

    def lines(grid: Grid, limbs: Iterable[str], characters: str, down: int = 0) -> None:
        for limb in limbs:
            draw_line(grid, [(x, y + down) for x, y in polyline(limb, scale)], characters)

    for wing in pose.far_wings:
        draw_fan(far, polyline(wing, scale), FAR_WING)
    if size.far_limbs:
        lines(far, pose.far_legs, FAR_LEG)
        lines(far, pose.far_blades, FAR_BLADE)
    lines(near, pose.legs, LEG)
    draw_stamp(near, stamp_rows(size.stamps[pose.body]), pose.lift)
    if scale >= TWO_PIXEL_BLADES:
        lines(near, pose.blades, BLADE_BELOW, down=1)
    lines(near, pose.blades, BLADE)
    for wing in pose.wings:
        draw_fan(wings, polyline(wing, scale), WING)

    grid = far
    solid = near != EMPTY
    grid[neighbours(solid)] = INK
    grid[solid] = near[solid]
    open_air = (grid == EMPTY) | (grid == INK)
    grid[(wings != EMPTY) & open_air] = wings[(wings != EMPTY) & open_air]
    return grid


def light_from_above(grid: Grid) -> Grid:
    """Shell right under the outer ink takes the rim tone: a lit back parts one soldier from the next."""
    above = np.roll(grid, 1, 0)
    outside = np.isin(np.roll(grid, 2, 0), list(EMPTY + WINGS))
    edge = (above == INK) & outside & np.isin(grid, list(SHELL_UNDER_RIM))
    lit = grid.copy()
    lit[edge] = RIM
    return lit


def shaded_below(grid: Grid, size: Size) -> Grid:
    """A screened shadow on the street under its feet, two rows deep."""
    feet, reach = MIDDLE + round(FEET * size.scale), round(SHADOW_REACH * size.scale)
    rows, columns = np.mgrid[0:CANVAS, 0:CANVAS]
    inset = (rows - feet) * 2
    under = (rows >= feet) & (rows < feet + 2) & (np.abs(columns - MIDDLE) <= reach - inset)
    shaded = grid.copy()
    shaded[under & (grid == EMPTY) & ((rows + columns) % 2 == 0)] = INK
    return shaded


def dimmed_eye(grid: Grid) -> Grid:
    """The eye of the dead: no white, no glow."""
    dead = grid.copy()
    dead[grid == "w"] = "r"
    dead[grid == "R"] = "u"
    return dead


# ---- from characters to pixels


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[0:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)


def palette(tint: Tint, haze: float) -> Palette:
    air = np.array(rgb(tint.haze))
    colours: dict[str, tuple[int, int, int]] = {}
    for key, colour in tint.colours.items():
        red, green, blue = np.rint(np.array(rgb(colour)) * (1 - haze) + air * haze).astype(int).tolist()
        colours[key] = (red, green, blue)
    return colours


def paint(grid: Grid, colours: Palette) -> Pixels:
    pixels = np.zeros((*grid.shape, 4), np.uint8)
    for key, colour in colours.items():
        pixels[grid == key] = (*colour, 255)
    return pixels


def electrified(grid: Grid, index: int, colours: Palette) -> Pixels:
    """Three lights of one death: a white silhouette, the skeleton through black shell, char with arcs."""
    light = {key: (*rgb(colour), 255) for key, colour in ELECTRIC.items()}
    body = (grid != EMPTY) & ~np.isin(grid, list(WINGS + INK + "dn"))
    inner = body & ~neighbours(~body)
    pixels = np.zeros((*grid.shape, 4), np.uint8)
    outline = neighbours(body) | (grid == INK)
    limbs = np.isin(grid, list("lLbBW"))
    seams = np.isin(grid, list("uowR")) & body
    if index == 0:
        pixels[outline] = light["glow"]
        pixels[body] = light["arc"]
        pixels[inner | limbs] = light["core"]
    elif index == 1:
        pixels[outline] = light["ember"]
        pixels[body] = light["char"]
        pixels[limbs | seams] = light["core"]
    else:
        pixels = paint(grid, colours)
        pixels[outline] = light["char"]
        pixels[body & ~limbs] = light["char"]
        pixels[seams] = light["ember"]
        pixels[body & (np.roll(outline, 1, 0)) & ~limbs] = light["arc"]
    return pixels


# ---- strips


def state_grids(state: State, states: Mapping[str, State], size: Size) -> list[Grid]:
    """The frames of one state facing right, in characters."""
    poses = state.frames or states[state.like].frames
    grids = [np.rot90(draw_pose(pose, size), -state.turn) for pose in poses]
    if state.tumble:
        grids = [np.rot90(grid, -quarter) for grid in grids for quarter in range(4)]
    if state.dead:
        grids = [dimmed_eye(grid) for grid in grids]
    return grids


def state_strips(source: SoldierSource, tint_name: str, size_name: str, state_name: str) -> list[Strip]:
    size, state, tint = source.sizes[size_name], source.states[state_name], source.tints[tint_name]
    colours = palette(tint, size.haze)
    anchors = {"feet": (0.0, float(round(FEET * size.scale)))} if state.feet else {}
    strips = []
    for facing, mirror in (("right", 1), ("left", -1)):
        frames = []
        for index, grid in enumerate(state_grids(state, source.states, size)):
            faced = light_from_above(np.roll(grid[:, ::mirror], 0 if mirror > 0 else 1, 1))
            if tint.on_street and state_name in THROW_SHADOWS:
                faced = shaded_below(faced, size)
            pixels = electrified(faced, index, colours) if state_name == "burn" else paint(faced, colours)
            frames.append(Frame(pixels, (MIDDLE, MIDDLE), anchors))
        strips.append(Strip(f"{tint_name}/{size_name}/{state_name}/{facing}", tuple(frames), state.ticks, True))
    return strips


def dead_strip(source: SoldierSource) -> Strip:
    """Bodies to lie about on the street, one a frame."""
    dead = source.dead
    colours = palette(source.tints[dead.tint], dead.haze)
    frames = []
    for pose in dead.frames:
        grid = draw_pose(pose, source.sizes[dead.size])
        upright = grid[::-1] if pose.upside_down else grid
        frames.append(Frame(paint(light_from_above(dimmed_eye(upright)), colours), (MIDDLE, MIDDLE)))
    return Strip("dead", tuple(frames))


def far_strip(source: SoldierSource) -> Strip:
    colours = palette(source.tints[source.far.tint], haze=0.0)
    frames = (Frame(paint(stamp_rows(stamp), colours), (2, 2)) for stamp in source.far.frames)
    return Strip("far/fly", tuple(frames), source.far.ticks, loop=True)


def draw_soldiers() -> Mapping[str, Sequence[Strip]]:
    source = load_source()
    strips: list[Strip] = [far_strip(source), dead_strip(source)]
    for tint in source.tints:
        for size in HOST_SIZES if tint == "host" else source.sizes:
            for state in source.states:
                strips += state_strips(source, tint, size, state)
    return {"soldier": strips}


SOLDIER = Target("soldier", (Path(__file__), SOURCE), draw_soldiers)
