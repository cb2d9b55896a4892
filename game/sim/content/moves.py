"""Gamera's frame data and gauges. Ticks of 1/60 s, px, px/s. One row a move; the states are in `systems/gamera.py`."""

from typing import NamedTuple

from game.sim.components import GameraState
from game.sim.units import ticks

VITALITY_LOW = 0.3  # share under which the HUD warns
PLASMA_FULL = 3.0  # three charges
FUEL_FULL = 100.0
PLASMA_REGAIN = 0.16  # charges a second
FUEL_REGAIN = 30.0  # a second, on the ground

INPUT_BUFFER = 6  # ticks a press waits for its turn
COYOTE = 6  # ticks after leaving an edge in which a jump still counts

WALK_SPEED = 60.0
WALK_RESPONSE = 0.16  # share of the way to the wished speed, each tick: up to speed in about a third of a second
STRIDE = 26.6  # px between footfalls: half the drawn walk cycle
TURN_TICKS = 5
LIMP_SHARE = 0.5
BOND_HEALS = 4.0  # vitality a second, while a child thinks of him
EDGE = 40.0  # px; he stays this far inside the stage
QUEEN_BARS = 130.0  # px from her middle at which her body stops him
FOOT_REACH = 22.0  # px either side of the foot
FOOT_CRUSHES = 6  # soldiers at most

CROUCH_TICKS = 4
JUMP_SPEED = 330.0
GRAVITY = 760.0
JET_LIFT = 1240.0  # px/s^2 upward while the jets burn
JET_RISE_MOST = 120.0
JET_BURN = 34.0  # fuel a second
AIR_SPEED = 105.0
FALL_MOST = 520.0
LAND_TICKS = 9
STOMP_REACH = 70.0
STOMP_KILLS = 14
STOMP_DAMAGE = 60.0  # to a building he lands on
STOMP_SPEED = 150.0  # px/s of fall from which a landing stomps

GUARD_DRAIN = 2.0  # vitality a second: the shell closes on what already sits inside
SPIN_TICKS = 50
SPIN_SPEED = 190.0
SPIN_FUEL = 38.0
SPIN_REACH = 64.0
SPIN_KILL_CHANCE = 0.03  # each soldier in reach, every fourth tick
SPIN_FLING_CHANCE = 0.40

ROAR_TICKS = 42
ROAR_SOUNDS_AT = 12
ROAR_REACH = 120.0
ROAR_PEEL = 0.62  # share of clingers and near soldiers thrown off
ROAR_COOLDOWN = ticks(10)

KNOCKED_TICKS = 46
GETUP_TICKS = 30
SAFE_AFTER_GETUP = 45
NO_SECOND_KNOCKDOWN = ticks(6)
HURT_TICKS = 14
SHOCK_DAMAGE = 60.0  # flying into a surging wire
DRAGGED_DOWN_BY = 125  # clingers that bring him to the ground
DRAGGED_DAMAGE = 40.0
FALLEN_TICKS = 70  # from the end of his vitality to the end of the stage
ANGER_AFTER_BLOW = 60  # ticks in which soldiers hold on harder


class Claw(NamedTuple):
    """A blow of the chain."""

    startup: int
    active: int
    recovery: int
    cancel: int  # age from which the next blow, a jump or guard may cut in
    reach: float  # px in front of him
    kills: int  # of those struck; the others are thrown
    strikes: int  # most soldiers one blow can hit
    scrapes: int  # clingers it takes off his front
    throw: float  # px/s
    hit_stop: int
    lunge: float  # px/s forward at start-up


CLAWS = {
    GameraState.CLAW1: Claw(5, 4, 13, 11, 78.0, 2, 9, 3, 190.0, 2, 40.0),
    GameraState.CLAW2: Claw(5, 4, 14, 11, 82.0, 2, 9, 3, 200.0, 2, 40.0),
    GameraState.CLAW3: Claw(9, 5, 20, 20, 96.0, 4, 14, 6, 260.0, 4, 70.0),
}
CLAW_HEIGHT = 52.0  # px above and below his chest
NEXT_CLAW = {GameraState.CLAW1: GameraState.CLAW2, GameraState.CLAW2: GameraState.CLAW3}


class Fireball(NamedTuple):
    """A charge level of the plasma fireball."""

    charge: int  # ticks held to reach it
    plasma: float
    speed: float
    radius: float
    kills: int  # nearest soldiers it burns; the others in the blast are thrown
    damage: float  # to a building
    hit_stop: int


FIREBALLS = {
    1: Fireball(0, 1.0, 330.0, 44.0, 10, 70.0, 2),
    2: Fireball(26, 1.0, 380.0, 62.0, 18, 120.0, 4),
    3: Fireball(64, 2.0, 440.0, 88.0, 34, 220.0, 8),
}
FIRE_STARTUP = 6
FIRE_TICKS = 24
FIREBALL_LIVES = 90
FIREBALL_SLOPE = 0.55  # vertical per horizontal speed when aimed up or down
MUZZLE = (44.0, -84.0)  # px from his feet when he faces right
CHEST_Y = -58.0
BLAST_THROW = 240.0
