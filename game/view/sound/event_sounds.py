"""Which sound an event makes: one table for all of them.

Every class of `game.sim.events` has a row, in `EVENT_SOUNDS` or, with its reason, in `SILENT`; a test holds that.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.sim import events as happened
from game.sim.components import QueenState
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

BREATHS = ("faint", "faint", "low", "low", "middle", "middle", "strong", "strong", "full", "full")  # by ten per cent

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
    # city and army
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
    happened.GunFired: (Play("tank_gun"),),
    happened.MissileLaunched: (Play("missile"),),
    happened.MissileHit: (Play("missile_hit", -1),),
    happened.WingsHit: (Play("jet_flyby"), Play("missile_hit", 3, after=0.2), Play("queen_hurt", 3, after=0.3)),
    # the Queen
    happened.QueenCalled: (Play("queen_call"), Play("queen_spawn", after=0.9)),
    happened.QueenTelegraphed: (
        ByField(
            "pattern",
            {
                QueenState.IMPALE: (Play("leg_raise"),),
                QueenState.BEAM: (Play("horn_charge"),),
                QueenState.BARRIER: (Play("crest_opens"),),
                QueenState.SPAWN: (Play("queen_call", -4),),
                QueenState.WHIPS: (Play("whips_wind"),),
                QueenState.RAM: (Play("queen_roar", -3),),
            },
        ),
    ),
    happened.QueenStruck: (
        ByField(
            "pattern",
            {
                QueenState.IMPALE: (Play("leg_strike"),),
                QueenState.BEAM: (Play("horn_beam"),),
                QueenState.BARRIER: (),  # what opened goes on to shimmer
                QueenState.SPAWN: (Play("queen_spawn"),),
                QueenState.WHIPS: (Play("whip"), Play("whip", -2, after=0.28)),
                QueenState.RAM: (Play("ground_burst", -6),),
            },
        ),
    ),
    happened.QueenHurt: (Louder("queen_hurt", "damage", 5, 120, -9),),
    happened.FireballDeflected: (Play("deflect"),),
    happened.QueenStaggered: (Play("queen_call", 2), Play("leg_strike", -3, after=0.4)),
    happened.HornTorn: (Play("horn_tear"), Play("queen_roar", after=1.3)),
    happened.QueenBurst: (Play("ground_burst"), Play("queen_roar", -2, after=0.9)),
    happened.QueenTookWing: (Play("queen_call"),),
    happened.QueenBurrowed: (Play("burrow"),),
    happened.QueenCollapsed: (
        Play("queen_roar"),
        Play("building_collapse_large", after=0.5),
        Play("landing", 2, after=0.6),
    ),
    happened.QueenRose: (Play("queen_roar"), Play("whips_wind", after=0.4)),
    happened.QueenDestroyed: (Play("explosion_large", 2), Play("queen_roar", after=0.1), Play("city_blast", after=0.5)),
    # the flower
    happened.OxygenRose: (
        ByField(
            "percent",
            {10 * (step + 1): (Play(f"flower_breath_{breath}"),) for step, breath in enumerate(BREATHS)},
        ),
    ),
    happened.GrappleBegan: (Play("claw_hit", -3), Play("gamera_growl", after=0.15)),
    happened.GrappleSlipped: (Play("claw_swing"),),
    happened.FlowerUprooted: (Play("flower_uproot"),),
    happened.FlowerToppled: (Play("flower_topple"),),
    happened.SeedLaunched: (Play("seed_launch"),),
    happened.CityBlasted: (Play("city_blast"),),
    happened.SendaiLost: (Play("city_blast"),),
    # the film's turns
    happened.ScriptStarted: (
        ByField(
            "name",
            {
                "rise_from_sea": (Play("sea_rise"),),
                "back_to_sea": (Play("sea_under"),),
                "ascent": (Play("jets_start", after=2.9), Play("ascent", after=3.0)),
            },
        ),
    ),
    happened.GameraRose: (Play("gamera_roar"),),
    happened.LightHeld: (Louder("light_held", "quarter", 1, 4, -6),),
    happened.PendantShattered: (Play("pendant"),),
    happened.GameraWoke: (Play("get_up"), Play("gamera_roar_short", after=0.6)),
    happened.ManaCalled: (Play("gamera_roar"),),
    happened.ManaGathered: (Louder("mana_gather", "quarter", 1, 4, -6),),
    happened.ChestOpened: (Play("chest_opens"),),
    happened.BeamFired: (Play("ultimate_plasma"),),
    happened.BeamMissed: (Play("get_up"),),
    # words and results
    happened.LineSpoken: (Play("radio_open"),),
    happened.ObjectiveMet: (Play("objective_done"),),
    happened.WaveCame: (Play("queen_call", -6),),
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
    happened.SceneStarted: "a matter of music, which the stage asks for",
    happened.GameraWentUnder: "the water has been heard since its script began",
    happened.GameraAscended: "the jets have been heard since he left the ground",
    happened.CameraAsked: "a look makes no noise",
    happened.MusicAsked: "the screen changes the cue",
    happened.WeatherAsked: "weather lies in the music: snow, rain and ash are drawn, not heard",
    happened.ScriptEnded: "what ends a script makes its own sound",
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
