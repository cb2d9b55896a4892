"""Strings, brass, winds, organ, bass: what sounds as long as it is held."""

from dataclasses import replace

import numpy as np

from sounds.bake.ensemble import Note, Section, Stereo, hiss, play
from sounds.bake.synthesis import RATE

STRINGS = Section(
    "string", 12, 0.30, 0.22, 8, vibrato_depth=15, vibrato_onset=0.25, scoop=14, glide=0.065,
    width=0.85, bow_every=1.9, brightness=0.75, brightness_follows=0.3,
)  # fmt: skip
MARCATO = Section(
    "string", 10, 0.022, 0.10, 8, vibrato_depth=8, vibrato_onset=0.2, scoop=25, scoop_time=0.02,
    width=0.8, brightness=0.95, lateness=0.008, swell=-0.2,
)  # fmt: skip
TREMOLO = Section(
    "string", 10, 0.12, 0.15, 9, vibrato_depth=4, scoop=8, width=0.85, brightness=0.8, tremolo=11.5,
    brightness_follows=0.4,
)  # fmt: skip
SPICCATO = Section(
    "string",
    8,
    0.006,
    0.055,
    8,
    vibrato_depth=0,
    scoop=18,
    scoop_time=0.012,
    width=0.7,
    lateness=0.006,
    swell=0,
)
TRUMPETS = Section(
    "brass", 4, 0.035, 0.075, 5, vibrato_depth=7, vibrato_onset=0.5, scoop=70, scoop_time=0.028, glide=0.03,
    width=0.4, lateness=0.010, brightness_follows=0.75, slur_dip=0.35, swell=0.06,
)  # fmt: skip
HORNS = Section(
    "horn", 6, 0.075, 0.13, 6, vibrato_depth=5, vibrato_onset=0.6, scoop=85, scoop_time=0.045, width=0.55,
    lateness=0.014, brightness_follows=0.7, slur_dip=0.3, swell=0.10,
)  # fmt: skip
TROMBONES = Section(
    "brass", 4, 0.035, 0.09, 5, vibrato_depth=3, vibrato_onset=0.7, scoop=75, scoop_time=0.035, width=0.45,
    brightness=0.95, lateness=0.010, brightness_follows=0.75,
)  # fmt: skip
CONTRABASS_TROMBONES = Section("horn", 2, 0.05, 0.1, 5, vibrato_depth=0, width=0.15, brightness=0.8)
OBOE = Section(
    "oboe", 1, 0.05, 0.07, 1, 4, vibrato_depth=13, vibrato_onset=0.3, scoop=25, scoop_time=0.025, glide=0.028,
    slur_dip=0.18, brightness=0.8, lateness=0, swell=0.18,
)  # fmt: skip
FLUTE = Section(
    "flute", 1, 0.07, 0.09, 1, 5, vibrato_depth=16, vibrato_onset=0.25, scoop=-18, scoop_time=0.02,
    glide=0.025, slur_dip=0.2, brightness=0.9, lateness=0, swell=0.2, unsteadiness=0.12,
)  # fmt: skip
CLARINET = Section(
    "clarinet", 1, 0.06, 0.08, 1, 3, vibrato_depth=3, vibrato_onset=0.5, scoop=8, glide=0.025, slur_dip=0.15,
    brightness=0.8, lateness=0, swell=0.2,
)  # fmt: skip
ORGAN = Section(
    "organ", 3, 0.09, 0.12, 3, 1, vibrato_depth=0, scoop=0, width=0.6, brightness=0.9, swell=0, lateness=0.01,
    unsteadiness=0.02,
)  # fmt: skip
SUB = Section("string", 3, 0.12, 0.25, 5, 2, vibrato_depth=0, scoop=0, width=0.3, brightness=0.22, swell=0, lateness=0)


# Consonants a brass player's tongue makes: the band of its noise in Hz, its loudness, its length in seconds.
TONGUES = (((1200, 7000), 1.0, 0.022), ((300, 3000), 0.7, 0.035), ((700, 3500), 1.1, 0.028), ((400, 6000), 0.8, 0.030))


def _decay(count: int, seconds: float) -> Stereo:
    return np.exp(-np.arange(count) / RATE / seconds).astype(np.float32)


def strings(note: Note, chance: np.random.Generator) -> Stereo:
    section = STRINGS if note.hold > 0.9 else replace(STRINGS, attack=0.13)
    wave, envelope = play(section, note, chance)
    return wave + hiss(wave.shape[1], chance, 1500, 9000) * envelope * 0.035


def marcato(note: Note, chance: np.random.Generator) -> Stereo:
    wave, _ = play(MARCATO, replace(note, hold=note.hold * 0.8), chance)
    count = wave.shape[1]
    bite = hiss(count, chance, 1200, 8000) * _decay(count, 0.018) * (0.3 * note.begin**1.6)
    return wave * (0.62 + 0.6 * _decay(count, 0.09)) + bite


def tremolo(note: Note, chance: np.random.Generator) -> Stereo:
    wave, envelope = play(TREMOLO, note, chance)
    return wave + hiss(wave.shape[1], chance, 1500, 9000) * envelope * 0.06


def spiccato(note: Note, chance: np.random.Generator) -> Stereo:
    wave, _ = play(SPICCATO, Note(note.phrase, 0.07, note.begin, note.begin), chance)
    count = wave.shape[1]
    return 1.3 * wave + hiss(count, chance, 1200, 8000) * _decay(count, 0.011) * (0.35 * note.begin**1.6)


def _tongued(section: Section, note: Note, chance: np.random.Generator) -> tuple[Section, float]:
    """Tonguing differs from note to note: hard on short and accented ones, soft on held quiet ones."""
    hardness = 1.35 if note.accent in ("'", "^") or note.hold < 0.2 else 0.75 + 0.4 * note.begin
    hardness *= chance.uniform(0.65, 1.35)
    return replace(section, attack=section.attack / hardness, scoop=section.scoop * chance.uniform(0.6, 1.3)), hardness


def _with_tongue(wave: Stereo, note: Note, hardness: float, chance: np.random.Generator) -> Stereo:
    count = wave.shape[1]
    rise = np.clip(np.arange(count) / RATE / 0.005, 0, 1).astype(np.float32)
    band, loud, seconds = TONGUES[chance.integers(len(TONGUES))]
    consonant = hiss(count, chance, *band) * _decay(count, seconds) * rise
    return wave + consonant * np.float32(0.10 * loud * hardness * note.begin**2)


def brass(note: Note, chance: np.random.Generator) -> Stereo:
    """Three trumpets over one trombone's weight."""
    section, hardness = _tongued(TRUMPETS, note, chance)
    return _with_tongue(play(section, note, chance)[0], note, hardness, chance)


def horn(note: Note, chance: np.random.Generator) -> Stereo:
    """Six horns, hands in the bell."""
    section, _ = _tongued(HORNS, note, chance)
    return play(section, note, chance)[0]


def trombones(note: Note, chance: np.random.Generator) -> Stereo:
    """Four, and two contrabass an octave below."""
    section, hardness = _tongued(TROMBONES, note, chance)
    wave = play(section, note, chance)[0]
    below = tuple((second, key - 12) for second, key in note.phrase)
    low = play(
        CONTRABASS_TROMBONES,
        replace(note, phrase=below, begin=note.begin * 0.85, end=note.end * 0.85),
        chance,
    )[0]
    count = min(wave.shape[1], low.shape[1])
    wave[:, :count] += 0.6 * low[:, :count]
    return _with_tongue(wave, note, hardness, chance)


def oboe(note: Note, chance: np.random.Generator) -> Stereo:
    wave, envelope = play(OBOE, note, chance)
    return wave + hiss(wave.shape[1], chance, 1500, 7000) * envelope * 0.03


def flute(note: Note, chance: np.random.Generator) -> Stereo:
    wave, envelope = play(FLUTE, note, chance)
    return wave + hiss(wave.shape[1], chance, 900, 7000) * envelope * 0.10


def clarinet(note: Note, chance: np.random.Generator) -> Stereo:
    wave, envelope = play(CLARINET, note, chance)
    return wave + hiss(wave.shape[1], chance, 1500, 7000) * envelope * 0.02


def organ(note: Note, chance: np.random.Generator) -> Stereo:
    wave, envelope = play(ORGAN, note, chance)
    return wave + hiss(wave.shape[1], chance, 600, 5000) * envelope * 0.02


def sub(note: Note, chance: np.random.Generator) -> Stereo:
    """A dark bass for pedals and drones."""
    return play(SUB, note, chance)[0]
