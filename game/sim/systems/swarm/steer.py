"""Thought 1: which way do I want to go?

Far from a wire a soldier climbs the gradient of field, lights and Gamera. Near one it heads for a place of its own:
the field chooses the wire, noise chooses the place on it (without that, 58 % of them coil round the wire's end).
"""

import numpy as np

from game.sim.components import Gamera, GameraState
from game.sim.content import swarm as tuning
from game.sim.rng import MASK32, Floats, disc_table
from game.sim.soldiers import Soldiers, SoldierState
from game.sim.world import World

_GOLDEN = 2654435761  # 2**32 over the golden ratio: neighbouring moments get far directions
CRAWLER_HEIGHT = 5.0  # px of its middle above what it walks on
_WANDER = disc_table() * tuning.WANDER  # px/s
_WANDERS = len(_WANDER[0]) - 1  # a mask: there are 4096
_BEATS = np.arange(32, dtype=np.float32) * np.float32(-2 * tuning.BURST / 31) + np.float32(1 + tuning.BURST)
_HEIGHTS = np.arange(256, dtype=np.float32) * np.float32(tuning.CRUISE_BAND / 256) + tuning.CRUISE_TOP


def steer(world: World, soldiers: Soldiers) -> None:
    """`soldiers` is a block of the world's, here and below."""
    slope_x, slope_y, potential, own_place = world.field.steering.take(soldiers.cell, axis=1)
    soldiers.pull[:] = potential
    drive = _toward_gamera(world, soldiers)
    drive[0] += slope_x
    drive[1] += slope_y
    _to_cruising_speed(world, soldiers, drive, own_place)
    if world.field.any_live:
        _toward_own_place(world, soldiers, drive, own_place)
    drive += _wander(world, soldiers)
    drive += soldiers.push
    drive[1] += _keep_height(soldiers, potential)
    _wish(world, soldiers, drive)


def _toward_gamera(world: World, soldiers: Soldiers) -> Floats:
    """His pull: strong near him, nothing far off, more while they are angry."""
    body = world.gamera_body
    x, y = soldiers.position
    toward = np.empty((2, soldiers.count), np.float32)
    np.subtract(np.float32(body.x), x, out=toward[0])
    np.subtract(np.float32(body.y - tuning.GAMERA_HALF_HEIGHT), y, out=toward[1])
    distance = _length(toward)
    soft = distance + tuning.GAMERA_SOFT
    soft *= soft
    distance += 1
    soft *= distance
    np.divide(np.float32(_pull_of(world.gamera, world.tick)), soft, out=soft)
    toward *= soft
    return toward


def _length(vectors: Floats) -> Floats:
    squares = vectors * vectors
    length: Floats = squares[0]
    length += squares[1]
    return np.sqrt(length, out=length)


def _pull_of(gamera: Gamera, tick: int) -> float:
    if gamera.state is GameraState.COMATOSE:
        return 0.0  # no heart beats, no current runs: to them he is a rock
    return tuning.GAMERA_PULL_ANGRY if gamera.angry_until > tick else tuning.GAMERA_PULL


def _to_cruising_speed(world: World, soldiers: Soldiers, drive: Floats, called: Floats) -> None:
    """Scales the slope to a flying speed: a cruise, or full speed where a line calls; in bursts of one's own."""
    steepness = _length(drive)
    steepness += tuning.FAINT_SLOPE
    speed = called * (tuning.FLY_SPEED - tuning.CRUISE_SPEED)
    speed += tuning.CRUISE_SPEED
    speed *= _BEATS.take(soldiers.luck + np.uint32(world.tick & MASK32) & 31)
    speed /= steepness
    drive *= speed


def _toward_own_place(world: World, soldiers: Soldiers, drive: Floats, called: Floats) -> None:
    """Blends the drive with the way to a place on the strongest circuit, drawn anew about every two seconds."""
    lines = world.lines
    circuit = world.field.strongest.take(soldiers.cell)
    draw = (soldiers.luck + np.uint32(world.tick & MASK32)) >> tuning.PLACE_BITS
    draw *= _GOLDEN
    draw ^= soldiers.luck
    draw *= 0x2C1B3C6D
    share = (draw >> 16).astype(np.float32) * (1 / 65536)
    place = lines.first_place.take(circuit) + lines.place_count.take(circuit) * share
    place_x = lines.places.take(place.astype(np.intp))
    x, y = soldiers.position
    to_x = place_x.astype(np.float32) - x
    to_y = world.wire_y.take(place_x) - y
    soldiers.stray[:] = to_x
    speed = np.sqrt(to_x * to_x + to_y * to_y) + tuning.PLACE_SOFT
    np.divide(tuning.FLY_SPEED * tuning.PLACE_SPEED, speed, out=speed)
    drive[0] += called * (to_x * speed - drive[0])
    drive[1] += called * (to_y * speed - drive[1])


def _wander(world: World, soldiers: Soldiers) -> Floats:
    held = (world.tick // tuning.WANDER_TICKS) * _GOLDEN & MASK32
    return _WANDER.take((soldiers.luck + np.uint32(held)) >> 7 & _WANDERS, axis=1)


def _keep_height(soldiers: Soldiers, potential: Floats) -> Floats:
    """Where no line calls, half of them come down to crawl; the other half keep to a height of their own."""
    vertical = _HEIGHTS.take(soldiers.luck >> 8 & 255)
    vertical -= soldiers.position[1]
    vertical *= tuning.CRUISE_HOLD
    np.putmask(vertical, soldiers.sinks.view(np.bool_), np.float32(tuning.SINK))
    vertical *= potential < tuning.SINK_BELOW
    return vertical


def _wish(world: World, soldiers: Soldiers, drive: Floats) -> None:
    """Each state takes from the drive what it can use."""
    wish = soldiers.wish
    along, up = drive
    flying = soldiers.are(SoldierState.FLY)
    np.putmask(wish[0], flying, along)
    np.putmask(wish[1], flying, up)
    np.putmask(wish[0], soldiers.are(SoldierState.STAGGER), soldiers.push[0])
    crawling = soldiers.are(SoldierState.CRAWL)
    if np.count_nonzero(crawling):
        along *= tuning.CRAWL_SHARE
        np.maximum(along, -tuning.CRAWL_MOST, out=along)
        np.minimum(along, tuning.CRAWL_MOST, out=along)
        np.putmask(wish[0], crawling, along)
        np.putmask(wish[1], crawling, _climb(world, soldiers))


def _climb(world: World, soldiers: Soldiers) -> Floats:
    """px/s onto the roof or street below: quickly down, slowly up a wall."""
    x, y = soldiers.position
    climb: Floats = world.roof_y.take(x.astype(np.intp))
    climb -= CRAWLER_HEIGHT
    climb -= y
    climb *= 9
    np.maximum(climb, -70, out=climb)
    np.minimum(climb, 220, out=climb)
    return climb
