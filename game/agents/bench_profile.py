"""Where the time of a bench goes: the share of each system in a tick, and of each pass in a frame.

The interpreter's own profiler says who called whom, so nothing in the rules or the picture is built for being measured,
and a new system or pass is in the table by itself.
"""

import cProfile
import pstats
import time
from pathlib import Path

import msgspec

from game.agents.bench import BenchGame

NANOSECOND = 1e-9
TICK_CALLERS = ("step",)  # whose callees are the systems
FRAME_CALLERS = ("draw", "observe")  # of Picture and StageView: whose callees are the passes
FRAME_FILES = ("picture.py", "stage.py")
LEAST_SHARE = 0.001  # of the whole; smaller parts are left out


class Part(msgspec.Struct, frozen=True):
    """One system or pass: its mean cost a tick or frame, and its share of all of them."""

    name: str
    ms: float
    share: float


class BenchProfile(msgspec.Struct, frozen=True):
    """Dearest first. `passes` is empty where nothing was drawn."""

    soldiers: int
    ticks: int
    systems: list[Part]
    passes: list[Part]


def profile_bench(soldiers: int, ticks: int, render: bool) -> BenchProfile:
    """Plays the bench under the profiler, on this thread's own clock: other programs do not blur the shares."""
    game = BenchGame(soldiers, drawn=render)
    game.warm_up()
    stepping, drawing = (cProfile.Profile(time.thread_time_ns, NANOSECOND, builtins=False) for _ in range(2))
    for _ in range(ticks):
        game.keep_going()
        events = stepping.runcall(game.tick)
        drawing.runcall(game.draw, events)
    return BenchProfile(
        soldiers,
        ticks,
        _called_by(stepping, ("simulation.py",), TICK_CALLERS, ticks),
        _called_by(drawing, FRAME_FILES, FRAME_CALLERS, ticks) if render else [],
    )


def _called_by(profile: cProfile.Profile, files: tuple[str, ...], callers: tuple[str, ...], ticks: int) -> list[Part]:
    """What the callers spent in each function they called, less those who are callers themselves."""
    seconds: dict[str, float] = {}
    for (file, _, function), (*_, called_from) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        path = Path(file)
        if path.name in files and function in callers:
            continue
        spent = sum(
            cumulative
            for (caller_file, _, caller), (*_, cumulative) in called_from.items()
            if Path(caller_file).name in files and caller in callers
        )
        if spent:
            name = function if function in (path.stem, path.parent.name) else f"{path.stem}.{function}"
            seconds[name] = seconds.get(name, 0.0) + spent
    whole = sum(seconds.values())
    parts = sorted(seconds.items(), key=lambda part: -part[1])
    return [
        Part(name, round(1000 * spent / ticks, 4), round(spent / whole, 4))
        for name, spent in parts
        if spent >= LEAST_SHARE * whole
    ]
