"""The last minute: the light gathered, lost and kept; the chest; the beam that ends her, or misses."""

import pytest

from game.sim import Action, Button, Simulation
from game.sim.components import GameraState, QueenState
from game.sim.content.finale import (
    AIM_MOST,
    AIM_START,
    BEAM_TICKS,
    BURNS_AFTER,
    CALL_TICKS,
    CHEST_TICKS,
    MANA_LOST,
    MANA_SECONDS,
    MISSED_KEEPS,
)
from game.sim.events import BeamFired, BeamMissed, ChestOpened, ManaCalled, ManaGathered, QueenDestroyed, RoarSounded
from game.sim.stage import GameraStart, OnTime, QueenPlan, Say
from game.sim.systems.fight import hurt_gamera
from tests.worlds import hold, of, play, play_until, queen_of, start, story, street

CALL = hold(Button.ROAR)
WAITING = (OnTime(do=(Say("asagi", "Please."),), ticks=100_000),)
S = GameraState


def last_scene(scenes: int = 1, mana: float = 0.0, difficulty: str = "normal") -> Simulation:
    """She stands 400 px before him and does nothing."""
    plan = street(
        gamera=GameraStart(500.0),
        queen=QueenPlan(900.0, 3000.0, "none", horn=False),
        finale=True,
        scene=story(*[WAITING] * scenes),
    )
    simulation = start(plan, difficulty=difficulty)
    simulation.step()
    simulation.world.gamera.mana = mana
    return simulation


def opened() -> Simulation:
    """His chest opens on the last tick played."""
    simulation = last_scene(mana=0.999)
    play_until(simulation, lambda: simulation.world.gamera.state is S.CHEST, CALL)
    return simulation


def test_a_roar_in_the_last_scene_calls_the_light() -> None:
    simulation = last_scene()
    assert of(ManaCalled, simulation.step(CALL))
    assert simulation.world.gamera.state is S.LOOK_UP


def test_before_the_last_scene_a_roar_is_a_roar() -> None:
    events = play(last_scene(scenes=2), 30, CALL)
    assert of(RoarSounded, events)
    assert not of(ManaCalled, events)


def test_the_light_gathers_as_long_as_the_roar_is_held() -> None:
    simulation = last_scene()
    events = play(simulation, int(MANA_SECONDS * 60) + 10, CALL)
    assert of(ManaGathered, events) == [ManaGathered(quarter) for quarter in (1, 2, 3, 4)]
    assert of(ChestOpened, events)


def test_let_go_he_keeps_what_he_has() -> None:
    simulation = last_scene()
    play(simulation, 200, CALL)
    play(simulation, 60)
    gathered = simulation.world.gamera.mana
    assert simulation.world.gamera.state is S.IDLE
    assert gathered == pytest.approx(200 / 60 / MANA_SECONDS, rel=0.03)
    play(simulation, 300)
    assert simulation.world.gamera.mana == gathered


def test_he_looks_up_a_while_even_when_only_tapped() -> None:
    simulation = last_scene()
    simulation.step(CALL)
    play(simulation, CALL_TICKS - 5)
    assert simulation.world.gamera.state is S.LOOK_UP


def test_a_roar_held_through_a_blow_gathers_again_after_it() -> None:
    simulation = last_scene()
    play(simulation, 60, CALL)
    hurt_gamera(simulation.world, 10.0, 900.0, knocks_down=True)
    play(simulation, 2, CALL)
    assert simulation.world.gamera.state is not S.LOOK_UP
    play_until(simulation, lambda: simulation.world.gamera.state is S.LOOK_UP, CALL, 240)


def test_after_her_end_no_roar_calls_the_light() -> None:
    simulation = last_scene()
    queen_of(simulation)[0].state = QueenState.BREAK
    play(simulation, 30, CALL)
    assert simulation.world.gamera.state is not S.LOOK_UP


def test_the_guard_breaks_it_off_at_once() -> None:
    simulation = last_scene()
    play(simulation, 20, CALL)
    play(simulation, 3, hold(Button.GUARD | Button.ROAR))
    assert simulation.world.gamera.state in (S.IDLE, S.GUARD)


def test_a_blow_costs_a_tenth_of_it() -> None:
    simulation = last_scene(mana=0.5)
    hurt_gamera(simulation.world, 10.0, 900.0, knocks_down=False)
    assert simulation.world.gamera.mana == pytest.approx(0.5 - MANA_LOST)


def test_in_a_story_a_blow_costs_less_of_it() -> None:
    simulation = last_scene(mana=0.5, difficulty="story")
    hurt_gamera(simulation.world, 10.0, 900.0, knocks_down=False)
    assert 0.5 - MANA_LOST < simulation.world.gamera.mana < 0.5


def test_the_chest_opens_and_the_beam_fires_by_itself() -> None:
    simulation = opened()
    events = play(simulation, CHEST_TICKS + 3)
    assert len(of(BeamFired, events)) == 1


def test_it_fires_sooner_when_told_to() -> None:
    simulation = opened()
    events = play(simulation, CHEST_TICKS * 2 // 3, hold(Button.FIRE))
    assert len(of(BeamFired, events)) == 1


def test_nothing_hurts_him_while_it_is_open() -> None:
    simulation = opened()
    vitality = simulation.world.gamera.vitality
    for _ in range(CHEST_TICKS + BEAM_TICKS):
        hurt_gamera(simulation.world, 100.0, 900.0, knocks_down=True)
        simulation.step(Action(aim=1))
    assert simulation.world.gamera.vitality == vitality


@pytest.mark.parametrize(("aim", "most"), [(-1, -AIM_MOST), (1, AIM_MOST)])
def test_he_aims_up_and_down_within_limits(aim: int, most: float) -> None:
    simulation = opened()
    play(simulation, 30, Action(aim=aim))
    assert (simulation.world.gamera.beam_aim - AIM_START) * aim > 0
    play(simulation, 120, Action(aim=aim))
    assert simulation.world.gamera.beam_aim == most


def shoot(simulation: Simulation) -> list[object]:
    """Raises the aim to her middle and lets the beam burn to its end."""
    while simulation.world.gamera.beam_aim > 0.05:
        simulation.step(Action(aim=-1))
    return list(play_until(simulation, lambda: simulation.world.gamera.state is S.IDLE, most=500))


def test_enough_of_the_beam_blows_her_apart() -> None:
    simulation = opened()
    events = shoot(simulation)
    assert len(of(QueenDestroyed, events)) == 1  # type: ignore[arg-type]
    assert queen_of(simulation)[0].state is QueenState.BREAK


def test_a_shaken_stance_does_not_shorten_it() -> None:
    simulation = opened()
    queen_of(simulation)[0].stagger = 200.0
    play_until(simulation, lambda: simulation.world.gamera.state is S.BEAM, Action(aim=0))
    while simulation.world.gamera.beam_aim > 0.05:
        simulation.step(Action(aim=-1))
    assert queen_of(simulation)[0].burned < BURNS_AFTER
    assert queen_of(simulation)[0].state is not QueenState.BREAK


def test_a_beam_that_misses_leaves_him_most_of_the_light() -> None:
    simulation = opened()
    events = play_until(simulation, lambda: simulation.world.gamera.state is S.IDLE, Action(aim=1), most=500)
    assert of(BeamFired, events)
    assert len(of(BeamMissed, events)) == 1
    assert not of(QueenDestroyed, events)
    assert simulation.world.gamera.mana == MISSED_KEEPS
    assert of(ManaCalled, simulation.step(CALL))
