"""The elevated line and its train."""

import random

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, RIM, SHADE

CAR_PITCH = 58  # px from car to car
CATENARY = 22  # px from the masts' tops to the deck


def train(cars: int = 4) -> Canvas:
    """A lit commuter train, 19 px high; the wheels stand on the bottom row."""
    canvas = Canvas(cars * CAR_PITCH, 19)
    for k in range(cars):
        x = k * CAR_PITCH
        canvas.rect(x, 2, 56, 13, "metal", LIGHT)
        canvas.rect(x, 1, 56, 1, "metal", RIM)
        canvas.rect(x, 14, 56, 2, "metal", SHADE)
        canvas.rect(x, 10, 56, 2, "leaf", LIGHT)
        canvas.rect(x + 56, 5, 2, 8, "dark", INK)
        for left in range(x + 3, x + 52, 9):
            canvas.rect(left, 4, 6, 5, "train_window", LIGHT)
            canvas.rect(left, 4, 6, 1, "train_window", BASE)
            canvas.rect(left + 2, 6, 1, 3, "dark", DEEP)
            canvas.dot(left + 4, 7, "dark", DEEP)
        for door in (x + 12, x + 39):
            canvas.rect(door - 1, 3, 1, 11, "metal", SHADE)
            canvas.rect(door + 6, 3, 1, 11, "metal", SHADE)
        for wheel in (x + 6, x + 14, x + 38, x + 46):
            canvas.rect(wheel, 15, 5, 3, "dark", DEEP)
            canvas.dot(wheel + 2, 16, "steel", LIGHT)
        canvas.rect(x + 10, 0, 8, 1, "metal", BASE)
        canvas.rect(x + 34, 0, 10, 1, "metal", BASE)
    return canvas


def viaduct(width: int, height: int = 24) -> Canvas:
    """A railway on piers: parapet, deck, catenary masts above it. The deck's top is row CATENARY."""
    canvas = Canvas(width, height + CATENARY)
    base, deck = canvas.height, CATENARY
    canvas.rect(0, deck, width, 5, "concrete", BASE)
    canvas.rect(0, deck, width, 1, "concrete", RIM)
    canvas.rect(0, deck + 5, width, 2, "concrete", DEEP)
    canvas.rect(0, deck - 2, width, 2, "concrete", SHADE)
    for x in range(8, width, 34):
        canvas.rect(x, deck + 7, 7, base - deck - 7, "concrete", SHADE)
        canvas.rect(x, deck + 7, 2, base - deck - 7, "concrete", LIGHT)
        corners = [(x - 4, deck + 7), (x + 11, deck + 7), (x + 7, deck + 11), (x, deck + 11)]
        canvas.polygon(corners, "concrete", SHADE)
        canvas.rect(x + 5, deck + 7, 2, base - deck - 7, "concrete", DEEP)
    for x in range(26, width, 68):
        canvas.rect(x, 0, 1, deck, "steel", BASE)
        canvas.rect(x - 9, 4, 10, 1, "steel", BASE)
        canvas.line((x - 8, 4), (x, 9), "steel", SHADE)
        canvas.dot(x - 8, 5, "white", LIGHT)
    canvas.rect(0, 6, width, 1, "dark", DEEP)
    return canvas


def station(dice: random.Random, width: int = 150) -> Canvas:
    """A platform roof with strip lights and a name board, to stand on the viaduct's deck."""
    canvas = Canvas(width, 26)
    canvas.rect(0, 0, width, 3, "metal", BASE)
    canvas.rect(0, 0, width, 1, "metal", RIM)
    canvas.rect(2, 3, width - 4, 1, "tube", LIGHT)
    for x in range(6, width, 20):
        canvas.rect(x, 3, 2, 23, "metal", SHADE)
        canvas.rect(x, 3, 1, 23, "metal", LIGHT)
    for x in range(14, width - 12, 38):
        canvas.rect(x, 8, 14, 5, "sign_blue" if dice.random() < 0.5 else "sign_green", SHADE)
        canvas.rect(x + 2, 10, 10, 1, "white", RIM)
    canvas.rect(0, 22, width, 4, "concrete", SHADE)
    canvas.rect(0, 22, width, 1, "yellow", LIGHT)
    return canvas


def level_crossing(dice: random.Random) -> Canvas:
    """The crossbuck with its lamps, the motor box and the lowered barrier."""
    canvas = Canvas(74, 52)
    base, post = canvas.height, 12
    for y in range(base - 38, base):
        striped = y // 5 % 2
        canvas.rect(post, y, 2, 1, "paint" if striped else "dark", BASE if striped else DEEP)
    canvas.line((post - 6, base - 48), (post + 8, base - 38), "yellow", LIGHT, thickness=2)
    canvas.line((post + 8, base - 48), (post - 6, base - 38), "yellow", LIGHT, thickness=2)
    canvas.rect(post - 8, base - 32, 18, 7, "dark", DEEP)
    canvas.rect(post - 8, base - 33, 18, 1, "dark", RIM)
    canvas.disc(post - 4, base - 29, 2, "sign_red", BASE)
    canvas.dot(post - 5, base - 30, "sign_red", RIM)
    canvas.disc(post + 6, base - 29, 2, "sign_red", INK)
    canvas.rect(post + 6, base - 14, 10, 14, "metal", BASE)
    canvas.rect(post + 6, base - 14, 10, 1, "metal", RIM)
    canvas.rect(post + 14, base - 14, 2, 14, "metal", DEEP)
    for i in range(46):
        paint, tone = ("yellow", LIGHT) if i // 5 % 2 else ("dark", DEEP)
        canvas.rect(post + 16 + i, base - 12 - i // 9, 1, 2, paint, tone)
    return canvas
