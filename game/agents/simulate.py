"""Plays one game without a window, with a bot at the controls, and reports how it went."""

import time

import msgspec

from game.agents.bots import make_bot
from game.agents.recording import Recorder, Setup
from game.sim import Simulation
from game.sim.systems.score import rank
from game.sim.world import Outcome, World

TICKS_WITHOUT_LIMIT = 18_000  # five minutes, on stages that have no time limit


class SoldierCounts(msgspec.Struct, frozen=True):
    spawned: int
    killed: int
    killed_by_lure: int
    alive: int


class Report(msgspec.Struct, frozen=True):
    """What `gamera sim --json` prints."""

    stage: str
    seed: int
    difficulty: str
    bot: str
    outcome: str | None
    reason: str
    ticks: int
    score: int
    rank: str | None  # of a stage won
    trust: float
    soldiers: SoldierCounts
    digest: str
    wall_s: float
    ticks_per_s: float


def tick_limit(world: World) -> int:
    """Ticks a game is given when nobody says how many."""
    return world.stage.time_limit or TICKS_WITHOUT_LIMIT


def play(setup: Setup, bot_name: str, ticks: int | None) -> tuple[Report, Simulation, Recorder]:
    """Plays until the outcome, or for at most `ticks`. StageError or ValueError where `setup` cannot be started."""
    simulation = setup.start()
    recorder = Recorder(setup, simulation)
    bot = make_bot(bot_name, setup.seed)
    limit = tick_limit(simulation.world) if ticks is None else ticks
    began = time.perf_counter()
    while simulation.tick < limit and simulation.outcome is None:
        action = bot.act(simulation)
        simulation.step(action)
        recorder.note(simulation, action)
    return report(setup, bot_name, simulation, time.perf_counter() - began), simulation, recorder


def report(setup: Setup, bot_name: str, simulation: Simulation, wall_s: float) -> Report:
    world, tally = simulation.world, simulation.world.tally
    return Report(
        stage=setup.stage,
        seed=setup.seed,
        difficulty=setup.difficulty,
        bot=bot_name,
        outcome=simulation.outcome,
        reason=world.direction.reason,
        ticks=simulation.tick,
        score=simulation.score,
        rank=rank(world) if world.direction.outcome is Outcome.WON else None,
        trust=round(tally.trust, 2),
        soldiers=SoldierCounts(tally.spawned, tally.killed, tally.killed_by_lure, world.soldiers.alive()),
        digest=simulation.digest(),
        wall_s=round(wall_s, 3),
        ticks_per_s=round(simulation.tick / wall_s, 1) if wall_s > 0 else 0.0,
    )
