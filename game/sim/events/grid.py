"""The power grid and the lights of the city."""

from enum import IntEnum

from game.sim.events.base import Event


class CircuitSwitched(Event, frozen=True):
    circuit: int
    live: bool


class CircuitReady(Event, frozen=True):
    """Charged enough to surge."""

    circuit: int


class CircuitFull(Event, frozen=True):
    """Charged to the full: a surge kills most now."""

    circuit: int


class CircuitSurged(Event, frozen=True):
    circuit: int
    power: float  # 0 (just ready) to 1 (full)
    perched: int  # soldiers on its wires at that moment


class SurgeEnded(Event, frozen=True):
    circuit: int
    killed: int


class TripCause(IntEnum):
    OVERHEATED = 0
    OVERDRAWN = 1  # more circuits live than the supply feeds
    SURGED = 2


class CircuitTripped(Event, frozen=True):
    circuit: int
    cause: TripCause


class CircuitRestored(Event, frozen=True):
    """Cooled down or repaired: off, and may be switched on again."""

    circuit: int


class CircuitBroken(Event, frozen=True):
    circuit: int
    span: int
    x: float
    y: float


class CommandRefused(Event, frozen=True):
    """The grid could not do it (tripped, broken, not charged)."""

    circuit: int


class DistrictSwitched(Event, frozen=True):
    district: int
    dark: bool
