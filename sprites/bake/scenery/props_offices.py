"""Office towers and the department store. One floor is 8 or 9 px."""

import random

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.fittings import roof_tank
from sprites.bake.scenery.lettering import board, draw_letter
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, RIM, SHADE

FLOOR = 8


def office(dice: random.Random, lit: float = 0.45, floors: int = 11, width: int = 0, style: str = "") -> Canvas:
    """A tower of style "grid", "band" or "fin", 40 to 56 px wide; a lobby below, machines and a beacon on top."""
    width = width or dice.randint(40, 56)
    style = style or dice.choice(("grid", "band", "fin"))
    canvas = Canvas(width + 2, floors * FLOOR + 24)
    x, base = 1, canvas.height
    top, flank = base - floors * FLOOR - 5, int(width * 0.26)
    wall = dice.choice(("concrete", "stucco", "plaster", "brick"))
    canvas.rect(x, top, width, base - top, wall, BASE)
    canvas.rect(x + width - flank, top, flank, base - top, wall, SHADE)
    for floor in range(floors - 1):
        y = top + 3 + floor * FLOOR
        _office_floor(canvas, x, y, width - flank, style, dice, lit)
        for i in range(x + width - flank + 2, x + width - 2, 4):
            if dice.random() < lit * 0.7:
                canvas.rect(i, y, 2, 4, "window_dim", SHADE)
            else:
                canvas.rect(i, y, 2, 4, "glass", INK)
        if style != "fin":
            canvas.rect(x, y + 5, width - flank, 1, wall, LIGHT if style == "band" else SHADE)
            canvas.rect(x, y + 6, width - flank, 1, wall, SHADE)
    if style == "fin":
        for i in range(x, x + width - flank, 6):
            canvas.rect(i, top, 1, base - top - 10, wall, LIGHT)
            canvas.rect(i + 1, top, 1, base - top - 10, wall, DEEP)
    canvas.rect(x - 1, top - 1, width + 2, 2, wall, LIGHT)
    canvas.rect(x - 1, top - 1, width + 2, 1, wall, RIM)
    _lobby(canvas, x, width, flank, wall)
    _office_roof(canvas, x, top, width, wall, dice)
    return canvas


def _office_floor(canvas: Canvas, x: int, y: int, width: int, style: str, dice: random.Random, lit: float) -> None:
    chance = lit * (1.6 if dice.random() < 0.25 else 0.8)
    pane = dice.choice((3, 4)) if style == "grid" else 4
    if style == "band":
        canvas.rect(x + 2, y, width - 3, 4, "dark", DEEP)
    for i in range(x + 2, x + width - pane, pane + (1 if style == "band" else 2)):
        if dice.random() < chance:
            tone = dice.choice((SHADE, BASE, BASE, LIGHT))
            material = dice.choice(("window", "window", "window_dim", "tube"))
            canvas.rect(i, y, pane, 4, material, tone)
            if dice.random() < 0.5:
                canvas.rect(i, y, pane, 1, material, tone - 1)
            if dice.random() < 0.4:
                canvas.rect(i + dice.randint(0, pane - 1), y + 2, 1, 2, "dark", DEEP)
        else:
            canvas.rect(i, y, pane, 4, "glass", DEEP)
            canvas.dot(i + pane - 1, y, "glass", BASE)
            canvas.dot(i + pane - 2, y + 1, "glass", SHADE)


def _lobby(canvas: Canvas, x: int, width: int, flank: int, wall: str) -> None:
    base = canvas.height
    canvas.rect(x, base - 11, width, 11, "dark", DEEP)
    canvas.rect(x + 2, base - 9, width - flank - 4, 8, "tube", SHADE)
    canvas.rect(x + 2, base - 9, width - flank - 4, 1, "tube", LIGHT)
    for i in range(x + 2, x + width, 10):
        canvas.rect(i, base - 11, 2, 11, wall, BASE)
    canvas.rect(x - 1, base - 12, width + 2, 1, wall, RIM)


def _office_roof(canvas: Canvas, x: int, top: int, width: int, wall: str, dice: random.Random) -> None:
    half = width // 2
    canvas.rect(x + 5, top - 8, half, 7, wall, SHADE)
    canvas.rect(x + 5, top - 8, half, 1, wall, RIM)
    for i in range(x + 7, x + 4 + half, 2):
        canvas.rect(i, top - 6, 1, 4, wall, DEEP)
    roof_tank(canvas, x + half + 8, top - 1, 7, 4)
    canvas.rect(x + 9, top - 18, 1, 10, "steel", BASE)
    canvas.dot(x + 9, top - 18, "beacon", DEEP)
    canvas.beacons.append((x + 9, top - 18))
    if dice.random() < 0.5:
        canvas.rect(x + 14, top - 12, 4, 4, "white", BASE)
        canvas.dot(x + 15, top - 11, "white", RIM)


def department_store(dice: random.Random, lit: float = 0.7, floors: int = 7) -> Canvas:
    """124 px wide: fins, a clock, hanging banners, a bright ground floor with people."""
    width, flank = 124, 26
    canvas = Canvas(width + 4, floors * 9 + 48)
    x, base = 2, canvas.height
    top = base - floors * 9 - 34
    canvas.rect(x, top, width, base - top, "plaster", BASE)
    canvas.rect(x + width - flank, top, flank, base - top, "plaster", SHADE)
    for i in range(x + 4, x + width - flank - 2, 8):
        canvas.rect(i, top + 12, 2, base - top - 34, "plaster", LIGHT)
        canvas.rect(i + 2, top + 12, 1, base - top - 34, "plaster", DEEP)
        canvas.rect(i + 3, top + 12, 4, base - top - 34, "plaster", SHADE)
    for floor in range(floors):
        _store_floor(canvas, x, top + 14 + floor * 9, width, flank, dice, lit)
    canvas.rect(x, top, width, 11, "plaster", LIGHT)
    canvas.rect(x + width - flank, top, flank, 11, "plaster", BASE)
    canvas.rect(x - 1, top - 1, width + 2, 1, "plaster", RIM)
    canvas.rect(x, top + 11, width, 1, "dark", DEEP)
    board(canvas, x + 30, top + 1, "サトーテント", "sign_red")
    canvas.disc(x + 12, top + 6, 5, "sign_yellow", DEEP)
    canvas.disc(x + 12, top + 6, 4, "sign_yellow", LIGHT)
    canvas.line((x + 12, top + 6), (x + 12, top + 3), "dark", INK)
    canvas.line((x + 12, top + 6), (x + 14, top + 7), "dark", INK)
    for i, material, word in ((6, "sign_red", "サーカス"), (86, "sign_blue", "カメラ")):
        canvas.rect(x + i, top + 15, 9, 44, material, DEEP)
        canvas.rect(x + i, top + 15, 9, 1, material, BASE)
        for k, letter in enumerate(word):
            draw_letter(canvas, letter, x + i + 2, top + 18 + k * 7, material, LIGHT)
    _store_windows(canvas, x, width, dice)
    canvas.rect(x, top - 4, width, 1, "steel", RIM)
    for i in range(x + 1, x + width - 2, 3):
        canvas.rect(i, top - 4, 1, 3, "steel", BASE)
    canvas.rect(x + 70, top - 12, 22, 11, "plaster", SHADE)
    canvas.rect(x + 70, top - 12, 22, 1, "plaster", RIM)
    roof_tank(canvas, x + 96, top - 1, 9, 8)
    return canvas


def _store_floor(canvas: Canvas, x: int, y: int, width: int, flank: int, dice: random.Random, lit: float) -> None:
    canvas.rect(x, y + 7, width - flank, 1, "plaster", SHADE)
    for i in range(x + 7, x + width - flank - 6, 8):
        if dice.random() < lit * 0.55:
            canvas.rect(i, y, 4, 4, "window", dice.choice((SHADE, BASE, BASE, LIGHT)))
            canvas.rect(i, y, 4, 1, "window", SHADE)
        else:
            canvas.rect(i, y, 4, 4, "glass", DEEP)
            canvas.dot(i + 3, y, "glass", BASE)
    for i in range(x + width - flank + 4, x + width - 4, 6):
        canvas.rect(i, y, 3, 4, "window_dim" if dice.random() < lit * 0.4 else "glass", DEEP)


def _store_windows(canvas: Canvas, x: int, width: int, dice: random.Random) -> None:
    base = canvas.height
    canvas.rect(x, base - 20, width, 20, "dark", DEEP)
    canvas.rect(x - 2, base - 21, width + 4, 3, "metal", BASE)
    canvas.rect(x - 2, base - 21, width + 4, 1, "metal", RIM)
    canvas.rect(x - 2, base - 18, width + 4, 1, "tube", BASE)
    for i in range(x + 3, x + width - 14, 16):
        material = dice.choice(("window", "tube", "window"))
        canvas.rect(i, base - 15, 13, 14, material, SHADE)
        canvas.rect(i, base - 15, 13, 2, material, LIGHT)
        canvas.rect(i + 1, base - 13, 11, 1, material, BASE)
        for k in range(3):  # people at the window
            left = i + 2 + k * 4
            canvas.rect(left, base - 8, 2, 5, dice.choice(("red", "blue", "white", "cloth")), LIGHT)
            canvas.dot(left, base - 9, "skin", LIGHT)
            canvas.rect(left, base - 3, 1, 2, "dark", DEEP)
    for i in range(x, x + width, 16):
        canvas.rect(i, base - 20, 2, 20, "plaster", LIGHT)
