"""To be watched and heard changes nothing in a game."""

import pygame
import pytest

from game.sim import Simulation
from game.sim.rng import Dice
from game.sim.stage_file import stage_files
from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.picture import Picture
from game.view.sound.soundtrack import Soundtrack
from tests.fuzz.players import PLAYERS

TICKS = 60
SOLDIERS = 60


@pytest.mark.parametrize("stage", stage_files())
def test_a_game_that_is_drawn_and_heard_plays_as_one_that_is_not(stage: str) -> None:
    watched, alone = (Simulation(stage, 4, soldiers=SOLDIERS) for _ in range(2))
    picture, soundtrack = Picture(watched.world.stage, 4), Soundtrack(4)
    canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), depth=32)
    player = PLAYERS["monkey"](Dice.seeded(4))
    for tick in range(TICKS):
        action = player.act(alone)
        events = watched.step(action)
        alone.step(action)
        picture.observe(watched.world, events)
        soundtrack.hear(watched.world, events, picture.camera.x)
        if tick % 5 == 0:
            picture.draw(canvas, watched.world, tick / TICKS, field=tick % 10 == 0)
        assert watched.digest() == alone.digest()
