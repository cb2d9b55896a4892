"""Presses that wait to be taken.

A key may go down and up again between two ticks. The latch keeps every change of every control in order and hands out
at most one a tick, so that the shortest press lasts one tick and two quick presses stay two.
"""

from dataclasses import dataclass

from game.play.bindings import Control

MOST_WAITING = 4  # changes of one control; in slow time quick presses must not pile up for seconds


@dataclass(frozen=True, slots=True)
class Controls:
    """One tick of input."""

    held: frozenset[Control] = frozenset()
    pressed: frozenset[Control] = frozenset()  # went down this tick
    aims_at: tuple[int, int] | None = None  # canvas px under the mouse; None outside the picture
    clicked: bool = False
    clicked_right: bool = False


class Latch:
    """One consumer's view of the controls."""

    def __init__(self) -> None:
        self._level: set[Control] = set()  # as last handed out
        self._waiting: dict[Control, list[bool]] = {}
        self._deaf: set[Control] = set()  # held since before this consumer listened

    def feed(self, control: Control, down: bool) -> None:
        """The control went down or up."""
        if control in self._deaf:
            if not down:
                self._deaf.discard(control)
            return
        waiting = self._waiting.setdefault(control, [])
        latest = waiting[-1] if waiting else control in self._level
        if latest == down:
            return
        if len(waiting) == MOST_WAITING:
            waiting.pop()
        else:
            waiting.append(down)

    def take(self) -> tuple[frozenset[Control], frozenset[Control]]:
        """What is held this tick, and what of it went down this tick."""
        pressed: set[Control] = set()
        for control, waiting in list(self._waiting.items()):
            if waiting.pop(0):
                self._level.add(control)
                pressed.add(control)
            else:
                self._level.discard(control)
            if not waiting:
                del self._waiting[control]
        return frozenset(self._level), frozenset(pressed)

    def reset(self, held: frozenset[Control], keep: frozenset[Control] = frozenset()) -> None:
        """Starts afresh. What is `held` now counts only after it was let go; what is in `keep` counts at once."""
        self._level.clear()
        self._waiting = {control: [True] for control in held & keep}
        self._deaf = set(held - keep)
