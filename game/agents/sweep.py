"""Sweeps: many games of stages, bots, difficulties and seeds, on this machine's cores or on a Dask cluster.

A game depends on nothing but its `Game`, so who plays it and in which order changes nothing but the time it takes.
"""

import hashlib
import importlib.util
import logging
import re
import signal
import warnings
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import closing, contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import msgspec

from game.agents.bots import BOTS, make_bot
from game.agents.recording import Setup, stage_hash
from game.agents.simulate import play
from game.agents.sweep_results import Game, ResultsFile, Row, SweepError
from game.sim import StageError
from game.sim.content.difficulty import DIFFICULTIES
from game.sim.stage_file import load_stage, stage_files

if TYPE_CHECKING:
    from distributed import Client

MOST_GAMES = 1_000_000
MOST_SEED = (1 << 32) - 1
RULES_BYTES = 8
PLAYERS = ("bots.py", "campaign.py", "fighter.py", "grid_hand.py", "simulate.py")  # all there is to the bots
DASK_TIMEOUT = 10  # s; for a scheduler to answer, and for a worker to be there
DASK_SILENCE = 600.0  # s without the end of any game: the scheduler is gone, of which joblib hears nothing
LIBRARIES = ("joblib", "matplotlib", "tqdm")
DASK_LIBRARIES = ("dask", "distributed")
DASK_ADDRESS = re.compile(r"tcp://([^\s/:\[\]]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}")
EVERYTHING = "all"
SEED_RANGE = re.compile(r"(?P<first>[0-9]{1,10})(-(?P<last>[0-9]{1,10}))?")


class Plan(msgspec.Struct, frozen=True):
    """What to play: every combination, stage by stage."""

    stages: tuple[str, ...]
    bots: tuple[str, ...]
    difficulties: tuple[str, ...]
    seeds: tuple[int, ...]

    def games(self) -> list[Game]:
        every = product(self.stages, self.difficulties, self.bots, self.seeds)
        return [Game(stage, difficulty, bot, seed) for stage, difficulty, bot, seed in every]


class Workforce(msgspec.Struct, frozen=True):
    """Who plays: so many processes here, or all workers of the cluster whose scheduler is at an address."""

    jobs: int = 1
    dask: str | None = None


def make_plan(stages: str, bots: str, difficulties: str, seeds: str) -> Plan:
    """Reads lists such as `tokyo,legion`, `all` and `0-9,20`. SweepError for what cannot be played."""
    plan = Plan(
        _names(stages, "stages", _stages_with_an_end()),
        _names(bots, "bots", tuple(BOTS)),
        _names(difficulties, "difficulty", tuple(DIFFICULTIES)),
        _seeds(seeds),
    )
    if len(plan.stages) * len(plan.bots) * len(plan.difficulties) * len(plan.seeds) > MOST_GAMES:
        raise SweepError(f"more than {MOST_GAMES} games")
    try:
        for stage in plan.stages:
            load_stage(stage)
        for bot in plan.bots:
            make_bot(bot)
    except (StageError, ValueError) as error:
        raise SweepError(str(error)) from None
    for difficulty in plan.difficulties:
        if difficulty not in DIFFICULTIES:
            raise SweepError(f"unknown difficulty '{difficulty}'; there are: {', '.join(DIFFICULTIES)}")
    return plan


def _names(text: str, option: str, everything: tuple[str, ...]) -> tuple[str, ...]:
    names = everything if text == EVERYTHING else tuple(name.strip() for name in text.split(","))
    if "" in names:
        raise SweepError(f"--{option}: expected names with commas between them, or '{EVERYTHING}', got '{text}'")
    return tuple(dict.fromkeys(names))


def _stages_with_an_end() -> tuple[str, ...]:
    """Every stage that ships with the game but the sandbox."""
    return tuple(name for name in stage_files() if not load_stage(name).sandbox)


def _seeds(text: str) -> tuple[int, ...]:
    seeds: dict[int, None] = {}  # an ordered set
    for part in text.split(","):
        found = SEED_RANGE.fullmatch(part.strip())
        first = int(found["first"]) if found else MOST_SEED + 1
        last = int(found["last"] or first) if found else 0
        if not first <= last <= MOST_SEED or last - first >= MOST_GAMES:
            raise SweepError(f"--seeds: expected such as 0-99 or 3,7,20-29, up to {MOST_SEED}, got '{text[:40]}'")
        seeds.update(dict.fromkeys(range(first, last + 1)))
    return tuple(seeds)


def check_workforce(workforce: Workforce) -> None:
    """SweepError if what the extra installs is not there, or the address is none."""
    needed = LIBRARIES + (DASK_LIBRARIES if workforce.dask else ())
    missing = [name for name in needed if importlib.util.find_spec(name) is None]
    if missing:
        raise SweepError(f"needs {', '.join(missing)}: pip install 'gamera-legion[sweep]'")
    if workforce.dask is not None and not DASK_ADDRESS.fullmatch(workforce.dask):
        raise SweepError(f"--dask: expected such as tcp://host:8786, got '{workforce.dask[:80]}'")


def run_sweep(plan: Plan, out: Path, workforce: Workforce) -> list[Row]:
    """Plays what `out` does not hold yet, adds each game to it when it ends, and returns all that it holds then.

    SweepError if `out` is no results file or was played by other rules, or if the cluster cannot play. After
    KeyboardInterrupt the file holds what was done.
    """
    rules = {stage: rules_digest(stage) for stage in plan.stages}
    games = plan.games()
    with ResultsFile(out) as results:
        for row in results.rows.values():
            if row.rules != rules.get(row.stage, row.rules):
                raise SweepError(f"{out}: holds games of '{row.stage}' by other rules; give another --out")
        missing = [game for game in games if game not in results.rows]
        with warnings.catch_warnings(), closing(_play_all(missing, rules, workforce)) as played, _interrupts() as heard:
            warnings.filterwarnings("ignore", "[0-9]+ tasks", UserWarning)  # games cancelled, as they should be
            for row in _with_progress(played, len(missing), len(games)):
                results.append(row)
                if heard:
                    raise KeyboardInterrupt
    first = {game: number for number, game in enumerate(games)}
    return sorted(results.rows.values(), key=lambda row: first.get(row.game, len(games)))


@contextmanager
def _interrupts() -> Iterator[list[int]]:
    """Gives the list of interrupts so far. On Python 3.11 some get lost within a game: NumPy clears whatever is raised
    while it asks the class of an enumeration for an operator.
    """
    heard: list[int] = []

    def hear(number: int, frame: FrameType | None) -> None:
        heard.append(number)
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:  # ignored, as after nohup, or somebody else's
        yield heard
        return
    signal.signal(signal.SIGINT, hear)
    try:
        yield heard
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _with_progress(played: Iterable[Row], missing: int, games: int) -> Iterator[Row]:
    """A bar on standard error, where that is a terminal."""
    from tqdm import tqdm

    with tqdm(played, total=games, initial=games - missing, unit="game", disable=None) as progress:
        yield from progress


def play_game(game: Game, rules: str) -> Row:
    """One game to its end, or to the limit of `simulate.tick_limit`."""
    setup = Setup(game.stage, game.seed, game.difficulty)
    return Row.of(play(setup, game.bot, None)[0], rules)


def rules_digest(stage: str) -> str:
    """Hex; differs when games of `stage` may end differently: the stage, the rules' source or the bots' has changed."""
    digest = hashlib.blake2b(stage_hash(load_stage(stage)).encode(), digest_size=RULES_BYTES)
    game = files("game")
    for source in (*_sources(game / "sim"), *(game / "agents" / name for name in PLAYERS)):
        digest.update(b"\n".join(source.read_bytes().splitlines()))
    return digest.hexdigest()


def _sources(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _sources(entry)
        elif entry.name.endswith(".py"):
            yield entry


def _play_all(games: Sequence[Game], rules: dict[str, str], workforce: Workforce) -> Generator[Row, None, None]:
    """Rows as they come. Closing the iterator early cancels what has not begun."""
    from joblib import Parallel, delayed
    from joblib.externals.loky.process_executor import TerminatedWorkerError

    if not games:
        return
    silence = DASK_SILENCE if workforce.dask else None
    try:
        with _backend(workforce, rules):
            player = Parallel(return_as="generator_unordered", batch_size=1, timeout=silence)
            with closing(player(delayed(play_game)(game, rules[game.stage]) for game in games)) as played:
                yield from played
    except (TimeoutError, CancelledError):
        raise SweepError(f"--dask {workforce.dask}: lost; the same command goes on") from None
    except StageError as error:  # its file went away
        raise SweepError(str(error)) from None
    except TerminatedWorkerError:
        raise SweepError("a process was killed, or there was not enough memory; the same command goes on") from None


@contextmanager
def _backend(workforce: Workforce, rules: dict[str, str]) -> Iterator[None]:
    from joblib import parallel_config

    if workforce.dask is None:
        with parallel_config(n_jobs=workforce.jobs):
            yield
        return
    from distributed import Client

    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # what goes wrong we say ourselves, in one line
    try:
        client = Client(workforce.dask, timeout=DASK_TIMEOUT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        raise SweepError(f"--dask {workforce.dask}: {error}") from None
    with client:
        _check_workers(client, workforce.dask, rules)
        with parallel_config(backend="dask", client=client):
            yield


def _check_workers(client: "Client", address: str, rules: dict[str, str]) -> None:
    """SweepError unless every worker of the cluster plays by our rules."""
    try:
        client.wait_for_workers(1, timeout=DASK_TIMEOUT)
        for stage, ours in rules.items():
            for worker, theirs in client.run(rules_digest, stage).items():
                if theirs != ours:
                    raise SweepError(f"--dask {address}: worker {worker} has other rules for '{stage}'")
    except (ImportError, OSError, StageError) as error:
        raise SweepError(f"--dask {address}: {error}") from None
