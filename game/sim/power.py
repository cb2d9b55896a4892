"""The power grid: circuits of spans between pylons, and the shape of their wires.

`PowerGrid` is what changes; `Lines` is what a stage fixes for good, laid out by x for the swarm's look-ups.
"""

from enum import IntEnum
from functools import lru_cache

import msgspec
import numpy as np
import numpy.typing as npt

from game.sim.content.grid import CHARGE_FULL, CHARGE_READY, SAG_EMPTY
from game.sim.rng import Floats
from game.sim.stage import Stage

NO_WIRE_Y = -999.0  # px; far above everything, so that nothing is ever near it
END_MARGIN = 4.0  # px; perched soldiers keep this far from a circuit's ends


class CircuitState(IntEnum):
    OFF = 0
    LIVE = 1
    SURGING = 2
    TRIPPED = 3
    BROKEN = 4


class Circuit(msgspec.Struct):
    state: CircuitState = CircuitState.OFF
    heat: float = 0.0  # 1 trips it
    charge: float = 0.0  # seconds of charge gathered, up to CHARGE_FULL
    timer: int = 0  # ticks left of surging, tripped or broken
    surge_killed: int = 0
    perched: int = 0  # soldiers on its wires

    @property
    def current(self) -> float:
        """Strength of its field: 0 off, 1 live, 1.3 surging."""
        if self.state is CircuitState.LIVE:
            return 1.0
        return 1.3 if self.state is CircuitState.SURGING else 0.0

    @property
    def ready(self) -> bool:
        """It may surge."""
        return self.state is CircuitState.LIVE and self.charge >= CHARGE_READY

    @property
    def full(self) -> bool:
        return self.state is CircuitState.LIVE and self.charge >= CHARGE_FULL

    @property
    def power(self) -> float:
        """What a surge would have: 0 just ready, 1 full."""
        return min(1.0, max(0.0, (self.charge - CHARGE_READY) / (CHARGE_FULL - CHARGE_READY)))


class Span(msgspec.Struct):
    sag: float = SAG_EMPTY  # px the middle hangs below the insulators
    perched: int = 0
    strained: int = 0  # ticks it has carried too many


class PowerGrid(msgspec.Struct):
    circuits: list[Circuit]
    spans: list[Span]  # in the order of Stage.spans()
    dark: list[bool]  # districts blacked out, in the order of the stage

    @classmethod
    def of(cls, stage: Stage) -> "PowerGrid":
        return cls(
            [Circuit() for _ in stage.circuit],
            [Span() for _ in stage.spans()],
            [False for _ in stage.district],
        )

    def live_count(self) -> int:
        return sum(circuit.state is CircuitState.LIVE for circuit in self.circuits)

    def any_current(self) -> bool:
        return any(circuit.current > 0 for circuit in self.circuits)


class Lines:
    """Everything about the wires that a stage fixes. Arrays over x have one entry a px of the stage's width."""

    def __init__(self, stage: Stage) -> None:
        width = stage.width
        self.spans = stage.spans()
        self.circuit_of_span = [circuit for circuit, _, _ in self.spans]
        self.span_ends = [(stage.pylon[left].x, stage.pylon[right].x) for _, left, right in self.spans]
        self.span_of = np.full(width, -1, np.intp)
        self.circuit_of = np.full(width, -1, np.intp)
        self.insulator_y = np.full(width, NO_WIRE_Y, np.float32)
        self.shape = np.zeros(width, np.float32)  # 0 at the insulators, 1 in the middle
        for number, (circuit, a, b) in enumerate(self.spans):
            left, right = stage.pylon[a], stage.pylon[b]
            x0, x1 = int(left.x), int(right.x)
            along = (np.arange(x0, x1, dtype=np.float32) - np.float32(x0)) * np.float32(1 / (x1 - x0))
            self.span_of[x0:x1] = number
            self.circuit_of[x0:x1] = circuit
            self.insulator_y[x0:x1] = np.float32(left.top) + np.float32(right.top - left.top) * along
            self.shape[x0:x1] = np.float32(4) * along * (np.float32(1) - along)
        self.hangs = np.maximum(self.span_of, 0)
        # A circuit may have gaps; its places run along the px it covers.
        covered = [np.flatnonzero(self.circuit_of == number) for number in range(len(stage.circuit))]
        self.places = np.concatenate([*covered, np.zeros(1, np.intp)])
        self.first_place = np.array([0, *np.cumsum([len(px) for px in covered])][:-1] or [0], np.float32)
        self.place_count = np.array([len(px) for px in covered] or [1], np.float32)
        self.left_end = np.zeros(width, np.float32)
        self.right_end = np.zeros(width, np.float32)
        for px in covered:
            for run in np.split(px, np.flatnonzero(np.diff(px) > 1) + 1):
                self.left_end[run] = run[0] + END_MARGIN
                self.right_end[run] = run[-1] - END_MARGIN

    def heights(self, spans: list[Span]) -> Floats:
        """y of the wire at every x, as the spans sag now; NO_WIRE_Y where there is none."""
        if not spans:
            return self.insulator_y.copy()
        sag = np.array([span.sag for span in spans], np.float32)
        return self.insulator_y + self.shape * sag.take(self.hangs)

    def span_middle(self, span: int) -> float:
        """x half way between a span's pylons."""
        left, right = self.span_ends[span]
        return (left + right) / 2

    def circuit_ends(self, circuit: int) -> tuple[float, float]:
        """x of a circuit's outermost pylons."""
        ends = [pair for pair, which in zip(self.span_ends, self.circuit_of_span, strict=True) if which == circuit]
        return min(left for left, _ in ends), max(right for _, right in ends)

    def distance(self, circuit: int, x: float) -> float:
        """px from x to the circuit's nearest end; 0 under it."""
        left, right = self.circuit_ends(circuit)
        return max(0.0, left - x, x - right)

    def live_at(self, grid: PowerGrid) -> npt.NDArray[np.bool_]:
        """True at every x under a wire that carries current."""
        live = np.array([*(circuit.current > 0 for circuit in grid.circuits), False])
        return live[self.circuit_of]


@lru_cache(maxsize=8)
def lines_of(stage: Stage) -> Lines:
    """The stage's lines, laid out once for all games played on it."""
    return Lines(stage)
