"""The sun that climbs with the light of a place, and the shafts round it."""

import math
import random

import numpy as np

from sprites.bake.scenery.light import GLOW_STEPS, Mask, Picture, halo, in_bands
from sprites.bake.scenery.materials import colour, colours
from sprites.bake.scenery.noise import bayer
from sprites.bake.scenery.spec import Sun

RAY_FRAMES, RAY_TICKS = 4, 26
RAY_LENGTH = 360.0  # px
RAY_BOX = (720, 300)  # px: what of the shafts is kept, the sun in the middle of its bottom row


def sun_disc(sun: Sun) -> tuple[Picture, Mask]:
    """A square of two radii, brightest in the middle."""
    size = 2 * sun.radius + 1
    rows, columns = np.mgrid[0:size, 0:size] - sun.radius
    distance = np.hypot(columns, rows) / sun.radius
    value = 1.02 - distance**3 * 0.3 - columns / sun.radius * 0.12
    return in_bands(np.clip(value, 0, 0.97), colours(sun.colours)), distance <= 1


def sun_halo(sun: Sun) -> Picture:
    """The lit air round the sun, on black."""
    return halo(int(sun.radius * sun.halo_reach), colour(sun.halo), 1.0)


def sun_rays(sun: Sun) -> list[Picture]:
    """A loop in which every shaft swells and fades at its own beat, on black."""
    dice = random.Random(sun.seed)
    width, height = RAY_BOX
    rows, columns = np.mgrid[0:height, 0:width]
    x, y = columns - width // 2, rows - height + 1
    angle, distance = np.arctan2(y, x), np.hypot(x, y)
    shafts = []
    for _ in range(sun.ray_count):
        middle, half = dice.uniform(-math.pi, 0), dice.uniform(0.03, 0.09)
        shafts.append((np.clip(1 - np.abs(angle - middle) / half, 0, 1), dice.uniform(0.5, 1), dice.uniform(0, 1)))
    reach = np.clip(1 - distance / RAY_LENGTH, 0, 1) * sun.ray_strength
    tint, screen = colour(sun.rays), bayer(height, width)
    frames = []
    for number in range(RAY_FRAMES):
        light = np.zeros((height, width))
        for shape, strength, beat in shafts:
            swell = 0.8 + 0.2 * math.sin(math.tau * (number / RAY_FRAMES + beat))
            light = np.maximum(light, shape * strength * swell)
        stepped = np.floor(light * reach * GLOW_STEPS + screen * 0.95) / GLOW_STEPS
        frames.append(np.minimum(255, stepped[..., None] * tint).astype(np.uint8))
    return frames
