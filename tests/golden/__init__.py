"""Golden games: whole games, recorded in `tests/recordings`, so that no change of the rules goes unnoticed.

After a deliberate change of rules or stages, record them anew and say why in the commit:

    python -m tests.golden            # all
    python -m tests.golden tokyo lab  # those

`gamera replay FILE --verify` checks one; `tests/sim/test_determinism.py` checks them under many conditions.
"""

from pathlib import Path
from typing import NamedTuple

from game.agents.recording import Setup
from game.agents.simulate import Report, play

RECORDINGS = Path(__file__).parents[1] / "recordings"
VERSION = "golden"  # in place of the game's: with that, every release would change every file


class Game(NamedTuple):
    setup: Setup
    bot: str = "campaign"
    ticks: int | None = None  # to the outcome, or as long as a game without one is given


GAMES = {
    **{stage: Game(Setup(stage, 7)) for stage in ("sapporo", "sendai", "vigil", "tokyo", "legion", "dawn")},
    "swarm": Game(Setup("swarm", 7, "legion", army_operator=True), ticks=6_000),
    "lab": Game(Setup("lab", 7, "story", soldiers=300), "random", ticks=1_500),
}


def recording_of(name: str) -> Path:
    return RECORDINGS / f"{name}.replay"


def record(name: str) -> Report:
    """Plays the golden game of this name and writes its recording."""
    game = GAMES[name]
    report, simulation, recorder = play(game.setup, game.bot, game.ticks)
    RECORDINGS.mkdir(exist_ok=True)
    recording_of(name).write_bytes(recorder.to_bytes(simulation, VERSION))
    return report
