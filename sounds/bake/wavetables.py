"""One period of each kind of instrument, from its spectrum, at any pitch and brightness."""

from functools import cache

import numpy as np
import numpy.typing as npt

from sounds.bake.synthesis import Wave

LENGTH = 16_384  # samples of a period; read without interpolation, so long
HIGHEST = 15_000  # Hz: no harmonic above
MOST_HARMONICS = 70
Table = npt.NDArray[np.float32]


def hertz(key: float) -> float:
    """The pitch of a MIDI key."""
    return float(440 * 2 ** ((key - 69) / 12))


def _bump(pitch: Wave, centre: float, width: float) -> Wave:
    return np.exp(-(((pitch - centre) / width) ** 2))


# Each spectrum takes harmonic numbers, their pitches in Hz and a brightness from 0 to 1, and gives levels.


def _string(harmonic: Wave, pitch: Wave, bright: float) -> Wave:
    return harmonic**-1.05 / np.sqrt(1 + (pitch / (700 + 5200 * bright)) ** 3)


def _brass(harmonic: Wave, pitch: Wave, bright: float) -> Wave:
    cutoff = 1.25 * pitch[0] + 220 + 3400 * bright**1.6
    return harmonic**-0.25 / (1 + (pitch / cutoff) ** (4.2 - 1.6 * bright)) * (1 + 0.9 * _bump(pitch, 1150, 500))


def _horn(harmonic: Wave, pitch: Wave, bright: float) -> Wave:
    cutoff = 1.2 * pitch[0] + 160 + 1500 * bright**1.5
    return harmonic**-0.4 / (1 + (pitch / cutoff) ** (4.2 - 1.2 * bright)) * (1 + 1.1 * _bump(pitch, 430, 220))


def _voice(harmonic: Wave, pitch: Wave, bright: float) -> Wave:
    return harmonic ** (-1.7 + 0.75 * bright)


def _oboe(harmonic: Wave, pitch: Wave, bright: float) -> Wave:
    formants = 0.22 + 1.1 * _bump(pitch, 1250, 380) + 0.55 * _bump(pitch, 3000, 600)
    return harmonic**-0.55 * formants / (1 + (pitch / (3200 + 3000 * bright)) ** 3)


def _flute(harmonic: Wave, pitch: Wave, bright: float) -> Wave:
    levels = np.full(len(harmonic), 0.06 * bright + 0.015)
    levels[:3] = (1, 0.18 + 0.5 * bright, 0.10 + 0.22 * bright)[: len(levels)]
    return levels * harmonic**-0.35


def _clarinet(harmonic: Wave, pitch: Wave, bright: float) -> Wave:
    even = (0.03 + 0.12 * bright) * harmonic**-0.5
    return np.where(harmonic % 2 == 1, harmonic**-0.9, even) / (1 + (pitch / (1500 + 2600 * bright)) ** 3)


def _organ(harmonic: Wave, pitch: Wave, bright: float) -> Wave:
    stops = {1: 0.9, 2: 1.0, 3: 0.25, 4: 0.75, 6: 0.28, 8: 0.4, 12: 0.12, 16: 0.16}
    levels = np.array([stops.get(int(number), 0.012) for number in harmonic])
    return levels / (1 + (pitch / (1500 + 4500 * bright)) ** 2)


SPECTRA = {
    "string": _string,
    "brass": _brass,
    "horn": _horn,
    "voice": _voice,
    "oboe": _oboe,
    "flute": _flute,
    "clarinet": _clarinet,
    "organ": _organ,
}


@cache
def table(spectrum: str, key: int, brightness: float) -> Table:
    """One period of unit rms for notes up to `key`. Dispersed phases keep its peak, and the buzz, low."""
    fundamental = hertz(key)
    harmonic = np.arange(1, max(1, min(MOST_HARMONICS, int(HIGHEST / fundamental))) + 1)
    lines = np.zeros(LENGTH // 2 + 1, complex)
    levels = SPECTRA[spectrum](harmonic.astype(float), harmonic * fundamental, brightness)
    lines[harmonic] = levels * np.exp(-1j * (np.pi / 2 + 0.18 * (harmonic - 1) ** 1.3))
    period = np.fft.irfft(lines, LENGTH)
    return (period / period.std()).astype(np.float32)
