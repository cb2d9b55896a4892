"""Films of recordings."""

from pathlib import Path

import pytest

from game.agents.recording import Recorder, Setup, read_recording
from game.agents.video import VideoError, write_video
from game.cli import main
from game.sim import Action

TICKS = 40


@pytest.fixture
def file(tmp_path: Path) -> Path:
    setup = Setup("lab", 3, soldiers=20)
    simulation = setup.start()
    recorder = Recorder(setup, simulation)
    for _ in range(TICKS):
        simulation.step(Action(move=1))
        recorder.note(simulation, Action(move=1))
    path = tmp_path / "run.replay"
    path.write_bytes(recorder.to_bytes(simulation, "test"))
    return path


def test_a_video_has_a_picture_for_every_tick_and_sound(file: Path, tmp_path: Path) -> None:
    ffmpeg = pytest.importorskip("imageio_ffmpeg")
    video = tmp_path / "run.mp4"
    assert main(["replay", str(file), "--video", str(video), "--scale", "1"]) == 0
    assert ffmpeg.count_frames_and_secs(str(video))[0] == TICKS
    about = next(ffmpeg.read_frames(str(video)))
    assert about["source_size"] == (640, 360)
    assert about["audio_codec"] == "aac"
    assert sorted(tmp_path.iterdir()) == [video, file]


def test_without_the_library_it_is_said_in_one_line(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("game.agents.video.find_spec", lambda name: None)
    with pytest.raises(VideoError, match=r"gamera-legion\[video\]"):
        write_video(read_recording(file), file.with_suffix(".mp4"), 1)
    assert main(["replay", str(file), "--video", str(file.with_suffix(".mp4"))]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("name", ["run.avi", "no such folder/run.mp4"])
def test_a_video_that_cannot_be_written_is_refused_before_anything_is_played(
    file: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", str(file), "--video", str(file.parent / name)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
