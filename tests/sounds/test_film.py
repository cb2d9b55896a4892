"""What the film's later stages sound like: cues that follow its scenes, the Queen, loops of the hold and of wings."""

import pytest

from game.agents.recording import Setup
from game.play.session import Session
from game.sim import Simulation
from game.sim import events as happened
from game.sim.components import Body, GameraState, Queen, QueenState
from game.sim.content.queen import PATTERNS
from game.sim.stage import Music
from game.view.sound import SoundStage
from game.view.sound.ambience import Ambience
from game.view.sound.event_sounds import sounds_of
from game.view.sound.library import read_index
from game.view.sound.music import FOLLOWED_BY
from game.view.sound.score import cue_of

FRAME = 1 / 60
FILM = ("sapporo", "sendai", "vigil", "tokyo", "legion", "dawn")


@pytest.mark.parametrize("name", FILM)
def test_every_cue_a_stage_asks_for_is_baked(name: str) -> None:
    plan = Simulation(name).world.stage
    acts = [act for scene in plan.scene for rule in scene.rule for act in rule.do]
    asked = {plan.music, *(act.cue for act in acts if isinstance(act, Music))}
    assert asked <= set(read_index().cues)


def test_a_checkpoint_finds_its_music_again() -> None:
    session = Session(Setup("sapporo", 1))
    assert cue_of(session.world) == "sapporo"
    direction = session.world.direction
    direction.scene, direction.fired = 2, []
    assert cue_of(session.world) == "sapporo"
    direction.fired = [0]
    assert cue_of(session.world) == "ambush"
    direction.scene, direction.fired = 3, []
    assert cue_of(session.world) == "ambush"


def test_a_cue_that_ends_is_followed_and_not_begun_again(stage: SoundStage) -> None:
    assert stage._studio is not None
    player, cues = stage._studio.music, read_index().cues
    for first, after in FOLLOWED_BY.items():
        assert not cues[first].loop
        assert cues[after].loop
        stage.music(first)
        for _ in range(40):
            stage.idle(FRAME)
        assert player._playing == first
        stage.idle(cues[first].seconds)
        assert player._playing == after
        stage.music(first)  # the stage goes on after a pause
        stage.idle(FRAME)
        assert player._playing == after


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_attack_of_hers_is_announced(pattern: QueenState) -> None:
    assert list(sounds_of(happened.QueenTelegraphed(int(pattern), 0, 0, 0)))


@pytest.mark.parametrize("percent", range(10, 101, 10))
def test_the_flower_breathes_at_every_mark(percent: int) -> None:
    (breath,) = sounds_of(happened.OxygenRose(percent))
    assert breath.sound in read_index().effects


def test_the_hold_strains_the_more_the_further_it_has_torn() -> None:
    world = Simulation("sapporo").world
    ambience = Ambience()
    world.gamera.state = GameraState.GRAPPLE
    start = ambience.listen(world, [], 0, FRAME)["grapple_strain"].gain
    world.gamera.grip = 0.9
    assert ambience.listen(world, [], 0, FRAME)["grapple_strain"].gain > start


def test_her_wings_are_heard_while_she_flies() -> None:
    world = Simulation("sapporo").world
    ambience = Ambience()
    assert "queen_wings" not in ambience.listen(world, [], 0, FRAME)
    for _, mother, body in world.entities.each(Queen, Body):
        mother.state, body.x = QueenState.WING, 320.0
        low = ambience.listen(world, [], 0, FRAME)["queen_wings"].gain
        body.y -= 400
        assert 0 < ambience.listen(world, [], 0, FRAME)["queen_wings"].gain < low
