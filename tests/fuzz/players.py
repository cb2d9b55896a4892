"""Hands that try to break the game. Each answers with one action a tick and sees as little as it needs."""

from collections.abc import Callable
from typing import Protocol

from game.sim import IDLE, Action, Button, GridVerb, Simulation
from game.sim.rng import Dice

ALL_BUTTONS = Button(63)
MOST_TARGET = 255  # of a grid command
CIRCUITS = 6  # a target up to here often names a real circuit
PLACED = (GridVerb.SPAWN, GridVerb.RAISE)  # their target is a place along the stage


class Player(Protocol):
    def act(self, simulation: Simulation) -> Action: ...


class Monkey:
    """Holds random buttons for random times and gives random commands to the grid and to the sandbox."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.left = 0
        self.held = IDLE

    def act(self, simulation: Simulation) -> Action:
        dice = self.dice
        if self.left == 0:
            self.left = 1 + dice.below(40)
            self.held = Action(Button(dice.word() & dice.word() & 63), dice.below(3) - 1, dice.below(3) - 1)
        self.left -= 1
        if dice.below(40):
            return self.held
        verb = GridVerb(dice.below(len(GridVerb)))
        if verb is GridVerb.CLEAR and dice.below(8):
            verb = GridVerb.TOGGLE
        target = dice.below(MOST_TARGET + 1) if verb in PLACED else dice.below(CIRCUITS)
        return Action(self.held.buttons, self.held.move, self.held.aim, verb, target)


class Masher:
    """Another action every tick, any that can be packed."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice

    def act(self, simulation: Simulation) -> Action:
        dice = self.dice
        verb = GridVerb(dice.below(len(GridVerb)))
        if verb is GridVerb.CLEAR and dice.below(30):
            verb = GridVerb.SURGE
        target = dice.below(MOST_TARGET + 1) if dice.below(2) else dice.below(CIRCUITS)
        return Action(Button(dice.below(64)), dice.below(3) - 1, dice.below(3) - 1, verb, target)


class EdgeSeeker:
    """Leans on one end of the world, then on the other, jumping, spinning and firing into it."""

    LEANS = 600  # ticks

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        self.side = 1
        self.buttons = Button(0)

    def act(self, simulation: Simulation) -> Action:
        if simulation.tick % self.LEANS == 0:
            self.side = -self.side
        if simulation.tick % 20 == 0:
            self.buttons = Button(self.dice.word() & 63)
        aim = self.dice.below(3) - 1
        return Action(self.buttons, self.side, aim)


class Switcher:
    """Works the whole grid without rest: every circuit on and off and surged, districts dark and light each tick."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice

    def act(self, simulation: Simulation) -> Action:
        circuits = max(1, len(simulation.world.grid.circuits))
        tick = simulation.tick
        verb = (GridVerb.TOGGLE, GridVerb.SURGE, GridVerb.BLACKOUT)[self.dice.below(3)]
        phase = tick // 900 % 3
        if phase == 0:  # the same circuit on and off each tick
            verb, target = GridVerb.TOGGLE, tick // 120 % circuits
        elif phase == 1:  # all of them in turn
            target = tick % circuits
        else:  # those that are not there
            target = (circuits + self.dice.below(MOST_TARGET)) % (MOST_TARGET + 1)
        return Action(move=self.dice.below(3) - 1, grid=verb, target=target)


class AllAtOnce:
    """Every button down, and up again the next tick; holds still for a while, so that scripts and falls run out."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice

    def act(self, simulation: Simulation) -> Action:
        if simulation.tick // 300 % 3 == 2:
            return IDLE
        buttons = ALL_BUTTONS if simulation.tick & 1 else Button(0)
        return Action(
            buttons, self.dice.below(3) - 1, self.dice.below(3) - 1, GridVerb.SURGE, self.dice.below(CIRCUITS)
        )


class Builder:
    """Fills a sandbox: pylons and soldiers wherever there is room, at the ends of the world first."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice

    def act(self, simulation: Simulation) -> Action:
        place = (0, MOST_TARGET, self.dice.below(MOST_TARGET + 1))[self.dice.below(3)]
        verb = GridVerb.RAISE if simulation.tick % 7 == 0 else GridVerb.SPAWN if simulation.tick % 31 == 0 else None
        if verb is None:
            return Action(move=self.dice.below(3) - 1, grid=GridVerb.TOGGLE, target=self.dice.below(CIRCUITS))
        return Action(grid=verb, target=place)


PLAYERS: dict[str, Callable[[Dice], Player]] = {
    "monkey": Monkey,
    "masher": Masher,
    "edges": EdgeSeeker,
    "switcher": Switcher,
    "all at once": AllAtOnce,
    "builder": Builder,
}
