"""Those on Gamera: on his body, off his face, with his movements, and never so many that he is lost."""

import numpy as np
import pygame
import pytest

from game.sim import Simulation
from game.view.art import keyed_sheet
from game.view.clingers import FACE, SHOWN_MOST, Clingers, away_from, body_mask, follow, settled
from game.view.sheets import Frame
from game.view.swarm import load_stamps
from tests.view.lenses import lens_at
from tests.worlds import cover, start

SHEETS = {1: keyed_sheet("gamera_right"), -1: keyed_sheet("gamera_left")}
REST = {facing: sheet["idle"].frames[0] for facing, sheet in SHEETS.items()}
BOX = np.array(np.meshgrid(np.arange(-36, 40, 6), np.arange(-110, 0, 6)), np.float32).reshape(2, -1)


def covered_by(simulation: Simulation, pose: Frame | None = None, facing: int = 1) -> np.ndarray:
    """Canvas points (x, y) that the clingers of Gamera at (400, 300) cover."""
    simulation.world.gamera_body.facing = facing
    lens = lens_at(0)
    Clingers(load_stamps(), REST).draw(simulation.world, lens, 400.0, 300.0, pose or REST[facing])
    return np.argwhere(pygame.surfarray.array3d(lens.canvas).sum(axis=2) > 0)


@pytest.mark.parametrize("facing", [1, -1])
def test_everyone_sits_on_his_body(facing: int) -> None:
    rest = REST[facing]
    body = body_mask(rest)
    x, y = np.rint(settled(BOX, rest, body)).astype(int)
    assert body[x + rest.pivot_x, y + rest.pivot_y].mean() > 0.97


def test_who_sits_on_him_already_stays_where_it_is() -> None:
    rest = REST[1]
    on_his_chest = np.array([[10.0], [-60.0]], np.float32)
    assert settled(on_his_chest, rest, body_mask(rest)).tolist() == on_his_chest.tolist()


def test_they_lean_and_crouch_with_him() -> None:
    land = SHEETS[1]["land"].frames[0]
    high, low = follow(np.array([[0.0, 0.0], [-90.0, -10.0]], np.float32), REST[1], land).T
    assert high[1] > -60
    assert abs(low[1] + 10) < 8
    assert follow(BOX, REST[1], REST[1]) == pytest.approx(BOX)


@pytest.mark.parametrize("facing", [1, -1])
def test_his_eye_stays_free(facing: int) -> None:
    simulation = start()
    cover(simulation, 140)
    spots = covered_by(simulation, facing=facing).T.astype(np.float32)
    eye_x, eye_y = REST[facing].anchors["eye"]
    assert away_from(spots, (400 + eye_x, 300 + eye_y)).min() > FACE - 14  # a soldier reaches about 12 px


def test_more_than_enough_look_like_enough() -> None:
    covered = []
    for count in (SHOWN_MOST // 2, SHOWN_MOST, 140):
        simulation = start()
        cover(simulation, count)
        covered.append(len(covered_by(simulation)))
    assert covered[0] < covered[1]
    assert covered[2] < 1.35 * covered[1]


def test_nobody_on_him_draws_nothing() -> None:
    assert len(covered_by(start())) == 0
