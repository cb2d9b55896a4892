"""The laser whips that grow from the stump of the Queen's horn.

The view draws them live: a curve from the stump, stamped at every pixel with `whip/halo`, then `whip/body`, then
`whip/core`, each from its thickest frame at the root to its thinnest at the tip. `whips` are eight whole pictures with
the same curves in their anchors: `bend1`, `reach1`, `tip1` to `tip5` are the Bezier points after the stump.
"""

import math
from collections.abc import Sequence

import numpy as np

from sprites.bake.effects_field import bayer, both_facings, centred, clear, draw_line, lay, offsets, put, snap
from sprites.bake.effects_strikes import star
from sprites.bake.film_ramps import film_ramp
from sprites.bake.flower_geometry import bezier
from sprites.bake.sheet import Frame, Pixels, Point, Strip

WIDTH, HEIGHT, STUMP = 316, 330, (14, 165)  # px
WIDTHS = 6  # stamps from root to tip
HALO = (4.6, 4.2, 3.8, 3.3, 2.8, 2.4)  # px, radii from root to tip
BODY = (2.9, 2.6, 2.3, 1.9, 1.5, 1.2)
CORE = (1.5, 1.3, 1.1, 0.9, 0.7, 0.6)
TIPS: Sequence[tuple[float, float, float]] = (  # px from the stump when half out, and how far it lags behind
    (92, -70, 0.0),
    (120, -34, 0.9),
    (150, 2, 0.35),
    (128, 44, 1.3),
    (96, 84, 0.6),
)
STRETCH = (0.42, 0.62, 1.0, 1.75, 1.82, 1.5, 1.05, 0.6)  # shares of that reach over the eight frames
CRACKED = 1.6  # a whip stretched farther than this cracks


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
        film_ramp("whip"),
        (0.05, 0.2, 0.34, 0.48, 0.62, 0.76),
    )
    dice = np.random.default_rng((61, frame))
    for _ in range((4, 9, 9, 6, 3)[frame]):
        angle, reach = dice.uniform(0, 2 * math.pi), dice.uniform(8, 14) + frame * 3
        near = (28 + math.cos(angle) * (reach - 5), 28 + math.sin(angle) * (reach - 5))
        draw_line(picture, near, (28 + math.cos(angle) * reach, 28 + math.sin(angle) * reach), film_ramp("whip")[3])
    return centred(picture)


def whip_curve(whip: int, frame: int) -> tuple[Point, Point, Point, float]:
    """Bend, reach and tip of a whip in this frame, in px from the stump, and how far it is stretched."""
    across, down, lag = TIPS[whip]
    beat = ((frame + lag * 2.2) % 8) / 8
    stretch = STRETCH[int(beat * 8) % 8]
    curl = math.sin(beat * 2 * math.pi + whip) * (46 - 10 * abs(2 - whip))
    tip = (across * stretch, down * stretch + 18 * math.sin(beat * 2 * math.pi + whip * 2))
    bend = (46.0, (whip - 2) * 20 - curl * 0.7)
    reach = (tip[0] * 0.62, tip[1] * 0.5 + curl * 1.35)
    return bend, reach, tip, stretch


def whips(frame: int) -> Frame:
    """All five, to the right, in the order halo, body, core, so that no whip cuts through another's light."""
    anchors: dict[str, Point] = {}
    curves, cracks = [], []
    for whip in range(len(TIPS)):
        bend, reach, tip, stretch = whip_curve(whip, frame)
        anchors |= {f"bend{whip + 1}": bend, f"reach{whip + 1}": reach, f"tip{whip + 1}": tip}
        controls = [(0.0, (whip - 2) * 3.0), bend, reach, tip]
        curves.append(bezier(*((x + STUMP[0], y + STUMP[1]) for x, y in controls), steps=260))
        if stretch > CRACKED:
            cracks.append((tip[0] + STUMP[0], tip[1] + STUMP[1]))
    picture = clear(HEIGHT, WIDTH)
    for radii, tone, screened in ((HALO, 1, True), (BODY, 2, False), (CORE, 4, False)):
        for curve in curves:
            _trace(picture, curve, radii, tone, screened)
    for curve in curves:
        for step in range(frame * 8 % 32, 260, 32):
            put(picture, *curve[step], film_ramp("whip")[5])
    for tip in cracks:
        flash = crack(1)
        layer = clear(HEIGHT, WIDTH)
        left, top = round(tip[0]) - 28, round(tip[1]) - 28
        rows, columns = slice(max(0, top), min(HEIGHT, top + 56)), slice(max(0, left), min(WIDTH, left + 56))
        layer[rows, columns] = flash.pixels[
            rows.start - top : rows.stop - top, columns.start - left : columns.stop - left
        ]
        picture = lay(picture, layer)
    return Frame(picture, STUMP, anchors)


def _trace(picture: Pixels, curve: Sequence[Point], radii: Sequence[float], tone: int, screened: bool) -> None:
    threshold = bayer(HEIGHT, WIDTH)
    for step, (x, y) in enumerate(curve):
        radius = radii[min(WIDTHS - 1, step * WIDTHS // len(curve))]
        for row in range(math.floor(y - radius), math.floor(y + radius) + 1):
            for column in range(math.floor(x - radius), math.floor(x + radius) + 1):
                inside = math.hypot(column + 0.5 - x, row + 0.5 - y) <= radius
                if (
                    inside
                    and 0 <= row < HEIGHT
                    and 0 <= column < WIDTH
                    and (not screened or threshold[row, column] < 0.5)
                ):
                    picture[row, column] = (*film_ramp("whip")[tone], 255)


def whip_strips() -> list[Strip]:
    return [
        Strip("whip/halo", tuple(stamp(radius, 1, screened=True) for radius in HALO), 1),
        Strip("whip/body", tuple(stamp(radius, 2) for radius in BODY), 1),
        Strip("whip/core", tuple(stamp(radius, 4) for radius in CORE), 1),
        Strip("whip/crack", tuple(crack(index) for index in range(5)), 3),
        *both_facings("whips", [whips(index) for index in range(8)], 4, True),
    ]
