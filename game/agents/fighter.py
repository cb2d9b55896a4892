"""Gamera's own body, fought well. Shared by every bot that fights."""

import numpy as np

from game.sim import Action, Button, Simulation
from game.sim.components import GameraState
from game.sim.content.moves import FIREBALLS, SPIN_FUEL
from game.sim.soldiers import SoldierState


class Fighter:
    """Gamera's own body, fought well: stays with the swarm's front, claws, burns clusters, roars when covered."""

    CLAW_PERIOD = 8  # ticks between presses: the buffer turns them into an unbroken chain
    COVERED = 38  # clingers worth a roar
    SMOTHERED = 70  # clingers worth the fuel of a spin
    CLUSTER = 7  # soldiers worth a fireball
    AIMS = ((-1, 110.0), (0, 0.0), (1, -70.0))  # aim, px above the muzzle's height at 200 px ahead

    def __init__(self) -> None:
        self.charging_until = 0
        self.aim = 0

    def act(self, simulation: Simulation, home: float | None = None, still: bool = False) -> Action:
        """One tick of fighting; `home` is where to stand when it does not matter, `still` keeps from stirring them."""
        world = simulation.world
        hero, body = world.gamera, world.gamera_body
        dx, dy = self._free_soldiers(simulation)
        if hero.state is GameraState.CHARGE:
            held = Button.FIRE if simulation.tick < self.charging_until else Button(0)
            return Action(held, 0, self.aim)
        if hero.clinging > self.SMOTHERED and hero.fuel >= SPIN_FUEL:
            return Action(Button.GUARD, -1 if body.x > 800 else 1)
        if hero.clinging > self.COVERED and simulation.tick >= hero.roar_ready_at:
            return Action(Button.ROAR if simulation.tick & 1 else Button(0))
        if still:
            return Action(move=self._toward(home, body.x))
        in_reach = (np.abs(dx) < 84) & (np.abs(dy) < 50)
        if in_reach.any():
            side = 1 if np.count_nonzero(in_reach & (dx > 0)) >= np.count_nonzero(in_reach & (dx < 0)) else -1
            presses = simulation.tick % self.CLAW_PERIOD == 0
            return Action(Button.ATTACK if presses else Button(0), side if body.facing != side else 0)
        if hero.plasma >= 1.0 and (shot := self._shot(dx, dy)) is not None:
            side, self.aim = shot
            if side != body.facing:
                return Action(move=side)
            level = 3 if hero.plasma >= FIREBALLS[3].plasma else 2
            self.charging_until = simulation.tick + FIREBALLS[level].charge + 2
            return Action(Button.FIRE, 0, self.aim)
        if home is not None:
            return Action(move=self._toward(home, body.x))
        return Action(move=self._toward(body.x + float(dx[np.argmin(np.abs(dx))]) if len(dx) else None, body.x))

    def _free_soldiers(self, simulation: Simulation) -> tuple[np.ndarray, np.ndarray]:
        """(dx, dy) from his chest to every soldier that crawls or flies."""
        soldiers, body = simulation.world.soldiers, simulation.world.gamera_body
        free = np.flatnonzero(soldiers.state <= SoldierState.FLY)
        return soldiers.position[0, free] - np.float32(body.x), soldiers.position[1, free] - np.float32(body.y - 58)

    def _shot(self, dx: np.ndarray, dy: np.ndarray) -> tuple[int, int] | None:
        """(side, aim) with most soldiers in its path, if they are worth the plasma."""
        best, most = None, self.CLUSTER - 1
        for side in (1, -1):
            ahead = dx * side
            in_range = (ahead > 100) & (ahead < 340)
            for aim, rise in self.AIMS:
                path = -rise * ahead / 200 - 26
                count = int(np.count_nonzero(in_range & (np.abs(dy - path) < 40)))
                if count > most:
                    best, most = (side, aim), count
        return best

    @staticmethod
    def _toward(goal: float | None, x: float) -> int:
        if goal is None or abs(goal - x) < 14:
            return 0
        return 1 if goal > x else -1
