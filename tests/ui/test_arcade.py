"""The pictures of the swarm as an arcade game: its call, its end, the tables of scores."""

import pygame
import pytest

from game.sim.events import WaveCame
from game.view.hud.layout import hud_layout
from game.view.hud.wave_call import LEAVES_TICKS, STAYS, WaveCall
from game.view.kit import Kit
from game.view.pages.result import ResultPage, draw_result
from game.view.pages.scores import Entry, Line, ScoresPage, draw_scores
from game.view.pages.totals import COLUMNS, FIRST_ROW_Y, TotalsRow, draw_totals
from game.view.palette import PALETTE
from tests.ui.pixels import pixels
from tests.worlds import start, street

LAYOUT = hud_layout(3, big_text=False)
LINES = (Line("MIO", 128_400, "S", 9000), Line("---", 7000, "C", 0))
ROWS = (("WAVES HELD", "11"), ("BURNED ON THE LINES", "214"), ("TIME", "4:12"))
PAGES = {
    "end": (draw_result, lambda tick: ResultPage(tick, False, "line", "", ROWS, 9000, ("AGAIN",), 0, "swarm", wave=12)),
    "table": (draw_scores, lambda tick: ScoresPage(tick, "swarm", "normal", "WAVE", LINES, own=1)),
    "initials": (
        draw_scores,
        lambda tick: ScoresPage(tick, "tokyo", "story", "RANK", LINES, own=0, entry=Entry("A.9", 2)),
    ),
}


def test_a_wave_is_called_out_and_gone_before_long(kit: Kit, canvas: pygame.Surface) -> None:
    world, call = start(street()).world, WaveCall(kit, LAYOUT)
    call.observe(world, [WaveCame(7, "out of the sky")])
    for _ in range(60):
        call.observe(world, [])
    call.draw(canvas)
    left, top, width, height = LAYOUT.wave_call
    assert pixels(canvas)[left : left + width, top : top + height].any()
    for _ in range(STAYS + LEAVES_TICKS - 60):
        call.observe(world, [])
    canvas.fill("black")
    call.draw(canvas)
    assert not pixels(canvas).any()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_moves_and_draws_the_same_picture_for_the_same_record(
    kit: Kit, canvas: pygame.Surface, name: str
) -> None:
    draw, page_at = PAGES[name]

    def shot(tick: int) -> bytes:
        canvas.fill((80, 60, 120))
        draw(canvas, kit, page_at(tick))
        return pixels(canvas).tobytes()

    assert shot(200) == shot(200)
    assert len({shot(tick) for tick in (0, 10, 120, 232)}) > 2


def test_the_row_of_initials_shows_what_is_being_entered(kit: Kit) -> None:
    shots = []
    for letters in ("AAA", "AAB"):
        surface = pygame.Surface((640, 360), 0, 32)
        page = ScoresPage(100, "tokyo", "story", "RANK", LINES, own=0, entry=Entry(letters, 2))
        draw_scores(surface, kit, page)
        shots.append(pixels(surface)[144:168, 68:76])
    assert (shots[0] != shots[1]).any()


def test_large_totals_do_not_run_into_each_other(kit: Kit, canvas: pygame.Surface) -> None:
    most = TotalsRow("all stages", 9999, 999, 9_999_999, 9_999_999, 60 * 3600 * 999)
    draw_totals(canvas, kit, (most,))
    white = (pixels(canvas)[:, FIRST_ROW_Y : FIRST_ROW_Y + 8] == PALETTE["pale"]).all(axis=2).any(axis=1)
    for _, right in COLUMNS[:-1]:
        assert not white[right + 1 : right + 7].any()
