"""The catalogue has all words of the game, and every translation has all of the catalogue."""

import ast
import gettext
import io
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from languages.collect import (
    CODE,
    MARKS,
    ROOT,
    TEMPLATE,
    Undated,
    collected,
    compiled,
    read_translation,
    translations,
    updated,
)
from languages.collect import written as as_text

WORD = re.compile(r"[A-Za-z]{2,}")
NEVER_TRANSLATED = {"100 KM", "P2"}
DRAWS_TEXT = {"text", "draw"}


@pytest.fixture(scope="module")
def template() -> Undated:
    """What is in the game now."""
    return collected()


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def calls_in_code() -> Iterator[tuple[str, ast.Call]]:
    """Every call of what draws and plays, with its place."""
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def messages(path: Path) -> list[Message]:
    return [message for message in read_translation(path) if message.id]


def places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_template_has_what_is_in_the_game_now(template: Undated) -> None:
    assert as_text(template) == TEMPLATE.read_bytes(), "words have changed: run  python -m languages"


def test_every_marked_word_is_collected(template: Undated) -> None:
    known = {(message.context, message.id) for message in template}
    for place, call in calls_in_code():
        if called(call) in MARKS and all(isinstance(argument, ast.Constant) for argument in call.args):
            words = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
            context, text = words if called(call).endswith("_as") else (None, words[0])
            assert (context, text) in known, place


def test_nothing_is_said_that_is_put_together_from_pieces() -> None:
    for place, call in calls_in_code():
        if called(call) in MARKS:
            assert not any(isinstance(argument, ast.JoinedStr) for argument in call.args), place


def test_the_rules_put_no_sentences_together() -> None:
    """They give the parts; whoever shows them says the sentence in the player's language."""
    for path in sorted((ROOT / "game/sim/systems").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                fixed = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
                assert " " not in fixed, f"{path.name}:{node.lineno}"


def test_no_english_words_are_drawn_unsaid() -> None:
    for place, call in calls_in_code():
        if called(call) not in DRAWS_TEXT:
            continue
        for argument in call.args[1:2]:
            for part in ast.walk(argument):
                if isinstance(part, ast.Call) and called(part) in MARKS:
                    part.args = []
            left = [part.value for part in ast.walk(argument) if isinstance(part, ast.Constant)]
            unsaid = {text for text in left if isinstance(text, str) and WORD.search(text)} - NEVER_TRANSLATED
            assert not unsaid, place


@pytest.mark.parametrize("path", translations(), ids=lambda path: path.stem)
def test_a_translation_is_whole(template: Undated, path: Path) -> None:
    wanted = {(message.context, message.id) for message in template if message.id}
    assert {(message.context, message.id) for message in messages(path)} == wanted
    for message in messages(path):
        assert message.string, message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("path", translations(), ids=lambda path: path.stem)
def test_a_translation_keeps_the_places_for_values(path: Path) -> None:
    for message in messages(path):
        if "{" in message.id:
            assert places(message.string) == places(message.id), message.id


@pytest.mark.parametrize("path", translations(), ids=lambda path: path.stem)
def test_the_files_are_what_the_command_writes(template: Undated, path: Path) -> None:
    translation = updated(read_translation(path), template)
    assert as_text(translation) == path.read_bytes()
    assert compiled(translation) == path.with_suffix(".mo").read_bytes()


@pytest.mark.parametrize("path", translations(), ids=lambda path: path.stem)
def test_the_game_reads_what_the_translator_wrote(path: Path) -> None:
    read = gettext.GNUTranslations(io.BytesIO(path.with_suffix(".mo").read_bytes()))
    for message in messages(path):
        said = read.pgettext(message.context, message.id) if message.context else read.gettext(message.id)
        assert said == message.string


def test_collecting_twice_gives_the_same_bytes(template: Undated) -> None:
    assert as_text(collected()) == as_text(template)
