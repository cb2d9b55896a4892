"""What a place's TOML may say. Every x in it is a world x: what is seen mid-screen when the camera's centre is there.

`sprites/README.md` explains the fields in prose.
"""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

PLACES = Path(__file__).parents[2] / "places"
SCREEN_WIDTH, SCREEN_HEIGHT = 640, 360

HexColour = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{6}$")]
Ramp = list[HexColour]
Weather = Literal["snow", "rain", "ash", "embers"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the TOML."""


class SeedColours(Record):
    shadow: HexColour
    light: HexColour
    rim: HexColour
    ink: HexColour
    albedo: dict[str, HexColour] = {}


class Moon(Record):
    """A disc in the sky: the moon, or the sun when it has no seas."""

    x: int
    y: int
    radius: int
    colours: Ramp
    halo: HexColour
    halo_reach: float = 4.0  # radii
    seas: bool = True
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
    octaves: int = 5  # fewer make rounder clouds
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
    trees: int = 2  # px by which the wood roughens the crest


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
    peak: int | None = None  # x round which the buildings stand 60 % taller


class Zone(Record):
    """What a street front is made of, up to this x."""

    until: int
    props: list[str]
    lit: float = 0.5
    gap: tuple[int, int] = (2, 8)
    damage: float = 0.0  # share of the buildings that are bitten or ruined
    burning: float = 0.0  # share of the damaged ones that burn inside


class Pin(Record):
    """A prop at a chosen place; `options` go to the function that draws it."""

    prop: str
    x: int
    options: dict[str, int | float | str] = {}
    rise: int = 0  # px above the layer's base
    flip: bool = False
    damage: int = 0  # 1 bitten, 2 ruined
    burning: bool = False


class Fire(Record):
    """A standing fire; its root is `rise` px above the layer's base."""

    x: int
    size: int  # px of half its width
    rise: int = 0


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
    fires: list[Fire] = []
    fire_light: HexColour = "6e2a0c"  # what the fires throw on this layer's surroundings


class Smoke(Layer, tag="smoke"):
    """Columns of smoke that rise for ever, all of one shape."""

    colours: Ramp  # dark to light; a fourth one is the fire's glow near the root
    columns: list[tuple[int, int]]  # world x of the root, screen row of the root
    top: int  # screen row where the first column has thinned away
    width: int  # px at the root
    lean: float = 0.2  # px to the right for each px of rise
    spread: float = 0.18  # px of half its width for each px of rise
    seed: int = 0


class Glow(Record):
    """Light that hangs in the air of a layer; `x` is a world x, `y` a screen row."""

    x: int
    y: int
    radius: int
    tint: HexColour
    flatness: float = 1.0


class Glows(Layer, tag="glows"):
    glows: list[Glow]


class Sun(Layer, tag="sun"):
    """A disc that climbs with the light of the place, and the shafts of light round it."""

    x: int  # screen column
    rows: list[int]  # screen row of its middle, at every step of light
    radius: int
    colours: Ramp
    halo: HexColour
    halo_reach: float
    rays: HexColour
    ray_strength: float = 0.55
    ray_count: int = 14
    seed: int = 4


class Ground(Layer, tag="ground"):
    top: int
    surface: str  # "street", "snow_street", "ash", "levee" or "plain"
    seed: int = 0
    crossings: list[int] = []
    dim: float = 1.0
    sea_until: int = 0  # world x up to which there is water instead, behind a quay
    wet: float = 0.0  # share of the light that the ground mirrors


class Hour(Record):
    """An earlier hour of a place whose light grows: how its colours differ from those of the full light."""

    seeds: SeedColours
    sky: Ramp
    tones: Ramp  # what the place's other colours become, from black to white
    keep: float  # share of a colour's own hue that survives
    glow: float  # share of the light that glows, rays and halos keep
    master: Ramp


class Halo(Record):
    """The additive light of a lamp: a bright core in a ball of lit air, and a pool on the ground."""

    core_radius: int
    core: HexColour
    ball_radius: int
    ball: HexColour
    pool_radius: int
    pool: HexColour
    pool_row: int  # screen row of the pool's middle


LayerSpec = Sky | Haze | Clouds | Ridge | Skyline | Props | Smoke | Glows | Sun | Ground


class PlaceSpec(Record):
    width: int
    seeds: SeedColours
    master: Ramp  # every baked colour is one of these
    districts: dict[str, tuple[int, int]]
    layer: list[LayerSpec]
    halos: dict[str, Halo] = {}
    lit_side: int = -1  # the flank on which the back light falls: -1 left, 1 right
    cap: str = ""  # the material that lies on everything's top
    powered: bool = True  # without power, no window ever lights
    weather: list[Weather] = []
    hours: list[Hour] = []  # darker hours in front of the full light, darkest first


def place_file(name: str) -> Path:
    return PLACES / f"{name}.toml"


def read_place(name: str) -> PlaceSpec:
    return msgspec.toml.decode(place_file(name).read_bytes(), type=PlaceSpec)


def strip_x(world_x: float, depth: float) -> int:
    """The column of a layer's strip that is mid-screen when the camera's centre is at `world_x`."""
    return round(SCREEN_WIDTH / 2 + depth * (world_x - SCREEN_WIDTH / 2))


def strip_width(stage_width: int, depth: float) -> int:
    return round(SCREEN_WIDTH + (stage_width - SCREEN_WIDTH) * depth)
