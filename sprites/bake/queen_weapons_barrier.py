"""The Queen's crest barrier: a see-through screen of hexagons before her visor, and fire that runs off it."""

import math

import numpy as np
from scipy.spatial import cKDTree

from sprites.bake.effects_field import (
    NOWHERE,
    Field,
    Puff,
    bayer,
    billow,
    both_facings,
    clear,
    draw_line,
    lay,
    looping_noise,
    offsets,
    ramp,
    shade,
    snap,
    with_stamp,
    worn,
)
from sprites.bake.film_ramps import film_ramp
from sprites.bake.sheet import Frame, Pixels, Strip

WIDTH, HEIGHT, VISOR = 100, 160, (8, 80)  # px; the pivot is the visor, the screen bulges to the right
REACH_X, REACH_Y = 86.0, 76.0  # px, half axes of the screen
HEXAGON = 11  # px across
STRUCK = (80, 68)  # px, where the fire of the deflect strip hits
FRAMES = 6
SPLASH_ROOM = 60  # px before the screen, for thrown fire


def hexagons(height: int, width: int) -> tuple[Field, Field, Field]:
    """For each pixel how far it is from its hexagon's edge, and that hexagon's middle."""
    rows, columns = math.ceil(height / (HEXAGON * 0.866)) + 2, width // HEXAGON + 3
    middles = np.array(
        [((i + (j % 2) / 2) * HEXAGON, j * HEXAGON * 0.866) for j in range(-1, rows) for i in range(-1, columns)]
    )
    y, x = np.mgrid[0:height, 0:width] + 0.5
    distances, nearest = cKDTree(middles).query(np.stack([x.ravel(), y.ravel()], 1), k=2)
    own = middles[nearest[:, 0]]
    to_edge, across, down = distances[:, 1] - distances[:, 0], own[:, 0], own[:, 1]
    shape = (height, width)
    return to_edge.reshape(shape), across.reshape(shape), down.reshape(shape)


def screen(frame: int, ripple: float | None = None) -> Pixels:
    """One frame. `ripple`: radius in px of a wave that runs out from where the screen was struck."""
    to_edge, cell_x, cell_y = hexagons(HEIGHT, WIDTH)
    turn = 2 * math.pi * frame / FRAMES
    from_visor = np.hypot((cell_x - VISOR[0]) / REACH_X, (cell_y - VISOR[1]) / REACH_Y)
    thickness = np.clip((from_visor - 0.56) / 0.44, 0, 1)
    wave = 0.5 + 0.5 * np.sin(cell_y * 0.085 - turn + cell_x * 0.05)
    light = np.where((from_visor < 1) & (from_visor > 0.56), thickness * (0.62 + 0.34 * wave), NOWHERE)
    if ripple is not None:
        struck = np.hypot(cell_x - STRUCK[0], cell_y - STRUCK[1])
        ring = np.where((from_visor < 1) & (from_visor > 0.42), 1.08 - np.abs(struck - ripple) / 13, NOWHERE)
        light = np.maximum(light, ring)
    is_edge = to_edge < 1.6
    light = np.where(is_edge, light + 0.12, light - 0.22)
    share = np.where(is_edge, 0.86, np.clip(light * 0.62, 0, 0.55))
    x, y = offsets(HEIGHT, WIDTH, *VISOR)
    from_middle = np.hypot(x / REACH_X, y / REACH_Y)
    share = share * np.clip((x + 4) / 30, 0, 1)
    shown = np.where((bayer(HEIGHT, WIDTH) < share) & (from_middle < 0.985), light, NOWHERE)
    picture = snap(shown, film_ramp("barrier"), (0.18, 0.34, 0.52, 0.72, 0.92), 0.03)
    rim = (np.abs(from_middle - 0.985) < 0.011 + 0.005 * math.sin(turn)) & (x > 0)
    picture[rim & (bayer(HEIGHT, WIDTH) < np.clip(x / 24, 0, 0.85))] = (*film_ramp("barrier")[3], 255)
    picture[rim & (np.abs(y) < 34 + 8 * math.sin(turn))] = (*film_ramp("barrier")[4], 255)
    return picture


def closing(frame: int) -> Pixels:
    """The screen knits itself from the visor's height outwards; three frames."""
    picture = screen(frame)
    _, y = offsets(HEIGHT, WIDTH, *VISOR)
    picture[np.abs(y) > (16, 36, 60)[frame]] = 0
    return picture


def deflect(frame: int) -> Frame:
    """A fireball flattens on the screen, runs up and down its cells and falls away as sparks and smoke."""
    width = WIDTH + SPLASH_ROOM
    picture = clear(HEIGHT, width)
    picture[:, :WIDTH] = screen(frame, 4 + frame * 11)
    noise = looping_noise(FRAMES, HEIGHT, width, 4.0, 47)[frame]
    x, y = offsets(HEIGHT, width, STRUCK[0] + 7 - frame * 0.5, STRUCK[1])
    if frame < 4:
        flat, tall = (8, 7, 6, 4)[frame], (11, 22, 32, 38)[frame]
        splash = 1.1 - np.hypot((x + (y / 15) ** 2) / flat, y / tall) + noise * 0.34 - (0, 0, 0.1, 0.5)[frame]
        picture = lay(picture, snap(splash, ramp("fire")[:6], (0.02, 0.16, 0.32, 0.48, 0.64, 0.82)))
    dice = np.random.default_rng(53)
    for number in range(16):
        angle = (number - 7.5) * 0.19
        reach = 5 + frame * 9 * dice.uniform(0.5, 1.1)
        at = (STRUCK[0] + 6 + math.cos(angle) * reach, STRUCK[1] + math.sin(angle) * reach * 1.2 + frame**2 * 0.5)
        drop = max(0.0, 3.4 - frame * 0.55)
        dx, dy = offsets(9, 9, 4.5, 4.5)
        if drop > 0.7:
            ember = snap(1.1 - np.hypot(dx, dy) / (drop + 0.6), ramp("fire")[1:6], (0.05, 0.3, 0.5, 0.66, 0.84))
            picture = with_stamp(picture, ember, (4, 4), at)
        draw_line(
            picture,
            at,
            (at[0] - math.cos(angle) * 4, at[1] - math.sin(angle) * 4),
            ramp("fire")[max(1, 4 - frame // 2)],
        )
    if frame > 2:
        puffs = [
            Puff(
                STRUCK[0] + 13 + (k * 7) % 5 * 4 + frame * 2,
                STRUCK[1] + (k - 3) * 6 - frame * 3 - (k * 5) % 4 * 3,
                5 + (k * 3) % 4 + frame,
            )
            for k in range(8)
        ]
        cloud = billow((HEIGHT, width), puffs, noise, 2.0)
        picture = lay(shade(cloud, ramp("smoke"), worn(cloud, noise, 0.25 + 0.14 * (frame - 2), 6)), picture)
    return Frame(picture, VISOR)


def barrier_strips() -> list[Strip]:
    return [
        *both_facings("crest_barrier/close", [Frame(closing(index), VISOR) for index in range(3)], 3),
        *both_facings("crest_barrier", [Frame(screen(index), VISOR) for index in range(FRAMES)], 4, True),
        *both_facings("barrier_deflect", [deflect(index) for index in range(FRAMES)], 4),
    ]
