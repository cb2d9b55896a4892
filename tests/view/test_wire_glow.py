"""A line's light: what it tells of charge and heat, and that it never flickers over a large area."""

import numpy as np
import pygame
import pytest

from game.sim import GridVerb
from game.sim.content.grid import CHARGE_FULL, CHARGE_READY, SURGE_TICKS
from game.sim.power import Circuit, CircuitState
from game.view.city import load_city
from game.view.wire_glow import HEAT_SHARES, WireGlow, heat_step, mood_of, strength_of
from game.view.wires import Wires
from tests.view.lenses import lens_at
from tests.worlds import command, line_street, start

FLASH = 0.1  # of full brightness; a smaller change is no flash


def live(charge: float = 0.0, heat: float = 0.0) -> Circuit:
    return Circuit(CircuitState.LIVE, heat, charge)


def test_its_mood_follows_its_charge() -> None:
    charges = (0.0, CHARGE_READY, CHARGE_FULL)
    assert [mood_of(live(charge)) for charge in charges] == ["live", "ready", "full"]
    assert mood_of(Circuit(CircuitState.SURGING, charge=CHARGE_FULL)) == "surge"


def test_heat_shows_only_when_it_is_near_to_tripping() -> None:
    steps = [heat_step(live(heat=heat)) for heat in np.linspace(0.0, 1.0, 21)]
    assert steps == sorted(steps)
    assert heat_step(live(heat=0.7)) == 0
    assert steps[-1] == len(HEAT_SHARES) - 1


def test_a_hot_line_that_may_surge_still_looks_different_from_a_hot_one_that_may_not() -> None:
    glow = WireGlow()
    assert glow.shine(live(CHARGE_READY, 0.95)).edge != glow.shine(live(0.0, 0.95)).edge


def test_it_shines_more_the_more_charge_it_has() -> None:
    strengths = [strength_of(live(charge), 0) for charge in np.linspace(0.0, CHARGE_READY - 0.01, 9)]
    assert strengths == sorted(strengths)
    ready, full = ([strength_of(live(charge), tick) for tick in range(60)] for charge in (CHARGE_READY, CHARGE_FULL))
    assert np.mean(full) > np.mean(ready) > strengths[-1] - 0.1


def test_a_surge_begins_at_full_light_and_only_fades() -> None:
    timers = range(SURGE_TICKS, 0, -1)
    strengths = [strength_of(Circuit(CircuitState.SURGING, charge=CHARGE_FULL, timer=timer), 0) for timer in timers]
    assert strengths[0] == 1
    assert strengths == sorted(strengths, reverse=True)


@pytest.mark.parametrize("charge", [0.0, CHARGE_READY, CHARGE_FULL])
def test_a_lasting_state_swells_less_than_twice_a_second(charge: float) -> None:
    second = np.array([strength_of(live(charge), tick) for tick in range(60)])
    turns = np.count_nonzero(np.diff(np.sign(np.diff(second))))
    assert turns <= 4
    assert np.abs(np.diff(second)).max() < FLASH / 4


def test_switching_a_line_as_fast_as_can_be_does_not_make_it_flash() -> None:
    simulation, wires = start(line_street()), Wires(load_city("lab"))
    luminance = []  # relative, of the part of the picture that the line lights
    for tick in range(120):
        events = simulation.step(command(GridVerb.TOGGLE if tick % 5 == 0 else GridVerb.NONE))
        wires.observe(simulation.world, events)
        lens = lens_at(340)
        wires.draw(lens, simulation.world)
        lens.lights.draw(lens.canvas)
        pixels = pygame.surfarray.array3d(lens.canvas)[60:580, 90:190] / 255.0
        luminance.append((pixels**2.2 @ (0.2126, 0.7152, 0.0722)).mean())
    swing = [max(luminance[tick : tick + 10]) - min(luminance[tick : tick + 10]) for tick in range(20, 110)]
    assert max(swing) < FLASH / 4
