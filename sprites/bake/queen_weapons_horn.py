"""The Queen's horn: the gathering charge, the beam, where it leaves her and what it does to the street."""

import math

import numpy as np

from sprites.bake.effects_field import (
    NOWHERE,
    Puff,
    billow,
    both_facings,
    centred,
    clear,
    draw_line,
    draw_path,
    even_thresholds,
    lay,
    looping_noise,
    offsets,
    put,
    ramp,
    shade,
    snap,
    without_lone_pixels,
    worn,
)
from sprites.bake.film_ramps import film_ramp
from sprites.bake.sheet import Frame, Pixels, Point, Strip

CHARGE_SIDE = 104  # px
BEAM_TILE, BEAM_HALF = 32, 9  # px: length of the tile, half width of the beam
BEAM_SPEED = 8  # px a frame, so that four frames are one tile
IMPACT_WIDTH, IMPACT_HEIGHT, IMPACT_GROUND = 132, 100, 94  # px
SCORCH_TILE = 48  # px


def crooked(start: Point, heading: float, steps: int, stride: float, dice: np.random.Generator) -> list[Point]:
    """A small discharge that feels its way; heading in radians."""
    points = [start]
    for _ in range(steps):
        heading += dice.uniform(-0.8, 0.8)
        points.append((points[-1][0] + math.cos(heading) * stride, points[-1][1] + math.sin(heading) * stride))
    return points


def charge(frame: int) -> Pixels:
    """Light is sucked into the horn's tip: bent streaks, a growing ball, discharges round it."""
    half, age = CHARGE_SIDE / 2, frame / 7
    tones, picture = film_ramp("horn"), clear(CHARGE_SIDE, CHARGE_SIDE)
    dice = np.random.default_rng(11)
    for _ in range(34):
        angle, along = dice.uniform(0, 2 * math.pi), (dice.uniform(0, 1) - frame * 0.16) % 1
        if along > 0.3 + 0.8 * age:
            continue
        near, length = 9 + 39 * along, 5 + 10 * along
        inner = (half + math.cos(angle) * near, half + math.sin(angle) * near)
        bent = (
            half + math.cos(angle + 0.10) * (near + length * 0.5),
            half + math.sin(angle + 0.10) * (near + length / 2),
        )
        outer = (half + math.cos(angle + 0.30) * (near + length), half + math.sin(angle + 0.30) * (near + length))
        draw_line(picture, bent, outer, tones[1])
        draw_line(picture, inner, bent, tones[2 if along > 0.4 else 3])
        put(picture, *inner, tones[4])
    x, y = offsets(CHARGE_SIDE, CHARGE_SIDE, half, half)
    noise = looping_noise(8, CHARGE_SIDE, CHARGE_SIDE, 3.0, 13)[frame]
    ball = 1.1 - np.hypot(x, y) / (4 + 10 * age + frame % 2) + noise * 0.22
    picture = lay(picture, snap(ball, tones, even_thresholds(5, 0.04, 0.68)))
    discharges = np.random.default_rng((17, frame))
    for _ in range(2 + frame // 2):
        angle = discharges.uniform(0, 2 * math.pi)
        start = (half + math.cos(angle) * (3 + 6 * age), half + math.sin(angle) * (3 + 6 * age))
        draw_path(picture, crooked(start, angle, 5, 2 + 2.4 * age, discharges), tones[4 if frame > 3 else 3])
    return picture


def beam_tile(frame: int) -> Pixels:
    """A white core in blue edges, three strands winding round it; tiles along its length."""
    height = BEAM_HALF * 2 + 16
    noise = np.roll(looping_noise(1, height, BEAM_TILE, 3.0, 19)[0], frame * BEAM_SPEED, 1)
    _, y = offsets(height, BEAM_TILE, 0, height / 2)
    field = 1.05 - np.abs(y) / BEAM_HALF + noise * 0.26
    columns = np.arange(BEAM_TILE)[None]
    for strand in range(3):
        turn = 2 * math.pi * (columns / BEAM_TILE * (1 + strand % 2) - frame / 4 + strand / 3)
        field = np.maximum(field, np.where(np.abs(y - BEAM_HALF * np.sin(turn)) < 1.1, 0.62 - 0.1 * strand, NOWHERE))
    return without_lone_pixels(snap(field, film_ramp("horn_beam"), (0.02, 0.14, 0.30, 0.46, 0.62, 0.76), 0.12))


def muzzle(frame: int) -> Frame:
    """A flare round the tip and the beam's first spread, to the right."""
    height, width, root = 60, 68, 22
    x, y = offsets(height, width, root, height / 2)
    angle, distance = np.arctan2(y, x), np.hypot(x, y)
    noise = looping_noise(4, height, width, 3.0, 23)[frame]
    field = 1.1 - distance / 12 + noise * 0.18
    rays = np.abs(np.cos(angle * 3 + frame * 0.5))
    field = np.maximum(field, np.where(rays > 0.965, 0.92 - distance / (30 - 4 * (frame % 2)), NOWHERE))
    lip = 6 + 8 * np.exp(-(((x - 9) / 7) ** 2))
    field = np.maximum(field, np.where(x > 0, 1.0 - np.abs(y) / lip - x / 76, NOWHERE) + noise * 0.1)
    return Frame(
        without_lone_pixels(snap(field, film_ramp("horn_beam"), even_thresholds(6, 0.04, 0.82))), (root, height // 2)
    )


SKIRT_PUFFS = 35  # of dust round the beam's foot


def impact(frame: int) -> Frame:
    """The beam's foot on the street: a torn crown of light, thrown stone, a boiling skirt of dust; loops."""
    shape, middle = (IMPACT_HEIGHT, IMPACT_WIDTH), IMPACT_WIDTH / 2
    noise = looping_noise(8, *shape, 4.0, 29)[frame]
    puffs = []
    for number in range(SKIRT_PUFFS):
        side = 2 * number / (SKIRT_PUFFS - 1) - 1
        pulse = (number * 0.37 + frame / 8) % 1
        rise = pulse * 17 * (1 - 0.6 * abs(side))
        puffs.append(
            Puff(
                middle + side * (38 + 14 * pulse),
                IMPACT_GROUND - 3 - rise,
                2.5 + (3 + number * 7 % 5) * math.sin(math.pi * pulse),
            )
        )
    cloud = billow(shape, puffs, noise, 4.0)
    picture = shade(cloud, film_ramp("soil"), worn(cloud, noise, 0.22, 6))
    x, y = offsets(*shape, middle, IMPACT_GROUND)
    angle = np.arctan2(-y, x)
    crown = 32 + 12 * np.sin(angle * 5 + frame * 2.1) + 8 * np.sin(angle * 11 - frame * 1.3) + 10 * noise
    field = np.where(y < 2, 1.06 - np.hypot(x, y * 0.86) / crown, NOWHERE)
    picture = lay(picture, without_lone_pixels(snap(field, film_ramp("horn"), (0.0, 0.2, 0.4, 0.58, 0.74), 0.1)))
    dice = np.random.default_rng((31, frame))
    for _ in range(16):
        lean, reach = dice.uniform(0.3, 2.84), dice.uniform(28, 54)
        tip = (middle + math.cos(lean) * reach, IMPACT_GROUND - math.sin(lean) * reach)
        root = (middle + math.cos(lean) * reach * 0.62, IMPACT_GROUND - math.sin(lean) * reach * 0.62)
        draw_line(picture, root, tip, film_ramp("horn")[int(dice.integers(2, 5))])
    for _ in range(12):
        lean, reach = dice.uniform(0.4, 2.7), dice.uniform(26, 66)
        at = (middle + math.cos(lean) * reach, IMPACT_GROUND - math.sin(lean) * reach)
        for across in range(int(dice.integers(1, 4))):
            put(picture, at[0] + across, at[1], ramp("concrete")[int(dice.integers(2, 5))])
            put(picture, at[0] + across, at[1] + 1, ramp("concrete")[0])
    for across in range(-36, 37):
        heat = film_ramp("ember")[max(0, 4 - abs(across) // 8)]
        put(picture, middle + across, IMPACT_GROUND + (abs(across) % 3 == 0), heat)
    return Frame(picture, (int(middle), IMPACT_GROUND))


def scorch(frame: int) -> Frame:
    """A burnt furrow that cools in four steps and stays as the last; tiles along the street."""
    height, line = 12, 6
    dice = np.random.default_rng(37)
    picture, burnt, ember = clear(height, SCORCH_TILE), film_ramp("scorched"), film_ramp("ember")
    edge = [
        2.4 + 0.8 * math.sin(2 * math.pi * column * 2 / SCORCH_TILE) + dice.uniform(0, 1.2)
        for column in range(SCORCH_TILE)
    ]
    for column, half in enumerate(edge):
        for row in range(-int(half), int(half) + 1):
            put(picture, column, line + row, burnt[0 if abs(row) < half - 1 else 2])
        put(picture, column, line - int(half) - 1, burnt[3])
        glow = 4 - frame - (1 if dice.random() < 0.4 else 0)
        if glow > 0 and dice.random() < (1.0, 0.85, 0.55, 0.0)[frame]:
            put(picture, column, line, ember[glow])
            put(picture, column, line + 1, ember[max(0, glow - 2)])
        if column % 7 == 0:
            put(picture, column, line + int(half), ramp("concrete")[3])
    return Frame(picture, (0, line))


def horn_strips() -> list[Strip]:
    beam = tuple(Frame(beam_tile(index), (0, BEAM_HALF + 8)) for index in range(4))
    return [
        Strip("horn_charge", tuple(centred(charge(index)) for index in range(8)), 5),
        Strip("horn_beam", beam, 2, True),
        *both_facings("horn_muzzle", [muzzle(index) for index in range(4)], 2, True),
        Strip("horn_impact", tuple(impact(index) for index in range(8)), 3, True),
        Strip("horn_scorch", tuple(scorch(index) for index in range(4)), 20),
    ]
