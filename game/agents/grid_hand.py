"""A skilled hand on the power grid: two lines out of phase, each burned when it is charged and full of soldiers."""

import numpy as np

from game.sim import GridVerb, Simulation
from game.sim.content.grid import CHARGE_FULL
from game.sim.power import CircuitState
from game.sim.soldiers import SoldierState

PACE = 12  # ticks between commands: a quick human hand
WORTH = 25  # perched soldiers worth a full surge
HOT = 0.93  # heat at which a line is burned or spared
RESTED = 0.35  # heat under which a line is lit again
SECOND_AT = CHARGE_FULL * 0.5  # charge of the first line at which the second is lit: half a cycle apart


class GridHand:
    def __init__(self) -> None:
        self.next_at = 0

    def command(self, simulation: Simulation) -> tuple[GridVerb, int]:
        """At most one command, and not oftener than a hand can give them."""
        if simulation.tick < self.next_at:
            return GridVerb.NONE, 0
        verb, circuit = self._choose(simulation)
        if verb is not GridVerb.NONE:
            self.next_at = simulation.tick + PACE
        return verb, circuit

    def _choose(self, simulation: Simulation) -> tuple[GridVerb, int]:
        circuits = simulation.world.grid.circuits
        for number, circuit in enumerate(circuits):
            full = circuit.charge >= CHARGE_FULL - 0.1 and circuit.perched >= WORTH
            hot = circuit.heat > HOT and circuit.perched >= 8
            if circuit.ready and (full or hot):
                return GridVerb.SURGE, number
            if circuit.state is CircuitState.LIVE and circuit.heat > HOT:
                return GridVerb.TOGGLE, number
        live = [circuit for circuit in circuits if circuit.state is CircuitState.LIVE]
        if len(live) < 1 or (len(live) < simulation.world.stage.supply and live[0].charge > SECOND_AT):
            rested = [n for n, c in enumerate(circuits) if c.state is CircuitState.OFF and c.heat < RESTED]
            if rested and simulation.world.soldiers.count:
                front = self._front(simulation)
                return GridVerb.TOGGLE, min(rested, key=lambda n: (simulation.world.lines.distance(n, front), n))
        return GridVerb.NONE, 0

    def shelter(self, simulation: Simulation) -> float | None:
        """x of the nearest stretch of live wire well inside a span; None where nothing is live."""
        world = simulation.world
        x = world.gamera_body.x
        middles = [
            world.lines.span_middle(span)
            for span, circuit in enumerate(world.lines.circuit_of_span)
            if world.grid.circuits[circuit].state is CircuitState.LIVE
        ]
        return min(middles, key=lambda middle: abs(middle - x)) if middles else None

    @staticmethod
    def _front(simulation: Simulation) -> float:
        """x that a quarter of the free soldiers have passed on their way to the city."""
        soldiers = simulation.world.soldiers
        free = np.flatnonzero(soldiers.state <= SoldierState.FLY)
        if not len(free):
            return simulation.world.gamera_body.x
        xs = np.sort(soldiers.position[0, free])
        return float(xs[len(xs) // 4])
