"""How unlike two sounds are to an ear: the mean distance of their mel spectra, moment by moment."""

from collections.abc import Iterator

import numpy as np

from sounds.bake.synthesis import RATE, Wave

WINDOW, HOP = 2048, 882  # frames: 46 ms, every 20 ms
LOWEST, HIGHEST, BANDS = 60.0, 12_000.0, 48  # Hz, Hz
FLOOR = -50.0  # dB under a sound's own loudest band and moment: what lies under it is not heard


def unlikeness(first: Wave, second: Wave) -> float:
    """dB, over all moments at which either mono wave is heard; 0 for equal ones."""
    count = max(len(first), len(second))
    one, other = (_mel_spectrum(np.pad(wave, (0, count - len(wave)))) for wave in (first, second))
    heard = (np.maximum(one, other) > FLOOR + 1).any(1)
    return float(np.abs(one - other)[heard].mean())


def _mel_spectrum(wave: Wave) -> Wave:
    """dB, (moments, bands), 0 at the loudest, nothing under `FLOOR`."""
    levels = 10 * np.log10(np.array(list(_spectra(np.pad(wave, (0, WINDOW))))) @ _bank().T + 1e-12)
    return np.maximum(levels - levels.max(), FLOOR)


def _spectra(wave: Wave) -> Iterator[Wave]:
    for start in range(0, len(wave) - WINDOW, HOP):
        yield np.abs(np.fft.rfft(wave[start : start + WINDOW] * np.hanning(WINDOW))) ** 2


def _bank() -> Wave:
    """Triangles, (bands, bins), evenly spaced in mel."""
    lowest, highest = (2595 * np.log10(1 + hertz / 700) for hertz in (LOWEST, HIGHEST))
    edges = 700 * (10 ** (np.linspace(lowest, highest, BANDS + 2) / 2595) - 1)
    frequency = np.fft.rfftfreq(WINDOW, 1 / RATE)
    rising = (frequency - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - frequency) / (edges[2:] - edges[1:-1])[:, None]
    return np.maximum(0, np.minimum(rising, falling))
