"""The laser whips that grow from the stump of the Queen's horn.

The view draws them live: a curve from the stump, stamped at every pixel with `whip/halo`, then `whip/body`, then
`whip/core`, each from its thickest frame at the root to its thinnest at the tip.
"""

import math

import numpy as np

from sprites.bake.effects_field import bayer, centred, clear, draw_line, offsets, snap
from sprites.bake.effects_strikes import star
from sprites.bake.film_ramps import film_ramp
from sprites.bake.sheet import Frame, Strip

HALO = (4.6, 4.2, 3.8, 3.3, 2.8, 2.4)  # px, radii from root to tip
BODY = (2.9, 2.6, 2.3, 1.9, 1.5, 1.2)
CORE = (1.5, 1.3, 1.1, 0.9, 0.7, 0.6)


def stamp(radius: float, tone: int, screened: bool = False) -> Frame:
    """A dot of the whip; a screened one leaves half of its pixels out, so that it looks like glow."""
    x, y = offsets(11, 11, 5.5, 5.5)
    inside = np.hypot(x, y) <= radius
    if screened:
        inside &= bayer(11, 11) < 0.5
    picture = clear(11, 11)
    picture[inside] = (*film_ramp("whip")[tone], 255)
    return Frame(picture, (5, 5))


def crack(frame: int) -> Frame:
    """The tip cracks: a star and flying shards; five frames."""
    picture = snap(
        star(56, (9.0, 22.0, 17.0, 9.0, 4.0)[frame], 7, frame * 0.8, 30),
        film_ramp("whip")[1:],
        (0.08, 0.26, 0.42, 0.58, 0.74),
    )
    dice = np.random.default_rng((61, frame))
    for _ in range((4, 9, 9, 6, 3)[frame]):
        angle, reach = dice.uniform(0, 2 * math.pi), dice.uniform(8, 14) + frame * 3
        near = (28 + math.cos(angle) * (reach - 5), 28 + math.sin(angle) * (reach - 5))
        draw_line(picture, near, (28 + math.cos(angle) * reach, 28 + math.sin(angle) * reach), film_ramp("whip")[3])
    return centred(picture)


def whip_strips() -> list[Strip]:
    return [
        Strip("whip/halo", tuple(stamp(radius, 1, screened=True) for radius in HALO), 1),
        Strip("whip/body", tuple(stamp(radius, 2) for radius in BODY), 1),
        Strip("whip/core", tuple(stamp(radius, 4) for radius in CORE), 1),
        Strip("whip/crack", tuple(crack(index) for index in range(5)), 3),
    ]
