"""The game's type: Press Start 2P at 8 px, never smoothed, with a shadow or an outline of one pixel.

Japanese letters are wider and higher than Latin ones and come from another face; both stand in one line.
"""

import tomllib
from enum import Enum
from functools import cached_property
from importlib.resources import as_file, files
from unicodedata import east_asian_width

import pygame

from game.view.bounded import BoundedCache
from game.view.palette import PALETTE, Colour
from game.view.wide_font import find_wide_font

GLYPH = 8  # px; every Latin glyph is as wide as high
WIDE_GLYPH, WIDE_HEIGHT = 12, 13  # px of a Japanese one: dense ones cannot be read at 10
WIDE_LIFT = 2  # px that it reaches over the top of Latin ones
WIDE_LEAD = 14  # px from line to line that Japanese needs
WIDE_SAMPLE = "東国"  # letters as high as any
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
        canvas.blit(self.run(text, colour, scale, edge, edge_colour), (x - margin, y - margin - lift(text) * scale))
        return x + width

    def run(
        self,
        text: str,
        colour: str | Colour,
        scale: int = 1,
        edge: Edge = Edge.SHADOW,
        edge_colour: str | Colour = "ink",
    ) -> pygame.Surface:
        """The line as a picture. An outline adds a pixel on every side, a Japanese letter WIDE_LIFT at the top."""
        paint = PALETTE[colour] if isinstance(colour, str) else colour
        edge_paint = PALETTE[edge_colour] if isinstance(edge_colour, str) else edge_colour
        key = (text, paint, scale, edge, edge_paint)
        return self._runs.get(key, lambda: self._rendered(*key))

    @staticmethod
    def width(text: str, scale: int = 1) -> int:
        """px from the first glyph's left edge to where the next would begin."""
        return text_width(text, scale)

    def can_draw(self, text: str) -> bool:
        """Whether there is a face for all its letters."""
        return self.has_wide or not any_wide(text)

    @property
    def has_wide(self) -> bool:
        """Whether Japanese letters can be drawn. Looks for their face when it is first asked."""
        return self._wide_font is not None

    @cached_property
    def _wide_font(self) -> pygame.font.Font | None:
        file = find_wide_font()
        return None if file is None else pygame.font.Font(file, WIDE_GLYPH)

    @cached_property
    def _wide_top(self) -> int:
        """The row in which the wide face's letters begin: some leave room above."""
        assert self._wide_font is not None
        drawn = pygame.mask.from_surface(self._wide_font.render(WIDE_SAMPLE, False, (255, 255, 255)), 127)
        return min((place.top for place in drawn.get_bounding_rects()), default=0)

    def letters(self, text: str) -> pygame.mask.Mask:
        """The shape of the line: 8 px high, or WIDE_HEIGHT with Japanese in it."""
        latin_top = lift(text)
        shape = pygame.mask.Mask((max(1, text_width(text)), WIDE_HEIGHT if latin_top else GLYPH))
        x = 0
        for letter in text:
            wide = is_wide(letter)
            shape.draw(self._glyph(letter), (x, 0 if wide else latin_top))
            x += WIDE_GLYPH if wide else GLYPH
        return shape

    def _rendered(self, text: str, colour: Colour, scale: int, edge: Edge, edge_colour: Colour) -> pygame.Surface:
        letters = self.letters(text)
        if scale > 1:
            letters = letters.scale((letters.get_size()[0] * scale, letters.get_size()[1] * scale))
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
            mask = self._masks[letter] = self._wide_glyph(letter) if is_wide(letter) else self._latin_glyph(letter)
        return mask

    def _latin_glyph(self, letter: str) -> pygame.mask.Mask:
        mask = pygame.mask.Mask((GLYPH, GLYPH))
        mask.draw(pygame.mask.from_surface(self._font.render(letter, False, (255, 255, 255)), 127), (0, 0))
        return mask

    def _wide_glyph(self, letter: str) -> pygame.mask.Mask:
        """A box where there is no face for it."""
        if self._wide_font is None:
            return self._glyph("□")
        mask = pygame.mask.Mask((WIDE_GLYPH, WIDE_HEIGHT))
        drawn = self._wide_font.render(letter, False, (255, 255, 255))
        mask.draw(pygame.mask.from_surface(drawn, 127), (0, -self._wide_top))
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


def is_wide(letter: str) -> bool:
    """Whether it is a letter of Japanese (or of another script of that width)."""
    return east_asian_width(letter) in "WF"


def any_wide(text: str) -> bool:
    """Whether there is Japanese in it."""
    return not text.isascii() and any(map(is_wide, text))


def text_width(text: str, scale: int = 1) -> int:
    """px of a line of type; see `Typeface.width`."""
    if text.isascii():
        return len(text) * GLYPH * scale
    return scale * sum(WIDE_GLYPH if is_wide(letter) else GLYPH for letter in text)


def lift(text: str) -> int:
    """px at scale 1 that the line reaches over the top of Latin letters."""
    return WIDE_LIFT if any_wide(text) else 0


def lead(text: str, latin: int) -> int:
    """px from line to line: as many as for Latin letters, or what Japanese ones need."""
    return max(latin, WIDE_LEAD) if any_wide(text) else latin


def fitted(text: str, room: int, scale: int = 1) -> str:
    """As much of the text as `room` px hold."""
    while text_width(text, scale) > room:
        text = text[:-1]
    return text
