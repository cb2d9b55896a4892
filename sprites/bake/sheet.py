"""Frames, strips and the sheet they are packed into.

A sheet is one PNG and one JSON of the same name in `sprites/atlas/`. `game/view/sheets.py` reads what this
module writes; the two change together.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

FORMAT = 1
SHEET_WIDTH = 2048  # px; wide enough for the largest frame, narrow enough for any texture
GAP = 1  # px between frames, so that a scaled blit never bleeds

Pixels = npt.NDArray[np.uint8]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture, and the point that stands where the actor is.

    RGBA pixels of shape (h, w, 4), alpha 0 or 255; only of a membrane it is between them.
    """

    pixels: Pixels
    pivot: tuple[int, int]  # px from the frame's top left corner
    anchors: dict[str, Point] = field(default_factory=dict)  # px from the pivot: muzzle, eye, claw, ...


@dataclass(frozen=True, slots=True)
class Strip:
    """Frames that follow one another, each shown for `ticks` sixtieths of a second."""

    name: str
    frames: tuple[Frame, ...]
    ticks: int = 6
    loop: bool = False


def trimmed(frame: Frame) -> Frame:
    """The same picture without its empty margins."""
    rows, columns = (np.flatnonzero(frame.pixels[..., 3].any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return Frame(frame.pixels[:1, :1], (0, 0), frame.anchors)
    top, left = int(rows[0]), int(columns[0])
    pixels = frame.pixels[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
    return Frame(pixels, (frame.pivot[0] - left, frame.pivot[1] - top), frame.anchors)


def fingerprint(sources: Iterable[Path]) -> str:
    """A short hash of every source's bytes, by name: two checkouts of the same sources agree."""
    digest = hashlib.sha256()
    for path in sorted(sources, key=lambda source: source.as_posix()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:16]


def pack(frames: Sequence[Frame]) -> tuple[Pixels, list[tuple[int, int]]]:
    """Shelf packing, tallest first: the sheet's pixels and the place of each frame in it."""
    order = sorted(range(len(frames)), key=lambda index: (-frames[index].pixels.shape[0], index))
    width = max([SHEET_WIDTH, *(frame.pixels.shape[1] for frame in frames)])
    x = y = shelf = 0
    places = [(0, 0)] * len(frames)
    for index in order:
        height, breadth = frames[index].pixels.shape[:2]
        if x and x + breadth > width:
            x, y, shelf = 0, y + shelf + GAP, 0
        places[index] = (x, y)
        x += breadth + GAP
        shelf = max(shelf, height)
    used = max((places[i][0] + frames[i].pixels.shape[1] for i in order), default=1)
    sheet = np.zeros((y + shelf, used, 4), np.uint8)
    for frame, (left, top) in zip(frames, places, strict=True):
        height, breadth = frame.pixels.shape[:2]
        sheet[top : top + height, left : left + breadth] = frame.pixels
    return sheet, places


def write_sheet(stem: Path, strips: Sequence[Strip], source_fingerprint: str) -> None:
    """Writes `<stem>.png` and `<stem>.json`. Deterministic: the same strips give the same bytes."""
    frames = [trimmed(frame) for strip in strips for frame in strip.frames]
    pixels, places = pack(frames)
    entries = iter(zip(frames, places, strict=True))
    listing: dict[str, object] = {}
    for strip in strips:
        rows, anchors = [], []
        for _ in strip.frames:
            frame, (x, y) = next(entries)
            height, breadth = frame.pixels.shape[:2]
            rows.append([x, y, breadth, height, *frame.pivot])
            anchors.append({name: [round(px, 1), round(py, 1)] for name, (px, py) in frame.anchors.items()})
        listing[strip.name] = {"ticks": strip.ticks, "loop": strip.loop, "frames": rows, "anchors": anchors}
    stem.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels, "RGBA").save(stem.with_suffix(".png"), optimize=True)
    document = {"format": FORMAT, "fingerprint": source_fingerprint, "strips": listing}
    stem.with_suffix(".json").write_text(json.dumps(document, separators=(",", ":")) + "\n", encoding="utf-8")
