"""`python -m sprites.bake.scenery.freeze PLACE`: writes the place's 80 master colours into its TOML.

Run it when a place's colours have changed; the bake then snaps to what stands in the file.
"""

import argparse
import re
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.cluster.vq import kmeans2

from sprites.bake.scenery.hours import hours_of
from sprites.bake.scenery.light import MasterPalette, Picture
from sprites.bake.scenery.place import Baker
from sprites.bake.scenery.spec import PlaceSpec, place_file, read_place
from sprites.bake.scenery.writer import Writer

COLOURS = 80
COMMON, DISTINCT = (
    3000,
    1500,
)  # samples: by area, and by mere existence, so that small bright things keep a colour
PER_LINE = 10


class Collector(MasterPalette):
    """Stands in for the master palette and remembers every picture it is asked about."""

    def __init__(self) -> None:
        super().__init__(["000000"])
        self.pictures: list[Picture] = []

    def indices(self, picture: Picture) -> npt.NDArray[np.uint8]:
        self.pictures.append(picture)
        return np.zeros(picture.shape[:2], np.uint8)

    def clustered(self) -> list[str]:
        """The centres of the colours seen, dark to light."""
        dice = np.random.default_rng(1)
        flat = np.concatenate([picture.reshape(-1, 3) for picture in self.pictures])
        flat = flat[flat.any(axis=1)]
        distinct = np.unique(flat >> 2, axis=0) * 4 + 2
        sample = np.concatenate(
            [
                distinct[dice.permutation(len(distinct))[:DISTINCT]],
                flat[dice.permutation(len(flat))[:COMMON]],
            ]
        ).astype(np.uint8)
        centres, _ = kmeans2(self._seen(sample), COLOURS, iter=20, minit="++", seed=3)
        rgb = np.clip((centres / self.EYE) ** (1 / self.GAMMA) * 255, 0, 255).astype(int)
        brightest_last = sorted({tuple(row) for row in rgb.tolist()}, key=lambda c: (sum(c), c))
        return ["".join(f"{channel:02x}" for channel in row) for row in brightest_last]


def freeze(name: str) -> None:
    *hours, full = hours_of(read_place(name))
    text = place_file(name).read_text(encoding="utf-8")
    fresh = iter([_frozen(step) for step in (full, *hours)])  # as they stand in the file
    text = re.sub(r"(?s)^master = \[.*?\]", lambda _: f"master = [\n{next(fresh)}]", text, flags=re.M)
    place_file(name).write_text(text, encoding="utf-8")


def _frozen(place: PlaceSpec) -> str:
    """The lines of the place's master colours."""
    collector = Collector()
    with tempfile.TemporaryDirectory() as folder:
        Baker(place, Writer(Path(folder), collector)).bake()
    master = collector.clustered()
    lines = [master[i : i + PER_LINE] for i in range(0, len(master), PER_LINE)]
    return "".join("    " + " ".join(f'"{colour}",' for colour in line) + "\n" for line in lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m sprites.bake.scenery.freeze", description=__doc__)
    parser.add_argument("place")
    freeze(parser.parse_args().place)


if __name__ == "__main__":
    main()
