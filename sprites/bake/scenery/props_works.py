"""The works by the bay: a striped chimney, gas holders, sawtooth halls."""

import random

import numpy as np

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.materials import BASE, DEEP, INK, LIGHT, NUMBER, RIM, SHADE, TONES
from sprites.bake.scenery.noise import bayer


def chimney(dice: random.Random, height: int = 110) -> Canvas:
    """A red and white stack that tapers to its beacon."""
    canvas = Canvas(16, height)
    for y in range(2, height):
        half = 2.5 + 2.5 * y / height
        paint = "red" if y // 14 % 2 == 0 else "white"
        if y > height * 0.55:
            paint = "concrete"
        canvas.rect(8 - half, y, 2 * half, 1, paint, BASE)
        canvas.rect(8 - half, y, 2, 1, paint, LIGHT)
        canvas.rect(8 + half - 2, y, 2, 1, paint, DEEP)
    canvas.rect(4, 2, 8, 1, "metal", RIM)
    canvas.rect(4, 16, 8, 1, "steel", LIGHT)
    canvas.beacons += [(8, 0), (5, 15)]
    canvas.dot(8, 0, "beacon", DEEP)
    canvas.dot(8, 1, "metal", SHADE)
    return canvas


def gas_holder(dice: random.Random, radius: int = 22) -> Canvas:
    """A spherical tank on legs, with a stair round its belt."""
    size = 2 * radius + 4
    canvas = Canvas(size, size + 8)
    middle = size // 2
    rows, columns = np.mgrid[0 : canvas.height, 0 : canvas.width]
    u, v = (columns - middle) / radius, (rows - middle) / radius
    inside = np.hypot(u, v) <= 1
    light = 0.62 - 0.3 * u - 0.42 * v + (bayer(canvas.height, canvas.width) - 0.5) * 0.2
    tone = np.clip((light * 4).astype(int), DEEP, LIGHT)
    canvas.pixels[inside] = (1 + NUMBER["metal"] * TONES + tone)[inside]
    for x in range(3, size, 8):
        canvas.rect(x, middle + 4, 1, canvas.height - middle - 4, "steel", SHADE)
    canvas.rect(2, middle, size - 4, 1, "metal", RIM)
    canvas.rect(2, middle + 2, size - 4, 1, "dark", INK)
    for k in range(radius):
        canvas.dot(middle + k, middle - k * 0.9, "steel", LIGHT)
    canvas.rect(middle - 4, 0, 8, 2, "steel", LIGHT)
    canvas.rect(middle - 9, middle + 8, 18, 5, "sign_blue", DEEP)
    canvas.rect(middle - 7, middle + 10, 14, 1, "white", LIGHT)
    return canvas


def works_hall(dice: random.Random, bays: int = 5) -> Canvas:
    """A sawtooth roof whose north lights burn through the night, over a wall of corrugated sheet."""
    bay = 18
    canvas = Canvas(bays * bay + 2, 40)
    base = canvas.height
    for k in range(bays):
        x = 1 + k * bay
        canvas.polygon([(x, base - 24), (x, base - 38), (x + bay, base - 24)], "metal", SHADE)
        canvas.rect(x, base - 38, 3, 13, "window_dim" if dice.random() < 0.8 else "glass", BASE)
        canvas.line((x, base - 38), (x + bay, base - 24), "metal", RIM)
        canvas.rect(x, base - 32, 3, 1, "dark", DEEP)
    canvas.rect(1, base - 24, bays * bay, 24, "metal", BASE)
    for x in range(1, bays * bay, 3):
        canvas.rect(x, base - 24, 1, 24, "metal", SHADE)
    for k in range(bays):
        x = 1 + k * bay
        if dice.random() < 0.5:
            canvas.rect(x + 4, base - 12, 11, 12, "dark", DEEP)
            canvas.rect(x + 5, base - 11, 9, 4, "window" if dice.random() < 0.6 else "glass", SHADE)
        else:
            canvas.rect(x + 3, base - 18, 12, 4, "window" if dice.random() < 0.5 else "glass", SHADE)
    canvas.rect(1, base - 24, bays * bay, 1, "metal", RIM)
    return canvas
