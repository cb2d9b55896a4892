"""The flower's seed: an egg case with horny wing cases, that shines through the slit between them."""

import math
from collections.abc import Callable

import numpy as np

from sprites.bake.flower_drawing import PlantPart
from sprites.bake.flower_geometry import Point, bezier, disc, spine, taper

POD_HALF = 24.0  # px from the case's middle to its ends
SCALES = ((-0.62, -9.0, 7.5), (0.66, -5.0, 8.0), (0.05, -12.0, 8.5))  # of its cup: side, tip's height, half width
SPIRACLES = (-10.0, -1.0, 8.0)  # heights at which it breathes light on either side
Placing = Callable[[float, float], Point]  # px across and up in the case, to a point of the drawing


def pod(part: PlantPart, middle: Point, size: float, lean: float, heat: float) -> None:
    """An egg case: two wing cases over light, a crooked slit between them, a cup of scales, legs clasped round."""

    def place(across: float, up: float) -> Point:
        angle = math.radians(lean)
        x, y = across * size, -up * size
        return middle[0] + x * math.cos(angle) - y * math.sin(angle), middle[1] + x * math.sin(angle) + y * math.cos(
            angle
        )

    def half_width(up: float) -> float:
        """Of the case at a height of -24 to 24: broad below, drawn out above, fuller on one side."""
        along = (up + POD_HALF) / (2 * POD_HALF)
        return 1 + 11.5 * math.sin(math.pi * min(1, along * 0.86 + 0.08)) ** 0.7 * (1.12 - 0.5 * along)

    _pod_fins_and_horns(part, place, size, lean)
    ups = np.linspace(-25, 25, 26)
    case = [place(half_width(up) * 1.04, up) for up in ups] + [place(-half_width(up), up) for up in ups[::-1]]
    part.shining([case], 3 if heat > 0.5 else 2, 3.5 * size, 0.9)
    for side in (-1, 1):
        _wing_case(part, place, half_width, side, size, heat)
    for side, tip, half in SCALES:
        root = side * half_width(-20)
        corners = ((-1.0, -23), (-0.9, -17), (0.0, tip), (1.0, -18), (0.5, -26))
        part.solid([place(root + half * share, up) for share, up in corners], "shell", 3.4 * size, edge=1)
        part.groove([place(root, -22), place(root, tip - 3)], 0.7, 0.6)
    for side in (-1, 1):
        for low, lift in ((-15, 13), (-4, 16)):
            knee, foot = place(side * (half_width(low) + 6), low + lift * 0.35), place(side * 4, low + lift)
            leg = bezier(place(side * half_width(low - 6) * 0.9, low - 7), knee, knee, foot, steps=10)
            part.stem(leg, taper(11, 3.2 * size, 0.9), "carapace", edge=1)


def _pod_fins_and_horns(part: PlantPart, place: Placing, size: float, lean: float) -> None:
    for side, reach in ((-1, 11), (1, 9), (0.1, 8)):
        fin = [place(side * 7, -12), place(side * (7 + reach * abs(side)), -31 - reach * 0.4), place(side * 2, -23)]
        part.solid(fin, "carapace", 2.2, profile="roof", edge=1)
    for side, length, heading in ((-4, 13, -24), (1, 17, 4), (5, 10, 30), (-1, 9, -8)):
        horn = spine(place(side, 20), lean + heading, length * size, heading * 1.1, 40, 8)
        part.stem(horn, taper(9, 4.2 * size, 0.6), "carapace", edge=1)


def _wing_case(
    part: PlantPart, place: Placing, half_width: Callable[[float], float], side: int, size: float, heat: float
) -> None:
    """One half of the shell, knobbed outside, its inner rim along the slit; it gapes with `heat`."""

    def slit(up: float) -> float:
        gape = (0.5 + 1.9 * heat) * math.cos(up / POD_HALF * 1.45)
        return 1.4 + 1.6 * math.sin(up * 0.24) + (0.8 if round(up / 3) % 2 else -0.5) + side * gape

    ups = np.linspace(-23, 25, 17)
    outer = [place(side * half_width(up) * (1.16 if step % 4 == 2 else 1.06), up) for step, up in enumerate(ups)]
    inner = [place(slit(up), up) for up in ups]
    part.solid(outer + inner[::-1], "seed", 5.2 * size, edge=1, weight=1.1)
    for share in (0.42, 0.74):  # keels that run to its tip
        keel = [place(slit(up) + (side * half_width(up) - slit(up)) * share, up) for up in ups[2:-2]]
        part.ridge(keel, 1.1 * size, 0.9)
    for height in SPIRACLES:
        spot = place(slit(height) + (side * half_width(height) - slit(height)) * 0.58, height)
        part.shining([disc(spot, 1.5 * size, 2.0 * size, 8)], 3 if heat > 0.5 else 2, 1.5, 1.4)
