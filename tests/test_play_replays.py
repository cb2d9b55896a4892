"""The list of replays and the keys while one is watched."""

from pathlib import Path

import pygame
import pytest

from game.agents.recording import Setup
from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.recordings import RecordingKeeper, recordings_folder
from game.play.screens.loading import LoadingScreen
from game.play.screens.replay import STRIP_STAYS, ReplayScreen
from game.play.screens.replays import ReplaysScreen
from game.play.screens.stack import Pop, Push
from game.play.screens.title import TitleScreen
from game.play.session import Session
from game.sim import Action
from game.view.pages.replays import FIRST_ROW, LEFT, ROW_HEIGHT
from tests.player import Player

TICKS = 90


def pressing(*controls: Control) -> Controls:
    return Controls(frozenset(controls), frozenset(controls))


@pytest.fixture
def kept(context: Context) -> Path:
    """The file of one short play of the lab."""
    session = Session(Setup("lab", 3))
    session.keep_recordings(RecordingKeeper(recordings_folder()))
    for _ in range(TICKS):
        session.step(Action(move=1))
    session.finish("test")
    (file,) = recordings_folder().iterdir()
    return file


@pytest.fixture
def replay(context: Context, kept: Path) -> ReplayScreen:
    pushed = ReplaysScreen(context).tick(pressing(Control.CONFIRM))
    assert isinstance(pushed, Push)
    assert isinstance(pushed.screen, LoadingScreen)
    while (made := pushed.screen.tick(Controls())) is None:
        pass
    assert isinstance(made.screen, ReplayScreen)
    return made.screen


def played(replay: ReplayScreen, window_ticks: int) -> int:
    """Ticks of the recording that so many ticks of the window play."""
    before = replay.position
    for _ in range(window_ticks):
        replay.tick(Controls())
    return replay.position - before


def test_an_empty_list_is_left_with_any_way_back(context: Context) -> None:
    screen = ReplaysScreen(context)
    assert screen.tick(pressing(Control.CONFIRM, Control.DOWN)) is None
    screen.draw(context.presenter.canvas, 1.0)
    assert screen.tick(pressing(Control.BACK)) == Pop()


@pytest.fixture
def long_list(context: Context) -> Player:
    """Fifteen rows; eleven are seen."""
    recordings_folder().mkdir(parents=True)
    for number in range(15):
        (recordings_folder() / f"{number:02}.replay").touch()
    return Player(context, TitleScreen(context), ReplaysScreen(context))


def test_the_mouse_points_at_rows_and_the_wheel_reaches_the_rest(long_list: Player) -> None:
    screen = long_list.top
    assert isinstance(screen, ReplaysScreen)
    long_list.wait()

    def point(row: int) -> int:
        y = FIRST_ROW + ROW_HEIGHT * row + 4
        long_list.context.input.handle(pygame.Event(pygame.MOUSEMOTION, pos=(LEFT + 50, y)))
        long_list.wait()
        return screen._menu.chosen

    assert [point(3), point(10), point(11)] == [3, 10, 10]
    long_list.stack.catch(pygame.Event(pygame.MOUSEWHEEL, y=-9))
    long_list.wait()
    assert (screen._menu.chosen, screen._first) == (14, 4)
    assert (point(0), screen._first) == (4, 4)
    long_list.stack.catch(pygame.Event(pygame.MOUSEWHEEL, y=1))
    long_list.wait()
    assert (screen._menu.chosen, screen._first) == (3, 3)


def test_a_click_watches_a_replay_and_the_right_button_leads_back(context: Context, kept: Path) -> None:
    player = Player(context, TitleScreen(context), ReplaysScreen(context))
    player.click(LEFT + 50, FIRST_ROW + ROW_HEIGHT + 4)
    assert isinstance(player.top, ReplaysScreen)
    player.click(LEFT + 50, FIRST_ROW + 4)
    player.load()
    assert isinstance(player.top, ReplayScreen)
    player.press(pygame.K_ESCAPE)
    context.input.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=3))
    player.wait()
    assert isinstance(player.top, TitleScreen)


def test_what_cannot_be_watched_is_said_and_the_list_stays(context: Context, kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-10])
    assert ReplaysScreen(context).tick(pressing(Control.CONFIRM)) is None
    assert "cut short" in context.notice.text


def test_a_replay_says_all_the_time_that_it_is_one_and_of_what(context: Context, replay: ReplayScreen) -> None:
    assert replay._about[:2] == (Path(replay._recording.header.stage).stem, "normal")
    player = Player(context, replay)
    player.wait(STRIP_STAYS + 10)
    labelled = player.frame()
    replay._about = ("another",)
    assert player.frame() != labelled


def test_a_replay_stands_still_while_it_is_paused(replay: ReplayScreen) -> None:
    replay.tick(pressing(Control.CONFIRM))
    assert played(replay, 10) == 0
    replay.tick(pressing(Control.CONFIRM))
    assert played(replay, 10) == 10


def test_a_replay_can_be_hurried_and_slowed_down(replay: ReplayScreen) -> None:
    replay.tick(pressing(Control.RIGHT))
    replay.tick(pressing(Control.RIGHT))
    replay.tick(pressing(Control.RIGHT))  # there is no faster
    assert played(replay, 5) == 20
    for _ in range(5):
        replay.tick(pressing(Control.LEFT))
    assert played(replay, 12) == 3


def test_a_replay_ends_with_its_recording(context: Context, replay: ReplayScreen) -> None:
    assert played(replay, 2 * TICKS) == TICKS
    assert "ends here" in context.notice.text
    replay.draw(context.presenter.canvas, 0.5)
    assert replay.tick(pressing(Control.BACK)) == Pop()
