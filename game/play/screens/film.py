"""The film as a chain of screens: a stage's card, its order, the stage, its result, and what follows."""

from game.agents.recording import Setup
from game.play.context import Context
from game.play.saves import Checkpoint
from game.play.screens.chapter import ChapterScreen
from game.play.screens.epilogue import open_epilogue
from game.play.screens.loading import LoadingScreen
from game.play.screens.stack import Screen
from game.play.screens.stage import StageScreen
from game.play.seeds import fresh_seed
from game.play.session import Session
from game.play.story import stage_after, trust_at
from game.sim import Simulation, SnapshotError, StageError
from game.sim.world import World
from game.view.language import message

ANEW = message("The checkpoint is of another version of the game: the stage begins anew.")


def open_chapter(context: Context, stage: str, trust: float) -> Screen:
    """A stage of the film from its card on, begun with this trust of the city."""
    setup = context.settings.setup(stage, fresh_seed(), trust=trust)
    return LoadingScreen(context, lambda: ChapterScreen(context, Session(setup), what_follows))


def open_checkpoint(context: Context, checkpoint: Checkpoint) -> Screen:
    """Where the film was left: in the middle of a stage, without card and order, or at a stage's beginning."""
    if checkpoint.state:
        try:
            session = _session_at(checkpoint.state)
        except (SnapshotError, StageError, ValueError):
            context.notice.show(ANEW)
        else:
            return LoadingScreen(context, lambda: StageScreen(context, session, what_follows))
    return open_chapter(context, checkpoint.stage, trust_at(context.saves, checkpoint.stage))


def _session_at(state: bytes) -> Session:
    """SnapshotError, StageError or ValueError where these bytes are no game that can go on."""
    world = Simulation.restore(state).world
    options = world.options
    setup = Setup(
        world.stage.id, world.seed, options.difficulty, options.army_operator, trust=options.trust, aids=options.help
    )
    session = Session(setup)
    session.go_on_from(state)
    return session


def what_follows(context: Context, world: World, rank: str) -> Screen:
    """After a stage won with `rank`: the next one with the trust that is left, or the film's end."""
    following = stage_after(world.stage.id)
    if following is None:
        return open_epilogue(context, world, rank)
    return open_chapter(context, following, world.tally.trust)
