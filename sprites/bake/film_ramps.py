"""Colour ramps of the film's effects, from `film_effects.toml`."""

import tomllib
from functools import cache

from sprites.bake.effects_field import Ramp
from sprites.bake.targets import SPRITES

FILM_RAMPS_SOURCE = SPRITES / "puppets" / "film_effects.toml"


@cache
def film_ramp(name: str) -> Ramp:
    """The tones of a ramp, dark to light. KeyError if there is none of that name."""
    table = tomllib.loads(FILM_RAMPS_SOURCE.read_text(encoding="utf-8"))["ramps"]
    return tuple((int(c[0:2], 16), int(c[2:4], 16), int(c[4:6], 16)) for c in table[name])
