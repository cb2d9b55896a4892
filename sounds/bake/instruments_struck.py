"""Plucked and struck: what rings by itself once it is played."""

import numpy as np

from sounds.bake.ensemble import Note, Stereo, hiss, loudness_curve
from sounds.bake.filters import drive
from sounds.bake.synthesis import TURN, Wave, clock, noise, ring, samples, sine, strike
from sounds.bake.wavetables import hertz

# Partials of a struck plate that no ear can hear a pitch in, Hz.
ANVIL = np.array([812, 1337, 2148, 3025, 4490, 6120])
SOUNDBOARD = (97, 168, 247, 331, 452)  # Hz: what a piano's hammer knocks
TAM_TAM = 71 * np.array([1, 1.47, 2.09, 2.56, 3.39, 4.08, 5.31, 6.7, 8.3, 10.2])


def _seated(wave: Wave, chance: np.random.Generator, spread: float) -> Stereo:
    """A mono body somewhere within `spread` (0 to 1) of the middle."""
    angle = (chance.uniform(-spread, spread) + 1) * np.pi / 4
    return np.stack([wave * np.cos(angle), wave * np.sin(angle)]).astype(np.float32) * 1.2


def _add(track: Stereo, wave: Wave, seat: float, second: float) -> None:
    """`wave` from a seat between -1 and 1 into a stereo track."""
    angle, start = (seat + 1) * np.pi / 4, samples(second)
    wave = wave[: track.shape[1] - start]
    track[0, start : start + len(wave)] += wave * np.cos(angle)
    track[1, start : start + len(wave)] += wave * np.sin(angle)


def _pluck(
    key: float,
    level: float,
    chance: np.random.Generator,
    seconds: float,
    harmonics: int,
    decay: float,
    at: float,
    stiffness: float,
    darkness: float,
    aftersound: float = 0.0,
) -> Wave:
    """A stiff string plucked at `at` of its length.

    `aftersound` is the share of a partial that dies five times as slowly: the string's other plane of swinging, which
    a bridge hardly moves with.
    """
    pitch, time = hertz(key), clock(seconds)
    harmonic = np.arange(1, max(2, min(harmonics, int(13_000 / pitch))) + 1)
    partials = pitch * harmonic * np.sqrt(1 + stiffness * harmonic * harmonic)
    levels = np.abs(np.sin(np.pi * harmonic * at)) * harmonic ** (-darkness + 0.5 * level) + 1e-3
    decays = decay / (1 + 0.22 * harmonic) * (220 / partials) ** 0.35
    wave = np.zeros(len(time))
    for loud, partial, length in zip(levels, partials, decays, strict=True):
        dying = (1 - aftersound) * np.exp(-time / length) + aftersound * np.exp(-time / (5 * length))
        wave += loud * np.sin(TURN * partial * time + chance.uniform(0, TURN)) * dying
    return wave / levels.sum() ** 0.5


def pizzicato(note: Note, chance: np.random.Generator) -> Stereo:
    track = np.zeros((2, samples(0.9)), np.float32)
    for seat in np.linspace(-0.7, 0.7, 5):
        string = _pluck(note.key + chance.normal() * 0.05, note.begin, chance, 0.8, 14, 0.30, 0.21, 0.0004, 1.1)
        _add(track, string * note.begin**1.3, seat, abs(chance.normal()) * 0.006)
    time = clock(0.9)
    snap = hiss(len(time), chance, 300, 2500) * (np.exp(-time / 0.008) * 0.3 * note.begin)
    return (track * np.clip(time / 0.002, 0, 1) * 0.8 + snap).astype(np.float32)


def harp(note: Note, chance: np.random.Generator) -> Stereo:
    string = _pluck(note.key, note.begin, chance, 2.4, 18, 0.95, 0.28, 0.00012, 1.35)
    return _seated(string * np.clip(clock(2.4) / 0.0015, 0, 1) * note.begin**1.25, chance, 0.4)


def celesta(note: Note, chance: np.random.Generator) -> Stereo:
    pitch = hertz(note.key)
    levels = [1, 0.16, 0.30, 0.25 * note.begin]
    bar = ring(2.2, [pitch, 2 * pitch, 4.08 * pitch, 9.3 * pitch], [0.85, 0.4, 0.13, 0.02], levels, chance)
    return _seated(bar * np.clip(clock(2.2) / 0.002, 0, 1) * note.begin**1.25, chance, 0.35) * 0.8


def bell(note: Note, chance: np.random.Generator) -> Stereo:
    partials = hertz(note.key) * np.array([0.5, 1, 1.19, 1.5, 2.0, 2.52, 2.67, 4.1])
    decays = [1.6, 1.1, 0.9, 0.7, 0.6, 0.35, 0.3, 0.15]
    bronze = ring(3.6, partials, decays, [0.35, 0.8, 0.3, 0.25, 0.55, 0.2, 0.18, 0.15], chance)
    return _seated(bronze * np.clip(clock(3.6) / 0.002, 0, 1) * note.begin**1.3, chance, 0.3) * 0.6


def piano(note: Note, chance: np.random.Generator) -> Stereo:
    """A low piano: three stiff strings a hair apart, each with its aftersound, the felt and the board it knocks."""
    seconds = min(4.0, note.hold + 1.6)
    time = clock(seconds)
    strings = np.zeros(len(time))
    for detuned in (-0.013, 0.002, 0.012):
        strings += 0.5 * _pluck(note.key + detuned, note.begin, chance, seconds, 40, 1.3, 0.12, 0.0003, 1.25, 0.22)
    strings *= np.exp(-np.maximum(time - note.hold - 0.5, 0) / 0.25)
    strings += 0.5 * note.begin * noise(len(time), chance, 60, 700, -3) * strike(time, 0.001, 0.02)
    strings += 0.12 * note.begin * ring(seconds, SOUNDBOARD, [0.07] * 5, [1, 0.8, 0.6, 0.4, 0.25], chance)
    return _seated(strings * note.begin**1.25 * np.clip(time / 0.001, 0, 1), chance, 0.25)


def timpani(note: Note, chance: np.random.Generator) -> Stereo:
    time = clock(1.9)
    pitch = hertz(note.key) * (1 + 0.012 * note.begin * np.exp(-time / 0.05))
    drum = 0.6 * note.begin * noise(len(time), chance, 90, 1800, -3) * strike(time, 0.001, 0.022)
    modes = (
        (1, 0.6, 1),
        (1.504, 0.46, 0.8),
        (1.995, 0.33, 0.5),
        (2.45, 0.22, 0.34),
        (2.9, 0.15, 0.22),
        (3.36, 0.1, 0.15),
    )
    for ratio, decay, level in modes:
        drum += level * sine(pitch * ratio) * np.exp(-time / (decay * (0.8 + 0.4 * note.begin)))
    return _seated(drum * np.clip(time / 0.002, 0, 1) * note.begin**1.3, chance, 0.15)


def timpani_roll(note: Note, chance: np.random.Generator) -> Stereo:
    """Single strokes, fifteen a second."""
    track = np.zeros((2, samples(note.hold + 2.0)), np.float32)
    strokes = [timpani(Note(note.phrase, 0.1, level, level), chance) / level**1.5 for level in (0.35, 0.8)]
    second = 0.0
    while second < note.hold:
        level = float(loudness_curve(np.array([second]), note)[0]) * chance.uniform(0.85, 1.05) * 0.62
        stroke = strokes[int(level > 0.5)] * np.float32(level**1.5)
        start = samples(second)
        length = min(stroke.shape[1], track.shape[1] - start)
        track[:, start : start + length] += stroke[:, :length]
        second += chance.uniform(0.058, 0.072)
    return track


def _drum(
    pitch: float,
    drop: float,
    decay: float,
    slap: float,
    chance: np.random.Generator,
    level: float,
    seconds: float,
) -> Wave:
    time = clock(seconds)
    falling = pitch + drop * level * np.exp(-time / 0.03)
    skin = sine(falling) * strike(time, 0.002, decay) + 0.55 * sine(falling * 1.59) * strike(time, 0.002, decay * 0.6)
    skin += 0.4 * sine(falling * 2.14) * strike(time, 0.002, decay * 0.42)
    skin += 0.3 * sine(falling * 3.5) * strike(time, 0.001, decay * 0.22)
    stick = slap * level * noise(len(time), chance, 220, 2600, -2) * strike(time, 0.001, 0.022)
    return drive(skin, 1.3 + level) + stick


def taiko(note: Note, chance: np.random.Generator) -> Stereo:
    """Four drummers who are not quite together."""
    track = np.zeros((2, samples(1.1)), np.float32)
    for pitch, seat in ((62, -0.7), (71, -0.25), (84, 0.3), (96, 0.75)):
        drum = _drum(pitch * (1 + 0.01 * chance.normal()), 42, 0.19, 0.6, chance, note.begin, 1.0)
        _add(track, drum * note.begin**1.3 * 0.5, seat, abs(chance.normal()) * 0.007)
    return track


def odaiko(note: Note, chance: np.random.Generator) -> Stereo:
    """The great drum, with its barrel."""
    drum = _drum(43, 30, 0.55, 0.45, chance, note.begin, 2.6)
    drum += 0.35 * ring(2.6, [172, 236, 318], [0.16, 0.11, 0.08], [1, 0.7, 0.5], chance)
    return _seated(drum * note.begin**1.3, chance, 0.1) * 0.9


def snare(note: Note, chance: np.random.Generator) -> Stereo:
    time = clock(0.34)
    drum = 0.5 * sine(188 + 70 * np.exp(-time / 0.01)) * strike(time, 0.001, 0.05)
    drum += 0.3 * np.sin(TURN * 331 * time) * strike(time, 0.001, 0.03)
    drum += 0.8 * noise(len(time), chance, 1100, 9500, -1) * strike(time, 0.001, 0.045 + 0.05 * note.begin)
    return _seated(drum * note.begin**1.3, chance, 0.12) * 0.8


def cymbal(note: Note, chance: np.random.Generator) -> Stereo:
    """A crash; the top dies first."""
    time = clock(3.2)
    crash = np.zeros((2, len(time)), np.float32)
    for low, high, decay, level in (
        (300, 1500, 0.9, 0.10),
        (1500, 5000, 0.8, 0.35),
        (5000, 15_000, 0.5, 0.7),
    ):
        fading = (level * np.exp(-time / decay) * np.clip(time / 0.004, 0, 1)).astype(np.float32)
        crash += hiss(len(time), chance, low, high, -1) * fading
    return crash * np.float32(note.begin**1.3 * 0.5)


def cymbal_swell(note: Note, chance: np.random.Generator) -> Stereo:
    """A roll from nothing to the end of its hold."""
    time = clock(note.hold + 1.6)
    part = np.clip(time / note.hold, 0, 1)
    choked = np.exp(-np.maximum(time - note.hold, 0) / 0.35)
    swell = np.zeros((2, len(time)), np.float32)
    for low, high, power, level in (
        (250, 1200, 1.6, 0.14),
        (1200, 4500, 2.4, 0.35),
        (4500, 15_000, 3.6, 0.6),
    ):
        swell += hiss(len(time), chance, low, high, -1) * (level * part**power * choked).astype(np.float32)
    return swell * np.float32(max(note.begin, note.end) ** 1.3 * 0.6)


def tam_tam(note: Note, chance: np.random.Generator) -> Stereo:
    """A low clang; the upper plate blooms 0.4 s later."""
    time, order = clock(6.0), np.arange(10)
    clang = 0.35 * ring(6.0, TAM_TAM, 2.4 / (1 + order * 0.22), 1 / (1 + 0.3 * order), chance)
    bloom = hiss(len(time), chance, 700, 6000, -2) * ((1 - np.exp(-time / 0.3)) * np.exp(-time / 1.1) * 0.45)
    return ((np.stack([clang, clang]) + bloom) * np.clip(time / 0.004, 0, 1) * note.begin**1.3).astype(np.float32)


def anvil(note: Note, chance: np.random.Generator) -> Stereo:
    partials = ANVIL * (1 + 0.004 * chance.normal())
    iron = 0.35 * ring(1.4, partials, [0.34, 0.5, 0.42, 0.3, 0.2, 0.12], [0.5, 1, 0.8, 0.7, 0.5, 0.35], chance)
    iron += 0.5 * noise(len(iron), chance, 1500, 12_000) * strike(clock(1.4), 0.0004, 0.006)
    return _seated(iron * note.begin**1.3, chance, 0.2)
