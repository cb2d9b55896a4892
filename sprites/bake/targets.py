"""What can be baked, from which sources, to which sheets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sprites.bake.sheet import Strip

SPRITES = Path(__file__).parent.parent
ATLAS = SPRITES / "atlas"


@dataclass(frozen=True, slots=True)
class Target:
    """One bake: `draw` returns every sheet it makes, by name; `sources` are all files its pictures depend on."""

    name: str
    sources: tuple[Path, ...]
    draw: Callable[[], Mapping[str, Sequence[Strip]]]
