"""In every language but English no word leaves its frame or lies on another: every page, and the display."""

from collections.abc import Callable

import pygame
import pytest

from game.agents.recording import Setup
from game.play.context import Context
from game.play.saves import Checkpoint, ScoreRow, Totals
from game.play.screens.attract import TableScreen
from game.play.screens.briefing import BriefingScreen
from game.play.screens.chapter import ChapterScreen
from game.play.screens.difficulty import DifficultyScreen
from game.play.screens.epilogue import EpilogueScreen
from game.play.screens.film import what_follows
from game.play.screens.initials import InitialsScreen
from game.play.screens.keys import KeysScreen
from game.play.screens.options import PAGES, OptionsScreen
from game.play.screens.pause import PauseScreen
from game.play.screens.players import PlayersScreen
from game.play.screens.replays import ReplaysScreen
from game.play.screens.result import endless_rows, result_rows
from game.play.screens.scores import ScoresScreen
from game.play.screens.stack import Screen
from game.play.screens.stage import StageScreen
from game.play.screens.stages import StagesScreen
from game.play.screens.title import TitleScreen
from game.play.session import Session
from game.play.story import FILM
from game.sim import Simulation
from game.sim.events import Event, LessonTaught, LineSpoken, ObjectiveSet
from game.sim.stage import Objective, Say, Stage
from game.sim.stage_file import load_stage, stage_files
from game.view.command import CommandView, draw_command
from game.view.hud import Hud
from game.view.kit import Kit
from game.view.language import ENGLISH, LANGUAGE_NAMES
from game.view.moves import KEY_PAGES, LESSONS
from game.view.pages.result import REASONS, ResultPage, draw_result
from tests.languages.observed_type import ObservedType

TYPED_OUT = 2000  # ticks after which every page stands there as a whole
LONGEST_RADIO = 256  # px: one line of the box
MENUS = (("GO ON", "RETRY STAGE", "TITLE"), ("RETRY SCENE", "RETRY STAGE", "TITLE"), ("AGAIN", "SCORES", "TITLE"))


@pytest.fixture(params=sorted(set(LANGUAGE_NAMES) - {ENGLISH}))
def spoken(request: pytest.FixtureRequest, context: Context) -> Context:
    """A window in that language, with something in all its tables."""
    saves = context.saves
    saves.entered = dict.fromkeys(FILM, 60.0)
    saves.checkpoint = Checkpoint("sendai", "She bars the way")
    saves.tables = {"swarm": {"normal": [ScoreRow("ABC", 123456, wave=7, ticks=9000)]}}
    saves.totals = {"swarm": Totals(30, 10, 12000, 6000, 900000)}
    if context.kit.speak(request.param):
        pytest.skip("no Japanese typeface here")
    return context


@pytest.fixture
def observed(spoken: Context, monkeypatch: pytest.MonkeyPatch) -> ObservedType:
    return ObservedType(spoken.kit, monkeypatch)


def draw(screen: Screen) -> None:
    screen.draw(pygame.Surface((640, 360), depth=32), 1.0)


def late(screen: Screen) -> Screen:
    screen._tick = TYPED_OUT  # type: ignore[attr-defined]
    return screen


def title(context: Context, ready: bool) -> TitleScreen:
    screen = TitleScreen(context)
    screen._ready = ready
    return screen


def options(context: Context, tab: int) -> OptionsScreen:
    screen = OptionsScreen(context)
    screen._tabs.chosen = tab
    screen._open_page()
    return screen


@pytest.mark.parametrize(
    ("begin", "which"),
    [*((title, ready) for ready in (False, True)), *((options, tab) for tab in range(len(PAGES)))],
)
def test_every_row_of_title_and_options(
    spoken: Context, observed: ObservedType, begin: Callable[[Context, int], TitleScreen | OptionsScreen], which: int
) -> None:
    screen = begin(spoken, which)
    for row in range(len(screen._menu.items)):
        screen._menu.chosen = row
        observed.words.clear()
        draw(screen)
        assert not observed.troubles()


@pytest.mark.parametrize("tab", range(len(KEY_PAGES)))
def test_keys(spoken: Context, observed: ObservedType, tab: int) -> None:
    keys = KeysScreen(spoken)
    keys._tabs.chosen = tab
    draw(keys)
    assert not observed.troubles()


@pytest.mark.parametrize(
    "screen",
    [
        PlayersScreen,
        StagesScreen,
        ScoresScreen,
        ReplaysScreen,
        TableScreen,
        lambda context: DifficultyScreen(context, lambda: TitleScreen(context)),
        lambda context: InitialsScreen(context, "swarm", "normal", 0),
    ],
    ids=["players", "stages", "scores", "replays", "table", "difficulty", "initials"],
)
def test_other_menus(spoken: Context, observed: ObservedType, screen: Callable[[Context], Screen]) -> None:
    draw(late(screen(spoken)))
    assert not observed.troubles()


@pytest.mark.parametrize("stage", [*FILM, "swarm", "lab"])
def test_briefings(spoken: Context, observed: ObservedType, stage: str) -> None:
    draw(late(BriefingScreen(spoken, Session(Setup(stage, 3)))))
    assert not observed.troubles()


@pytest.mark.parametrize("stage", FILM)
def test_cards(spoken: Context, observed: ObservedType, stage: str) -> None:
    draw(late(ChapterScreen(spoken, Session(Setup(stage, 3)), what_follows)))
    assert not observed.troubles()


@pytest.mark.parametrize("trust", [80.0, 60.0, 20.0])
def test_epilogue(spoken: Context, observed: ObservedType, trust: float) -> None:
    draw(late(EpilogueScreen(spoken, trust, 0.9, "A")))
    assert not observed.troubles()


def test_credits(spoken: Context, observed: ObservedType) -> None:
    epilogue = EpilogueScreen(spoken, 80.0, 0.9, "A")
    epilogue._tick, epilogue._credits_from = 1000, 0
    draw(epilogue)
    assert not [line for line in observed.troubles() if "canvas" not in line]  # they come in over its edge
    assert all(words.place.left >= 0 and words.place.right <= 640 for words in observed.words)


def test_pause_and_its_question(spoken: Context, observed: ObservedType) -> None:
    pause = PauseScreen(spoken, StageScreen(spoken, Session(Setup("tokyo", 3))))
    observed.words.clear()
    draw(late(pause))
    assert not observed.troubles()


@pytest.mark.parametrize("items", MENUS)
@pytest.mark.parametrize("reason", REASONS)
def test_results(spoken: Context, observed: ObservedType, items: tuple[str, ...], reason: str) -> None:
    world = Simulation("tokyo", 1).world
    rows = endless_rows(world) if "AGAIN" in items else result_rows(world)
    wave = 12 if "AGAIN" in items else 0
    page = ResultPage(
        TYPED_OUT, "GO ON" in items, reason, "A", rows, 1234567, items, 0, "swarm" if wave else "legion", 5, True, wave
    )
    draw_result(pygame.Surface((640, 360), depth=32), spoken.kit, page)
    assert not observed.troubles()


def shown_with(kit: Kit, simulation: Simulation, events: list[Event], ticks: int, *, big: bool = False) -> None:
    """The display that long after these events."""
    hud = Hud(kit, simulation.world.stage, big_text=big)
    hud.observe(simulation.world, events)
    for _ in range(ticks):
        hud.observe(simulation.world, [])
    hud.draw(pygame.Surface((640, 360), depth=32), simulation.world, 0.0)


def texts(stage: Stage, kind: type[Say] | type[Objective]) -> list[str]:
    acts = [act for scene in stage.scene for rule in scene.rule for act in rule.do]
    return [act.text for act in acts if isinstance(act, kind) and act.text]


@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize("stage", [*FILM, "swarm"])
def test_objectives_and_radio(spoken: Context, observed: ObservedType, stage: str, big: bool) -> None:
    simulation = Simulation(stage, 1)
    for objective in texts(simulation.world.stage, Objective) or [""]:
        for said in texts(simulation.world.stage, Say):
            observed.words.clear()
            shown_with(spoken.kit, simulation, [ObjectiveSet(objective), LineSpoken("watarase", said)], 150, big=big)
            assert not observed.troubles()


@pytest.mark.parametrize("topic", LESSONS)
def test_lessons(spoken: Context, observed: ObservedType, topic: str) -> None:
    shown_with(spoken.kit, Simulation("tokyo", 1), [LessonTaught(topic)], 30)
    assert not observed.troubles()


def test_command_view(spoken: Context, observed: ObservedType) -> None:
    draw_command(
        pygame.Surface((640, 360), depth=32), spoken.kit, Simulation("tokyo", 1).world, 900, CommandView(1, 60)
    )
    assert not observed.troubles()


@pytest.mark.parametrize("stage", stage_files())
def test_japanese_radio_needs_one_line(stage: str) -> None:
    """Two lines of twice the size would touch."""
    kit = Kit()
    if kit.speak("ja"):
        pytest.skip("no Japanese typeface here")
    for said in texts(load_stage(stage), Say):
        assert kit.type.width(kit.say(said)) <= LONGEST_RADIO, said
