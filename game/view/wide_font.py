"""The file of Japanese type: from an optional package, or from the system. None of it comes with the game."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

import pygame

# In the order they are looked for. The first is a pixel face drawn for 12 px (M+ FONT LICENSE); pyxel itself, a game
# engine, is never imported. The second is a smooth face (OFL), legible at 12 px but no beauty.
PACKAGED: Final = (
    ("pyxel", "pyxel/examples/assets/PixelMplus12-Regular.ttf"),
    ("pylopdf-fonts-jp", "pylopdf_fonts_jp/NotoSansJP-Regular.otf"),
)
SYSTEM_FAMILIES: Final = (
    "pixelmplus12",
    "notosanscjkjp",
    "notosansjp",
    "ipagothic",
    "takaogothic",
    "vlgothic",
    "msgothic",
    "yugothic",
    "hiraginosans",
    "hiraginokakugothicpron",
    "droidsansfallback",
)
INSTALL_LINE: Final = "No Japanese type found, so English stays. To get it: pip install pyxel"


def find_wide_font() -> Path | None:
    """None where neither a package nor the system has one. Asking the system takes some tenths of a second."""
    for package, place in PACKAGED:
        try:
            file = Path(str(distribution(package).locate_file(place)))
        except PackageNotFoundError:
            continue
        if file.is_file():
            return file
    found = pygame.font.match_font(list(SYSTEM_FAMILIES))
    return Path(found) if found else None
