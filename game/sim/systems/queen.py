"""The Queen: she stands at the far end and rears up when she sends a wave."""

from game.sim.components import Body, Queen, QueenState
from game.sim.events import QueenCalled
from game.sim.world import World

CALL_TICKS = 80


def queen(world: World) -> None:
    for _, mother, _ in world.entities.each(Queen, Body):
        mother.age += 1
        if mother.state is QueenState.CALLING and mother.age >= CALL_TICKS:
            mother.state, mother.age = QueenState.IDLE, 0


def call_wave(world: World) -> None:
    """She rears up; the wave itself is the director's."""
    for _, mother, body in world.entities.each(Queen, Body):
        mother.state, mother.age = QueenState.CALLING, 0
        world.events.append(QueenCalled(body.x, body.y))
