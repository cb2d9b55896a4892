"""Mana: the glow in Gamera's chest, motes, the sky that opens; and the dome of light in which Sendai ends."""

import math

import numpy as np

from sprites.bake.effects_field import (
    NOWHERE,
    Field,
    bayer,
    clear,
    lay,
    looping_noise,
    offsets,
    put,
    snap,
    without_lone_pixels,
)
from sprites.bake.film_ramps import film_ramp
from sprites.bake.sheet import Frame, Pixels, Strip


def chest_glow(frame: int) -> Frame:
    """The mana in his chest, breathing."""
    side = 64
    x, y = offsets(side, side, side / 2, side / 2)
    noise = looping_noise(6, side, side, 4.0, 5)[frame]
    beat = 1 + 0.12 * math.sin(2 * math.pi * frame / 6)
    rays = np.abs(np.cos(np.arctan2(y, x) * 4 + frame * math.pi / 6)) ** 30
    field = np.maximum(
        1.1 - np.hypot(x, y) / (14 * beat) + noise * 0.25, np.where(rays > 0.2, 0.8 - np.hypot(x, y) / 30, NOWHERE)
    )
    picture = snap(field, film_ramp("gold"), (0.02, 0.14, 0.3, 0.46, 0.64, 0.84))
    return Frame(without_lone_pixels(picture), (side // 2, side // 2))


MOTE_ARMS = ((0, 0), (0, 1), (1, 1), (2, 2), (1, 1), (0, 1))  # straight and slanted arms in px, a frame each


def mote(size: int, frame: int) -> Frame:
    """A twinkle: size 1 a pixel that blinks, 3 a star."""
    picture, tones = clear(15, 15), film_ramp("gold")
    straight, tone = MOTE_ARMS[frame][0] + size - 1, (2, 3, 4, 5, 4, 3)[frame]
    for reach in range(straight + 1):
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            put(picture, 7 + dx * reach, 7 + dy * reach, tones[max(1, tone - reach)])
    if size == 3 and MOTE_ARMS[frame][1] > 1:
        for dx, dy in ((1, 1), (-1, -1), (1, -1), (-1, 1)):
            put(picture, 7 + dx, 7 + dy, tones[2])
    put(picture, 7, 7, tones[tone])
    return Frame(picture, (7, 7))


# ---- the sky opens


SKY_WIDTH, SKY_HEIGHT, SKY_MIDDLE = 520, 190, (260, 52)  # px
RAGGED_FIRST = 1.7  # how far the bands tear the first slits; less as it opens
SHAFT_LENGTH = 84.0  # px under the opening that its screened shafts are seen
SHELL_DEPTH = 0.42  # how far light reaches into the clouds round a rift, in the measure of the bands


def cloud_bands(seed: int) -> Field:
    """Long torn bands, about -1 to 1, as the sky's own clouds lie."""
    dice = np.random.default_rng(seed)
    total = np.zeros((SKY_HEIGHT, SKY_WIDTH))
    x, y = offsets(SKY_HEIGHT, SKY_WIDTH, 0, 0)
    for octave in range(5):
        for _ in range(9):
            across, down = dice.uniform(0.6, 1.5) * 0.012 * 1.8**octave, dice.uniform(0.6, 1.5) * 0.075 * 1.7**octave
            wave = np.sin(x * across + y * down * 0.4 + dice.uniform(0, 6.3)) * np.sin(y * down + dice.uniform(0, 6.3))
            total += wave / 1.7**octave
    return total / total.std() * 0.5


def sky_opens(frame: int) -> Frame:
    """The clouds part along their own bands: slits first, then rifts with streaks of cloud before the light behind."""
    age = (frame + 0.5) / 5.6
    bands = cloud_bands(7)
    x, y = offsets(SKY_HEIGHT, SKY_WIDTH, *SKY_MIDDLE)
    from_middle = np.hypot(x / 250, y / 62)
    ends = np.clip((np.abs(x) - 190) / 60, 0, 2)
    parted = bands * (RAGGED_FIRST - age) + 1.1 * age - from_middle * (0.5 + 0.9 * age) - 0.76 + 0.56 * age - ends
    depth = np.clip(parted * 1.6, 0, 1)
    streaks = cloud_bands(8) * 0.34
    behind = np.clip(1.2 - np.hypot(x / (70 + 130 * age), y / (13 + 30 * age)), 0, 1)
    light = 0.1 + behind * (0.42 + 0.3 * age) + depth * 0.26 + streaks * (1.1 - 0.6 * behind)
    rift = parted > 0
    tones = film_ramp("gold")
    picture = snap(np.where(rift, light, NOWHERE), tones[1:], (-1.0, 0.2, 0.42, 0.66, 0.9), 0.3)
    return Frame(lay(_shafts(age), without_lone_pixels(lay(_lit_shell(parted, from_middle, age), picture))), SKY_MIDDLE)


def _lit_shell(parted: Field, from_middle: Field, age: float) -> Pixels:
    """The clouds round a rift: their edges burn gold, farther off they are the plum of the morning, then the sky's."""
    morning, gold = film_ramp("morning"), film_ramp("gold")
    near = 1 + parted / SHELL_DEPTH - from_middle * 0.35 * (1.2 - 0.4 * age)
    shell = (parted <= 0) & (near > 0)
    plum = snap(np.where(shell, near, NOWHERE), morning[1:4], (0.12, 0.34, 0.58), 0.5)
    edge = snap(np.where(shell & (parted > -0.07), near, NOWHERE), gold[1:4], (0.4, 0.62, 0.86), 0.3)
    return lay(plum, edge)


def _shafts(age: float) -> Pixels:
    """Light falls through the rifts in screened fans, a pixel in two at most."""
    dice = np.random.default_rng(4)
    x, y = offsets(SKY_HEIGHT, SKY_WIDTH, SKY_MIDDLE[0], SKY_MIDDLE[1] - 90)
    slant = np.arctan2(x, y)
    strength = np.zeros((SKY_HEIGHT, SKY_WIDTH))
    for number in range(13):
        middle, width = (number - 6) * 0.13 + dice.uniform(-0.03, 0.03), dice.uniform(0.02, 0.05)
        strength = np.maximum(strength, np.clip(1 - np.abs(slant - middle) / width, 0, 1) * dice.uniform(0.45, 1.0))
    below = np.clip((y - 90) / 20, 0, 1) * np.clip(1.1 - (y - 90) / SHAFT_LENGTH, 0, 1)
    strength *= np.clip(age * 1.5 - 0.35, 0, 1) * below
    shown = strength * 0.55 > bayer(SKY_HEIGHT, SKY_WIDTH) + 0.04
    picture = clear(SKY_HEIGHT, SKY_WIDTH)
    tone = np.clip((strength * 3.2).astype(int) + 1, 1, 3)
    picture[shown, :3] = np.array(film_ramp("gold"), np.uint8)[tone][shown]
    picture[shown, 3] = 255
    return picture


# ---- the blast


DOME_WIDTH, DOME_HEIGHT, DOME_GROUND = 540, 272, 266  # px


def blast_dome(frame: int) -> Frame:
    """The blast as it begins: a hemisphere of light that boils and rolls out over the ground; six frames."""
    shape = (DOME_HEIGHT, DOME_WIDTH)
    noise = looping_noise(6, *shape, 9.0, 61)[frame]
    x, y = offsets(*shape, DOME_WIDTH / 2, DOME_GROUND)
    radius = (34, 70, 112, 156, 198, 232)[frame]
    field = 1.05 - np.hypot(x, y * 1.12) / radius + noise * 0.16
    skirt = 1.0 - np.abs(x) / (radius * 1.02) - np.clip(-y, 0, 99) / (10 + 0.06 * radius) * 0.5 + noise * 0.3
    field = np.where(y < 3, np.maximum(field, np.where(y > -40, skirt * 0.7, NOWHERE)), NOWHERE)
    picture = snap(field, film_ramp("whiteout"), (0.0, 0.05, 0.11, 0.2, 0.34, 0.52), 0.1)
    return Frame(without_lone_pixels(picture), (DOME_WIDTH // 2, DOME_GROUND))


def light_strips() -> list[Strip]:
    return [
        Strip("chest_glow", tuple(chest_glow(index) for index in range(6)), 6, True),
        *(Strip(f"mana_mote/{size}", tuple(mote(size, index) for index in range(6)), 7, True) for size in (1, 2, 3)),
        Strip("sky_opens", tuple(sky_opens(index) for index in range(6)), 14),
        Strip("blast_dome", tuple(blast_dome(index) for index in range(6)), 9),
    ]
