"""The soldiers: born, holding on, thrown off, dead."""

from game.sim.events.base import Event


class SoldierDied(Event, frozen=True):
    """Base of every death, so that whoever only counts them can."""

    uid: int
    x: float
    y: float


class SoldierElectrocuted(SoldierDied, frozen=True):
    circuit: int


class SoldierClawed(SoldierDied, frozen=True):
    pass


class SoldierTrampled(SoldierDied, frozen=True):
    pass


class SoldierBurned(SoldierDied, frozen=True):
    """Caught in a fireball's blast."""


class SoldierRammed(SoldierDied, frozen=True):
    """Hit by the spinning shell."""


class SoldierShot(SoldierDied, frozen=True):
    """By the army."""


class SoldiersSpawned(Event, frozen=True):
    count: int
    x: float
    y: float


class SoldiersClung(Event, frozen=True):
    """New soldiers took hold of Gamera; `clinging` is how many hold on now."""

    count: int
    clinging: int


class SoldiersPeeled(Event, frozen=True):
    """A live wire drew them off his back."""

    count: int


class SoldiersCrossedLine(Event, frozen=True):
    """They are past the city line; `crossed` is the total so far."""

    count: int
    crossed: int
