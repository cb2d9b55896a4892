"""The user interface's kit: framed panels, bars, veils, key caps and pad buttons, big lettering.

Everything is drawn from the sheet `ui` and the palette; what costs more than a blit is kept. Coordinates are px of the
canvas, colours are names of the palette.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
import pygame

from game.view.bounded import BoundedCache
from game.view.controls import Control
from game.view.language import ENGLISH, Language
from game.view.lettering import lettered
from game.view.palette import PALETTE, Colour
from game.view.prompts import Key, PadButton, Prompt, Prompts, menu_prompts
from game.view.sheets import Frame, Sheet, load_sheet
from game.view.text import GLYPH, Align, Edge, Typeface, text_width
from game.view.wide_font import INSTALL_LINE

FRAME_BORDER = 8  # px of a nine-slice frame that never stretch
CAP_BORDER = 4
CAP_HEIGHT = 17
PROMPT_GAP = 2  # px between keys that belong together
LETTER_GAP = 3  # px between big Latin letters, measured without their outlines
VEIL_STEPS = 12
GLOW_STEPS = 7
BAYER: Final[npt.NDArray[np.float64]] = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16

Ramp = tuple[str, str, str, str]  # foot, body, upper quarter, top line
VITALITY: Final[Ramp] = ("moss", "green", "lime", "foam")
VITALITY_LOW: Final[Ramp] = ("ember", "rust", "orange", "cream")
GHOST: Final[Ramp] = ("blood", "red", "rose", "blush")
PLASMA: Final[Ramp] = ("rust", "orange", "gold", "cream")
JETS: Final[Ramp] = ("sea", "teal", "aqua", "foam")
ELECTRIC: Final[Ramp] = ("volt0", "volt1", "volt2", "volt3")
FOE: Final[Ramp] = ("blood", "red", "rose", "blush")
DISABLED: Final[Ramp] = ("deep", "slate", "slate", "steel")


class Kit:
    """The sheet, the type and what was composed of them. One is enough for a window.

    `prompts` is what the player has in hand; whoever reads his devices puts another in its place when that changes.
    What keeps words it has drawn draws them anew when `language` is another one.
    """

    def __init__(self) -> None:
        self.prompts = Prompts()
        self.language = Language.named(ENGLISH)
        self.sheet = _converted(load_sheet("ui"))
        self.type = Typeface()
        self._frames: BoundedCache[tuple[str, int, int, float], pygame.Surface] = BoundedCache(96)
        self._caps: BoundedCache[tuple[str, bool], pygame.Surface] = BoundedCache(128)
        self._words: BoundedCache[tuple[str, str], pygame.Surface] = BoundedCache(32)
        self._veils: BoundedCache[tuple[object, ...], pygame.Surface] = BoundedCache(48)

    @cached_property
    def title(self) -> Sheet:
        """The sheet `ui_title`, read when the title is first shown."""
        return _converted(load_sheet("ui_title"))

    @cached_property
    def soldiers(self) -> Sheet:
        """The sheet `soldier`, read when the command view or the title is first shown."""
        return _converted(load_sheet("soldier"))

    def speak(self, language: str) -> str:
        """Draws all words in that language from now on: a key of `LANGUAGE_NAMES`, or AUTO.

        Returns nothing, or one line of English on why it stays English.
        """
        wanted = Language.named(language)
        can_draw = self.type.has_wide or not wanted.needs_wide_type
        self.language = wanted if can_draw else Language.named(ENGLISH)
        return "" if can_draw else INSTALL_LINE

    def say(self, text: str, **values: object) -> str:
        """The words in the player's language; see `Language.say`."""
        return self.language.say(text, **values)

    def say_as(self, context: str, text: str, **values: object) -> str:
        """See `Language.say_as`."""
        return self.language.say_as(context, text, **values)

    def picture(self, name: str, number: int = 0) -> Frame:
        """Frame `number` of the strip `name` of the sheet."""
        frames = self.sheet[name].frames
        return frames[number % len(frames)]

    def blit(self, canvas: pygame.Surface, name: str, x: int, y: int, number: int = 0, *, scale: int = 1) -> None:
        """Draws a frame of the sheet with its pivot (for icons: the corner inside the outline) at (x, y)."""
        frame = self.picture(name, number)
        canvas.blit(_enlarged(frame.image, scale), (x - frame.pivot_x * scale, y - frame.pivot_y * scale))

    def text(
        self,
        canvas: pygame.Surface,
        text: str,
        x: int,
        y: int,
        colour: str = "white",
        align: Align = Align.LEFT,
        scale: int = 1,
        edge: Edge = Edge.SHADOW,
    ) -> int:
        """One line of type; see `Typeface.draw`. Returns x after it."""
        return self.type.draw(canvas, text, x, y, colour, align=align, scale=scale, edge=edge)

    def frame(
        self, canvas: pygame.Surface, x: int, y: int, width: int, height: int, kind: str = "panel", fill: float = 1.0
    ) -> None:
        """A nine-slice frame. `fill` below 1 lets the world show through its middle."""
        key = (kind, width, height, fill)
        canvas.blit(self._frames.get(key, lambda: self._framed(*key)), (x, y))

    def _framed(self, kind: str, width: int, height: int, fill: float) -> pygame.Surface:
        source = self.picture(f"frame/{kind}").image
        picture = nine_slice(source, width, height, FRAME_BORDER)
        if fill < 1:
            middle = source.get_at((source.get_width() // 2, source.get_height() // 2))
            inside = pygame.surfarray.pixels3d(picture)
            alpha = pygame.surfarray.pixels_alpha(picture)
            alpha[(inside == middle[:3]).all(axis=2) & (alpha > 0)] = round(255 * fill)
        return picture

    def key_cap(self, label: str, *, down: bool = False) -> pygame.Surface:
        """A key of the keyboard, 17 px high and as wide as its label needs."""
        return self._caps.get((label, down), lambda: self._labelled_cap(label, down))

    def _labelled_cap(self, label: str, down: bool) -> pygame.Surface:
        blank = self.picture("key/down" if down else "key/up")
        width = max(2 * GLYPH, text_width(label) + GLYPH)
        sunk = -blank.pivot_y
        cap = pygame.Surface((width, CAP_HEIGHT), pygame.SRCALPHA, 32)
        cap.blit(nine_slice(blank.image, width, CAP_HEIGHT - sunk, CAP_BORDER), (0, sunk))
        left = (width - text_width(label) + 1) // 2
        self.type.draw(cap, label, left, sunk + 3, "ink", edge=Edge.NONE)
        return cap

    def pad_button(self, button: PadButton) -> pygame.Surface:
        """A button of a pad, up to 17 px high; KeyError for a picture that the sheet does not have."""
        return self._caps.get((f"pad {button.picture} {button.letters}", False), lambda: self._labelled_button(button))

    def _labelled_button(self, button: PadButton) -> pygame.Surface:
        source = self.picture(f"pad/{button.picture}").image
        if button.picture != "shoulder":
            face = source.copy()
            self.type.draw(face, button.letters, 5, 4, "white", edge=Edge.NONE)
            return face
        wide = nine_slice(source, text_width(button.letters) + 10, source.get_height(), CAP_BORDER)
        self.type.draw(wide, button.letters, 5, 3, "white", edge=Edge.NONE)
        return wide

    def prompt(self, prompt: Prompt, *, down: bool = False) -> pygame.Surface:
        """A key or a pad's button, 17 px high; `down` shows a key pressed."""
        return self.key_cap(prompt.label, down=down) if isinstance(prompt, Key) else self.pad_button(prompt)

    def draw_prompts(
        self, canvas: pygame.Surface, prompts: Iterable[Prompt], x: int, y: int, *, down: bool = False, scale: int = 1
    ) -> int:
        """Keys and buttons side by side from their top left corner. Returns x after the last, without a gap."""
        right = x
        for prompt in prompts:
            picture = _enlarged(self.prompt(prompt, down=down), scale)
            canvas.blit(picture, (x, y))
            right = x + picture.get_width()
            x = right + PROMPT_GAP * scale
        return right

    def prompts_width(self, prompts: Iterable[Prompt]) -> int:
        """px that `draw_prompts` takes at scale 1."""
        return sum(self.prompt(prompt).get_width() + PROMPT_GAP for prompt in prompts) - PROMPT_GAP

    def hints(
        self, canvas: pygame.Surface, hints: Iterable[tuple[str | tuple[Control, ...], str]], x: int, y: int
    ) -> None:
        """A row of what to press, each with what it does, in English; `y` is the top of the words.

        What to press is a name of `MENU_HINTS`, or controls; hints of controls that nothing is bound to are left out.
        """
        for pressed, meaning in hints:
            if isinstance(pressed, str):
                prompts = menu_prompts(pressed, self.prompts.family)
            else:
                prompts = self.prompts.of(*pressed)
            if prompts:
                x = self.draw_prompts(canvas, prompts, x, y - 4)
                x = self.text(canvas, self.say(meaning), x + 8, y, "pale") + 20

    def word(self, style: str, word: str) -> pygame.Surface:
        """Big lettering of a style of the sheet: `gold34`, `gold20`, `ice20`, `ice16` or `ember52`."""
        return self._words.get((style, word), lambda: self._lettered(style, word))

    def _lettered(self, style: str, word: str) -> pygame.Surface:
        if any(f"{style}/{letter}" not in self.sheet.strips for letter in word if letter != " "):
            return lettered(self.type, style, word)
        letters = self.word_places(style, word)
        last, start = letters[-1]
        tall = max(letter.get_height() for letter, _ in letters)
        picture = pygame.Surface((start + last.get_width(), tall), pygame.SRCALPHA, 32)
        picture.blits(tuple((letter, (x, 0)) for letter, x in letters))
        return picture

    def word_places(self, style: str, word: str) -> list[tuple[pygame.Surface, int]]:
        """The letters of `word` one by one, each with its x in the whole."""
        places: list[tuple[pygame.Surface, int]] = []
        x = 0
        for letter in word:
            if letter == " ":
                x += places[-1][0].get_height() * 3 // 8
                continue
            picture = self.picture(f"{style}/{letter}").image
            places.append((picture, x))
            x += picture.get_width() - 2 + LETTER_GAP
        return places

    def glyphs(self, style: str, word: str, gap: int) -> pygame.Surface:
        """Japanese lettering of a style of the sheet (`glyph_card`, `glyph_title`, `glyph_order`), `gap` px apart."""
        frames = [self.picture(f"{style}/{letter}") for letter in word]
        tall = max(frame.image.get_height() - frame.pivot_y for frame in frames)
        width = sum(frame.image.get_width() + gap for frame in frames) - gap
        picture = pygame.Surface((width, tall), pygame.SRCALPHA, 32)
        x = 0
        for frame in frames:
            picture.blit(frame.image, (x, -frame.pivot_y))
            x += frame.image.get_width() + gap
        return picture

    def veil(self, width: int, rows: Sequence[tuple[int, float]], colour: str = "ink") -> pygame.Surface:
        """A darkening from row to row: (y, strength 0 to 1), between them in twelve dithered steps."""
        key = ("veil", width, tuple(rows), colour)
        return self._veils.get(key, lambda: _veil(width, rows, colour))

    def scanlines(self, width: int, height: int, pitch: int = 2, strength: int = 36) -> pygame.Surface:
        """Every `pitch`-th row a little darker (`strength` of 255), as on a tube."""
        key = ("scanlines", width, height, pitch, strength)
        return self._veils.get(key, lambda: _scanlines(width, height, pitch, strength))

    def shade(
        self, canvas: pygame.Surface, x: int, y: int, width: int, height: int, colour: str, strength: float
    ) -> None:
        """Mixes a colour over a rectangle, 0 (nothing) to 1 (the colour alone)."""
        key = ("shade", width, height, colour, strength)
        canvas.blit(self._veils.get(key, lambda: _shade(width, height, colour, strength)), (x, y))

    def glow(self, diameter: int, colour: Colour) -> pygame.Surface:
        """Round light on black, to be added: it falls off in seven dithered steps."""
        return self._veils.get(("glow", diameter, colour), lambda: _glow(diameter, colour))

    def focus_row(self, canvas: pygame.Surface, x: int, y: int, width: int, height: int, *, both: bool = False) -> None:
        """What marks the chosen row of a list: blue, with a bright bar at its left end, or at both."""
        self.shade(canvas, x, y, width, height, "volt0", 0.85)
        canvas.fill(PALETTE["volt3"], (x, y, 2, height))
        if both:
            canvas.fill(PALETTE["volt3"], (x + width - 2, y, 2, height))


def _converted(sheet: Sheet) -> Sheet:
    """The sheet in the pixel format of surfaces made here: cheaper to blit, and pixels can be copied as they are."""
    form = pygame.Surface((1, 1), pygame.SRCALPHA, 32)
    return Sheet(
        {
            name: replace(
                strip, frames=tuple(replace(frame, image=frame.image.convert(form)) for frame in strip.frames)
            )
            for name, strip in sheet.strips.items()
        }
    )


def _enlarged(picture: pygame.Surface, scale: int) -> pygame.Surface:
    return picture if scale == 1 else pygame.transform.scale_by(picture, scale)


def nine_slice(source: pygame.Surface, width: int, height: int, border: int) -> pygame.Surface:
    """`source` at another size: corners as they are, edges and middle repeated."""
    picture = pygame.Surface((width, height), pygame.SRCALPHA, 32)
    columns = _stretches(source.get_width(), width, border)
    rows = _stretches(source.get_height(), height, border)
    pixels = pygame.surfarray.pixels2d(source.convert(picture))
    pygame.surfarray.pixels2d(picture)[:] = pixels[columns][:, rows]
    return picture


def _stretches(size: int, wanted: int, border: int) -> npt.NDArray[np.intp]:
    """Which source pixel each of the `wanted` pixels shows. A size below both borders cuts them off."""
    middle = border + np.arange(max(0, wanted - 2 * border)) % (size - 2 * border)
    return np.concatenate([np.arange(border), middle, np.arange(size - border, size)])[:wanted].astype(np.intp)


def _veil(width: int, rows: Sequence[tuple[int, float]], colour: str) -> pygame.Surface:
    height = rows[-1][0] + 1
    strength = np.interp(np.arange(height), [y for y, _ in rows], [strength for _, strength in rows])[None]
    threshold = BAYER[np.arange(width)[:, None] % 4, np.arange(height)[None] % 4]
    stepped = np.floor(strength * VEIL_STEPS + threshold * 0.95) / VEIL_STEPS
    veil = pygame.Surface((width, height), pygame.SRCALPHA, 32)
    veil.fill(PALETTE[colour])
    pygame.surfarray.pixels_alpha(veil)[:] = np.clip(np.minimum(stepped, strength + 0.05), 0, 1) * 255
    return veil


def _scanlines(width: int, height: int, pitch: int, strength: int) -> pygame.Surface:
    lines = pygame.Surface((width, height), pygame.SRCALPHA, 32)
    for y in range(0, height, pitch):
        lines.fill((0, 0, 0, strength), (0, y, width, 1))
    return lines


def _shade(width: int, height: int, colour: str, strength: float) -> pygame.Surface:
    shade = pygame.Surface((max(0, width), max(0, height)), pygame.SRCALPHA, 32)
    shade.fill((*PALETTE[colour], round(255 * strength)))
    return shade


def _glow(diameter: int, colour: Colour) -> pygame.Surface:
    offset = (np.arange(diameter) + 0.5) / diameter * 2 - 1
    near = np.clip(1 - np.hypot(offset[:, None], offset[None]), 0, 1) ** 2
    tiles = -(-diameter // 4)
    threshold = np.tile(BAYER, (tiles, tiles))[:diameter, :diameter]
    level = np.floor(near * GLOW_STEPS + threshold * 0.95) / GLOW_STEPS
    glow = pygame.Surface((diameter, diameter), 0, 32)
    pygame.surfarray.pixels3d(glow)[:] = level[..., None] * np.array(colour)
    return glow


def trough(canvas: pygame.Surface, x: int, y: int, width: int, height: int) -> None:
    """The well a bar lies in; its line reaches one pixel further on every side, two below."""
    canvas.fill(PALETTE["slate"], (x - 1, y + height + 1, width + 2, 1))
    canvas.fill(PALETTE["ink"], (x - 1, y - 1, width + 2, height + 2))
    canvas.fill(PALETTE["abyss"], (x, y, width, height))
    canvas.fill(PALETTE["deep"], (x, y + height - 1, width, 1))


def fill_bar(canvas: pygame.Surface, x: int, y: int, width: int, height: int, ramp: Ramp) -> None:
    """A bar in four tones: lit top line, dark foot."""
    if width <= 0:
        return
    quarter = max(1, height // 4)
    foot, body, upper, top = (PALETTE[name] for name in ramp)
    canvas.fill(body, (x, y, width, height))
    canvas.fill(upper, (x, y + 1, width, quarter))
    canvas.fill(foot, (x, y + height - quarter, width, quarter))
    canvas.fill(top, (x, y, width, 1))


def segment_bar(
    canvas: pygame.Surface,
    x: int,
    y: int,
    segments: int,
    pitch: int,
    height: int,
    share: float,
    ghost: float,
    ramp: Ramp,
) -> None:
    """A bar cut every `pitch` px. `share` and `ghost` (what was lost lately) run from 0 to 1."""
    width = segments * pitch - 1
    filled, lost = round(share * width), round(ghost * width)
    trough(canvas, x, y, width, height)
    if lost > filled:
        fill_bar(canvas, x, y, lost, height, GHOST)
    fill_bar(canvas, x, y, filled, height, ramp)
    for number in range(1, segments):
        canvas.fill(PALETTE["ink"], (x + number * pitch - 1, y, 1, height))
    if 0 < filled < width:
        canvas.fill(PALETTE[ramp[3]], (x + filled - 1, y, 1, height))


def pips(canvas: pygame.Surface, x: int, y: int, share: float, pitch: int = 6) -> None:
    """Ten pips, 4 x 7, lit up to `share` (0 to 1)."""
    lit = round(share * 10)
    for number in range(10):
        left = x + number * pitch
        canvas.fill(PALETTE["ink"], (left, y, 6, 9))
        canvas.fill(PALETTE["aqua" if number < lit else "deep"], (left + 1, y + 1, 4, 7))
        canvas.fill(PALETTE["foam" if number < lit else "slate"], (left + 1, y + 1, 4, 1))
