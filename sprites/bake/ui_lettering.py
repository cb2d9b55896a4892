"""Big lettering of the sheet `ui`: Japanese glyphs from brush strokes, Latin letters from outlines."""

import itertools
import math
import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy import ndimage

from sprites.bake.sheet import Pixels, Strip
from sprites.bake.ui_pixels import Mask, blank, opaque, outlined, read_source, rgb, still, tones

FINE = 6  # masks are drawn at this many times their size
BOX = 64  # units of a Japanese glyph's box; 2 units of air around it
LATIN_HEIGHT = 48  # units
STROKE = 7.5  # units, where a stroke names no width of its own
Light = npt.NDArray[np.float64]
Warp = Callable[[float], tuple[float, float]]  # -1 (left) to 1 (right) -> px that top and foot move down


def lettering() -> list[Strip]:
    plan = read_source("lettering")
    strips = []
    for style, finish in plan["alphabet"].items():
        strips += [still(f"{style}/{letter}", _latin_letter(letter, finish)) for letter in finish["letters"]]
    for style, finish in plan["glyphs"].items():
        strips += [still(f"glyph_{style}/{letter}", _japanese_letter(letter, finish)) for letter in finish["letters"]]
    logo = plan["logo"]
    strips += [
        still("logo/gamera", _logo_gamera(**logo["gamera"])),
        still("logo/sub", _logo_sub(**logo["sub"])),
        still("logo/jp", _logo_japanese(**logo["jp"])),
    ]
    return [
        *strips,
        *(still(f"stamp/{rank}", _stamp(rank, colours)) for rank, colours in plan["stamp"].items()),
        still("seal", _seal(**plan["seal"])),
    ]


def brush(glyph: str, size: int, weight: float = 1.0, slant: float = 0.0) -> Mask:
    """A Japanese glyph `size` px high, as a mask FINE times as large."""
    side = size * FINE
    unit = side / (BOX + 4)
    picture = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(picture)
    for stroke in read_source("glyphs")[glyph]["strokes"]:
        points = [((x + 2 + slant * (32 - y)) * unit, (y + 2) * unit) for x, y in stroke["points"]]
        width = stroke.get("width", STROKE) * weight * unit
        _brush_stroke(draw, points, width, stroke.get("taper", False))
    return np.asarray(picture) > 0


def _brush_stroke(draw: ImageDraw.ImageDraw, points: Sequence[tuple[float, float]], width: float, taper: bool) -> None:
    """A flat brush: fuller at the ends, cut slantwise where it runs level, tapering to a point if asked."""
    lengths = [0.0]
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        lengths.append(lengths[-1] + math.hypot(x1 - x0, y1 - y0))

    def breadth(along: float) -> float:
        return width * ((1.12 - 0.9 * along**1.5) if taper else (1.06 - 0.2 * math.sin(math.pi * along)))

    last = len(points) - 2
    for number, ((x0, y0), (x1, y1)) in enumerate(itertools.pairwise(points)):
        length = lengths[number + 1] - lengths[number]
        ux, uy = (x1 - x0) / length, (y1 - y0) / length
        before = width * 0.25 if number == 0 else 0.0
        after = width * 0.25 if number == last and not taper else 0.0
        ax, ay, bx, by = x0 - ux * before, y0 - uy * before, x1 + ux * after, y1 + uy * after
        start, end = (breadth(lengths[number + k] / lengths[-1]) / 2 for k in (0, 1))
        cut = 0.35 if abs(ux) > 0.8 else 0.0
        corners = [
            (ax - uy * start - ux * start * cut, ay + ux * start - uy * start * cut),
            (ax + uy * start + ux * start * cut, ay - ux * start + uy * start * cut),
            (bx + uy * end + ux * end * cut, by - ux * end + uy * end * cut),
            (bx - uy * end - ux * end * cut, by + ux * end - uy * end * cut),
        ]
        draw.polygon(corners, fill=255)
        if number < last:
            radius = end * 1.08
            turns = [t * math.pi / 4 + 0.39 for t in range(8)]
            draw.polygon([(x1 + radius * math.cos(t), y1 + radius * math.sin(t)) for t in turns], fill=255)


def latin(word: str, size: int, gap: int = 3, warp: Warp | None = None, shear: float = 0.0, pad: int = 4) -> Mask:
    """A word of logo letters `size` px high, as a mask FINE times as large. A warp adds 60 px of height."""
    shapes = read_source("letters")
    unit = size / LATIN_HEIGHT
    space = size * 0.35
    advance = sum(space if letter == " " else shapes[letter]["width"] * unit for letter in word) + gap * (len(word) - 1)
    width = int(advance + 2 * pad + abs(shear) * size + 2)
    height = int(size + 2 * pad + (60 if warp else 0))
    picture = Image.new("L", (width * FINE, height * FINE), 0)
    draw = ImageDraw.Draw(picture)
    top = pad + (30 if warp else 0)

    def placed(x: float, y: float, left: float) -> tuple[float, float]:
        across, down = left + x * unit, y / LATIN_HEIGHT
        rise, drop = warp((across - width / 2) / (width / 2)) if warp else (0.0, 0.0)
        return (across + shear * (size - size * down)) * FINE, (top + rise + (size + drop - rise) * down) * FINE

    left = float(pad)
    for letter in word:
        if letter == " ":
            left += space + gap
            continue
        shape = shapes[letter]
        for points, fill in [(shape["outline"], 255), *((hole, 0) for hole in shape.get("holes", []))]:
            draw.polygon([placed(x, y, left) for x, y in _subdivided(points)], fill=fill)
        left += shape["width"] * unit + gap
    return np.asarray(picture) > 0


def _subdivided(points: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    """Six points an edge, so that a warp bends long edges."""
    return [
        (x0 + (x1 - x0) * step / 6, y0 + (y1 - y0) * step / 6)
        for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True)
        for step in range(6)
    ]


def reduced(fine: npt.NDArray[Any], by: int = FINE) -> Light:
    """The mean of every `by` x `by` square."""
    height, width = (side // by for side in fine.shape)
    return fine[: height * by, : width * by].reshape(height, by, width, by).mean((1, 3))


def chiselled(
    mask: Mask,
    bevel: float,
    ramp: Sequence[str],
    tone: tuple[float, float],
    *,
    flat: float = 0.18,
    roughness: float = 0.0,
    grooves: Light | None = None,
) -> Pixels:
    """A mask FINE times as large, cut like stone, lit from upper left: `bevel` px of edge, slope `flat` inside."""
    depth = ndimage.distance_transform_edt(mask) / FINE
    relief = np.minimum(depth, bevel) + np.maximum(0, depth - bevel) * flat
    if roughness:
        grain = ndimage.gaussian_filter(np.random.RandomState(5).randn(*mask.shape), (FINE * 1.2, FINE * 3))
        relief += grain / grain.std() * roughness * np.clip(depth / bevel, 0, 1)
    if grooves is not None:
        relief -= grooves
    slope_y, slope_x = np.gradient(ndimage.gaussian_filter(relief, FINE * 0.35) * FINE)
    facing = 1 / np.sqrt(slope_x**2 + slope_y**2 + 1)
    normal_x, normal_y = -slope_x * facing, -slope_y * facing
    key_light = np.clip(-0.50 * normal_x - 0.66 * normal_y + 0.56 * facing, 0, 1)
    bounce = np.clip(0.6 * normal_x + 0.7 * normal_y + 0.1 * facing, 0, 1)
    light = 0.12 + 0.78 * key_light + 0.15 * bounce
    cover = reduced(mask)
    shown = reduced(light * mask) / np.maximum(cover, 1e-6)
    shown += np.linspace(*tone, shown.shape[0])[:, None]
    return tones(shown, ramp, cover >= 0.5)


def extruded(picture: Pixels, step_x: int, depth: int, colours: Sequence[str]) -> Pixels:
    """The picture with a side of `depth` px below it (and to the right by `step_x` a px)."""
    height, width = picture.shape[:2]
    deep = blank(width + step_x * depth, height + depth)
    solid = picture[..., 3] > 0
    for layer in range(depth, 0, -1):
        colour = rgb(colours[min(len(colours) - 1, (layer - 1) * len(colours) // depth)])
        deep[layer : layer + height, step_x * layer : step_x * layer + width][solid] = opaque(colour)
    deep[:height, :width][solid] = picture[solid]
    return deep


def _latin_letter(letter: str, finish: dict[str, Any]) -> Pixels:
    size = finish["size"]
    stone = chiselled(latin(letter, size, pad=3), max(2.0, size * 0.09), finish["ramp"], (0.12, -0.1))
    return outlined(extruded(stone, 0, finish["depth"], finish["side"]), corners=True)


def _japanese_letter(letter: str, finish: dict[str, Any]) -> Pixels:
    mask = brush(letter, finish["size"], finish["weight"])
    stone = chiselled(mask, finish["bevel"], finish["ramp"], (0.12, -0.12))
    if finish["depth"]:
        stone = extruded(stone, 1, finish["depth"], finish["side"])
    return outlined(stone, corners=True)


def _logo_gamera(word: str, ramp: Sequence[str], side: Sequence[str], depth: int) -> Pixels:
    """Wide in the middle like a carapace, with the grooves of scutes and cracks."""
    mask = latin(word, 62, 3, lambda u: (-9 * u * u + 3, 13 * u * u - 3), pad=10)
    grooves = _cracks(word, mask.shape)
    stone = chiselled(mask, 5.5, ramp, (0.13, -0.20), flat=0.03, roughness=0.22, grooves=grooves)
    return outlined(extruded(stone, 0, depth, side), corners=True)


def _cracks(word: str, shape: tuple[int, ...]) -> Light:
    """Two jagged cracks a letter, one from the top, one from the foot; depth in px."""
    dice = random.Random(4)
    picture = Image.new("L", (shape[1], shape[0]), 0)
    draw = ImageDraw.Draw(picture)
    shapes = read_source("letters")
    left = 10.0
    for letter in word:
        width = shapes[letter]["width"] * 62 / LATIN_HEIGHT
        for down in (False, True):
            x, y = (left + dice.uniform(0.1, 0.9) * width) * FINE, (30 + dice.choice((8, 54))) * FINE
            points = [(x, y)]
            for _ in range(4):
                x += dice.uniform(-5, 5) * FINE
                y += dice.uniform(3, 6) * FINE * (1 if down else -1)
                points.append((x, y))
            draw.line(points, fill=255, width=int(FINE * 1.3))
        left += width + 3
    cracks = np.asarray(picture) > 0
    return ndimage.gaussian_filter(cracks.astype(float), FINE * 0.3) * 2.6


def _logo_sub(word: str, ramp: Sequence[str], side: Sequence[str], depth: int) -> Pixels:
    stone = chiselled(latin(word, 17, 3, shear=0.18, pad=3), 2.4, ramp, (0.18, -0.1))
    return outlined(extruded(stone, 0, depth, side), corners=True)


def _logo_japanese(word: str, ramp: Sequence[str], side: Sequence[str], depth: int) -> Pixels:
    size = 30
    gap = np.zeros((size * FINE, FINE), bool)
    mask = np.concatenate([part for glyph in word for part in (brush(glyph, size, 1.12, 0.10), gap)], axis=1)
    return outlined(extruded(chiselled(mask, 2.4, ramp, (0.15, -0.2)), 1, depth, side), corners=True)


def _stamp(rank: str, colours: Sequence[str]) -> Pixels:
    """A rubber stamp of 96 px, tilted by 9 degrees, worn in places."""
    side, fine = 96, 4
    picture = Image.new("L", (side * fine, side * fine), 0)
    draw = ImageDraw.Draw(picture)
    middle = side * fine / 2
    for outer, inner in ((0.485, 0.445), (0.425, 0.405)):
        for share, fill in ((outer, 255), (inner, 0)):
            reach = share * side * fine
            draw.ellipse((middle - reach, middle - reach, middle + reach, middle + reach), fill=fill)
    letter = reduced(latin(rank, int(side * 0.60), 0, pad=0).repeat(fine, 0).repeat(fine, 1)) > 0.5
    height, width = letter.shape
    inked = np.array(picture)
    top, left = int(middle - height / 2), int(middle - width / 2)
    inked[top : top + height, left : left + width] |= letter.astype(np.uint8) * 255
    tilted = np.asarray(Image.fromarray(inked).rotate(9, resample=Image.Resampling.BICUBIC))
    wear = ndimage.gaussian_filter(np.random.RandomState("SABCD".index(rank) + 1).randn(side, side), 1.1)
    wear /= wear.std()
    printed = (reduced(tilted, fine) / 255 > 0.5) & (wear <= 1.8)
    worn, body, fresh = (opaque(rgb(colour)) for colour in colours)
    stamp = blank(side, side)
    stamp[printed] = body
    stamp[printed & (wear < -1.5)] = fresh
    stamp[printed & ((wear > 1.2) | ~np.roll(printed, -1, 0))] = worn
    return stamp


def _seal(glyph: str, side: int, ink: Sequence[str]) -> Pixels:
    """A seal of `side` px: body and fresh ink, the glyph and a thin frame left out, worn in places."""
    margin = 7
    printed = np.zeros((side, side), bool)
    printed[2:-2, 2:-2] = True
    left_out = reduced(brush(glyph, side - 2 * margin)) > 0.5
    printed[margin:-margin, margin:-margin] &= ~left_out
    printed[4:-4, 4:-4] &= ~_rim(side - 8)
    wear = ndimage.gaussian_filter(np.random.RandomState(4).randn(side, side), 1.1)
    wear /= wear.std()
    printed &= wear <= 1.7
    body, fresh = (opaque(rgb(colour)) for colour in ink)
    seal = blank(side, side)
    seal[printed] = body
    seal[printed & (wear < -1.0)] = fresh
    return seal


def _rim(side: int) -> Mask:
    """The outermost ring of pixels of a square."""
    rim = np.ones((side, side), bool)
    rim[1:-1, 1:-1] = False
    return rim
