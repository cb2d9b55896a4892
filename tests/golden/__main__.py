"""Records golden games anew: `python -m tests.golden [NAME ...]`."""

import sys

from tests.golden import GAMES, record

for name in sys.argv[1:] or GAMES:
    report = record(name)
    print(f"{name}: {report.outcome or 'not over'} after {report.ticks} ticks, score {report.score}, {report.digest}")
