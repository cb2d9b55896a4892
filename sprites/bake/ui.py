"""The sheet `ui`: everything the head-up display and the pages draw that is not type, bars or boxes."""

from collections.abc import Mapping, Sequence

from sprites.bake.sheet import Strip
from sprites.bake.targets import SPRITES, Target
from sprites.bake.ui_lettering import lettering
from sprites.bake.ui_map import army_map
from sprites.bake.ui_pieces import pieces
from sprites.bake.ui_pixels import SOURCES
from sprites.bake.ui_portraits import portraits


def _draw() -> Mapping[str, Sequence[Strip]]:
    return {"ui": [*pieces(), *lettering(), *portraits(), army_map()]}


UI = Target(
    "ui",
    (
        *(SOURCES / f"{name}.toml" for name in ("palette", "icons", "circuits", "frames")),
        *(SOURCES / f"{name}.toml" for name in ("glyphs", "letters", "lettering", "portraits", "map")),
        *(SPRITES / "bake" / f"ui{part}.py" for part in ("", "_lettering", "_map", "_pieces", "_pixels", "_portraits")),
    ),
    _draw,
)
