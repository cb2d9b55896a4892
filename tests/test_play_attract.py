"""The title left alone: a game is shown, then a table, then the title again; any press leads back at once."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.agents.bots import make_bot
from game.agents.recording import Setup
from game.agents.rehearse import scene_opening
from game.play import storage
from game.play.context import Context
from game.play.saves import Saves, ScoreRow
from game.play.screens import title as title_module
from game.play.screens.attract import (
    BOT,
    PROGRAMME,
    TABLE_STAYS,
    Act,
    Demo,
    DemoScreen,
    TableScreen,
    tables_with_rows,
)
from game.play.screens.loading import LOADING_TICKS
from game.play.screens.title import ALONE_TICKS, TitleScreen
from game.sim import Simulation
from tests.player import Player

SHORT = Act("lab", 0, 3, 40)


@pytest.fixture
def alone(context: Context, monkeypatch: pytest.MonkeyPatch) -> Player:
    """At the title, with a programme of one short act."""
    monkeypatch.setattr(title_module, "PROGRAMME", (SHORT,))
    return Player(context, TitleScreen(context))


def test_the_title_shows_a_game_then_a_table_and_then_itself_again(alone: Player) -> None:
    title = alone.top
    alone.wait(ALONE_TICKS - 1)
    assert alone.top is title
    alone.wait()
    assert isinstance(alone.top, DemoScreen)
    alone.wait(LOADING_TICKS + SHORT.ticks)
    assert isinstance(alone.top, TableScreen)
    alone.wait(TABLE_STAYS)
    assert alone.top is title
    alone.wait(ALONE_TICKS)
    assert isinstance(alone.top, DemoScreen)


@pytest.mark.parametrize("wakes", [pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_F1, pygame.K_LSHIFT])
def test_any_key_leads_back_and_does_nothing_else(alone: Player, wakes: int) -> None:
    title = alone.top
    assert isinstance(title, TitleScreen)
    alone.wait(ALONE_TICKS)
    alone.press(wakes)
    assert alone.top is title
    assert not title._ready
    alone.press(wakes)
    assert title._ready


def test_no_game_is_shown_while_another_window_has_the_keyboard(alone: Player, context: Context) -> None:
    title = alone.top
    context.focused = False
    alone.wait(2 * ALONE_TICKS)
    assert alone.top is title
    context.focused = True
    alone.wait(ALONE_TICKS)
    assert isinstance(alone.top, DemoScreen)


@pytest.mark.parametrize(
    "ticks", [1, LOADING_TICKS + 5, LOADING_TICKS + SHORT.ticks + 5], ids=["loading", "game", "table"]
)
def test_what_is_shown_ends_when_the_window_loses_the_keyboard(alone: Player, ticks: int) -> None:
    title = alone.top
    alone.wait(ALONE_TICKS + ticks)
    assert alone.top is not title
    alone.stack.interrupt()
    assert alone.top is title


PRESSES = [
    pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=2),
    pygame.Event(pygame.CONTROLLERBUTTONDOWN, instance_id=0, button=pygame.CONTROLLER_BUTTON_GUIDE),
    pygame.Event(pygame.JOYBUTTONDOWN, instance_id=0, button=11),
]


@pytest.mark.parametrize("press", PRESSES, ids=["mouse", "pad", "joystick"])
@pytest.mark.parametrize(
    "ticks", [1, LOADING_TICKS + 5, LOADING_TICKS + SHORT.ticks + 5], ids=["loading", "game", "table"]
)
def test_buttons_and_clicks_lead_back_from_every_part(alone: Player, press: pygame.Event, ticks: int) -> None:
    title = alone.top
    alone.wait(ALONE_TICKS + ticks)
    assert alone.top is not title
    alone.stack.catch(press)
    alone.wait()
    assert alone.top is title


@pytest.mark.parametrize(
    "sign",
    [
        lambda player: player.press(pygame.K_F1),
        lambda player: player.stack.catch(pygame.Event(pygame.MOUSEMOTION, pos=(9, 9))),
    ],
    ids=["a key", "the mouse"],
)
def test_who_is_there_sees_no_game(alone: Player, sign: Callable[[Player], None]) -> None:
    title = alone.top
    for _ in range(3):
        alone.wait(ALONE_TICKS - 3)
        sign(alone)
    assert alone.top is title


def test_the_open_menu_is_left_alone_too_and_found_again(alone: Player) -> None:
    alone.press(pygame.K_RETURN, pygame.K_DOWN)
    title = alone.top
    assert isinstance(title, TitleScreen)
    alone.wait(ALONE_TICKS)
    assert isinstance(alone.top, DemoScreen)
    alone.press(pygame.K_RETURN)
    assert alone.top is title
    assert (title._ready, title._menu.chosen) == (True, 1)


def test_nothing_comes_of_it(alone: Player, context: Context) -> None:
    alone.wait(ALONE_TICKS + LOADING_TICKS + SHORT.ticks + TABLE_STAYS)
    assert context.saves == Saves()
    assert not Path(storage.home()).exists()


def test_an_act_is_the_same_game_every_time(context: Context) -> None:
    demos = [Demo(context, SHORT) for _ in range(2)]
    for demo in demos:
        for _ in range(30):
            demo.step()
    assert demos[0].digest() == demos[1].digest()


def test_every_part_draws(context: Context) -> None:
    player = Player(context, DemoScreen(context, SHORT))
    loading = player.frame()
    player.wait(LOADING_TICKS + 5)
    game = player.frame()
    player.wait(SHORT.ticks)
    assert len({loading, game, player.frame()}) == 3


@pytest.mark.parametrize("act", PROGRAMME, ids=lambda act: act.stage)
def test_every_act_is_played_to_its_end(act: Act) -> None:
    simulation, bot = Simulation.restore(scene_opening(Setup(act.stage, act.seed), act.scene)), make_bot(BOT, act.seed)
    for _ in range(act.ticks):
        assert simulation.outcome is None
        simulation.step(bot.act(simulation))
    assert simulation.world.tally.score > 0


def test_tables_without_rows_are_passed_over(context: Context) -> None:
    saves = context.saves
    assert tables_with_rows(saves) == ()
    saves.enter("tokyo", "normal", ScoreRow("MIO", 10))
    saves.enter("swarm", "legion", ScoreRow("MIO", 10))
    assert tables_with_rows(saves) == (("swarm", "legion"), ("tokyo", "normal"))
    shown = [TableScreen(context, turn) for turn in range(3)]
    assert [screen._stage for screen in shown] == ["swarm", "tokyo", "swarm"]
