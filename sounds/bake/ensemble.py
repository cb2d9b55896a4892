"""Sections of players. Each has its own tuning, drift, vibrato, scoop, entry, bow changes and seat.

A player is a phase curve at control rate read through band-limited wavetables, darkest to brightest, mixed by
loudness: a crescendo brightens as the real instrument does, and sixty players cost little.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from sounds.bake.synthesis import RATE, TURN, dice, noise
from sounds.bake.wavetables import LENGTH, hertz, table

CONTROL = 64  # samples a control value lasts
RAMP = (np.arange(CONTROL) / CONTROL).astype(np.float32)
HISS_POOL = 1 << 19  # samples of stereo noise kept a band; notes take slices of it
Stereo = npt.NDArray[np.float32]  # (2, n)
Curves = npt.NDArray[np.float64]  # (players, control points)


@dataclass(frozen=True)
class Note:
    """One slurred phrase of one chord tone: ((seconds from its start, MIDI key), ...), held `hold` s.

    Loudness runs from `begin` to `end`, 0 to 1. `accent`: "", or ^ sforzando, ' short, < swell, > fade.
    `syllable` counts those a singer has sung before.
    """

    phrase: tuple[tuple[float, int], ...]
    hold: float
    begin: float
    end: float
    accent: str = ""
    syllable: int = 0

    @property
    def key(self) -> int:
        return self.phrase[0][1]


@dataclass(frozen=True)
class Section:
    """How a group plays. Seconds, cents and Hz; `width` is half its arc on the stage, 0 to 1."""

    spectrum: str
    players: int
    attack: float = 0.08
    release: float = 0.25
    detune: float = 7.0
    drift: float = 3.0
    vibrato: tuple[float, float] = (5.3, 0.5)  # Hz, and how far players differ
    vibrato_depth: float = 12.0
    vibrato_onset: float = 0.35
    lateness: float = 0.015
    scoop: float = 60.0  # cents under the note at its start
    scoop_time: float = 0.04
    glide: float = 0.05  # between slurred notes
    width: float = 0.6
    bow_every: float = 0.0  # seconds between bow changes or breaths; 0 never
    swell: float = 0.12  # bulge in the middle of a note
    brightness: float = 1.0
    brightness_follows: float = 0.5  # how far the envelope moves it
    tremolo: float = 0.0
    unsteadiness: float = 0.06
    slur_dip: float = 0.25


def loudness_curve(time: Curves, note: Note) -> Curves:
    """0.02 to 1 at each second of a note: hairpin, sforzando, swell, fade."""
    part = np.clip(time / max(note.hold, 0.01), 0, 1)
    level = note.begin + (note.end - note.begin) * part
    if note.accent == "^":
        settled = 0.42 + 0.58 * np.exp(-(time - 0.12) / 0.10) + 0.5 * part**2.2
        level = np.minimum(1, level * 1.25) * np.where(time < 0.12, 1, settled)
    if note.accent == "<":
        level = level * (0.45 + 0.55 * part**1.4)
    if note.accent == ">":
        level = level * (1 - 0.6 * part)
    return np.clip(level, 0.02, 1)


def play(section: Section, note: Note, chance: np.random.Generator) -> tuple[Stereo, npt.NDArray[np.float32]]:
    """The section's sound (2, n), and its mean envelope (n,) for breath and bow noise to follow."""
    hold = note.hold * 0.5 if note.accent == "'" else note.hold
    count = int((hold + section.release * 5 + 0.05) * RATE / CONTROL) + 1
    clock = np.arange(count + 1) * CONTROL / RATE
    players = section.players
    time = clock - np.abs(chance.normal(size=(players, 1))) * section.lateness
    cents, vibrato, depth = _pitch(section, clock, time, chance)
    envelope = _entry(section, time, chance)
    for (_, before), (at, after) in zip(note.phrase, note.phrase[1:], strict=False):
        change = at + chance.normal(size=(players, 1)) * 0.012
        steepness = np.clip(-(time - change) / (section.glide * 0.25), -60, 60)
        cents = cents + 100 * (after - before) / (1 + np.exp(steepness))
        envelope = envelope * (1 - section.slur_dip * np.exp(-(((time - change) / 0.045) ** 2)))
    if section.bow_every:
        envelope = _bow_changes(section, envelope, time, hold, chance)
    if section.tremolo:
        rate = section.tremolo * (1 + 0.12 * _slow(players, clock, chance, 2.0))
        stroke = np.cumsum(rate, 1) * CONTROL / RATE + chance.random((players, 1))
        envelope = envelope * (0.42 + 0.58 * np.abs(np.sin(np.pi * stroke)))
    part = np.clip(time / max(hold, 0.05), 0, 1)
    dying = np.exp(-np.maximum(time - hold, 0) / section.release)
    envelope = envelope * (1 + section.swell * np.sin(np.pi * part)) * dying
    loudness = loudness_curve(time, Note(note.phrase, hold, note.begin, note.end, note.accent))
    shimmer = 1 + 0.05 * depth / max(section.vibrato_depth, 1) * np.sin(vibrato + 1)
    level = envelope * loudness**1.25 * shimmer
    level = level * (1 + section.unsteadiness * _slow(players, clock, chance, 4.0))
    follow = 1 - section.brightness_follows + section.brightness_follows * np.minimum(envelope, 1)
    bright = np.clip(section.brightness * loudness * follow, 0, 1)
    wave = _read(section.spectrum, note, cents, level, bright, chance)
    seats = np.linspace(-1, 1, players) * section.width if players > 1 else np.zeros(1)
    angle = (seats + 1) * np.pi / 4
    pan = np.stack([np.cos(angle), np.sin(angle)]).astype(np.float32)
    return pan @ wave / np.float32(players**0.5 * 0.9), _upsample(level.mean(0)[None])[0]


def _pitch(section: Section, clock: Curves, time: Curves, chance: np.random.Generator) -> tuple[Curves, Curves, Curves]:
    """Cents off the first note, vibrato phase, vibrato depth in cents; (players, control points) each."""
    players = section.players
    cents = chance.normal(size=(players, 1)) * section.detune
    cents = cents + section.drift * _slow(players, clock, chance, 1.1)
    rate, spread = section.vibrato
    rates = rate + spread * chance.normal(size=(players, 1)) + 0.35 * _slow(players, clock, chance, 0.8)
    onset = section.vibrato_onset * (1 + 0.3 * chance.random((players, 1)))
    depth = section.vibrato_depth * (1 + 0.3 * chance.normal(size=(players, 1)))
    depth = depth * (1 + 0.35 * _slow(players, clock, chance, 0.7)) * np.clip((time - onset) / 0.5, 0, 1)
    depth = np.maximum(depth, 0)
    vibrato = TURN * (np.cumsum(rates, 1) * CONTROL / RATE + chance.random((players, 1)))
    settle = section.scoop_time * (0.6 + 0.8 * chance.random((players, 1)))
    scoop = section.scoop * (0.5 + chance.random((players, 1))) * np.exp(-np.maximum(time, 0) / settle)
    return cents + depth * np.sin(vibrato) - scoop, vibrato, depth


def _entry(section: Section, time: Curves, chance: np.random.Generator) -> Curves:
    rise = np.clip(time / (section.attack * (0.8 + 0.4 * chance.random((section.players, 1)))), 0, 1)
    return rise * rise * (3 - 2 * rise)


def _bow_changes(section: Section, envelope: Curves, time: Curves, hold: float, chance: np.random.Generator) -> Curves:
    """Each player turns the bow, or breathes, at a moment of his own."""
    at = chance.uniform(0.55, 1.1, (section.players, 1)) * section.bow_every
    while at.min() < hold:
        turn = 1 - 0.5 * np.exp(-(((time - at) / 0.05) ** 2)) + 0.14 * np.exp(-(((time - at - 0.3) / 0.22) ** 2))
        envelope = envelope * np.where(at < hold - 0.25, turn, 1)
        at = at + chance.uniform(0.8, 1.25, (section.players, 1)) * section.bow_every
    return envelope


def _read(
    spectrum: str, note: Note, cents: Curves, level: Curves, bright: Curves, chance: np.random.Generator
) -> Stereo:
    """Phase curves through three wavetables, mixed by brightness; (players, n)."""
    players = len(cents)
    cycles = np.cumsum(hertz(note.key) * 2 ** (cents / 1200), 1) * CONTROL / RATE + chance.random((players, 1))
    step = np.diff(cycles, axis=1).astype(np.float32)
    position = (cycles[:, :-1] % 1).astype(np.float32)[:, :, None] + step[:, :, None] * RAMP
    place = (position * LENGTH).astype(np.int32).reshape(players, -1) & (LENGTH - 1)
    highest = max(key for _, key in note.phrase)
    dark, middle, brilliant = (table(spectrum, highest, brightness) for brightness in (0.0, 0.5, 1.0))
    amount = _upsample(bright) * 2
    wave = np.maximum(1 - amount, 0) * dark[place]
    wave += np.maximum(1 - np.abs(amount - 1), 0) * middle[place]
    wave += np.maximum(amount - 1, 0) * brilliant[place]
    return _upsample(level) * wave


def _upsample(curves: Curves) -> Stereo:
    """Control rate (players, k + 1) to samples (players, k * CONTROL), straight lines between."""
    values = curves.astype(np.float32)
    rise = values[:, 1:] - values[:, :-1]
    return (values[:, :-1, None] + rise[:, :, None] * RAMP).reshape(len(values), -1)


def _slow(players: int, clock: Curves, chance: np.random.Generator, rate: float) -> Curves:
    """A smooth random curve a player, about unit range, `rate` turns a second."""
    count = int(clock[-1] * rate) + 4
    points = chance.normal(size=(players, count)) * 0.6
    position = clock * rate
    index = position.astype(int)
    part = position - index
    part = part * part * (3 - 2 * part)
    return points[:, index] * (1 - part) + points[:, np.minimum(index + 1, count - 1)] * part


@cache
def _hiss_pool(low: float, high: float, slope: float) -> Stereo:
    chance = dice(f"hiss {low} {high} {slope}")
    return np.stack([noise(HISS_POOL, chance, low, high, slope) for _ in range(2)]).astype(np.float32)


def hiss(count: int, chance: np.random.Generator, low: float, high: float, slope: float = -3) -> Stereo:
    """Stereo noise of unit rms: breath, bow hair, drum skin."""
    pool = _hiss_pool(low, high, slope)
    start = int(chance.integers(0, HISS_POOL))
    return np.take(pool, np.arange(start, start + count) % HISS_POOL, axis=1)
