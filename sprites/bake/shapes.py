"""What a drawing is made of: shapes with a material and a bevel, and the grooves and ridges pressed into them.

A shape is kept as a small piece of SVG in white; colour and light come later. Besides the plain SVG elements
there are four of our own, each a list of items in its `at`: `<scutes>`, `<blade>`, `<lobes>`, `<pits>`.
Paths use absolute commands only, because a path's numbers double as its bounds.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

Bounds = tuple[float, float, float, float]  # left, top, right, bottom in drawing units
PointList = list[tuple[float, float]]

NUMBER = re.compile(r"-?\d*\.?\d+")
WHITE_LINE = 'fill="none" stroke="#fff" stroke-linecap="round" stroke-linejoin="round"'


def numbers(text: str) -> list[float]:
    return [float(number) for number in NUMBER.findall(text)]


@dataclass(frozen=True, slots=True)
class Mark:
    """A groove (negative depth) or ridge (positive) in the shape before it."""

    xml: str
    depth: float  # px of height
    tint: float  # light added along it


@dataclass(frozen=True, slots=True)
class Shape:
    xml: str
    bounds: Bounds
    material: str
    bevel: float = 6.0  # drawing units from the edge to the flat top
    roof: bool = False  # a roof-shaped profile, as plates have; otherwise round, as flesh is
    height: float | None = None  # height at the top, in bevels; None: the profile's own
    edged: bool = False  # an inner line is drawn where it lies on its own part
    lineless: bool = False  # casts no inner line and takes no rim
    lift: float = 0.0  # light added everywhere
    gradient: tuple[float, ...] = ()  # x0 y0 x1 y1 and the light added at either end
    texture: float | None = None  # px of leathery noise; None: the material's
    weight: float = 1.0  # how much its samples count in the vote for a pixel
    casts: bool = True  # throws a contact shadow
    cast: float = 1.6  # px between it and what lies beneath
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """The shapes of one part in painting order, and its named points."""

    shapes: tuple[Shape, ...]
    anchors: Mapping[str, tuple[float, float]]


def read_shapes(group: Iterable[Element]) -> Drawn:
    pieces: list[Shape | Mark] = []
    anchors: dict[str, tuple[float, float]] = {}
    for element in group:
        kind = element.tag.rpartition("}")[2]
        if element.get("class") == "anchor":
            anchors[element.attrib["id"]] = (float(element.attrib["cx"]), float(element.attrib["cy"]))
        elif kind in GENERATORS:
            pieces += GENERATORS[kind](element.attrib)
        elif element.get("class") in ("cut", "ridge"):
            pieces.append(_mark(element.attrib))
        else:
            pieces.append(_plain_shape(kind, element.attrib))
    return Drawn(tuple(_with_marks(pieces)), anchors)


def _with_marks(pieces: Sequence[Shape | Mark]) -> list[Shape]:
    shapes: list[Shape] = []
    for piece in pieces:
        if isinstance(piece, Shape):
            shapes.append(piece)
        else:
            shapes[-1] = replace(shapes[-1], marks=(*shapes[-1].marks, piece))
    return shapes


def _mark(attributes: Mapping[str, str]) -> Mark:
    cut = attributes["class"] == "cut"
    depth = float(attributes.get("data-depth", 1.2))
    tint = float(attributes.get("data-lift", 0.10)) if not cut else -0.22 * min(1.5, depth)
    return _line(attributes["d"], float(attributes.get("stroke-width", 1)), -depth if cut else depth, tint)


def _line(path: str, width: float, depth: float, tint: float) -> Mark:
    return Mark(f'<path d="{path}" stroke-width="{width}" {WHITE_LINE}/>', depth, tint)


def _plain_shape(kind: str, attributes: Mapping[str, str]) -> Shape:
    geometry = " ".join(
        f'{name}="{value}"' for name, value in attributes.items() if name != "class" and not name.startswith("data-")
    )
    width = float(attributes.get("stroke-width", 0))
    if kind == "path":
        coordinates = numbers(attributes["d"])
    else:
        x, y = float(attributes["cx"]), float(attributes["cy"])
        rx, ry = (float(attributes.get(radius, attributes.get("r", 0))) for radius in ("rx", "ry"))
        coordinates = [x - rx, y - ry, x + rx, y + ry]
    xs, ys = coordinates[::2], coordinates[1::2]
    bounds = (min(xs) - width, min(ys) - width, max(xs) + width, max(ys) + width)
    style = WHITE_LINE if width else 'fill="#fff"'
    return _shape(f"<{kind} {geometry} {style}/>", bounds, attributes)


def _shape(xml: str, bounds: Bounds, attributes: Mapping[str, str], **defaults: Any) -> Shape:
    """A shape with the options its element states; `defaults` for those it leaves out."""
    stated: dict[str, Any] = {}
    for name in ("bevel", "height", "lift", "texture", "weight", "cast"):
        if f"data-{name}" in attributes:
            stated[name] = float(attributes[f"data-{name}"])
    if "data-profile" in attributes:
        stated["roof"] = attributes["data-profile"] == "roof"
    if "data-edge" in attributes:
        stated["edged"] = attributes["data-edge"] == "1"
    if "data-shadow" in attributes:
        stated["casts"] = attributes["data-shadow"] == "1"
    if "data-lineless" in attributes:
        stated["lineless"] = attributes["data-lineless"] == "1"
    if "data-gradient" in attributes:
        stated["gradient"] = tuple(numbers(attributes["data-gradient"]))
    return replace(Shape(xml, bounds, attributes["class"]), **{**defaults, **stated})


def _polygon(points: PointList, attributes: Mapping[str, str], **defaults: Any) -> Shape:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    bounds = (min(xs), min(ys), max(xs), max(ys))
    return _shape(f'<path d="{_path(points)}Z" fill="#fff"/>', bounds, attributes, **defaults)


def _path(points: PointList) -> str:
    return "M" + " L".join(f"{x:.2f} {y:.2f}" for x, y in points)


def _items(attributes: Mapping[str, str]) -> Iterable[list[float]]:
    return (numbers(item) for item in attributes["at"].split(";") if item.strip())


SCUTE = ((0, -0.28), (0.34, -0.5), (0.72, -0.3), (1, 0), (0.72, 0.3), (0.34, 0.5), (0, 0.28), (-0.14, 0))


def _scutes(attributes: Mapping[str, str]) -> list[Shape | Mark]:
    """`<scutes at="x,y,angle,length,width; ...">`: pointed, leaf-shaped plates with a ridge."""
    pieces: list[Shape | Mark] = []
    for x, y, angle, length, width in _items(attributes):
        cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        outline = [
            (x + along * length * cosine - aside * width * sine, y + along * length * sine + aside * width * cosine)
            for along, aside in SCUTE
        ]
        pieces.append(_polygon(outline, attributes, bevel=4.0, roof=True, edged=True))
        ridge = [(x + part * length * cosine, y + part * length * sine) for part in (0.12, 0.86)]
        pieces.append(_line(_path(ridge), 1, 0.5, 0.0))
    return pieces


def _leaf(along: float) -> float:
    return (0.42 + 1.1 * along if along < 0.36 else 0.82 * ((1 - along) / 0.64) ** 0.8) / 0.82


BLADE_PROFILES: dict[str, Callable[[float], float]] = {  # half-width from root (0) to tip (1)
    "leaf": _leaf,
    "thorn": lambda along: (1 - along) ** 0.8,
    "sabre": lambda along: (1 - along) ** 0.55 * (0.8 + 0.5 * along),
}
BLADE_STEPS = 12


@dataclass(frozen=True, slots=True)
class _Blade:
    profile: Callable[[float], float]  # half-width from root (0) to tip (1)
    root_x: float
    root_y: float
    angle: float  # degrees
    length: float
    width: float
    curve: float  # how far the tip bends aside, in lengths

    def line(self, aside: float, parts: Sequence[float]) -> PointList:
        """Points `aside` half-widths from the spine, at these parts of the way from root to tip."""
        cosine, sine = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        points = []
        for part in parts:
            along = self.length * part
            across = self.curve * self.length * part * part + aside * self.profile(part) * self.width / 2
            points.append((self.root_x + along * cosine - across * sine, self.root_y + along * sine + across * cosine))
        return points


def _blade(attributes: Mapping[str, str]) -> list[Shape | Mark]:
    """`<blade at="x,y,angle,length,width,curve; ..." profile="leaf" ribs="1" tip=".12">`: curved plates.

    `tip` is how much lighter the tip is than the root.
    """
    profile = BLADE_PROFILES[attributes.get("profile", "leaf")]
    ribs, tip = int(attributes.get("ribs", 1)), float(attributes.get("tip", 0.12))
    steps = [step / BLADE_STEPS for step in range(BLADE_STEPS + 1)]
    pieces: list[Shape | Mark] = []
    for item in _items(attributes):
        blade = _Blade(profile, *item)
        gradient = (blade.root_x, blade.root_y, *blade.line(0, [1])[0], -tip, tip)
        bevel = max(2, blade.width * 0.42)
        outline = blade.line(-1, steps) + blade.line(1, steps)[::-1]
        pieces.append(_polygon(outline, attributes, bevel=bevel, roof=True, edged=True, gradient=gradient))
        if ribs:
            pieces.append(_line(_path(blade.line(0, steps[1:12])), 0.8, 0.45, 0.10))
        if ribs > 1:
            pieces += [_line(_path(blade.line(side, steps[2:10])), 0.9, -1.1, -0.24) for side in (-0.52, 0.52)]
    return pieces


def _lobes(attributes: Mapping[str, str]) -> list[Shape | Mark]:
    """`<lobes at="x,y,rx,ry,angle; ...">`: overlapping rounded rings, as on a belly or neck."""
    pieces: list[Shape | Mark] = []
    for x, y, rx, ry, angle in _items(attributes):
        reach = math.hypot(rx, ry)
        xml = f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" transform="rotate({angle} {x} {y})" fill="#fff"/>'
        bounds = (x - reach, y - reach, x + reach, y + reach)
        pieces.append(_shape(xml, bounds, attributes, bevel=min(rx, ry), edged=True, cast=1.2))
    return pieces


def _pits(attributes: Mapping[str, str]) -> list[Shape | Mark]:
    """`<pits at="x,y,r; ..."/>`: small dents in the shape before them."""
    depth = float(attributes.get("data-depth", 1.1))
    return [
        _line(_path([(x, y), (x + 0.05, y)]), 2 * radius, -depth, -0.22 * min(1.5, depth))
        for x, y, radius in _items(attributes)
    ]


GENERATORS: dict[str, Callable[[Mapping[str, str]], list[Shape | Mark]]] = {
    "scutes": _scutes,
    "blade": _blade,
    "lobes": _lobes,
    "pits": _pits,
}
