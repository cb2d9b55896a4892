"""Soldiers, one by one and as a bed of thousands."""

from collections.abc import Callable
from typing import Any

import numpy as np

from sounds.bake.filters import drive, highpass, round_band, swept
from sounds.bake.materials import chitin_click, crunch, debris, spark, thump
from sounds.bake.space import in_city, loop_in_city
from sounds.bake.synthesis import (
    TURN,
    Wave,
    clock,
    glide,
    line,
    noise,
    place,
    place_round,
    ring,
    samples,
    sine,
    steady,
    strike,
    wander,
)

# ---- one soldier


def chitter(chance: np.random.Generator, variant: int) -> Wave:
    """A burst of mandible clicks that speeds up or slows down, with a stumble now and then."""
    track = np.zeros(samples(0.55))
    second, gap, pace = 0.005, chance.uniform(0.012, 0.030), chance.uniform(0.94, 1.04)
    for index in range(chance.integers(7, 15)):
        swell = np.interp(index, (0, 3, 14), (0.6, 1, 0.5))
        place(track, swell * chitin_click(chance, 1 + 0.02 * index), second)
        second += gap * chance.uniform(0.85, 1.15) + (0.06 if chance.random() < 0.12 else 0)
        gap *= pace
    return in_city(drive(track, 2.5), 0.15, 0.5)


def soldier_burn(chance: np.random.Generator, variant: int) -> Wave:
    """Current through a shell: sparks on the half cycles of the mains, a boiling squeal, then it pops."""
    seconds = 0.5
    time = clock(seconds)
    squeal = glide(time, (0, 1700 + 300 * variant), (0.16, 2500 + 350 * variant), (seconds, 900))
    burn = (
        0.45
        * sine(squeal + 380 * sine(steady(53.0, len(time))))
        * line(time, (0, 0.5), (0.09, 1), (0.13, 0), (seconds, 0))
    )
    second = 0.002
    while second < 0.12:
        place(burn, 0.7 * chance.pareto(2.2) * spark(chance, chance.uniform(0.0012, 0.004)), second)
        second += chance.choice((0.010, 0.010, 0.020)) * chance.uniform(0.9, 1.1)
    pop = 0.7 * thump(0.3, 320 - 30 * variant, 130, 0.012, 0.03, chance, 0.6) + 0.8 * debris(
        0.3, chance, 500, 1500, 6500, 0.05
    )
    pop += 0.9 * noise(samples(0.3), chance, 700, 7000, -2) * strike(clock(0.3), 0.0006, 0.012)
    place(burn, pop, 0.11 + 0.012 * variant)
    return in_city(drive(burn, 1.6), 0.1, 0.5)


def soldier_squish(chance: np.random.Generator, variant: int) -> Wave:
    """Under a foot: the shell cracks, then what was in it."""
    seconds = 0.42
    time = clock(seconds)
    crack = 0.8 * crunch(seconds, chance) + 0.3 * thump(seconds, 200, 90, 0.02, 0.04, chance, 0.3)
    juice = swept(
        noise(len(time), chance, 200, 5000, -3),
        glide(time, (0, 1900 - 250 * variant), (0.09, 520), (0.16, 900), (seconds, 380)),
        3.5,
        "band",
    )
    juice *= strike(time, 0.012, 0.07, 0.015) * (1 + 0.6 * wander(len(time), chance, 55))
    return drive(crack + 1.6 * juice, 1.6)


def soldier_bite(chance: np.random.Generator, variant: int) -> Wave:
    """Two mandibles close on horn: tick-tock, a scrape of saw teeth between."""
    seconds = 0.22
    time = clock(seconds)
    bite = np.zeros(len(time))
    for second, level, pitch in ((0.003, 1, 1.0), (0.034 + 0.006 * variant, 0.8, 0.86)):
        jaw = ring(
            0.09,
            np.array([980, 1630, 2710, 4120]) * pitch * (1 + 0.06 * variant),
            [0.018, 0.014, 0.009, 0.006],
            [1, 0.9, 0.7, 0.5],
            chance,
        )
        place(bite, level * jaw, second)
    teeth = highpass(noise(len(time), chance, 900, 7000, -1), 900) * (np.sin(TURN * 170 * time) > 0.3)
    return bite + 0.35 * teeth * line(time, (0, 0), (0.01, 0.2), (0.035, 1), (0.09, 0), (seconds, 0))


def soldier_takeoff(chance: np.random.Generator, variant: int) -> Wave:
    """Wing cases snap open, wings run up to their beat and away."""
    seconds = 0.75
    time = clock(seconds)
    beat = glide(time, (0, 40), (0.12, 105 + 14 * variant), (seconds, 150 + 18 * variant))
    reed = np.zeros(len(time))
    for harmonic, gain in ((1, 0.4), (2, 1), (3, 0.8), (4, 0.55), (5, 0.45), (7, 0.25), (9, 0.15)):
        reed += gain * sine(beat * harmonic * (1 + 0.012 * wander(len(time), chance, 30)))
    air = noise(len(time), chance, 900, 6000, -2) * np.clip(sine(beat), 0, 1) ** 2
    wings = (0.35 * reed + 0.5 * air) * line(time, (0, 0), (0.06, 0.8), (0.2, 1), (seconds, 0))
    for second in (0.002, 0.021):
        place(wings, 1.1 * chitin_click(chance, 0.7), second)
    return in_city(wings, 0.12, 0.6)


# ---- the swarm bed

SECONDS = 6.0
WAVES = 1.5  # a second: a chorus of cicadas swells and sinks about as fast
Swell = Callable[[Any, float], Any]  # loudness 0 to 1 at a second, for a lag in radians
NEAR_CLICKS = 70  # a second: the most that can still be told apart


def swarm_bed(chance: np.random.Generator, clicks: int, wings: int) -> Wave:
    """A loop of `clicks` a second that keeps its grain however dense.

    A near plane of few, loud, wide-spaced bursts; a far plane that is dull and quiet; waves that cross both;
    4 x `wings` fliers below them. No hiss: hiss is what makes a crowd of clicks sound like rain.
    """
    count = samples(SECONDS)
    turn = np.arange(count) / count

    def swell(second: Any, lag: float) -> Any:
        return 0.5 + 0.5 * np.sin(TURN * round(WAVES * SECONDS) * second / SECONDS + lag)

    bed = np.zeros(count)
    near = min(clicks, NEAR_CLICKS)
    for burst in range(int(near * SECONDS / 8)):
        second, gap = (burst + chance.uniform()) * 8 / near, chance.uniform(0.012, 0.030)
        size = chance.choice((0.62, 0.8, 1.0, 1.25))
        for _ in range(8):
            level = (0.4 + 0.9 * swell(second, 5 * size)) * chance.uniform(0.5, 1)
            place_round(bed, level * chitin_click(chance, size), second)
            second += gap * chance.uniform(0.8, 1.2)
            gap *= 0.97
    if clicks > near:
        bed += 0.55 * _far_plane(chance, count, clicks - near, swell)
    for beat, lag in zip(np.linspace(88, 187, 4 * wings), chance.uniform(0, TURN, 4 * wings), strict=True):
        cycles = round(beat * SECONDS)
        vibrato = 0.8 * np.sin(TURN * round(SECONDS * chance.uniform(2, 5)) * turn + lag)
        reed = np.zeros(count)
        for harmonic, gain in ((1, 0.5), (2, 1), (3, 0.8), (4, 0.5), (5, 0.4), (7, 0.2)):
            reed += gain * np.sin(TURN * cycles * harmonic * turn + harmonic * vibrato + lag * harmonic)
        bed += 0.020 * wings * np.clip(swell(turn * SECONDS, lag * 3), 0, 1) ** 1.5 * reed
    return loop_in_city(drive(bed, 1.8), 0.2, 0.8)


def _far_plane(chance: np.random.Generator, count: int, clicks: int, swell: Swell) -> Wave:
    far = np.zeros(count)
    for _ in range(int(clicks * SECONDS / 12)):
        second, gap = chance.uniform(0, SECONDS), chance.uniform(0.007, 0.018)
        size = chance.choice((0.5, 0.62, 0.74, 0.9))
        for _ in range(12):
            level = swell(second, 5 * size) ** 2 * chance.uniform(0.3, 0.8)
            place_round(far, level * chitin_click(chance, size), second)
            second += gap
    return loop_in_city(round_band(far, 700, 3600), 0.6, 1.1)


def swarm_low(chance: np.random.Generator, variant: int) -> Wave:
    return swarm_bed(chance, 40, 0)


def swarm_middle(chance: np.random.Generator, variant: int) -> Wave:
    return swarm_bed(chance, 160, 1)


def swarm_high(chance: np.random.Generator, variant: int) -> Wave:
    return swarm_bed(chance, 480, 2)
