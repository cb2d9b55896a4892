"""Every word of a stage file does what it says: each rule fires, each act is done."""

from collections.abc import Callable
from typing import get_args

import pytest

from game.sim import Button, Simulation
from game.sim.components import Body, Fighter, GameraState, Helicopter, QueenState
from game.sim.content.moves import BOND_HEALS, WALK_SPEED
from game.sim.events import (
    CameraAsked,
    Event,
    GameraJumped,
    GameraLanded,
    LessonTaught,
    LineSpoken,
    MusicAsked,
    ObjectiveSet,
    SceneStarted,
    ScriptStarted,
    SoldiersSpawned,
    SpinStarted,
    StageLost,
    StageWon,
    WeatherAsked,
)
from game.sim.stage import (
    Act,
    AnyRule,
    Army,
    Camera,
    Condition,
    FlowerPlan,
    Lost,
    Music,
    Next,
    Objective,
    OnAliveBelow,
    OnEvent,
    OnGameraBefore,
    OnGameraPast,
    OnLightAbove,
    OnOxygenAbove,
    OnPerchedAbove,
    OnQueenBelow,
    OnQueenGone,
    OnStart,
    OnTime,
    OnVitalityBelow,
    Oxygen,
    QueenActs,
    QueenPlan,
    Rule,
    Say,
    Scripted,
    Teach,
    Wave,
    Weather,
    Won,
)
from game.sim.systems.queen_stance import enter
from tests.worlds import (
    GAMERA_X,
    flower_of,
    hold,
    line_street,
    of,
    perch,
    play,
    queen_of,
    start,
    story,
    street,
    switch_on,
    three_line_street,
)

SPOKEN = (Say("watarase", "Now."),)
WAITING = (OnTime(do=SPOKEN, ticks=100_000),)


def told(*rules: Rule, **parts: object) -> Simulation:
    """A first scene with these rules and a second that waits; a line, a Queen out of sight, a flower."""
    cast: dict[str, object] = {
        "scene": story(rules, WAITING),
        "queen": QueenPlan(1100.0, 1000.0, absent=True),
        "flower": FlowerPlan(900.0, oxygen=40.0, climbs=0.0),
    }
    return start(line_street(**{**cast, **parts}))


def wound(simulation: Simulation) -> None:
    simulation.world.gamera.vitality = 400.0


def step_right(simulation: Simulation) -> None:
    simulation.world.gamera_body.x = GAMERA_X + 60


def step_left(simulation: Simulation) -> None:
    simulation.world.gamera_body.x = GAMERA_X - 60


def leap(simulation: Simulation) -> None:
    simulation.world.gamera_body.y = 280.0


def breathe(simulation: Simulation) -> None:
    flower_of(simulation).oxygen = 61.0


def lure(simulation: Simulation) -> None:
    switch_on(simulation)
    perch(simulation, 12)


def shine(simulation: Simulation) -> None:
    simulation.world.direction.light = 1.0


def wound_the_queen(simulation: Simulation) -> None:
    queen_of(simulation)[0].vitality = 100.0


def break_the_queen(simulation: Simulation) -> None:
    enter(simulation.world, *queen_of(simulation), QueenState.BREAK)


# rule, and what makes it fire; None where time alone does
FIRED_BY: tuple[tuple[Rule, Callable[[Simulation], None] | None], ...] = (
    (OnStart(do=SPOKEN), None),
    (OnTime(do=SPOKEN, ticks=20), None),
    (OnAliveBelow(do=SPOKEN, count=1, after=10), None),
    (OnPerchedAbove(do=SPOKEN, count=10, circuit="Line"), lure),
    (OnEvent(do=SPOKEN, event="GameraLanded"), leap),
    (OnGameraPast(do=SPOKEN, x=GAMERA_X + 50), step_right),
    (OnGameraBefore(do=SPOKEN, x=GAMERA_X - 50), step_left),
    (OnVitalityBelow(do=SPOKEN, percent=50.0), wound),
    (OnOxygenAbove(do=SPOKEN, percent=60.0), breathe),
    (OnQueenBelow(do=SPOKEN, percent=50.0), wound_the_queen),
    (OnLightAbove(do=SPOKEN, percent=99.0), shine),
    (OnQueenGone(do=SPOKEN, after=5), break_the_queen),
)

# act, and the event that shows it was done
SHOWN_BY: tuple[tuple[Act, Event], ...] = (
    (Say("asagi", "Gamera."), LineSpoken("asagi", "Gamera.")),
    (Objective("Hold on"), ObjectiveSet("Hold on")),
    (Teach("grapple"), LessonTaught("grapple")),
    (Camera(700.0, 90), CameraAsked(700.0, 90)),
    (Music("mana"), MusicAsked("mana")),
    (Weather("ash"), WeatherAsked("ash")),
    (Scripted("pendant"), ScriptStarted("pendant")),
    (Next(), SceneStarted(1, "Scene 1")),
    (Won(), StageWon("S")),
    (Lost("seed"), StageLost("seed")),
)
SHOWN_BY_THE_WORLD = {Wave, Army, QueenActs, Condition, Oxygen}  # in tests of their own


def test_every_word_is_tested_here() -> None:
    assert {type(rule) for rule, _ in FIRED_BY} == set(get_args(AnyRule))
    assert {type(act) for act, _ in SHOWN_BY} | SHOWN_BY_THE_WORLD == set(get_args(Act))


@pytest.mark.parametrize(("rule", "cause"), FIRED_BY, ids=[type(rule).__name__ for rule, _ in FIRED_BY])
def test_a_rule_fires_once_when_its_condition_holds(rule: Rule, cause: Callable[[Simulation], None] | None) -> None:
    simulation = told(rule)
    if cause is not None:
        assert not of(LineSpoken, play(simulation, 30))
        cause(simulation)
    assert len(of(LineSpoken, play(simulation, 60))) == 1


@pytest.mark.parametrize(("every", "said"), [(False, 1), (True, 0)])
def test_soldiers_on_one_line_of_three_are_not_on_every_one(every: bool, said: int) -> None:
    simulation = start(three_line_street(scene=story((OnPerchedAbove(do=SPOKEN, count=10, every=every),))))
    switch_on(simulation)
    perch(simulation, 12, 170.0, 470.0)
    assert len(of(LineSpoken, play(simulation, 60))) == said


@pytest.mark.parametrize(("act", "event"), SHOWN_BY, ids=[type(act).__name__ for act, _ in SHOWN_BY])
def test_an_act_is_done(act: Act, event: Event) -> None:
    assert event in play(told(OnTime(do=(act,), ticks=5)), 10)


def test_a_place_behind_him_is_not_noticed_while_a_script_moves_him() -> None:
    rules = (OnStart(do=(Scripted("pendant"),)), OnGameraBefore(do=SPOKEN, x=GAMERA_X + 50))
    simulation = told(*rules)
    assert not of(LineSpoken, play(simulation, 200))
    assert of(LineSpoken, play(simulation, 100))


def test_no_rule_fires_over_a_fallen_hero() -> None:
    simulation = told(OnTime(do=(Won(),), ticks=30))
    simulation.world.gamera.vitality, simulation.world.gamera.state = 0.0, GameraState.FALLEN
    assert of(StageLost, play(simulation, 100)) == [StageLost("gamera")]


def test_a_wave_from_the_queen_comes_from_where_she_stands_now() -> None:
    simulation = told(OnTime(do=(Wave(5, 1, "queen"),), ticks=5), queen=QueenPlan(1100.0))
    queen_of(simulation)[1].x = 500.0
    (spawned,) = of(SoldiersSpawned, play(simulation, 10))
    assert abs(spawned.x - 500) < 130


def test_the_army_sends_helicopters_and_jets() -> None:
    simulation = told(OnStart(do=(Army(helicopters=1, fighters=2),)))
    play(simulation, 2)
    assert simulation.world.entities.count(Helicopter) == 1
    assert len(list(simulation.world.entities.each(Fighter, Body))) == 2


def test_the_queen_can_be_brought_and_taught() -> None:
    simulation = told(OnStart(do=(QueenActs("hornless", 800.0),)))
    play(simulation, 1)
    mother, body = queen_of(simulation)
    assert (mother.patterns, mother.state, body.x) == ("hornless", QueenState.IDLE, 800)


@pytest.mark.parametrize(("most", "left"), [(30.0, 30.0), (70.0, 40.0)])
def test_a_gust_leaves_no_more_oxygen_than_it_says(most: float, left: float) -> None:
    simulation = told(OnStart(do=(Oxygen(most),)))
    play(simulation, 1)
    assert flower_of(simulation).oxygen == pytest.approx(left, abs=0.1)


def conditioned(condition: Condition, **parts: object) -> Simulation:
    simulation = start(street(scene=story((OnStart(do=(condition,)),)), **parts))
    simulation.step()
    return simulation


def test_he_can_be_laid_down_and_stood_up() -> None:
    assert conditioned(Condition(comatose=True)).world.gamera.state is GameraState.COMATOSE
    assert conditioned(Condition(comatose=False)).world.gamera.state is GameraState.IDLE


def test_he_can_be_healed_but_not_beyond_the_full() -> None:
    rule = OnTime(do=(Condition(heals=0.3),), ticks=5)
    simulation = start(street(scene=story((rule,))))
    simulation.world.gamera.vitality = 500.0
    play(simulation, 10)
    assert simulation.world.gamera.vitality == 800
    assert conditioned(Condition(heals=0.3)).world.gamera.vitality == 1000


def test_limping_he_walks_half_as_fast() -> None:
    simulation = conditioned(Condition(limping=True))
    play(simulation, 60, hold(Button(0), move=1))
    assert simulation.world.gamera_body.vx == pytest.approx(WALK_SPEED / 2, rel=0.02)


def test_limping_he_neither_leaps_nor_spins() -> None:
    simulation = conditioned(Condition(limping=True))
    assert not of(GameraJumped, play(simulation, 60, hold(Button.JUMP)))
    assert not of(SpinStarted, play(simulation, 10, hold(Button.GUARD)))
    assert not of(SpinStarted, play(simulation, 60, hold(Button.GUARD, move=1)))
    assert not of(GameraLanded, play(simulation, 10))


def test_a_childs_thought_heals_him() -> None:
    simulation = start(street(bond=True))
    simulation.world.gamera.vitality = 500.0
    play(simulation, 60)
    assert simulation.world.gamera.vitality == pytest.approx(500 + BOND_HEALS)


def test_without_it_nothing_does() -> None:
    simulation = start(street())
    simulation.world.gamera.vitality = 500.0
    play(simulation, 60)
    assert simulation.world.gamera.vitality == 500


def test_the_fallen_are_beyond_it() -> None:
    simulation = start(street(bond=True))
    simulation.world.gamera.vitality, simulation.world.gamera.state = 0.0, GameraState.FALLEN
    play(simulation, 60)
    assert simulation.world.gamera.vitality == 0
