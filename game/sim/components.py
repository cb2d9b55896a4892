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

    @property
    def shelled(self) -> bool:
        """Nothing bites or pierces him: the guard is up, or he spins."""
        return self.state is GameraState.SPIN or (self.state is GameraState.GUARD and self.age >= GUARD_RAISE)

    @property
    def down(self) -> bool:
        return self.state in (GameraState.KNOCKED, GameraState.GETUP, GameraState.FALLEN)


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
    LEAVING = 4


class Helicopter(Component):
    """Strafes the live span that holds most soldiers."""

    vitality: float
    state: HelicopterState = HelicopterState.ARRIVING
    age: int = 0
    height: float = 60.0  # y it likes to fly at
    target_x: float = 0.0
    target_y: float = 0.0  # 0: nothing to shoot at


class QueenState(IntEnum):
    IDLE = 0
    CALLING = 1  # rears up and sends a wave


class Queen(Component):
    """She stands at the far end and sends the waves."""

    state: QueenState = QueenState.IDLE
    age: int = 0


AnyComponent = Body | Gamera | Block | Helicopter | Queen
