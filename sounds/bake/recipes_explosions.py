"""What bursts: Gamera's fire in three sizes, and the army's missiles. Each size has a shape of its own, not a length.

Small snaps and hisses out. Medium opens like a door blown in, and rains embers. Large strikes, draws breath, rolls, and
drops what it threw up. A missile is dry: high explosive has no flame, but splinters.
"""

import numpy as np

from sounds.bake.filters import drive, for_small_speakers, lowpass, swept
from sounds.bake.materials import debris, slab, spark, thump
from sounds.bake.space import from_afar, in_city
from sounds.bake.synthesis import (
    Wave,
    clock,
    decibels,
    glide,
    line,
    noise,
    place,
    ring,
    samples,
    saw,
    sine,
    strike,
    wander,
)

# Seconds after the blow at which a large blast's fireball rolls up, and of its echoes off towers and hills.
ROLLS = (0.34, 0.46)
ECHOES = ((0.62, 0.95, 1.5), (0.5, 1.1, 1.35))


def embers(seconds: float, chance: np.random.Generator, rate: float, first: float, decay: float) -> Wave:
    """Burning crumbs that spit, `rate` a second from `first` s on and fewer with `decay`."""
    track = np.zeros(samples(seconds))
    for second in first + chance.exponential(decay, chance.poisson(rate * decay)):
        if second < seconds - 0.02:
            place(track, chance.pareto(3) * spark(chance, chance.uniform(0.0006, 0.004)), second)
    return np.clip(track, -1, 1)


def explosion_small(chance: np.random.Generator, variant: int) -> Wave:
    """A bolt bursts: a snap, the falling note of its plasma, a hiss that shrinks. Hardly any ground in it."""
    seconds, pitch = 0.75, (1.0, 1.3, 0.78)[variant]
    time = clock(seconds)
    count = len(time)
    burst = 1.1 * noise(count, chance, 1100, 14_000, -1) * strike(time, 0.0005, 0.011)
    note = saw(pitch * glide(time, (0, 1500), (0.07, 430), (0.3, 240), (seconds, 200)))
    burst += 0.55 * swept(note, pitch * glide(time, (0, 4200), (0.25, 900)), 1.5) * strike(time, 0.001, 0.055)
    hiss = swept(noise(count, chance, 500, 12_000, -2), pitch * glide(time, (0, 5200), (0.4, 1500)), 1.3, "band")
    burst += 1.3 * hiss * strike(time, 0.004, (0.09, 0.06, 0.13)[variant])
    burst += 0.5 * thump(seconds, 260 * pitch, 105 * pitch, 0.015, 0.05, chance, 0.3)
    if variant == 1:  # it splits: a second, brighter snap
        burst += 0.7 * noise(count, chance, 2200, 14_000) * strike(time, 0.0005, 0.008, 0.058)
    burst += 0.5 * embers(seconds, chance, (120, 190, 80)[variant], 0.03, 0.16)
    return in_city(for_small_speakers(drive(burst, 1.6), -6, 0.6), 0.14, 0.7)


def explosion_medium(chance: np.random.Generator, variant: int) -> Wave:
    """A whoomp: the filter opens before it closes, the flame flutters, embers come down for a second."""
    seconds, pitch = 2.1, (1.0, 0.84, 1.2)[variant]
    time = clock(seconds)
    count = len(time)
    opening = pitch * glide(time, (0, 320), ((0.05, 0.085, 0.03)[variant], 2300), (0.3, 620), (seconds, 170))
    blast = 2.2 * swept(noise(count, chance, 40, 9000, -3), opening, 1.1) * strike(time, 0.022, 0.24)
    blast += 0.5 * noise(count, chance, 400, 9000, -2) * strike(time, 0.0008, 0.014)
    blast += 1.1 * thump(seconds, 150 * pitch, 50 * pitch, 0.07, 0.2, chance, 0.2)
    flame = swept(noise(count, chance, 250, 5000, -3), pitch * glide(time, (0, 1500), (seconds, 420)), 1.0, "band")
    flutter = 1 + 0.55 * wander(count, chance, (13, 19, 9)[variant])
    blast += 1.5 * flame * flutter * strike(time, 0.05, 0.34)
    if variant == 2:  # what it struck goes up as well
        blast += 1.0 * noise(count, chance, 180, 4000, -3) * strike(time, 0.012, 0.12, 0.21)
        place(blast, 0.5 * thump(1.0, 190, 74, 0.03, 0.1, chance, 0.4), 0.21)
    blast += 0.7 * embers(seconds, chance, (80, 55, 110)[variant], 0.28, 0.45)
    blast += 0.3 * debris(seconds, chance, 110, 700, 5000, 0.35)
    return in_city(for_small_speakers(drive(blast, 1.7), -8, 0.8), 0.24, 1.3)


def explosion_large(chance: np.random.Generator, variant: int) -> Wave:
    """The blow, a breath drawn, the fireball that rolls up after it, masonry that comes down, towers that answer."""
    seconds, rolls = 5.2, ROLLS[variant]
    time = clock(seconds)
    count = len(time)
    blow = 2.2 * noise(count, chance, 250, 14_000, -2) * strike(time, 0.0008, 0.03)
    blow += 1.9 * thump(seconds, 105, 30, 0.16, (0.5, 0.7)[variant], chance, 0.5)
    tearing = noise(count, chance, 200, 2600, -3) * (1 + 0.3 * wander(count, chance, 30))
    blow += 2.6 * tearing * strike(time, 0.003, 0.09)
    place(blow, 1.9 * slab(1.2, chance, 165, 12, 0.13), 0.02)

    rising = line(time, (0, 0), (0.1, 0.06), (rolls, 0.25), (rolls + 0.16, 1), (rolls + 0.6, 0.5), (2.2, 0.12), (4, 0))
    closing = glide(time, (0, 500), (rolls + 0.16, 1500), (rolls + 1.2, 420), (seconds, 130))
    fireball = swept(noise(count, chance, 45, 6000, -3), closing, 0.9) * (1 + 0.4 * wander(count, chance, 8))
    blow += 1.25 * fireball * rising
    ground = noise(count, chance, 34, 150, -3) * (1 + 0.5 * wander(count, chance, 4))
    blow += 0.28 * ground * line(time, (0, 0), (0.2, 1), (1.2, 0.5), (3.2, 0.06), (seconds, 0))

    for second in np.sort(0.8 + chance.beta(1.4, 2.2, 9) * 2.6):  # what it threw up
        weight = chance.uniform(0.25, 0.6)
        place(blow, weight * slab(0.8, chance, chance.uniform(170, 380), 7, 0.06), second)
        place(blow, 0.6 * weight * debris(0.5, chance, 260, 700, 5200, 0.09), second + 0.01)
    place(blow, 0.6 * debris(seconds - 0.5, chance, 120, 600, 5000, 1.1), 0.5)
    blow += 0.8 * embers(seconds, chance, 45, 0.7, 0.8)
    struck = lowpass(blow[: samples(0.3)], 900, 1)
    for second, level in zip(ECHOES[variant], (-9, -12, -15), strict=True):
        place(blow, decibels(level) * struck, second)
    return in_city(for_small_speakers(drive(blow * 0.4, 1.9), -9, 0.8), 0.3, 2.2)


def missile_hit(chance: np.random.Generator, variant: int) -> Wave:
    """High explosive: a crack without a flame, a short hard knock, splinters that whine off."""
    seconds, pitch = 1.1, (1.0, 1.18, 0.87)[variant]
    time = clock(seconds)
    count = len(time)
    hit = 1.7 * noise(count, chance, 500, 14_000, -1) * strike(time, 0.0003, 0.006)
    hit += 1.3 * noise(count, chance, 220, 2400, -2) * strike(time, 0.001, 0.035)
    hit += 0.8 * thump(seconds, 230 * pitch, 84 * pitch, 0.018, 0.05, chance, 0.4)
    place(hit, 0.9 * slab(0.5, chance, 230 * pitch, 7, 0.05), 0.012)
    plate = np.array([620, 1010, 1730, 2890, 4420]) * pitch
    hit += 0.22 * ring(seconds, plate, [0.13, 0.1, 0.08, 0.05, 0.03], [0.8, 1, 0.8, 0.6, 0.4], chance)
    for _ in range(3):  # splinters pass: their note falls as they go by
        start, length = chance.uniform(1900, 3600), chance.uniform(0.16, 0.34)
        after = clock(length)
        whine = sine(glide(after, (0, start), (length * 0.4, start * 0.8), (length, start * 0.45)))
        place(hit, 0.16 * whine * np.sin(np.pi * after / length) ** 1.5, chance.uniform(0.03, 0.3))
    hit += 0.7 * debris(seconds, chance, 260, 900, 6500, 0.16)
    return in_city(for_small_speakers(drive(hit, 1.8), -8, 0.7), 0.2, 1.0)


def powder_blast(
    chance: np.random.Generator,
    seconds: float,
    pitch: tuple[float, float],
    decay: float,
    crack: float,
    rumble: float,
    grit: float,
    wet: float,
) -> Wave:
    """What guns and tanks of fuel do: crack, a body whose filter closes, torn mids, rolling ground, rubble."""
    time = clock(seconds)
    count = len(time)
    blast = crack * noise(count, chance, 300, 14_000, -2) * strike(time, 0.001, 0.018)
    closing = glide(time, (0, 4200), (decay, 700), (seconds, 110))
    blast += 1.2 * swept(noise(count, chance, 30, 9000, -3), closing, 0.7) * strike(time, 0.004, decay)
    blast += 1.2 * thump(seconds, *pitch, decay * 0.35, decay * 1.1, chance, 0)
    torn = 1.25 * noise(count, chance, 300, 3200, -3) * strike(time, 0.002, decay * 0.7)
    blast += torn * (1 + 0.3 * wander(count, chance, 30))
    rolling = rumble * noise(count, chance, 28, 260, -4) * strike(time, 0.08, decay * 2.2)
    blast += rolling * (1 + 0.4 * wander(count, chance, 9))
    blast += grit * debris(seconds, chance, 220, 600, 6000, decay * 1.4)
    return in_city(for_small_speakers(drive(blast * 0.9, 2.0), -11, 1.0), wet, 0.8 + decay * 2)


# ---- the same from streets away


def explosion_medium_far(chance: np.random.Generator, variant: int) -> Wave:
    return from_afar(explosion_medium(chance, variant))


def explosion_large_far(chance: np.random.Generator, variant: int) -> Wave:
    return from_afar(explosion_large(chance, variant))
