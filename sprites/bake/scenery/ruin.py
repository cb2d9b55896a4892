"""Damage to a drawn building: bitten open, sheared down to its shell, or come down roof and all."""

import random

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from sprites.bake.scenery.canvas import Canvas, glows, with_tone
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, SHADE, pixel, tone_of
from sprites.bake.scenery.noise import Field, noise_line, noise_plane

Mask = npt.NDArray[np.bool_]

DARK_WINDOW = pixel("dark", DEEP)
POWER_LOST = 12  # px from a wound within which no light survives
POWER_PATCH = 6  # px; lights fail in squares of this size


def _top_of(canvas: Canvas) -> int:
    return int(np.flatnonzero((canvas.pixels > 0).any(axis=1))[0])


def rubble(width: int, height: int, dice: random.Random) -> Canvas:
    """A heap with broken slabs, boards and bent bars sticking out; its foot is the bottom row."""
    canvas = Canvas(width, height + 8)
    base = canvas.height
    profile = noise_line(width, 7, 3, dice.randrange(1 << 30))
    tops = [int(height * (0.25 + 0.75 * profile[x]) * min(1, (x + 2) / 10, (width - x + 1) / 10)) for x in range(width)]
    for x, top in enumerate(tops):
        canvas.rect(x, base - top, 1, top, "rubble", SHADE)
    for _ in range(width * height // 9):
        x = dice.randrange(width)
        y = base - dice.randint(0, max(1, tops[x]))
        breadth, thickness = dice.randint(2, 6), dice.randint(1, 4)
        material = dice.choice(("rubble", "rubble", "rubble", "concrete", "brick", "wood"))
        canvas.rect(x, y, breadth, thickness, material, dice.choice((SHADE, BASE, BASE)))
        canvas.rect(x, y, breadth, 1, material, LIGHT)
        canvas.rect(x, y + thickness, breadth, 1, "dark", INK)
    for _ in range(width // 12):
        x = dice.randrange(3, width - 6)
        y = base - tops[x]
        tip = (x + dice.randint(-6, 6), y - dice.randint(3, 7))
        canvas.line((x, y + 2), tip, dice.choice(("steel", "wood", "steel")), BASE)
    return canvas


def rubble_heap(dice: random.Random, width: int = 100, height: int = 14) -> Canvas:
    """The same heap as a prop."""
    return rubble(width, height, dice)


def bitten(canvas: Canvas, seed: int, storey: int, burning: bool = False) -> Canvas:
    """Damage stage 1: holes in the upper half that show floors; lights fail round them."""
    dice = random.Random(seed)
    height, width = canvas.pixels.shape
    top = _top_of(canvas)
    tall = height - top
    rows = np.arange(height)[:, None]
    grain = noise_plane(width, height, 5, 5, 3, seed) - 0.5
    cut = np.zeros((height, width), bool)
    for _ in range(max(2, width // 28)):
        x, y = dice.uniform(0.05, 0.95) * width, top + dice.uniform(0, 0.55) * tall
        radius = dice.uniform(0.16, 0.24) * min(width, tall) + 3
        cut |= _hole(grain, x, y, radius, 1.1)
    inside = cut & (rows >= top + 4)
    result = _opened(canvas, cut, inside, grain, storey, seed, failing=0.6, burning=burning)
    heap = rubble(width // 2, max(5, int(tall * 0.10)), dice)
    result.paste(heap, width // 4, height - heap.height)
    return result


def sheared(canvas: Canvas, seed: int, storey: int, burning: bool = False) -> Canvas:
    """Damage stage 2 of tall blocks: a slanting shell with floor slabs and bare bars over its own rubble."""
    dice = random.Random(seed)
    height, width = canvas.pixels.shape
    top = _top_of(canvas)
    tall = height - top
    rows, columns = np.mgrid[0:height, 0:width]
    grain = noise_plane(width, height, 5, 5, 3, seed) - 0.5
    across = columns / width if dice.random() < 0.5 else 1 - columns / width
    cut = rows < top + tall * (0.30 + 0.48 * across**0.8) + grain * tall * 0.38
    for _ in range(2):
        x, y = dice.uniform(0.2, 0.8) * width, top + dice.uniform(0.5, 0.8) * tall
        radius = dice.uniform(0.1, 0.16) * min(width, tall) + 2
        cut |= _hole(grain, x, y, radius, 1.2)
    inside = cut & (ndimage.distance_transform_edt(cut) < 8 + grain * 10)
    result = _opened(canvas, cut, inside, grain, storey, seed, failing=1.0, burning=burning)
    for _ in range(width // 6):  # reinforcing bars
        x = dice.randrange(2, width - 2)
        filled = np.flatnonzero(result.pixels[:, x])
        if len(filled) and filled[0] > 4:
            y = int(filled[0])
            result.line((x, y), (x + dice.randint(-3, 3), y - dice.randint(2, 5)), "steel", SHADE)
    heap = rubble(width, max(6, int(tall * 0.2)), dice)
    result.paste(heap, 0, height - heap.height)
    return result


def _hole(grain: Field, x: float, y: float, radius: float, raggedness: float) -> Mask:
    """A round one with torn edges, of the grain's shape."""
    rows, columns = np.mgrid[0 : grain.shape[0], 0 : grain.shape[1]]
    return np.hypot(columns - x, rows - y) + grain * radius * raggedness < radius


def _opened(
    canvas: Canvas, cut: Mask, inside: Mask, grain: Field, storey: int, seed: int, failing: float, burning: bool
) -> Canvas:
    """Takes `cut` away, shows floor slabs and dark or burning rooms in `inside`, and puts out a share of the lights."""
    source = canvas.pixels
    height, width = source.shape
    rows, columns = np.mgrid[0:height, 0:width]
    solid = source > 0
    cut, inside = cut & solid, inside & solid
    kept = solid & ~cut
    result = Canvas(width, height)
    pixels = result.pixels
    pixels[kept] = source[kept]
    from_wound = ndimage.distance_transform_edt(~cut)
    charred = kept & ~glows(source) & (from_wound < 3)
    pixels[charred] = with_tone(source, np.maximum(0, tone_of(source) - 1 - (from_wound < 2)))[charred]
    patches = np.random.default_rng(seed).random((height // POWER_PATCH + 1, width // POWER_PATCH + 1))
    failed = patches.repeat(POWER_PATCH, 0).repeat(POWER_PATCH, 1)[:height, :width] < failing
    pixels[kept & glows(source) & (failed | (from_wound < POWER_LOST))] = DARK_WINDOW
    walls = np.where(glows(source), pixel("plaster", DEEP), source)
    pixels[inside] = with_tone(walls, DEEP)[inside]
    pixels[inside & ((rows + columns) % 2 == 0) & (grain < 0)] = DARK_WINDOW
    level = (height - rows) % storey
    pixels[inside & (level == storey - 1)] = pixel("dark", INK)
    pixels[inside & (level > 1) & (columns % 9 == 2)] = pixel("concrete", BASE)
    if burning:
        pixels[inside & (level > 1) & (grain > 0.12)] = pixel("fire", SHADE)
        pixels[inside & (level > 1) & (grain > 0.22)] = pixel("fire", LIGHT)
    pixels[inside & (level == 1)] = pixel("rubble", LIGHT)
    pixels[inside & (level == 0)] = pixel("rubble", SHADE)
    below_wound = np.zeros_like(cut)
    below_wound[1:] = cut[:-1]
    pixels[kept & below_wound & ((columns * 7 + rows * 3) % 5 > 1)] = pixel("rubble", LIGHT)
    return result


def collapsed(canvas: Canvas, seed: int, burning: bool = False) -> Canvas:
    """Damage stage 2 of timber houses and shops: the upper part lies whole and tilted on what was below."""
    dice = random.Random(seed)
    height, width = canvas.pixels.shape
    top, waist = _top_of(canvas), height - 15
    drop = 13
    slope = dice.choice((-1, 1)) * dice.uniform(0.12, 0.2)
    grain = noise_plane(width, height, 5, 4, 3, seed)
    result = Canvas(width + 8, height)
    for x in range(width):  # stumps of the walls
        stump = int(11 * grain[height // 2, x])
        result.pixels[height - stump :, x + 4] = canvas.pixels[height - stump :, x]
    stumps = result.pixels > 0
    result.pixels[stumps] = with_tone(result.pixels, np.maximum(0, tone_of(result.pixels) - 1))[stumps]
    heap = rubble(width - 6, 13, dice)
    result.paste(heap, 7, height - heap.height)
    wooden = [pixel("dark", DEEP), pixel("wood", BASE)]
    alight: list[tuple[int, int, int]] = []  # row, column, tone
    for y in range(top, waist):
        for x in range(width):
            value = canvas.pixels[y, x]
            if not value:
                continue
            if grain[y, x] < 0.30 and y > top + 2:  # lost tiles show boards and rafters
                value = wooden[(x + y) % 5 == 0]
            row = int(y + drop + (x - width / 2) * slope)
            column = x + 4 + int((height - y) * slope * 0.5)
            if 0 <= row < height and 0 <= column < width + 8:
                result.pixels[row, column] = value
                if burning and grain[y, x] < 0.22:
                    alight.append((row, column, BASE if grain[y, x] < 0.15 else SHADE))
    result.pixels[glows(result.pixels)] = DARK_WINDOW
    for row, column, tone in alight:
        result.dot(column, row, "fire", tone)
    for _ in range(7):  # beams
        x, y = dice.randrange(8, width - 4), height - dice.randint(4, 14)
        end = (x + dice.randint(-9, 9), y - dice.randint(3, 9))
        result.line((x, y), end, "wood", dice.choice((SHADE, BASE, LIGHT)))
    heap = rubble(width - 2, 7, dice)
    result.paste(heap, 5, height - heap.height)
    return result
