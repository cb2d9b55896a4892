"""Choreography: skipped or watched it ends alike, nothing hurts him meanwhile, and a game saved in it goes on."""

import pytest

from game.sim import Button, Simulation
from game.sim.components import FlowerState, GameraState, QueenState
from game.sim.events import (
    Event,
    FireballLaunched,
    GameraAscended,
    GameraHurt,
    GameraRose,
    GameraWentUnder,
    GameraWoke,
    PendantShattered,
    QueenBurrowed,
    QueenBurst,
    QueenCollapsed,
    QueenRose,
    QueenTookWing,
    ScriptEnded,
    ScriptStarted,
    SendaiLost,
    StageWon,
)
from game.sim.stage import FlowerPlan, GameraStart, OnEvent, OnTime, QueenPlan, Scripted, Stage, Won
from game.sim.systems.fight import hurt_gamera
from game.sim.systems.scripted import SCRIPTS
from tests.worlds import cover, flower_of, hold, of, place, play, play_until, queen_of, start, story, street

BEGINS_AT = 10  # ticks
SKIP = hold(Button.SKIP)
BUSY = hold(Button.ATTACK | Button.FIRE | Button.JUMP, move=1)

TELLS: dict[str, tuple[type[Event], ...]] = {
    "rise_from_sea": (GameraRose,),
    "back_to_sea": (GameraWentUnder,),
    "queen_takes_wing": (QueenBurst, QueenTookWing),
    "queen_burrows": (QueenBurrowed,),
    "sendai_blast": (SendaiLost,),
    "pendant": (PendantShattered, GameraWoke),
    "queen_collapses": (QueenCollapsed,),
    "queen_rises": (QueenRose,),
    "ascent": (GameraAscended,),
}


def theatre(name: str) -> Stage:
    """Where any script can be played: the sea, a Queen, a flower."""
    return street(
        width=1920,
        gamera=GameraStart(300.0),
        queen=QueenPlan(1200.0, 500.0),
        flower=FlowerPlan(1600.0, climbs=0.0),
        scene=story((OnTime(do=(Scripted(name),), ticks=BEGINS_AT),)),  # type: ignore[arg-type]
    )


def begun(name: str) -> Simulation:
    simulation = start(theatre(name))
    play(simulation, BEGINS_AT + 1)
    assert simulation.world.direction.script == name
    return simulation


def is_over(simulation: Simulation) -> bool:
    return not simulation.world.direction.script


def cast(simulation: Simulation) -> tuple[object, ...]:
    """Everyone a script may move, as it leaves them."""
    world = simulation.world
    mother, place_of_hers = queen_of(simulation)
    hero, body = world.gamera, world.gamera_body
    return (
        (hero.vitality, hero.clinging, body.x, body.y, body.facing),
        (mother.state, mother.patterns, place_of_hers.x, place_of_hers.y),
        flower_of(simulation).state,
        world.soldiers.alive(),
        world.tally.killed,
    )


def test_every_script_is_tested_here() -> None:
    assert TELLS.keys() == SCRIPTS.keys()


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_tells_its_story_and_ends_in_time(name: str) -> None:
    simulation = start(theatre(name))
    events = play(simulation, BEGINS_AT + SCRIPTS[name].ticks + 30)
    assert of(ScriptStarted, events) == [ScriptStarted(name)]
    assert of(ScriptEnded, events) == [ScriptEnded(name)]
    assert [type(event) for event in events if type(event) in TELLS[name]] == list(TELLS[name])


@pytest.mark.parametrize("name", SCRIPTS)
def test_skipped_it_ends_as_if_watched(name: str) -> None:
    watched, skipped = begun(name), begun(name)
    seen = play_until(watched, lambda: is_over(watched))
    told = play_until(skipped, lambda: is_over(skipped), SKIP, most=10)
    assert cast(skipped) == cast(watched)
    assert [event for event in told if type(event) in TELLS[name]] == [e for e in seen if type(e) in TELLS[name]]


@pytest.mark.parametrize("name", SCRIPTS)
def test_nothing_hurts_him_meanwhile_and_no_press_moves_him(name: str) -> None:
    simulation = start(theatre(name))
    cover(simulation, 60)
    play(simulation, BEGINS_AT + 1)
    still = begun(name)
    vitality = simulation.world.gamera.vitality
    while not is_over(simulation):
        hurt_gamera(simulation.world, 50.0, 900.0, knocks_down=True)
        events = simulation.step(BUSY)
        still.step()
        assert not of(GameraHurt, events)
        assert simulation.world.gamera.vitality == vitality
        if simulation.world.hit_stop == still.world.hit_stop == 0 and simulation.world.beat == still.world.beat:
            assert simulation.world.gamera_body.x == still.world.gamera_body.x


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_game_saved_in_the_middle_of_it_goes_on_bit_for_bit(name: str) -> None:
    original = start(theatre(name))
    place(original, [(700.0 + 9 * n, 150.0) for n in range(20)])
    play(original, BEGINS_AT + SCRIPTS[name].ticks // 2)
    again = Simulation.restore(original.snapshot())
    for _ in range(SCRIPTS[name].ticks):
        assert again.step() == original.step()
    assert again.digest() == original.digest()


def test_a_script_that_begins_while_he_is_aloft_lets_him_land() -> None:
    simulation = start(theatre("queen_takes_wing"))
    play(simulation, BEGINS_AT, hold(Button.JUMP))
    assert simulation.world.gamera_body.y < 300
    play(simulation, 120, hold(Button.JUMP))
    assert simulation.world.gamera_body.y == 300
    assert simulation.world.gamera.state is GameraState.IDLE


def test_a_script_that_begins_while_he_charges_does_not_fire() -> None:
    simulation = start(theatre("queen_burrows"))
    events = play(simulation, BEGINS_AT + 60, hold(Button.FIRE))
    assert not of(FireballLaunched, events)


def test_those_who_cling_to_him_do_not_follow_him_into_the_sea() -> None:
    simulation = start(theatre("back_to_sea"))
    cover(simulation, 40)
    play(simulation, BEGINS_AT + 100)
    assert simulation.world.gamera.clinging == 0
    assert simulation.world.gamera_body.y > 300
    assert simulation.world.soldiers.position[1].max() <= 300


def test_sendai_takes_everyone_with_it() -> None:
    simulation = start(theatre("sendai_blast"))
    place(simulation, [(700.0, 150.0)] * 20)
    play_until(simulation, lambda: simulation.tick > BEGINS_AT and is_over(simulation))
    world = simulation.world
    assert flower_of(simulation).state is FlowerState.TOPPLED
    assert world.gamera.state is GameraState.COMATOSE
    assert world.soldiers.count == 0
    assert world.tally.killed == 0


@pytest.mark.parametrize("name", ["queen_takes_wing", "queen_burrows"])
def test_she_is_gone_when_she_has_taken_wing_or_burrowed(name: str) -> None:
    simulation = begun(name)
    play_until(simulation, lambda: is_over(simulation))
    assert queen_of(simulation)[0].state is QueenState.ABSENT


def test_she_fights_with_whips_when_she_has_risen() -> None:
    simulation = begun("queen_rises")
    play_until(simulation, lambda: is_over(simulation))
    assert queen_of(simulation)[0].patterns == "dawn"


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_without_its_cast_ends_all_the_same(name: str) -> None:
    opening = OnTime(do=(Scripted(name),), ticks=1)  # type: ignore[arg-type]
    simulation = start(street(scene=story((opening,))))
    play_until(simulation, lambda: simulation.tick > 3 and is_over(simulation))


def test_a_skip_outside_a_script_does_nothing() -> None:
    simulation = start(street())
    assert play(simulation, 30, SKIP) == []


def test_the_story_hears_what_a_script_tells() -> None:
    rules = (OnTime(do=(Scripted("pendant"),), ticks=1), OnEvent(do=(Won(),), event="GameraWoke"))
    simulation = start(street(scene=story(rules)))
    assert of(StageWon, play(simulation, 200))
