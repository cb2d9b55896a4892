"""Checkpoints and recordings of a run through a stage."""

from pathlib import Path

from game.agents.recording import Setup, read_recording
from game.play.session import Session
from game.sim import Action, Button

WALK = Action(move=1)


def play(session: Session, ticks: int, action: Action = WALK) -> None:
    for _ in range(ticks):
        session.step(action)


def test_the_scene_restarts_where_it_began() -> None:
    session = Session(Setup("tokyo", 3))
    session.step(WALK)
    digest, tick = session.simulation.digest(), session.simulation.tick
    play(session, 100)
    session.restart_scene()
    assert (session.simulation.tick, session.simulation.digest()) == (tick, digest)


def test_a_later_scene_is_the_newer_checkpoint_and_the_stage_still_restarts_from_its_beginning() -> None:
    session = Session(Setup("tokyo", 3))
    begin = session.simulation.digest()
    play(session, 60)
    session.world.direction.scene_age = 5000
    session.world.direction.fired = list(range(len(session.world.stage.scene[0].rule) - 1))
    session.world.direction.waves = []
    play(session, 1)
    assert session.world.direction.scene == 1
    tick = session.simulation.tick
    play(session, 30)
    session.restart_scene()
    assert session.simulation.tick == tick
    session.restart_stage()
    assert session.simulation.digest() == begin
    session.restart_scene()
    assert session.simulation.digest() == begin


def test_a_recording_holds_although_the_player_went_back(tmp_path: Path) -> None:
    file = tmp_path / "run.rec"
    session = Session(Setup("tokyo", 3), file)
    play(session, 100)
    session.restart_scene()
    play(session, 130, Action(Button.JUMP, -1))
    assert session.finish("test") == ""
    recording = read_recording(file)
    assert recording.header.ticks == session.simulation.tick
    assert recording.first_difference() is None


def test_a_recording_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    session = Session(Setup("lab", 3), tmp_path)
    play(session, 2)
    assert str(tmp_path) in session.finish("test")
