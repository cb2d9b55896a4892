"""Those on Gamera: on his body, off face, hands and outline, one by one, and with his movements."""

import numpy as np
import pygame
import pytest

from game.sim import Simulation
from game.view.art import keyed_sheet
from game.view.clingers import EDGE, FREE_ROUND, Clingers, away_from, body_mask, find_holds, follow, seat
from game.view.sheets import Frame
from game.view.swarm import load_stamps
from tests.view.lenses import lens_at
from tests.worlds import cover, start

SHEETS = {1: keyed_sheet("gamera_right"), -1: keyed_sheet("gamera_left")}
REST = {facing: sheet["idle"].frames[0] for facing, sheet in SHEETS.items()}
LUCK = np.random.default_rng(1).integers(0, 1 << 32, 140, np.uint32)


def covered_by(simulation: Simulation, pose: Frame | None = None, facing: int = 1) -> np.ndarray:
    """Canvas points (x, y) that the clingers of Gamera at (400, 300) cover."""
    simulation.world.gamera_body.facing = facing
    lens = lens_at(0)
    Clingers(load_stamps(), REST).draw(simulation.world, lens, 400.0, 300.0, pose or REST[facing])
    return np.argwhere(pygame.surfarray.array3d(lens.canvas).sum(axis=2) > 0)


@pytest.mark.parametrize("facing", [1, -1])
def test_holds_are_inside_his_outline(facing: int) -> None:
    rest = REST[facing]
    body = body_mask(rest)
    x, y = np.rint(find_holds(rest).places).astype(int) + np.array([[rest.pivot_x], [rest.pivot_y]])
    assert all(body[x + dx, y + dy].all() for dx, dy in ((EDGE, 0), (-EDGE, 0), (0, EDGE), (0, -EDGE)))


@pytest.mark.parametrize("facing", [1, -1])
@pytest.mark.parametrize("anchor", FREE_ROUND)
def test_face_and_hands_have_no_hold(facing: int, anchor: str) -> None:
    places = find_holds(REST[facing]).places
    assert away_from(places, REST[facing].anchors[anchor]).min() > FREE_ROUND[anchor]


def test_nobody_shares_a_hold() -> None:
    holds = find_holds(REST[1]).places
    seated = seat(np.arange(140), np.zeros((2, 140), np.float32), LUCK, holds)
    assert len(set(seated.holds.tolist())) == len(seated.rows) == len(set(seated.rows.tolist()))


def test_who_arrives_moves_nobody_from_its_hold() -> None:
    holds = find_holds(REST[1]).places
    wanted = np.array([LUCK[:40] % 60 - 30.0, LUCK[:40] % 90 - 95.0], np.float32)
    few = seat(np.arange(20), wanted[:, :20], LUCK[:20], holds)
    more = seat(np.arange(40), wanted, LUCK[:40], holds)
    before = dict(zip(few.rows.tolist(), few.holds.tolist(), strict=True))
    after = dict(zip(more.rows.tolist(), more.holds.tolist(), strict=True))
    assert before.items() <= after.items()


def test_they_lean_and_crouch_with_him() -> None:
    land = SHEETS[1]["land"].frames[0]
    high, low = follow(np.array([[0.0, 0.0], [-90.0, -10.0]], np.float32), REST[1], land).T
    assert high[1] > -60
    assert abs(low[1] + 10) < 8
    places = find_holds(REST[1]).places
    assert follow(places, REST[1], REST[1]) == pytest.approx(places)


def test_who_sits_on_his_head_goes_with_it() -> None:
    roar = SHEETS[1]["roar"].frames[5]
    rest_x, rest_y = REST[1].anchors["head_top"]
    crown = np.array([[rest_x], [rest_y]], np.float32)
    assert follow(crown, REST[1], roar)[:, 0] == pytest.approx(np.array(roar.anchors["head_top"]))


def test_the_more_the_less_is_seen_of_him_but_never_nothing() -> None:
    covered = []
    for count in (20, 40, 140):
        simulation = start()
        cover(simulation, count)
        covered.append(len(covered_by(simulation)))
    assert covered[0] < covered[1] < covered[2] < 0.9 * body_mask(REST[1]).sum()


def test_nobody_on_him_draws_nothing() -> None:
    assert len(covered_by(start())) == 0
