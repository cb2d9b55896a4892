"""Shops with flats above them, their signs, awnings and lanterns; the petrol station."""

import random

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.fittings import aerial, air_conditioner, roof_tank, window
from sprites.bake.scenery.lettering import SIGN_COLOURS, banner, board, draw_letter, width_of, word_that_fits
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, RIM, SHADE

SIGN_MARGIN = 14  # px right of the wall for the upright sign


def shop(dice: random.Random, lit: float = 0.6, floors: int = 0, width: int = 0) -> Canvas:
    """A narrow house with a shop below: 24 to 36 px of wall, 2 to 4 floors, signs on the front and at the side."""
    floors = floors or dice.choice((2, 3, 3, 4))
    width = width or dice.randint(24, 36)
    canvas = Canvas(width + SIGN_MARGIN, floors * 9 + 28)
    x, base = 2, canvas.height
    top = base - floors * 9 - 3
    wall = dice.choice(("plaster", "concrete", "brick", "stucco"))
    _shell(canvas, x, top, width, wall)
    for floor in range(floors - 1):
        _flat(canvas, x, top + 3 + floor * 9, width, wall, dice, lit)
    sign = dice.choice(SIGN_COLOURS)
    open_late = dice.random() < lit + 0.3
    _shop_front(canvas, x, width, dice, open_late)
    canvas.rect(x, base - 14, width, 1, sign, SHADE)
    word = word_that_fits(dice, width)
    board(canvas, x + (width - width_of(word)) // 2, base - (19 if floors > 2 else 18), word, sign)
    _awning(canvas, x, width, "red" if sign in ("sign_red", "sign_yellow", "sign_pink") else "blue")
    if dice.random() < 0.8:
        tall = word_that_fits(dice, floors * 9 - 4, tall=True, beside=word)
        banner(canvas, x + width - 1, top + 1, tall, dice.choice(SIGN_COLOURS))
    _shop_roof(canvas, x, top, width, dice, word)
    if dice.random() < 0.5:  # paper lanterns
        for i in range(3):
            canvas.rect(x + 2 + i * 4, base - 8, 3, 4, "sign_red", BASE if i == 1 else SHADE)
            canvas.dot(x + 3 + i * 4, base - 7, "sign_red", LIGHT)
    return canvas


def _shell(canvas: Canvas, x: int, top: int, width: int, wall: str) -> None:
    base = canvas.height
    canvas.rect(x, top, width, base - top, wall, BASE)
    canvas.rect(x + width - 5, top, 5, base - top, wall, SHADE)
    canvas.rect(x - 1, top - 1, width + 2, 2, wall, LIGHT)
    canvas.rect(x - 1, top - 1, width + 2, 1, wall, RIM)
    if wall == "brick":
        for j in range(top + 1, base, 2):
            for i in range((j // 2 % 2) * 2, width, 4):
                canvas.dot(x + i, j, wall, SHADE)


def _flat(canvas: Canvas, x: int, y: int, width: int, wall: str, dice: random.Random, lit: float) -> None:
    if dice.random() < 0.3:  # a window band
        canvas.rect(x + 2, y - 1, width - 9, 7, "dark", INK)
        for i in range(0, width - 14, 6):
            window(canvas, x + 3 + i, y, 5, 5, dice, lit, sill=False)
    else:
        for i in range(0, width - 13, 9):
            window(canvas, x + 3 + i, y, 5, 5, dice, lit)
    if dice.random() < 0.4:
        air_conditioner(canvas, x + width - 11, y + 2)
    canvas.rect(x, y + 7, width, 1, wall, SHADE)


def _shop_front(canvas: Canvas, x: int, width: int, dice: random.Random, open_late: bool) -> None:
    base = canvas.height
    canvas.rect(x, base - 13, width, 13, "dark", DEEP)
    if not open_late:  # the shutter is down
        for j in range(base - 9, base):
            canvas.rect(x + 2, j, width - 4, 1, "metal", SHADE if j % 2 else DEEP)
        return
    inside = dice.choice(("tube", "tube", "window"))
    canvas.rect(x + 2, base - 9, width - 4, 8, inside, SHADE)
    canvas.rect(x + 2, base - 9, width - 4, 1, inside, LIGHT)
    for i in range(x + 3, x + width - 3, 2):  # goods
        material = dice.choice(("sign_red", "sign_yellow", "sign_blue", "sign_green"))
        canvas.rect(i, base - dice.randint(4, 6), 2, 1, material, dice.choice((SHADE, BASE)))
    for i in range(x + 4, x + width - 4, 6):  # counters and customers
        canvas.rect(i, base - 4, 4, 3, dice.choice(("red", "blue", "wood", "white")), dice.choice((SHADE, BASE)))
    canvas.rect(x + width // 2, base - 9, 1, 9, "dark", DEEP)


def _awning(canvas: Canvas, x: int, width: int, cloth: str) -> None:
    base = canvas.height
    for i in range(width + 2):
        striped = i // 3 % 2 == 1
        canvas.rect(x - 1 + i, base - 11, 1, 3, cloth if striped else "white", BASE if striped else LIGHT)
    canvas.rect(x - 1, base - 11, width + 2, 1, "white", RIM)
    canvas.rect(x - 1, base - 8, width + 2, 1, "dark", INK)


def _shop_roof(canvas: Canvas, x: int, top: int, width: int, dice: random.Random, below: str) -> None:
    if dice.random() < 0.45:
        word = word_that_fits(dice, width - 4, beside=below)
        length = board(canvas, x + 3, top - 11, word, dice.choice(("sign_red", "sign_blue", "sign_green")))
        for i in range(0, length, 5):
            canvas.rect(x + 4 + i, top - 2, 1, 2, "steel", SHADE)
    else:
        roof_tank(canvas, x + 4, top - 1, 7, 4)
        aerial(canvas, x + width - 6, top - 1, 8)


def petrol_station(dice: random.Random, lit: float = 1.0) -> Canvas:
    canvas = Canvas(96, 44)
    base, glow = 44, LIGHT if lit else INK
    canvas.rect(2, base - 30, 74, 6, "sign_red", SHADE)
    canvas.rect(2, base - 30, 74, 1, "sign_red", LIGHT)
    canvas.rect(2, base - 27, 74, 2, "white", LIGHT)
    canvas.rect(4, base - 24, 70, 1, "tube", glow)
    canvas.rect(4, base - 23, 70, 1, "dark", DEEP)
    for i, letter in enumerate("ガス"):
        draw_letter(canvas, letter, 30 + i * 7, base - 29, "white", RIM)
    for x in (12, 60):
        canvas.rect(x, base - 23, 3, 23, "white", BASE)
        canvas.rect(x, base - 23, 1, 23, "white", RIM)
        canvas.rect(x + 2, base - 23, 1, 23, "white", SHADE)
    canvas.rect(66, base - 18, 28, 18, "white", BASE)
    canvas.rect(66, base - 20, 28, 2, "blue", LIGHT)
    canvas.rect(69, base - 15, 20, 11, "tube", SHADE)
    canvas.rect(69, base - 15, 20, 1, "tube", glow)
    canvas.rect(79, base - 15, 1, 15, "dark", DEEP)
    canvas.rect(71, base - 8, 6, 4, "sign_yellow", SHADE)
    canvas.rect(84, base - 9, 4, 5, "sign_red", SHADE)
    for x in (24, 40):  # pumps
        canvas.rect(x, base - 13, 7, 13, "red", BASE)
        canvas.rect(x, base - 13, 7, 1, "red", RIM)
        canvas.rect(x + 1, base - 11, 5, 4, "tube", BASE)
        canvas.rect(x + 6, base - 13, 1, 13, "red", DEEP)
        canvas.line((x + 7, base - 10), (x + 9, base - 4), "dark", INK)
    canvas.rect(20, base - 1, 44, 1, "concrete", LIGHT)
    canvas.rect(88, base - 44, 8, 11, "sign_yellow", SHADE)
    canvas.rect(88, base - 44, 8, 1, "sign_yellow", LIGHT)
    draw_letter(canvas, "ガ", 90, base - 41, "sign_yellow", INK)
    canvas.rect(91, base - 33, 2, 13, "metal", BASE)
    return canvas
