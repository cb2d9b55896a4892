"""The whole film without a window, in one go: every stage is won, and its story is told in order."""

from game.agents.bots import make_bot
from game.play.story import FILM
from game.sim import Simulation

STORY = (
    "GameraRose",
    "FlowerUprooted",
    "QueenTookWing",
    "GameraWentUnder",
    "QueenBurrowed",
    "FlowerToppled",
    "SendaiLost",
    "PendantShattered",
    "GameraWoke",
    "HornTorn",
    "QueenCollapsed",
    "QueenRose",
    "ManaCalled",
    "ChestOpened",
    "BeamFired",
    "QueenDestroyed",
    "GameraAscended",
)
SEED = 7
SHORTEST, LONGEST = 10, 20  # minutes of play


def test_the_film_is_told_in_order_from_the_sea_to_the_sky() -> None:
    told: list[str] = []
    ticks, trust = 0, 60.0
    for stage in FILM:
        simulation, bot = Simulation(stage, SEED, trust=trust), make_bot("campaign", SEED)
        while simulation.outcome is None:
            names = [type(event).__name__ for event in simulation.step(bot.act(simulation))]
            told += [name for name in names if name in STORY and name not in told]
        assert simulation.outcome == "won", f"{stage}: {simulation.world.direction.reason}"
        ticks += simulation.tick
        trust = simulation.world.tally.trust
    assert tuple(told) == STORY
    assert SHORTEST < ticks / 3600 < LONGEST
