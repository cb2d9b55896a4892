"""Where the canvas goes in a window, and back from a mouse position to a canvas pixel."""

import pygame
import pytest

from game.play.presenter import Presenter, Scaling, canvas_position, placement, scale_that_fits


@pytest.mark.parametrize(
    ("window", "scaling", "expected"),
    [
        ((1280, 720), "integer", (0, 0, 1280, 720)),
        ((1500, 800), "integer", (110, 40, 1280, 720)),
        ((1500, 800), "fit", (39, 0, 1422, 800)),
        ((1500, 800), "stretch", (0, 0, 1500, 800)),
        ((1280, 1024), "fit", (0, 152, 1280, 720)),
        ((320, 180), "integer", (0, 0, 320, 180)),
    ],
)
def test_placement(window: tuple[int, int], scaling: Scaling, expected: tuple[int, int, int, int]) -> None:
    assert placement(window, scaling) == pygame.Rect(expected)


def test_corners_of_the_picture_are_corners_of_the_canvas() -> None:
    place = placement((1500, 800), "integer")
    assert canvas_position((110, 40), place) == (0, 0)
    assert canvas_position((110 + 1279, 40 + 719), place) == (639, 359)


def test_the_bars_are_no_place_on_the_canvas() -> None:
    place = placement((1500, 800), "integer")
    assert canvas_position((109, 400), place) is None
    assert canvas_position((700, 760), place) is None


def test_a_window_opens_shows_and_goes_fullscreen_and_back() -> None:
    presenter = Presenter("test", 2, fullscreen=False, scaling="integer")
    try:
        presenter.canvas.fill((10, 20, 30))
        presenter.show()
        assert presenter.to_canvas((640, 360)) == (320, 180)
        presenter.set_fullscreen(True)
        presenter.show()
        assert presenter.fullscreen
        presenter.set_fullscreen(False)
        presenter.show()
        assert presenter.frame_cap >= 30
    finally:
        presenter.close()


@pytest.mark.parametrize(
    ("desktop", "wanted", "scale"),
    [
        ((1280, 768), 0, 2),  # 48 px are left for a title bar
        ((1280, 767), 0, 1),
        ((1279, 1080), 0, 1),
        ((3840, 2160), 0, 5),
        ((3840, 2160), 3, 3),
        ((1366, 768), 4, 2),
        ((320, 200), 0, 1),
    ],
)
def test_a_new_window_is_the_largest_that_fits_and_never_larger(
    monkeypatch: pytest.MonkeyPatch, desktop: tuple[int, int], wanted: int, scale: int
) -> None:
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [desktop])
    assert scale_that_fits(wanted) == scale
