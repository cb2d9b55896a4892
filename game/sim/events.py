"""What happened in a tick, in the past tense. Rules append them; picture, sound and agents read them after the tick.

Positions are px in the world. In the rules only
`score` and `director` read them, at the end of the same tick (a stage may wait for an event by name).
"""

from enum import IntEnum

import msgspec


class Event(msgspec.Struct, frozen=True):
    """Something that happened."""


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


class WingsHit(Event, frozen=True):
    x: float
    y: float


class QueenBurrowed(Event, frozen=True):
    x: float


class QueenCollapsed(Event, frozen=True):
    x: float


class QueenRose(Event, frozen=True):
    x: float


class QueenDestroyed(Event, frozen=True):
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


class OxygenRose(Event, frozen=True):
    """A ten per cent mark passed."""

    percent: int


class GrappleBegan(Event, frozen=True):
    x: float
    y: float


class GrappleSlipped(Event, frozen=True):
    x: float


class FlowerUprooted(Event, frozen=True):
    x: float


class FlowerToppled(Event, frozen=True):
    x: float


class SeedLaunched(Event, frozen=True):
    x: float


class CityBlasted(Event, frozen=True):
    """A fireball at a flower full of oxygen: the city went with it."""

    x: float


class GameraRose(Event, frozen=True):
    """Out of the sea."""

    x: float


class GameraWentUnder(Event, frozen=True):
    x: float


class SendaiLost(Event, frozen=True):
    x: float


class LightHeld(Event, frozen=True):
    """The vigil: a quarter more of the light is held."""

    quarter: int


class PendantShattered(Event, frozen=True):
    x: float


class GameraWoke(Event, frozen=True):
    x: float


class ManaCalled(Event, frozen=True):
    """He looks to the sky and roars."""

    x: float


class ManaGathered(Event, frozen=True):
    """A quarter more of the light is in him."""

    quarter: int


class ChestOpened(Event, frozen=True):
    x: float
    y: float


class BeamFired(Event, frozen=True):
    x: float
    y: float


class GameraAscended(Event, frozen=True):
    x: float


class CameraAsked(Event, frozen=True):
    """Look at `x` for so many ticks."""

    x: float
    ticks: int


class MusicAsked(Event, frozen=True):
    cue: str


class WeatherAsked(Event, frozen=True):
    kind: str


class ScriptStarted(Event, frozen=True):
    name: str


class ScriptEnded(Event, frozen=True):
    name: str


class SceneStarted(Event, frozen=True):
    scene: int
    name: str


class LineSpoken(Event, frozen=True):
    speaker: str
    text: str


class ObjectiveSet(Event, frozen=True):
    text: str


class ObjectiveMet(Event, frozen=True):
    text: str


class LessonTaught(Event, frozen=True):
    """A control to show on screen until it is used: walk, claw, fire, circuits, surge, ..."""

    topic: str


class LessonLearned(Event, frozen=True):
    topic: str


class ChainBroken(Event, frozen=True):
    length: int


class StageWon(Event, frozen=True):
    rank: str


class StageLost(Event, frozen=True):
    reason: str  # "gamera" | "line" | "time" | "seed" | "blast" | "queen"
