"""Bots: who sees the whole game wins it with the grid, and not without."""

from typing import NamedTuple

import pytest

from game.agents.bots import BOTS, make_bot
from game.agents.grid_hand import HOT, PACE, GridHand
from game.play.story import FILM
from game.sim import Action, GridVerb, Simulation
from game.sim.content.grid import CHARGE_FULL
from game.sim.power import CircuitState
from game.sim.stage import GameraStart
from tests.worlds import along, cover, line_street, perch, place, play, start, switch_on, three_line_street

SEEDS = range(40)
CAN_BE_LOST = tuple(stage for stage in FILM if stage != "vigil")
VIGIL_SHORTEST = 60 * 60  # ticks; it is a pause between two fights
SHORTEST, LONGEST = 120 * 60, 300 * 60  # ticks of a stage that is won


class Game(NamedTuple):
    outcome: str | None
    ticks: int


def play_out(stage: str, bot_name: str, seed: int, difficulty: str = "normal") -> Game:
    simulation, bot = Simulation(stage, seed, difficulty), make_bot(bot_name, seed)
    while simulation.outcome is None and simulation.tick < 2 * LONGEST:
        simulation.step(bot.act(simulation))
    return Game(simulation.outcome, simulation.tick)


def play_tokyo(bot_name: str, seed: int) -> Game:
    return play_out("tokyo", bot_name, seed)


def ambushed(bot_name: str, seed: int) -> tuple[float, int]:
    """Vitality and ticks it cost `bot_name` to break out of Sapporo, once the flower was torn out for it."""
    simulation, bot = Simulation("sapporo", seed), make_bot("campaign", seed)
    while simulation.world.direction.scene < 2:
        simulation.step(bot.act(simulation))
    began, bot = simulation.tick, make_bot(bot_name, seed)
    while simulation.world.direction.scene < 4 and simulation.outcome is None and simulation.tick < began + 6000:
        simulation.step(bot.act(simulation))
    return simulation.world.gamera.vitality, simulation.tick - began


@pytest.mark.parametrize(
    ("bot", "outcome"), [("campaign", "won"), ("operator", "won"), ("brawler", "lost"), ("idle", "lost")]
)
def test_the_grid_wins_tokyo_and_fists_do_not(bot: str, outcome: str) -> None:
    assert play_tokyo(bot, seed=1).outcome == outcome


@pytest.mark.slow
@pytest.mark.parametrize(
    ("bot", "least", "most"),
    [("campaign", 0.9, 1.0), ("operator", 0.9, 1.0), ("brawler", 0.0, 0.1), ("random", 0.0, 0.05), ("idle", 0.0, 0.0)],
)
def test_tokyo_over_forty_seeds_is_won_by_skill(bot: str, least: float, most: float) -> None:
    games = [play_tokyo(bot, seed) for seed in SEEDS]
    won = [game for game in games if game.outcome == "won"]
    assert least <= len(won) / len(games) <= most
    assert all(SHORTEST <= game.ticks <= LONGEST for game in won)


@pytest.mark.slow
@pytest.mark.parametrize("stage", CAN_BE_LOST)
def test_who_does_nothing_loses_every_stage_that_can_be_lost(stage: str) -> None:
    assert {play_out(stage, "idle", seed).outcome for seed in range(4)} == {"lost"}


@pytest.mark.slow
@pytest.mark.parametrize("stage", FILM)
def test_every_stage_of_the_film_is_won_by_who_plays_well_in_two_to_five_minutes(stage: str) -> None:
    games = [play_out(stage, "campaign", seed) for seed in SEEDS]
    won = [game for game in games if game.outcome == "won"]
    assert len(won) >= 0.95 * len(games)
    shortest = VIGIL_SHORTEST if stage == "vigil" else SHORTEST
    middle = sorted(game.ticks for game in won)[len(won) // 2]
    assert shortest <= middle <= LONGEST


@pytest.mark.slow
@pytest.mark.parametrize("stage", CAN_BE_LOST)
def test_the_hardest_difficulty_can_be_won(stage: str) -> None:
    games = [play_out(stage, "campaign", seed, "legion") for seed in range(10)]
    assert sum(game.outcome == "won" for game in games) >= 8


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_the_ambush_is_broken_out_of_not_fought_out(seed: int) -> None:
    (vitality, ticks), (brawlers, wasted) = ambushed("campaign", seed), ambushed("brawler", seed)
    assert vitality > brawlers + 100
    assert ticks < 0.75 * wasted


@pytest.mark.parametrize("name", BOTS)
def test_a_bot_of_one_seed_plays_alike_every_time(name: str) -> None:
    digests = []
    for _ in range(2):
        simulation, bot = Simulation("tokyo", 3), make_bot(name, 3)
        for _ in range(300):
            simulation.step(bot.act(simulation))
        digests.append(simulation.digest())
    assert digests[0] == digests[1]


@pytest.mark.parametrize("name", BOTS)
@pytest.mark.parametrize("stage", ["lab", "tokyo"])
def test_every_bot_gives_actions_that_can_be_recorded(name: str, stage: str) -> None:
    simulation, bot = Simulation(stage, 2, soldiers=60), make_bot(name, 2)
    for _ in range(300):
        action = bot.act(simulation)
        assert Action.unpack(action.pack()) == action
        simulation.step(action)


@pytest.mark.parametrize("name", BOTS)
def test_looking_at_a_game_does_not_change_it(name: str) -> None:
    simulation = Simulation("tokyo", 2, soldiers=60)
    play(simulation, 200)
    before = simulation.digest()
    make_bot(name, 2).act(simulation)
    assert simulation.digest() == before


def test_random_bots_of_different_seeds_play_differently() -> None:
    simulation = Simulation("lab", 1)
    bots = [make_bot("random", seed) for seed in (1, 2)]
    played = [[bot.act(simulation) for _ in range(200)] for bot in bots]
    assert played[0] != played[1]


def test_an_unknown_bot_is_answered_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="unknown bot 'hero'; there are: idle, random, brawler, operator, campaign"):
        make_bot("hero")


def test_the_brawler_never_touches_the_grid() -> None:
    simulation, bot = Simulation("tokyo", 5), make_bot("brawler", 5)
    for _ in range(600):
        action = bot.act(simulation)
        assert action.grid is GridVerb.NONE
        simulation.step(action)


def test_the_hand_lights_the_line_nearest_to_the_swarms_front() -> None:
    simulation = start(three_line_street())
    place(simulation, along(900.0, 1000.0, 200.0, 20))
    assert GridHand().command(simulation) == (GridVerb.TOGGLE, 2)


def test_the_hand_lights_nothing_for_nobody() -> None:
    assert GridHand().command(start(three_line_street())) == (GridVerb.NONE, 0)


def test_the_hand_gives_no_more_commands_than_a_hand_can() -> None:
    simulation, hand = start(three_line_street()), GridHand()
    place(simulation, along(900.0, 1000.0, 200.0, 20))
    hand.command(simulation)
    given = [hand.command(simulation)[0] for _ in range(PACE) if simulation.step() is not None]
    assert set(given[:-1]) == {GridVerb.NONE}


def test_the_hand_burns_a_line_that_is_charged_and_full() -> None:
    simulation = start(line_street())
    circuit = switch_on(simulation)
    perch(simulation, 60)
    play(simulation, 8)
    assert GridHand().command(simulation)[0] is not GridVerb.SURGE
    circuit.charge = CHARGE_FULL
    assert GridHand().command(simulation) == (GridVerb.SURGE, 0)


def test_the_hand_spares_a_hot_line_with_nobody_on_it() -> None:
    simulation = start(line_street())
    switch_on(simulation).heat = HOT + 0.01
    assert GridHand().command(simulation) == (GridVerb.TOGGLE, 0)


def test_the_campaign_goes_under_the_live_line_when_it_is_covered() -> None:
    simulation, bot = start(line_street(gamera=GameraStart(300.0))), make_bot("campaign")
    circuit = switch_on(simulation)
    cover(simulation, 30)
    while simulation.world.gamera.clinging >= 8 and simulation.tick < 900:
        circuit.heat = 0.0
        simulation.step(bot.act(simulation))
    assert circuit.state is CircuitState.LIVE
    assert simulation.world.gamera.clinging < 8
    assert simulation.world.gamera_body.x > 340
