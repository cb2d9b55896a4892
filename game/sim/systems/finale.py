"""The end: the light gathers in him, the chest opens, the ultimate plasma."""

from game.sim.action import Button
from game.sim.components import Body, Gamera, GameraState, Queen, QueenState
from game.sim.content import finale as tuning
from game.sim.events import BeamFired, BeamMissed, ChestOpened, ManaCalled, ManaGathered, QueenDestroyed
from game.sim.systems.fight import hold_still
from game.sim.systems.queen_stance import enter
from game.sim.units import SECONDS_PER_TICK
from game.sim.world import World

QUEEN_EDGE = 200.0  # px; she stays this far inside the stage


def calls_light(world: World, hero: Gamera) -> bool:
    """In the last scene, while she is there, a roar calls the light. Held through a blow, it calls again after it."""
    if world.direction.scene != len(world.stage.scene) - 1 or Button.GUARD in hero.held:
        return False
    if Button.ROAR not in hero.held | hero.buffered:
        return False
    return all(mother.state is not QueenState.BREAK for _, mother in world.entities.each(Queen))


def call_mana(world: World, body: Body) -> GameraState:
    world.events.append(ManaCalled(body.x))
    return GameraState.LOOK_UP


def look_up(world: World, hero: Gamera, body: Body) -> GameraState:
    """He stands with his arms wide and gathers it, as long as the roar is held; then the chest opens by itself."""
    if world.direction.script:
        return GameraState.LOOK_UP  # at the end he only looks
    let_go = Button.ROAR not in hero.held and hero.age > tuning.CALL_TICKS
    if let_go or Button.GUARD in hero.held:
        return GameraState.IDLE
    before = int(hero.mana * 4)
    hero.mana = min(1.0, hero.mana + SECONDS_PER_TICK / tuning.MANA_SECONDS)
    if int(hero.mana * 4) > before:
        world.events.append(ManaGathered(int(hero.mana * 4)))
    if hero.mana < 1:
        return GameraState.LOOK_UP
    world.events.append(ChestOpened(body.x, body.y))
    hero.safe_until = world.tick + tuning.CHEST_TICKS + tuning.BEAM_TICKS + 600
    for _, _, place in world.entities.each(Queen, Body):
        body.facing = 1 if place.x > body.x else -1
    hero.beam_aim = tuning.AIM_START
    return GameraState.CHEST


def chest(world: World, hero: Gamera, body: Body) -> GameraState:
    """Aim while it opens; fire when ready, or it fires by itself."""
    _aim(hero)
    _dazzle(world, body)
    if hero.age < tuning.CHEST_TICKS and not (hero.age > tuning.CHEST_TICKS // 2 and Button.FIRE in hero.held):
        return GameraState.CHEST
    hold_still(world, 8)
    world.events.append(BeamFired(body.x + tuning.CHEST[0] * body.facing, body.y + tuning.CHEST[1]))
    return GameraState.BEAM


def beam(world: World, hero: Gamera, body: Body) -> GameraState:
    """The beam goes where he aims; enough of it on her and she is blown apart. Missed, he gathers a little more."""
    _aim(hero)
    _dazzle(world, body)
    for _, mother, place in world.entities.each(Queen, Body):
        if mother.state is QueenState.BREAK:
            continue
        if beam_meets(hero, body, place):
            mother.burned += 1
            if mother.burned >= tuning.BURNS_AFTER:
                enter(world, mother, place, QueenState.BREAK)
                mother.vitality = 0.0
                hold_still(world, 8)
                world.events.append(QueenDestroyed(place.x, place.y - 90))
    if hero.age < tuning.BEAM_TICKS:
        return GameraState.BEAM
    hero.mana = tuning.MISSED_KEEPS
    if not any(mother.state is QueenState.BREAK for _, mother in world.entities.each(Queen)):
        world.events.append(BeamMissed(body.x))
    return GameraState.IDLE


def beam_meets(hero: Gamera, body: Body, place: Body) -> bool:
    """Whether the beam, as he aims it now, goes through the Queen at `place`."""
    distance = (place.x - body.x) * body.facing
    return distance > 0 and place.y - tuning.QUEEN_TALL < beam_height(body.y, hero.beam_aim, distance) < place.y


def beam_height(feet: float, aim: float, distance: float) -> float:
    """y of the beam so many px before him; `feet` is his own y."""
    return feet + tuning.CHEST[1] + aim * (distance - tuning.CHEST[0])


def _dazzle(world: World, body: Body) -> None:
    """The light drives her back and holds her there, so that the beam has the length it deserves."""
    for _, mother, place in world.entities.each(Queen, Body):
        if mother.state is QueenState.BREAK:
            continue
        mother.state, mother.age = QueenState.STAGGERED, 0
        place.vx = 0.0
        if abs(place.x - body.x) < tuning.DRIVES_OFF:
            away = 1 if place.x >= body.x else -1
            place.x = min(world.stage.width - QUEEN_EDGE, max(QUEEN_EDGE, place.x + away * tuning.DRIVES_BACK))


def _aim(hero: Gamera) -> None:
    wished = hero.beam_aim + hero.aim * tuning.AIM_SPEED * SECONDS_PER_TICK
    hero.beam_aim = min(tuning.AIM_MOST, max(-tuning.AIM_MOST, wished))
