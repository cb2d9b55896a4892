"""The hard ground under the actors: a city street, or the laboratory's plain."""

import math
import random

import numpy as np

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, NUMBER, RIM, SHADE, TONES, pixel
from sprites.bake.scenery.noise import Field, bayer, noise_plane
from sprites.bake.scenery.spec import Ground

LANE_PITCH = 64  # px from dash to dash
NEAR_KERB = 46  # row of the kerb nearest to the eye
STRIPES = range(-4, 5)


def toned(canvas: Canvas, material: str, tone: Field, low: int = DEEP, high: int = LIGHT) -> None:
    """Fills the canvas with one material in the given tones, cut at `low` and `high`."""
    canvas.pixels[:] = 1 + NUMBER[material] * TONES + np.clip(tone, low, high).astype(int)


def draw_street(spec: Ground, width: int, height: int) -> Canvas:
    """Rows from the far kerb (row 0) to the eye."""
    dice = random.Random(spec.seed)
    canvas = Canvas(width, height)
    speckle = np.random.default_rng(spec.seed).random((height, width))
    _asphalt(canvas, spec.seed, speckle)
    for _ in range(width // 60):
        _patch(canvas, dice)
    for _ in range(width // 26):
        _crack(canvas, dice)
    _lanes(canvas, speckle)
    for x in spec.crossings:
        _zebra(canvas, x, speckle)
    for _ in range(width // 180):
        _manhole(canvas, dice.randrange(width), dice.randint(12, 34))
    _far_pavement(canvas, dice)
    _near_pavement(canvas)
    return canvas


def _asphalt(canvas: Canvas, seed: int, speckle: Field) -> None:
    """Darker toward the eye, worn bright where the wheels run."""
    height, width = canvas.pixels.shape
    rows = np.arange(height)[:, None]
    worn = 0.55 * np.exp(-(((rows - 13) / 3.0) ** 2)) + 0.5 * np.exp(-(((rows - 29) / 4.0) ** 2))
    grain = noise_plane(width, height, 14, 3, 3, seed)
    tone = 4.2 - rows / height * 2.2 + worn + (grain - 0.5) * 1.1 + (bayer(height, width) - 0.5) * 0.9
    toned(canvas, "asphalt", tone)
    canvas.pixels[speckle < 0.03] = pixel("asphalt", DEEP)
    canvas.pixels[(speckle > 0.975) & (rows < 36)] = pixel("asphalt", LIGHT)


def _patch(canvas: Canvas, dice: random.Random) -> None:
    """A slanted repair with a dark seam."""
    x, y = dice.randrange(canvas.width), dice.randint(9, 36)
    width, height = dice.randint(18, 50), dice.randint(3, 7)
    for j in range(height):
        for i in range(width):
            seam = i in (0, width - 1) or j in (0, height - 1)
            bright = not seam and ((i + j) % 2 or dice.random() < 0.5)
            canvas.dot(x + i - j, y + j, "asphalt", SHADE if bright else DEEP)


def _crack(canvas: Canvas, dice: random.Random) -> None:
    x, y = dice.randrange(canvas.width), dice.randint(8, 44)
    for _ in range(dice.randint(8, 26)):
        canvas.dot(x, y, "dark", DEEP)
        x += dice.choice((1, 1, 2, -1))
        y = max(7, min(46, y + dice.choice((0, 0, 0, 1, -1))))


def _lanes(canvas: Canvas, speckle: Field) -> None:
    """Worn paint: the middle dashes, the line at the far kerb, the double line at the near one."""
    for x in range(-30, canvas.width, LANE_PITCH):
        for j, length in enumerate((30, 31, 31)):
            for i in range(length):
                if speckle[19 + j, (x + i) % canvas.width] > 0.10:
                    canvas.dot(x + i - j, 19 + j, "paint", LIGHT if j == 0 else BASE)
    for x in range(canvas.width):
        if speckle[6, x] > 0.06:
            canvas.dot(x, 7, "paint", BASE)
        if speckle[7, x] > 0.12:
            canvas.dot(x, 40, "paint", BASE)
            canvas.dot(x, 41, "paint", SHADE)


def _zebra(canvas: Canvas, middle: int, speckle: Field) -> None:
    """A crossing, fanned a little toward the eye."""
    for stripe in STRIPES:
        for y in range(9, 39):
            left = middle + stripe * (9 + (y - 9) * 0.22)
            for i in range(4 + (y - 9) // 6):
                if speckle[y, int(left + i) % canvas.width] > 0.10:
                    canvas.dot(left + i, y, "paint", LIGHT if y < 24 else BASE)


def _manhole(canvas: Canvas, x: int, y: int) -> None:
    for j in range(-2, 3):
        half = int(7 * math.sqrt(1 - (j / 3) ** 2))
        canvas.rect(x - half, y + j, 2 * half + 1, 1, "metal", SHADE if j > -2 else LIGHT)
    for i in range(-4, 5, 2):
        canvas.dot(x + i, y + i % 2, "dark", INK)


def _far_pavement(canvas: Canvas, dice: random.Random) -> None:
    width = canvas.width
    canvas.rect(0, 0, width, 5, "concrete", BASE)
    for x in range(0, width, 7):
        canvas.rect(x, 0, 1, 2, "concrete", SHADE)
        canvas.rect(x + 3, 2, 1, 2, "concrete", SHADE)
    canvas.rect(0, 2, width, 1, "concrete", SHADE)
    canvas.rect(0, 0, width, 1, "concrete", LIGHT)
    canvas.rect(0, 4, width, 1, "concrete", RIM)
    canvas.rect(0, 5, width, 1, "dark", INK)
    for x in range(0, width, 14):
        canvas.dot(x, 4, "concrete", SHADE)
    x = dice.randint(20, 80)
    while x < width:  # gutters
        canvas.rect(x, 5, 3, 1, "dark", SHADE)
        x += dice.randint(60, 130)


def _near_pavement(canvas: Canvas) -> None:
    width, height = canvas.width, canvas.height
    canvas.rect(0, NEAR_KERB, width, 1, "concrete", LIGHT)
    canvas.rect(0, NEAR_KERB + 1, width, 2, "concrete", SHADE)
    for x in range(0, width, 24):
        canvas.rect(x, NEAR_KERB, 1, 3, "dark", DEEP)
    for y in range(NEAR_KERB + 3, height):
        bright, dull = (BASE if y < 53 else SHADE), (SHADE if y < 56 else DEEP)
        for x in range(width):
            canvas.dot(x, y, "concrete", bright if (x // 10 + (y - 49) // 5) % 2 else dull)
    canvas.rect(0, NEAR_KERB + 3, width, 1, "concrete", BASE)
    for x in range(0, width, 20):
        canvas.line((x, NEAR_KERB + 3), (x - 6, height), "dark", INK)
    for y in (53, 58):
        canvas.rect(0, y, width, 1, "dark", DEEP)


def draw_plain(spec: Ground, width: int, height: int) -> Canvas:
    """Concrete slabs with a measuring line: a numberless ruler of 20 and 100 px."""
    canvas = Canvas(width, height)
    rows = np.arange(height)[:, None]
    grain = noise_plane(width, height, 20, 4, 3, spec.seed)
    tone = 3.6 - rows / height * 2.4 + (grain - 0.5) * 0.9 + (bayer(height, width) - 0.5) * 0.8
    toned(canvas, "concrete", tone)
    for y in (6, 16, 31, 52):
        canvas.rect(0, y, width, 1, "dark", DEEP)
    for x in range(0, width, 100):
        canvas.line((x, 6), (x, height), "dark", DEEP)
    canvas.rect(0, 0, width, 1, "concrete", RIM)
    canvas.rect(0, 1, width, 2, "concrete", SHADE)
    for x in range(0, width, 20):
        long_mark = x % 100 == 0
        canvas.rect(x, 1, 2 if long_mark else 1, 5 if long_mark else 2, "paint", LIGHT)
    return canvas
