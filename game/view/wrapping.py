"""Words in lines: where a line may end, in Latin and in Japanese."""

from itertools import pairwise
from typing import Final
from unicodedata import category, name

from game.view.text import is_wide, text_width

BOUND_TO_WHAT_IS_BEFORE: Final = frozenset({"Po", "Pe", "Lm"})  # Unicode's categories of 。 and 」 and ー
OPENS: Final = "Ps"  # that of 「


def wrapped(text: str, room: int, scale: int = 1) -> list[str]:
    """The text in lines of at most `room` px, broken at spaces and beside Japanese letters where these allow it.

    What is longer and cannot be broken stands on a line of its own.
    """
    lines = [""]
    for word in text.split():
        joint = " "
        for piece in _pieces(word):
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


def _pieces(word: str) -> list[str]:
    """What must stay together: Latin words, words in katakana, punctuation with what it belongs to (kinsoku)."""
    pieces = [word[:1]]
    for before, letter in pairwise(word):
        if _may_part(before, letter):
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces


def _may_part(before: str, letter: str) -> bool:
    if not (is_wide(before) or is_wide(letter)):
        return False
    if category(letter) in BOUND_TO_WHAT_IS_BEFORE or category(before) == OPENS:
        return False
    of_katakana = all(name(neighbour, "").startswith("KATAKANA") for neighbour in (before, letter))
    return not of_katakana and "LETTER SMALL" not in name(letter, "")
