"""The screens in order, driven by keys, with a real context and no visible window."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.agents.recording import Setup, read_recording
from game.play.app import App
from game.play.context import Context
from game.play.loop import COMMAND_VIEW_PERCENT, LAST_BLOW_PERCENT
from game.play.saves import load_saves
from game.play.screens.briefing import BriefingScreen
from game.play.screens.chapter import ChapterScreen
from game.play.screens.difficulty import DifficultyScreen
from game.play.screens.film import what_follows
from game.play.screens.initials import InitialsScreen
from game.play.screens.keys import KeysScreen
from game.play.screens.options import PAGES, OptionsScreen
from game.play.screens.pause import NO, YES, PauseScreen, pause_items
from game.play.screens.replay import ReplayScreen
from game.play.screens.result import STEADY_TICKS, ResultScreen
from game.play.screens.scores import ScoresScreen
from game.play.screens.stack import Screen, ScreenStack
from game.play.screens.stage import LAST_BLOW_TICKS, StageScreen
from game.play.screens.title import TitleScreen, menu_items
from game.play.session import Session
from game.play.settings import Settings, load_settings
from game.sim import Button
from game.sim.power import CircuitState
from game.sim.stage_file import load_stage, stage_files
from game.sim.world import Outcome
from game.view.pages.difficulty import rows_area as difficulty_area
from tests.player import Player


class FakePad:
    def rumble(self, low_frequency: float, high_frequency: float, duration: int) -> bool:
        return True


@pytest.fixture
def at_title(context: Context) -> Player:
    return Player(context, TitleScreen(context))


def end(session: Session, outcome: Outcome) -> None:
    session.world.direction.outcome = outcome
    session.world.direction.reason = "line" if outcome is Outcome.LOST else ""


def test_from_the_title_to_the_first_card(at_title: Player) -> None:
    at_title.press(pygame.K_F1, pygame.K_q)
    at_title.press(pygame.K_RETURN)
    assert isinstance(at_title.top, DifficultyScreen)
    at_title.press(pygame.K_RETURN)
    at_title.wait(10)
    assert isinstance(at_title.top, ChapterScreen)


def test_a_new_game_begins_with_the_difficulty_chosen_and_that_is_the_next_ones_default(at_title: Player) -> None:
    at_title.press(pygame.K_SPACE, pygame.K_RETURN, pygame.K_DOWN, pygame.K_RETURN)
    at_title.load()
    chapter = at_title.top
    assert isinstance(chapter, ChapterScreen)
    assert chapter._session.setup.difficulty == "legion"
    assert load_settings()[0].difficulty == "legion"
    again = DifficultyScreen(at_title.context, lambda: TitleScreen(at_title.context))
    assert again._menu.items[again._menu.chosen] == "legion"


def test_the_difficulty_answers_the_mouse_and_the_way_back_changes_nothing(at_title: Player) -> None:
    at_title.press(pygame.K_SPACE, pygame.K_RETURN, pygame.K_UP, pygame.K_ESCAPE)
    assert isinstance(at_title.top, TitleScreen)
    assert load_settings()[0].difficulty == "normal"
    assert not load_saves()[0].entered
    at_title.press(pygame.K_RETURN)
    at_title.click(difficulty_area(1).centerx, difficulty_area(1).centery)
    at_title.load()
    assert isinstance(at_title.top, ChapterScreen)
    assert at_title.context.settings.difficulty == "story"


def test_from_the_title_into_the_lab(at_title: Player) -> None:
    at_title.press(pygame.K_SPACE)
    at_title.choose("LAB", menu_items(()))
    at_title.wait(10)
    assert isinstance(at_title.top, StageScreen)


def test_quit_ends_the_game(at_title: Player) -> None:
    at_title.press(pygame.K_SPACE, pygame.K_UP, pygame.K_RETURN)
    assert at_title.top is None


def test_every_entry_of_the_title_opens_its_screen_and_comes_back(at_title: Player) -> None:
    at_title.press(pygame.K_SPACE)
    items = menu_items(())
    row = 0
    for item, kind in (("SCORES", ScoresScreen), ("OPTIONS", OptionsScreen), ("KEYS", KeysScreen)):
        at_title.press(*[pygame.K_DOWN] * (items.index(item) - row), pygame.K_RETURN)
        row = items.index(item)
        assert isinstance(at_title.top, kind)
        at_title.press(pygame.K_ESCAPE)
        assert isinstance(at_title.top, TitleScreen)


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


def test_losing_the_keyboard_at_the_title_changes_nothing(at_title: Player) -> None:
    title = at_title.top
    at_title.stack.interrupt()
    assert at_title.top is title


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


def test_quit_to_title_leaves_the_stage(on_stage: Player) -> None:
    on_stage.press(pygame.K_ESCAPE, pygame.K_UP, pygame.K_RETURN)
    assert isinstance(on_stage.top, TitleScreen)


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


def test_the_difficulty_is_chosen_with_a_pad(at_title: Player) -> None:
    context = at_title.context
    context.pads.plug_in(3, FakePad())
    for button in (
        pygame.CONTROLLER_BUTTON_A,
        pygame.CONTROLLER_BUTTON_A,
        pygame.CONTROLLER_BUTTON_DPAD_UP,
        pygame.CONTROLLER_BUTTON_B,
        pygame.CONTROLLER_BUTTON_A,
        pygame.CONTROLLER_BUTTON_DPAD_UP,
        pygame.CONTROLLER_BUTTON_A,
    ):
        for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            context.pads.handle(pygame.Event(kind, instance_id=3, button=button))
        at_title.wait(2)
    at_title.load()
    assert isinstance(at_title.top, ChapterScreen)
    assert context.settings.difficulty == "story"


def test_a_win_keeps_the_score(on_stage: Player, session: Session) -> None:
    session.world.tally.score = 4321
    end(session, Outcome.WON)
    on_stage.wait(LAST_BLOW_TICKS + STEADY_TICKS)
    best = load_saves()[0].best_of("tokyo", "normal")
    assert best is not None
    assert best.score == 4321
    on_stage.press(pygame.K_RETURN, pygame.K_RETURN)
    assert isinstance(on_stage.top, InitialsScreen)
    on_stage.press(pygame.K_ESCAPE)
    assert isinstance(on_stage.top, ScoresScreen)
    on_stage.press(pygame.K_ESCAPE)
    assert isinstance(on_stage.top, ResultScreen)
    on_stage.press(pygame.K_RETURN)
    assert isinstance(on_stage.top, TitleScreen)


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


def test_options_change_at_once_and_are_stored(context: Context) -> None:
    player = Player(context, TitleScreen(context), OptionsScreen(context))
    player.press(pygame.K_RIGHT, pygame.K_TAB, pygame.K_TAB, pygame.K_DOWN, pygame.K_LEFT)
    assert context.settings.music == 70
    player.press(pygame.K_ESCAPE)
    stored, said = load_settings()
    assert said == ""
    assert (stored.music, stored.difficulty) == (70, "legion")


@pytest.mark.parametrize("page", PAGES)
def test_every_option_goes_through_all_its_values(context: Context, page: str) -> None:
    player = Player(context, OptionsScreen(context))
    player.press(*[pygame.K_TAB] * list(PAGES).index(page))
    for row in PAGES[page]:
        seen = {getattr(context.settings, row.field)}
        for key in (pygame.K_LEFT, pygame.K_RIGHT):
            for _ in row.values:
                player.press(key)
                player.frame()
                seen.add(getattr(context.settings, row.field))
        assert seen == set(row.values)
        player.press(pygame.K_DOWN)


def test_every_setting_but_the_keys_has_its_option() -> None:
    offered = {row.field for rows in PAGES.values() for row in rows}
    assert offered == set(Settings.__struct_fields__) - {"format", "keys", "buttons", "joystick"}


def test_options_answer_the_mouse(context: Context) -> None:
    player = Player(context, OptionsScreen(context))
    player.click(330, 108)  # the row "lines worked by", right of its value's middle
    assert context.settings.army_operator
    player.click(250, 48)  # the tab "sound"
    player.click(240, 90)  # left of the knob of the first slider
    assert context.settings.master == 90


def test_a_page_of_options_is_reset_and_the_others_stay(context: Context) -> None:
    player = Player(context, OptionsScreen(context))
    player.press(pygame.K_RIGHT, pygame.K_TAB, pygame.K_TAB, pygame.K_LEFT)
    assert (context.settings.difficulty, context.settings.master) == ("legion", 90)
    player.press(pygame.K_UP, pygame.K_UP, pygame.K_LEFT, pygame.K_RETURN)
    assert (context.settings.difficulty, context.settings.master) == ("legion", 100)


def test_all_options_are_reset_and_keys_and_language_stay(context: Context) -> None:
    keys = {"CLAW": (pygame.K_q,)}
    context.settings = Settings(
        scale=2, fullscreen=True, master=0, difficulty="story", shake=0, language="en", keys=keys
    )
    context.apply_settings()
    player = Player(context, TitleScreen(context), OptionsScreen(context))
    player.press(pygame.K_UP, pygame.K_RETURN, pygame.K_ESCAPE)
    assert load_settings()[0] == Settings(language="en", keys=keys)
    assert not context.presenter.fullscreen


def test_a_held_direction_repeats_in_menus(context: Context) -> None:
    player = Player(context, OptionsScreen(context))
    player.press(pygame.K_TAB, pygame.K_TAB)
    player.down(pygame.K_LEFT)
    player.wait(120)
    assert context.settings.master == 0


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
