"""What `place.json` says of a baked place. `sprites/bake/scenery/place.py` writes it; the two change together."""

import msgspec

FORMAT = 2


class HaloRecord(msgspec.Struct, frozen=True):
    ball: str
    pool: str
    pool_row: int  # screen row of the pool's middle


class TrainRecord(msgspec.Struct, frozen=True):
    image: str
    y: int
    speed: float  # px/s
    period: float  # s from one passage to the next


class LoopRecord(msgspec.Struct, frozen=True):
    image: str  # the frames side by side
    count: int
    ticks: int  # each frame is shown for
    light: bool  # added to what is behind it


class LayerRecord(msgspec.Struct, frozen=True):
    image: str | None
    dark: str | None  # the same strip without power
    wet: str | None  # what of it mirrors, see `puddles.py`
    depth: float  # share of the camera's way this layer moves: 0 sky, 1 world, above 1 foreground
    y: int
    width: int
    drift: float  # px/s to the left
    wraps: bool
    front: bool
    districts: dict[str, tuple[int, int]]  # columns of the strip, end exclusive
    flickers: list[tuple[int, int, int, int]]  # boxes of windows, in strip px
    beacons: list[tuple[int, int]]  # red lights, in strip px
    lamps: list[tuple[int, int]]
    halo: str | None
    train: TrainRecord | None
    spots: list[tuple[str, int, int, int]]  # loops: name, left and top in strip px, frames it is ahead by
    rise: list[int]  # rows by which all of it is shifted, at every step of light


class PlaceRecord(msgspec.Struct, frozen=True):
    format: int
    fingerprint: str
    lights: int  # steps of light; with more than one, each has a folder of its own
    width: int
    weather: list[str]
    halos: dict[str, HaloRecord]
    loops: dict[str, LoopRecord]
    layers: list[LayerRecord]
