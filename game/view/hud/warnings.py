"""Warnings: a short red line in the objective's place for what needs an answer now."""

from collections import deque
from dataclasses import dataclass

import pygame

from game.sim.components import Body, Queen
from game.sim.content.moves import VITALITY_LOW
from game.sim.events import CircuitBroken, CircuitTripped, Event, TripCause
from game.sim.systems.grapple import takes_the_horn
from game.sim.world import World
from game.view.hud.fitting import fitting_scale, middle_y
from game.view.hud.foot import line_percent
from game.view.hud.layout import HudLayout
from game.view.hud.plate import Plate
from game.view.kit import Kit
from game.view.language import message
from game.view.motion import blinks, ease_out
from game.view.text import text_width

WORDS_X, RIGHT_MARGIN = 26, 10  # px in its frame
ICON_X, ICON_SIDE = 6, 16  # px
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
    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._plate = Plate(layout.order)
        self._wanted_scale = layout.scale
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
        place = self._plate.rect
        self._plate.show((warning, words, bright), lambda plate: self._paint(plate, warning.icon, words, bright))
        height = max(2, round(place.height * ease_out(self._age, OPEN_TICKS)))
        top = (place.height - height) // 2
        canvas.blit(self._plate.surface, place.move(0, top), (0, top, place.width, height))

    def _paint(self, plate: pygame.Surface, icon: str, words: str, bright: bool) -> None:
        whole, height = plate.get_size()
        scale = fitting_scale(words, self._wanted_scale, whole - WORDS_X - RIGHT_MARGIN, height)
        width = text_width(words, scale) + WORDS_X + RIGHT_MARGIN
        left = (whole - width) // 2
        self._kit.frame(plate, left, 0, width, height, "warn", 0.86)
        self._kit.blit(plate, f"icon/{icon}", left + ICON_X, (height - ICON_SIDE) // 2)
        top, colour = middle_y(words, height, scale), "white" if bright else "blush"
        self._kit.text(plate, words, left + WORDS_X, top, colour, scale=scale)
