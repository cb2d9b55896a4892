"""Ground that is not a bare street: the snowed-in street, the ash plain, the levee, the sea behind its quay."""

import math
import random

import numpy as np
import numpy.typing as npt

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.ground import NEAR_KERB, draw_street, toned
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, NUMBER, RIM, SHADE, TONES, pixel
from sprites.bake.scenery.noise import bayer, noise_line, noise_plane
from sprites.bake.scenery.spec import Ground

RUTS = ((14, 5, 1.6), (23, 5, 1.8), (31, 6, 1.5))  # row, wander in px, half width
DRIFTS = ((3, 5, 20), (14, 12, 46), (27, 18, 70), (44, 22, 90))  # row, height, length of each ridge of ash
FAR_EDGE = 6  # rows of far pavement and kerb, which water runs off
SEA_MIRRORS = 0.8
SLOPE_ROWS = 20  # the levee's concrete face


def draw_snow_street(spec: Ground, width: int, height: int) -> Canvas:
    """The street under trodden snow: dark ruts, footprints, a ploughed bank along each kerb."""
    canvas = draw_street(spec, width, height)
    dice = random.Random(spec.seed)
    rows = np.arange(height)[:, None]
    screen = bayer(height, width)
    grain = noise_plane(width, height, 14, 3, 3, spec.seed)
    tone = 4.6 - rows / height * 2.4 + (grain - 0.5) * 2.2 + (screen - 0.5) * 0.9
    snow = (1 + NUMBER["snow"] * TONES + np.clip(tone, DEEP, RIM).astype(int)).astype(np.uint8)
    ruts = np.zeros((height, width), bool)
    for row, wander, half in RUTS:
        ruts |= np.abs(rows - row - grain * wander) < half
    covered = (grain + 0.11 * np.sin(rows * 0.9) > 0.40) | (rows < 9) | (rows > 38)
    covered &= ~ruts
    canvas.pixels[covered] = snow[covered]
    canvas.pixels[ruts & (screen < 0.5)] = pixel("asphalt", SHADE)
    ledge = np.zeros_like(ruts)
    ledge[1:] = ruts[:-1]
    canvas.pixels[ledge & ~ruts & (rows > 9)] = pixel("snow", LIGHT)
    _banks(canvas, spec.seed)
    for _ in range(width // 14):  # footprints
        x, y = dice.randrange(width), dice.randint(9, 38)
        for step in range(dice.randint(3, 7)):
            canvas.dot(x + step * 4, y + step % 2, "snow", DEEP)
            canvas.dot(x + step * 4 + 1, y + step % 2 + 1, "snow", RIM)
    return canvas


def _banks(canvas: Canvas, seed: int) -> None:
    """What the plough threw aside: low at the far kerb, high at the near one."""
    width, height = canvas.pixels.shape[1], canvas.height
    far = 3 + 4 * noise_line(width, 9, 4, seed)
    near = 4 + 7 * noise_line(width, 12, 4, seed + 1)
    lumps = noise_line(width, 5, 4, seed + 2)
    screen = bayer(height, width)
    for x in range(width):
        top = int(far[x])
        for rise in range(top):
            tone = RIM if rise == top - 1 else LIGHT if rise > top - 3 else BASE if (x + rise) % 2 else SHADE
            canvas.dot(x, 7 - rise, "snow", tone)
        top = int(near[x])
        for rise in range(-12, top + 4):
            row = NEAR_KERB + 5 - rise
            if not 0 <= row < height:
                continue
            tone = 5.0 if rise == top + 3 else 4.3 if rise > top else 3.6 - (top - rise) * 0.13 + lumps[x] * 0.8
            canvas.dot(x, row, "snow", int(np.clip(tone + (screen[row, x] - 0.5) * 0.9, DEEP, RIM)))


def draw_ash(spec: Ground, width: int, height: int) -> Canvas:
    """Long low drifts with lit crests, and what the blast left half buried in them."""
    canvas = Canvas(width, height)
    dice = random.Random(spec.seed)
    rows = np.arange(height)[:, None]
    screen = bayer(height, width)
    speckle = np.random.default_rng(spec.seed).random((height, width))
    toned(canvas, "ash", 3.6 - rows / height * 2.6 + (screen - 0.5) * 0.8)
    for number, (row, rise, length) in enumerate(DRIFTS):
        profile = noise_line(width, length, 3, spec.seed + number)
        crest = (row + 6 - profile * rise).astype(int)
        slope = (np.roll(profile, -4) - np.roll(profile, 4)) * rise * 0.25
        last = height if number == len(DRIFTS) - 1 else crest + 24
        below = rows - crest
        light = 3.5 - 0.42 * number + slope * 1.3 - below * 0.11 + (speckle - 0.5) * 0.5
        tone = np.clip((light + (screen - 0.5) + 0.5).astype(int), DEEP, LIGHT)
        edge = np.where((slope > -0.12) & (speckle > 0.12), RIM, BASE)
        tone = np.where(below == 0, edge, tone)
        inside = (below >= 0) & (rows < last)
        canvas.pixels[inside] = (1 + NUMBER["ash"] * TONES + tone)[inside].astype(np.uint8)
    for _ in range(width // 9):  # furrows
        x, y, length = dice.randrange(width), dice.randint(3, height - 6), dice.randint(4, 22)
        for i in range(length):
            if dice.random() < 0.8:
                canvas.dot(x + i, y + int(1.2 * math.sin(i * 0.5)), "ash", dice.choice((DEEP, SHADE)))
    for _ in range(width // 10):
        _half_buried(canvas, dice)
    return canvas


def _half_buried(canvas: Canvas, dice: random.Random) -> None:
    x, y = dice.randrange(canvas.width), dice.randint(2, canvas.height - 8)
    nearness = 1 + y / 26
    width, height = int(dice.randint(2, 6) * nearness), int(dice.randint(1, 3) * nearness)
    material = dice.choice(("rubble", "concrete", "wood", "brick", "dark"))
    canvas.rect(x, y - height, width, height, material, SHADE)
    canvas.rect(x, y - height, width, 1, material, SHADE if material == "dark" else LIGHT)
    canvas.rect(x - 1, y, width + 2, 1, "ash", DEEP)


def draw_levee(spec: Ground, width: int, height: int) -> Canvas:
    """The river's dyke: a paved crown and face, below it grass and stones toward the eye."""
    canvas = Canvas(width, height)
    dice = random.Random(spec.seed)
    rows = np.arange(height)[:, None]
    grain = noise_plane(width, height, 14, 3, 3, spec.seed)
    toned(canvas, "grass", 3.4 - rows / height * 2.4 + (grain - 0.5) * 2 + (bayer(height, width) - 0.5) * 0.9)
    for _ in range(width * 2):
        x, y = dice.randrange(width), dice.randint(2, height - 2)
        blade = 1 + y // 16
        tones = (SHADE, BASE, LIGHT) if y < 30 else (DEEP, SHADE, BASE)
        canvas.rect(x, y - blade, 1, blade, "grass", dice.choice(tones))
    for _ in range(width // 12):
        x, y = dice.randrange(width), dice.randint(4, height - 2)
        canvas.rect(x, y, dice.randint(1, 4), 1, "rubble", dice.choice((BASE, LIGHT)))
        canvas.rect(x, y + 1, 2, 1, "dark", DEEP)
    canvas.rect(0, 0, width, 2, "concrete", LIGHT)
    canvas.rect(0, 2, width, 1, "concrete", SHADE)
    canvas.rect(0, 3, width, 5, "concrete", BASE)
    canvas.rect(0, 8, width, SLOPE_ROWS - 8, "concrete", SHADE)
    for x in range(0, width + 16, 16):
        canvas.line((x, 3), (x - 8, SLOPE_ROWS), "concrete", DEEP)
        canvas.dot(x + 1, 3, "concrete", RIM)
    for y in (8, 14):
        canvas.rect(0, y, width, 1, "concrete", DEEP)
        canvas.rect(0, y + 1, width, 1, "concrete", LIGHT if y < 9 else BASE)
    return canvas


def draw_sea(canvas: Canvas, until: int, seed: int) -> None:
    """Water over the ground up to column `until`, and the quay that holds it."""
    dice = random.Random(seed)
    height = canvas.height
    rows = np.arange(height)[:, None]
    swell = noise_plane(until, height, 18, 1.6, 3, seed)
    tone = 1.2 + rows / height * 1.2 + (swell - 0.5) * 3.2 + (bayer(height, until) - 0.5) * 0.8
    canvas.pixels[:, :until] = 1 + NUMBER["sea"] * TONES + np.clip(tone, INK, BASE).astype(int)
    for _ in range(until // 2):  # crests
        y = int(dice.random() ** 1.5 * height)
        x, length = dice.randrange(until), dice.randint(2, 4 + y // 4)
        tones = (BASE, LIGHT, RIM) if y < 24 else (SHADE, BASE)
        canvas.rect(x, y, min(length, until - x), 1, "sea", dice.choice(tones))
    for y in range(height):
        edge = until - y // 6
        canvas.rect(edge, y, 14, 1, "concrete", BASE)
        canvas.rect(edge, y, 1, 1, "concrete", RIM)
        canvas.rect(edge + 1, y, 3, 1, "yellow", SHADE if y // 5 % 2 else BASE)
        canvas.rect(edge - 5, y, 5, 1, "dark", DEEP if y % 7 else INK)
        canvas.rect(edge + 13, y, 1, 1, "concrete", DEEP)


def wetness(width: int, height: int, spec: Ground, sea_until: int) -> npt.NDArray[np.uint8]:
    """What of the ground mirrors, shape (height, width): 0 nothing, 1 bright things only, 2 everything.

    Puddles on the ground where the layer is wet; the sea mirrors most of what stands over it.
    """
    puddles = noise_plane(width, height, 22, 2.2, 3, spec.seed + 7) * 1.5 - 0.2
    share = np.full((height, width), spec.wet)
    share[:, :sea_until] = SEA_MIRRORS
    share[: FAR_EDGE if sea_until == 0 else 1] = 0
    screen = bayer(height, width)
    mirror = puddles * share > screen * 0.75 + 0.12
    gleam = (share > 0) & (screen < 0.5) & ~mirror
    return np.where(mirror, 2, np.where(gleam, 1, 0)).astype(np.uint8)
