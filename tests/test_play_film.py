"""The film as a game: from the title through its stages to its end, and what is kept of it."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.agents.recording import Setup, read_recording
from game.play.context import Context
from game.play.saves import NO_NAME, Best, Checkpoint, Saves, ScoreRow, load_saves, saves_file, store_saves
from game.play.screens.briefing import BriefingScreen
from game.play.screens.chapter import STAYS, ChapterScreen
from game.play.screens.epilogue import EpilogueScreen
from game.play.screens.film import open_chapter, open_checkpoint, what_follows
from game.play.screens.resting_hands import STEADY_TICKS
from game.play.screens.result import ResultScreen
from game.play.screens.stack import Screen
from game.play.screens.stage import LAST_BLOW_TICKS, StageScreen
from game.play.screens.stages import StagesScreen
from game.play.screens.title import TitleScreen
from game.play.session import Session
from game.play.story import FILM, FIRST_TRUST, keep_progress, stage_after, stages_reached, trust_at, where_to_continue
from game.sim import Action
from game.sim.world import Outcome
from game.view.pages.chapters import CHAPTERS
from game.view.pages.credits import credits_end_at
from tests.player import Player


def end(session: Session, outcome: Outcome = Outcome.WON, trust: float = 71.0) -> None:
    session.world.direction.outcome = outcome
    session.world.tally.trust = trust


def at_result(context: Context, stage: str, outcome: Outcome = Outcome.WON) -> tuple[Player, Session]:
    """The stage has just ended; its result is on top, the rows counted."""
    session = Session(Setup(stage, 3))
    player = Player(context, TitleScreen(context), StageScreen(context, session, what_follows))
    end(session, outcome)
    player.wait(LAST_BLOW_TICKS + STEADY_TICKS)
    assert isinstance(player.top, ResultScreen)
    return player, session


def test_every_stage_of_the_film_has_its_chapter() -> None:
    assert tuple(CHAPTERS) == FILM
    assert [stage_after(stage) for stage in FILM] == [*FILM[1:], None]
    assert stage_after("lab") is None


def test_a_new_game_goes_through_card_and_briefing_to_sapporo(context: Context) -> None:
    player = Player(context, TitleScreen(context))
    player.press(pygame.K_SPACE, pygame.K_RETURN, pygame.K_RETURN)
    player.load()
    assert isinstance(player.top, ChapterScreen)
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    assert isinstance(player.top, BriefingScreen)
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    player.load()
    assert isinstance(player.top, StageScreen)
    assert load_saves()[0].entered == {"sapporo": FIRST_TRUST}


def test_a_card_goes_on_by_itself_and_back_on_escape(context: Context) -> None:
    player = Player(context, TitleScreen(context), open_chapter(context, "vigil", 50.0))
    player.load()
    player.wait(STAYS)
    assert isinstance(player.top, BriefingScreen)
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.top, TitleScreen)


@pytest.mark.parametrize("stage", FILM[:-1])
def test_a_won_stage_opens_the_next_with_the_trust_that_is_left(context: Context, stage: str) -> None:
    player, _ = at_result(context, stage)
    following = stage_after(stage)
    assert following is not None
    assert trust_at(load_saves()[0], following) == 71.0
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    player.load()
    chapter = player.top
    assert isinstance(chapter, ChapterScreen)
    world = chapter._session.world
    assert (world.stage.id, world.options.trust, world.tally.trust) == (following, 71.0, 71.0)
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.top, TitleScreen)


def test_the_last_stage_leads_to_the_epilogue_the_credits_and_the_title(context: Context) -> None:
    player, _ = at_result(context, "dawn")
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    player.load()
    assert isinstance(player.top, EpilogueScreen)
    player.press(pygame.K_RETURN)  # all words
    player.wait(5)
    player.press(pygame.K_RETURN)  # the credits
    player.wait(credits_end_at() // 2)
    assert isinstance(player.top, EpilogueScreen)
    player.wait(credits_end_at() // 2 + 5)
    assert isinstance(player.top, TitleScreen)


def test_losing_costs_the_scene_and_nothing_is_reached(context: Context) -> None:
    player, session = at_result(context, "legion", Outcome.LOST)
    assert not load_saves()[0].entered
    player.press(pygame.K_RETURN)
    assert isinstance(player.top, StageScreen)
    assert session.simulation.outcome is None


def test_the_film_goes_on_at_the_last_scene_even_after_a_kill(context: Context) -> None:
    context.saves.entered["tokyo"] = 44.0
    session = Session(Setup("tokyo", 3, "legion", trust=44.0))
    session.world.tally.score = 777
    Player(context, StageScreen(context, session, what_follows)).wait(5)
    kept = load_saves()[0].checkpoint
    assert kept is not None
    assert (kept.stage, kept.scene) == ("tokyo", session.world.stage.scene[0].name)

    context.saves = load_saves()[0]  # as another process finds them
    title = TitleScreen(context)
    player = Player(context, title)
    player.press(pygame.K_SPACE)
    player.choose("CONTINUE", title._menu.items)
    player.load()
    stage = player.top
    assert isinstance(stage, StageScreen)
    world = stage._session.world
    assert (world.direction.scene, world.tally.score, world.options.difficulty) == (0, 777, "legion")
    stage.restart_stage()
    assert stage._session.world.tally.score == 0


def test_a_checkpoint_of_another_version_begins_the_stage_anew(context: Context) -> None:
    context.saves.entered["legion"] = 44.0
    context.saves.checkpoint = Checkpoint("legion", "The suburb", b"not a snapshot")
    player = Player(context, open_checkpoint(context, context.saves.checkpoint))
    player.load()
    assert isinstance(player.top, ChapterScreen)
    assert "begins anew" in context.notice.text


def test_a_won_stage_moves_the_checkpoint_to_the_next(context: Context) -> None:
    context.saves.entered["sendai"] = 60.0
    at_result(context, "sendai")
    assert load_saves()[0].checkpoint == Checkpoint("vigil")


def test_a_new_game_is_where_to_continue(context: Context) -> None:
    context.saves.entered |= {"sapporo": 60.0, "dawn": 44.0}
    assert where_to_continue(context.saves) == Checkpoint("dawn")
    title = TitleScreen(context)
    player = Player(context, title)
    player.press(pygame.K_SPACE)
    player.choose("NEW GAME", title._menu.items)
    player.press(pygame.K_RETURN)
    assert where_to_continue(load_saves()[0]) == Checkpoint("sapporo")


def test_a_stage_that_was_not_reached_leaves_no_checkpoint(context: Context) -> None:
    player = Player(context, StageScreen(context, Session(Setup("tokyo", 3)), what_follows))
    player.wait(5)
    assert context.saves.checkpoint is None


def test_the_lab_is_no_part_of_the_film(context: Context) -> None:
    saves = Saves()
    keep_progress(saves, Session(Setup("lab", 1)).world)
    assert saves == Saves()


def test_the_title_offers_what_has_been_reached(context: Context) -> None:
    title = TitleScreen(context)
    assert title._menu.items[0] == "NEW GAME"
    context.saves.entered |= {"tokyo": 30.0, "sapporo": 60.0}
    player = Player(context, title)
    assert title._menu.items[:3] == ("CONTINUE", "NEW GAME", "STAGES")
    player.press(pygame.K_SPACE, pygame.K_RETURN)
    player.load()
    chapter = player.top
    assert isinstance(chapter, ChapterScreen)
    assert (chapter._session.setup.stage, chapter._session.setup.trust) == ("tokyo", 30.0)


def test_a_stage_is_chosen_from_those_reached(context: Context) -> None:
    context.saves.entered |= {"sapporo": 60.0, "sendai": 44.0}
    title = TitleScreen(context)
    player = Player(context, title)
    player.press(pygame.K_SPACE)
    player.choose("STAGES", title._menu.items)
    assert isinstance(player.top, StagesScreen)
    player.choose("sendai", stages_reached(context.saves))
    player.load()
    assert isinstance(player.top, ChapterScreen)
    assert player.top._session.setup.trust == 44.0
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.top, TitleScreen)


def test_a_new_game_keeps_what_was_reached(context: Context) -> None:
    context.saves.entered |= {"sapporo": 60.0, "sendai": 44.0}
    title = TitleScreen(context)
    player = Player(context, title)
    player.press(pygame.K_SPACE)
    player.choose("NEW GAME", title._menu.items)
    player.press(pygame.K_RETURN)
    assert stages_reached(load_saves()[0]) == ("sapporo", "sendai")


@pytest.mark.parametrize(
    "damage",
    [b'{"format": 1, "entered": {"tokyo": 500}}', b'{"format": 1, "city": {"tokyo": -1}}', b'{"format": 2}'],
    ids=["trust", "share", "format"],
)
def test_damaged_progress_is_set_aside(context: Context, damage: bytes) -> None:
    store_saves(Saves())
    saves_file().write_bytes(damage)
    saves, said = load_saves()
    assert saves == Saves()
    assert "saves.json" in said
    assert saves_file().with_name("saves.unreadable-1.json").read_bytes() == damage


def test_saves_from_before_the_film_are_still_read(context: Context) -> None:
    store_saves(Saves())
    saves_file().write_bytes(b'{"format": 1, "best": {"tokyo": {"normal": {"score": 9, "rank": "B"}}}}')
    saves, said = load_saves()
    assert said == ""
    assert saves.best_of("tokyo", "normal") == Best(9, "B")
    assert saves.highest() == ScoreRow(NO_NAME, 9, "B")
    assert stages_reached(saves) == ()


def test_a_recording_keeps_the_trust_it_began_with(tmp_path: Path) -> None:
    file = tmp_path / "run.rec"
    session = Session(Setup("legion", 3, trust=20.0), file)
    for _ in range(70):
        session.step(Action(move=1))
    assert session.finish("test") == ""
    recording = read_recording(file)
    assert recording.header.trust == 20.0
    assert recording.first_difference() is None


def test_enter_skips_a_cut_scene(context: Context) -> None:
    session = Session(Setup("sapporo", 3))
    player = Player(context, TitleScreen(context), StageScreen(context, session))
    player.wait(60)
    assert session.world.direction.script == "rise_from_sea"
    player.press(pygame.K_RETURN)
    assert session.world.direction.script == ""


def test_the_command_view_stays_closed_in_a_cut_scene(context: Context) -> None:
    session = Session(Setup("vigil", 3))
    stage = StageScreen(context, session)
    player = Player(context, TitleScreen(context), stage)
    context.input.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0))
    player.wait(3)
    assert stage._desk.is_open
    session.world.direction.script = "pendant"
    player.wait(3)
    assert not stage._desk.is_open


def test_every_new_screen_draws(context: Context) -> None:
    context.saves.entered |= {"sapporo": 60.0}
    makers: list[Callable[[], Screen]] = [
        lambda: StagesScreen(context),
        lambda: ChapterScreen(context, Session(Setup("sendai", 1)), what_follows),
        lambda: EpilogueScreen(context, 50.0, 0.5, "B"),
    ]
    for make in makers:
        player = Player(context, make())
        pictures = set()
        for _ in range(3):
            player.wait(30)
            pictures.add(player.frame())
        assert len(pictures) > 1
