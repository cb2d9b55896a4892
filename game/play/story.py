"""The order of the film's stages, what leads from one to the next, and what is kept of a game."""

from typing import NamedTuple

from game.play.saves import Checkpoint, Saves, ScoreRow
from game.sim.components import Block
from game.sim.stage import Stage
from game.sim.systems.score import rank
from game.sim.world import Outcome, World

FILM = ("sapporo", "sendai", "vigil", "tokyo", "legion", "dawn")
SWARM = "swarm"
LAB = "lab"
SCORED = (SWARM, *FILM)  # the stages with tables of scores
FIRST_TRUST = 60.0  # the city's in Gamera when the film begins, 0 to 100


def stage_number(stage: Stage) -> int:
    """Its place in the film, from 1; 0 for one that is not part of it."""
    return FILM.index(stage.id) + 1 if stage.id in FILM else 0


def stage_after(stage: str) -> str | None:
    """None after the last, and for a stage that is not part of the film."""
    if stage not in FILM[:-1]:
        return None
    return FILM[FILM.index(stage) + 1]


def stages_reached(saves: Saves) -> tuple[str, ...]:
    """In the film's order."""
    return tuple(stage for stage in FILM if stage in saves.entered)


def trust_at(saves: Saves, stage: str) -> float:
    """The trust with which the stage begins."""
    return saves.entered.get(stage, FIRST_TRUST)


def city_left(world: World) -> float:
    """Share of the stage's blocks that stand; 1 where it has none."""
    blocks = world.entities.count(Block)
    return 1 - world.tally.blocks_lost / blocks if blocks else 1.0


def keep_progress(saves: Saves, world: World) -> None:
    """The world's stage was won: opens the next one, with the trust that is left."""
    stage = world.stage.id
    if stage not in FILM:
        return
    saves.city[stage] = city_left(world)
    following = stage_after(stage)
    saves.checkpoint = Checkpoint(following) if following else None
    if following is not None:
        saves.entered[following] = world.tally.trust


class KeptScore(NamedTuple):
    """What a score was worth: its row in the table, from 0, or None where it did not get in; and the highest so far?"""

    place: int | None
    is_best: bool


def counts(world: World) -> bool:
    """Whether a result is kept: of a stage that was won, and of one without end, which nobody ever wins."""
    return world.direction.outcome is Outcome.WON or world.stage.endless is not None


def keep_result(saves: Saves, world: World) -> KeptScore:
    """Keeps progress, and puts the score into its table, with the last initials. Only where the world `counts`."""
    stage, difficulty, score = world.stage.id, world.options.difficulty, world.tally.score
    mark = None
    if world.direction.outcome is Outcome.WON:
        keep_progress(saves, world)
        mark = rank(world)
    place = saves.enter(
        stage, difficulty, ScoreRow(saves.initials, score, mark, world.direction.endless_wave, world.tick)
    )
    if mark is None:
        return KeptScore(place, place == 0)
    return KeptScore(place, saves.record(stage, difficulty, score, mark))


def keep_checkpoint(saves: Saves, world: World, state: bytes) -> bool:
    """A scene has begun, and `state` is its snapshot. Says whether it is kept: only where the film has come so far."""
    if world.stage.id not in stages_reached(saves):
        return False
    saves.checkpoint = Checkpoint(world.stage.id, scene_name(world), state)
    return True


def scene_name(world: World) -> str:
    """Of the scene that runs; empty before the first, and where there are none."""
    number = world.direction.scene
    return world.stage.scene[number].name if number >= 0 else ""


def where_to_continue(saves: Saves) -> Checkpoint | None:
    """Where the film was left, or else the furthest stage reached; None before the first game."""
    if saves.checkpoint is not None and saves.checkpoint.stage in FILM:
        return saves.checkpoint
    reached = stages_reached(saves)
    return Checkpoint(reached[-1]) if reached else None
