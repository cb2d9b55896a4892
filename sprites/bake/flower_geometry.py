"""Curves and outlines the flower is drawn from. Lengths are px, y down; a heading is degrees clockwise from upright."""

import itertools
import math
from collections.abc import Sequence

import numpy as np

Point = tuple[float, float]
Points = list[Point]

HOOK_FROM = 0.62  # part of a spine's length at which its tip begins to hook


def ahead(point: Point, heading: float, distance: float) -> Point:
    angle = math.radians(heading)
    return point[0] + math.sin(angle) * distance, point[1] - math.cos(angle) * distance


def spine(start: Point, heading: float, length: float, bend: float = 0.0, hook: float = 0.0, steps: int = 24) -> Points:
    """A curve that turns by `bend` degrees along its way and by `hook` more towards its tip."""
    points = [start]
    for step in range(steps):
        along = (step + 0.5) / steps
        turn = bend * along + hook * max(0.0, (along - HOOK_FROM) / (1 - HOOK_FROM)) ** 1.3
        points.append(ahead(points[-1], heading + turn, length / steps))
    return points


def bezier(*controls: Point, steps: int = 16) -> Points:
    points = []
    for step in range(steps + 1):
        along, row = step / steps, list(controls)
        while len(row) > 1:
            row = [(a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along) for a, b in itertools.pairwise(row)]
        points.append(row[0])
    return points


def normals(points: Sequence[Point]) -> Points:
    """Unit vectors to the left of the way along the curve."""
    slopes = np.gradient(np.array(points), axis=0)
    lengths = np.hypot(slopes[:, 0], slopes[:, 1]) + 1e-6
    return [(float(dy / length), float(-dx / length)) for (dx, dy), length in zip(slopes, lengths, strict=True)]


def beside(points: Sequence[Point], half_widths: Sequence[float], share: float) -> Points:
    """The curve moved aside by `share` of its half widths, to the left where it is positive."""
    return [
        (x + aside_x * half * share, y + aside_y * half * share)
        for (x, y), (aside_x, aside_y), half in zip(points, normals(points), half_widths, strict=True)
    ]


def ribbon(points: Sequence[Point], half_widths: Sequence[float]) -> Points:
    """The closed outline of a curve with a width."""
    return beside(points, half_widths, 1) + beside(points, half_widths, -1)[::-1]


def taper(count: int, first: float, last: float, power: float = 1.0) -> list[float]:
    """Half widths from `first` to `last`, both given as full widths."""
    return [(first + (last - first) * (step / (count - 1)) ** power) / 2 for step in range(count)]


def disc(centre: Point, across: float, down: float, steps: int = 14) -> Points:
    angles = [2 * math.pi * step / steps for step in range(steps)]
    return [(centre[0] + across * math.cos(angle), centre[1] + down * math.sin(angle)) for angle in angles]


def at(points: Sequence[Point], along: float) -> Point:
    """The point `along` (0..1) of a curve's steps."""
    place = min(max(along, 0.0), 1.0) * (len(points) - 1)
    index = min(int(place), len(points) - 2)
    (x0, y0), (x1, y1) = points[index], points[index + 1]
    return x0 + (x1 - x0) * (place - index), y0 + (y1 - y0) * (place - index)


def path(points: Sequence[Point], closed: bool = True) -> str:
    return "M" + " L".join(f"{x:.2f} {y:.2f}" for x, y in points) + ("Z" if closed else "")
