"""Warnings: a short red line in the objective's place for what needs an answer now."""

from collections import deque
from dataclasses import dataclass

import pygame

from game.sim.components import Body, Queen
from game.sim.content.moves import VITALITY_LOW
from game.sim.events import CircuitBroken, CircuitTripped, Event, TripCause
from game.sim.systems.grapple import takes_the_horn
from game.sim.units import VIEW_WIDTH
from game.sim.world import World
from game.view.hud.foot import line_percent
from game.view.hud.objective import fitting_scale
from game.view.hud.plate import Plate
from game.view.kit import Kit
from game.view.language import message
from game.view.motion import blinks, ease_out
from game.view.text import GLYPH, text_width

HEIGHT = 18  # px
STAYS = 130  # ticks
AGAIN_AFTER = 900  # ticks before the same lasting danger is named again
LINE_NEARLY_LOST = 30  # percent
OPEN_TICKS = 8


@dataclass(frozen=True, slots=True)
class Warning:
    icon: str
    text: str  # English, with a place for the number of a line
    line: int = 0  # from 1; 0: of no line

    def words(self, kit: Kit) -> str:
        return kit.say(self.text, line=self.line)


TAKE_THE_HORN = Warning("claw", message("TAKE THE HORN!"))  # as long as it can be taken, before all others


class Warnings:
    def __init__(self, kit: Kit, middle: int) -> None:
        """`middle`: y round which a line of type is centred."""
        self._kit = kit
        self._plate = Plate(0, middle - HEIGHT // 2, VIEW_WIDTH, HEIGHT + GLYPH)
        self.scale = 1  # of its type, where the line has room for it
        self._waiting: deque[Warning] = deque(maxlen=3)
        self._warning: Warning | None = None
        self._age = 0
        self._silent_until: dict[str, int] = {}

    def observe(self, world: World, events: list[Event]) -> None:
        self._age += 1
        for event in events:
            if isinstance(event, CircuitTripped) and event.cause is TripCause.OVERDRAWN:
                self._warn(Warning("toggle", message("SUPPLY OVERDRAWN: LINE {line}"), event.circuit + 1))
            elif isinstance(event, CircuitTripped) and event.cause is TripCause.OVERHEATED:
                self._warn(Warning("toggle", message("LINE {line} OVERHEATED"), event.circuit + 1))
            elif isinstance(event, CircuitBroken):
                self._warn(Warning("command", message("LINE {line} IS DOWN"), event.circuit + 1))
        gamera = world.gamera
        if 0 < gamera.vitality < gamera.vitality_full * VITALITY_LOW:
            self._warn_seldom(world.tick, Warning("gamera", message("VITALITY LOW")))
        if world.stage.line is not None and line_percent(world) < LINE_NEARLY_LOST:
            self._warn_seldom(world.tick, Warning("city", message("THE CITY LINE IS BREAKING")))
        lasts = any(takes_the_horn(mother) for _, mother, _ in world.entities.each(Queen, Body))
        if lasts and self._warning != TAKE_THE_HORN:
            self._warning, self._age = TAKE_THE_HORN, 0
        elif not lasts and (self._age > STAYS or self._warning == TAKE_THE_HORN):
            self._warning = None
        if self._warning is None and self._waiting:
            self._warning, self._age = self._waiting.popleft(), 0

    @property
    def busy(self) -> bool:
        """One is on view."""
        return self._warning is not None

    def _warn(self, warning: Warning) -> None:
        if warning != self._warning and warning not in self._waiting:
            self._waiting.append(warning)

    def _warn_seldom(self, tick: int, warning: Warning) -> None:
        if tick >= self._silent_until.get(warning.text, 0):
            self._silent_until[warning.text] = tick + AGAIN_AFTER
            self._warn(warning)

    def draw(self, canvas: pygame.Surface) -> None:
        warning = self._warning
        if warning is None:
            return
        bright = blinks(self._age)
        words = warning.words(self._kit)
        scale = fitting_scale(words, self.scale)
        whole = HEIGHT + GLYPH * (scale - 1)
        self._plate.show(
            (warning, words, bright, scale), lambda plate: self._paint(plate, warning.icon, words, bright, scale)
        )
        height = max(2, round(whole * ease_out(self._age, OPEN_TICKS)))
        top = (whole - height) // 2
        canvas.blit(self._plate.surface, (0, self._plate.rect.top + top), (0, top, VIEW_WIDTH, height))

    def _paint(self, plate: pygame.Surface, icon: str, words: str, bright: bool, scale: int) -> None:
        width = text_width(words, scale) + 36
        left = (VIEW_WIDTH - width) // 2
        height = HEIGHT + GLYPH * (scale - 1)
        self._kit.frame(plate, left, 0, width, height, "warn", 0.86)
        self._kit.blit(plate, f"icon/{icon}", left + 6, (height - 16) // 2)
        self._kit.text(plate, words, left + 26, 5, "white" if bright else "blush", scale=scale)
