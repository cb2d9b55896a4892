"""Portraits of the sheet `ui`: soft parts lit from the upper left, a cold rim from the right."""

import itertools
import random
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy import ndimage

from sprites.bake.sheet import Frame, Pixels, Strip
from sprites.bake.ui_pixels import Mask, dither, read_source, rgb

SIDE = 48  # px
FINE = 6  # parts are drawn at this many times their size
SPLINE_STEPS = 8  # points a corner of a part is rounded into
MOODS = ("calm", "moved")
TALK_TICKS = 5
FACE_KEY = {"k": "0c0810", "w": "f4ece4", "W": "c8c0c8", "h": "ffffff"}
MOUTH_KEY = {"k": "401018", "d": "601420", "r": "a83c40", "w": "f8f0e8"}
Points = Sequence[Sequence[float]]


def portraits() -> list[Strip]:
    """`portrait/<who>` and `portrait/<who>/moved`: two frames each, mouth shut and open."""
    source = read_source("portraits")
    strips = []
    for who, plan in source["portrait"].items():
        for mood in MOODS:
            pictures = [_Portrait(source, plan["background"]).painted(plan["steps"], mood, m) for m in ("shut", "open")]
            name = f"portrait/{who}" if mood == "calm" else f"portrait/{who}/{mood}"
            strips.append(Strip(name, tuple(Frame(picture, (0, 0)) for picture in pictures), TALK_TICKS, loop=True))
    return strips


def _rounded(points: Points) -> list[tuple[float, float]]:
    """A closed Catmull-Rom curve through the points."""
    corners = np.array(points, float)
    count = len(corners)
    curve = []
    for number in range(count):
        p0, p1, p2, p3 = (corners[(number + k) % count] for k in (-1, 0, 1, 2))
        for step in range(SPLINE_STEPS):
            t = step / SPLINE_STEPS
            x, y = 0.5 * (
                2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3
            )
            curve.append((float(x), float(y)))
    return curve


def _camouflage() -> npt.NDArray[np.float64]:
    """Steps of the ramp that blotches of the pattern are lighter or darker by."""
    noise = ndimage.gaussian_filter(np.random.RandomState(4).randn(SIDE, SIDE), 1.6)
    return np.where(noise > 0.10, 1.0, np.where(noise < -0.14, -1.1, 0.0))


class _Portrait:
    """A picture in the making. Pixels of a part know their ramp and step: shadows stay on the ramp."""

    def __init__(self, source: Mapping[str, Any], background: Sequence[str]) -> None:
        self.source = source
        self.pixels = np.zeros((SIDE, SIDE, 3), np.uint8)
        self.owner = np.full((SIDE, SIDE), -1)  # index of the part on top; -1: background
        self.step = np.zeros((SIDE, SIDE), int)  # of the owner's ramp
        self.ramps: list[npt.NDArray[np.uint8]] = []
        y, x = np.mgrid[0:SIDE, 0:SIDE]
        light = np.clip(y / SIDE * 0.75 + 0.25 * (1 - np.hypot(x - 34, y - 20) / 40), 0, 1)
        ramp = np.array([rgb(code) for code in background], np.uint8)
        index = (light * len(ramp) + (dither(SIDE, SIDE) - 0.5) * 0.9).astype(int)
        self.pixels[:] = ramp[np.clip(index, 0, len(ramp) - 1)]

    def painted(self, steps: Sequence[Mapping[str, Any]], mood: str, mouth: str) -> Pixels:
        """The finished picture, RGBA."""
        for step in steps:
            if step.get("mood", mood) == mood:
                self._paint(step, mouth)
        return np.dstack([self.pixels, np.full((SIDE, SIDE), 255, np.uint8)])

    def _paint(self, step: Mapping[str, Any], mouth: str) -> None:
        if "part" in step:
            self._part(step)
        elif "line" in step:
            self._line(step["line"], step["colour"])
        elif "stamp" in step:
            self._stamp(*step["at"], step["stamp"], step["key"])
        elif "dots" in step:
            for x, y in step["dots"]:
                self.pixels[y, x] = rgb(step["colour"])
        elif "eyes" in step:
            self._eyes(step)
        elif "mouth" in step:
            key = MOUTH_KEY | {"t": self.source["ramps"][step["skin"]][2]}
            self._stamp(*step["mouth"], self.source["mouths"][step[mouth]], key)
        elif "stubble" in step:
            self._stubble(step["stubble"])
        elif "glow" in step:
            self._glow(step)
        else:
            self._rim(step["rim"])

    def _part(self, step: Mapping[str, Any]) -> None:
        """A cushion with round edges `bevel` px wide, its contact shadow and ink on what lies below."""
        picture = Image.new("L", (SIDE * FINE, SIDE * FINE), 0)
        outline = [(x * FINE, y * FINE) for x, y in _rounded(step["part"])]
        ImageDraw.Draw(picture).polygon(outline, fill=255)
        mask = np.asarray(picture) > 0
        bevel = step["bevel"]
        depth = ndimage.distance_transform_edt(np.pad(mask, 1, mode="edge"))[1:-1, 1:-1] / FINE
        share = np.clip(depth / bevel, 0, 1)
        relief = bevel * np.sqrt(1 - (1 - share) ** 2) * 0.75 + np.maximum(0, depth - bevel) * step.get("flat", 0.05)
        slope_y, slope_x = np.gradient(ndimage.gaussian_filter(relief, FINE * 0.6) * FINE)
        facing = 1 / np.sqrt(slope_x**2 + slope_y**2 + 1)
        normal_x, normal_y = -slope_x * facing, -slope_y * facing
        key_light = np.clip(normal_x * -0.52 + normal_y * -0.60 + facing * 0.60, 0, 1) ** 1.1
        side_light = np.clip(normal_x * 0.8 + normal_y * 0.2, 0, 1)
        light = (0.14 + 0.80 * key_light + 0.10 * side_light) * step.get("light", 1.0)
        cover = mask.reshape(SIDE, FINE, SIDE, FINE).mean((1, 3))
        shown = (light * mask).reshape(SIDE, FINE, SIDE, FINE).mean((1, 3)) / np.maximum(cover, 1e-6)
        solid = cover >= 0.5
        if step.get("shadow", True):
            cast = ndimage.binary_dilation(np.roll(solid, (2, 1), (0, 1))) & ~solid & (self.owner >= 0)
            self.step[cast] = np.maximum(0, self.step[cast] - 1)
            self._show(cast)
        if step.get("ink", True):
            edge = ndimage.binary_dilation(solid) & ~solid & (self.owner >= 0)
            self.step[edge] = np.clip(self.step[edge], 0, 1)
            self._show(edge)
        ramp = self.source["ramps"][step["ramp"]]
        pattern = _camouflage() if step.get("camouflage") else 0.0
        tone = shown * len(ramp) + step.get("lift", 0.0) + (dither(SIDE, SIDE) - 0.5) * 0.22 + pattern
        self.ramps.append(np.array([rgb(code) for code in ramp], np.uint8))
        self.owner[solid] = len(self.ramps) - 1
        self.step[solid] = np.clip(tone.astype(int), 0, len(ramp) - 1)[solid]
        self._show(solid)

    def _show(self, where: Mask) -> None:
        """Puts the ramp colours of those pixels into the picture."""
        for owner in np.unique(self.owner[where]):
            if owner >= 0:
                mine = where & (self.owner == owner)
                self.pixels[mine] = self.ramps[owner][self.step[mine]]

    def _stamp(self, x: int, y: int, rows: Sequence[str], key: Mapping[str, str]) -> None:
        for j, row in enumerate(rows):
            for i, letter in enumerate(row):
                if letter in key and 0 <= y + j < SIDE and 0 <= x + i < SIDE:
                    self.pixels[y + j, x + i] = rgb(key[letter])

    def _line(self, points: Points, colour: str) -> None:
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            steps = int(max(abs(x1 - x0), abs(y1 - y0), 1))
            for step in range(steps + 1):
                x, y = round(x0 + (x1 - x0) * step / steps), round(y0 + (y1 - y0) * step / steps)
                if 0 <= x < SIDE and 0 <= y < SIDE:
                    self.pixels[y, x] = rgb(colour)

    def _eyes(self, step: Mapping[str, Any]) -> None:
        x, y = step["eyes"]
        far = x + step["apart"]
        look = self.source["eyes"][step["look"]]
        skin = self.source["ramps"][step["skin"]]
        key = FACE_KEY | {"I": step["iris"][0], "i": step["iris"][1], "s": skin[1], "t": skin[2]}
        self._stamp(x, y + look["y"], look["near"], key)
        self._stamp(far, y + look["y"], look["far"], key)
        brow, slant = y - step["raised"], step["slant"]
        self._line([(x, brow), (x + 5, brow + slant)], step["brow"])
        self._line([(far, brow + slant), (far + 4, brow)], step["brow"])
        if step.get("thick_brow"):
            self._line([(x, brow + 1), (x + 4, brow + 1 + slant)], step["brow"])
            self._line([(far, brow + 1 + slant), (far + 3, brow + 1)], step["brow"])

    def _stubble(self, count: int) -> None:
        """Darker dots on the jaw, not around the mouth."""
        dice = random.Random(3)
        for _ in range(count):
            x, y = dice.randint(16, 35), dice.randint(30, 37)
            by_the_mouth = 21 < x < 29 and y < 35
            on_the_jaw = abs(x - 25) + (38 - y) * 0.2 > 4
            if on_the_jaw and not by_the_mouth and self.owner[y, x] >= 0 and (self.pixels[y, x] > 100).any():
                self.pixels[y, x] = (self.pixels[y, x] * 0.78).astype(np.uint8)

    def _glow(self, step: Mapping[str, Any]) -> None:
        """Added light, falling off with distance in seven dithered steps."""
        x, y = step["glow"]
        rows, columns = np.mgrid[0:SIDE, 0:SIDE]
        near = np.clip(1 - np.hypot(columns + 0.5 - x, rows + 0.5 - y) / step["radius"], 0, 1) ** 2
        levels = np.floor(near * step["strength"] * 7 + dither(SIDE, SIDE) * 0.95) / 7
        added = levels[..., None] * np.array(rgb(step["colour"]))
        self.pixels[:] = np.minimum(255, self.pixels + added.astype(int))

    def _rim(self, colour: str) -> None:
        """Light along the right-hand edge of the whole figure, ink around it."""
        figure = self.owner >= 0
        edge = figure & ~np.roll(figure, -1, 1)
        edge[:, -1] = False
        self.pixels[edge] = (self.pixels[edge] * 0.4 + np.array(rgb(colour)) * 0.6).astype(np.uint8)
        self.pixels[ndimage.binary_dilation(figure) & ~figure] = rgb("06061a")
