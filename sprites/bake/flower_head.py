"""The flower's head: jointed talons with membranes strung between them, a shell of beetle plates, mantis arms."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from sprites.bake.flower_drawing import LIGHTS, PlantDrawing, PlantPart, spurred
from sprites.bake.flower_geometry import (
    Point,
    Points,
    at,
    beside,
    disc,
    normals,
    spine,
    taper,
)

KNUCKLES = (0.34, 0.62)  # where a talon is jointed, as parts of its length
WEB_SPAN = (0.10, 0.84)  # from where to where two talons carry a membrane
CELL = 8.5  # px, about, of a membrane's cells
STREET = 2.0  # px under the pivot at which a fallen head lies
LACE = 0.30  # share of the dark outer cells that are open to the sky
BACK, NEAR = 20.0, 60.0  # painting depths of the crown behind the pod and the shell before it


class TalonTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A talon or a beetle plate as it stands in full bloom; degrees, px, lengths in shares of the crown's reach."""

    heading: float
    length: float
    width: float
    bend: float
    hook: float
    web: bool = True  # a membrane to the next talon


@dataclass(frozen=True, slots=True)
class Bloom:
    """How the head stands in one frame."""

    middle: Point  # where the talons spring from
    reach: float  # px, length of a talon of length 1
    opened: float  # 0 a closed fist .. 1 full bloom
    thrown: float  # 0 .. 1 thrown back by the launch
    droop: float  # 0 .. 1 hanging
    glow: float  # 0 .. 1
    phase: float  # 0 .. 1 of the breath
    lean: float  # degrees, how far the head is tilted against the stalk
    fallen: float | None = None  # degrees the plant is tilted where it may lie on the street
    emptied: bool = False  # the pod has left

    def heading(self, full: float) -> float:
        """Where something that points to `full` in full bloom points now."""
        side = math.copysign(1, full if abs(full) > 5 else -1)
        return full * self.opened + side * (self.thrown * 52 + self.droop * 26) + self.lean


def talon_spine(talon: TalonTable, bloom: Bloom, order: int) -> Points:
    """A closed fist bends its talons over the pod, an open one spreads them."""
    closing = -talon.heading * (1 - bloom.opened) * 0.9
    falling = math.copysign(bloom.droop * 46 + bloom.thrown * 30, talon.heading if abs(talon.heading) > 5 else -1)
    breath = 2.2 * math.sin(2 * math.pi * bloom.phase + order * 1.7)
    start = (
        bloom.middle[0] + math.sin(math.radians(bloom.heading(talon.heading))) * (3 + 7 * bloom.opened),
        bloom.middle[1] - 2 + abs(talon.heading) * 0.05 * bloom.opened,
    )
    bend = talon.bend * bloom.opened + closing + falling
    length = bloom.reach * talon.length * (1 - 0.06 * bloom.thrown)
    heading = bloom.heading(talon.heading) + breath - closing * 0.75
    points = spine(start, heading, length, bend, talon.hook * (0.4 + 0.6 * bloom.opened), 26)
    return points if bloom.fallen is None else crumpled(points, bloom.fallen)


def crumpled(points: Points, tilt: float) -> Points:
    """The points of a plant tilted by so many degrees, those that would dip under the street bent along it."""
    cosine, sine = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    result = []
    for x, y in points:
        across, down = x * cosine - y * sine, x * sine + y * cosine
        if down > STREET:
            across += (down - STREET) * 0.45
            down = STREET + (down - STREET) * 0.06
        result.append((across * cosine + down * sine, -across * sine + down * cosine))
    return result


def talon_body(part: PlantPart, points: Points, width: float, outward: float) -> None:
    """Three joints of armour, each swelling at its knuckle, the last one a hooked claw; spurs on the outer side."""
    count = len(points) - 1
    ends = [0, *(round(knuckle * count) for knuckle in KNUCKLES), count]
    for joint in (2, 1, 0):
        first, last = ends[joint], ends[joint + 1]
        piece = points[max(0, first - 1) : last + 1]
        along = np.linspace(0, 1, len(piece))
        root, tip = width * (1 - 0.24 * joint), width * (0.86 - 0.22 * joint)
        halves = (root + (tip - root) * along) / 2 * (1 + 0.34 * np.exp(-((along - 0.04) ** 2) * 60))
        if joint == 2:
            halves *= (1 - along**1.6) ** 0.9 + 0.06
        left, right = beside(piece, halves.tolist(), 1), beside(piece, halves.tolist(), -1)
        outer_is_left = outward < 0
        outer, inner = (left, right) if outer_is_left else (right, left)
        aside = [(dx if outer_is_left else -dx, dy if outer_is_left else -dy) for dx, dy in normals(piece)]
        outer = spurred(outer, aside, 4, 2.6)
        part.solid(outer + inner[::-1], "carapace", max(1.6, width * 0.42), profile="roof", edge=1)
        part.ridge(piece[1:-1], 0.9, 0.4)


def web_cells(
    first: Points, second: Points, heart: Point, order: int
) -> tuple[list[tuple[Points, float]], list[Points]]:
    """Cells (outline, distance from the heart) and veins of a membrane between two talons, laid like bricks."""
    dice = np.random.default_rng((31, order))
    length = sum(math.dist(a, b) for a, b in itertools.pairwise(first)) * (WEB_SPAN[1] - WEB_SPAN[0])
    rows = max(2, round(length / CELL))

    def place(row: float, across: float) -> Point:
        along = WEB_SPAN[0] + (WEB_SPAN[1] - WEB_SPAN[0]) * row / rows
        (x0, y0), (x1, y1) = at(first, along), at(second, along)
        slack = 4 * across * (1 - across) * (0.05 + 0.24 * (row / rows) ** 1.4)
        x, y = x0 + (x1 - x0) * across, y0 + (y1 - y0) * across
        return x + (heart[0] - x) * slack, y + (heart[1] - y) * slack

    cells, veins = [], []
    for row in range(rows):
        span = math.dist(place(row + 0.5, 0), place(row + 0.5, 1))
        columns = max(1, round(span / (CELL * dice.uniform(0.85, 1.25))))
        inner = sorted((column + dice.uniform(-0.28, 0.28)) / columns for column in range(1, columns))
        bounds = [0.0, *inner, 1.0]
        veins.append([place(row + 1, step / 8) for step in range(9)])
        veins += [[place(row, bound), place(row + 1, min(1, bound + dice.uniform(-0.04, 0.04)))] for bound in inner]
        for left, right in itertools.pairwise(bounds):
            middle = (left + right) / 2
            top = [place(row + 1, right), place(row + 1, middle), place(row + 1, left)]
            outline = [place(row, left), place(row, middle), place(row, right), *top]
            cells.append((outline, math.dist(place(row + 0.5, middle), heart)))
    return cells, veins


def web(part: PlantPart, first: Points, second: Points, bloom: Bloom, order: int) -> None:
    """An insect's wing between two talons: cells that shine less the farther out, dark ones open to the sky."""
    heart = (bloom.middle[0], bloom.middle[1] - 10)
    cells, veins = web_cells(first, second, heart, order)
    dice = np.random.default_rng((37, order))
    by_level: list[list[Points]] = [[] for _ in LIGHTS]
    for outline, distance in cells:
        far = distance / (bloom.reach * 1.15)
        wave = 0.10 * math.sin(distance * 0.11 - 2 * math.pi * bloom.phase)
        light = (1.12 - far) * (0.35 + 0.75 * bloom.glow) + wave + dice.uniform(-0.13, 0.13)
        is_open = dice.random() < LACE
        if far > 0.52 and is_open:
            continue
        by_level[min(len(LIGHTS) - 2, max(0, int(light * 4.6)))].append(outline)
    for level, outlines in enumerate(by_level):
        part.shining(outlines, level, 2.4)
    if part.burnt:
        part.strokes([outline for index, (outline, _) in enumerate(cells) if index % 3], 1.8, "web")
        for index in range(2, len(veins), 4):
            part.ember(veins[index], 1.0)
    part.strokes(veins, 1.1, "web")


def crown(drawing: PlantDrawing, talons: Sequence[TalonTable], bloom: Bloom) -> None:
    """The talons behind the pod, from the outermost inwards, and the membranes between them."""
    spines = [talon_spine(talon, bloom, order) for order, talon in enumerate(talons)]
    if bloom.opened > 0.25:
        webs = drawing.part("webs", BACK)
        for order, talon in enumerate(talons[:-1]):
            if talon.web:
                web(webs, spines[order], spines[order + 1], bloom, order)
    for order, (talon, points) in enumerate(zip(talons, spines, strict=True)):
        part = drawing.part(f"talon{order}", BACK + 1 + talon.length)
        talon_body(part, points, talon.width * (0.45 + 0.55 * bloom.reach / 90), math.copysign(1, talon.heading))
        lit = beside(points, [1.2] * len(points), 0.6 * math.copysign(1, talon.heading))
        part.shining_line(lit[2 : int(len(lit) * 0.5)], 0.9, min(3, int(1 + 2.6 * bloom.glow)))


def shell(drawing: PlantDrawing, plates: Sequence[TalonTable], bloom: Bloom) -> None:
    """Beetle plates in overlapping rings that hold the head from below."""
    for order, plate in enumerate(plates):
        points = talon_spine(plate, bloom, order + 20)
        along = np.linspace(0, 1, len(points))
        swell = 0.5 + 0.62 * np.sin(np.pi * np.clip(along * 0.8 + 0.02, 0, 1)) ** 0.8
        width = plate.width * (0.45 + 0.55 * bloom.reach / 90)
        halves = (width / 2 * swell * (1 - along**3.2) ** 0.8 + 0.5).tolist()
        left, right = beside(points, halves, 1), beside(points, halves, -1)
        ringed = list(range(5, len(points) - 2, 5))
        spurs = [
            (x + dx * 2, y + dy * 2) if step in ringed else (x, y)
            for step, ((x, y), (dx, dy)) in enumerate(zip(left, normals(points), strict=True))
        ]
        part = drawing.part(f"plate{order}", NEAR + order)
        material = "carapace" if order % 3 else "shell"
        part.solid(spurs + right[::-1], material, max(3.0, width * 0.46), edge=1)
        part.ridge(points[1:], 1.0, 0.35)
        for step in ringed:
            part.groove([left[step], points[min(len(points) - 1, step + 2)], right[step]], 1.1, 1.2)
        if bloom.reach > 45:
            for step in ringed[:2]:
                seam = [at([left[step], right[step]], 0.3), points[step + 2], at([left[step], right[step]], 0.7)]
                part.shining_line(seam, 0.9, int(1.2 + 1.9 * bloom.glow))
        if drawing.burnt:
            for step in ringed[order % 2 :: 2]:
                part.ember([left[step], points[min(len(points) - 1, step + 2)], right[step]], 1.2)


def heart(drawing: PlantDrawing, bloom: Bloom) -> None:
    """The bowl of light the pod stands in."""
    part = drawing.part("heart", BACK + 10)
    x, y = bloom.middle[0], bloom.middle[1] - 8
    part.anchor("heart", (x, y))
    part.anchor("head", bloom.middle)
    if bloom.emptied:
        teeth = [
            (x + math.cos(turn) * reach * 1.3, y + 3 + math.sin(turn) * reach * 0.86)
            for turn, reach in zip(np.linspace(0, 2 * math.pi, 26, endpoint=False), (14.0, 19.0) * 13, strict=True)
        ]
        part.solid(teeth, "shell", 5, edge=1)
    if bloom.opened > 0.25:
        size = 0.4 + 0.6 * bloom.opened
        part.shining([disc((x, y), 16 * size, 11 * size, 20)], 2, 6)
        part.shining([disc((x, y - 1), 12 * size, 8 * size, 18)], 3 if bloom.glow > 0.45 else 2, 5)
        if bloom.glow > 0.85:
            part.shining([disc((x, y - 1), 7 * size, 5 * size, 14)], 4, 3.5)


def scythe(
    drawing: PlantDrawing, root: Point, heading: float, length: float, width: float, side: float, order: int
) -> None:
    """A mantis arm under the head: an upper arm, then a hooked blade with teeth on its inner side."""
    part = drawing.part(f"scythe{order}", 14 + order)
    upper = spine(root, heading, length * 0.45, side * 18, 0, 10)
    blade = spine(upper[-1], heading + side * 62, length * 0.72, side * 64, side * 30, 16)
    part.stem(upper, taper(11, width * 0.6, width * 0.9), "shell", 3, edge=1)
    halves = taper(17, width, 0.7, 0.8)
    left, right = beside(blade, halves, 1), beside(blade, halves, -1)
    inward = [(-dx * side, -dy * side) for dx, dy in normals(blade)]
    toothed = spurred(right if side > 0 else left, inward, 2, 2.4)
    outline = left + toothed[::-1] if side > 0 else toothed + right[::-1]
    part.solid(outline, "carapace", width * 0.42, profile="roof", edge=1)
    part.ridge(blade[1:-1], 1.0, 0.5)
    part.solid(disc(upper[-1], width * 0.46, width * 0.46), "shell", width * 0.4, edge=1)
    part.shining_line(beside(blade, halves, 0.2 * side)[2:9], 0.9, 1)
