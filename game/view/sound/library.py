"""The baked sounds and the mixing table, as files describe them. `sounds/README.md` explains both."""

import re
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

INDEX_FORMAT = 1
VARIANT = re.compile(r"(.+)_\d+$")


class EffectRecord(msgspec.Struct, frozen=True):
    bus: str
    loop: bool
    seconds: float
    lufs: float


class CueRecord(msgspec.Struct, frozen=True):
    """A piece of music. `files` by stem, calm first, or one file under ""; `bars` are seconds."""

    loop: bool
    seconds: float
    files: dict[str, str]
    bars: list[float]


class Index(msgspec.Struct, frozen=True):
    format: int
    effects: dict[str, EffectRecord]
    cues: dict[str, CueRecord]

    def variants(self) -> dict[str, list[str]]:
        """Effects by the name they are asked for: "footfall" gives footfall_1, footfall_2, ..."""
        families: dict[str, list[str]] = {}
        for name in sorted(self.effects):
            match = VARIANT.match(name)
            families.setdefault(match[1] if match else name, []).append(name)
        return families


class Bus(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of the mixing table."""

    group: str
    priority: int
    voices: int
    gap: float = 0.0
    ducks: dict[str, float] = {}
    for_seconds: float | None = None


class MixingTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    channel_volume: float
    one_shots: int
    crowded_from: float
    duck_down: float
    duck_up: float
    paused_music: float
    bus: dict[str, Bus]

    def groups(self) -> list[str]:
        """The player's volume controls."""
        return sorted({row.group for row in self.bus.values()})


def sound_file(name: str) -> Traversable:
    return files("sounds") / "out" / name


def read_index() -> Index:
    """Raises ValueError where the index is of another format."""
    index = msgspec.json.decode(sound_file("index.json").read_bytes(), type=Index)
    if index.format != INDEX_FORMAT:
        raise ValueError(f"sounds/out/index.json: format {index.format}, expected {INDEX_FORMAT}")
    return index


def read_mixing_table() -> MixingTable:
    return msgspec.toml.decode((files("sounds") / "mixing.toml").read_bytes(), type=MixingTable)
