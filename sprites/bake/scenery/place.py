"""Bakes a place: `sprites/places/<name>.toml` to one picture per parallax layer and `place.json`.

`game/view/place.py` reads what this module writes; the two change together.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.ground import draw_ground
from sprites.bake.scenery.layout import BASE_ROW, draw_props
from sprites.bake.scenery.light import BLOOM_REACH, HazeBand, MasterPalette, Picture, add, bloom, halo
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
from sprites.bake.scenery.props_rail import train
from sprites.bake.scenery.sky import paint_clouds, paint_ridge, paint_sky
from sprites.bake.scenery.skyline import broadcasting_tower, draw_skyline
from sprites.bake.scenery.spec import (
    SCREEN_HEIGHT,
    SCREEN_WIDTH,
    Clouds,
    Ground,
    Haze,
    Layer,
    PlaceSpec,
    Props,
    Ridge,
    Sky,
    Skyline,
    place_file,
    read_place,
    strip_width,
    strip_x,
)
from sprites.bake.sheet import Strip as FrameStrip
from sprites.bake.sheet import fingerprint
from sprites.bake.targets import ATLAS, Target

FORMAT = 1
SHAKE = 8  # px the screen may shake up: the ground reaches that far below the screen
SKY_ROWS = 312  # the ground covers everything below, whatever the shake
FLICKER_SPACING = 90  # px of strip for each window that flickers


@dataclass
class Strip:
    """A baked layer before it is written."""

    name: str
    depth: float
    top: int  # screen row of the picture's first row
    lit: npt.NDArray[np.uint8]  # shape (h, w), indices into the master palette
    mask: npt.NDArray[np.bool_]
    dark: npt.NDArray[np.uint8] | None = None  # the same without power
    drift: float = 0.0
    wraps: bool = False
    front: bool = False
    flickers: list[tuple[int, int, int, int]] = field(default_factory=list)
    beacons: list[tuple[int, int]] = field(default_factory=list)
    lamps: list[tuple[int, int]] = field(default_factory=list)
    halo: str = ""
    train: dict[str, object] | None = None


def sources(name: str) -> tuple[Path, ...]:
    """Everything the baked place depends on."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    data = [MATERIALS_FILE, MATERIALS_FILE.with_name("signs.toml"), MATERIALS_FILE.with_name("stamps.toml")]
    return (place_file(name), *data, *code)


def bake_place(name: str) -> dict[str, Sequence[FrameStrip]]:
    """Writes `sprites/atlas/places/<name>/`; a place has no sheets, so none are returned."""
    folder = ATLAS / "places" / name
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    place = read_place(name)
    Baker(place, folder, MasterPalette(place.master)).bake(fingerprint(sources(name)))
    return {}


def place_target(name: str) -> Target:
    """The catalogue's entry for a place, called `place_<name>`."""
    return Target(f"place_{name}", sources(name), partial(bake_place, name))


class Baker:
    """One run over the layers of one place."""

    def __init__(self, place: PlaceSpec, folder: Path, master: MasterPalette) -> None:
        self.place = place
        self.folder = folder
        self.master = master
        self.seeds = Seeds.of(place.seeds)

    def bake(self, mark: str) -> None:
        records = []
        for position, layer in enumerate(self.place.layer):
            if isinstance(layer, Haze):
                continue
            behind = [band for band in self.place.layer[position:] if isinstance(band, Haze)]
            bands = [HazeBand(b.top, b.bottom, colour(b.haze), b.amount) for b in behind]
            strip = self._strip(layer, bands)
            records.append(self._write(strip, len(records)))
        document = {
            "format": FORMAT,
            "fingerprint": mark,
            "width": self.place.width,
            "halos": {name: self._write_halo(name) for name in self.place.halos},
            "layers": records,
        }
        text = json.dumps(document, indent=1) + "\n"
        (self.folder / "place.json").write_text(text, encoding="utf-8")

    def _strip(self, layer: Sky | Clouds | Ridge | Skyline | Props | Ground, bands: Sequence[HazeBand]) -> Strip:
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
        for band in bands:
            picture = band.over(picture, top)
        return self.master.indices(picture)

    def _ground(self, layer: Ground) -> Strip:
        height = SCREEN_HEIGHT + SHAKE - layer.top
        crossings = [strip_x(x, layer.depth) for x in layer.crossings]
        placed = msgspec.structs.replace(layer, crossings=crossings)
        canvas = draw_ground(placed, self._width(layer), height)
        picture = table(self.seeds, Air(dim=layer.dim))[canvas.pixels]
        return self._painted(layer.name, layer.depth, picture, canvas.pixels > 0, (), layer.top)

    def _skyline(self, layer: Skyline, bands: Sequence[HazeBand]) -> Strip:
        city = draw_skyline(layer, self._width(layer), self._breaks(layer.depth))
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
        canvas = draw_props(layer, self._width(layer), self._breaks(layer.depth))
        strip = self._solid(layer, canvas, BASE_ROW, bands, layer.bloom)
        strip.front = layer.front
        if layer.halo:
            cut_off = strip.top - (layer.base - BASE_ROW)
            strip.halo = layer.halo
            strip.lamps = [(x, y - cut_off) for x, y in canvas.lamps]
        if layer.train:
            strip.train = self._write_train(layer, bands)
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
        lit = table(self.seeds, air)[pixels]
        if bloom_strength:
            lit = bloom(lit, pixels, BLOOM_REACH, bloom_strength)
        dark = table(self.seeds, air, powered=False)[pixels]
        strip = self._painted(layer.name, layer.depth, lit, pixels > 0, bands, top)
        strip.dark = self._snapped(dark, top, bands)
        strip.beacons = [(x, y - first) for x, y in canvas.beacons]
        strip.flickers = _flickers(pixels)
        return strip

    def _write_train(self, layer: Props, bands: Sequence[HazeBand]) -> dict[str, object]:
        assert layer.train is not None
        canvas = train(layer.train.cars)
        rails = layer.base - layer.train.rise
        top = rails - canvas.height
        picture = table(self.seeds, Air(layer.haze, layer.amount, layer.dim))[canvas.pixels]
        self._save("train.png", self._snapped(picture, top, bands), canvas.pixels > 0)
        return {"image": "train.png", "y": top, "speed": layer.train.speed, "period": layer.train.period}

    def _write(self, strip: Strip, number: int) -> dict[str, object]:
        image = f"{number:02}_{strip.name}.png"
        self._save(image, strip.lit, strip.mask)
        dark = None
        if strip.dark is not None and (strip.dark != strip.lit)[strip.mask].any():
            dark = f"{number:02}_{strip.name}_dark.png"
            self._save(dark, strip.dark, strip.mask)
        width = strip.lit.shape[1]
        record: dict[str, object] = {
            "image": image,
            "dark": dark,
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
        }
        return record

    def _districts(self, depth: float, width: int) -> dict[str, tuple[int, int]]:
        """Each district's columns in a strip; the outer ones reach to the strip's ends."""
        edges = [0, *self._breaks(depth), width]
        return {name: (edges[i], edges[i + 1]) for i, name in enumerate(self.place.districts)}

    def _save(self, name: str, indices: npt.NDArray[np.uint8], mask: npt.NDArray[np.bool_]) -> None:
        """An 8-bit PNG in the master palette; the colour after the last one is transparent."""
        transparent = len(self.master.colours)
        image = Image.fromarray(np.where(mask, indices, transparent).astype(np.uint8), "P")
        image.putpalette([*self.master.colours.ravel().tolist(), 255, 0, 255])
        image.save(self.folder / name, optimize=True, transparency=transparent)

    def _write_halo(self, name: str) -> dict[str, object]:
        """The lamp's ball of light and its pool on the ground, each on black."""
        spec = self.place.halos[name]
        ball = halo(spec.ball_radius, colour(spec.ball), 0.95)
        inset = spec.ball_radius - spec.core_radius
        add(ball, halo(spec.core_radius, colour(spec.core), 0.8), inset, inset)
        pool = halo(spec.pool_radius, colour(spec.pool), 0.9, 0.28)
        record: dict[str, object] = {"pool_row": spec.pool_row}
        for part, light in (("ball", ball), ("pool", pool)):
            file = f"halo_{name}_{part}.png"
            Image.fromarray(light, "RGB").save(self.folder / file, optimize=True)
            record[part] = file
        return record


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
