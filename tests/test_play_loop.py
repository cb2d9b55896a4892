"""Time becomes ticks exactly, whatever the screen's rate and however long it stalls."""

from collections.abc import Iterable

from game.play.loop import FULL_RATE, MOST_TICKS_A_FRAME, FramePacer, SlowMotion, TickClock

SECOND = 1_000_000_000


class FakeTime:
    """A clock that moves only when told to; sleeping moves it."""

    def __init__(self) -> None:
        self.nanoseconds = 5 * SECOND

    def now(self) -> int:
        return self.nanoseconds

    def sleep(self, seconds: float) -> None:
        self.nanoseconds += round(seconds * SECOND)


def ticks_over(moments: Iterable[int]) -> list[int]:
    """Ticks due at each moment, in ns after the clock was made."""
    time = FakeTime()
    begin = time.nanoseconds
    clock = TickClock(time.now)
    due = []
    for moment in moments:
        time.nanoseconds = begin + moment
        due.append(clock.due())
    return due


def test_five_seconds_at_59_94_hertz_are_exactly_300_ticks() -> None:
    frames = [number * 1001 * SECOND // 60_000 for number in range(1, 301)]
    assert frames[-1] // SECOND == 5
    assert sum(ticks_over(frames)) == 300


def test_an_hour_at_144_hertz_loses_no_tick() -> None:
    assert sum(ticks_over(number * SECOND // 144 for number in range(1, 144 * 3600 + 1))) == 3600 * 60


def test_a_stall_of_two_seconds_gives_five_ticks_and_is_then_forgotten() -> None:
    assert ticks_over([2 * SECOND, 2 * SECOND + SECOND // 60 + 1]) == [MOST_TICKS_A_FRAME, 1]


def test_alpha_is_the_way_to_the_next_tick() -> None:
    time = FakeTime()
    clock = TickClock(time.now)
    time.nanoseconds += SECOND // 240
    assert clock.due() == 0
    assert abs(clock.alpha - 0.25) < 1e-6


def test_the_command_view_plays_exactly_a_quarter_of_the_ticks() -> None:
    slow = SlowMotion()
    slow.set(100, 25)
    assert [slow.lets_through() for _ in range(8)] == [False, False, False, True] * 2


def test_game_speed_and_command_view_multiply_without_rounding() -> None:
    slow = SlowMotion()
    slow.set(85, 25, 40)
    assert sum(slow.lets_through() for _ in range(FULL_RATE)) == 850


def test_alpha_grows_evenly_through_slow_time() -> None:
    slow = SlowMotion()
    slow.set(25)
    seen = []
    for _ in range(3):
        slow.lets_through()
        seen += [slow.alpha(0.0), slow.alpha(0.5)]
    assert seen == [0.25, 0.375, 0.5, 0.625, 0.75, 0.875]


def test_the_pacer_sleeps_to_the_frame_and_does_not_hurry_after_a_stall() -> None:
    time = FakeTime()
    pacer = FramePacer(time.now, time.sleep)
    begin = time.nanoseconds
    for _ in range(60):
        pacer.wait(60)
    assert abs(time.nanoseconds - begin - SECOND) < SECOND // 1000
    time.nanoseconds += SECOND
    stalled = time.nanoseconds
    pacer.wait(60)
    assert time.nanoseconds == stalled
    pacer.wait(60)
    assert abs(time.nanoseconds - stalled - SECOND // 60) < SECOND // 1000
