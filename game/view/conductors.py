"""The three conductors of a span, from insulator to insulator.

The lowest is the one of the rules, to the pixel: soldiers sit on it. The upper two hang from the pylons' upper arms and
follow its sag.
"""

from typing import NamedTuple

import numpy as np

from game.sim.power import Lines
from game.sim.rng import Floats
from game.sim.world import World
from game.view.lens import Lens

Points = list[tuple[int, int]]


class Arm(NamedTuple):
    rise: float
    sag_share: float
    reach: float


# The pylon's arms, lowest first: px above the lowest, share of the rules' sag, px from its middle to the insulator.
ARMS = (Arm(0.0, 1.0, 30.0), Arm(18.0, 0.82, 36.0), Arm(36.0, 0.68, 27.0))
INSULATOR_END = 4.0  # px below `top` that the conductor hangs from it
INSULATORS = tuple((arm.reach, INSULATOR_END - arm.rise) for arm in ARMS)  # px in from the pylon, below its `top`
REACHES_IN = 14.0  # px from an insulator within which a conductor leaves the rules' curve to meet it
JUMPER_SAG = 7.0  # px of the loop past a pylon between two spans of one line


class Conductor:
    """One conductor: what its curve needs and the stage fixes. A point every `step` px, and at both insulators."""

    def __init__(self, lines: Lines, left: int, right: int, arm: Arm, step: int) -> None:
        near, far = left + int(arm.reach), right - int(arm.reach)
        self._arm = arm
        self._ends = np.array([near, far])
        self._xs = np.array([near, *range((near // step + 1) * step, far, step), far])
        # Shares of the way from the rules' curve to the near and to the far insulator, at each point.
        self._leaves: Floats = np.maximum(0.0, 1 - np.abs(self._xs - self._ends[:, None]) / REACHES_IN)
        self._insulators: Floats = lines.insulator_y.take(self._xs)
        self._end_insulators: Floats = lines.insulator_y.take(self._ends)

    def curve(self, wire_y: Floats) -> Points:
        """Its points in world px, where the wires hang at `wire_y` (one entry a px of the stage)."""
        share = self._arm.sag_share
        to_ends = INSULATOR_END - (wire_y.take(self._ends) - self._end_insulators) * share
        ys = self._insulators - self._arm.rise + (wire_y.take(self._xs) - self._insulators) * share
        ys += self._leaves[0] * to_ends[0]
        ys += self._leaves[1] * to_ends[1]
        return list(zip(self._xs.tolist(), np.rint(ys).astype(np.intp).tolist(), strict=True))


def conductors_of(lines: Lines, step: int) -> list[tuple[Conductor, ...]]:
    """The conductors of every span, lowest first."""
    return [
        tuple(Conductor(lines, int(left), int(right), arm, step) for arm in ARMS) for left, right in lines.span_ends
    ]


def jumpers(lens: Lens, world: World, span: int) -> list[Points]:
    """The loops that lead a line on past the pylon at the span's right end, if its next span begins there."""
    which, _, right = world.lines.spans[span]
    if not any(line == which and left == right for line, left, _ in world.lines.spans):
        return []
    pylon = world.stage.pylon[right]
    loops = []
    for arm in ARMS:
        points = []
        for step in range(9):
            part = step / 8
            x = int(pylon.x) + arm.reach * (2 * part - 1)
            points.append(lens.spot(x, pylon.top + INSULATOR_END - arm.rise + JUMPER_SAG * 4 * part * (1 - part)))
        loops.append(points)
    return loops
