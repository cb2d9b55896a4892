"""Buildings coming down: chunks of what the next stage has lost fall and tumble, dust rolls out from the foot."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from sprites.bake.effects_field import looping_noise
from sprites.bake.scenery.canvas import Canvas, glows
from sprites.bake.scenery.materials import DEEP, RIM, material_of, pixel
from sprites.bake.scenery.noise import Field, bayer

MARGIN_X, MARGIN_TOP = 24, 30  # px round the building for chunks and dust
CHUNK_AREA = 46  # px of lost wall to a chunk
FALL = 1.9  # px per frame squared
FLUNG = 2.0  # px per frame upward, at most, as a chunk breaks loose
SPREAD = 5.0  # px per frame sideways, from end to end
PUFF_TONES = (-9.0, 0.22, 0.44, 0.66, 0.92)  # light above which a puff takes DEEP, SHADE, BASE, LIGHT, RIM


@dataclass(frozen=True, slots=True)
class Puff:
    """A ball of dust; `gone` 0..1 is the dithered share of it that has settled."""

    x: float
    y: float
    radius: float
    gone: float


def draw_puffs(canvas: Canvas, puffs: list[Puff], billow: Field) -> None:
    """Balls united front to back, lit from the upper left."""
    height, width = canvas.pixels.shape
    rows, columns = np.mgrid[0:height, 0:width] + 0.5
    nearest = np.full((height, width), -9.0)
    light, gone = np.zeros((height, width)), np.zeros((height, width))
    for puff in (puff for puff in puffs if puff.radius >= 0.6):
        u, v = (columns - puff.x) / puff.radius, (rows - puff.y) / puff.radius
        bulge = 1 - np.hypot(u, v) + billow * 0.16
        front = (bulge > 0) & (bulge > nearest)
        light = np.where(front, 0.46 - 0.40 * (u * 0.5 + v * 0.8) + 0.16 * np.clip(bulge, 0, 1), light)
        gone = np.where(front, puff.gone, gone)
        nearest = np.where(front, bulge, nearest)
    screen = bayer(height, width)
    shown = (nearest > 0) & (screen >= gone)
    value = light + (screen - 0.5) * 0.10 + billow * 0.10
    for tone, threshold in enumerate(PUFF_TONES, start=DEEP):
        canvas.pixels[shown & (value > threshold)] = pixel("dust", min(RIM, tone))


def crumble(before: Canvas, after: Canvas, frames: int, seed: int) -> list[Canvas]:
    """The frames between two stages of one building; all have one size, feet on the bottom row, same middle."""
    height = max(before.height, after.height) + MARGIN_TOP
    width = max(before.width, after.width) + 2 * MARGIN_X
    start, end = (_centred(canvas, width, height) for canvas in (before, after))
    chunks = _Chunks(start, end, seed)
    billows = looping_noise(frames, height, width, 5, seed + 5)
    result = []
    for number in range(frames):
        canvas = Canvas(width, height)
        canvas.pixels[:] = start if number == 0 else end
        progress = (number + 0.6) / frames
        if chunks.count:
            chunks.draw(canvas, progress, frames)
        draw_puffs(canvas, _dust(before, chunks, progress, frames, width, height), billows[number])
        result.append(canvas)
    return result


def _centred(canvas: Canvas, width: int, height: int) -> npt.NDArray[np.uint8]:
    framed = Canvas(width, height)
    framed.paste(canvas, (width - canvas.width) // 2, height - canvas.height)
    return framed.pixels


class _Chunks:
    """Voronoi pieces of what the next stage has lost; upper pieces wait a little before they fall."""

    def __init__(self, start: npt.NDArray[np.uint8], end: npt.NDArray[np.uint8], seed: int) -> None:
        dice = np.random.default_rng(seed)
        kept = (end > 0) & (material_of(end) == material_of(start))
        lost = (start > 0) & (end != start) & ~kept
        self.rows, self.columns = np.nonzero(lost)
        self.count = max(10, len(self.rows) // CHUNK_AREA) if len(self.rows) > 10 else 0
        if not self.count:
            return
        self.pixels = start[lost].copy()
        self.pixels[glows(self.pixels)] = pixel("dark", DEEP)
        picked = dice.choice(len(self.rows), self.count, replace=False)
        self.centre_x, self.centre_y = self.columns[picked], self.rows[picked]
        tree = cKDTree(np.column_stack([self.centre_x, self.centre_y]))
        _, self.owner = tree.query(np.column_stack([self.columns, self.rows]))
        spread = max(1, int(np.ptp(self.centre_y)))
        depth = (self.centre_y - self.centre_y.min()) / spread
        self.delay = dice.random(self.count) * 0.22 + (1 - depth) * 0.18
        self.sideways = (dice.random(self.count) - 0.5) * SPREAD
        self.flung = dice.random(self.count) * FLUNG

    def fallen(self, number: int, progress: float, frames: int) -> tuple[float, float]:
        """How long chunk `number` has been falling, in frames, and how far, in px."""
        time = float(np.clip(progress - self.delay[number], 0, 1)) * frames
        return time, time * time * FALL - time * float(self.flung[number])

    def draw(self, canvas: Canvas, progress: float, frames: int) -> None:
        bottom = canvas.height - 1
        for number in np.argsort(-self.centre_y, kind="stable"):
            mine = self.owner == number
            time, drop = self.fallen(number, progress, frames)
            x, y = self.columns[mine], self.rows[mine]
            if time > 0:
                middle_x, middle_y = self.centre_x[number], self.centre_y[number]
                angle = self.sideways[number] * 0.12 * time
                cos, sin = math.cos(angle), math.sin(angle)
                dx, dy = x - middle_x, y - middle_y
                x = np.rint(middle_x + dx * cos - dy * sin + self.sideways[number] * time).astype(int)
                y = np.rint(middle_y + dx * sin + dy * cos + drop).astype(int)
            seen = (x >= 0) & (x < canvas.width) & (y >= 0) & (y < bottom)
            canvas.pixels[y[seen], x[seen]] = self.pixels[mine][seen]


def _dust(before: Canvas, chunks: _Chunks, progress: float, frames: int, width: int, height: int) -> list[Puff]:
    """A skirt that rolls out along the ground, and a plume where the pieces break loose."""
    puffs = []
    for k in range(20):
        across = (k + 0.5) / 20 * 2 - 1
        grown = float(np.clip(progress * 1.25 - 0.10 * abs(across), 0, 1.2))
        if grown <= 0.05:
            continue
        radius = (4 + 7 * (k * 37 % 11) / 11) * grown**0.6 * (0.6 + before.height / 120)
        lift = grown * before.height * 0.30 * (k * 53 % 7) / 7 * (1 - abs(across) * 0.6)
        x = width / 2 + across * before.width * 0.55 * (1 + 0.5 * grown)
        gone = max(0.0, (progress - 0.62) * 1.5) + 0.25 * (k * 3 % 4) / 4 * progress
        puffs.append(Puff(x, height - 2 - radius * 0.5 - lift, radius, gone))
    plume = int(4 + before.height / 12)
    for k in range(plume if chunks.count else 0):
        number = k * chunks.count // plume
        _, drop = chunks.fallen(number, progress, frames)
        radius = (3 + before.height * 0.05) * math.sin(math.pi * min(1, progress * 1.1))
        y = chunks.centre_y[number] + drop * 0.45 - progress * 5
        puffs.append(Puff(float(chunks.centre_x[number]), float(y), radius, 0.2 + 0.5 * progress))
    return puffs
