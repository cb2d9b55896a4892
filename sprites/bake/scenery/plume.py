"""Smoke that rises for ever and fires that stand: loops of frames, baked once and shown many times."""

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from sprites.bake.scenery.light import Mask, Picture
from sprites.bake.scenery.materials import colours
from sprites.bake.scenery.noise import bayer, noise_line, noise_plane
from sprites.bake.scenery.spec import Smoke

SMOKE_FRAMES, SMOKE_TICKS = 16, 11
SMOKE_PERIOD = 96  # px the smoke rises in one loop
SWAY = 8.0  # px to either side, far above the root
THINNING = 60.0  # px below its top in which a column dissolves
LIT_BY_FIRE = 28  # px above the root that catch the fire's glow
FIRE_FRAMES, FIRE_TICKS = 8, 6
FLAME_TONES = ((1.0, "7c1c24"), (0.84, "b8341c"), (0.62, "f2701e"), (0.40, "ffb23c"), (0.18, "ffe487"))


def smoke_column(smoke: Smoke, height: int) -> tuple[list[tuple[Picture, Mask]], int]:
    """The frames of one column `height` px tall, and the column of its root in them."""
    reach = smoke.width + height * smoke.spread
    left_room = int(reach + SWAY) + 2
    width = int(left_room + reach + SWAY + height * max(0.0, smoke.lean)) + 2
    grain = noise_plane(width, SMOKE_PERIOD, 8, 8, 4, smoke.seed)
    bends = noise_line(SMOKE_PERIOD, 22, 3, smoke.seed + 1) - 0.5
    step = SMOKE_PERIOD // SMOKE_FRAMES
    frames = [_smoke_frame(smoke, height, width, left_room, grain, bends, n * step) for n in range(SMOKE_FRAMES)]
    return frames, left_room


def _smoke_frame(
    smoke: Smoke,
    height: int,
    width: int,
    root: int,
    grain: npt.NDArray[np.float64],
    bends: npt.NDArray[np.float64],
    risen: int,
) -> tuple[Picture, Mask]:
    rows, columns = np.mgrid[0:height, 0:width]
    rise = height - rows
    source = (np.arange(height) + risen) % SMOKE_PERIOD
    billow = grain[source]
    middle = root + rise * smoke.lean + (bends[source] * 2 * SWAY)[:, None] * np.clip(rise / 120, 0, 1)
    half = smoke.width + rise * smoke.spread
    density = np.clip(1 - np.abs(columns - middle) / half, 0, 1) * np.clip(rows / THINNING, 0, 1)
    density *= billow * 1.1 + 0.30
    left = ndimage.shift(density, (0, 3), order=0)
    screen = bayer(height, width) - 0.5
    ramp = colours(smoke.colours)
    picture = np.zeros((height, width, 3), np.uint8)
    mask = density > 0.34 + screen * 0.14
    picture[mask] = ramp[0]
    picture[mask & (density > 0.50 + screen * 0.12) & (density > left - 0.02)] = ramp[1]
    picture[mask & (density > 0.62 + screen * 0.12) & (density > left)] = ramp[2]
    if len(ramp) > 3:
        lit = (density > 0.5 + screen * 0.12) & (rise < LIT_BY_FIRE) & (billow > 0.55)
        picture[mask & lit] = ramp[3]
    return picture, mask


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
