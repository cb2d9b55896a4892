"""In a cut scene the radio's words stand in a wide box over the picture."""

import pygame

from game.view.hud.plate import Plate
from game.view.hud.radio import MOUTH_TICKS, SPEAKERS, Message, Radio, speaker_name
from game.view.kit import PORTRAIT_FRAME, Kit
from game.view.motion import ease_out
from game.view.palette import PALETTE
from game.view.wrapping import unwrapped, wrapped

LEFT, TOP, WIDTH, HEIGHT = 8, 12, 624, 72  # px
PORTRAIT_AT = (8, 8)
TEXT_X, NAME_Y, RULE_Y, WORDS_Y, LEAD = 80, 12, 23, 32, 14
WORDS_WIDTH = 496  # px
OPEN_TICKS = 10


class Dialogue:
    """Shows what `radio` has on the air."""

    def __init__(self, kit: Kit, radio: Radio) -> None:
        self._kit = kit
        self._radio = radio
        self._plate = Plate(LEFT, TOP, WIDTH, HEIGHT)

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
            kit.portrait(plate, *PORTRAIT_AT, message.who, mouth, moved=message.moved)
        else:
            kit.frame(plate, *PORTRAIT_AT, PORTRAIT_FRAME, PORTRAIT_FRAME, "inset")
            kit.blit(plate, "icon/sound", PORTRAIT_AT[0] + 20, PORTRAIT_AT[1] + 20)
        kit.text(plate, speaker_name(kit, message.who), TEXT_X, NAME_Y, "gold")
        plate.fill(PALETTE["deep"], (TEXT_X, RULE_Y, WIDTH - TEXT_X - 16, 1))
        words = unwrapped(message.lines)
        typed += len(words) - message.letters  # the spaces that join the radio's lines
        for number, line in enumerate(wrapped(words, WORDS_WIDTH)):
            if typed > 0:
                kit.text(plate, line[:typed], TEXT_X, WORDS_Y + LEAD * number)
            typed -= len(line)
