"""Buildings and the lights in them."""

import numpy as np

from sounds.bake.filters import drive, for_small_speakers, swept
from sounds.bake.materials import debris, girders, loose_panes, shards, slab, thump, timber
from sounds.bake.recipes_electricity import clack
from sounds.bake.space import from_afar, in_city
from sounds.bake.synthesis import (
    TURN,
    Wave,
    clock,
    glide,
    line,
    noise,
    place,
    samples,
    saw,
    sine,
    strike,
    wander,
)


def building_crack(chance: np.random.Generator, variant: int) -> Wave:
    """A wall gives: one hard crack, two answers, plaster."""
    seconds = 1.0
    time = clock(seconds)
    crack = np.zeros(len(time))
    for second, level in ((0, 1), (0.05 + 0.02 * variant, 0.55), (0.16 + 0.03 * variant, 0.4)):
        place(crack, level * 1.3 * slab(0.6, chance, 210 + 40 * variant, 9, 0.07), second)
        snap = noise(samples(0.1), chance, 700, 9000, -2) * strike(clock(0.1), 0.0005, 0.008)
        place(crack, level * 0.9 * snap, second)
    crack += 0.5 * debris(seconds, chance, 300, 600, 4800, 0.22)
    return in_city(for_small_speakers(drive(crack, 1.3), -9, 0.8), 0.2, 1.0)


def collapse(
    chance: np.random.Generator, seconds: float, floors: int, first: float, pace: float, weight: float
) -> Wave:
    """Floors on floors from `first` s on, each gap `pace` times the last one, in a roar of rubble."""
    time = clock(seconds)
    count = len(time)
    fall = np.zeros(count)
    groan = swept(saw(glide(time, (0, 58), (seconds, 41)) * (1 + 0.15 * wander(count, chance, 14))), 420, 2.0, "band")
    fall += 0.8 * groan * line(time, (0, 0), (0.1, 1), (first + 0.4, 0.5), (first + 1.2, 0), (seconds + 2, 0))
    second, gap = first, 0.34
    for floor in range(floors):
        level = weight * (0.65 + 0.35 * (floor + 1) / floors)
        place(fall, level * slab(1.2, chance, chance.uniform(150, 260), 9, 0.11), second)
        place(fall, 0.6 * level * thump(1.0, 120, 38, 0.05, 0.18, chance, 0.6), second)
        second += gap * chance.uniform(0.8, 1.2)
        gap *= pace
    roar_level = line(time, (0, 0), (first, 0.15), (second, 1), (second + 0.3, 0.7), (seconds, 0)) ** 1.4
    roar = noise(count, chance, 120, 2600, -3) * (1 + 0.35 * wander(count, chance, 20))
    fall += 0.55 * roar * roar_level
    place(fall, 0.8 * debris(seconds - first, chance, 240, 350, 4200, 0.45 * seconds / 2), first)
    place(fall, 0.25 * shards(seconds - first, chance, 20 * floors, 0.35), first)
    dust = noise(count, chance, 1800, 7000, -2) * line(time, (0, 0), (second, 0.5), (seconds, 0)) ** 2
    return in_city(for_small_speakers(drive(fall + 0.3 * dust, 1.4), -10, 0.9), 0.28, 1.7)


def building_collapse_small(chance: np.random.Generator, variant: int) -> Wave:
    """A shop of concrete; a wooden house under tiles; a workshop of sheet steel."""
    if variant == 0:
        return collapse(chance, 2.0, 3, 0.12, 0.8, 0.9)
    fall = collapse(chance, 2.0, 2, 0.16, 0.7, 0.4)
    fall *= 0.3 / np.abs(fall).max()
    if variant == 1:
        parts = timber(1.8, chance, 44, 0.3) + 0.5 * shards(1.8, chance, 60, 0.5, 900)
    else:
        parts = girders(1.8, chance, 16, 0.28) + 0.4 * debris(1.8, chance, 300, 1500, 6500, 0.4)
    place(fall, 1.1 * parts / np.abs(parts).max(), 0.04)
    return in_city(drive(fall, 1.4), 0.2, 1.2)


def building_collapse_small_far(chance: np.random.Generator, variant: int) -> Wave:
    return from_afar(building_collapse_small(chance, variant))


def building_collapse_large(chance: np.random.Generator, variant: int) -> Wave:
    """A block of flats, floor on floor; a tower of steel and glass, which sings and rains panes before it goes."""
    if variant == 0:
        return collapse(chance, 4.2, 8, 0.35, 0.86, 1.0)
    fall = collapse(chance, 4.6, 6, 1.0, 0.8, 0.8)
    fall *= 0.8 / np.abs(fall).max()
    for steel, level, second in (
        (girders(3.4, chance, 34, 0.9), 0.55, 0.25),
        (shards(3.8, chance, 260, 0.9), 0.5, 0.3),
        (loose_panes(2.0, chance, 30, 0.7), 0.2, 0.0),
    ):
        place(fall, level * steel / np.abs(steel).max(), second)
    return drive(fall, 1.5)


def glass(chance: np.random.Generator, variant: int) -> Wave:
    """A shop window: the pane goes at once, the shards take their time."""
    seconds = 1.3
    time = clock(seconds)
    breaking = noise(len(time), chance, 1500, 14_000, -1) * strike(time, 0.0006, 0.02)
    breaking += 0.3 * thump(seconds, 300, 150, 0.02, 0.03, chance, 0.5)
    breaking += shards(seconds, chance, 60 + 15 * variant, 0.16) + 0.3 * loose_panes(seconds, chance, 4, 0.3)
    return in_city(drive(breaking, 1.2), 0.18, 0.9)


def blackout(chance: np.random.Generator, variant: int) -> Wave:
    """A district goes dark: the breaker, then every motor and fan in it runs down by its own time."""
    seconds = 2.6
    time = clock(seconds)
    dark = np.zeros(len(time))
    place(dark, 0.7 * clack(chance, 0.8), 0)
    for index, second in enumerate((0.22, 0.38, 0.50)):  # streets follow one another
        place(dark, 0.35 * 0.8**index * clack(chance, 1.2 + 0.1 * index), second)
    for start in chance.uniform(140, 620, 9):
        slope = chance.uniform(0.25, 0.7)
        motor = glide(time, (0, start), (0.05, start), (seconds, start * 0.22))
        dark += 0.16 * (sine(motor) + 0.5 * sine(2 * motor) + 0.3 * sine(3.02 * motor)) * np.exp(-time / slope)
    dying = glide(time, (0, 100), (0.1, 100), (seconds, 28))
    dark += 0.5 * (sine(dying) + 0.8 * sine(2 * dying) + 0.5 * saw(dying) * 0.4) * np.exp(-time / 0.55)
    return in_city(for_small_speakers(drive(dark * 0.7, 2.0), -6, 0.7), 0.35, 1.9)


def power_up(chance: np.random.Generator, variant: int) -> Wave:
    """Lights again: relays in a row, motors running up to their note, tubes that ping as they catch."""
    seconds = 2.0
    time = clock(seconds)
    light = np.zeros(len(time))
    for index, second in enumerate((0, 0.16, 0.28, 0.37)):
        place(light, (0.7, 0.5, 0.4, 0.35)[index] * clack(chance, 1 + 0.15 * index), second)
    swell = line(time, (0, 0), (0.3, 0.6), (1.0, 1), (seconds, 0))
    for goal, gain in ((100, 0.5), (200, 0.6), (300, 0.5), (400, 0.35), (600, 0.25)):
        light += 0.8 * gain * sine(glide(time, (0, goal * 0.3), (0.7, goal), (seconds, goal))) * swell
    for _ in range(16):
        pitch = chance.uniform(1800, 4200)
        tube = np.sin(TURN * pitch * clock(0.12)) * strike(clock(0.12), 0.001, 0.02)
        place(light, chance.uniform(0.04, 0.14) * tube, chance.uniform(0.15, 1.1))
    return in_city(drive(light * 0.7, 1.8), 0.3, 1.4)
