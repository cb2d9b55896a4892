"""Golden games: whole games whose digests are written down, so that no change of the rules goes unnoticed.

After a deliberate change of rules or stages, write them down anew and say why in the commit:

    python -m tests.golden
"""

from pathlib import Path
from typing import NamedTuple

import msgspec

from game.agents.bots import make_bot
from game.sim import Simulation

HERE = Path(__file__).parent
EVERY = 600  # ticks between digests


class Game(NamedTuple):
    stage: str
    bot: str
    seed: int


GAMES = {stage: Game(stage, "campaign", 7) for stage in ("sapporo", "tokyo", "legion")}


class Golden(msgspec.Struct, frozen=True):
    """A game as it was written down."""

    bot: str
    seed: int
    outcome: str | None
    ticks: int
    score: int
    digests: list[str]  # one every `EVERY` ticks
    final: str


def play_golden(name: str) -> Golden:
    """Plays the golden game of this name to its end."""
    game = GAMES[name]
    simulation, bot = Simulation(game.stage, game.seed), make_bot(game.bot, game.seed)
    digests = []
    while simulation.outcome is None:
        simulation.step(bot.act(simulation))
        if simulation.tick % EVERY == 0:
            digests.append(simulation.digest())
    return Golden(
        game.bot, game.seed, simulation.outcome, simulation.tick, simulation.score, digests, simulation.digest()
    )


def read_golden(name: str) -> Golden:
    return msgspec.json.decode((HERE / f"{name}.json").read_bytes(), type=Golden)


def write_golden(name: str) -> Golden:
    """Plays the game and writes it down."""
    golden = play_golden(name)
    (HERE / f"{name}.json").write_bytes(msgspec.json.format(msgspec.json.encode(golden), indent=2) + b"\n")
    return golden
