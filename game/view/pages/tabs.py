"""Tabs along the top of a page; the chosen one is lit."""

from collections.abc import Mapping, Sequence
from typing import Final

import pygame

from game.view.kit import Kit

LEFT, TOP, HEIGHT, PITCH, WIDTH = 16, 38, 22, 102, 98  # px
TABS_BOTTOM: Final = TOP + HEIGHT


def draw_tabs(
    canvas: pygame.Surface, kit: Kit, tabs: Sequence[str], chosen: int, icons: Mapping[str, str] | None = None
) -> None:
    for number, (tab, place) in enumerate(zip(tabs, tab_places(len(tabs)), strict=True)):
        here = number == chosen
        kit.frame(canvas, place.x, place.y, place.width, place.height, "focus" if here else "off")
        if icons is not None:
            kit.blit(canvas, f"icon/{icons[tab]}", place.x + 5, place.y + 4)
        kit.text(canvas, kit.say(tab), place.x + 26, place.y + 8, "white" if here else "mist")


def tab_places(count: int) -> list[pygame.Rect]:
    return [pygame.Rect(LEFT + number * PITCH, TOP, WIDTH, HEIGHT) for number in range(count)]


def tab_at(point: tuple[int, int], count: int) -> int | None:
    """The tab under a point of the canvas."""
    return next((number for number, place in enumerate(tab_places(count)) if place.collidepoint(point)), None)
