"""Beside the crosshair of the ultimate plasma: what moves it up and down."""

import pygame

from game.sim.components import Body, GameraState, Queen
from game.sim.systems.finale import beam_height
from game.sim.units import VIEW_WIDTH
from game.sim.world import World
from game.view.kit import Kit
from game.view.moves import AIM

BESIDE, ABOVE = 26, 8  # px from the crosshair's middle to the keys' left edge and upper edge
MARGIN = 8


class AimKeys:
    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def draw(self, canvas: pygame.Surface, world: World, camera_x: float) -> None:
        """Only while his chest opens: then there is time to aim."""
        if world.gamera.state is not GameraState.CHEST:
            return
        prompts, hero = self._kit.prompts.of(*AIM), world.gamera_body
        for _, _, place in world.entities.each(Queen, Body):
            y = beam_height(hero.y, world.gamera.beam_aim, abs(place.x - hero.x))
            left = min(VIEW_WIDTH - MARGIN - self._kit.prompts_width(prompts), round(place.x - camera_x) + BESIDE)
            self._kit.draw_prompts(canvas, prompts, left, round(y) - ABOVE)
