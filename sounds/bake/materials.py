"""What the world is made of, as it sounds when struck: concrete, glass, timber, steel, grit, chitin, the thump."""

import numpy as np

from sounds.bake.filters import drive, lowpass
from sounds.bake.synthesis import RATE, Wave, clock, fit, noise, place, ring, samples, sine, strike, wander


def thump(
    seconds: float,
    start: float,
    end: float,
    drop: float,
    decay: float,
    chance: np.random.Generator,
    dirt: float = 0.5,
) -> Wave:
    """A pitch falling from `start` to `end` Hz in about `drop` s, its driven overtone, some dirt."""
    time = clock(seconds)
    frequency = end + (start - end) * np.exp(-time / drop)
    body = sine(frequency) * strike(time, 0.004, decay)
    overtone = 0.35 * lowpass(drive(body, 5), 420)
    return body + overtone + dirt * noise(len(time), chance, 60, 900, -3) * strike(time, 0.002, 0.05)


def debris(seconds: float, chance: np.random.Generator, rate: float, low: float, high: float, decay: float) -> Wave:
    """Grit: short ringing ticks between two pitches, `rate` a second at first and fewer with `decay`."""
    track = np.zeros(samples(seconds))
    count = chance.poisson(rate * decay)
    for second in np.minimum(chance.exponential(decay, count), seconds * 0.95):
        pitch = np.exp(chance.uniform(np.log(low), np.log(high)))
        length = chance.uniform(0.002, 0.018)
        tick = ring(length * 6, [pitch, pitch * 1.73], [length, length * 0.6], [1, 0.5], chance)
        place(track, chance.pareto(2.5) * 0.3 * np.exp(-second / decay) * tick, second)
    return np.clip(track, -1, 1)


def slab(seconds: float, chance: np.random.Generator, lowest: float, modes: int, decay: float) -> Wave:
    """Cracked concrete: broad modes from `lowest` Hz to 1.1 kHz that do not start together.

    It is what carries a footfall in a speaker that plays nothing under 200 Hz.
    """
    track = np.zeros(samples(seconds))
    for pitch in np.geomspace(lowest, 1100, modes) * chance.uniform(0.93, 1.07, modes):
        length = decay * (lowest / pitch) ** 0.45 * chance.uniform(0.7, 1.2)
        mode = ring(
            min(seconds, length * 7),
            [pitch, pitch * 1.03, pitch * 1.41],
            [length, length * 0.8, length * 0.4],
            [1, 0.6, 0.35],
            chance,
        )
        place(track, mode * (lowest / pitch) ** 0.22, chance.exponential(0.006))
    return track / np.abs(track).max()


def loose_panes(seconds: float, chance: np.random.Generator, count: int, spread: float) -> Wave:
    """Window panes that rattle in their frames, each faster and softer like a dropped coin."""
    track = np.zeros(samples(seconds))
    for _ in range(count):
        second, gap = chance.exponential(spread * 0.4), chance.uniform(0.028, 0.055)
        pitch, level = chance.uniform(900, 2600), chance.uniform(0.3, 1)
        while gap > 0.006 and second < seconds - 0.1:
            knock = ring(0.03, [pitch, pitch * 1.9, pitch * 3.1], [0.006, 0.004, 0.002], [1, 0.5, 0.3], chance)
            place(track, level * knock, second)
            second, gap, level = second + gap, gap * 0.82, level * 0.86
    return track


def shards(seconds: float, chance: np.random.Generator, count: int, spread: float, lowest: float = 2200) -> Wave:
    """Broken glass: thin plates that ring high, most of them at once, the last ones on the pavement."""
    track = np.zeros(samples(seconds))
    for _ in range(count):
        second = min(chance.exponential(spread), seconds * 0.9)
        pitch, length = lowest * 4 ** chance.random(), chance.uniform(0.015, 0.10)
        plate = ring(
            length * 6,
            pitch * np.array([1, 1.58, 2.24, 2.92]),
            length * np.array([1, 0.7, 0.45, 0.3]),
            [1, 0.7, 0.5, 0.4],
            chance,
        )
        place(track, chance.uniform(0.1, 0.6) * np.exp(-second / (spread * 3)) * plate, second)
    return track


def timber(seconds: float, chance: np.random.Generator, count: int, spread: float, lowest: float = 170) -> Wave:
    """Beams and boughs that snap one after another: fibres tear for a moment, then a dull wooden knock."""
    track = np.zeros(samples(seconds))
    for second in np.minimum(chance.exponential(spread, count), seconds * 0.9):
        pitch, length = lowest * 5 ** chance.random(), chance.uniform(0.008, 0.03)
        knock = ring(
            0.2, [pitch, pitch * 2.57, pitch * 4.13], [length * 1.6, length, length * 0.5], [1, 0.6, 0.3], chance
        )
        tear = noise(samples(0.2), chance, 500, 7000, -3) * strike(clock(0.2), 0.001, length * 0.5)
        place(track, chance.uniform(0.3, 1) * (knock + 0.7 * tear), second)
    return track


def girders(seconds: float, chance: np.random.Generator, count: int, spread: float) -> Wave:
    """Steel that strikes steel: bars ring long, at ratios of free bars."""
    track = np.zeros(samples(seconds))
    for second in np.minimum(chance.exponential(spread, count), seconds * 0.8):
        pitch, length = chance.uniform(190, 620), chance.uniform(0.1, 0.38)
        bar = ring(
            min(seconds, length * 6),
            pitch * np.array([1, 2.756, 5.404, 8.933]),
            length * np.array([1, 0.7, 0.4, 0.2]),
            [0.7, 1, 0.8, 0.5],
            chance,
        )
        place(track, chance.uniform(0.2, 0.7) * bar, second)
    return track


def leaves(count: int, chance: np.random.Generator, thick: float) -> Wave:
    """Foliage that rustles: bright noise in flakes, `thick` times a second."""
    flakes = np.clip(wander(count, chance, thick), 0, 3) ** 2
    return noise(count, chance, 1400, 9000, -2) * flakes


def chitin_click(chance: np.random.Generator, brightness: float = 1.0) -> Wave:
    """One click of a soldier's mandibles: 2 to 5 ms of three stiff modes."""
    pitch = chance.uniform(2400, 4600) * brightness
    length = chance.uniform(0.0008, 0.0028)
    click = ring(
        length * 8,
        [pitch, pitch * 1.58, pitch * 2.31],
        [length, length * 0.7, length * 0.5],
        [1, 0.6, 0.35],
        chance,
    )
    return click * chance.uniform(0.4, 1)


def spark(chance: np.random.Generator, length: float) -> Wave:
    """One electric spark: a burst of bright noise with a decay of `length` s."""
    count = max(32, int(length * 4 * RATE))
    return noise(count, chance, 900, 13_000, 1) * np.exp(-np.arange(count) / RATE / length)


def crunch(seconds: float, chance: np.random.Generator) -> Wave:
    """Chitin that breaks: many small cracks within 40 ms."""
    time = clock(seconds)
    cracks = 1.4 * debris(seconds, chance, 900, 900, 6000, 0.04)
    return fit(cracks, len(time)) + noise(len(time), chance, 600, 6000, -3) * strike(time, 0.001, 0.03)
