"""The sheet `glows`: light to be added (BLEND_RGB_ADD): opaque, black-backed, stepped and never blurred."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from sprites.bake.effects_field import Colour, Field, bayer, offsets
from sprites.bake.sheet import Frame, Pixels, Strip
from sprites.bake.targets import Target

STEPS = 9  # levels of light, dithered between
SIZES = (24, 48, 96, 160)  # px, diameters
PEAKS: dict[str, Colour] = {  # what the middle adds; the faintest that still tells
    "blue": (44, 116, 232),
    "orange": (160, 76, 20),
    "white": (176, 184, 196),
    "red": (156, 26, 32),
    "green": (84, 128, 40),
}
WIRE_TILE = (16, 32)  # px, width and height
WIRE_COLOURS = ("blue", "white", "orange", "red")  # live, surging, hot, about to trip


def stepped(light: Field, peak: Colour) -> Pixels:
    """Light of 0 to 1 in dithered steps of `peak`, on black."""
    level = np.floor(np.clip(light, 0, 1) * STEPS + bayer(*light.shape) * 0.95) / STEPS
    pixels = np.full((*light.shape, 4), 255, np.uint8)
    pixels[..., :3] = np.rint(level[..., None] * np.array(peak)).astype(np.uint8)
    return pixels


def radial_glow(diameter: int, peak: Colour) -> Frame:
    x, y = offsets(diameter, diameter, diameter / 2, diameter / 2)
    light = np.clip(1 - np.hypot(x, y) / (diameter / 2), 0, 1) ** 2
    return Frame(stepped(light, peak), (diameter // 2, diameter // 2))


def wire_glow(peak: Colour) -> Frame:
    """A tile of a glow along a horizontal wire; pivot on the wire, at the tile's left edge."""
    width, height = WIRE_TILE
    _, y = offsets(height, width, 0, height / 2)
    light = np.clip(1 - np.abs(y) / (height / 2), 0, 1) ** 2.2 * 0.9
    return Frame(stepped(light, peak), (0, height // 2))


def draw_glows() -> Mapping[str, Sequence[Strip]]:
    strips = [
        Strip(f"glow/{colour}/{size}", (radial_glow(size, peak),)) for colour, peak in PEAKS.items() for size in SIZES
    ]
    strips += [Strip(f"wire_glow/{colour}", (wire_glow(PEAKS[colour]),)) for colour in WIRE_COLOURS]
    return {"glows": strips}


GLOWS = Target("glows", (Path(__file__), Path(__file__).with_name("effects_field.py")), draw_glows)
