"""Plays minutes of a stage, every tick drawn, and looks for frames a player would feel.

`python -m tests.bench.long_play`
"""

import argparse
import gc
import os
import time

import msgspec
import pygame

from game.agents.bots import make_bot
from game.play.screens.loading import set_aside_what_is_loaded
from game.sim import Simulation
from game.sim.units import TICKS_PER_SECOND, VIEW_HEIGHT, VIEW_WIDTH
from game.view.picture import Picture

FELT_MS = 33.0
NANOSECONDS_PER_MS = 1_000_000
WORST_SHOWN = 8


class Frame(msgspec.Struct, frozen=True, order=True):
    ms: float  # CPU time of the thread: tick, drawing and whatever the collector did meanwhile
    collected_ms: float  # of it in the garbage collector
    game: int
    tick: int
    soldiers: int


class Collector:
    """Time spent in garbage collections while it is entered as a context: in play, not behind the loading page."""

    def __init__(self) -> None:
        self.spent_ms = 0.0
        self.worst_ms = 0.0
        self.runs = [0, 0, 0]
        self._began = 0

    def __enter__(self) -> None:
        gc.callbacks.append(self._listen)

    def __exit__(self, *_: object) -> None:
        gc.callbacks.remove(self._listen)

    def _listen(self, phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            self._began = time.thread_time_ns()
            return
        pause = (time.thread_time_ns() - self._began) / NANOSECONDS_PER_MS
        self.spent_ms += pause
        self.worst_ms = max(self.worst_ms, pause)
        self.runs[info["generation"]] += 1


def play(stage: str, bot_name: str, minutes: float, collector: Collector) -> list[Frame]:
    """Every frame of so many minutes; a game that ends is followed by the next."""
    frames: list[Frame] = []
    canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), depth=32)
    game = 0
    most = int(minutes * 60 * TICKS_PER_SECOND)
    while len(frames) < most:
        game += 1
        simulation, bot = Simulation(stage, game), make_bot(bot_name, game)
        picture = Picture(simulation.world.stage, game)
        picture.observe(simulation.world, [])
        picture.warm_up(simulation.world)
        set_aside_what_is_loaded()  # as the window does behind its loading page
        with collector:
            while simulation.outcome is None and len(frames) < most:
                action = bot.act(simulation)
                collected = collector.spent_ms
                began = time.thread_time_ns()
                picture.observe(simulation.world, simulation.step(action))
                picture.draw(canvas, simulation.world, 0.5)
                spent = (time.thread_time_ns() - began) / NANOSECONDS_PER_MS
                soldiers = simulation.world.soldiers.count
                frames.append(Frame(spent, collector.spent_ms - collected, game, simulation.tick, soldiers))
    return frames


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stage", default="swarm")
    parser.add_argument("--bot", default="campaign")
    parser.add_argument("--minutes", type=float, default=5.0)
    options = parser.parse_args()
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    collector = Collector()
    frames = play(options.stage, options.bot, options.minutes, collector)
    ordered = sorted(frames)
    felt = sum(frame.ms > FELT_MS for frame in frames)
    print(f"{len(frames)} frames, {frames[-1].game} games, up to {max(f.soldiers for f in frames)} soldiers")
    print(
        f"median {ordered[len(ordered) // 2].ms:.2f} ms, 99.9 % under {ordered[len(ordered) * 999 // 1000].ms:.2f} ms"
    )
    print(f"{felt} over {FELT_MS:.0f} ms; the worst:")
    for frame in ordered[: -WORST_SHOWN - 1 : -1]:
        print(
            f"  {frame.ms:6.2f} ms, {frame.collected_ms:.2f} of it collecting, tick {frame.tick} of game {frame.game}"
        )
    runs = ", ".join(f"generation {number}: {count}" for number, count in enumerate(collector.runs))
    print(
        f"garbage collector in play: {runs}; {collector.spent_ms:.0f} ms in all, {collector.worst_ms:.2f} ms at worst"
    )


if __name__ == "__main__":
    main()
