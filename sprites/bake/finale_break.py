"""The Queen breaks: light cracks her from the chest outwards, she shines, and flies apart in pieces.

Drawn from her own puppet as she stands in `risen`, so that nothing jumps when the strip takes over.
"""

import math
from dataclasses import dataclass, replace

import numpy as np
from scipy.spatial import cKDTree

from sprites.bake.effects_field import Field, Mask, clear, lay, looping_noise, put, ramp, with_stamp
from sprites.bake.effects_fire import ExplosionSize, explosion
from sprites.bake.film_ramps import film_ramp
from sprites.bake.puppets import AS_DRAWN, draw_pose, load_actor
from sprites.bake.sheet import Frame, Pixels, Strip

ROOM_X, ROOM_TOP, ROOM_BOTTOM = 80, 84, 6  # px round her for what flies off
PIECES, SPLINTERS = 44, 150  # large pieces; the finer cells their cracks follow
STRUCK = (-40, -72)  # px from her pivot
CRACK_REACH = (42, 92, 168, 320)  # px from where she is struck, a frame each
CRACK_WIDTH = (1.3, 1.6, 2.0, 2.4)  # px
WHITEST = 192  # of a colour's darkest channel; only the beam may pass it
BLASTS = (  # px from the pivot, and the frame each begins with
    ((-44, -70), ExplosionSize(38, 20, 5, 4.0, 5), 5),
    ((30, -84), ExplosionSize(46, 24, 5, 5.0, 5), 5),
    ((-6, -70), ExplosionSize(66, 30, 5, 6.0, 5), 6),
)
FRAMES = 10
FLOWN = 5  # the frame with which she flies apart


@dataclass(frozen=True, slots=True)
class Shell:
    """Her picture on a roomier canvas and how it will crack."""

    pixels: Pixels
    pivot: tuple[int, int]
    solid: Mask
    piece: np.ndarray  # of each pixel, -1 where there is none
    middles: Field  # of each piece, shape (PIECES, 2), x and y
    main_crack: Field  # px to the border between two pieces
    side_crack: Field  # px to the nearest fine crack; far where it stays whole
    struck: Field  # px to where she is struck


def risen_queen() -> Frame:
    queen = load_actor("queen")
    pose = next(movement for movement in queen.movements if movement.name == "risen").poses[-1]
    return draw_pose(queen.drawing(pose), pose, queen.palette, (AS_DRAWN,))[0]


def cracked_shell() -> Shell:
    """Pieces of unequal size, smaller where she is struck; fine cracks inside them that do not close."""
    queen = risen_queen()
    height, width = queen.pixels.shape[:2]
    pixels = clear(height + ROOM_TOP + ROOM_BOTTOM, width + 2 * ROOM_X)
    pixels[ROOM_TOP : ROOM_TOP + height, ROOM_X : ROOM_X + width] = queen.pixels
    pivot = (queen.pivot[0] + ROOM_X, queen.pivot[1] + ROOM_TOP)
    solid = pixels[..., 3] > 0
    places = np.argwhere(solid)[:, ::-1]
    hit = np.array(pivot) + STRUCK
    struck = np.hypot(*(np.moveaxis(np.indices(solid.shape)[::-1], 0, -1) - hit).transpose(2, 0, 1))
    dice = np.random.default_rng(6)
    nearness = 1 / (24 + struck[solid])
    middles = places[dice.choice(len(places), PIECES, replace=False, p=nearness / nearness.sum())].astype(float)
    warp = looping_noise(2, *solid.shape, 7.0, 9) * 5
    warped = places + np.stack([warp[0][solid], warp[1][solid]], 1)
    piece, main = _cells(solid, warped, middles)
    fine_middles = places[dice.choice(len(places), SPLINTERS, replace=False)].astype(float)
    distances, nearest = cKDTree(fine_middles).query(warped, k=2)
    whole = (nearest.min(1) * 7 + nearest.max(1) * 13) % 10 < 6
    side = np.full(solid.shape, 99.0)
    side[solid] = np.where(whole, 99, distances[:, 1] - distances[:, 0])
    return Shell(pixels, pivot, solid, piece, middles, main, side, struck)


def _cells(solid: Mask, points: Field, middles: Field) -> tuple[np.ndarray, Field]:
    distances, nearest = cKDTree(middles).query(points, k=2)
    owner, border = np.full(solid.shape, -1), np.full(solid.shape, 99.0)
    owner[solid], border[solid] = nearest[:, 0], distances[:, 1] - distances[:, 0]
    return owner, border


def tempered(pixels: Pixels) -> Pixels:
    """What is whiter than the rim of Gamera's plastron, taken down to pale gold."""
    result = pixels.copy()
    result[(pixels[..., :3].min(2) > WHITEST) & (pixels[..., 3] > 0), :3] = film_ramp("gold")[5]
    return result


def cracking(shell: Shell, frame: int) -> Pixels:
    """Frames 0 to 3: seams open from the wound outwards and throw shafts of light."""
    picture, gold = shell.pixels.copy(), film_ramp("gold")
    within = shell.solid & (shell.struck < CRACK_REACH[frame] * (0.8 + 0.4 * (shell.piece * 37 % 11) / 11))
    width = CRACK_WIDTH[frame] * np.clip(1.4 - shell.struck / (CRACK_REACH[frame] * 1.2), 0.35, 1.4)
    seam = within & ((shell.main_crack < width * 1.5) | (shell.side_crack < width * 0.7))
    near = within & ~seam & (shell.main_crack < width * 1.5 + 2.5)
    picture[near, :3] = (picture[near, :3] * 0.5 + np.array(gold[1]) * 0.45).astype(np.uint8)
    picture[seam, :3] = gold[3]
    picture[seam & (shell.main_crack < width * 0.7), :3] = gold[5]
    dice = np.random.default_rng((65, frame))
    hit_x, hit_y = shell.pivot[0] + STRUCK[0], shell.pivot[1] + STRUCK[1]
    for _ in range(5 + 6 * frame):
        x, y = shell.middles[int(dice.integers(PIECES))]
        if math.hypot(x - hit_x, y - hit_y) > CRACK_REACH[frame]:
            continue
        angle, length = math.atan2(y - hit_y, x - hit_x) + dice.uniform(-0.3, 0.3), dice.uniform(18, 34 + 16 * frame)
        for step in range(int(length)):
            tone = gold[max(1, int(4.8 - 4.2 * step / length))]
            put(picture, x + math.cos(angle) * step, y + math.sin(angle) * step, tone)
            if step < length * 0.55:
                put(picture, x + math.cos(angle) * step, y + 1 + math.sin(angle) * step, tone)
    return picture


def shining(shell: Shell) -> Pixels:
    """Frame 4: nothing of her is left but light and the seams in it."""
    picture, gold = clear(*shell.solid.shape), film_ramp("gold")
    from_wound = np.clip(1 - shell.struck / 230, 0, 1)
    tone = np.where(from_wound > 0.55, 5, 4)
    picture[shell.solid, :3] = np.array(gold, np.uint8)[tone][shell.solid]
    picture[shell.solid, 3] = 255
    picture[shell.solid & (shell.main_crack < 2.2), :3] = gold[3]
    picture[shell.solid & (shell.side_crack < 1.2), :3] = gold[3]
    return picture


def flying(shell: Shell, frame: int) -> Pixels:
    """Frames 5 to 9: each piece tumbles off on its own way, its torn edge cooling."""
    age = frame - FLOWN + 1
    picture, gold = clear(*shell.solid.shape), film_ramp("gold")
    centre = np.array([shell.pivot[0] - 6.0, shell.pivot[1] - 62.0])
    for number, (x, y) in enumerate(shell.middles):
        if (number * 53) % 100 >= (100, 90, 70, 46, 24)[age - 1]:
            continue
        away = np.array([x, y]) - centre
        away /= np.hypot(*away) + 1
        speed, turn = 8 + 9 * (number * 37 % 11) / 11, (number % 7 - 3) * 0.17 * age
        shift = away * speed * age * (1.15, 0.9) + (0, age * age * 1.2 - age * 4)
        rows, columns = np.nonzero(shell.piece == number)
        own_x, own_y = columns - x, rows - y
        new_x = np.rint(x + shift[0] + own_x * math.cos(turn) - own_y * math.sin(turn)).astype(int)
        new_y = np.rint(y + shift[1] + own_x * math.sin(turn) + own_y * math.cos(turn)).astype(int)
        inside = (new_x >= 0) & (new_x < picture.shape[1]) & (new_y >= 0) & (new_y < shell.pivot[1])
        colours = shell.pixels[rows, columns].copy()
        if age < 4:
            colours[shell.main_crack[rows, columns] < 1.6, :3] = gold[(4, 3, 1)[age - 1]]
        picture[new_y[inside], new_x[inside]] = colours[inside]
    return _without_pinholes(picture)


def _without_pinholes(picture: Pixels) -> Pixels:
    """Turning leaves single pixels open inside a piece; they take their left neighbour's colour."""
    solid = picture[..., 3] > 0
    hole = ~solid & np.roll(solid, 1, 1) & np.roll(solid, -1, 1) & np.roll(solid, 1, 0) & np.roll(solid, -1, 0)
    result = picture.copy()
    result[hole] = np.roll(picture, 1, 1)[hole]
    return result


def breaking() -> list[Frame]:
    shell = cracked_shell()
    blasts = [(place, explosion(size, 67 + index), begins) for index, (place, size, begins) in enumerate(BLASTS)]
    frames = []
    for frame in range(FRAMES):
        if frame < FLOWN - 1:
            picture = cracking(shell, frame)
        elif frame < FLOWN:
            picture = shining(shell)
        else:
            picture = clear(*shell.solid.shape)
            for (x, y), burst, begins in blasts:
                if 0 <= frame - begins < len(burst):
                    stamp = burst[frame - begins]
                    at = (shell.pivot[0] + x, shell.pivot[1] + y)
                    picture = with_stamp(picture, tempered(stamp.pixels), stamp.pivot, at)
            picture = lay(picture, flying(shell, frame))
            if frame > FLOWN:
                _embers(picture, shell, frame)
        frames.append(Frame(picture, shell.pivot))
    return [
        replace(frame, pixels=tempered(frame.pixels)) if index >= FLOWN - 1 else frame
        for index, frame in enumerate(frames)
    ]


def _embers(picture: Pixels, shell: Shell, frame: int) -> None:
    dice = np.random.default_rng(71)
    for _ in range(60):
        angle, speed = dice.uniform(0, 2 * math.pi), dice.uniform(0.4, 1.0)
        reach = 30 + (frame - FLOWN) * 30 * speed
        x = shell.pivot[0] + math.cos(angle) * reach * 1.2
        y = shell.pivot[1] - 70 + math.sin(angle) * reach * 0.8 + (frame - FLOWN) ** 2 * 2
        if y < shell.pivot[1]:
            put(picture, x, y, ramp("fire")[max(1, 5 - (frame - FLOWN))])


def break_strips() -> list[Strip]:
    return [Strip("queen_breaks/left", tuple(breaking()), 7)]
