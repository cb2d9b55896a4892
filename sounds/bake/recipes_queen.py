"""The Queen's attacks and what is done to her: legs like blades, a horn that sings, wings, earth that gives way."""

import numpy as np

from sounds.bake.filters import drive, for_small_speakers, round_band, swept
from sounds.bake.materials import chitin_click, crunch, debris, slab, thump
from sounds.bake.space import in_city, loop_in_city
from sounds.bake.synthesis import (
    TURN,
    Wave,
    clock,
    glide,
    line,
    noise,
    phase,
    place,
    ring,
    samples,
    saw,
    sine,
    strike,
    wander,
)

GLASS_PARTIALS = ((1.0, 1.0), (1.414, 0.7), (2.0, 0.5), (2.83, 0.4), (4.01, 0.25))  # ratio, gain: tritones


# ---- her attacks


def leg_raise(chance: np.random.Generator, variant: int) -> Wave:
    """A foreleg goes up: joints tick faster and faster, a blade hisses along its sheath."""
    seconds = 0.72
    time = clock(seconds)
    leg = np.zeros(len(time))
    second, gap = 0.005, 0.07
    while second < seconds - 0.05:
        place(leg, 1.2 * chitin_click(chance, 0.55), second)
        second, gap = second + gap, max(0.012, gap * 0.87)
    hiss = swept(noise(len(time), chance, 400, 9000, -2), glide(time, (0, 500), (seconds, 3400)), 2.4, "band")
    leg += 0.8 * hiss * line(time, (0, 0), (0.5, 0.7), (0.66, 1), (seconds, 0))
    groan = swept(saw(glide(time, (0, 90), (seconds, 190)) * (1 + 0.1 * wander(len(time), chance, 40))), 900, 2, "band")
    return in_city(leg + 0.5 * groan * line(time, (0, 0), (0.2, 1), (seconds, 0)), 0.2, 1.0)


def leg_strike(chance: np.random.Generator, variant: int) -> Wave:
    """It comes down through the street."""
    seconds = 1.1
    time = clock(seconds)
    rush = swept(noise(len(time), chance, 200, 12_000, -2), glide(time, (0, 2800), (0.12, 600), (seconds, 200)), 1.4)
    blow = rush * strike(time, 0.004, 0.07) + 0.9 * thump(seconds, 150 + 20 * variant, 44, 0.04, 0.14, chance, 0.6)
    place(blow, 1.8 * slab(0.8, chance, 200 + 20 * variant, 9, 0.09), 0.03)
    blow += 0.5 * debris(seconds, chance, 260, 700, 5200, 0.2)
    return in_city(for_small_speakers(drive(blow, 1.5), -11, 1.0), 0.22, 1.1)


def horn_charge(chance: np.random.Generator, variant: int) -> Wave:
    """Tritones that climb and flutter: as long as her warning lasts."""
    seconds = 1.3
    time = clock(seconds)
    pitch = glide(time, (0, 220), (seconds, 1245))
    song = np.zeros(len(time))
    for ratio, gain in GLASS_PARTIALS:
        song += gain * sine(pitch * ratio)
    song *= 0.6 + 0.4 * np.sin(TURN * phase(glide(time, (0, 5), (seconds, 32))))
    song += 0.3 * swept(noise(len(time), chance, 800, 14_000), pitch * 3, 5, "band")
    end = np.clip((seconds - time) / 0.01, 0, 1)
    return in_city(song * glide(time, (0, 0.05), (seconds, 1)) * end, 0.2, 0.8)


def horn_beam(chance: np.random.Generator, variant: int) -> Wave:
    """The beam: frequency-modulated tritones chopped forty times a second over a burning hiss."""
    seconds = 1.15
    time = clock(seconds)
    beam = np.zeros(len(time))
    for pitch, gain in ((311, 1.0), (622, 0.7), (1245, 0.5), (1867, 0.3)):
        bend = 1.7 * np.sin(TURN * pitch * 1.414 * time)
        beam += gain * np.sin(TURN * pitch * time + bend + chance.uniform(0, TURN))
    beam *= 1 + 0.35 * np.sign(np.sin(TURN * 40 * time))
    beam += 0.5 * noise(len(time), chance, 1500, 14_000) + 0.6 * np.sin(TURN * 52 * time)
    beam *= line(time, (0, 0), (0.01, 1), (0.85, 0.9), (0.95, 0.2), (seconds, 0))
    place(beam, 1.4 * noise(samples(0.2), chance, 300, 14_000) * strike(clock(0.2), 0.0005, 0.02), 0)
    return in_city(drive(beam * 0.5, 1.6), 0.25, 1.2)


def crest_opens(chance: np.random.Generator, variant: int) -> Wave:
    """Blades of the crest spread one after another, and a field stands between them."""
    seconds = 2.0
    time = clock(seconds)
    field = np.zeros(len(time))
    for number in range(7):
        pitch = 880 * 2 ** (number / 7)
        blade = ring(0.6, [pitch, pitch * 2.76, pitch * 5.4], [0.22, 0.1, 0.05], [1, 0.5, 0.25], chance)
        place(field, 0.45 * blade, 0.035 * number)
    for pitch, gain in ((415, 0.5), (587, 0.4), (831, 0.3)):
        shiver = 1 + 0.35 * np.sin(TURN * chance.uniform(6, 8) * time)
        field += gain * np.sin(TURN * pitch * time + 1.2 * np.sin(TURN * 0.4 * time)) * shiver * 0.6
    return in_city(field * line(time, (0, 0.4), (0.25, 1), (1.5, 0.5), (seconds, 0)), 0.3, 1.5)


def deflect(chance: np.random.Generator, variant: int) -> Wave:
    """A fireball turned away: struck plate glass, and fire torn off sideways."""
    seconds = 1.1
    time = clock(seconds)
    plate = ring(
        seconds,
        np.array([540, 1130, 1870, 2960, 4310]) * (1 + 0.06 * variant),
        [0.24, 0.2, 0.16, 0.11, 0.07],
        [0.6, 1, 0.8, 0.6, 0.4],
        chance,
    )
    torn = swept(noise(len(time), chance, 200, 12_000, -2), glide(time, (0, 900), (0.25, 5200), (seconds, 900)), 1.2)
    spark = noise(len(time), chance, 600, 14_000) * strike(time, 0.0005, 0.02)
    return in_city(drive(plate + 0.7 * torn * strike(time, 0.01, 0.18) + spark, 1.4), 0.25, 1.2)


def whips_wind(chance: np.random.Generator, variant: int) -> Wave:
    """Three strands of light uncoil from the stump, each with its own waver."""
    seconds = 0.68
    time = clock(seconds)
    strands = np.zeros(len(time))
    for number, pitch in enumerate((260, 368, 520)):
        waver = 1 + 0.08 * np.sin(TURN * (7 + 3 * number) * time)
        track = glide(time, (0, pitch), (seconds, pitch * 3.2)) * waver
        strands += np.sin(TURN * phase(track) + 2.4 * sine(track * 1.414))
    air = swept(noise(len(time), chance, 600, 12_000, -1), glide(time, (0, 900), (seconds, 6000)), 2.0, "band")
    return in_city((strands * 0.5 + 0.5 * air) * glide(time, (0, 0.12), (seconds, 1)), 0.2, 0.8)


def whip(chance: np.random.Generator, variant: int) -> Wave:
    """Four gestures, not four pitches: a crack, a double lash, a heavy sweep, a stutter of five."""
    seconds = (0.55, 0.85, 1.05, 0.8)[variant]
    time = clock(seconds)
    pitch, level, tips = _whip_gesture(time, seconds, variant)
    ratio, depth = ((2.76, 3.2), (1.414, 2.2), (3.5, 4.0), (2.01, 2.6))[variant]
    light = (saw(pitch) * 0.45 + np.sin(TURN * phase(pitch) + depth * sine(pitch * ratio))) * level
    lash = swept(light, np.clip(pitch * (3.2, 2.6, 5.0, 2.8)[variant], 400, 12_000), 1.6)
    torn = swept(noise(len(time), chance, 500, 14_000, -2), np.clip(pitch * 1.6, 300, 9000), 2.2, "band")
    lash += 0.5 * torn * level
    for second in tips:
        lash += 1.5 * noise(len(time), chance, 1800, 15_000) * strike(time, 0.0004, 0.008, second)
        lash += 0.5 * noise(len(time), chance, 300, 2500, -2) * strike(time, 0.001, 0.03, second)
    return in_city(drive(lash, 1.5), 0.2, 0.9)


def _whip_gesture(time: Wave, seconds: float, variant: int) -> tuple[Wave, Wave, tuple[float, ...]]:
    """Pitch, loudness, and the seconds at which the tip cracks."""
    match variant:
        case 0:
            pitch = glide(time, (0, 500), (0.11, 3600), (0.14, 2400), (seconds, 320))
            return pitch, line(time, (0, 0), (0.10, 0.35), (0.115, 1), (0.2, 0.4), (seconds, 0)), (0.112,)
        case 1:
            pitch = glide(time, (0, 2600), (0.16, 900), (0.30, 2900), (0.36, 1700), (seconds, 260))
            level = line(time, (0, 0), (0.01, 1), (0.2, 0.25), (0.31, 1), (0.5, 0.3), (seconds, 0))
            return pitch, level, (0.008, 0.315)
        case 2:
            pitch = glide(time, (0, 240), (0.4, 880), (0.6, 700), (seconds, 150))
            swell = np.sin(np.pi * np.clip(time / seconds, 0, 1)) ** 1.4
            return pitch, swell * (1 + 0.4 * np.sin(TURN * 27 * time)), ()
        case _:
            stutter = (time * 9) % 1
            pitch = glide(time, (0, 1500), (seconds, 2600)) * (1 + 0.35 * stutter)
            level = (1 - stutter) ** 1.6 * line(time, (0, 0.7), (0.55, 1), (seconds, 0))
            return pitch, level, tuple(number / 9 for number in range(1, 6))


# ---- what is done to her


def queen_hurt(chance: np.random.Generator, variant: int) -> Wave:
    """Armour plates crack; a short cluster of glass answers from inside."""
    seconds = 0.8
    time = clock(seconds)
    pitch = glide(time, (0, (196, 175, 220)[variant]), (seconds, 104)) * (1 + 0.02 * wander(len(time), chance, 20))
    cry = saw(pitch) + 0.8 * saw(pitch * 1.414) + 0.5 * saw(pitch * 2.02)
    cry = swept(drive(cry * 0.4, 2), glide(time, (0, 1900), (seconds, 600)), 3, "band")
    hurt = 1.1 * crunch(seconds, chance) + 0.5 * thump(seconds, 190, 70, 0.02, 0.06, chance, 0.5)
    return in_city(drive(hurt + 1.2 * cry * strike(time, 0.03, 0.16, 0.02), 1.5), 0.2, 1.0)


def horn_tear(chance: np.random.Generator, variant: int) -> Wave:
    """Fibres rip, 18 a second and then 90; the root shears, and the horn rings."""
    seconds, breaks = 2.6, 1.27
    time = clock(seconds)
    tear = np.zeros(len(time))
    second = 0.02
    while second < breaks - 0.02:
        length = chance.uniform(0.004, 0.02)
        fibre = noise(samples(length * 5), chance, 250, 7000, -3) * np.exp(-clock(length * 5) / length)
        fibre += 0.6 * ring(length * 5, [chance.uniform(180, 700)], [length], [1], chance)
        place(tear, chance.uniform(0.3, 1) * (second / breaks + 0.3) * fibre, second)
        rate = float(glide(np.array([second]), (0, 18), (breaks, 90))[0])
        second += chance.uniform(0.6, 1.4) / rate
    strain = saw(glide(time, (0, 70), (breaks, 210), (seconds, 60)) * (1 + 0.12 * wander(len(time), chance, 60)))
    tear += 0.5 * swept(strain, 700, 1.2) * line(time, (0, 0.1), (breaks - 0.05, 0.7), (breaks, 0))
    left = seconds - breaks
    crack = 2.2 * noise(samples(left), chance, 150, 14_000, -1) * strike(clock(left), 0.0005, 0.03)
    bell = ring(
        left,
        [523, 831, 1377, 2090, 3140, 4480],
        [0.5, 0.42, 0.36, 0.28, 0.2, 0.14],
        [0.5, 0.5, 0.4, 0.35, 0.25, 0.2],
        chance,
    )
    for part in (crack, 1.6 * thump(left, 190, 38, 0.05, 0.25, chance, 0.6), 0.7 * bell):
        place(tear, part, breaks)
    return in_city(for_small_speakers(drive(tear * 0.7, 2), -7, 0.7), 0.3, 1.7)


def grapple_strain(chance: np.random.Generator, variant: int) -> Wave:
    """A loop: fibres under load creak and tick, muscle groans under them."""
    seconds = 3.0
    count = samples(seconds)
    turn = np.arange(count) / count
    strain = np.zeros(count)
    for _ in range(64):
        length = chance.uniform(0.004, 0.014)
        grain = noise(samples(length * 5), chance, 300, 5200, -2) * np.exp(-clock(length * 5) / length)
        start = int(chance.uniform(0, count))
        spread = (np.arange(len(grain)) + start) % count
        strain[spread] += chance.uniform(0.3, 1) * grain
    groan = np.zeros(count)
    for harmonic, gain in ((1, 1.0), (2, 0.8), (3, 0.6), (4, 0.5), (6, 0.35), (8, 0.2)):
        waver = 2.5 * harmonic * np.sin(TURN * 2 * turn) + 0.6 * harmonic * np.sin(TURN * 13 * turn)
        groan += gain * np.sin(TURN * round(62 * seconds) * harmonic * turn + waver)
    groan *= 1 + 0.4 * np.sin(TURN * 5 * turn)
    return loop_in_city(drive(strain + 0.3 * round_band(groan, 120, 1600), 1.6), 0.2, 0.8)


# ---- wings and earth


def queen_wings(chance: np.random.Generator, variant: int) -> Wave:
    """A loop: eight membranes that beat the air fourteen times a second."""
    seconds = 2.0
    count = samples(seconds)
    turn = np.arange(count) / count
    beats = round(14 * seconds)
    beat = np.clip(np.sin(TURN * beats * turn), 0, 1) ** 1.5
    air = round_band(noise(count, chance, 100, 8000, -3), 140, 5200) * (0.25 + beat)
    reed = np.zeros(count)
    for harmonic, gain in ((2, 0.5), (5, 0.7), (9, 0.6), (14, 0.4), (21, 0.25)):
        reed += gain * np.sin(TURN * beats * harmonic * turn + 1.5 * np.sin(TURN * beats * turn))
    return loop_in_city(drive(air + 0.35 * reed * (0.4 + beat), 1.4), 0.25, 1.0)


def ground_burst(chance: np.random.Generator, variant: int) -> Wave:
    """The street lifts, breaks, and rains down."""
    seconds = 3.4
    time = clock(seconds)
    burst = 0.7 * noise(len(time), chance, 60, 900, -3) * line(time, (0, 0.1), (0.3, 1), (0.6, 0.4), (seconds, 0))
    burst += 1.2 * thump(seconds, 120, 30, 0.1, 0.5, chance, 0.8)
    for number in range(9):
        place(burst, 1.1 * 0.9**number * slab(1.2, chance, chance.uniform(150, 280), 9, 0.12), 0.06 * number**1.2)
    burst += 0.8 * debris(seconds, chance, 320, 400, 5200, 0.7)
    tearing = (
        noise(len(time), chance, 250, 3200, -3) * strike(time, 0.05, 0.4) * (1 + 0.4 * wander(len(time), chance, 24))
    )
    return in_city(for_small_speakers(drive(burst + 0.8 * tearing, 1.5), -10, 0.9), 0.3, 1.8)


def burrow(chance: np.random.Generator, variant: int) -> Wave:
    """She goes down: grinding that sinks, legs that shovel, stones that close over her."""
    seconds = 2.6
    time = clock(seconds)
    count = len(time)
    down = glide(time, (0, 1600), (seconds, 260))
    grind = swept(noise(count, chance, 90, 5000, -3), down, 1.0) * (1 + 0.5 * np.sin(TURN * 9 * time))
    dig = 1.1 * grind * line(time, (0, 0), (0.15, 1), (1.8, 0.7), (seconds, 0))
    for number in range(12):
        place(dig, 0.8 * 0.93**number * slab(0.6, chance, chance.uniform(190, 330), 6, 0.06), 0.15 * number)
    dig += 0.6 * debris(seconds, chance, 200, 400, 4200, 0.9)
    return in_city(for_small_speakers(drive(dig, 1.4), -9, 0.8), 0.25, 1.4)
