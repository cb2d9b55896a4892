"""The Queen's frames: to the left as baked or mirrored, whole or without her horn. Each is made once, when first seen.

The sheet has few frames for what she is after the horn is gone, so it is cut from the others along the anchors `stump`
and `horn`, and the torn stump is set in its place.
"""

import math
from dataclasses import replace
from enum import IntEnum

import pygame

from game.view.art import (
    KEY,
    canvas_format,
    keyed_sheet,
    mirrored,
    recoloured_frame,
    silhouette,
    translucent_sheet,
)
from game.view.edges import EdgeLight
from game.view.queen_edges import QUEEN_EDGES
from game.view.sheets import Frame, Strip

HORN_ROOT, HORN_TIP = 13.0, 4.0  # px from the horn's middle line to its edge, with the outline
HORN_OVER = 6.0  # px beyond its tip
STUMP_REACH = 9  # px; radius of the patch round the stump
HORNLESS = frozenset(  # strips that are drawn without it
    ("torn", "fall", "collapsed", "cramp", "slump", "rise_again", "risen", "whip_raise", "whip", "whip_after")
)
FLASH = (112, 120, 128)  # added to her while a blow lights her


class Head(IntEnum):
    """What stands on it."""

    HORN = 0
    STUMP = 1
    LIGHT = 2  # the stump shines, and whips grow from it


class QueenFrames:
    def __init__(self) -> None:
        self._sheet = keyed_sheet("queen_left")
        self.light = EdgeLight.MOON  # on her edges
        self._names = {id(frame): name for name, strip in self._sheet.strips.items() for frame in strip.frames}
        self._membranes = {
            id(frame): membrane
            for name, strip in translucent_sheet("queen_membranes").strips.items()
            for frame, membrane in zip(self._sheet[name].frames, strip.frames, strict=True)
        }
        self._made: dict[tuple[int, int, Head, EdgeLight], Frame] = {}  # by id of a frame that the sheet keeps alive
        self._flashes: dict[int, pygame.Surface] = {}  # by id of a frame of `_made` or of the sheet

    def __getitem__(self, name: str) -> Strip:
        return self._sheet[name]

    def seen(self, frame: Frame, facing: int, head: Head) -> Frame:
        """`frame` of the sheet as it looks with this head, facing +1 right or -1 left."""
        if self._names[id(frame)] in HORNLESS:
            head = Head.HORN  # nothing to cut
        if facing < 0 and head is Head.HORN and self.light is EdgeLight.MOON:
            return frame
        key = id(frame), facing, head, self.light
        if key not in self._made:
            whole = frame if head is Head.HORN else self._without_horn(frame, head)
            lit = whole if self.light is EdgeLight.MOON else recoloured_frame(whole, QUEEN_EDGES[self.light])
            self._made[key] = mirrored(lit) if facing > 0 else lit
        return self._made[key]

    def membrane(self, frame: Frame, facing: int) -> Frame | None:
        """What can be seen through of her wings in `frame` of the sheet; None where they are folded."""
        membrane = self._membranes.get(id(frame))
        return mirrored(membrane) if membrane is not None and facing > 0 else membrane

    def struck(self, frame: Frame) -> pygame.Surface:
        """A frame that `seen` gave, in a blow's light. Not plain white: she is a third of the picture."""
        if id(frame) not in self._flashes:
            picture, light = _blank(frame.image.get_size()), pygame.Surface(frame.image.get_size(), 0, canvas_format())
            picture.blit(frame.image, (0, 0))
            light.blit(silhouette(frame, FLASH), (0, 0))
            picture.blit(light, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
            picture.set_colorkey(KEY, pygame.RLEACCEL)
            self._flashes[id(frame)] = picture
        return self._flashes[id(frame)]

    def horn(self) -> pygame.Surface:
        """The horn by itself, pointing up and to the left as in the first frame of `idle`."""
        frame = self._sheet["idle"].frames[0]
        outline = _horn_outline(frame)
        mask = _blank(frame.image.get_size())
        pygame.draw.polygon(mask, (255, 255, 255), outline)
        piece = _blank(frame.image.get_size())
        piece.blit(frame.image, (0, 0))
        mask.set_colorkey((255, 255, 255))
        piece.blit(mask, (0, 0))
        box = pygame.Rect(
            min(x for x, _ in outline),
            max(0, min(y for _, y in outline)),
            max(x for x, _ in outline) - min(x for x, _ in outline),
            max(y for _, y in outline),
        ).clip(piece.get_rect())
        horn = _blank(box.size)
        horn.blit(piece, (0, 0), box)
        horn.set_colorkey(KEY)
        return horn

    def _without_horn(self, frame: Frame, head: Head) -> Frame:
        picture = _blank(frame.image.get_size())
        picture.blit(frame.image, (0, 0))
        pygame.draw.polygon(picture, KEY, _horn_outline(frame))
        patch = self._stump(head)
        x, y = frame.anchors["stump"]
        picture.blit(patch, (round(x) + frame.pivot_x - STUMP_REACH, round(y) + frame.pivot_y - STUMP_REACH))
        picture.set_colorkey(KEY, pygame.RLEACCEL)
        return replace(frame, image=picture)

    def _stump(self, head: Head) -> pygame.Surface:
        """A round patch cut from a frame that shows it."""
        frame = self._sheet["torn" if head is Head.STUMP else "risen"].frames[0]
        x, y = frame.anchors["stump"]
        left, top = round(x) + frame.pivot_x - STUMP_REACH, round(y) + frame.pivot_y - STUMP_REACH
        side = 2 * STUMP_REACH
        patch = _blank((side, side))
        patch.blit(frame.image, (0, 0), (left, top, side, side))
        ring = _blank((side, side))
        pygame.draw.circle(ring, (255, 255, 255), (STUMP_REACH, STUMP_REACH), STUMP_REACH)
        ring.set_colorkey((255, 255, 255))
        patch.blit(ring, (0, 0))
        patch.set_colorkey(KEY)
        return patch


def _blank(size: tuple[int, int]) -> pygame.Surface:
    surface = pygame.Surface(size, 0, canvas_format())
    surface.fill(KEY)
    return surface


def _horn_outline(frame: Frame) -> list[tuple[int, int]]:
    """The horn's corners in the frame's own px."""
    (x0, y0), (x1, y1) = frame.anchors["stump"], frame.anchors["horn"]
    length = math.hypot(x1 - x0, y1 - y0)
    along_x, along_y = (x1 - x0) / length, (y1 - y0) / length
    corners = []
    for at, reach in ((0.0, HORN_ROOT), (length + HORN_OVER, HORN_TIP)):
        for side in (-1, 1) if at == 0 else (1, -1):
            x, y = x0 + along_x * at - along_y * reach * side, y0 + along_y * at + along_x * reach * side
            corners.append((round(x) + frame.pivot_x, round(y) + frame.pivot_y))
    return corners
