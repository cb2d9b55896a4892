"""Words in lines: where a line may end, in Latin and in Japanese."""

from collections.abc import Callable
from itertools import pairwise
from typing import Final
from unicodedata import category, name

from game.view.text import is_wide, text_width

STOPS: Final = frozenset({"Po", "Pe"})  # Unicode's categories of 。 and 」
BOUND_TO_WHAT_IS_BEFORE: Final = STOPS | {"Lm"}  # and that of ー
OPENS: Final = "Ps"  # that of 「


def wrapped(text: str, room: int, scale: int = 1) -> list[str]:
    """The text in lines of at most `room` px, broken at spaces and between the phrases of Japanese.

    A phrase that is longer is broken beside any letter that allows it; what cannot be broken stands on a line of its
    own.
    """
    lines = [""]
    for word in text.split():
        joint = " "
        for phrase in _parted(word, _phrase_ends):
            fits = text_width(phrase, scale) <= room
            for piece in [phrase] if fits else _parted(phrase, _may_part):
                longer = f"{lines[-1]}{joint}{piece}" if lines[-1] else piece
                if lines[-1] and text_width(longer, scale) > room:
                    lines.append(piece)
                else:
                    lines[-1] = longer
                joint = ""
    return lines


def unwrapped(lines: tuple[str, ...]) -> str:
    """The lines as one, with spaces where they were broken at spaces."""
    whole = lines[0]
    for line in lines[1:]:
        whole += line if is_wide(whole[-1]) and is_wide(line[0]) else f" {line}"
    return whole


def _parted(word: str, where: Callable[[str, str], bool]) -> list[str]:
    """The word in pieces, cut between every two letters of which `where` says so."""
    pieces = [word[:1]]
    for before, letter in pairwise(word):
        if where(before, letter):
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces


def _may_part(before: str, letter: str) -> bool:
    """Latin words, words in katakana, and punctuation with what it belongs to stay together (kinsoku)."""
    if not (is_wide(before) or is_wide(letter)):
        return False
    if category(letter) in BOUND_TO_WHAT_IS_BEFORE or category(before) == OPENS:
        return False
    of_katakana = all(name(neighbour, "").startswith("KATAKANA") for neighbour in (before, letter))
    return not of_katakana and "LETTER SMALL" not in name(letter, "")


def _phrase_ends(before: str, letter: str) -> bool:
    """A phrase ends in hiragana, its particle, or in punctuation; the next begins with a word in other letters."""
    if not _may_part(before, letter):
        return False
    if category(before) in STOPS:
        return True
    return _is_hiragana(before) and not _is_hiragana(letter)


def _is_hiragana(letter: str) -> bool:
    return name(letter, "").startswith("HIRAGANA")
