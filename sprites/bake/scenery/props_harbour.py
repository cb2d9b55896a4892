"""The harbour: a freighter at the quay, cranes, warehouses."""

import random

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, RIM, SHADE


def ship(dice: random.Random, length: int = 190) -> Canvas:
    """A freighter: red boot, dark hull, deckhouse with lit ports at the stern, masts with lamps."""
    canvas = Canvas(length, 74)
    base = canvas.height
    hull = [(4, base - 26), (length - 2, base - 30), (length - 14, base), (12, base)]
    canvas.polygon(hull, "dark", BASE)
    canvas.polygon([(10, base - 6), (length - 12, base - 6), (length - 14, base), (12, base)], "red", SHADE)
    canvas.line((4, base - 26), (length - 3, base - 30), "white", LIGHT)
    for x in range(40, length - 20, 14):
        canvas.rect(x, base - 19, 2, 2, "window", BASE if dice.random() < 0.4 else DEEP)
    for deck, (x, width) in enumerate(((10, 46), (14, 38), (18, 28))):
        y = base - 36 - 9 * deck
        canvas.rect(x, y, width, 10, "white", BASE if deck % 2 else LIGHT)
        canvas.rect(x, y, width, 1, "white", RIM)
        canvas.rect(x + width - 8, y + 1, 8, 9, "white", SHADE)
        for port in range(x + 3, x + width - 9, 6):
            canvas.rect(port, y + 3, 3, 3, "window", LIGHT if dice.random() < 0.7 else DEEP)
    canvas.rect(24, base - 70, 12, 17, "red", SHADE)
    canvas.rect(24, base - 70, 12, 3, "dark", INK)
    canvas.rect(24, base - 64, 12, 3, "white", LIGHT)
    for x in (84, 138):
        canvas.rect(x, base - 66, 2, 40, "steel", BASE)
        canvas.line((x, base - 60), (x - 24, base - 36), "steel", SHADE)
        canvas.line((x, base - 60), (x + 24, base - 36), "steel", SHADE)
        canvas.rect(x - 14, base - 32, 30, 5, "rubble", SHADE)
        canvas.rect(x - 14, base - 32, 30, 1, "rubble", LIGHT)
        canvas.beacons.append((x, base - 67))
        canvas.dot(x, base - 67, "beacon", DEEP)
    return canvas


def crane(dice: random.Random, height: int = 104) -> Canvas:
    """A luffing crane on its portal, the cabin lit."""
    canvas = Canvas(108, height)
    base, deck = height, height - 44
    for x in (20, 48):
        canvas.rect(x, deck, 3, base - deck, "yellow", SHADE)
        canvas.rect(x, deck, 1, base - deck, "yellow", LIGHT)
    for y in (deck + 12, deck + 30):
        canvas.line((20, y), (50, y + 12), "yellow", DEEP)
        canvas.line((50, y), (20, y + 12), "yellow", SHADE)
    canvas.rect(16, deck - 3, 40, 4, "yellow", BASE)
    canvas.rect(16, deck - 3, 40, 1, "yellow", RIM)
    canvas.rect(18, deck - 19, 26, 16, "metal", BASE)
    canvas.rect(18, deck - 19, 26, 1, "metal", RIM)
    canvas.rect(37, deck - 15, 6, 6, "window", LIGHT)
    canvas.rect(19, deck - 12, 12, 9, "metal", DEEP)
    mast = deck - 38
    canvas.line((30, deck - 19), (34, mast), "yellow", BASE, thickness=2)
    canvas.line((42, deck - 19), (36, mast), "yellow", SHADE, thickness=2)
    tip = (103, 6)
    canvas.line((43, deck - 8), tip, "yellow", BASE, thickness=2)
    canvas.line((43, deck - 14), (tip[0], tip[1] - 3), "yellow", LIGHT)
    for k in range(1, 10):
        x, y = 43 + 60 * k / 10, deck - 8 + (tip[1] - deck + 8) * k / 10
        canvas.line((x, y), (x + 3, y - 8 + k * 0.5), "yellow", SHADE)
    canvas.line((35, mast), tip, "dark", DEEP)
    canvas.line((35, mast), (20, deck - 19), "dark", DEEP)
    canvas.line(tip, (tip[0], 56), "dark", DEEP)
    canvas.rect(tip[0] - 2, 56, 5, 4, "dark", INK)
    canvas.beacons.append((tip[0], 2))
    canvas.dot(tip[0], 2, "beacon", DEEP)
    return canvas


def warehouse(dice: random.Random, width: int = 96, lit: float = 0.5) -> Canvas:
    """A gabled shed of corrugated sheet with doors, a lamp over each."""
    canvas = Canvas(width, 46)
    base = canvas.height
    wall = dice.choice(("brick", "metal", "stucco"))
    canvas.rect(2, base - 28, width - 4, 28, wall, BASE)
    for x in range(2, width - 4, 4):
        canvas.rect(x, base - 28, 1, 28, wall, SHADE)
    canvas.polygon([(0, base - 27), (width // 2, base - 44), (width, base - 27)], "metal", SHADE)
    canvas.line((0, base - 28), (width // 2, base - 44), "metal", RIM)
    canvas.line((width // 2, base - 44), (width - 1, base - 28), "metal", LIGHT)
    canvas.rect(width // 2 - 4, base - 37, 8, 5, "window" if dice.random() < lit else "glass", SHADE)
    for x in range(10, width - 22, 30):
        canvas.rect(x, base - 17, 18, 17, "dark", DEEP)
        for slat in range(base - 15, base, 3):
            canvas.rect(x + 1, slat, 16, 1, "metal", SHADE)
        canvas.rect(x + 8, base - 20, 3, 2, "window", LIGHT if dice.random() < lit else INK)
    return canvas
