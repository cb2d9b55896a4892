"""Materials: the ramps a puppet's pixels are taken from, read from its TOML file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Ramp = npt.NDArray[np.uint8]  # (tones, 3), dark to light; light sources: centre to edge


@dataclass(frozen=True, slots=True)
class Material:
    name: str
    ramp: Ramp
    emissive: bool = False  # gives light: takes neither shading nor outline
    rim: Ramp | None = None  # two tones of back light on the silhouette
    bounce: Ramp | None = None  # one warm tone from the street below
    ash: Ramp | None = None  # the ramp under ash
    texture: float = 0.0  # px of leathery noise on the surface
    lift: float = 0.0  # light added
    shiny: bool = False
    far: str | None = None  # the material of the same thing on the far side


@dataclass(frozen=True, slots=True)
class Tint:
    """The ramps of a surface a point light falls on."""

    weak: Ramp
    strong: Ramp


@dataclass(frozen=True, slots=True)
class Palette:
    materials: Mapping[str, Material]
    tints: Mapping[str, Tint]
    shade_from: float  # px above the ground below which it grows darker
    shade_per_px: float

    def of(self, material: str, far: bool) -> Material:
        near = self.materials[material]
        return self.materials[near.far] if far and near.far else near


def ramp(text: str) -> Ramp:
    return np.array([[int(tone[place : place + 2], 16) for place in (0, 2, 4)] for tone in text.split()], np.uint8)


def read_palette(document: Mapping[str, Any]) -> Palette:
    materials = {name: _material(name, row) for name, row in document["material"].items()}
    materials |= {name: Material(name, ramp(text), emissive=True) for name, text in document["emissive"].items()}
    tints = {name: Tint(ramp(row["weak"]), ramp(row["strong"])) for name, row in document["tint"].items()}
    return Palette(materials, tints, document["shade"]["from"], document["shade"]["per_px"])


def _material(name: str, row: Mapping[str, Any]) -> Material:
    ramps: dict[str, Any] = {key: ramp(row[key]) for key in ("ramp", "rim", "bounce", "ash") if key in row}
    rest = {key: row[key] for key in ("texture", "lift", "shiny", "far") if key in row}
    return Material(name, **ramps, **rest)
