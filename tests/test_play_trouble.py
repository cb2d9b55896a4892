"""What the computer does to a game that runs: it sleeps, hides the window, loses the sound device or the disk."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pygame
import pytest

from game.agents.recording import Setup
from game.play import storage
from game.play.app import App
from game.play.context import Context
from game.play.loop import MOST_TICKS_A_FRAME
from game.play.notice import HEIGHT, MOST_WIDTH, SHOWN_TICKS, Notice
from game.play.recordings import RecordingKeeper
from game.play.saves import load_saves
from game.play.screens.difficulty import DifficultyScreen
from game.play.screens.keys import KeysScreen
from game.play.screens.loading import LoadingScreen
from game.play.screens.options import OptionsScreen
from game.play.screens.pause import PauseScreen
from game.play.screens.players import PlayersScreen
from game.play.screens.replays import ReplaysScreen
from game.play.screens.scores import ScoresScreen
from game.play.screens.stack import Pop, Screen, ScreenStack
from game.play.screens.stage import StageScreen
from game.play.screens.title import TitleScreen
from game.play.session import Session
from game.play.settings import load_settings
from game.sim.units import VIEW_WIDTH
from game.view.palette import PALETTE
from game.view.text import text_width
from tests.player import Player
from tests.ui.pixels import pixels

MILLISECOND = 1_000_000  # ns
MINUTE = 60_000 * MILLISECOND


class Clock:
    """20 ms later whenever it is looked at. `happenings`: what happens when it is looked at for the so many-th time."""

    def __init__(self, happenings: Mapping[int, Callable[[], object]]) -> None:
        self.nanoseconds = 0
        self.looks = 0
        self._happenings = happenings

    def now(self) -> int:
        self.looks += 1
        self.nanoseconds += 20 * MILLISECOND
        if self.looks in self._happenings:
            self._happenings[self.looks]()
        return self.nanoseconds


def send(event: int) -> Callable[[], object]:
    return lambda: pygame.event.post(pygame.Event(event))


@pytest.fixture
def session() -> Session:
    return Session(Setup("lab", 3))


@pytest.fixture
def screens(context: Context, session: Session) -> ScreenStack:
    pygame.event.clear()
    return ScreenStack(context, [TitleScreen(context), StageScreen(context, session)])


def test_a_computer_that_slept_for_a_minute_finds_the_game_paused_where_it_was(
    context: Context, screens: ScreenStack, session: Session
) -> None:
    seen: list[tuple[Screen | None, int]] = []

    def sleep() -> None:
        seen.append((screens.top, session.simulation.tick))
        clock.nanoseconds += MINUTE

    def wake() -> None:
        seen.append((screens.top, session.simulation.tick))

    clock = Clock({40: sleep, 80: wake, 81: send(pygame.QUIT)})
    App(context, screens, clock.now).run()
    (before, tick_before), (after, tick_after) = seen
    assert isinstance(before, StageScreen)
    assert isinstance(after, PauseScreen)
    assert 0 <= tick_after - tick_before <= 2 * MOST_TICKS_A_FRAME


def test_a_minimised_window_is_not_drawn_but_its_time_goes_on(
    context: Context, screens: ScreenStack, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn_at: list[int] = []
    ticks: list[int] = []
    monkeypatch.setattr(context.presenter, "show", lambda: drawn_at.append(clock.looks))
    clock = Clock(
        {
            20: send(pygame.WINDOWMINIMIZED),
            26: lambda: ticks.append(session.simulation.tick),
            60: lambda: ticks.append(session.simulation.tick),
            61: send(pygame.WINDOWRESTORED),
            90: send(pygame.QUIT),
        }
    )
    App(context, screens, clock.now).run()
    assert [look for look in drawn_at if 26 <= look <= 61] == []
    assert min(drawn_at) < 20
    assert max(drawn_at) > 66
    assert ticks[1] > ticks[0]


def test_a_stage_that_begins_while_another_window_has_the_keyboard_waits(context: Context, session: Session) -> None:
    pygame.event.clear()
    screens = ScreenStack(
        context, [TitleScreen(context), LoadingScreen(context, lambda: StageScreen(context, session))]
    )
    tops: list[Screen | None] = []
    clock = Clock(
        {
            3: send(pygame.WINDOWFOCUSLOST),
            60: lambda: tops.append(screens.top),
            61: send(pygame.WINDOWFOCUSGAINED),
            62: lambda: screens.apply(Pop()),
            80: lambda: tops.append(screens.top),
            81: send(pygame.QUIT),
        }
    )
    App(context, screens, clock.now).run()
    assert [type(top) for top in tops] == [PauseScreen, StageScreen]
    assert session.simulation.tick > 0


def test_the_stage_goes_on_in_silence_when_the_mixer_ends(context: Context, session: Session) -> None:
    player = Player(context, TitleScreen(context), StageScreen(context, session))
    player.frame()
    pygame.mixer.quit()
    for key in (pygame.K_z, pygame.K_ESCAPE, pygame.K_DOWN, pygame.K_ESCAPE):
        player.press(key)
        player.frame()
    assert context.sound.silent
    assert isinstance(player.top, StageScreen)


@pytest.mark.parametrize("home", ["a file", "a folder in a file"])
def test_a_home_that_cannot_be_is_said_in_one_line_and_the_game_goes_on(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(storage.HOME_VARIABLE, str(tmp_path / "file" / ("home" if "folder" in home else "")))
    storage.sweep(storage.home())
    for load in (load_settings, load_saves):
        assert "\n" not in load()[1]
        assert text_width(load()[1]) <= MOST_WIDTH
    player = Player(context, TitleScreen(context), StageScreen(context, Session(Setup("swarm", 3))))
    player.wait(80)
    player.press(pygame.K_ESCAPE, pygame.K_UP, pygame.K_RETURN)
    assert isinstance(player.top, TitleScreen)
    assert "cannot be" in context.notice.text
    assert "\n" not in context.notice.text


MENUS: dict[str, Callable[[Context], Screen]] = {
    "title": TitleScreen,
    "difficulty": lambda context: DifficultyScreen(context, lambda: TitleScreen(context)),
    "options": OptionsScreen,
    "keys": KeysScreen,
    "players": PlayersScreen,
    "scores": ScoresScreen,
    "replays": ReplaysScreen,
    "pause": lambda context: PauseScreen(context, StageScreen(context, Session(Setup("lab", 3)))),
}


@pytest.mark.parametrize("menu", MENUS)
def test_focus_is_lost_where_nothing_runs_and_nothing_changes(context: Context, menu: str) -> None:
    player = Player(context, TitleScreen(context), MENUS[menu](context))
    top = player.top
    player.stack.interrupt()
    assert player.top is top


def test_a_full_disk_leaves_no_half_written_recording(tmp_path: Path) -> None:
    def full(began: str) -> bytes:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        RecordingKeeper(tmp_path).write(full, "lab")
    assert list(tmp_path.iterdir()) == []


def test_a_notice_ends_with_its_page(context: Context) -> None:
    player = Player(context, TitleScreen(context), KeysScreen(context))
    context.notice.show("Every key and button is as it was at first.")
    player.wait(3)
    player.press(pygame.K_ESCAPE)
    assert context.notice.ticks == 0


def test_what_is_said_while_a_page_goes_is_read_on_the_next_one_also_after_loading(context: Context) -> None:
    def make() -> Screen:
        return OptionsScreen(context)

    player = Player(context, TitleScreen(context), LoadingScreen(context, make))
    context.notice.show("settings.json cannot be written")
    player.load()
    assert isinstance(player.top, OptionsScreen)
    assert context.notice.ticks >= SHOWN_TICKS - 1


@pytest.mark.parametrize("page", [TitleScreen, OptionsScreen, KeysScreen, PlayersScreen, ReplaysScreen, ScoresScreen])
def test_a_notice_covers_no_words_of_its_page(context: Context, page: Callable[[Context], Screen]) -> None:
    player = Player(context, page(context))
    player.press(pygame.K_SPACE) if page is TitleScreen else player.wait(2)
    player.wait(60)
    player.frame()
    canvas = context.presenter.canvas
    strip = pygame.Rect(0, player.top.notice_top + 1, VIEW_WIDTH, HEIGHT - 2)
    letters = {PALETTE[name] for name in ("white", "pale", "mist", "gold", "steel", "cream")}
    colours = pixels(canvas.subsurface(strip)).reshape(-1, 3)
    assert not letters & set(map(tuple, colours.tolist()))


def test_a_line_that_came_too_late_to_be_read_is_known() -> None:
    notice = Notice()
    assert not notice.unseen
    notice.show("saves.json cannot be written")
    assert notice.unseen
    notice.tick()
    assert not notice.unseen
