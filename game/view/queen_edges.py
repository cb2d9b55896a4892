"""The Queen's edges in every light: the rim and street-light colours she was baked with, and what becomes of them.

The colours as baked are those of `sprites/puppets/queen.toml`, where no other tone of hers is the same.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import pygame

from game.view.edges import EdgeLight
from game.view.palette import Colour


def _colours(pairs: str) -> Mapping[Colour, Colour]:
    """From lines of two colours, as baked and as seen."""

    def colour(text: str) -> Colour:
        red, green, blue, _ = pygame.Color(f"#{text}")
        return red, green, blue

    return MappingProxyType({colour(old): colour(new) for old, new in map(str.split, pairs.strip().splitlines())})


QUEEN_EDGES: Final[Mapping[EdgeLight, Mapping[Colour, Colour]]] = MappingProxyType(
    {
        EdgeLight.MOON: MappingProxyType({}),
        EdgeLight.SUN: _colours(
            """
            6c94c8 ac7850
            b8e8ff ffdca0
            6c98c0 a87450
            b4ecff ffd898
            9cc8e0 d8a470
            ecfcff fff0c8
            8cb4d0 c89468
            dcfaff ffe8b8
            745468 8c5048
            a894b4 d0906c
            7ca4d0 b88458
            c8f0ff ffe4b0
            2c3c64 503848
            44608c 80564c
            34466e 58404c
            4e6c98 8c6454
            54709c 906c58
            88a8c8 cca07c
            34487c 60444c
            5474a8 986c58
            """
        ),
        EdgeLight.FIRES: _colours(
            """
            5c3238 9c4828
            8a6048 d87c38
            c08048 f0a050
            2a1c30 542428
            2a1420 481c1c
            """
        ),
    }
)
