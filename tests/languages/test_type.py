"""Japanese type: its width, where its lines may end, which face draws it."""

from pathlib import Path

import numpy as np
import pygame
import pytest

from game.view import wide_font
from game.view.text import GLYPH, WIDE_GLYPH, WIDE_HEIGHT, Edge, Typeface, fitted, text_width
from game.view.wrapping import unwrapped, wrapped


@pytest.fixture(scope="module")
def face() -> Typeface:
    face = Typeface()
    if not face.has_wide:
        pytest.skip("no Japanese typeface here")
    return face


def test_japanese_letters_are_wider_than_latin_ones() -> None:
    assert text_width("LEGION") == 6 * GLYPH
    assert text_width("レギオン") == 4 * WIDE_GLYPH
    assert text_width("送電線 2", 2) == 2 * (3 * WIDE_GLYPH + 2 * GLYPH)


def test_a_run_is_as_wide_as_it_says_and_unsmoothed(face: Typeface) -> None:
    run = face.run("送電線 2", "gold", edge=Edge.NONE)
    assert run.get_size() == (face.width("送電線 2"), WIDE_HEIGHT)
    assert set(np.unique(pygame.surfarray.array_alpha(run))) == {0, 255}


def test_latin_letters_stand_where_they_would_without_japanese(face: Typeface) -> None:
    canvases = [pygame.Surface((60, 30), pygame.SRCALPHA, 32) for _ in range(2)]
    face.draw(canvases[0], "A", 10, 10)
    face.draw(canvases[1], "A東", 10, 10)
    alone, together = (pygame.surfarray.array_alpha(canvas)[10:18] for canvas in canvases)
    assert (alone == together).all()


def cells(letters: int) -> int:
    """px of a line of so many Japanese letters."""
    return letters * WIDE_GLYPH


@pytest.mark.parametrize("letter", "あア東草、。ー")
def test_every_letter_is_drawn_inside_its_cell(face: Typeface, letter: str) -> None:
    shape = face.letters(letter)
    assert shape.get_size() == (WIDE_GLYPH, WIDE_HEIGHT)
    assert shape.count() > 1


def test_text_is_cut_where_there_is_no_room() -> None:
    assert fitted("送電線", cells(2) + 5) == "送電"
    assert fitted("LINE", 40) == "LINE"


def test_japanese_breaks_between_phrases() -> None:
    assert wrapped("群れが来る。ガメラは東京へ。", cells(6)) == ["群れが来る。", "ガメラは", "東京へ。"]


def test_a_phrase_too_long_breaks_anywhere_but_not_before_a_full_stop() -> None:
    assert wrapped("防衛線突破。", cells(5)) == ["防衛線突", "破。"]
    assert wrapped("送電線過熱!", cells(5)) == ["送電線過", "熱!"]


def test_a_bracket_goes_with_what_it_opens() -> None:
    assert wrapped("東京の「灯り」", cells(4)) == ["東京の", "「灯り」"]


def test_small_kana_and_words_in_katakana_stay_whole() -> None:
    assert wrapped("待って", cells(2)) == ["待っ", "て"]
    assert wrapped("大レギオン", cells(4)) == ["大", "レギオン"]


def test_lines_are_joined_as_they_were_broken() -> None:
    assert unwrapped(("群れが", "来る。")) == "群れが来る。"
    assert unwrapped(("THEY", "COME")) == "THEY COME"


def test_faces_are_looked_for_in_order(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    second = tmp_path / "second.otf"
    second.write_bytes(b"")
    monkeypatch.setattr(wide_font, "PACKAGED", (("no-such-package", "a.ttf"), ("pygame-ce", str(second))))
    assert wide_font.find_wide_font() == second


def test_the_system_is_asked_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wide_font, "PACKAGED", (("no-such-package", "a.ttf"),))
    monkeypatch.setattr(pygame.font, "match_font", lambda families: "/ipag.ttf" if "ipagothic" in families else None)
    assert wide_font.find_wide_font() == Path("/ipag.ttf")
    monkeypatch.setattr(pygame.font, "match_font", lambda families: None)
    assert wide_font.find_wide_font() is None
