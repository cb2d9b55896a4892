"""Filters, drive, and the treatment that keeps weight audible in small speakers."""

from collections.abc import Sequence

import numpy as np
from scipy import signal

from sounds.bake.synthesis import RATE, TURN, Wave, band_gain, decibels, samples

COEFFICIENT_BLOCK = 64  # samples between two coefficient sets of a swept filter: 1.5 ms, finer than any sweep here


def lowpass(wave: Wave, cutoff: float, order: int = 2) -> Wave:
    return signal.sosfilt(signal.butter(order, min(cutoff, RATE * 0.45), output="sos", fs=RATE), wave)


def highpass(wave: Wave, cutoff: float, order: int = 2) -> Wave:
    return signal.sosfilt(signal.butter(order, cutoff, "high", output="sos", fs=RATE), wave)


def round_band(wave: Wave, low: float = 1, high: float = 30_000, order: int = 2) -> Wave:
    """A zero-phase band filter that wraps round: for loops."""
    frequencies = np.fft.rfftfreq(len(wave), 1 / RATE)
    return np.fft.irfft(np.fft.rfft(wave) * band_gain(frequencies, low, high, order), len(wave))


def round_resonators(wave: Wave, peaks: Sequence[tuple[float, float, float]]) -> Wave:
    """A bank of resonators (Hz, q, gain) that wraps round: for loops."""
    frequencies = np.fft.rfftfreq(len(wave), 1 / RATE) + 1e-6
    response = sum(gain / (1 + 1j * q * (frequencies / centre - centre / frequencies)) for centre, q, gain in peaks)
    return np.fft.irfft(np.fft.rfft(wave) * response, len(wave))


def swept(wave: Wave, cutoff: Wave | float, q: Wave | float = 0.7, kind: str = "low") -> Wave:
    """A resonant filter ("low", "high", "band"), cutoff in Hz and q may move; Bristow-Johnson's cookbook."""
    block = len(wave) if np.ndim(cutoff) == 0 and np.ndim(q) == 0 else COEFFICIENT_BLOCK
    cutoffs, qs = np.broadcast_to(cutoff, wave.shape), np.broadcast_to(q, wave.shape)
    result, state = np.empty_like(wave), np.zeros(2)
    for start in range(0, len(wave), block):
        angle = TURN * min(max(cutoffs[start], 15), RATE * 0.45) / RATE
        cosine, width = np.cos(angle), np.sin(angle) / (2 * qs[start])
        numerator = {
            "low": ((1 - cosine) / 2, 1 - cosine, (1 - cosine) / 2),
            "high": ((1 + cosine) / 2, -1 - cosine, (1 + cosine) / 2),
            "band": (width, 0, -width),
        }[kind]
        result[start : start + block], state = signal.lfilter(
            np.array(numerator) / (1 + width),
            [1, -2 * cosine / (1 + width), (1 - width) / (1 + width)],
            wave[start : start + block],
            zi=state,
        )
    return result


def formants(wave: Wave, tracks: Sequence[tuple[Wave | float, float, float]]) -> Wave:
    """The sum of band filters (Hz, q, gain): the resonances of a throat."""
    total = np.zeros_like(wave)
    for centre, q, gain in tracks:
        total += gain * swept(wave, centre, q, "band")
    return total


def comb(wave: Wave, delay: float, feedback: float) -> Wave:
    """A feedback comb, `delay` in seconds: a metal tube."""
    denominator = np.zeros(samples(delay) + 1)
    denominator[0], denominator[-1] = 1, -feedback
    return signal.lfilter([1], denominator, wave)


def drive(wave: Wave, amount: float) -> Wave:
    """Soft clipping that keeps full scale at full scale."""
    return np.tanh(amount * wave) / np.tanh(amount)


def for_small_speakers(wave: Wave, low: float = -8, harmonics: float = 1.0, split: float = 130) -> Wave:
    """Turns what lies under `split` Hz by `low` dB and adds its odd harmonics at 210 to 1,200 Hz.

    The ear hears the missing fundamental in them. They follow the low end and die away with it.
    """
    bass = lowpass(wave, split)
    envelope = np.sqrt(np.maximum(lowpass(bass * bass, 15, 1), 1e-9))
    overtones = highpass(lowpass(drive(bass / (2 * envelope), 4) * envelope, 1200, 1), 210, 3) * harmonics * 3
    return wave - bass + bass * decibels(low) + overtones
