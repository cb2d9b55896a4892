"""Settings for every test: Hypothesis plays the same examples on every run, and a slow machine is no failure."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from game.agents.recording import Setup
from game.play import storage
from game.play.context import Context
from game.play.input import Input
from game.play.pads import Pads
from game.play.presenter import Presenter
from game.play.saves import Saves
from game.play.screens.stage import StageScreen
from game.play.screens.title import TitleScreen
from game.play.session import Session
from game.play.settings import Settings
from game.view.kit import Kit
from game.view.sound import SoundStage
from tests.player import Player

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

settings.register_profile("repeatable", deadline=None, derandomize=True, max_examples=60, database=None)
settings.load_profile("repeatable")


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Context]:
    """What screens work with: a window nobody sees, no sound, and an empty folder of the player."""
    monkeypatch.setenv(storage.HOME_VARIABLE, str(tmp_path / "home"))
    presenter = Presenter("test", 1, fullscreen=False, scaling="fit")
    user_input = Input(presenter.to_canvas)
    yield Context(
        presenter=presenter,
        input=user_input,
        pads=Pads(user_input),
        sound=SoundStage.open({"master": 0.0}),
        kit=Kit(),
        settings=Settings(),
        saves=Saves(),
        muted=True,
        version="test",
    )
    presenter.close()


@pytest.fixture
def session() -> Session:
    """A play of Tokyo, just begun."""
    return Session(Setup("tokyo", 3))


@pytest.fixture
def on_stage(context: Context, session: Session) -> Player:
    return Player(context, TitleScreen(context), StageScreen(context, session))


@pytest.fixture
def at_title(context: Context) -> Player:
    return Player(context, TitleScreen(context))
