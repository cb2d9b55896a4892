"""The small parts that houses, shops and offices share: windows, railings, laundry, aerials, coolers."""

import random

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, RIM, SHADE


def window(
    canvas: Canvas,
    x: int,
    y: int,
    width: int,
    height: int,
    dice: random.Random,
    lit: float,
    sill: bool = True,
) -> None:
    """A sliding window, lit with probability `lit`: frame, panes, curtain or glint, sill."""
    canvas.rect(x - 1, y - 1, width + 2, height + 2, "dark", DEEP)
    if dice.random() < lit:
        _lit_panes(canvas, x, y, width, height, dice)
    else:
        canvas.rect(x, y, width, height, "glass", DEEP)
        if dice.random() < 0.5:
            canvas.line((x + width - 1, y), (x + max(0, width - height), y + height - 1), "glass", BASE)
        else:
            canvas.rect(x, y, width, 1, "glass", SHADE)
    if width >= 5:
        canvas.rect(x + width // 2, y, 1, height, "dark", DEEP)
    if sill:
        canvas.rect(x - 1, y + height + 1, width + 2, 1, "metal", RIM)


def _lit_panes(canvas: Canvas, x: int, y: int, width: int, height: int, dice: random.Random) -> None:
    tone = dice.choice((SHADE, BASE, BASE, BASE, LIGHT, RIM))
    material = dice.choice(("window", "window", "window_dim"))
    canvas.rect(x, y, width, height, material, tone)
    canvas.rect(x, y, width, 1, material, tone - 1)
    curtain = max(1, width // 4)
    if dice.random() < 0.45:
        canvas.rect(x, y, curtain, height, material, DEEP)
    if dice.random() < 0.3:
        canvas.rect(x + width - curtain, y, curtain, height, material, DEEP)
    if dice.random() < 0.12 and height > 4:  # somebody stands there
        canvas.rect(x + width // 2 + 1, y + height - 4, 2, 4, "dark", DEEP)
        canvas.dot(x + width // 2 + 1, y + height - 5, "dark", DEEP)


def laundry(canvas: Canvas, x: int, y: int, width: int, dice: random.Random) -> None:
    for left in range(x, x + width - 2, 3):
        if dice.random() < 0.75:
            cloth = dice.choice(("white", "plaster", "blue", "red", "cloth", "white"))
            length = dice.randint(2, 4)
            canvas.rect(left, y, 2, length, cloth, LIGHT)
            canvas.dot(left + 1, y + length - 1, cloth, SHADE)


def railing(canvas: Canvas, x: int, y: int, width: int, height: int = 4, material: str = "metal") -> None:
    canvas.rect(x, y, width, 1, material, RIM)
    canvas.rect(x, y + height - 1, width, 1, material, SHADE)
    for post in range(x, x + width, 2):
        canvas.rect(post, y + 1, 1, height - 2, material, BASE)


def air_conditioner(canvas: Canvas, x: int, y: int) -> None:
    canvas.rect(x, y, 6, 4, "white", BASE)
    canvas.rect(x, y, 6, 1, "white", RIM)
    canvas.rect(x + 1, y + 1, 3, 2, "dark", DEEP)
    canvas.dot(x + 2, y + 1, "metal", BASE)
    canvas.dot(x, y + 4, "dark", INK)
    canvas.dot(x + 5, y + 4, "dark", INK)


def aerial(canvas: Canvas, x: int, y: int, height: int = 10) -> None:
    """A television aerial whose mast stands on (x, y)."""
    canvas.rect(x, y - height, 1, height, "steel", BASE)
    for drop, reach in ((0, 3), (2, 4), (4, 2)):
        canvas.rect(x - reach, y - height + drop, 2 * reach + 1, 1, "steel", BASE)
    canvas.dot(x, y - height - 1, "steel", RIM)


def roof_tank(canvas: Canvas, x: int, y: int, width: int = 8, height: int = 5) -> None:
    """A water tank or machine house standing on row y."""
    canvas.rect(x, y - height, width, height, "metal", BASE)
    canvas.rect(x, y - height, width, 1, "metal", RIM)
    canvas.rect(x + width - 2, y - height + 1, 2, height - 1, "metal", DEEP)
    canvas.rect(x + 1, y, 1, 2, "dark", DEEP)
    canvas.rect(x + width - 3, y, 1, 2, "dark", DEEP)
