"""Throats: Gamera's screech over vocal folds the size of doors, and the Queen, who has no throat at all."""

from collections.abc import Callable

import numpy as np

from sounds.bake.filters import comb, drive, for_small_speakers, formants, highpass, swept
from sounds.bake.materials import chitin_click, slab
from sounds.bake.space import in_city
from sounds.bake.synthesis import (
    RATE,
    TURN,
    Wave,
    clock,
    glide,
    line,
    noise,
    phase,
    place,
    samples,
    saw,
    sine,
    strike,
    wander,
)

Curve = Callable[[Wave], Wave]  # of time in seconds
Vowel = Callable[[Wave], tuple[Wave | float, Wave | float, Wave | float]]  # three formants in Hz


def screech(
    chance: np.random.Generator,
    seconds: float,
    pitch: Curve,
    level: Curve,
    vowel: Vowel,
    roughness: float = 73,
) -> Wave:
    """Detuned saws and FM at an irrational ratio, roughened at `roughness` Hz, through steel and a vowel.

    30 to 150 Hz of amplitude modulation is what makes a cry alarming, in people and in sirens.
    """
    time = clock(seconds)
    count = len(time)
    vibrato = 0.018 * np.sin(TURN * 6.1 * time) * np.clip(time / 0.5, 0, 1)
    frequency = pitch(time) * (1 + 0.012 * wander(count, chance, 28) + vibrato)
    bite = sine(frequency * 1.414) * line(time, (0, 0.3), (0.1, 1), (seconds * 0.8, 0.6), (seconds, 0.2))
    source = saw(frequency) + 0.8 * saw(frequency * 1.006, 0.3) + 0.45 * saw(frequency * 1.498, 0.6)
    source += 0.7 * np.sin(TURN * phase(frequency) * 2 + 2.2 * bite)
    flutter = 0.5 + 0.5 * np.sin(TURN * phase(roughness * (1 + 0.08 * wander(count, chance, 12))))
    source = drive(source * (1 - 0.45 * flutter) * 0.5, 1.6)
    first, second, third = vowel(time)
    cry = formants(source, [(first, 5, 1.0), (second, 7, 0.9), (third, 8, 0.55), (4700, 7, 0.3)])
    cry += 0.12 * highpass(source, 500)
    cry += 0.21 * comb(cry, 0.00213, 0.62)
    cry /= np.abs(cry).max()
    loud = level(time)
    breath = noise(count, chance, 1800, 7500, -3) * (0.6 + 0.4 * np.abs(cry))
    low = sine(glide(time, (0, 42), (seconds, 31)))
    voice = loud * cry + 0.055 * loud**1.3 * breath + 0.08 * loud**0.5 * low
    return for_small_speakers(drive(voice * 0.8, 1.2), -5, 0.5)


def throat(
    chance: np.random.Generator,
    time: Wave,
    pitch: Wave,
    jaw: Wave,
    roughness: float = 0.35,
    breath: float = 0.5,
) -> Wave:
    """Glottal pulses at `pitch` Hz with jitter and period doubling, through a vocal tract four times ours.

    `jaw` runs from 0, closed, to 1, wide open. Breath passes only while the folds are open.
    """
    count = len(time)
    pulses, opening = np.zeros(count), np.zeros(count)
    second, index = 0.0, 0
    while second < time[-1]:
        doubled = index % 2  # every other period is longer and weaker: what makes a growl a growl
        period = (1 + 0.035 * chance.normal() + roughness * 0.16 * doubled) / np.interp(second, time, pitch)
        strength = (1 - roughness * 0.55 * doubled) * (1 + 0.18 * chance.normal())
        length = max(8, int(period * 0.62 * RATE))
        at = np.arange(length) / length
        fold = np.where(at < 0.66, 0.5 * (1 - np.cos(np.pi * at / 0.66)), np.cos(np.pi / 2 * (at - 0.66) / 0.34))
        place(opening, fold, second)
        place(pulses, strength * np.diff(np.r_[0, fold, 0])[:length] * length / 40, second)
        second += period
        index += 1
    source = pulses + breath * 0.10 * noise(count, chance, 150, 5000, -3) * opening
    tract = [
        (glide(jaw, (0, 150), (1, 255)), 3.2, 1.0),
        (glide(jaw, (0, 330), (1, 500)), 4.5, 0.95),
        (glide(jaw, (0, 760), (1, 900)), 6, 0.6),
        (1330.0, 8, 0.42),
        (2150.0, 9, 0.22),
        (3100.0, 9, 0.10),
    ]
    voice = formants(source, tract)
    voice = voice + 0.3 * drive(voice / np.abs(voice).max() * 2, 2)  # the false folds rattle along
    return highpass(voice, 60, 1) / np.abs(voice).max()


def chest(voice: Wave) -> Wave:
    """The ribs that rattle with a growl: its fundamental's harmonics at 260 to 1,100 Hz.

    They beat at the pitch of the folds, so that an ear hears the folds even where a speaker plays nothing that low.
    """
    harmonics = drive(highpass(voice / np.abs(voice).max(), 150, 1) * 2.5, 2)
    return formants(harmonics, [(290, 2.6, 1.0), (470, 3.2, 0.9), (720, 4.5, 0.6), (1080, 6, 0.35)])


def cry(
    chance: np.random.Generator,
    seconds: float,
    pitch: Curve,
    level: Curve,
    vowel: Vowel,
    growl: float = 0.33,
    roughness: float = 0.45,
    flutter: float = 73,
) -> Wave:
    """The screech with the throat under it, three and a half octaves down, opening as the cry grows."""
    time = clock(seconds)
    high = screech(chance, seconds, pitch, level, vowel, flutter)
    loud = level(time)
    low = throat(
        chance,
        time,
        np.clip(pitch(time) / 11.2, 34, 96) * (1 + 0.05 * wander(len(time), chance, 5)),
        loud,
        roughness,
    )
    return 0.82 * high + growl * low * loud**0.55 * np.clip(time / 0.04, 0, 1)


def gamera_roar(chance: np.random.Generator, variant: int) -> Wave:
    """Two calls in one breath, the second higher: his name shouted at a city."""

    def pitch(time: Wave) -> Wave:
        rise = ((0, 310), (0.13, 760), (0.7, 830), (1.25, 690), (1.42, 430), (1.5, 480))
        return glide(time, *rise, (1.72, 1010), (2.2, 930), (2.8, 560), (3.7, 210))

    def level(time: Wave) -> Wave:
        first = ((0, 0.12), (0.05, 0.6), (0.14, 1), (1.15, 0.9), (1.40, 0.3), (1.50, 0.35))
        return line(time, *first, (1.62, 1), (2.3, 0.85), (3.0, 0.42), (3.7, 0))

    def vowel(time: Wave) -> tuple[Wave, Wave, Wave]:
        return (
            glide(time, (0, 600), (0.15, 1050), (1.4, 720), (1.7, 1150), (3.5, 480)),
            glide(time, (0, 1300), (0.15, 2050), (1.4, 1500), (1.7, 2250), (3.5, 900)),
            glide(time, (0, 2600), (0.2, 3300), (3.5, 2300)),
        )

    return in_city(cry(chance, 3.7, pitch, level, vowel), 0.33, 1.9)


def gamera_roar_short(chance: np.random.Generator, variant: int) -> Wave:
    size, roughness, seconds = (1, 0.86)[variant], (0.4, 0.6)[variant], 1.15
    call = cry(
        chance,
        seconds,
        lambda time: glide(time, (0, 330 * size), (0.09, 880 * size), (0.5, 820 * size), (seconds, 300 * size)),
        lambda time: line(time, (0, 0), (0.04, 1), (0.6, 0.8), (seconds, 0)),
        lambda time: (
            glide(time, (0, 700), (0.1, 1100), (seconds, 560)),
            glide(time, (0, 1500), (0.1, 2150), (seconds, 1000)),
            3200,
        ),
        roughness=roughness,
    )
    return in_city(call, 0.25, 1.3)


def gamera_hurt(chance: np.random.Generator, variant: int) -> Wave:
    size, seconds = (1, 1.12)[variant], 0.75
    call = cry(
        chance,
        seconds,
        lambda time: glide(time, (0, 980 * size), (0.12, 720 * size), (seconds, 260 * size)),
        lambda time: line(time, (0, 0), (0.015, 1), (0.3, 0.6), (seconds, 0)),
        lambda time: (900, 1700, 2900),
        growl=0.45,
        roughness=0.8,
    )
    return in_city(call, 0.2, 1.1)


def gamera_growl(chance: np.random.Generator, variant: int) -> Wave:
    """Jaw closed, close by: idle, warning, exhausted."""
    seconds, openness, roughness, breath = (
        (1.6, 0.45, 0.5, 0.7),
        (1.1, 0.75, 0.35, 0.6),
        (2.2, 0.3, 0.8, 1.4),
    )[variant]
    time = clock(seconds)
    pitch = (
        glide(time, (0, 44), (0.4, 58), (seconds, 40)),
        glide(time, (0, 62), (0.2, 88), (seconds, 66)),
        glide(time, (0, 40), (1, 46), (seconds, 33)),
    )[variant]
    swell = np.sin(np.pi * np.clip(time / seconds, 0, 1) ** 0.7) ** 1.3
    unsteady = pitch * (1 + 0.06 * wander(len(time), chance, 6))
    voice = throat(chance, time, unsteady, swell * openness, roughness, breath) * swell
    return in_city(for_small_speakers(voice + 0.5 * chest(voice), -8, 1.2), 0.18, 1.2)


def gamera_grunt(chance: np.random.Generator, variant: int) -> Wave:
    """A grunt and the air driven out of him, for knock-downs and for getting up."""
    seconds = (0.6, 0.9)[variant]
    time = clock(seconds)
    pitch = (glide(time, (0, 92), (seconds, 44)), glide(time, (0, 46), (0.5, 70), (seconds, 52)))[variant]
    effort = (
        line(time, (0, 0), (0.02, 1), (0.25, 0.5), (seconds, 0)),
        np.sin(np.pi * np.clip(time / seconds, 0, 1) ** 0.8) ** 1.2,
    )[variant]
    grunt = throat(chance, time, pitch, 0.3 + 0.6 * effort, 0.6, 1.2) * effort
    air = swept(noise(len(time), chance, 300, 6000, -3), 700 + 900 * effort, 1.6, "band") * effort
    return for_small_speakers(grunt + 0.6 * chest(grunt) + 0.35 * air, -9, 1.1)


def queen_roar(chance: np.random.Generator, variant: int) -> Wave:
    """Not an animal: glass and organ a tritone wide over a slow pulse train, with no vowel to move."""
    seconds = (3.8, 1.7)[variant]
    time = clock(seconds)
    count = len(time)
    pitch = (
        glide(time, (0, 118), (0.5, 146), (2.4, 138), (seconds, 82)),
        glide(time, (0, 131), (0.2, 165), (seconds, 104)),
    )[variant] * (1 + 0.006 * wander(count, chance, 9))
    cluster = np.zeros(count)
    for ratio, gain in ((1, 1), (1.007, 0.8), (1.414, 0.8), (1.424, 0.5), (2.02, 0.4), (2.83, 0.3)):
        cluster += gain * saw(pitch * ratio, chance.random())
    pulses = np.sin(TURN * phase(glide(time, (0, 11), (seconds, 23)))) > 0
    cluster = drive(cluster * 0.4 * (1 - 0.5 * pulses), 2)
    mouth = glide(time, (0, 350), (1, 620), (seconds, 300))
    cluster = formants(cluster, [(mouth, 4, 1), (1480, 9, 0.9), (2370, 12, 0.7), (3720, 12, 0.5)])
    glass = np.zeros(count)
    for ratio, gain in ((8.93, 0.25), (11.3, 0.2), (14.7, 0.15), (19.1, 0.1)):
        glass += gain * sine(pitch * ratio * (1 + 0.004 * wander(count, chance, 5)))
    glass *= np.clip(time / 1.2, 0, 1)
    level = (
        line(time, (0, 0), (0.35, 0.8), (0.9, 1), (2.6, 0.85), (seconds, 0)),
        line(time, (0, 0), (0.12, 1), (0.9, 0.8), (seconds, 0)),
    )[variant]
    low = 0.5 * drive(sine(pitch / 4), 2)
    voice = level * (cluster / np.abs(cluster).max() + 0.5 * glass + 0.6 * low)
    voice += 0.15 * level * noise(count, chance, 3000, 9000, -3)
    return in_city(for_small_speakers(drive(voice, 1.3), -7, 0.8), 0.4, 2.2)


def queen_spawn(chance: np.random.Generator, variant: int) -> Wave:
    """Her belly opens: a wet tearing of plates, a sinking tritone, and a spill of mandibles."""
    seconds = 1.9
    time = clock(seconds)
    count = len(time)
    sinking = glide(time, (0, 220), (0.7, 104), (seconds, 70))
    gut = formants(
        drive(saw(sinking) + saw(sinking * 1.414), 1.5) * (1 + 0.6 * wander(count, chance, 26)),
        [(310, 4, 1), (740, 5, 0.7), (1650, 8, 0.35)],
    )
    gut *= line(time, (0, 0), (0.06, 1), (0.8, 0.45), (seconds, 0))
    flesh = swept(noise(count, chance, 200, 7000, -3), glide(time, (0, 3000), (0.5, 600), (seconds, 300)), 1.4, "band")
    flesh *= strike(time, 0.03, 0.3) * (1 + 0.5 * wander(count, chance, 40))
    voice = gut / np.abs(gut).max() + 0.6 * flesh
    voice[: samples(1.0)] += 0.5 * slab(1.0, chance, 210, 8, 0.12)
    for _ in range(130):
        second = 0.25 + chance.beta(1.6, 2.4) * 1.5
        place(voice, 0.5 * chitin_click(chance, chance.choice((0.7, 0.85, 1.0))), second)
    return in_city(for_small_speakers(drive(voice, 1.3), -8, 0.8), 0.3, 1.6)
