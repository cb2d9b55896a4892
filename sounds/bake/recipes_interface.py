"""Menus, radio, alarms, results. In D, like the music, so that nothing rubs against it."""

import numpy as np

from sounds.bake.filters import drive, for_small_speakers, highpass, lowpass
from sounds.bake.materials import slab, thump
from sounds.bake.space import in_city, loop_in_city
from sounds.bake.synthesis import (
    TURN,
    Wave,
    clock,
    line,
    noise,
    place,
    place_round,
    ring,
    samples,
    strike,
)

D5, F5_SHARP, A5, D6, A6 = 587.33, 739.99, 880.0, 1174.66, 1760.0  # Hz
SOFT = ((1, 1.0), (2, 0.3), (3, 0.12))  # harmonic, level
REEDY = ((1, 1.0), (3, 0.35), (5, 0.15))
Tone = tuple[tuple[int, float], ...]


def beep(pitch: float, seconds: float, decay: float, tone: Tone = SOFT) -> Wave:
    time = clock(seconds)
    wave = np.zeros(len(time))
    for harmonic, level in tone:
        wave += level * np.sin(TURN * pitch * harmonic * time)
    return wave * strike(time, 0.003, decay)


def _notes(seconds: float, *notes: tuple[float, float, float]) -> Wave:
    """Beeps of (second, pitch, decay)."""
    track = np.zeros(samples(seconds))
    for second, pitch, decay in notes:
        place(track, beep(pitch, min(seconds - second, decay * 5), decay), second)
    return track


def move(chance: np.random.Generator, variant: int) -> Wave:
    time = clock(0.06)
    return beep(A6, 0.06, 0.012) + 0.3 * noise(len(time), chance, 3000, 9000) * strike(time, 0.0005, 0.003)


def select(chance: np.random.Generator, variant: int) -> Wave:
    return _notes(0.5, (0, A5, 0.05), (0.07, D6, 0.08))


def back(chance: np.random.Generator, variant: int) -> Wave:
    return _notes(0.45, (0, A5, 0.05), (0.07, D5, 0.08))


def radio_blip(chance: np.random.Generator, variant: int) -> Wave:
    """One letter of a message: a reedy blip through a telephone's band."""
    return highpass(lowpass(beep(523.25, 0.05, 0.014, REEDY), 3200), 350)


def radio_open(chance: np.random.Generator, variant: int) -> Wave:
    """The channel opens: hiss and two pips."""
    time = clock(0.34)
    fading = line(time, (0, 0), (0.004, 1), (0.05, 0.35), (0.3, 0.2), (0.34, 0))
    opened = 0.35 * noise(len(time), chance, 500, 3200, -1) * fading
    place(opened, beep(A5 * 1.5, 0.07, 0.03, REEDY), 0.02)
    place(opened, 0.6 * beep(A5 * 1.5, 0.07, 0.03, REEDY), 0.11)
    return opened


def objective_done(chance: np.random.Generator, variant: int) -> Wave:
    """Gamera's fourth in chimes: A, D, and the third above it."""
    track = np.zeros(samples(1.6))
    for second, pitch in ((0, A5), (0.13, D6), (0.26, F5_SHARP * 2)):
        length = min(1.2, 1.6 - second)
        place(track, ring(length, [pitch, pitch * 2, pitch * 4.08], [0.35, 0.2, 0.07], [1, 0.3, 0.15]), second)
    return in_city(track * np.clip(clock(1.6) / 0.003, 0, 1), 0.25, 1.2)


def low_vitality(chance: np.random.Generator, variant: int) -> Wave:
    """His heart through bone, 66 a minute: two knocks, the rush of blood between, a thin D above."""
    seconds = 60 / 66
    count = samples(seconds)
    turn = np.arange(count) / count
    heart = np.zeros(count)
    for second, level, pitch in ((0.0, 1, 1.0), (0.27, 0.72, 1.16)):
        knock = thump(0.45, 92 * pitch, 50 * pitch, 0.03, 0.07, chance, 0.1)
        bones = ring(
            0.45,
            np.array([183, 262, 371, 517]) * pitch,
            [0.06, 0.05, 0.035, 0.025],
            [1, 0.9, 0.75, 0.5],
            chance,
        )
        place_round(heart, level * (0.8 * knock + bones * np.clip(clock(0.45) / 0.004, 0, 1)), second)
    rush = noise(samples(0.4), chance, 250, 1400, -3) * np.sin(np.pi * clock(0.4) / 0.4) ** 2
    place_round(heart, 0.12 * rush, 0.36)
    heart += 0.035 * np.sin(TURN * round(D5 * seconds) * turn) * (0.6 - 0.4 * np.cos(TURN * turn))
    three = for_small_speakers(np.tile(heart, 3), -7, 0.9)  # its filters run once round before they count
    return three[count : 2 * count]


def line_alarm(chance: np.random.Generator, variant: int) -> Wave:
    """The city line is being crossed: two tones of a control room, half a second each. Loops at 1.2 s."""
    count = samples(1.2)
    alarm = np.zeros(count)
    time = clock(0.5)
    shape = line(time, (0, 0), (0.01, 1), (0.47, 1), (0.5, 0))
    for pitch, second in ((F5_SHARP, 0), (622.25, 0.6)):
        tone = (
            np.sin(TURN * pitch * time) + 0.4 * np.sin(TURN * 3 * pitch * time) + 0.2 * np.sin(TURN * 5 * pitch * time)
        )
        place_round(alarm, tone * shape, second)
    return loop_in_city(alarm, 0.2, 0.8)


def score_tick(chance: np.random.Generator, variant: int) -> Wave:
    """A counter's wheel: 30 ms, made to be played twenty times a second."""
    time = clock(0.03)
    return ring(0.03, [D6, D6 * 2.4, D6 * 4.1], [0.006, 0.004, 0.002], [1, 0.7, 0.4]) + 0.3 * noise(
        len(time), chance, 2500, 9000
    ) * strike(time, 0.0004, 0.002)


def rank_stamp(chance: np.random.Generator, variant: int) -> Wave:
    """A seal on paper on a steel desk."""
    seconds = 1.2
    time = clock(seconds)
    stamp = 0.8 * thump(seconds, 230, 88, 0.025, 0.08, chance, 0.8) + slab(seconds, chance, 240, 8, 0.07)
    stamp += 0.9 * noise(len(time), chance, 500, 6000, -2) * strike(time, 0.0006, 0.015)
    stamp += 0.25 * ring(seconds, [D5 / 2, D5, A5, D6], [0.35, 0.28, 0.2, 0.14], [1, 0.8, 0.6, 0.4], chance)
    return in_city(for_small_speakers(drive(stamp, 1.4), -8, 0.8), 0.22, 1.2)
