"""While something is read or built: a line on which a spark runs."""

from dataclasses import dataclass

import pygame

from game.sim.units import VIEW_WIDTH
from game.view.kit import Kit
from game.view.language import message
from game.view.palette import PALETTE
from game.view.text import Align

LEFT, RIGHT, TOP, SAG = 200, 440, 172, 22  # px
SPARK_TICKS = 70  # from end to end


@dataclass(frozen=True, slots=True)
class LoadingPage:
    tick: int
    words: str = message("LOADING")


def draw_loading(canvas: pygame.Surface, kit: Kit, page: LoadingPage) -> None:
    canvas.fill(PALETTE["ink"])
    wire = [(x, TOP + round(SAG * 4 * (x - LEFT) * (RIGHT - x) / (RIGHT - LEFT) ** 2)) for x in range(LEFT, RIGHT + 1)]
    pygame.draw.lines(canvas, PALETTE["slate"], False, wire)
    reach = (len(wire) - 1) * (page.tick % SPARK_TICKS) // SPARK_TICKS
    tail = wire[max(0, reach - 40) : reach + 1]
    if len(tail) > 1:
        pygame.draw.lines(canvas, PALETTE["volt1"], False, tail)
        pygame.draw.lines(canvas, PALETTE["volt3"], False, tail[-12:] if len(tail) > 13 else tail)
    x, y = wire[reach]
    canvas.blit(kit.glow(26, (30, 80, 160)), (x - 13, y - 13), special_flags=pygame.BLEND_RGB_ADD)
    canvas.fill(PALETTE["white"], (x - 1, y - 1, 3, 3))
    for end in (LEFT, RIGHT):
        canvas.fill(PALETTE["steel"], (end - 1, TOP - 8, 2, 9))
        canvas.fill(PALETTE["mist"], (end - 2, TOP - 3, 4, 2))
    kit.text(canvas, kit.say(page.words), VIEW_WIDTH // 2, TOP + 40, "mist", Align.CENTRE)
