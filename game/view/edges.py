"""The light of a place on the edges of Gamera and the Queen: baked by the moon, recoloured by any other."""

from enum import Enum, auto
from typing import Final

SUN_FROM: Final = {"sendai": 0.0, "dawn": 1.7}  # light of a place from which a low sun is on all edges
SUN_STANDS_RIGHT: Final = frozenset({"dawn"})  # of Gamera; it is left of the Queen, as baked
BURNS: Final = frozenset({"legion"})


class EdgeLight(Enum):
    MOON = auto()
    SUN = auto()
    FIRES = auto()  # moonlight from above, burning streets from below


def edge_light(place: str, daylight: float) -> EdgeLight:
    """`daylight`: the light of the place, 0 to its full light."""
    if place in SUN_FROM and daylight >= SUN_FROM[place]:
        return EdgeLight.SUN
    return EdgeLight.FIRES if place in BURNS else EdgeLight.MOON
