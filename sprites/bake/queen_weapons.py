"""The sheet `queen_weapons`: everything the Queen fires, raises, cracks, beats and breaks."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sprites.bake.effects_field import RAMPS_SOURCE
from sprites.bake.film_ramps import FILM_RAMPS_SOURCE
from sprites.bake.queen_weapons_barrier import barrier_strips
from sprites.bake.queen_weapons_ground import ground_strips
from sprites.bake.queen_weapons_horn import horn_strips
from sprites.bake.queen_weapons_whips import whip_strips
from sprites.bake.queen_weapons_wings import wing_strips
from sprites.bake.sheet import Strip
from sprites.bake.targets import Target

BAKE = Path(__file__).parent


def draw_queen_weapons() -> Mapping[str, Sequence[Strip]]:
    return {"queen_weapons": [*horn_strips(), *barrier_strips(), *whip_strips(), *wing_strips(), *ground_strips()]}


QUEEN_WEAPONS = Target(
    "queen_weapons",
    (
        *(BAKE / f"queen_weapons{kind}.py" for kind in ("", "_horn", "_barrier", "_whips", "_wings", "_ground")),
        *(BAKE / f"{module}.py" for module in ("effects_field", "effects_strikes", "film_ramps", "flower_geometry")),
        RAMPS_SOURCE,
        FILM_RAMPS_SOURCE,
    ),
    draw_queen_weapons,
)
