"""The Queen's stance: how she comes into a state, and where her horn is in it."""

from game.sim.components import Body, Queen, QueenState
from game.sim.content.queen import HORN, PATTERNS
from game.sim.events import QueenTelegraphed
from game.sim.world import World


def enter(world: World, mother: Queen, body: Body, state: QueenState) -> None:
    """Puts her into a state from its first tick."""
    mother.state, mother.age, mother.struck = state, 0, False
    body.vx = 0.0
    if state in PATTERNS:
        mother.aim_x = world.gamera_body.x
        body.facing = 1 if world.gamera_body.x > body.x else -1
        world.events.append(QueenTelegraphed(int(state), *horn_at(body), mother.aim_x))


def horn_at(body: Body) -> tuple[float, float]:
    """The root of her horn, whichever way she faces."""
    return body.x - HORN[0] * body.facing, body.y + HORN[1]
