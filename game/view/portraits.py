"""Faces of those who speak, in their frames: from the sheet `ui`."""

from typing import Final

import pygame

from game.view.kit import Kit
from game.view.palette import PALETTE
from game.view.sheets import Frame

PORTRAIT_FRAME: Final = 56  # px
INSIDE_CORNERS: Final = ((4, 4), (51, 51))
FACE_BORDER, FACE_TOP = 3, 9  # px: of a face's frame; rows of the portrait above the face


def draw_portrait(
    kit: Kit, canvas: pygame.Surface, x: int, y: int, who: str, number: int = 0, *, moved: bool = False
) -> None:
    """A framed face of 56 x 56; `number` 0 has the mouth shut, 1 open."""
    kit.frame(canvas, x, y, PORTRAIT_FRAME, PORTRAIT_FRAME)
    canvas.blit(_face_of(kit, who, number, moved).image, (x + 4, y + 4))
    for corner in INSIDE_CORNERS:
        canvas.set_at((x + corner[0], y + corner[1]), PALETTE["ink"])


def draw_face(
    kit: Kit, canvas: pygame.Surface, x: int, y: int, side: int, who: str, number: int = 0, *, moved: bool = False
) -> None:
    """The middle of a portrait, up close, in a frame of `side` px; `number` as of `draw_portrait`."""
    kit.frame(canvas, x, y, side, side)
    picture = _face_of(kit, who, number, moved).image
    inside = side - 2 * FACE_BORDER
    left = (picture.get_width() - inside) // 2
    canvas.blit(picture, (x + FACE_BORDER, y + FACE_BORDER), (left, FACE_TOP, inside, inside))


def _face_of(kit: Kit, who: str, number: int, moved: bool) -> Frame:
    return kit.picture(f"portrait/{who}/moved" if moved else f"portrait/{who}", number)
