"""The film's few wonders: the sea that lets him go, the pendant, the light of the earth, the ultimate plasma."""

import numpy as np

from sounds.bake.filters import drive, for_small_speakers, formants, lowpass, swept
from sounds.bake.materials import shards, thump
from sounds.bake.space import in_city
from sounds.bake.synthesis import (
    TURN,
    Wave,
    clock,
    glide,
    line,
    noise,
    place,
    ring,
    saw,
    sine,
    strike,
    wander,
)

OPEN_VOWEL = ((730.0, 9.0, 1.0), (1090.0, 11.0, 0.6), (2440.0, 14.0, 0.25), (3400.0, 15.0, 0.12))  # Hz, q, gain
ROUND_VOWEL = ((450.0, 8.0, 1.0), (800.0, 10.0, 0.5), (2620.0, 14.0, 0.12), (3400.0, 15.0, 0.06))
GATHER_CHORD = (73.42, 110.0, 146.83, 220.0, 293.66, 369.99)  # Hz: D and its fifth first, the third last
MOTES = (587.3, 740.0, 880.0, 1174.7, 1480.0, 1760.0, 2349.0, 2960.0)


def singers(
    pitch: Wave, chance: np.random.Generator, vowel: tuple[tuple[float, float, float], ...], voices: int
) -> Wave:
    """A few voices on one note, each with its own tuning and vibrato."""
    count = len(pitch)
    time = np.arange(count) / 44_100
    total = np.zeros(count)
    for _ in range(voices):
        vibrato = 0.004 * np.sin(TURN * chance.uniform(4.8, 5.9) * time + chance.uniform(0, TURN))
        tuning = 1 + 0.003 * chance.normal() + vibrato + 0.002 * wander(count, chance, 3)
        total += saw(pitch * tuning, chance.random())
    return formants(total, vowel) + 0.1 * lowpass(total, min(2 * float(pitch[count // 2]), 900))


def motes(chance: np.random.Generator, seconds: float, count: int) -> Wave:
    """Grains of glass that come faster and faster."""
    track = np.zeros(len(clock(seconds)))
    for _ in range(count):
        second = (seconds - 0.1) * chance.random() ** 0.55
        pitch = chance.choice(MOTES)
        grain = ring(0.5, [pitch, pitch * 2.76], [0.12, 0.05], [1, 0.3], chance)
        place(track, chance.uniform(0.02, 0.1) * grain * np.clip(clock(0.5) / 0.01, 0, 1), second)
    return track


def water(chance: np.random.Generator, seconds: float, swell: Wave, bright: Wave) -> Wave:
    """Water in motion: a broad hiss that opens and closes, and bubbles in it."""
    count = len(swell)
    sea = swept(noise(count, chance, 80, 9000, -3), bright, 0.8) * (1 + 0.35 * wander(count, chance, 9)) * swell
    for _ in range(int(60 * seconds)):
        pitch, length = chance.uniform(320, 1500), chance.uniform(0.015, 0.06)
        time = clock(length * 4)
        bubble = sine(pitch * (1 + 4 * time)) * strike(time, 0.004, length)
        second = chance.uniform(0, seconds * 0.85)
        place(sea, 0.16 * float(np.interp(second / seconds * count, np.arange(count), swell)) * bubble, second)
    return sea


def sea_rise(chance: np.random.Generator, variant: int) -> Wave:
    """The harbour swells, breaks over his shell, and pours off him."""
    seconds = 3.6
    time = clock(seconds)
    swell = line(time, (0, 0), (0.8, 0.5), (1.3, 1), (2.2, 0.7), (seconds, 0))
    bright = glide(time, (0, 400), (1.2, 4200), (2.0, 6000), (seconds, 1500))
    sea = water(chance, seconds, swell, bright)
    place(sea, 0.9 * thump(1.5, 110, 34, 0.1, 0.4, chance, 0.8), 1.1)
    return in_city(for_small_speakers(drive(sea, 1.3), -8, 0.9), 0.25, 1.8)


def sea_under(chance: np.random.Generator, variant: int) -> Wave:
    """It closes over him."""
    seconds = 2.8
    time = clock(seconds)
    swell = line(time, (0, 0.1), (0.4, 1), (1.2, 0.6), (seconds, 0))
    sea = water(chance, seconds, swell, glide(time, (0, 3200), (1.0, 1400), (seconds, 350)))
    return in_city(for_small_speakers(drive(sea, 1.2), -8, 0.9), 0.25, 1.6)


def light_held(chance: np.random.Generator, variant: int) -> Wave:
    """A small light grows: a struck bowl, its fifth, and a breath."""
    seconds = 2.4
    time = clock(seconds)
    bowl = ring(seconds, [440, 660, 1213, 2376], [0.7, 0.6, 0.35, 0.15], [1, 0.6, 0.3, 0.15], chance)
    breath = swept(
        noise(len(time), chance, 300, 6000, -2), glide(time, (0, 600), (1.0, 1800), (seconds, 500)), 2, "band"
    )
    glow = bowl * np.clip(time / 0.03, 0, 1) + 0.25 * breath * np.sin(np.pi * time / seconds) ** 2
    return in_city(glow, 0.4, 2.2)


def pendant(chance: np.random.Generator, variant: int) -> Wave:
    """The stone holds a note that should not be there, and breaks in her hand."""
    seconds, breaks = 2.6, 0.5
    time = clock(seconds)
    note = sine(glide(time, (0, 880), (breaks, 988), (seconds, 988))) + 0.6 * sine(
        glide(time, (0, 1245), (seconds, 1480))
    )
    stone = 0.35 * note * line(time, (0, 0), (breaks - 0.02, 1), (breaks, 0))
    left = seconds - breaks
    place(stone, 1.4 * shards(left, chance, 46, 0.12, 1500), breaks)
    place(stone, noise(len(clock(left)), chance, 1200, 14_000) * strike(clock(left), 0.0005, 0.015), breaks)
    bell = ring(left, [294, 440, 587, 1175], [0.8, 0.6, 0.5, 0.3], [0.7, 0.6, 0.5, 0.2], chance)
    place(stone, 0.6 * bell, breaks + 0.02)
    return in_city(stone, 0.4, 2.4)


def mana_gather(chance: np.random.Generator, variant: int) -> Wave:
    """A quarter more of the light: a chord of voices swells and rises, and motes stream in."""
    seconds = 3.2
    time = clock(seconds)
    choir = np.zeros(len(time))
    for number, pitch in enumerate(GATHER_CHORD[1:]):
        enters = np.clip((time - 0.12 * number) / 0.9, 0, 1) ** 1.5
        vowel = ROUND_VOWEL if number < 2 else OPEN_VOWEL
        choir += singers(pitch * glide(time, (0, 0.994), (seconds, 1.006)), chance, vowel, 3) * enters
    rise = swept(noise(len(time), chance, 200, 14_000, -2), glide(time, (0, 400), (seconds, 6500)), 2.5, "band")
    light = choir / np.abs(choir).max() + motes(chance, seconds, 90) + 0.25 * rise
    return in_city(light * line(time, (0, 0.1), (1.6, 1), (2.4, 0.8), (seconds, 0)), 0.4, 2.2)


def chest_opens(chance: np.random.Generator, variant: int) -> Wave:
    """Plates of bone part one after another, and what was behind them sings."""
    seconds = 2.2
    time = clock(seconds)
    chest = np.zeros(len(time))
    for number, second in enumerate((0.02, 0.16, 0.29, 0.41, 0.52)):
        plate = ring(
            0.7, np.array([190, 330, 540, 870]) * (1 + 0.08 * number), [0.12, 0.1, 0.07, 0.05], [1, 0.9, 0.7, 0.4]
        )
        place(chest, 1.3 * plate + 0.5 * thump(0.7, 140, 60, 0.03, 0.08, chance, 0.7), second)
    pitch = glide(time, (0, 147), (seconds, 294))
    song = singers(pitch, chance, OPEN_VOWEL, 4) + singers(pitch * 1.5, chance, OPEN_VOWEL, 3)
    chest += 0.9 * song / np.abs(song).max() * glide(time, (0, 0.05), (1.9, 1), (seconds, 0.05))
    return in_city(for_small_speakers(drive(chest, 1.3), -7, 0.7), 0.35, 1.9)


def ultimate_plasma(chance: np.random.Generator, variant: int) -> Wave:
    """The beam: a blow, then two and a half seconds of a burning column with voices in it."""
    seconds = 4.6
    time = clock(seconds)
    level = line(time, (0, 0), (0.012, 1), (0.3, 0.8), (2.4, 0.75), (2.9, 0.35), (seconds, 0))
    pitch = glide(time, (0, 165), (0.15, 82.4), (2.4, 82.4), (seconds, 41))
    core = saw(pitch) + saw(pitch * 1.008) + 0.8 * saw(pitch * 1.498) + 0.6 * saw(pitch * 2.003)
    core = swept(drive(core * 0.5, 2.5), glide(time, (0, 9000), (0.4, 3600), (2.4, 2600), (seconds, 200)), 1.3)
    fire = swept(noise(len(time), chance, 60, 14_000, -2), glide(time, (0, 11_000), (0.5, 5000), (seconds, 200)), 0.8)
    fire *= 1 + 0.25 * wander(len(time), chance, 20)
    choir = np.zeros(len(time))
    for note in (164.8, 246.9, 329.6, 415.3):
        choir += singers(np.full(len(time), note), chance, OPEN_VOWEL, 3)
    beam = level * (0.6 * core + 0.7 * fire + 0.7 * choir / np.abs(choir).max())
    beam += 1.6 * thump(seconds, 150, 27, 0.12, 0.9, chance, 1.0)
    beam += 1.5 * noise(len(time), chance, 300, 15_000) * strike(time, 0.0005, 0.03)
    return in_city(for_small_speakers(drive(beam * 0.8, 2), -6, 0.6), 0.4, 2.4)


def ascent(chance: np.random.Generator, variant: int) -> Wave:
    """Jets that leave: full, then higher, thinner, gone."""
    seconds = 4.5
    time = clock(seconds)
    far = 1 + 2.2 * np.maximum(time - 0.6, 0) ** 1.4
    tone = glide(time, (0, 300), (0.4, 3600), (1.6, 2600), (seconds, 700))
    jets = swept(noise(len(time), chance, 40, 12_000, -3), tone, 0.9) * (1 + 0.2 * wander(len(time), chance, 24))
    whine = glide(time, (0, 300), (0.8, 918), (seconds, 700))
    rise = (jets + 0.12 * (sine(whine) + 0.5 * sine(1.5 * whine))) * line(
        time, (0, 0), (0.3, 1), (4.0, 0.8), (seconds, 0)
    )
    rise = rise / far + 0.8 * thump(seconds, 120, 40, 0.06, 0.25, chance, 0.6)
    return in_city(for_small_speakers(drive(rise, 1.4), -8, 0.8), 0.3, 1.8)
