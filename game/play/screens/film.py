"""The film as a chain of screens: a stage's card, its order, the stage, its result, and what follows."""

from game.agents.recording import Setup
from game.play.context import Context
from game.play.screens.chapter import ChapterScreen
from game.play.screens.epilogue import open_epilogue
from game.play.screens.loading import LoadingScreen
from game.play.screens.stack import Screen
from game.play.seeds import fresh_seed
from game.play.session import Session
from game.play.story import stage_after
from game.sim.world import World


def open_chapter(context: Context, stage: str, trust: float) -> Screen:
    """A stage of the film from its card on, begun with this trust of the city."""
    settings = context.settings
    setup = Setup(stage, fresh_seed(), settings.difficulty, settings.army_operator, trust=trust)
    return LoadingScreen(context, lambda: ChapterScreen(context, Session(setup), what_follows))


def what_follows(context: Context, world: World, rank: str) -> Screen:
    """After a stage won with `rank`: the next one with the trust that is left, or the film's end."""
    following = stage_after(world.stage.id)
    if following is None:
        return open_epilogue(context, world, rank)
    return open_chapter(context, following, world.tally.trust)
