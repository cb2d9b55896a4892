"""The language of all words the player reads: gettext catalogues in the package `languages`.

English is in the code and the stage files themselves and is what a message is known by. Whoever draws words has them
translated first: `kit.say("STAGE {number}", number=4)`. Words in tables are marked where they stand, with `message` or
`message_as`, and translated where they are drawn. `languages/README.md` says how words get into the catalogue.
"""

import gettext
import io
import locale
import os
from importlib.resources import files
from typing import Final

from game.view.text import is_wide

LANGUAGE_NAMES: Final = {"en": "ENGLISH", "ja": "日本語"}  # each in its own script
LATIN_NAMES: Final = {"日本語": "JAPANESE"}  # of those above that Latin type cannot draw
AUTO: Final = "auto"  # the language of the system
ENGLISH: Final = "en"
LOCALE_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")  # in gettext's order; Windows has none of them
MOST_BYTES: Final = 1 << 20  # of a compiled catalogue; ours have about 40 KB


def message(text: str) -> str:
    """Marks words for the catalogue where they are not drawn yet; they stay English."""
    return text


def message_as(context: str, text: str) -> str:
    """Marks words that are drawn with `say_as`."""
    return text


class Sentence(str):
    """English words with their values put in, that can still be said in another language when they are shown.

    Values may be sentences themselves.
    """

    def __new__(cls, message: str, **values: object) -> "Sentence":
        words = super().__new__(cls, _with_values(message, values))
        words.message, words.values = message, values
        return words

    message: str
    values: dict[str, object]


class Language:
    """One language. Words it has no translation of stay as they are: names, numbers, stages of other people."""

    def __init__(self, code: str, catalogue: gettext.NullTranslations) -> None:
        self.code = code
        self._catalogue = catalogue

    @classmethod
    def named(cls, code: str) -> "Language":
        """By a key of `LANGUAGE_NAMES`, or AUTO. KeyError for any other."""
        code = system_language() if code == AUTO else code
        if code == ENGLISH:
            return cls(code, gettext.NullTranslations())
        name = f"{code}.mo"
        if code not in LANGUAGE_NAMES:
            raise KeyError(code)
        with (files("languages") / name).open("rb") as file:
            compiled = file.read(MOST_BYTES + 1)
        if len(compiled) > MOST_BYTES:
            raise ValueError(f"{name} is too large")
        return cls(code, gettext.GNUTranslations(io.BytesIO(compiled)))

    @property
    def needs_wide_type(self) -> bool:
        """Its words have letters that only a typeface of its own can draw."""
        return any(map(is_wide, LANGUAGE_NAMES[self.code]))

    def say(self, text: str, **values: object) -> str:
        """The words in this language, with the values in the places named by them in braces."""
        if isinstance(text, Sentence):
            return self.say(text.message, **text.values)
        values = {name: self.say(value) if isinstance(value, Sentence) else value for name, value in values.items()}
        return _with_values(self._catalogue.gettext(text) if text else "", values)

    def say_as(self, context: str, text: str, **values: object) -> str:
        """The same for an English word of several meanings: `context` says which one is meant."""
        return _with_values(self._catalogue.pgettext(context, text) if text else "", values)


def _with_values(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text


def system_language() -> str:
    """The language of the system if the game speaks it, else English."""
    named = next(filter(None, map(os.environ.get, LOCALE_VARIABLES)), None) or locale.getlocale()[0] or ""
    code = named[:2].lower()  # of `ja_JP.UTF-8`, or of `Japanese_Japan` on Windows
    return code if code in LANGUAGE_NAMES else ENGLISH
