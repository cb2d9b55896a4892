"""Where a sound is heard from: pan and distance of a world x against what the camera shows."""

import math
from dataclasses import dataclass

from game.sim.units import VIEW_WIDTH

WIDEST = 0.75  # pan at the screen's edge, 0 middle to 1 hard: never quite one-eared
EDGE = VIEW_WIDTH / 2  # px from the middle at which sounds begin to fade
FADE = 420.0  # px past the edge for 6 dB less
INAUDIBLE = 0.02


@dataclass(frozen=True, slots=True)
class Heard:
    """Gain 0 to 1 and pan -1 (left) to 1 (right)."""

    gain: float = 1.0
    pan: float = 0.0

    def sides(self, volume: float) -> tuple[float, float]:
        """Left and right volume, 0 to 1, at constant power: the middle is 0 dB on both sides."""
        angle = (self.pan + 1) * math.pi / 4
        left = volume * self.gain * math.cos(angle) * math.sqrt(2)
        right = volume * self.gain * math.sin(angle) * math.sqrt(2)
        return min(1.0, left), min(1.0, right)


HERE = Heard()


def middle_of(camera_x: float) -> float:
    """World x of the middle of the picture, whose left edge is `camera_x`."""
    return camera_x + VIEW_WIDTH / 2


def heard_from(x: float, camera_x: float) -> Heard:
    """A sound at world `x`: full inside the picture, softer past its edges."""
    offset = x - middle_of(camera_x)
    beyond = max(0.0, abs(offset) - EDGE)
    gain = 1 / (1 + (beyond / FADE) ** 2)
    return Heard(gain, WIDEST * max(-1.0, min(1.0, offset / EDGE)))
