"""Renders one picture of a game that a bot plays, without a window."""

import io
from typing import NamedTuple

import pygame

from game.agents.bots import make_bot
from game.sim import Simulation
from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import Kit
from game.view.picture import Picture


class Shot(NamedTuple):
    png: bytes
    tick: int  # that it shows


def take_shot(
    stage: str,
    tick: int,
    bot_name: str,
    seed: int,
    difficulty: str,
    field: bool,
    scale: int,
    kit: Kit | None = None,
) -> Shot:
    """The picture after `tick` ticks, `scale` times 640 x 360. A game that ends before is drawn at its end.

    Everything is observed but only the last tick is drawn, so a shot costs little more than the game. `kit` draws the
    words in its language; without one they are English.
    """
    simulation = Simulation(stage, seed, difficulty)
    picture = Picture(simulation.world.stage, seed, kit=kit)
    bot = make_bot(bot_name, seed)
    while simulation.tick < tick and simulation.outcome is None:
        picture.observe(simulation.world, simulation.step(bot.act(simulation)))
    canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), depth=32)
    picture.draw(canvas, simulation.world, field=field)
    file = io.BytesIO()
    pygame.image.save(pygame.transform.scale_by(canvas, scale), file, "shot.png")
    return Shot(file.getvalue(), simulation.tick)
