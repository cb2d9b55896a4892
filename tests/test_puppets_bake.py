"""The puppets' rig: legs reach, movements are as written, and the committed sheets are what their sources draw."""

import json
import math

import numpy as np
import pytest
from PIL import Image

from sprites.bake.placement import ankle_target, moved, place
from sprites.bake.pose import Foot, Joint, Pose, between
from sprites.bake.posebook import step_along
from sprites.bake.puppet import load_puppet
from sprites.bake.puppets import AS_DRAWN, GAMERA, IN_MIRROR, PUPPETS, draw_pose, load_actor
from sprites.bake.queen import QUEEN
from sprites.bake.sheet import fingerprint, trimmed
from sprites.bake.targets import ATLAS, Target


@pytest.mark.parametrize("roll", [-14.0, 0.0, 30.0])
def test_a_leg_puts_its_ankle_where_the_foot_should_stand(roll: float) -> None:
    gamera = load_puppet(PUPPETS / "gamera.svg")
    foot = Foot(shift=6, roll=roll, lift=4)
    placed = place(gamera, Pose(joints={"root": Joint(8, 2, 3)}, feet={"near": foot, "far": foot}))
    for leg in gamera.jointed_legs:
        reached = moved(placed[leg.foot], gamera.parts[leg.foot].pivot)
        assert reached == pytest.approx(ankle_target(gamera, leg, foot), abs=0.01)
        assert math.degrees(math.atan2(placed[leg.foot][1, 0], placed[leg.foot][0, 0])) == pytest.approx(roll)


def test_the_queens_feet_stay_planted_when_her_body_moves() -> None:
    queen = load_puppet(PUPPETS / "queen.svg")
    placed = place(queen, Pose(joints={"root": Joint(9, 12, -8)}))
    for leg in queen.stretched_legs:
        assert moved(placed[leg.bones[1]], (leg.tibia, 0)) == pytest.approx(leg.foot)


def test_a_tail_is_turned_up_until_it_clears_the_street() -> None:
    gamera = load_puppet(PUPPETS / "gamera.svg")
    placed = place(gamera, Pose(joints={"root": Joint(-20)}))
    tip = gamera.parts["tail_tip"]
    assert max(moved(placed["tail_tip"], point)[1] for point in tip.floor) <= gamera.ground[1] + 1


def test_a_planted_foot_drifts_back_evenly_so_that_it_does_not_slide() -> None:
    path = {"reach": 19, "duty": 0.62, "lift": 7}
    places = [step_along(path, moment / 10).shift for moment in range(6)]
    assert np.diff(places) == pytest.approx(-2 * 19 / 0.62 / 10)


def test_a_pose_half_way_turns_each_joint_half_as_far() -> None:
    half = between(Pose(joints={"jaw": Joint(10)}), Pose(joints={"jaw": Joint(30), "head": Joint(8, 2)}), 0.5)
    assert half.joints["jaw"].turn == 20
    assert half.joints["head"] == Joint(4, 1)


def test_both_facings_share_one_silhouette_but_not_their_light() -> None:
    actor = load_actor("gamera")
    pose = actor.movements[0].poses[0]
    right, left = draw_pose(actor.drawing(pose), pose, actor.palette, (AS_DRAWN, IN_MIRROR))
    assert np.array_equal(right.pixels[..., 3], left.pixels[:, ::-1, 3])
    assert not np.array_equal(right.pixels, left.pixels[:, ::-1])
    assert right.pivot[0] + left.pivot[0] == right.pixels.shape[1]
    assert right.anchors["muzzle"][0] == -left.anchors["muzzle"][0]


@pytest.mark.parametrize(
    ("target", "sheets"), [(GAMERA, ("gamera_right", "gamera_left")), (QUEEN, ("queen_left", "queen_membranes"))]
)
def test_the_committed_sheets_come_from_the_sources_as_they_are(target: Target, sheets: tuple[str, ...]) -> None:
    for sheet in sheets:
        committed = json.loads((ATLAS / f"{sheet}.json").read_text(encoding="utf-8"))
        assert committed["fingerprint"] == fingerprint(target.sources), f"run python -m sprites.bake {target.name}"


def test_a_frame_drawn_again_equals_the_committed_pixels() -> None:
    """A twentieth of the pixels may differ: libraries of another version round light differently."""
    actor = load_actor("gamera")
    movement = next(movement for movement in actor.movements if movement.name == "crouch")
    (drawn,) = draw_pose(actor.drawing(movement.poses[-1]), movement.poses[-1], actor.palette, (AS_DRAWN,))
    frame = trimmed(drawn)
    x, y, width, height, *pivot = json.loads((ATLAS / "gamera_right.json").read_text(encoding="utf-8"))["strips"][
        "crouch"
    ]["frames"][-1]
    with Image.open(ATLAS / "gamera_right.png") as sheet:
        committed = np.asarray(sheet)[y : y + height, x : x + width]
    assert (frame.pixels.shape[:2], frame.pivot) == ((height, width), tuple(pivot))
    assert (frame.pixels != committed).any(axis=-1).mean() < 0.05
