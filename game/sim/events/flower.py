"""The flowers."""

from game.sim.events.base import Event


class OxygenRose(Event, frozen=True):
    """A ten per cent mark passed."""

    percent: int


class FlowerUprooted(Event, frozen=True):
    x: float


class FlowerToppled(Event, frozen=True):
    x: float


class SeedLaunched(Event, frozen=True):
    x: float


class CityBlasted(Event, frozen=True):
    """A fireball at a flower full of oxygen: the city went with it."""

    x: float
