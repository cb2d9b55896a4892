"""The Queen's wings in fast beat, see-through, to be laid over her own; and what fighters tear out of them.

Every second pixel of a membrane is left open, so that what is behind shows. The pivot is the shoulder, her anchor
`back`.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from sprites.bake.effects_field import (
    NOWHERE,
    both_facings,
    centred,
    clear,
    draw_line,
    draw_path,
    lay,
    looping_noise,
    offsets,
    put,
    snap,
    without_lone_pixels,
)
from sprites.bake.film_ramps import film_ramp
from sprites.bake.flower_geometry import Point, beside, normals, spine
from sprites.bake.sheet import Frame, Pixels, Strip

SIDE, SHOULDER = 360, (180, 180)  # px
STROKE = (-14.0, -58.0, -124.0, -84.0)  # degrees from upright of the fore wing: up, falling, down, recovering
BEND = (14.0, 30.0, -26.0, -40.0)  # degrees the tip lags behind the stroke


@dataclass(frozen=True, slots=True)
class Wing:
    spread: float  # degrees behind the fore wing
    length: float  # px
    chord: float  # px, greatest half width
    dim: int  # tones darker


WINGS = (Wing(40, 112, 40, 1), Wing(0, 160, 50, 0))  # hind, fore


def draw_wing(picture: Pixels, wing: Wing, frame: int) -> None:
    tones = film_ramp("wing")
    folded = 0.82 if frame == 2 else 1.0
    heading = STROKE[frame] - wing.spread * (0.4 if frame == 2 else 1.0)
    line = spine(SHOULDER, heading, wing.length * folded, BEND[frame], 0, 48)
    along = np.linspace(0, 1, len(line))
    halves = wing.chord * np.sin(np.pi * np.clip(along * 0.97 + 0.02, 0, 1)) ** 0.5 * (0.45 + 0.62 * along)
    distance, nearest = cKDTree(line).query(np.stack(offsets(SIDE, SIDE, 0, 0), -1).reshape(-1, 2))
    nearest, distance = nearest.reshape(SIDE, SIDE), distance.reshape(SIDE, SIDE)
    aside = np.array(normals(line))[nearest]
    x, y = offsets(SIDE, SIDE, 0, 0)
    points = np.array(line)[nearest]
    across = ((x - points[..., 0]) * aside[..., 0] + (y - points[..., 1]) * aside[..., 1]) / np.maximum(
        1, halves[nearest]
    )
    part = along[nearest]
    frayed = 0.95 - 0.10 * np.abs(np.sin(part * 40)) * (part > 0.3) - 0.5 * (np.abs(part - 0.62) < 0.02)
    leading = across if heading < 0 else -across
    inside = (leading > -frayed) & (leading < 0.24) & (part > 0) & (part < 0.99) & (distance < wing.chord * 1.3)
    sheen = 0.5 + 0.5 * np.sin(part * 9 - leading * 4 + frame * 1.4)
    tone = np.where(sheen > 0.84, 4, np.where(sheen > 0.55, 3, 2)) - wing.dim
    vein = (np.abs((part * 10 + leading * 1.5) % 1 - 0.5) > 0.45) | (
        np.abs((leading * 4 + part * 1.2) % 1 - 0.5) > 0.46
    )
    rows, columns = np.mgrid[0:SIDE, 0:SIDE]
    table = np.array(tones, np.uint8)
    open_weave = (rows + columns) % 2 == 0
    for shown, index in ((inside & open_weave, tone), (inside & vein, np.clip(tone + 1, 0, 5) - (part < 0.2))):
        picture[shown, :3] = table[np.clip(index, 0, 5)][shown]
        picture[shown, 3] = 255
    forward = 0.24 if heading < 0 else -0.24
    for share, rib_tone in ((forward, 5), (forward * -0.6, 3)):
        rib = beside(line, halves.tolist(), share)[: 49 if share == forward else 32]
        draw_path(picture, [(px, py + 1) for px, py in rib], tones[0])
        draw_path(picture, rib, tones[max(1, rib_tone - wing.dim)])


def wings(frame: int) -> Frame:
    """Hind wing, fore wing, and the hump of muscle they turn on."""
    picture = clear(SIDE, SIDE)
    for wing in WINGS:
        draw_wing(picture, wing, frame)
    x, y = offsets(SIDE, SIDE, *SHOULDER)
    hump = 1.1 - np.hypot(x / 1.5, y) / 9 - (x * 0.3 + y * 0.6) / 18
    picture = lay(picture, snap(hump, film_ramp("wing")[:5], (0.0, 0.2, 0.45, 0.7, 0.95)))
    return Frame(picture, SHOULDER)


def wing_hit(frame: int) -> Frame:
    """A rocket goes through a membrane: a pale tear that opens, flakes that flutter down; six frames."""
    side, age = 84, (frame + 0.5) / 6
    picture, tones = clear(side, side), film_ramp("wing")
    x, y = offsets(side, side, side / 2, side / 2)
    noise = looping_noise(6, side, side, 4.0, 103)[frame]
    ring = 1 - np.abs(np.hypot(x, y * 1.2) - 6 - 24 * age**0.6) / (6.5 - 4.5 * age) + noise * 0.5 - age * 0.7
    picture = lay(
        picture, without_lone_pixels(snap(np.where(ring > 0, ring, NOWHERE), tones[1:], (0.0, 0.2, 0.4, 0.6, 0.8)))
    )
    dice = np.random.default_rng(107)
    for _ in range(22):
        angle, speed, phase = dice.uniform(0, 2 * math.pi), dice.uniform(0.4, 1.0), dice.uniform(0, 6)
        reach = 34 * speed * age**0.6
        at = (side / 2 + math.cos(angle) * reach, side / 2 + math.sin(angle) * reach * 0.8 + age * age * 18)
        flat = abs(math.sin(phase + frame * 0.9))
        draw_line(picture, (at[0] - 2 * flat, at[1]), (at[0] + 2 * flat, at[1] - 1), tones[4 if flat > 0.5 else 2])
        put(picture, at[0], at[1] + 1, tones[1])
    return centred(picture)


def scrap(turn: int) -> Frame:
    """A torn piece of membrane, fluttering: four views."""
    side = 28
    picture, tones = clear(side, side), film_ramp("wing")
    angle, squeeze = turn * 0.9 + 0.4, (1.0, 0.6, 0.25, 0.6)[turn]
    x, y = offsets(side, side, side / 2, side / 2)
    own_x = x * math.cos(angle) + y * math.sin(angle)
    own_y = (-x * math.sin(angle) + y * math.cos(angle)) / squeeze
    reach = 10 + 2.5 * np.sin(np.arctan2(own_y, own_x) * 5 + 1)
    inside = np.hypot(own_x, own_y * 1.5) < reach
    rows, columns = np.mgrid[0:side, 0:side]
    cell = (np.abs((own_x / 5) % 1 - 0.5) > 0.4) | (np.abs((own_y / 4) % 1 - 0.5) > 0.4)
    picture[inside & ((rows + columns) % 2 == 0)] = (*tones[3], 255)
    picture[inside & cell] = (*tones[4 if turn % 2 else 2], 255)
    edge = inside & ~(np.hypot(own_x, own_y * 1.5) < reach - 1.2)
    picture[edge] = (*tones[1], 255)
    tips: tuple[Point, Point] = ((side / 2 - 8 * math.cos(angle), side / 2 - 8 * math.sin(angle)), (side / 2, side / 2))
    draw_line(picture, *tips, tones[5])
    return centred(picture)


def wing_strips() -> list[Strip]:
    return [
        *both_facings("wings", [wings(index) for index in range(4)], 3, True),
        Strip("wing_hit", tuple(wing_hit(index) for index in range(6)), 4),
        Strip("wing_scrap", tuple(scrap(turn) for turn in range(4)), 5, True),
    ]
