"""What the ticks of the rules cost lately; shown over the field."""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from game.play.loop import Nanoclock
from game.view.overlay import TickCost

REMEMBERED = 60  # ticks, a second of play
NANOSECONDS_A_MILLISECOND = 1_000_000


class TickMeter:
    """`now` is any clock in nanoseconds that never goes back."""

    def __init__(self, now: Nanoclock = time.perf_counter_ns) -> None:
        self._now = now
        self._spent: deque[int] = deque(maxlen=REMEMBERED)

    @contextmanager
    def measure(self) -> Iterator[None]:
        """What runs inside is one tick."""
        began = self._now()
        yield
        self._spent.append(self._now() - began)

    def cost(self) -> TickCost | None:
        """None before the first tick."""
        if not self._spent:
            return None
        return TickCost(median(self._spent) / NANOSECONDS_A_MILLISECOND, max(self._spent) / NANOSECONDS_A_MILLISECOND)
