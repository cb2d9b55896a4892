"""The end of a stage: what is kept of it, and the ways on."""

import pygame
import pytest

from game.agents.recording import Setup
from game.play.context import Context
from game.play.loop import LAST_BLOW_PERCENT
from game.play.saves import load_saves
from game.play.screens.film import what_follows
from game.play.screens.initials import InitialsScreen
from game.play.screens.resting_hands import STEADY_TICKS
from game.play.screens.result import ResultScreen, result_rows
from game.play.screens.scores import ScoresScreen
from game.play.screens.stage import LAST_BLOW_TICKS, StageScreen
from game.play.screens.title import TitleScreen
from game.play.session import Session
from game.play.story import city_left
from game.sim.world import Outcome
from game.view.pages.chapters import CHAPTERS, headline_of
from tests.player import Player, end


def test_a_game_begun_in_the_middle_has_no_points_yet_and_keeps_none(context: Context) -> None:
    played = Session(Setup("tokyo", 3))
    played.world.tally.score = 900
    session = Session(Setup("tokyo", 3))
    session.practise_from(played.simulation.snapshot())
    assert session.world.tally.score == 0
    player = Player(context, TitleScreen(context), StageScreen(context, session, what_follows))
    session.world.tally.score = 4321
    end(session, Outcome.WON)
    player.wait(LAST_BLOW_TICKS + STEADY_TICKS)
    assert "GO ON" not in player.top._items()
    saves = load_saves()[0]
    assert (saves.best, saves.tables, saves.entered) == ({}, {}, {})
    player.stack.close()
    assert load_saves()[0].tables == {}


def test_a_loss_is_seen_in_slow_motion_and_retried_from_the_checkpoint(on_stage: Player, session: Session) -> None:
    on_stage.wait(100)
    end(session, Outcome.LOST)
    tick = session.simulation.tick
    on_stage.wait(LAST_BLOW_TICKS + STEADY_TICKS)
    assert isinstance(on_stage.top, ResultScreen)
    assert session.simulation.tick - tick == LAST_BLOW_TICKS * LAST_BLOW_PERCENT // 100
    on_stage.press(pygame.K_RETURN)
    assert isinstance(on_stage.top, StageScreen)
    assert session.simulation.outcome is None
    assert session.simulation.tick < 10


def test_nothing_of_the_display_is_left_behind_a_result(on_stage: Player, session: Session) -> None:
    on_stage.wait(60)
    drawn_with_display = []
    picture = on_stage.top._picture
    draw = picture.draw
    picture.draw = lambda *args, hud, **others: (drawn_with_display.append(hud), draw(*args, hud=hud, **others))
    on_stage.frame()
    end(session, Outcome.LOST)
    on_stage.wait(LAST_BLOW_TICKS)
    on_stage.frame()
    assert drawn_with_display == [True, False]


def test_who_was_mashing_has_time_to_read_the_result(on_stage: Player, session: Session) -> None:
    end(session, Outcome.LOST)
    on_stage.wait(LAST_BLOW_TICKS)
    on_stage.press(pygame.K_z, pygame.K_z, pygame.K_z)
    assert isinstance(on_stage.top, ResultScreen)


def test_who_was_clicking_has_time_to_read_the_result(on_stage: Player, session: Session) -> None:
    end(session, Outcome.LOST)
    on_stage.wait(LAST_BLOW_TICKS + STEADY_TICKS - 2)
    on_stage.click(320, 175)
    on_stage.wait(STEADY_TICKS - 2)
    on_stage.click(320, 175)
    assert isinstance(on_stage.top, ResultScreen)


def test_the_plasma_key_leaves_a_result_in_two_steps(on_stage: Player, session: Session) -> None:
    end(session, Outcome.LOST)
    on_stage.wait(LAST_BLOW_TICKS + STEADY_TICKS)
    result = on_stage.top
    on_stage.press(pygame.K_x)
    assert on_stage.top is result
    on_stage.press(pygame.K_UP, pygame.K_x, pygame.K_x)
    assert isinstance(on_stage.top, TitleScreen)


def test_escape_leaves_a_result_at_once(on_stage: Player, session: Session) -> None:
    end(session, Outcome.LOST)
    on_stage.wait(LAST_BLOW_TICKS + STEADY_TICKS)
    on_stage.press(pygame.K_ESCAPE)
    assert isinstance(on_stage.top, TitleScreen)


def test_a_win_keeps_the_score(on_stage: Player, session: Session) -> None:
    session.world.tally.score = 4321
    end(session, Outcome.WON)
    on_stage.wait(LAST_BLOW_TICKS + STEADY_TICKS)
    best = load_saves()[0].best_of("tokyo", "normal")
    assert best is not None
    assert best.score == 4321
    on_stage.press(pygame.K_RETURN, pygame.K_RETURN)
    assert isinstance(on_stage.top, InitialsScreen)
    on_stage.wait(STEADY_TICKS)
    on_stage.press(pygame.K_ESCAPE)
    assert isinstance(on_stage.top, ScoresScreen)
    on_stage.press(pygame.K_ESCAPE)
    assert isinstance(on_stage.top, ResultScreen)
    on_stage.press(pygame.K_RETURN)
    assert isinstance(on_stage.top, TitleScreen)


@pytest.mark.parametrize(
    ("lost", "headline"), [(0, "SAPPORO STANDS"), (2, "SAPPORO STANDS"), (7, "THE FLOWER IS GONE")]
)
def test_the_headline_says_that_a_city_stands_only_where_most_of_it_does(lost: int, headline: str) -> None:
    world = Session(Setup("sapporo", 3)).world
    world.tally.blocks_lost = lost
    assert headline_of(CHAPTERS["sapporo"], city_left(world)) == headline


def test_blocks_are_counted_but_where_the_city_falls_as_in_the_film() -> None:
    rows = {stage: dict(result_rows(Session(Setup(stage, 3)).world)) for stage in ("sapporo", "sendai")}
    assert rows["sapporo"]["BLOCKS SAVED"] == "7/7"
    assert "BLOCKS SAVED" not in rows["sendai"]
