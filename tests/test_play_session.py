"""Checkpoints and recordings of a run through a stage."""

from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from game.agents.recording import Setup, read_recording
from game.play.recordings import MOST_KEPT, RecordingKeeper, list_recordings
from game.play.session import AUTOSAVE_EVERY, Session
from game.sim import Action, Button
from game.sim.world import Outcome

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


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.replay"))


def keeper_in(folder: Path) -> RecordingKeeper:
    """One for which every question about the time comes a second after the one before."""
    moments = (datetime(2026, 7, 13, 20, 0) + timedelta(seconds=second) for second in count())
    return RecordingKeeper(folder, lambda: next(moments))


def test_a_play_is_kept_while_it_is_played_and_what_was_kept_holds(tmp_path: Path) -> None:
    session = Session(Setup("lab", 3))
    session.keep_recordings(keeper_in(tmp_path))
    for _ in range(AUTOSAVE_EVERY + 5):
        session.step(WALK)
        assert session.autosave("test") == ""
    recording = read_recording(tmp_path / "20260713-200000-lab.replay")
    assert recording.header.ticks == AUTOSAVE_EVERY
    assert recording.header.recorded == "2026-07-13 20:00"
    assert recording.first_difference() is None


def test_a_play_that_was_over_stays_when_the_stage_is_tried_again(tmp_path: Path) -> None:
    session = Session(Setup("tokyo", 3))
    session.keep_recordings(keeper_in(tmp_path))
    play(session, 70)
    session.world.direction.outcome = Outcome.LOST
    session.finish("test")
    session.restart_stage()
    play(session, 80)
    session.finish("test")
    first, second = (read_recording(file).header for file in kept(tmp_path))
    assert (first.ticks, first.outcome) == (70, "lost")
    assert (second.ticks, second.outcome) == (80, None)


def test_a_game_taken_up_from_a_checkpoint_is_recorded_from_there(tmp_path: Path) -> None:
    before = Session(Setup("tokyo", 3))
    play(before, 100)
    session = Session(Setup("tokyo", 3), tmp_path / "run.replay")
    session.go_on_from(before.simulation.snapshot())
    play(session, 130, Action(Button.JUMP, -1))
    session.finish("test")
    recording = read_recording(tmp_path / "run.replay")
    assert recording.header.first_tick == 100
    assert recording.start().digest() == before.simulation.digest()
    assert recording.first_difference() is None
    session.restart_stage()
    play(session, 70)
    session.finish("test")
    assert read_recording(tmp_path / "run.replay").header.first_tick == 0


def test_the_last_twenty_plays_are_kept_and_renamed_ones_for_good(tmp_path: Path) -> None:
    keeper = keeper_in(tmp_path)
    for play_number in range(MOST_KEPT + 5):
        keeper.write(lambda began: began.encode(), "tokyo")
        keeper.next_play()
        if play_number == 0:
            kept(tmp_path)[0].rename(tmp_path / "my best.replay")
    names = [file.name for file in kept(tmp_path)]
    assert len(names) == MOST_KEPT + 1
    assert names[0] == "20260713-200005-tokyo.replay"
    assert names[-1] == "my best.replay"


def test_the_present_play_stays_though_the_clock_was_put_back(tmp_path: Path) -> None:
    for day in range(1, MOST_KEPT + 1):
        (tmp_path / f"209901{day:02}-120000-tokyo.replay").touch()
    keeper = keeper_in(tmp_path)
    for _ in range(2):
        keeper.write(lambda began: began.encode(), "tokyo")
    names = sorted(file.name for file in kept(tmp_path))
    assert len(names) == MOST_KEPT
    assert names[:2] == ["20260713-200000-tokyo.replay", "20990102-120000-tokyo.replay"]


def test_a_folder_that_takes_no_recordings_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    session = Session(Setup("lab", 3))
    session.keep_recordings(keeper_in(tmp_path / "file" / "replays"))
    play(session, AUTOSAVE_EVERY)
    assert "replays cannot be kept" in session.autosave("test")
    assert session.finish("test") == ""


def test_the_list_shows_the_newest_first_and_what_cannot_be_read_last(tmp_path: Path) -> None:
    assert list_recordings(tmp_path / "none yet") == ()
    session = Session(Setup("lab", 3))
    keeper = keeper_in(tmp_path)
    session.keep_recordings(keeper)
    for ticks in (70, 80):
        play(session, ticks)
        session.finish("test")
        keeper.next_play()
    (tmp_path / "zz.replay").write_bytes(b"nonsense")
    rows = list_recordings(tmp_path)
    assert [row.header and row.header.ticks for row in rows] == [150, 70, None]
