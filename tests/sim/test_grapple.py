"""The hold: on the flower's root or the Queen's horn, by pressing or by holding."""

import pytest

from game.sim import Action, Button, Simulation
from game.sim.components import FlowerState, GameraState, QueenState
from game.sim.content.flower import GRIP_LOST
from game.sim.events import FlowerToppled, FlowerUprooted, GrappleBegan, GrappleSlipped, HornTorn
from game.sim.stage import FlowerPlan, GameraStart, QueenPlan
from game.sim.systems.fight import hurt_gamera
from game.sim.systems.queen_stance import enter
from tests.worlds import cover, flower_of, hold, of, play, play_until, queen_of, start, street

HELD = hold(Button.ATTACK)
ROOT_X = 800.0
MASH_PERIOD = 6  # ticks from one press to the next


def at_the_root() -> Simulation:
    return start(street(gamera=GameraStart(ROOT_X - 60), flower=FlowerPlan(ROOT_X, climbs=0.0)))


def before_the_queen(patterns: str = "legion") -> Simulation:
    """She reels in front of him."""
    queen = QueenPlan(700.0, 5000.0, patterns)  # type: ignore[arg-type]
    simulation = start(street(gamera=GameraStart(540.0), queen=queen))
    simulation.step()
    enter(simulation.world, *queen_of(simulation), QueenState.STAGGERED)
    return simulation


def ticks_to_tear(simulation: Simulation, *, mashing: bool) -> int:
    while flower_of(simulation).state is FlowerState.ROOTED:
        simulation.step(Action() if mashing and simulation.tick % MASH_PERIOD == 0 else HELD)
        assert simulation.tick < 2000
    return simulation.tick


def test_a_press_at_the_root_takes_hold_of_it() -> None:
    simulation = at_the_root()
    assert of(GrappleBegan, simulation.step(HELD))
    assert simulation.world.gamera.state is GameraState.GRAPPLE


def test_a_key_held_since_before_she_reeled_takes_hold_too() -> None:
    simulation = before_the_queen()
    enter(simulation.world, *queen_of(simulation), QueenState.IDLE)
    play(simulation, 5, HELD)
    enter(simulation.world, *queen_of(simulation), QueenState.STAGGERED)
    assert of(GrappleBegan, play(simulation, 60, HELD))


def test_a_press_elsewhere_is_a_blow() -> None:
    simulation = start(street(flower=FlowerPlan(ROOT_X)))
    simulation.step(HELD)
    assert simulation.world.gamera.state is GameraState.CLAW1


def test_holding_is_enough() -> None:
    assert 120 < ticks_to_tear(at_the_root(), mashing=False) < 300


def test_pressing_is_faster() -> None:
    assert ticks_to_tear(at_the_root(), mashing=True) < 0.7 * ticks_to_tear(at_the_root(), mashing=False)


def test_clinging_soldiers_slow_it() -> None:
    covered = at_the_root()
    cover(covered, 40)
    assert ticks_to_tear(covered, mashing=False) > 1.3 * ticks_to_tear(at_the_root(), mashing=False)


def test_let_go_it_heals_and_slips() -> None:
    simulation = at_the_root()
    play(simulation, 60, HELD)
    torn = simulation.world.gamera.grip
    events = play(simulation, 100)
    assert of(GrappleSlipped, events)
    assert simulation.world.gamera.grip < torn


def test_a_step_away_lets_go() -> None:
    simulation = at_the_root()
    play(simulation, 30, HELD)
    assert of(GrappleSlipped, simulation.step(hold(Button.ATTACK, move=-1)))


def test_a_blow_interrupts_and_costs_some_of_what_was_torn() -> None:
    simulation = at_the_root()
    play(simulation, 100, HELD)
    torn = simulation.world.gamera.grip
    hurt_gamera(simulation.world, 10.0, 1000.0, knocks_down=False)
    assert simulation.world.gamera.state is GameraState.HURT
    assert simulation.world.gamera.grip == pytest.approx(torn - GRIP_LOST)


def test_what_was_torn_is_still_torn_when_he_takes_hold_again() -> None:
    simulation = at_the_root()
    play(simulation, 100, HELD)
    hurt_gamera(simulation.world, 10.0, 1000.0, knocks_down=False)
    play_until(simulation, lambda: simulation.world.gamera.state is GameraState.IDLE)
    simulation.step(HELD)
    assert simulation.world.gamera.grip > 0.2


@pytest.mark.parametrize(
    ("limping", "event", "state"),
    [(False, FlowerUprooted, FlowerState.TORN), (True, FlowerToppled, FlowerState.TOPPLED)],
)
def test_torn_out_by_a_strong_one_toppled_by_a_limping_one(limping: bool, event: type, state: FlowerState) -> None:
    simulation = at_the_root()
    simulation.world.gamera.limping = limping
    events = play(simulation, 320, HELD)
    assert of(event, events) == [event(ROOT_X)]
    assert flower_of(simulation).state is state


def test_the_horn_comes_off_while_she_reels() -> None:
    simulation = before_the_queen()
    vitality = queen_of(simulation)[0].vitality
    events = play(simulation, 320, HELD)
    mother, _ = queen_of(simulation)
    assert len(of(HornTorn, events)) == 1
    assert not mother.horn
    assert mother.patterns == "hornless"
    assert mother.vitality < vitality


def test_she_reels_as_long_as_he_holds_her() -> None:
    simulation = before_the_queen()
    cover(simulation, 60)
    play(simulation, 240, HELD)
    assert queen_of(simulation)[0].state is QueenState.STAGGERED


@pytest.mark.parametrize("patterns", ["sendai", "hornless", "dawn"])
def test_the_horn_can_only_be_torn_in_the_last_fight(patterns: str) -> None:
    simulation = before_the_queen(patterns)
    assert not of(GrappleBegan, play(simulation, 60, HELD))
    assert simulation.world.gamera.state is not GameraState.GRAPPLE


def test_she_who_stands_firm_cannot_be_held() -> None:
    simulation = before_the_queen()
    enter(simulation.world, *queen_of(simulation), QueenState.IDLE)
    assert not of(GrappleBegan, play(simulation, 20, HELD))
