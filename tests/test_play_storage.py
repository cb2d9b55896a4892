"""The player's files survive damage: set aside, never overwritten, never deleted."""

import os
from pathlib import Path

import pytest

from game.play import storage
from game.play.saves import Best, Saves, load_saves, store_saves
from game.play.settings import Settings, load_settings, store_settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(storage.HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


def test_nothing_there_means_defaults_and_silence() -> None:
    assert load_settings() == (Settings(), "")
    assert load_saves() == (Saves(), "")


def test_what_is_stored_is_loaded() -> None:
    settings = Settings(music=30, scaling="integer", game_speed=85, flashes=False)
    assert store_settings(settings) == ""
    assert load_settings() == (settings, "")
    saves = Saves()
    saves.record("tokyo", "normal", 1234, "A")
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
    assert not saves.record("tokyo", "normal", 100, "S")
    assert saves.record("tokyo", "legion", 50, "C")
    assert saves.record("tokyo", "normal", 101, "A")
    assert saves.best_of("tokyo", "normal") == Best(101, "A")
    assert saves.highest_score() == 101


def test_new_saves_do_not_share_their_scores() -> None:
    Saves().record("tokyo", "normal", 100, "B")
    assert Saves().best == {}


def test_a_device_is_written_to_and_not_replaced() -> None:
    storage.write_bytes(Path(os.devnull), b"nothing")
    assert not Path(os.devnull).is_file()
