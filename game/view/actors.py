"""Helicopters on the canvas."""

from game.sim.components import Body, Helicopter, HelicopterState
from game.sim.world import World
from game.view.art import keyed_sheet
from game.view.lens import Lens

HELICOPTER_HALF = 60
BANKS_FROM = 45.0  # px/s
FACINGS = {1: "right", -1: "left"}


class ArmyView:
    """Helicopters; they drift by their own speed between two ticks."""

    def __init__(self) -> None:
        self._sheet = keyed_sheet("army")

    def draw(self, world: World, lens: Lens) -> None:
        for entity, craft, body in world.entities.each(Helicopter, Body):
            if not lens.sees(body.x - HELICOPTER_HALF, body.x + HELICOPTER_HALF):
                continue
            strip = self._sheet[f"helicopter/{_pose(craft, body)}/{FACINGS[body.facing]}"]
            frame = strip.at(craft.age + entity)
            back = (1 - lens.alpha) / 60
            sway = ((world.beat + entity * 37) // 24) % 2
            lens.blit(
                frame.image, body.x - body.vx * back, body.y - body.vy * back + sway, frame.pivot_x, frame.pivot_y
            )


def _pose(craft: Helicopter, body: Body) -> str:
    if craft.state is HelicopterState.CRASHING:
        return "fall"
    if craft.state is HelicopterState.STRAFING:
        return "fire"
    return "bank" if abs(body.vx) > BANKS_FROM else "level"
