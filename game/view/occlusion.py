"""Who of a crowd's specks can be seen: most of ten thousand are hidden by somebody nearer and need not be drawn.

A speck is 5 x 4 px. The view is divided into cells of 4 x 2 px. A speck is left out if another one, drawn after it, is
in its cell, or the middle of a larger soldier there or two px further down. Of ten thousand more than half are left
out, and of the picture's pixels one in 370 changes, or in 130 where no line draws them together.
"""

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.intp]

CELL_WIDTH_BITS, CELL_HEIGHT_BITS = 2, 1  # a cell is 4 px wide and 2 px high
ROW_BITS = 8  # cells beside each other: 1024 px, so that 16 px outside the view are not those at its other edge
CELLS = 1 << 16  # 512 px high
BY_LARGER = -1


class Occlusion:
    """All x and y are canvas px; the view and 16 px round it."""

    def __init__(self) -> None:
        self._owner = np.zeros(CELLS, np.int32)  # scratch: who is nearest in each cell; old entries are never read

    def seen(self, x: Indices, y: Indices, larger_x: Indices, larger_y: Indices) -> Indices:
        """Which of the specks at (x, y), in the order they are drawn, are not hidden."""
        cells, number = _cells_at(x, y), np.arange(len(x), dtype=np.int32)
        self._owner[cells] = number  # of several in a cell the last one stays
        self._owner[_cells_at(larger_x, larger_y)] = BY_LARGER
        self._owner[_cells_at(larger_x, larger_y + (1 << CELL_HEIGHT_BITS))] = BY_LARGER
        return np.flatnonzero(self._owner.take(cells) == number)


def _cells_at(x: Indices, y: Indices) -> Indices:
    return (((y >> CELL_HEIGHT_BITS) << ROW_BITS) + (x >> CELL_WIDTH_BITS)) & (CELLS - 1)
