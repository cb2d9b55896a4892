"""Loudness after ITU-R BS.1770, a peak limiter, and the two ways a sound is finished."""

import numpy as np
from scipy import ndimage, signal

from sounds.bake.filters import highpass, round_band
from sounds.bake.synthesis import RATE, Wave, decibels, samples

CEILING = -1.5  # dBFS: leaves the codec 0.5 dB to overshoot under the -1 dBFS the tests allow
WINDOW, HOP = 0.4, 0.1  # seconds of momentary loudness
INFRASOUND = 22.0  # Hz: nothing below moves a speaker usefully


def k_weighted(wave: Wave) -> Wave:
    """BS.1770's pre-filter, a head's shelf and a high-pass, from its analogue prototype for any `RATE`."""
    tangent, gain, q = (
        np.tan(np.pi * 1681.974450955533 / RATE),
        10 ** (3.999843853973347 / 20),
        0.7071752369554196,
    )
    bridge = gain**0.4996667741545416
    scale = 1 + tangent / q + tangent * tangent
    shelf = [
        (gain + bridge * tangent / q + tangent * tangent) / scale,
        2 * (tangent * tangent - gain) / scale,
        (gain - bridge * tangent / q + tangent * tangent) / scale,
    ]
    poles = [1, 2 * (tangent * tangent - 1) / scale, (1 - tangent / q + tangent * tangent) / scale]
    shelved = signal.lfilter(shelf, poles, wave, axis=-1)
    tangent, q = np.tan(np.pi * 38.13547087602444 / RATE), 0.5003270373238773
    scale = 1 + tangent / q + tangent * tangent
    poles = [1, 2 * (tangent * tangent - 1) / scale, (1 - tangent / q + tangent * tangent) / scale]
    return signal.lfilter([1, -2, 1], poles, shelved, axis=-1)


def momentary_loudness(wave: Wave, window: float = WINDOW, hop: float = HOP) -> Wave:
    """LUFS of each window of (n,) or (channels, n); a sound shorter than a window is padded to one."""
    channels = np.atleast_2d(wave)
    width = samples(window)
    if channels.shape[1] < width:
        channels = np.pad(channels, ((0, 0), (0, width - channels.shape[1])))
    energy = np.cumsum(np.pad((k_weighted(channels) ** 2).sum(0), (1, 0)))
    starts = np.arange(0, channels.shape[1] - width + 1, samples(hop))
    return -0.691 + 10 * np.log10((energy[starts + width] - energy[starts]) / width + 1e-12)


def loudest(wave: Wave) -> float:
    """The loudest momentary LUFS: the loudness of a one-shot."""
    return float(momentary_loudness(wave).max())


def integrated(wave: Wave) -> float:
    """Gated LUFS of a whole: the loudness of a loop or a cue. Silence gives -99."""
    loudness = momentary_loudness(wave)
    loudness = loudness[loudness > -70]
    if not len(loudness):
        return -99.0
    gated = loudness[loudness > _power_mean(loudness) - 10]
    return _power_mean(gated)


def _power_mean(levels: Wave) -> float:
    return float(10 * np.log10(np.mean(10 ** (levels / 10))))


def limited(wave: Wave, ceiling: float = CEILING, look_ahead: float = 0.003, release: float = 0.08) -> Wave:
    """Peaks held under `ceiling` dBFS: one gain for all channels, down ahead of the peak, slowly up again."""
    channels = np.atleast_2d(wave)
    needed = np.minimum(1, decibels(ceiling) / (np.abs(channels).max(0) + 1e-9))
    if needed.min() >= 1:
        return wave
    width = samples(look_ahead)
    gain = ndimage.minimum_filter1d(needed, 2 * width + 1, mode="nearest")
    rise = 1 - np.exp(-1 / (release * RATE))
    slow = signal.lfilter([rise], [1, rise - 1], gain, zi=[(1 - rise) * gain[0]])[0]
    gain = np.minimum(gain, slow)
    gain = ndimage.uniform_filter1d(ndimage.minimum_filter1d(gain, width), width, mode="nearest")
    return (channels * gain).reshape(np.shape(wave))


def trimmed(wave: Wave, floor: float = -46) -> Wave:
    """Cut where it has fallen `floor` dB below its peak, with a short fade at both ends; music covers what follows."""
    peak = np.abs(wave).max()
    last = np.nonzero(np.abs(wave) > peak * decibels(floor))[0][-1]
    wave = wave[: last + samples(0.01)].copy()
    fade = min(samples(0.08), len(wave) // 4)
    wave[-fade:] *= np.linspace(1, 0, fade) ** 2
    wave[:32] *= np.linspace(0, 1, 32)
    return wave


def finish_one_shot(wave: Wave, lufs: float) -> Wave:
    """Infrasound out, trimmed, set to its loudest momentary LUFS, peaks caught."""
    wave = trimmed(highpass(wave, INFRASOUND))
    return limited(wave * decibels(lufs - loudest(wave)))


def finish_loop(wave: Wave, lufs: float) -> Wave:
    """The same for a loop, round its seam throughout: it is limited between two copies of itself."""
    wave = round_band(wave, INFRASOUND)
    wave = wave * decibels(lufs - integrated(np.tile(wave, 2)))
    return limited(np.tile(wave, 3))[len(wave) : 2 * len(wave)]
