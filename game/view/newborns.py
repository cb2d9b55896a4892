"""Who was born a moment ago: they come in from afar, a speck first, then small, instead of being there at once."""

from collections import deque

import numpy as np

from game.sim.soldiers import Soldiers

SPECK_TICKS, SMALL_TICKS = 9, 22  # of age until which they are drawn so


class Newborns:
    """Told of every tick; rows of the soldiers' table are in the order of birth, so that two rows say everything."""

    def __init__(self) -> None:
        self._next_uids: deque[int] = deque(maxlen=SMALL_TICKS)  # of the last ticks, the present one last

    def observe(self, soldiers: Soldiers) -> None:
        """One tick. Who is there at the first one is not new."""
        self._next_uids.append(soldiers.next_uid)

    def specks_from(self, soldiers: Soldiers) -> int:
        """The first row of those still a speck."""
        return self._first_younger_than(SPECK_TICKS, soldiers)

    def small_from(self, soldiers: Soldiers) -> int:
        """The first row of those still small or a speck."""
        return self._first_younger_than(SMALL_TICKS, soldiers)

    def _first_younger_than(self, ticks: int, soldiers: Soldiers) -> int:
        if not self._next_uids:
            return soldiers.count
        back = min(ticks, len(self._next_uids))
        return int(np.searchsorted(soldiers.uid, self._next_uids[-back]))
