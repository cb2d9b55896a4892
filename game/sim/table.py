"""Columns for the many and alike: rows in birth order, stable compaction, uids that only rise."""

from typing import ClassVar, NamedTuple

import numpy as np
import numpy.typing as npt


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
    uid: npt.NDArray[np.uint32]

    def __init__(self, capacity: int = 64) -> None:
        self.count = 0
        self.next_uid = 1
        self._whole = {
            column.name: np.zeros((column.axes, capacity) if column.axes > 1 else capacity, column.dtype)
            for column in self.columns
        }
        self._look()

    @property
    def capacity(self) -> int:
        return int(self._whole["uid"].shape[0])

    def append(self, births: int) -> slice:
        """Adds `births` zeroed rows with fresh uids and returns where they are."""
        rows = slice(self.count, self.count + births)
        if rows.stop > self.capacity:
            self._grow(max(rows.stop, 2 * self.capacity))
        for whole in self._whole.values():
            whole[..., rows] = 0
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
        self.count = left
        self._look()

    def pack(self) -> tuple[int, int, bytes]:
        """Count, next uid, and all living rows as bytes, column after column."""
        return self.count, self.next_uid, b"".join(getattr(self, c.name).tobytes() for c in self.columns)

    @classmethod
    def unpack(cls, packed: tuple[int, int, bytes]) -> "Table":
        """The table that `pack` wrote. ValueError if the bytes are not that many rows."""
        count, next_uid, rows = packed
        size = sum(column.axes * np.dtype(column.dtype).itemsize for column in cls.columns)
        if count < 0 or len(rows) != count * size:
            raise ValueError(f"{cls.__name__}: {len(rows)} bytes for {count} rows of {size}")
        table = cls(max(64, count))
        start = 0
        for column in cls.columns:
            values = np.frombuffer(rows, column.dtype, count * column.axes, start)
            table._whole[column.name][..., :count] = values.reshape(column.axes, count) if column.axes > 1 else values
            start += values.nbytes
        table.count, table.next_uid = count, next_uid
        table._look()
        return table

    def _grow(self, capacity: int) -> None:
        for name, whole in self._whole.items():
            wider = np.zeros((*whole.shape[:-1], capacity), whole.dtype)
            wider[..., : self.count] = whole[..., : self.count]
            self._whole[name] = wider

    def _look(self) -> None:
        for name, whole in self._whole.items():
            setattr(self, name, whole[..., : self.count])
