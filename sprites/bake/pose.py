"""Poses: how far each joint is turned, where the feet stand, what is shown; and the poses between two poses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Joint(NamedTuple):
    """Degrees clockwise on screen, a shift in drawing units, a stretch along the part's own axes."""

    turn: float = 0.0
    dx: float = 0.0
    dy: float = 0.0
    stretch_x: float = 1.0
    stretch_y: float = 1.0


class Foot(NamedTuple):
    """A foot's place. A jointed leg: shift from neutral, sole's angle (heel up is positive), lift off the
    ground. A stretched leg: shift in x, no angle, lift."""

    shift: float = 0.0
    roll: float = 0.0
    lift: float = 0.0


class Knee(NamedTuple):
    """Of a stretched leg: how far the knee is moved from where hip and foot carry it."""

    dx: float = 0.0
    dy: float = 0.0


class PointLight(NamedTuple):
    radius: float  # px
    strength: float


@dataclass(frozen=True, slots=True)
class Pose:
    joints: Mapping[str, Joint] = field(default_factory=dict)
    feet: Mapping[str, Foot] = field(default_factory=dict)
    knees: Mapping[str, Knee] = field(default_factory=dict)
    show: frozenset[str] = frozenset()
    hide: frozenset[str] = frozenset()
    depths: Mapping[str, float] = field(default_factory=dict)  # painting order, where it differs
    lights: Mapping[str, PointLight] = field(default_factory=dict)  # by anchor
    glow: str = ""  # the tint its point lights throw
    drawing: str = ""  # which of the puppet's drawings; "" is the first
    airborne: bool = False  # off the ground: neither cut off at the street nor kept above it
    covered: bool = False  # under ash


def eased(part: float) -> float:
    """Slow at both ends: 0 to 1 over 0 to 1."""
    return part * part * (3 - 2 * part)


def between(first: Pose, second: Pose, part: float) -> Pose:
    """The pose `part` (0..1) of the way; what is shown, hidden, reordered or redrawn switches half-way."""
    nearer = first if part < 0.5 else second
    feet = {leg: Foot(*_mixed(first.feet[leg], second.feet[leg], part)) for leg in first.feet if leg in second.feet}
    knees = {
        leg: Knee(*_mixed(first.knees.get(leg, Knee()), second.knees.get(leg, Knee()), part))
        for leg in sorted({*first.knees, *second.knees})
    }
    lights = {
        anchor: PointLight(*_mixed(_light(first, second, anchor), _light(second, first, anchor), part))
        for anchor in sorted({*first.lights, *second.lights})
    }
    return Pose(
        joints={
            name: Joint(*_mixed(first.joints.get(name, Joint()), second.joints.get(name, Joint()), part))
            for name in sorted({*first.joints, *second.joints})
        },
        feet=feet or nearer.feet,
        knees=knees,
        show=nearer.show,
        hide=nearer.hide,
        depths=nearer.depths,
        lights=lights,
        glow=nearer.glow or first.glow or second.glow,
        drawing=nearer.drawing,
        airborne=nearer.airborne,
        covered=nearer.covered,
    )


def _light(pose: Pose, other: Pose, anchor: str) -> PointLight:
    return pose.lights.get(anchor) or PointLight(other.lights[anchor].radius, 0.0)


def _mixed(first: tuple[float, ...], second: tuple[float, ...], part: float) -> tuple[float, ...]:
    return tuple(start + (end - start) * part for start, end in zip(first, second, strict=True))
