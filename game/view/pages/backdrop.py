"""A place of the film behind a page, the camera at rest."""

from collections.abc import Callable

import pygame

from game.view.place import Place
from game.view.weather import Weather


class Backdrop:
    """Reads the place, which takes some tenths of a second. FileNotFoundError for an unknown one."""

    def __init__(self, place: str, canvas: pygame.Surface, camera_x: float) -> None:
        self._place = Place(place, canvas)
        self._weather = Weather(self._place.weather)
        self._camera_x = camera_x

    def draw(self, canvas: pygame.Surface, tick: int, actors: Callable[[], None] | None = None) -> None:
        """`actors` draws who stands in it, between its layers behind and before them."""
        self._place.draw_behind(canvas, self._camera_x, tick)
        self._weather.draw_far(canvas, self._camera_x, 0, tick)
        if actors is not None:
            actors()
        self._place.draw_front(canvas, self._camera_x, tick)
        self._weather.draw_near(canvas, self._camera_x, 0, tick)
