"""The vigil: hold the light. The player holds a button; a small light grows in a child's hands."""

from game.sim.action import Button
from game.sim.events import LightHeld
from game.sim.units import SECONDS_PER_TICK
from game.sim.world import World

LIGHT_SECONDS = 30.0  # of holding
FADES = 0.35  # share of that speed at which it fades when let go
HOLDS = Button.ATTACK | Button.FIRE | Button.ROAR | Button.GUARD | Button.JUMP


def vigil(world: World) -> None:
    direction = world.direction
    if not world.stage.vigil or direction.script or not direction.holding:
        return
    before = int(direction.light * 4)
    step = SECONDS_PER_TICK / LIGHT_SECONDS
    held = bool(world.action.buttons & HOLDS)
    direction.light = min(1.0, max(0.0, direction.light + (step if held else -step * FADES)))
    if int(direction.light * 4) > before:
        world.events.append(LightHeld(int(direction.light * 4)))
