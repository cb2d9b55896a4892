"""How hard the same stage plays. One row a difficulty."""

from typing import NamedTuple


class Difficulty(NamedTuple):
    wave: float  # factor on the soldiers of every wave
    bite: float  # factor on their bites
    blow: float  # factor on what the Queen's strikes take
    dims: float  # factor on the gathered light that a blow costs him at the end
    line: float  # factor on how many the city line holds
    vitality: float  # Gamera's, at the start


DIFFICULTIES = {
    "story": Difficulty(wave=0.75, bite=0.6, blow=0.75, dims=0.3, line=1.5, vitality=1300.0),
    "normal": Difficulty(wave=1.0, bite=1.0, blow=1.0, dims=1.0, line=1.0, vitality=1000.0),
    "legion": Difficulty(wave=1.25, bite=1.35, blow=1.25, dims=1.0, line=0.8, vitality=900.0),
}

EXTRA_VITALITY = 1.5  # factor on the vitality of a game that is started with this aid
