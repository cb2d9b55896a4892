"""Large things between the street and the eye. They stand low, so that play stays readable."""

import math
import random

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.lettering import draw_letter
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, RIM, SHADE
from sprites.bake.scenery.noise import bayer, noise_line
from sprites.bake.scenery.props_camp import person
from sprites.bake.scenery.ruin import rubble

DRINKS = ("sign_red", "sign_yellow", "sign_blue", "sign_green", "window", "white", "red")


def near_vending_machine(dice: random.Random, body: str = "red") -> Canvas:
    canvas = Canvas(32, 46)
    canvas.rect(0, 0, 32, 46, body, SHADE)
    canvas.rect(0, 0, 32, 1, body, RIM)
    canvas.rect(0, 0, 1, 46, body, LIGHT)
    canvas.rect(30, 0, 2, 46, body, DEEP)
    canvas.rect(2, 3, 26, 22, "tube", BASE)
    canvas.rect(2, 3, 26, 1, "tube", RIM)
    for row in range(3):
        y = 5 + row * 7
        for column in range(7):
            drink, x = dice.choice(DRINKS), 4 + column * 3 + column // 4
            canvas.rect(x, y, 2, 4, drink, BASE)
            canvas.dot(x, y, drink, LIGHT)
            canvas.dot(x, y + 5, "dark", INK)
        canvas.rect(2, y + 4, 26, 1, "metal", SHADE)
    canvas.rect(2, 26, 26, 18, body, DEEP)
    canvas.rect(4, 34, 16, 7, "dark", INK)
    canvas.rect(5, 35, 14, 1, "metal", BASE)
    canvas.rect(23, 27, 4, 6, "metal", BASE)
    canvas.rect(24, 28, 2, 1, "dark", INK)
    canvas.rect(23, 35, 3, 2, "sign_green", LIGHT)
    for x, letter in ((6, "酒"), (13, "コ")):
        draw_letter(canvas, letter, x, 27, "white", LIGHT)
    return canvas


def near_car(dice: random.Random, body: str = "white") -> Canvas:
    """A parked car, 76 px: seen over the kerb, lit along roof and bonnet."""
    canvas = Canvas(76, 27)
    outline = [(2, 22), (2, 13), (8, 10), (18, 9), (26, 2), (50, 2), (60, 10), (71, 12), (74, 15), (74, 22)]
    canvas.polygon(outline, body, SHADE)
    canvas.polygon([(20, 10), (27, 4), (37, 4), (37, 10)], "glass", DEEP)
    canvas.polygon([(39, 10), (39, 4), (49, 4), (57, 10)], "glass", DEEP)
    for start, end, tone in (
        ((26, 2), (50, 2), RIM),
        ((18, 9), (26, 2), LIGHT),
        ((50, 2), (60, 10), LIGHT),
        ((60, 10), (72, 12), RIM),
        ((2, 13), (8, 10), RIM),
        ((8, 10), (18, 9), LIGHT),
    ):
        canvas.line(start, end, body, tone)
    canvas.rect(2, 15, 72, 1, body, BASE)
    canvas.rect(2, 19, 72, 3, body, DEEP)
    canvas.line((30, 8), (34, 4), "glass", LIGHT)
    canvas.line((44, 8), (48, 4), "glass", LIGHT)
    canvas.rect(37, 5, 2, 14, body, DEEP)
    for handle in (22, 41):
        canvas.rect(handle, 12, 3, 1, body, LIGHT)
    for wheel in (16, 60):
        canvas.disc(wheel, 21, 6, "dark", INK)
        canvas.disc(wheel, 21, 3, "metal", SHADE)
        canvas.dot(wheel - 1, 20, "metal", LIGHT)
    canvas.rect(1, 13, 2, 4, "beacon", BASE)
    canvas.rect(73, 14, 2, 3, "train_window", LIGHT)
    for bumper in (0, 73):
        canvas.rect(bumper, 20, 3, 2, "metal", BASE)
    return canvas


def near_rail(dice: random.Random, width: int = 120) -> Canvas:
    canvas = Canvas(width, 16)
    for y in (1, 7):
        canvas.rect(0, y, width, 3, "white", SHADE)
        canvas.rect(0, y, width, 1, "white", RIM)
        canvas.rect(0, y + 3, width, 1, "dark", INK)
    for x in range(6, width, 34):
        canvas.rect(x, 0, 4, 16, "white", SHADE)
        canvas.rect(x, 0, 1, 16, "white", LIGHT)
        canvas.rect(x + 3, 0, 1, 16, "dark", INK)
        canvas.rect(x, 3, 4, 1, "red", LIGHT)
    return canvas


def near_bush(dice: random.Random, width: int = 90, height: int = 20) -> Canvas:
    canvas = Canvas(width, height + 8)
    profile = noise_line(width, 6, 4, dice.randrange(10_000))
    for x in range(width):
        top = int(height * (0.45 + 0.5 * profile[x]) * min(1, (x + 3) / 9, (width - x + 2) / 9))
        for j in range(top):
            canvas.dot(x, height + 7 - j, "leaf", DEEP if dice.random() < 0.8 else SHADE)
        if dice.random() < 0.3:
            canvas.rect(x, height + 7 - top - dice.randint(1, 4), 1, 4, "leaf", SHADE)
    return canvas


def near_bicycle(dice: random.Random) -> Canvas:
    canvas = Canvas(36, 22)
    for hub in (8, 27):
        for k in range(40):
            angle = k * math.tau / 40
            x, y = hub + 7 * math.cos(angle), 14 + 7 * math.sin(angle)
            canvas.dot(x, y, "steel", RIM if 20 < k < 36 else SHADE)
            if k % 8 == 0:
                spoke = (hub + 6 * math.cos(angle), 14 + 6 * math.sin(angle))
                canvas.line((hub, 14), spoke, "steel", DEEP)
    for start, end in (((8, 14), (16, 14)), ((16, 14), (25, 5)), ((13, 4), (16, 14)), ((8, 14), (13, 5))):
        canvas.line(start, end, "red", BASE)
    canvas.line((13, 5), (25, 5), "red", LIGHT)
    canvas.line((27, 14), (24, 2), "red", LIGHT)
    canvas.rect(10, 2, 6, 2, "dark", DEEP)
    canvas.line((21, 1), (26, 2), "steel", LIGHT)
    canvas.rect(25, 4, 8, 5, "steel", SHADE)
    canvas.rect(25, 4, 8, 1, "steel", LIGHT)
    return canvas


def near_roof(dice: random.Random, width: int = 150, height: int = 26) -> Canvas:
    """A tiled roof just below the eye."""
    canvas = Canvas(width, height + 8)
    base, inset = canvas.height, int(width * 0.24)
    for j in range(height):
        left = int((1 - j / height) * inset)
        for x in range(left, width - left):
            rib = (x - left) % 6
            canvas.dot(x, base - height + j, "tile", SHADE if 0 < rib < 3 and j % 5 < 3 else DEEP)
    canvas.rect(inset - 2, base - height - 3, width - 2 * inset + 4, 4, "tile", SHADE)
    canvas.rect(inset - 2, base - height - 3, width - 2 * inset + 4, 1, "tile", RIM)
    canvas.rect(inset - 4, base - height - 6, 4, 6, "tile", BASE)
    canvas.rect(width - inset, base - height - 6, 4, 6, "tile", BASE)
    canvas.line((0, base - 1), (inset, base - height), "tile", LIGHT)
    return canvas


def near_phone_box(dice: random.Random) -> Canvas:
    """Glass, a green telephone, one tube of light."""
    canvas = Canvas(26, 54)
    canvas.rect(0, 0, 26, 54, "dark", DEEP)
    canvas.rect(0, 0, 26, 1, "metal", RIM)
    canvas.rect(0, 1, 26, 5, "sign_green", DEEP)
    canvas.rect(2, 2, 22, 3, "sign_green", SHADE)
    canvas.rect(2, 7, 22, 47, "tube", INK)
    screen = bayer(54, 26)
    for y in range(7, 54):
        for x in range(2, 24):
            if screen[y, x] < 1.15 - (y - 7) / 38:
                canvas.dot(x, y, "tube", BASE if y < 10 else SHADE if y < 20 else DEEP)
    canvas.rect(5, 7, 16, 2, "tube", RIM)
    canvas.rect(13, 18, 7, 12, "sign_green", SHADE)
    canvas.rect(13, 18, 7, 1, "sign_green", LIGHT)
    canvas.rect(14, 20, 2, 8, "dark", DEEP)
    canvas.rect(17, 21, 2, 3, "white", LIGHT)
    canvas.rect(10, 31, 14, 2, "metal", BASE)
    for x in (0, 12, 25):
        canvas.rect(x, 6, 1, 48, "metal", BASE if x else RIM)
    for y in (24, 44):
        canvas.rect(0, y, 26, 1, "metal", BASE)
    return canvas


def near_pole(dice: random.Random, height: int = 190) -> Canvas:
    """A utility pole close to the eye: the one tall thing of the foreground, so it is thin."""
    canvas = Canvas(70, height)
    x = 34
    canvas.rect(x, 4, 5, height - 4, "concrete", SHADE)
    canvas.rect(x, 4, 1, height - 4, "concrete", RIM)
    canvas.rect(x + 4, 4, 1, height - 4, "dark", INK)
    for y, reach in ((10, 30), (20, 24), (34, 18)):
        canvas.rect(x - reach, y, 2 * reach + 5, 3, "steel", SHADE)
        canvas.rect(x - reach, y, 2 * reach + 5, 1, "steel", LIGHT)
        canvas.line((x - reach // 2, y + 3), (x, y + 10), "steel", SHADE)
        for offset in (1 - reach, -reach // 2, reach // 2 + 3, reach + 2):
            canvas.rect(x + offset, y - 5, 3, 5, "white", SHADE)
            canvas.dot(x + offset, y - 5, "white", RIM)
            canvas.dot(x + offset, y - 3, "dark", INK)
    for offset in (-15, 8):
        canvas.rect(x + offset, 44, 12, 18, "metal", SHADE)
        canvas.rect(x + offset, 44, 1, 18, "metal", RIM)
        canvas.rect(x + offset, 43, 12, 1, "metal", LIGHT)
        canvas.rect(x + offset + 9, 44, 3, 18, "metal", DEEP)
    canvas.rect(x + 5, 86, 7, 9, "metal", SHADE)
    canvas.line((x - 2, 30), (x - 2, height), "dark", INK)
    for k, y in enumerate(range(66, height - 40, 10)):
        canvas.rect(x + (-3 if k % 2 else 5), y, 3, 1, "steel", BASE)
    canvas.rect(x - 2, height - 70, 9, 24, "sign_blue", INK)
    canvas.rect(x - 2, height - 70, 9, 1, "sign_blue", DEEP)
    for k, letter in enumerate("本ク酒"):
        draw_letter(canvas, letter, x, height - 67 + k * 7, "white", BASE)
    return canvas


def near_signal(dice: random.Random) -> Canvas:
    """A traffic light on its arm, the red one burning."""
    canvas = Canvas(64, 150)
    canvas.rect(4, 0, 4, 150, "steel", SHADE)
    canvas.rect(4, 0, 1, 150, "steel", LIGHT)
    canvas.rect(4, 6, 40, 2, "steel", SHADE)
    canvas.rect(4, 6, 40, 1, "steel", LIGHT)
    canvas.rect(26, 2, 34, 12, "metal", DEEP)
    canvas.rect(26, 2, 34, 1, "metal", RIM)
    for k, material in enumerate(("sign_green", "sign_yellow", "sign_red")):
        canvas.disc(33 + k * 10, 8, 3, material, BASE if material == "sign_red" else INK)
        canvas.rect(30 + k * 10, 3, 7, 1, "metal", SHADE)
    return canvas


def near_rubble(dice: random.Random, width: int = 200, height: int = 26) -> Canvas:
    return rubble(width, height, dice)


def near_crowd(dice: random.Random, width: int = 200, count: int = 18) -> Canvas:
    """Onlookers seen from behind, shoulder to shoulder, cut at the waist by the screen."""
    canvas = Canvas(width, 26)
    coats = ("cloth", "blue", "red", "plaster", "olive", "dark", "wood")
    for number in range(count):
        figure = person("onlooker_near", dice.choice(coats), "dark")
        x = int((number + dice.uniform(0.1, 0.6)) * (width - 12) / count)
        canvas.paste(figure, x, canvas.height - figure.height - dice.randint(0, 5))
    return canvas
