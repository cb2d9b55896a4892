"""Table: rows in order of birth, uids that only rise, against a plain list."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.table import Column, Table


class Beads(Table):
    columns = (Column("weight", np.float32), Column("place", np.int32, 2), Column("uid", np.uint32))
    weight: npt.NDArray[np.float32]
    place: npt.NDArray[np.int32]


class Bead(NamedTuple):
    uid: int
    weight: float
    place: tuple[int, int]


BIRTHS = st.lists(st.integers(0, 1000), max_size=40)
DEATHS = st.integers(1, 7)  # every n-th row dies
LIVES = st.lists(st.one_of(BIRTHS, DEATHS), max_size=12)


def live(lives: list[list[int] | int], capacity: int = 4) -> tuple[Beads, list[Bead]]:
    """Plays births and deaths on a table and on a list."""
    table, model, next_uid = Beads(capacity), [], 1
    for step in lives:
        if isinstance(step, int):
            table.keep(np.array([row for row in range(len(model)) if row % step], np.intp))
            model = [bead for row, bead in enumerate(model) if row % step]
            continue
        rows = table.append(len(step))
        table.weight[rows] = step
        table.place[0, rows] = step
        table.place[1, rows] = np.array(step, np.int32) + 1
        model += [Bead(next_uid + number, value, (value, value + 1)) for number, value in enumerate(step)]
        next_uid += len(step)
    return table, model


def rows_of(table: Beads) -> list[Bead]:
    places = zip(*table.place.tolist(), strict=True)
    return [Bead(*row) for row in zip(table.uid.tolist(), table.weight.tolist(), places, strict=True)]


@given(LIVES)
def test_births_and_deaths_leave_the_rows_a_list_would_have(lives: list[list[int] | int]) -> None:
    table, model = live(lives)
    assert rows_of(table) == model
    assert table.count == len(model)


@given(LIVES)
def test_uids_ascend_whatever_died(lives: list[list[int] | int]) -> None:
    table, _ = live(lives)
    assert np.all(np.diff(table.uid.astype(np.int64)) > 0)


@given(LIVES, BIRTHS)
def test_a_loaded_table_goes_on_like_the_one_whose_rows_it_loaded(
    lives: list[list[int] | int], more: list[int]
) -> None:
    table, _ = live(lives)
    twin = Beads.awaiting(table.outline())
    assert twin.load(memoryview(b"".join(table.buffers()) + b"rest")) == b"rest"
    for one in (table, twin):
        rows = one.append(len(more))
        one.weight[rows] = more
    assert rows_of(twin) == rows_of(table)


def test_a_table_that_is_given_too_few_rows_says_so() -> None:
    table, _ = live([[3, 1, 4]])
    with pytest.raises(ValueError, match="Beads: 35 bytes for 3 rows"):
        Beads.awaiting(table.outline()).load(memoryview(b"".join(table.buffers()))[:-13])


def test_a_row_is_born_empty_where_another_died() -> None:
    table = Beads()
    first = table.append(3)
    table.weight[first] = 7
    table.keep(np.array([0], np.intp))
    newborn = table.append(2)
    assert table.weight[newborn].tolist() == [0, 0]


def test_growing_keeps_every_value() -> None:
    table, model = live([[3, 1, 4], list(range(200))], capacity=2)
    assert table.capacity >= 203
    assert rows_of(table) == model


def test_a_uid_is_never_given_twice_though_all_have_died() -> None:
    table = Beads()
    table.append(5)
    table.keep(np.zeros(0, np.intp))
    table.append(1)
    assert table.uid.tolist() == [6]
