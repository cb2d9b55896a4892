"""The loop of the window, and what all screens have in common."""

from collections.abc import Callable

import pygame

from game.play.app import App
from game.play.context import Context
from game.play.screens.briefing import BriefingScreen
from game.play.screens.keys import KeysScreen
from game.play.screens.options import OptionsScreen
from game.play.screens.pause import PauseScreen
from game.play.screens.result import ResultScreen
from game.play.screens.stack import Screen, ScreenStack
from game.play.screens.stage import StageScreen
from game.play.screens.title import TitleScreen
from game.play.session import Session
from game.play.settings import load_settings
from game.sim.stage_file import load_stage, stage_files
from game.sim.world import Outcome
from tests.player import Player, end


def test_every_screen_draws(context: Context, session: Session) -> None:
    stage = StageScreen(context, session)
    makers: list[Callable[[], Screen]] = [
        lambda: TitleScreen(context),
        lambda: BriefingScreen(context, session),
        lambda: stage,
        lambda: PauseScreen(context, stage),
        lambda: OptionsScreen(context),
        lambda: KeysScreen(context),
    ]
    seen = set()
    for make in makers:
        player = Player(context, make())
        player.wait(20)
        seen.add(player.frame())
    end(session, Outcome.WON)
    player = Player(context, ResultScreen(context, session, stage))
    player.wait(20)
    seen.add(player.frame())
    assert len(seen) == len(makers) + 1


def test_closing_the_window_ends_the_loop(context: Context) -> None:
    pygame.event.clear()
    screens = ScreenStack(context, [TitleScreen(context)])
    pygame.event.post(pygame.Event(pygame.QUIT))
    App(context, screens).run()
    assert screens.top is None


def test_alt_and_enter_is_fullscreen_and_no_confirmation(context: Context) -> None:
    pygame.event.clear()
    title = TitleScreen(context)
    screens = ScreenStack(context, [title])
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=pygame.KMOD_LALT))
    pygame.event.post(pygame.Event(pygame.QUIT))
    App(context, screens).run()
    assert context.presenter.fullscreen
    assert not context.input.switchboard.held()
    assert load_settings()[0].fullscreen


def test_every_cue_and_sound_the_screens_ask_for_exists(context: Context) -> None:
    stages = [load_stage(name) for name in stage_files()]
    for cue in ("title", "briefing", "win", "lose", *(stage.music for stage in stages)):
        context.sound.music(cue)
    for sound in ("move", "select", "back", "stamp"):
        context.sound.interface(sound)
