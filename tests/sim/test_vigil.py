"""The vigil: a light that is held, fades when let go, and cannot be lost."""

import pytest

from game.sim import Button, Simulation
from game.sim.components import GameraState
from game.sim.events import LightHeld, StageWon
from game.sim.stage import Condition, OnLightAbove, OnStart, Won
from game.sim.systems.fight import hurt_gamera
from game.sim.systems.vigil import FADES, LIGHT_SECONDS
from tests.worlds import cover, hold, of, play, start, story, street

HOLD = hold(Button.ATTACK)


def ashes(*, holding: bool = True) -> Simulation:
    opening = OnStart(do=(Condition(comatose=True, holding=holding),))
    return start(street(vigil=True, scene=story((opening, OnLightAbove(do=(Won(),), percent=99.0)))))


@pytest.mark.parametrize("button", [Button.ATTACK, Button.FIRE, Button.JUMP, Button.GUARD, Button.ROAR])
def test_any_button_holds_the_light(button: Button) -> None:
    simulation = ashes()
    play(simulation, 61, hold(button))
    assert simulation.world.direction.light == pytest.approx(1 / LIGHT_SECONDS, rel=0.05)


def test_held_to_the_end_it_is_whole() -> None:
    simulation = ashes()
    events = play(simulation, int(LIGHT_SECONDS * 60) + 2, HOLD)
    assert of(LightHeld, events)[:3] == [LightHeld(1), LightHeld(2), LightHeld(3)]
    assert of(StageWon, events)


def test_let_go_it_fades_slowly_but_not_below_nothing() -> None:
    simulation = ashes()
    play(simulation, 301, HOLD)
    held = simulation.world.direction.light
    play(simulation, 60)
    assert simulation.world.direction.light == pytest.approx(held - FADES / LIGHT_SECONDS, rel=0.01)
    play(simulation, 2000)
    assert simulation.world.direction.light == 0


def test_it_cannot_be_held_before_its_time() -> None:
    simulation = ashes(holding=False)
    play(simulation, 300, HOLD)
    assert simulation.world.direction.light == 0


def test_nothing_hurts_him_and_nothing_stirs_him() -> None:
    simulation = ashes()
    simulation.step()
    cover(simulation, 100)
    for _ in range(300):
        hurt_gamera(simulation.world, 100.0, 900.0, knocks_down=True)
        simulation.step(hold(Button.ATTACK, move=1))
    hero = simulation.world.gamera
    assert (hero.state, hero.vitality) == (GameraState.COMATOSE, hero.vitality_full)


def test_it_cannot_be_lost() -> None:
    simulation = Simulation("vigil", seed=1)
    play(simulation, 4000)
    assert simulation.outcome is None
