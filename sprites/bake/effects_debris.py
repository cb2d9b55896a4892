"""Pieces that fly: concrete, glass and steel, and what is left of a soldier. Four rotations each."""

import math
import tomllib

import msgspec
import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from sprites.bake.effects_field import KEY_LIGHT, NOWHERE, Colour, ramp, snap
from sprites.bake.sheet import Frame, Pixels, Strip
from sprites.bake.soldiers import load_source, paint, palette, stamp_rows
from sprites.bake.targets import SPRITES

DEBRIS_SOURCE = SPRITES / "puppets" / "debris.toml"
SIDE, SAMPLES = 24, 4  # px of a piece's canvas; samples a pixel across
TUMBLE = 4  # rotations
INK: Colour = (6, 6, 14)


class Chunk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ramp: str
    bevel: float
    outline: tuple[tuple[float, float], ...]


class DebrisSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    chunks: dict[str, Chunk]
    pieces: dict[str, str]


def chunk_frame(chunk: Chunk, turn: float) -> Frame:
    """A bevelled outline turned by `turn` radians, lit from the upper left, in ink."""
    points = []
    for x, y in chunk.outline:
        turned = (x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn))
        points.append(tuple((SIDE / 2 + value) * SAMPLES for value in turned))
    canvas = Image.new("L", (SIDE * SAMPLES, SIDE * SAMPLES), 0)
    ImageDraw.Draw(canvas).polygon(points, fill=255)
    mask = np.asarray(canvas) > 0
    height = np.minimum(ndimage.distance_transform_edt(mask) / SAMPLES, chunk.bevel)
    slope_y, slope_x = np.gradient(ndimage.gaussian_filter(height, 1.0) * SAMPLES)
    facing = -slope_x * KEY_LIGHT[0] - slope_y * KEY_LIGHT[1] + KEY_LIGHT[2]
    light = np.clip(facing / np.sqrt(slope_x**2 + slope_y**2 + 1), 0, 1)
    cells = (SIDE, SAMPLES, SIDE, SAMPLES)
    covered = mask.reshape(cells).mean((1, 3))
    mean_light = (light * mask).reshape(cells).sum((1, 3)) / np.maximum(1, mask.reshape(cells).sum((1, 3)))
    solid = covered >= 0.45
    pixels = snap(np.where(solid, mean_light, NOWHERE), ramp(chunk.ramp), (-1, 0.22, 0.4, 0.56, 0.72), 0.05)
    return Frame(inked(pixels), (SIDE // 2, SIDE // 2))


def inked(pixels: Pixels) -> Pixels:
    """The picture in a one-pixel ink line."""
    solid = pixels[..., 3] > 0
    line = ndimage.binary_dilation(solid) & ~solid
    result = pixels.copy()
    result[line] = (*INK, 255)
    return result


def piece_frames(stamp: str) -> list[Frame]:
    """A soldier's stamp in four quarter turns."""
    colours = palette(load_source().tints["ground"], haze=0.0)
    frames = []
    for quarter in range(TUMBLE):
        pixels = paint(np.rot90(stamp_rows(stamp), -quarter), colours)
        frames.append(Frame(pixels, (pixels.shape[1] // 2, pixels.shape[0] // 2)))
    return frames


def debris_strips() -> list[Strip]:
    source = msgspec.convert(tomllib.loads(DEBRIS_SOURCE.read_text(encoding="utf-8")), DebrisSource)
    strips = []
    for name, chunk in source.chunks.items():
        turns = (quarter * math.pi / TUMBLE + 0.2 for quarter in range(TUMBLE))
        strips.append(Strip(f"debris/{name}", tuple(chunk_frame(chunk, turn) for turn in turns), 4, True))
    for name, stamp in source.pieces.items():
        strips.append(Strip(f"soldier_piece/{name}", tuple(piece_frames(stamp)), 4, True))
    return strips
