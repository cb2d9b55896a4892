"""`python -m sprites.bake [TARGET ...] [--list]`: draws the sheets in `sprites/atlas/` from their sources."""

import argparse
import sys
import time

from sprites.bake.catalogue import TARGETS
from sprites.bake.sheet import fingerprint, write_sheet
from sprites.bake.targets import ATLAS, Target


def bake(target: Target) -> None:
    started = time.perf_counter()
    mark = fingerprint(target.sources)
    for name, strips in target.draw().items():
        write_sheet(ATLAS / name, strips, mark)
        print(f"{name}: {sum(len(strip.frames) for strip in strips)} frames")
    print(f"{target.name}: {time.perf_counter() - started:.1f} s")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m sprites.bake", description=__doc__)
    parser.add_argument("target", nargs="*", choices=[*sorted(TARGETS), []], help="default: all of them")
    parser.add_argument("--list", action="store_true", help="print the targets and stop")
    options = parser.parse_args()
    if options.list:
        print("\n".join(sorted(TARGETS)))
        return 0
    for name in options.target or sorted(TARGETS):
        bake(TARGETS[name])
    return 0


if __name__ == "__main__":
    sys.exit(main())
