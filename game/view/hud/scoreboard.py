"""Top right: score, the soldiers of the chain with the time it has left, trust."""

from typing import Final, NamedTuple

import pygame

from game.sim.events import Event
from game.sim.systems.score import CHAIN_TICKS
from game.sim.world import World
from game.view.hud.fitting import fitting_scale, middle_y
from game.view.hud.layout import HudLayout
from game.view.hud.plate import Plate
from game.view.kit import Kit, pips, trough
from game.view.language import message
from game.view.motion import rolled
from game.view.palette import PALETTE
from game.view.text import GLYPH, Align, text_width

RIGHT_MARGIN = 4  # px right of its numbers
CHAIN_SHOWN_FROM = 3  # kills
CHAIN_LINE = 79  # px
TRUST_ICON, TRUST_PIPS = 84, 62  # px from the numbers' right edge
LABEL_GAP = 8  # px from a word to its number
ROW_HEIGHT = 16  # px
POP_TICKS = 8
BREAK_TICKS = 30  # a broken chain stays on view, greyed


class Rows(NamedTuple):
    """y in the plate of what stands under one another."""

    score: int
    chain: int
    line: int
    trust: int


ROWS: Final = {1: Rows(4, 16, 27, 32), 2: Rows(2, 20, 37, 39)}  # by scale


class Scoreboard:
    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._scale = layout.scale
        self._plate = Plate(layout.scoreboard)
        self._score = 0
        self._chain = 0
        self._pop = 0
        self._broken_for = 0
        self._left = 0.0
        self._trust = 0.0

    def observe(self, world: World, events: list[Event]) -> None:
        tally = world.tally
        self._score = rolled(self._score, tally.score)
        self._pop = max(0, self._pop - 1)
        self._broken_for = max(0, self._broken_for - 1)
        if tally.chain > self._chain:
            self._pop = POP_TICKS
            self._chain = tally.chain
        elif tally.chain < self._chain:
            if self._broken_for == 0:
                self._broken_for = BREAK_TICKS
            elif self._broken_for == 1:
                self._chain = tally.chain
        else:
            self._broken_for = 0
        self._left = min(1.0, max(0.0, (tally.chain_until - world.tick) / CHAIN_TICKS))
        self._trust = tally.trust / 100

    def draw(self, canvas: pygame.Surface, strength: float) -> None:
        line = round(CHAIN_LINE * self._left)
        contents = (
            self._score,
            self._chain,
            line,
            self._pop > 0,
            self._broken_for > 0,
            round(self._trust * 10),
            self._kit.language,
        )
        self._plate.show(contents, lambda plate: self._paint(plate, line))
        self._plate.draw(canvas, strength)

    def _paint(self, plate: pygame.Surface, line: int) -> None:
        kit, rows, right = self._kit, ROWS[self._scale], self._plate.rect.width - RIGHT_MARGIN
        self._paint_number(plate, message("SCORE"), f"{self._score:07d}", rows.score, "mist", "white")
        if self._chain >= CHAIN_SHOWN_FROM:
            colour = "steel" if self._broken_for else "white" if self._pop else "gold"
            # A pop is a pixel of lift and a flash: enough to be seen, small enough to be read.
            y = rows.chain - 1 if self._pop else rows.chain
            self._paint_number(plate, message("CHAIN"), str(self._chain), y, colour, colour)
            trough(plate, right - CHAIN_LINE - 1, rows.line, CHAIN_LINE, 2)
            plate.fill(PALETTE["cream" if self._pop else "orange"], (right - CHAIN_LINE - 1, rows.line, line, 2))
        kit.blit(plate, "icon/trust", right - TRUST_ICON, rows.trust)
        pips(plate, right - TRUST_PIPS, rows.trust + 4, self._trust)

    def _paint_number(
        self, plate: pygame.Surface, label: str, number: str, y: int, label_colour: str, number_colour: str
    ) -> None:
        """Right in the plate, with its word beside it where there is room."""
        kit, right = self._kit, self._plate.rect.width - RIGHT_MARGIN
        kit.text(plate, number, right, y, number_colour, Align.RIGHT, scale=self._scale)
        room = right - text_width(number, self._scale) - LABEL_GAP
        word = kit.say(label)
        scale = fitting_scale(word, self._scale, room, ROW_HEIGHT)
        if text_width(word, scale) <= room:
            lower = max(0, middle_y(word, GLYPH * self._scale, scale))
            kit.text(plate, word, room, y + lower, label_colour, Align.RIGHT, scale=scale)
