"""In a cut scene the radio's words stand in a wide box over the picture."""

import pygame

from game.view.hud.layout import HudLayout
from game.view.hud.plate import Plate
from game.view.hud.radio import MOUTH_TICKS, SPEAKERS, Message, Radio, speaker_name
from game.view.kit import Kit
from game.view.motion import ease_out
from game.view.palette import PALETTE
from game.view.portraits import PORTRAIT_FRAME, draw_portrait
from game.view.text import any_wide, lift
from game.view.wrapping import unwrapped, wrapped

LEFT, TOP, WIDTH, HEIGHT = 8, 12, 624, 72  # px
PORTRAIT_AT = (8, 8)
TEXT_X, NAME_Y, RULE_Y, WORDS_Y = 80, 12, 23, 30  # px
LEAD = (0, 14, 19)  # px from line to line, by scale
LARGE_LINES = 2  # that have room at scale 2; one of Japanese
WORDS_WIDTH = 536  # px
OPEN_TICKS = 10


class Dialogue:
    """Shows what `radio` has on the air."""

    def __init__(self, kit: Kit, radio: Radio, layout: HudLayout) -> None:
        self._kit = kit
        self._radio = radio
        self._wanted_scale = layout.scale
        self._plate = Plate(pygame.Rect(LEFT, TOP, WIDTH, HEIGHT))

    def draw(self, canvas: pygame.Surface, strength: float) -> None:
        message = self._radio.message
        if message is None or strength == 0:
            return
        typed = self._radio.typed
        mouth = self._radio.age // MOUTH_TICKS % 2 if typed < message.letters else 0
        self._plate.show(
            (message, typed, mouth, self._kit.language), lambda plate: self._paint(plate, message, typed, mouth)
        )
        self._plate.draw(canvas, strength * ease_out(self._radio.age + 1, OPEN_TICKS))

    def _paint(self, plate: pygame.Surface, message: Message, typed: int, mouth: int) -> None:
        kit = self._kit
        kit.frame(plate, 0, 0, WIDTH, HEIGHT, "panel", 0.94)
        if message.who in SPEAKERS:
            draw_portrait(kit, plate, *PORTRAIT_AT, message.who, mouth, moved=message.moved)
        else:
            kit.frame(plate, *PORTRAIT_AT, PORTRAIT_FRAME, PORTRAIT_FRAME, "inset")
            kit.blit(plate, "icon/sound", PORTRAIT_AT[0] + 20, PORTRAIT_AT[1] + 20)
        kit.text(plate, speaker_name(kit, message.who), TEXT_X, NAME_Y, "gold")
        plate.fill(PALETTE["deep"], (TEXT_X, RULE_Y, WIDTH - TEXT_X - 16, 1))
        words = unwrapped(message.lines)
        typed += len(words) - message.letters  # the spaces that join the radio's lines
        scale = self._wanted_scale
        lines = wrapped(words, WORDS_WIDTH, scale)
        if scale > 1 and len(lines) > (1 if any_wide(words) else LARGE_LINES):
            scale, lines = 1, wrapped(words, WORDS_WIDTH)
        for number, line in enumerate(lines):
            if typed > 0:
                y = WORDS_Y + LEAD[scale] * number + lift(line) * (scale - 1)
                kit.text(plate, line[:typed], TEXT_X, y, scale=scale)
            typed -= len(line)
