"""The Queen: what she does and what is done to her."""

from game.sim.events.base import Event


class QueenCalled(Event, frozen=True):
    """The Queen sends a wave."""

    x: float
    y: float


class QueenTelegraphed(Event, frozen=True):
    """She is about to strike; `pattern` is the QueenState of the attack."""

    pattern: int
    x: float
    y: float
    target_x: float


class QueenStruck(Event, frozen=True):
    """An attack's strike begins."""

    pattern: int
    x: float
    y: float


class QueenHurt(Event, frozen=True):
    damage: float
    x: float
    y: float


class FireballDeflected(Event, frozen=True):
    """By her crest."""

    x: float
    y: float


class QueenStaggered(Event, frozen=True):
    x: float


class HornTorn(Event, frozen=True):
    x: float
    y: float


class QueenBurst(Event, frozen=True):
    """Out of the ground."""

    x: float


class QueenTookWing(Event, frozen=True):
    x: float


class QueenBurrowed(Event, frozen=True):
    x: float


class QueenCollapsed(Event, frozen=True):
    x: float


class QueenRose(Event, frozen=True):
    x: float


class QueenDestroyed(Event, frozen=True):
    x: float
    y: float
