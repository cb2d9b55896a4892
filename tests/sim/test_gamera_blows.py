"""Gamera's blows: claws, fireballs, guard, spin and roar; what each costs, reaches and cancels into."""

import numpy as np
import pytest

from game.sim import IDLE, Action, Button, Simulation
from game.sim.components import GameraState
from game.sim.content import moves
from game.sim.events import (
    ClawHit,
    ClawSwung,
    FireballCharged,
    FireballExploded,
    FireballLaunched,
    GuardRaised,
    PlasmaShort,
    RoarSounded,
    SoldierBurned,
    SoldierClawed,
    SoldierRammed,
    SpinEnded,
    SpinStarted,
)
from game.sim.soldiers import SoldierState
from tests.worlds import (
    CHEST,
    GAMERA_X,
    along,
    cover,
    hold,
    in_state,
    of,
    place,
    play,
    play_until,
    start,
)

S = GameraState
ATTACK, FIRE, JUMP, GUARD, ROAR = (
    hold(button) for button in (Button.ATTACK, Button.FIRE, Button.JUMP, Button.GUARD, Button.ROAR)
)
SPIN = hold(Button.GUARD, move=1)


def blows(simulation: Simulation, presses: list[int], ticks: int = 120) -> list[int]:
    """Which claws swing when attack is pressed at these ticks."""
    events = [event for tick in range(ticks) for event in simulation.step(ATTACK if tick in presses else IDLE)]
    return [event.blow for event in of(ClawSwung, events)]


@pytest.mark.parametrize(
    ("presses", "swung"),
    [
        pytest.param([0], [1], id="one press is one blow"),
        pytest.param([0, 8], [1, 2], id="a second press chains"),
        pytest.param([0, 8, 20], [1, 2, 3], id="a third press ends the chain"),
        pytest.param([0, 8, 20, 54], [1, 2, 3, 1], id="a fourth press begins it again"),
        pytest.param([0, 60], [1, 1], id="a press too late begins it again"),
    ],
)
def test_claws_chain(presses: list[int], swung: list[int]) -> None:
    assert blows(start(), presses) == swung


@pytest.mark.parametrize("action", [JUMP, GUARD], ids=["jump", "guard"])
def test_a_claw_can_be_cut_short_once_it_has_struck(action: Action) -> None:
    simulation = start()
    simulation.step(ATTACK)
    play(simulation, moves.CLAWS[S.CLAW1].cancel - 1)
    simulation.step(action)
    assert simulation.world.gamera.state is S.CLAW1
    simulation.step(action)
    assert simulation.world.gamera.state in (S.CROUCH, S.GUARD)


def test_a_claw_strikes_after_its_startup() -> None:
    simulation = start()
    place(simulation, [(GAMERA_X + 60, CHEST)] * 4)
    simulation.step(ATTACK)
    assert not of(ClawHit, play(simulation, moves.CLAWS[S.CLAW1].startup))
    assert of(ClawHit, play(simulation, 1))


def claw_at(points: list[tuple[float, float]]) -> list[object]:
    simulation = start()
    place(simulation, points)
    return [*play(simulation, 1, ATTACK), *play(simulation, 12)]


@pytest.mark.parametrize(
    "point",
    [
        pytest.param((GAMERA_X - 50, CHEST), id="behind him"),
        pytest.param((GAMERA_X + 150, CHEST), id="too far"),
        pytest.param((GAMERA_X + 50, CHEST - 100), id="too high"),
    ],
)
def test_a_claw_misses_who_is_not_in_front_of_him(point: tuple[float, float]) -> None:
    assert not of(ClawHit, claw_at([point]))  # type: ignore[arg-type]


def test_a_claw_kills_two_strikes_nine_and_throws_the_rest_of_them() -> None:
    simulation = start()
    place(simulation, [(GAMERA_X + 50, CHEST)] * 20)
    play(simulation, 1, ATTACK)
    events = play(simulation, 8)
    assert [event.struck for event in of(ClawHit, events)] == [9]
    assert len(of(SoldierClawed, events)) == 2
    assert in_state(simulation, SoldierState.STAGGER) == 7


def test_a_claw_scrapes_clingers_off_his_front() -> None:
    simulation = start()
    cover(simulation, 40)
    play(simulation, 1, ATTACK)
    play(simulation, 8)
    assert simulation.world.gamera.clinging == 37


def test_a_claw_lunges_forward() -> None:
    still, struck = start(), start()
    play(still, 10)
    play(struck, 1, ATTACK)
    play(struck, 9)
    assert struck.world.gamera_body.x > still.world.gamera_body.x + 2


def test_a_blow_holds_the_world_still_longer_the_heavier_it_is() -> None:
    simulation = start()
    place(simulation, [(GAMERA_X + 50, CHEST)] * 20)
    play(simulation, 1, ATTACK)
    play_until(simulation, lambda: simulation.world.hit_stop, most=10)
    assert simulation.world.hit_stop == moves.CLAWS[S.CLAW1].hit_stop < moves.CLAWS[S.CLAW3].hit_stop


@pytest.mark.parametrize(
    ("held", "level", "cost"), [(1, 1, 1.0), (24, 1, 1.0), (30, 2, 1.0), (60, 2, 1.0), (70, 3, 2.0), (200, 3, 2.0)]
)
def test_the_longer_the_plasma_is_held_the_greater_the_fireball(held: int, level: int, cost: float) -> None:
    simulation = start()
    play(simulation, held, FIRE)
    before = simulation.world.gamera.plasma
    play_until(simulation, lambda: simulation.world.shots.count, most=20)
    assert simulation.world.shots.level.tolist() == [level]
    assert before - simulation.world.gamera.plasma == pytest.approx(cost, abs=0.05)


def test_he_may_turn_while_he_charges() -> None:
    simulation = start()
    play(simulation, 20, FIRE)
    play(simulation, 1, hold(Button.FIRE, move=-1))
    (launched,) = of(FireballLaunched, play(simulation, 20))
    assert launched.facing == -1


def test_a_full_charge_is_told_level_by_level() -> None:
    charged = of(FireballCharged, play(start(), 100, FIRE))
    assert [event.level for event in charged] == [2, 3]


def test_with_little_plasma_the_greatest_fireball_is_out_of_reach() -> None:
    simulation = start()
    simulation.world.gamera.plasma = 1.2
    play(simulation, 70, FIRE)
    launched = of(FireballLaunched, play(simulation, 20))
    assert [event.level for event in launched] == [2]


def test_without_plasma_he_does_not_even_begin() -> None:
    simulation = start()
    simulation.world.gamera.plasma = 0.9
    assert of(PlasmaShort, simulation.step(FIRE))
    assert simulation.world.gamera.state is S.IDLE


def test_plasma_comes_back_a_charge_in_six_seconds() -> None:
    simulation = start()
    simulation.world.gamera.plasma = 0.0
    play(simulation, 375)
    assert simulation.world.gamera.plasma == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize(("aim", "rises"), [(-1, 1), (0, 0), (1, -1)])
def test_a_fireball_goes_where_it_is_aimed(aim: int, rises: int) -> None:
    simulation = start()
    play(simulation, 2, hold(Button.FIRE, aim=aim))
    play(simulation, 12, hold(Button(0), aim=aim))
    (across,), (down,) = simulation.world.shots.velocity
    assert across > 0
    assert np.sign(-down) == rises


def test_a_fireball_bursts_on_soldiers_burns_some_and_throws_the_rest() -> None:
    simulation = start()
    place(simulation, [(GAMERA_X + 160, 216.0)] * 40)
    play(simulation, 2, FIRE)
    events = play(simulation, 50)
    assert len(of(FireballExploded, events)) == 1
    assert 1 <= len(of(SoldierBurned, events)) <= moves.FIREBALLS[1].kills
    assert in_state(simulation, SoldierState.STAGGER) > 0


def test_a_fireball_that_meets_nobody_bursts_at_the_end_of_its_range() -> None:
    simulation = start()
    play(simulation, 2, FIRE)
    (burst,) = of(FireballExploded, play(simulation, 150))
    reach = moves.FIREBALLS[1].speed * moves.FIREBALL_LIVES / 60
    assert burst.x - GAMERA_X == pytest.approx(moves.MUZZLE[0] + reach, abs=20)


def test_a_guard_cuts_a_charge_short_and_costs_no_plasma() -> None:
    simulation = start()
    play(simulation, 30, FIRE)
    simulation.step(hold(Button.FIRE | Button.GUARD))
    assert simulation.world.gamera.state is S.GUARD
    assert simulation.world.gamera.plasma == moves.PLASMA_FULL


def test_a_guard_stands_while_it_is_held() -> None:
    simulation = start()
    assert len(of(GuardRaised, play(simulation, 90, GUARD))) == 1
    assert simulation.world.gamera.shelled
    play(simulation, 1)
    assert simulation.world.gamera.state is S.IDLE


def test_a_guard_costs_two_of_his_vitality_a_second() -> None:
    simulation = start()
    play(simulation, 121, GUARD)
    assert simulation.world.gamera.vitality == pytest.approx(996.0, abs=0.1)


def test_a_guard_never_heals() -> None:
    simulation = start()
    simulation.world.gamera.vitality = 0.5
    play(simulation, 10, GUARD)
    assert simulation.world.gamera.vitality <= 0.5


def test_a_spin_ploughs_through_them() -> None:
    simulation = start()
    place(simulation, along(GAMERA_X + 20, GAMERA_X + 180, CHEST, 80))
    events = play(simulation, 1, SPIN) + play(simulation, 49)
    assert of(SpinStarted, events)
    assert of(SoldierRammed, events)
    assert in_state(simulation, SoldierState.STAGGER) > 20


def test_a_spin_shakes_nearly_all_clingers_off() -> None:
    simulation = start()
    cover(simulation, 100)
    play(simulation, 1, SPIN)
    play(simulation, 49)
    assert simulation.world.gamera.clinging <= 10


def test_a_spin_costs_fuel_and_ends() -> None:
    simulation = start()
    events = play(simulation, 1, SPIN)
    assert simulation.world.gamera.fuel == moves.FUEL_FULL - moves.SPIN_FUEL
    events += play(simulation, 60)
    assert len(of(SpinEnded, events)) == 1
    assert simulation.world.gamera.state is S.IDLE


def test_a_spin_held_on_costs_its_fuel_every_time() -> None:
    simulation = start()
    events = play(simulation, 110, SPIN)
    assert len(of(SpinStarted, events)) == 2
    assert simulation.world.gamera.fuel < moves.FUEL_FULL - 2 * moves.SPIN_FUEL + 10
    events += play(simulation, 60)
    assert len(of(SpinEnded, events)) == 2


def test_without_fuel_a_spin_is_a_guard() -> None:
    simulation = start()
    simulation.world.gamera.fuel = 10.0
    simulation.step(SPIN)
    assert simulation.world.gamera.state is S.GUARD


def test_a_roar_is_ready_again_after_ten_seconds() -> None:
    simulation = start()
    rounds = [len(of(RoarSounded, play(simulation, 1, ROAR) + play(simulation, 319))) for _ in range(4)]
    assert rounds == [1, 0, 1, 0]
