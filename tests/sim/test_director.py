"""The director: scenes in order, each rule once, waves counted, won and lost."""

import pytest

from game.sim import Button, GridVerb, Simulation
from game.sim.components import Queen, QueenState
from game.sim.events import (
    Event,
    HelicopterArrived,
    LessonLearned,
    LessonTaught,
    LineSpoken,
    ObjectiveMet,
    ObjectiveSet,
    QueenCalled,
    SceneStarted,
    SoldiersSpawned,
    StageLost,
    StageWon,
)
from game.sim.soldiers import SoldierState
from game.sim.stage import (
    Act,
    Army,
    GameraStart,
    Lost,
    Next,
    Objective,
    OnAliveBelow,
    OnEvent,
    OnGameraPast,
    OnStart,
    OnTime,
    OnVitalityBelow,
    QueenPlan,
    Rule,
    Say,
    Scene,
    Teach,
    Wave,
    Won,
)
from tests.worlds import GAMERA_X, command, hold, line_street, of, place, play, start, story, street, switch_on

SPOKEN = Say("watarase", "Now.")
STAY = OnTime(do=(SPOKEN,), ticks=100_000)


def told(*rules: Rule, **parts: object) -> Simulation:
    """A game of one scene with these rules."""
    return start(line_street(scene=story(rules), **parts))


def spoken_at(simulation: Simulation, ticks: int, action: object = None) -> list[int]:
    """Ticks at which the line is spoken."""
    chosen = hold(Button(0)) if action is None else action
    return [tick for tick in range(ticks) if of(LineSpoken, simulation.step(chosen))]  # type: ignore[arg-type]


def test_a_stage_without_scenes_goes_on_without_a_story() -> None:
    simulation = start(street())
    assert play(simulation, 60) == []
    assert simulation.outcome is None


def test_scenes_follow_one_another() -> None:
    step = OnTime(do=(Next(),), ticks=10)
    simulation = start(street(scene=(Scene("One", (step,)), Scene("Two", (step,)), Scene("Three", (STAY,)))))
    events = play(simulation, 60)
    assert [(event.scene, event.name) for event in of(SceneStarted, events)] == [(0, "One"), (1, "Two"), (2, "Three")]


def test_an_objective_for_a_live_line_asks_for_one_whenever_there_is_none() -> None:
    simulation = told(OnStart(do=(Objective("Surge", unlit="Switch it on"),)))
    toggle = command(GridVerb.TOGGLE)
    events = [*play(simulation, 5), *simulation.step(toggle), *play(simulation, 5), *simulation.step(toggle)]
    assert of(ObjectiveSet, events) == [
        ObjectiveSet("Switch it on"),
        ObjectiveSet("Surge"),
        ObjectiveSet("Switch it on"),
    ]
    switch_on(simulation).heat = 0.9999
    assert of(ObjectiveSet, play(simulation, 10)) == [ObjectiveSet("Switch it on")]  # it trips


def test_what_was_aimed_at_is_met_when_the_scene_ends() -> None:
    simulation = start(
        street(scene=story((OnStart(do=(Objective("Hold on"),)), OnTime(do=(Next(),), ticks=5)), (STAY,)))
    )
    events = play(simulation, 30)
    assert of(ObjectiveSet, events) == [ObjectiveSet("Hold on")]
    assert of(ObjectiveMet, events) == [ObjectiveMet("Hold on")]


def test_at_the_start_is_the_first_tick_and_only_that() -> None:
    assert spoken_at(told(OnStart(do=(SPOKEN,))), 60) == [0]


def test_after_is_counted_in_ticks_of_the_scene() -> None:
    assert spoken_at(told(OnTime(do=(SPOKEN,), ticks=40)), 200) == [40]


def test_an_event_is_heard_on_the_tick_it_happens() -> None:
    simulation = told(OnEvent(do=(SPOKEN,), event="CircuitSwitched"))
    assert spoken_at(simulation, 20) == []
    assert spoken_at(simulation, 1, command(GridVerb.TOGGLE)) == [0]
    assert spoken_at(simulation, 1, command(GridVerb.TOGGLE)) == []


def test_gamera_past_a_place_is_noticed_once() -> None:
    simulation = told(OnGameraPast(do=(SPOKEN,), x=GAMERA_X + 30))
    assert len(spoken_at(simulation, 200, hold(Button(0), move=1))) == 1


def test_gamera_short_of_a_place_is_not() -> None:
    assert spoken_at(told(OnGameraPast(do=(SPOKEN,), x=GAMERA_X + 30)), 60) == []


def test_vitality_below_a_share_is_noticed_once() -> None:
    simulation = told(OnVitalityBelow(do=(SPOKEN,), percent=50.0))
    assert spoken_at(simulation, 10) == []
    simulation.world.gamera.vitality = 499.0
    assert spoken_at(simulation, 10) == [0]


def test_few_alive_is_noticed_when_all_waves_have_come_and_enough_time_has_passed() -> None:
    wave = OnStart(do=(Wave(count=10, over=40),))
    simulation = told(wave, OnAliveBelow(do=(SPOKEN,), count=100, after=20))
    assert spoken_at(simulation, 100) == [40]


def test_few_alive_is_not_noticed_while_there_are_as_many() -> None:
    simulation = told(OnAliveBelow(do=(SPOKEN,), count=3))
    place(simulation, [(900.0, 150.0)] * 3)
    assert spoken_at(simulation, 30) == []
    simulation.world.soldiers.kill([0], SoldierState.FALL, gone_at=10_000)  # type: ignore[arg-type]
    assert spoken_at(simulation, 30) == [0]


def test_a_rule_of_a_scene_to_come_is_not_heard_yet() -> None:
    scenes = story((STAY,), (OnStart(do=(SPOKEN,)),))
    assert spoken_at(start(street(scene=scenes)), 100) == []


@pytest.mark.parametrize(("difficulty", "count"), [("story", 30), ("normal", 40), ("legion", 50)])
def test_a_wave_brings_as_many_as_it_says_by_difficulty(difficulty: str, count: int) -> None:
    scenes = story((OnStart(do=(Wave(count=40, over=100),)),))
    simulation = start(street(scene=scenes), difficulty=difficulty)
    events = play(simulation, 200)
    assert sum(event.count for event in of(SoldiersSpawned, events)) == count
    assert simulation.world.tally.spawned == count
    assert not simulation.world.direction.waves


def test_a_wave_comes_evenly() -> None:
    simulation = told(OnStart(do=(Wave(count=40, over=100),)))
    play(simulation, 51)
    assert simulation.world.tally.spawned == pytest.approx(20, abs=1)


@pytest.mark.parametrize(
    ("source", "left", "right"), [("east", 1200, 1280), ("ground", 570, 1030), ("queen", 950, 1100)]
)
def test_a_wave_comes_from_where_it_says(source: str, left: int, right: int) -> None:
    wave = Wave(count=30, over=1, source=source)  # type: ignore[arg-type]
    simulation = told(OnStart(do=(wave,)), queen=QueenPlan(1100.0))
    play(simulation, 2)
    x = simulation.world.soldiers.position[0]
    assert left <= x.min()
    assert x.max() <= right


def test_a_wave_out_of_the_ground_crawls() -> None:
    simulation = told(OnStart(do=(Wave(count=30, over=1, source="ground"),)))
    play(simulation, 2)
    assert set(simulation.world.soldiers.state.tolist()) == {SoldierState.CRAWL}


def test_the_queen_rears_up_when_she_sends_a_wave() -> None:
    simulation = told(OnStart(do=(Wave(count=5, over=1, source="queen"),)), queen=QueenPlan(1100.0))
    assert of(QueenCalled, play(simulation, 2))
    ((_, queen),) = simulation.world.entities.each(Queen)
    assert queen.state is QueenState.CALLING
    play(simulation, 120)
    assert queen.state is QueenState.IDLE


def test_the_army_comes_when_called() -> None:
    simulation = told(OnStart(do=(Army(helicopters=2),)))
    assert len(of(HelicopterArrived, play(simulation, 2))) == 2


@pytest.mark.parametrize(
    ("topic", "action"),
    [
        ("walk", hold(Button(0), move=1)),
        ("claw", hold(Button.ATTACK)),
        ("jump", hold(Button.JUMP)),
        ("guard", hold(Button.GUARD)),
        ("roar", hold(Button.ROAR)),
        ("circuits", command(GridVerb.TOGGLE)),
    ],
)
def test_a_lesson_is_shown_until_it_is_used(topic: str, action: object) -> None:
    simulation = told(OnStart(do=(Teach(topic),)))  # type: ignore[arg-type]
    assert of(LessonTaught, play(simulation, 30)) == [LessonTaught(topic)]
    assert simulation.world.direction.lessons == [topic]
    events = [event for _ in range(60) for event in simulation.step(action)]  # type: ignore[arg-type]
    assert of(LessonLearned, events) == [LessonLearned(topic)]
    assert simulation.world.direction.lessons == []


def ending(*acts: Act) -> tuple[Simulation, list[Event]]:
    simulation = told(OnTime(do=acts, ticks=30))
    return simulation, play(simulation, 60)


def test_won_ends_the_stage_with_a_rank() -> None:
    simulation, events = ending(Won())
    assert simulation.outcome == "won"
    assert [event.rank in "SABCD" for event in of(StageWon, events)] == [True]


def test_lost_ends_the_stage_with_its_reason() -> None:
    simulation, events = ending(Lost("seed"))
    assert (simulation.outcome, simulation.world.direction.reason) == ("lost", "seed")
    assert of(StageLost, events) == [StageLost("seed")]


def test_a_stage_that_took_too_long_is_lost() -> None:
    simulation = start(street(time_limit=100, scene=story((STAY,))))
    events = play(simulation, 200)
    assert of(StageLost, events) == [StageLost("time")]


def test_the_story_is_over_once_the_stage_is() -> None:
    simulation, _ = ending(Won())
    assert play(simulation, 600) == []
    assert simulation.outcome == "won"


def test_a_game_restored_at_the_start_of_a_scene_begins_it_again() -> None:
    opening = (OnStart(do=(Wave(count=20, over=60),)), OnTime(do=(Next(),), ticks=30))
    second = (OnStart(do=(Wave(count=20, over=60),)), OnTime(do=(Won(),), ticks=90))
    simulation = start(street(scene=story(opening, second), gamera=GameraStart(600.0)))
    while simulation.world.direction.scene < 1:
        simulation.step()
    checkpoint = simulation.snapshot()
    first = [play(simulation, 1) for _ in range(120)]
    again = Simulation.restore(checkpoint)
    assert [play(again, 1) for _ in range(120)] == first
    assert again.outcome == "won"


def test_waves_come_while_the_world_holds_still() -> None:
    simulation = told(OnStart(do=(Wave(count=20, over=20),)))
    simulation.world.hit_stop = 30
    play(simulation, 25)
    assert simulation.world.tally.spawned == 20
