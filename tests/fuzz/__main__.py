"""The commands; see the package."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.files import BrokenFileError, try_files
from tests.fuzz.ticks import BrokenGameError, games, play_checked


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Play and files that make no sense.")
    parser.add_argument("what", choices=("ticks", "files"))
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=0, help="of the files' damage")
    options = parser.parse_args()
    began = time.monotonic()
    try:
        done = fuzz_ticks(options.number) if options.what == "ticks" else fuzz_files(options.number, options.seed)
    except (BrokenGameError, BrokenFileError) as error:
        print(error, file=sys.stderr)
        raise
    print(f"{done}; nothing broke in {time.monotonic() - began:.0f} s")
    return 0


def fuzz_ticks(number: int) -> str:
    played = 0
    for game in games(number):
        play_checked(game)
        played += game.ticks
        if played % 100_000 == 0:
            print(f"{played} ticks", flush=True)
    return f"{played} ticks"


def fuzz_files(number: int, seed: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        try:
            counts = try_files(number, Path(folder), seed)
        except BrokenFileError as error:
            kept = Path(tempfile.gettempdir()) / "gamera-broken-file"
            kept.write_bytes(error.content)
            print(f"the file is kept as {kept}", file=sys.stderr)
            raise
    return ", ".join(f"{kind}: {count}" for kind, count in counts.items())


sys.exit(main())
