"""The vigil: the light a child holds, and what of it reaches him."""

import math

from game.sim.components import GameraState
from game.sim.world import World
from game.view.film_effects import PENDANT
from game.view.lens import Lens

MOTES = 16
MOTE_TICKS = 150
MOTE_COLOURS = ((255, 236, 168), (255, 188, 88))
HEART_Y = -46.0  # px from his feet, where he lies


class VigilView:
    def draw(self, world: World, lens: Lens) -> None:
        light = world.direction.light
        if not world.stage.vigil or light <= 0 or world.gamera.state is not GameraState.COMATOSE:
            return
        breath = 0.85 + 0.15 * math.sin(world.tick * 0.08)
        lens.light("orange", 48 if light < 0.3 else 96, *PENDANT, (0.3 + 0.7 * light) * breath)
        lens.light("white", 24, *PENDANT, (0.4 + 0.6 * light) * breath)
        self._draw_motes(world, lens, light)

    def _draw_motes(self, world: World, lens: Lens, light: float) -> None:
        """Sparks that rise from her hands and go over to him; farther the more light she holds."""
        body = world.gamera_body
        for number in range(round(MOTES * light)):
            part = (world.tick / (MOTE_TICKS + number * 5) + number * 0.618) % 1
            reach = part * (0.3 + 0.7 * light)
            x = PENDANT[0] + (body.x - PENDANT[0]) * reach + 9 * math.sin(part * 9 + number)
            y = PENDANT[1] + (body.y + HEART_Y - PENDANT[1]) * reach - math.sin(part * math.pi) * (30 + number % 5 * 9)
            screen_x, screen_y = lens.spot(x, y)
            size = 2 if number % 3 else 1
            lens.canvas.fill(MOTE_COLOURS[number % 2], (screen_x, screen_y, size, size))
            lens.light("orange", 24, x, y, 0.7 * math.sin(part * math.pi))
        lens.light("orange", 160, body.x, body.y + HEART_Y, 0.5 * max(0.0, light - 0.4))
