"""What the Queen's strikes do. Each is called on every tick of its strike; one strike hurts him once."""

from collections.abc import Callable

import numpy as np

from game.sim.components import Body, Queen, QueenState
from game.sim.content import queen as tuning
from game.sim.content.moves import EDGE
from game.sim.content.queen import Pattern
from game.sim.events import QueenStruck, SoldiersSpawned
from game.sim.soldiers import SoldierState
from game.sim.systems.city import damage_blocks
from game.sim.systems.fight import hold_still, hurt_gamera, untouchable
from game.sim.systems.queen_stance import horn_at
from game.sim.units import GROUND_Y
from game.sim.world import World

GAMERA_HALF = 26.0  # px of his body that she can hit
GAMERA_TALL = 104.0
IMPALE_HEIGHT = 64.0  # px above the street that the leg sweeps through; the height of a leap is 71
WHIP_HEIGHT = 64.0
RAM_HEIGHT = 110.0
BEAM_BREAKS = 8.0  # damage to a block for every tick the beam lies on it


def _begin(world: World, body: Body, state: QueenState, tick: int) -> None:
    if tick == 0:
        world.events.append(QueenStruck(int(state), body.x, body.y))


def _ahead(world: World, body: Body) -> float:
    """px he stands in front of her; negative behind."""
    return (world.gamera_body.x - body.x) * body.facing


def _hit(world: World, mother: Queen, body: Body, pattern: Pattern) -> None:
    if mother.struck:
        return
    mother.struck = True
    hold_still(world, 4)
    damage = pattern.damage * world.options.row.blow
    hurt_gamera(world, damage, body.x, knocks_down=pattern.knocks_down, pierces=pattern.pierces)


def impale(world: World, mother: Queen, body: Body, pattern: Pattern, tick: int) -> None:
    """A foreleg through everything low in front of her."""
    _begin(world, body, QueenState.IMPALE, tick)
    low = world.gamera_body.y > GROUND_Y - IMPALE_HEIGHT
    if low and -20 < _ahead(world, body) < pattern.far + GAMERA_HALF:
        _hit(world, mother, body, pattern)


def beam_ground_x(body: Body, part: float) -> float:
    """Where the beam meets the street, `part` (0 to 1) of the way through its sweep."""
    reach = tuning.BEAM_FROM + (tuning.BEAM_TO - tuning.BEAM_FROM) * part
    return body.x + body.facing * reach


def beam(world: World, mother: Queen, body: Body, pattern: Pattern, tick: int) -> None:
    """From the horn to the street, sweeping away from her: fly above it, or take it on the shell."""
    _begin(world, body, QueenState.BEAM, tick)
    ground_x = beam_ground_x(body, tick / pattern.strike)
    horn_x, horn_y = horn_at(body)
    damage_blocks_by_queen(world, ground_x)
    hero = world.gamera_body
    along = (hero.x - horn_x) / (ground_x - horn_x)
    if not 0 < along <= 1 + GAMERA_HALF / abs(ground_x - horn_x):
        return
    height = horn_y + (GROUND_Y - horn_y) * along
    if hero.y - GAMERA_TALL < height < hero.y + 12:
        _hit(world, mother, body, pattern)


def damage_blocks_by_queen(world: World, x: float) -> None:
    damage_blocks(world, x - 10, x + 10, BEAM_BREAKS, by_gamera=False)


def barrier(world: World, mother: Queen, body: Body, pattern: Pattern, tick: int) -> None:
    """Closed: `fight.strike_queen` turns fireballs away."""
    _begin(world, body, QueenState.BARRIER, tick)


def spawn(world: World, mother: Queen, body: Body, pattern: Pattern, tick: int) -> None:
    """A burst of soldiers from under her."""
    _begin(world, body, QueenState.SPAWN, tick)
    if tick != 0:
        return
    dice = world.dice
    xs = [body.x + dice.between(-60, 60) for _ in range(tuning.SPAWN_COUNT)]
    ys = [body.y - dice.between(20, 150) for _ in range(tuning.SPAWN_COUNT)]
    inside = np.clip(np.array(xs, np.float32), np.float32(8), np.float32(world.stage.width - 8))
    world.soldiers.spawn(inside, np.array(ys, np.float32), SoldierState.FLY, world.seed)
    world.tally.spawned += tuning.SPAWN_COUNT
    world.events.append(SoldiersSpawned(tuning.SPAWN_COUNT, body.x, body.y))


def whips(world: World, mother: Queen, body: Body, pattern: Pattern, tick: int) -> None:
    """From the stump, low and far: flown over, or taken on the shell."""
    _begin(world, body, QueenState.WHIPS, tick)
    reach = tuning.WHIP_REACH * (tick + 1) / pattern.strike
    low = world.gamera_body.y > GROUND_Y - WHIP_HEIGHT
    if low and 0 < _ahead(world, body) < reach + GAMERA_HALF:
        _hit(world, mother, body, pattern)


def ram(world: World, mother: Queen, body: Body, pattern: Pattern, tick: int) -> None:
    """Head down and forward: the shell saves him from the blow, not from being shoved along."""
    _begin(world, body, QueenState.RAM, tick)
    body.vx = tuning.RAM_SPEED * body.facing
    hero = world.gamera_body
    low = hero.y > GROUND_Y - RAM_HEIGHT
    if low and not untouchable(world) and 0 < _ahead(world, body) < tuning.RAM_REACH:
        _hit(world, mother, body, pattern)
        shoved = body.x + tuning.RAM_REACH * body.facing
        hero.x = min(max(shoved, EDGE), world.stage.width - EDGE)


STRIKES: dict[QueenState, Callable[[World, Queen, Body, Pattern, int], None]] = {
    QueenState.IMPALE: impale,
    QueenState.BEAM: beam,
    QueenState.BARRIER: barrier,
    QueenState.SPAWN: spawn,
    QueenState.WHIPS: whips,
    QueenState.RAM: ram,
}
