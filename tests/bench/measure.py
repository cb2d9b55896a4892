"""The figures of docs/performance.md.

Clock: the CPU time of the one thread that plays, which on a quiet machine is the wall's time and on a busy one is not
blurred by who else runs. What is compared is measured in turn within one run, so that both meet the same machine.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pygame

from game.agents.bench import GAMERA_X, BenchGame, Spread
from game.sim import Action, Simulation
from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.art import load_glows
from game.view.lens import Lens
from game.view.lights import Lights
from game.view.swarm import SwarmView, load_stamps
from tests.bench.rivals import SpaceInvaders, SpriteGame, SpritesOnBlack

TICKS = 240
FRAMES = 160
REPEATS = 40
ROUNDS = 9  # of what is compared in turn
OUR_FRAMES, THEIR_FRAMES = 12, 4  # a round; multiples of four, for a kind of thought comes round every fourth tick
TOKYO_SOLDIERS = 300
TOKYO_TICKS = 1500
NANOSECONDS_PER_MS = 1_000_000
KILOBYTES_PER_MB = 1024


class Costs(msgspec.Struct, frozen=True):
    """Milliseconds at one headcount."""

    soldiers: int
    tick: Spread
    frame: Spread  # tick and drawing, all in one view
    field: float  # medians
    snapshot: float
    restore: float
    digest: float


class Comparison(msgspec.Struct, frozen=True):
    """Medians over the rounds; `ratio` is the median of each round's own ratio, ours better above 1."""

    ours: float
    theirs: float
    ratio: float


class SwarmOnBlack:
    """Every tick of the bench, and all soldiers in view but those on Gamera, drawn as the game draws them."""

    def __init__(self, soldiers: int) -> None:
        self._game = _warm(soldiers, drawn=True)
        self._canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), depth=32)
        self._lens = Lens(self._canvas, round(GAMERA_X - VIEW_WIDTH / 2), 0, 1.0, Lights(load_glows()))
        self._swarm = SwarmView(load_stamps())

    def frame(self) -> None:
        self._game.keep_going()
        self._game.tick()
        self._canvas.fill("black")
        self._swarm.look(self._game.world, self._lens)
        self._swarm.draw_far(self._lens)
        self._swarm.draw_near(self._lens)


def spent_ms(work: Callable[[], object]) -> float:
    began = time.thread_time_ns()
    work()
    return (time.thread_time_ns() - began) / NANOSECONDS_PER_MS


def spread(times: list[float]) -> Spread:
    median, p95 = np.percentile(times, (50, 95))
    return Spread(round(float(median), 3), round(float(p95), 3), round(max(times), 3))


def median_ms(work: Callable[[], object], repeats: int = REPEATS) -> float:
    return spread([spent_ms(work) for _ in range(repeats)]).median


def _mean_ms(work: Callable[[], object], times: int) -> float:
    return sum(spent_ms(work) for _ in range(times)) / times


def costs(soldiers: int) -> Costs:
    game = _warm(soldiers, drawn=False)
    ticks = [_tick_ms(game) for _ in range(TICKS)]
    simulation = game.simulation
    state = simulation.snapshot()
    drawn = _warm(soldiers, drawn=True)
    return Costs(
        soldiers=soldiers,
        tick=spread(ticks),
        frame=spread([_frame_ms(drawn) for _ in range(FRAMES)]),
        field=median_ms(game.world.sum_field),
        snapshot=median_ms(simulation.snapshot),
        restore=median_ms(lambda: Simulation.restore(state)),
        digest=median_ms(simulation.digest),
    )


def against_sprites(soldiers: int, *, in_turn: bool) -> Comparison:
    """Milliseconds a frame, tick and whole picture, beside the same game with a pygame sprite a soldier."""
    game = _warm(soldiers, drawn=True)

    def frame() -> None:
        game.keep_going()
        game.draw(game.tick())

    return _frames_in_turn(frame, SpriteGame(soldiers, in_turn=in_turn).frame)


def swarm_alone_against_sprites(soldiers: int, *, in_turn: bool) -> Comparison:
    """The same, but of either picture the swarm alone on a black canvas."""
    return _frames_in_turn(SwarmOnBlack(soldiers).frame, SpritesOnBlack(soldiers, in_turn=in_turn).frame)


def _frames_in_turn(ours: Callable[[], None], theirs: Callable[[], None]) -> Comparison:
    rounds = [(_mean_ms(ours, OUR_FRAMES), _mean_ms(theirs, THEIR_FRAMES)) for _ in range(ROUNDS)]
    return _compare(rounds, ratio=lambda ours, theirs: theirs / ours)


def against_space_invaders() -> Comparison | None:
    """Steps a second, Tokyo with 300 soldiers and no picture, beside an emulator's. None where ALE is not installed."""
    try:
        rival = SpaceInvaders()
    except ImportError:
        return None
    rounds = [(_tokyo_ticks_a_second(), _steps_a_second(rival)) for _ in range(ROUNDS)]
    return _compare(rounds, ratio=lambda ours, theirs: ours / theirs)


def resident_mb(soldiers: int) -> float:
    """The most a process of its own holds that plays and draws so many, imports and pictures included. Linux only."""
    program = f"from tests.bench.measure import hold; hold({soldiers})"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return float(run.stdout.split()[-1])


def hold(soldiers: int) -> None:
    _warm(soldiers, drawn=True)
    status = Path("/proc/self/status").read_text(encoding="ascii")  # getrusage would count what the parent held
    print(next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / KILOBYTES_PER_MB)


def _warm(soldiers: int, *, drawn: bool) -> BenchGame:
    game = BenchGame(soldiers, drawn=drawn)
    game.warm_up()
    return game


def _tick_ms(game: BenchGame) -> float:
    game.keep_going()
    return spent_ms(game.tick)


def _frame_ms(game: BenchGame) -> float:
    game.keep_going()
    return spent_ms(lambda: game.draw(game.tick()))


def _tokyo_ticks_a_second() -> float:
    """Game after game, as the emulator plays: idle as Gamera is, one is lost after about 14 seconds."""

    def play() -> None:
        simulation = Simulation("tokyo", 1, soldiers=TOKYO_SOLDIERS)
        for _ in range(TOKYO_TICKS):
            simulation.step(Action())
            if simulation.outcome is not None:
                simulation = Simulation("tokyo", 1, soldiers=TOKYO_SOLDIERS)

    return TOKYO_TICKS * 1000 / spent_ms(play)


def _steps_a_second(rival: SpaceInvaders) -> float:
    def play() -> None:
        for _ in range(TOKYO_TICKS):
            rival.step()

    return TOKYO_TICKS * 1000 / spent_ms(play)


def _compare(rounds: list[tuple[float, float]], ratio: Callable[[float, float], float]) -> Comparison:
    ours, theirs = np.median(rounds, axis=0)
    return Comparison(
        round(float(ours), 2), round(float(theirs), 2), round(float(np.median([ratio(*pair) for pair in rounds])), 2)
    )
