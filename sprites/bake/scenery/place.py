"""Bakes a place: `sprites/places/<name>.toml` to one picture per parallax layer and `place.json`.

`game/view/place.py` reads what this module writes; the two change together.
"""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
from scipy import ndimage

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.finish import Finish
from sprites.bake.scenery.ground import draw_plain, draw_street
from sprites.bake.scenery.ground_open import draw_ash, draw_levee, draw_sea, draw_snow_street, wetness
from sprites.bake.scenery.hours import hours_of
from sprites.bake.scenery.layout import BASE_ROW, draw_props
from sprites.bake.scenery.light import BLOOM_REACH, HazeBand, MasterPalette, Picture, bloom, halo
from sprites.bake.scenery.materials import (
    BASE,
    MATERIALS_FILE,
    NUMBER,
    Air,
    Seeds,
    colour,
    material_of,
    table,
    tone_of,
)
from sprites.bake.scenery.plume import FIRE_TICKS, SMOKE_TICKS, smoke_column, standing_fire
from sprites.bake.scenery.props_rail import train
from sprites.bake.scenery.sky import moonlight, paint_clouds, paint_ridge, paint_sky
from sprites.bake.scenery.skyline import broadcasting_tower, draw_skyline
from sprites.bake.scenery.spec import (
    SCREEN_HEIGHT,
    SCREEN_WIDTH,
    Clouds,
    Glows,
    Ground,
    Haze,
    Layer,
    PlaceSpec,
    Props,
    Ridge,
    Sky,
    Skyline,
    Smoke,
    Sun,
    place_file,
    read_place,
    strip_width,
    strip_x,
)
from sprites.bake.scenery.sunlight import RAY_BOX, RAY_TICKS, sun_disc, sun_halo, sun_rays
from sprites.bake.scenery.writer import Record, Writer
from sprites.bake.sheet import Strip as FrameStrip
from sprites.bake.sheet import fingerprint
from sprites.bake.targets import ATLAS, Target

FORMAT = 2
PLACES = ("lab", "tokyo", "sapporo", "sendai", "sendai_ash", "vigil", "legion", "dawn")
SHAKE = 8  # px the screen may shake up: the ground reaches that far below the screen
SKY_ROWS = 312  # the ground covers everything below, whatever the shake
FLICKER_SPACING = 90  # px of strip for each window that flickers
FIRE_GLOW = 6  # times a fire's size: the radius of its light
SURFACES = {
    "street": draw_street,
    "snow_street": draw_snow_street,
    "ash": draw_ash,
    "levee": draw_levee,
    "plain": draw_plain,
}

Spot = tuple[str, int, int, int]  # loop, left, top, and the frame it is ahead by


@dataclass
class Strip:
    """A baked layer before it is written."""

    name: str
    depth: float
    top: int  # screen row of the picture's first row
    lit: npt.NDArray[np.uint8] | None  # shape (h, w), indices into the master palette
    mask: npt.NDArray[np.bool_]
    dark: npt.NDArray[np.uint8] | None = None  # the same without power
    drift: float = 0.0
    wraps: bool = False
    front: bool = False
    flickers: list[tuple[int, int, int, int]] = field(default_factory=list)
    beacons: list[tuple[int, int]] = field(default_factory=list)
    lamps: list[tuple[int, int]] = field(default_factory=list)
    halo: str = ""
    train: Record | None = None
    spots: list[Spot] = field(default_factory=list)
    rise: list[int] = field(default_factory=list)  # rows by which all of it is shifted at every step of light
    wet: npt.NDArray[np.uint8] | None = None  # shape (h, w), see `wetness`


def sources(name: str) -> tuple[Path, ...]:
    """Everything the baked place depends on."""
    code = (*sorted(Path(__file__).parent.glob("*.py")), Path(__file__).parents[1] / "effects_field.py")
    data = [MATERIALS_FILE, MATERIALS_FILE.with_name("signs.toml"), MATERIALS_FILE.with_name("stamps.toml")]
    return (place_file(name), *data, *code)


def bake_place(name: str) -> dict[str, Sequence[FrameStrip]]:
    """Writes `sprites/atlas/places/<name>/`; a place has no sheets, so none are returned."""
    folder = ATLAS / "places" / name
    shutil.rmtree(folder, ignore_errors=True)
    steps = hours_of(read_place(name))
    documents = []
    for number, place in enumerate(steps):
        own_folder = folder / str(number) if len(steps) > 1 else folder
        own_folder.mkdir(parents=True)
        documents.append(Baker(place, Writer(own_folder, MasterPalette(place.master))).bake())
    mark = {"format": FORMAT, "fingerprint": fingerprint(sources(name)), "lights": len(steps)}
    text = json.dumps(mark | documents[-1], indent=1) + "\n"
    (folder / "place.json").write_text(text, encoding="utf-8")
    return {}


def place_target(name: str) -> Target:
    """The catalogue's entry for a place, called `place_<name>`."""
    return Target(f"place_{name}", sources(name), partial(bake_place, name))


class Baker:
    """One run over the layers of one place, at one step of its light."""

    def __init__(self, place: PlaceSpec, writer: Writer) -> None:
        self.place = place
        self.writer = writer
        self.seeds = Seeds.of(place.seeds)
        self.finish = Finish(place.lit_side, place.cap)

    def bake(self) -> Record:
        """Writes all pictures. Returns what `place.json` says of them."""
        records: list[Record] = []
        clouds = [layer for layer in self.place.layer if isinstance(layer, Clouds)]
        for position, layer in enumerate(self.place.layer):
            if isinstance(layer, Haze):
                continue
            behind = [band for band in self.place.layer[position:] if isinstance(band, Haze)]
            bands = [HazeBand(b.top, b.bottom, colour(b.haze), b.amount) for b in behind]
            records.append(self._write(self._strip(layer, bands), len(records)))
            if layer in clouds[-1:]:
                records += [self._write(strip, len(records)) for strip in self._moonlight(bands)]
        return {
            "width": self.place.width,
            "weather": self.place.weather,
            "halos": {name: self.writer.halo(name, spec) for name, spec in self.place.halos.items()},
            "loops": self.writer.loops,
            "layers": records,
        }

    def _strip(self, layer: Layer | Sky, bands: Sequence[HazeBand]) -> Strip:
        match layer:
            case Sky():
                picture = paint_sky(layer, SCREEN_WIDTH, SKY_ROWS)
                return self._painted("sky", 0.0, picture, np.ones(picture.shape[:2], bool), bands)
            case Clouds():
                picture, mask = paint_clouds(layer, SKY_ROWS)
                strip = self._painted(layer.name, layer.depth, picture, mask, bands)
                strip.drift, strip.wraps = layer.drift, True
                return strip
            case Ridge():
                picture, mask = paint_ridge(layer, self._width(layer), SKY_ROWS)
                return self._painted(layer.name, layer.depth, picture, mask, bands)
            case Ground():
                return self._ground(layer)
            case Skyline():
                return self._skyline(layer, bands)
            case Props():
                return self._props(layer, bands)
            case Smoke():
                return self._smoke(layer, bands)
            case Glows():
                return self._glows(layer)
            case Sun():
                return self._sun(layer)
        raise TypeError(f"no way to bake a layer of type {type(layer).__name__}")

    def _moonlight(self, bands: Sequence[HazeBand]) -> list[Strip]:
        """Before the clouds, what of the moon shines through them."""
        moons = [(sky, sky.moon) for sky in self.place.layer if isinstance(sky, Sky) and sky.moon]
        strips = []
        for sky, moon in moons:
            picture, top, end = paint_sky(sky, SCREEN_WIDTH, SKY_ROWS), moon.y - moon.radius, moon.y + moon.radius + 1
            mask = moonlight(picture, moon)[top:end]
            strips.append(self._painted("moonlight", 0.0, picture[top:end], mask, bands, top))
        return strips

    def _width(self, layer: Layer) -> int:
        return strip_width(self.place.width, layer.depth)

    def _breaks(self, depth: float) -> list[int]:
        """The columns of a strip where one district ends and the next begins."""
        return [strip_x(start, depth) for start, _ in self.place.districts.values() if start > 0]

    def _painted(
        self,
        name: str,
        depth: float,
        picture: Picture,
        mask: npt.NDArray[np.bool_],
        bands: Sequence[HazeBand],
        top: int = 0,
    ) -> Strip:
        return Strip(name, depth, top, self._snapped(picture, top, bands), mask)

    def _snapped(self, picture: Picture, top: int, bands: Sequence[HazeBand]) -> npt.NDArray[np.uint8]:
        return self.writer.master.indices(_seen_through(picture, top, bands))

    def _ground(self, layer: Ground) -> Strip:
        height = SCREEN_HEIGHT + SHAKE - layer.top
        crossings = [strip_x(x, layer.depth) for x in layer.crossings]
        placed = msgspec.structs.replace(layer, crossings=crossings)
        canvas = SURFACES[layer.surface](placed, self._width(layer), height)
        quay = strip_x(layer.sea_until, layer.depth) if layer.sea_until else 0
        if quay:
            draw_sea(canvas, quay, layer.seed)
        picture = table(self.seeds, Air(dim=layer.dim))[canvas.pixels]
        strip = self._painted(layer.name, layer.depth, picture, canvas.pixels > 0, (), layer.top)
        if layer.wet or quay:
            strip.wet = wetness(canvas.width, height, layer, quay)
        return strip

    def _skyline(self, layer: Skyline, bands: Sequence[HazeBand]) -> Strip:
        city = self.finish.of_far(draw_skyline(layer, self._width(layer), self._breaks(layer.depth)), layer.seed)
        canvas = city
        if layer.towers:
            tallest = max(height for _, height in layer.towers)
            canvas = Canvas(city.width, max(city.height, tallest))
            for x, height in layer.towers:
                tower = broadcasting_tower(height)
                canvas.paste(tower, strip_x(x, layer.depth) - tower.width // 2, canvas.height - height)
            canvas.paste(city, 0, canvas.height - city.height)
        return self._solid(layer, canvas, canvas.height, bands, bloom_strength=0.0)

    def _props(self, layer: Props, bands: Sequence[HazeBand]) -> Strip:
        canvas = draw_props(layer, self._width(layer), self._breaks(layer.depth), self.finish)
        strip = self._solid(layer, canvas, BASE_ROW, bands, layer.bloom)
        strip.front = layer.front
        if layer.halo:
            cut_off = strip.top - (layer.base - BASE_ROW)
            strip.halo = layer.halo
            strip.lamps = [(x, y - cut_off) for x, y in canvas.lamps]
        if layer.train:
            strip.train = self._write_train(layer, bands)
        for number, fire in enumerate(layer.fires):
            row = layer.base - fire.rise - strip.top
            strip.spots += self._fire(layer, strip_x(fire.x, layer.depth), row, fire.size, number)
        return strip

    def _solid(
        self,
        layer: Skyline | Props,
        canvas: Canvas,
        base_row: int,
        bands: Sequence[HazeBand],
        bloom_strength: float,
    ) -> Strip:
        """Colours a canvas twice, with and without power, and cuts the empty rows above it."""
        used = np.flatnonzero((canvas.pixels > 0).any(axis=1))
        first = int(used[0])
        pixels = canvas.pixels[first:]
        top = layer.base - base_row + first
        air = Air(layer.haze, layer.amount, layer.dim)
        lit = table(self.seeds, air, powered=self.place.powered)[pixels]
        if bloom_strength:
            lit = bloom(lit, pixels, BLOOM_REACH, bloom_strength)
        dark = table(self.seeds, air, powered=False)[pixels]
        strip = self._painted(layer.name, layer.depth, lit, pixels > 0, bands, top)
        strip.dark = self._snapped(dark, top, bands)
        strip.beacons = [(x, y - first) for x, y in canvas.beacons]
        strip.flickers = _flickers(pixels) if self.place.powered else []
        return strip

    def _write_train(self, layer: Props, bands: Sequence[HazeBand]) -> Record:
        assert layer.train is not None
        canvas = train(layer.train.cars)
        rails = layer.base - layer.train.rise
        top = rails - canvas.height
        picture = table(self.seeds, Air(layer.haze, layer.amount, layer.dim))[canvas.pixels]
        self.writer.picture("train.png", self._snapped(picture, top, bands), canvas.pixels > 0)
        return {"image": "train.png", "y": top, "speed": layer.train.speed, "period": layer.train.period}

    def _fire(self, layer: Props, x: int, row: int, size: int, number: int) -> list[Spot]:
        """A fire's light and its flames, rooted at column x and row `row` of the strip."""
        flames, light, reach = f"fire_{size}", f"{layer.name}_fire_{size}", size * FIRE_GLOW
        frames, root = standing_fire(size, size)
        self.writer.loop(flames, frames, FIRE_TICKS)
        self.writer.light_loop(light, [halo(reach, colour(layer.fire_light), 1.0)], 1)
        height = len(frames[0][0])
        return [(light, x - reach, row - reach - size // 2, 0), (flames, x - root, row - height, 3 * number)]

    def _smoke(self, layer: Smoke, bands: Sequence[HazeBand]) -> Strip:
        height = layer.columns[0][1] - layer.top
        frames, root = smoke_column(layer, height)
        hazed = [(_seen_through(picture, layer.top, bands), mask) for picture, mask in frames]
        self.writer.loop(layer.name, hazed, SMOKE_TICKS)
        strip = self._unpainted(layer)
        for number, (x, row) in enumerate(layer.columns):
            strip.spots.append((layer.name, strip_x(x, layer.depth) - root, row - height, 5 * number))
        return strip

    def _glows(self, layer: Glows) -> Strip:
        strip = self._unpainted(layer)
        for number, glow in enumerate(layer.glows):
            name = f"{layer.name}_{number}"
            light = halo(glow.radius, colour(glow.tint), 1.0, glow.flatness)
            self.writer.light_loop(name, [light], 1)
            strip.spots.append((name, strip_x(glow.x, layer.depth) - glow.radius, glow.y - len(light) // 2, 0))
        return strip

    def _sun(self, layer: Sun) -> Strip:
        """Its loops hang round row 0; `rise` brings them to the row of each step of light."""
        disc, air = sun_disc(layer), sun_halo(layer)
        self.writer.light_loop(f"{layer.name}_halo", [air], 1)
        self.writer.light_loop(f"{layer.name}_rays", sun_rays(layer), RAY_TICKS)
        self.writer.loop(f"{layer.name}_disc", [disc], 1)
        strip = self._unpainted(layer)
        strip.rise = layer.rows
        strip.spots = [
            (f"{layer.name}_halo", layer.x - len(air) // 2, -len(air) // 2, 0),
            (f"{layer.name}_disc", layer.x - layer.radius, -layer.radius, 0),
            (f"{layer.name}_rays", layer.x - RAY_BOX[0] // 2, 1 - RAY_BOX[1], 0),
        ]
        return strip

    def _unpainted(self, layer: Layer) -> Strip:
        """A layer that is nothing but loops."""
        return Strip(layer.name, layer.depth, 0, None, np.zeros((0, self._width(layer)), bool))

    def _write(self, strip: Strip, number: int) -> Record:
        image = dark = wet = None
        if strip.lit is not None:
            image = f"{number:02}_{strip.name}.png"
            self.writer.picture(image, strip.lit, strip.mask)
        if strip.dark is not None and (strip.dark != strip.lit)[strip.mask].any():
            dark = f"{number:02}_{strip.name}_dark.png"
            self.writer.picture(dark, strip.dark, strip.mask)
        if strip.wet is not None:
            wet = f"{number:02}_{strip.name}_wet.png"
            self.writer.grey(wet, strip.wet)
        width = strip.mask.shape[1]
        return {
            "image": image,
            "dark": dark,
            "wet": wet,
            "depth": strip.depth,
            "y": strip.top,
            "width": width,
            "drift": strip.drift,
            "wraps": strip.wraps,
            "front": strip.front,
            "districts": self._districts(strip.depth, width),
            "flickers": strip.flickers,
            "beacons": strip.beacons,
            "lamps": strip.lamps,
            "halo": strip.halo or None,
            "train": strip.train,
            "spots": strip.spots,
            "rise": strip.rise,
        }

    def _districts(self, depth: float, width: int) -> dict[str, tuple[int, int]]:
        """Each district's columns in a strip; the outer ones reach to the strip's ends."""
        edges = [0, *self._breaks(depth), width]
        return {name: (edges[i], edges[i + 1]) for i, name in enumerate(self.place.districts)}


def _seen_through(picture: Picture, top: int, bands: Sequence[HazeBand]) -> Picture:
    for band in bands:
        picture = band.over(picture, top)
    return picture


def _flickers(pixels: npt.NDArray[np.uint8]) -> list[tuple[int, int, int, int]]:
    """The boxes (x, y, width, height) of some lit windows, well spread along the strip."""
    lit = (material_of(pixels) == NUMBER["window"]) & (tone_of(pixels) >= BASE) & (pixels > 0)
    labels, _ = ndimage.label(lit)
    boxes: list[tuple[int, int, int, int]] = []
    last = -FLICKER_SPACING
    for rows, columns in sorted(ndimage.find_objects(labels), key=lambda box: (box[1].start, box[0].start)):
        width, height = columns.stop - columns.start, rows.stop - rows.start
        if columns.start - last >= FLICKER_SPACING and 3 <= width * height <= 80:
            boxes.append((int(columns.start), int(rows.start), int(width), int(height)))
            last = columns.start
    return boxes


PLACE_TARGETS = tuple(place_target(name) for name in PLACES)
