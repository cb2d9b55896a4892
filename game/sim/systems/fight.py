"""Harm: the verbs by which anything dies or is hurt, and the system of bites.

Rules against frustration: no second knock-down within six seconds of one (a stagger instead), no harm while down, for
45 ticks after getting up, and while choreography moves him.
"""

from typing import Any

from game.sim.components import CHOREOGRAPHED, Body, Gamera, GameraState, Queen, QueenState
from game.sim.content import moves
from game.sim.content.finale import MANA_LOST
from game.sim.content.flower import GRIP_LOST
from game.sim.content.queen import BODY_REACH, HEIGHT, HORN_KEEPS, STAGGER_FULL, STAGGERED_TAKES
from game.sim.content.swarm import BITE
from game.sim.events import (
    BlowGuarded,
    GameraBitten,
    GameraFell,
    GameraHurt,
    GameraKnockedDown,
    QueenHurt,
    QueenStaggered,
    SoldierDied,
    SoldierElectrocuted,
)
from game.sim.soldiers import Rows, SoldierState
from game.sim.systems.queen_stance import enter
from game.sim.units import TICKS_PER_SECOND
from game.sim.world import World

CORPSE_TICKS = 40
BITE_EVERY = 4  # ticks between sums of bites


def slay(world: World, rows: Rows, death: type[SoldierDied], **details: Any) -> None:
    """Kills `rows`, each death an event of the class `death`."""
    soldiers = world.soldiers
    burns = death is SoldierElectrocuted
    soldiers.kill(rows, SoldierState.BURN if burns else SoldierState.FALL, world.tick + CORPSE_TICKS)
    for uid, x, y in zip(
        soldiers.uid[rows].tolist(),
        soldiers.position[0, rows].tolist(),
        soldiers.position[1, rows].tolist(),
        strict=True,
    ):
        world.events.append(death(uid, x, y, **details))


def hold_still(world: World, ticks: int) -> None:
    """Hit-stop: 2, 4 or 8 ticks by the weight of the blow."""
    world.hit_stop = max(world.hit_stop, ticks)


def anger(world: World, ticks: int = moves.ANGER_AFTER_BLOW) -> None:
    """The swarm holds on harder and seeks him more for a while."""
    world.gamera.angry_until = max(world.gamera.angry_until, world.tick + ticks)


def untouchable(world: World) -> bool:
    """Nothing hurts him now: he is down, safe for a moment, or in the hands of the choreography."""
    hero = world.gamera
    return hero.down or world.tick < hero.safe_until or bool(world.direction.script) or hero.state in CHOREOGRAPHED


def hurt_gamera(world: World, damage: float, from_x: float, *, knocks_down: bool, pierces: float = 0.0) -> None:
    """One blow from `from_x`. The shell stops all but the share that `pierces`; the rules above soften it."""
    gamera, body = world.gamera, world.gamera_body
    if untouchable(world):
        return
    if gamera.shelled:
        world.events.append(BlowGuarded(body.x, body.y + moves.CHEST_Y))
        _lose(world, gamera, body, damage * pierces)
        return
    hold_still(world, 4)
    gamera.mana = max(0.0, gamera.mana - MANA_LOST * world.options.row.dims)
    gamera.grip = max(0.0, gamera.grip - GRIP_LOST)
    from_front = (from_x >= body.x) == (body.facing > 0)
    world.events.append(GameraHurt(damage, from_front))
    _lose(world, gamera, body, damage)
    if gamera.state is GameraState.FALLEN:
        return
    if knocks_down and world.tick - gamera.knocked_at >= moves.NO_SECOND_KNOCKDOWN:
        gamera.knocked_at = world.tick
        gamera.state, gamera.age = GameraState.KNOCKED, 0
        body.vx = -90.0 if from_x >= body.x else 90.0
        world.events.append(GameraKnockedDown(body.x))
    else:
        gamera.state, gamera.age = GameraState.HURT, 0


def _lose(world: World, gamera: Gamera, body: Body, vitality: float) -> None:
    gamera.vitality = max(0.0, gamera.vitality - vitality)
    if gamera.vitality <= 0 and gamera.state is not GameraState.FALLEN:
        gamera.state, gamera.age = GameraState.FALLEN, 0
        hold_still(world, 8)
        world.events.append(GameraFell(body.x))


def hurt_queen(world: World, damage: float, x: float, y: float) -> None:
    """One blow on the Queen, whoever gave it. Enough of them break her stance; what fells her is the stage's."""
    for _, mother, body in world.entities.each(Queen, Body):
        if not mother.fights or mother.down:
            continue
        if mother.state is QueenState.STAGGERED:
            damage *= STAGGERED_TAKES
        least = HORN_KEEPS * mother.vitality_full if mother.horn and mother.patterns == "legion" else 0.0
        mother.vitality = max(least, mother.vitality - damage)
        world.events.append(QueenHurt(damage, x, y))
        if mother.state is QueenState.STAGGERED or world.tick < mother.staggerable_at:
            continue
        mother.stagger += damage
        if mother.stagger >= STAGGER_FULL:
            mother.stagger = 0.0
            enter(world, mother, body, QueenState.STAGGERED)
            world.events.append(QueenStaggered(body.x))


def queen_at(world: World, x: float, y: float, reach: float) -> tuple[Queen, Body] | None:
    """The fighting Queen, if her body is within `reach` px of the point."""
    for _, mother, body in world.entities.each(Queen, Body):
        beside = abs(x - body.x) < BODY_REACH + reach
        if mother.fights and not mother.down and beside and body.y - HEIGHT < y < body.y + reach:
            return mother, body
    return None


def fight(world: World) -> None:
    """Counts who clings; lets them bite; too many drag him down."""
    gamera, body = world.gamera, world.gamera_body
    gamera.clinging = world.soldiers.count_of(SoldierState.CLING)
    bites = gamera.clinging and world.beat % BITE_EVERY == 0
    too_many = gamera.clinging >= moves.DRAGGED_DOWN_BY
    if not (bites or too_many) or gamera.shelled or untouchable(world):
        return
    if bites:
        lost = gamera.clinging * BITE * world.options.row.bite * BITE_EVERY / TICKS_PER_SECOND
        world.tally.bitten += lost
        world.events.append(GameraBitten(lost, gamera.clinging))
        _lose(world, gamera, body, lost)
    if too_many and not gamera.down:
        _drag_down(world, gamera, body)


def _drag_down(world: World, gamera: Gamera, body: Body) -> None:
    if world.tick - gamera.knocked_at < moves.NO_SECOND_KNOCKDOWN:
        return
    hurt_gamera(world, moves.DRAGGED_DAMAGE, body.x + body.facing, knocks_down=True)
    thrown = world.soldiers.who_are(SoldierState.CLING)[::2]
    world.soldiers.fling(thrown, body.x, body.y + moves.CHEST_Y, 160.0, world.tick + 60)
    gamera.clinging -= len(thrown)
