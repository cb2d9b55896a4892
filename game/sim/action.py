"""What a player does in one tick. This is all that a replay stores."""

from enum import IntEnum, IntFlag

import msgspec


class Button(IntFlag):
    """Gamera's buttons, as held down this tick. Presses are found by comparing with the tick before."""

    JUMP = 1
    ATTACK = 2
    FIRE = 4
    GUARD = 8
    ROAR = 16
    SKIP = 32


class GridVerb(IntEnum):
    """A command from outside Gamera: to the power grid, or to a sandbox. It acts on the tick it is given."""

    NONE = 0
    TOGGLE = 1  # switch circuit `target` on or off
    SURGE = 2  # discharge circuit `target` into whatever sits on it
    BLACKOUT = 3  # darken or relight district `target`
    # Only where the stage is a sandbox; `target` is a place along the stage, 0 to 255 from its left to its right end.
    SPAWN = 4  # fifty soldiers there
    RAISE = 5  # a pylon there; two of them carry a new circuit between them
    CLEAR = 6  # all soldiers away


class Action(msgspec.Struct, frozen=True):
    """One tick of input. Hashable, comparable, 3 bytes when packed."""

    buttons: Button = Button(0)
    move: int = 0  # -1 left, 0, +1 right
    aim: int = 0  # -1 up, 0, +1 down
    grid: GridVerb = GridVerb.NONE
    target: int = 0  # index of the circuit or district, or a place; 0 to 255

    def pack(self) -> int:
        """24 bits: buttons 8, move 2, aim 2, verb 4, target 8."""
        return (
            int(self.buttons) | (self.move + 1) << 8 | (self.aim + 1) << 10 | int(self.grid) << 12 | self.target << 16
        )

    @classmethod
    def unpack(cls, word: int) -> "Action":
        """The action that `pack` made into `word`. ValueError if no action packs to it."""
        move, aim, verb = (word >> 8 & 3) - 1, (word >> 10 & 3) - 1, word >> 12 & 15
        buttons = word & 0xFF
        if not 0 <= word < 1 << 24 or move > 1 or aim > 1 or verb > GridVerb.CLEAR or buttons >= 64:
            raise ValueError(f"{word} is not a packed action")
        return cls(Button(buttons), move, aim, GridVerb(verb), word >> 16)


IDLE = Action()
