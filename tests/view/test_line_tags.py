"""The lines' numbers on the lines."""

import pygame
import pytest

from game.sim.power import CircuitState
from game.view.hud.line_tags import ABOVE_WIRE, SIZE, draw_line_tags
from game.view.kit import Kit
from tests.worlds import LINE_LEFT, LINE_MIDDLE, line_street, start

GROUND = (40, 30, 80)


def tagged(state: CircuitState, camera_x: float, heat: float = 0.0) -> pygame.Surface:
    """A dark picture with nothing but the tags of the one-line street."""
    world = start(line_street()).world
    world.grid.circuits[0].state, world.grid.circuits[0].heat = state, heat
    canvas = pygame.Surface((640, 360), 0, 32)
    canvas.fill(GROUND)
    draw_line_tags(canvas, Kit(), world, camera_x)
    return canvas


@pytest.mark.parametrize("state", list(CircuitState))
def test_a_line_carries_its_number_over_its_middle_in_every_state(state: CircuitState) -> None:
    canvas = tagged(state, LINE_MIDDLE - 320)
    wire_y = 134 + 26
    plate = canvas.subsurface((320 - SIZE // 2, wire_y - ABOVE_WIRE - SIZE // 2, SIZE, SIZE))
    assert pygame.transform.average_color(plate)[:3] != GROUND


def test_a_hot_line_has_a_colour_of_its_own() -> None:
    cool, hot = (
        pygame.image.tobytes(tagged(CircuitState.LIVE, LINE_MIDDLE - 320, heat), "RGB") for heat in (0.0, 0.95)
    )
    assert cool != hot


def test_a_line_out_of_view_has_no_tag() -> None:
    canvas = tagged(CircuitState.LIVE, LINE_LEFT - 640)
    assert pygame.transform.average_color(canvas)[:3] == GROUND
