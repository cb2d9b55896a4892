"""The command view."""

import pygame
import pytest

from game.sim.action import Action, GridVerb
from game.sim.power import CircuitState
from game.sim.simulation import Simulation
from game.sim.world import World
from game.view.command import CommandView, draw_command
from game.view.kit import Kit
from game.view.palette import PALETTE


@pytest.mark.parametrize("age", [0, 4, 60])
def test_command_view_keeps_only_the_lines_in_colour(kit: Kit, canvas: pygame.Surface, world: World, age: int) -> None:
    circuit = world.grid.circuits[0]
    circuit.state, circuit.charge = CircuitState.LIVE, 5.0
    canvas.fill((200, 40, 40))
    draw_command(canvas, kit, world, 450, CommandView(0, age))
    red, _, blue, _ = canvas.get_at((300, 280))
    if age >= 8:
        assert blue > red
        wire_y = round(float(world.wire_y[700]))
        assert canvas.get_at((250, wire_y))[:3] == PALETTE["cream"]


def test_command_view_draws_a_stage_in_play(kit: Kit, canvas: pygame.Surface) -> None:
    simulation = Simulation("tokyo", seed=2)
    simulation.step(Action(grid=GridVerb.TOGGLE, target=1))
    for _ in range(200):
        simulation.step(Action())
    for chosen in range(3):
        draw_command(canvas, kit, simulation.world, 1500, CommandView(chosen, 30))
