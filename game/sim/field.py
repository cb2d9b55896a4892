"""The electromagnetic potential: a basis per source, their weighted sum, its gradient.

Sampled on cells of 16 px with a rim of one cell all round. Superposition holds, so switching a circuit costs one
multiply-add. The sum is derived: after `restore` it is made anew and comes out the same to the last bit, because
`sum_up` always adds the same bases in the same order.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from game.sim.content.city import BLOCKS
from game.sim.content.swarm import (
    CITY_SLOPE,
    CRUISE_SPEED,
    FLOWER_MIDDLE,
    FLY_SPEED,
    GLOW_SOFT,
    NEAR_POTENTIAL,
    NEST_SOFT,
    NEST_STRENGTH,
    SINK_BELOW,
    WIRE_SOFT,
    WIRE_STRENGTH,
)
from game.sim.power import PowerGrid, lines_of
from game.sim.rng import Floats
from game.sim.stage import Stage
from game.sim.units import CELL, GROUND_Y, VIEW_HEIGHT

Cells = npt.NDArray[np.int32]
_CELL_BITS = np.array(CELL.bit_length() - 1, np.int32)  # CELL is a power of two
SAMPLE_EVERY = 4  # px along a wire
ROWS = VIEW_HEIGHT // CELL + 3


class Bases:
    """What each source would give alone at full strength, and its gradient. Fixed by the stage."""

    def __init__(self, stage: Stage) -> None:
        self.columns = stage.width // CELL + 2
        self.cells = self.columns * ROWS
        self._x, self._y = np.meshgrid(
            (np.arange(self.columns) - 1) * CELL + CELL / 2, (np.arange(ROWS) - 1) * CELL + CELL / 2
        )
        self.wires = [self._wire(stage, number) for number in range(len(stage.circuit))]
        self.wire_gradients = [self._gradient(basis) for basis in self.wires]
        self.glow_gradients = [
            self._gradient(self._point(plan.x, GROUND_Y - BLOCKS[plan.kind].height, BLOCKS[plan.kind].glow, GLOW_SOFT))
            for plan in stage.block
        ]
        self.city_gradient = np.zeros((2, self.cells), np.float32)
        if stage.line is not None:
            self.city_gradient[0] = -CITY_SLOPE
        self.nest_gradient = np.zeros((2, self.cells), np.float32)
        if stage.flower is not None:
            seat = GROUND_Y - stage.flower.roof - FLOWER_MIDDLE
            self.nest_gradient = self._gradient(self._point(stage.flower.x, seat, NEST_STRENGTH, NEST_SOFT))

    def _wire(self, stage: Stage, circuit: int) -> Floats:
        lines = lines_of(stage)
        wire_y = lines.heights(PowerGrid.of(stage).spans)
        nearest = np.full((ROWS, self.columns), 1e12)
        for x in range(0, stage.width, SAMPLE_EVERY):
            if lines.circuit_of[x] == circuit:
                dx, dy = self._x - x, self._y - float(wire_y[x])
                np.minimum(nearest, dx * dx + dy * dy, out=nearest)
        basis: Floats = (WIRE_STRENGTH / (np.sqrt(nearest) + WIRE_SOFT)).astype(np.float32)
        return basis.ravel()

    def _point(self, x: float, y: float, strength: float, soft: float) -> Floats:
        dx, dy = self._x - x, self._y - y
        basis: Floats = (strength / (np.sqrt(dx * dx + dy * dy) + soft)).astype(np.float32)
        return basis.ravel()

    def _gradient(self, basis: Floats) -> Floats:
        """Central differences, (2, cells); the rim repeats its neighbour."""
        values = basis.reshape(ROWS, self.columns)
        slope = np.zeros((2, ROWS, self.columns), np.float32)
        step = np.float32(0.5 / CELL)
        slope[0, :, 1:-1] = (values[:, 2:] - values[:, :-2]) * step
        slope[1, 1:-1] = (values[2:] - values[:-2]) * step
        slope[0, :, 0], slope[0, :, -1] = slope[0, :, 1], slope[0, :, -2]
        slope[1, 0], slope[1, -1] = slope[1, 1], slope[1, -2]
        return slope.reshape(2, -1)


@lru_cache(maxsize=8)
def bases_of(stage: Stage) -> Bases:
    """The stage's bases, sampled once for all games played on it."""
    return Bases(stage)


class Field:
    """Potential and gradient of everything that carries current or light now."""

    def __init__(self, bases: Bases) -> None:
        self.bases = bases
        self.columns = bases.columns
        self._row_step = np.array(bases.columns, np.int32)
        self._first_cell = np.array(bases.columns + 1, np.int32)
        self.potential = np.zeros(bases.cells, np.float32)  # of live wires alone
        # All that a soldier feels: gradient x, gradient y, potential, weight of its own place, flying speed (px/s), and
        # whether it keeps to its own height there (1 or 0). Beside each other in memory, as they are read together, and
        # with room for two more: NumPy takes 32 bytes at once in a third of the time that 24 need.
        self._by_cell = np.zeros((bases.cells, 8), np.float32)
        self.steering = self._by_cell[:, :6].T
        self.strongest = np.zeros(bases.cells, np.intp)  # the circuit that pulls most there
        self.any_live = False

    def sum_up(self, currents: Sequence[float], lights: Sequence[float], *, nest: bool = False) -> None:
        """Sums the bases: `currents` of the circuits, `lights` (0 to 1) of the blocks, in the stage's order.

        `nest`: whether the flower stands.
        """
        bases = self.bases
        gradient = bases.city_gradient.copy()
        if nest:
            gradient += bases.nest_gradient
        for light, glow in zip(lights, bases.glow_gradients, strict=True):
            if light > 0:
                gradient += glow * np.float32(light)
        potential = np.zeros(bases.cells, np.float32)
        strongest = np.zeros(bases.cells, np.float32)
        self.strongest[:] = 0
        for number, current in enumerate(currents):
            if current > 0:
                pull = bases.wires[number] * np.float32(current)
                potential += pull
                gradient += bases.wire_gradients[number] * np.float32(current)
                stronger = pull > strongest
                self.strongest[stronger] = number
                strongest[stronger] = pull[stronger]
        self.potential = potential
        self.steering[:2] = gradient
        self.steering[2] = potential
        called = potential / (potential + np.float32(NEAR_POTENTIAL))
        self.steering[3] = called
        self.steering[4] = called * np.float32(FLY_SPEED - CRUISE_SPEED) + np.float32(CRUISE_SPEED)
        self.steering[5] = potential < SINK_BELOW
        self.any_live = any(current > 0 for current in currents)

    def cells_at(self, position: Floats, out: Cells | None = None) -> Cells:
        """The cell index of each point of (2, n) px inside the stage, in `out` if it is given."""
        whole = position.astype(np.int32)
        whole >>= _CELL_BITS
        cells: Cells = np.multiply(whole[1], self._row_step, out=out)
        cells += whole[0]
        cells += self._first_cell
        return cells

    def felt_at(self, cells: Cells) -> Floats:
        """`steering` at each of n cells: (6, n)."""
        return self._by_cell.take(cells, axis=0)[:, :6].T

    def at(self, x: float, y: float) -> float:
        """Potential of live wires at one point."""
        return float(self.potential[(int(y) // CELL + 1) * self.columns + int(x) // CELL + 1])
