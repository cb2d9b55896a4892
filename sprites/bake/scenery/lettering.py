"""Katakana signs, upright and lying."""

import random
import tomllib
from pathlib import Path

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.materials import BASE, DEEP, INK, RIM, SHADE

SIGNS_FILE = Path(__file__).parents[2] / "places" / "signs.toml"
_DATA = tomllib.loads(SIGNS_FILE.read_text(encoding="utf-8"))
LETTERS: dict[str, list[str]] = {letter: rows.split() for letter, rows in _DATA["letters"].items()}
WORDS: list[str] = _DATA["words"]
TALL_WORDS: list[str] = _DATA["tall_words"]
SIGN_COLOURS = ("sign_red", "sign_blue", "sign_green", "sign_yellow", "sign_pink")
DARK_BOARDS = ("sign_red", "sign_blue", "sign_green", "sign_pink")  # bright letters on a dark board
LETTER = 6  # px from letter to letter


def draw_letter(canvas: Canvas, letter: str, x: int, y: int, material: str, tone: int) -> None:
    for j, row in enumerate(LETTERS[letter]):
        for i, bit in enumerate(row):
            if bit == "1":
                canvas.dot(x + i, y + j, material, tone)


def width_of(word: str) -> int:
    return len(word) * LETTER + 4


def word_that_fits(dice: random.Random, room: int, tall: bool = False, beside: str = "") -> str:
    """A random word no longer than `room` px, another than the one it hangs `beside`; if none fits, the shortest."""
    words = [word for word in (TALL_WORDS if tall else WORDS) if word != beside]
    return dice.choice([word for word in words if width_of(word) <= room] or [min(words, key=len)])


def board(canvas: Canvas, x: int, y: int, word: str, material: str) -> int:
    """A lying sign, 9 px high. Returns its width."""
    width = width_of(word)
    canvas.rect(x, y, width, 9, material, DEEP)
    canvas.rect(x, y, width, 1, material, BASE)
    canvas.rect(x, y + 8, width, 1, material, SHADE)
    for k, letter in enumerate(word):
        draw_letter(canvas, letter, x + 2 + k * LETTER, y + 2, material, RIM)
    return width


def banner(canvas: Canvas, x: int, y: int, word: str, material: str) -> int:
    """An upright sign, 9 px wide. Returns its height."""
    height = len(word) * LETTER + 3
    bright_letters = material in DARK_BOARDS
    canvas.rect(x, y, 9, height, "dark", DEEP)
    canvas.rect(x + 1, y + 1, 7, height - 2, material, DEEP if bright_letters else BASE)
    for k, letter in enumerate(word):
        draw_letter(canvas, letter, x + 2, y + 2 + k * LETTER, material, RIM if bright_letters else INK)
    canvas.rect(x, y, 9, 1, material, BASE)
    canvas.rect(x, y, 1, height, material, BASE)
    return height
