"""What the player's language is, and what becomes of words in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.play.context import Context
from game.play.notice import Notice, draw_notice
from game.sim import Action, GridVerb, Simulation
from game.sim.events import LineSpoken, ObjectiveMet, ObjectiveSet, WaveCame
from game.view import text
from game.view.command import CommandView, draw_command
from game.view.hud.foot import Foot
from game.view.hud.layout import hud_layout
from game.view.hud.objective import ObjectiveLine
from game.view.hud.radio import Radio
from game.view.hud.wave_call import WaveCall
from game.view.kit import Kit
from game.view.language import AUTO, ENGLISH, LANGUAGE_NAMES, LOCALE_VARIABLES, Language, Sentence, system_language
from game.view.wide_font import INSTALL_LINE
from tests.languages.observed_type import ObservedType

LAYOUT = hud_layout(3, big_text=False)


@pytest.fixture
def no_wide_font(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(text, "find_wide_font", lambda: None)
    return


def test_english_says_words_as_they_are() -> None:
    english = Language.named(ENGLISH)
    assert english.say("STAGE {number}", number=4) == "STAGE 4"
    assert english.say_as("map", "HOLD") == "HOLD"


def test_japanese_says_them_in_japanese() -> None:
    japanese = Language.named("ja")
    assert japanese.say("STAGE {number}", number=4) == "ステージ 4"
    assert japanese.say_as("map", "HOLD") != japanese.say("HOLD")


@pytest.mark.parametrize("code", LANGUAGE_NAMES)
def test_unknown_words_stay(code: str) -> None:
    language = Language.named(code)
    assert language.say("A stage of somebody's own {with braces}") == "A stage of somebody's own {with braces}"
    assert language.say("") == ""


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(KeyError):
        Language.named("../ja")


@pytest.mark.parametrize(
    ("locale", "code"), [("ja_JP.UTF-8", "ja"), ("en_GB.UTF-8", "en"), ("fi_FI", "en"), ("C", "en")]
)
def test_auto_is_the_language_of_the_system(monkeypatch: pytest.MonkeyPatch, locale: str, code: str) -> None:
    for variable in LOCALE_VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", locale)
    assert system_language() == code
    assert Language.named(AUTO).code == code


def test_without_a_typeface_it_stays_english_and_says_so(no_wide_font: None) -> None:
    kit = Kit()
    assert kit.speak("ja") == INSTALL_LINE
    assert kit.language.code == ENGLISH
    assert kit.speak(ENGLISH) == ""


def test_the_window_says_it_too(no_wide_font: None, context: Context) -> None:
    context.settings.language = "ja"
    assert context.speak() == INSTALL_LINE
    assert context.notice.text == INSTALL_LINE


def test_the_command_line_goes_before_the_settings(context: Context) -> None:
    context.settings.language = "ja"
    context.language_asked = "en"
    context.speak()
    assert context.kit.language.code == "en"


def test_a_sentence_is_english_on_a_terminal_and_is_said_in_the_players_language() -> None:
    lost = Sentence("{file} is {problem}, and stays", file="saves.json", problem=Sentence("damaged"))
    assert lost == "saves.json is damaged, and stays"
    japanese = Language.named("ja")
    assert japanese.say(lost) == "saves.json: 壊れています (そのまま残します)"
    assert japanese.say("{loss}; using defaults", loss=lost).startswith(japanese.say(lost))


def test_catalogues_lie_beside_the_game() -> None:
    folder = Path(__file__).parents[2] / "languages"
    assert {path.stem for path in folder.glob("*.mo")} == set(LANGUAGE_NAMES) - {ENGLISH}


def test_the_radio_begins_anew_in_another_language() -> None:
    kit, world = Kit(), Simulation("tokyo", 1).world
    radio = Radio(kit, LAYOUT)
    radio.observe(world, [LineSpoken("honami", "Her horn. Watch her horn!")])
    kit.language = Language.named("ja")
    radio.observe(world, [])
    assert radio.message is not None
    assert radio.message.lines == (kit.say("Her horn. Watch her horn!"),)


def drawn(monkeypatch: pytest.MonkeyPatch, kit: Kit, draw: Callable[[pygame.Surface], None]) -> set[str]:
    """The words that come onto the canvas."""
    observed = ObservedType(kit, monkeypatch)
    draw(pygame.Surface((640, 360), depth=32))
    return {words.text for words in observed.words}


def test_a_wave_is_called_in_the_players_language(monkeypatch: pytest.MonkeyPatch) -> None:
    kit, simulation = Kit(), Simulation("swarm", 1)
    kit.language = Language.named("ja")
    line = ObjectiveLine(kit, LAYOUT)
    for _ in range(30):
        line.observe(simulation.world, simulation.step(Action()))
    kind = kit.say(simulation.world.direction.objective)
    assert f"第1波 {kind}" in drawn(monkeypatch, kit, lambda canvas: line.draw(canvas, 1.0))


def test_the_call_of_a_wave_is_lettered_in_the_players_language(monkeypatch: pytest.MonkeyPatch) -> None:
    kit, lettered = Kit(), []
    kit.language = Language.named("ja")
    call, word = WaveCall(kit, LAYOUT), kit.word
    monkeypatch.setattr(kit, "word", lambda style, text: lettered.append(text) or word(style, text))
    call.observe(Simulation("swarm", 1).world, [WaveCame(7, "")])
    call.draw(pygame.Surface((640, 360), depth=32))
    assert lettered == ["第7波"]


def test_a_wave_without_a_kind_is_ticked_off_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    kit, world = Kit(), Simulation("swarm", 1).world
    line = ObjectiveLine(kit, LAYOUT)
    line.observe(world, [ObjectiveSet("", 2)])
    line.observe(world, [ObjectiveMet("", 2), ObjectiveSet("", 3)])
    assert {"✓", "WAVE 2"} <= drawn(monkeypatch, kit, lambda canvas: line.draw(canvas, 1.0))


def test_a_line_put_up_in_the_lab_is_called_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    kit, simulation = Kit(), Simulation("lab", 1)
    kit.language = Language.named("ja")
    for x in (2100, 2500):
        simulation.step(Action(grid=GridVerb.RAISE, target=int(x / simulation.world.stage.width * 256)))
    view = CommandView(2, 60)
    words = drawn(monkeypatch, kit, lambda canvas: draw_command(canvas, kit, simulation.world, 900, view))
    assert "送電線 3" in words


def test_a_notice_on_view_is_said_anew_in_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    kit, notice = Kit(), Notice()
    notice.show("All options are as they were at first; keys and difficulty stay.")
    kit.language = Language.named("ja")
    words = drawn(monkeypatch, kit, lambda canvas: draw_notice(canvas, kit, notice, 300))
    assert words == {kit.say(notice.text)} != {notice.text.upper()}


def test_a_plate_is_drawn_anew_in_another_language() -> None:
    kit, world = Kit(), Simulation("tokyo", 1).world
    if not kit.type.has_wide:
        pytest.skip("no Japanese typeface here")
    foot = Foot(kit, LAYOUT)
    pictures = []
    for code in (ENGLISH, "ja"):
        kit.speak(code)
        canvas = pygame.Surface((640, 360), depth=32)
        foot.draw(canvas, world)
        pictures.append(pygame.image.tobytes(canvas, "RGB"))
    assert pictures[0] != pictures[1]
