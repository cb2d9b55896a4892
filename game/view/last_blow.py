"""What a game was lost by, and what would have helped against it: one line for the page of a loss."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.sim.components import Queen, QueenState
from game.sim.content.queen import PATTERNS
from game.sim.events import Event, GameraBitten, GameraHurt
from game.sim.world import World
from game.view.language import message

BITTEN: Final = message("BITTEN: LURE THEM OFF, ROAR OR SPIN")
BLOWS: Final[Mapping[QueenState, str]] = MappingProxyType(
    {
        QueenState.IMPALE: message("HER LEG: GUARD WHILE THE STREET IS MARKED"),
        QueenState.BEAM: message("THE HORN'S BEAM: GUARD, OR FLY OVER IT"),
        QueenState.WHIPS: message("WHIPS BURN THROUGH THE SHELL: FLY OVER THEM"),
        QueenState.RAM: message("RAMMED: GUARD WHEN HER HEAD GOES DOWN"),
    }
)
REASONS: Final[Mapping[str, str]] = MappingProxyType(  # by that of the director, where it was not a blow
    {
        "line": message("LURE THEM OR STRIKE THEM BEFORE THEY CROSS IT"),
        "queen": message("STAND IN HER WAY, AND DRIVE HER BACK"),
        "seed": message("TEAR IT OUT BEFORE THE RING IS FULL"),
        "blast": message("NO FIRE NEAR IT ONCE THE RING IS RED"),
    }
)


class LastBlow:
    """Advance it with `observe` once after every tick."""

    def __init__(self) -> None:
        self._by = ""

    def observe(self, world: World, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, GameraBitten):
                self._by = BITTEN
            elif isinstance(event, GameraHurt):
                self._by = next((BLOWS[state] for state in _striking(world) if state in BLOWS), "")

    def advice(self, reason: str) -> str:
        """In English; empty where nothing can be said. `reason` is the director's."""
        return self._by if reason == "gamera" else REASONS.get(reason, "")


def _striking(world: World) -> list[QueenState]:
    """What she strikes with now. A blow through the shell hurts without an event; it is never the last one alone."""
    return [
        mother.state
        for _, mother in world.entities.each(Queen)
        if mother.state in PATTERNS and PATTERNS[mother.state].strikes(mother.age)
    ]
