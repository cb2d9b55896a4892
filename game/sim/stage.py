"""The stage file's vocabulary: everything a stage can say. `stage_file.py` reads and checks it.

A stage holds rules only. Everything here is frozen: what changes during play is in `World`.
`levels/README.md` documents every field; the two change together.
"""

from typing import Literal

import msgspec


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of everything in a stage file: an unknown key is an error, so that typing mistakes are found."""


class GameraStart(Part, frozen=True):
    x: float
    facing: Literal["left", "right"] = "right"


class Pylon(Part, frozen=True):
    x: float
    top: float = 134.0  # y of the lowest wire's insulator


class CircuitPlan(Part, frozen=True):
    name: str  # empty for those that a player puts up
    spans: tuple[tuple[str, str], ...]  # pairs of pylons, "p1" is the first


class District(Part, frozen=True):
    name: str
    left: float
    right: float


class BlockPlan(Part, frozen=True):
    kind: str  # a row of content/city.py
    x: float  # of its middle
    district: str


class CityLine(Part, frozen=True):
    x: float
    holds: int  # soldiers let through before the stage is lost


class QueenPlan(Part, frozen=True):
    x: float
    vitality: float = 0.0  # 0: she only sends waves
    patterns: Literal["none", "sendai", "legion", "hornless", "dawn"] = "none"
    absent: bool = False  # not there until an act or a script brings her
    horn: bool = True


class FlowerPlan(Part, frozen=True):
    x: float
    roof: float = 0.0  # px above the street it grows on
    oxygen: float = 0.0  # per cent at the start
    climbs: float = 0.2  # per cent a second by itself
    feeds: float = 0.004  # per cent a second for every soldier at it


class GunPlan(Part, frozen=True):
    kind: Literal["tank", "battery"]
    x: float


WaveSource = Literal["east", "queen", "ground", "ahead", "sky"]


class WaveKind(Part, frozen=True):
    """One kind of wave without end."""

    name: str  # announced with its number
    sources: tuple[Literal["east", "ground", "sky"], ...] = ("east",)  # it comes from all of them alike
    share: float = 1.0  # of the soldiers whose turn it is
    over: int = 420  # ticks in which they come


class EndlessPlan(Part, frozen=True):
    """Waves without end, for the score: each is larger than the one before."""

    count: int  # soldiers of the first wave at normal difficulty
    grows: int  # how many more each further wave has
    every: int  # ticks from one wave to the next
    early: int = 0  # the next one comes at once when fewer soldiers than this are left
    helicopters: int = 0  # waves from one helicopter to the next; 0: none come
    kind: tuple[WaveKind, ...] = (WaveKind(""),)  # the waves go through them in turn


# What a rule does. The key `act` names the word.
class Say(Part, frozen=True, tag_field="act", tag="say"):
    who: str
    text: str


# Without `unlit` it encodes as it did before there was one, so that recordings of such stages still hold.
class Objective(Part, frozen=True, tag_field="act", tag="objective", omit_defaults=True):
    text: str
    unlit: str = ""  # asked in its place whenever no line carries current; empty: it stands all the time


class Teach(Part, frozen=True, tag_field="act", tag="teach"):
    topic: Literal[
        "walk",
        "claw",
        "fire",
        "jump",
        "guard",
        "roar",
        "circuits",
        "surge",
        "blackout",
        "grapple",
        "hold",
        "mana",
        "beam",
    ]


class Wave(Part, frozen=True, tag_field="act", tag="wave"):
    count: int  # soldiers at normal difficulty
    over: int  # ticks in which they come
    source: WaveSource = "east"


class Army(Part, frozen=True, tag_field="act", tag="army"):
    helicopters: int = 0
    fighters: int = 0


class QueenActs(Part, frozen=True, tag_field="act", tag="queen"):
    """Gives her another pattern set, or makes her appear at `x`."""

    patterns: Literal["none", "sendai", "legion", "hornless", "dawn"]
    x: float | None = None


class Condition(Part, frozen=True, tag_field="act", tag="gamera"):
    """What becomes of him between scenes."""

    limping: bool | None = None
    comatose: bool | None = None
    holding: bool | None = None  # the vigil: the light may be held
    heals: float = 0.0  # share of his full vitality


class Oxygen(Part, frozen=True, tag_field="act", tag="oxygen"):
    """A gust: at the flower no more is left than this. So that a scene that begins late can still be won."""

    most: float  # per cent


class Camera(Part, frozen=True, tag_field="act", tag="camera"):
    x: float
    over: int


class Music(Part, frozen=True, tag_field="act", tag="music"):
    cue: str


class Weather(Part, frozen=True, tag_field="act", tag="weather"):
    kind: Literal["clear", "snow", "rain", "ash", "embers"]


class Scripted(Part, frozen=True, tag_field="act", tag="scripted"):
    """Starts a short sequence of choreography by its name in `systems/scripted.py`."""

    name: Literal[
        "rise_from_sea",
        "back_to_sea",
        "queen_takes_wing",
        "queen_burrows",
        "sendai_blast",
        "pendant",
        "queen_collapses",
        "queen_rises",
        "ascent",
    ]


class Next(Part, frozen=True, tag_field="act", tag="next"):
    """Goes on to the following scene."""


class Won(Part, frozen=True, tag_field="act", tag="won"):
    pass


class Lost(Part, frozen=True, tag_field="act", tag="lost"):
    reason: str


Act = (
    Say
    | Objective
    | Teach
    | Wave
    | Army
    | QueenActs
    | Condition
    | Oxygen
    | Camera
    | Music
    | Weather
    | Scripted
    | Next
    | Won
    | Lost
)


# When a rule fires: once a scene, on the first tick its condition holds. The key `on` names the word.
class Rule(Part, frozen=True, tag_field="on", kw_only=True):
    do: tuple[Act, ...]


class OnStart(Rule, frozen=True, tag="start"):
    pass


class OnTime(Rule, frozen=True, tag="after"):
    ticks: int


class OnEvent(Rule, frozen=True, tag="event"):
    event: str


class OnAliveBelow(Rule, frozen=True, tag="alive_below"):
    """All waves called so far have come, `after` ticks of the scene are over, and fewer than `count` soldiers live."""

    count: int
    after: int = 0


class OnPerchedAbove(Rule, frozen=True, tag="perched_above"):
    """At least `count` soldiers hang on the wires of the circuit with this name; without one, of any, or of every."""

    count: int
    circuit: str = ""
    every: bool = False


class OnGameraPast(Rule, frozen=True, tag="gamera_past"):
    x: float


class OnGameraBefore(Rule, frozen=True, tag="gamera_before"):
    x: float


class OnVitalityBelow(Rule, frozen=True, tag="vitality_below"):
    percent: float


class OnOxygenAbove(Rule, frozen=True, tag="oxygen_above"):
    percent: float


class OnQueenBelow(Rule, frozen=True, tag="queen_below"):
    percent: float


class OnLightAbove(Rule, frozen=True, tag="light_above"):
    """The vigil's light."""

    percent: float


class OnQueenGone(Rule, frozen=True, tag="queen_gone"):
    """She has been breaking apart for `after` ticks."""

    after: int = 0


AnyRule = (
    OnStart
    | OnTime
    | OnEvent
    | OnAliveBelow
    | OnPerchedAbove
    | OnGameraPast
    | OnGameraBefore
    | OnVitalityBelow
    | OnOxygenAbove
    | OnQueenBelow
    | OnLightAbove
    | OnQueenGone
)


class Scene(Part, frozen=True):
    name: str
    rule: tuple[AnyRule, ...] = ()


class Stage(Part, frozen=True):
    title: str
    place: str
    music: str
    width: int  # px
    gamera: GameraStart
    time_limit: int = 0  # ticks; 0: none; reached = lost
    briefing: tuple[str, ...] = ()
    pylon: tuple[Pylon, ...] = ()
    circuit: tuple[CircuitPlan, ...] = ()
    supply: int = 2  # circuits the grid can feed at once
    sandbox: bool = False  # soldiers and pylons may be placed by command
    district: tuple[District, ...] = ()
    block: tuple[BlockPlan, ...] = ()
    line: CityLine | None = None
    queen: QueenPlan | None = None
    flower: FlowerPlan | None = None
    gun: tuple[GunPlan, ...] = ()
    bond: bool = False  # a child's thought heals him a little
    finale: bool = False  # he may gather the light
    vigil: bool = False  # the player holds a light, not Gamera
    endless: EndlessPlan | None = None
    scene: tuple[Scene, ...] = ()
    id: str = ""  # the name it was loaded by; not read from the file

    def spans(self) -> list[tuple[int, int, int]]:
        """Every span as (circuit, left pylon, right pylon), indices; circuit by circuit, as the file lists them."""
        found = []
        for number, circuit in enumerate(self.circuit):
            for names in circuit.spans:
                left, right = sorted(map(pylon_number, names), key=lambda pylon: self.pylon[pylon].x)
                found.append((number, left, right))
        return found

    def circuit_numbers(self, name: str) -> tuple[int, ...]:
        """Of the circuit called so; of all where the name is empty."""
        return tuple(number for number, plan in enumerate(self.circuit) if name in ("", plan.name))

    def district_number(self, name: str) -> int:
        return next(number for number, district in enumerate(self.district) if district.name == name)


def pylon_number(name: str) -> int:
    """Index of the pylon that a file calls `name`."""
    return int(name[1:]) - 1
