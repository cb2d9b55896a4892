"""The options' preview: a street under lines in every state, that shakes, flashes and speaks as the settings say."""

from dataclasses import dataclass
from typing import Final

import pygame

from game.view.command import WIRE_CORES, WIRE_GLOWS
from game.view.kit import Kit
from game.view.language import message_as
from game.view.palette import PALETTE
from game.view.text import Align, Edge

FRAME: Final = pygame.Rect(424, 66, 200, 150)
WINDOW: Final = pygame.Rect(432, 88, 184, 120)
BLAST_EVERY, BLAST_TICKS = 150, 24  # a blast now and then shows shake and flashes
SHAKES_BY = 5  # px at full shake
FLASH_LEVEL = 150  # of 255 at full flashes
STATES: Final = {  # of a line, with its word
    "live": message_as("wire", "LIVE"),
    "ready": message_as("wire", "READY"),
    "hot": message_as("wire", "HOT"),
    "tripped": message_as("wire", "TRIPPED"),
}
WIRE_TOP, WIRE_PITCH, SAG = 22, 18, 26  # px
GLOW, GLOW_EVERY = 20, 5
DASH = 4  # px of a tripped line, as in the command view
PERCHED: Final = (24, 62, 100, 136)  # px along the lowest lit wire


@dataclass(frozen=True, slots=True)
class Preview:
    shake: float  # 0 none, 1 full
    flashes: float
    big_text: bool


def draw_preview(canvas: pygame.Surface, kit: Kit, tick: int, preview: Preview) -> None:
    kit.frame(canvas, FRAME.x, FRAME.y, FRAME.width, FRAME.height)
    kit.text(canvas, kit.say("PREVIEW"), FRAME.x + 10, FRAME.y + 9, "mist")
    canvas.fill(PALETTE["ink"], WINDOW.inflate(2, 2))
    held = canvas.get_clip()
    canvas.set_clip(WINDOW)
    left = max(0, BLAST_TICKS - tick % BLAST_EVERY) / BLAST_TICKS  # of the blast
    jolt = round(preview.shake * SHAKES_BY * left) * (tick // 2 % 2 * 2 - 1)
    for layer in ("back", "gamera", "front"):
        frame = kit.title[f"title/{layer}"].frames[0]
        canvas.blit(frame.image, (WINDOW.x - 380 - frame.pivot_x + jolt, WINDOW.y - 110 - frame.pivot_y))
    for number, state in enumerate(STATES):
        _draw_wire(canvas, kit, state, WINDOW.y + WIRE_TOP + number * WIRE_PITCH, jolt)
    _draw_soldiers(canvas, kit, tick, jolt)
    words_scale = 2 if preview.big_text else 1
    kit.text(canvas, kit.say("HOLD IT"), WINDOW.x + 6, WINDOW.bottom - 22, "gold", scale=words_scale, edge=Edge.OUTLINE)
    level = round(FLASH_LEVEL * preview.flashes * max(0.0, left * 2 - 1))
    if level:
        canvas.fill((level, level, level), WINDOW, pygame.BLEND_RGB_ADD)
    canvas.set_clip(held)


def _draw_wire(canvas: pygame.Surface, kit: Kit, state: str, top: int, jolt: int) -> None:
    points = [(x + jolt, y) for x, y in _curve(top)]
    if state == "tripped":
        for start in range(0, len(points) - DASH, 2 * DASH):
            pygame.draw.lines(canvas, PALETTE["gold"], False, points[start : start + DASH])
    else:
        glow = kit.glow(GLOW, WIRE_GLOWS[state])
        canvas.fblits([(glow, (x - GLOW // 2, y - GLOW // 2)) for x, y in points[::GLOW_EVERY]], pygame.BLEND_RGB_ADD)
        core, edge = WIRE_CORES[state]
        pygame.draw.lines(canvas, PALETTE[edge], False, [(x, y + 1) for x, y in points])
        pygame.draw.lines(canvas, PALETTE[core], False, points)
    kit.text(
        canvas, kit.say_as("wire", STATES[state]), WINDOW.right - 4, top - 9, "white", Align.RIGHT, edge=Edge.OUTLINE
    )


def _curve(top: int) -> list[tuple[int, int]]:
    """A line that hangs by SAG px across the window."""
    half = WINDOW.width / 2
    return [
        (x, top + round(SAG * (1 - ((x - WINDOW.centerx) / half) ** 2))) for x in range(WINDOW.x - 8, WINDOW.right + 8)
    ]


def _draw_soldiers(canvas: pygame.Surface, kit: Kit, tick: int, jolt: int) -> None:
    strip = kit.soldiers["sky/normal/perch/left"]
    points = _curve(WINDOW.y + WIRE_TOP)
    for number, along in enumerate(PERCHED):
        x, y = points[along]
        frame = strip.frames[(tick + 19 * number) // strip.ticks % len(strip.frames)]
        canvas.blit(frame.image, (x - frame.pivot_x + jolt, y - 5 - frame.pivot_y))
