"""The army's map on the briefing page: land, contours and grid. Routes and marks are drawn over it by the page."""

import itertools
import math
import random
from collections.abc import Mapping, Sequence

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from sprites.bake.sheet import Frame, Strip
from sprites.bake.ui_pixels import dither, read_source, rgb

WIDTH, HEIGHT = 312, 280  # px
GRID = 24  # px
WEST, SOUTH = 137.2, 34.3  # degrees at the lower left corner, before the margins
PX_PER_LONGITUDE, PX_PER_LATITUDE = 21.6, 24.2
LEFT_MARGIN, FOOT = 54, 278  # px
ROUGHNESS = 0.055  # of a stretch of coast: how far its middle is moved
CONTOURS = (0.95, 1.5, 2.0)
Points = list[tuple[float, float]]


def army_map() -> Strip:
    """`map/japan`; its anchors are the places the page marks."""
    source = read_source("map")
    colours = {name: rgb(code) for name, code in source["colours"].items()}
    land = _land([coast["points"] for coast in source["coast"].values()])
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    picture = np.empty((HEIGHT, WIDTH, 4), np.uint8)
    picture[...] = (*colours["sea"], 255)
    picture[(rows % GRID == 0) | (columns % GRID == 0), :3] = colours["grid"]
    picture[land, :3] = colours["land"]
    noise = ndimage.gaussian_filter(np.random.RandomState(3).randn(HEIGHT, WIDTH), 6)
    relief = ndimage.distance_transform_edt(land) / 16 + noise / noise.std() * 0.55
    hatched = (rows + columns) % 3 == 0
    picture[land & (relief > 1.0) & hatched, :3] = colours["hills"]
    picture[land & (relief > 1.5), :3] = colours["hills"]
    for level in CONTOURS:
        above = land & (relief > level)
        line = above & ~ndimage.binary_erosion(above)
        picture[line & (dither(HEIGHT, WIDTH) < 0.8), :3] = colours["contour"]
    shallows = ndimage.binary_dilation(land, iterations=4) & ~land
    picture[shallows & (rows % 2 == 0), :3] = colours["grid"]
    picture[ndimage.binary_dilation(land) & ~land, :3] = colours["coast"]
    return Strip("map/japan", (Frame(picture, (0, 0), _anchors(source["place"])),), 1)


def _placed(longitude: float, latitude: float) -> tuple[float, float]:
    x = LEFT_MARGIN + (longitude - WEST) * PX_PER_LONGITUDE
    return x, FOOT - (latitude - SOUTH) * PX_PER_LATITUDE


def _anchors(places: Mapping[str, Sequence[float]]) -> dict[str, tuple[float, float]]:
    return {name: _placed(longitude, latitude) for name, (longitude, latitude) in places.items()}


def _land(coasts: Sequence[Sequence[Sequence[float]]]) -> np.ndarray:
    """A mask of all land. Each coast is broken up three times, so that it looks surveyed and not ruled."""
    dice = random.Random(5)
    picture = Image.new("1", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(picture)
    for coast in coasts:
        points: Points = [(longitude, latitude) for longitude, latitude in coast]
        for _ in range(3):
            points = _roughened(points, dice)
        draw.polygon([_placed(*point) for point in points], fill=1)
    return np.array(picture)


def _roughened(points: Points, dice: random.Random) -> Points:
    rough: Points = []
    for (x0, y0), (x1, y1) in itertools.pairwise([*points, points[0]]):
        length = math.hypot(x1 - x0, y1 - y0)
        shift = (dice.gauss(0, ROUGHNESS) * length, dice.gauss(0, ROUGHNESS) * length)
        rough += [(x0, y0), ((x0 + x1) / 2 + shift[0], (y0 + y1) / 2 + shift[1])]
    return rough
