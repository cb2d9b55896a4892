"""The sheet `finale`: mana, the sky that opens, the beam from Gamera's chest, the dome of Sendai's blast."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sprites.bake.effects_field import RAMPS_SOURCE
from sprites.bake.film_ramps import FILM_RAMPS_SOURCE
from sprites.bake.finale_beam import beam_strips
from sprites.bake.finale_light import light_strips
from sprites.bake.sheet import Strip
from sprites.bake.targets import Target

BAKE = Path(__file__).parent


def draw_finale() -> Mapping[str, Sequence[Strip]]:
    return {"finale": [*light_strips(), *beam_strips()]}


FINALE = Target(
    "finale",
    (
        *(BAKE / f"finale{part}.py" for part in ("", "_beam", "_light")),
        *(BAKE / f"{module}.py" for module in ("effects_field", "effects_fire", "film_ramps", "flower_geometry")),
        RAMPS_SOURCE,
        FILM_RAMPS_SOURCE,
    ),
    draw_finale,
)
