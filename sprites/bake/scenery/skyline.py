"""The far and middle city: boxes with steps, tanks, aerials, roof signs and lit windows, and the broadcasting tower."""

import math
import random

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.materials import BASE, DEEP, LIGHT, RIM, SHADE
from sprites.bake.scenery.spec import Skyline, strip_x

PEAK_RISE, PEAK_REACH = 0.6, 110  # share of the height, px
ROOF_SIGNS = ("sign_red", "sign_blue", "sign_green", "sign_yellow")


def draw_skyline(spec: Skyline, width: int, breaks: list[int]) -> Canvas:
    """A row of `width` px whose bottom row stands on the layer's base; no building straddles a break."""
    dice = random.Random(spec.seed)
    canvas = Canvas(width, int(spec.high * (2.6 + PEAK_RISE) + 20))
    x = -4
    while x < width:
        breadth = int(dice.randint(8, 22) * spec.scale)
        height = int(dice.randint(spec.low, spec.high) + (dice.random() < spec.tall) * spec.high * 0.8)
        height = round(height * _prominence(spec, x))
        crossed = [edge for edge in breaks if x < edge < x + breadth]
        if crossed:
            breadth = max(3, crossed[0] - x)
        _building(canvas, x, breadth, height, spec, dice)
        x += breadth + dice.choice((0, 0, 1, 3))
    return canvas


def _prominence(spec: Skyline, x: int) -> float:
    """1, more round the place's peak."""
    if spec.peak is None:
        return 1.0
    return 1 + PEAK_RISE * math.exp(-(((x - strip_x(spec.peak, spec.depth)) / PEAK_REACH) ** 2))


def _building(canvas: Canvas, x: int, width: int, height: int, spec: Skyline, dice: random.Random) -> None:
    top, flank = canvas.height - height, max(2, int(width * 0.3))
    wall = dice.choice(("concrete", "stucco", "concrete", "brick", "metal"))
    tone = dice.choice((SHADE, BASE, BASE))
    canvas.rect(x, top, width - flank, height, wall, tone)
    canvas.rect(x + width - flank, top, flank, height, wall, DEEP)
    canvas.rect(x, top, width, 1, wall, LIGHT)
    _roof(canvas, x, top, width, wall, tone, spec.scale, dice)
    _windows(canvas, x, top, width, flank, wall, spec, dice)


def _roof(
    canvas: Canvas, x: int, top: int, width: int, wall: str, tone: int, scale: float, dice: random.Random
) -> None:
    kind = dice.random()
    if kind < 0.25 and width > 9:
        canvas.rect(x + 2, top - 4, width // 2, 4, wall, tone)
        canvas.rect(x + 2, top - 4, width // 2, 1, wall, LIGHT)
    elif kind < 0.4:
        mast = int(8 * scale)
        canvas.rect(x + width // 2, top - mast, 1, mast, "dark", SHADE)
        canvas.dot(x + width // 2, top - mast - 1, "beacon", DEEP)
        canvas.beacons.append((x + width // 2, top - mast - 1))
    elif kind < 0.52 and width > 8:
        sign = dice.choice(ROOF_SIGNS)
        canvas.rect(x + 1, top - 5, width - 4, 4, sign, SHADE)
        canvas.rect(x + 2, top - 4, width - 6, 2, sign, LIGHT)
    elif kind < 0.6:
        canvas.rect(x + 1, top - 3, 4, 3, "metal", SHADE)


def _windows(
    canvas: Canvas, x: int, top: int, width: int, flank: int, wall: str, spec: Skyline, dice: random.Random
) -> None:
    near = spec.scale >= 1.2
    step_x, step_y, pane = (3, 4, 2) if near else (2, 3, 1)
    lit = spec.lit * dice.choice((0.4, 1, 1, 1.6))
    for y in range(top + 3, canvas.height - 1, step_y):
        chance = lit * 2.2 if dice.random() < 0.2 else lit
        for left in range(x + 2, x + width - flank - 1, step_x):
            if dice.random() < chance:
                material = dice.choice(("window", "window", "window_dim"))
                canvas.rect(left, y, pane, pane, material, dice.choice((SHADE, SHADE, BASE, BASE, LIGHT, RIM)))
            elif near:
                canvas.rect(left, y, pane, pane, wall, DEEP)
        if flank > 4 and dice.random() < lit:
            canvas.rect(x + width - flank + 2, y, 1, pane, "window_dim", SHADE)


def broadcasting_tower(height: int) -> Canvas:
    """The red and white lattice tower with its two decks."""
    canvas = Canvas(int(height * 0.4) + 6, height)
    middle, mast = canvas.width // 2, 12

    def half_width(down: float) -> float:
        return 1 + down**2.2 * height * 0.17

    for y in range(mast, height):
        down = (y - mast) / (height - mast)
        half = half_width(down)
        paint = "white" if int(down * 9) % 2 else "red"
        canvas.rect(middle - half, y, 2, 1, paint, LIGHT)
        canvas.rect(middle + half - 1, y, 2, 1, paint, SHADE)
        if y % 4 == 0:
            below = half_width(min(1, down + 4 / height))
            canvas.line((middle - half, y), (middle + below, y + 4), paint, SHADE)
            canvas.line((middle + half, y), (middle - below, y + 4), paint, BASE)
        if half < 2.5:
            canvas.rect(middle - 1, y, 3, 1, paint, BASE)
    canvas.rect(middle, 0, 1, mast, "white", BASE)
    canvas.beacons.append((middle, 0))
    deck = int(height * 0.44)
    canvas.rect(middle - 6, deck, 13, 4, "white", LIGHT)
    canvas.rect(middle - 6, deck + 1, 13, 1, "window", BASE)
    deck = int(height * 0.6)
    canvas.rect(middle - 5, deck - 5, 11, 6, "dark", DEEP)
    canvas.rect(middle - 4, deck - 4, 9, 4, "window", BASE)
    canvas.beacons.append((middle, int(height * 0.42)))
    return canvas
