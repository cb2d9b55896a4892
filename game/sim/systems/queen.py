"""The Queen: telegraph, strike, recover. One function a state; the attacks' numbers are `content/queen.py`."""

from collections.abc import Callable

from game.sim.components import Body, GameraState, Queen, QueenState
from game.sim.content import queen as tuning
from game.sim.content.queen import PATTERN_SETS, PATTERNS, Pattern
from game.sim.events import QueenCalled
from game.sim.systems import queen_attacks
from game.sim.systems.queen_stance import enter
from game.sim.units import GROUND_Y, SECONDS_PER_TICK
from game.sim.world import World

Q = QueenState
CALL_TICKS = 80
GAMERA_BLOCKS = 60.0  # px of height under which he is in her way


def queen(world: World) -> None:
    for _, mother, body in world.entities.each(Queen, Body):
        before = mother.state
        mother.age += 1
        mother.stagger = max(0.0, mother.stagger - tuning.STAGGER_LEAK * SECONDS_PER_TICK)
        after = STATES[before](world, mother, body) if before in STATES else _attack(world, mother, body)
        if after is not mother.state:
            enter(world, mother, body, after)
        body.x += body.vx * SECONDS_PER_TICK


def call_wave(world: World) -> None:
    """She rears up; the wave itself is the director's."""
    for _, mother, body in world.entities.each(Queen, Body):
        if mother.state in (Q.IDLE, Q.ADVANCE):
            enter(world, mother, body, Q.CALLING)
        world.events.append(QueenCalled(body.x, body.y))


def _idle(world: World, mother: Queen, body: Body) -> QueenState:
    """A breath between two patterns, then the next one, or a few steps."""
    if mother.patterns == "none" or not world.playing or mother.age < tuning.PAUSE_TICKS[mother.fury]:
        return Q.IDLE
    if world.gamera.down:
        return Q.ADVANCE  # nobody strikes at a fallen one
    if mother.fury < _marks_passed(mother):
        mother.fury += 1
        world.events.append(QueenCalled(body.x, body.y))
        return Q.CALLING
    choice = _choose(world, mother, body)
    return choice.state if choice is not None else Q.ADVANCE


def _marks_passed(mother: Queen) -> int:
    return sum(mother.vitality < mark * mother.vitality_full for mark in tuning.FURY_MARKS)


def _choose(world: World, mother: Queen, body: Body) -> Pattern | None:
    """By weight among those that reach him; a step forward is always one of the choices."""
    distance = abs(world.gamera_body.x - body.x)
    fit = [pattern for pattern in PATTERN_SETS[mother.patterns] if pattern.near <= distance <= pattern.far]
    if not fit:
        return None
    roll = world.dice.below(sum(pattern.weight for pattern in fit) + 3)
    for pattern in fit:
        if roll < pattern.weight:
            return pattern
        roll -= pattern.weight
    return None


def _advance(world: World, mother: Queen, body: Body) -> QueenState:
    """On toward the line, or toward him where there is none; he bars her way while he stands in it."""
    hero = world.gamera_body
    distance = abs(hero.x - body.x)
    goal = world.stage.line.x if world.stage.line is not None else hero.x
    body.facing = 1 if goal > body.x else -1
    barred = distance < tuning.KEEPS and hero.y > GROUND_Y - GAMERA_BLOCKS and (hero.x - body.x) * body.facing > 0
    body.vx = 0.0 if barred else tuning.WALK_SPEED * body.facing
    return Q.IDLE if mother.age >= 70 else Q.ADVANCE


def _calling(world: World, mother: Queen, body: Body) -> QueenState:
    return Q.IDLE if mother.age >= CALL_TICKS else Q.CALLING


def _attack(world: World, mother: Queen, body: Body) -> QueenState:
    """Every pattern runs the same course; what the strike does is `queen_attacks`."""
    pattern = PATTERNS[mother.state]
    steps_back = pattern.backs > 0 and mother.age < pattern.telegraph
    body.vx = -pattern.backs * body.facing if steps_back else 0.0
    if pattern.strikes(mother.age):
        queen_attacks.STRIKES[mother.state](world, mother, body, pattern, mother.age - pattern.telegraph)
    ends = pattern.telegraph + pattern.strike + pattern.recover
    return Q.IDLE if mother.age >= ends else mother.state


def _staggered(world: World, mother: Queen, body: Body) -> QueenState:
    if world.gamera.state is GameraState.GRAPPLE:
        mother.age = min(mother.age, tuning.STAGGERED_TICKS - 1)  # she reels as long as he holds her
    reels = mother.patterns == "hornless" and mother.age < tuning.REELS_TICKS
    body.vx = -tuning.REELS_SPEED * body.facing if reels else 0.0
    if mother.age < tuning.STAGGERED_TICKS:
        return Q.STAGGERED
    mother.staggerable_at = world.tick + tuning.STAGGER_REST
    return Q.IDLE


def _stays(world: World, mother: Queen, body: Body) -> QueenState:
    """Moved by a script, or not at all."""
    return mother.state


STATES: dict[QueenState, Callable[[World, Queen, Body], QueenState]] = {
    Q.IDLE: _idle,
    Q.CALLING: _calling,
    Q.ADVANCE: _advance,
    Q.STAGGERED: _staggered,
    Q.TORN: _stays,
    Q.BURROW: _stays,
    Q.WING: _stays,
    Q.COLLAPSED: _stays,
    Q.RISE: _stays,
    Q.BREAK: _stays,
    Q.ABSENT: _stays,
}
