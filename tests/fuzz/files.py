"""Damaged files, given to whoever reads them: each must be taken, or refused in one line, and nothing else."""

import contextlib
import io
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import msgspec

from game.agents.bots import make_bot
from game.agents.recording import Recorder, Setup
from game.cli import main
from game.play import storage
from game.play.saves import Checkpoint, Saves, ScoreRow, load_saves, saves_file, store_saves
from game.play.settings import Settings, load_settings, settings_file, store_settings
from game.play.story import FILM, stages_reached, trust_at
from game.sim import IDLE, Simulation, SnapshotError
from game.sim.snapshot import CHECKSUM_BYTES, checksum
from game.sim.stage_file import stage_files
from tests.fuzz.damage import damaged

PLAYED_TICKS = 60  # of a damaged file that is still a game
EXPECTED_EXITS = (0, 1, 2)  # taken, differs, refused


class BrokenFileError(Exception):
    """What a damaged file has led to. `content` is the file."""

    def __init__(self, message: str, content: bytes) -> None:
        super().__init__(message)
        self.content = content


class Kind(NamedTuple):
    """One kind of file: whole ones, and what reads them. Readers raise AssertionError, or anything, where they fail."""

    samples: tuple[bytes, ...]
    read: Callable[[Path, bytes], None]
    suffix: str


def run_command(*arguments: str) -> None:
    """A command of the game. AssertionError unless it ends as it may and says what is wrong in one line."""
    out, error = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
        try:
            code = main(arguments)
        except SystemExit as ending:
            code = ending.code if isinstance(ending.code, int) else -1
    said = error.getvalue()
    assert code in EXPECTED_EXITS, f"exit code {code}: {said}"
    assert said.count("\n") == (code != 0), f"exit code {code}, said: {said!r}"


def read_stage(file: Path, content: bytes) -> None:
    run_command("stages", str(file))
    run_command("sim", "--stage", str(file), "--bot", "random", "--ticks", str(PLAYED_TICKS), "--json")


def read_replay(file: Path, content: bytes) -> None:
    run_command("replay", str(file), "--verify")


def read_settings(file: Path, content: bytes) -> None:
    _put(settings_file(), content)
    settings, _ = load_settings()
    assert store_settings(settings) == ""
    assert load_settings() == (settings, "")


def read_saves(file: Path, content: bytes) -> None:
    _put(saves_file(), content)
    saves, _ = load_saves()
    saves.highest()
    for stage in stages_reached(saves):
        trust_at(saves, stage)
        saves.table(stage, "normal")
        saves.best_of(stage, "normal")
    assert store_saves(saves) == ""
    assert load_saves() == (saves, "")


def read_snapshot(file: Path, content: bytes) -> None:
    """Also with a checksum that fits, as if it was made on purpose."""
    for state in (content, checksum(content[CHECKSUM_BYTES:]) + content[CHECKSUM_BYTES:]):
        problem = ""
        try:
            Simulation.restore(state)
        except SnapshotError as error:
            problem = str(error)
        assert "\n" not in problem


def kinds() -> dict[str, Kind]:
    """All kinds of files that the game reads and its player, or a stranger, may have had in hand."""
    stages = tuple(source.read_bytes() for source in stage_files().values())
    first, second, snapshots = zip(*(_played(stage) for stage in ("tokyo", "sapporo", "lab")), strict=True)
    settings = msgspec.json.format(msgspec.json.encode(Settings()), indent=2)
    return {
        "stage": Kind(stages, read_stage, ".toml"),
        "replay": Kind(first + second, read_replay, ".replay"),
        "settings": Kind((settings,), read_settings, ".json"),
        "saves": Kind((_saves(snapshots[0]),), read_saves, ".json"),
        "snapshot": Kind(snapshots, read_snapshot, ".bin"),
    }


def try_files(number: int, folder: Path, seed: int = 0) -> dict[str, int]:
    """Damages and reads so many files, all kinds in turn. Returns how many of each; BrokenFileError for a bad one."""
    every_kind = kinds()
    counts = dict.fromkeys(every_kind, 0)
    with patch.dict(os.environ, {storage.HOME_VARIABLE: str(folder / "home")}):
        for case in range(number):
            name = tuple(every_kind)[case % len(every_kind)]
            try_file(name, every_kind[name], case, folder, seed)
            counts[name] += 1
    return counts


def try_file(name: str, kind: Kind, case: int, folder: Path, seed: int) -> None:
    """Damages and reads one file; `case` and `seed` say how. BrokenFileError if that goes wrong."""
    dice = random.Random(f"{seed} {case}")
    content = damaged(dice, dice.choice(kind.samples))
    file = folder / f"damaged{kind.suffix}"
    file.write_bytes(content)
    try:
        kind.read(file, content)
    except Exception as error:
        raise BrokenFileError(f"{name} {case} of seed {seed}: {type(error).__name__}: {error}", content) from error


def _played(stage: str) -> tuple[bytes, bytes, bytes]:
    """A recording of a short game, one of the game that went on from its end, and the snapshot it went on from."""
    setup = Setup(stage, 3, soldiers=60)
    simulation = setup.start()
    first = _record(Recorder(setup, simulation), simulation)
    state = simulation.snapshot()
    return first, _record(Recorder(setup, simulation, state), simulation), state


def _record(recorder: Recorder, simulation: Simulation) -> bytes:
    bot = make_bot("random", 3)
    for tick in range(270):
        action = bot.act(simulation) if tick < 240 else IDLE
        simulation.step(action)
        recorder.note(simulation, action)
    return recorder.to_bytes(simulation, "test")


def _saves(state: bytes) -> bytes:
    saves = Saves(entered=dict.fromkeys(FILM, 60.0), city={"sapporo": 0.5}, checkpoint=Checkpoint("tokyo", "x", state))
    for stage in FILM:
        saves.record(stage, "normal", 12_345, "A")
        saves.enter(stage, "normal", ScoreRow("ABC", 12_345, "A", ticks=900))
    return msgspec.json.format(msgspec.json.encode(saves), indent=2)


def _put(file: Path, content: bytes) -> None:
    """Into a folder where nothing has been set aside yet: thousands of such files would slow everything down."""
    file.parent.mkdir(parents=True, exist_ok=True)
    for old in file.parent.iterdir():
        old.unlink()
    file.write_bytes(content)
