"""Trees that are not of the garden: bare ones in winter, pines."""

import math
import random

from sprites.bake.scenery.canvas import Canvas
from sprites.bake.scenery.materials import BASE, DEEP, LIGHT, SHADE

BRANCHINGS = 4


def bare_tree(dice: random.Random, height: int = 0) -> Canvas:
    """A leafless tree: every branch forks in two, four times over."""
    height = height or dice.randint(26, 44)
    canvas = Canvas(height + 14, height + 6)
    middle, base = canvas.width // 2, canvas.height
    canvas.line((middle, base - 1), (middle, base - height * 0.35), "trunk", BASE, thickness=2)
    canvas.line((middle + 1, base - 1), (middle + 1, base - height * 0.35), "trunk", DEEP)
    _branch(canvas, (middle, base - height * 0.35), math.pi / 2, height * 0.22, BRANCHINGS, dice)
    return canvas


def _branch(
    canvas: Canvas, root: tuple[float, float], angle: float, length: float, forks: int, dice: random.Random
) -> None:
    tip = (root[0] + math.cos(angle) * length, root[1] - math.sin(angle) * length)
    thick = forks > 2
    canvas.line(root, tip, "trunk", BASE if thick else LIGHT, thickness=2 if thick else 1)
    if forks == 0:
        return
    for side in (-1, 1):
        turned = angle + side * dice.uniform(0.25, 0.6)
        _branch(canvas, tip, turned, length * dice.uniform(0.62, 0.8), forks - 1, dice)


def pine(dice: random.Random, height: int = 0) -> Canvas:
    """Five flat storeys of needles, wider toward the ground."""
    height = height or dice.randint(24, 34)
    canvas = Canvas(36, height + 2)
    middle, base = canvas.width // 2, canvas.height
    canvas.rect(middle, base - height // 2, 2, height // 2, "trunk", SHADE)
    for storey in range(5):
        x, y = middle + dice.randint(-2, 2), base - height + 4 + storey * height * 0.16
        reach = 4 + storey * 2.1
        for row in range(-3, 4):
            half = int(reach * math.sqrt(1 - (row / 4) ** 2))
            for column in range(-half, half + 1):
                light = (-column * 0.6 / reach - row / 4) + dice.uniform(-0.35, 0.35)
                tone = LIGHT if light > 0.65 else BASE if light > 0.05 else SHADE if light > -0.55 else DEEP
                canvas.dot(x + column, y + row, "leaf", tone)
    return canvas
