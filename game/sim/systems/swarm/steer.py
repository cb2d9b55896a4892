"""Thought 1: which way do I want to go?

Far from a wire a soldier climbs the gradient of field, lights and Gamera. Near one it heads for a place of its own:
the field chooses the wire, noise chooses the place on it (without that, 58 % of them coil round the wire's end).
"""

import numpy as np

from game.sim.components import Gamera, GameraState
from game.sim.content import swarm as tuning
from game.sim.rng import MASK32, Floats, disc_table
from game.sim.soldiers import SoldierState
from game.sim.world import World

_DISC = disc_table()
_GOLDEN = 2654435761  # 2**32 over the golden ratio: neighbouring moments get far directions
CRAWLER_HEIGHT = 5.0  # px of its middle above what it walks on


def steer(world: World) -> None:
    soldiers = world.soldiers
    rows = world.field.steering.take(soldiers.cell, axis=0)
    feel = np.ascontiguousarray(rows.T)  # gradient x, gradient y, potential, weight of one's own place
    soldiers.pull[:] = feel[2]
    drive = feel[:2] + _toward_gamera(world)
    _to_cruising_speed(world, drive, feel[3])
    if world.field.any_live:
        _toward_own_place(world, drive, feel[3])
    drive += _wander(world)
    drive += soldiers.push
    drive[1] += _keep_height(world, feel[2])
    _wish(world, drive)


def _toward_gamera(world: World) -> Floats:
    """His pull: strong near him, nothing far off, more while they are angry."""
    body, gamera = world.gamera_body, world.gamera
    toward = np.array([[body.x], [body.y - tuning.GAMERA_HALF_HEIGHT]], np.float32) - world.soldiers.position
    squares = toward * toward
    distance = squares[0] + squares[1]
    np.sqrt(distance, out=distance)
    soft = distance + np.float32(tuning.GAMERA_SOFT)
    soft *= soft
    distance += np.float32(1)
    soft *= distance
    np.divide(np.float32(_pull_of(gamera, world.tick)), soft, out=soft)
    toward *= soft
    return toward


def _pull_of(gamera: Gamera, tick: int) -> float:
    if gamera.state is GameraState.COMATOSE:
        return 0.0  # no heart beats, no current runs: to them he is a rock
    return tuning.GAMERA_PULL_ANGRY if gamera.angry_until > tick else tuning.GAMERA_PULL


def _to_cruising_speed(world: World, drive: Floats, called: Floats) -> None:
    """Scales the slope to a flying speed: a cruise, or full speed where a line calls; in bursts of one's own."""
    squares = drive * drive
    steepness = squares[0] + squares[1]
    np.sqrt(steepness, out=steepness)
    steepness += np.float32(tuning.FAINT_SLOPE)
    beat = ((world.soldiers.luck + np.uint32(world.tick & MASK32)) & np.uint32(31)).astype(np.float32)
    beat *= np.float32(-2 * tuning.BURST / 31)
    beat += np.float32(1 + tuning.BURST)
    speed = called * np.float32(tuning.FLY_SPEED - tuning.CRUISE_SPEED)
    speed += np.float32(tuning.CRUISE_SPEED)
    speed *= beat
    speed /= steepness
    drive *= speed


def _toward_own_place(world: World, drive: Floats, called: Floats) -> None:
    """Blends the drive with the way to a place on the strongest circuit, drawn anew about every two seconds."""
    soldiers, lines = world.soldiers, world.lines
    circuit = world.field.strongest.take(soldiers.cell)
    draw = (soldiers.luck + np.uint32(world.tick & MASK32)) >> np.uint32(tuning.PLACE_BITS)
    draw *= np.uint32(_GOLDEN)
    draw ^= soldiers.luck
    draw *= np.uint32(0x2C1B3C6D)
    share = (draw >> np.uint32(16)).astype(np.float32) * np.float32(1 / 65536)
    place = lines.first_place.take(circuit) + lines.place_count.take(circuit) * share
    place_x = lines.places.take(place.astype(np.intp))
    to_x = place_x.astype(np.float32) - soldiers.position[0]
    to_y = world.wire_y.take(place_x) - soldiers.position[1]
    soldiers.stray[:] = to_x
    speed = np.sqrt(to_x * to_x + to_y * to_y) + np.float32(tuning.PLACE_SOFT)
    np.divide(np.float32(tuning.FLY_SPEED * tuning.PLACE_SPEED), speed, out=speed)
    drive[0] += called * (to_x * speed - drive[0])
    drive[1] += called * (to_y * speed - drive[1])


def _wander(world: World) -> Floats:
    held = (world.tick // tuning.WANDER_TICKS) * _GOLDEN & MASK32
    pick = (world.soldiers.luck + np.uint32(held)) >> np.uint32(7) & np.uint32(4095)
    return _DISC.take(pick.astype(np.intp), axis=1) * np.float32(tuning.WANDER)


def _keep_height(world: World, potential: Floats) -> Floats:
    """Where no line calls, half of them come down to crawl; the other half keep to a height of their own."""
    soldiers = world.soldiers
    height = (soldiers.luck >> np.uint32(8) & np.uint32(255)).astype(np.float32)
    height *= np.float32(tuning.CRUISE_BAND / 256)
    height += np.float32(tuning.CRUISE_TOP)
    height -= soldiers.position[1]
    height *= np.float32(tuning.CRUISE_HOLD)
    vertical = np.where(soldiers.sinks > 0, np.float32(tuning.SINK), height)
    vertical *= potential < np.float32(tuning.SINK_BELOW)
    return vertical


def _wish(world: World, drive: Floats) -> None:
    """Each state takes from the drive what it can use."""
    soldiers = world.soldiers
    flying = soldiers.state == SoldierState.FLY
    np.copyto(soldiers.wish, drive, where=flying)
    tumbling = np.flatnonzero(soldiers.state == SoldierState.STAGGER)
    soldiers.wish[0, tumbling] = soldiers.push[0, tumbling]
    crawling = np.flatnonzero(soldiers.state == SoldierState.CRAWL)
    if len(crawling):
        most = np.float32(tuning.CRAWL_MOST)
        along = drive[0, crawling] * np.float32(tuning.CRAWL_SHARE)
        soldiers.wish[0, crawling] = np.minimum(np.maximum(along, -most), most)
        x, y = soldiers.position[0, crawling], soldiers.position[1, crawling]
        climb = (world.roof_y.take(x.astype(np.intp)) - np.float32(CRAWLER_HEIGHT) - y) * np.float32(9)
        soldiers.wish[1, crawling] = np.minimum(np.maximum(climb, np.float32(-70)), np.float32(220))
