"""Time. Real nanoseconds become whole ticks here, and nowhere else.

`TickClock` counts in whole numbers, so that an hour of play loses not a single tick to rounding. `SlowMotion` thins
those ticks out for the stage: game speed, command view and the last blow only change how many ticks of the window make
one tick of the rules. `FramePacer` keeps the picture from being drawn more often than the screen can show it.
"""

import time
from collections.abc import Callable

from game.sim.units import TICKS_PER_SECOND

NANOSECONDS = 1_000_000_000
MOST_TICKS_A_FRAME = 5  # a stall of seconds must not be caught up with in one leap

FULL_RATE = 10_000
COMMAND_VIEW_PERCENT = 25
LAST_BLOW_PERCENT = 40

Nanoclock = Callable[[], int]


class TickClock:
    """Says how many ticks are due. `now` is any clock in nanoseconds that never goes back."""

    def __init__(self, now: Nanoclock = time.perf_counter_ns) -> None:
        self._now = now
        self._before = now()
        self._owed = 0  # nanoseconds times TICKS_PER_SECOND; a tick costs NANOSECONDS of these

    def due(self) -> int:
        """Ticks to play now, 0 to MOST_TICKS_A_FRAME. What a stall leaves over is forgotten."""
        now = self._now()
        self._owed += (now - self._before) * TICKS_PER_SECOND
        self._before = now
        ticks, self._owed = divmod(self._owed, NANOSECONDS)
        return min(ticks, MOST_TICKS_A_FRAME)

    @property
    def alpha(self) -> float:
        """How far the moment lies past the last tick, 0 to 1 of a tick."""
        return self._owed / NANOSECONDS


class SlowMotion:
    """Lets through a share of ticks, evenly, in whole numbers."""

    def __init__(self) -> None:
        self.rate = FULL_RATE  # of FULL_RATE
        self._owed = 0

    def set(self, *percents: int) -> None:
        """The rate is the product of these percentages; two of them at most, so that it stays whole."""
        self.rate = FULL_RATE
        for percent in percents:
            self.rate = self.rate * percent // 100

    def lets_through(self) -> bool:
        """Call once a tick of the window; true when a tick of the rules is due."""
        self._owed += self.rate
        if self._owed < FULL_RATE:
            return False
        self._owed -= FULL_RATE
        return True

    def alpha(self, window_alpha: float) -> float:
        """How far the moment lies past the last tick of the rules, 0 to 1."""
        return min(1.0, (self._owed + self.rate * window_alpha) / FULL_RATE)


class FramePacer:
    """Sleeps until the next picture is worth drawing. With vsync the screen waits by itself and this hardly sleeps."""

    def __init__(self, now: Nanoclock = time.perf_counter_ns, sleep: Callable[[float], None] = time.sleep) -> None:
        self._now = now
        self._sleep = sleep
        self._next = now()

    def wait(self, frames_per_second: int) -> None:
        interval = NANOSECONDS // frames_per_second
        self._next += interval
        left = self._next - self._now()
        if left > 0:
            self._sleep(left / NANOSECONDS)
        elif left < -interval:
            self._next = self._now()  # fallen behind: no hurry to make up for it
