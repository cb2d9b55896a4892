"""Thought 2: do I change what I am doing? Rates are a second; each soldier rolls once, 15 times a second."""

import numpy as np
import numpy.typing as npt

from game.sim.components import CHOREOGRAPHED, Body
from game.sim.content import swarm as tuning
from game.sim.events import SoldiersClung
from game.sim.rng import Words, noise, per_second, single, word
from game.sim.soldiers import NOBODY, Mask, Rows, Soldiers, SoldierState
from game.sim.world import World

PERCH_OFFSETS = (-6.0, 5.0)  # px from the wire: on top of it, or hanging below
PERCH_SECOND_ROW = 6.0  # px further where two already sit
LOW = 26.0  # px above the roof: close enough to touch down
LOW_WHEN_STAGGERED = 12.0
LIFT_TICKS = 20  # before those that took off may change their minds

LOWER_HALF, UPPER_HALF = word(0xFFFF), word(16)  # a mask, and a shift
PERCH_ANYWHERE, TAKE_OFF, TAKE_OFF_IDLE, LAND = (
    per_second(rate) for rate in (tuning.PERCH_ANYWHERE, tuning.TAKE_OFF, tuning.TAKE_OFF_IDLE, tuning.LAND)
)
_PERCH_REACH, _HOT = single(tuning.PERCH_REACH), single(tuning.HOT)
_CLING_WIDTH = single(tuning.GAMERA_HALF_WIDTH + tuning.CLING_REACH)
_CLING_HEIGHT = single(tuning.GAMERA_HALF_HEIGHT + tuning.CLING_REACH)
_CLING = np.array(SoldierState.CLING, np.uint8)


def change_minds(world: World, soldiers: Soldiers) -> None:
    """`soldiers` is a block of the world's, here and below, and `ready` who of them may change what it does."""
    roll = noise(soldiers.luck, world.tick)  # its lower half is compared with a chance, the upper one is for details
    ready = soldiers.ready_at <= np.array(world.tick, np.int32)
    if world.field.any_live:
        _perch(world, soldiers, ready, roll)
    _cling(world, soldiers, ready, roll)
    _take_off_or_land(world, soldiers, ready, roll & LOWER_HALF)
    if soldiers.any_are(SoldierState.STAGGER):
        _recover(world, soldiers, ready)


def _perch(world: World, soldiers: Soldiers, ready: Mask, roll: Words) -> None:
    """Settle on the live wire, where it is near one's own place and there is room."""
    x = soldiers.position[0].astype(np.intp)
    away = world.wire_y.take(x)
    away -= soldiers.position[1]
    near: Mask = np.abs(away, out=away) < _PERCH_REACH
    near &= soldiers.are(SoldierState.FLY)
    near &= ready
    rows = near.nonzero()[0]
    if not len(rows):
        return
    settles = np.abs(soldiers.stray[rows]) < tuning.PLACE_NEAR
    settles |= (roll[rows] & LOWER_HALF) < PERCH_ANYWHERE
    settles &= world.live_x[x[rows]]
    rows = rows[settles]
    if not len(rows):
        return
    here = _perched_by_place(world)[x[rows] >> tuning.PERCH_BIN_BITS]
    free = here + (roll[rows] >> UPPER_HALF & 1).astype(np.intp) < tuning.PERCH_MOST
    rows, here = rows[free], here[free]
    if not len(rows):
        return
    above = (roll[rows] >> UPPER_HALF >> 3) & 1
    second = (here >= 2).astype(np.float32) * PERCH_SECOND_ROW
    on_top, below = (np.float32(offset) for offset in PERCH_OFFSETS)
    soldiers.offset[1, rows] = np.where(above == 0, on_top - second, below + second)
    soldiers.offset[0, rows] = 0
    soldiers.enter(rows, SoldierState.PERCH, world.tick)
    soldiers.wish[:, rows] = 0


def _perched_by_place(world: World) -> npt.NDArray[np.intp]:
    """How many of the whole swarm sit in each bin of the stage's width."""
    soldiers = world.soldiers
    x = soldiers.position[0].take(soldiers.who_are(SoldierState.PERCH))
    bins = (world.stage.width >> tuning.PERCH_BIN_BITS) + 1
    return np.bincount(x.astype(np.intp) >> tuning.PERCH_BIN_BITS, minlength=bins)


def _cling(world: World, soldiers: Soldiers, ready: Mask, roll: Words) -> None:
    """Take hold of Gamera, unless he guards or spins, is full or out of their world, or a line calls louder."""
    gamera, body = world.gamera, world.gamera_body
    room = tuning.CLING_MOST - gamera.clinging
    if room <= 0 or gamera.shelled or world.tick < gamera.safe_until or gamera.state in CHOREOGRAPHED:
        return
    x, y = soldiers.position
    away = x - single(body.x)
    near: Mask = np.abs(away, out=away) < _CLING_WIDTH
    np.subtract(y, single(body.y - tuning.GAMERA_HALF_HEIGHT), out=away)
    near &= np.abs(away, out=away) < _CLING_HEIGHT
    near &= ready
    near &= soldiers.state < _CLING
    rows = near.nonzero()[0]
    if not len(rows):
        return
    angry = gamera.angry_until > world.tick
    rate = (tuning.CLING_RATE if angry else tuning.CLING_RATE_CALM) * (room / tuning.CLING_MOST)
    hold = tuning.HOLD * (tuning.ANGRY if angry else 1.0)
    grips = (roll.take(rows) & LOWER_HALF) < per_second(rate)
    grips &= soldiers.pull.take(rows) < single(hold)
    rows = rows[grips][:room]
    if not len(rows):
        return
    _take_a_place_on_him(soldiers, rows, roll[rows] >> UPPER_HALF, body)
    soldiers.enter(rows, SoldierState.CLING, world.tick)
    soldiers.velocity[:, rows] = 0
    soldiers.wish[:, rows] = 0
    gamera.clinging += len(rows)
    world.events.append(SoldiersClung(len(rows), gamera.clinging))


def _take_a_place_on_him(soldiers: Soldiers, rows: Rows, luck: Words, body: Body) -> None:
    """Near where it landed, spread by noise over his outline; clamping to a box would pile them up in its corners."""
    across = (luck & 31).astype(np.float32) - 16
    along = (luck >> 8 & 31).astype(np.float32) - 16
    y = (soldiers.position[1, rows] - np.float32(body.y - tuning.GAMERA_HALF_HEIGHT)) * 0.8 + along
    y = np.minimum(np.maximum(y, -50), 50)
    x = (soldiers.position[0, rows] - np.float32(body.x)) * 0.6 + across
    # He is narrower at head and feet.
    half_width = 27 - np.maximum(np.abs(y) - 24, 0) * 0.45
    anywhere = ((luck >> 3 & 63).astype(np.float32) * (1 / 32) - 1) * half_width
    soldiers.offset[0, rows] = np.where(np.abs(x) > half_width, anywhere, x)
    feet = 50 - (luck & 31).astype(np.float32) * 2
    soldiers.offset[1, rows] = np.where(y >= 50, feet, y)


def _take_off_or_land(world: World, soldiers: Soldiers, ready: Mask, chance: Words) -> None:
    """Crawlers rise where a line calls; fliers come down where none does."""
    rising = _rising(soldiers, ready, chance) if soldiers.any_are(SoldierState.CRAWL) else NOBODY
    landing = _landing(world, soldiers, ready, chance)
    if len(rising):
        soldiers.enter(rising, SoldierState.FLY, world.tick + LIFT_TICKS)
        soldiers.velocity[1, rising] = -120
    soldiers.enter(landing, SoldierState.CRAWL, world.tick)


def _rising(soldiers: Soldiers, ready: Mask, chance: Words) -> Rows:
    """Crawlers who take off; now and then one does where no line calls."""
    rises: Mask = soldiers.pull > _HOT
    rises &= chance < TAKE_OFF
    rises |= chance < TAKE_OFF_IDLE
    rises &= soldiers.are(SoldierState.CRAWL)
    rises &= ready
    return rises.nonzero()[0]


def _landing(world: World, soldiers: Soldiers, ready: Mask, chance: Words) -> Rows:
    """Fliers of those that come down, where no line calls and the ground is near."""
    sinking: Mask = chance < LAND
    sinking &= soldiers.are(SoldierState.FLY)
    sinking &= soldiers.sinks.view(np.bool_)
    sinking &= ready
    sinking &= soldiers.pull <= _HOT
    rows = sinking.nonzero()[0]
    return rows[_low(world, soldiers, rows, LOW)] if len(rows) else rows


def _recover(world: World, soldiers: Soldiers, ready: Mask) -> None:
    """The staggered come to themselves."""
    over = soldiers.are(SoldierState.STAGGER)
    over &= ready
    rows = over.nonzero()[0]
    if not len(rows):
        return
    low = _low(world, soldiers, rows, LOW_WHEN_STAGGERED)
    again = world.tick + tuning.STAGGER_RECOVERY
    soldiers.enter(rows[low], SoldierState.CRAWL, again)
    soldiers.enter(rows[~low], SoldierState.FLY, again)


def _low(world: World, soldiers: Soldiers, rows: Rows, height: float) -> Mask:
    """Which of `rows` are less than `height` px above what crawlers walk on."""
    x, y = soldiers.position.take(rows, axis=1)
    low: Mask = y > world.roof_y.take(x.astype(np.intp)) - np.float32(height)
    return low
