"""Baked pictures made ready for fast drawing.

Measured with 10,000 soldiers on a 640x360 canvas: per-pixel alpha 48 ms, a colour key 3 to 4 ms. Baked alpha is 0 or
255 but in the Queen's membranes, so nothing is lost by a colour key. Glows are black-backed and added.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pygame

from game.view.palette import Colour
from game.view.sheets import Frame, Sheet, Strip, load_sheet

KEY = (255, 0, 255)  # the transparent colour; no ramp comes near it
RUN_LENGTH_FROM = 900  # px of area from which run-length coding pays; smaller pictures draw faster without
LUMINANCE = np.array([0.3, 0.59, 0.11])
ASH = np.array([1.04, 0.98, 0.92])  # a warm grey
GLOW_STEPS = 8  # brightnesses a glow is prepared in, 1 the faintest


def canvas_format() -> pygame.Surface:
    """The pixel format all pictures are converted to. The game's canvas has the same: 32 bits, no alpha."""
    return pygame.Surface((1, 1), 0, 32)


def keyed(picture: pygame.Surface, form: pygame.Surface) -> pygame.Surface:
    """`picture` (alpha 0 or 255) in the format of `form`, its transparent pixels coded by colour."""
    surface = pygame.Surface(picture.get_size(), 0, form)
    surface.fill(KEY)
    surface.blit(picture, (0, 0))
    large = picture.get_width() * picture.get_height() >= RUN_LENGTH_FROM
    surface.set_colorkey(KEY, pygame.RLEACCEL if large else 0)
    return surface


def keyed_strip(strip: Strip, form: pygame.Surface) -> Strip:
    frames = tuple(replace(frame, image=keyed(frame.image, form)) for frame in strip.frames)
    return replace(strip, frames=frames)


@cache
def keyed_sheet(name: str) -> Sheet:
    """The sheet `sprites/atlas/<name>`, colour-keyed. Read once: its pictures are never drawn on."""
    form = canvas_format()
    return Sheet({key: keyed_strip(strip, form) for key, strip in load_sheet(name).strips.items()})


@cache
def translucent_sheet(name: str) -> Sheet:
    """The sheet `sprites/atlas/<name>` with its alpha as baked; only for little that is seen seldom. Read once."""
    return load_sheet(name)


def brightened(picture: pygame.Surface, share: float) -> pygame.Surface:
    """A copy of an opaque picture with every channel multiplied by `share` (0 to 1)."""
    copy = picture.copy()
    level = round(255 * share)
    copy.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)
    return copy


def silhouette(frame: Frame, colour: tuple[int, int, int]) -> pygame.Surface:
    """The frame's shape in one colour, for flashes."""
    form = canvas_format()
    surface = pygame.Surface(frame.image.get_size(), 0, form)
    surface.fill(KEY)
    frame.mask.to_surface(surface, setcolor=colour, unsetcolor=None)
    surface.set_colorkey(KEY, pygame.RLEACCEL)
    return surface


def recoloured(sheet: Sheet, colours: Mapping[Colour, Colour]) -> Sheet:
    """A copy of a keyed sheet in which each of these colours is another one."""
    return Sheet(
        {
            key: replace(strip, frames=tuple(recoloured_frame(frame, colours) for frame in strip.frames))
            for key, strip in sheet.strips.items()
        }
    )


def recoloured_frame(frame: Frame, colours: Mapping[Colour, Colour]) -> Frame:
    """A copy of a keyed frame in which each of these colours is another one."""
    picture = frame.image.copy()
    pixels = pygame.surfarray.pixels2d(picture)
    shown = pixels & np.uint32(0xFFFFFF)
    found = {old: shown == np.uint32(picture.map_rgb(old) & 0xFFFFFF) for old in colours}
    for old, new in colours.items():
        pixels[found[old]] = picture.map_rgb(new)
    return replace(frame, image=picture)


def mirrored(frame: Frame) -> Frame:
    """The frame as seen in a mirror, its anchors with it."""
    picture = pygame.transform.flip(frame.image, True, False)
    if frame.image.get_colorkey() is not None:
        large = picture.get_width() * picture.get_height() >= RUN_LENGTH_FROM
        picture.set_colorkey(KEY, pygame.RLEACCEL if large else 0)
    anchors = {name: (-x, y) for name, (x, y) in frame.anchors.items()}
    return replace(frame, image=picture, pivot_x=picture.get_width() - 1 - frame.pivot_x, anchors=anchors)


def ashen(frame: Frame) -> Frame:
    """The frame with its blues turned to warm greys of the same brightness; red and bone stay."""
    picture = frame.image.copy()
    pixels = pygame.surfarray.pixels3d(picture)
    blue = (pixels[..., 2] >= pixels[..., 0]) & ~(pixels == KEY).all(axis=-1)
    bright = pixels[blue] @ LUMINANCE
    pixels[blue] = np.minimum(255, bright[:, None] * ASH)
    return replace(frame, image=picture)


@dataclass(frozen=True, slots=True)
class Glows:
    """Round lights by colour and diameter, each in `GLOW_STEPS` brightnesses."""

    steps: dict[tuple[str, int], tuple[pygame.Surface, ...]]

    def lit(self, colour: str, diameter: int, strength: float) -> pygame.Surface | None:
        """The light at `strength` 0 to 1, None if it is too faint to see."""
        step = round(strength * GLOW_STEPS)
        return self.steps[colour, diameter][min(step, GLOW_STEPS) - 1] if step > 0 else None


@cache
def load_glows() -> Glows:
    form = canvas_format()
    steps = {}
    for key, strip in load_sheet("glows").strips.items():
        if not key.startswith("glow/"):
            continue
        _, colour, diameter = key.split("/")
        full = pygame.Surface(strip.frames[0].image.get_size(), 0, form)
        full.blit(strip.frames[0].image, (0, 0))
        steps[colour, int(diameter)] = tuple(brightened(full, step / GLOW_STEPS) for step in range(1, GLOW_STEPS + 1))
    return Glows(steps)
