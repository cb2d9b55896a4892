"""What the Queen does to the ground: she bursts out of it, stabs it, and sheds soldiers over it."""

import math

import numpy as np

from sprites.bake.effects_field import (
    NOWHERE,
    Puff,
    billow,
    clear,
    draw_line,
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
from sprites.bake.film_ramps import film_ramp
from sprites.bake.sheet import Frame, Pixels, Strip

GROUNDS = {  # what lies on the street, and its ramp
    "earth": "soil",
    "night": "night_soil",
    "snow": "snow_soil",
    "ash": "ash_soil",
}
BURROW_WIDTH, BURROW_HEIGHT, GROUND = 272, 168, 160  # px
PLATES = 21  # of street that heave
PLUMES = ((-46, 0.62), (-21, 0.92), (4, 1.0), (27, 0.78), (50, 0.5))  # px from the middle, share of the height
PLUME_PUFFS = 24  # of earth in each
PLUME_HEIGHT = (16, 44, 84, 118, 132, 122, 96, 60)  # px, a frame each


def thrown_stone(picture: Pixels, middle: float, ground: int, age: float, speed: float, count: int, seed: int) -> None:
    """Lumps that fly out of the ground and fall back to it; lit above, ink below."""
    dice, tones = np.random.default_rng(seed), ramp("concrete")
    for _ in range(count):
        lean, force = dice.uniform(0.5, 2.64), dice.uniform(0.5, 1.0) * speed
        flight, size = age * dice.uniform(0.8, 1.1), int(dice.integers(1, 5))
        x = middle + math.cos(lean) * force * flight
        y = ground - math.sin(lean) * force * flight * 1.15 + flight * flight * speed * 0.085
        if y >= ground:
            continue
        for across in range(size + 1):
            for down in range(size):
                put(picture, x + across, y + down, tones[4 if down == 0 else 3 if across < size else 2])
            put(picture, x + across, y + size, tones[0])


def heaving_plates(picture: Pixels, age: float, ground_tones: str) -> None:
    """Slabs of street that rise and tip away from the middle."""
    tones = film_ramp(GROUNDS[ground_tones])
    dice = np.random.default_rng(69)
    for number in range(PLATES):
        side = (number - PLATES // 2) / (PLATES // 2)
        height = (1 - abs(side)) * math.sin(min(1.0, age * 1.5) * math.pi * 0.62) * 24 * dice.uniform(0.5, 1.3)
        tip = (side * 13 + dice.normal(0, 5)) * min(1.0, age * 2)
        left, right = BURROW_WIDTH / 2 + side * 112 - 5, BURROW_WIDTH / 2 + side * 112 + 6
        top_left, top_right = GROUND - height - 2 - abs(tip) * 0.3, GROUND - height + abs(tip) * 0.2
        for column in range(math.floor(left), math.ceil(right)):
            along = (column - left) / (right - left)
            top = round(top_left + (top_right - top_left) * along)
            for row in range(top, GROUND + 2):
                deep = 1 if along > 0.8 else 2 if row - top < 5 else 1
                put(picture, column + tip * 0.4, row, ramp("concrete")[deep] if number % 3 else tones[deep])
            put(picture, column + tip * 0.4, top, tones[5])
            put(picture, column + tip * 0.4, top + 1, tones[3])
        put(picture, right + tip * 0.4, GROUND, tones[0])


def burrow(frame: int, ground: str) -> Frame:
    """Slabs heave, five plumes of earth burst up and lean apart, a skirt of dust rolls out, stones rain."""
    shape, middle, age = (BURROW_HEIGHT, BURROW_WIDTH), BURROW_WIDTH / 2, (frame + 0.4) / 8
    noise = looping_noise(8, *shape, 5.0, 67)[frame]
    picture = clear(*shape)
    heaving_plates(picture, age, ground)
    dice = np.random.default_rng(71)
    puffs = []
    for across, share in PLUMES:
        height = PLUME_HEIGHT[frame] * share
        for step in range(PLUME_PUFFS):
            up = (step + dice.uniform(0, 0.8)) / PLUME_PUFFS
            radius = (5.5 + frame * 1.3) * (1.15 - 0.7 * up) * dice.uniform(0.5, 1.35)
            lean = across * (0.5 + 0.25 * frame * up) + dice.normal(0, 3 + frame) * up
            puffs.append(Puff(middle + lean, GROUND - 4 - up * height, radius))
    cloud = billow(shape, puffs, noise, 6.5)
    rows = np.arange(BURROW_HEIGHT)[:, None]
    thin = np.clip((GROUND - rows) / BURROW_HEIGHT, 0, 1) * max(0.0, age - 0.25)
    picture = lay(
        picture, shade(cloud, film_ramp(GROUNDS[ground])[:5], worn(cloud, noise, max(0.0, age - 0.5) * 1.4 + thin, 16))
    )
    for _ in range(30 if frame < 7 else 0):
        lean, reach = dice.uniform(0.8, 2.34), PLUME_HEIGHT[frame] * dice.uniform(0.5, 1.18)
        tip = (middle + math.cos(lean) * reach * 1.2, GROUND - math.sin(lean) * reach)
        root = (tip[0] - math.cos(lean) * 10, tip[1] + math.sin(lean) * 10)
        draw_line(picture, root, tip, film_ramp(GROUNDS[ground])[int(dice.integers(1, 5))])
    thrown_stone(picture, middle, GROUND, frame * 1.4, 13, 46, 73)
    skirt = [
        Puff(
            middle + (k - 11) * (4 + frame * 0.9),
            GROUND - 2 - (k * 5) % 6,
            (6 + (k * 7) % 5 * 1.9) * (0.15 + age) * (1.25 - abs(k - 11) / 16),
        )
        for k in range(23)
    ]
    dust = billow(shape, skirt, noise, 2.8)
    left_over = worn(dust, noise, max(0.0, age - 0.45) * 1.25, 9)
    picture = lay(picture, shade(dust, film_ramp(GROUNDS[ground])[1:], left_over))
    picture[GROUND + 2 :] = 0
    return Frame(picture, (int(middle), GROUND))


IMPALE_WIDTH, IMPALE_HEIGHT, IMPALE_GROUND = 132, 88, 80  # px
CRACK_REACH = (10, 24, 32, 34, 34, 34)  # px, a frame each


def impale(frame: int) -> Frame:
    """A leg like a spear goes into the street: cracks, a short cold flash, splinters, a ring of dust."""
    shape, middle = (IMPALE_HEIGHT, IMPALE_WIDTH), IMPALE_WIDTH / 2
    picture, noise = clear(*shape), looping_noise(6, *shape, 3.4, 79)[frame]
    dice = np.random.default_rng(83)
    for number in range(11):
        angle, point = math.pi * (number + 0.5) / 11, (middle, float(IMPALE_GROUND))
        for _ in range(int(CRACK_REACH[frame] * dice.uniform(0.6, 1.1) / 3)):
            step_x, step_y = math.cos(angle) * 3 + dice.uniform(-1, 1), math.sin(angle) * (0.9 if number % 2 else 0.4)
            after = (point[0] + step_x, point[1] + step_y)
            draw_line(picture, point, after, ramp("concrete")[0])
            draw_line(picture, (point[0], point[1] - 1), (after[0], after[1] - 1), ramp("concrete")[3])
            point = after
    x, y = offsets(*shape, middle, IMPALE_GROUND - 2)
    if frame < 3:
        rays = np.abs(np.cos(np.arctan2(y, x) * 4.5))
        flash = np.maximum(
            1.1 - np.hypot(x, y) / (11, 9, 4)[frame],
            np.where(rays > 0.94, 1 - np.hypot(x, y) / (38, 44, 22)[frame], NOWHERE),
        )
        flash = np.where(y < 1, flash, NOWHERE)
        picture = lay(picture, without_lone_pixels(snap(flash, film_ramp("horn"), (0.04, 0.2, 0.38, 0.56, 0.74))))
    for number in range(9):
        lean, reach = 0.3 + number * 0.32, (12, 36, 54, 62, 66, 66)[frame] * (0.7 + 0.3 * ((number * 5) % 3) / 2)
        lift = (1.0, 1.0, 0.9, 0.6, 0.25, 0.0)[frame] * (0.7 + 0.5 * ((number * 3) % 4) / 3)
        at = (middle + math.cos(lean) * reach * 0.75, IMPALE_GROUND - math.sin(lean) * reach * lift)
        if lift:
            for row, (left, right) in enumerate(
                ((0, 1), (-1, 2), (-2, 2), (-1, 1)) if number % 2 else ((-1, 0), (-1, 2), (0, 1))
            ):
                for across in range(left, right + 1):
                    put(
                        picture,
                        at[0] + across,
                        at[1] + row - 2,
                        ramp("concrete")[4 if row == 0 else 2 if across < 1 else 1],
                    )
    puffs = [
        Puff(
            middle + (k - 6) * (2.5 + frame * 2.2),
            IMPALE_GROUND - 3 - (k * 7) % 6 * frame * 0.35,
            (6 + (k * 5) % 4 * 1.6) * (0.55 + frame * 0.16) * (1.2 - abs(k - 6) / 12),
        )
        for k in range(13)
    ]
    cloud = billow(shape, puffs, noise, 2.2)
    picture = lay(picture, shade(cloud, film_ramp("soil")[:5], worn(cloud, noise, 0.05 + max(0, frame - 2) * 0.2, 7)))
    thrown_stone(picture, middle, IMPALE_GROUND, frame * 1.3, 8, 18, 89)
    return Frame(picture, (int(middle), IMPALE_GROUND))


def spawn(frame: int) -> Frame:
    """Soldiers break out from under her: a spray of amber slime, torn skin, a low ring of steam; eight frames."""
    height, width, floor = 112, 176, 88
    age, middle = (frame + 0.5) / 8, width / 2
    noise = looping_noise(8, height, width, 4.5, 97)[frame]
    spread = 1 - (1 - age) ** 2.2
    puffs = []
    for number in range(14):
        side = (number - 6.5) / 6.5
        lift = (number * 5) % 7 * 4 * spread * (1 - abs(side))
        puffs.append(
            Puff(middle + side * 66 * spread, floor - 8 - lift, (8 + (number * 3) % 5 * 2) * (0.4 + 0.7 * spread))
        )
    cloud = billow((height, width), puffs, noise, 3.0)
    picture = shade(cloud, ramp("smoke"), worn(cloud, noise, max(0.0, age - 0.25) * 1.35, 11))
    x, y = offsets(height, width, middle, floor - 14)
    boil = 1.08 - np.hypot(x / 1.5, y) / (26 * (0.4 + 0.8 * spread)) + noise * 0.4 - age * 1.25
    picture = lay(picture, without_lone_pixels(snap(boil, film_ramp("spawn"), (0.02, 0.14, 0.28, 0.44, 0.6, 0.76))))
    dice = np.random.default_rng(101)
    for _ in range(54):
        lean, force = dice.uniform(0.15, 2.99), dice.uniform(0.35, 1.0)
        flight = age * 1.25
        reach = 92 * force * (1 - (1 - min(1.0, flight)) ** 1.6)
        at = (middle + math.cos(lean) * reach, floor - 14 - math.sin(lean) * reach * 0.9 + flight * flight * 46 * force)
        if at[1] > floor or force < age * 0.55:
            continue
        tail = (at[0] - math.cos(lean) * 6 * (1 - age), at[1] + math.sin(lean) * 6 * (1 - age) - flight * 2)
        draw_line(picture, tail, at, film_ramp("spawn")[2])
        put(picture, *at, film_ramp("spawn")[4])
        put(picture, at[0] + 1, at[1], film_ramp("spawn")[3])
    return Frame(picture, (int(middle), floor))


def ground_strips() -> list[Strip]:
    strips = [Strip(f"burrow/{ground}", tuple(burrow(index, ground) for index in range(8)), 5) for ground in GROUNDS]
    return [
        *strips,
        Strip("impale", tuple(impale(index) for index in range(6)), 4),
        Strip("spawn_burst", tuple(spawn(index) for index in range(8)), 4),
    ]
