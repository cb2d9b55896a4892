"""Play and files that nobody would think of, by the million.

    python -m tests.fuzz ticks 1000000
    python -m tests.fuzz files 5000

`ticks.py` plays as `players.py` presses and checks `tests/invariants.py` after every tick; `files.py` damages stages,
recordings, settings, saves and snapshots and reads them. The same numbers give the same run.
"""
