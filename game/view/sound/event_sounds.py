"""Which sound an event makes: one table for all of them.

Every class of `game.sim.events` has a row, in `EVENT_SOUNDS` or, with its reason, in `SILENT`; a test holds that.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.sim import events as happened
from game.sim.events import Event, TripCause


@dataclass(frozen=True, slots=True)
class Play:
    """One sound, `decibels` louder than it was baked, `after` seconds later."""

    sound: str
    decibels: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class ByField:
    """Sounds chosen by a field of the event."""

    field: str
    choices: dict[object, tuple[Play, ...]]


@dataclass(frozen=True, slots=True)
class Louder:
    """A sound whose loudness runs with a field: `quietest` dB at `low`, 0 dB at `high`."""

    sound: str
    field: str
    low: float
    high: float
    quietest: float


Row = tuple[Play | ByField | Louder, ...]

EVENT_SOUNDS: dict[type[Event], Row] = {
    # soldiers
    happened.SoldierElectrocuted: (Play("soldier_burn"),),
    happened.SoldierBurned: (Play("soldier_burn", -2),),
    happened.SoldierClawed: (Play("soldier_squish", 1),),
    happened.SoldierTrampled: (Play("soldier_squish"),),
    happened.SoldierRammed: (Play("soldier_squish", 1),),
    happened.SoldierShot: (Play("soldier_squish", -2),),
    happened.SoldiersClung: (Play("soldier_bite", -3),),
    happened.SoldiersPeeled: (Play("soldier_takeoff", 2),),
    happened.GameraBitten: (Louder("soldier_bite", "clinging", 1, 60, -6),),
    # the grid
    happened.CircuitSwitched: (ByField("live", {True: (Play("switch_on"),), False: (Play("switch_off"),)}),),
    happened.CircuitReady: (Play("spark_burst"),),
    happened.CircuitFull: (Play("spark_burst", 3), Play("spark_burst", 3, after=0.12)),
    happened.CircuitSurged: (Louder("surge", "power", 0, 1, -5),),
    happened.CircuitTripped: (
        ByField(
            "cause",
            {
                TripCause.OVERHEATED: (Play("breaker_trip", 2), Play("spark_burst", after=0.2)),
                TripCause.OVERDRAWN: (Play("switch_refused"), Play("breaker_trip")),
                TripCause.SURGED: (Play("breaker_trip", -5),),
            },
        ),
    ),
    happened.CircuitRestored: (Play("spark_burst", -6),),
    happened.CircuitBroken: (Play("wire_snap"), Play("spark_burst", 2, after=0.3)),
    happened.CommandRefused: (Play("switch_refused"),),
    happened.DistrictSwitched: (ByField("dark", {True: (Play("blackout"),), False: (Play("power_up"),)}),),
    # Gamera
    happened.FootFell: (Play("footfall"),),
    happened.GameraJumped: (Play("footfall", 2),),
    happened.GameraLanded: (Louder("landing", "speed", 150, 600, -9),),
    happened.ClawSwung: (Play("claw_swing"),),
    happened.ClawHit: (Louder("claw_hit", "blow", 1, 3, -4),),
    happened.FireballLaunched: (
        ByField(
            "level",
            {
                1: (Play("plasma_fire_small"),),
                2: (Play("plasma_fire_medium"),),
                3: (Play("plasma_fire_full"),),
            },
        ),
    ),
    happened.FireballExploded: (
        ByField(
            "level",
            {
                1: (Play("explosion_small"),),
                2: (Play("explosion_medium"),),
                3: (Play("explosion_large"),),
            },
        ),
    ),
    happened.PlasmaShort: (Play("gamera_growl", -4),),
    happened.RoarSounded: (Play("gamera_roar_short"),),
    happened.SpinStarted: (Play("jets_start"),),
    happened.GuardRaised: (Play("guard_hit", -8),),
    happened.BlowGuarded: (Play("guard_hit"),),
    happened.GameraHurt: (Play("gamera_hurt"),),
    happened.GameraKnockedDown: (Play("knocked_down"),),
    happened.GameraGotUp: (Play("get_up"),),
    happened.GameraFell: (Play("gamera_roar_short"), Play("landing", after=0.8)),
    # city, army, Queen
    happened.BlockDamaged: (
        ByField(
            "stage",
            {
                1: (Play("building_crack"), Play("glass", after=0.08)),
                2: (Play("building_collapse_small"),),
            },
        ),
    ),
    happened.HelicopterFired: (Play("helicopter_gun"),),
    happened.HelicopterLost: (Play("helicopter_crash"),),
    happened.QueenCalled: (Play("queen_call"), Play("queen_spawn", after=0.9)),
    # words and results
    happened.LineSpoken: (Play("radio_open"),),
    happened.ObjectiveMet: (Play("objective_done"),),
    happened.StageWon: (Play("gamera_roar", after=0.5),),
}

SILENT: dict[type[Event], str] = {
    happened.SoldierDied: "a base class: every death has its own",
    happened.SoldiersSpawned: "a wave trickles in all the time; the Queen's call announces it",
    happened.SoldiersCrossedLine: "the ambience sounds the line's alarm for it",
    happened.SurgeEnded: "the surge has faded by itself, and the trip follows",
    happened.FireballCharged: "the charge loop rises with the charge",
    happened.SpinEnded: "the spin loop ends",
    happened.HelicopterArrived: "its rotor is a loop",
    happened.SceneStarted: "a matter of music, which the screens choose",
    happened.ObjectiveSet: "spoken with a line, whose radio is heard",
    happened.LessonTaught: "shown, not told",
    happened.LessonLearned: "what was learned makes its own sound",
    happened.ChainBroken: "losing a chain should not be punished by a noise",
    happened.StageLost: "the result screen begins its cue",
}


def sounds_of(event: Event) -> Iterator[Play]:
    """What the event plays; nothing for silent ones and for values without a row."""
    for entry in EVENT_SOUNDS.get(type(event), ()):
        match entry:
            case Play():
                yield entry
            case ByField(field, choices):
                yield from choices.get(getattr(event, field), ())
            case Louder(sound, field, low, high, quietest):
                part = (getattr(event, field) - low) / (high - low)
                yield Play(sound, quietest * (1 - min(1.0, max(0.0, part))))
