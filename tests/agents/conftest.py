"""What several tests of agents play on."""

from pathlib import Path

import pytest

SHORT_STAGE = """
title = "Short"
place = "lab"
music = "lab"
width = 1280
[gamera]
x = 300
[[scene]]
name = "Only"
[[scene.rule]]
on = "after"
ticks = 30
do = [{ act = "won" }]
"""


@pytest.fixture
def short_stage(tmp_path: Path) -> Path:
    """The file of a stage that is won after half a second."""
    file = tmp_path / "short.toml"
    file.write_text(SHORT_STAGE)
    return file
