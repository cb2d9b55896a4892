"""The light of a place where it grows: night to sunrise over dawn's scenes, with what Gamera gathers."""

from game.sim.components import GameraState, Queen, QueenState
from game.sim.world import World
from game.view.motion import ease_toward

BY_SCENE = (0.0, 1.0)  # at a scene's start
SCENE_GROWS, SCENE_TICKS = 0.9, 3300  # while she rages
MANA_GROWS = 1.2
BEAM_LIGHT, MORNING = 2.5, 3.0
STEP = 0.006  # a tick: from night to morning in eight seconds at the fastest


class Daylight:
    def __init__(self) -> None:
        self.light = 0.0

    def observe(self, world: World) -> None:
        """One tick."""
        if world.stage.finale:
            self.light = ease_toward(self.light, _wished(world), STEP)


def _wished(world: World) -> float:
    for _, mother in world.entities.each(Queen):
        if mother.state is QueenState.BREAK:
            return MORNING
    if world.gamera.state in (GameraState.CHEST, GameraState.BEAM):
        return BEAM_LIGHT
    scene = max(0, world.direction.scene)
    if scene == 0:
        return SCENE_GROWS * min(1.0, world.direction.scene_age / SCENE_TICKS)
    return BY_SCENE[1] + MANA_GROWS * world.gamera.mana
