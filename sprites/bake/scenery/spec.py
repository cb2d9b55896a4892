"""What a place's TOML may say. Every x in it is a world x: what is seen mid-screen when the camera's centre is there.

`sprites/README.md` explains the fields in prose.
"""

from pathlib import Path
from typing import Annotated

import msgspec

PLACES = Path(__file__).parents[2] / "places"
SCREEN_WIDTH, SCREEN_HEIGHT = 640, 360

HexColour = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{6}$")]
Ramp = list[HexColour]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the TOML."""


class SeedColours(Record):
    shadow: HexColour
    light: HexColour
    rim: HexColour
    ink: HexColour
    albedo: dict[str, HexColour] = {}


class Moon(Record):
    x: int
    y: int
    radius: int
    colours: Ramp
    halo: HexColour
    seed: int = 11


class Dome(Record):
    """A glow in the sky, in screen px."""

    x: int
    y: int
    radius: int
    tint: HexColour
    strength: float = 1.0
    flatness: float = 1.0


class Sky(Record, tag="sky"):
    colours: Ramp
    horizon: int
    gamma: float
    centre: int
    bow: float = 0.1
    stars: int = 0
    seed: int = 1
    moon: Moon | None = None
    domes: list[Dome] = []


class Haze(Record, tag="haze"):
    """Mist in front of every layer above it in the file."""

    top: int
    bottom: int
    haze: HexColour
    amount: float


class Layer(Record, kw_only=True):
    name: str
    depth: float


class Clouds(Layer, tag="clouds"):
    colours: Ramp
    width: int  # px after which the strip repeats
    drift: float  # px/s to the left
    top: int
    bottom: int
    cover: float
    scale: tuple[float, float]
    light: tuple[float, float] = (0.3, 1.0)  # toward the light
    edge: HexColour | None = None
    seed: int = 0


class Ridge(Layer, tag="ridge"):
    base: int
    amplitude: float
    scale: float
    seed: int
    colour: HexColour
    slope_colour: HexColour
    crest_colour: HexColour


class Solid(Layer, kw_only=True):
    """A layer of material x tone, seen through haze."""

    base: int  # screen row on which it stands
    haze: HexColour = "000000"
    amount: float = 0.0
    dim: float = 1.0


class Skyline(Solid, tag="skyline"):
    seed: int
    scale: float
    low: int
    high: int
    tall: float
    lit: float
    towers: list[tuple[int, int]] = []  # broadcasting towers: x, height


class Zone(Record):
    """What a street front is made of, up to this x."""

    until: int
    props: list[str]
    lit: float = 0.5
    gap: tuple[int, int] = (2, 8)


class Pin(Record):
    """A prop at a chosen place; `options` go to the function that draws it."""

    prop: str
    x: int
    options: dict[str, int | float | str] = {}
    rise: int = 0  # px above the layer's base
    flip: bool = False


class Train(Record):
    cars: int
    speed: float  # px/s, to the right when positive
    period: float  # s from one passage to the next
    rise: int  # px from the layer's base up to the rails


class Props(Solid, tag="props"):
    seed: int = 0
    zones: list[Zone] = []
    pins: list[Pin] = []
    wires: str = ""  # "span" between pylons, "tangle" between street poles
    train: Train | None = None
    halo: str = ""  # name in `halos`: the light of this layer's lamps
    front: bool = False  # drawn over the actors
    bloom: float = 0.5


class Ground(Layer, tag="ground"):
    top: int
    surface: str  # "street" or "plain"
    seed: int = 0
    crossings: list[int] = []
    dim: float = 1.0


class Halo(Record):
    """The additive light of a lamp: a bright core in a ball of lit air, and a pool on the ground."""

    core_radius: int
    core: HexColour
    ball_radius: int
    ball: HexColour
    pool_radius: int
    pool: HexColour
    pool_row: int  # screen row of the pool's middle


LayerSpec = Sky | Haze | Clouds | Ridge | Skyline | Props | Ground


class PlaceSpec(Record):
    width: int
    seeds: SeedColours
    master: Ramp  # every baked colour is one of these
    districts: dict[str, tuple[int, int]]
    layer: list[LayerSpec]
    halos: dict[str, Halo] = {}


def place_file(name: str) -> Path:
    return PLACES / f"{name}.toml"


def read_place(name: str) -> PlaceSpec:
    return msgspec.toml.decode(place_file(name).read_bytes(), type=PlaceSpec)


def strip_x(world_x: float, depth: float) -> int:
    """The column of a layer's strip that is mid-screen when the camera's centre is at `world_x`."""
    return round(SCREEN_WIDTH / 2 + depth * (world_x - SCREEN_WIDTH / 2))


def strip_width(stage_width: int, depth: float) -> int:
    return round(SCREEN_WIDTH + (stage_width - SCREEN_WIDTH) * depth)
