"""Small solids for the army: lofts, slabs, wheels and rods, posed in 3-D and lit in the world.

A drawing stays material x tone until `Drawing.painted`, so that wrecks and rims can change tones first.
"""

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec
import numpy as np
import numpy.typing as npt
from scipy import ndimage

from sprites.bake.effects_field import Colour
from sprites.bake.sheet import Pixels, Point

SAMPLES = 4  # a pixel across
COVERAGE = 6  # samples of SAMPLES * SAMPLES that make a pixel solid
KEY = np.array([-0.42, 0.74, 0.52])  # y up here; from the upper left, as in `effects_field.KEY_LIGHT`
BACK = np.array([0.80, 0.45, 0.30]) / np.linalg.norm([0.80, 0.45, 0.30])
HALF = np.array([-0.25, 0.42, 0.87])  # between the key light and the viewer
INNER_LINE_STEP = 2.2  # px of depth between neighbours that draw a line
LIT_EDGE, SIDE_EDGE, SHADE_EDGE = 5, 4, 1  # tones of the outermost pixels: top, left, right
INK: Colour = (6, 6, 14)

Vector = tuple[float, float, float]
Matrix = npt.NDArray[np.float64]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `models.*.parts`; which fields count depends on `kind`, see `army.toml`."""

    kind: Literal["loft", "slab", "wheel", "rod"]
    material: str
    group: str = ""
    mirror: bool = False
    lift: float = 0.0  # added to the light
    stations: tuple[tuple[float, float, float, float], ...] = ()
    sides: int = 14
    exponent: float = 2.2
    z: float = 0.0
    plane: Literal["xy", "xz"] = "xy"
    at: float = 0.0
    thickness: float = 1.0
    outline: tuple[tuple[float, float], ...] = ()
    radius: float = 1.0
    at_points: tuple[Vector, ...] = ()
    start: Vector = (0, 0, 0)
    end: Vector = (0, 0, 0)
    tone: int = 3


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    parts: tuple[Part, ...]
    anchors: dict[str, Vector] = {}


@dataclass(frozen=True, slots=True)
class Solid:
    """Triangles of shape (n, 3, 3) of one part, ready to pose."""

    triangles: npt.NDArray[np.float64]
    part: Part


def turned(yaw: float = 0, pitch: float = 0, roll: float = 0, elevation: float = 8) -> Matrix:
    """Degrees: roll about the nose, pitch nose up, yaw to the viewer, then the camera looks down a little."""
    a, b, c, d = (math.radians(value) for value in (roll, pitch, yaw, elevation))
    about_x = np.array([[1, 0, 0], [0, math.cos(a), -math.sin(a)], [0, math.sin(a), math.cos(a)]])
    about_z = np.array([[math.cos(b), -math.sin(b), 0], [math.sin(b), math.cos(b), 0], [0, 0, 1]])
    about_y = np.array([[math.cos(c), 0, math.sin(c)], [0, 1, 0], [-math.sin(c), 0, math.cos(c)]])
    camera = np.array([[1, 0, 0], [0, math.cos(d), -math.sin(d)], [0, math.sin(d), math.cos(d)]])
    return camera @ about_y @ about_z @ about_x


# ---- solids


def _ring(station: tuple[float, float, float, float], part: Part) -> list[Vector]:
    x, middle, half_height, half_depth = station
    power = 2 / part.exponent
    ring = []
    for angle in np.linspace(0, 2 * math.pi, part.sides, endpoint=False):
        up, out = math.sin(angle), math.cos(angle)
        y = middle + half_height * math.copysign(abs(up) ** power, up)
        ring.append((x, y, part.z + half_depth * math.copysign(abs(out) ** power, out)))
    return ring


def _loft(part: Part) -> list[Sequence[Vector]]:
    rings = [_ring(station, part) for station in part.stations]
    triangles: list[Sequence[Vector]] = []
    for behind, ahead in itertools.pairwise(rings):
        for i in range(part.sides):
            j = (i + 1) % part.sides
            triangles += [(behind[i], behind[j], ahead[j]), (behind[i], ahead[j], ahead[i])]
    for end in (rings[0], rings[-1]):
        triangles += _fan(end)
    return triangles


def _fan(ring: Sequence[Vector]) -> list[Sequence[Vector]]:
    middle = tuple(np.mean(ring, axis=0).tolist())
    return [(middle, ring[i], ring[(i + 1) % len(ring)]) for i in range(len(ring))]


def _slab(outline: Sequence[tuple[float, float]], plane: str, at: float, thickness: float) -> list[Sequence[Vector]]:
    def placed(depth: float) -> list[Vector]:
        return [(u, v, at + depth) if plane == "xy" else (u, at + depth, v) for u, v in outline]

    front, back = placed(thickness / 2), placed(-thickness / 2)
    triangles = _fan(front) + _fan(back)
    for i in range(len(outline)):
        j = (i + 1) % len(outline)
        triangles += [(front[i], front[j], back[j]), (front[i], back[j], back[i])]
    return triangles


def _wheels(part: Part) -> list[Sequence[Vector]]:
    triangles: list[Sequence[Vector]] = []
    for x, y, z in part.at_points:
        angles = np.linspace(0, 2 * math.pi, 12, endpoint=False)
        rim = [(x + part.radius * math.cos(a), y + part.radius * math.sin(a)) for a in angles]
        triangles += _slab(rim, "xy", z, part.thickness)
    return triangles


def solids(parts: Sequence[Part]) -> list[Solid]:
    """The triangles of every part but the rods, mirrored ones twice."""
    result = []
    for part in parts:
        if part.kind == "rod":
            continue
        if part.kind == "loft":
            triangles = _loft(part)
        elif part.kind == "slab":
            triangles = _slab(part.outline, part.plane, part.at, part.thickness)
        else:
            triangles = _wheels(part)
        points = np.array(triangles, float)
        result.append(Solid(points, part))
        if part.mirror:
            result.append(Solid(points * (1, 1, -1), part))
    return result


# ---- drawing


@dataclass(slots=True)
class Drawing:
    """Materials (an index into `names`, -1 for nothing) and tones 0 to 5, both of shape (h, w)."""

    material: npt.NDArray[np.int64]
    tone: npt.NDArray[np.int64]
    names: tuple[str, ...]
    anchors: dict[str, Point]  # canvas px

    @property
    def solid(self) -> npt.NDArray[np.bool_]:
        return self.material >= 0

    def edged(self) -> "Drawing":
        """The lit outer edge: sky on top, back light on the left, shade on the right."""
        solid = self.solid
        above, left, right = np.roll(solid, 1, 0), np.roll(solid, 1, 1), np.roll(solid, -1, 1)
        tone = self.tone.copy()
        tone[solid & ~left] = np.maximum(tone, SIDE_EDGE)[solid & ~left]
        tone[solid & ~right & left] = SHADE_EDGE
        tone[solid & ~above] = LIT_EDGE
        return Drawing(self.material, tone, self.names, self.anchors)

    def charred(self) -> "Drawing":
        """Burnt out: every material becomes char, a tone darker."""
        burnt = np.where(self.solid, self.names.index("char"), -1)
        return Drawing(burnt, np.maximum(0, self.tone - 1), self.names, self.anchors)

    def line(self, start: Point, end: Point, material: str, tone: int) -> None:
        steps = max(1, math.ceil(max(abs(end[0] - start[0]), abs(end[1] - start[1]))))
        for i in range(steps + 1):
            x = math.floor(start[0] + (end[0] - start[0]) * i / steps)
            y = math.floor(start[1] + (end[1] - start[1]) * i / steps)
            if 0 <= y < self.tone.shape[0] and 0 <= x < self.tone.shape[1]:
                self.material[y, x], self.tone[y, x] = self.names.index(material), tone

    def painted(self, ramps: Mapping[str, Sequence[Colour]], inked: bool = True) -> Pixels:
        pixels = np.zeros((*self.tone.shape, 4), np.uint8)
        table = np.array([ramps[name] for name in self.names], np.uint8)
        solid = self.solid
        pixels[solid, :3] = table[self.material[solid], self.tone[solid]]
        pixels[solid, 3] = 255
        if inked:
            pixels[ndimage.binary_dilation(solid) & ~solid] = (*INK, 255)
        return pixels


@dataclass(frozen=True, slots=True)
class View:
    """Where a model is drawn: canvas size and model origin in px; `facing` -1 mirrors it before it is lit."""

    width: int
    height: int
    x: float
    y: float
    facing: int = 1

    def project(self, points: npt.NDArray[np.float64], matrix: Matrix) -> npt.NDArray[np.float64]:
        """(..., 3) model points -> (..., 3) of canvas x, canvas y, depth towards the viewer."""
        posed = points @ matrix.T
        return np.stack([self.x + self.facing * posed[..., 0], self.y - posed[..., 1], posed[..., 2]], axis=-1)


def draw_model(
    model: Model,
    matrix: Matrix,
    view: View,
    names: tuple[str, ...],
    moved: Mapping[str, Matrix] | None = None,
) -> Drawing:
    """Draws a posed model. `moved`: 4x4 moves of named groups before the pose."""
    moves = moved or {}
    height, width = view.height * SAMPLES, view.width * SAMPLES
    depth = np.full((height, width), -1e9)
    index = np.full((height, width), -1)
    light = np.zeros((height, width))
    for solid in solids(model.parts):
        points = solid.triangles
        if solid.part.group in moves:
            points = points @ moves[solid.part.group][:3, :3].T + moves[solid.part.group][:3, 3]
        material = names.index(solid.part.material)
        projected = view.project(points, matrix)
        for triangle, brightness in zip(projected, _light(projected, solid.part.lift), strict=True):
            _fill(triangle, brightness, material, depth, index, light)
    drawing = _voted(depth, index, light, names)
    for part in model.parts:
        if part.kind == "rod":
            for flip in (1, -1) if part.mirror else (1,):
                ends = np.array([part.start, part.end], float) * (1, 1, flip)
                start, end = view.project(ends, matrix)
                tone = part.tone if flip == 1 else 1
                drawing.line((start[0], start[1]), (end[0], end[1]), part.material, tone)
    for name, point in model.anchors.items():
        x, y, _ = view.project(np.array(point, float), matrix)
        drawing.anchors[name] = (float(x), float(y))
    return drawing


def _light(triangles: npt.NDArray[np.float64], lift: float) -> npt.NDArray[np.float64]:
    """Each face's light, 0 to 1: faces turned from the viewer are flipped to him."""
    edges = (triangles[:, 1:] - triangles[:, :1]) * (1, -1, 1)
    normal = np.cross(edges[:, 0], edges[:, 1])
    normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
    normal[normal[:, 2] < 0] *= -1
    glint = 0.16 * np.clip(normal @ HALF, 0, 1) ** 20
    return 0.16 + 0.64 * np.clip(normal @ KEY, 0, 1) ** 1.1 + 0.22 * np.clip(normal @ BACK, 0, 1) + glint + lift


def _fill(
    triangle: npt.NDArray[np.float64],
    brightness: float,
    material: int,
    depth: npt.NDArray[np.float64],
    index: npt.NDArray[np.int64],
    light: npt.NDArray[np.float64],
) -> None:
    """One triangle into the sample buffers, nearer samples winning."""
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = triangle * (SAMPLES, SAMPLES, 1)
    left, right = max(0, int(min(ax, bx, cx))), min(depth.shape[1], int(max(ax, bx, cx)) + 2)
    top, bottom = max(0, int(min(ay, by, cy))), min(depth.shape[0], int(max(ay, by, cy)) + 2)
    area = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy)
    if right <= left or bottom <= top or abs(area) < 1e-6:
        return
    x, y = np.meshgrid(np.arange(left, right) + 0.5, np.arange(top, bottom) + 0.5)
    first = ((by - cy) * (x - cx) + (cx - bx) * (y - cy)) / area
    second = ((cy - ay) * (x - cx) + (ax - cx) * (y - cy)) / area
    third = 1 - first - second
    z = first * az + second * bz + third * cz
    place = (slice(top, bottom), slice(left, right))
    nearer = (np.minimum(np.minimum(first, second), third) >= -1e-3) & (z > depth[place])
    depth[place][nearer] = z[nearer]
    index[place][nearer] = material
    light[place][nearer] = brightness


def _voted(
    depth: npt.NDArray[np.float64],
    index: npt.NDArray[np.int64],
    light: npt.NDArray[np.float64],
    names: tuple[str, ...],
) -> Drawing:
    """Samples to pixels: the commonest material, its mean light, a darker line where depth steps down."""
    height, width = depth.shape[0] // SAMPLES, depth.shape[1] // SAMPLES

    def cells(samples: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
        grouped = samples.reshape(height, SAMPLES, width, SAMPLES).transpose(0, 2, 1, 3)
        return grouped.reshape(height, width, SAMPLES * SAMPLES)

    materials, lights, depths = cells(index), cells(light), cells(depth)
    votes = np.stack([(materials == number).sum(2) for number in range(len(names))], axis=2)
    winner = votes.argmax(2)
    solid = (materials >= 0).sum(2) >= COVERAGE
    own = materials == winner[..., None]
    mean = (lights * own).sum(2) / np.maximum(1, own.sum(2))
    tone = np.clip((mean * 6).astype(int), 0, 5)
    front = np.where(own, depths, -1e9).max(2)
    behind = np.zeros((height, width), bool)
    for shift, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1)):
        behind |= solid & np.roll(solid, shift, axis) & (np.roll(front, shift, axis) - front > INNER_LINE_STEP)
    tone[behind] = np.maximum(0, tone - 2)[behind]
    return Drawing(np.where(solid, winner, -1), tone, names, {})
