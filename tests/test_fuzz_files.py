"""Damaged files are refused in one line, or taken. Many more: `python -m tests.fuzz files 5000`."""

from pathlib import Path

import pytest

from tests.fuzz.files import try_files


def test_damaged_files_of_every_kind_never_end_in_a_traceback(tmp_path: Path) -> None:
    counts = try_files(150, tmp_path)
    assert set(counts.values()) == {30}


@pytest.mark.slow
def test_many_more_damaged_files_never_end_in_a_traceback(tmp_path: Path) -> None:
    try_files(2_000, tmp_path, seed=1)
