"""The launch: what bursts at the flower's throat and the column of light the seed rides on."""

import math
from pathlib import Path

import numpy as np

from sprites.bake.effects_field import (
    RAMPS_SOURCE,
    Field,
    Puff,
    billow,
    draw_line,
    lay,
    looping_noise,
    offsets,
    put,
    shade,
    snap,
    without_lone_pixels,
    worn,
)
from sprites.bake.film_ramps import FILM_RAMPS_SOURCE, film_ramp
from sprites.bake.sheet import Frame, Pixels, Strip

BAKE = Path(__file__).parent
SOURCES = (
    BAKE / "flower_blast.py",
    BAKE / "film_ramps.py",
    BAKE / "effects_field.py",
    RAMPS_SOURCE,
    FILM_RAMPS_SOURCE,
)
COLUMN = 64  # px, side of the column's tile
COLUMN_SPEED = 16  # px a frame, downwards: four frames are one tile
BURST_WIDTH, BURST_HEIGHT, THROAT = 260, 150, (130, 104)  # px
THRESHOLDS = (0.05, 0.16, 0.28, 0.42, 0.58, 0.74)


def column_field(frame: int, half_width: float) -> Field:
    """Light that streams down; tiles up and down."""
    noise = np.roll(looping_noise(1, COLUMN, COLUMN, 5.0, 71)[0], frame * COLUMN_SPEED, 0)
    x, _ = offsets(COLUMN, COLUMN, COLUMN / 2, 0)
    rows = np.arange(COLUMN)[:, None]
    pressed = 1 + 0.10 * np.sin((rows - frame * COLUMN_SPEED) * 2 * math.pi / COLUMN * 2)
    return 1.06 - np.abs(x) / (half_width * pressed) + noise * 0.30


def column_strips() -> list[Strip]:
    standing = [
        Frame(snap(column_field(index, 20), film_ramp("growth"), THRESHOLDS, 0.12), (32, 0)) for index in range(4)
    ]
    fading = []
    noise = looping_noise(4, COLUMN, COLUMN, 6.0, 73)
    for index in range(4):
        field = column_field(index, 16 - index * 3) - 0.16 * index - np.clip(noise[index] + 0.1 * index, 0, 1) * 1.2
        fading.append(Frame(without_lone_pixels(snap(field, film_ramp("growth"), THRESHOLDS, 0.12)), (32, 0)))
    return [Strip("blast_column", tuple(standing), 3, True), Strip("blast_column/fade", tuple(fading), 6)]


def burst(frame: int) -> Pixels:
    """A flattened ring that runs out, a boiling cloud under it, sparks; six frames."""
    noise = looping_noise(6, BURST_HEIGHT, BURST_WIDTH, 6.0, 79)[frame]
    age = (frame + 0.5) / 6
    spread = 1 - (1 - age) ** 2
    dice = np.random.default_rng(83)
    puffs = []
    for number in range(20):
        side = (number / 19 - 0.5) * 2
        radius = dice.uniform(15, 26) * (0.4 + 0.75 * spread) * (1 - 0.4 * abs(side))
        height = dice.uniform(-6, 40) * spread * (1 - abs(side))
        puffs.append(Puff(THROAT[0] + side * 104 * spread, THROAT[1] + 4 - height, radius))
    cloud = billow((BURST_HEIGHT, BURST_WIDTH), puffs, noise, 4.0)
    picture = shade(cloud, film_ramp("growth")[:5], worn(cloud, noise, max(0.0, age - 0.35) * 1.3, 20))
    x, y = offsets(BURST_HEIGHT, BURST_WIDTH, *THROAT)
    flat = np.where(y > 0, y * 2.6, y)
    dome = 1.12 - np.hypot(x / 1.25, flat) / (44 * (0.55 + 0.6 * spread)) + noise * 0.26 - max(0.0, age - 0.3) * 1.6
    picture = lay(picture, snap(dome, film_ramp("growth"), THRESHOLDS, 0.12))
    thickness = 9 * (1 - age) + 2.5
    ring = 1 - np.abs(np.hypot(x, y / 0.27) - 26 - 94 * spread) / thickness - np.clip(noise * (age - 0.2) * 2.4, 0, 2)
    picture = lay(picture, without_lone_pixels(snap(ring, film_ramp("growth")[2:], (0.08, 0.3, 0.5, 0.7), 0.12)))
    for _ in range(44):
        angle, speed = dice.uniform(math.pi, 2 * math.pi), dice.uniform(0.35, 1.1)
        reach = 30 + 96 * spread * speed
        tip = (THROAT[0] + math.cos(angle) * reach * 1.1, THROAT[1] + math.sin(angle) * reach * 0.8 + age * age * 26)
        root = (tip[0] - math.cos(angle) * 5 * (1 - age), tip[1] - math.sin(angle) * 4 * (1 - age))
        if speed > age * 0.9:
            draw_line(picture, root, tip, film_ramp("growth")[3 - frame // 3])
            put(picture, *tip, film_ramp("growth")[4 - frame // 3])
    return picture


def gathering(frame: int) -> Pixels:
    """Light is drawn in before the launch; four frames, denser each time. Pivot: the pod's middle."""
    side = 200
    picture = np.zeros((side, side, 4), np.uint8)
    dice = np.random.default_rng(89)
    for _ in range(24 + 18 * frame):
        angle, start = dice.uniform(0, 2 * math.pi), dice.uniform(0, 1)
        reach = 28 + 66 * ((start - frame * 0.27) % 1)
        length = 4 + 2 * frame + 6 * reach / 94
        near = (side / 2 + math.cos(angle) * reach, side / 2 + math.sin(angle) * reach)
        far = (near[0] + math.cos(angle) * length, near[1] + math.sin(angle) * length)
        draw_line(picture, near, far, film_ramp("growth")[2 if reach > 64 else 3])
        put(picture, *near, film_ramp("growth")[4])
    return picture


def blast_strips() -> list[Strip]:
    return [
        *column_strips(),
        Strip("launch_gather", tuple(Frame(gathering(index), (100, 100)) for index in range(4)), 6),
        Strip("launch_burst", tuple(Frame(burst(index), THROAT) for index in range(6)), 5),
    ]
