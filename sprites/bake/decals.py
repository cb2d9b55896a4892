"""The sheet `decals`: marks that stay on the street, lying flat: footprints, scratches, furrows, burns, stains.

The pivot is the middle of the mark. What is pressed into snow or ash has a lit far edge and a dark hollow.
"""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy import ndimage

from sprites.bake.effects_field import (
    NOWHERE,
    Field,
    Mask,
    Ramp,
    bayer,
    centred,
    clear,
    looping_noise,
    offsets,
    put,
    snap,
    without_lone_pixels,
)
from sprites.bake.film_ramps import FILM_RAMPS_SOURCE, film_ramp
from sprites.bake.sheet import Pixels, Strip
from sprites.bake.targets import Target

GROUNDS = {"snow": "print_snow", "ash": "print_ash", "wet": "print_wet"}  # each a ramp: hollow to lit edge
BURNS = {"S": (34, 10), "M": (62, 16), "L": (110, 26)}  # px
TWO_SIDES = {"right": 1, "left": -1}


def pressed(hollow: Mask, deep: Mask, tones: Ramp) -> Pixels:
    """A hollow in soft ground: dark inside, darkest where it is deep, its near rim thrown up and lit."""
    picture = clear(*hollow.shape)
    rim_far = np.roll(hollow, -1, 0) & ~hollow
    rim_near = np.roll(hollow, 1, 0) & ~hollow
    picture[hollow] = (*tones[1], 255)
    picture[deep & hollow] = (*tones[0], 255)
    picture[hollow & ~np.roll(hollow, 1, 0)] = (*tones[0], 255)
    picture[rim_far] = (*tones[2], 255)
    picture[rim_near] = (*tones[4], 255)
    picture[np.roll(rim_near, 1, 0) & (bayer(*hollow.shape) < 0.5) & ~hollow] = (*tones[3], 255)
    return picture


def _ellipse(shape: tuple[int, int], x: float, y: float, across: float, down: float) -> Field:
    dx, dy = offsets(*shape, x, y)
    return np.hypot(dx / across, dy / down)


def gamera_foot(ground: str, side: int) -> Pixels:
    """A heel and three clawed toes, seen at the street's slant; toes to the right for `side` 1."""
    shape = (26, 58)
    hollow = _ellipse(shape, 18, 13, 13, 6.0) < 1
    deep = _ellipse(shape, 17, 13.5, 8.5, 3.4) < 1
    for toe in (-1, 0, 1):
        x, y = 36 - abs(toe) * 5, 13 + toe * 7.4
        hollow |= _ellipse(shape, x, y, 7.5, 2.4) < 1
        deep |= _ellipse(shape, x + 1, y, 4.5, 1.3) < 1
        claw = _ellipse(shape, x + 11, y + toe * 0.8, 5.0, 1.1) < 1
        hollow |= claw
        deep |= claw
    picture = pressed(hollow, deep, film_ramp(GROUNDS[ground]))
    return picture if side > 0 else np.ascontiguousarray(picture[:, ::-1])


def soldier_track(ground: str) -> Pixels:
    """Pairs of small stabs, as six legs leave them; few and faint, for a swarm leaves hundreds."""
    picture, tones = clear(10, 46), film_ramp(GROUNDS[ground])
    dice = np.random.default_rng(3)
    for step in range(6):
        x = 3 + step * 7.2
        for row in (2, 7) if step % 2 else (3, 6):
            y = row + int(dice.integers(-1, 2))
            put(picture, x, y, tones[1])
            put(picture, x + 1, y, tones[2])
    return picture


def scratches(ground: str) -> Pixels:
    """Blades dragged over the ground."""
    picture, tones = clear(20, 48), film_ramp(GROUNDS[ground])
    for number in range(5):
        x0, y0, length = 4 + number * 3 % 7, 1 + number * 2.6, 24 - number * 2 + number % 2 * 8
        for step in range(length):
            x, y = x0 + step, y0 + step * 0.16 + math.sin(step * 0.3 + number) * 0.7
            put(picture, x, y + 1, tones[4 if step % 5 else 3])
            put(picture, x, y, tones[0 if 2 < step < length - 3 else 1])
    return picture


def furrow(ground: str) -> Pixels:
    """A tail's drag; a tile of 48 px along the street."""
    width, height = 48, 14
    columns = np.arange(width)
    middle = 6.5 + 1.6 * np.sin(2 * math.pi * columns / width)
    rows = np.arange(height)[:, None]
    hollow = np.abs(rows - middle) < 2.6 + 0.5 * np.sin(2 * math.pi * columns * 3 / width)
    return pressed(hollow, np.abs(rows - middle - 0.5) < 1.2, film_ramp(GROUNDS[ground]))


def burn(width: int, height: int, hot: bool, seed: int) -> Pixels:
    """A blast's black star on the street, ragged, with a paler ring; `hot` ones still glow in the cracks."""
    shape = (height + 6, width + 10)
    noise = looping_noise(1, *shape, max(2.0, width / 18), seed)[0]
    dx, dy = offsets(*shape, shape[1] / 2, shape[0] / 2)
    angle = np.arctan2(dy / height, dx / width)
    rays = 0.14 * np.abs(np.sin(angle * 6 + 0.7)) + 0.09 * np.sin(angle * 11)
    reach = np.hypot(dx / (width / 2), dy / (height / 2)) + noise * 0.26 + rays
    field = 1.12 - reach
    tones = film_ramp("scorched")
    picture = snap(field, (tones[3], tones[2], tones[1], tones[0]), (0.02, 0.14, 0.28, 0.48), 0.22)
    if hot:
        crack = np.abs(looping_noise(1, *shape, 2.4, seed + 1)[0])
        glow = np.where((field > 0.25) & (crack < 0.07 + 0.05 * field), field - crack, NOWHERE)
        embers = snap(glow, film_ramp("ember")[1:4], (0.1, 0.42, 0.7), 0.1)
        shown = embers[..., 3] > 0
        picture[shown] = embers[shown]
    return without_lone_pixels(picture)


def crater(ground: str) -> Pixels:
    """Where a leg of the Queen or a shell went in: a hole with a thrown-up lip and cracks."""
    shape = (26, 64)
    noise = looping_noise(1, *shape, 3.0, 21)[0]
    hollow = _ellipse(shape, 32, 13, 17, 6.5) + noise * 0.22 < 1
    picture = pressed(hollow, _ellipse(shape, 32, 14, 11, 3.8) + noise * 0.2 < 1, film_ramp(GROUNDS[ground]))
    tones, dice = film_ramp(GROUNDS[ground]), np.random.default_rng(23)
    for number in range(9):
        angle = 2 * math.pi * number / 9 + dice.uniform(-0.2, 0.2)
        x, y = 32 + math.cos(angle) * 17, 13 + math.sin(angle) * 6.5
        for _ in range(int(dice.integers(4, 11))):
            put(picture, x, y, tones[0])
            put(picture, x, y + 1, tones[3])
            x, y = x + math.cos(angle) * 1.4 + dice.uniform(-0.5, 0.5), y + math.sin(angle) * 0.6
    return picture


def ichor(seed: int) -> Pixels:
    """What a soldier leaves where it bursts: a stain with drops, flat on the street."""
    shape = (16, 48)
    noise = looping_noise(1, *shape, 3.4, seed)[0]
    field = 1.0 - _ellipse(shape, 24, 8, 14, 4.4) + noise * 0.34
    dice = np.random.default_rng(seed)
    for _ in range(9):
        x, y, size = 24 + dice.normal(0, 11), 8 + dice.normal(0, 3), dice.uniform(0.8, 2.4)
        field = np.maximum(field, 1.0 - _ellipse(shape, x, y, size * 1.7, size * 0.8))
    return snap(field, film_ramp("ichor_stain"), (0.05, 0.3, 0.62), 0.06)


def shell_scraps(seed: int) -> Pixels:
    """Broken chitin and legs scattered over the street, each with its shadow."""
    picture, tones = clear(18, 54), film_ramp("chitin_scrap")
    dice = np.random.default_rng(seed)
    for _ in range(11):
        x, y = 27 + dice.normal(0, 12), 8 + dice.normal(0, 3.2)
        length, lean = dice.uniform(2, 6), dice.uniform(-0.6, 0.6)
        for step in range(int(length)):
            put(picture, x + step, y + step * lean + 1, tones[0])
            put(picture, x + step, y + step * lean, tones[3 if step else 2])
        put(picture, x + length, y + length * lean, tones[4])
    solid = picture[..., 3] > 0
    picture[ndimage.binary_dilation(solid) & ~solid & (bayer(*solid.shape) < 0.5)] = (*tones[0], 255)
    return picture


def draw_decals() -> Mapping[str, Sequence[Strip]]:
    strips = []
    for ground in GROUNDS:
        for name, side in TWO_SIDES.items():
            strips.append(Strip(f"footprint/{ground}/{name}", (centred(gamera_foot(ground, side)),)))
        strips += [
            Strip(f"soldier_track/{ground}", (centred(soldier_track(ground)),)),
            Strip(f"scratches/{ground}", (centred(scratches(ground)),)),
            Strip(f"furrow/{ground}", (centred(furrow(ground)),)),
            Strip(f"crater/{ground}", (centred(crater(ground)),)),
        ]
    for name, (width, height) in BURNS.items():
        cooling = tuple(centred(burn(width, height, hot, 31)) for hot in (True, False))
        strips.append(Strip(f"burn/{name}", cooling, 120))
    strips.append(Strip("ichor_stain", tuple(centred(ichor(seed)) for seed in (41, 43, 47)), 1))
    strips.append(Strip("shell_scraps", tuple(centred(shell_scraps(seed)) for seed in (53, 59, 61)), 1))
    return {"decals": strips}


DECALS = Target(
    "decals",
    (
        Path(__file__),
        *(Path(__file__).with_name(f"{module}.py") for module in ("effects_field", "film_ramps")),
        FILM_RAMPS_SOURCE,
    ),
    draw_decals,
)
