"""Draws a place: parallax strips far to near, districts that go dark, and what moves by itself.

Reads `sprites/atlas/places/<name>/`, which `sprites/bake/scenery/place.py` writes. Looks only: everything here is
a function of camera, tick, dark districts and light, so that the same arguments give the same picture.
"""

import itertools
import math
from collections.abc import Collection
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
import pygame

from game.view.place_record import FORMAT, HaloRecord, LayerRecord, LoopRecord, PlaceRecord, TrainRecord
from game.view.puddles import WetGround

TICKS_PER_SECOND = 60
TILE_WIDTH = 256  # px; run-length coded rows are walked from their start, so strips are cut into tiles
KEY = (255, 0, 255)  # the transparent colour; no baked colour comes near it
BEACON_PERIOD, BEACON_ON = 120, 50  # ticks: once in two seconds
BEACON_COLOUR = (255, 104, 96)
FLICKER_TICKS = 9  # one state of a flickering window
FLICKER_DARK = frozenset({0, 2, 3})  # which of its states, counted from the slot's start, are dark
FLICKER_SLOT = 240  # ticks; in each slot a window flickers with a chance of 1 in FLICKER_ODDS
FLICKER_ODDS = 12
TREMOR = 8  # px the view is shifted at most without looking up
UNDER_SKY = 48  # px from the sky's last row to the picture's
NO_DISTRICTS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tile:
    """A stretch of a strip that lies in one district."""

    x: int
    width: int
    district: str
    lit: pygame.Surface
    dark: pygame.Surface


@dataclass(frozen=True, slots=True)
class Halo:
    ball: pygame.Surface
    pool: pygame.Surface
    pool_row: int


@dataclass(frozen=True, slots=True)
class PlacedLight:
    """A beacon, lamp or flickering window, in strip px, with the district that feeds it."""

    x: int
    y: int
    width: int
    height: int
    district: str


@dataclass(frozen=True, slots=True)
class PassingTrain:
    image: pygame.Surface
    record: TrainRecord


@dataclass(frozen=True, slots=True)
class Loop:
    frames: tuple[pygame.Surface, ...]
    ticks: int
    flags: int  # of the blit


@dataclass(frozen=True, slots=True)
class Spot:
    """A loop that hangs in a layer, in strip px."""

    loop: Loop
    x: int
    y: int
    ahead: int  # frames


@dataclass(frozen=True, slots=True)
class Layer:
    record: LayerRecord
    tiles: tuple[Tile, ...]
    flickers: tuple[PlacedLight, ...]
    beacons: tuple[PlacedLight, ...]
    lamps: tuple[PlacedLight, ...]
    halo: Halo | None
    train: PassingTrain | None
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """All layers of a place at one step of its light, far to near."""

    behind: tuple[Layer, ...]
    front: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class View:
    """From where, when and in which light a place is seen."""

    camera_x: float
    camera_y: float
    tick: int
    dark_districts: Collection[str]
    light: float


class Place:
    """All layers of one place, converted for one kind of canvas. Needs no display.

    `full_light` is 0 for most places. In one whose light grows, `light` runs from 0 to `full_light`; between two whole
    numbers the picture is a cross-fade.
    """

    def __init__(self, name: str, canvas: pygame.Surface) -> None:
        """Raises FileNotFoundError for an unknown place and ValueError for one baked in another format."""
        folder = files("sprites") / "atlas" / "places" / name
        record = msgspec.json.decode((folder / "place.json").read_bytes(), type=PlaceRecord)
        if record.format != FORMAT:
            raise ValueError(f"sprites/atlas/places/{name}: format {record.format}, expected {FORMAT}")
        self.name = name
        self.width = record.width
        self.weather = tuple(record.weather)
        self.fingerprint = record.fingerprint
        self.full_light = record.lights - 1
        folders = [folder / str(number) for number in range(record.lights)] if record.lights > 1 else [folder]
        self.steps = tuple(_load_step(step_folder, record, canvas) for step_folder in folders)
        self.behind, self.front = self.steps[-1].behind, self.steps[-1].front
        self._wet = _load_wet_ground(folders[-1], record)
        self._brighter = pygame.Surface(canvas.get_size(), 0, canvas) if record.lights > 1 else None

    def draw_behind(
        self,
        canvas: pygame.Surface,
        camera_x: float,
        tick: int,
        dark_districts: Collection[str] = NO_DISTRICTS,
        camera_y: float = 0.0,
        light: float = math.inf,
    ) -> None:
        """Fills the canvas. `camera_x`: world x of its left edge; `camera_y`: px the view is shifted down.

        Below zero it looks up: a tremor, or with her who flies.
        """
        view = View(camera_x, camera_y, tick, dark_districts, min(self.full_light, max(0.0, light)))
        below, share = divmod(view.light, 1)
        for layer in self.steps[int(below)].behind:
            _draw_layer(canvas, layer, view)
        if share and self._brighter:
            for layer in self.steps[int(below) + 1].behind:
                _draw_layer(self._brighter, layer, view)
            self._brighter.set_alpha(round(255 * share))
            canvas.blit(self._brighter, (0, 0))
        if self._wet:
            self._wet.remember(canvas, round(camera_y))

    def draw_reflections(self, canvas: pygame.Surface, camera_x: float, tick: int, camera_y: float = 0.0) -> None:
        """Mirrors everything above the ground in its puddles. Call after the actors; a dry place draws nothing.

        Only ground that is still as `draw_behind` left it mirrors: who stands in a puddle is not painted over.
        """
        if self._wet:
            self._wet.draw(canvas, camera_x, round(camera_y), tick)

    def draw_front(
        self,
        canvas: pygame.Surface,
        camera_x: float,
        tick: int,
        dark_districts: Collection[str] = NO_DISTRICTS,
        camera_y: float = 0.0,
        light: float = math.inf,
    ) -> None:
        """Draws what stands between the actors and the eye. Dark at every hour, it changes half way between steps."""
        view = View(camera_x, camera_y, tick, dark_districts, min(self.full_light, max(0.0, light)))
        for layer in self.steps[round(view.light)].front:
            _draw_layer(canvas, layer, view)


def _load_step(folder: Traversable, record: PlaceRecord, canvas: pygame.Surface) -> Step:
    halos = {name: _load_halo(folder, halo, canvas) for name, halo in record.halos.items()}
    loops = {name: _load_loop(folder, loop, canvas) for name, loop in record.loops.items()}
    layers = [_load_layer(folder, layer, halos, loops, canvas) for layer in record.layers]
    return Step(
        tuple(layer for layer in layers if not layer.record.front),
        tuple(layer for layer in layers if layer.record.front),
    )


def _load_wet_ground(folder: Traversable, record: PlaceRecord) -> WetGround | None:
    for layer in record.layers:
        if layer.wet:
            return WetGround(_load_picture(folder, layer.wet), layer.y)
    return None


def _load_picture(folder: Traversable, name: str) -> pygame.Surface:
    with (folder / name).open("rb") as file:
        return pygame.image.load(file, name)


def _converted(
    picture: pygame.Surface, columns: tuple[int, int], canvas: pygame.Surface, opaque: bool
) -> pygame.Surface:
    """These columns of a picture in the canvas's own pixel format, run-length coded unless opaque."""
    left, right = columns
    surface = pygame.Surface((right - left, picture.get_height()), 0, canvas)
    surface.fill(KEY)
    surface.blit(picture, (0, 0), (left, 0, right - left, picture.get_height()))
    if not opaque:
        surface.set_colorkey(KEY, pygame.RLEACCEL)
    return surface


def _load_light(folder: Traversable, name: str, canvas: pygame.Surface) -> pygame.Surface:
    picture = _load_picture(folder, name)
    surface = pygame.Surface(picture.get_size(), 0, canvas)
    surface.blit(picture, (0, 0))
    return surface


def _load_halo(folder: Traversable, record: HaloRecord, canvas: pygame.Surface) -> Halo:
    ball, pool = (_load_light(folder, name, canvas) for name in (record.ball, record.pool))
    return Halo(ball, pool, record.pool_row)


def _load_loop(folder: Traversable, record: LoopRecord, canvas: pygame.Surface) -> Loop:
    picture = _load_picture(folder, record.image)
    width = picture.get_width() // record.count
    columns = [(number * width, (number + 1) * width) for number in range(record.count)]
    frames = tuple(_converted(picture, span, canvas, opaque=record.light) for span in columns)
    return Loop(frames, record.ticks, pygame.BLEND_RGB_ADD if record.light else 0)


def _district_at(record: LayerRecord, x: int) -> str:
    for name, (start, end) in record.districts.items():
        if start <= x < end:
            return name
    return ""


def _tile_edges(record: LayerRecord) -> list[int]:
    """Where a strip is cut: every TILE_WIDTH px and wherever a district begins."""
    district_starts = {start for start, _ in record.districts.values()}
    return sorted({*range(0, record.width, TILE_WIDTH), *district_starts, record.width})


def _load_tiles(folder: Traversable, record: LayerRecord, canvas: pygame.Surface) -> tuple[Tile, ...]:
    if record.image is None:
        return ()
    lit = _load_picture(folder, record.image)
    dark = _load_picture(folder, record.dark) if record.dark else None
    opaque = lit.get_colorkey() is None
    tiles = []
    for start, end in itertools.pairwise(_tile_edges(record)):
        surface = _converted(lit, (start, end), canvas, opaque)
        unlit = _converted(dark, (start, end), canvas, opaque) if dark else surface
        tiles.append(Tile(start, end - start, _district_at(record, start), surface, unlit))
    return tuple(tiles)


def _load_layer(
    folder: Traversable,
    record: LayerRecord,
    halos: dict[str, Halo],
    loops: dict[str, Loop],
    canvas: pygame.Surface,
) -> Layer:
    train = None
    if record.train:
        picture = _load_picture(folder, record.train.image)
        train = PassingTrain(_converted(picture, (0, picture.get_width()), canvas, opaque=False), record.train)
    return Layer(
        record,
        _load_tiles(folder, record, canvas),
        tuple(PlacedLight(x, y, w, h, _district_at(record, x)) for x, y, w, h in record.flickers),
        tuple(PlacedLight(x, y, 1, 1, _district_at(record, x)) for x, y in record.beacons),
        tuple(PlacedLight(x, y, 1, 1, _district_at(record, x)) for x, y in record.lamps),
        halos[record.halo] if record.halo else None,
        train,
        tuple(Spot(loops[name], x, y, ahead) for name, x, y, ahead in record.spots),
    )


def _draw_layer(canvas: pygame.Surface, layer: Layer, view: View) -> None:
    record, tick = layer.record, view.tick
    shift = record.depth * view.camera_x + record.drift * tick / TICKS_PER_SECOND
    left = -round(shift % record.width if record.wraps else shift)
    top = record.y - (round(view.camera_y) if record.depth > 0 else 0) + _risen(record.rise, view.light)
    whole_sky = record.depth == 0 and record.y == 0
    if whole_sky and view.camera_y < -TREMOR:  # the city no longer hides where the sky ends
        _draw_tiles(canvas, layer, left, top + UNDER_SKY, view.dark_districts)
    _draw_tiles(canvas, layer, left, top, view.dark_districts)
    if record.wraps and left + record.width < canvas.get_width():
        _draw_tiles(canvas, layer, left + record.width, top, view.dark_districts)
    if layer.flickers:
        _draw_flickers(canvas, layer, left, top, tick, view.dark_districts)
    if layer.beacons:
        _draw_beacons(canvas, layer, left, top, tick)
    if layer.halo:
        _draw_lamps(canvas, layer.halo, layer, left, top, view.dark_districts)
    if layer.train:
        _draw_train(canvas, layer.train, layer, left, top, tick)
    if layer.spots:
        _draw_spots(canvas, layer, left, top, tick)


def _risen(rows: list[int], light: float) -> int:
    """The row between those of the two nearest steps of light."""
    if not rows:
        return 0
    below = min(int(light), len(rows) - 2)
    return round(rows[below] + (rows[below + 1] - rows[below]) * (light - below))


def _draw_spots(canvas: pygame.Surface, layer: Layer, left: int, top: int, tick: int) -> None:
    for spot in layer.spots:
        loop = spot.loop
        frame = loop.frames[(tick // loop.ticks + spot.ahead) % len(loop.frames)]
        x = left + spot.x
        if -frame.get_width() < x < canvas.get_width():
            canvas.blit(frame, (x, top + spot.y), special_flags=loop.flags)


def _draw_tiles(canvas: pygame.Surface, layer: Layer, left: int, top: int, dark_districts: Collection[str]) -> None:
    view_width = canvas.get_width()
    canvas.fblits(
        [
            (tile.dark if tile.district in dark_districts else tile.lit, (left + tile.x, top))
            for tile in layer.tiles
            if -tile.width < left + tile.x < view_width
        ]
    )


def _draw_flickers(
    canvas: pygame.Surface, layer: Layer, left: int, top: int, tick: int, dark_districts: Collection[str]
) -> None:
    """Now and then a window goes off and on again: its box is drawn from the dark strip."""
    slot, age = divmod(tick, FLICKER_SLOT)
    if age // FLICKER_TICKS not in FLICKER_DARK:
        return
    for number, window in enumerate(layer.flickers):
        if _chance(number, slot, layer.record.y) % FLICKER_ODDS or window.district in dark_districts:
            continue
        if not -window.width < left + window.x < canvas.get_width():
            continue
        for tile in layer.tiles:
            if tile.x <= window.x < tile.x + tile.width:
                box = (window.x - tile.x, window.y, window.width, window.height)
                canvas.blit(tile.dark, (left + window.x, top + window.y), box)


def _chance(number: int, slot: int, salt: int) -> int:
    """A whole number scattered by its three arguments: the view's own dice, with no state."""
    mixed = (number * 0x9E3779B1 ^ slot * 0x85EBCA77 ^ salt * 0xC2B2AE3D) & 0xFFFFFFFF
    mixed = (mixed ^ (mixed >> 15)) * 0x2C1B3C6D & 0xFFFFFFFF
    return mixed ^ (mixed >> 13)


def _draw_beacons(canvas: pygame.Surface, layer: Layer, left: int, top: int, tick: int) -> None:
    """Warning lights have batteries: no blackout reaches them."""
    for number, beacon in enumerate(layer.beacons):
        x = left + beacon.x
        if 0 <= x < canvas.get_width() and (tick + number * 37) % BEACON_PERIOD < BEACON_ON:
            canvas.fill(BEACON_COLOUR, (x, top + beacon.y, 1, 1))


def _draw_lamps(
    canvas: pygame.Surface, halo: Halo, layer: Layer, left: int, top: int, dark_districts: Collection[str]
) -> None:
    reach = halo.pool.get_width() // 2
    for lamp in layer.lamps:
        x = left + lamp.x
        if not -reach < x < canvas.get_width() + reach or lamp.district in dark_districts:
            continue
        for light, y in ((halo.ball, top + lamp.y), (halo.pool, top - layer.record.y + halo.pool_row)):
            corner = (x - light.get_width() // 2, y - light.get_height() // 2)
            canvas.blit(light, corner, special_flags=pygame.BLEND_RGB_ADD)


def _draw_train(canvas: pygame.Surface, train: PassingTrain, layer: Layer, left: int, top: int, tick: int) -> None:
    """One passage a period, from one end of the strip to the other."""
    record, length = train.record, train.image.get_width()
    seconds = (tick / TICKS_PER_SECOND) % record.period
    along = seconds * abs(record.speed) - length
    x = along if record.speed > 0 else layer.record.width - along - length
    screen_x = left + round(x)
    if -length < screen_x < canvas.get_width():
        canvas.blit(train.image, (screen_x, top - layer.record.y + record.y))
