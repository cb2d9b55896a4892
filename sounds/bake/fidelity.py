"""Files as small as they may be: how far the codec may move a sound, and the least quality that keeps within it."""

from itertools import pairwise

import numpy as np

from sounds.bake.encode import decode_ogg, encode_ogg
from sounds.bake.synthesis import RATE, Wave

QUALITIES = (0.0, 0.5, 1.0, 2.0, 3.0)  # of Vorbis; tried in turn, the last one taken as it comes
PEAK = -1.05  # dBFS: louder, and a decoder may clip
TOLERANCE = 1.5  # dB that a band or a moment may be off
BEND = 1.4  # of a loop's usual sharpest: more may click
COUNTED = 20.0  # dB under the loudest band or moment: what lies deeper is masked by it
BLOCK = RATE // 50  # frames of an envelope: 20 ms


def encoded(wave: Wave, loop: bool) -> bytes:
    """An OGG file of (n,) or (n, channels), of the least quality that is faithful."""
    for quality in QUALITIES:
        data = encode_ogg(wave, quality)
        if faithful(wave, decode_ogg(data), loop):
            break
    return data


def faithful(made: Wave, found: Wave, loop: bool) -> bool:
    made_mono, found_mono = (wave if wave.ndim == 1 else wave.mean(1) for wave in (made, found))
    smooth = not loop or seam(found_mono) < BEND
    return smooth and peak(found) < PEAK and error(made_mono, found_mono) < TOLERANCE


def third_octaves(wave: Wave) -> Wave:
    """Energy in dB of each third of an octave from 50 Hz to 16 kHz, of a mono wave."""
    power = np.abs(np.fft.rfft(wave)) ** 2
    frequency = np.fft.rfftfreq(len(wave), 1 / RATE)
    edges = 50 * 2 ** (np.arange(26) / 3)
    bands = [power[(frequency >= low) & (frequency < high)].sum() for low, high in pairwise(edges)]
    return 10 * np.log10(np.array(bands) + 1e-9)


def envelope(wave: Wave) -> Wave:
    """Level in dB of each 20 ms of a mono wave."""
    blocks = wave[: len(wave) // BLOCK * BLOCK].reshape(-1, BLOCK)
    return 20 * np.log10(np.sqrt((blocks**2).mean(1)) + 1e-6)


def error(made: Wave, found: Wave) -> float:
    """The most that a counted band or moment of two equally long mono waves differs, in dB."""
    return max(_most(third_octaves(made), third_octaves(found)), _most(envelope(made), envelope(found)))


def _most(expected: Wave, found: Wave) -> float:
    counted = expected > expected.max(initial=-np.inf) - COUNTED
    return float(np.abs(expected - found)[counted].max(initial=0.0))


def peak(wave: Wave) -> float:
    """dBFS."""
    return float(20 * np.log10(np.abs(wave).max() + 1e-9))


def seam(loop: Wave) -> float:
    """How sharply a mono loop bends where it begins again, against its sharpest usual bends."""
    across = np.abs(np.diff(np.concatenate([loop[-2:], loop[:2]]), 2)).max()
    return float(across / np.percentile(np.abs(np.diff(loop, 2)), 99.5))
