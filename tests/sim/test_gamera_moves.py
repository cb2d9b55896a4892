"""How Gamera moves: presses answered on their tick or six later, walking, leaping, landing, and where he cannot go."""

import numpy as np
import pytest

from game.sim import IDLE, Action, Button, Simulation
from game.sim.components import GameraState
from game.sim.content import moves
from game.sim.events import (
    ClawSwung,
    FootFell,
    GameraJumped,
    GameraLanded,
    SoldierTrampled,
)
from game.sim.soldiers import SoldierState
from game.sim.stage import GameraStart, QueenPlan
from tests.worlds import (
    GAMERA_X,
    WIDTH,
    along,
    cover,
    hold,
    in_state,
    of,
    place,
    play,
    play_until,
    start,
    street,
)

S = GameraState
ATTACK, FIRE, JUMP, GUARD, ROAR = (
    hold(button) for button in (Button.ATTACK, Button.FIRE, Button.JUMP, Button.GUARD, Button.ROAR)
)
ROAR_HIT_STOP = 2  # ticks
WALK, BACK, SPIN = hold(Button(0), move=1), hold(Button(0), move=-1), hold(Button.GUARD, move=1)


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (ATTACK, S.CLAW1),
        (FIRE, S.CHARGE),
        (JUMP, S.CROUCH),
        (GUARD, S.GUARD),
        (SPIN, S.SPIN),
        (ROAR, S.ROAR),
        (WALK, S.WALK),
        (BACK, S.TURN),
        (IDLE, S.IDLE),
    ],
    ids=lambda value: value.name if isinstance(value, S) else "",
)
def test_a_press_is_answered_on_its_own_tick(action: Action, state: GameraState) -> None:
    simulation = start()
    simulation.step(action)
    assert simulation.world.gamera.state is state


def test_he_turns_on_the_tick_he_is_told_to() -> None:
    simulation = start()
    simulation.step(BACK)
    assert simulation.world.gamera_body.facing == -1


def test_he_is_at_speed_within_a_third_of_a_second() -> None:
    simulation = start()
    play(simulation, 20, WALK)
    assert simulation.world.gamera_body.vx > 0.9 * moves.WALK_SPEED


def test_he_stops_within_a_third_of_a_second() -> None:
    simulation = start()
    play(simulation, 60, WALK)
    play(simulation, 20)
    assert simulation.world.gamera_body.vx < 0.1 * moves.WALK_SPEED


def test_those_who_cling_to_him_slow_him_down() -> None:
    speeds = []
    for clingers in (0, 45, 120):
        simulation = start()
        cover(simulation, clingers)
        play(simulation, 60, WALK)
        speeds.append(simulation.world.gamera_body.vx)
    free, half_covered, covered = speeds
    assert half_covered == pytest.approx(free / 2, rel=0.02)
    assert covered < half_covered


@pytest.mark.parametrize(("early", "comes"), [(1, True), (5, True), (8, False)])
def test_a_press_waits_six_ticks_for_its_turn(early: int, comes: bool) -> None:
    simulation = start()
    simulation.step(ROAR)
    play(simulation, moves.ROAR_TICKS + ROAR_HIT_STOP - early)
    assert simulation.world.gamera.state is S.ROAR
    simulation.step(ATTACK)
    assert bool(of(ClawSwung, play(simulation, 12))) is comes


def test_a_press_while_the_world_holds_still_is_not_lost() -> None:
    simulation = start()
    simulation.world.hit_stop = 8
    simulation.step(ATTACK)
    assert not of(ClawSwung, play(simulation, 7))
    assert of(ClawSwung, play(simulation, 1))


def test_hit_stop_holds_the_world_still_but_not_the_clock() -> None:
    simulation = start()
    place(simulation, along(600.0, 900.0, 150.0, 10))
    play(simulation, 30, WALK)
    world = simulation.world
    soldiers, gamera_x = world.soldiers.position.copy(), world.gamera_body.x
    world.hit_stop = 6
    before = simulation.tick
    play(simulation, 6, WALK)
    assert simulation.tick == before + 6
    assert world.gamera_body.x == gamera_x
    np.testing.assert_array_equal(world.soldiers.position, soldiers)
    play(simulation, 1, WALK)
    assert world.gamera_body.x > gamera_x


def peak(simulation: Simulation, held: int) -> float:
    """How high he leaps, in px, when jump is held for so many ticks."""
    ys = []
    for tick in range(240):
        simulation.step(JUMP if tick < held else IDLE)
        ys.append(simulation.world.gamera_body.y)
    return 300 - min(ys)


def test_a_tapped_jump_rises_more_than_half_his_height() -> None:
    assert 56 < peak(start(), held=2) < 90


def test_a_held_jump_rises_higher_on_his_jets() -> None:
    assert peak(start(), held=80) > peak(start(), held=2) + 40


def test_he_never_rises_out_of_the_picture() -> None:
    assert peak(start(), held=240) <= 190


def test_he_leaves_the_ground_four_ticks_after_the_press() -> None:
    simulation = start()
    simulation.step(JUMP)
    assert not of(GameraJumped, play(simulation, moves.CROUCH_TICKS))
    assert of(GameraJumped, play(simulation, 1))


def test_jets_burn_fuel_and_go_out_without_it() -> None:
    simulation = start()
    hero = simulation.world.gamera
    play_until(simulation, lambda: hero.jets, JUMP)
    play_until(simulation, lambda: hero.fuel == 0, JUMP)
    play(simulation, 2, JUMP)
    assert not hero.jets
    assert of(GameraLanded, play(simulation, 120, JUMP))


def test_fuel_comes_back_on_the_ground_in_about_three_seconds() -> None:
    simulation = start()
    simulation.world.gamera.fuel = 0.0
    play(simulation, 200)
    assert simulation.world.gamera.fuel == moves.FUEL_FULL


def test_letting_go_of_the_jets_is_no_second_leap() -> None:
    simulation = start()
    events = play(simulation, 40, JUMP) + play(simulation, 120)
    assert len(of(GameraJumped, events)) == 1


def test_a_claw_in_the_air_is_no_second_leap() -> None:
    simulation = start()
    events = play(simulation, 6, JUMP) + play(simulation, 1, ATTACK) + play(simulation, 120)
    assert of(ClawSwung, events)
    assert len(of(GameraJumped, events)) == 1


def test_a_landing_crushes_crawlers_beneath_and_throws_the_others() -> None:
    simulation = start()
    play(simulation, 6, JUMP)
    place(simulation, along(GAMERA_X - 60, GAMERA_X + 60, 295.0, 30), SoldierState.CRAWL)
    events = play_until(simulation, lambda: simulation.world.gamera.state is S.LAND)
    assert len(of(SoldierTrampled, events)) == moves.STOMP_KILLS
    assert in_state(simulation, SoldierState.STAGGER) > 0


def test_walking_crushes_crawlers_under_his_feet() -> None:
    simulation = start()
    place(simulation, along(GAMERA_X + 20, GAMERA_X + 120, 295.0, 60), SoldierState.CRAWL)
    events = play(simulation, 120, WALK)
    assert sum(event.crushed for event in of(FootFell, events)) == len(of(SoldierTrampled, events)) > 0


def test_feet_fall_every_half_cycle_of_his_walk() -> None:
    simulation = start()
    play(simulation, 60, WALK)
    began = simulation.world.gamera_body.x
    feet = of(FootFell, play(simulation, 240, WALK))
    assert len(feet) == pytest.approx((simulation.world.gamera_body.x - began) / moves.STRIDE, abs=1)


@pytest.mark.parametrize(("move", "edge"), [(-1, 0.0), (1, float(WIDTH))])
def test_he_stays_inside_the_stage(move: int, edge: float) -> None:
    simulation = start(street(gamera=GameraStart(abs(edge - 60))))
    play(simulation, 200, hold(Button.GUARD, move=move))
    assert 20 <= abs(simulation.world.gamera_body.x - edge) <= 60


def test_the_queen_keeps_him_off() -> None:
    simulation = start(street(queen=QueenPlan(600.0), gamera=GameraStart(350.0)))
    play(simulation, 300, WALK)
    assert simulation.world.gamera_body.x == pytest.approx(390, abs=1)
