"""Reading and checking stage files. Every mistake is one line that names the file, the key and what was expected."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import msgspec

from game.sim import events
from game.sim.content.city import BLOCKS
from game.sim.stage import (
    Act,
    AnyRule,
    Army,
    Camera,
    Condition,
    EndlessPlan,
    Next,
    OnAliveBelow,
    OnEvent,
    OnGameraBefore,
    OnGameraPast,
    OnLightAbove,
    OnOxygenAbove,
    OnPerchedAbove,
    OnQueenBelow,
    OnQueenGone,
    OnTime,
    OnVitalityBelow,
    Oxygen,
    QueenActs,
    Stage,
    Wave,
    pylon_number,
)

MAX_BYTES = 256 * 1024  # of a stage file; ours are under 10 KB
MAX_SOLDIERS = 200_000
MAX_TICKS = 216_000  # an hour
MAX_MESSAGE = 300  # characters


class StageError(ValueError):
    """A stage that cannot be used. The message is one line: file, key, what was expected."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split())[:MAX_MESSAGE])


EVENTS = frozenset(
    name for name, kind in vars(events).items() if isinstance(kind, type) and issubclass(kind, events.Event)
)


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
        text = path.read_bytes()
    except OSError as error:
        raise StageError(f"{name}: {error.strerror or error}") from None
    except ValueError as error:  # a path that cannot be one, such as with a zero byte
        raise StageError(f"{name!r}: {error}") from None
    return parse_stage(text, path.stem, name)


@lru_cache(maxsize=16)
def parse_stage(text: bytes, stage_id: str, file: str) -> Stage:
    """Reads a stage; the same text gives the same `Stage`, read once for all games played on it.

    Every error is one line that names the file, the key and what was expected.
    """
    try:
        document = tomllib.loads(text.decode("utf-8"))
    except UnicodeDecodeError:
        raise StageError(f"{file}: not UTF-8 text") from None
    except (ValueError, RecursionError) as error:
        raise StageError(f"{file}: not TOML: {error}") from None
    if "id" in document:
        raise StageError(f"{file}: id: is the file's name, do not write it")
    try:
        stage = msgspec.convert({**document, "id": stage_id}, Stage)
    except (msgspec.ValidationError, RecursionError) as error:
        what, _, where = str(error).partition(" - at `$.")
        raise StageError(f"{file}: {where.rstrip('`') or 'top level'}: {what}") from None
    check_stage(stage, file)
    return stage


def check_stage(stage: Stage, file: str) -> None:
    """What types cannot say: ranges, and names that must exist. StageError for the first thing that is wrong."""
    for key, problem in _problems(stage):
        raise StageError(f"{file}: {key}: {problem}")


Problems = Iterator[tuple[str, str]]
_T = TypeVar("_T", int, float)


def _within(key: str, value: _T, low: _T, high: _T) -> Problems:
    if not low <= value <= high:
        yield key, f"expected {low} to {high}, got {value}"


def _problems(stage: Stage) -> Problems:
    """(key, what is wrong), each found only if everything before it is right."""
    yield from _within("width", stage.width, 640, 12_800)
    width = float(stage.width)
    yield from _within("time_limit", stage.time_limit, 0, MAX_TICKS)
    yield from _within("supply", stage.supply, 0, 16)
    yield from _within("gamera.x", stage.gamera.x, 0.0, width)
    yield from _within("pylon", len(stage.pylon), 0, 64)
    for number, pylon in enumerate(stage.pylon):
        yield from _within(f"pylon[{number}].x", pylon.x, 0.0, width)
        yield from _within(f"pylon[{number}].top", pylon.top, 20.0, 280.0)
    yield from _circuit_problems(stage)
    yield from _city_problems(stage)
    yield from _cast_problems(stage)
    if stage.endless is not None:
        yield from _endless_problems(stage.endless)
    for number, scene in enumerate(stage.scene):
        for index, rule in enumerate(scene.rule):
            yield from _rule_problems(f"scene[{number}].rule[{index}]", rule, stage)
        if number == len(stage.scene) - 1 and any(isinstance(act, Next) for rule in scene.rule for act in rule.do):
            yield f"scene[{number}]", "expected a scene to follow its `next`"


def _circuit_problems(stage: Stage) -> Problems:
    yield from _within("circuit", len(stage.circuit), 0, 9)
    names = {f"p{index + 1}" for index in range(len(stage.pylon))}
    taken: set[int] = set()
    for number, circuit in enumerate(stage.circuit):
        if not circuit.spans:
            yield f"circuit[{number}].spans", "expected at least one span"
        for index, span in enumerate(circuit.spans):
            key = f"circuit[{number}].spans[{index}]"
            for name in span:
                if name not in names:
                    yield key, f"expected pylons p1 to p{len(names)}, got {name!r}"
            left, right = sorted(int(stage.pylon[pylon_number(name)].x) for name in span)
            yield from _within(f"{key}: px between its pylons", right - left, 64, 1600)
            covers = set(range(left, right))
            if taken & covers:
                yield key, "overlaps another span"
            taken |= covers


def _city_problems(stage: Stage) -> Problems:
    width = float(stage.width)
    names = [district.name for district in stage.district]
    for number, district in enumerate(stage.district):
        yield from _within(f"district[{number}].left", district.left, 0.0, width)
        yield from _within(f"district[{number}].right", district.right, district.left, width)
        if district.name in names[:number]:
            yield f"district[{number}].name", f"{district.name!r} is another district's name"
    for number, block in enumerate(stage.block):
        key = f"block[{number}]"
        if block.kind not in BLOCKS:
            yield f"{key}.kind", f"expected one of {', '.join(BLOCKS)}, got {block.kind!r}"
        half = BLOCKS[block.kind].width / 2
        yield from _within(f"{key}.x", block.x, half, width - half)
        if block.district not in names:
            yield f"{key}.district", f"expected {', '.join(names) or 'a [[district]]'}, got {block.district!r}"
    if stage.line is not None:
        yield from _within("line.x", stage.line.x, 0.0, width)
        yield from _within("line.holds", stage.line.holds, 1, MAX_SOLDIERS)


def _cast_problems(stage: Stage) -> Problems:
    """Who else is there: the Queen, the flower, the guns."""
    width = float(stage.width)
    if stage.queen is not None:
        yield from _within("queen.x", stage.queen.x, 320.0, width)
        yield from _within("queen.vitality", stage.queen.vitality, 0.0, 100_000.0)
    if stage.flower is not None:
        yield from _within("flower.x", stage.flower.x, 0.0, width)
        yield from _within("flower.roof", stage.flower.roof, 0.0, 200.0)
        yield from _within("flower.oxygen", stage.flower.oxygen, 0.0, 100.0)
        yield from _within("flower.climbs", stage.flower.climbs, 0.0, 100.0)
        yield from _within("flower.feeds", stage.flower.feeds, 0.0, 100.0)
    for number, gun in enumerate(stage.gun):
        yield from _within(f"gun[{number}].x", gun.x, 0.0, width)


def _rule_problems(key: str, rule: AnyRule, stage: Stage) -> Problems:
    match rule:
        case OnTime():
            yield from _within(f"{key}.ticks", rule.ticks, 0, MAX_TICKS)
        case OnEvent() if rule.event not in EVENTS:
            yield f"{key}.event", f"expected the name of an event, got {rule.event!r}"
        case OnAliveBelow():
            yield from _within(f"{key}.count", rule.count, 1, MAX_SOLDIERS)
            yield from _within(f"{key}.after", rule.after, 0, MAX_TICKS)
        case OnPerchedAbove():
            yield from _within(f"{key}.count", rule.count, 1, MAX_SOLDIERS)
            if not stage.circuit_numbers(rule.circuit):
                names = ", ".join(plan.name for plan in stage.circuit)
                yield f"{key}.circuit", f"expected {names or 'a [[circuit]]'}, got {rule.circuit!r}"
        case OnGameraPast() | OnGameraBefore():
            yield from _within(f"{key}.x", rule.x, 0.0, float(stage.width))
        case OnQueenGone():
            yield from _within(f"{key}.after", rule.after, 0, MAX_TICKS)
        case OnVitalityBelow() | OnOxygenAbove() | OnQueenBelow() | OnLightAbove():
            yield from _within(f"{key}.percent", rule.percent, 0.0, 100.0)
    for index, act in enumerate(rule.do):
        yield from _act_problems(f"{key}.do[{index}]", act, stage)


def _act_problems(key: str, act: Act, stage: Stage) -> Problems:
    match act:
        case Wave():
            yield from _within(f"{key}.count", act.count, 1, MAX_SOLDIERS)
            yield from _within(f"{key}.over", act.over, 1, MAX_TICKS)
            if act.source == "queen" and stage.queen is None:
                yield f"{key}.source", "expected a [queen] in this stage"
        case Army():
            yield from _within(f"{key}.helicopters", act.helicopters, 0, 8)
            yield from _within(f"{key}.fighters", act.fighters, 0, 8)
        case QueenActs() if stage.queen is None:
            yield key, "expected a [queen] in this stage"
        case QueenActs(x=x) if x is not None:
            yield from _within(f"{key}.x", x, 320.0, float(stage.width))
        case Condition():
            yield from _within(f"{key}.heals", act.heals, 0.0, 1.0)
        case Oxygen():
            yield from _within(f"{key}.most", act.most, 0.0, 100.0)
        case Camera():
            yield from _within(f"{key}.x", act.x, 0.0, float(stage.width))
            yield from _within(f"{key}.over", act.over, 0, MAX_TICKS)


def _endless_problems(plan: EndlessPlan) -> Problems:
    yield from _within("endless.count", plan.count, 1, MAX_SOLDIERS)
    yield from _within("endless.grows", plan.grows, 0, MAX_SOLDIERS)
    yield from _within("endless.every", plan.every, 60, MAX_TICKS)
    yield from _within("endless.early", plan.early, 0, MAX_SOLDIERS)
    yield from _within("endless.helicopters", plan.helicopters, 0, 100)
    yield from _within("endless.kind", len(plan.kind), 1, 32)
    for number, kind in enumerate(plan.kind):
        key = f"endless.kind[{number}]"
        yield from _within(f"{key}.sources", len(kind.sources), 1, 3)
        yield from _within(f"{key}.share", kind.share, 0, 10)
        yield from _within(f"{key}.over", kind.over, 1, MAX_TICKS)
