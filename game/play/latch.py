"""Presses that wait to be taken.

A key may go down and up again between two ticks. The latch keeps all changes in the order they came and hands them out
until one would undo another of the same tick: the shortest press lasts a tick, and two quick presses stay two.
"""

from dataclasses import dataclass

from game.play.bindings import Control

WAYS_BACK = frozenset({Control.BACK, Control.PAUSE})
BACK_ONLY = frozenset({Control.BACK})  # where who presses Start may mean to go on
MOST_WAITING = 4  # changes of one control; in slow time quick presses must not pile up for seconds


@dataclass(frozen=True, slots=True)
class Controls:
    """One tick of input."""

    held: frozenset[Control] = frozenset()
    pressed: frozenset[Control] = frozenset()  # went down this tick
    aims_at: tuple[int, int] | None = None  # canvas px under the mouse; None outside the picture
    clicked: bool = False
    clicked_right: bool = False
    clicked_middle: bool = False
    mouse_held: bool = False  # its left button, from the tick after the click at the latest

    def asks_back(self, ways: frozenset[Control] = WAYS_BACK) -> bool:
        """Whether one of these was pressed, or the right mouse button."""
        return self.clicked_right or bool(self.pressed & ways)


class Latch:
    """One consumer's view of the controls."""

    def __init__(self) -> None:
        self._level: set[Control] = set()  # as last handed out
        self._waiting: list[tuple[Control, bool]] = []
        self._deaf: set[Control] = set()  # held since before this consumer listened

    def feed(self, control: Control, down: bool) -> None:
        """The control went down or up."""
        if control in self._deaf:
            if not down:
                self._deaf.discard(control)
            return
        changes = [place for place, (waiting, _) in enumerate(self._waiting) if waiting is control]
        latest = self._waiting[changes[-1]][1] if changes else control in self._level
        if latest == down:
            return
        if len(changes) == MOST_WAITING:
            del self._waiting[changes[-1]]  # this change undoes it
        else:
            self._waiting.append((control, down))

    def take(self) -> tuple[frozenset[Control], frozenset[Control]]:
        """What is held this tick, and what of it went down this tick."""
        changed: set[Control] = set()
        pressed: set[Control] = set()
        while self._waiting and self._waiting[0][0] not in changed:
            control, down = self._waiting.pop(0)
            changed.add(control)
            if down:
                self._level.add(control)
                pressed.add(control)
            else:
                self._level.discard(control)
        return frozenset(self._level), frozenset(pressed)

    def reset(self, held: frozenset[Control], keep: frozenset[Control] = frozenset()) -> None:
        """Starts afresh. What is `held` now counts only after it was let go; what is in `keep` counts at once."""
        self._level.clear()
        self._waiting = [(control, True) for control in Control if control in held & keep]
        self._deaf = set(held - keep)
