"""Trails of smoke: laid without gaps, growing, gone after a while, never without bound."""

import numpy as np

from game.view.smoke import GREY, MISSILE_SMOKE, MOST, Smoke
from tests.view.lenses import lens_at, pixels_drawn

START, END = (100.0, 100.0), (300.0, 100.0)


def trail() -> Smoke:
    smoke = Smoke(np.random.default_rng(1), GREY)
    smoke.lay(MISSILE_SMOKE, START, END)
    return smoke


def drawn(smoke: Smoke) -> int:
    lens = lens_at(0)
    smoke.draw(lens)
    return pixels_drawn(lens)


def test_a_trail_has_no_gaps() -> None:
    lens, smoke = lens_at(0), trail()
    smoke.draw(lens)
    for x in range(int(START[0]) + 6, int(END[0]) - 6):
        assert any(lens.canvas.get_at((x, y))[:3] != (0, 0, 0) for y in range(94, 107)), x


def test_it_grows_before_it_thins_out() -> None:
    smoke = trail()
    young = drawn(smoke)
    for _ in range(20):
        smoke.step()
    assert drawn(smoke) > 1.3 * young


def test_it_is_gone_after_a_while() -> None:
    smoke = trail()
    for _ in range(2 * MISSILE_SMOKE.life):
        smoke.step()
    assert len(smoke) == 0
    assert drawn(smoke) == 0


def test_there_is_never_more_of_it_than_can_be_drawn() -> None:
    smoke = trail()
    for _ in range(40):
        smoke.lay(MISSILE_SMOKE, START, END)
    assert len(smoke) == MOST


def test_smoke_out_of_view_is_not_drawn() -> None:
    lens, smoke = lens_at(2000), trail()
    smoke.draw(lens)
    assert pixels_drawn(lens) == 0
