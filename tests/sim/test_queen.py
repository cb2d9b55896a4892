"""The Queen: telegraph, strike, recover; what avoids each strike; her stance, her horn, her way to the line."""

import pytest

from game.sim import Action, Button, Simulation
from game.sim.components import GameraState, QueenState
from game.sim.content import queen as tuning
from game.sim.content.queen import PATTERN_SETS, PATTERNS
from game.sim.events import (
    BlowGuarded,
    FireballDeflected,
    FireballExploded,
    GameraHurt,
    GameraKnockedDown,
    QueenCalled,
    QueenHurt,
    QueenStaggered,
    QueenStruck,
    QueenTelegraphed,
    SoldiersSpawned,
    StageLost,
)
from game.sim.stage import CityLine, GameraStart, OnTime, QueenPlan, Say
from game.sim.systems.fight import hurt_queen
from game.sim.systems.queen_stance import enter
from tests.worlds import block_street, hold, of, play, play_until, queen_of, start, story, street

HERO_X = 500.0
Q = QueenState
AWAY = {
    Q.IMPALE: 160.0,
    Q.BEAM: 300.0,
    Q.WHIPS: 200.0,
    Q.BARRIER: 300.0,
    Q.SPAWN: 300.0,
    Q.RAM: 220.0,
}  # px at which it is seen here
WAITING = story((OnTime(do=(Say("honami", "Wait."),), ticks=100_000),))
GUARD, FLY = hold(Button.GUARD), hold(Button.JUMP)


def facing_her(
    distance: float = 300.0, patterns: str = "legion", vitality: float = 5000.0, difficulty: str = "normal"
) -> Simulation:
    queen = QueenPlan(HERO_X + distance, vitality, patterns)  # type: ignore[arg-type]
    return start(street(gamera=GameraStart(HERO_X), queen=queen, scene=WAITING), difficulty=difficulty)


def attacking(state: QueenState, difficulty: str = "normal") -> Simulation:
    """She begins the attack now, at a distance at which it is hers to choose."""
    simulation = facing_her(AWAY[state], difficulty=difficulty)
    enter(simulation.world, *queen_of(simulation), state)
    return simulation


def whole_attack(simulation: Simulation, action: Action) -> list[object]:
    state = queen_of(simulation)[0].state
    return list(play_until(simulation, lambda: queen_of(simulation)[0].state is not state, action, most=400))


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=lambda pattern: pattern.state.name)
def test_an_attack_is_telegraphed_strikes_and_recovers(pattern: tuning.Pattern) -> None:
    simulation = attacking(pattern.state)
    assert [event.pattern for event in of(QueenTelegraphed, simulation.world.events)] == [pattern.state]
    mother, _ = queen_of(simulation)
    events = play_until(simulation, lambda: mother.age >= pattern.telegraph - 1)
    assert not of(QueenStruck, events)
    assert [event.pattern for event in of(QueenStruck, simulation.step())] == [pattern.state]
    play_until(simulation, lambda: mother.age >= pattern.telegraph + pattern.strike + pattern.recover - 1)
    assert mother.state is pattern.state
    play_until(simulation, lambda: mother.state is Q.IDLE, most=6)


@pytest.mark.parametrize("state", [Q.IMPALE, Q.BEAM, Q.WHIPS, Q.RAM])
def test_it_hits_once_who_only_stands_there(state: QueenState) -> None:
    hurt = of(GameraHurt, whole_attack(attacking(state), Action()))  # type: ignore[arg-type]
    assert [blow.vitality_lost for blow in hurt] == [PATTERNS[state].damage]


def test_her_strikes_take_more_the_harder_the_game() -> None:
    taken = []
    for difficulty in ("story", "normal", "legion"):
        simulation = attacking(Q.IMPALE, difficulty)
        (blow,) = of(GameraHurt, whole_attack(simulation, Action()))  # type: ignore[arg-type]
        taken.append(blow.vitality_lost)
    assert taken == sorted(set(taken))


@pytest.mark.parametrize("state", [Q.IMPALE, Q.BEAM, Q.WHIPS, Q.RAM])
def test_the_shell_stops_it(state: QueenState) -> None:
    events = whole_attack(attacking(state), GUARD)
    assert len(of(BlowGuarded, events)) == 1  # type: ignore[arg-type]
    assert not of(GameraHurt, events)  # type: ignore[arg-type]


def test_her_whips_burn_through_the_shell_but_do_not_throw_him() -> None:
    simulation = attacking(Q.WHIPS)
    events = whole_attack(simulation, GUARD)
    hero, whips = simulation.world.gamera, PATTERNS[Q.WHIPS]
    lost = hero.vitality_full - hero.vitality
    assert whips.damage * whips.pierces <= lost < whips.damage  # the guard itself takes a little
    assert not of(GameraKnockedDown, events)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", [Q.IMPALE, Q.BEAM, Q.WHIPS, Q.RAM])
def test_he_can_fly_above_it(state: QueenState) -> None:
    assert not of(GameraHurt, whole_attack(attacking(state), FLY))  # type: ignore[arg-type]


def test_she_shoves_him_along_on_his_shell() -> None:
    simulation = attacking(Q.RAM)
    whole_attack(simulation, GUARD)
    assert simulation.world.gamera_body.x == pytest.approx(queen_of(simulation)[1].x - tuning.RAM_REACH, abs=4)
    assert simulation.world.gamera_body.x < HERO_X - 20


def test_she_shoves_nobody_who_has_been_thrown_down() -> None:
    simulation = attacking(Q.RAM)
    events = whole_attack(simulation, Action())
    (fall,) = of(GameraKnockedDown, events)  # type: ignore[arg-type]
    assert abs(simulation.world.gamera_body.x - fall.x) < 60


def test_a_leap_in_time_clears_her_leg() -> None:
    simulation = attacking(Q.IMPALE)
    play(simulation, 18)
    events = [*play(simulation, 2, FLY), *whole_attack(simulation, Action())]
    assert not of(GameraHurt, events)  # type: ignore[arg-type]


def test_who_stands_behind_her_is_not_hit() -> None:
    simulation = attacking(Q.IMPALE)
    queen_of(simulation)[1].facing = 1
    assert not of(GameraHurt, whole_attack(simulation, Action()))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", [name for name in PATTERN_SETS if name != "none"])
def test_she_attacks_only_with_what_her_set_has_and_from_where_it_reaches(name: str) -> None:
    for distance in (150.0, 260.0, 500.0):
        simulation = facing_her(distance, name)
        seen = []
        for _ in range(900):
            for event in of(QueenTelegraphed, simulation.step(GUARD)):
                pattern = PATTERNS[Q(event.pattern)]
                apart = abs(queen_of(simulation)[1].x - simulation.world.gamera_body.x)
                assert pattern in PATTERN_SETS[name]
                assert pattern.near <= apart <= pattern.far
                seen.append(pattern)
        assert seen


def test_she_who_has_no_patterns_does_nothing() -> None:
    simulation = facing_her(patterns="none")
    play(simulation, 600)
    mother, body = queen_of(simulation)
    assert (mother.state, body.x) == (Q.IDLE, HERO_X + 300)


def test_the_beam_breaks_houses() -> None:
    simulation = start(block_street(x=600.0, gamera=GameraStart(300.0), queen=QueenPlan(900.0, 5000.0, "legion")))
    enter(simulation.world, *queen_of(simulation), Q.BEAM)
    whole_attack(simulation, GUARD)
    assert simulation.world.tally.trust == 60  # not his doing
    assert any(stage for stage in simulation.world.lights() if stage < 1)


def test_her_brood_comes_out_from_under_her() -> None:
    simulation = attacking(Q.SPAWN)
    events = whole_attack(simulation, Action())
    assert [event.count for event in of(SoldiersSpawned, events)] == [tuning.SPAWN_COUNT]  # type: ignore[arg-type]
    assert simulation.world.tally.spawned == tuning.SPAWN_COUNT


def fire_at_her(simulation: Simulation) -> list[object]:
    x = queen_of(simulation)[1].x
    simulation.world.shots.launch(x - 200, 220.0, 330.0, 0.0, 1, simulation.tick + 200)
    return list(play_until(simulation, lambda: not simulation.world.shots.count, GUARD))


def test_her_closed_crest_turns_fire_away() -> None:
    simulation = attacking(Q.BARRIER)
    play(simulation, PATTERNS[Q.BARRIER].telegraph, GUARD)
    events = fire_at_her(simulation)
    assert of(FireballDeflected, events)  # type: ignore[arg-type]
    assert not of(FireballExploded, events)  # type: ignore[arg-type]
    assert not of(QueenHurt, events)  # type: ignore[arg-type]


def test_else_fire_hurts_her() -> None:
    simulation = facing_her(patterns="legion")
    enter(simulation.world, *queen_of(simulation), Q.CALLING)
    assert of(QueenHurt, fire_at_her(simulation))  # type: ignore[arg-type]
    assert queen_of(simulation)[0].vitality < 5000


def test_enough_blows_break_her_stance_and_she_recovers() -> None:
    simulation = facing_her()
    hurt_queen(simulation.world, tuning.STAGGER_FULL - 1, 0.0, 0.0)
    assert not of(QueenStaggered, simulation.world.events)
    hurt_queen(simulation.world, 2.0, 0.0, 0.0)
    assert of(QueenStaggered, simulation.world.events)
    mother, _ = queen_of(simulation)
    assert mother.state is Q.STAGGERED
    play_until(simulation, lambda: mother.state is Q.IDLE, most=tuning.STAGGERED_TICKS + 5)


def test_she_cannot_be_staggered_again_at_once() -> None:
    simulation = facing_her()
    hurt_queen(simulation.world, tuning.STAGGER_FULL, 0.0, 0.0)
    mother, _ = queen_of(simulation)
    play_until(simulation, lambda: mother.state is Q.IDLE)
    hurt_queen(simulation.world, tuning.STAGGER_FULL, 0.0, 0.0)
    assert mother.state is Q.IDLE
    play(simulation, tuning.STAGGER_REST, GUARD)
    hurt_queen(simulation.world, tuning.STAGGER_FULL, 0.0, 0.0)
    assert mother.state is Q.STAGGERED


def test_a_blow_takes_twice_as_much_while_she_reels() -> None:
    simulation = facing_her(patterns="hornless")
    enter(simulation.world, *queen_of(simulation), Q.STAGGERED)
    hurt_queen(simulation.world, 100.0, 0.0, 0.0)
    assert queen_of(simulation)[0].vitality == 5000 - 100 * tuning.STAGGERED_TAKES


def test_without_the_horn_she_reels_back() -> None:
    went = {}
    for patterns in ("legion", "hornless"):
        simulation = facing_her(patterns=patterns)
        mother, body = queen_of(simulation)
        enter(simulation.world, mother, body, Q.STAGGERED)
        play_until(simulation, lambda mother=mother: mother.state is Q.IDLE, GUARD, most=400)
        went[patterns] = body.x - HERO_X - 300
    assert went["legion"] == pytest.approx(0)
    assert went["hornless"] == pytest.approx(tuning.REELS_TICKS / 60 * tuning.REELS_SPEED, abs=2)


def test_at_each_mark_of_her_vitality_she_calls_once_and_then_pauses_less() -> None:
    simulation = facing_her(patterns="hornless")
    mother, body = queen_of(simulation)
    for fury, mark in enumerate(tuning.FURY_MARKS, 1):
        mother.vitality = mark * mother.vitality_full - 1
        enter(simulation.world, mother, body, Q.IDLE)
        events = play_until(simulation, lambda: mother.state is not Q.IDLE, GUARD)
        assert mother.state is Q.CALLING
        assert len(of(QueenCalled, events)) == 1
        assert mother.fury == fury
        events = play_until(simulation, lambda: mother.state is Q.IDLE, GUARD)
        assert not of(QueenCalled, play(simulation, 200, GUARD))
    assert list(tuning.PAUSE_TICKS) == sorted(tuning.PAUSE_TICKS, reverse=True)


def test_what_shook_her_is_forgotten_in_time() -> None:
    simulation = facing_her(patterns="none")
    mother, _ = queen_of(simulation)
    mother.stagger = 60.0
    play(simulation, 300)
    assert mother.stagger == pytest.approx(60 - 5 * tuning.STAGGER_LEAK, abs=0.2)


@pytest.mark.parametrize(("patterns", "left"), [("legion", tuning.HORN_KEEPS), ("hornless", 0.0), ("sendai", 0.0)])
def test_while_she_has_the_horn_a_third_of_her_cannot_be_taken(patterns: str, left: float) -> None:
    simulation = facing_her(patterns=patterns)
    hurt_queen(simulation.world, 100_000.0, 0.0, 0.0)
    assert queen_of(simulation)[0].vitality == pytest.approx(5000 * left)


@pytest.mark.parametrize("state", [Q.BURROW, Q.WING, Q.COLLAPSED, Q.RISE, Q.BREAK, Q.ABSENT])
def test_she_cannot_be_hurt_while_she_is_not_there_to_fight(state: QueenState) -> None:
    simulation = facing_her()
    enter(simulation.world, *queen_of(simulation), state)
    hurt_queen(simulation.world, 500.0, 0.0, 0.0)
    assert queen_of(simulation)[0].vitality == 5000


def test_the_stage_is_lost_when_she_reaches_the_line() -> None:
    line = {"line": CityLine(700.0, 99), "queen": QueenPlan(800.0, 5000.0, "hornless")}
    simulation = start(street(gamera=GameraStart(200.0), scene=WAITING, **line))
    events = play(simulation, 3000)
    assert of(StageLost, events) == [StageLost("queen")]


def test_he_bars_her_way() -> None:
    line = {"line": CityLine(100.0, 99), "queen": QueenPlan(700.0, 5000.0, "hornless")}
    simulation = start(street(gamera=GameraStart(500.0), scene=WAITING, **line))
    for _ in range(1200):
        simulation.world.gamera.vitality = 1000.0
        simulation.step(GUARD)
    assert queen_of(simulation)[1].x > simulation.world.gamera_body.x


def test_she_does_not_strike_at_a_fallen_one() -> None:
    simulation = facing_her(160.0, "hornless")
    simulation.world.gamera.state, simulation.world.gamera.age = GameraState.KNOCKED, -1000
    assert not of(QueenTelegraphed, play(simulation, 300))
