"""What hangs in the air: dust of footfalls and landings, shock rings, smoke puffs and columns."""

import math

import numpy as np

from sprites.bake.effects_field import (
    NOWHERE,
    Field,
    Puff,
    billow,
    looping_noise,
    offsets,
    put,
    ramp,
    shade,
    snap,
    without_lone_pixels,
    worn,
)
from sprites.bake.sheet import Frame, Pixels, Strip

GROUNDS = ("earth", "night", "snow", "ash")  # what lies on the street; each is a ramp
LOOKS = ("", ".b", ".c")  # of one dust: rows of bursts must not repeat themselves
STRAYS = 2.0  # places along the bank that a puff may be off its own


def dust(ground: str, width: int, height: int, puff_count: int, frames: int, seed: int) -> list[Frame]:
    """A bank of dust that rolls out to both sides and frays; pivot in the middle of the ground line."""
    noise = looping_noise(frames, height, width, max(2.2, height / 11), seed)
    dice = np.random.default_rng(seed)
    lots = dice.uniform(0, 1, (puff_count, 3))
    pictures = []
    for index in range(frames):
        age = (index + 0.5) / frames
        spread = 1 - (1 - age) ** 2.2
        puffs = []
        for number, (lift, girth, stray) in enumerate(lots):
            side = ((number + STRAYS * (stray - 0.5)) / (puff_count - 1) - 0.5) * 2
            low = max(0.1, 1 - 0.55 * abs(side))
            radius = height * (0.13 + 0.18 * girth**1.5) * (0.5 + 0.75 * spread) * (0.55 + 0.45 * low)
            x = width / 2 + side * width * (0.10 + 0.30 * spread)
            y = height - 1 - radius * 0.55 - lift * height * 0.42 * spread * low
            puffs.append(Puff(x, y, radius))
        cloud = billow((height, width), puffs, noise[index], height * 0.055)
        visible = worn(cloud, noise[index], max(0.0, age - 0.3) * 1.5, height * 0.3)
        pictures.append(Frame(shade(cloud, ramp(ground), visible), (width // 2, height - 1)))
    return pictures


def shock_ring(ground: str, seed: int) -> list[Frame]:
    """A ring on the ground seen from the side: front brighter than back, crumbs thrown up, torn to arcs."""
    width, height, count = 132, 36, 6
    line = height - 11
    tones = (*ramp(ground), (244, 232, 204))
    noise = looping_noise(count, height, width, 5.0, seed)
    dice = np.random.default_rng(seed)
    crumbs = [(dice.uniform(0, 2 * math.pi), dice.uniform(0.9, 1.05), dice.uniform(3, 14)) for _ in range(18)]
    frames = []
    for index in range(count):
        age = (index + 0.6) / count
        radius = 62 * (1 - (1 - age) ** 1.7)
        x, y = offsets(height, width, width / 2, line)
        thickness = (8, 8, 7, 6, 4.6, 3.6)[index]
        field = 1 - np.abs(np.hypot(x, y / 0.17) - radius) / thickness
        field = np.where(y < 0, field * 0.75 - 0.08, field) - np.clip(noise[index] * (age - 0.2) * 1.9, 0, 2)
        picture = without_lone_pixels(snap(field, tones, (0.05, 0.2, 0.4, 0.55, 0.72, 0.86), 0.16))
        for angle, reach, lift in crumbs:
            hop = math.sin(math.pi * min(1.0, age * 1.1)) * lift
            at_x = width / 2 + math.cos(angle) * radius * reach
            at_y = line + math.sin(angle) * radius * reach * 0.17 - hop
            put(picture, at_x, at_y, tones[4])
            put(picture, at_x, at_y + 1, tones[2])
        frames.append(Frame(picture, (width // 2, line)))
    return frames


PUFF_SIZES = {"S": 9, "M": 16, "L": 28}  # px, radius


def smoke_puff(radius: int, seed: int) -> list[Frame]:
    """One burst of smoke that swells, leans with the wind and tears; pivot where it began."""
    side = radius * 4
    noise = looping_noise(8, side, side, max(2.0, radius / 5), seed)
    dice = np.random.default_rng(seed)
    lots = dice.uniform(-1, 1, (9, 2))
    frames = []
    for index in range(8):
        age = (index + 0.5) / 8
        swell = 0.5 + 0.6 * age**0.6
        puffs = [
            Puff(
                side / 2 + dx * radius * 0.55 * swell + age * radius * 0.35,
                side * 0.62 + dy * radius * 0.45 * swell - age * radius * 0.8,
                radius * (0.52 - 0.06 * (number % 3)) * swell,
            )
            for number, (dx, dy) in enumerate(lots)
        ]
        cloud = billow((side, side), puffs, noise[index], radius * 0.16)
        visible = worn(cloud, noise[index], max(0.0, age - 0.2) * 1.15, radius * 0.5)
        frames.append(Frame(shade(cloud, ramp("smoke"), visible), (side // 2, int(side * 0.62))))
    return frames


PLUMES = {
    "S": (44, 76, 4.0, 8),
    "M": (80, 132, 6.0, 10),
    "L": (124, 212, 9.0, 12),
}  # w, h, root radius, puffs


def smoke_plume(width: int, height: int, root: float, puff_count: int, seed: int) -> list[Frame]:
    """A leaning column, lit by its fire below and fraying above; eight frames, looping; pivot at its root."""
    noise = looping_noise(8, height, width, max(2.4, root * 0.55), seed)
    origin = (int(width * 0.26), height - 3)
    frames = []
    for index in range(8):
        puffs = []
        for number in range(puff_count):
            rise = ((number + index / 8) / puff_count) % 1
            for side, lag in ((0.0, 0.0), (1.0, 0.35), (-1.0, 0.6)):
                up = min(1.0, rise + lag / puff_count)
                radius = root * (1 + 2.0 * up**0.8) * (1.0 if side == 0 else 0.72)
                sway = math.sin(up * 6 + number * 1.7) * root * up
                x = origin[0] + width * 0.42 * up**1.3 + sway + side * radius * 0.75
                puffs.append(Puff(x, origin[1] - root * 0.4 - up * (height - root * 3.4), radius))
        cloud = billow((height, width), puffs, noise[index], root * 0.5)
        x, y = offsets(height, width, 0, 0)
        rise_of_row = np.clip((origin[1] - y) / height, 0, 1)
        visible = worn(cloud, noise[index], np.clip(rise_of_row - 0.38, 0, 1) * 1.75, root * 2.6)
        picture = shade(cloud, ramp("soot"), visible)
        glow = np.where(visible, 0.95 - rise_of_row * 5.2 - (cloud.light - 0.5) * 0.5 + noise[index] * 0.2, NOWHERE)
        frames.append(Frame(_under_lit(picture, glow), origin))
    return frames


def _under_lit(picture: Pixels, glow: Field) -> Pixels:
    fire = snap(glow, ramp("fire")[:5], (0.3, 0.42, 0.56, 0.72, 0.88), 0.2)
    lit = picture.copy()
    shining = (fire[..., 3] > 0) & (picture[..., 3] > 0)
    lit[shining] = fire[shining]
    return lit


def dust_strips() -> list[Strip]:
    strips: list[Strip] = []
    for ground in GROUNDS:
        for number, look in enumerate(LOOKS):
            strips.append(Strip(f"dust_puff/{ground}{look}", tuple(dust(ground, 60, 28, 12, 7, 171 + number)), 4))
            strips.append(Strip(f"dust_burst/{ground}{look}", tuple(dust(ground, 150, 58, 24, 9, 173 + number)), 5))
        strips.append(Strip(f"shock_ring/{ground}", tuple(shock_ring(ground, 79)), 3))
    for number, (name, radius) in enumerate(PUFF_SIZES.items()):
        strips.append(Strip(f"smoke_puff/{name}", tuple(smoke_puff(radius, 81 + number)), 6))
    for number, (name, (width, height, root, count)) in enumerate(PLUMES.items()):
        strips.append(
            Strip(f"smoke_plume/{name}", tuple(smoke_plume(width, height, root, count, 85 + number)), 7, True)
        )
    return strips
