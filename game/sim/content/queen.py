"""The Queen's patterns: telegraph, strike, recover; nothing unfair. Ticks and px. A stage names one of the sets."""

from typing import NamedTuple

from game.sim.components import QueenState
from game.sim.units import ticks

WIDTH, HEIGHT = 230.0, 190.0  # px of her body
BODY_REACH = 120.0  # px from her middle to her jaws
HORN = (-96.0, -150.0)  # px from her feet to the horn's root, when she faces left
WALK_SPEED = 26.0
FLY_SPEED = 120.0
KEEPS = 165.0  # px she comes up to him

STAGGER_FULL = 220.0  # damage points that break her stance
STAGGER_LEAK = 6.0  # a second
STAGGERED_TICKS = 170
STAGGERED_TAKES = 2.0  # times the damage of a blow while she reels
REELS_TICKS, REELS_SPEED = 45, 60.0  # hornless she reels back; px/s
STAGGER_REST = ticks(6)  # in which she cannot be staggered again
FURY_MARKS = (2 / 3, 1 / 3)  # shares of her vitality at which she calls out and grows faster
PAUSE_TICKS = (38, 30, 22)  # between two patterns, by fury
BARRIER_TICKS = 130
SPAWN_COUNT = 22

CLAW_DAMAGE = (16.0, 18.0, 34.0)  # by blow of the chain
FIREBALL_DAMAGE = (34.0, 60.0, 120.0)  # by level
SPIN_DAMAGE = 7.0  # every fourth tick in touch
MISSILE_DAMAGE = 12.0
HORN_TORN_DAMAGE = 160.0
HORN_KEEPS = 0.35  # share of her vitality that cannot be taken while she has the horn


class Pattern(NamedTuple):
    """One attack. It is chosen while he is between `near` and `far` px in front of her."""

    state: QueenState
    telegraph: int
    strike: int
    recover: int
    near: float
    far: float
    damage: float
    knocks_down: bool
    weight: int
    pierces: float = 0.0  # share of its damage that the shell does not stop
    backs: float = 0.0  # px/s that she steps back in the telegraph

    def strikes(self, age: int) -> bool:
        """Whether it strikes `age` ticks after it began."""
        return self.telegraph <= age < self.telegraph + self.strike


IMPALE = Pattern(QueenState.IMPALE, 44, 10, 44, 0.0, 250.0, 85.0, True, 5)
BEAM = Pattern(QueenState.BEAM, 78, 54, 50, 190.0, 900.0, 110.0, True, 4)
BARRIER = Pattern(QueenState.BARRIER, 14, BARRIER_TICKS, 10, 220.0, 900.0, 0.0, False, 2)
SPAWN = Pattern(QueenState.SPAWN, 50, 30, 40, 150.0, 900.0, 0.0, False, 2)
WHIPS = Pattern(QueenState.WHIPS, 40, 40, 46, 60.0, 420.0, 60.0, True, 6, pierces=0.6)

RAM = Pattern(QueenState.RAM, 46, 44, 60, 60.0, 330.0, 60.0, True, 3, backs=34.0)
RAM_SPEED = 175.0  # px/s
RAM_REACH = 150.0  # px from her middle to whom she shoves along, on his shell or off it

PATTERN_SETS: dict[str, tuple[Pattern, ...]] = {
    "none": (),
    "sendai": (IMPALE, BEAM, BARRIER),
    "legion": (IMPALE, BEAM, BARRIER, SPAWN),
    "hornless": (IMPALE, SPAWN, RAM),
    "dawn": (WHIPS, IMPALE),
}
PATTERNS = {pattern.state: pattern for pattern in (IMPALE, BEAM, BARRIER, SPAWN, WHIPS, RAM)}
BEAM_FROM, BEAM_TO = 110.0, 620.0  # px in front of her between which the beam sweeps the ground
WHIP_REACH = 400.0
