"""Bots: players that see the simulation and answer with one `Action` a tick. Deterministic for a seed."""

from collections.abc import Callable
from typing import Protocol

from game.agents.campaign import Campaign
from game.agents.fighter import Fighter
from game.agents.grid_hand import GridHand
from game.sim import IDLE, Action, Button, GridVerb, Simulation
from game.sim.rng import Dice


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
