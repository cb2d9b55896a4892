"""Rooms: the night city round every effect."""

from functools import cache

import numpy as np
from scipy import signal

from sounds.bake.filters import highpass, lowpass
from sounds.bake.synthesis import Wave, clock, decibels, dice, noise, place, place_round

# Echoes off facades: seconds after the sound, level in dB.
FACADES = ((0.095, -12), (0.17, -15), (0.29, -18), (0.41, -21))
DARK = 3500.0  # Hz: air and concrete swallow what lies above
FAR = 850.0  # Hz: the same over some streets
FAR_WAYS = ((0.0, 0), (0.011, -2), (0.027, -3), (0.046, -5), (0.071, -7))  # over roofs and round corners: seconds, dB


@cache
def city(reverberation: float) -> Wave:
    """The impulse response of a street at night: facades and a dark tail of T60 `reverberation` seconds."""
    time = clock(reverberation)
    tail = noise(len(time), dice("city"), 90, DARK, -1.5)
    tail *= np.exp(-6.9 * time / reverberation) * np.clip(time / 0.02, 0, 1)
    tail /= np.sqrt((tail**2).sum())
    echoes = np.zeros(len(time))
    for second, level in FACADES:
        place(echoes, np.hanning(9) * decibels(level) * 0.667, second)
    return 0.55 * tail + lowpass(echoes, 2500, 1)


def in_city(wave: Wave, wet: float, reverberation: float) -> Wave:
    """A one-shot in the street; the tail makes it longer."""
    room = wet * signal.fftconvolve(wave, city(reverberation))
    room[: len(wave)] += wave
    return room


def loop_in_city(wave: Wave, wet: float, reverberation: float) -> Wave:
    """A loop in the street: the tail runs on round the seam."""
    response = np.zeros(len(wave))
    place_round(response, city(reverberation), 0)
    return wave + wet * np.fft.irfft(np.fft.rfft(wave) * np.fft.rfft(response), len(wave))


def from_afar(wave: Wave) -> Wave:
    """A one-shot from some streets away: its edge is gone, houses hand it on, and walls keep the ground out of it."""
    muffled = lowpass(highpass(wave, 190), FAR)
    arrivals = np.zeros(len(wave))
    for second, level in FAR_WAYS:
        place(arrivals, decibels(level) * muffled, second)
    return in_city(arrivals, 1.1, 2.2)
