"""Top right: score, the chain with the time it has left, trust."""

from typing import Final, NamedTuple

import pygame

from game.sim.events import Event
from game.sim.systems.score import CHAIN_TICKS
from game.sim.world import World
from game.view.hud.plate import Plate
from game.view.kit import Kit, pips, trough
from game.view.motion import rolled
from game.view.palette import PALETTE
from game.view.text import Align

TIMES = "\N{MULTIPLICATION SIGN}"
RIGHT = 124  # x in the plate of the right edge of its numbers
CHAIN_SHOWN_FROM = 3  # kills
CHAIN_LINE = 79  # px
POP_TICKS = 8
BREAK_TICKS = 30  # a broken chain stays on view, greyed


class Rows(NamedTuple):
    """y in the plate of what stands under one another."""

    score: int
    chain: int
    line: int
    trust: int


ROWS: Final = {1: Rows(4, 16, 27, 32), 2: Rows(2, 20, 37, 39)}  # by scale; the ring of oxygen is right below


class Scoreboard:
    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.scale = 1  # of its numbers; large ones leave no room for words beside them
        self._plate = Plate(508, 4, 128, 52)
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
            self.scale,
            self._kit.language,
        )
        self._plate.show(contents, lambda plate: self._paint(plate, line))
        self._plate.draw(canvas, strength)

    def _paint(self, plate: pygame.Surface, line: int) -> None:
        kit, rows = self._kit, ROWS[self.scale]
        if self.scale == 1:
            kit.text(plate, kit.say("SCORE"), 60, rows.score, "mist", Align.RIGHT)
        kit.text(plate, f"{self._score:07d}", RIGHT, rows.score, "white", Align.RIGHT, scale=self.scale)
        if self._chain >= CHAIN_SHOWN_FROM:
            colour = "steel" if self._broken_for else "white" if self._pop else "gold"
            # A pop is a pixel of lift and a flash: enough to be seen, small enough to be read.
            y = rows.chain - 1 if self._pop else rows.chain
            kills = f"{TIMES}{self._chain}"
            words = kills if self.scale > 1 else kit.say("CHAIN {kills}", kills=kills)
            kit.text(plate, words, RIGHT, y, colour, Align.RIGHT, scale=self.scale)
            trough(plate, 44, rows.line, CHAIN_LINE, 2)
            plate.fill(PALETTE["cream" if self._pop else "orange"], (44, rows.line, line, 2))
        kit.blit(plate, "icon/trust", 40, rows.trust)
        pips(plate, 62, rows.trust + 4, self._trust)
