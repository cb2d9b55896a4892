"""Smoke that rises for ever and fires that stand: loops of frames, baked once and shown many times."""

import math

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from sprites.bake.scenery.light import Mask, Picture
from sprites.bake.scenery.materials import colours
from sprites.bake.scenery.noise import bayer, noise_plane
from sprites.bake.scenery.spec import Smoke

SMOKE_FRAMES, SMOKE_TICKS = 16, 11
SMOKE_PERIOD = 96  # px the smoke rises in one loop
PUFF_LEVELS, PUFFS_A_LEVEL = 8, 3  # in one period: heights at which puffs hang, puffs at each
WARP = 17.0  # px by which their outline is torn
THINNING = 90.0  # px below its top in which a column dissolves
LIT_BY_FIRE = 28  # px above the root that catch the fire's glow
FIRE_FRAMES, FIRE_TICKS = 8, 6
Floats = npt.NDArray[np.float64]
FLAME_TONES = ((1.0, "7c1c24"), (0.84, "b8341c"), (0.62, "f2701e"), (0.40, "ffb23c"), (0.18, "ffe487"))


def smoke_column(smoke: Smoke, height: int) -> tuple[list[tuple[Picture, Mask]], int]:
    """The frames of one column `height` px tall, and the column of its root in them."""
    reach = (smoke.width + height * smoke.spread) * 1.5
    left_room = int(reach) + 2
    width = int(left_room + reach + height * max(0.0, smoke.lean)) + 2
    grain = noise_plane(width, SMOKE_PERIOD, 6, 6, 4, smoke.seed) - 0.5
    dice = np.random.default_rng(smoke.seed)
    lots = dice.uniform(-1, 1, (PUFF_LEVELS, PUFFS_A_LEVEL, 3))
    step = SMOKE_PERIOD // SMOKE_FRAMES
    return [
        _smoke_frame(smoke, (height, width), left_room, grain, lots, n * step) for n in range(SMOKE_FRAMES)
    ], left_room


def _smoke_frame(
    smoke: Smoke, shape: tuple[int, int], root: int, grain: Floats, lots: Floats, risen: int
) -> tuple[Picture, Mask]:
    """Puffs melted into one warped surface, lit from the upper left; `risen` px on its way through the loop."""
    height, width = shape
    rows, columns = np.mgrid[0:height, 0:width]
    wisps = grain[(np.arange(height) + risen) % SMOKE_PERIOD]
    total = np.zeros(shape)
    spacing = SMOKE_PERIOD / PUFF_LEVELS
    for level in range(-PUFF_LEVELS, math.ceil(height / spacing) + 1):
        rise = level * spacing + risen
        if rise < -spacing:
            continue
        half = smoke.width + max(0.0, rise) * smoke.spread
        for side, lift, girth in lots[level % PUFF_LEVELS]:
            radius = half * (0.5 + 0.2 * girth)
            x = root + rise * smoke.lean + side * half * 0.46 + wisps * WARP
            y = height - rise - lift * spacing * 0.7
            inside = 1 - ((columns - x) ** 2 + (rows + np.roll(wisps, 9, 1) * WARP - y) ** 2) / radius**2
            total += (radius * np.sqrt(np.clip(inside, 0, 1))) ** 4
    surface = total**0.25
    down, across = np.gradient(ndimage.gaussian_filter(surface + wisps * WARP, 1.0))
    light = (across * 0.5 + down * 0.62 + 0.58) / np.sqrt(across**2 + down**2 + 1)
    screen = bayer(height, width) - 0.5
    thinning = np.clip(1 - rows / THINNING, 0, 1)
    worn = thinning * (0.9 + 2.2 * wisps + screen * 0.3) * (smoke.width + (height - rows) * smoke.spread)
    mask = surface > np.maximum(0.6, worn)
    glow = 0.5 + screen - (height - rows) / LIT_BY_FIRE
    return _smoke_tones(smoke, light + screen * 0.14, mask, glow), mask


def _smoke_tones(smoke: Smoke, light: Floats, mask: Mask, glow: Floats) -> Picture:
    """`glow` above 0 is lit by the fire below."""
    ramp = colours(smoke.colours)
    picture = np.zeros((*mask.shape, 3), np.uint8)
    picture[mask] = ramp[0]
    picture[mask & (light > 0.50)] = ramp[1]
    picture[mask & (light > 0.82)] = ramp[2]
    if len(ramp) > 3:
        picture[mask & (light < 0.8) & (glow > 0)] = ramp[3]
    return picture


def standing_fire(size: int, seed: int) -> tuple[list[tuple[Picture, Mask]], int]:
    """The frames of a fire `size` px wide to either side, and the column of its root in them."""
    height, width = size * 4, size * 3
    rows, columns = np.mgrid[0:height, 0:width]
    root = width // 2
    envelope = np.clip(1 - ((columns - root) / root) ** 2, 0, 1)
    tongues = noise_plane(width, FIRE_FRAMES * 2, 2.6, 1.6, 3, seed)
    flicker = noise_plane(width, height * 2, 2.5, 4, 2, seed + 1) - 0.5
    frames = []
    for number in range(FIRE_FRAMES):
        reach = (0.35 + tongues[number * 2]) * size * 1.9 * envelope[0] + 1e-3
        rising = np.roll(flicker, -number * (2 * height // FIRE_FRAMES), axis=0)[:height]
        level = (height - rows) / reach[None] + rising * 0.9
        picture = np.zeros((height, width, 3), np.uint8)
        mask = np.zeros((height, width), bool)
        for threshold, tone in FLAME_TONES:
            burning = (level < threshold) & (reach[None] > 2)
            picture[burning] = colours([tone])[0]
            mask |= burning
        frames.append((picture, mask))
    return frames, root
