"""Columns for the many and alike: rows in birth order, stable compaction, uids that only rise."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple, Self

import numpy as np
import numpy.typing as npt

MIN_CAPACITY = 64
BLOCK_ROWS = 16384  # the intermediate results of a pass over so many stay in a core's own cache


class Column(NamedTuple):
    name: str
    dtype: type[np.generic]
    axes: int = 1  # 2 for a vector: the column has shape (2, rows)


class Table:
    """A store of `count` rows. Each column is an attribute: a live view of exactly the living rows.

    Subclasses declare `columns` and annotate the attributes. Views change when rows are added or removed: never keep
    one across `append` or `keep`. uids are never reused; rows are always in ascending uid.
    """

    columns: ClassVar[tuple[Column, ...]]
    first: int = 0  # of a block: where its rows begin in its table
    uid: npt.NDArray[np.uint32]

    def __init__(self, capacity: int = MIN_CAPACITY) -> None:
        self.count = 0
        self.next_uid = 1
        self._whole = self._zeroed(capacity)
        self._look()

    @property
    def capacity(self) -> int:
        return int(self._whole["uid"].shape[0])

    def append(self, births: int) -> slice:
        """Adds `births` zeroed rows with fresh uids and returns where they are."""
        rows = slice(self.count, self.count + births)
        if rows.stop > self.capacity:
            self._grow(max(rows.stop, 2 * self.capacity))
        self._whole["uid"][rows] = np.arange(self.next_uid, self.next_uid + births, dtype=np.uint32)
        self.next_uid += births
        self.count = rows.stop
        self._look()
        return rows

    def keep(self, survivors: npt.NDArray[np.intp]) -> None:
        """Drops all rows but `survivors` (ascending indices)."""
        left = len(survivors)
        if left == self.count:
            return
        for whole in self._whole.values():
            whole[..., :left] = whole.take(survivors, axis=-1)
            whole[..., left : self.count] = 0  # as births will want to find it
        self.count = left
        self._look()

    def buffers(self) -> Iterator[npt.NDArray[np.generic]]:
        """The living rows where they lie: one contiguous array an axis, column after column. Copies nothing."""
        for whole in self._whole.values():
            if whole.ndim == 1:
                yield whole[: self.count]
            else:
                yield from whole[:, : self.count]

    def blocks(self) -> Iterator[Self]:
        """Views of all rows, at most `BLOCK_ROWS` in each: a pass with many steps takes them one by one.

        A block has the columns of the table, and writing to them writes to the table; it cannot grow or shrink.
        """
        if self.count <= BLOCK_ROWS:
            yield self
            return
        for first in range(0, self.count, BLOCK_ROWS):
            block = type(self).__new__(type(self))
            block.first, block.count = first, min(BLOCK_ROWS, self.count - first)
            block._whole = {name: whole[..., first:] for name, whole in self._whole.items()}
            block._look()
            yield block

    def outline(self) -> tuple[int, int]:
        """What `awaiting` needs: count and next uid."""
        return self.count, self.next_uid

    @classmethod
    def awaiting(cls, outline: tuple[int, int]) -> Self:
        """A table of that many rows, of no use before it is given them by `load`."""
        table = cls(0)
        table.count, table.next_uid = outline
        return table

    def load(self, content: memoryview) -> memoryview:
        """Reads `count` rows, laid out as by `buffers`, and returns the bytes after them. ValueError if too few."""
        size = self.count * sum(column.axes * np.dtype(column.dtype).itemsize for column in self.columns)
        if not 0 <= size <= len(content):
            raise ValueError(f"{type(self).__name__}: {len(content)} bytes for {self.count} rows")
        self._whole = self._zeroed(max(MIN_CAPACITY, self.count))
        self._look()
        start = 0
        for rows in self.buffers():
            rows[:] = np.frombuffer(content, rows.dtype, self.count, start)
            start += rows.nbytes
        return content[start:]

    def _zeroed(self, capacity: int) -> dict[str, npt.NDArray[np.generic]]:
        return {
            column.name: np.zeros((column.axes, capacity) if column.axes > 1 else capacity, column.dtype)
            for column in self.columns
        }

    def _grow(self, capacity: int) -> None:
        for name, whole in self._whole.items():
            wider = np.zeros((*whole.shape[:-1], capacity), whole.dtype)
            wider[..., : self.count] = whole[..., : self.count]
            self._whole[name] = wider

    def _look(self) -> None:
        rows = slice(self.count)
        for name, whole in self._whole.items():
            setattr(self, name, whole[rows] if whole.ndim == 1 else whole[:, rows])
