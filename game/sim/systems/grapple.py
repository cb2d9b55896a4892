"""The hold: both hands on the flower or on her horn, until it tears."""

from collections.abc import Iterator

from game.sim.action import Button
from game.sim.components import Body, Flower, FlowerState, Gamera, GameraState, Queen, QueenState
from game.sim.content import flower as tuning
from game.sim.content.queen import HORN_TORN_DAMAGE
from game.sim.events import FlowerToppled, FlowerUprooted, GrappleBegan, GrappleSlipped, HornTorn
from game.sim.systems.fight import hold_still, hurt_queen
from game.sim.systems.queen_stance import enter, horn_at
from game.sim.world import World


def holdable(world: World, body: Body) -> tuple[Flower | Queen, Body] | None:
    """What he could take hold of from here, and where it is."""
    within = ((what, place) for what, place, reach in handholds(world) if abs(place.x - body.x) < reach)
    return next(within, None)


def handholds(world: World) -> Iterator[tuple[Flower | Queen, Body, float]]:
    """All there is to take hold of, where, and from how many px: a rooted flower, a staggered Queen with her horn."""
    for _, plant, root in world.entities.each(Flower, Body):
        if plant.state is FlowerState.ROOTED:
            yield plant, root, tuning.FLOWER_REACH
    for _, mother, place in world.entities.each(Queen, Body):
        if takes_the_horn(mother):
            yield mother, place, tuning.QUEEN_REACH


def takes_the_horn(mother: Queen) -> bool:
    """She reels, and this is the fight in which the horn can come off."""
    return mother.state is QueenState.STAGGERED and mother.horn and mother.patterns == "legion"


def begin(world: World, body: Body, x: float) -> GameraState:
    body.facing = 1 if x >= body.x else -1
    world.events.append(GrappleBegan(x, body.y))
    return GameraState.GRAPPLE


def grapple(world: World, hero: Gamera, body: Body) -> GameraState:
    """Pressing tears faster than holding; clinging soldiers slow both."""
    held = holdable(world, body)
    if held is None:
        return GameraState.IDLE
    share = 1 / (1 + hero.clinging / tuning.GRIP_BITTEN)
    if Button.ATTACK in hero.buffered:
        hero.buffered &= ~Button.ATTACK
        hero.grip += tuning.GRIP_PRESS * share
    if Button.ATTACK in hero.held:
        hold = tuning.GRIP_HOLD_AID if world.options.help.hold_to_tear else tuning.GRIP_HOLD
        hero.grip += hold * share
        hero.age = min(hero.age, 40)
    else:
        hero.grip = max(0.0, hero.grip - tuning.GRIP_SLIPS)
    if hero.grip >= 1:
        hero.grip = 0.0
        _tear(world, *held)
        return GameraState.ROAR
    if (hero.move and hero.move != body.facing) or hero.age > 90:
        world.events.append(GrappleSlipped(body.x))
        return GameraState.IDLE
    return GameraState.GRAPPLE


def _tear(world: World, held: Flower | Queen, place: Body) -> None:
    hold_still(world, 8)
    match held:
        case Flower():
            toppled = world.gamera.limping
            held.state, held.age = (FlowerState.TOPPLED if toppled else FlowerState.TORN), 0
            world.events.append(FlowerToppled(place.x) if toppled else FlowerUprooted(place.x))
            world.sum_field()
        case Queen():
            held.horn = False
            held.patterns = "hornless"
            horn_x, horn_y = horn_at(place)
            world.events.append(HornTorn(horn_x, horn_y))
            enter(world, held, place, QueenState.IDLE)
            hurt_queen(world, HORN_TORN_DAMAGE, horn_x, horn_y)
