"""The sheet `effects`: everything that flashes, burns, flies apart or drifts away."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sprites.bake.effects_debris import DEBRIS_SOURCE, debris_strips
from sprites.bake.effects_dust import dust_strips
from sprites.bake.effects_field import RAMPS_SOURCE
from sprites.bake.effects_fire import fire_strips
from sprites.bake.effects_strikes import strike_strips
from sprites.bake.sheet import Strip
from sprites.bake.soldiers import SOURCE as SOLDIER_SOURCE
from sprites.bake.targets import Target

BAKE = Path(__file__).parent


def draw_effects() -> Mapping[str, Sequence[Strip]]:
    return {"effects": [*fire_strips(), *strike_strips(), *dust_strips(), *debris_strips()]}


EFFECTS = Target(
    "effects",
    (
        *(BAKE / f"effects{family}.py" for family in ("", "_field", "_fire", "_strikes", "_dust", "_debris")),
        BAKE / "soldiers.py",
        RAMPS_SOURCE,
        DEBRIS_SOURCE,
        SOLDIER_SOURCE,
    ),
    draw_effects,
)
