"""The swarm as an arcade game: from the title to its end, the initials, the table, and once more."""

import pygame
import pytest

from game.agents.recording import Setup
from game.play.context import Context
from game.play.saves import NO_NAME, ScoreRow, Totals, load_saves
from game.play.screens.briefing import BriefingScreen
from game.play.screens.initials import InitialsScreen
from game.play.screens.pause import pause_items
from game.play.screens.question import NO, YES
from game.play.screens.resting_hands import STEADY_TICKS
from game.play.screens.result import ResultScreen
from game.play.screens.scores import ScoresScreen
from game.play.screens.stage import LAST_BLOW_TICKS, StageScreen
from game.play.screens.title import TitleScreen
from game.play.session import Session
from game.play.story import SWARM
from game.sim.world import Outcome
from game.view.pages.result import menu_area
from game.view.pages.scores import ENTRY, LETTER_SLOTS, slot_at
from game.view.pages.title import menu_area as title_menu_area
from tests.player import Player

COUNTED = 300  # ticks in which a result has counted all its rows


def lose(session: Session, score: int = 5000, wave: int = 4) -> None:
    world = session.world
    world.tally.score, world.direction.endless_wave = score, wave
    world.direction.outcome, world.direction.reason = Outcome.LOST, "line"


@pytest.fixture
def lost(context: Context) -> Player:
    """A game of the swarm that has just ended in its fourth wave with 5000 points."""
    session = Session(Setup(SWARM, 3))
    player = Player(context, TitleScreen(context), StageScreen(context, session))
    lose(session)
    player.wait(LAST_BLOW_TICKS)
    assert isinstance(player.top, ResultScreen)
    return player


@pytest.fixture
def signing(context: Context) -> Player:
    """The initials of the second row of three are asked for, for the first time."""
    for score in (9000, 100):
        context.saves.enter(SWARM, "normal", ScoreRow("OLD", score))
    place = context.saves.enter(SWARM, "normal", ScoreRow(NO_NAME, 5000, wave=4))
    assert place == 1
    player = Player(context, TitleScreen(context), InitialsScreen(context, SWARM, "normal", place))
    player.wait(STEADY_TICKS)
    return player


def go_to_initials(player: Player) -> None:
    """From a result that has just come up."""
    player.wait(COUNTED)
    player.press(pygame.K_RETURN)
    player.wait(STEADY_TICKS)


def initials(context: Context) -> list[str]:
    return [row.initials for row in context.saves.table(SWARM, "normal")]


def test_from_the_title_into_the_swarm(context: Context) -> None:
    context.settings.difficulty = "legion"
    title = TitleScreen(context)
    player = Player(context, title)
    player.press(pygame.K_SPACE)
    player.choose("SWARM MODE", title._menu.items)
    player.load()
    assert isinstance(player.top, BriefingScreen)
    player.press(pygame.K_RETURN, pygame.K_RETURN)
    player.load()
    stage = player.top
    assert isinstance(stage, StageScreen)
    assert stage._session.world.stage.id == SWARM
    assert stage._session.world.options.difficulty == "legion"


def test_its_end_asks_for_initials_shows_the_table_and_plays_again(lost: Player) -> None:
    seed = lost.stack._screens[1]._session.setup.seed
    go_to_initials(lost)
    assert isinstance(lost.top, InitialsScreen)
    lost.type("mio")
    lost.press(pygame.K_RETURN)
    assert isinstance(lost.top, ScoresScreen)
    row = load_saves()[0].table(SWARM, "normal")[0]
    assert (row.initials, row.score, row.wave) == ("MIO", 5000, 4)
    lost.press(pygame.K_ESCAPE)
    assert isinstance(lost.top, ResultScreen)
    lost.press(pygame.K_RETURN)
    lost.load()
    assert isinstance(lost.top, StageScreen)
    assert lost.top._session.setup.seed != seed
    assert lost.top._session.simulation.outcome is None


def test_a_result_goes_on_by_nobody_but_the_player(lost: Player) -> None:
    lost.wait(10 * COUNTED)
    assert isinstance(lost.top, ResultScreen)


def test_who_is_still_mashing_signs_nothing(lost: Player) -> None:
    lost.wait(COUNTED)
    lost.press(pygame.K_z)
    lost.type("zzzzzz")
    assert isinstance(lost.top, InitialsScreen)
    lost.wait(STEADY_TICKS)
    lost.type("mioz")
    assert initials(lost.context) == ["MIO"]


def test_the_score_is_kept_before_anything_is_asked(lost: Player) -> None:
    assert [row.initials for row in load_saves()[0].table(SWARM, "normal")] == [NO_NAME]


def test_a_score_below_the_table_asks_for_nothing(context: Context) -> None:
    for _ in range(10):
        context.saves.enter(SWARM, "normal", ScoreRow("OLD", 9000))
    session = Session(Setup(SWARM, 3))
    player = Player(context, TitleScreen(context), StageScreen(context, session))
    lose(session)
    player.wait(LAST_BLOW_TICKS + COUNTED)
    assert isinstance(player.top, ResultScreen)
    player.press(pygame.K_UP, pygame.K_RETURN)
    assert isinstance(player.top, TitleScreen)


def quit_from_pause(context: Context, session: Session) -> Player:
    player = Player(context, TitleScreen(context), StageScreen(context, session))
    player.wait(5)
    player.press(pygame.K_ESCAPE, pygame.K_UP, pygame.K_RETURN)
    return player


def test_quitting_keeps_the_score_and_asks_for_initials(context: Context) -> None:
    session = Session(Setup(SWARM, 3))
    session.world.tally.score = 700
    player = quit_from_pause(context, session)
    assert isinstance(player.top, ResultScreen)
    player.frame()
    assert [(row.score, row.wave) for row in load_saves()[0].table(SWARM, "normal")] == [(700, 1)]
    go_to_initials(player)
    assert isinstance(player.top, InitialsScreen)
    player.press(pygame.K_ESCAPE, pygame.K_ESCAPE, pygame.K_UP, pygame.K_RETURN)
    assert isinstance(player.top, TitleScreen)


def test_quitting_without_a_score_leads_to_the_title(context: Context) -> None:
    assert isinstance(quit_from_pause(context, Session(Setup(SWARM, 3))).top, TitleScreen)
    assert context.saves.tables.get(SWARM, {}) == {}


def test_closing_the_window_keeps_the_score_with_the_last_initials(context: Context) -> None:
    context.saves.initials = "MIO"
    session = Session(Setup(SWARM, 3))
    player = Player(context, TitleScreen(context), StageScreen(context, session))
    session.world.tally.score = 700
    player.stack.close()
    assert [(row.initials, row.score) for row in load_saves()[0].table(SWARM, "normal")] == [("MIO", 700)]


def test_closing_the_window_on_its_result_keeps_the_score_once(lost: Player) -> None:
    lost.stack.close()
    assert [row.score for row in load_saves()[0].table(SWARM, "normal")] == [5000]


def test_restarting_from_the_pause_keeps_the_score_and_says_its_place(context: Context) -> None:
    session = Session(Setup(SWARM, 3))
    player = Player(context, TitleScreen(context), StageScreen(context, session))
    player.wait(5)
    session.world.tally.score = 700
    player.press(pygame.K_ESCAPE)
    player.choose("RESTART STAGE", pause_items(1))
    player.choose("YES", (NO, YES))
    assert isinstance(player.top, StageScreen)
    assert session.world.tally.score == 0
    assert [row.score for row in load_saves()[0].table(SWARM, "normal")] == [700]
    assert context.notice.text == "700 points: place 1 in the table."


def test_letters_are_turned_with_arrows(signing: Player) -> None:
    signing.press(pygame.K_UP, pygame.K_UP, pygame.K_RIGHT, pygame.K_DOWN, pygame.K_RETURN, pygame.K_RETURN)
    assert isinstance(signing.top, InitialsScreen)
    signing.press(pygame.K_RETURN)
    assert isinstance(signing.top, ScoresScreen)
    assert initials(signing.context) == ["OLD", "C-A", "OLD"]


def test_letter_keys_type_and_control_nothing(signing: Player) -> None:
    signing.type("zxp")
    assert isinstance(signing.top, InitialsScreen)
    signing.type("7")
    signing.press(pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_SPACE)
    assert initials(signing.context) == ["OLD", "7XP", "OLD"]


def test_once_letters_are_turned_the_claw_and_plasma_keys_go_on_and_back(signing: Player) -> None:
    signing.press(pygame.K_UP)
    signing.type("zzxz")
    signing.press(pygame.K_UP)
    signing.type("zz")
    assert isinstance(signing.top, ScoresScreen)
    assert initials(signing.context) == ["OLD", "BAB", "OLD"]


def test_the_claw_key_confirms_initials_that_stand_complete(signing: Player) -> None:
    signing.type("zoez")
    assert isinstance(signing.top, ScoresScreen)
    assert initials(signing.context) == ["OLD", "ZOE", "OLD"]


def test_backspace_goes_back_a_letter(signing: Player) -> None:
    signing.type("ab")
    signing.press(pygame.K_BACKSPACE)
    signing.type("cd")
    signing.press(pygame.K_RETURN)
    assert initials(signing.context) == ["OLD", "ACD", "OLD"]


def test_the_mouse_turns_letters_and_ends(signing: Player) -> None:
    points = {slot_at((x, y)): (x, y) for x in range(ENTRY.left, ENTRY.right) for y in range(ENTRY.top, ENTRY.bottom)}
    signing.click(*points[0, 1])
    signing.click(*points[2, -1])
    signing.click(*points[1, 0])
    signing.click(*points[1, 1])
    signing.click(ENTRY.left + 2, ENTRY.top + 2)
    signing.click(*points[LETTER_SLOTS, 0])
    assert initials(signing.context) == ["OLD", "BB-", "OLD"]


@pytest.mark.parametrize("keys", [(pygame.K_ESCAPE,), (pygame.K_UP, pygame.K_ESCAPE), (pygame.K_BACKSPACE,)])
def test_leaving_keeps_the_last_initials(signing: Player, keys: tuple[int, ...]) -> None:
    signing.press(*keys)
    assert isinstance(signing.top, ScoresScreen)
    assert initials(signing.context) == ["OLD", NO_NAME, "OLD"]


def test_who_has_signed_before_only_confirms(context: Context) -> None:
    context.saves.initials = "MIO"
    context.saves.enter(SWARM, "story", ScoreRow(NO_NAME, 10))
    player = Player(context, TitleScreen(context), InitialsScreen(context, SWARM, "story", 0))
    player.wait(STEADY_TICKS)
    player.press(pygame.K_RETURN)
    assert context.saves.table(SWARM, "story")[0].initials == "MIO"


def test_what_is_done_over_all_plays_is_counted(context: Context) -> None:
    context.saves.count("sapporo", Totals(plays=2, won=1, killed=30, burned=10, ticks=700))
    session = Session(Setup(SWARM, 3))
    player = Player(context, TitleScreen(context), StageScreen(context, session))
    player.wait(100)
    player.press(pygame.K_ESCAPE, pygame.K_UP, pygame.K_RETURN)
    assert isinstance(player.top, TitleScreen)
    assert load_saves()[0].totals == {
        "sapporo": Totals(2, 1, 30, 10, 700),
        SWARM: Totals(plays=1, ticks=session.simulation.tick),
    }


def test_the_totals_count_a_game_that_was_quit_before_its_scores_are_seen(context: Context) -> None:
    session = Session(Setup(SWARM, 3))
    session.world.tally.score = 700
    quit_from_pause(context, session)
    assert context.saves.totals == {SWARM: Totals(plays=1, ticks=session.simulation.tick)}


def test_the_lab_counts_for_nothing(context: Context) -> None:
    player = Player(context, StageScreen(context, Session(Setup("lab", 3))))
    player.wait(5)
    player.stack.close()
    assert context.saves.totals == {}


def test_the_mouse_chooses_in_menus(lost: Player) -> None:
    go_to_initials(lost)
    lost.press(pygame.K_ESCAPE, pygame.K_ESCAPE)
    result = lost.top
    assert isinstance(result, ResultScreen)
    area = menu_area(result._page())
    lost.click(area.left - 9, area.centery)
    assert lost.top is result
    lost.click(area.centerx, area.bottom - 4)
    title = lost.top
    assert isinstance(title, TitleScreen)
    lost.press(pygame.K_SPACE)
    row = title._menu.items.index("SCORES")
    lost.click(title_menu_area(len(title._menu.items)).centerx, title_menu_area(row + 1).bottom - 4)
    assert isinstance(lost.top, ScoresScreen)
    lost.click(5, 5)
    assert lost.top is title


def test_a_mouse_at_rest_leaves_the_choice_to_the_keys(context: Context) -> None:
    title = TitleScreen(context)
    player = Player(context, title)
    area = title_menu_area(len(title._menu.items))
    context.input.handle(pygame.Event(pygame.MOUSEMOTION, pos=(area.centerx, area.y + 4)))
    player.press(pygame.K_SPACE, pygame.K_DOWN, pygame.K_DOWN)
    assert title._menu.chosen == 2
    context.input.handle(pygame.Event(pygame.MOUSEMOTION, pos=(area.centerx, area.bottom - 4)))
    player.wait()
    assert title._menu.chosen == len(title._menu.items) - 1


def test_the_tables_of_all_stages_and_difficulties_can_be_seen(context: Context) -> None:
    for score, (stage, difficulty) in enumerate((("swarm", "normal"), ("sapporo", "normal"), ("sapporo", "legion"))):
        context.saves.enter(stage, difficulty, ScoreRow("MIO", 500 + score, "A"))
    player = Player(context, TitleScreen(context), ScoresScreen(context))
    seen = {player.frame()}
    for key in (pygame.K_RIGHT, pygame.K_DOWN):
        player.press(key)
        player.wait(40)
        seen.add(player.frame())
    assert len(seen) == 3
    assert (player.top._stage, player.top._difficulty) == ("sapporo", "legion")
    player.press(pygame.K_ESCAPE)
    assert isinstance(player.top, TitleScreen)


def test_the_new_row_glows(signing: Player) -> None:
    plain = Player(signing.context, ScoresScreen(signing.context))
    glowing = Player(signing.context, ScoresScreen(signing.context, own=1))
    for player in (plain, glowing):
        player.wait(50)
    assert plain.frame() != glowing.frame()
