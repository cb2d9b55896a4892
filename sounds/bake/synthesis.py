"""Oscillators, noise and control curves: mono float64 arrays at `RATE`, every chance of them seeded.

Two families of sound use them: one-shots, which may ring out, and loops, where every operation is periodic
in the number of samples, so that the seam is continuous by construction.
"""

import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

RATE = 44_100  # samples a second, of every file baked here
TURN = 2 * np.pi

Wave = npt.NDArray[np.float64]
Point = tuple[float, float]  # seconds, value


def dice(name: str) -> np.random.Generator:
    """The generator every chance of the sound `name` is drawn from."""
    return np.random.default_rng(zlib.crc32(name.encode()))


def decibels(level: float) -> float:
    """A level in dB as a factor of amplitude."""
    return float(10 ** (level / 20))


def samples(seconds: float) -> int:
    return round(seconds * RATE)


def clock(seconds: float) -> Wave:
    """The time of every sample, in seconds."""
    return np.arange(samples(seconds)) / RATE


# ---- control curves


def line(time: Wave, *points: Point) -> Wave:
    """Straight lines through (seconds, value) points."""
    at, values = zip(*points, strict=True)
    return np.interp(time, at, values)


def glide(time: Wave, *points: Point) -> Wave:
    """Straight lines in the logarithm: for pitch, and for levels as ratios. Values are positive."""
    at, values = zip(*points, strict=True)
    return np.exp(np.interp(time, at, np.log(values)))


def strike(time: Wave, attack: float, decay: float, at: float = 0.0) -> Wave:
    """Envelope of a blow at `at`: linear attack, then exponential decay (60 dB down after 6.9 `decay`)."""
    since = time - at
    rise = np.clip(since / max(attack, 1e-4), 0, 1)
    return np.where(since < 0, 0.0, rise * np.exp(-np.maximum(since - attack, 0) / decay))


def wander(count: int, chance: np.random.Generator, hertz: float) -> Wave:
    """A smooth random control of unit rms and bandwidth `hertz`, periodic in `count`."""
    frequencies = np.fft.rfftfreq(count, 1 / RATE)
    spectrum = chance.normal(size=frequencies.size) + 1j * chance.normal(size=frequencies.size)
    spectrum *= 1 / (1 + (frequencies / hertz) ** 4)
    spectrum[0] = 0
    curve = np.fft.irfft(spectrum, count)
    return curve / curve.std()


# ---- sources


def phase(frequency: Wave) -> Wave:
    """Cycles passed at each sample of a frequency track in Hz."""
    return np.concatenate([[0.0], np.cumsum(frequency[:-1])]) / RATE


def steady(frequency: float, count: int) -> Wave:
    return np.full(count, float(frequency))


def sine(frequency: Wave, offset: float = 0.0) -> Wave:
    """A sine that follows a frequency track; `offset` in cycles."""
    return np.sin(TURN * (phase(frequency) + offset))


def saw(frequency: Wave, offset: float = 0.0) -> Wave:
    """A PolyBLEP saw: no audible aliasing up to about 3 kHz."""
    position = (phase(frequency) + offset) % 1.0
    step = frequency / RATE
    wave = 2 * position - 1
    after, before = position < step, position > 1 - step
    ahead = position[after] / step[after]
    wave[after] -= 2 * ahead - ahead * ahead - 1
    behind = (position[before] - 1) / step[before]
    wave[before] -= behind * behind + 2 * behind + 1
    return wave


def band_gain(frequencies: Wave, low: float, high: float, order: int = 4) -> Wave:
    """Butterworth-like magnitude of a band, one value a frequency in Hz."""
    safe = np.maximum(frequencies, 1e-6)
    return 1 / np.sqrt((1 + (low / safe) ** (2 * order)) * (1 + (safe / high) ** (2 * order)))


def noise(count: int, chance: np.random.Generator, low: float = 20, high: float = 20_000, slope: float = 0) -> Wave:
    """Noise in a band, periodic in `count`, unit rms; `slope` in dB an octave (-3 pink, -6 brown)."""
    frequencies = np.fft.rfftfreq(count, 1 / RATE)
    spectrum = chance.normal(size=frequencies.size) + 1j * chance.normal(size=frequencies.size)
    spectrum *= band_gain(frequencies, low, high) * np.maximum(frequencies, 1) ** (slope / 6.02)
    wave = np.fft.irfft(spectrum, count)
    return wave / (wave.std() + 1e-12)


# ---- putting sounds together


def place(track: Wave, grain: Wave, second: float) -> None:
    """Adds `grain` to `track` from `second` on; what runs past the end is dropped."""
    start = int(second * RATE)
    length = min(len(track) - start, len(grain))
    if length > 0:
        track[start : start + length] += grain[:length]


def place_round(track: Wave, grain: Wave, second: float) -> None:
    """Adds `grain` to a loop: what runs past the end goes on at its beginning."""
    start = int(second * RATE) % len(track)
    while len(grain):
        length = min(len(track) - start, len(grain))
        track[start : start + length] += grain[:length]
        grain, start = grain[length:], 0


def fit(wave: Wave, count: int) -> Wave:
    """`wave` cut or padded with silence to `count` samples."""
    return wave[:count] if len(wave) >= count else np.pad(wave, (0, count - len(wave)))


# ---- struck bodies


def ring(
    seconds: float,
    frequencies: Sequence[float] | Wave,
    decays: Sequence[float] | Wave,
    levels: Sequence[float] | Wave,
    chance: np.random.Generator | None = None,
) -> Wave:
    """The modes of a struck body: decaying sines, at random phases where `chance` is given."""
    time = clock(seconds)
    wave = np.zeros(len(time))
    for frequency, decay, level in zip(frequencies, decays, levels, strict=True):
        if frequency < RATE * 0.45:
            start = chance.uniform(0, TURN) if chance is not None else 0.0
            wave += level * np.sin(TURN * frequency * time + start) * np.exp(-time / decay)
    return wave
