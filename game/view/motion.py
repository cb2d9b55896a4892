"""How things on the screen move from one value to another. Steps are per tick."""


def ease_toward(value: float, goal: float, step: float) -> float:
    """`value` moved toward `goal` by at most `step`."""
    return min(goal, value + step) if value < goal else max(goal, value - step)


def ease_out(age: int, ticks: int) -> float:
    """0 at age 0, 1 from `ticks` on, fast at first."""
    left = 1 - min(1.0, max(0.0, age / ticks))
    return 1 - left * left


def rolled(shown: int, actual: int, share: int = 6) -> int:
    """A counter that rolls toward `actual`: at least 1 a tick, the more the further it is away."""
    gap = actual - shown
    if gap == 0:
        return shown
    return shown + (max(1, gap // share) if gap > 0 else min(-1, -(-gap // share)))


def blinks(tick: int, period: int = 32) -> bool:
    """On for half of every `period` ticks. The default stays under two flashes a second."""
    return tick % period < period // 2
