"""Who plays what: every device is Gamera's, until its player takes the second seat, at the grid."""

from collections.abc import Hashable
from typing import Final

KEYBOARD: Final = "keyboard"
SECOND_KEYS: Final = "second keys"  # a few keys of the same keyboard, for a second player


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
