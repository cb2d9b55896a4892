"""Plays every stage on every difficulty, with every kind of hands, and checks each tick."""

from collections.abc import Iterator
from itertools import count, islice
from typing import NamedTuple

from game.sim import Simulation
from game.sim.content.difficulty import DIFFICULTIES
from game.sim.rng import Dice
from game.sim.stage_file import load_stage, stage_files
from tests.fuzz.players import PLAYERS
from tests.invariants import step_checked

SOLDIERS = 150  # there from the start, so that things happen at once
TICKS_A_GAME = 5_000


class Game(NamedTuple):
    """One game of a fuzzing run."""

    stage: str
    difficulty: str
    player: str
    seed: int
    scene: int  # index of the scene it begins with
    army_operator: bool
    ticks: int


class BrokenGameError(Exception):
    """What went wrong, in which game, at which tick: enough to play it again."""


def games(ticks: int, ticks_a_game: int = TICKS_A_GAME) -> Iterator[Game]:
    """Games of `ticks` in all. Neighbours differ in everything; later rounds begin in later scenes."""
    stages, difficulties, players = tuple(stage_files()), tuple(DIFFICULTIES), tuple(PLAYERS)
    for number in islice(count(), -(-ticks // ticks_a_game)):
        whole_round, place = divmod(number, len(stages))
        scenes = max(1, len(load_stage(stages[place]).scene))
        yield Game(
            stages[place],
            difficulties[(number + whole_round) % len(difficulties)],
            players[(number + whole_round // 2) % len(players)],
            number,
            whole_round % scenes,
            whole_round % 5 == 4,
            min(ticks_a_game, ticks - number * ticks_a_game),
        )


def play_checked(game: Game) -> None:
    """Plays and checks so many ticks; a game that ends is followed by another. BrokenGameError if anything is wrong."""
    player = PLAYERS[game.player](Dice.seeded(game.seed))
    simulation = _begin(game, game.seed)
    for tick in range(game.ticks):
        if simulation.outcome is not None:
            simulation = _begin(game, game.seed + tick)
        action = player.act(simulation)
        try:
            step_checked(simulation, action)
        except Exception as error:
            raise BrokenGameError(f"{game}, tick {tick}, {action}") from error


def _begin(game: Game, seed: int) -> Simulation:
    simulation = Simulation(game.stage, seed, game.difficulty, army_operator=game.army_operator, soldiers=SOLDIERS)
    if game.scene:
        simulation.world.direction.scene = game.scene
    return simulation
