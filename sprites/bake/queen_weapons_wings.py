"""What fighters tear out of the Queen's wings.

Every second pixel of a membrane is left open, so that what is behind shows.
"""

import math

import numpy as np

from sprites.bake.effects_field import (
    NOWHERE,
    centred,
    clear,
    draw_line,
    lay,
    looping_noise,
    offsets,
    put,
    snap,
    without_lone_pixels,
)
from sprites.bake.film_ramps import film_ramp
from sprites.bake.flower_geometry import Point
from sprites.bake.sheet import Frame, Strip


def wing_hit(frame: int) -> Frame:
    """A rocket goes through a membrane: a pale tear that opens, flakes that flutter down; six frames."""
    side, age = 84, (frame + 0.5) / 6
    picture, tones = clear(side, side), film_ramp("wing")
    x, y = offsets(side, side, side / 2, side / 2)
    noise = looping_noise(6, side, side, 4.0, 103)[frame]
    ring = 1 - np.abs(np.hypot(x, y * 1.2) - 6 - 24 * age**0.6) / (6.5 - 4.5 * age) + noise * 0.5 - age * 0.7
    picture = lay(
        picture, without_lone_pixels(snap(np.where(ring > 0, ring, NOWHERE), tones[1:], (0.0, 0.2, 0.4, 0.6, 0.8)))
    )
    dice = np.random.default_rng(107)
    for _ in range(22):
        angle, speed, phase = dice.uniform(0, 2 * math.pi), dice.uniform(0.4, 1.0), dice.uniform(0, 6)
        reach = 34 * speed * age**0.6
        at = (side / 2 + math.cos(angle) * reach, side / 2 + math.sin(angle) * reach * 0.8 + age * age * 18)
        flat = abs(math.sin(phase + frame * 0.9))
        draw_line(picture, (at[0] - 2 * flat, at[1]), (at[0] + 2 * flat, at[1] - 1), tones[4 if flat > 0.5 else 2])
        put(picture, at[0], at[1] + 1, tones[1])
    return centred(picture)


def scrap(turn: int) -> Frame:
    """A torn piece of membrane, fluttering: four views."""
    side = 28
    picture, tones = clear(side, side), film_ramp("wing")
    angle, squeeze = turn * 0.9 + 0.4, (1.0, 0.6, 0.25, 0.6)[turn]
    x, y = offsets(side, side, side / 2, side / 2)
    own_x = x * math.cos(angle) + y * math.sin(angle)
    own_y = (-x * math.sin(angle) + y * math.cos(angle)) / squeeze
    reach = 10 + 2.5 * np.sin(np.arctan2(own_y, own_x) * 5 + 1)
    inside = np.hypot(own_x, own_y * 1.5) < reach
    rows, columns = np.mgrid[0:side, 0:side]
    cell = (np.abs((own_x / 5) % 1 - 0.5) > 0.4) | (np.abs((own_y / 4) % 1 - 0.5) > 0.4)
    picture[inside & ((rows + columns) % 2 == 0)] = (*tones[3], 255)
    picture[inside & cell] = (*tones[4 if turn % 2 else 2], 255)
    edge = inside & ~(np.hypot(own_x, own_y * 1.5) < reach - 1.2)
    picture[edge] = (*tones[1], 255)
    tips: tuple[Point, Point] = ((side / 2 - 8 * math.cos(angle), side / 2 - 8 * math.sin(angle)), (side / 2, side / 2))
    draw_line(picture, *tips, tones[5])
    return centred(picture)


def wing_strips() -> list[Strip]:
    return [
        Strip("wing_hit", tuple(wing_hit(index) for index in range(6)), 4),
        Strip("wing_scrap", tuple(scrap(turn) for turn in range(4)), 5, True),
    ]
