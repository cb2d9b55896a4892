"""Sky, stars, moon, clouds and far hills: painted in colours, not in materials."""

import random

import numpy as np
from scipy import ndimage

from sprites.bake.scenery.light import Mask, Picture, add, halo, in_bands
from sprites.bake.scenery.materials import colour, colours
from sprites.bake.scenery.noise import Field, bayer, noise_line, noise_plane
from sprites.bake.scenery.spec import Clouds, Moon, Ridge, Sky

STAR_COLOURS = ("2c3060", "4c5490", "8c98c8", "d0dcff")
THROUGH_CLOUDS = 0.4  # share of the moon that thin clouds let through
EDGE_RUN = 9  # px; shorter bright edges of a cloud are dropped as speckle


def paint_sky(sky: Sky, width: int, height: int) -> Picture:
    """The gradient, brightest at the horizon row and toward its centre column, with stars and moon."""
    rows, columns = np.mgrid[0:height, 0:width]
    down = rows / sky.horizon
    value = np.clip(down, 0, 1) ** sky.gamma - sky.bow * np.abs(columns - sky.centre) / width * 2 * down
    picture = in_bands(np.clip(value, 0, 1), colours(sky.colours))
    dice = random.Random(sky.seed)
    for _ in range(sky.stars):
        x, y = dice.randrange(width), int(dice.random() ** 1.5 * 150)
        picture[y, x] = colour(dice.choice(STAR_COLOURS))
        if dice.random() < 0.05 and 0 < x < width - 1 and y > 0:  # a bright one, drawn as a cross
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                picture[y + dy, x + dx] = colour(STAR_COLOURS[1])
            picture[y, x] = colour(STAR_COLOURS[3])
    for glow in sky.domes:
        light = halo(glow.radius, colour(glow.tint), glow.strength, glow.flatness)
        add(picture, light, glow.x - glow.radius, glow.y - light.shape[0] // 2)
    if sky.moon:
        _paint_moon(picture, sky.moon)
    return picture


def _paint_moon(picture: Picture, moon: Moon) -> None:
    height, width = picture.shape[:2]
    columns = np.arange(width)[None]
    distance = _from_moon(moon, width, height)
    reach = int(moon.radius * moon.halo_reach)
    add(picture, halo(reach, colour(moon.halo), 0.8), moon.x - reach, moon.y - reach)
    value = 1.02 - (distance / moon.radius) ** 3 * 0.3 - (columns - moon.x) / moon.radius * 0.12
    if moon.seas:
        value = value - (noise_plane(width, height, 7, 7, 4, moon.seed) < 0.44) * 0.27
    disc = distance <= moon.radius
    picture[disc] = in_bands(np.clip(value, 0, 0.97), colours(moon.colours))[disc]


def moonlight(sky: Picture, moon: Moon) -> Mask:
    """The pixels of a painted sky that show through clouds before the moon, or it would end where a cloud begins."""
    height, width = sky.shape[:2]
    return (_from_moon(moon, width, height) <= moon.radius) & (bayer(height, width) < THROUGH_CLOUDS)


def _from_moon(moon: Moon, width: int, height: int) -> Field:
    rows, columns = np.mgrid[0:height, 0:width]
    return np.hypot(columns - moon.x, rows - moon.y)


def paint_clouds(clouds: Clouds, height: int) -> tuple[Picture, Mask]:
    """A strip of `clouds.width` px that wraps around; lit from below by the city."""
    width = clouds.width
    rows = np.arange(height)[:, None]
    texture = noise_plane(width, height, clouds.scale[0], clouds.scale[1], clouds.octaves, clouds.seed)
    middle, half = (clouds.top + clouds.bottom) / 2, (clouds.bottom - clouds.top) / 2
    envelope = np.sqrt(np.clip(1 - np.abs(rows - middle) / half, 0, 1))
    density = (texture - (1 - clouds.cover)) * 3 * envelope - 0.02
    dx, dy = clouds.light
    behind = ndimage.shift(density, (-dy * 4, -dx * 4), order=1, mode="grid-wrap")
    lit = np.clip((density - behind) * 2.2 + density * 0.75, 0, 0.999)
    ramp = colours(clouds.colours)
    screen = bayer(height, width)
    index = np.clip(np.floor(lit * len(ramp) + (screen - 0.5) * 0.5).astype(int), 0, len(ramp) - 1)
    mask = density > 0.10 + (screen - 0.5) * 0.05
    picture = ramp[index].astype(np.uint8)
    if clouds.edge:
        picture[_bright_edge(density, mask, dx, dy)] = colour(clouds.edge)
    return picture, mask


def _bright_edge(density: Field, mask: Mask, dx: float, dy: float) -> Mask:
    outside = ndimage.shift(density, (-dy, -dx), order=0, mode="grid-wrap") < 0.10
    edge = mask & outside & (density < 0.4)
    labels, _ = ndimage.label(edge, np.ones((3, 3)))
    return edge & (np.bincount(labels.ravel())[labels] >= EDGE_RUN)


def paint_ridge(ridge: Ridge, width: int, height: int) -> tuple[Picture, Mask]:
    """Far wooded hills: one colour, a texture of slopes, a lit crest."""
    crest = ridge.base - noise_line(width, ridge.scale, 5, ridge.seed) * ridge.amplitude
    dice = random.Random(ridge.seed)
    crest = np.array([int(y) - (dice.randint(0, ridge.trees) if dice.random() < 0.6 else 0) for y in crest])
    rows = np.arange(height)[:, None]
    mask = rows >= crest[None]
    picture = np.empty((height, width, 3), np.uint8)
    picture[:] = colour(ridge.colour)
    slopes = noise_plane(width, height, 5, 9, 4, ridge.seed + 1) + (bayer(height, width) - 0.5) * 0.16 > 0.56
    picture[slopes] = colour(ridge.slope_colour)
    picture[np.clip(crest, 0, height - 1), np.arange(width)] = colour(ridge.crest_colour)
    return picture, mask
