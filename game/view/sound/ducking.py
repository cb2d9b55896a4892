"""How buses make room for each other: quickly down, slowly up."""

from dataclasses import dataclass, field

from game.view.sound.library import MixingTable

OTHERS = "others"


def factor(decibels: float) -> float:
    """A level in dB as a factor of amplitude."""
    return float(10 ** (decibels / 20))


@dataclass
class Ducking:
    """The level in dB of every bus, moved by `advance` toward what sounding buses ask of it."""

    table: MixingTable
    level: dict[str, float] = field(init=False)
    _until: dict[str, float] = field(init=False)  # by bus that ducks: the second at which it lets go
    _depth: dict[str, float] = field(init=False)  # by bus ducked: where it started from, for an even fall
    _now: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self.level = dict.fromkeys(self.table.bus, 0.0)
        self._depth = dict.fromkeys(self.table.bus, 0.0)
        self._until = {}

    def sounded(self, bus: str, seconds: float) -> None:
        """A sound of `bus` has begun that is `seconds` long."""
        row = self.table.bus[bus]
        if row.ducks:
            held = seconds * 0.6 if row.for_seconds is None else row.for_seconds
            self._until[bus] = max(self._until.get(bus, 0.0), self._now + held)

    def target(self, bus: str) -> float:
        """dB asked of `bus` now: the deepest of all that ask. A bus never ducks itself."""
        asked = [
            ducks.get(bus, ducks.get(OTHERS, 0.0))
            for loud, until in self._until.items()
            if loud != bus and until > self._now
            for ducks in [self.table.bus[loud].ducks]
        ]
        return min(asked, default=0.0)

    def advance(self, seconds: float) -> None:
        """Moves every level by `seconds`: a duck takes `duck_down` whatever its depth, the way back `duck_up`."""
        self._now += seconds
        for bus, level in self.level.items():
            target = self.target(bus)
            if target < level:
                self._depth[bus] = target
                step = -target * seconds / self.table.duck_down
                self.level[bus] = max(target, level - step)
            elif target > level:
                step = -self._depth[bus] * seconds / self.table.duck_up
                self.level[bus] = min(target, level + step)
