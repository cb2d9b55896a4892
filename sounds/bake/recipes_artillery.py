"""The army's heavy arms: missiles, tank guns, a jet that passes."""

import numpy as np

from sounds.bake.filters import drive, for_small_speakers, highpass, swept
from sounds.bake.materials import slab, thump
from sounds.bake.recipes_explosions import powder_blast
from sounds.bake.space import in_city
from sounds.bake.synthesis import Wave, clock, glide, line, noise, place, samples, sine, strike, wander

JET_SPEED, JET_MISSES_BY = 210.0, 120.0  # m/s, m


def missile(chance: np.random.Generator, variant: int) -> Wave:
    """Ignition, then a motor that goes away: turbulence, a rough screech, skewed shocks."""
    seconds = 1.9
    time = clock(seconds)
    count = len(time)
    distance = 1 + np.maximum(time - 0.08, 0) ** 1.6 * (9, 6.5, 12)[variant]
    doppler = glide(time, (0, 1.12), (0.35, 1.0), (seconds, 0.62))
    jet = swept(noise(count, chance, 60, 14_000, -1), np.clip(3600 * doppler / distance**0.45, 250, 9000), 0.7)
    jet += 0.7 * swept(noise(count, chance, 80, 9000, -2), np.clip(520 * doppler, 100, 2000), 1.6, "band")
    pitch = (1180, 980, 1420)[variant] * doppler * (1 + 0.006 * wander(count, chance, 35))
    screech = (sine(pitch) + 0.5 * sine(2 * pitch) + 0.25 * sine(3 * pitch)) * (0.55 + 0.45 * wander(count, chance, 60))
    shocks = np.zeros(count)
    for second in np.sort(chance.uniform(0.03, seconds - 0.05, 170)):
        steep_then_slow = np.linspace(1, -0.35, samples(chance.uniform(0.0015, 0.005)))
        place(shocks, chance.pareto(2.2) * steep_then_slow, second)
    shocks = highpass(np.clip(shocks, -2.5, 2.5), 250, 1)
    level = line(time, (0, 0), (0.03, 0.3), (0.09, 1), (seconds - 0.25, 0.8), (seconds, 0)) / distance**0.75
    flight = (jet + 0.35 * screech + 0.55 * shocks) * level
    flight += 0.45 * thump(seconds, 210, 75, 0.02, 0.06, chance, 0.7) + 0.4 * slab(seconds, chance, 300, 5, 0.03)
    flight += 1.1 * noise(count, chance, 250, 7000, -2) * strike(time, 0.0006, 0.018)
    return in_city(drive(flight, 1.3), 0.2, 1.1)


def tank_gun(chance: np.random.Generator, variant: int) -> Wave:
    """A short, hard report, and the street that answers."""
    report = powder_blast(chance, 0.8, (240, 85 + 10 * variant), 0.06, 1.2, 0.1, 0.1, 0.3)
    time = clock(0.5)
    breech = 0.25 * noise(len(time), chance, 500, 4000, -2) * strike(time, 0.001, 0.02, 0.31)
    place(report, breech, 0)
    return for_small_speakers(report, -6, 0.6, 180)


def jet_flyby(chance: np.random.Generator, variant: int) -> Wave:
    """A fighter at 210 m/s, 120 m off: the whine comes, the roar goes."""
    seconds, passes = 3.6, 1.3
    time = clock(seconds)
    count = len(time)
    along = (time - passes) * JET_SPEED / JET_MISSES_BY
    distance = np.sqrt(1 + along * along)
    doppler = 1 / (1 + 0.6 * along / distance)
    air = noise(count, chance, 40, 12_000, -3)
    jet = 1.4 * swept(air, 900 * doppler * 2.4 / distance**0.5, 0.8) + 0.5 * swept(air, 2300 * doppler, 3, "band")
    jet += 0.1 * (sine(1150 * doppler) + 0.6 * sine(1730 * doppler)) * np.clip(1 - along, 0.1, 1.5)
    jet += 0.8 * noise(count, chance, 60, 400, -3) * np.clip(along + 0.3, 0, 2)
    ends = np.clip((seconds - time) / 0.5, 0, 1) * np.clip(time / 0.2, 0, 1)
    return in_city(for_small_speakers(jet / distance**1.6 * ends, -6, 0.7), 0.25, 1.6)
