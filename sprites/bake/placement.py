"""Where every part of a posed puppet lies: joints, legs that reach for their feet, tails that clear the ground.

Everything here is in drawing units, with affine matrices of shape (3, 3). Angles in poses are degrees.
"""

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from sprites.bake.pose import Foot, Joint, Knee, Pose
from sprites.bake.puppet import JointedLeg, Puppet, StretchedLeg, Vector

Matrix = npt.NDArray[np.float64]

LONGEST_REACH = 1.12  # a leg may look this much longer than drawn, as it does when it turns in depth
FLOOR_STEP = 1.5  # degrees a tail is turned up at a time
FLOOR_SLACK = 1.0  # drawing units a tail may dip into the street
KNEE_FOLLOWS_HIP = (0.62, 0.8)  # stretched legs: how much of the hip's and the foot's movement the knee takes on
KNEE_FOLLOWS_FOOT = (0.42, 0.55)


def matrix(a: float, b: float, c: float, d: float, dx: float, dy: float) -> Matrix:
    """SVG's matrix(a b c d dx dy)."""
    return np.array([[a, c, dx], [b, d, dy], [0.0, 0.0, 1.0]])


def shifted(dx: float, dy: float) -> Matrix:
    return matrix(1, 0, 0, 1, dx, dy)


def turned(degrees: float) -> Matrix:
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return matrix(cosine, sine, -sine, cosine, 0, 0)


def moved(transform: Matrix, point: Vector) -> Vector:
    x, y, _ = transform @ (*point, 1.0)
    return float(x), float(y)


def place(puppet: Puppet, pose: Pose) -> dict[str, Matrix]:
    """The matrix from each part's own drawing to the posed one."""
    pose = _reach_for_feet(puppet, pose)
    if not pose.airborne:
        pose = _keep_off_the_floor(puppet, pose)
    bones = {bone for leg in puppet.stretched_legs for bone in leg.bones}
    placed = {name: _placement(puppet, pose, name) for name in puppet.parts if name not in bones}
    for leg in puppet.stretched_legs:
        femur, tibia = leg.bones
        placed[femur], placed[tibia] = _stretch(leg, pose, placed[leg.parent])
    return placed


def _placement(puppet: Puppet, pose: Pose, name: str) -> Matrix:
    part = puppet.parts[name]
    joint = pose.joints.get(name, Joint())
    x, y = part.pivot
    own: Matrix = (
        shifted(x + joint.dx + part.offset[0], y + joint.dy + part.offset[1])
        @ turned(joint.turn + part.turn)
        @ matrix(joint.stretch_x * part.scale[0], 0, 0, joint.stretch_y * part.scale[1], 0, 0)
        @ shifted(-x, -y)
    )
    return own if part.parent is None else _placement(puppet, pose, part.parent) @ own


def ankle_target(puppet: Puppet, leg: JointedLeg, foot: Foot) -> Vector:
    """Where the ankle must be for the foot to stand there, rolled over its ball or its heel."""
    pivot_x, pivot_y = leg.ball if foot.roll > 0 else leg.heel
    dx, dy = leg.ankle[0] - pivot_x, leg.ankle[1] - pivot_y
    cosine, sine = math.cos(math.radians(foot.roll)), math.sin(math.radians(foot.roll))
    offset_x, offset_y = puppet.parts[leg.thigh].offset
    x = pivot_x + dx * cosine - dy * sine + foot.shift + offset_x
    y = pivot_y + dx * sine + dy * cosine - foot.lift + offset_y
    return x, y


def _reach_for_feet(puppet: Puppet, pose: Pose) -> Pose:
    """The pose with the joints of every jointed leg solved that has a foot to stand on."""
    solved = dict(pose.joints)
    for leg in puppet.jointed_legs:
        if leg.name in pose.feet:
            solved |= bend_leg(puppet, pose, leg, pose.feet[leg.name])
    return replace(pose, joints=solved)


def bend_leg(puppet: Puppet, pose: Pose, leg: JointedLeg, foot: Foot) -> dict[str, Joint]:
    """Two-bone inverse kinematics, the knee forward (+x). A target out of reach stretches the leg a little."""
    thigh, shin, ankle = (np.array(puppet.parts[name].pivot) for name in (leg.thigh, leg.shin, leg.foot))
    body = _placement(puppet, pose, puppet.parts[leg.thigh].parent or "")
    body_angle = math.atan2(body[1, 0], body[0, 0])
    hip = np.array(moved(body, tuple(thigh + puppet.parts[leg.thigh].offset)))
    reach = np.array(ankle_target(puppet, leg, foot)) - hip
    upper, lower = float(np.linalg.norm(shin - thigh)), float(np.linalg.norm(ankle - shin))
    straight = 0.995 * (upper + lower)
    distance = float(np.linalg.norm(reach))
    stretch = min(LONGEST_REACH, max(1.0, distance / straight))
    if distance > straight * stretch:
        reach *= straight * stretch / distance
    distance = max(float(np.linalg.norm(reach)), abs(upper - lower) + 1)
    upper_now, lower_now = upper * stretch, lower * stretch
    cosine = (upper_now**2 + distance**2 - lower_now**2) / (2 * upper_now * distance)
    upper_angle = math.atan2(reach[1], reach[0]) - math.acos(min(1.0, max(-1.0, cosine)))
    knee = upper_now * np.array([math.cos(upper_angle), math.sin(upper_angle)])
    lower_angle = math.atan2(*(reach - knee)[::-1])
    upper_rest, lower_rest = math.atan2(*(shin - thigh)[::-1]), math.atan2(*(ankle - shin)[::-1])
    upper_turn, lower_turn = upper_angle - upper_rest, lower_angle - lower_rest
    return {
        leg.thigh: Joint(math.degrees(upper_turn - body_angle)),
        leg.shin: Joint(math.degrees(lower_turn - upper_turn), *((stretch - 1) * (shin - thigh))),
        leg.foot: Joint(foot.roll - math.degrees(lower_turn), *((stretch - 1) * (ankle - shin))),
    }


def _keep_off_the_floor(puppet: Puppet, pose: Pose) -> Pose:
    """Turns parts with floor points up, parents first, until those points clear the street."""
    floor = puppet.ground[1] + FLOOR_SLACK
    joints = dict(pose.joints)
    for part in (part for part in puppet.parts.values() if part.floor):
        for _ in range(40):
            placed = _placement(puppet, replace(pose, joints=joints), part.name)
            if max(moved(placed, point)[1] for point in part.floor) <= floor:
                break
            joint = joints.get(part.name, Joint())
            joints[part.name] = joint._replace(turn=joint.turn + FLOOR_STEP)
    return replace(pose, joints=joints)


def _stretch(leg: StretchedLeg, pose: Pose, body: Matrix) -> tuple[Matrix, Matrix]:
    """The foot keeps its spot on the ground plus the pose's shift, the hip rides on the body, the knee follows
    both. Bones may look longer or shorter, as they do when they turn in depth, so nothing locks or pops."""
    foot = pose.feet.get(leg.name, Foot())
    knee_x, knee_y = pose.knees.get(leg.name, Knee())
    hip = moved(body, leg.hip)
    foot_shift = (foot.shift, -foot.lift)
    knee = (
        leg.knee[0] + (hip[0] - leg.hip[0]) * KNEE_FOLLOWS_HIP[0] + foot_shift[0] * KNEE_FOLLOWS_FOOT[0] + knee_x,
        leg.knee[1] + (hip[1] - leg.hip[1]) * KNEE_FOLLOWS_HIP[1] + foot_shift[1] * KNEE_FOLLOWS_FOOT[1] + knee_y,
    )
    sole = (leg.foot[0] + foot_shift[0], leg.foot[1] + foot_shift[1])
    width = -leg.width if leg.mirrored else leg.width
    return _laid(hip, knee, leg.femur, width), _laid(knee, sole, leg.tibia, width)


def _laid(start: Vector, end: Vector, length: float, width: float) -> Matrix:
    """The matrix that lays a bone drawn along +x, `length` long, from start to end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    distance = math.hypot(dx, dy) or 1.0
    cosine, sine, stretch = dx / distance, dy / distance, distance / length
    return matrix(cosine * stretch, sine * stretch, -sine * width, cosine * width, *start)


def placed_anchors(puppet: Puppet, placed: Mapping[str, Matrix]) -> dict[str, Vector]:
    """Every named point in px from the puppet's ground point."""
    to_px = to_pixels(puppet)
    return {
        anchor: moved(to_px @ placed[part.name], point)
        for part in puppet.parts.values()
        for anchor, point in part.anchors.items()
    }


def to_pixels(puppet: Puppet) -> Matrix:
    """From drawing units to px with the ground point at the origin."""
    x, y = puppet.ground
    return matrix(puppet.scale, 0, 0, puppet.scale, -x * puppet.scale, -y * puppet.scale)
