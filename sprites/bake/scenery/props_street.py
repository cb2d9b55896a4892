"""Small things of the street: cars, vending machines, lamps, traffic lights, bicycles, benches."""

import random
import tomllib
from pathlib import Path

from sprites.bake.scenery.canvas import Canvas, Ink
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, RIM, SHADE

STAMPS_FILE = Path(__file__).parents[2] / "places" / "stamps.toml"
STAMPS: dict[str, list[str]] = {
    name: text.strip().split("\n") for name, text in tomllib.loads(STAMPS_FILE.read_text(encoding="utf-8")).items()
}
FIXED_INKS: dict[str, Ink] = {
    "K": ("dark", INK),
    "k": ("dark", DEEP),
    "d": ("dark", SHADE),
    "G": ("glass", SHADE),
    "g": ("glass", LIGHT),
    "R": ("beacon", BASE),
    "Y": ("train_window", LIGHT),
    "m": ("metal", BASE),
    "M": ("metal", LIGHT),
    "s": ("steel", SHADE),
    "w": ("white", LIGHT),
}


def stamp(name: str, body: str) -> Canvas:
    """The hand-placed picture of this name with its body in this material."""
    rows = STAMPS[name]
    canvas = Canvas(max(map(len, rows)), len(rows))
    canvas.stamp(0, 0, rows, FIXED_INKS | {str(tone): (body, tone) for tone in range(1, 6)})
    return canvas


def car(dice: random.Random) -> Canvas:
    kind = dice.choice(("sedan", "van", "kei", "taxi"))
    body = "yellow" if kind == "taxi" else dice.choice(("white", "white", "red", "blue", "metal", "plaster"))
    return stamp(kind, body)


def vending_machine(dice: random.Random) -> Canvas:
    canvas = Canvas(9, 14)
    canvas.rect(0, 0, 9, 14, dice.choice(("red", "blue", "white")), SHADE)
    canvas.rect(0, 0, 9, 1, "white", RIM)
    canvas.rect(1, 2, 7, 6, "tube", BASE)
    for row in (3, 6):
        for x in range(1, 8, 2):
            canvas.rect(x, row, 1, 2, dice.choice(("sign_red", "sign_yellow", "sign_blue", "sign_green")), BASE)
    canvas.rect(2, 10, 5, 2, "dark", DEEP)
    return canvas


def street_lamp(dice: random.Random, height: int = 46) -> Canvas:
    """A mast with an arm to the right; the lamp's light falls from `lamps`."""
    canvas = Canvas(20, height)
    canvas.rect(2, 2, 2, height - 2, "metal", BASE)
    canvas.rect(2, 2, 1, height - 2, "metal", LIGHT)
    canvas.rect(1, height - 6, 4, 6, "metal", SHADE)
    canvas.line((3, 3), (8, 1), "metal", LIGHT)
    canvas.rect(8, 1, 7, 1, "metal", LIGHT)
    canvas.rect(11, 2, 6, 2, "metal", SHADE)
    canvas.rect(11, 4, 6, 1, "tube", RIM)
    canvas.lamps.append((14, 5))
    return canvas


def traffic_light(dice: random.Random) -> Canvas:
    canvas = Canvas(34, 50)
    canvas.rect(2, 4, 2, 46, "metal", SHADE)
    canvas.rect(2, 4, 1, 46, "metal", LIGHT)
    canvas.rect(2, 6, 26, 1, "metal", LIGHT)
    canvas.rect(15, 3, 17, 6, "dark", DEEP)
    canvas.rect(15, 3, 17, 1, "metal", RIM)
    burning = dice.randrange(3)
    for k, material in enumerate(("sign_green", "sign_yellow", "sign_red")):
        canvas.disc(18 + k * 5, 6, 1, material, LIGHT if k == burning else INK)
    return canvas


def guard_rail(dice: random.Random, width: int = 0) -> Canvas:
    width = width or dice.randint(40, 90)
    canvas = Canvas(width, 7)
    canvas.rect(0, 1, width, 2, "white", BASE)
    canvas.rect(0, 1, width, 1, "white", LIGHT)
    for x in range(2, width, 16):
        canvas.rect(x, 0, 2, 7, "white", SHADE)
    return canvas


def hedge(dice: random.Random, width: int = 0) -> Canvas:
    width = width or dice.randint(24, 60)
    canvas = Canvas(width, 9)
    for x in range(width):
        top = dice.choice((0, 1, 1, 2)) + (2 if x in (0, width - 1) else 0)
        for y in range(top, 9):
            canvas.dot(x, y, "leaf", LIGHT if y == top else dice.choice((DEEP, SHADE, SHADE, BASE)))
    return canvas
