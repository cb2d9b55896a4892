"""Materials and the colour tables a place makes of them.

A scenery pixel is one byte: 0 is transparent, else 1 + material * 6 + tone. Four seed colours of a place (shadow,
light, rim, ink) give every material its six tones, so that one drawn house serves every hour and every distance.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sprites.bake.scenery.spec import SeedColours

MATERIALS_FILE = Path(__file__).parents[2] / "places" / "materials.toml"
TONES = 6
INK, DEEP, SHADE, BASE, LIGHT, RIM = range(TONES)

Colour = npt.NDArray[np.float64]  # shape (3,), 0..255
Table = npt.NDArray[np.uint8]  # shape (256, 3), indexed by scenery pixel

_DATA = tomllib.loads(MATERIALS_FILE.read_text(encoding="utf-8"))
REFLECTING: Mapping[str, str] = _DATA["reflecting"]
GLOWING: Mapping[str, list[str]] = _DATA["glowing"]
ALWAYS_ON: Mapping[str, list[str]] = _DATA["always_on"]
NUMBER: Mapping[str, int] = {name: i for i, name in enumerate([*REFLECTING, *GLOWING, *ALWAYS_ON])}
FIRST_GLOWING = 1 + len(REFLECTING) * TONES  # pixels from here on give light


def colour(text: str) -> Colour:
    """The colour written as six hexadecimal digits."""
    return np.array([int(text[i : i + 2], 16) for i in (0, 2, 4)], float)


def colours(texts: list[str]) -> npt.NDArray[np.float64]:
    """Shape (n, 3)."""
    return np.array([colour(text) for text in texts])


def pixel(material: str, tone: int) -> int:
    return 1 + NUMBER[material] * TONES + tone


def material_of(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.int_]:
    return (pixels.astype(int) - 1) // TONES


def tone_of(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.int_]:
    return (pixels.astype(int) - 1) % TONES


@dataclass(frozen=True, slots=True)
class Seeds:
    """The light of a place: multipliers on albedo in shadow and in light, the back light, the darkest line."""

    shadow: Colour
    light: Colour
    rim: Colour
    ink: Colour
    albedo: Mapping[str, str] = field(default_factory=dict)  # materials that look different here

    @classmethod
    def of(cls, seeds: SeedColours) -> "Seeds":
        return cls(*(colour(c) for c in (seeds.shadow, seeds.light, seeds.rim, seeds.ink)), seeds.albedo)


@dataclass(frozen=True, slots=True)
class Air:
    """What stands between a layer and the eye."""

    haze: str = "000000"
    amount: float = 0.0  # 0 clear .. 1 nothing but haze
    dim: float = 1.0  # share of the light that reaches the layer: below 1 for near silhouettes


CLEAR = Air()
UNLIT_DIM = 0.84  # walls without the light of their own street
GLOW_PIERCES_HAZE = 0.45  # share of the haze that lights are spared, so that far windows still read


def _reflecting_tones(albedo: str, seeds: Seeds, dim: float) -> npt.NDArray[np.float64]:
    base = colour(albedo) / 255
    shade, light = base * seeds.shadow * dim, base * seeds.light * dim
    return np.array(
        [
            seeds.ink * 0.8 + shade * 0.12,
            seeds.ink * 0.35 + shade * 0.5,
            shade * 0.92,
            shade * 0.55 + light * 0.45,
            light,
            np.minimum(255, light * 0.35 + seeds.rim * 0.75),
        ]
    )


def _unlit_tones(name: str, tones: list[str], seeds: Seeds) -> npt.NDArray[np.float64]:
    """A sign without power is painted board; a window or a tube is dark glass."""
    if name.startswith("sign"):
        board = colours(tones) / 255 * 0.62 + 0.1
        weights = ((0.5, 0), (0.8, 0), (1, 0), (0.55, 0.35), (0.4, 0.45), (0.3, 0.6))
        source = (0, 1, 2, 3, 4, 4)
        return np.array(
            [board[i] * (seeds.shadow * a + seeds.light * b) for i, (a, b) in zip(source, weights, strict=True)]
        )
    glass = colour("1c2430") * 0.4
    return np.array([seeds.ink * 0.6 + glass * f + seeds.shadow * 0.12 for f in (0.5, 0.7, 0.9, 1, 1.1, 1.2)])


def table(seeds: Seeds, air: Air = CLEAR, powered: bool = True) -> Table:
    """The colour of every scenery pixel under these seeds, seen through this air, with or without power."""
    result = np.zeros((256, 3))
    dim = air.dim if powered else air.dim * UNLIT_DIM
    for name, number in NUMBER.items():
        amount = air.amount
        if name in REFLECTING:
            tones = _reflecting_tones(seeds.albedo.get(name, REFLECTING[name]), seeds, dim)
        elif powered or name in ALWAYS_ON:
            tones = colours([*GLOWING.get(name, ALWAYS_ON.get(name, []))])
            amount *= 1 - GLOW_PIERCES_HAZE
        else:
            tones = _unlit_tones(name, GLOWING[name], seeds)
        result[1 + number * TONES : 1 + (number + 1) * TONES] = tones * (1 - amount) + colour(air.haze) * amount
    return np.clip(result, 0, 255).astype(np.uint8)
