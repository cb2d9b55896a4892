"""Reads the baked sheets: strips of frames with their pivots and anchors. The writer is `sprites/bake/sheet.py`."""

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

import msgspec
import pygame

FORMAT = 1


class StripRecord(msgspec.Struct, frozen=True):
    ticks: int
    loop: bool
    frames: list[tuple[int, int, int, int, int, int]]  # x y w h in the sheet, pivot x y in the frame
    anchors: list[dict[str, tuple[float, float]]]


class SheetRecord(msgspec.Struct, frozen=True):
    format: int
    fingerprint: str
    strips: dict[str, StripRecord]


@dataclass(frozen=True)
class Frame:
    """One picture and where it hangs: blit `image` at (x - pivot_x, y - pivot_y)."""

    image: pygame.Surface
    pivot_x: int
    pivot_y: int
    anchors: dict[str, tuple[float, float]]

    @cached_property
    def mask(self) -> pygame.mask.Mask:
        return pygame.mask.from_surface(self.image)


@dataclass(frozen=True, slots=True)
class Strip:
    frames: tuple[Frame, ...]
    ticks: int
    loop: bool

    def at(self, age: int) -> Frame:
        """The frame shown `age` ticks after the strip began; the last one holds unless the strip loops."""
        index = age // self.ticks
        count = len(self.frames)
        return self.frames[index % count if self.loop else min(index, count - 1)]

    def part(self, numerator: int, denominator: int) -> Frame:
        """The frame at numerator/denominator of the strip, whatever its own speed."""
        count = len(self.frames)
        return self.frames[min(count - 1, max(0, numerator * count // max(1, denominator)))]


@dataclass(frozen=True, slots=True)
class Sheet:
    strips: dict[str, Strip]

    def __getitem__(self, name: str) -> Strip:
        return self.strips[name]

    def __contains__(self, name: str) -> bool:
        return name in self.strips


def load_sheet(name: str) -> Sheet:
    """The sheet `sprites/atlas/<name>`. Needs no display: pixels stay 32-bit with per-pixel alpha."""
    folder = files("sprites") / "atlas"
    record = msgspec.json.decode((folder / f"{name}.json").read_bytes(), type=SheetRecord)
    if record.format != FORMAT:
        raise ValueError(f"sprites/atlas/{name}.json: format {record.format}, expected {FORMAT}")
    with (folder / f"{name}.png").open("rb") as file:
        picture = pygame.image.load(file, f"{name}.png")
    return Sheet({key: _strip(picture, strip) for key, strip in record.strips.items()})


def _strip(picture: pygame.Surface, record: StripRecord) -> Strip:
    frames = tuple(
        Frame(picture.subsurface((x, y, w, h)).copy(), pivot_x, pivot_y, anchors)
        for (x, y, w, h, pivot_x, pivot_y), anchors in zip(record.frames, record.anchors, strict=True)
    )
    return Strip(frames, record.ticks, record.loop)
