"""The player's files survive damage: set aside, never overwritten, never deleted."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pygame
import pytest

from game.play import storage
from game.play.saves import Best, Checkpoint, Saves, ScoreRow, load_saves, saves_file, store_saves
from game.play.settings import Settings, load_settings, store_settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(storage.HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


def test_nothing_there_means_defaults_and_silence() -> None:
    assert load_settings() == (Settings(), "")
    assert load_saves() == (Saves(), "")


def test_what_is_stored_is_loaded() -> None:
    settings = Settings(music=30, scaling="integer", game_speed=85, flash_strength=50, keys={"CLAW": (pygame.K_m,)})
    assert store_settings(settings) == ""
    assert load_settings() == (settings, "")
    saves = Saves(checkpoint=Checkpoint("tokyo", "The substation", b"\x00\xff"))
    saves.record("tokyo", "normal", 1234, "A")
    saves.enter("tokyo", "normal", ScoreRow("MIO", 1234, "A", ticks=900))
    assert store_saves(saves) == ""
    assert load_saves() == (saves, "")


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"not json",
        b"\xff\xfe\x00",
        b'{"format": 1, "music": 500}',
        b'{"format": 1, "scaling": "blurred"}',
        b'{"format": 99}',
        b"[" * 100_000,
        b'{"format": 1, "music": ' + b"9" * (storage.MOST_BYTES + 1) + b"}",
    ],
    ids=["empty", "text", "binary", "range", "word", "newer format", "deep", "too large"],
)
def test_a_damaged_file_is_kept_under_a_new_name(home: Path, damage: bytes) -> None:
    home.mkdir()
    (home / "settings.json").write_bytes(damage)
    settings, said = load_settings()
    assert settings == Settings()
    assert "settings.json" in said
    assert "\n" not in said
    store_settings(settings)
    assert (home / "settings.unreadable-1.json").read_bytes() == damage
    assert load_settings() == (Settings(), "")


def test_a_second_damaged_file_does_not_replace_the_first(home: Path) -> None:
    home.mkdir()
    for damage in (b"first", b"second"):
        (home / "settings.json").write_bytes(damage)
        load_settings()
    assert (home / "settings.unreadable-1.json").read_bytes() == b"first"
    assert (home / "settings.unreadable-2.json").read_bytes() == b"second"


def test_a_file_damaged_while_the_game_ran_is_kept_too(home: Path) -> None:
    store_settings(Settings())
    (home / "settings.json").write_bytes(b"someone else's words")
    store_settings(Settings(music=10))
    assert (home / "settings.unreadable-1.json").read_bytes() == b"someone else's words"
    assert load_settings()[0].music == 10


def test_a_write_that_fails_leaves_the_old_file_and_no_litter(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store_settings(Settings(music=50))
    before = (home / "settings.json").read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = store_settings(Settings(music=60))
    assert "No space left" in said
    assert [entry.name for entry in home.iterdir()] == ["settings.json"]
    assert (home / "settings.json").read_bytes() == before


def test_unknown_fields_of_a_file_are_no_damage(home: Path) -> None:
    home.mkdir()
    (home / "settings.json").write_text('{"format": 1, "music": 20, "from_the_future": true}')
    assert load_settings() == (Settings(music=20), "")


def test_only_a_better_score_is_a_new_best() -> None:
    saves = Saves()
    assert saves.record("tokyo", "normal", 100, "B")
    assert not saves.record("tokyo", "normal", 100, "C")
    assert saves.record("tokyo", "legion", 50, "C")
    assert saves.record("tokyo", "normal", 101, "A")
    assert saves.best_of("tokyo", "normal") == Best(101, "A")


def test_the_best_score_and_the_best_rank_may_be_of_two_runs() -> None:
    saves = Saves()
    saves.record("tokyo", "normal", 200, "C")
    assert not saves.record("tokyo", "normal", 100, "S")
    assert saves.best_of("tokyo", "normal") == Best(200, "S")


def test_a_table_keeps_the_ten_highest_in_order() -> None:
    saves = Saves()
    places = [saves.enter("swarm", "normal", ScoreRow("AAA", score)) for score in (50, 70, 60, *range(1, 8), 55, 1, 0)]
    assert places == [0, 0, 1, 3, 3, 3, 3, 3, 3, 3, 2, None, None]
    assert [row.score for row in saves.table("swarm", "normal")] == [70, 60, 55, 50, 7, 6, 5, 4, 3, 2]
    assert saves.table("swarm", "legion") == []


def test_who_was_first_with_a_score_stands_above() -> None:
    saves = Saves()
    saves.enter("swarm", "normal", ScoreRow("OLD", 50))
    assert saves.enter("swarm", "normal", ScoreRow("NEW", 50)) == 1


def test_a_row_is_signed_and_the_initials_are_remembered() -> None:
    saves = Saves()
    saves.enter("swarm", "story", ScoreRow(saves.initials, 50, wave=3))
    saves.sign("swarm", "story", 0, "MIO")
    assert saves.table("swarm", "story") == [ScoreRow("MIO", 50, wave=3)]
    assert saves.initials == "MIO"
    store_saves(saves)
    assert load_saves() == (saves, "")


@pytest.mark.parametrize(
    "row",
    ['{"initials": "long", "score": 1}', '{"initials": "abc", "score": 1}', '{"initials": "AAA", "score": -1}'],
)
def test_rows_that_no_game_wrote_are_damage(row: str) -> None:
    store_saves(Saves())
    saves_file().write_text('{"format": 1, "tables": {"swarm": {"normal": [' + row + "]}}}")
    assert "damaged" in load_saves()[1]


def test_new_saves_do_not_share_their_scores() -> None:
    Saves().record("tokyo", "normal", 100, "B")
    assert Saves().best == {}
    assert Saves().tables == {}


def test_a_device_is_written_to_and_not_replaced() -> None:
    storage.write_bytes(Path(os.devnull), b"nothing")
    assert not Path(os.devnull).is_file()


def test_what_killed_games_left_half_written_is_swept_away(home: Path) -> None:
    home.mkdir()
    old = [".saves.json.71.tmp", ".settings.json.71.tmp", ".saves.json.1.71.tmp", ".20250101-101010-lab.replay.tmp"]
    others = ["saves.json", ".mine.tmp", "notes.json.5.tmp", ".saves.json"]
    for name in (*old, *others):
        (home / name).write_bytes(b"x")
        os.utime(home / name, (0, 0))
    (home / ".saves.json.72.tmp").write_bytes(b"being written")
    storage.sweep(home)
    assert sorted(entry.name for entry in home.iterdir()) == sorted([*others, ".saves.json.72.tmp"])


def test_there_may_be_nothing_to_sweep(home: Path) -> None:
    storage.sweep(home)
    assert not home.exists()


# Backups


def stored(*initials: str) -> None:
    """One store after another, told apart by the initials in it."""
    for name in initials:
        assert store_saves(Saves(initials=name)) == ""


def backup(age: int) -> Path:
    return saves_file().with_name(f"saves.json.{age}")


def test_two_backups_are_kept() -> None:
    stored("AAA", "BBB", "CCC", "DDD")
    names = sorted(entry.name for entry in saves_file().parent.iterdir())
    assert names == ["saves.json", "saves.json.1", "saves.json.2"]
    assert [b"CCC" in backup(1).read_bytes(), b"BBB" in backup(2).read_bytes()] == [True, True]


def test_storing_the_same_again_uses_up_no_backup() -> None:
    stored("AAA", "BBB", "BBB", "BBB")
    assert b"AAA" in backup(1).read_bytes()
    assert not backup(2).exists()


def test_damaged_saves_fall_back_to_the_newest_backup_and_say_so(home: Path) -> None:
    stored("AAA", "BBB", "CCC")
    saves_file().write_bytes(b"damage")
    saves, said = load_saves()
    assert saves.initials == "BBB"
    assert said == "saves.json is damaged, kept as saves.unreadable-1.json; using its backup saves.json.1"
    assert (home / "saves.unreadable-1.json").read_bytes() == b"damage"


def test_a_damaged_backup_is_passed_over() -> None:
    stored("AAA", "BBB", "CCC")
    for file in (saves_file(), backup(1)):
        file.write_bytes(b"damage")
    assert load_saves()[0].initials == "AAA"


def test_missing_saves_are_read_from_their_backup() -> None:
    stored("AAA", "BBB")
    saves_file().unlink()
    saves, said = load_saves()
    assert saves.initials == "AAA"
    assert said == "saves.json is missing; using its backup saves.json.1"


def test_damage_never_becomes_a_backup() -> None:
    stored("AAA", "BBB")
    saves_file().write_bytes(b"damage")
    stored("CCC")
    assert b"AAA" in backup(1).read_bytes()
    assert load_saves()[0].initials == "CCC"


# Kills

SAVING_FOR_EVER = """
import sys
from game.play.saves import Saves, ScoreRow, load_saves, store_saves
saves, said = load_saves()
assert not said, said
print(len(saves.entered), flush=True)
while True:
    saves.entered[f"stage {len(saves.entered)}"] = 50.0
    assert store_saves(saves) == ""
    print(len(saves.entered), flush=True)
"""


def killed_while_saving(kills: int, home: Path) -> None:
    """Every time what was stored last is there again, or what was being stored; never anything older."""
    dice = random.Random(kills)
    stored_last = 0
    for _ in range(kills):
        saving = subprocess.Popen(
            [sys.executable, "-c", SAVING_FOR_EVER],
            env={**os.environ, storage.HOME_VARIABLE: str(home)},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert saving.stdout is not None
        assert int(saving.stdout.readline()) >= stored_last
        for _ in range(dice.randrange(1, 4)):
            saving.stdout.readline()
        time.sleep(dice.uniform(0, 0.004))
        saving.kill()
        said = saving.stdout.read().split()
        saving.wait()
        saves, problem = load_saves()
        assert problem == ""
        assert len(saves.entered) >= max([stored_last, *map(int, said)])
        stored_last = len(saves.entered)
    assert not list(home.glob("*.unreadable*"))


def test_kills_while_saving_lose_nothing(home: Path) -> None:
    killed_while_saving(8, home)


@pytest.mark.slow
def test_two_hundred_kills_while_saving_lose_nothing(home: Path) -> None:
    killed_while_saving(200, home)
