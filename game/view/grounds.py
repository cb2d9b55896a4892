"""Where a stage plays, as far as pictures go: its place, which a great loss may change, its dust and its weather."""

import pygame

from game.sim.events import Event, SendaiLost, WeatherAsked
from game.sim.stage import Stage
from game.view.place import Place
from game.view.weather import Weather

DUST = {"sapporo": "snow", "sendai_ash": "ash", "vigil": "ash", "tokyo": "night", "legion": "night"}  # else earth
LOST_PLACE = "sendai_ash"


def dust_of(place: str) -> str:
    """What is thrown up from a place's street: "earth", "night" (earth in the dark), "snow" or "ash"."""
    return DUST.get(place, "earth")


class Grounds:
    """The place and the weather of a stage, loaded when first drawn."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self.name = stage.place
        self._stage_width = stage.width
        self._seed = seed
        self._place: Place | None = None
        self._weather: Weather | None = None
        self._asked: tuple[str, ...] | None = None

    def observe(self, events: list[Event]) -> None:
        """One tick: the weather turns, or the place is lost."""
        for event in events:
            match event:
                case WeatherAsked(kind=kind):
                    self._asked, self._weather = (kind,) if kind != "clear" else (), None
                case SendaiLost():
                    self.name, self._place, self._asked, self._weather = LOST_PLACE, None, None, None

    def place(self, canvas: pygame.Surface) -> Place:
        if self._place is None:
            self._place = Place(self.name, canvas)
        return self._place

    def weather(self, canvas: pygame.Surface) -> Weather:
        if self._weather is None:
            own = self.place(canvas).weather
            # What was asked for falls; fires that the place has of itself go on.
            kinds = own if self._asked is None else (*self._asked, *(kind for kind in own if kind == "embers"))
            self._weather = Weather(kinds, self._seed)
        return self._weather

    def left_of(self, camera_x: int, canvas: pygame.Surface) -> int:
        """The place's x of the view's left edge: the ash plain is narrower than the city that stood there."""
        return camera_x if self.name != LOST_PLACE else max(0, camera_x - self._stage_width + self.place(canvas).width)
