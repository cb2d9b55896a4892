"""A puppet's TOML file read into poses and strips: every movement is data, this only expands it.

A pose is written as groups of joints under headings of the writer's choice (`trunk = { root = [-9, -4, 1.5] }`).
A strip lists key poses with counts of frames between them, or names a cycle: feet on a path, joints on sums of
cosines. `sprites/README.md` explains the fields.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sprites.bake.pose import Foot, Joint, Knee, PointLight, Pose, between, eased

OWN_FIELDS = frozenset(
    ("like", "fan", "feet", "knees", "show", "hide", "depths", "lights", "glow", "drawing", "airborne", "covered")
)


@dataclass(frozen=True, slots=True)
class Movement:
    """The poses of one strip, before they are drawn."""

    name: str
    poses: tuple[Pose, ...]
    ticks: int
    loop: bool
    lead: str  # the anchor that the frames' `claw` is taken from


@dataclass(frozen=True, slots=True)
class PoseBook:
    document: Mapping[str, Any]
    poses: dict[str, Pose] = field(default_factory=dict)

    def pose(self, name: str) -> Pose:
        """Raises KeyError for a name no `[pose.<name>]` has."""
        if name not in self.poses:
            self.poses[name] = self._read_pose(self.document["pose"][name])
        return self.poses[name]

    def movements(self) -> list[Movement]:
        return [self._movement(name, row) for name, row in self.document["strip"].items()]

    def _movement(self, name: str, row: Mapping[str, Any]) -> Movement:
        poses = self._cycle(row["cycle"]) if "cycle" in row else self._between_keys(row["keys"])
        return Movement(name, tuple(poses), row["ticks"], row.get("loop", False), row.get("lead", "claw"))

    def _read_pose(self, row: Mapping[str, Any]) -> Pose:
        base = self.pose(row["like"]) if "like" in row else Pose()
        joints = dict(base.joints)
        for fan, opening in row.get("fan", {}).items():
            joints |= fan_joints(self.document["fan"][fan], *opening)
        for heading, group in row.items():
            if heading not in OWN_FIELDS:
                joints |= {part: _joint(value) for part, value in group.items()}
        stated: dict[str, Any] = {key: row[key] for key in ("glow", "drawing", "airborne", "covered") if key in row}
        stated |= {key: frozenset(row[key]) for key in ("show", "hide") if key in row}
        if "feet" in row:
            stated["feet"] = {**base.feet, **{leg: Foot(*value) for leg, value in row["feet"].items()}}
        if "knees" in row:
            stated["knees"] = {**base.knees, **{leg: Knee(*value) for leg, value in row["knees"].items()}}
        if "depths" in row:
            stated["depths"] = {**base.depths, **row["depths"]}
        if "lights" in row:
            stated["lights"] = {anchor: PointLight(*value) for anchor, value in row["lights"].items()}
        return replace(base, joints=joints, **stated)

    def _between_keys(self, keys: Sequence[Any]) -> list[Pose]:
        """`["a", 2, "b"]`: a, two frames on the way, b. A count at the end leads back to the first key."""
        poses = [self._key(keys[0])]
        between_count = 0
        closing = [keys[0]] if isinstance(keys[-1], int) else []
        for key in [*keys[1:], *closing]:
            if isinstance(key, int):
                between_count = key
                continue
            start, end = poses[-1], self._key(key)
            steps = between_count + 1
            poses += [between(start, end, eased(step / steps)) for step in range(1, steps)]
            poses.append(end)
            between_count = 0
        return poses[:-1] if closing else poses

    def _key(self, key: str | list[Any]) -> Pose:
        """A pose by name, or `["a", 0.4, "b"]`: 0.4 of the way from one to the other."""
        if isinstance(key, str):
            return self.pose(key)
        first, part, second = key
        return between(self.pose(first), self.pose(second), part)

    def _cycle(self, name: str) -> list[Pose]:
        cycle = self.document["cycle"][name]
        return [self._cycle_pose(cycle, frame / cycle["frames"]) for frame in range(cycle["frames"])]

    def _cycle_pose(self, cycle: Mapping[str, Any], moment: float) -> Pose:
        base = self.pose(cycle["like"])
        feet = {leg: step_along(path, moment + path["start"]) for leg, path in cycle.get("feet", {}).items()}
        knee = cycle.get("knee_lift", 0.0)
        knees = {leg: Knee(0.0, -knee * foot.lift) for leg, foot in feet.items()} if knee else base.knees
        joints = dict(base.joints)
        for part, sway in cycle["sway"].items():
            joints[part] = Joint(**{channel: _waves(waves, moment) for channel, waves in sway.items()})
        return replace(base, joints=joints, feet=feet or base.feet, knees=knees)


def _joint(value: float | list[float]) -> Joint:
    return Joint(*value) if isinstance(value, list) else Joint(value)


def fan_joints(fan: Mapping[str, Any], spread: float, back: float, size: float) -> dict[str, Joint]:
    """Blades that open together: spread 0 is one bundle, 1 the rest, 1.3 wide open; `back` turns all of them."""
    centre = fan["centre"]
    return {
        blade: Joint(centre + (angle - centre) * spread + back, 0, 0, size, size)
        for blade, angle in fan["blades"].items()
    }


def _waves(waves: Sequence[Any], moment: float) -> float:
    """[mean, [amplitude, times a cycle, lag in cycles], ...] at a moment 0..1 of the cycle."""
    mean, *terms = waves
    return mean + sum(amplitude * math.cos(2 * math.pi * times * (moment - lag)) for amplitude, times, lag in terms)


def step_along(path: Mapping[str, float], moment: float) -> Foot:
    """A foot's path over a cycle: it drifts back with the ground for `duty` of the time, heel down first and
    rolling off its toes, then swings forward. Body speed = 2 * reach / duty drawing units a cycle."""
    moment %= 1
    reach, duty, toe, heel = path["reach"], path["duty"], path.get("toe", 0.0), path.get("heel", 0.0)
    if moment <= duty:
        part = moment / duty
        landing, leaving = max(0.0, 1 - part / 0.14), max(0.0, (part - 0.72) / 0.28)
        return Foot(reach - 2 * reach * part, heel * landing + toe * leaving**1.4)
    part = (moment - duty) / (1 - duty)
    roll = toe * (1 - part) ** 2 * 1.2 + heel * part * part
    return Foot(-reach + 2 * reach * eased(part), roll, path["lift"] * math.sin(math.pi * part) ** 0.8)


def load_document(path: Path) -> Mapping[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
