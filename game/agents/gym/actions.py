"""What an agent chooses in one decision, and the actions of the rules that it becomes."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.sim import Action, Button, GridVerb
from game.sim.power import CircuitState
from game.sim.stage import Stage
from game.sim.world import World

Choice = Sequence[int] | npt.NDArray[np.int64]  # (move, aim, deed, order), each an index


class Deed(IntEnum):
    """What his body does besides walking. All but the claw are held down as long as they are chosen."""

    NOTHING = 0
    JUMP = 1
    CLAW = 2
    FIRE = 3  # charges; the fireball flies when something else is chosen
    GUARD = 4  # with a direction: spin
    ROAR = 5


BUTTONS = {
    Deed.NOTHING: Button(0),
    Deed.JUMP: Button.JUMP,
    Deed.CLAW: Button.ATTACK,
    Deed.FIRE: Button.FIRE,
    Deed.GUARD: Button.GUARD,
    Deed.ROAR: Button.ROAR,
}
MOVES = 3  # left, none, right
AIMS = 3  # up, none, down


class Wish(IntEnum):
    """What a line or a district shall be."""

    NOTHING = 0
    LIVE = 1
    OFF = 2
    SURGING = 3
    DARK = 4
    LIT = 5


class Order(NamedTuple):
    """A wish for the circuit or the district `target`."""

    wish: Wish
    target: int = 0

    def command(self, world: World) -> tuple[GridVerb, int]:
        """The command that fulfils it; none if it is fulfilled already, or cannot be.

        The rules only know how to toggle. An agent that had to toggle would have to learn that the same choice does
        opposite things; a wish does the same whenever it is chosen.
        """
        circuits, dark = world.grid.circuits, world.grid.dark
        match self.wish:
            case Wish.LIVE if circuits[self.target].state is CircuitState.OFF:
                return GridVerb.TOGGLE, self.target
            case Wish.OFF if circuits[self.target].state is CircuitState.LIVE:
                return GridVerb.TOGGLE, self.target
            case Wish.SURGING if circuits[self.target].ready:
                return GridVerb.SURGE, self.target
            case Wish.DARK if not dark[self.target]:
                return GridVerb.BLACKOUT, self.target
            case Wish.LIT if dark[self.target]:
                return GridVerb.BLACKOUT, self.target
        return GridVerb.NONE, 0


def orders_of(stage: Stage) -> tuple[Order, ...]:
    """Every order that makes sense on the stage, none first: live, off, surging by circuit; dark, lit by district."""
    circuits = [
        Order(wish, number) for number in range(len(stage.circuit)) for wish in (Wish.LIVE, Wish.OFF, Wish.SURGING)
    ]
    districts = [Order(wish, number) for number in range(len(stage.district)) for wish in (Wish.DARK, Wish.LIT)]
    return (Order(Wish.NOTHING), *circuits, *districts)


class ActionMap:
    """The choices of a stage. `sizes` are the numbers of values of (move, aim, deed, order)."""

    def __init__(self, stage: Stage) -> None:
        self.orders = orders_of(stage)
        self.sizes = (MOVES, AIMS, len(Deed), len(self.orders))

    def ticks(self, choice: Choice, world: World, count: int) -> Iterator[Action]:
        """The actions of the next `count` ticks. `world` is read before the first of them.

        The order is given in the first tick. The claw is let go in the last, so that choosing it again is a new press.
        """
        move, aim, deed, order = (int(value) for value in choice)
        verb, target = self.orders[order].command(world)
        buttons = BUTTONS[Deed(deed)]
        for tick in range(count):
            let_go = deed == Deed.CLAW and count > 1 and tick == count - 1
            held = Button(0) if let_go else buttons
            if tick == 0:
                yield Action(held, move - 1, aim - 1, verb, target)
            else:
                yield Action(held, move - 1, aim - 1)
