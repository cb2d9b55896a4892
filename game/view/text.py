"""The game's type: Press Start 2P at 8 px, never smoothed, with a shadow or an outline of one pixel."""

import tomllib
from enum import Enum
from importlib.resources import as_file, files

import pygame

from game.view.bounded import BoundedCache
from game.view.palette import PALETTE, Colour

GLYPH = 8  # px; every glyph is as wide as high
CACHE_LIMIT = 768  # runs kept; a HUD shows about 40 at a time, a page about 60
EMPTY = "."


class Edge(Enum):
    """What sets type off from its ground."""

    NONE = 0
    SHADOW = 1  # one pixel down and right
    OUTLINE = 2  # one pixel all around, for unveiled scenery


class Align(Enum):
    LEFT = 0
    CENTRE = 1
    RIGHT = 2


class Typeface:
    """Draws text and keeps the runs it has drawn."""

    def __init__(self) -> None:
        if not pygame.font.get_init():
            pygame.font.init()
        with as_file(files("fontpkg_press_start_2p")) as folder:
            path = next(path for path in sorted(folder.rglob("*.ttf")))
            self._font = pygame.font.Font(path, GLYPH)
        self._masks = _extra_glyphs()
        self._runs: BoundedCache[tuple[str, Colour, int, Edge, Colour], pygame.Surface] = BoundedCache(CACHE_LIMIT)

    def draw(
        self,
        canvas: pygame.Surface,
        text: str,
        x: int,
        y: int,
        colour: str | Colour = "white",
        *,
        align: Align = Align.LEFT,
        scale: int = 1,
        edge: Edge = Edge.SHADOW,
        edge_colour: str | Colour = "ink",
    ) -> int:
        """Draws one line with its top at `y`; `x` is its left, middle or right edge. Returns x after the text."""
        width = self.width(text, scale)
        if align is Align.CENTRE:
            x -= width // 2
        elif align is Align.RIGHT:
            x -= width - scale
        margin = 1 if edge is Edge.OUTLINE else 0
        canvas.blit(self.run(text, colour, scale, edge, edge_colour), (x - margin, y - margin))
        return x + width

    def run(
        self,
        text: str,
        colour: str | Colour,
        scale: int = 1,
        edge: Edge = Edge.SHADOW,
        edge_colour: str | Colour = "ink",
    ) -> pygame.Surface:
        """The line as a picture. An outline adds a pixel on every side."""
        paint = PALETTE[colour] if isinstance(colour, str) else colour
        edge_paint = PALETTE[edge_colour] if isinstance(edge_colour, str) else edge_colour
        key = (text, paint, scale, edge, edge_paint)
        return self._runs.get(key, lambda: self._rendered(*key))

    @staticmethod
    def width(text: str, scale: int = 1) -> int:
        """px from the first glyph's left edge to where the next would begin."""
        return len(text) * GLYPH * scale

    def _rendered(self, text: str, colour: Colour, scale: int, edge: Edge, edge_colour: Colour) -> pygame.Surface:
        letters = pygame.mask.Mask((max(1, len(text) * GLYPH), GLYPH))
        for number, letter in enumerate(text):
            letters.draw(self._glyph(letter), (number * GLYPH, 0))
        if scale > 1:
            letters = letters.scale((letters.get_size()[0] * scale, GLYPH * scale))
        width, height = letters.get_size()
        grown = {Edge.NONE: 0, Edge.SHADOW: scale, Edge.OUTLINE: 2}[edge]
        picture = pygame.Surface((width + grown, height + grown), pygame.SRCALPHA, 32)
        middle = (1, 1) if edge is Edge.OUTLINE else (0, 0)
        if edge is Edge.SHADOW:
            letters.to_surface(picture, setcolor=edge_colour, unsetcolor=None, dest=(scale, scale))
        elif edge is Edge.OUTLINE:
            for shift in ((x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)):
                letters.to_surface(picture, setcolor=edge_colour, unsetcolor=None, dest=shift)
        letters.to_surface(picture, setcolor=colour, unsetcolor=None, dest=middle)
        return picture

    def _glyph(self, letter: str) -> pygame.mask.Mask:
        mask = self._masks.get(letter)
        if mask is None:
            drawn = self._font.render(letter, False, (255, 255, 255))
            mask = pygame.mask.Mask((GLYPH, GLYPH))
            mask.draw(pygame.mask.from_surface(drawn, 127), (0, 0))
            self._masks[letter] = mask
        return mask


def _extra_glyphs() -> dict[str, pygame.mask.Mask]:
    """Arrows, boxes and marks that the typeface lacks, from `sprites/ui/type.toml`."""
    source = (files("sprites") / "ui" / "type.toml").read_text(encoding="utf-8")
    masks = {}
    for letter, rows in tomllib.loads(source).items():
        mask = pygame.mask.Mask((GLYPH, GLYPH))
        for y, row in enumerate(rows.splitlines()):
            for x, pixel in enumerate(row):
                if pixel != EMPTY:
                    mask.set_at((x, y))
        masks[letter] = mask
    return masks


def wrapped(text: str, letters: int) -> list[str]:
    """The text in lines of at most `letters` letters, broken at spaces; a longer word stands on a line of its own."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".lstrip()
    return lines
