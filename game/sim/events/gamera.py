"""Gamera: his moves, his blows, and what he suffers."""

from game.sim.events.base import Event


class FootFell(Event, frozen=True):
    x: float
    crushed: int


class GameraJumped(Event, frozen=True):
    x: float


class GameraLanded(Event, frozen=True):
    x: float
    speed: float  # px/s at touch-down


class ClawSwung(Event, frozen=True):
    blow: int  # 1 to 3
    x: float
    y: float
    facing: int


class ClawHit(Event, frozen=True):
    blow: int
    x: float
    y: float
    struck: int


class FireballCharged(Event, frozen=True):
    level: int  # 1 to 3


class FireballLaunched(Event, frozen=True):
    x: float
    y: float
    level: int
    facing: int
    aim: int


class FireballExploded(Event, frozen=True):
    x: float
    y: float
    radius: float
    level: int


class PlasmaShort(Event, frozen=True):
    """Fire was pressed with too little plasma."""


class RoarSounded(Event, frozen=True):
    x: float
    y: float
    peeled: int


class SpinStarted(Event, frozen=True):
    x: float
    y: float


class SpinEnded(Event, frozen=True):
    x: float
    y: float


class GuardRaised(Event, frozen=True):
    x: float


class BlowGuarded(Event, frozen=True):
    x: float
    y: float


class GameraBitten(Event, frozen=True):
    """Sum of bites over four ticks."""

    vitality_lost: float
    clinging: int


class GameraHurt(Event, frozen=True):
    vitality_lost: float
    from_front: bool


class GameraKnockedDown(Event, frozen=True):
    x: float


class GameraGotUp(Event, frozen=True):
    x: float


class GameraFell(Event, frozen=True):
    """His vitality is gone."""

    x: float


class GrappleBegan(Event, frozen=True):
    x: float
    y: float


class GrappleSlipped(Event, frozen=True):
    x: float
