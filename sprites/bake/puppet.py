"""A drawing read from SVG into parts, limbs and legs: what a pose can turn.

Every `<g>` is a part. `data-parent`, `data-pivot`, `data-z` hang it in the puppet; `data-use` draws another
part's shapes again, at `data-offset`, turned by `data-turn`, darker by `data-dim` or in its far material. A part
with `data-chain` is the top of a jointed leg, one with `data-leg` a leg stretched between three points, one with
`data-bone` only a template for those. `sprites/README.md` lists every attribute.
"""

import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sprites.bake.shapes import Drawn, Shape, numbers, read_shapes

Vector = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    parent: str | None
    pivot: Vector
    depth: float  # painting order: higher is nearer
    shapes: tuple[Shape, ...]
    anchors: Mapping[str, Vector]
    limb: str  # parts of one limb draw no ink line over one another
    offset: Vector = (0.0, 0.0)
    turn: float = 0.0  # degrees
    scale: Vector = (1.0, 1.0)
    dim: float = 0.0  # light taken away
    far: bool = False  # drawn in its materials' far ramps
    hidden: bool = False  # only drawn where a pose shows it
    ink: bool = False  # drawn with a true ink line over other limbs
    floor: tuple[Vector, ...] = ()  # points kept above the ground by turning the part up


@dataclass(frozen=True, slots=True)
class JointedLeg:
    """Thigh, shin and foot as parts; two-bone inverse kinematics puts the foot where a pose wants it."""

    name: str
    thigh: str
    shin: str
    foot: str
    ankle: Vector  # where the ankle is with the sole flat on the ground
    ball: Vector  # the foot rolls over this point when the heel lifts,
    heel: Vector  # and over this one when the toes do


@dataclass(frozen=True, slots=True)
class StretchedLeg:
    """Hip, knee and foot as points; two bone templates are laid between them, as a leg seen in projection."""

    name: str
    parent: str
    hip: Vector
    knee: Vector
    foot: Vector
    femur: float  # length of the template
    tibia: float
    width: float
    mirrored: bool

    @property
    def bones(self) -> tuple[str, str]:
        return f"{self.name}.femur", f"{self.name}.tibia"


@dataclass(frozen=True)
class Puppet:
    name: str
    scale: float  # px a drawing unit
    ground: Vector  # the point under the body that stands on the street
    clip: float | None  # drawing units below the ground at which a standing pose is cut off
    parts: Mapping[str, Part]
    jointed_legs: tuple[JointedLeg, ...] = ()
    stretched_legs: tuple[StretchedLeg, ...] = ()

    @cached_property
    def limbs(self) -> list[str]:
        return sorted({part.limb for part in self.parts.values()})


@dataclass(slots=True)
class _Reader:
    parts: dict[str, Part] = field(default_factory=dict)
    templates: dict[str, tuple[float, Drawn]] = field(default_factory=dict)
    jointed: list[JointedLeg] = field(default_factory=list)
    stretched: list[StretchedLeg] = field(default_factory=list)

    def read(self, group: ElementTree.Element) -> None:
        attributes = group.attrib
        if "data-bone" in attributes:
            self.templates[attributes["id"]] = (float(attributes["data-bone"]), read_shapes(group))
        elif "data-leg" in attributes:
            self._read_stretched_leg(attributes)
        else:
            self._read_part(group)

    def _read_part(self, group: ElementTree.Element) -> None:
        attributes = group.attrib
        name = attributes["id"]
        drawn = read_shapes(group)
        pivot = _vector(attributes.get("data-pivot", "0 0"))
        original = self.parts.get(attributes.get("data-use", ""))
        if original:
            anchors = {f"far_{anchor}": place for anchor, place in original.anchors.items()}
            drawn, pivot = Drawn(original.shapes, anchors), original.pivot
        floor = numbers(attributes.get("data-floor", ""))
        self.parts[name] = Part(
            name,
            attributes.get("data-parent"),
            pivot,
            float(attributes.get("data-z", 0)),
            drawn.shapes,
            drawn.anchors,
            attributes.get("data-limb", name),
            offset=_vector(attributes.get("data-offset", "0 0")),
            turn=float(attributes.get("data-turn", 0)),
            scale=_vector(attributes.get("data-scale", "1 1")),
            dim=float(attributes.get("data-dim", 0)),
            far=attributes.get("data-far") == "1",
            hidden=attributes.get("data-hidden") == "1",
            ink=attributes.get("data-ink", "1" if original and original.ink else "0") == "1",
            floor=tuple(zip(floor[::2], floor[1::2], strict=True)),
        )
        if "data-chain" in attributes:
            leg, shin, foot = attributes["data-chain"].split()
            ankle, ball, heel = (_vector(attributes[f"data-{key}"]) for key in ("ankle", "ball", "heel"))
            self.jointed.append(JointedLeg(leg, name, shin, foot, ankle, ball, heel))

    def _read_stretched_leg(self, attributes: Mapping[str, str]) -> None:
        hip_x, hip_y, knee_x, knee_y, foot_x, foot_y = numbers(attributes["data-leg"])
        femur, femur_drawn = self.templates[attributes["data-femur"]]
        tibia, tibia_drawn = self.templates[attributes["data-tibia"]]
        leg = StretchedLeg(
            attributes["id"],
            attributes["data-parent"],
            (hip_x, hip_y),
            (knee_x, knee_y),
            (foot_x, foot_y),
            femur,
            tibia,
            float(attributes.get("data-width", 1)),
            attributes.get("data-mirror") == "1",
        )
        self.stretched.append(leg)
        depth, far = float(attributes.get("data-z", 0)), attributes.get("data-far") == "1"
        for bone, drawn, above in zip(leg.bones, (femur_drawn, tibia_drawn), (0, 0.5), strict=True):
            self.parts[bone] = Part(bone, None, (0, 0), depth + above, drawn.shapes, {}, leg.name, far=far)


def _vector(text: str) -> Vector:
    x, y = numbers(text)
    return x, y


def read_puppet(name: str, svg: str) -> Puppet:
    root = ElementTree.fromstring(svg)
    reader = _Reader()
    for child in root:
        if child.tag.rpartition("}")[2] == "g":
            reader.read(child)
    clip = root.get("data-clip")
    return Puppet(
        name,
        float(root.get("data-scale", 1)),
        _vector(root.attrib["data-ground"]),
        None if clip is None else float(clip),
        reader.parts,
        tuple(reader.jointed),
        tuple(reader.stretched),
    )


def load_puppet(path: Path) -> Puppet:
    return read_puppet(path.stem, path.read_text(encoding="utf-8"))
