"""What a tick costs is measured by any clock, over the last second."""

from game.play.tick_meter import REMEMBERED, TickMeter
from game.view.overlay import TickCost

MILLISECOND = 1_000_000  # ns


class Stopwatch:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.nanoseconds = 0

    def now(self) -> int:
        return self.nanoseconds

    def let_pass(self, meter: TickMeter, *milliseconds: int) -> None:
        """Ticks of that length."""
        for length in milliseconds:
            with meter.measure():
                self.nanoseconds += length * MILLISECOND
            self.nanoseconds += 5 * MILLISECOND  # a frame is drawn between two ticks


def test_the_cost_is_the_median_and_the_worst_tick_of_the_last_second() -> None:
    stopwatch = Stopwatch()
    meter = TickMeter(stopwatch.now)
    assert meter.cost() is None
    stopwatch.let_pass(meter, 1, 1, 9, 2, 2)
    assert meter.cost() == TickCost(median=2, worst=9)
    stopwatch.let_pass(meter, *[3] * REMEMBERED)
    assert meter.cost() == TickCost(median=3, worst=3)
