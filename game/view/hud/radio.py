"""The radio: who speaks, with a moving mouth, and the words as they come in."""

from collections import deque
from dataclasses import dataclass
from typing import Final

import pygame

from game.sim.events import Event, LineSpoken
from game.sim.world import World
from game.view.hud.layout import RADIO_WORDS_WIDTH, HudLayout
from game.view.hud.plate import Plate
from game.view.kit import Kit
from game.view.language import message
from game.view.motion import ease_out
from game.view.palette import PALETTE
from game.view.portraits import draw_face
from game.view.text import GLYPH, any_wide, fitted, lift
from game.view.wrapping import wrapped

FACE_SIDE = 36  # px
NAME_Y, WORDS_Y = 4, 14  # px
LEAD = 10  # px from line to line at scale 1
LINES = 2
NAME_WIDTH = 192  # px
TICKS_PER_LETTER = 2
STAYS = 240  # ticks after the last letter
SLIDE_TICKS = 10
MOUTH_TICKS = 5
MOST_WAITING = 6
LOUD: Final = ("!", "\N{FULLWIDTH EXCLAMATION MARK}")

SPEAKERS: Final[dict[str, str]] = {
    "asagi": message("ASAGI"),
    "honami": message("HONAMI"),
    "watarase": message("COL. WATARASE"),
    "engineer": message("ENGINEER OBATA"),
    "soldier": message("PVT. HANAMI"),
}


@dataclass(frozen=True, slots=True)
class Message:
    who: str
    lines: tuple[str, ...]
    moved: bool  # the speaker is upset

    @property
    def letters(self) -> int:
        return sum(map(len, self.lines))


def speaker_name(kit: Kit, who: str) -> str:
    """As it stands over what he says."""
    return kit.say(SPEAKERS.get(who, who.upper()))


def messages_of(who: str, text: str) -> list[Message]:
    """The text, in the player's language, in boxes of two lines, or of a single one of Japanese."""
    lines = wrapped(text.upper(), RADIO_WORDS_WIDTH)
    most = 1 if any_wide(text) else LINES
    boxes = [tuple(lines[start : start + most]) for start in range(0, len(lines), most)]
    return [Message(who, box, any(mark in text for mark in LOUD)) for box in boxes]


class Radio:
    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._scale = layout.scale
        self._plate = Plate(layout.radio)
        self._waiting: deque[LineSpoken] = deque(maxlen=MOST_WAITING)
        self._spoken: LineSpoken | None = None  # what the message is of
        self._boxes: deque[Message] = deque()  # that follow the message
        self._message: Message | None = None
        self._language = kit.language  # in which it is put
        self._age = 0
        self.waits = False  # something else is in its place: what is said stands still until that is gone

    @property
    def message(self) -> Message | None:
        """What is on the air."""
        return self._message

    @property
    def age(self) -> int:
        """Ticks the message has been on the air."""
        return self._age

    @property
    def typed(self) -> int:
        """Letters of the message that have come in."""
        return min(self._message.letters, self._age // TICKS_PER_LETTER) if self._message else 0

    @property
    def busy(self) -> bool:
        """Somebody is on the air."""
        return self._message is not None

    def observe(self, world: World, events: list[Event]) -> None:
        self._waiting.extend(event for event in events if isinstance(event, LineSpoken))
        if not self.waits:
            self._age += 1
        if self._message is not None:
            stays = STAYS // 2 if self._waiting or self._boxes else STAYS
            if self._age > self._message.letters * TICKS_PER_LETTER + stays:
                self._message = None
            elif self._language is not self._kit.language and self._spoken is not None:
                self._put(self._spoken)  # the player has chosen another: from the beginning
        if self._message is None and not self._boxes and self._waiting:
            self._put(self._waiting.popleft())
        elif self._message is None and self._boxes:
            self._message, self._age = self._boxes.popleft(), 0

    def _put(self, spoken: LineSpoken) -> None:
        """On the air, in the player's language."""
        self._spoken, self._language = spoken, self._kit.language
        self._boxes = deque(messages_of(spoken.speaker, self._kit.say(spoken.text)))
        self._message, self._age = self._boxes.popleft(), 0

    def draw(self, canvas: pygame.Surface, strength: float) -> None:
        message = self._message
        if message is None or strength == 0:
            return
        typed = self.typed
        talking = typed < message.letters
        mouth = self._age // MOUTH_TICKS % 2 if talking else 0
        bars = 2 + (self._age // 20) % 3 if talking else 3
        contents = (message, typed, mouth, bars, self._kit.language)
        self._plate.show(contents, lambda plate: self._paint(plate, message, typed, mouth, bars))
        end = message.letters * TICKS_PER_LETTER + STAYS
        inside = min(ease_out(self._age, SLIDE_TICKS), ease_out(end - self._age, SLIDE_TICKS))
        self._plate.draw_sliding(canvas, strength, -round((1 - inside) * self._plate.rect.width))

    def _paint(self, plate: pygame.Surface, message: Message, typed: int, mouth: int, bars: int) -> None:
        kit = self._kit
        if message.who in SPEAKERS:
            draw_face(kit, plate, 0, 0, FACE_SIDE, message.who, mouth, moved=message.moved)
        else:
            kit.frame(plate, 0, 0, FACE_SIDE, FACE_SIDE)
            kit.blit(plate, "icon/sound", 10, 10)
        width, height = plate.get_width() - FACE_SIDE, plate.get_height()
        kit.frame(plate, FACE_SIDE, 0, width, height, "panel", 0.86)
        left = FACE_SIDE + (width - RADIO_WORDS_WIDTH * self._scale) // 2
        kit.text(plate, fitted(speaker_name(kit, message.who), NAME_WIDTH), left, NAME_Y, "gold")
        for number, line in enumerate(message.lines):
            if typed > 0:
                lower = lift(line) * self._scale + 1 if any_wide(line) else 0  # clear of the name
                y = WORDS_Y + number * (LEAD + GLYPH * (self._scale - 1)) + lower
                kit.text(plate, line[:typed], left, y, scale=self._scale)
            typed -= len(line)
        for number in range(4):  # how well it comes in
            colour = "aqua" if number < bars else "slate"
            plate.fill(PALETTE[colour], (plate.get_width() - 26 + number * 4, 11 - number * 2, 2, 2 + number * 2))
