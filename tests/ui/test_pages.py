"""Menus, briefings, cards and results."""

from dataclasses import replace

import pygame
import pytest

from game.sim.stage_file import load_stage
from game.view.kit import Kit
from game.view.pages.briefing import BriefingPage, draw_briefing
from game.view.pages.chapter import ChapterPage, draw_chapter
from game.view.pages.keys import KeysPage, KeysRow, draw_keys
from game.view.pages.loading import LoadingPage, draw_loading
from game.view.pages.options import OptionsPage, draw_options
from game.view.pages.options_preview import Preview
from game.view.pages.pause import PausePage, draw_pause
from game.view.pages.question import QuestionPage, draw_question
from game.view.pages.result import ResultPage, counted, draw_result, stamp_falls_at
from game.view.pages.title import TitlePage, draw_title
from game.view.prompts import Key, PadButton
from tests.ui.pixels import pixels

RESULT = ResultPage(
    0, True, "", "A", (("BURNED ON THE LINES", "214"), ("TIME", "4:12")), 151390, ("TITLE", "RETRY STAGE"), 0
)
KEYS_ROWS = (
    KeysRow("jump", "JUMP", (Key("SPACE"),), (PadButton("A", "A"),)),
    KeysRow("roar", "ROAR", (Key("V"), Key("I")), (PadButton("triangle"),), "CLAW"),
    KeysRow("restart", "RESET", is_command=True),
)
PAGES = {
    "title": (draw_title, lambda tick: TitlePage(tick, ("PLAY", "QUIT"), 1, ready=True)),
    "title_waiting": (draw_title, lambda tick: TitlePage(tick, ("PLAY", "QUIT"), 0, ready=False)),
    "briefing": (
        draw_briefing,
        lambda tick: BriefingPage(tick, "The lines of Tokyo", 4, ("Light the lines.",), load_stage("tokyo")),
    ),
    "chapter": (draw_chapter, lambda tick: ChapterPage(tick, "tokyo", 4)),
    "pause": (draw_pause, lambda tick: PausePage(tick, ("RESUME", "OPTIONS", "QUIT TO TITLE"), 1)),
    "question": (draw_question, lambda tick: QuestionPage(tick, "All of it?", ("NO", "YES"), 0)),
    "won": (draw_result, lambda tick: replace(RESULT, tick=tick)),
    "lost": (
        draw_result,
        lambda tick: ResultPage(tick, False, "line", "", RESULT.rows, 900, ("RETRY SCENE", "TITLE"), 0),
    ),
    "options": (
        draw_options,
        lambda tick: OptionsPage(
            tick,
            (("MUSIC", "70%"), ("FLASHES", "NONE"), ("FULLSCREEN", "ON"), ("DIFFICULTY", "NORMAL")),
            1,
            ("PLAY", "SOUND"),
            1,
            Preview(shake=1.0, flashes=0.0, big_text=True),
        ),
    ),
    "keys": (draw_keys, lambda tick: KeysPage(tick, ("GAMERA", "OTHER"), 0, KEYS_ROWS, ("A NOTE",), 1, 1, False)),
    "loading": (draw_loading, LoadingPage),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_draw_at_any_tick_and_move(kit: Kit, name: str) -> None:
    draw, page_at = PAGES[name]
    shots = []
    for at in (0, 1, 7, 33, 90, 200, 600, 4000):
        surface = pygame.Surface((640, 360), 0, 32)
        surface.fill((80, 60, 120))
        draw(surface, kit, page_at(at))
        shots.append(pixels(surface))
    assert any((shots[0] != shot).any() for shot in shots[1:])


def test_a_page_draws_the_same_picture_for_the_same_record(kit: Kit) -> None:
    for draw, page_at in PAGES.values():
        shots = []
        for _ in range(2):
            surface = pygame.Surface((640, 360), 0, 32)
            draw(surface, kit, page_at(137))
            shots.append(pixels(surface))
        assert (shots[0] == shots[1]).all()


def test_numbers_count_up_to_what_they_are() -> None:
    assert counted("214", 0.5) == "107"
    assert counted("x31", 0.0) == "x0"
    assert counted("0151390", 0.0) == "0000000"
    assert counted("4:12", 1.0) == "4:12"
    assert counted("NO", 0.2) == "NO"


def test_the_stamp_falls_after_the_last_row(kit: Kit) -> None:
    at = stamp_falls_at(RESULT)
    before, after = (pygame.Surface((640, 360), 0, 32) for _ in range(2))
    draw_result(before, kit, replace(RESULT, tick=at - 20))
    draw_result(after, kit, replace(RESULT, tick=at + 40))
    stamp = slice(500, 572), slice(130, 206)
    changed = (pixels(before)[stamp] != pixels(after)[stamp]).any(axis=2)
    assert changed.sum() > 500
