"""Recordings hold, and files that are none are told apart before anything is believed."""

from pathlib import Path

import msgspec
import pytest

from game.agents.bots import make_bot
from game.agents.recording import (
    CHECK_EVERY,
    LONGEST_RUN,
    MOST_BYTES,
    RUN,
    Recorder,
    RecordingError,
    Setup,
    read_recording,
)
from game.sim import IDLE

TICKS = 150
SETUP = Setup("tokyo", 5, "legion", army_operator=True, soldiers=40)


def recorded(setup: Setup = SETUP, ticks: int = TICKS) -> bytes:
    simulation = setup.start()
    recorder = Recorder(setup, simulation)
    bot = make_bot("random", 9)
    for _ in range(ticks):
        action = bot.act(simulation)
        simulation.step(action)
        recorder.note(simulation, action)
    return recorder.to_bytes(simulation, "test")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "run.rec"
    path.write_bytes(recorded())
    return path


def with_header(content: bytes, **changes: object) -> bytes:
    header, _, body = content.partition(b"\n")
    return msgspec.json.encode({**msgspec.json.decode(header), **changes}) + b"\n" + body


def test_a_recording_holds_with_all_its_options(file: Path) -> None:
    recording = read_recording(file)
    assert recording.first_difference() is None
    assert recording.start().world.options.difficulty == "legion"
    assert len(recording.digests) == -(-TICKS // CHECK_EVERY)


def test_a_changed_digest_is_found_at_its_tick(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[-17] ^= 1  # in the digest before the last
    file.write_bytes(content)
    assert read_recording(file).first_difference() == 2 * CHECK_EVERY


def test_a_changed_action_is_found_at_the_next_checkpoint(file: Path) -> None:
    content = file.read_bytes()
    first_run = content.index(b"\n") + 1
    word, length = RUN.unpack_from(content, first_run)
    changed = content[:first_run] + RUN.pack(word ^ 1, length) + content[first_run + RUN.size :]
    file.write_bytes(changed)
    assert read_recording(file).first_difference() == CHECK_EVERY


def test_a_game_of_no_ticks_is_a_recording(file: Path) -> None:
    file.write_bytes(recorded(ticks=0))
    assert read_recording(file).first_difference() is None


def test_a_long_wait_is_split_into_runs_that_fit() -> None:
    setup = Setup("lab", 0)
    simulation = setup.start()
    recorder = Recorder(setup, simulation)
    simulation.digest = lambda: "00" * 16  # type: ignore[method-assign]
    for _ in range(LONGEST_RUN + 5):
        recorder.note(simulation, IDLE)
    header = msgspec.json.decode(recorder.to_bytes(simulation, "test").partition(b"\n")[0])
    assert header["runs"] == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": 3}, "format 3"),
        ({"ticks": TICKS + 1}, "do not agree"),
        ({"runs": 10**9}, "cut short"),
        ({"seed": "seven"}, "not a recording"),
        ({"ticks": -1}, "not a recording"),
        ({"more": 1}, "not a recording"),
    ],
)
def test_a_header_that_lies_is_refused(file: Path, change: dict[str, object], said: str) -> None:
    file.write_bytes(with_header(file.read_bytes(), **change))
    with pytest.raises(RecordingError, match=said):
        read_recording(file)


@pytest.mark.parametrize("content", [b"", b"hello\n", b"{}\n", b"\n", b"\xff" * 100, b"[" * 99_999 + b"\n"])
def test_what_is_no_recording_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(RecordingError, match=r"run\.rec: not a recording"):
        read_recording(file)


def test_a_file_cut_short_anywhere_is_refused(file: Path) -> None:
    content = file.read_bytes()
    for end in range(0, len(content), 37):
        file.write_bytes(content[:end])
        with pytest.raises(RecordingError):
            read_recording(file)


def test_an_impossible_action_is_refused(file: Path) -> None:
    content = file.read_bytes()
    first_run = content.index(b"\n") + 1
    length = RUN.unpack_from(content, first_run)[1]
    file.write_bytes(content[:first_run] + RUN.pack(0xFFFFFFFF, length) + content[first_run + RUN.size :])
    with pytest.raises(RecordingError, match="not a packed action"):
        read_recording(file)


def test_a_file_too_large_is_refused_before_it_is_read(file: Path) -> None:
    with file.open("wb") as handle:
        handle.truncate(MOST_BYTES * 50)
    with pytest.raises(RecordingError, match="larger than"):
        read_recording(file)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"stage_hash": "00"}, "has changed"),
        ({"stage": "nowhere"}, "unknown stage"),
        ({"difficulty": "easy"}, "unknown difficulty"),
        ({"seed": 1 << 40}, "seed"),
    ],
)
def test_a_recording_of_another_game_cannot_start(file: Path, change: dict[str, object], said: str) -> None:
    file.write_bytes(with_header(file.read_bytes(), **change))
    with pytest.raises(RecordingError, match=said):
        read_recording(file).start()


def test_a_snapshot_that_contradicts_itself_is_said_in_one_line(file: Path) -> None:
    simulation = SETUP.start()
    for _ in range(10):
        simulation.step()
    simulation.world.direction.script = "one that was never written"
    recorder = Recorder(SETUP, simulation, simulation.snapshot())
    recorder.note(simulation, IDLE)
    file.write_bytes(recorder.to_bytes(simulation, "test"))
    with pytest.raises(RecordingError, match="contradicts itself"):
        read_recording(file).first_difference()
