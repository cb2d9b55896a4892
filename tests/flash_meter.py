"""Counts flashes in moving pictures as WCAG 2.3.1 defines them.

A general flash is a pair of opposing changes of relative luminance of at least 0.1 whose darker state is below 0.8.
A red flash is a pair of opposing changes in which a saturated red (R of at least 0.8 of R + G + B) moves
(R - G - B) x 320 by more than 20. Either counts where it covers, at one time, a quarter of any field of ten degrees,
which WCAG takes as 341 x 256 px of a screen 1024 px wide: 213 x 160 px of our 640. More than three within any second
are a failure.

At one time means within a tenth of a second. What turns dark in the same tenth is taken off what turns bright, for
where something bright only moves on, or the camera shakes, as much of a field darkens as brightens.

`python -m tests.flash_meter STAGE [--flashes 0.5] [--from S] [--seconds S] [--seed N]` runs it over a game that the
campaign bot plays.
"""

import argparse
import sys
from collections import deque
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pygame
from scipy.ndimage import uniform_filter

from game.agents.bots import make_bot
from game.sim import Simulation
from game.view.picture import LookSettings, Picture

CANVAS = (640, 360)
CELL = 5  # px, 0.23 degrees; WCAG exempts patterns below 0.1
FIELD = (43, 32)  # cells: 213 x 160 px
QUARTER = 0.25
SECOND, AT_ONE_TIME = 60, 6  # frames
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
    """Finds when each cell turned round by `step` or more, its darker state under `darker_below`."""

    def __init__(self, step: float, darker_below: float) -> None:
        self._step = step
        self._darker_below = darker_below
        self._extreme: Cells | None = None  # of each cell since it last turned
        self._rising = np.zeros(0, np.int8)

    def take(self, value: Cells) -> npt.NDArray[np.int8]:
        """1 where a cell turned up in this frame, -1 where it turned down."""
        if self._extreme is None:
            self._extreme = value.copy()
            self._rising = np.zeros(value.shape, np.int8)
        up = (value - self._extreme >= self._step) & (self._extreme < self._darker_below) & (self._rising <= 0)
        down = (self._extreme - value >= self._step) & (value < self._darker_below) & (self._rising >= 0)
        self._rising = np.where(up, 1, np.where(down, -1, self._rising)).astype(np.int8)
        further = ((self._rising > 0) & (value > self._extreme)) | ((self._rising < 0) & (value < self._extreme))
        self._extreme = np.where(up | down | further, value, self._extreme)
        return up.astype(np.int8) - down.astype(np.int8)


class Flashes:
    """Counts, field by field, how often a quarter of it turned bright and dark again."""

    def __init__(self, step: float, darker_below: float) -> None:
        self._turns = Turns(step, darker_below)
        self._lately: deque[npt.NDArray[np.int8]] = deque(maxlen=AT_ONE_TIME)
        self._fields: deque[npt.NDArray[np.int8]] = deque(maxlen=SECOND)  # that turned, by frame
        self._bright = np.zeros(0, np.int8)  # which way a field turned last

    def take(self, value: Cells) -> int:
        """The flashes, whole pairs of turns, that some field has seen within the last second."""
        self._lately.append(self._turns.take(value))
        net = np.clip(np.sum(self._lately, axis=0), -1, 1).astype(np.float32)
        share = uniform_filter(net, FIELD, mode="constant")  # a field at the rim reaches over it: dark there
        way = (share >= QUARTER).astype(np.int8) - (share <= -QUARTER).astype(np.int8)
        if not self._bright.size:
            self._bright = np.zeros(value.shape, np.int8)
        turned = (way != 0) & (way != self._bright)
        self._bright = np.where(turned, way, self._bright)
        self._fields.append(turned.astype(np.int8))
        return int(np.sum(self._fields, axis=0, dtype=np.int16).max()) // 2


class FlashMeter:
    """`see` every frame in order; `general` and `red` hold, for each, the flashes of the second that ends with it."""

    def __init__(self) -> None:
        self.general: list[int] = []
        self.red: list[int] = []
        self._luminance = Flashes(LUMINANCE_STEP, BRIGHT)
        self._redness = Flashes(RED_STEP, np.inf)

    def see(self, canvas: pygame.Surface) -> None:
        colours = cells_of(pygame.surfarray.array3d(canvas))
        self.general.append(self._luminance.take(colours @ WEIGHTS))
        red, green, blue = np.moveaxis(colours, 2, 0)
        saturated = red >= SATURATED * (red + green + blue)
        redness = np.where(saturated, np.maximum(0, red - green - blue) * 320, 0).astype(np.float32)
        self.red.append(self._redness.take(redness))


def measure_game(
    simulation: Simulation, looks: Sequence[LookSettings], seconds: tuple[float, float]
) -> list[FlashMeter]:
    """A meter for each of `looks` after a game that the campaign bot plays, from the first to the last of `seconds`."""
    world = simulation.world
    pictures = [Picture(world.stage, world.seed, look) for look in looks]
    meters = [FlashMeter() for _ in looks]
    bot, canvas = make_bot("campaign", world.seed), pygame.Surface(CANVAS, 0, 32)
    first, last = (round(second * SECOND) for second in seconds)
    while simulation.outcome is None and simulation.tick < last:
        events = simulation.step(bot.act(simulation))
        for picture, meter in zip(pictures, meters, strict=True):
            picture.observe(world, events)
            if simulation.tick >= first:
                picture.draw(canvas, world)
                meter.see(canvas)
    return meters


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.flash_meter", description=__doc__)
    parser.add_argument("stage")
    parser.add_argument("--flashes", type=float, nargs="+", default=[1.0], help="1 full, 0.5 reduced, 0 none")
    parser.add_argument("--from", type=float, default=0.0, dest="start", metavar="S", help="seconds into the game")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=2)
    options = parser.parse_args()
    simulation = Simulation(options.stage, options.seed)
    looks = [LookSettings(flashes=flashes) for flashes in options.flashes]
    failed = False
    for look, meter in zip(
        looks, measure_game(simulation, looks, (options.start, options.start + options.seconds)), strict=True
    ):
        for kind, flashes in (("general", meter.general), ("red", meter.red)):
            worst = int(np.argmax(flashes))
            at = options.start + worst / SECOND
            print(f"{look.flashes:g} {kind}: at most {flashes[worst]} in a second, which ends {at:.1f} s in")
            failed |= flashes[worst] > MOST_FLASHES * (look.flashes > 0)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
