"""The swarm's table and its verbs. How soldiers decide and move is `systems/swarm/`."""

from enum import IntEnum

import numpy as np
import numpy.typing as npt

from game.sim.rng import Floats, Words, luck_of_newborn, word
from game.sim.table import Column, Table

Rows = npt.NDArray[np.intp]
NOBODY: Rows = np.zeros(0, np.intp)
Mask = npt.NDArray[np.bool_]  # one entry a row


class SoldierState(IntEnum):
    """What a soldier is doing. The order matters: below CLING it is free, from STAGGER on it is helpless."""

    CRAWL = 0
    FLY = 1
    CLING = 2  # on Gamera, biting
    PERCH = 3  # on a live wire
    STAGGER = 4  # thrown off, tumbling, comes to itself
    BURN = 5  # dead, still arcing
    FALL = 6  # dead, falling


FIRST_DEAD = int(SoldierState.BURN)
_ONE = word(1)
_STATES = [np.array(state, np.uint8) for state in SoldierState]
RESPONSE = np.array([0.25, 0.11, 0.0, 0.35, 0.035, 0.03, 0.03], np.float32)  # share of the wish taken up a tick


class Soldiers(Table):
    """One row a soldier. Vectors have shape (2, count): x then y."""

    columns = (
        Column("position", np.float32, 2),  # px; the body's centre
        Column("velocity", np.float32, 2),  # px/s
        Column("wish", np.float32, 2),  # px/s; the velocity it steers for
        Column("offset", np.float32, 2),  # px; place on its host (Gamera's middle, the wire)
        Column("push", np.float32, 2),  # px/s; away from the crowd, renewed every fourth tick
        Column("response", np.float32),  # share of (wish - velocity) taken up each tick
        Column("pull", np.float32),  # potential of live wires where it is, as it last felt it
        Column("stray", np.float32),  # px; along x to its own place on the wire
        Column("luck", np.uint32),  # birth hash for stateless noise
        Column("uid", np.uint32),
        Column("ready_at", np.int32),  # tick from which it may change its mind
        Column("cell", np.int32),  # index into the field's grid
        Column("state", np.uint8),  # SoldierState
        Column("sinks", np.uint8),  # 1: comes down to crawl where no line calls
    )
    position: Floats
    velocity: Floats
    wish: Floats
    offset: Floats
    push: Floats
    response: Floats
    pull: Floats
    stray: Floats
    luck: Words
    uid: Words
    ready_at: npt.NDArray[np.int32]
    cell: npt.NDArray[np.int32]
    state: npt.NDArray[np.uint8]
    sinks: npt.NDArray[np.uint8]

    def spawn(self, x: Floats, y: Floats, state: SoldierState, seed: int) -> slice:
        """Births at the points (x, y), all in `state`, ready at once."""
        rows = self.append(len(x))
        self.position[0, rows] = x
        self.position[1, rows] = y
        self.luck[rows] = luck_of_newborn(self.next_uid - len(x), len(x), seed)
        self.sinks[rows] = self.luck[rows] & _ONE
        self.state[rows] = state
        self.response[rows] = RESPONSE[state]
        return rows

    def enter(self, rows: Rows, state: SoldierState, ready_at: int) -> None:
        """Puts `rows` into `state`; they may leave it by themselves from tick `ready_at`."""
        if not len(rows):
            return
        self.state[rows] = state
        self.response[rows] = RESPONSE[state]
        self.ready_at[rows] = ready_at

    def are(self, state: SoldierState) -> Mask:
        """Who is in `state`."""
        # NumPy compares with an array's number in a quarter of the time an enum takes: 3 us, as much as all of a pass.
        mask: Mask = self.state == _STATES[state]
        return mask

    def any_are(self, state: SoldierState) -> bool:
        """Whether anybody is in `state`: a search of bytes, a fifth of what a comparison of few rows costs."""
        return int(state) in self.state.tobytes()

    def who_are(self, state: SoldierState) -> Rows:
        """The rows in `state`."""
        return self.are(state).nonzero()[0] if self.any_are(state) else NOBODY

    def count_of(self, state: SoldierState) -> int:
        """How many are in `state`."""
        return self.state.tobytes().count(int(state))

    def free(self) -> Mask:
        """Who is alive, hale and not on Gamera."""
        mask: Mask = self.state < int(SoldierState.CLING)
        mask |= self.are(SoldierState.PERCH)
        return mask

    def alive(self) -> int:
        return int(np.count_nonzero(self.state < FIRST_DEAD))

    def within(self, x: float, y: float, radius: float) -> Rows:
        """Rows of the living within `radius` px of a point."""
        dx = self.position[0] - np.float32(x)
        dy = self.position[1] - np.float32(y)
        near = dx * dx + dy * dy < np.float32(radius * radius)
        near &= self.state < FIRST_DEAD
        rows: Rows = near.nonzero()[0]
        return rows

    def fling(self, rows: Rows, x: float, y: float, speed: float, ready_at: int) -> None:
        """Throws `rows` away from the point at `speed` px/s; they tumble until `ready_at`."""
        if not len(rows):
            return
        away_x = self.position[0, rows] - np.float32(x)
        away_y = self.position[1, rows] - np.float32(y)
        scale = np.float32(speed) / (np.sqrt(away_x * away_x + away_y * away_y) + np.float32(8))
        self.enter(rows, SoldierState.STAGGER, ready_at)
        self.velocity[0, rows] = away_x * scale
        self.velocity[1, rows] = away_y * scale - np.float32(60)
        self.wish[0, rows] = 0
        self.wish[1, rows] = 240

    def kill(self, rows: Rows, state: SoldierState, gone_at: int) -> None:
        """The dead keep their row until `gone_at`, so that they can be seen to fall."""
        self.enter(rows, state, gone_at)
        self.wish[0, rows] = self.velocity[0, rows]
        self.wish[1, rows] = 260
