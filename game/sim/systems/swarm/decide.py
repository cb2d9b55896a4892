"""Thought 2: do I change what I am doing? Rates are a second; each soldier rolls once, 15 times a second."""

import numpy as np
import numpy.typing as npt

from game.sim.components import CHOREOGRAPHED
from game.sim.content import swarm as tuning
from game.sim.events import SoldiersClung
from game.sim.rng import Words, noise, per_second
from game.sim.soldiers import FIRST_DEAD, Rows, SoldierState
from game.sim.world import World

Mask = npt.NDArray[np.bool_]
PERCH_OFFSETS = (-6.0, 5.0)  # px from the wire: on top of it, or hanging below
PERCH_SECOND_ROW = 6.0  # px further where two already sit
LOW = 26.0  # px above the roof: close enough to touch down


def change_minds(world: World) -> None:
    soldiers = world.soldiers
    roll = noise(soldiers.luck, world.tick)
    chance = roll & np.uint32(0xFFFF)
    ready = soldiers.ready_at <= world.tick
    flying = (soldiers.state == SoldierState.FLY) & ready
    if world.field.any_live:
        _perch(world, flying, chance, roll >> np.uint32(16))
    _cling(world, ready, chance, roll >> np.uint32(16))
    _take_off_or_land(world, ready, chance)
    _recover_or_vanish(world, ready)


def _perch(world: World, flying: Mask, chance: Words, luck: Words) -> None:
    """Settle on the live wire, where it is near one's own place and there is room."""
    soldiers = world.soldiers
    x = soldiers.position[0].astype(np.intp)
    near = np.abs(world.wire_y.take(x) - soldiers.position[1]) < np.float32(tuning.PERCH_REACH)
    near &= flying
    rows = np.flatnonzero(near)
    if not len(rows):
        return
    settles = np.abs(soldiers.stray[rows]) < np.float32(tuning.PLACE_NEAR)
    settles |= chance[rows] < per_second(tuning.PERCH_ANYWHERE)
    settles &= world.live_x[x[rows]]
    rows = rows[settles]
    perched = x[np.flatnonzero(soldiers.state == SoldierState.PERCH)] >> tuning.PERCH_BIN_BITS
    taken = np.bincount(perched, minlength=(world.stage.width >> tuning.PERCH_BIN_BITS) + 1)
    here = taken[x[rows] >> tuning.PERCH_BIN_BITS]
    free = here + (luck[rows] & np.uint32(1)).astype(np.intp) < tuning.PERCH_MOST
    rows, here = rows[free], here[free]
    if not len(rows):
        return
    above = (luck[rows] >> np.uint32(3)) & np.uint32(1)
    second = (here >= 2).astype(np.float32) * np.float32(PERCH_SECOND_ROW)
    on_top, below = (np.float32(offset) for offset in PERCH_OFFSETS)
    soldiers.offset[1, rows] = np.where(above == 0, on_top - second, below + second)
    soldiers.offset[0, rows] = 0
    soldiers.enter(rows, SoldierState.PERCH, world.tick)
    soldiers.wish[:, rows] = 0


def _cling(world: World, ready: Mask, chance: Words, luck: Words) -> None:
    """Take hold of Gamera, unless he guards or spins, is full or out of their world, or a line calls louder."""
    soldiers, gamera, body = world.soldiers, world.gamera, world.gamera_body
    room = tuning.CLING_MOST - gamera.clinging
    if room <= 0 or gamera.shelled or world.tick < gamera.safe_until or gamera.state in CHOREOGRAPHED:
        return
    x = np.float32(body.x)
    y = np.float32(body.y - tuning.GAMERA_HALF_HEIGHT)
    reach_x = np.float32(tuning.GAMERA_HALF_WIDTH + tuning.CLING_REACH)
    reach_y = np.float32(tuning.GAMERA_HALF_HEIGHT + tuning.CLING_REACH)
    near = np.abs(soldiers.position[0] - x) < reach_x
    near &= np.abs(soldiers.position[1] - y) < reach_y
    near &= ready
    rows = np.flatnonzero(near)
    if not len(rows):
        return
    angry = gamera.angry_until > world.tick
    rate = (tuning.CLING_RATE if angry else tuning.CLING_RATE_CALM) * (room / tuning.CLING_MOST)
    hold = tuning.HOLD * (tuning.ANGRY if angry else 1.0)
    grips = soldiers.state[rows] <= SoldierState.FLY
    grips &= chance[rows] < per_second(rate)
    grips &= soldiers.pull[rows] < np.float32(hold)
    rows = rows[grips][:room]
    if not len(rows):
        return
    _take_a_place_on_him(world, rows, luck[rows])
    soldiers.enter(rows, SoldierState.CLING, world.tick)
    soldiers.velocity[:, rows] = 0
    soldiers.wish[:, rows] = 0
    world.events.append(SoldiersClung(len(rows), gamera.clinging + len(rows)))


def _take_a_place_on_him(world: World, rows: Rows, luck: Words) -> None:
    """Near where it landed, spread by noise over his outline; clamping to a box would pile them up in its corners."""
    soldiers, body = world.soldiers, world.gamera_body
    across = (luck & np.uint32(31)).astype(np.float32) - np.float32(16)
    along = (luck >> np.uint32(8) & np.uint32(31)).astype(np.float32) - np.float32(16)
    y = (soldiers.position[1, rows] - np.float32(body.y - tuning.GAMERA_HALF_HEIGHT)) * np.float32(0.8) + along
    y = np.minimum(np.maximum(y, np.float32(-50)), np.float32(50))
    x = (soldiers.position[0, rows] - np.float32(body.x)) * np.float32(0.6) + across
    # He is narrower at head and feet.
    half_width = np.float32(27) - np.maximum(np.abs(y) - np.float32(24), np.float32(0)) * np.float32(0.45)
    anywhere = (
        (luck >> np.uint32(3) & np.uint32(63)).astype(np.float32) * np.float32(1 / 32) - np.float32(1)
    ) * half_width
    soldiers.offset[0, rows] = np.where(np.abs(x) > half_width, anywhere, x)
    feet = np.float32(50) - (luck & np.uint32(31)).astype(np.float32) * np.float32(2)
    soldiers.offset[1, rows] = np.where(y >= np.float32(50), feet, y)


def _take_off_or_land(world: World, ready: Mask, chance: Words) -> None:
    """Crawlers rise where a line calls; fliers come down where none does."""
    soldiers = world.soldiers
    lucky = chance < per_second(max(tuning.TAKE_OFF, tuning.LAND))
    lucky &= ready
    rows = np.flatnonzero(lucky)
    if not len(rows):
        return
    state, roll = soldiers.state[rows], chance[rows]
    called = soldiers.pull[rows] > np.float32(tuning.HOT)
    rises = (called & (roll < per_second(tuning.TAKE_OFF))) | (roll < per_second(tuning.TAKE_OFF_IDLE))
    rising = rows[(state == SoldierState.CRAWL) & rises]
    x, y = soldiers.position[0, rows], soldiers.position[1, rows]
    low = y > world.roof_y.take(x.astype(np.intp)) - np.float32(LOW)
    landing = rows[(state == SoldierState.FLY) & (soldiers.sinks[rows] > 0) & ~called & low]
    soldiers.enter(rising, SoldierState.FLY, world.tick + 20)
    soldiers.velocity[1, rising] = -120
    soldiers.enter(landing, SoldierState.CRAWL, world.tick)


def _recover_or_vanish(world: World, ready: Mask) -> None:
    """The staggered come to themselves; the dead whose time is over leave the table."""
    soldiers = world.soldiers
    over = soldiers.state >= SoldierState.STAGGER
    over &= ready
    rows = np.flatnonzero(over)
    if not len(rows):
        return
    staggered = rows[soldiers.state[rows] == SoldierState.STAGGER]
    x, y = soldiers.position[0, staggered], soldiers.position[1, staggered]
    low = y > world.roof_y.take(x.astype(np.intp)) - np.float32(12)
    again = world.tick + tuning.STAGGER_RECOVERY
    soldiers.enter(staggered[low], SoldierState.CRAWL, again)
    soldiers.enter(staggered[~low], SoldierState.FLY, again)
    gone = rows[soldiers.state[rows] >= FIRST_DEAD]
    if len(gone):
        stays = np.ones(soldiers.count, np.bool_)
        stays[gone] = False
        soldiers.keep(np.flatnonzero(stays))
