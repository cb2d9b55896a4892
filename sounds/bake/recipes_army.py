"""Helicopters and their guns."""

import numpy as np

from sounds.bake.filters import drive, for_small_speakers, swept
from sounds.bake.materials import debris, thump
from sounds.bake.recipes_explosions import powder_blast
from sounds.bake.space import in_city
from sounds.bake.synthesis import (
    TURN,
    Wave,
    clock,
    glide,
    line,
    noise,
    place,
    place_round,
    ring,
    samples,
    sine,
    strike,
    wander,
)

BLADE_BEATS = 11  # a second: two blades at 330 turns a minute


def _blade(chance: np.random.Generator) -> Wave:
    time = clock(0.09)
    slap = np.sin(TURN * (95 * time - 250 * time**2)) * strike(time, 0.004, 0.022)
    return slap + 0.7 * noise(len(time), chance, 250, 3500, -3) * strike(time, 0.006, 0.02)


def helicopter_loop(chance: np.random.Generator, variant: int) -> Wave:
    """Main rotor at `BLADE_BEATS`, tail rotor at 58 Hz, a turbine at 2.1 kHz; 2 s hold whole beats of all."""
    seconds = 2.0
    time = clock(seconds)
    beats = int(BLADE_BEATS * seconds)
    flight = np.zeros(len(time))
    for beat in range(beats):
        place_round(flight, _blade(chance) * chance.uniform(0.9, 1.05), beat * seconds / beats)
    for harmonic in range(1, 7):
        flight += 0.12 * np.sin(TURN * 58 * harmonic * time) / harmonic
    flight += 0.03 * np.sin(TURN * 2100 * time + 2 * np.sin(TURN * 3 * time))
    return flight + 0.12 * noise(len(time), chance, 150, 5000, -3)


def helicopter_gun(chance: np.random.Generator, variant: int) -> Wave:
    """A burst of a three-barrelled 20 mm cannon: about 11 rounds a second, the facades answering each."""
    rounds = (6, 8)[variant]
    burst = np.zeros(samples(rounds / 11 + 0.5))
    for index in range(rounds):
        time = clock(0.16)
        shot = 1.6 * noise(len(time), chance, 350, 9000, -2) * strike(time, 0.0006, 0.016)
        shot += 0.55 * thump(0.16, 340 + 25 * variant, 150, 0.012, 0.03, chance, 0.6)
        shot += 0.25 * ring(0.16, [1370, 2240, 3480], [0.02, 0.015, 0.01], [1, 0.7, 0.4], chance)
        place(burst, shot * chance.uniform(0.85, 1), index / 11 + chance.normal() * 0.002 + 0.004)
    return in_city(for_small_speakers(drive(burst, 1.6), -9, 0.9, 180), 0.24, 1.2)


def helicopter_crash(chance: np.random.Generator, variant: int) -> Wave:
    """Rotor out of balance and sinking, the impact, a blade that flies off, fire."""
    seconds, impact = 3.2, 0.9
    time = clock(seconds)
    crash = np.zeros(len(time))
    second = 0.0
    while second < impact:
        place(crash, 0.8 * _blade(chance) * (0.5 + 0.5 * second / impact), second)
        second += 1 / np.interp(second, (0, impact), (13, 7)) * chance.uniform(0.9, 1.1)
    whine = glide(time, (0, 1900), (impact, 700), (seconds, 500))
    crash += 0.12 * sine(whine * (1 + 0.02 * wander(len(time), chance, 18))) * (time < impact)
    place(crash, 1.4 * powder_blast(chance, 1.8, (150, 42), 0.24, 1.0, 0.4, 0.6, 0.1), impact)
    metal = ring(
        1.2,
        [287, 463, 741, 1133, 1787, 2741],
        [0.3, 0.26, 0.2, 0.16, 0.1, 0.07],
        [1, 0.9, 0.8, 0.6, 0.5, 0.3],
        chance,
    )
    place(crash, 0.35 * metal, impact + 0.02)
    place(crash, 0.7 * debris(1.6, chance, 120, 700, 5200, 0.4), impact + 0.1)
    blade_time = clock(0.9)
    spin = 0.5 + 0.5 * np.sin(TURN * np.cumsum(glide(blade_time, (0, 17), (0.9, 9))) / 44_100)
    blade = swept(noise(len(blade_time), chance, 300, 8000, -2), 900 + 900 * spin, 2, "band")
    place(crash, 0.5 * blade * spin * line(blade_time, (0, 1), (0.9, 0)), impact + 0.15)
    return in_city(for_small_speakers(drive(crash, 1.3), -11, 1.0), 0.28, 1.6)
