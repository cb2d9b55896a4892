"""Dwellings: houses with tiled roofs, prefabs, apartment blocks, fences and garden trees. One storey is 9 px."""

import math
import random

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.fittings import aerial, air_conditioner, laundry, railing, window
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, RIM, SHADE
from sprites.bake.scenery.props_street import car

HOUSE_HEIGHT = 60


def tiled_slope(
    canvas: Canvas,
    ridge: tuple[int, int, int],
    eave: tuple[int, int, int],
    material: str,
    dice: random.Random,
) -> None:
    """A roof slope from ridge to eave, each (x, y, width): courses, ribs, moss, round tile ends, ridge cap."""
    (ridge_x, ridge_y, ridge_width), (eave_x, eave_y, eave_width) = ridge, eave
    rows = eave_y - ridge_y
    for j in range(rows + 1):
        down = j / max(1, rows)
        left = round(ridge_x + (eave_x - ridge_x) * down)
        width = round(ridge_width + (eave_width - ridge_width) * down)
        for i in range(width):
            tone = LIGHT if down < 0.2 or (down < 0.35 and (i + j) % 2 == 0) else BASE
            if j % 3 == 2:
                tone -= 1
            if round((i - width / 2) / (0.6 + 0.4 * down)) % 3 == 0:  # a rib
                tone = max(DEEP, tone - 1)
            if i > width * 0.82:
                tone = max(DEEP, tone - 1)
            if dice.random() < 0.025:
                tone = min(LIGHT, tone + 1)
            canvas.dot(left + i, ridge_y + j, material, tone)
    for i in range(eave_width):
        canvas.dot(eave_x + i, eave_y, material, RIM if i % 3 else SHADE)
        canvas.dot(eave_x + i, eave_y + 1, "dark", DEEP if i % 3 else INK)
    canvas.rect(ridge_x - 1, ridge_y - 1, ridge_width + 2, 1, material, RIM)
    canvas.rect(ridge_x - 1, ridge_y, ridge_width + 2, 1, material, SHADE)
    for end in (ridge_x - 2, ridge_x + ridge_width + 1):
        canvas.rect(end, ridge_y - 2, 1, 3, material, LIGHT)
        canvas.dot(end, ridge_y - 3, material, RIM)


def _wall(canvas: Canvas, x: int, y: int, width: int, height: int, material: str) -> None:
    """A plastered wall with the eave's shadow on top and a shaded right part."""
    canvas.rect(x, y, width, height, material, BASE)
    corner = int(width * 0.82)
    canvas.rect(x + corner, y, width - corner, height, material, SHADE)
    for j in range(3):
        for i in range(width):
            if (i + j) % 2 or j == 0:
                canvas.dot(x + i, y + j, material, DEEP if j < 2 else SHADE)
    for j in range(1, height, 4):
        for i in range(corner, width, 2):
            canvas.dot(x + i, y + j, material, DEEP)


def _gable(canvas: Canvas, wall_top: tuple[int, int, int], rise: int, wall: str, roof: str) -> None:
    """A gable end over a wall's top edge (x, y, width): barge boards, a louvre, the ridge tile."""
    x, y, width = wall_top
    middle = x + width // 2
    canvas.polygon([(x - 1, y), (middle, y - rise + 1), (x + width + 1, y)], wall, SHADE)
    canvas.rect(middle - 2, y - 5, 4, 3, "dark", DEEP)
    canvas.rect(middle - 1, y - 5, 1, 3, "wood", BASE)
    for j in range(rise):
        reach = round(j * (width / 2 + 4) / (rise - 1))
        for side, tones in ((-1, (LIGHT, BASE, BASE, SHADE, DEEP)), (1, (BASE, SHADE, SHADE, DEEP, INK))):
            outer = middle + side * reach - (side > 0)
            for k, tone in enumerate(tones):
                canvas.dot(outer - side * k, y - rise + j, roof, tone)
            canvas.dot(outer, y - rise + j, roof, RIM if side < 0 else LIGHT)
    canvas.rect(middle - 2, y - rise - 2, 4, 2, roof, LIGHT)
    canvas.rect(middle - 2, y - rise - 2, 4, 1, roof, RIM)


def _front_door(canvas: Canvas, x: int, base: int, roof: str, dice: random.Random, lit: float) -> None:
    canvas.rect(x, base - 10, 8, 10, "wood", DEEP)
    canvas.rect(x + 1, base - 9, 3, 9, "wood", BASE)
    canvas.rect(x + 4, base - 9, 3, 9, "wood", LIGHT)
    tone = BASE if dice.random() < lit else INK
    for k in (0, 2, 3, 5):
        canvas.rect(x + 1 + k, base - 8, 1, 5, "window", tone)
    canvas.rect(x - 2, base - 11, 12, 1, roof, RIM)
    canvas.rect(x - 2, base - 10, 12, 1, "dark", INK)
    canvas.rect(x + 9, base - 8, 2, 3, "window", LIGHT if lit > 0 else INK)
    canvas.rect(x - 1, base - 1, 10, 1, "concrete", RIM)


def _two_storeys(
    canvas: Canvas, x: int, width: int, style: str, roof_height: int, dice: random.Random, lit: float
) -> None:
    """Upper storey set back over a lower skirt roof and a ground floor with a veranda."""
    base = canvas.height
    wall = dice.choice(("plaster", "plaster", "stucco", "white"))
    roof = dice.choice(("tile", "tile", "tile", "tile_red", "metal"))
    upper_x, upper_width = x + dice.choice((2, 6, 8)), width - dice.choice((10, 14))
    upper_y = base - 25
    _wall(canvas, x, base - 13, width, 13, wall)
    canvas.rect(x, base - 4, width, 4, "wood", SHADE)
    for i in range(0, width, 3):
        canvas.rect(x + i, base - 4, 1, 4, "wood", DEEP)
    tiled_slope(canvas, (upper_x - 1, base - 16, upper_width + 2), (x - 3, base - 13, width + 6), roof, dice)
    _wall(canvas, upper_x, upper_y, upper_width, 10, wall)
    if style == "hip":
        ridge = (upper_x + upper_width // 4, upper_y - roof_height, upper_width // 2)
        tiled_slope(canvas, ridge, (upper_x - 4, upper_y - 1, upper_width + 8), roof, dice)
    else:
        _gable(canvas, (upper_x, upper_y, upper_width), roof_height, wall, roof)
    for i in (4, upper_width - 13):
        window(canvas, upper_x + i, upper_y + 3, 9, 5, dice, lit, sill=False)
        canvas.rect(upper_x + i - 3, upper_y + 2, 2, 7, "wood", BASE)
        canvas.rect(upper_x + i - 3, upper_y + 2, 2, 1, "wood", LIGHT)
    if dice.random() < 0.7:
        balcony = upper_x + upper_width // 2 - 8
        railing(canvas, balcony, upper_y + 5, 17, 5, dice.choice(("wood", "metal")))
        if dice.random() < 0.6:
            laundry(canvas, balcony + 1, upper_y + 3, 15, dice)
    _ground_floor(canvas, x, width, roof, dice, lit)
    if dice.random() < 0.75:
        aerial(canvas, upper_x + dice.randint(4, upper_width - 4), upper_y - roof_height - 1, dice.randint(7, 10))


def _ground_floor(canvas: Canvas, x: int, width: int, roof: str, dice: random.Random, lit: float) -> None:
    base = canvas.height
    door = x + dice.choice((4, width - 12))
    _front_door(canvas, door, base, roof, dice, lit)
    door_left = door < x + width // 2
    left = door + 15 if door_left else x + 5
    window(canvas, left, base - 9, 11, 6, dice, lit * 1.15)
    window(canvas, left + 16, base - 9, 7, 5, dice, lit)
    canvas.rect(left - 3, base - 10, 2, 9, "wood", BASE)
    canvas.rect(left + 12, base - 10, 2, 9, "wood", SHADE)
    for k in range(2):  # potted plants
        pot = x + 3 + k * 5 + (width // 2 if door_left else width - 20)
        canvas.rect(pot, base - 3, 4, 3, "leaf", BASE)
        canvas.dot(pot + 1, base - 4, "leaf", LIGHT)
    if dice.random() < 0.6:
        air_conditioner(canvas, x + width - 7, base - 5)


def _prefab(canvas: Canvas, x: int, width: int, dice: random.Random, lit: float) -> None:
    """Flat eaves, tiled cladding, a carport with the family's car."""
    base, body = canvas.height, width - 12
    _wall(canvas, x, base - 24, body, 24, dice.choice(("plaster", "stucco", "white")))
    canvas.rect(x - 2, base - 26, body + 4, 2, "metal", LIGHT)
    canvas.rect(x - 2, base - 26, body + 4, 1, "metal", RIM)
    canvas.rect(x - 2, base - 24, body + 4, 1, "dark", INK)
    for j in range(base - 10, base, 2):
        canvas.rect(x, j, body, 1, "brick", SHADE if j % 4 else BASE)
    for i in (4, width - 26):
        window(canvas, x + i, base - 21, 10, 6, dice, lit)
    railing(canvas, x + 13, base - 16, max(9, width - 40), 5)
    window(canvas, x + 5, base - 8, 9, 5, dice, lit)
    canvas.rect(x + 20, base - 9, 6, 9, "wood", SHADE)
    canvas.rect(x + 21, base - 8, 1, 8, "wood", LIGHT)
    canvas.dot(x + 24, base - 5, "yellow", BASE)
    canvas.rect(x + body, base - 11, 15, 1, "metal", RIM)
    canvas.rect(x + body, base - 10, 15, 1, "dark", INK)
    canvas.rect(x + width + 1, base - 10, 1, 10, "metal", SHADE)
    canvas.paste(car(dice), x + width - 13, base - 7)
    air_conditioner(canvas, x + width - 19, base - 12)
    if dice.random() < 0.5:  # solar heater
        canvas.rect(x + 6, base - 29, 10, 3, "glass", SHADE)
        canvas.rect(x + 6, base - 29, 10, 1, "glass", RIM)


def house(dice: random.Random, lit: float = 0.5, style: str = "", width: int = 0, roof_height: int = 12) -> Canvas:
    """A house of style "hip", "gable" or "box", 60 to 76 px wide with its eaves."""
    style = style or dice.choice(("hip", "hip", "gable", "box"))
    width = width or dice.randint(48, 64)
    canvas = Canvas(width + 12, HOUSE_HEIGHT + roof_height - 12)
    if style == "box":
        _prefab(canvas, 6, width, dice, lit)
    else:
        _two_storeys(canvas, 6, width, style, roof_height, dice, lit)
    return canvas


def apartment(dice: random.Random, lit: float = 0.5, floors: int = 5, bays: int = 5) -> Canvas:
    """A housing block: balconies with laundry and futons, stair tower, water tank, its number on the flank."""
    bay, flank = 15, 10
    width, top_margin = bays * bay + 14, 16
    canvas = Canvas(width + 4, floors * 9 + top_margin)
    x, base = 1, canvas.height
    top = base - floors * 9 - 2
    wall = dice.choice(("stucco", "plaster", "concrete"))
    canvas.rect(x, top, width - flank, base - top, wall, BASE)
    canvas.rect(x + width - flank, top, flank, base - top, wall, SHADE)
    for j in range(top, base, 3):
        canvas.rect(x + width - flank + 1, j, flank - 1, 1, wall, DEEP)
    for floor in range(floors):
        for b in range(bays):
            _balcony(canvas, x + 1 + b * bay, top + 3 + floor * 9, bay, wall, floor % 2 == 1, dice, lit)
        window(canvas, x + width - flank + 3, top + 5 + floor * 9, 4, 3, dice, lit * 0.6, sill=False)
    canvas.rect(x - 1, top - 1, width + 2, 2, "concrete", LIGHT)
    canvas.rect(x - 1, top - 1, width + 2, 1, "concrete", RIM)
    canvas.rect(x + 4, top - 8, 12, 7, "concrete", BASE)
    canvas.rect(x + 13, top - 8, 3, 7, "concrete", SHADE)
    canvas.rect(x + 6, top - 5, 3, 4, "dark", DEEP)
    canvas.disc(x + 28, top - 5, 4, "metal", BASE)
    canvas.rect(x + 24, top - 2, 1, 2, "dark", DEEP)
    canvas.rect(x + 32, top - 2, 1, 2, "dark", DEEP)
    canvas.rect(x + 25, top - 8, 3, 3, "metal", LIGHT)
    aerial(canvas, x + width - 16, top - 1, 10)
    return canvas


def _balcony(canvas: Canvas, x: int, y: int, bay: int, wall: str, light: bool, dice: random.Random, lit: float) -> None:
    canvas.rect(x, y, bay - 1, 6, wall, DEEP)
    window(canvas, x + 2, y + 1, 6, 5, dice, lit, sill=False)
    canvas.rect(x + 10, y, 3, 6, "wood", DEEP)
    if dice.random() < 0.4:
        air_conditioner(canvas, x + 9, y + 2)
    canvas.rect(x - 1, y, 1, 9, wall, LIGHT)
    if dice.random() < 0.5:
        laundry(canvas, x + 1, y + 1, dice.randint(6, 12), dice)
    canvas.rect(x, y + 5, bay - 1, 3, wall, LIGHT if light else BASE)
    canvas.rect(x, y + 5, bay - 1, 1, wall, RIM)
    canvas.rect(x, y + 8, bay - 1, 1, "dark", INK)
    if dice.random() < 0.25:  # a futon out to air
        canvas.rect(x + dice.randint(1, 8), y + 4, 4, 4, dice.choice(("blue", "red", "white")), LIGHT)


def fence(dice: random.Random, width: int = 0) -> Canvas:
    """A block wall with pierced blocks."""
    width = width or dice.randint(24, 60)
    canvas = Canvas(width, 7)
    canvas.rect(0, 1, width, 6, "concrete", BASE)
    canvas.rect(0, 0, width, 1, "concrete", RIM)
    for j in (3, 5):
        canvas.rect(0, j, width, 1, "concrete", SHADE)
    for i in range(0, width, 6):
        canvas.rect(i, 1, 1, 2, "concrete", SHADE)
        canvas.rect(i + 3, 3, 1, 2, "concrete", SHADE)
    for i in range(8, width - 4, 18):
        canvas.rect(i, 2, 3, 2, "dark", DEEP)
        canvas.dot(i + 1, 2, "concrete", BASE)
    return canvas


def tree(dice: random.Random, height: int = 0) -> Canvas:
    """A garden tree of overlapping crowns, lit from the upper left."""
    height = height or dice.randint(20, 32)
    canvas = Canvas(height + 8, height + 2)
    middle, base = canvas.width // 2, canvas.height
    canvas.rect(middle - 1, base - height // 2, 3, height // 2, "trunk", DEEP)
    canvas.rect(middle - 1, base - height // 2, 1, height // 2, "trunk", BASE)
    crowns = [
        (middle + math.cos(a) * height * 0.22, base - height * 0.62 + math.sin(a) * height * 0.17, height * r)
        for a, r in ((2.4, 0.2), (0.6, 0.2), (3.9, 0.22), (5.4, 0.21), (4.7, 0.26))
    ]
    for shift, tone in ((0, DEEP), (-1, SHADE), (-2, BASE)):
        for x, y, radius in crowns:
            canvas.disc(x + shift * 0.8, y + shift * 0.9, max(1, radius + shift), "leaf", tone)
    for _ in range(height * 3):
        x, y = dice.randrange(canvas.width), dice.randrange(base - height // 3)
        if canvas.pixels[y, x]:
            canvas.rect(x, y, 2, 1, "leaf", dice.choice((DEEP, SHADE, BASE, LIGHT)) if y < base * 0.5 else DEEP)
    return canvas
