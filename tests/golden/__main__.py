"""Writes down every golden game anew: `python -m tests.golden`."""

from tests.golden import GAMES, write_golden

for name in GAMES:
    golden = write_golden(name)
    print(f"{name}: {golden.outcome} after {golden.ticks} ticks, score {golden.score}, {golden.final}")
