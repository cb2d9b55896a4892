"""The mana beam out of Gamera's chest: how it opens, burns, strikes and dies.

All of it points to the right and is mirrored, but for the tile.
"""

import math

import numpy as np

from sprites.bake.effects_field import (
    NOWHERE,
    Field,
    both_facings,
    clear,
    draw_line,
    lay,
    looping_noise,
    offsets,
    snap,
    without_lone_pixels,
)
from sprites.bake.film_ramps import film_ramp
from sprites.bake.sheet import Frame, Pixels, Strip

TILE, HALF = 56, 20  # px: length of the beam's tile, half width of its body
SPEED = 14  # px a frame, so that four frames are one tile
MANTLE = 18  # px of licking flame to either side
MANTLE_THRESHOLDS = (0.02, 0.10, 0.18, 0.27, 0.36, 0.46)
CORE_THRESHOLDS = (0.50, 0.62, 0.74)
SCENE_WIDTH, SCENE_HEIGHT, CHEST = 236, 156, (46, 78)  # px, of the opening and closing strips
RING_ASPECT = 0.26  # how flat a ring round the beam is seen
RING_WIDTH, RING_HEIGHT = 44, 150  # px


def beam_field(width: int, height: int, axis: float, start: float, end: float, half: float, frame: int) -> Field:
    """The beam's light between two columns: 1 on its axis, 0 at its edge; it flows to the right and tiles."""
    noise = looping_noise(2, height, TILE, 4.0, 91)
    columns = np.arange(width)
    fast, slow = noise[0][:, (columns - frame * SPEED) % TILE], noise[1][:, (columns - frame * SPEED * 2) % TILE]
    x, y = offsets(height, width, 0, axis)
    swelling = 1 + 0.06 * np.sin((x - frame * SPEED) * 2 * math.pi / TILE * 2)
    body = half * swelling * np.clip((x - start) / 12 + 0.5, 0, 1)
    rough = np.clip(np.abs(y) / half * 1.6, 0, 1)
    field = 1.04 - np.abs(y) / np.maximum(1, body) + fast * 0.20 * rough + slow * 0.06
    return np.where((x >= start) & (x <= end), field, NOWHERE)


def beam_pixels(field: Field) -> Pixels:
    """Flame at the edges, white in the middle."""
    core = snap(field, film_ramp("beam_core"), CORE_THRESHOLDS, 0.10)
    return lay(snap(field, film_ramp("beam"), MANTLE_THRESHOLDS, 0.10), core)


def fire_ball(width: int, height: int, centre: tuple[float, float], radius: float, noise: Field) -> Pixels:
    x, y = offsets(height, width, *centre)
    field = 1.1 - np.hypot(x, y) / radius + noise * 0.24
    return lay(
        snap(field, film_ramp("beam"), (0.02, 0.14, 0.26, 0.38, 0.50, 0.62)),
        snap(field, film_ramp("beam_core"), (0.66, 0.78, 0.90)),
    )


def ring(radius: float, thickness: float, age: float, front: bool | None, aspect: float = RING_ASPECT) -> Pixels:
    """A ring round the beam's axis, its half toward the viewer (`front`), the other one, or (None) all of it."""
    x, y = offsets(RING_HEIGHT, RING_WIDTH, RING_WIDTH / 2, RING_HEIGHT / 2)
    field = 1 - np.abs(np.hypot(x / aspect, y) - radius) / thickness
    field = np.where(x < 0, field, field * 0.8) if front is None else np.where((x < 0) == front, field, NOWHERE)
    if age > 0.4:
        noise = looping_noise(1, RING_HEIGHT, RING_WIDTH, 3.0, 43)[0]
        field = field - np.clip(noise + (age - 0.4) * 1.6, 0, 2)
    tones = film_ramp("gold")[1:] if front is not False else film_ramp("gold")[:5]
    return without_lone_pixels(snap(field, tones, (0.06, 0.28, 0.46, 0.64, 0.82)))


def _on_scene(picture: Pixels, stamp: Pixels, x: float) -> Pixels:
    layer = clear(SCENE_HEIGHT, SCENE_WIDTH)
    left, top = round(x) - RING_WIDTH // 2, CHEST[1] - RING_HEIGHT // 2
    first = max(0, left)
    layer[top : top + RING_HEIGHT, first : left + RING_WIDTH] = stamp[:, first - left :]
    return lay(picture, layer)


def opening(frame: int) -> Frame:
    """Rings close on the chest, light is drawn in; it bursts; the beam runs out; six frames."""
    noise = looping_noise(6, SCENE_HEIGHT, SCENE_WIDTH, 4.0, 33)[frame]
    picture = clear(SCENE_HEIGHT, SCENE_WIDTH)
    x, y = CHEST
    if frame < 3:
        dice = np.random.default_rng((35, frame))
        for _ in range(24):
            angle, reach = dice.uniform(0, 2 * math.pi), dice.uniform(20, 62 - frame * 9)
            near = (x + math.cos(angle) * reach, y + math.sin(angle) * reach)
            far = (x + math.cos(angle) * (reach + 9), y + math.sin(angle) * (reach + 9))
            draw_line(picture, near, far, film_ramp("gold")[int(dice.integers(2, 5))])
        picture = _on_scene(picture, ring((54, 38, 22)[frame], 4.0, 0, None, 0.4), x)
        return Frame(lay(picture, fire_ball(SCENE_WIDTH, SCENE_HEIGHT, CHEST, (10, 17, 26)[frame], noise)), CHEST)
    step = frame - 3
    for front in (False, True):
        if front:
            end, half = x + (60, 130, 200)[step], (9, 16, HALF)[step]
            picture = lay(picture, beam_pixels(beam_field(SCENE_WIDTH, SCENE_HEIGHT, y, x, end, half, frame)))
            picture = lay(picture, fire_ball(SCENE_WIDTH, SCENE_HEIGHT, CHEST, (32, 34, 31)[step], noise))
        picture = _on_scene(
            picture, ring((28, 44, 58)[step], (6, 5, 4)[step], step * 0.2, front), x + (12, 38, 74)[step]
        )
        if step:
            picture = _on_scene(picture, ring((28, 44)[step - 1], 6, 0.1, front), x + (10, 36)[step - 1])
    return Frame(picture, CHEST)


def closing(frame: int) -> Frame:
    """It thins, tears off from the chest and goes out; five frames."""
    noise = looping_noise(5, SCENE_HEIGHT, SCENE_WIDTH, 5.0, 36)[frame]
    half, start = (18, 12, 8, 5, 3)[frame], CHEST[0] + (0, 4, 26, 70, 120)[frame]
    field = beam_field(SCENE_WIDTH, SCENE_HEIGHT, CHEST[1], start, SCENE_WIDTH, half, frame)
    torn = np.clip(noise + (0, 0, 0.15, 0.45, 0.7)[frame], 0, 2) * (0, 0, 0.8, 1.0, 1.2)[frame]
    picture = without_lone_pixels(beam_pixels(field - torn))
    ball = fire_ball(SCENE_WIDTH, SCENE_HEIGHT, CHEST, (27, 21, 15, 9, 5)[frame], noise - (0, 0, 0.1, 0.5, 1.2)[frame])
    return Frame(lay(picture, ball), CHEST)


def impact(frame: int) -> Frame:
    """Where it strikes: light splashes back round what it hits, in rays of unequal length; loops."""
    width, height, middle = 150, 164, (92, 82)
    noise = looping_noise(4, height, width, 4.4, 41)[frame]
    x, y = offsets(height, width, *middle)
    angle, distance = np.arctan2(y, x), np.hypot(x, y)
    reach = 58 + 18 * np.sin(angle * 3 + 1) + 10 * np.sin(angle * 7 + frame * 1.6)
    rays = np.abs(np.sin(angle * 4.5 + 0.6 * np.sin(angle * 2) + frame * 0.35))
    field = np.maximum(1.1 - distance / 34 + noise * 0.28, np.where(rays > 0.95, 1.0 - distance / reach, NOWHERE))
    splash = 1 - np.abs(np.abs(y) - (-x * 0.9 + 6)) / (10 + noise * 4) + x / 84
    field = np.maximum(field, np.where(x < 0, splash, NOWHERE))
    picture = lay(
        without_lone_pixels(snap(field, film_ramp("beam"), (0.02, 0.12, 0.22, 0.32, 0.42, 0.52))),
        snap(field, film_ramp("beam_core"), (0.6, 0.74, 0.86)),
    )
    dice = np.random.default_rng((45, frame))
    for _ in range(28):
        lean, far = dice.uniform(1.5, 4.8), dice.uniform(34, 82)
        near = (middle[0] + math.cos(lean) * far * 0.8, middle[1] + math.sin(lean) * far * 0.8)
        tip = (middle[0] + math.cos(lean) * far, middle[1] + math.sin(lean) * far)
        draw_line(picture, near, tip, film_ramp("gold")[int(dice.integers(2, 5))])
    return Frame(picture, middle)


def beam_strips() -> list[Strip]:
    height = 2 * (HALF + MANTLE)
    tiles = [
        Frame(beam_pixels(beam_field(TILE, height, height / 2, -99, 999, HALF, index)), (0, height // 2))
        for index in range(4)
    ]
    return [
        *both_facings("beam/start", [opening(index) for index in range(6)], 4),
        Strip("beam/tile", tuple(tiles), 2, True),
        *both_facings("beam/end", [closing(index) for index in range(5)], 4),
        *both_facings("beam/impact", [impact(index) for index in range(4)], 3, True),
    ]
