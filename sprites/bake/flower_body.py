"""What carries the flower: roots that stitch a facade, a braided stalk, insect legs that brace on the roof."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sprites.bake.flower_drawing import PlantDrawing, PlantPart, spurred
from sprites.bake.flower_geometry import Point, Points, beside, bezier, disc, normals, taper

ROOT_STEP = 2.5  # px between the points of a root
WIRES_FROM = 3.0  # px, width from which a root carries light
STRANDS = 3  # of the braided stalk
LEGS = ((-58, -28, 1.15), (52, -24, 1.0), (31, -15, 1.3), (-32, -10, 1.0))  # foot x, hip y, how high the knee stands


@dataclass(frozen=True, slots=True)
class RootLine:
    """One root at full growth and when it sprouts."""

    points: Points
    width: float
    order: int
    sprouts: float  # growth stage at which it begins


def wander(start: Point, heading: float, length: float, dice: np.random.Generator, pull: float = 0.05) -> Points:
    """A root's way: it feels about and sinks."""
    points, swing = [start], dice.uniform(0, 6)
    for step in range(max(3, int(length / ROOT_STEP))):
        heading += dice.normal(0, 8) + 5.5 * math.sin(step * 0.8 + swing)
        heading += (((180 - heading + 180) % 360) - 180) * pull
        angle = math.radians(heading)
        points.append((points[-1][0] + math.sin(angle) * ROOT_STEP, points[-1][1] - math.cos(angle) * ROOT_STEP))
    return points


def draw_root(part: PlantPart, points: Points, width: float, order: int, phase: float, material: str = "root") -> None:
    """A knotted root with pulses of light in it."""
    if len(points) < 3:
        return
    knots = 1 + 0.18 * np.sin(np.arange(len(points)) * 1.25 + order)
    halves = (np.array(taper(len(points), width, 1.0, 0.8)) * knots).tolist()
    part.stem(points, halves, material, 3, cast=1.2)
    if width > WIRES_FROM:
        for step in range(3 + order % 3, len(points) - 3, 7):
            beat = math.sin(2 * math.pi * (step / len(points) * 1.2 - phase))
            part.shining_line(points[step : step + 3], 0.9, 2 if beat > 0.45 else 1 if beat > -0.2 else 0)
    if part.burnt and order % 3 == 0:
        part.ember(points[len(points) // 3 : len(points) // 2], 1.1)


def facade_roots(count: int, seed: int) -> list[RootLine]:
    """Roots that creep along the parapet, go over its edge and feel their way down the wall."""
    lines = []
    for order in range(count):
        dice = np.random.default_rng((seed, order))
        across = 2 * (order + 0.5) / count - 1 + dice.normal(0, 0.06)
        edge = (across * 60, -1.0)
        length = 88 * dice.uniform(0.5, 1.1) * (1.12 - 0.4 * abs(across))
        creeping = bezier((across * 12, -4), (across * 36, -10 - 6 * (1 - abs(across))), edge, steps=18)
        hanging = wander(edge, 180 - across * 22, length, dice)
        width = dice.uniform(6.0, 9.5) * (1.1 - 0.3 * abs(across))
        lines.append(RootLine(creeping + hanging[1:], width, order, 0.6 + 1.7 * abs(across) * dice.uniform(0.5, 1.2)))
    return lines


def rooted(drawing: PlantDrawing, growth: float, phase: float, seed: int = 5) -> None:
    """All roots as long as they are at this stage of growth; thin side roots follow."""
    for line in facade_roots(11, seed):
        grown = min(1.0, max(0.0, (growth - line.sprouts + 0.25) / 3.2)) ** 0.8
        points = line.points[: max(0, int(len(line.points) * grown))]
        part = drawing.part(f"root{line.order}", 2 + line.order * 0.1, None)
        draw_root(part, points, line.width * (0.5 + 0.5 * grown), line.order, phase)
        dice = np.random.default_rng((seed, line.order, 1))
        for branch in range(2):
            step, side = int(dice.integers(14, 34)), dice.choice((-1, 1))
            twig = wander(
                line.points[min(step, len(line.points) - 1)], 180 + side * 45, dice.uniform(9, 22), dice, 0.08
            )
            if step < len(points):
                draw_root(part, twig, line.width * 0.4, line.order + branch + 1, phase)


def stalk_strands(height: float, sway: float) -> tuple[list[Points], Point]:
    """The strands of the braid and the point at which it carries the head. Its bend is S-shaped and never straight."""
    strands = []
    for strand in range(STRANDS):
        points = []
        for step in range(28):
            along = step / 27
            twist = math.sin(along * 7.5 + strand * 2.1) * (7.5 - 3.5 * along)
            bow = 8 * math.sin(along * 3.4 + 0.4) * height / 80
            points.append(((sway - 7) * along**1.6 + bow + twist, 7 - (height + 9) * along))
        strands.append(points)
    return strands, (sway - 7 + 8 * math.sin(3.8) * height / 80, -height)


def stalk(drawing: PlantDrawing, height: float, sway: float, thickness: float, phase: float) -> Point:
    """Draws the braid with a swollen joint half-way up; returns where the head sits."""
    strands, top = stalk_strands(height, sway)
    for strand, points in enumerate(strands):
        part = drawing.part(f"strand{strand}", 8 + strand)
        halves = (np.array(taper(len(points), (16 - strand) * thickness, 11 * thickness, 0.8))).tolist()
        part.stem(points, halves, "root" if strand != 1 else "shell", 2, edge=1)
        for step in range(3 + strand, len(points) - 3, 6):
            beat = math.sin(2 * math.pi * (step / len(points) - phase))
            part.shining_line(points[step : step + 3], 0.9, 2 if beat > 0.2 else 1)
    joint = drawing.part("joint", 11.5)
    middle = strands[1][15]
    if height > 30:
        joint.solid(disc(middle, 9 * thickness, 7 * thickness), "shell", 5, edge=1)
        for side in (-1, 1):
            pore = (middle[0] + side * 3.4 * thickness, middle[1] - 0.5)
            joint.shining([disc(pore, 1.3, 1.9, 8)], 2, 1.0, 1.6)
    joint.anchor("grip", middle)
    return top


def insect_leg(part: PlantPart, hip: Point, foot: Point, width: float, lift: float) -> None:
    """Up and out to the knee, then a spiny shin down to the roof."""
    knee = (hip[0] + (foot[0] - hip[0]) * 0.6, min(hip[1], foot[1]) - abs(foot[0] - hip[0]) * lift * 0.5)
    for start, end, first, last in ((hip, knee, width * 0.9, width * 1.1), (knee, foot, width * 1.05, 1.2)):
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - 3)
        bone = bezier(start, middle, end, steps=12)
        halves = taper(len(bone), first, last)
        left, right = beside(bone, halves, 1), beside(bone, halves, -1)
        part.solid(spurred(left, normals(bone), 3, 1.8) + right[::-1], "shell", width * 0.42, edge=1)
        for step in (3, 6, 9):
            part.groove([left[step], right[step]], 0.8, 0.7)
    part.solid(disc(knee, width * 0.6, width * 0.6), "shell", width * 0.5, edge=1)


def braced_legs(drawing: PlantDrawing, size: float, tilt: float) -> None:
    """Legs from the stalk to the roof. On the side the plant falls to they fold, on the other they are torn up."""
    angle = math.radians(tilt)
    for order, (reach, hip_y, lift) in enumerate(LEGS):
        hip = (math.copysign(5, reach), hip_y * size)
        turned = (
            hip[0] * math.cos(angle) - hip[1] * math.sin(angle),
            hip[0] * math.sin(angle) + hip[1] * math.cos(angle),
        )
        dragged = abs(tilt) / 90 * (26 if reach * tilt < 0 else 0)
        foot = (reach * size * (1 - 0.2 * abs(tilt) / 90) + tilt * 0.3, 1 - dragged)
        part = drawing.part(f"leg{order}", (6 if order < 3 else 12) + 0.2 * order, None)
        insect_leg(part, turned, foot, 4.6 * size + 1, lift)


def hanging_roots(drawing: PlantDrawing, phase: float) -> None:
    """Torn out: a clod of the roof and a mane of roots that lag behind."""
    clod = drawing.part("clod", 7, "plant")
    part = drawing.part("mane", 6, "plant")
    dice = np.random.default_rng(4)
    for order in range(15):
        length, heading = dice.uniform(26, 66), 180 - (order - 7) * 7
        swing = 9 * math.sin(2 * math.pi * phase + order * 0.5)
        points = [(-16 + order * 2.3, 2.0)]
        for _ in range(int(length / 2.6)):
            heading += dice.normal(0, 6) + (180 + swing * 2 - heading) * 0.06
            angle = math.radians(heading)
            points.append((points[-1][0] + math.sin(angle) * 2.6, points[-1][1] - math.cos(angle) * 2.6))
        draw_root(part, points, dice.uniform(4, 7.5), order, phase)
    lump = [
        (math.cos(turn) * (19 + 3 * math.sin(turn * 5)), 3 + math.sin(turn) * (11 + 2 * math.sin(turn * 7)))
        for turn in np.linspace(0, 2 * math.pi, 24, endpoint=False)
    ]
    clod.solid(lump, "soil", 7, texture=0.3)


def folded_legs(drawing: PlantDrawing, phase: float) -> None:
    """Torn out: the legs grope in the air."""
    for order, (reach, hip_y, lift) in enumerate(LEGS[:3]):
        grope = 5 * math.sin(2 * math.pi * phase + order * 2)
        part = drawing.part(f"leg{order}", 6 + 0.2 * order)
        insect_leg(part, (math.copysign(5, reach), hip_y), (reach * 0.62 + grope, -8 + grope), 5.4, lift)


def mound(drawing: PlantDrawing, torn: float) -> None:
    """Standing on the ground: a heap with thick surface roots; where it is torn (0..1) they are pulled up."""
    heap, dice = drawing.part("heap", 13, None), np.random.default_rng(8)
    for side in (-1, 1):
        for order in range(3):
            lifted = torn * (14 + 6 * order) if side < 0 else 0
            tip = (side * (58 + order * 16), 4 - lifted * 1.2)
            line = bezier(
                (side * 8, -8 - order * 4), (side * (34 + order * 14), -16 + order * 6 - lifted), tip, steps=18
            )
            draw_root(drawing.part(f"surface{side}{order}", 5, None), line, 11 - order * 2, order, 0.2)
    for _ in range(22):
        x, size = dice.normal(0, 27), dice.uniform(4, 9)
        y = 7 - abs(dice.normal(0, 6)) * (1 - min(1, abs(x) / 70))
        stone = [(px, py) for px, py in disc((x, y), size, size * 0.6, 7)]
        heap.solid(stone, "soil", 3, profile="roof", edge=1, texture=0.2)


def root_piece(drawing: PlantDrawing, order: int, grown: float, phase: float) -> None:
    """A single root with twigs, hanging from its pivot."""
    dice = np.random.default_rng((77, order))
    full = wander((0, 0), 180 + (-14, 10, 3)[order % 3], 62 + 14 * (order % 3), dice)
    part = drawing.part("root", 2, None)
    points = full[: max(4, int(len(full) * grown))]
    draw_root(part, points, 7.0 - order, order, phase)
    for step in range(6, len(points), 6):
        twig = wander(full[step], 180 + dice.choice((-1, 1)) * 55, dice.uniform(7, 18), dice, 0.08)
        draw_root(part, twig, 2.6, order + step, phase)


def creeping_piece(drawing: PlantDrawing, grown: float, phase: float) -> None:
    """A root along the ground to the right of its pivot, humping as it goes."""
    part = drawing.part("root", 2, None)
    for order, length in enumerate((92, 70, 48)):
        line: list[Point] = [
            (x, -2 - order * 1.5 - abs(math.sin(x * 0.07 + order * 1.3)) * (9 - order * 2) * (1 - x / length))
            for x in np.linspace(0, length, 30)
        ]
        draw_root(part, line[: max(4, int(30 * grown))], 8 - order * 1.5, order, phase)


def swaying(count: int, amplitude: float) -> Sequence[tuple[float, float]]:
    """(sway in px, phase) of each frame of a loop."""
    return [(amplitude * math.sin(2 * math.pi * index / count), index / count) for index in range(count)]
