"""His way into the morning sky: the rules lift him straight up; the picture shows him getting smaller with distance."""

import math

from game.sim.components import GameraState
from game.sim.units import GROUND_Y
from game.sim.world import World
from game.view.sheets import Sheet, Strip

LIFTS_TICKS = 40  # he hovers upright before he is seen from below
LIFTS = 60.0  # px he climbs at full size
HALVES = 150.0  # px of climb beyond that at which he is half as large
SKY = 172.0  # px of the picture that all the climb beyond LIFTS fills
STRIPS = "ascend/"


def seen_size(climbed: float) -> float:
    """How large he is after so many px of climb, 1 on the street."""
    return 1 / (1 + max(0.0, climbed - LIFTS) / HALVES)


def seen_height(climbed: float) -> float:
    """px above the street at which he is drawn after so many px of climb."""
    beyond = max(0.0, climbed - LIFTS)
    return min(climbed, LIFTS) + SKY * (1 - math.exp(-beyond / SKY))


def climb(world: World) -> float:
    """px he has climbed; 0 while he does not ascend."""
    return GROUND_Y - world.gamera_body.y if world.gamera.state is GameraState.ASCEND else 0.0


def climbing_strip(sheet: Sheet, size: float) -> Strip:
    """Of the sizes he is drawn in, the one nearest to `size`, a share of his own."""
    strips = [strip for name, strip in sheet.strips.items() if name.startswith(STRIPS)]
    full = strips[0].frames[0].image.get_width()
    return min(strips, key=lambda strip: abs(strip.frames[0].image.get_width() / full - size))
