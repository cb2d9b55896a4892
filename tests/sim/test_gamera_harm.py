"""What hurts Gamera, what softens it, and how he falls."""

import pytest

from game.sim import Button, Simulation
from game.sim.components import GameraState
from game.sim.content import moves
from game.sim.events import (
    BlowGuarded,
    Event,
    GameraBitten,
    GameraFell,
    GameraGotUp,
    GameraHurt,
    GameraKnockedDown,
    StageLost,
)
from game.sim.stage import OnTime, Say
from game.sim.systems.fight import hurt_gamera
from tests.worlds import cover, hold, of, play, play_until, start, story, street

S = GameraState
GUARD = hold(Button.GUARD)
IN_FRONT = 1000.0  # x a blow comes from
DAMAGE = 50.0


def strike(simulation: Simulation, *, knocks_down: bool = False) -> list[Event]:
    """A blow falls between two ticks; what it caused."""
    simulation.world.events = []
    hurt_gamera(simulation.world, DAMAGE, IN_FRONT, knocks_down=knocks_down)
    return list(simulation.world.events)


def knocked_down() -> Simulation:
    simulation = start()
    play(simulation, 1)
    strike(simulation, knocks_down=True)
    return simulation


def test_a_blow_takes_vitality_and_staggers_him() -> None:
    simulation = start()
    events = strike(simulation)
    assert of(GameraHurt, events) == [GameraHurt(DAMAGE, from_front=True)]
    assert simulation.world.gamera.vitality == 950
    assert simulation.world.gamera.state is S.HURT
    play(simulation, moves.HURT_TICKS + 6)
    assert simulation.world.gamera.state is S.IDLE


def test_a_raised_guard_stops_a_blow() -> None:
    simulation = start()
    play(simulation, 10, GUARD)
    before = simulation.world.gamera.vitality
    assert of(BlowGuarded, strike(simulation))
    assert simulation.world.gamera.vitality == before


def test_a_guard_just_rising_stops_nothing_yet() -> None:
    simulation = start()
    play(simulation, 2, GUARD)
    assert of(GameraHurt, strike(simulation))


def test_soldiers_bite_a_quarter_of_vitality_a_second_each() -> None:
    simulation = start()
    cover(simulation, 40)
    play(simulation, 120)
    clinging = simulation.world.gamera.clinging
    assert clinging == 40
    assert 1000 - simulation.world.gamera.vitality == pytest.approx(40 * 0.25 * 2, rel=0.05)


@pytest.mark.parametrize(("difficulty", "factor"), [("story", 0.6), ("normal", 1.0), ("legion", 1.35)])
def test_bites_hurt_more_the_harder_the_game(difficulty: str, factor: float) -> None:
    simulation = start(difficulty=difficulty)
    cover(simulation, 40)
    play(simulation, 120)
    assert simulation.world.tally.bitten == pytest.approx(20 * factor, rel=0.05)


def test_nobody_bites_through_the_shell() -> None:
    simulation = start()
    play(simulation, 10, GUARD)
    cover(simulation, 40)
    assert not of(GameraBitten, play(simulation, 60, GUARD))


def test_a_great_blow_knocks_him_down_and_he_gets_up_again() -> None:
    simulation = knocked_down()
    assert simulation.world.gamera.state is S.KNOCKED
    events = play_until(simulation, lambda: not simulation.world.gamera.down)
    assert len(of(GameraGotUp, events)) == 1
    assert simulation.tick == pytest.approx(moves.KNOCKED_TICKS + moves.GETUP_TICKS, abs=8)


def test_no_blow_hurts_him_while_he_is_down() -> None:
    simulation = knocked_down()
    play(simulation, 20)
    assert strike(simulation, knocks_down=True) == []
    assert simulation.world.gamera.vitality == 950


def test_no_bite_hurts_him_while_he_is_down() -> None:
    simulation = knocked_down()
    cover(simulation, 40)
    assert not of(GameraBitten, play(simulation, 60))


@pytest.mark.parametrize(("after", "safe"), [(1, True), (44, True), (46, False)])
def test_nothing_hurts_him_for_three_quarters_of_a_second_after_he_got_up(after: int, safe: bool) -> None:
    simulation = knocked_down()
    play_until(simulation, lambda: not simulation.world.gamera.down)
    play(simulation, after - 1)
    assert (strike(simulation) == []) is safe


@pytest.mark.parametrize(("seconds", "falls"), [(5.5, False), (6.2, True)])
def test_he_is_not_knocked_down_twice_within_six_seconds(seconds: float, falls: bool) -> None:
    simulation = knocked_down()
    play(simulation, int(seconds * 60))
    events = strike(simulation, knocks_down=True)
    assert of(GameraHurt, events)
    assert bool(of(GameraKnockedDown, events)) is falls


def test_too_many_who_cling_drag_him_down_and_half_of_them_are_thrown() -> None:
    simulation = start()
    cover(simulation, 130)
    events = play_until(simulation, lambda: simulation.world.gamera.state is S.KNOCKED, most=5)
    assert of(GameraKnockedDown, events)
    play(simulation, 10)
    assert simulation.world.gamera.clinging == 65


def test_those_who_would_drag_him_down_hold_on_to_a_closed_shell() -> None:
    simulation = start()
    play(simulation, 10, GUARD)
    cover(simulation, 130)
    play(simulation, 5, GUARD)
    assert simulation.world.gamera.state is S.GUARD
    assert simulation.world.gamera.clinging == 130


def test_he_falls_when_his_vitality_is_gone() -> None:
    simulation = start()
    simulation.world.gamera.vitality = 40.0
    assert of(GameraFell, strike(simulation))
    assert simulation.world.gamera.state is S.FALLEN
    play(simulation, 300, hold(Button.ATTACK, move=1))
    assert simulation.world.gamera.state is S.FALLEN


def test_a_fallen_gamera_loses_the_stage_after_a_moment() -> None:
    simulation = start(street(scene=story((OnTime(do=(Say("nobody", ""),), ticks=10_000),))))
    simulation.world.gamera.vitality = 40.0
    strike(simulation)
    events = play_until(simulation, lambda: simulation.outcome)
    assert of(StageLost, events) == [StageLost("gamera")]
    assert simulation.tick == pytest.approx(moves.FALLEN_TICKS, abs=10)


def test_bites_alone_can_fell_him() -> None:
    simulation = start()
    cover(simulation, 60)
    simulation.world.gamera.vitality = 3.0
    assert of(GameraFell, play(simulation, 60))
