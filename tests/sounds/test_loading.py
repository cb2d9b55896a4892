"""When effects are decoded: none before it is needed, one a frame meanwhile, all before play."""

import random
from collections.abc import Iterable

import pytest

from game.view.sound.desk import FIRST_NEEDED, Desk, file_of
from game.view.sound.library import read_index, read_mixing_table
from game.view.sound.offline import OfflineOutput

INDEX = read_index()


class CountedOutput(OfflineOutput):
    """Notes what is decoded, without doing it."""

    def __init__(self) -> None:
        super().__init__()
        self.decoded: list[str] = []

    def load(self, files: Iterable[str]) -> None:
        self.decoded += [file for file in files if file not in self.decoded]

    def play(self, channel: int, file: str, left: float, right: float, *, loop: bool) -> None:
        assert file in self.decoded


@pytest.fixture
def output() -> CountedOutput:
    return CountedOutput()


@pytest.fixture
def desk(output: CountedOutput) -> Desk:
    table = read_mixing_table()
    return Desk(INDEX, table, dict.fromkeys(("master", *table.groups()), 1.0), output, random.Random(1))


def test_a_desk_decodes_nothing_by_itself(desk: Desk, output: CountedOutput) -> None:
    assert not output.decoded


def test_what_menus_play_is_decoded_first_and_one_at_a_time(desk: Desk, output: CountedOutput) -> None:
    interface = [file_of(name) for name, effect in INDEX.effects.items() if effect.bus == FIRST_NEEDED]
    for _ in interface:
        desk.load_next()
    assert sorted(output.decoded) == sorted(interface)


def test_an_effect_that_is_played_early_is_decoded_there_and_then(desk: Desk, output: CountedOutput) -> None:
    desk.play("wire_snap")
    assert output.decoded == ["wire_snap.ogg"]


def test_before_play_all_are_decoded(desk: Desk, output: CountedOutput) -> None:
    desk.load_next()
    desk.load_rest()
    assert sorted(output.decoded) == sorted(file_of(name) for name in INDEX.effects)
