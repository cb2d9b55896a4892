"""The stage stands still under its pause, and begins again only when asked twice."""

import pygame

from game.play.screens.pause import PauseScreen, pause_items
from game.play.screens.question import NO, YES, QuestionScreen
from game.play.screens.stage import StageScreen
from game.play.screens.title import TitleScreen
from game.play.session import Session
from tests.player import Player


def test_escape_pauses_and_the_world_stands_still(on_stage: Player, session: Session) -> None:
    on_stage.wait(10)
    on_stage.press(pygame.K_ESCAPE)
    assert isinstance(on_stage.top, PauseScreen)
    tick = session.simulation.tick
    on_stage.wait(60)
    assert session.simulation.tick == tick
    on_stage.press(pygame.K_ESCAPE)
    on_stage.wait(10)
    assert isinstance(on_stage.top, StageScreen)
    assert session.simulation.tick > tick


def test_losing_the_keyboard_pauses_the_stage_once(on_stage: Player) -> None:
    on_stage.stack.interrupt()
    pause = on_stage.top
    assert isinstance(pause, PauseScreen)
    on_stage.stack.interrupt()
    assert on_stage.top is pause


def test_the_key_that_resumes_does_not_strike(on_stage: Player, session: Session) -> None:
    on_stage.press(pygame.K_ESCAPE)
    on_stage.down(pygame.K_z)
    on_stage.wait(5)
    assert isinstance(on_stage.top, StageScreen)
    assert not session.world.action.buttons


def test_restart_scene_goes_back_to_its_beginning(on_stage: Player, session: Session) -> None:
    on_stage.wait(200)
    on_stage.press(pygame.K_ESCAPE, pygame.K_DOWN, pygame.K_RETURN)
    assert isinstance(on_stage.top, StageScreen)
    assert session.simulation.tick < 10


def test_restart_stage_asks_first_and_no_is_where_one_stands(on_stage: Player, session: Session) -> None:
    on_stage.wait(100)
    tick = session.simulation.tick
    on_stage.press(pygame.K_ESCAPE)
    on_stage.choose("RESTART STAGE", pause_items(len(session.world.stage.scene)))
    assert isinstance(on_stage.top, QuestionScreen)
    on_stage.press(pygame.K_RETURN)
    assert isinstance(on_stage.top, PauseScreen)
    on_stage.press(pygame.K_RETURN, pygame.K_ESCAPE)
    assert isinstance(on_stage.top, PauseScreen)
    assert session.simulation.tick == tick


def test_restart_stage_goes_back_before_the_first_scene(on_stage: Player, session: Session) -> None:
    on_stage.wait(100)
    session._checkpoint = session.simulation.snapshot()
    on_stage.press(pygame.K_ESCAPE)
    on_stage.choose("RESTART STAGE", pause_items(len(session.world.stage.scene)))
    on_stage.choose("YES", (NO, YES))
    assert isinstance(on_stage.top, StageScreen)
    assert session.simulation.tick < 10


def test_quit_to_title_leaves_the_stage(on_stage: Player) -> None:
    on_stage.press(pygame.K_ESCAPE, pygame.K_UP, pygame.K_RETURN)
    assert isinstance(on_stage.top, TitleScreen)
