"""The grid as scenery: lattice pylons, utility poles, the substation, and the wires between them.

The pylons the game is played on are in `hero_pylon.py`.
"""

import itertools
import random

from sprites.bake.scenery.canvas import Canvas, Point
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, RIM, SHADE


def insulator(canvas: Canvas, x: int, y: int, length: int = 7) -> None:
    """A string of porcelain discs hanging from (x, y); the conductor hangs below it."""
    for j in range(length):
        canvas.dot(x, y + j, "white", LIGHT if j % 2 else DEEP)
        if j % 2:
            canvas.dot(x - 1, y + j, "white", BASE)
            canvas.dot(x + 1, y + j, "white", SHADE)


def pylon(dice: random.Random, height: int = 140) -> Canvas:
    """A lattice tower with three pairs of arms. `wires`: left and right of each arm, top down, then the earth wire."""
    foot = int(height * 0.21)
    canvas = Canvas(int(height * 0.56) + 10, height)
    middle = canvas.width // 2

    def half_width(y: float) -> float:
        if y <= 0.1 * height:
            return max(0.5, 2.5 * y / (0.1 * height))
        return (5 + (foot - 5) * max(0.0, (y - 0.34 * height) / (0.66 * height))) / 2

    levels = [0.1 * height]
    while levels[-1] < height - 3:
        levels.append(min(height - 1, levels[-1] + max(5, 1.8 * half_width(levels[-1]))))
    for upper, lower in itertools.pairwise(levels):
        a, b = half_width(upper), half_width(lower)
        canvas.line((middle - a, upper), (middle + b, lower), "steel", SHADE)
        canvas.line((middle + a, upper), (middle - b, lower), "steel", DEEP)
        canvas.line((middle - b, lower), (middle + b, lower), "steel", SHADE)
    for side, tone in ((1, SHADE), (-1, LIGHT)):
        top = (middle + side * half_width(0.1 * height), 0.1 * height)
        waist = (middle + side * half_width(0.34 * height), 0.34 * height)
        canvas.line(top, waist, "steel", tone)
        canvas.line(waist, (middle + side * half_width(height - 1), height - 1), "steel", tone)
        canvas.line((middle + side * 3, 0.1 * height), (middle, 0), "steel", tone)
    for share, reach in ((0.14, 0.19), (0.245, 0.25), (0.35, 0.21)):
        for side in (-1, 1):
            _arm(canvas, middle, int(share * height), side * int(reach * height), int(height * 0.045) + 1)
    canvas.wires.append((middle, 0))
    return canvas


def _arm(canvas: Canvas, middle: int, y: int, reach: int, drop: int) -> None:
    end = middle + reach
    canvas.line((middle, y), (end, y), "steel", LIGHT)
    canvas.line((middle, y + 1), (end, y + 1), "steel", DEEP)
    canvas.line((middle, y - drop), (end, y - 1), "steel", LIGHT if reach < 0 else BASE)
    for along in (0.25, 0.5, 0.75):
        x = middle + reach * along
        canvas.line((x, y - drop * (1 - along)), (x, y), "steel", SHADE)
    insulator(canvas, end, y + 2, 5)
    canvas.wires.append((end, y + 7))


def utility_pole(dice: random.Random, height: int = 92) -> Canvas:
    """A concrete pole: three cross-arms, insulators, transformer cans, cable boxes. `wires` on every insulator."""
    canvas = Canvas(44, height)
    x = 21
    for j in range(height):
        width = 3 if j > height * 0.4 else 2
        canvas.rect(x, j, width, 1, "concrete", BASE)
        canvas.dot(x, j, "concrete", LIGHT)
        canvas.dot(x + width - 1, j, "concrete", DEEP)
    for y, reach in ((4, 14), (10, 11), (20, 9)):
        canvas.rect(x - reach, y, 2 * reach + 3, 1, "steel", LIGHT)
        canvas.rect(x - reach, y + 1, 2 * reach + 3, 1, "steel", DEEP)
        canvas.line((x - reach // 2, y + 2), (x, y + 6), "steel", SHADE)
        canvas.line((x + reach // 2 + 2, y + 2), (x + 2, y + 6), "steel", SHADE)
        for offset in (-reach, -reach // 2, reach // 2 + 1, reach + 1):
            canvas.rect(x + offset, y - 3, 2, 3, "white", BASE)
            canvas.dot(x + offset, y - 3, "white", RIM)
            canvas.dot(x + offset, y - 1, "brick", SHADE)
            canvas.wires.append((x + offset, y - 4))
    for offset in (-9, 4) if dice.random() < 0.6 else (4,):
        _transformer_can(canvas, x + offset)
    canvas.line((x - 1, 21), (x - 1, 52), "dark", INK)
    canvas.rect(x - 4, 42, 3, 8, "metal", BASE)
    canvas.rect(x + 3, 48, 4, 6, "metal", SHADE)
    canvas.line((x - 9, 36), (x - 2, 44), "dark", INK)
    canvas.line((x + 7, 36), (x + 4, 47), "dark", INK)
    for y in (40, 43, 46):  # telephone lines
        canvas.wires.append((x + 1, y))
        canvas.rect(x - 3, y, 8, 1, "dark", DEEP)
    for j in range(34, height - 22, 5):  # steps
        canvas.dot(x + (-1 if j // 5 % 2 else 3), j, "steel", BASE)
    for j in range(height - 14, height - 3):  # the striped guard
        canvas.rect(x, j, 3, 1, "paint" if j // 3 % 2 else "dark", BASE if j // 3 % 2 else DEEP)
    return canvas


def _transformer_can(canvas: Canvas, x: int) -> None:
    canvas.rect(x, 25, 7, 11, "metal", BASE)
    canvas.rect(x, 25, 2, 11, "metal", LIGHT)
    canvas.rect(x + 5, 25, 2, 11, "metal", DEEP)
    canvas.rect(x, 24, 7, 1, "metal", RIM)
    canvas.rect(x, 35, 7, 1, "dark", INK)
    canvas.rect(x, 29, 7, 1, "metal", SHADE)
    for bushing, lead in ((1, -1), (5, 6)):
        canvas.rect(x + bushing, 21, 1, 3, "brick", BASE)
        canvas.line((x + bushing, 20), (x + lead, 12), "dark", INK)


def substation(dice: random.Random) -> Canvas:
    """Gantries over two transformers behind a wire fence, 170 px wide."""
    canvas = Canvas(170, 76)
    base = 76
    for x in (8, 84, 158):
        for y in range(10, base):
            canvas.dot(x - 2, y, "steel", LIGHT)
            canvas.dot(x + 3, y, "steel", SHADE)
            if y % 5 == 0:
                canvas.line((x - 2, y), (x + 3, y + 4), "steel", DEEP)
                canvas.line((x + 3, y), (x - 2, y + 4), "steel", DEEP)
    for y in (14, 20):
        canvas.rect(6, y, 156, 1, "steel", LIGHT)
        canvas.rect(6, y + 1, 156, 1, "steel", DEEP)
    for x in range(6, 160, 6):
        canvas.line((x, 14), (x + 3, 20), "steel", SHADE)
        canvas.line((x + 3, 20), (x + 6, 14), "steel", SHADE)
    for x in (28, 48, 68, 104, 124, 144):
        insulator(canvas, x, 22, 9)
        canvas.wires.append((x, 31))
        canvas.line((x, 31), (x + (4 if x < 84 else -4), 44), "dark", INK)
    for x in (22, 98):
        transformer_box(canvas, x, base, live=True)
    wire_fence(canvas, 0, base, 170)
    return canvas


def transformer_box(canvas: Canvas, x: int, base: int, live: bool) -> None:
    """A finned transformer, 48 x 40, standing on row `base`: three bushings, a gauge panel with lamps."""
    canvas.rect(x, base - 28, 48, 24, "metal", BASE)
    canvas.rect(x, base - 28, 48, 1, "metal", RIM)
    canvas.rect(x + 42, base - 28, 6, 24, "metal", DEEP)
    canvas.rect(x, base - 28, 2, 24, "metal", LIGHT)
    for fin in range(x + 4, x + 20, 3):
        canvas.rect(fin, base - 23, 2, 17, "metal", LIGHT)
        canvas.rect(fin + 1, base - 23, 1, 17, "metal", DEEP)
    canvas.rect(x + 24, base - 22, 14, 9, "metal", SHADE)
    canvas.rect(x + 25, base - 21, 5, 3, "sign_green", BASE if live else INK)
    canvas.rect(x + 32, base - 21, 3, 3, "sign_red", BASE if live else INK)
    canvas.rect(x + 25, base - 16, 11, 2, "sign_yellow", SHADE if live else INK)
    for bushing in (8, 20, 32):
        for j in range(10):
            ribbed = j % 2
            canvas.rect(x + bushing - ribbed, base - 38 + j, 2 + 2 * ribbed, 1, "brick", LIGHT if ribbed else SHADE)
        canvas.dot(x + bushing, base - 39, "steel", RIM)
        canvas.wires.append((x + bushing, base - 39))
    canvas.rect(x + 38, base - 36, 9, 8, "metal", BASE)
    canvas.rect(x + 38, base - 36, 9, 1, "metal", RIM)
    canvas.rect(x - 2, base - 4, 52, 4, "concrete", BASE)
    canvas.rect(x - 2, base - 4, 52, 1, "concrete", RIM)


def wire_fence(canvas: Canvas, x: int, base: int, width: int) -> None:
    for i in range(x, x + width, 2):
        canvas.dot(i, base - 9 + i % 4 // 2, "steel", BASE)
        canvas.dot(i + 1, base - 6 + i % 4 // 2, "steel", SHADE)
        canvas.dot(i, base - 3, "steel", SHADE)
    canvas.rect(x, base - 10, width, 1, "steel", LIGHT)
    for post in range(x, x + width, 17):
        canvas.rect(post, base - 12, 1, 12, "steel", BASE)
    sign = x + width // 2 - 5
    canvas.rect(sign, base - 9, 9, 7, "yellow", LIGHT)
    canvas.line((sign + 6, base - 8), (sign + 3, base - 5), "dark", INK)
    canvas.line((sign + 3, base - 5), (sign + 6, base - 5), "dark", INK)
    canvas.line((sign + 6, base - 5), (sign + 4, base - 3), "dark", INK)


def hang_wire(
    canvas: Canvas,
    start: Point,
    end: Point,
    sag: float,
    material: str = "dark",
    tone: int = INK,
    sheen: int = -1,
) -> None:
    """A parabola from start to end, `sag` px deep; with `sheen` a tone, two stretches catch the light."""
    (x0, y0), (x1, y1) = start, end
    count = max(2, int(abs(x1 - x0)), int(abs(y1 - y0)))
    previous = start
    for i in range(1, count + 1):
        along = i / count
        here = (x0 + (x1 - x0) * along, y0 + (y1 - y0) * along + sag * 4 * along * (1 - along))
        canvas.line(previous, here, material, tone)
        if sheen >= 0 and (0.1 < along < 0.46 or 0.8 < along < 0.93):
            canvas.dot(here[0], round(here[1]) - 1, "steel", sheen)
        previous = here
