"""What is pressed reaches the rules, at the speed that was asked for."""

from pathlib import Path

import pygame
import pytest

from game.agents.recording import Setup, read_recording
from game.play.context import Context
from game.play.loop import COMMAND_VIEW_PERCENT
from game.play.screens.replay import ReplayScreen
from game.play.screens.stage import StageScreen
from game.play.screens.title import TitleScreen
from game.play.session import Session
from game.sim import Button
from game.sim.power import CircuitState
from tests.player import Player


def test_a_press_shorter_than_a_tick_reaches_the_rules(on_stage: Player, session: Session) -> None:
    on_stage.down(pygame.K_z)
    on_stage.up(pygame.K_z)
    on_stage.wait()
    assert Button.ATTACK in session.world.action.buttons
    on_stage.wait()
    assert Button.ATTACK not in session.world.action.buttons


def test_a_press_in_slow_time_waits_for_the_tick_of_the_rules(on_stage: Player, session: Session) -> None:
    on_stage.down(pygame.K_TAB)
    on_stage.wait()
    on_stage.up(pygame.K_TAB)
    on_stage.press(pygame.K_2)
    on_stage.wait(4)
    assert session.world.grid.circuits[1].state is CircuitState.LIVE


def test_arrows_and_letters_steer_alike(on_stage: Player, session: Session) -> None:
    on_stage.down(pygame.K_a)
    on_stage.down(pygame.K_UP)
    on_stage.wait()
    assert (session.world.action.move, session.world.action.aim) == (-1, -1)


@pytest.mark.parametrize("speed", [70, 85, 100])
def test_game_speed_thins_the_ticks(context: Context, on_stage: Player, session: Session, speed: int) -> None:
    context.settings.game_speed = speed
    on_stage.wait(100)
    assert session.simulation.tick == speed


def test_the_command_view_runs_at_a_quarter_and_holds_gamera_still(on_stage: Player, session: Session) -> None:
    on_stage.down(pygame.K_TAB)
    on_stage.down(pygame.K_RIGHT)
    on_stage.wait(80)
    assert session.simulation.tick == 80 * COMMAND_VIEW_PERCENT // 100
    assert session.world.action.move == 0


def test_f3_shows_the_field(on_stage: Player) -> None:
    on_stage.press(pygame.K_2)
    on_stage.wait(30)
    plain = on_stage.frame()
    on_stage.press(pygame.K_F3)
    assert on_stage.frame() != plain


def test_a_recording_is_written_when_the_stage_is_left(context: Context, tmp_path: Path) -> None:
    file = tmp_path / "run.rec"
    session = Session(Setup("tokyo", 3), file)
    player = Player(context, TitleScreen(context), StageScreen(context, session))
    player.down(pygame.K_RIGHT)
    player.wait(90)
    player.stack.close()
    recording = read_recording(file)
    assert recording.header.ticks == 90
    assert recording.first_difference() is None
    replayed = Player(context, ReplayScreen(context, recording))
    replayed.wait(95)
    assert "ends here" in context.notice.text
    replayed.press(pygame.K_ESCAPE)
    assert replayed.top is None
