"""What is to be done now, and how much of it is left: a line under the circuits.

A new one slides in, a met one is ticked off first.
"""

from collections import deque

import pygame

from game.sim.events import Event, ObjectiveMet, ObjectiveSet
from game.sim.world import World
from game.view.hud.fitting import fitting_scale, middle_y
from game.view.hud.layout import HudLayout
from game.view.hud.plate import Plate
from game.view.hud.progress import scene_progress
from game.view.kit import Kit
from game.view.language import Sentence
from game.view.motion import blinks, ease_out
from game.view.palette import PALETTE
from game.view.text import GLYPH, fitted, text_width

MARK_X, WORDS_X, RIGHT_MARGIN = 8, 24, 16  # px in its ground
SLIDE_TICKS = 14
NEW_TICKS = 60  # it blinks this long
MET_TICKS = 110  # a met objective stays this long, ticked off
COUNTED_EVERY = 6  # ticks


def _words_of(order: ObjectiveSet | ObjectiveMet) -> str:
    """In English; `kit.say` says them in the player's language."""
    if not order.wave:
        return order.text
    if not order.text:
        return Sentence("Wave {number}", number=order.wave)
    return Sentence("Wave {number}: {kind}", number=order.wave, kind=Sentence(order.text))


class ObjectiveLine:
    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._plate = Plate(layout.order)
        self._wanted_scale = layout.scale
        self._text = ""  # in English
        self._left = ""  # seconds, or soldiers
        self._met = False
        self._age = 0
        self._waiting: deque[str] = deque(maxlen=4)

    def observe(self, world: World, events: list[Event]) -> None:
        self._age += 1
        for event in events:
            if isinstance(event, ObjectiveMet) and _words_of(event) == self._text:
                self._met, self._age = True, 0
            elif isinstance(event, ObjectiveSet):
                self._waiting.append(_words_of(event))
        if self._waiting and (not self._met or self._age >= MET_TICKS):
            self._text, self._met, self._age = self._waiting.popleft(), False, 0
        if self._met:
            self._left = ""
        elif world.tick % COUNTED_EVERY == 0:
            self._left = scene_progress(world)

    def draw(self, canvas: pygame.Surface, strength: float) -> None:
        if not self._text:
            return
        left = f"  {self._left}" if self._left else ""
        room = self._plate.rect.width - WORDS_X - RIGHT_MARGIN
        asked = fitted(self._kit.say(self._text).upper(), room - text_width(left))
        words = asked + left
        scale = fitting_scale(words, self._wanted_scale, room, self._plate.rect.height)
        width = text_width(words, scale) + WORDS_X + RIGHT_MARGIN
        shown = round(width * ease_out(self._age, SLIDE_TICKS)) if not self._met else width
        bright = self._age < NEW_TICKS and blinks(self._age, 20)
        start = (self._plate.rect.width - width) // 2
        contents = (words, self._met, bright)
        self._plate.show(contents, lambda plate: self._paint(plate, asked, start, width, bright, scale))
        self._plate.surface.set_alpha(round(255 * strength))
        place = self._plate.rect.move(start, 0)
        canvas.blit(self._plate.surface, place, (start, 0, shown, place.height))

    def _paint(self, plate: pygame.Surface, asked: str, start: int, width: int, bright: bool, scale: int) -> None:
        kit, height = self._kit, plate.get_height()
        mark = "lime" if self._met else "cream" if bright else "gold"
        kit.shade(plate, start, 0, width, height, "ink", 0.6)
        plate.fill(PALETTE[mark], (start, 0, 2, height))
        kit.text(plate, "✓" if self._met else "▶", start + MARK_X, middle_y("", height), mark)
        top, colour = middle_y(asked, height, scale), "lime" if self._met else "white"
        right = kit.text(plate, asked, start + WORDS_X, top, colour, scale=scale)
        kit.text(plate, self._left, right + 2 * GLYPH * scale, top, "gold", scale=scale)
