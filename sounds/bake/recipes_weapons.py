"""What Gamera weighs and what he does: feet, claws, shell, jets, plasma."""

import numpy as np

from sounds.bake.filters import (
    drive,
    for_small_speakers,
    round_band,
    round_resonators,
    swept,
)
from sounds.bake.materials import crunch, debris, loose_panes, slab, thump
from sounds.bake.recipes_voices import gamera_grunt
from sounds.bake.space import in_city
from sounds.bake.synthesis import (
    TURN,
    Wave,
    clock,
    glide,
    line,
    noise,
    place,
    ring,
    samples,
    saw,
    strike,
    wander,
)

# ---- weight


def footfall(chance: np.random.Generator, variant: int) -> Wave:
    """Heel, then toes 85 ms later, on a cracked street."""
    seconds = 1.3
    time = clock(seconds)
    step = 0.75 * thump(seconds, 95 + 7 * variant, 36 + 2 * variant, 0.045, 0.15, chance)
    step += 1.5 * slab(seconds, chance, 185 + 18 * variant, 9, 0.10)
    step += 0.35 * noise(len(time), chance, 200, 1400, -2) * strike(time, 0.010, 0.07)
    step += 0.35 * debris(seconds, chance, 120, 700, 4200, 0.18)
    step += 0.09 * loose_panes(seconds, chance, 5, 0.3)
    place(step, 0.7 * slab(0.5, chance, 260, 6, 0.06), 0.085 + 0.01 * variant)
    return in_city(for_small_speakers(step, -11, 1.1), 0.18, 0.9)


def landing(chance: np.random.Generator, variant: int) -> Wave:
    """A hundred tons from the sky: the blow, slabs settling after it, ground roll, dust, windows."""
    seconds = 2.8
    time = clock(seconds)
    blow = 0.95 * thump(seconds, 130 - 8 * variant, 29, 0.07, 0.36, chance, 0.8)
    blow += 2.1 * slab(seconds, chance, 165 + 12 * variant, 14, 0.18)
    for index in range(5):
        settling = 0.9 * 0.8**index * slab(0.9, chance, chance.uniform(170, 320), 7, 0.09)
        place(blow, settling, 0.05 + 0.09 * index * chance.uniform(0.7, 1.4))
    roll = 0.45 * noise(len(time), chance, 160, 1500, -2) * strike(time, 0.015, 0.22)
    blow += roll * (1 + 0.35 * wander(len(time), chance, 22))
    blow += 0.35 * noise(len(time), chance, 50, 400, -4) * strike(time, 0.03, 0.35)
    blow += 0.5 * debris(seconds, chance, 260, 500, 5200, 0.5)
    blow += 0.14 * noise(len(time), chance, 2500, 8000, -2) * strike(time, 0.03, 0.25)
    blow += 0.12 * loose_panes(seconds, chance, 18, 0.7)
    return in_city(for_small_speakers(drive(blow, 1.2), -12.5, 1.1), 0.3, 1.8)


def knocked_down(chance: np.random.Generator, variant: int) -> Wave:
    """Shell on asphalt: a grunt, then a hollow plate that rings under the fall."""
    fall = landing(chance, 1)[: samples(1.8)] * 0.8
    fall /= np.abs(fall).max()
    shell = ring(0.9, [187, 294, 431, 612, 845], [0.16, 0.13, 0.10, 0.07, 0.05], [1, 0.8, 0.6, 0.4, 0.3], chance)
    body = np.zeros(samples(2.0))
    place(body, fall, 0.12)
    place(body, 0.35 * shell, 0.12)
    place(body, 0.7 * gamera_grunt(chance, 0), 0)
    return body


def get_up(chance: np.random.Generator, variant: int) -> Wave:
    """Effort, rubble sliding off the shell, one foot set down."""
    seconds = 1.5
    time = clock(seconds)
    rise = np.zeros(len(time))
    effort = gamera_grunt(chance, 1)
    place(rise, effort / np.abs(effort).max(), 0)
    rise += 0.5 * debris(seconds, chance, 170, 500, 3600, 0.45)
    scrape = swept(
        noise(len(time), chance, 200, 3500, -3), glide(time, (0, 420), (0.7, 1200), (seconds, 400)), 2, "band"
    )
    rise += 0.4 * scrape * np.sin(np.pi * np.clip(time / 1.0, 0, 1)) ** 2 * (1 + 0.4 * wander(len(time), chance, 30))
    place(rise, 0.8 * slab(0.5, chance, 200, 8, 0.08), 0.95)
    return in_city(for_small_speakers(rise, -9, 1.0), 0.18, 1.0)


# ---- claws and shell


def claw_swing(chance: np.random.Generator, variant: int) -> Wave:
    """Air parted by three blades."""
    seconds = 0.32 + 0.05 * variant
    time = clock(seconds)
    pitch = glide(time, (0, 350), (seconds * 0.45, 2300 - 350 * variant), (seconds, 420))
    arc = np.sin(np.pi * np.clip(time / seconds, 0, 1))
    air = swept(noise(len(time), chance, 150, 12_000, -2), pitch, 1.6, "band") * arc**2.2
    return air + 0.15 * saw(pitch * 0.25) * arc**4


def claw_hit(chance: np.random.Generator, variant: int) -> Wave:
    """A blow that breaks chitin: punch, crunch, a splinter that rings."""
    seconds = 0.6
    hit = 0.55 * thump(seconds, 210, 70 + 6 * variant, 0.02, 0.06, chance) + crunch(seconds, chance)
    splinter = np.array([1430, 2210, 3370, 5120]) * (1 + 0.04 * variant)
    hit += 0.2 * ring(seconds, splinter, [0.05, 0.04, 0.03, 0.02], [1, 0.8, 0.6, 0.4], chance)
    return in_city(for_small_speakers(drive(hit, 2.2), -8, 0.8), 0.12, 0.7)


def guard_hit(chance: np.random.Generator, variant: int) -> Wave:
    """Something strikes the shell and it does not care: horn plate, hollow below, a ping off the rim."""
    seconds = 0.7
    time = clock(seconds)
    plates = np.array([241, 388, 553, 797, 1129, 1613]) * (1 + 0.05 * variant)
    hit = ring(seconds, plates, [0.11, 0.10, 0.08, 0.06, 0.045, 0.03], [1, 0.9, 0.8, 0.6, 0.45, 0.3], chance)
    hit += 0.5 * thump(seconds, 180, 74, 0.02, 0.06, chance, 0.3)
    hit += 0.9 * noise(len(time), chance, 900, 7000, -2) * strike(time, 0.0005, 0.008)
    hit += 0.18 * ring(seconds, [2790 + 160 * variant, 4310], [0.12, 0.08], [1, 0.6], chance)
    return in_city(drive(hit, 1.4), 0.14, 0.8)


def jets_start(chance: np.random.Generator, variant: int) -> Wave:
    """Four flames catch where his legs were."""
    seconds = 1.1
    time = clock(seconds)
    flame = swept(noise(len(time), chance, 40, 12_000, -3), glide(time, (0, 200), (0.25, 3800), (seconds, 1200)), 0.9)
    flame *= line(time, (0, 0), (0.05, 0.5), (0.28, 1), (0.5, 0.5), (seconds, 0))
    flame += 0.5 * thump(seconds, 120, 45, 0.05, 0.16, chance, 0.4)
    return in_city(drive(flame, 1.5), 0.2, 1)


def jets_loop(chance: np.random.Generator, variant: int) -> Wave:
    """Flame through four nozzles: coloured noise, a flutter, a thin whine."""
    seconds = 2.4
    count = samples(seconds)
    turn = np.arange(count) / count
    flame = round_resonators(
        noise(count, chance, 40, 11_000, -3), [(110, 2, 1), (420, 3, 0.8), (1250, 4, 0.5), (3400, 2, 0.35)]
    )
    flame *= 1 + 0.22 * wander(count, chance, 24) + 0.1 * np.sin(TURN * round(31 * seconds) * turn)
    whine = np.zeros(count)
    for pitch, gain, wobbles in ((612, 0.05, 3), (918, 0.03, 5), (1530, 0.02, 4)):
        whine += gain * np.sin(TURN * round(pitch * seconds) * turn + 0.8 * np.sin(TURN * wobbles * turn))
    return drive(flame / np.abs(flame).max() * 1.5, 1.3) + whine


def spin_loop(chance: np.random.Generator, variant: int) -> Wave:
    """A disc at nine turns a second: each turn sweeps four plumes and a whine past the ear."""
    seconds, turns_a_second = 2.0, 9
    count = samples(seconds)
    turn = np.arange(count) / count
    angle = TURN * turns_a_second * seconds * turn
    plume = noise(count, chance, 150, 10_000, -3)
    low, middle, high = (round_band(plume, *band) for band in ((120, 500), (500, 1500), (1500, 6000)))
    plume = low * (1 + 0.5 * np.cos(angle)) + middle * (1 + 0.8 * np.cos(angle + 0.7))
    plume += 1.3 * high * np.clip(np.cos(angle + 1.4), 0, 1) ** 2
    whine = np.zeros(count)
    for pitch, gain, lag in ((288, 0.5, 0), (580, 0.35, 1), (872, 0.22, 2), (1735, 0.12, 0.5)):
        bend = pitch * 0.018 / turns_a_second * np.sin(angle + lag)
        whine += gain * np.sin(TURN * round(pitch * seconds) * turn + bend)
    return 0.6 * plume + whine * (1 + 0.35 * np.cos(angle))


# ---- plasma


def plasma_charge(chance: np.random.Generator, variant: int) -> Wave:
    """Held fire as a loop: a fifth behind the teeth, a beat of 7.5 Hz, embers. The mixer raises its gain."""
    seconds = 1.6
    count = samples(seconds)
    turn = np.arange(count) / count
    throb = 0.5 + 0.5 * np.sin(TURN * 12 * turn)
    chord = np.zeros(count)
    for pitch, gain in ((176, 1), (176.625, 0.9), (264.375, 0.6), (352.5, 0.4)):
        cycles = round(pitch * seconds)
        for harmonic in range(1, 22):
            chord += gain * np.sin(TURN * cycles * harmonic * turn) / harmonic
    chord = round_resonators(chord, [(620, 4, 1), (1650, 5, 0.7), (2900, 6, 0.4), (180, 1.5, 0.4)])
    flame = round_resonators(noise(count, chance, 400, 9000, -3), [(1100, 1.5, 1), (3300, 1.5, 0.7)])
    flame *= 0.55 + 0.45 * throb
    embers = np.clip(wander(count, chance, 300) - 1.9, 0, 2) * noise(count, chance, 2500, 9000)
    return chord / np.abs(chord).max() * (0.65 + 0.35 * throb) + 0.5 * flame / flame.std() * 0.3 + 0.4 * embers


def plasma_fire(chance: np.random.Generator, variant: int) -> Wave:
    """Small, medium, full: longer, lower and with a second flame behind the first as the charge grows."""
    size = (0.0, 0.5, 1.0)[variant]
    seconds = 0.8 + 0.7 * size
    time = clock(seconds)
    flame = swept(
        noise(len(time), chance, 60, 12_000, -3),
        glide(time, (0, 5600 - 800 * size), (0.08 + 0.06 * size, 2600), (seconds, 260)),
        0.9,
    ) * strike(time, 0.006, 0.17 + 0.16 * size)
    bolt = swept(
        saw(glide(time, (0, 780 - 260 * size), (0.18, 190 - 60 * size), (seconds, 70 - 20 * size))),
        glide(time, (0, 3200), (seconds, 300)),
        2,
    ) * strike(time, 0.003, 0.12 + 0.10 * size)
    shot = (
        flame
        + 0.7 * bolt
        + 0.9 * thump(seconds, 160 - 25 * size, 52 - 14 * size, 0.04, 0.11 + 0.12 * size, chance, 0.3)
    )
    if size:
        tail = swept(
            noise(len(time), chance, 120, 6000, -3),
            glide(time, (0, 400), (0.2, 1500), (seconds, 300)),
            1.2,
            "band",
        )
        shot += size * 1.4 * tail * strike(time, 0.09, 0.3) * (1 + 0.35 * wander(len(time), chance, 25))
    return in_city(for_small_speakers(drive(shot, 1.8), -6, 0.7), 0.22, 1.1 + 0.5 * size)
