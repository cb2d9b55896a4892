"""The order of the film's stages, and what leads from one to the next."""

from game.play.saves import Saves
from game.sim.components import Block
from game.sim.stage import Stage
from game.sim.world import World

FILM = ("sapporo", "sendai", "vigil", "tokyo", "legion", "dawn")
LAB = "lab"
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
    if following is not None:
        saves.entered[following] = world.tally.trust
