"""The swarm: every soldier in view, by index arithmetic over the soldiers' table and one `fblits` a layer.

Each soldier has a depth of its own, fixed by its luck: how far from the eye it flies or crawls. Depth chooses its
size, its place on the width of the street, and whether it passes behind Gamera or in front of him. In a crowd of
thousands most are far off and drawn as specks, so that the mass gets depth instead of becoming mush, and specks which
others would hide are left out (`occlusion.py`).
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pygame

from game.sim.rng import Floats, Words
from game.sim.soldiers import Soldiers, SoldierState
from game.sim.units import SECONDS_PER_TICK, VIEW_WIDTH
from game.sim.world import World
from game.view.art import ashen, keyed_sheet
from game.view.lens import Lens
from game.view.newborns import Newborns
from game.view.occlusion import Occlusion
from game.view.sheets import Frame, Sheet

Indices = npt.NDArray[np.intp]

MARGIN = 16  # px outside the view in which a soldier may still show a wing
TINTS = ("sky", "ground", "host")
SKY, GROUND, HOST = range(3)
SIZES = ("small", "normal", "large")
NORMAL = SIZES.index("normal")
LOOKS = ("crawl", "fly", "cling", "perch", "stagger", "burn", "fall", "cling_up", "cling_down", "bite")
PERCH_LOOKS = np.array([LOOKS.index(look) for look in ("perch", "bite", "perch", "cling_down")])
FACINGS = ("right", "left")
STILL = 1 << 30  # ticks of a frame that never changes
RHYTHMS = 64  # a power of two
ASHEN_PLACES = ("vigil", "sendai_ash")  # where nothing is blue
FRAMES = 4  # most frames of any look; shorter ones repeat
PICTURES_A_SIZE = len(LOOKS) * len(FACINGS) * FRAMES

NORMAL_FROM, HERO_DEPTH, LARGE_FROM = 70, 110, 190  # depth, 0 far to 255 near; he stands at HERO_DEPTH
# In a crowd only so many stay larger than specks, larger than small, in front of him, and large.
NEARER_THAN_SPECKS, NORMAL_MOST, IN_FRONT_MOST, LARGE_MOST = 1700, 900, 600, 250
DEPTHS = 256
STREET_FROM = 264.0  # y where a soldier begins to count as on the street
STREET_DEPTH = 38.0  # px from the far kerb to the near one
GROUND_TINT_FROM = 236.0  # y
HEAD_WIDE, HEAD_TALL = np.float32(110), np.float32(130)  # px round the flower's head that soldiers would hide
HERO_MIDDLE, HERO_WIDE, HERO_TALL = -58.0, np.float32(58), np.float32(64)  # px: Gamera, likewise
BEFORE_HEAD = 236  # depth from which a soldier flies before them all the same: a few, for their size
TURNS_AT = 12.0  # px/s below which a soldier keeps the facing it was born with


@dataclass(frozen=True, slots=True)
class Stamps:
    """Every soldier picture in one row: tint, size, look, facing, frame in that order; specks at the end."""

    pictures: npt.NDArray[np.object_]  # of surfaces
    pivots: npt.NDArray[np.int16]  # (2, pictures)
    frame_ticks: npt.NDArray[np.int32]  # by look
    frame_counts: npt.NDArray[np.int32]
    specks: int  # index of the first speck
    speck_count: int
    speck_ticks: int

    def frame_of(self, look: npt.NDArray[np.integer], luck: Words, beat: int) -> Indices:
        """Each soldier's frame now; everyone beats wings in a rhythm of its own."""
        ages = beat + np.arange(RHYTHMS)
        frames = ages // self.frame_ticks[:, None] % self.frame_counts[:, None]  # by look and rhythm: a few hundred
        return frames.take(look * np.intp(RHYTHMS) + (luck & np.uint32(RHYTHMS - 1)))

    def speck_of(self, luck: Words, beat: int) -> Indices:
        """Each far soldier's picture now, likewise."""
        pictures = self.specks + (beat + np.arange(RHYTHMS)) // self.speck_ticks % self.speck_count
        return pictures.take(luck & np.uint32(RHYTHMS - 1))

    def draw(self, canvas: pygame.Surface, picture: Indices, x: Indices, y: Indices) -> None:
        """Draws pictures by index, all in one call; x and y are canvas px of where their pivots go."""
        left, top = x - self.pivots[0].take(picture), y - self.pivots[1].take(picture)
        chosen = self.pictures.take(picture).tolist()
        canvas.fblits(zip(chosen, zip(left.tolist(), top.tolist(), strict=True), strict=True))


def load_stamps(place: str = "", *, steady: bool = False) -> Stamps:
    """Reads the sheet `soldier`. On a host they are all of one size, for they are all at its depth.

    `place` may take their blue away. `steady`: those who burn in a surge do not flicker.
    """
    sheet = keyed_sheet("soldier")
    frames = [
        ashen(frame) if place in ASHEN_PLACES and look != "burn" else frame
        for tint in TINTS
        for size in SIZES
        for look in LOOKS
        for facing in FACINGS
        for frame in _filled(sheet, f"{tint}/{'normal' if tint == 'host' else size}/{look}/{facing}")
    ]
    specks = sheet["far/fly"]
    everything = [*frames, *specks.frames]
    samples = [sheet[f"sky/normal/{look}/right"] for look in LOOKS]
    return Stamps(
        pictures=_in_array([frame.image for frame in everything]),
        pivots=np.array([[f.pivot_x for f in everything], [f.pivot_y for f in everything]], np.int16),
        frame_ticks=np.array(
            [STILL if steady and look == "burn" else strip.ticks for look, strip in zip(LOOKS, samples, strict=True)],
            np.int32,
        ),
        frame_counts=np.array([len(strip.frames) for strip in samples], np.int32),
        specks=len(frames),
        speck_count=len(specks.frames),
        speck_ticks=specks.ticks,
    )


def _in_array(pictures: list[pygame.Surface]) -> npt.NDArray[np.object_]:
    """From which NumPy takes thousands by index in a third of the time that a list needs."""
    array = np.empty(len(pictures), np.object_)
    array[:] = pictures
    return array


def _filled(sheet: Sheet, name: str) -> list[Frame]:
    strip = sheet[name]
    return [strip.frames[index % len(strip.frames)] for index in range(FRAMES)]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Soldiers in view: one entry each in every column."""

    rows: Indices  # in the soldiers' table
    x: Floats  # world px
    y: Floats
    luck: Words
    state: npt.NDArray[np.uint8]
    depth: npt.NDArray[np.uint8]

    def take(self, which: Indices) -> "Crowd":
        return Crowd(
            self.rows.take(which),
            self.x.take(which),
            self.y.take(which),
            self.luck.take(which),
            self.state.take(which),
            self.depth.take(which),
        )

    def spots(self, lens: Lens) -> tuple[Indices, Indices]:
        """The canvas px at which each is drawn."""
        return np.rint(self.x).astype(np.intp) - lens.left, np.rint(self.y).astype(np.intp) - lens.top


class Blits(NamedTuple):
    """Pictures and where on the canvas their pivots go, one entry each, in the order they are drawn."""

    picture: Indices
    x: Indices
    y: Indices

    def part(self, which: Indices | slice) -> "Blits":
        return Blits(self.picture[which], self.x[which], self.y[which])


FARTHEST, FAR, NEAR = range(3)  # layers: behind the flower's head, behind Gamera, in front of him
LAYERS = (FARTHEST, FAR, NEAR)


class SwarmView:
    """Draws the table in layers with the flower and Gamera between them. Those on him are `clingers.py`'s."""

    def __init__(self, stamps: Stamps) -> None:
        self._stamps = stamps
        self._layers: list[list[Blits]] = [[] for _ in LAYERS]
        self._newborns = Newborns()
        self._occlusion = Occlusion()

    def observe(self, world: World) -> None:
        """One tick."""
        self._newborns.observe(world.soldiers)

    def look(self, world: World, lens: Lens, head: tuple[float, float] | None = None) -> None:
        """Finds who is in view and where. Call once a frame, before drawing. `head` is the flower's, in the world."""
        self._layers = [[] for _ in LAYERS]
        crowd = crowd_in_view(world.soldiers, lens)
        bands = depth_bands(len(crowd.rows))
        if not bands.small:
            self._look_at_larger(world, lens, crowd, bands, head)
            return
        far_off = (crowd.depth < bands.small) & (crowd.state == int(SoldierState.FLY))
        specks, larger = crowd.take(np.flatnonzero(far_off)), crowd.take(np.flatnonzero(~far_off))
        larger_x, larger_y = self._look_at_larger(world, lens, larger, bands, head)
        _spread_over_street(specks)
        x, y = specks.spots(lens)
        seen = self._occlusion.seen(x, y, larger_x, larger_y)
        blits = Blits(self._stamps.speck_of(specks.luck.take(seen), world.beat), x.take(seen), y.take(seen))
        self._lay_specks(blits, specks.x.take(seen), specks.y.take(seen), head)

    def _lay_specks(self, blits: Blits, x: Floats, y: Floats, head: tuple[float, float] | None) -> None:
        """First in their layers: nobody is farther off."""
        if head is None:
            self._layers[FAR].insert(0, blits)
            return
        behind_head = _covers(x, y, head, HEAD_WIDE, HEAD_TALL)
        self._layers[FARTHEST].insert(0, blits.part(np.flatnonzero(behind_head)))
        self._layers[FAR].insert(0, blits.part(np.flatnonzero(~behind_head)))

    def _look_at_larger(
        self, world: World, lens: Lens, crowd: Crowd, bands: "Bands", head: tuple[float, float] | None
    ) -> tuple[Indices, Indices]:
        """Lays those who are more than specks into their layers, far to near, and returns their canvas x and y."""
        layer = _layer_of(world, crowd, bands, head)
        crowd = crowd.take(np.argsort(crowd.depth + layer * np.int16(DEPTHS), kind="stable"))
        turned_left = _faces_left(world.soldiers.velocity[0].take(crowd.rows), crowd.luck)
        picture = self._pictures(world.beat, crowd, turned_left, bands)
        self._shrink_newborns(world, crowd, picture)
        _spread_over_street(crowd)
        blits = Blits(picture, *crowd.spots(lens))
        ends = np.bincount(layer, minlength=len(LAYERS)).cumsum().tolist()
        for number, (first, end) in enumerate(pairwise([0, *ends])):
            self._layers[number].append(blits.part(slice(first, end)))
        return blits.x, blits.y

    def draw_farthest(self, lens: Lens) -> None:
        """Those who swarm behind the flower's head; before it they would hide it."""
        self._draw(lens, FARTHEST)

    def draw_far(self, lens: Lens) -> None:
        """Those who pass behind Gamera."""
        self._draw(lens, FAR)

    def draw_near(self, lens: Lens) -> None:
        """Those in front of him, and all who sit on the wires."""
        self._draw(lens, NEAR)

    def count(self) -> int:
        """Soldiers drawn after the last `look`: those in view, but for who is on Gamera or hidden in a crowd."""
        return sum(len(blits.picture) for layer in self._layers for blits in layer)

    def _draw(self, lens: Lens, layer: int) -> None:
        for blits in self._layers[layer]:
            self._stamps.draw(lens.canvas, *blits)

    def _pictures(self, beat: int, crowd: Crowd, left: npt.NDArray[np.bool_], bands: "Bands") -> Indices:
        tint = np.where(crowd.y > GROUND_TINT_FROM, GROUND, SKY)
        size = (crowd.depth >= bands.normal).astype(np.intp) + (crowd.depth >= bands.large)
        perched_look = PERCH_LOOKS.take((crowd.luck >> np.uint32(5)) & np.uint32(3))
        look = np.where(crowd.state == int(SoldierState.PERCH), perched_look, crowd.state)
        return picture_index(tint, size, look, left, self._stamps.frame_of(look, crowd.luck, beat))

    def _shrink_newborns(self, world: World, crowd: Crowd, picture: Indices) -> None:
        """In place: who was born a moment ago is still far off."""
        soldiers = world.soldiers
        small_from, specks_from = self._newborns.small_from(soldiers), self._newborns.specks_from(soldiers)
        if small_from == soldiers.count:
            return
        small = np.flatnonzero(crowd.rows >= small_from)
        picture[small] -= picture[small] // PICTURES_A_SIZE % len(SIZES) * PICTURES_A_SIZE
        specks = np.flatnonzero((crowd.rows >= specks_from) & (crowd.state == int(SoldierState.FLY)))
        picture[specks] = self._stamps.speck_of(crowd.luck.take(specks), world.beat)


def crowd_in_view(soldiers: Soldiers, lens: Lens) -> Crowd:
    """All whose picture may be seen, but those on Gamera."""
    x, y = drawn_positions(soldiers, lens.alpha)
    inside = (x > lens.left - MARGIN) & (x < lens.left + VIEW_WIDTH + MARGIN)
    inside &= (y > lens.top - MARGIN) & ~soldiers.are(SoldierState.CLING)
    rows = np.flatnonzero(inside)
    luck = soldiers.luck.take(rows)
    depth = (luck >> np.uint32(24)).astype(np.uint8)
    return Crowd(rows, x.take(rows), y.take(rows), luck, soldiers.state.take(rows), depth)


def _layer_of(world: World, crowd: Crowd, bands: "Bands", head: tuple[float, float] | None) -> npt.NDArray[np.int16]:
    in_front = (crowd.depth >= bands.hero) | (crowd.state == int(SoldierState.PERCH))
    layer = np.where(in_front, np.int16(NEAR), np.int16(FAR))
    hero = world.gamera_body
    hiding = _covers(crowd.x, crowd.y, (hero.x, hero.y + HERO_MIDDLE), HERO_WIDE, HERO_TALL)
    layer[hiding & (crowd.state == int(SoldierState.FLY)) & (crowd.depth < BEFORE_HEAD)] = FAR
    if head is not None:
        layer[_covers(crowd.x, crowd.y, head, HEAD_WIDE, HEAD_TALL) & (crowd.depth < BEFORE_HEAD)] = FARTHEST
    return layer


def _spread_over_street(crowd: Crowd) -> None:
    """In place: who is on the street or about to land moves down the picture to a place on its width."""
    low = np.flatnonzero(crowd.y > STREET_FROM)
    crowd.y[low] += street_offset(crowd.y[low], crowd.depth[low])


def _covers(
    x: Floats, y: Floats, middle: tuple[float, float], wide: np.float32, tall: np.float32
) -> npt.NDArray[np.bool_]:
    """Who would be drawn over an oval, `wide` and `tall` px from its middle."""
    across, down = (x - np.float32(middle[0])) / wide, (y - np.float32(middle[1])) / tall
    return np.asarray(across * across + down * down < 1, np.bool_)


def _faces_left(velocity_x: Floats, luck: Words) -> npt.NDArray[np.bool_]:
    born_left = ((luck >> np.uint32(9)) & np.uint32(1)).astype(np.bool_)
    return np.where(np.abs(velocity_x) < TURNS_AT, born_left, velocity_x < 0)


def picture_index(
    tint: npt.ArrayLike, size: npt.ArrayLike, look: npt.ArrayLike, left: npt.ArrayLike, frame: npt.ArrayLike
) -> Indices:
    """Where a picture stands in `Stamps`."""
    host = np.asarray(tint, np.intp) * len(SIZES) + np.asarray(size, np.intp)
    posed = (host * len(LOOKS) + np.asarray(look, np.intp)) * len(FACINGS) + np.asarray(left, np.intp)
    return posed * FRAMES + np.asarray(frame, np.intp)


def drawn_positions(soldiers: Soldiers, alpha: float) -> tuple[Floats, Floats]:
    """x and y of everyone, `alpha` of the way from the previous tick to this one."""
    x, y = soldiers.position
    if alpha >= 1:
        return x, y
    back = np.where(soldiers.state == SoldierState.PERCH, 0, (1 - alpha) * SECONDS_PER_TICK)
    back = back.astype(np.float32)
    return x - soldiers.velocity[0] * back, y - soldiers.velocity[1] * back


def street_offset(y: Floats, depth: npt.NDArray[np.uint8]) -> Floats:
    """px further down the picture for those on the street, by depth: 0 at the far kerb. Eases in as they land."""
    on_street = np.clip((y - np.float32(STREET_FROM)) * np.float32(1 / 28), 0, 1)
    return np.asarray(on_street * depth * np.float32(STREET_DEPTH / 255), np.float32)


class Bands(NamedTuple):
    """Depths from which soldiers are drawn small rather than as specks, normal, in front of Gamera, large."""

    small: int
    normal: int
    hero: int
    large: int


def depth_bands(in_view: int) -> Bands:
    """The bands for so many soldiers in view: a crowd is pushed back, so that it stays a crowd of single soldiers."""

    def from_depth(usual: int, most: int) -> int:
        return max(usual, DEPTHS - DEPTHS * most // max(1, in_view))

    return Bands(
        from_depth(0, NEARER_THAN_SPECKS),
        from_depth(NORMAL_FROM, NORMAL_MOST),
        from_depth(HERO_DEPTH, IN_FRONT_MOST),
        from_depth(LARGE_FROM, LARGE_MOST),
    )
