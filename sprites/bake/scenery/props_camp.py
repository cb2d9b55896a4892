"""People and the army's things: troops, scientists, onlookers, the tent with its lantern, tanks, missile batteries."""

import random

from sprites.bake.scenery.canvas import Canvas, Ink
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, RIM, SHADE
from sprites.bake.scenery.props_street import STAMPS, stamp

COATS = ("red", "blue", "white", "cloth", "olive", "plaster")
TROUSERS = ("dark", "blue", "cloth")
PEOPLE_INKS: dict[str, Ink] = {
    "H": ("dark", INK),
    "h": ("dark", DEEP),
    "b": ("trunk", SHADE),
    "S": ("skin", LIGHT),
    "s": ("skin", BASE),
    "e": ("dark", INK),
    "o": ("olive", LIGHT),
    "O": ("olive", BASE),
    "d": ("olive", DEEP),
    "w": ("white", LIGHT),
    "u": ("blue", BASE),
    "c": ("stucco", BASE),
    "r": ("red", BASE),
    "k": ("dark", SHADE),
    "n": ("dark", BASE),
    "m": ("cloth", SHADE),
    "p": ("plaster", LIGHT),
    "Y": ("lantern", RIM),
}


def person(name: str, coat: str = "cloth", trousers: str = "dark") -> Canvas:
    """The hand-placed figure of this name; digits 1 and 2 of its stamp are trousers and coat."""
    rows = STAMPS[name]
    canvas = Canvas(max(map(len, rows)), len(rows))
    canvas.stamp(0, 0, rows, PEOPLE_INKS | {"1": (trousers, SHADE), "2": (coat, LIGHT)})
    return canvas


def crowd(dice: random.Random, width: int = 100, count: int = 12) -> Canvas:
    """Onlookers, 7 px tall, in two loose rows."""
    canvas = Canvas(width, 12)
    for number in range(count):
        figure = person(f"onlooker_{dice.choice('abc')}", dice.choice(COATS), dice.choice(TROUSERS))
        x = int((number + dice.uniform(0.1, 0.9)) * (width - 6) / count)
        canvas.paste(figure, x, canvas.height - figure.height - dice.randint(0, 4))
    return canvas


def troops(dice: random.Random, count: int = 3) -> Canvas:
    """Soldiers of the army with rifles, 8 px tall."""
    canvas = Canvas(count * 11 + 6, 9)
    for number in range(count):
        figure = person(f"trooper_{dice.choice('ab')}")
        canvas.paste(figure, number * 11 + dice.randint(0, 5), canvas.height - figure.height)
    return canvas


def sentry(dice: random.Random) -> Canvas:
    """A soldier at the scale of the story, 20 px tall."""
    return person("sentry")


def scientists(dice: random.Random) -> Canvas:
    """The two who find out what the swarm follows, 20 px tall."""
    canvas = Canvas(28, 20)
    canvas.paste(person("engineer"), 0, 0)
    canvas.paste(person("biologist"), 16, 0)
    return canvas


def asagi(dice: random.Random) -> Canvas:
    """The girl with the pendant in both hands, 20 px tall."""
    return person("asagi")


def tent(dice: random.Random) -> Canvas:
    """A field tent, lit from inside."""
    canvas = Canvas(34, 24)
    canvas.polygon([(0, 23), (8, 4), (26, 4), (33, 23)], "olive", BASE)
    canvas.polygon([(0, 23), (8, 4), (14, 4), (12, 23)], "lantern", BASE)
    canvas.polygon([(2, 23), (8, 6), (11, 6), (8, 23)], "lantern", LIGHT)
    canvas.rect(8, 3, 19, 1, "olive", RIM)
    canvas.line((26, 4), (33, 23), "olive", DEEP)
    for seam in (4, 9):
        canvas.line((14 + seam, 5), (14 + seam * 1.4, 22), "olive", SHADE)
    canvas.rect(0, 23, 34, 1, "olive", DEEP)
    canvas.rect(4, 16, 4, 7, "wood", SHADE)
    return canvas


def lantern(dice: random.Random, height: int = 22) -> Canvas:
    """A lamp on a pole that needs no wire; its light falls from `lamps`."""
    canvas = Canvas(5, height)
    canvas.rect(2, 6, 1, height - 6, "steel", BASE)
    canvas.rect(0, 1, 5, 6, "lantern", LIGHT)
    canvas.rect(1, 2, 3, 4, "lantern", RIM)
    canvas.rect(0, 0, 5, 1, "dark", SHADE)
    canvas.lamps.append((2, 4))
    return canvas


def crates(dice: random.Random) -> Canvas:
    canvas = Canvas(22, 12)
    for x, y, width, height in ((0, 5, 9, 7), (10, 6, 8, 6), (4, 0, 8, 5)):
        canvas.rect(x, y, width, height, "olive", SHADE)
        canvas.rect(x, y, width, 1, "olive", LIGHT)
        canvas.rect(x + width // 2, y + 1, 1, height - 1, "olive", DEEP)
    return canvas


def tank(dice: random.Random) -> Canvas:
    return stamp("tank", "olive")


def missile_truck(dice: random.Random) -> Canvas:
    """A truck whose box of tubes is raised."""
    return stamp("missile_truck", "olive")


def battery(dice: random.Random, launchers: int = 3) -> Canvas:
    """A line of raised launchers behind sandbags, with a radar dish and its generator."""
    pitch = 42
    canvas = Canvas(launchers * pitch + 30, 30)
    base = canvas.height
    for number in range(launchers):
        truck = missile_truck(dice)
        canvas.paste(truck, 24 + number * pitch + dice.randint(0, 6), base - truck.height)
    _radar(canvas, 10, base)
    for x in range(0, canvas.width, 5):
        for row in range(2 if x // 5 % 3 else 1):
            canvas.rect(x + row * 2, base - 3 - 3 * row, 5, 3, "dust", BASE)
            canvas.rect(x + row * 2, base - 3 - 3 * row, 5, 1, "dust", LIGHT)
            canvas.dot(x + 4 + row * 2, base - 2 - 3 * row, "dust", DEEP)
    return canvas


def _radar(canvas: Canvas, x: int, base: int) -> None:
    canvas.rect(x - 6, base - 9, 13, 6, "olive", SHADE)
    canvas.rect(x - 6, base - 9, 13, 1, "olive", RIM)
    canvas.rect(x, base - 18, 1, 9, "steel", BASE)
    canvas.line((x - 6, base - 25), (x + 5, base - 16), "metal", LIGHT, thickness=2)
    canvas.line((x - 5, base - 26), (x + 6, base - 18), "metal", SHADE)
    canvas.line((x, base - 19), (x - 6, base - 20), "steel", SHADE)
    canvas.beacons.append((x - 6, base - 26))
    canvas.dot(x - 6, base - 26, "beacon", DEEP)
