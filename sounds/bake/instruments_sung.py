"""Choirs and one girl: a buzz shaped by vowels and soft consonants that move. Their words are of no language."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from scipy import signal

from sounds.bake.ensemble import Note, Section, Stereo, hiss, play
from sounds.bake.synthesis import RATE, Wave
from sounds.bake.wavetables import hertz

WINDOW = 1024  # samples of the short-time spectrum that vowels shape
LOWEST_WOMAN = 58  # MIDI key: below it men sing, whose throats are longer
Path = Sequence[tuple[float, str]]  # (second, sound)
Words = tuple[str, ...]  # syllables of one consonant and one vowel

CHOIR_WORDS: Words = ("ma", "re", "no", "mi", "ra", "na")
SOFT_WORDS: Words = ("mu", "no", "ro", "mu")
LEGION: Words = ("re", "ri", "no")
SONG: Words = ("no", "mi", "ra", "mo", "ne")
CLOSED, OPENED = 0.05, 0.17  # seconds into a syllable: the mouth begins to open; the vowel is there

# Formants of each sound: Hz, bandwidth in Hz, level in dB.
FORMANTS = {
    "a": ((800, 90, 0), (1200, 110, -5), (2850, 170, -18), (3700, 220, -22)),
    "o": ((460, 80, 0), (830, 100, -8), (2800, 170, -26), (3600, 220, -30)),
    "u": ((340, 70, 0), (690, 90, -14), (2700, 170, -34), (3500, 220, -38)),
    "e": ((480, 85, 0), (1750, 120, -9), (2750, 170, -17), (3700, 220, -22)),
    "i": ((310, 70, 0), (2150, 120, -13), (2900, 170, -18), (3600, 220, -22)),
    "n": ((260, 70, -3), (1500, 220, -24), (2500, 250, -34), (3400, 300, -44)),
    "r": ((380, 90, -6), (1250, 150, -16), (1750, 180, -20), (3200, 250, -34)),
    "m": ((250, 70, -2), (1050, 200, -26), (2300, 250, -40), (3500, 300, -46)),
}
CHOIR = Section("voice", 9, 0.28, 0.26, 10, 6, (5.1, 0.45), 22, 0.35, 0.03, 45, 0.07, 0.075, 0.9, 3.4, brightness=0.8)
SOFT_CHOIR = Section("voice", 8, 0.5, 0.35, 9, 6, (5.0, 0.45), 16, 0.5, 0.03, 30, 0.08, 0.12, 0.9, 3.8, brightness=0.6)
MEN = Section("voice", 8, 0.025, 0.12, 14, 5, vibrato_depth=8, vibrato_onset=0.5, lateness=0.014, scoop=-60,
              scoop_time=0.05, width=0.85)  # fmt: skip
GIRL = Section(
    "voice", 1, 0.11, 0.16, 2, 7, (5.4, 0.2), 20, 0.55, 0, 70, 0.06, 0.075, 0, swell=0.25, slur_dip=0.12,
    unsteadiness=0.1, brightness=0.7,
)  # fmt: skip


def _vowel_gain(path: Path, throat: float, fundamental: float) -> Callable[[Wave, Wave], Wave]:
    """Gain over frequencies (f, 1) and seconds (1, frames) for vowels that move along `path`."""
    seconds = [second for second, _ in path]
    log_pitch, width, level = (
        np.array([[np.log(f[0]) if part == 0 else f[part] for f in FORMANTS[sound]] for _, sound in path])
        for part in range(3)
    )

    def gain(frequency: Wave, time: Wave) -> Wave:
        total = np.full((frequency.shape[0], time.shape[1]), 0.05)
        for formant in range(4):
            centre = np.exp(np.interp(time, seconds, log_pitch[:, formant])) * throat
            if formant == 0:
                centre = np.maximum(centre, fundamental * 1.02)  # singers tune it up to the note
            bandwidth = np.interp(time, seconds, width[:, formant]) * 1.5
            loud = 10 ** (np.interp(time, seconds, level[:, formant]) / 20)
            total = total + loud / np.sqrt(1 + ((frequency - centre) / bandwidth) ** 2) ** 1.5
        return total

    return gain


def _shaped(channel: Stereo, gain: Callable[[Wave, Wave], Wave]) -> Stereo:
    frequency, time, spectrum = signal.stft(channel, RATE, nperseg=WINDOW, noverlap=WINDOW * 3 // 4)
    shaped = spectrum * gain(frequency[:, None], time[None, :])
    wave = signal.istft(shaped, RATE, nperseg=WINDOW, noverlap=WINDOW * 3 // 4)[1]
    return wave[..., : channel.shape[-1]].astype(np.float32)


def _sing(section: Section, note: Note, path: Path, chance: np.random.Generator) -> Stereo:
    wave, envelope = play(section, note, chance)
    wave = wave + hiss(wave.shape[1], chance, 900, 9000) * envelope * 0.05
    throat = 0.86 if note.key < LOWEST_WOMAN else 1.03
    sides = ((0, 0.975), (1, 1.025))  # the two ears hear slightly different throats
    return 1.5 * np.stack(
        [_shaped(wave[side], _vowel_gain(path, throat * size, hertz(note.key))) for side, size in sides]
    )


def sung(words: Words, note: Note, last: str = "u") -> Path:
    """One syllable a note of the phrase, on from those sung before; the mouth closes to `last` when it ends."""
    path: list[tuple[float, str]] = []
    begins = [second for second, _ in note.phrase]
    ends = [*begins[1:], max(note.hold, 0.5)]
    for number, (begin, end) in enumerate(zip(begins, ends, strict=True)):
        consonant, vowel = words[(note.syllable + number) % len(words)]
        quick = min(1.0, (end - begin) / 0.4)
        path += [(begin, consonant), (begin + CLOSED * quick, consonant), (begin + OPENED * quick, vowel)]
        path.append((max(end - 0.04 * quick, begin + OPENED * quick + 0.001), vowel))
    return [*path, (ends[-1] + 0.3, last)]


def choir(note: Note, chance: np.random.Generator) -> Stereo:
    """Nine singers."""
    section = CHOIR if note.hold > 0.8 else replace(CHOIR, attack=0.12)
    return _sing(section, note, sung(CHOIR_WORDS, note), chance)


def soft_choir(note: Note, chance: np.random.Generator) -> Stereo:
    """Eight singers who keep their mouths nearly closed."""
    section = SOFT_CHOIR if note.hold > 1 else replace(SOFT_CHOIR, attack=0.2)
    return 1.5 * _sing(section, note, sung(SOFT_WORDS, note), chance)


def chant(note: Note, chance: np.random.Generator) -> Stereo:
    """Men, a hard consonant, short: the Legion's name."""
    wave = _sing(MEN, note, sung(LEGION, note, "o"), chance)
    count = wave.shape[1]
    consonant = np.exp(-np.arange(count) / RATE / 0.014).astype(np.float32) * (0.33 * note.begin)
    return wave + hiss(count, chance, 1800, 7000) * consonant


def solo(note: Note, chance: np.random.Generator) -> Stereo:
    """One girl's voice."""
    return _sing(GIRL, note, sung(SONG, note), chance)
