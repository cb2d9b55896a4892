"""What no orchestra has: chitin, bowed glass, the mains, air."""

import numpy as np

from sounds.bake.ensemble import Note, Stereo, hiss, loudness_curve
from sounds.bake.synthesis import TURN, clock, ring, samples
from sounds.bake.wavetables import hertz

# The mains and its multiples, never tempered: 50 Hz is a G 35 cents sharp, which the music lives with.
MAINS = ((50, 0.35), (100, 1), (200, 0.7), (300, 0.5), (400, 0.3), (600, 0.22), (800, 0.1), (1200, 0.06))


def clicks(note: Note, chance: np.random.Generator) -> Stereo:
    """A hand of three to six chitin clicks, scattered over the stage."""
    track = np.zeros((2, samples(0.22)), np.float32)
    second = 0.0
    for _ in range(int(chance.integers(3, 7))):
        pitch, decay = chance.uniform(2200, 4600), chance.uniform(0.0010, 0.0030)
        partials, decays = [pitch, pitch * 1.58, pitch * 2.31], [decay, decay * 0.7, decay * 0.5]
        click = ring(decay * 8, partials, decays, [1, 0.6, 0.35], chance)
        click *= chance.uniform(0.5, 1) * note.begin**1.3
        angle, start = chance.uniform(0, np.pi / 2), samples(second)
        track[0, start : start + len(click)] += click * np.cos(angle)
        track[1, start : start + len(click)] += click * np.sin(angle)
        second += chance.uniform(0.012, 0.03)
    return track


def glass(note: Note, chance: np.random.Generator) -> Stereo:
    """Bowed glass: inharmonic, a shudder at 7 Hz."""
    time, pitch = clock(note.hold + 1.4), hertz(note.key)
    envelope = np.clip(time / min(0.8, note.hold * 0.5 + 0.05), 0, 1) ** 1.5
    envelope *= np.exp(-np.maximum(time - note.hold, 0) / 0.4) * loudness_curve(time, note) ** 1.25
    rim = np.zeros((2, len(time)))
    for ratio, level in ((1, 1), (1.007, 0.7), (2.76, 0.3), (2.78, 0.25), (5.40, 0.12)):
        drift = 1.2 * np.sin(TURN * chance.uniform(0.2, 0.5) * time + chance.uniform(0, TURN))
        shudder = 1 + 0.3 * np.sin(TURN * chance.uniform(6, 8) * time)
        partial = level * np.sin(TURN * pitch * ratio * time + drift) * shudder
        angle = chance.uniform(0, np.pi / 2)
        rim += np.stack([partial * np.cos(angle), partial * np.sin(angle)])
    return (rim * envelope * 0.8).astype(np.float32)


def hum(note: Note, chance: np.random.Generator) -> Stereo:
    """A pulse of the mains, whatever key is written, with corona on the half cycles."""
    time = clock(note.hold + 0.12)
    tone = np.zeros(len(time))
    for pitch, level in MAINS:
        tone += level * np.sin(TURN * pitch * time)
    envelope = np.clip(time / 0.004, 0, 1) * np.exp(-np.maximum(time - note.hold * 0.8, 0) / 0.02)
    envelope *= loudness_curve(time, note) ** 1.25
    firing = np.clip(np.abs(np.sin(TURN * 50 * time)) - 0.75, 0, 1) * 1.6
    return ((tone + hiss(len(time), chance, 2200, 12_000, 0) * firing) * envelope * 0.5).astype(np.float32)


def air(note: Note, chance: np.random.Generator) -> Stereo:
    time, pitch = clock(note.hold + 1.5), hertz(note.key)
    envelope = np.sin(np.pi * np.clip(time / (note.hold + 1.4), 0, 1)) ** 2
    envelope *= max(note.begin, note.end) ** 1.25
    wind = hiss(len(time), chance, 150, 1200, -3) * 0.5
    return ((wind + hiss(len(time), chance, pitch, pitch * 1.25, 0) * 0.12) * envelope).astype(np.float32)
