"""What the tests of the user interface draw with and on."""

import pygame
import pytest

from game.sim.stage import CircuitPlan, CityLine, GameraStart, Pylon, Stage
from game.sim.world import Options, World
from game.view.kit import Kit


@pytest.fixture(scope="session")
def kit() -> Kit:
    """As a window has it: in English, with the keys of the keyboard."""
    return Kit()


@pytest.fixture
def canvas() -> pygame.Surface:
    return pygame.Surface((640, 360), 0, 32)


@pytest.fixture
def world() -> World:
    """A plain of 1600 px with one circuit between two pylons and a city line."""
    stage = Stage(
        title="Plain",
        place="lab",
        music="",
        width=1600,
        gamera=GameraStart(400),
        pylon=(Pylon(500), Pylon(1000)),
        circuit=(CircuitPlan("North line", (("p1", "p2"),)),),
        supply=1,
        line=CityLine(100, 50),
        id="plain",
    )
    return World.begin(stage, 1, Options())
