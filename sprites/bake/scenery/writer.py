"""Writes what a place is baked to: 8-bit strips in the master palette, black-backed light, loops of frames."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from sprites.bake.scenery.light import Mask, MasterPalette, Picture, add, halo
from sprites.bake.scenery.materials import colour
from sprites.bake.scenery.spec import Halo

Record = dict[str, object]


class Writer:
    """The pictures of one step of a place's light, in one folder."""

    def __init__(self, folder: Path, master: MasterPalette) -> None:
        self.folder = folder
        self.master = master
        self.loops: dict[str, Record] = {}

    def picture(self, file: str, indices: npt.NDArray[np.uint8], mask: npt.NDArray[np.bool_]) -> None:
        """An 8-bit PNG in the master palette; the colour after the last one is transparent."""
        transparent = len(self.master.colours)
        image = Image.fromarray(np.where(mask, indices, transparent).astype(np.uint8), "P")
        image.putpalette([*self.master.colours.ravel().tolist(), 255, 0, 255])
        image.save(self.folder / file, optimize=True, transparency=transparent)

    def grey(self, file: str, levels: npt.NDArray[np.uint8]) -> None:
        Image.fromarray(levels, "L").save(self.folder / file, optimize=True)

    def light(self, file: str, picture: Picture) -> None:
        """Light on black, to be added."""
        Image.fromarray(picture, "RGB").save(self.folder / file, optimize=True)

    def loop(self, name: str, frames: Sequence[tuple[Picture, Mask]], ticks: int) -> None:
        """Frames side by side, snapped to the master palette."""
        indices = np.concatenate([self.master.indices(picture) for picture, _ in frames], axis=1)
        mask = np.concatenate([mask for _, mask in frames], axis=1)
        self.picture(f"loop_{name}.png", indices, mask)
        self._remember(name, len(frames), ticks, light=False)

    def light_loop(self, name: str, frames: Sequence[Picture], ticks: int) -> None:
        """Frames of light side by side; a glow that never changes is a loop of one."""
        self.light(f"loop_{name}.png", np.concatenate(frames, axis=1))
        self._remember(name, len(frames), ticks, light=True)

    def _remember(self, name: str, count: int, ticks: int, light: bool) -> None:
        self.loops[name] = {"image": f"loop_{name}.png", "count": count, "ticks": ticks, "light": light}

    def halo(self, name: str, spec: Halo) -> Record:
        """The lamp's ball of light and its pool on the ground."""
        ball = halo(spec.ball_radius, colour(spec.ball), 0.95)
        inset = spec.ball_radius - spec.core_radius
        add(ball, halo(spec.core_radius, colour(spec.core), 0.8), inset, inset)
        pool = halo(spec.pool_radius, colour(spec.pool), 0.9, 0.28)
        record: Record = {"pool_row": spec.pool_row}
        for part, light in (("ball", ball), ("pool", pool)):
            file = f"halo_{name}_{part}.png"
            self.light(file, light)
            record[part] = file
        return record
