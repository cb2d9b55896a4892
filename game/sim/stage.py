"""The stage file: what it can say, and reading it. `levels/README.md` documents every field; the two change together.

A stage holds rules only. Everything here is frozen: what changes during play is in `World`.
"""

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from game.sim.content.city import BLOCKS

MAX_BYTES = 256 * 1024  # of a stage file; ours are under 10 KB
MAX_SOLDIERS = 200_000


class StageError(ValueError):
    """A stage that cannot be used. The message is one line: file, key, what was expected."""


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of everything in a stage file: an unknown key is an error, so that typing mistakes are found."""


class GameraStart(Part, frozen=True):
    x: float
    facing: Literal["left", "right"] = "right"


class Pylon(Part, frozen=True):
    x: float
    top: float = 134.0  # y of the lowest wire's insulator


class CircuitPlan(Part, frozen=True):
    name: str
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


# What a rule does. The key `act` names the word.
class Say(Part, frozen=True, tag_field="act", tag="say"):
    who: str
    text: str


class Objective(Part, frozen=True, tag_field="act", tag="objective"):
    text: str


class Teach(Part, frozen=True, tag_field="act", tag="teach"):
    topic: Literal["walk", "claw", "fire", "jump", "guard", "roar", "circuits", "surge", "blackout"]


class Wave(Part, frozen=True, tag_field="act", tag="wave"):
    count: int  # soldiers at normal difficulty
    over: int  # ticks in which they come
    source: Literal["east", "queen", "ground"] = "east"


class Army(Part, frozen=True, tag_field="act", tag="army"):
    helicopters: int


class Next(Part, frozen=True, tag_field="act", tag="next"):
    """Goes on to the following scene."""


class Won(Part, frozen=True, tag_field="act", tag="won"):
    pass


class Lost(Part, frozen=True, tag_field="act", tag="lost"):
    reason: str


Act = Say | Objective | Teach | Wave | Army | Next | Won | Lost


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


class OnGameraPast(Rule, frozen=True, tag="gamera_past"):
    x: float


class OnVitalityBelow(Rule, frozen=True, tag="vitality_below"):
    percent: float


AnyRule = OnStart | OnTime | OnEvent | OnAliveBelow | OnGameraPast | OnVitalityBelow


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
    scene: tuple[Scene, ...] = ()
    id: str = ""  # the name it was loaded by; not read from the file

    def spans(self) -> list[tuple[int, int, int]]:
        """Every span as (circuit, left pylon, right pylon), indices; circuit by circuit, as the file lists them."""
        found = []
        for number, circuit in enumerate(self.circuit):
            for names in circuit.spans:
                left, right = sorted(map(_pylon_number, names), key=lambda pylon: self.pylon[pylon].x)
                found.append((number, left, right))
        return found

    def district_number(self, name: str) -> int:
        return next(number for number, district in enumerate(self.district) if district.name == name)


def _pylon_number(name: str) -> int:
    return int(name[1:]) - 1


def stage_files() -> dict[str, Traversable]:
    """Every stage that ships with the game, by name."""
    return {
        entry.name.removesuffix(".toml"): entry
        for entry in sorted((files("levels")).iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    }


def load_stage(name_or_path: str | Path) -> Stage:
    """A stage by name (`tokyo`) or by the path of a stage file. StageError if it is not there or not right."""
    shipped = stage_files()
    if (name := str(name_or_path)) in shipped:
        return parse_stage(shipped[name].read_bytes(), name, f"{name}.toml")
    path = Path(name_or_path)
    if path.suffix != ".toml":
        raise StageError(f"unknown stage '{name}'; there are: {', '.join(shipped)} (or give a .toml file)")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise StageError(f"{name}: larger than {MAX_BYTES} bytes")
        return parse_stage(path.read_bytes(), path.stem, name)
    except OSError as error:
        raise StageError(f"{name}: {error.strerror or error}") from None


def parse_stage(text: bytes, stage_id: str, file: str) -> Stage:
    """Reads a stage. Every error is one line that names the file, the key and what was expected."""
    try:
        document = tomllib.loads(text.decode("utf-8"))
    except UnicodeDecodeError:
        raise StageError(f"{file}: not UTF-8 text") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise StageError(f"{file}: not TOML: {error}") from None
    if "id" in document:
        raise StageError(f"{file}: id: is the file's name, do not write it")
    try:
        stage = msgspec.convert({**document, "id": stage_id}, Stage)
    except (msgspec.ValidationError, RecursionError) as error:
        what, _, where = str(error).partition(" - at `$.")
        raise StageError(f"{file}: {where.rstrip('`') or 'top level'}: {what}") from None
    for key, problem in _problems(stage):
        raise StageError(f"{file}: {key}: {problem}")
    return stage


_T = TypeVar("_T", int, float)


def _within(key: str, value: _T, low: _T, high: _T) -> list[tuple[str, str]]:
    return [] if low <= value <= high else [(key, f"expected {low} to {high}, got {value}")]


def _problems(stage: Stage) -> list[tuple[str, str]]:
    """What types cannot say: ranges, and names that must exist. The first one is reported."""
    found = _within("width", stage.width, 640, 12_800)
    if found:
        return found
    width = float(stage.width)
    found += _within("time_limit", stage.time_limit, 0, 216_000)
    found += _within("supply", stage.supply, 0, 16)
    found += _within("gamera.x", stage.gamera.x, 0.0, width)
    for number, pylon in enumerate(stage.pylon):
        found += _within(f"pylon[{number}].x", pylon.x, 0.0, width)
        found += _within(f"pylon[{number}].top", pylon.top, 20.0, 280.0)
    found += _circuit_problems(stage)
    found += _city_problems(stage)
    for number, scene in enumerate(stage.scene):
        found += _scene_problems(f"scene[{number}]", scene, number == len(stage.scene) - 1, stage)
    return found


def _circuit_problems(stage: Stage) -> list[tuple[str, str]]:
    found = _within("circuit", len(stage.circuit), 0, 9)
    taken: set[int] = set()
    for number, circuit in enumerate(stage.circuit):
        names = {f"p{index + 1}" for index in range(len(stage.pylon))}
        for index, span in enumerate(circuit.spans):
            key = f"circuit[{number}].spans[{index}]"
            missing = [name for name in span if name not in names]
            if missing:
                found.append((key, f"expected pylons p1 to p{len(names)}, got {missing[0]}"))
                continue
            left, right = sorted(stage.pylon[_pylon_number(name)].x for name in span)
            if right - left < 64:
                found.append((key, "expected pylons at least 64 px apart"))
            elif taken & set(range(int(left), int(right))):
                found.append((key, "overlaps another span"))
            taken |= set(range(int(left), int(right)))
        if not circuit.spans:
            found.append((f"circuit[{number}].spans", "expected at least one span"))
    return found


def _city_problems(stage: Stage) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    width = float(stage.width)
    districts = {district.name for district in stage.district}
    for number, district in enumerate(stage.district):
        found += _within(f"district[{number}].left", district.left, 0.0, width)
        found += _within(f"district[{number}].right", district.right, district.left, width)
    for number, block in enumerate(stage.block):
        key = f"block[{number}]"
        found += _within(f"{key}.x", block.x, 0.0, width)
        if block.kind not in BLOCKS:
            found.append((f"{key}.kind", f"expected one of {', '.join(BLOCKS)}, got {block.kind}"))
        if block.district not in districts:
            expected = ", ".join(sorted(districts)) or "a [[district]]"
            found.append((f"{key}.district", f"expected {expected}, got {block.district}"))
    if stage.line is not None:
        found += _within("line.x", stage.line.x, 0.0, width)
        found += _within("line.holds", stage.line.holds, 1, MAX_SOLDIERS)
    if stage.queen is not None:
        found += _within("queen.x", stage.queen.x, 0.0, width)
    return found


def _scene_problems(key: str, scene: Scene, is_last: bool, stage: Stage) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for number, rule in enumerate(scene.rule):
        for index, act in enumerate(rule.do):
            place = f"{key}.rule[{number}].do[{index}]"
            match act:
                case Wave():
                    found += _within(f"{place}.count", act.count, 1, MAX_SOLDIERS)
                    found += _within(f"{place}.over", act.over, 1, 216_000)
                    if act.source == "queen" and stage.queen is None:
                        found.append((f"{place}.source", "expected a [queen] in this stage"))
                case Army():
                    found += _within(f"{place}.helicopters", act.helicopters, 1, 8)
                case Next() if is_last:
                    found.append((place, "expected a scene to follow"))
    return found
