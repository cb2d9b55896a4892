"""Collects the words of the game into `game.pot`, carries them into every `.po`, compiles each into its `.mo`.

Words are found by the marks of `game/view/language.py` in what draws and plays, and in stage files by their meaning.
Nothing that changes by itself is written, no dates and no line numbers: the same words give the same files.
"""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from game.sim.stage import Objective, Say, Stage
from game.sim.stage_file import load_stage

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent
TEMPLATE: Final = HERE / "game.pot"
CODE: Final = ("game/view", "game/play")
STAGES: Final = "levels"
WITH_CONTEXT: Final = ((1, "c"), 2)
MARKS: Final = {"say": None, "message": None, "Sentence": None, "say_as": WITH_CONTEXT, "message_as": WITH_CONTEXT}
HEADERS: Final = frozenset(
    {"Project-Id-Version", "Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
)
PROJECT: Final = "gamera-legion"
TEMPLATE_HEADER: Final = "# All words of the game, collected by `python -m languages`. Not to be edited."
TRANSLATION_HEADER: Final = "# The game in another language. See README.md; `python -m languages` compiles it."


class Undated(Catalog):
    """A catalogue whose header says nothing that changes from day to day or from machine to machine."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in super().mime_headers if name in HEADERS]


def collected() -> Undated:
    """The template: every message with the files it is in, in the order of its first place."""
    template = Undated(project=PROJECT, header_comment=TEMPLATE_HEADER, fuzzy=False)
    for file, text, context in (*_of_code(), *_of_stages()):
        template.add(text, locations=[(file, 0)], context=context)
    return template


def _of_code() -> Iterator[tuple[str, str, str | None]]:
    """(file, text, context) of every marked word."""
    for folder in CODE:
        found = extract_from_dir(ROOT / folder, [("**.py", "python")], keywords=MARKS)
        for file, _, text, _, context in sorted(found, key=lambda entry: (entry[0], entry[1])):
            if isinstance(text, str):
                yield f"{folder}/{Path(file).as_posix()}", text, context


def _of_stages() -> Iterator[tuple[str, str, str | None]]:
    for path in sorted((ROOT / STAGES).glob("*.toml")):
        for text in words_of(load_stage(str(path))):
            if text:
                yield f"{STAGES}/{path.name}", text, None


def words_of(stage: Stage) -> Iterator[str]:
    """Everything in a stage that the player reads."""
    yield stage.title
    yield from stage.briefing
    yield from (circuit.name for circuit in stage.circuit)
    if stage.endless is not None:
        yield from (kind.name for kind in stage.endless.kind)
    for scene in stage.scene:
        yield scene.name
        for rule in scene.rule:
            yield from (act.text for act in rule.do if isinstance(act, Say | Objective))
            yield from (act.unlit for act in rule.do if isinstance(act, Objective))


def translations() -> list[Path]:
    return sorted(HERE.glob("*.po"))


def read_translation(path: Path) -> Undated:
    with path.open("rb") as file:
        read = read_po(file, locale=path.stem)
    translation = Undated(locale=path.stem, project=PROJECT, header_comment=TRANSLATION_HEADER, fuzzy=False)
    for message in _messages(read):
        translation[message.id] = message
    return translation


def updated(translation: Undated, template: Undated) -> Undated:
    """The translation with the template's messages: new ones are empty, those that are gone are dropped."""
    fresh = Undated(locale=translation.locale, project=PROJECT, header_comment=TRANSLATION_HEADER, fuzzy=False)
    for message in _messages(template):
        known = translation.get(message.id, message.context)
        fresh.add(message.id, known.string if known else "", message.locations, context=message.context)
    return fresh


def written(catalogue: Undated) -> bytes:
    """As the text of a `.pot` or `.po`."""
    file = io.BytesIO()
    write_po(file, catalogue, width=120, include_lineno=False, ignore_obsolete=True)
    return file.getvalue()


def compiled(catalogue: Undated) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def untranslated(catalogue: Undated) -> list[str]:
    return [str(message.id) for message in _messages(catalogue) if not message.string or message.fuzzy]


def update_all() -> int:
    """Writes everything anew. Returns the exit code: 1 where a translation has gaps, which it names."""
    template = collected()
    TEMPLATE.write_bytes(written(template))
    gaps = 0
    for path in translations():
        translation = updated(read_translation(path), template)
        path.write_bytes(written(translation))
        path.with_suffix(".mo").write_bytes(compiled(translation))
        missing = untranslated(translation)
        gaps += len(missing)
        print(f"{path.name}: {len(translation)} messages, {len(missing)} not translated")
        for text in missing:
            print(f"  {text!r}")
    return 1 if gaps else 0


def _messages(catalogue: Catalog) -> Iterable[Message]:
    """Without the header."""
    return (message for message in catalogue if message.id)
