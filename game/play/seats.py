"""Who plays what: every device is Gamera's, until its player takes the second seat, at the grid.

A keyboard may also be shared: then a few of its keys are the second player's, all others Gamera's. The mouse has no
seat: it only ever points at lines, and both may use it.
"""

from collections.abc import Hashable
from enum import Enum, auto
from typing import Final

KEYBOARD: Final = "keyboard"
SECOND_KEYS: Final = "second keys"  # a few keys of the same keyboard, for a second player


class Role(Enum):
    """What a device plays."""

    GAMERA = auto()
    SHARED = auto()  # only of the keyboard
    GRID = auto()


class Seats:
    """`in_hand` is the device that Gamera's player used last, None before the first press."""

    def __init__(self) -> None:
        self._at_grid: set[Hashable] = set()
        self.in_hand: Hashable | None = None

    @property
    def two_players(self) -> bool:
        return bool(self._at_grid)

    @property
    def at_grid_now(self) -> frozenset[Hashable]:
        """The devices of the second player."""
        return frozenset(self._at_grid)

    def at_grid(self, device: Hashable) -> bool:
        return device in self._at_grid

    def role(self, device: Hashable) -> Role:
        if self.at_grid(device):
            return Role.GRID
        shared = device == KEYBOARD and self.at_grid(SECOND_KEYS)
        return Role.SHARED if shared else Role.GAMERA

    def assign(self, device: Hashable, role: Role) -> None:
        """The device plays that from now on."""
        self.leave(device)
        if device == KEYBOARD:
            self.leave(SECOND_KEYS)
        if role is Role.GRID:
            self.join(device)
        elif role is Role.SHARED:
            self.join(SECOND_KEYS)

    def join(self, device: Hashable) -> None:
        """The device works the grid from now on."""
        self._at_grid.add(device)
        if self.in_hand == device:
            self.in_hand = None

    def leave(self, device: Hashable) -> None:
        """The device plays Gamera again."""
        self._at_grid.discard(device)

    def lose(self, device: Hashable) -> None:
        """The device is gone."""
        self._at_grid.discard(device)
        if self.in_hand == device:
            self.in_hand = None

    def used(self, device: Hashable) -> None:
        """Something on the device was pressed."""
        if not self.at_grid(device):
            self.in_hand = device
