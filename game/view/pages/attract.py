"""The strip at the foot of what is shown while nobody plays."""

import pygame

from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.kit import Kit
from game.view.motion import blinks
from game.view.text import Align

STRIP_HEIGHT = 20  # px
BLINK_TICKS = 64  # under one flash a second


def draw_attract_strip(canvas: pygame.Surface, kit: Kit, tick: int, label: str) -> None:
    """Over the foot of a game or a page; `tick` is the window's, `label` says what is shown."""
    top = VIEW_HEIGHT - STRIP_HEIGHT
    kit.shade(canvas, 0, top, VIEW_WIDTH, STRIP_HEIGHT, "ink", 0.9)
    kit.shade(canvas, 0, top, VIEW_WIDTH, 1, "slate", 1.0)
    y = top + 7
    kit.text(canvas, label, 16, y, "rose")
    kit.text(canvas, label, VIEW_WIDTH - 16, y, "rose", Align.RIGHT)
    if blinks(tick, BLINK_TICKS):
        kit.text(canvas, kit.say("PRESS ANY KEY"), VIEW_WIDTH // 2, y, "gold", Align.CENTRE)
