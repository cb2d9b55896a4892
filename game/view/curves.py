"""Curves and marks drawn live, in whole pixels."""

import math
from collections.abc import Sequence

import pygame

from game.view.lens import Lens
from game.view.palette import Colour

Point = tuple[float, float]


def bent(start: Point, knee: Point, end: Point, points: int = 14) -> list[Point]:
    """A curve from `start` to `end` drawn toward `knee` (a quadratic Bezier curve)."""
    curve = []
    for step in range(points):
        part = step / (points - 1)
        rest = 1 - part
        curve.append(
            (
                rest * rest * start[0] + 2 * rest * part * knee[0] + part * part * end[0],
                rest * rest * start[1] + 2 * rest * part * knee[1] + part * part * end[1],
            )
        )
    return curve


def draw_strand(lens: Lens, curve: Sequence[Point], coats: Sequence[tuple[Colour, int]]) -> None:
    """A strand of light: the same curve in coats of (colour, width), the outermost first."""
    spots = [lens.spot(x, y) for x, y in curve]
    for colour, width in coats:
        pygame.draw.lines(lens.canvas, colour, False, spots, width)


def draw_dashes(lens: Lens, curve: Sequence[Point], colour: Colour, tick: int, width: int = 2) -> None:
    """Every second piece of a curve; `tick` makes them run along it."""
    spots = [lens.spot(x, y) for x, y in curve]
    for number in range(tick // 4 % 2, len(spots) - 1, 2):
        pygame.draw.line(lens.canvas, colour, spots[number], spots[number + 1], width)


def straight(start: Point, end: Point, every: float = 7.0) -> list[Point]:
    """Points `every` px along a line."""
    steps = max(2, int(math.dist(start, end) // every))
    return [
        (start[0] + (end[0] - start[0]) * step / steps, start[1] + (end[1] - start[1]) * step / steps)
        for step in range(steps + 1)
    ]


def draw_teeth(lens: Lens, left: float, right: float, y: float, colour: Colour, share: float) -> None:
    """A row of triangles on the street; `share` of their full height of 9 px."""
    height = max(2, round(9 * share))
    for x in range(int(left), int(right), 16):
        screen_x, screen_y = lens.spot(x, y)
        corners = [(screen_x, screen_y), (screen_x + 5, screen_y - height), (screen_x + 10, screen_y)]
        pygame.draw.polygon(lens.canvas, colour, corners)


def draw_chevrons(lens: Lens, start: float, end: float, y: float, colour: Colour) -> None:
    """Arrow heads of 11 px on the street from x `start` on, pointing to `end`."""
    side = 1 if end > start else -1
    for number in range(int(abs(end - start) // 18)):
        x, middle = lens.spot(start + 18 * number * side, y)
        tail, tip = x - 5 * side, x + 5 * side
        pygame.draw.lines(lens.canvas, colour, False, [(tail, middle - 5), (tip, middle), (tail, middle + 5)], 3)
