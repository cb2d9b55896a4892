"""Counts flashes in moving pictures as WCAG 2.3.1 defines them.

A general flash is a pair of opposing changes of relative luminance of at least 0.1 whose darker state is below 0.8.
A red flash is a pair of opposing changes in which a saturated red (R of at least 0.8 of R + G + B) moves
(R - G - B) x 320 by more than 20. Either counts where it covers a quarter of any field of ten degrees, which WCAG takes
as 341 x 256 px of a screen 1024 px wide: 213 x 160 px of our 640. More than three within any second are a failure.

`python -m tests.flash_meter STAGE [--from S] [--seconds S] [--seed N]` runs it over a game that the campaign bot plays.
"""

import argparse
import sys
from collections import deque

import numpy as np
import numpy.typing as npt
import pygame
from scipy.ndimage import uniform_filter

from game.agents.bots import make_bot
from game.sim import Simulation
from game.view.picture import LookSettings, Picture

CANVAS = (640, 360)
CELL = 20  # px, 0.9 degrees: over it the fine noise of sparks, which WCAG exempts, averages out
FIELD = (11, 8)  # cells: 213 x 160 px
QUARTER = 0.25
SECOND = 60  # frames
LUMINANCE_STEP, BRIGHT = 0.1, 0.8
RED_STEP, SATURATED = 20.0, 0.8
WEIGHTS = np.array([0.2126, 0.7152, 0.0722], np.float32)
MOST_FLASHES = 3

Cells = npt.NDArray[np.float32]


def _linear() -> npt.NDArray[np.float32]:
    """Relative intensity of each of 256 sRGB levels."""
    level = np.arange(256) / 255
    return np.where(level <= 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4).astype(np.float32)


LINEAR = _linear()


def cells_of(pixels: npt.NDArray[np.uint8]) -> Cells:
    """Linear colours, (width / CELL, height / CELL, 3), of pixels (width, height, 3)."""
    width, height = pixels.shape[0] // CELL, pixels.shape[1] // CELL
    blocks = LINEAR[pixels].reshape(width, CELL, height, CELL, 3)
    return blocks.mean(axis=(1, 3))


class Turns:
    """Counts, cell by cell, how often a value turned round by `step` or more, its darker state under `darker_below`."""

    def __init__(self, step: float, darker_below: float) -> None:
        self._step = step
        self._darker_below = darker_below
        self._extreme: Cells | None = None  # of each cell since it last turned
        self._rising = np.zeros(0, np.int8)
        self._turned: deque[npt.NDArray[np.int8]] = deque(maxlen=SECOND)

    def take(self, value: Cells) -> int:
        """The flashes, whole pairs of turns, that a quarter of some field has seen within the last second."""
        if self._extreme is None:
            self._extreme = value.copy()
            self._rising = np.zeros(value.shape, np.int8)
            return 0
        up = (value - self._extreme >= self._step) & (self._extreme < self._darker_below) & (self._rising <= 0)
        down = (self._extreme - value >= self._step) & (value < self._darker_below) & (self._rising >= 0)
        self._rising = np.where(up, 1, np.where(down, -1, self._rising)).astype(np.int8)
        further = ((self._rising > 0) & (value > self._extreme)) | ((self._rising < 0) & (value < self._extreme))
        self._extreme = np.where(up | down | further, value, self._extreme)
        self._turned.append((up | down).astype(np.int8))
        turns = np.sum(self._turned, axis=0, dtype=np.int16)
        seen = 0
        while _fills_quarter(turns > seen):
            seen += 1
        return seen // 2


def _fills_quarter(cells: npt.NDArray[np.bool_]) -> bool:
    """Of some field on the screen."""
    share = uniform_filter(cells.astype(np.float32), FIELD, mode="constant")
    return bool(share.max() >= QUARTER)


class FlashMeter:
    """`see` every frame in order; `general` and `red` hold, for each, the flashes of the second that ends with it."""

    def __init__(self) -> None:
        self.general: list[int] = []
        self.red: list[int] = []
        self._luminance = Turns(LUMINANCE_STEP, BRIGHT)
        self._redness = Turns(RED_STEP, np.inf)

    def see(self, canvas: pygame.Surface) -> None:
        colours = cells_of(pygame.surfarray.array3d(canvas))
        self.general.append(self._luminance.take(colours @ WEIGHTS))
        red, green, blue = np.moveaxis(colours, 2, 0)
        saturated = red >= SATURATED * (red + green + blue)
        redness = np.where(saturated, np.maximum(0, red - green - blue) * 320, 0).astype(np.float32)
        self.red.append(self._redness.take(redness))


def measure_game(simulation: Simulation, looks: LookSettings, seconds: tuple[float, float]) -> FlashMeter:
    """The meter after a game that the campaign bot plays, from the first to the last of `seconds`."""
    world = simulation.world
    picture, bot, meter = Picture(world.stage, world.seed, looks), make_bot("campaign", world.seed), FlashMeter()
    canvas = pygame.Surface(CANVAS, 0, 32)
    first, last = (round(second * SECOND) for second in seconds)
    while simulation.outcome is None and simulation.tick < last:
        picture.observe(world, simulation.step(bot.act(simulation)))
        if simulation.tick >= first:
            picture.draw(canvas, world)
            meter.see(canvas)
    return meter


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.flash_meter", description=__doc__)
    parser.add_argument("stage")
    parser.add_argument("--from", type=float, default=0.0, dest="start", metavar="S", help="seconds into the game")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=2)
    options = parser.parse_args()
    simulation = Simulation(options.stage, options.seed)
    meter = measure_game(simulation, LookSettings(), (options.start, options.start + options.seconds))
    for kind, flashes in (("general", meter.general), ("red", meter.red)):
        worst = int(np.argmax(flashes))
        print(f"{kind}: at most {flashes[worst]} in a second, which ends {options.start + worst / SECOND:.1f} s in")
    return int(max(meter.general + meter.red) > MOST_FLASHES)


if __name__ == "__main__":
    sys.exit(main())
