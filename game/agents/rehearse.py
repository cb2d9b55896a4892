"""The middle of a stage, reached by playing up to it: what came before has left its marks, whatever they are."""

from game.agents.bots import make_bot
from game.agents.recording import Setup
from game.agents.simulate import tick_limit

BOT = "campaign"


class SceneNotReachedError(Exception):
    """The bot did not get that far. The message is one line."""


def scene_opening(setup: Setup, scene: int) -> bytes:
    """Snapshot of the game as the scene of this index begins; takes a second or two. SceneNotReachedError."""
    simulation = setup.start()
    bot = make_bot(BOT, setup.seed)
    limit = tick_limit(simulation.world)
    while simulation.world.direction.scene < scene:
        if simulation.outcome is not None or simulation.tick >= limit:
            raise SceneNotReachedError(f"scene {scene + 1} of stage '{setup.stage}' was not reached by {BOT}")
        simulation.step(bot.act(simulation))
    return simulation.snapshot()
