"""The pylons the game is played on: dark heavy legs with a lit rim, and their fall.

A pylon is a list of bars in its own upright space; a fall bends that space, so that the toppled tower stays as crisp
as the standing one.
"""

import itertools
import math
import random
from collections.abc import Callable
from dataclasses import dataclass

from sprites.bake.scenery.canvas import Canvas, Ink, Point
from sprites.bake.scenery.crumble import Puff, draw_puffs
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, RIM, SHADE
from sprites.bake.scenery.noise import noise_plane

HEIGHT = 222  # px from foot to peak
WIRE_HEIGHTS = (166, 184, 202)  # px above the foot where the conductors hang, lowest first
INSULATOR = 9  # px from arm to conductor
ARM_REACH = (31, 37, 28)  # px from the middle to an arm's tip, lowest first
WIRE_SLOPE = 0.17  # px the conductor falls per px from the pylon: 4 x sag / span
WAIST = 150  # px above the foot: below it the legs spread
FOOT_HALF, WAIST_HALF, TOP_HALF = 25.0, 6.5, 4.5  # half widths of the tower, px
BUCKLE = 74  # px above the foot where a falling tower folds
LEANS = ((0.0, 0.04), (0.03, 0.16), (0.09, 0.44), (0.2, 0.86), (0.38, 1.32), (0.5, 1.53))  # radians: stump, upper part
MARGIN_X, MARGIN_RIGHT, MARGIN_TOP = 60, 210, 12

Bend = Callable[[float, float], Point]  # upright (x, height above the foot) to the same with the tower bent


@dataclass(frozen=True, slots=True)
class Bar:
    """A straight member, from and to (x, height above the foot)."""

    start: Point
    end: Point
    ink: Ink
    thickness: int = 1


@dataclass(frozen=True, slots=True)
class Pylon:
    canvas: Canvas
    foot: tuple[int, int]  # of the tower's middle on the canvas
    anchors: dict[str, Point]  # wire0, wire1, wire2: lowest first, from the foot


def _half_width(height: float) -> float:
    if height < WAIST:
        return FOOT_HALF + (WAIST_HALF - FOOT_HALF) * height / WAIST
    return WAIST_HALF + (TOP_HALF - WAIST_HALF) * (height - WAIST) / (HEIGHT - 14 - WAIST)


def _bracing() -> list[Bar]:
    """Crossed diagonals and struts, closer together as the tower narrows."""
    levels = [0.0]
    while levels[-1] < HEIGHT - 20:
        levels.append(min(HEIGHT - 14.0, levels[-1] + max(9.0, 1.55 * _half_width(levels[-1]))))
    bars = []
    for low, high in itertools.pairwise(levels):
        a, b = _half_width(low), _half_width(high)
        bars.append(Bar((a, low), (-b, high), ("metal", DEEP)))
        bars.append(Bar((-a, low), (b, high), ("metal", SHADE)))
        bars.append(Bar((-b, high), (b, high), ("metal", SHADE)))
    return bars


def _legs() -> list[Bar]:
    """Each leg is four pixels: a lit edge, two of dark steel, an inked shadow side."""
    bars = []
    corners = [0.0, float(WAIST), HEIGHT - 14.0]
    for low, high in itertools.pairwise(corners):
        for side in (1, -1):
            a, b = side * _half_width(low), side * _half_width(high)
            edge = RIM if side < 0 else LIGHT
            bars.append(Bar((a - 1, low), (b - 1, high), ("metal", DEEP), 3))
            bars.append(Bar((a - 2, low), (b - 2, high), ("white", edge)))
            bars.append(Bar((a + 2, low), (b + 2, high), ("dark", INK)))
    peak = HEIGHT - 14.0
    bars.append(Bar((-TOP_HALF, peak), (0, HEIGHT), ("white", LIGHT), 2))
    bars.append(Bar((TOP_HALF, peak), (0, HEIGHT), ("metal", SHADE), 2))
    return bars


def _arms() -> list[Bar]:
    bars = []
    for wire, reach in zip(WIRE_HEIGHTS, ARM_REACH, strict=True):
        height = wire + INSULATOR
        for side in (-1, 1):
            tip = side * reach
            bars.append(Bar((0, height + 7), (tip, height + 1), ("white", RIM if side < 0 else LIGHT)))
            bars.append(Bar((0, height + 6), (tip, height), ("metal", DEEP)))
            bars.append(Bar((0, height + 1), (tip, height + 1), ("metal", BASE)))
            bars.append(Bar((0, height), (tip, height), ("metal", DEEP)))
            for along in (0.3, 0.5, 0.7):
                top = (side * reach * along, height + 7 - 6 * along)
                bars.append(Bar(top, (side * reach * (along + 0.12), height), ("metal", SHADE)))
    return bars


def _insulators() -> list[Bar]:
    """Porcelain strings at both tips of every arm, down to where the sagging conductor passes."""
    bars = []
    for wire, reach in zip(WIRE_HEIGHTS, ARM_REACH, strict=True):
        for x in (1 - reach, reach - 1):
            for k in range(INSULATOR + round(reach * WIRE_SLOPE)):
                wide = k % 2
                tone = LIGHT if wide else SHADE
                y = wire + INSULATOR - k
                bars.append(Bar((x - wide, y), (x + wide, y), ("white", tone)))
    return bars


def _draw(canvas: Canvas, foot: tuple[int, int], bend: Bend) -> None:
    for bar in (*_bracing(), *_legs(), *_arms(), *_insulators()):
        length = math.dist(bar.start, bar.end)
        pieces = 6 if length > 24 else 1
        points = []
        for k in range(pieces + 1):
            x = bar.start[0] + (bar.end[0] - bar.start[0]) * k / pieces
            height = bar.start[1] + (bar.end[1] - bar.start[1]) * k / pieces
            px, py = bend(x, height)
            points.append((foot[0] + px, foot[1] - 1 - max(0.0, py)))
        for start, end in itertools.pairwise(points):
            canvas.line(start, end, *bar.ink, thickness=bar.thickness)


def _anchors(bend: Bend) -> dict[str, Point]:
    bent = [bend(0, wire) for wire in WIRE_HEIGHTS]
    return {f"wire{k}": (x, -max(0.0, height)) for k, (x, height) in enumerate(bent)}


def _footings(canvas: Canvas, foot: tuple[int, int]) -> None:
    for side in (-1, 1):
        x = foot[0] + side * int(FOOT_HALF)
        canvas.rect(x - 5, foot[1] - 4, 11, 4, "concrete", BASE)
        canvas.rect(x - 5, foot[1] - 4, 11, 1, "concrete", RIM)
        canvas.rect(x + 3, foot[1] - 3, 3, 3, "concrete", DEEP)


def standing_pylon() -> Pylon:
    def upright(x: float, height: float) -> Point:
        return x, height

    canvas = Canvas(2 * max(ARM_REACH) + 16, HEIGHT + 4)
    foot = (canvas.width // 2, canvas.height)
    _draw(canvas, foot, upright)
    _footings(canvas, foot)
    canvas.rect(foot[0] - 4, foot[1] - 62, 8, 6, "yellow", BASE)  # the danger plate
    canvas.rect(foot[0] - 4, foot[1] - 62, 8, 1, "yellow", RIM)
    canvas.rect(foot[0] - 1, foot[1] - 60, 2, 3, "dark", INK)
    canvas.disc(foot[0], foot[1] - 1 - HEIGHT, 1, "beacon", BASE)
    return Pylon(canvas, foot, _anchors(upright))


def _bend(stump: float, upper: float) -> Bend:
    """The tower leaning right by `stump` radians, folded by `upper` more at BUCKLE."""

    def bend(x: float, height: float) -> Point:
        if height > BUCKLE:
            over = height - BUCKLE
            x, height = (
                x * math.cos(upper) + over * math.sin(upper),
                BUCKLE + over * math.cos(upper) - x * math.sin(upper),
            )
        return (
            x * math.cos(stump) + height * math.sin(stump),
            height * math.cos(stump) - x * math.sin(stump) * 0.4,
        )

    return bend


def toppling_pylon() -> list[Pylon]:
    """Six frames: it buckles, folds over to the right and lies in its dust; the anchors move with it."""
    return [_fallen(number, *lean) for number, lean in enumerate(LEANS)]


def _fallen(number: int, stump: float, upper: float) -> Pylon:
    canvas = Canvas(MARGIN_X + MARGIN_RIGHT + 40, HEIGHT + MARGIN_TOP)
    foot = (MARGIN_X, canvas.height)
    bend = _bend(stump, upper)
    _draw(canvas, foot, bend)
    _footings(canvas, foot)
    dice = random.Random(number)
    if 1 <= number <= 4:
        fold_x, fold_y = bend(0, BUCKLE)
        middle = (foot[0] + fold_x, foot[1] - fold_y)
        for _ in range(7):
            end = (middle[0] + dice.uniform(-14, 14), middle[1] + dice.uniform(-11, 8))
            canvas.line(middle, end, "spark", dice.choice((SHADE, BASE, LIGHT)))
    billow = (noise_plane(canvas.width, canvas.height, 4, 4, 3, 31 + number) - 0.5) * 2
    draw_puffs(canvas, _fall_dust(number, foot), billow)
    return Pylon(canvas, foot, _anchors(bend))


def _fall_dust(number: int, foot: tuple[int, int]) -> list[Puff]:
    """Dust at the footings from the third frame, where the head strikes from the fifth."""
    dice = random.Random(2)
    puffs = []
    if number >= 2:
        for k in range(16):
            x = foot[0] - 34 + k * 4.6 + dice.uniform(-2, 2)
            y = foot[1] - 1 - dice.random() * (3 + number * 2)
            puffs.append(Puff(x, y, 2.4 + dice.random() * 3 + number * 0.7, 0.06 * number))
    if number >= 4:
        for k in range(30):
            x = foot[0] + 40 + k * 6 + dice.uniform(-3, 3)
            y = foot[1] - 2 - dice.random() ** 2 * (10 + 12 * (number - 3))
            radius = 3 + dice.random() * 6 + (number - 3) * 2
            puffs.append(Puff(x, y, radius, 0.15 * (number - 4) + 0.2 * dice.random()))
    return puffs
