"""`python -m sounds.bake [NAME ...] [--list] [--all]`: renders `sounds/out/` from recipes and scores."""

import argparse
import sys
import time

from sounds.bake.catalogue import CUES, EFFECTS
from sounds.bake.index import OUT, bake_cue, bake_effect, prune, read_index, stale, write_index


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m sounds.bake", description=__doc__)
    parser.add_argument("name", nargs="*", help="effects and cues; default: those whose sources changed")
    parser.add_argument("--list", action="store_true", help="print every name and stop")
    parser.add_argument("--all", action="store_true", help="render everything anew")
    options = parser.parse_args()
    names = [*EFFECTS, *CUES]
    if options.list:
        print("\n".join(names))
        return 0
    unknown = [name for name in options.name if name not in names]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; --list prints the names")
    index = prune(read_index())
    if not options.name and not options.all:
        names = stale(index)
    elif options.name:
        names = options.name
    OUT.mkdir(exist_ok=True)
    for name in names:
        started = time.perf_counter()
        if name in EFFECTS:
            index["effects"][name] = bake_effect(EFFECTS[name])
        else:
            index["cues"][name] = bake_cue(name)
        write_index(index)
        print(f"{name}: {time.perf_counter() - started:.1f} s", flush=True)
    write_index(index)
    return 0


if __name__ == "__main__":
    sys.exit(main())
