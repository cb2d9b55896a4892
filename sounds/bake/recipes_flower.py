"""The flower: it breathes, it is torn out or falls, it throws its seed, and a city goes with it."""

import numpy as np

from sounds.bake.filters import drive, for_small_speakers, swept
from sounds.bake.materials import debris, slab, thump
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
    """A trunk as thick as a house leans, cracks, and comes down."""
    falls = 1.3
    fall = collapse(chance, 3.4, 4, falls, 0.75, 1.0)
    time = clock(1.6)
    creak = swept(
        drive(sine(glide(time, (0, 74), (1.3, 150), (1.6, 60)) * (1 + 0.14 * wander(len(time), chance, 34))), 4),
        glide(time, (0, 420), (1.3, 1300), (1.6, 300)),
        2.2,
        "band",
    )
    place(fall, 0.7 * creak * line(time, (0, 0), (0.3, 0.6), (1.3, 1), (1.6, 0)), 0)
    place(fall, 1.2 * thump(1.6, 120, 30, 0.08, 0.4, chance, 0.8), falls)
    return fall


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
    """Air that was half oxygen burns at once; then streets of glass; then what is left falls."""
    seconds = 6.0
    time = clock(seconds)
    count = len(time)
    draw = noise(count, chance, 200, 6000, -2) * line(time, (0, 0), (0.42, 0.7), (0.45, 0), (seconds, 0)) ** 2
    flash = 0.45
    left = seconds - flash
    after = clock(left)
    body = swept(noise(len(after), chance, 30, 10_000, -3), glide(after, (0, 6000), (0.9, 900), (left, 130)))
    burn = 1.4 * body * strike(after, 0.006, 1.1) + 1.2 * thump(left, 120, 26, 0.25, 1.0, chance, 1.0)
    burn += 1.2 * noise(len(after), chance, 300, 14_000, -2) * strike(after, 0.001, 0.06)
    tearing = noise(len(after), chance, 350, 3200, -3) * (1 + 0.35 * wander(len(after), chance, 26))
    burn += 0.9 * tearing * strike(after, 0.004, 0.8)
    burn += 0.5 * debris(left, chance, 320, 600, 6000, 1.2)
    blast = 0.6 * draw
    place(blast, burn, flash)
    ruin = collapse(chance, 3.6, 7, 0.2, 0.85, 0.8)
    place(blast, 0.5 * fit(ruin, samples(left - 1.1)) / np.abs(ruin).max(), flash + 1.1)
    return in_city(for_small_speakers(drive(blast, 1.9), -9, 0.9), 0.4, 2.6)
