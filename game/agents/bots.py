"""Bots: players that see the simulation and answer with one `Action` a tick. Deterministic for a seed."""

from collections.abc import Callable
from typing import Protocol

import numpy as np

from game.agents.grid_hand import GridHand
from game.sim import IDLE, Action, Button, GridVerb, Simulation
from game.sim.components import GameraState
from game.sim.content.moves import FIREBALLS, SPIN_FUEL
from game.sim.rng import Dice
from game.sim.soldiers import SoldierState


class Bot(Protocol):
    def act(self, simulation: Simulation) -> Action: ...


class Idle:
    """No input at all."""

    def act(self, simulation: Simulation) -> Action:
        return IDLE


class Random:
    """Holds random buttons for random times, and now and then a random command to the grid."""

    def __init__(self, seed: int) -> None:
        self.dice = Dice.seeded(seed + 0x52414E44)
        self.action = IDLE
        self.until = 0

    def act(self, simulation: Simulation) -> Action:
        dice = self.dice
        if simulation.tick >= self.until:
            self.until = simulation.tick + 4 + dice.below(26)
            buttons = Button(dice.word() & dice.word() & 31)
            self.action = Action(buttons, dice.below(3) - 1, dice.below(3) - 1)
        if dice.below(90) == 0:
            verb = GridVerb(1 + dice.below(3))
            return Action(self.action.buttons, self.action.move, self.action.aim, verb, dice.below(4))
        return self.action


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


class Brawler:
    """Fights well and never touches the grid."""

    def __init__(self) -> None:
        self.fighter = Fighter()

    def act(self, simulation: Simulation) -> Action:
        return self.fighter.act(simulation)


class Operator:
    """The same fighter, and the grid worked with it."""

    def __init__(self) -> None:
        self.fighter = Fighter()
        self.hand = GridHand()

    def act(self, simulation: Simulation) -> Action:
        body = self.fighter.act(simulation)
        verb, target = self.hand.command(simulation)
        return Action(body.buttons, body.move, body.aim, verb, target)


class Campaign:
    """What plays each stage best: works the grid, stands under the live line and keeps still while it peels him."""

    CLINGING = 8  # from here on he goes to stand under a wire

    def __init__(self) -> None:
        self.fighter = Fighter()
        self.hand = GridHand()

    def act(self, simulation: Simulation) -> Action:
        world = simulation.world
        under = self.hand.shelter(simulation) if world.gamera.clinging >= self.CLINGING else None
        still = under is not None and abs(under - world.gamera_body.x) < 220
        body = self.fighter.act(simulation, under, still)
        verb, target = self.hand.command(simulation)
        return Action(body.buttons, body.move, body.aim, verb, target)


BOTS: dict[str, Callable[[int], Bot]] = {
    "idle": lambda seed: Idle(),
    "random": Random,
    "brawler": lambda seed: Brawler(),
    "operator": lambda seed: Operator(),
    "campaign": lambda seed: Campaign(),
}


def make_bot(name: str, seed: int = 0) -> Bot:
    """A fresh bot. ValueError, in one line, for an unknown name."""
    if name not in BOTS:
        raise ValueError(f"unknown bot '{name}'; there are: {', '.join(BOTS)}")
    return BOTS[name](seed)
