"""The city's blocks, and the army that helps."""

from game.sim.events.base import Event


class BlockDamaged(Event, frozen=True):
    block: int  # entity id
    x: float
    stage: int  # 1 broken, 2 collapsed
    by_gamera: bool


class HelicopterArrived(Event, frozen=True):
    helicopter: int
    x: float
    y: float


class HelicopterFired(Event, frozen=True):
    x: float
    y: float
    target_x: float
    target_y: float


class HelicopterLost(Event, frozen=True):
    helicopter: int
    x: float
    y: float


class WingsHit(Event, frozen=True):
    x: float
    y: float


class MissileLaunched(Event, frozen=True):
    x: float
    y: float


class MissileHit(Event, frozen=True):
    x: float
    y: float


class GunFired(Event, frozen=True):
    x: float
    y: float
    target_x: float
    target_y: float
