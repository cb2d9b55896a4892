"""The soldiers on Gamera: on holds of his body, one each, so that they read one by one, and moving with it.

A hold is a place on the picture of him at rest. His face, his hands and the edge of his outline have none: however
many cling to him, head, claws and shape are seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

from game.sim.rng import Floats, Words
from game.sim.soldiers import SoldierState
from game.sim.world import World
from game.view.lens import Lens
from game.view.sheets import Frame
from game.view.swarm import GROUND, HOST, LOOKS, NORMAL, Indices, Stamps, picture_index

CLING_LOOKS = np.array([LOOKS.index(look) for look in ("cling", "cling_up", "cling_down", "bite")])
OFFSETS_FROM = (0.0, -56.0)  # px from his feet: where the rules count a clinger's place from
HOLD_WIDE, HOLD_TALL = 12, 10  # px from hold to hold; a soldier is a little larger: all of them hide his body
HOLD_STRAYS = 2  # px that a hold lies off its row and column
EDGE = 6  # px inside his outline that stay free
FREE_ROUND = {"eye": 17.0, "muzzle": 12.0, "claw": 13.0, "far_claw": 13.0}  # px by anchor
FACE = ("eye", "muzzle")  # stay free in every pose, his hands pass over those on his body
CHOICE = 9  # a soldier takes one of so many nearest holds, for most land on his head and his feet
DARK_BELOW = 62  # mean of red, green and blue under a hold: on dark shell a soldier is pale, elsewhere dark

Mask = npt.NDArray[np.bool_]


class Holds(NamedTuple):
    """Places (2, n), px from the feet of him at rest, and the tint of who sits there."""

    places: Floats
    tint: Indices


@dataclass(frozen=True, slots=True)
class Seated:
    """Who is seen on him: rows of the soldiers' table and the holds they have, none twice."""

    rows: Indices
    holds: Indices


class Clingers:
    """`rest` is Gamera standing, by facing: holds are found on that picture and follow the pose from there."""

    def __init__(self, stamps: Stamps, rest: dict[int, Frame]) -> None:
        self._stamps = stamps
        self._rest = rest
        self._holds = {facing: find_holds(frame) for facing, frame in rest.items()}

    def draw(self, world: World, lens: Lens, x: float, y: float, pose: Frame) -> None:
        """Draws those on him, whose feet are at world (x, y) and who is shown in `pose`."""
        soldiers, facing = world.soldiers, world.gamera_body.facing
        rows = soldiers.who_are(SoldierState.CLING)
        if not len(rows):
            return
        rows = rows[np.argsort(soldiers.luck[rows], kind="stable")]
        holds = self._holds[facing]
        wanted = soldiers.offset[:, rows] + np.array(OFFSETS_FROM, np.float32)[:, None]
        seated = seat(rows, wanted, soldiers.luck[rows], holds.places)
        places = follow(holds.places[:, seated.holds], self._rest[facing], pose)
        off_face = np.flatnonzero(free_of(places, pose, FACE))
        places, tint = places[:, off_face], holds.tint[seated.holds[off_face]]
        luck = soldiers.luck[seated.rows[off_face]]
        look = CLING_LOOKS[(luck >> np.uint32(5)) & np.uint32(3)]
        turned = (luck >> np.uint32(9)) & np.uint32(1)
        frame = self._stamps.frame_of(look, luck, world.beat)
        picture = picture_index(tint, NORMAL, look, turned, frame)
        canvas_x = np.rint(places[0] + x).astype(np.intp) - lens.left
        canvas_y = np.rint(places[1] + y).astype(np.intp) - lens.top
        self._stamps.draw(lens.canvas, picture, canvas_x, canvas_y)


def find_holds(rest: Frame) -> Holds:
    """A grid over his picture, every point a little astray, of which those are kept where he may be held."""
    body = inner_mask(rest)
    rows, columns = np.mgrid[0 : body.shape[1] : HOLD_TALL, 0 : body.shape[0] : HOLD_WIDE]
    strays = HOLD_STRAYS * np.sin(rows * 12.9 + columns * 78.2), HOLD_STRAYS * np.sin(rows * 39.3 + columns * 11.1)
    shifted = columns + np.where(rows // HOLD_TALL % 2, HOLD_WIDE // 2, 0)
    left = np.clip(np.rint(shifted + strays[0]).astype(np.intp), 0, body.shape[0] - 1).ravel()
    top = np.clip(np.rint(rows + strays[1]).astype(np.intp), 0, body.shape[1] - 1).ravel()
    places = np.array([left - rest.pivot_x, top - rest.pivot_y], np.float32)
    free = body[left, top] & free_of(places, rest, FREE_ROUND)
    shade = [_shade(rest.image, x, y) for x, y in zip(left[free].tolist(), top[free].tolist(), strict=True)]
    return Holds(places[:, free], np.where(np.array(shade) < DARK_BELOW, HOST, GROUND).astype(np.intp))


def _shade(picture: pygame.Surface, x: int, y: int) -> float:
    """Mean of red, green and blue round a point, 0 to 255."""
    return sum(pygame.transform.average_color(picture, (x - 2, y - 2, 5, 5))[:3]) / 3


def seat(rows: Indices, wanted: Floats, luck: Words, holds: Floats) -> Seated:
    """Each takes a hold near where it `wanted` (2, n) to be; of several on one hold the first of `rows` is seen."""
    across, down = wanted[0][:, None] - holds[0], wanted[1][:, None] - holds[1]
    nearest = np.argsort(across * across + down * down, axis=1, kind="stable")[:, :CHOICE]
    taken = nearest[np.arange(len(rows)), (luck >> np.uint32(13)) % np.uint32(CHOICE)]
    holds_taken, first = np.unique(taken, return_index=True)
    return Seated(rows[first], holds_taken)


def body_mask(frame: Frame) -> Mask:
    """Where the picture is not empty, (w, h)."""
    width, height = frame.image.get_size()
    return np.array([[frame.mask.get_at((x, y)) for y in range(height)] for x in range(width)], np.bool_)


def inner_mask(frame: Frame) -> Mask:
    """Where the picture is not empty, nor anything EDGE px away."""
    padded = np.pad(body_mask(frame), EDGE)
    inside = padded.copy()
    for axis in (0, 1):
        inside &= np.roll(padded, EDGE, axis) & np.roll(padded, -EDGE, axis)
    return inside[EDGE:-EDGE, EDGE:-EDGE]


def free_of(places: Floats, pose: Frame, anchors: Iterable[str]) -> Mask:
    """Which places (2, n) are not too near to any of these anchors of him."""
    free = np.ones(places.shape[1], np.bool_)
    for anchor in anchors:
        free &= away_from(places, pose.anchors[anchor]) > FREE_ROUND[anchor]
    return free


def away_from(places: Floats, point: tuple[float, float]) -> Floats:
    dx, dy = places[0] - np.float32(point[0]), places[1] - np.float32(point[1])
    return np.asarray(np.sqrt(dx * dx + dy * dy), np.float32)


def follow(places: Floats, rest: Frame, pose: Frame) -> Floats:
    """The places on him standing, carried to the pose: by his chest as he leans and crouches, on his head by his head.

    Between chest and crown, and between back and face, they go with both, by share.
    """
    rest_x, rest_y = rest.anchors["chest"]
    chest_x, chest_y = pose.anchors["chest"]
    lean, crouch = (chest_x - rest_x) / -rest_y, chest_y / rest_y
    on_body = np.array([places[0] - places[1] * lean, places[1] * crouch], np.float32)
    (crown_x, crown_y), (back_x, _) = rest.anchors["head_top"], rest.anchors["back"]
    moved = np.array(pose.anchors["head_top"], np.float32) - np.array(rest.anchors["head_top"], np.float32)
    upward = np.clip((rest_y - places[1]) / (rest_y - crown_y), 0, 1)
    forward = np.clip((places[0] - back_x) / (crown_x - back_x), 0, 1)
    share = upward * forward
    return np.asarray(on_body * (1 - share) + (places + moved[:, None]) * share, np.float32)
