"""Big lettering of words the sheet's Latin letters cannot write: the game's type, twice its size, in the same tones."""

from typing import Final

import pygame

from game.view.palette import PALETTE
from game.view.text import Typeface

SCALE = 2  # of the type
OUTLINE = 1  # px
# From the top of the letters to their foot, by the style of the sheet whose place they take.
TONES: Final = {
    "gold": ("cream", "gold", "gold", "orange", "rust"),
    "ice": ("white", "volt3", "volt3", "volt2", "volt1"),
}


def lettered(face: Typeface, style: str, words: str) -> pygame.Surface:
    """As high as the sheet's letters of 20 px. `style` is a style of the sheet, whose size does not matter here."""
    letters = face.letters(words)
    width, height = (SCALE * side for side in letters.get_size())
    letters = letters.scale((width, height))
    tones = TONES["gold" if style.startswith("gold") else "ice"]
    paint = pygame.Surface((width, height), pygame.SRCALPHA, 32)
    for number, tone in enumerate(tones):
        top = height * number // len(tones)
        paint.fill(PALETTE[tone], (0, top, width, height - top))
    picture = pygame.Surface((width + 2 * OUTLINE, height + 2 * OUTLINE), pygame.SRCALPHA, 32)
    for shift in ((x, y) for x in range(2 * OUTLINE + 1) for y in range(2 * OUTLINE + 1)):
        letters.to_surface(picture, setcolor=PALETTE["ink"], unsetcolor=None, dest=shift)
    letters.to_surface(picture, setsurface=paint, unsetcolor=None, dest=(OUTLINE, OUTLINE))
    return picture
