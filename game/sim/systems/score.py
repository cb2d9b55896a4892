"""Score, chain, trust, and the rank of a stage won."""

from game.sim.components import Block
from game.sim.events import (
    ChainBroken,
    Event,
    FlowerToppled,
    FlowerUprooted,
    HornTorn,
    QueenDestroyed,
    QueenStaggered,
    SoldierDied,
    SoldierElectrocuted,
)
from game.sim.units import SECONDS_PER_TICK, ticks
from game.sim.world import World

KILL = 10  # points
LURE_FACTOR = 2  # a soldier burned on a line counts double
CHAIN_TICKS = ticks(1.5)  # to the next kill
CHAIN_STEP = 10  # kills that raise the factor by one
FACTOR_MOST = 10
BOUNTIES: dict[type[Event], int] = {
    FlowerUprooted: 3000,
    FlowerToppled: 3000,
    QueenStaggered: 500,
    HornTorn: 5000,
    QueenDestroyed: 10_000,
}
TRUST_PER_KILL = 0.02
TRUST_PER_DARK_SECOND = 0.4  # each district: people are afraid in the dark
RANKS = (("S", 85.0), ("A", 70.0), ("B", 55.0), ("C", 40.0), ("D", 0.0))


def score(world: World) -> None:
    _count_kills(world)
    tally = world.tally
    if tally.chain and world.tick > tally.chain_until:
        world.events.append(ChainBroken(tally.chain))
        tally.chain = 0
    if True in world.grid.dark:
        dark = sum(world.grid.dark)
        tally.trust = max(0.0, tally.trust - dark * TRUST_PER_DARK_SECOND * SECONDS_PER_TICK)


def _count_kills(world: World) -> None:
    tally = world.tally
    for event in world.events:
        if isinstance(event, SoldierDied):
            lured = isinstance(event, SoldierElectrocuted)
            tally.killed += 1
            tally.killed_by_lure += lured
            tally.chain += 1
            tally.chain_until = world.tick + CHAIN_TICKS
            factor = min(FACTOR_MOST, 1 + tally.chain // CHAIN_STEP)
            tally.score += KILL * factor * (LURE_FACTOR if lured else 1)
            tally.trust = min(100.0, tally.trust + TRUST_PER_KILL)
        tally.score += BOUNTIES.get(type(event), 0)
    tally.best_chain = max(tally.best_chain, tally.chain)


def merit(world: World) -> float:
    """0 to 100: his health, the line, the city and the use of lures."""
    tally, hero = world.tally, world.gamera
    blocks = world.entities.count(Block)
    health = hero.vitality / hero.vitality_full
    line = 1 - min(1.0, world.overrun() / world.line_holds()) if world.line_holds() else 1.0
    stands = 1 - tally.blocks_lost / blocks if blocks else 1.0
    lured = tally.killed_by_lure / tally.killed if tally.killed else 0.0
    if not world.grid.circuits:
        lured = 1.0  # there is nothing to lure with
    return 35 * health + 30 * line + 20 * stands + 15 * min(1.0, lured * 1.25)


def rank(world: World) -> str:
    """ "S" to "D"."""
    reached = merit(world)
    return next(letter for letter, least in RANKS if reached >= least)
