"""The moments that are a film: the sea, Sendai, the vigil, the light of the earth."""

from game.sim.events.base import Event


class GameraRose(Event, frozen=True):
    """Out of the sea."""

    x: float


class GameraWentUnder(Event, frozen=True):
    x: float


class SendaiLost(Event, frozen=True):
    x: float


class LightHeld(Event, frozen=True):
    """The vigil: a quarter more of the light is held."""

    quarter: int


class PendantShattered(Event, frozen=True):
    x: float


class GameraWoke(Event, frozen=True):
    x: float


class ManaCalled(Event, frozen=True):
    """He looks to the sky and roars."""

    x: float


class ManaGathered(Event, frozen=True):
    """A quarter more of the light is in him."""

    quarter: int


class ChestOpened(Event, frozen=True):
    x: float
    y: float


class BeamFired(Event, frozen=True):
    x: float
    y: float


class BeamMissed(Event, frozen=True):
    """It is spent, and she stands."""

    x: float


class GameraAscended(Event, frozen=True):
    x: float
