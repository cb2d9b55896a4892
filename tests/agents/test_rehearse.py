"""A scene in the middle of a stage begins as the scenes before have left it."""

import pytest

from game.agents.bots import make_bot
from game.agents.recording import Setup
from game.agents.rehearse import SceneNotReachedError, scene_opening
from game.play.story import FILM
from game.sim import Simulation
from game.sim.components import GameraState
from game.sim.stage_file import load_stage

MIDDLES = [(stage, scene) for stage in FILM for scene in range(1, len(load_stage(stage).scene))]


def opened(stage: str, scene: int, difficulty: str = "normal") -> Simulation:
    return Simulation.restore(scene_opening(Setup(stage, 1, difficulty), scene))


def test_the_vigils_second_scene_finds_him_in_his_coma() -> None:
    world = opened("vigil", 1).world
    assert world.direction.scene == 1
    assert world.gamera.state is GameraState.COMATOSE


def test_a_scene_that_the_bot_does_not_reach_is_said() -> None:
    with pytest.raises(SceneNotReachedError, match="scene 9 of stage 'vigil'"):
        scene_opening(Setup("vigil", 1), 8)


@pytest.mark.slow
@pytest.mark.parametrize(("stage", "scene"), MIDDLES)
def test_every_scene_can_be_won_from_its_beginning(stage: str, scene: int) -> None:
    simulation, bot = opened(stage, scene), make_bot("campaign", 1)
    while simulation.outcome is None and simulation.tick < 18_000:
        simulation.step(bot.act(simulation))
    assert simulation.outcome == "won"
