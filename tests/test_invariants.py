"""The rules keep what they promise, whoever plays. Many more such games: `python -m tests.fuzz ticks 1000000`."""

import pytest

from game.agents.bots import make_bot
from game.play.story import FILM
from game.sim import Simulation
from tests.fuzz.players import PLAYERS
from tests.fuzz.ticks import Game, games, play_checked
from tests.invariants import step_checked

QUICK = tuple(games(18 * 450, 450))
SLOW = tuple(games(200_000))


@pytest.mark.parametrize("game", QUICK, ids=str)
def test_play_without_sense_keeps_what_the_rules_promise(game: Game) -> None:
    play_checked(game)


def test_the_quick_games_know_every_player_stage_and_difficulty() -> None:
    assert {game.player for game in QUICK} == set(PLAYERS)
    assert len({game.stage for game in QUICK}) == 8
    assert len({game.difficulty for game in QUICK}) == 3


@pytest.mark.slow
@pytest.mark.parametrize("stage", FILM)
def test_good_play_keeps_what_the_rules_promise(stage: str) -> None:
    simulation, bot = Simulation(stage, 2), make_bot("campaign", 2)
    while simulation.outcome is None:
        step_checked(simulation, bot.act(simulation))


@pytest.mark.slow
@pytest.mark.parametrize("game", SLOW, ids=str)
def test_long_play_without_sense_keeps_what_the_rules_promise(game: Game) -> None:
    play_checked(game)
