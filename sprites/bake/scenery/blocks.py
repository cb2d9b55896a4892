"""The sheet `<place>_city`: destructible blocks, the pylons the game is played on, and the substation's transformer,
in the light of the place and under its snow or ash.

Strips of a block: `<kind>/0` whole, `<kind>/1` damaged, each with `/dark` for a blackout, `<kind>/2` ruined, and
`<kind>/fall1`, `<kind>/fall2` between them. Further looks of a kind are called `<kind>.b`, `<kind>.c`. All stand on
their pivot.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import numpy as np
from scipy import ndimage

from sprites.bake.scenery.canvas import Canvas, Point
from sprites.bake.scenery.crumble import crumble
from sprites.bake.scenery.finish import Finish, lay_cap
from sprites.bake.scenery.hero_pylon import Pylon, standing_pylon, toppling_pylon
from sprites.bake.scenery.light import BLOOM_REACH, bloom
from sprites.bake.scenery.materials import INK, Seeds, Table, pixel, table
from sprites.bake.scenery.place import sources
from sprites.bake.scenery.props_houses import apartment, house
from sprites.bake.scenery.props_offices import office
from sprites.bake.scenery.props_power import transformer_box, wire_fence
from sprites.bake.scenery.props_shops import shop
from sprites.bake.scenery.ruin import bitten, collapsed, sheared
from sprites.bake.scenery.spec import read_place
from sprites.bake.sheet import Frame, Pixels, Strip
from sprites.bake.targets import Target

Draw = Callable[[random.Random], Canvas]

BREAK_FRAMES, BREAK_TICKS = 4, 5
FALL_FRAMES, FALL_TICKS = 6, 6
TOPPLE_TICKS = 8
STOREYS = {"house": 9, "shop": 9, "apartment": 9, "tower": 8}  # px from floor to floor
TIMBER = frozenset({"house", "shop"})  # these come down whole; the others shear off

# Each look of a kind, sized for `BLOCKS` in game/sim/content/city.py: the eaves or the parapet at its height.
LOOKS: Mapping[str, tuple[Draw, ...]] = {
    "house": (
        lambda dice: house(dice, 0.75, "hip", width=60, roof_height=20),
        lambda dice: house(dice, 0.75, "gable", width=60, roof_height=20),
        lambda dice: house(dice, 0.75, "hip", width=56, roof_height=18),
    ),
    "shop": (
        lambda dice: shop(dice, 0.75, floors=6, width=44),
        lambda dice: shop(dice, 0.75, floors=6, width=46),
        lambda dice: shop(dice, 0.75, floors=6, width=48),
    ),
    "apartment": (
        lambda dice: apartment(dice, 0.6, floors=10, bays=6),
        lambda dice: apartment(dice, 0.5, floors=10, bays=6),
    ),
    "tower": (
        lambda dice: office(dice, 0.55, floors=17, width=82, style="grid"),
        lambda dice: office(dice, 0.5, floors=17, width=80, style="fin"),
    ),
}


def look_name(kind: str, number: int) -> str:
    """The first look of a kind is called like the kind, the next ones `.b`, `.c`."""
    return kind if number == 0 else f"{kind}.{'abc'[number]}"


def outlined(canvas: Canvas) -> Canvas:
    """A copy one pixel larger on every side but the foot, with a dark line round what is solid."""
    framed = canvas.padded(1, 1, 1)
    solid = framed.pixels > 0
    edge = ndimage.binary_dilation(solid) & ~solid
    framed.pixels[edge] = pixel("dark", INK)
    return framed


class CitySheet:
    """Colours canvases with one place's table and frames them for the sheet."""

    def __init__(self, name: str) -> None:
        place = read_place(name)
        self.seeds = Seeds.of(place.seeds)
        self.finish = Finish(place.lit_side, place.cap)
        self.powered = place.powered
        self.lit: Table = table(self.seeds, powered=place.powered)
        self.dark: Table = table(self.seeds, powered=False)

    def picture(self, canvas: Canvas, powered: bool = True) -> Pixels:
        rgb = (self.lit if powered else self.dark)[canvas.pixels]
        if powered and self.powered:
            rgb = bloom(rgb, canvas.pixels, BLOOM_REACH, 0.4)
        alpha = np.where(canvas.pixels > 0, 255, 0).astype(np.uint8)
        return np.dstack([rgb, alpha])

    def standing(self, canvas: Canvas, powered: bool = True, anchors: dict[str, Point] | None = None) -> Frame:
        """The canvas with its pivot at the middle of its foot."""
        return Frame(self.picture(canvas, powered), (canvas.width // 2, canvas.height), anchors or {})

    def block(self, name: str, kind: str, whole: Canvas, seed: int) -> list[Strip]:
        """All strips of one look of one kind."""
        storey = STOREYS[kind]
        damaged = bitten(whole, seed, storey)
        ruined = collapsed(whole, seed) if kind in TIMBER else sheared(whole, seed, storey)
        stages = [outlined(self.finish.of(canvas, seed)) for canvas in (whole, damaged, ruined)]
        breaking = crumble(stages[0], stages[1], BREAK_FRAMES, seed)
        falling = crumble(stages[1], stages[2], FALL_FRAMES, seed + 1)
        strips = [Strip(f"{name}/2", (self.standing(stages[2], powered=False),))]
        for number in (0, 1):
            strips.append(Strip(f"{name}/{number}", (self.standing(stages[number]),)))
            strips.append(Strip(f"{name}/{number}/dark", (self.standing(stages[number], powered=False),)))
        for part, frames, ticks in (("fall1", breaking, BREAK_TICKS), ("fall2", falling, FALL_TICKS)):
            strips.append(Strip(f"{name}/{part}", tuple(self.standing(f, powered=False) for f in frames), ticks))
        return strips

    def pylon(self, pylon: Pylon) -> Frame:
        canvas = outlined(pylon.canvas)
        foot_x, foot_y = pylon.foot[0] + 1, pylon.foot[1] + 1
        return Frame(self.picture(canvas), (foot_x, foot_y), dict(pylon.anchors))

    def transformer(self, live: bool) -> Frame:
        canvas = Canvas(60, 44)
        transformer_box(canvas, 6, canvas.height, live)
        wire_fence(canvas, 0, canvas.height, 60)
        return self.standing(outlined(self.finish.of(canvas, 0)), powered=live)


def draw_city(name: str) -> Mapping[str, Sequence[Strip]]:
    """The sheet of the place of this name."""
    sheet = CitySheet(name)
    strips: list[Strip] = []
    for kind, looks in LOOKS.items():
        for number, draw in enumerate(looks):
            seed = sum(map(ord, kind)) + 31 * number
            strips += sheet.block(look_name(kind, number), kind, draw(random.Random(seed)), seed)
    standing = standing_pylon()
    if sheet.finish.cap:  # on a falling one it has been shaken off
        lay_cap(standing.canvas, sheet.finish.cap, 0, depth=1, ledges=False)
    strips.append(Strip("pylon/standing", (sheet.pylon(standing),)))
    strips.append(Strip("pylon/topple", tuple(sheet.pylon(p) for p in toppling_pylon()), TOPPLE_TICKS))
    strips.append(Strip("transformer/live", (sheet.transformer(live=True),)))
    strips.append(Strip("transformer/dead", (sheet.transformer(live=False),)))
    return {f"{name}_city": strips}


def city_target(name: str) -> Target:
    """The catalogue's entry for the sheet `<name>_city`."""
    return Target(f"{name}_city", sources(name), partial(draw_city, name))


CITIES = ("tokyo", "sapporo", "sendai", "sendai_ash", "vigil", "legion", "dawn")
CITY_TARGETS = tuple(city_target(name) for name in CITIES)
