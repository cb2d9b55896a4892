"""Thought 1: which way do I want to go?

Far from a wire a soldier climbs the gradient of field, lights and Gamera. Near one it heads for a place of its own:
the field chooses the wire, noise chooses the place on it (without that, 58 % of them coil round the wire's end).
"""

import numpy as np

from game.sim.components import Gamera, GameraState
from game.sim.content import swarm as tuning
from game.sim.rng import MASK32, Floats, disc_table, single, word
from game.sim.soldiers import Soldiers, SoldierState
from game.sim.world import World

_GOLDEN = 2654435761  # 2**32 over the golden ratio: neighbouring moments get far directions
CRAWLER_HEIGHT = 5.0  # px of its middle above what it walks on
CLIMB_RESPONSE = 9.0  # px/s for every px off it
CLIMB_MOST, DROP_MOST = 70.0, 220.0  # px/s up a wall, and down from one

_SOFT, _FAINT, _ONE = single(tuning.GAMERA_SOFT), single(tuning.FAINT_SLOPE), single(1)
_PLACE_SOFT = single(tuning.PLACE_SOFT)
_CRUISE_HOLD, _SINK = single(tuning.CRUISE_HOLD), single(tuning.SINK)
_CRAWL_SHARE, _CRAWL_MOST, _CRAWL_LEAST = (
    single(value) for value in (tuning.CRAWL_SHARE, tuning.CRAWL_MOST, -tuning.CRAWL_MOST)
)
_CLIMB_RESPONSE, _CLIMB_MOST, _DROP_MOST = single(CLIMB_RESPONSE), single(-CLIMB_MOST), single(DROP_MOST)
_CRAWLER_HEIGHT = single(CRAWLER_HEIGHT)
_WANDER = np.ascontiguousarray((disc_table() * tuning.WANDER).T)  # px/s; (4096, 2)
_BEATS = np.arange(32, dtype=np.float32) * np.float32(-2 * tuning.BURST / 31) + np.float32(1 + tuning.BURST)
_HEIGHTS = np.arange(256, dtype=np.float32) * np.float32(tuning.CRUISE_BAND / 256) + tuning.CRUISE_TOP
_WANDERS, _BEAT, _HEIGHT = word(len(_WANDER) - 1), word(len(_BEATS) - 1), word(len(_HEIGHTS) - 1)  # masks
_WANDER_BITS, _HEIGHT_BITS = word(7), word(8)


def steer(world: World, soldiers: Soldiers) -> None:
    """`soldiers` is a block of the world's, here and below."""
    slope_x, slope_y, potential, called, speed, keeps_height = world.field.felt_at(soldiers.cell)
    soldiers.pull[:] = potential
    drive = _toward_gamera(world, soldiers)
    drive[0] += slope_x
    drive[1] += slope_y
    _to_flying_speed(world, soldiers, drive, speed)
    if world.field.any_live:
        _toward_own_place(world, soldiers, drive, called)
    wander_x, wander_y = _wander(world, soldiers)
    drive[0] += wander_x
    drive[1] += wander_y
    drive += soldiers.push
    drive[1] += _keep_height(soldiers, keeps_height)
    _wish(world, soldiers, drive)


def _toward_gamera(world: World, soldiers: Soldiers) -> Floats:
    """His pull: strong near him, nothing far off, more while they are angry."""
    body = world.gamera_body
    middle = np.array(((body.x,), (body.y - tuning.GAMERA_HALF_HEIGHT,)), np.float32)
    toward: Floats = middle - soldiers.position
    distance = _length(toward)
    soft = distance + _SOFT
    soft *= soft
    distance += _ONE
    soft *= distance
    np.divide(single(_pull_of(world.gamera, world.tick)), soft, out=soft)
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


def _to_flying_speed(world: World, soldiers: Soldiers, drive: Floats, speed: Floats) -> None:
    """Scales the slope to the flying `speed` of the place (px/s), in bursts of one's own."""
    beat = soldiers.luck + word(world.tick)
    beat &= _BEAT
    speed = speed * _BEATS.take(beat)
    steepness = _length(drive)
    steepness += _FAINT
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
    speed = np.sqrt(to_x * to_x + to_y * to_y) + _PLACE_SOFT
    np.divide(tuning.FLY_SPEED * tuning.PLACE_SPEED, speed, out=speed)
    drive[0] += called * (to_x * speed - drive[0])
    drive[1] += called * (to_y * speed - drive[1])


def _wander(world: World, soldiers: Soldiers) -> Floats:
    held = soldiers.luck + word((world.tick // tuning.WANDER_TICKS) * _GOLDEN)
    held >>= _WANDER_BITS
    held &= _WANDERS
    return _WANDER.take(held, axis=0).T


def _keep_height(soldiers: Soldiers, keeps_height: Floats) -> Floats:
    """Where no line calls, half of them come down to crawl; the other half keep to a height of their own."""
    height = soldiers.luck >> _HEIGHT_BITS
    height &= _HEIGHT
    vertical = _HEIGHTS.take(height)
    vertical -= soldiers.position[1]
    vertical *= _CRUISE_HOLD
    np.putmask(vertical, soldiers.sinks.view(np.bool_), _SINK)
    vertical *= keeps_height
    return vertical


def _wish(world: World, soldiers: Soldiers, drive: Floats) -> None:
    """Each state takes from the drive what it can use."""
    wish_x, wish_y = soldiers.wish
    along, up = drive
    flying = soldiers.are(SoldierState.FLY)
    np.putmask(wish_x, flying, along)
    np.putmask(wish_y, flying, up)
    if soldiers.any_are(SoldierState.STAGGER):
        np.putmask(wish_x, soldiers.are(SoldierState.STAGGER), soldiers.push[0])
    if soldiers.any_are(SoldierState.CRAWL):
        crawling = soldiers.are(SoldierState.CRAWL)
        along *= _CRAWL_SHARE
        np.maximum(along, _CRAWL_LEAST, out=along)
        np.minimum(along, _CRAWL_MOST, out=along)
        np.putmask(wish_x, crawling, along)
        np.putmask(wish_y, crawling, _climb(world, soldiers))


def _climb(world: World, soldiers: Soldiers) -> Floats:
    """px/s onto the roof or street below: quickly down, slowly up a wall."""
    x, y = soldiers.position
    climb: Floats = world.roof_y.take(x.astype(np.intp))
    climb -= _CRAWLER_HEIGHT
    climb -= y
    climb *= _CLIMB_RESPONSE
    np.maximum(climb, _CLIMB_MOST, out=climb)
    np.minimum(climb, _DROP_MOST, out=climb)
    return climb
