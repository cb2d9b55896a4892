"""The sheet `power`: what electricity does on the wires, the insulators, the transformers and the swarm."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from sprites.bake.effects_field import (
    NOWHERE,
    RAMPS_SOURCE,
    bayer,
    both_facings,
    centred,
    clear,
    draw_line,
    draw_path,
    lay,
    offsets,
    put,
    ramp,
    snap,
    with_stamp,
    without_lone_pixels,
)
from sprites.bake.effects_fire import ExplosionSize, explosion
from sprites.bake.effects_strikes import star
from sprites.bake.sheet import Frame, Pixels, Point, Strip
from sprites.bake.targets import Target

ELECTRIC = ramp("electric")
TILE = 32  # px along the wire
WIRE_ROW = 16  # px from a tile's top to the wire


def bolt_path(start: Point, end: Point, sway: float, dice: np.random.Generator, depth: int = 4) -> list[Point]:
    """Midpoint displacement between two points; `sway` is the greatest first displacement in px."""
    if depth == 0:
        return [start, end]
    middle = (
        (start[0] + end[0]) / 2 + dice.uniform(-sway, sway) * (0.4 if start[1] == end[1] else 1.0),
        (start[1] + end[1]) / 2 + dice.uniform(-sway, sway),
    )
    before = bolt_path(start, middle, sway * 0.55, dice, depth - 1)
    return before[:-1] + bolt_path(middle, end, sway * 0.55, dice, depth - 1)


def draw_bolt(picture: Pixels, path: Sequence[Point], thick: bool = True) -> None:
    """A white core in blue edges."""
    if thick:
        for shift_x, shift_y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            draw_path(picture, [(x + shift_x, y + shift_y) for x, y in path], ELECTRIC[1])
    draw_path(picture, path, ELECTRIC[4] if thick else ELECTRIC[2])


def draw_fork(picture: Pixels, path: Sequence[Point], dice: np.random.Generator) -> None:
    """A thin branch that leaves the bolt and dies."""
    root = path[int(dice.integers(2, len(path) - 2))]
    tip = (root[0] + dice.uniform(-9, 9), root[1] + dice.choice((-1, 1)) * dice.uniform(4, 9))
    draw_bolt(picture, bolt_path(root, tip, 2.0, dice, 2), thick=False)


def arc_tile(seed: int) -> list[Frame]:
    """An arc that creeps along a live wire: leaves and meets it at both ends, so tiles chain."""
    frames = []
    for index in range(6):
        dice = np.random.default_rng((seed, index))
        picture = clear(WIRE_ROW * 2, TILE)
        path = bolt_path((0.0, WIRE_ROW), (TILE - 1.0, WIRE_ROW), 7, dice)
        draw_bolt(picture, path)
        draw_fork(picture, path, dice)
        frames.append(Frame(picture, (0, WIRE_ROW)))
    return frames


def surge_tile(seed: int) -> list[Frame]:
    """A surging wire: a thick white core, a screened halo, arcs that leap above and below."""
    frames = []
    for index in range(6):
        dice = np.random.default_rng((seed, index))
        height = WIRE_ROW * 2
        _, y = offsets(height, TILE, 0, WIRE_ROW + 0.5)
        beat = (0.0, 0.12, 0.22, 0.08, 0.18, 0.04)[index]
        picture = snap(1.0 + beat - np.abs(y) / 7.5, ELECTRIC, (0.18, 0.5, 0.7, 0.82, 0.92), 0.4)
        for side in (-1, 1):
            left, right = sorted(dice.uniform(0, TILE - 1, 2))
            crest = ((left + right) / 2 + dice.uniform(-3, 3), WIRE_ROW + side * dice.uniform(7, 14))
            draw_bolt(picture, bolt_path((left, WIRE_ROW), crest, 3, dice, 3))
            draw_bolt(picture, bolt_path(crest, (right, WIRE_ROW), 3, dice, 3))
        frames.append(Frame(picture, (0, WIRE_ROW)))
    return frames


def discharge(length: int, seed: int) -> list[Frame]:
    """A bolt from a wire down to what it kills; pivot at the wire. Each frame is another bolt."""
    width = 16 + length // 3
    frames = []
    for index in range(4):
        dice = np.random.default_rng((seed, index))
        picture = clear(length + 6, width)
        end = (width / 2 + dice.uniform(-4, 4), float(length))
        path = bolt_path((width / 2, 1.0), end, length * 0.16, dice)
        draw_bolt(picture, path)
        draw_fork(picture, path, dice)
        burst = snap(star(width, 7, 5, index, 10), ELECTRIC, (0.05, 0.25, 0.4, 0.55, 0.7))
        picture = with_stamp(picture, burst, (width // 2, width // 2), end)
        frames.append(Frame(picture, (width // 2, 1)))
    return frames


def insulator_flash(seed: int) -> list[Frame]:
    """A flash-over at an insulator: a cold star, then creeping arcs."""
    side = 48
    frames = []
    for index, radius in enumerate((12.0, 21.0, 15.0, 8.0, 4.0)):
        dice = np.random.default_rng((seed, index))
        picture = snap(star(side, radius, 7, 0.4 + index * 0.3), ELECTRIC, (0.04, 0.2, 0.36, 0.5, 0.64))
        for _ in range((1, 3, 3, 2, 1)[index]):
            angle, reach = dice.uniform(0, 2 * math.pi), dice.uniform(0.7, 1.1) * 20
            tip = (side / 2 + math.cos(angle) * reach, side / 2 + math.sin(angle) * reach)
            draw_bolt(picture, bolt_path((side / 2, side / 2), tip, 5, dice, 3), thick=index < 3)
        frames.append(centred(picture))
    return frames


def transformer_burst(seed: int) -> list[Frame]:
    """Blue flash, burning oil that rolls up into soot, a rain of sparks; pivot at the transformer."""
    blast = explosion(ExplosionSize(20, 13, 8, 2.8, 4), seed)
    side = 112
    frames = []
    for index, frame in enumerate(blast):
        dice = np.random.default_rng((seed, 1))
        picture = clear(side, side)
        if index < 3:
            cold = star(side, (30.0, 44.0, 26.0)[index], 7, 0.6 + index)
            picture = snap(cold, ELECTRIC, (0.04, 0.2, 0.36, 0.5, 0.64))
            bolt_dice = np.random.default_rng((seed, 2, index))
            for spoke in range(4):
                angle, reach = spoke * 1.6 + bolt_dice.uniform(-0.5, 0.5), bolt_dice.uniform(30, 46)
                tip = (side / 2 + math.cos(angle) * reach, side / 2 + math.sin(angle) * reach)
                draw_bolt(picture, bolt_path((side / 2, side / 2), tip, 7, bolt_dice))
        if index:
            picture = with_stamp(picture, frame.pixels, frame.pivot, (side / 2, side / 2))
        for number in range(20 if index else 0):
            speed, slant = dice.uniform(0.5, 1.4), (number - 9.5) * 0.9
            age = index * speed * 0.8
            x = side / 2 + slant * age
            y = side / 2 - age * 5 * dice.uniform(0.5, 1.3) + age * age * 1.9
            draw_line(picture, (x, y), (x - slant * 0.3, y - 2), ramp("fire")[max(2, 6 - index // 2)])
        frames.append(centred(picture))
    return frames


def wire_whip(seed: int) -> list[Frame]:
    """A snapped wire falls, cracking like a whip, its end still alive; pivot at the pylon's end."""
    height, width, origin, links = 150, 164, (40, 34), 46
    steel = ramp("steel")
    frames = []
    for index in range(8):
        age = index / 7
        path: list[Point] = [(origin[0], origin[1])]
        swing = -0.12 - 1.42 * min(1.0, age * 1.5)
        for link in range(links):
            along = link / links
            curl = 1.9 * math.sin(along * 4.2 - age * 11) * along * (1 - age * 0.55)
            angle = swing + curl - along * 0.5 * min(1.0, age * 1.6)
            path.append((path[-1][0] + 2.3 * math.cos(angle), path[-1][1] - 2.3 * math.sin(angle)))
        picture = clear(height, width)
        draw_path(picture, [(x, y + 1) for x, y in path], steel[0])
        draw_path(picture, path, steel[3])
        if index < 6:
            draw_path(picture, path[-14:], ELECTRIC[2])
            draw_path(picture, path[-6:], ELECTRIC[4])
        if index < 7:
            _whip_sparks(picture, path[-1], index, seed)
        frames.append(Frame(picture, origin))
    return frames


def _whip_sparks(picture: Pixels, tip: Point, index: int, seed: int) -> None:
    dice = np.random.default_rng((seed, index))
    fire = ramp("fire")
    for _ in range(10 - index):
        angle, reach = dice.uniform(0, 2 * math.pi), dice.uniform(3, 12)
        near = (tip[0] + math.cos(angle) * 2, tip[1] + math.sin(angle) * 2)
        far = (tip[0] + math.cos(angle) * reach, tip[1] + math.sin(angle) * reach + 2)
        draw_line(picture, near, far, fire[int(dice.integers(4, 7))])
    for _ in range(8):
        put(
            picture,
            tip[0] + dice.normal(0, 10),
            tip[1] + abs(dice.normal(0, 14)),
            fire[int(dice.integers(3, 6))],
        )
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            put(picture, tip[0] + dx, tip[1] + dy, ELECTRIC[4])


def wire_spark(seed: int) -> list[Frame]:
    """A soldier lands, an insulator cracks: a small blue spark with drops of fire."""
    side = 24
    frames = []
    for index in range(5):
        dice = np.random.default_rng(seed)
        radius = (5.0, 9.0, 6.0, 0.0, 0.0)[index]
        picture = clear(side, side)
        if radius:
            picture = snap(star(side, radius, 5, index * 0.7), ELECTRIC, (0.05, 0.22, 0.4, 0.55, 0.7))
        for _ in range(7):
            angle, speed = dice.uniform(0, 2 * math.pi), dice.uniform(0.5, 1.2)
            reach = (2.0 + index * 2.0) * speed
            x = side / 2 + math.cos(angle) * reach
            put(picture, x, side / 2 + math.sin(angle) * reach + index * index * 0.35, ramp("fire")[6 - index])
        frames.append(centred(picture))
    return frames


def ground_current(seed: int) -> list[Frame]:
    """Creeping lightning on a pylon's foot or a wet street: a flat fan; pivot: middle of its ground."""
    height, width = 20, 72
    frames = []
    for index in range(6):
        dice = np.random.default_rng((seed, index))
        x, y = offsets(height, width, width / 2, height - 3.0)
        pool = np.where(bayer(height, width) < 0.6, 0.8 - np.hypot(x / 2.2, y * 2) / 10, NOWHERE)
        picture = without_lone_pixels(snap(pool, ELECTRIC[:3], (0.1, 0.35, 0.6)))
        for side in (-1, 1):
            tip = (width / 2 + side * dice.uniform(16, 34), height - 3.0 - dice.uniform(0, 6))
            bolt = clear(height, width)
            draw_bolt(bolt, bolt_path((width / 2, height - 3.0), tip, 5, dice, 3))
            picture = lay(picture, bolt)
        frames.append(Frame(picture, (width // 2, height - 3)))
    return frames


def draw_power() -> Mapping[str, Sequence[Strip]]:
    return {
        "power": [
            Strip("wire_arc", tuple(arc_tile(101)), 3, True),
            Strip("wire_surge", tuple(surge_tile(103)), 3, True),
            Strip("discharge/short", tuple(discharge(22, 105)), 3, True),
            Strip("discharge/long", tuple(discharge(54, 107)), 3, True),
            Strip("insulator_flash", tuple(insulator_flash(109)), 3),
            Strip("transformer_burst", tuple(transformer_burst(113)), 4),
            *both_facings("wire_whip", wire_whip(127), 4),
            Strip("wire_spark", tuple(wire_spark(131)), 3),
            Strip("ground_current", tuple(ground_current(137)), 3, True),
        ]
    }


POWER = Target(
    "power",
    (
        Path(__file__),
        *(Path(__file__).with_name(f"effects_{family}.py") for family in ("field", "fire", "strikes")),
        RAMPS_SOURCE,
    ),
    draw_power,
)
