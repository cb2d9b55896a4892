"""The flower: it breathes, it is torn out or falls, it throws its seed, and a city goes with it."""

import numpy as np

from sounds.bake.filters import drive, for_small_speakers, swept
from sounds.bake.materials import debris, leaves, shards, slab, thump, timber
from sounds.bake.recipes_city import collapse
from sounds.bake.space import in_city
from sounds.bake.synthesis import (
    Wave,
    clock,
    fit,
    glide,
    line,
    noise,
    place,
    ring,
    samples,
    sine,
    strike,
    wander,
)

BREATH_STEPS = (0, 3, 5, 7, 10)  # semitones above D: a minor pentatonic scale, one step a stage of oxygen


def flower_breath(chance: np.random.Generator, variant: int) -> Wave:
    """One breath; higher and fuller with every stage of the oxygen."""
    seconds = 2.0
    time = clock(seconds)
    step = 2 ** (BREATH_STEPS[variant] / 12)
    swell = np.sin(np.pi * np.clip(time / seconds, 0, 1) ** 0.75) ** 2
    colour = step * glide(time, (0, 380), (0.8, 1100), (seconds, 330))
    breath = swept(noise(len(time), chance, 120, 9000, -2), colour, 2.2, "band")
    pitch = 146.83 * step * glide(time, (0, 0.97), (0.7, 1.03), (seconds, 0.98))
    tone = sine(pitch) + 0.5 * sine(2 * pitch) + 0.3 * sine(3.01 * pitch) + 0.2 * sine(5.02 * pitch)
    return in_city((1.1 * breath + 0.5 * tone) * swell, 0.35, 1.8)


def flower_uproot(chance: np.random.Generator, variant: int) -> Wave:
    """Roots give one by one, then all at once; earth and masonry come up with them."""
    seconds, gives = 3.0, 0.75
    time = clock(seconds)
    roots = np.zeros(len(time))
    second = 0.01
    while second < gives:
        length = chance.uniform(0.008, 0.03)
        snap = noise(samples(length * 5), chance, 180, 5200, -3) * np.exp(-clock(length * 5) / length)
        snap += 0.8 * ring(length * 5, [chance.uniform(160, 520)], [length * 1.5], [1], chance)
        place(roots, chance.uniform(0.4, 1) * snap, second)
        second += chance.uniform(0.015, 0.06)
    left = seconds - gives
    place(roots, 1.5 * thump(left, 130, 36, 0.07, 0.35, chance, 0.8), gives)
    for number in range(6):
        place(roots, 1.2 * 0.85**number * slab(1.0, chance, chance.uniform(160, 300), 8, 0.1), gives + 0.07 * number)
    place(roots, 0.9 * debris(left, chance, 300, 400, 5000, 0.6), gives)
    cry = sine(glide(time, (0, 220), (gives, 620), (seconds, 110)) * (1 + 0.01 * wander(len(time), chance, 12)))
    roots += 0.35 * cry * line(time, (0, 0), (gives, 1), (seconds, 0))
    return in_city(for_small_speakers(drive(roots, 1.5), -9, 0.8), 0.3, 1.7)


def flower_topple(chance: np.random.Generator, variant: int) -> Wave:
    """No house: a stem as thick as one. Fibres creak and snap, leaves rush down the sky, wet flesh meets the street."""
    seconds, falls = 3.6, 1.35
    time = clock(seconds)
    count = len(time)
    fall = np.zeros(count)
    bend = glide(time, (0, 52), (falls, 118), (seconds, 60)) * (1 + 0.16 * wander(count, chance, 30))
    creak = swept(drive(sine(bend), 5), glide(time, (0, 420), (falls, 1500), (seconds, 400)), 3.0, "band")
    fall += 1.1 * creak * line(time, (0, 0), (0.25, 0.5), (falls - 0.1, 1), (falls, 0))
    snaps = timber(falls, chance, 40, 0.4, 210)[::-1]  # rarely at first, then all at once
    place(fall, 0.8 * snaps / np.abs(snaps).max(), 0.02)
    rush = leaves(count, chance, 60) * line(time, (0, 0), (0.5, 0.12), (falls, 1), (falls + 0.5, 0.2), (seconds, 0))
    fall += 0.4 * rush

    after = seconds - falls
    flesh = swept(noise(samples(after), chance, 120, 3500, -3), glide(clock(after), (0, 1900), (after, 200)), 1.6)
    place(fall, 1.8 * flesh * strike(clock(after), 0.006, 0.16), falls)
    place(fall, 0.9 * thump(after, 150, 46, 0.06, 0.2, chance, 0.6), falls)
    for bounce, level in ((0.0, 1.0), (0.19, 0.6), (0.31, 0.35)):
        place(fall, 1.1 * level * slab(0.8, chance, 240, 8, 0.07), falls + bounce)
    place(fall, 0.7 * timber(after, chance, 26, 0.3), falls)
    place(fall, 0.3 * debris(after, chance, 140, 500, 3200, 0.5), falls)
    sigh = swept(noise(count, chance, 200, 5000, -2), glide(time, (0, 900), (seconds, 300)), 2.0, "band")
    fall += 0.5 * sigh * line(time, (0, 0), (falls + 0.2, 0), (falls + 0.7, 1), (seconds, 0))  # its breath goes out
    return in_city(for_small_speakers(drive(fall, 1.4), -9, 0.8), 0.28, 1.6)


def seed_launch(chance: np.random.Generator, variant: int) -> Wave:
    """Pressure lets go: a crack, a column of air that climbs out of hearing."""
    seconds = 4.0
    time = clock(seconds)
    count = len(time)
    column = swept(noise(count, chance, 50, 13_000, -2), glide(time, (0, 600), (0.5, 5200), (seconds, 900)), 0.8)
    launch = (
        column
        * line(time, (0, 0), (0.06, 1), (0.8, 0.8), (2.4, 0.3), (seconds, 0))
        * (1 + 0.3 * wander(count, chance, 18))
    )
    rise = glide(time, (0, 110), (1.2, 330), (seconds, 1320))
    launch += 0.5 * (sine(rise) + 0.5 * sine(1.5 * rise)) * line(time, (0, 0), (0.3, 1), (2.0, 0.4), (seconds, 0))
    launch += 1.4 * thump(seconds, 140, 28, 0.12, 0.7, chance, 1.0)
    launch += 1.3 * noise(count, chance, 250, 14_000, -1) * strike(time, 0.0006, 0.04)
    launch += 0.6 * debris(seconds, chance, 260, 500, 5600, 0.9)
    return in_city(for_small_speakers(drive(launch, 1.7), -8, 0.8), 0.35, 2.2)


def city_blast(chance: np.random.Generator, variant: int) -> Wave:
    """Air that was half oxygen burns at once. The ear gives out before the city does.

    A breath in; white; then only the note of a stunned ear, and far away under it, coming nearer, the wave that takes
    streets of glass and the houses behind them.
    """
    seconds, flash, comes_back = 6.2, 0.45, 1.7
    time = clock(seconds)
    count = len(time)
    draw = swept(noise(count, chance, 150, 7000, -2), glide(time, (0, 500), (flash, 4200)), 1.5, "band")
    blast = 0.8 * draw * line(time, (0, 0.02), (flash - 0.03, 1), (flash, 0)) ** 2

    left = seconds - flash
    after = clock(left)
    white = 2.6 * noise(len(after), chance, 60, 16_000, -1.5) * strike(after, 0.0008, 0.13)
    white += 2.2 * thump(left, 130, 28, 0.2, 0.5, chance, 0.6)
    place(blast, white, flash)
    stunned = sine(np.full(count, 3150.0)) + 0.5 * sine(np.full(count, 4730.0))
    blast += 0.085 * stunned * line(time, (flash, 0), (flash + 0.1, 1), (comes_back, 0.8), (4.2, 0.1), (5, 0))

    nearer = glide(time, (flash, 180), (comes_back, 300), (comes_back + 0.25, 5200), (3.6, 800), (seconds, 150))
    swell = line(time, (flash + 0.3, 0), (comes_back, 0.35), (comes_back + 0.2, 1), (3.0, 0.5), (seconds, 0))
    wave = swept(noise(count, chance, 90, 10_000, -3), nearer, 0.8) * (1 + 0.4 * wander(count, chance, 14))
    blast += 1.5 * wave * swell
    place(blast, 0.7 * shards(4.0, chance, 240, 0.7), comes_back)
    ruin = collapse(chance, 3.6, 7, 0.2, 0.85, 0.8)
    place(blast, 0.5 * fit(ruin, samples(seconds - 2.2)) / np.abs(ruin).max(), 2.2)
    return in_city(for_small_speakers(drive(blast * 0.5, 1.6), -9, 0.8), 0.32, 2.4)
