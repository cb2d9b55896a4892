"""Every component: flat records of numbers, enums and ids. Nouns only; what they do is in `systems/`.

They are msgspec structs rather than dataclasses so that one declaration also gives snapshot, restore and digest.
"""

from enum import IntEnum

import msgspec

from game.sim.action import Button

GUARD_RAISE = 4  # ticks until a raised guard protects


class Component(msgspec.Struct, tag=True):
    """Base of all components. The class name is its tag in a snapshot."""


class Body(Component):
    """Where an entity stands. For walkers (x, y) is the point between the feet, for flyers the middle."""

    x: float
    y: float
    vx: float = 0.0  # px/s
    vy: float = 0.0
    facing: int = 1  # +1 right, -1 left


class GameraState(IntEnum):
    """What Gamera is doing. Names are those of his strips, in lower case."""

    IDLE = 0
    WALK = 1
    TURN = 2
    CROUCH = 3  # the few ticks before a jump
    RISE = 4
    FALL = 5
    HOVER = 6
    LAND = 7
    GUARD = 8
    SPIN = 9
    CLAW1 = 10
    CLAW2 = 11
    CLAW3 = 12
    CHARGE = 13
    FIRE = 14
    ROAR = 15
    HURT = 16
    KNOCKED = 17
    GETUP = 18
    FALLEN = 19  # vitality is gone
    GRAPPLE = 20  # both hands on the flower, or on her horn
    LOOK_UP = 21  # gathers the light
    CHEST = 22  # the plastron opens
    BEAM = 23  # ultimate plasma
    COMATOSE = 24
    ASCEND = 25
    SWIM = 26  # out of the sea, or back into it


CHOREOGRAPHED = frozenset({GameraState.COMATOSE, GameraState.ASCEND, GameraState.SWIM})  # moved by scripts alone
DOWN = frozenset({GameraState.KNOCKED, GameraState.GETUP, GameraState.FALLEN})


class Gamera(Component):
    """The one monster. Gauges run from 0 to their maximum in `content/moves.py`."""

    vitality: float
    vitality_full: float
    plasma: float
    fuel: float
    state: GameraState = GameraState.IDLE
    age: int = 0  # ticks in this state
    held: Button = Button(0)  # buttons of the tick before
    buffered: Button = Button(0)  # the last press not acted on yet
    buffered_for: int = 0  # ticks it has waited
    move: int = 0  # stick, this tick
    aim: int = 0
    off_ground: int = 0  # ticks since the feet left the ground
    charge: int = 0  # ticks the plasma was held
    stride: float = 0.0  # px walked since the last footfall
    clinging: int = 0  # soldiers on him
    angry_until: int = 0  # tick until which soldiers hold on harder and seek him more
    roar_ready_at: int = 0
    safe_until: int = 0  # no harm before this tick
    knocked_at: int = -10_000
    struck: bool = False  # this blow has hit already
    jets: bool = False  # burning this tick
    limping: bool = False  # no jump, no spin, half the walk
    grip: float = 0.0  # 0 to 1: how far the hold has torn; it heals while he does not hold
    mana: float = 0.0  # 0 to 1: light gathered
    beam_aim: float = 0.0  # slope of the ultimate plasma, vertical per horizontal px

    @property
    def shelled(self) -> bool:
        """Nothing bites or pierces him: the guard is up, or he spins."""
        return self.state is GameraState.SPIN or (self.state is GameraState.GUARD and self.age >= GUARD_RAISE)

    @property
    def down(self) -> bool:
        return self.state in DOWN


class Block(Component):
    """A building. `stage` 0 whole, 1 broken, 2 collapsed."""

    kind: str
    district: int
    strength: float
    stage: int = 0
    variant: int = 0


class HelicopterState(IntEnum):
    ARRIVING = 0
    FOLLOWING = 1  # on its way to the wire with most soldiers
    STRAFING = 2
    CRASHING = 3


class Helicopter(Component):
    """Strafes the live span that holds most soldiers."""

    vitality: float
    state: HelicopterState = HelicopterState.ARRIVING
    age: int = 0
    height: float = 60.0  # y it likes to fly at
    target_x: float = 0.0
    target_y: float = 0.0  # 0: nothing to shoot at


class QueenState(IntEnum):
    """What the Queen is doing. The attacks' numbers are rows of `content/queen.py`."""

    IDLE = 0
    CALLING = 1  # rears up and sends a wave
    ADVANCE = 2
    IMPALE = 3
    BEAM = 4
    BARRIER = 5
    SPAWN = 6
    WHIPS = 7
    STAGGERED = 8
    TORN = 9  # the horn comes off
    BURROW = 10
    WING = 11
    COLLAPSED = 12
    RISE = 13
    BREAK = 14  # blown apart
    ABSENT = 15  # not there yet, or gone
    RAM = 16  # head down, and through


NOT_TO_BE_HURT = frozenset(
    {
        QueenState.TORN,
        QueenState.BURROW,
        QueenState.WING,
        QueenState.COLLAPSED,
        QueenState.RISE,
        QueenState.BREAK,
        QueenState.ABSENT,
    }
)


class Queen(Component):
    """The Queen. Without a pattern set she stands at the far end and sends the waves."""

    vitality: float = 0.0
    vitality_full: float = 0.0
    patterns: str = "none"
    state: QueenState = QueenState.IDLE
    age: int = 0
    horn: bool = True
    stagger: float = 0.0  # damage that has shaken her stance
    staggerable_at: int = 0
    struck: bool = False  # this attack has hit already
    aim_x: float = 0.0  # where she means to hit, fixed in the telegraph
    burned: int = 0  # ticks of ultimate plasma on her
    fury: int = 0  # marks of her vitality at which she has called: her pauses grow shorter with each

    @property
    def fights(self) -> bool:
        return self.patterns != "none" and self.state is not QueenState.ABSENT

    @property
    def down(self) -> bool:
        """Not to be hurt: she is falling, gone, or breaking."""
        return self.state in NOT_TO_BE_HURT


class FlowerState(IntEnum):
    ROOTED = 0
    TORN = 1  # uprooted
    TOPPLED = 2
    LAUNCHED = 3
    BURNT = 4


class Flower(Component):
    """The plant that makes oxygen and throws its seed."""

    oxygen: float = 0.0  # per cent
    state: FlowerState = FlowerState.ROOTED
    age: int = 0
    feeding: int = 0  # soldiers at it


class Gun(Component):
    """A tank or a missile battery, dug in."""

    kind: str
    reload: int = 0  # ticks until it fires again


class Missile(Component):
    """On its way to the Queen."""

    age: int = 0


class FighterState(IntEnum):
    ATTACKING = 0
    LEAVING = 1


class Fighter(Component):
    """A jet that goes for the Queen's wings."""

    state: FighterState = FighterState.ATTACKING
    age: int = 0


AnyComponent = Body | Gamera | Block | Helicopter | Queen | Flower | Gun | Missile | Fighter
