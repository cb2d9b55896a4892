"""The sheet `ui_title`: the title's backdrop in layers, Gamera from the front in moonlight, and the window icons."""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from PIL import Image

from sprites.bake.scenery import props_houses, props_power, props_shops
from sprites.bake.scenery.canvas import Canvas, rimmed
from sprites.bake.scenery.light import HazeBand
from sprites.bake.scenery.materials import MATERIALS_FILE, Air, Seeds, colour, table
from sprites.bake.scenery.sky import paint_clouds, paint_sky
from sprites.bake.scenery.skyline import draw_skyline
from sprites.bake.scenery.spec import Clouds, SeedColours, Sky, Skyline
from sprites.bake.sheet import Frame, Pixels, Strip
from sprites.bake.targets import SPRITES, Target
from sprites.bake.ui_pixels import (
    SOURCES,
    art,
    blank,
    box,
    dither,
    opaque,
    outlined,
    paste,
    read_source,
    rgb,
    still,
    tones,
)

WIDTH, HEIGHT = 640, 360
HAZES = ((220, 290, "803c84", 0.40), (236, 330, "5c2c80", 0.30))  # top, bottom, colour, amount
WIRE_INK = "0a081c"
SCENERY = (  # the modules whose drawings stand in the backdrop
    "canvas",
    "fittings",
    "lettering",
    "light",
    "materials",
    "noise",
    "props_houses",
    "props_power",
    "props_shops",
    "sky",
    "skyline",
    "spec",
)
FOOT_Y = 326  # the ground in front of the houses is one dark band


def _draw() -> Mapping[str, Sequence[Strip]]:
    source = read_source("title")
    return {"ui_title": [_back(source), _gamera(source["gamera"]), _front(source), *_window_icons()]}


def _read_rgba(name: str) -> Pixels:
    return np.array(Image.open(SOURCES / f"{name}.png").convert("RGBA"))


class _Scene:
    """A picture onto which scenery of the title is painted in its light."""

    def __init__(self, source: dict[str, Any], picture: Pixels) -> None:
        self.source = source
        self.picture = picture
        self.seeds = Seeds.of(msgspec.convert(source["seeds"], SeedColours))
        self.attachments: dict[str, list[tuple[int, int]]] = {}

    def paint(self, canvas: Canvas, x: int, base: int, haze: str, amount: float) -> None:
        """Sets a prop down with its foot at `base`."""
        colours = table(self.seeds, Air(haze, amount))[canvas.pixels]
        solid = np.where(canvas.pixels > 0, 255, 0).astype(np.uint8)
        paste(self.picture, np.dstack([colours, solid]), x, base - canvas.height)

    def pylon(self, name: str, x: int, height: int, base: int, haze: str, amount: float) -> None:
        canvas = rimmed(props_power.pylon(random.Random(height), height))
        left = x - canvas.width // 2
        self.paint(canvas, left, base, haze, amount)
        # The last attachment is the earth wire's, on the very top.
        self.attachments[name] = [(left + u, base - canvas.height + v) for u, v in canvas.wires[:6]]

    def pylons(self, *, behind: bool) -> None:
        for name, plan in self.source["pylons"].items():
            if plan["behind"] is behind:
                self.pylon(name, plan["x"], plan["height"], plan["base"], plan["haze"], plan["amount"])

    def hang(self, start: tuple[int, int], end: tuple[int, int], sag: int) -> None:
        for x in range(start[0], end[0]):
            if 0 <= x < WIDTH:
                self.picture[_hanging(start, end, sag, x), x] = opaque(rgb(WIRE_INK))

    def row(self, plan: dict[str, Any]) -> None:
        """Houses, shops and trees side by side."""
        dice = random.Random(plan["seed"])
        x = -20
        while x < WIDTH:
            prop = _prop(dice.choice(plan["kinds"]), dice, plan["lit"])
            self.paint(rimmed(prop), x, plan["base"], plan["haze"], plan["amount"])
            x += prop.width - 10 + dice.randint(*plan["gap"])


def _prop(kind: str, dice: random.Random, lit: float) -> Canvas:
    match kind:
        case "house":
            return props_houses.house(dice, lit)
        case "shop":
            return props_shops.shop(dice, lit)
        case _:
            return props_houses.tree(dice, dice.randint(18, 28))


def _hanging(start: tuple[int, int], end: tuple[int, int], sag: int, x: int) -> int:
    """y of a strand at `x`."""
    along = (x - start[0]) / (end[0] - start[0])
    return round(start[1] + (end[1] - start[1]) * along + sag * 4 * along * (1 - along))


def _hazy(picture: Pixels, which: int) -> None:
    top, bottom, tint, amount = HAZES[which]
    picture[..., :3] = HazeBand(top, bottom, colour(tint), amount).over(picture[..., :3], 0)


def _back(source: dict[str, Any]) -> Strip:
    """Sky, moon, clouds, the far city and its pylons: opaque."""
    sky = paint_sky(msgspec.convert({"type": "sky", **source["sky"]}, Sky), WIDTH, HEIGHT)
    clouds, mask = paint_clouds(msgspec.convert({"type": "clouds", **source["clouds"]}, Clouds), HEIGHT)
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    moon = source["sky"]["moon"]
    mask &= np.hypot(columns - moon["x"], rows - moon["y"]) > moon["radius"] + 24 * dither(HEIGHT, WIDTH)
    sky[mask] = clouds[mask]
    scene = _Scene(source, np.dstack([sky, np.full((HEIGHT, WIDTH), 255, np.uint8)]))
    for number, plan in enumerate(source["skyline"]):
        spec = msgspec.convert({"type": "skyline", "name": "city", "depth": 0, **plan}, Skyline)
        scene.paint(draw_skyline(spec, WIDTH, []), 0, spec.base, spec.haze, spec.amount)
        if number == 0:
            _hazy(scene.picture, 0)
    scene.pylons(behind=True)
    return still("title/back", scene.picture)


def _gamera(plan: dict[str, Any]) -> Strip:
    """Moonlight from above and behind: night ramp, pale rim; only hot pixels keep their colour. Eyes are anchors."""
    picture = _read_rgba("title_gamera")
    height = picture.shape[0]
    red, blue = picture[..., 0].astype(int), picture[..., 2].astype(int)
    hot = (red > 190) & (blue < 120) & (red - blue > 110)
    light = picture[..., :3].astype(float) @ [0.35, 0.5, 0.15]
    light *= 0.62 + 0.5 * np.linspace(1, 0.25, height)[:, None]
    solid = picture[..., 3] > 0
    night = tones(light / 178, plan["ramp"], solid)
    night[hot & solid] = picture[hot & solid]
    top = solid & ~np.roll(solid, 1, 0)
    left, right = solid & ~np.roll(solid, 1, 1) & ~top, solid & ~np.roll(solid, -1, 1) & ~top
    night[left | right] = opaque("steel")
    night[top] = opaque("pale")
    below_the_moon = np.arange(height)[:, None] > 200
    night[top & below_the_moon] = opaque("steel")
    anchors = {f"eye{number}": (x + 0.0, y + 0.0) for number, (x, y) in enumerate(plan["eyes"])}
    return Strip("title/gamera", (Frame(outlined(night), (1 - plan["x"], 1 - plan["y"]), _moved(anchors, plan)),), 1)


def _moved(anchors: dict[str, tuple[float, float]], plan: dict[str, Any]) -> dict[str, tuple[float, float]]:
    """From px in his picture to px on the page."""
    return {name: (x + plan["x"], y + plan["y"]) for name, (x, y) in anchors.items()}


def _front(source: dict[str, Any]) -> Strip:
    """Near pylons, dark strands and the rows of houses. Anchors `live<n>a`, `live<n>b`: ends of the live strands."""
    scene = _Scene(source, blank(WIDTH, HEIGHT))
    scene.pylons(behind=True)
    far = scene.attachments.copy()
    scene.picture[:] = 0
    scene.pylons(behind=False)
    scene.attachments |= far
    anchors: dict[str, tuple[float, float]] = {}
    for plan in source["strands"]:
        ends = scene.attachments[plan["from"]], scene.attachments[plan["to"]]
        for number in plan["dark"]:
            scene.hang(ends[0][number], ends[1][number], plan["sag"] + number % 3 * 3)
        for number in plan["live"]:
            strand = len(anchors) // 3
            anchors[f"live{strand}a"], anchors[f"live{strand}b"] = ends[0][number], ends[1][number]
            anchors[f"live{strand}sag"] = (0, plan["sag"] + number % 3 * 3)
    for x, y in scene.attachments["p1"]:
        scene.hang((x - 200, y - 20), (x, y), 20)
    for plan in source["rows"]:
        scene.row(plan)
    box(scene.picture, 0, FOOT_Y, WIDTH, HEIGHT - FOOT_Y, "ink")
    return Strip("title/front", (Frame(scene.picture, (0, 0), anchors),), 1)


def _window_icons() -> list[Strip]:
    """`window/256`, `window/64` and, drawn for its size, `window/32`: the head of the display on a night tile."""
    small = blank(32, 32)
    ramp = [rgb(code) for code in ("06051a", "0e0b2c", "1a1248", "2c1a62", "482a7c", "70388c")]
    for y in range(32):
        box(small, 0, y, 32, 1, ramp[y * len(ramp) // 32])
    source = read_source("icons")
    head = outlined(art(source["icon"]["gamera"].splitlines(), source["key"]))
    paste(small, head.repeat(2, 0).repeat(2, 1), -2, -3)
    for row, tint in ((28, "volt1"), (29, "white"), (30, "volt2")):
        box(small, 0, row, 32, 1, tint)
    for x, y in ((0, 0), (31, 0), (0, 31), (31, 31)):
        small[y, x] = 0
    return [still("window/32", small), *(still(f"window/{side}", _read_rgba(f"window_{side}")) for side in (64, 256))]


def _sources() -> tuple[Path, ...]:
    drawings = [SOURCES / name for name in ("title.toml", "palette.toml", "icons.toml")]
    pictures = [SOURCES / f"{name}.png" for name in ("title_gamera", "window_64", "window_256")]
    scenery = [SPRITES / "bake" / "scenery" / f"{module}.py" for module in SCENERY]
    materials = [MATERIALS_FILE, MATERIALS_FILE.with_name("signs.toml"), MATERIALS_FILE.with_name("stamps.toml")]
    return (*drawings, *pictures, *scenery, *materials, Path(__file__))


UI_TITLE = Target("ui_title", _sources(), _draw)
