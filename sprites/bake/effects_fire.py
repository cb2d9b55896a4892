"""Fire and plasma: fireballs, muzzle flashes, charge orbs, explosions, standing fire and embers."""

import math
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from sprites.bake.effects_field import (
    NOWHERE,
    Field,
    Puff,
    billow,
    both_facings,
    centred,
    clear,
    draw_line,
    even_thresholds,
    lay,
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

FIRE = ramp("fire")
AIM = {"level": 0.0, "up": -30.0, "down": 30.0}  # degrees, y down


# ---- Gamera's plasma


@dataclass(frozen=True, slots=True)
class FireballSize:
    radius: float  # px
    tail: float  # px behind the middle of the head
    grain: float  # px, size of the licks


FIREBALLS = {
    "small": FireballSize(5, 20, 2.2),
    "medium": FireballSize(8, 38, 3.0),
    "full": FireballSize(12, 64, 4.0),
}


def fireball(size: FireballSize, degrees: float, seed: int) -> list[Frame]:
    """A head with a licking tail, flying right; pivot in the middle of the head."""
    side = int(2 * (size.tail + size.radius + 6)) // 4 * 4
    middle = side // 2
    noise = looping_noise(4, side, side, size.grain, seed)
    turn = math.radians(degrees)
    frames = []
    for index in range(4):
        x, y = offsets(side, side, middle, middle)
        along, across = x * math.cos(turn) + y * math.sin(turn), -x * math.sin(turn) + y * math.cos(turn)
        licks = np.roll(noise[index], -int(index * size.tail / 4), 1)
        distance = np.hypot(along, across)
        head = 1.12 - distance / size.radius * 0.82 + licks * 0.16 * (distance > size.radius * 0.55)
        behind = np.clip(-along / size.tail, 0, 1)
        width = size.radius * (0.92 * (1 - behind) ** 0.62 + 0.04)
        bend = licks * 2.4 * behind
        tail = (1 - np.abs(across + bend) / width) * (1 - behind * 0.6) * 0.84 + licks * (0.08 + 0.32 * behind)
        field = np.maximum(head, np.where((along < 0) & (behind < 1), tail, NOWHERE))
        picture = snap(field, FIRE, (0.02, 0.12, 0.24, 0.38, 0.54, 0.70, 0.84))
        frames.append(Frame(without_lone_pixels(picture), (middle, middle)))
    return frames


def charge_orb(radius: int, seed: int) -> list[Frame]:
    """Plasma gathering in the jaws: a ball that breathes, with motes drawn into it."""
    side = radius * 6
    frames = []
    dice = np.random.default_rng(seed)
    motes = dice.uniform(0, 2 * math.pi, 3 + radius)
    for index in range(4):
        x, y = offsets(side, side, side / 2, side / 2)
        ball = 1.1 - np.hypot(x, y) / (radius * (1 + 0.10 * (index % 2)))
        picture = snap(ball, FIRE[2:], (0.08, 0.2, 0.36, 0.52, 0.68), 0.1)
        for number, angle in enumerate(motes):
            reach = radius * (2.7 - ((index + number) % 4) * 0.5)
            start = (side / 2 + math.cos(angle) * reach, side / 2 + math.sin(angle) * reach)
            end = (
                side / 2 + math.cos(angle) * (reach - radius * 0.4),
                side / 2 + math.sin(angle) * (reach - 2),
            )
            draw_line(picture, start, end, FIRE[3 + (index + number) % 3])
        frames.append(centred(picture))
    return frames


def plasma_muzzle(radius: float, seed: int) -> list[Frame]:
    """Where a fireball leaves the jaws: a burst with a lip flared to the right; pivot in the jaws."""
    height, width = int(radius * 5), int(radius * 6)
    noise = looping_noise(4, height, width, 3.0, seed)
    frames = []
    for index, (swell, reach) in enumerate(((0.7, 0.5), (1.1, 1.0), (0.9, 1.2), (0.55, 1.0))):
        x, y = offsets(height, width, width * 0.3, height / 2)
        core = 1.12 - np.hypot(x, y) / (radius * swell)
        lip_width = radius * swell * (0.55 + 0.6 * np.clip(x / radius, 0, 1) - 0.5 * np.clip(x / (radius * 3), 0, 1))
        lip = np.where(x > 0, 1.15 - np.abs(y) / lip_width - np.clip(x / (radius * 3.4 * reach), 0, 1), NOWHERE)
        field = np.maximum(core, lip + noise[index] * 0.3) - max(0, index - 2) * 0.18
        picture = snap(field, FIRE, even_thresholds(len(FIRE), 0.05, 0.74))
        frames.append(Frame(without_lone_pixels(picture), (int(width * 0.3), height // 2)))
    return frames


# ---- explosions


@dataclass(frozen=True, slots=True)
class ExplosionSize:
    radius: int  # px
    puffs: int
    frames: int
    grain: float  # px
    ticks: int


EXPLOSIONS = {
    "S": ExplosionSize(13, 10, 8, 2.2, 3),
    "M": ExplosionSize(27, 16, 9, 3.4, 4),
    "L": ExplosionSize(50, 26, 10, 5.0, 5),
}
EDGE_COOLS = 1.3  # of heat that the edge of a young explosion lacks
EMBERS_LEAVE = 0.3  # of its age from which embers fly before the ball
GOLDEN_ANGLE = 2.39996  # rad; spreads any number of puffs evenly


def explosion(size: ExplosionSize, seed: int) -> list[Frame]:
    """White flash, white-hot ball, boiling orange, fire seen through dark smoke, smoke torn to wisps."""
    side = int(size.radius * 3.2) // 4 * 4 + 8
    noise = looping_noise(size.frames, side, side, size.grain, seed)
    frames = [centred(_flash(size, side))]
    for index in range(1, size.frames):
        age = index / (size.frames - 1)
        ball, flung = _fire_and_smoke(size, side, age, noise[index], seed), _thrown_embers(size, side, age, seed)
        frames.append(centred(lay(flung, ball) if age < EMBERS_LEAVE else lay(ball, flung)))
    return frames


def _flash(size: ExplosionSize, side: int) -> Pixels:
    x, y = offsets(side, side, side / 2, side / 2)
    distance, angle = np.hypot(x, y) / size.radius, np.arctan2(y, x)
    rays = np.maximum(np.abs(np.sin(angle * 2 + 0.5)) ** 40, 0.6 * np.abs(np.sin(angle * 3 + 1.4)) ** 60)
    field = np.maximum(1.1 - distance / 0.55, np.where(rays > 0.2, (1.15 - distance) * rays * 1.3, NOWHERE))
    return snap(field, FIRE[3:], (0.02, 0.16, 0.30, 0.44))


def _blast_puffs(size: ExplosionSize, side: int, age: float, seed: int) -> list[Puff]:
    dice = np.random.default_rng(seed)
    spread = 1 - (1 - age) ** 3
    puffs = []
    for number in range(size.puffs):
        angle = number * GOLDEN_ANGLE + dice.uniform(-0.3, 0.3)
        reach = math.sqrt((number + 0.5) / size.puffs) * dice.uniform(0.85, 1.1)
        rise = size.radius * 0.55 * max(0.0, age - 0.3) * dice.uniform(0.5, 1.3)
        radius = size.radius * (0.58 - 0.30 * reach) * dice.uniform(0.8, 1.2) * (0.72 + 0.42 * spread)
        x = side / 2 + math.cos(angle) * reach * size.radius * 0.80 * spread
        y = side / 2 + math.sin(angle) * reach * size.radius * 0.72 * spread - rise
        puffs.append(Puff(x, y, radius))
    return puffs


def _fire_and_smoke(size: ExplosionSize, side: int, age: float, noise: Field, seed: int) -> Pixels:
    cloud = billow((side, side), _blast_puffs(size, side, age, seed), noise, size.radius * 0.11)
    x, y = offsets(side, side, side / 2, side / 2)
    distance = np.hypot(x, y) / size.radius
    depth = cloud.height / size.radius
    visible = worn(cloud, noise, max(0.0, age - 0.55) * 1.75, size.radius * 0.5)
    cooling = 2.15 * age - 0.58
    crust = 0.30 * np.clip(age * 2, 0, 1) * np.clip(cloud.light - 0.35, 0, 1)  # smoke lies where light falls
    below = 0.16 * np.clip(y / size.radius, -1, 1) * age
    rim = EDGE_COOLS * np.clip(1 - 3 * age, 0, 1) * np.clip(1 - depth / 0.55, 0, 1)  # a young ball is white inside only
    heat = 0.52 + 0.55 * depth + 0.30 * (1 - distance) - cooling - crust - rim + below + noise * (0.08 + 0.22 * age)
    smoke = shade(cloud, ramp("soot"), visible & (age > 0.15))
    fire = snap(np.where(visible, heat, NOWHERE), FIRE, (0.10, 0.22, 0.36, 0.52, 0.68, 0.84, 1.0))
    return lay(smoke, fire)


def _thrown_embers(size: ExplosionSize, side: int, age: float, seed: int) -> Pixels:
    """Sparks with short tails that slow down and fall."""
    picture = clear(side, side)
    if age > 0.85:
        return picture
    dice = np.random.default_rng(seed + 1)
    for _ in range(8 + size.radius // 2):
        angle, speed = dice.uniform(0, 2 * math.pi), dice.uniform(0.7, 1.35)
        reach = size.radius * (0.2 + speed * (1 - (1 - age) ** 2))
        tail = 3 * (1 - age)
        fall = age * age * size.radius * 0.4
        tip = (side / 2 + math.cos(angle) * reach, side / 2 + math.sin(angle) * reach + fall)
        root = (tip[0] - math.cos(angle) * tail, tip[1] - math.sin(angle) * tail)
        draw_line(picture, root, tip, FIRE[3])
        put(picture, *tip, FIRE[max(2, 6 - int(age * 6))])
    return picture


# ---- standing fire, jets, embers

FIRES = {"S": (16, 24), "M": (34, 44), "L": (64, 72), "line": (120, 30)}  # width, height in px


def standing_fire(width: int, height: int, seed: int) -> list[Frame]:
    """Tongues rooted along the bottom edge; eight frames that loop; pivot in the middle of the root."""
    dice = np.random.default_rng(seed)
    tongues = ndimage.gaussian_filter(
        dice.standard_normal((height, width)), (0.08 * height + 0.6, 0.042 * height + 0.5), mode="wrap"
    )
    flicker = ndimage.gaussian_filter(dice.standard_normal((height, width)), (2.0, 1.1), mode="wrap")
    frames = []
    for index in range(8):
        x, y = offsets(height, width, width / 2, 0)
        up = (height - y) / height
        side = np.abs(x) / (width / 2)
        slow = np.roll(tongues / tongues.std(), -int(index * height / 8), 0)
        fast = np.roll(flicker / flicker.std(), -int(index * height / 4) % height, 0)
        bed = np.clip(1 - side ** (7 if width > 2.5 * height else 2.2), 0, 1)
        field = bed * 1.22 - up * 1.4 + slow * 0.30 * (0.2 + up) + fast * 0.09
        field -= np.maximum(0, side + 0.14 * slow - (1 - up * 0.85)) * 1.4
        picture = snap(np.where(bed > 0, field, NOWHERE), FIRE, (0.04, 0.18, 0.34, 0.54, 0.76, 0.96, 1.14), 0.1)
        frames.append(Frame(without_lone_pixels(picture), (width // 2, height - 1)))
    return frames


def embers(seed: int) -> list[Frame]:
    """Glowing flakes drifting up; loops; pivot at the bottom."""
    height, width, count = 40, 28, 8
    dice = np.random.default_rng(seed)
    starts = dice.uniform(0, 1, count)
    columns, sways = dice.uniform(5, width - 5, count), dice.uniform(0, 2 * math.pi, count)
    frames = []
    for index in range(8):
        picture = clear(height, width)
        for start, column, sway in zip(starts, columns, sways, strict=True):
            life = (start + index / 8) % 1
            x, y = column + 3 * math.sin(sway + life * 6.28), height - 2 - life * (height - 4)
            put(picture, x, y, FIRE[5 - int(life * 4)])
            if life < 0.4:
                put(picture, x, y + 1, FIRE[2])
        frames.append(Frame(picture, (width // 2, height - 1)))
    return frames


def fire_strips() -> list[Strip]:
    strips: list[Strip] = []
    for number, (name, size) in enumerate(FIREBALLS.items()):
        for aim, degrees in AIM.items():
            strips += both_facings(f"fireball/{name}/{aim}", fireball(size, degrees, 31 + number), 4, True)
        strips += both_facings(f"muzzle/{name}", plasma_muzzle(size.radius + 1, 95 + number), 3)
    for level, radius in enumerate((3, 5, 8), start=1):
        strips.append(Strip(f"charge_orb/{level}", tuple(charge_orb(radius, level)), 4, True))
    for number, (name, blast) in enumerate(EXPLOSIONS.items()):
        strips.append(Strip(f"explosion/{name}", tuple(explosion(blast, 51 + number)), blast.ticks))
    for number, (name, (width, height)) in enumerate(FIRES.items()):
        strips.append(Strip(f"fire/{name}", tuple(standing_fire(width, height, 11 + number)), 5, True))
    strips.append(Strip("embers", tuple(embers(71)), 6, True))
    return strips
