"""The grid: hum, crackle, surges, breakers, wires that break. East Japan runs at 50 Hz."""

import numpy as np
from scipy import ndimage

from sounds.bake.filters import drive, for_small_speakers, swept
from sounds.bake.materials import spark, thump
from sounds.bake.space import in_city, loop_in_city
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
    saw,
    sine,
    steady,
    strike,
    wander,
)

MAINS = 50  # Hz
HALF_CYCLE = 1 / (2 * MAINS)  # seconds: arcs strike at both peaks of the voltage
# Level of each frequency of a transformer's hum: iron grows twice a cycle, so 100 Hz and its multiples lead.
HUM = {
    50: 0.25,
    100: 0.7,
    150: 0.15,
    200: 0.8,
    300: 0.7,
    400: 0.6,
    500: 0.25,
    600: 0.45,
    700: 0.1,
    800: 0.2,
    1000: 0.1,
    1200: 0.08,
}


def wire_hum(chance: np.random.Generator, variant: int) -> Wave:
    """A live line overhead: the hum, and corona fired near each peak. 4 s hold whole cycles of everything."""
    time = clock(4.0)
    hum = np.zeros(len(time))
    for frequency, level in HUM.items():
        hum += level * np.sin(TURN * frequency * time + chance.uniform(0, TURN))
    hum *= 1 + 0.06 * np.sin(TURN * time * 0.5) + 0.03 * wander(len(time), chance, 3)
    firing = np.clip(np.abs(np.sin(TURN * MAINS * time)) - 0.72, 0, 1) * 3.5
    corona = noise(len(time), chance, 2200, 12_000) * firing * np.clip(0.55 + 0.3 * wander(len(time), chance, 2), 0, 2)
    return hum + 0.35 * corona


def wire_crackle(chance: np.random.Generator, variant: int) -> Wave:
    """A line near its limit: insulators spit on the half cycles, in gusts. The mixer raises it with heat."""
    seconds = 4.0
    count = samples(seconds)
    track = np.zeros(count)
    gusts = wander(count, chance, 1.3)
    for cycle in range(int(seconds / HALF_CYCLE)):
        second = (cycle + chance.normal() * 0.06) * HALF_CYCLE
        if chance.random() < 0.10 + 0.25 * max(0.0, gusts[int(cycle * HALF_CYCLE * (count / seconds)) % count]):
            place_round(
                track,
                min(6.0, chance.pareto(1.8)) * spark(chance, chance.uniform(0.0012, 0.006)),
                max(0.0, second),
            )
    frying = (
        noise(count, chance, 2500, 9000, -1) * np.abs(np.sin(TURN * MAINS * np.arange(count) * seconds / count)) ** 6
    )
    return loop_in_city(drive((track + 0.14 * frying) * 0.4, 2), 0.12, 0.6)


def spark_burst(chance: np.random.Generator, variant: int) -> Wave:
    """A third of a second of sparks, for one soldier or one insulator."""
    track = np.zeros(samples(0.45))
    second = 0.002
    while second < 0.32:
        place(track, chance.pareto(1.8) * spark(chance, chance.uniform(0.0015, 0.006)), second)
        second += chance.choice((1, 1, 2, 3)) * HALF_CYCLE * chance.uniform(0.9, 1.1)
    return in_city(drive(track * 0.4, 2), 0.1, 0.5)


def surge(chance: np.random.Generator, variant: int) -> Wave:
    """A whole circuit arcs for half a second: the strike, a wall of 100 Hz, torn arcs, the ground below."""
    seconds = 1.8
    time = clock(seconds)
    count = len(time)
    buzz = saw(steady(100.0, count)) + 0.8 * saw(steady(100.7, count)) + 0.5 * saw(steady(200.3, count))
    buzz = drive(buzz * (1 + 0.5 * wander(count, chance, 35)), 2.5)
    buzz = swept(buzz, glide(time, (0, 900), (0.12, 6200), (seconds, 500)), 1.4)
    struck = (np.abs(np.sin(TURN * MAINS * time)) > 0.45) * (wander(count, chance, 30) > -0.7)
    arcs = noise(count, chance, 700, 15_000, -0.5) * ndimage.uniform_filter1d(struck.astype(float), 60)
    level = line(time, (0, 0), (0.008, 1), (0.25, 0.7), (0.6, 0.55), (1.1, 0.2), (seconds, 0))
    surging = (0.5 * buzz + 0.7 * arcs * (1 + 0.3 * wander(count, chance, 14))) * level
    surging += 1.2 * noise(count, chance, 300, 14_000) * strike(time, 0.0005, 0.012)
    surging += 0.8 * thump(seconds, 190, 50, 0.03, 0.1, chance, 0.2)
    return in_city(drive(surging * 0.6, 1.6), 0.25, 1.3)


def clack(chance: np.random.Generator, pitch: float) -> Wave:
    """A contact the size of a door closing: steel modes, a tick, a knock in the cabinet."""
    time = clock(0.5)
    steel = ring(
        0.5,
        np.array([310, 720, 1180, 1930, 3050]) * pitch,
        [0.07, 0.05, 0.04, 0.03, 0.02],
        [1, 0.9, 0.7, 0.6, 0.5],
        chance,
    )
    tick = 1.2 * noise(len(time), chance, 500, 9000) * strike(time, 0.0005, 0.006)
    return for_small_speakers(steel + 0.8 * tick + 0.8 * thump(0.5, 190, 80, 0.02, 0.06, chance, 0.3), -6, 0.6)


def breaker_trip(chance: np.random.Generator, variant: int) -> Wave:
    """The spring, the contact 45 ms later, the hum dying away, relays chattering."""
    seconds = 1.6
    time = clock(seconds)
    trip = np.zeros(len(time))
    for second, level, pitch in ((0, 1, 1), (0.045, 0.8, 0.83), (0.19, 0.2, 1.4), (0.225, 0.15, 1.45)):
        place(trip, level * clack(chance, pitch), second)
    dying = glide(time, (0, 100), (0.05, 100), (seconds, 31))
    trip += (
        0.6
        * (0.6 * sine(dying) + 0.8 * sine(2 * dying) + 0.6 * sine(4 * dying) + 0.3 * saw(dying))
        * np.exp(-time / 0.4)
    )
    return in_city(drive(trip * 0.5, 1.8), 0.3, 1.5)


def switch_on(chance: np.random.Generator, variant: int) -> Wave:
    """The contact, then the line wakes: hum swelling out of the inrush, a spark at the insulators."""
    seconds = 1.2
    time = clock(seconds)
    switched = np.zeros(len(time))
    place(switched, clack(chance, 1.12), 0)
    place(switched, 0.35 * clack(chance, 1.5), 0.032)
    inrush = line(time, (0, 0), (0.03, 0), (0.08, 1), (0.5, 0.45), (seconds, 0))
    for harmonic, level in ((1, 0.5), (2, 0.8), (3, 0.6), (4, 0.4), (6, 0.35), (8, 0.2)):
        switched += 0.55 * level * inrush * np.sin(TURN * 2 * MAINS * harmonic * time)
    for second in (0.035, 0.055, 0.085, 0.125):
        place(switched, 0.5 * spark(chance, 0.004), second)
    return in_city(drive(switched * 0.6, 1.8), 0.2, 1.0)


def switch_off(chance: np.random.Generator, variant: int) -> Wave:
    """The contact opens and the hum sinks out of hearing."""
    seconds = 0.8
    time = clock(seconds)
    switched = np.zeros(len(time))
    place(switched, clack(chance, 0.92), 0)
    dying = glide(time, (0, 100), (0.06, 92), (seconds, 38))
    switched += (
        0.4
        * (0.4 * sine(dying) + sine(2 * dying) + sine(3 * dying) + 0.8 * sine(4 * dying) + 0.5 * sine(6 * dying))
        * np.exp(-time / 0.2)
    )
    return in_city(drive(switched * 0.6, 1.8), 0.2, 0.9)


def switch_refused(chance: np.random.Generator, variant: int) -> Wave:
    """The relay will not hold: two dry clicks and the panel's buzzer."""
    seconds = 0.5
    time = clock(seconds)
    refused = np.zeros(len(time))
    for second in (0, 0.07):
        place(refused, 0.4 * clack(chance, 1.7), second)
    buzzer = saw(steady(150.0, len(time))) + saw(steady(151.3, len(time)))
    buzzing = line(time, (0, 0), (0.10, 0), (0.11, 1), (0.19, 1), (0.20, 0), (0.25, 0), (0.26, 1), (0.38, 1), (0.40, 0))
    return in_city(refused + 0.5 * swept(buzzer, 1300, 1.2) * buzzing, 0.1, 0.5)


def wire_snap(chance: np.random.Generator, variant: int) -> Wave:
    """High notes run faster along a wire than low ones: it goes pew. Then the end whips the street."""
    seconds = 1.3
    time = clock(seconds)
    pitch = glide(time, (0, 2600), (0.06, 900), (0.4, 240), (seconds, 120))
    snap = np.zeros(len(time))
    for ratio, level in ((1, 1), (1.52, 0.5), (2.41, 0.35)):
        snap += level * sine(pitch * ratio) * strike(time, 0.001, 0.16)
    snap += 1.3 * noise(len(time), chance, 800, 14_000) * strike(time, 0.0005, 0.015)
    for second in (0.34, 0.41, 0.56):
        place(snap, 0.5 * spark(chance, 0.006), second)
    place(snap, 0.5 * thump(0.5, 240, 110, 0.02, 0.05, chance, 0.8), 0.34)
    return in_city(snap, 0.35, 1.4)


def overload_alarm(chance: np.random.Generator, variant: int) -> Wave:
    """Substation panel: four pips of a piezo, a third apart, over the groaning core."""
    seconds = 0.95
    time = clock(seconds)
    alarm = np.zeros(len(time))
    pip_time = clock(0.12)
    shape = line(pip_time, (0, 0), (0.004, 1), (0.10, 1), (0.12, 0))
    for index in range(4):
        pitch = (1480, 1175)[index % 2]
        pip = np.sin(TURN * pitch * pip_time) + 0.35 * np.sin(TURN * 3 * pitch * pip_time)
        place(alarm, pip * shape, 0.17 * index)
    groan = sum(
        level * np.sin(TURN * frequency * time) for frequency, level in ((100, 1), (200, 0.9), (300, 0.8), (400, 0.5))
    )
    return in_city(alarm + 0.35 * groan * line(time, (0, 0), (0.05, 1), (0.6, 1), (seconds, 0)), 0.15, 0.8)
