"""Where every part of the display stands, in both sizes of its type: rows and columns that nothing leaves.

    gauges   Gamera's | the circuits, their supply below | score, chain, trust
    order    the objective, or a warning in its place
    strip    the radio | a lesson | the ring of oxygen or light
    foot     soldiers | radar | the city; over it the Queen's bar, and what the city lost

In large type the radio and a lesson take turns in the whole strip. The call of a wave takes order and strip together.
The highest wires hang from y = 102 down, those that soldiers sit on from y = 138: no box of the strip lies on a line in
use.
"""

from dataclasses import dataclass, field
from typing import Final

from pygame import Rect

MARGIN: Final = 8  # px of the strip to the left edge of the picture
CARD_WIDTH, CARD_HEIGHT, CARD_TOP = 56, 32, 3  # px
NARROW_CARD_WIDTH = 26  # px; a card without icon and count, where there are more than four circuits
CARD_GAP = 4  # px
MOST_WIDE_CARDS = 4
CARDS_LEFT, CARDS_RIGHT, CARDS_MIDDLE = 220, 487, 320  # x they keep between, and round which they stand
SUPPLY_TOP = 36  # y
SUPPLY_HEIGHTS: Final = (0, 13, 16)  # px, by scale
RADIO_WORDS_WIDTH = 256  # px of a line of the radio at scale 1
RING_LEFT, RING_SIDE = 576, 64  # px
STRIP_RIGHT = RING_LEFT - 4  # x
NOTICE_TOP: Final = 256  # y of what the window says over a game: above the Queen's bar and what the city lost


@dataclass(frozen=True, slots=True)
class HudLayout:
    """Places on the canvas. A part draws nothing outside of its own."""

    scale: int  # of the type, where a place has room for it: 1, or 2 for large
    vitals: Rect
    cards: tuple[Rect, ...]  # one for each circuit
    supply: Rect
    scoreboard: Rect
    order: Rect
    radio: Rect
    lesson: Rect
    ring: Rect
    wave_call: Rect
    queen: Rect
    loss: Rect
    soldiers: Rect = field(default_factory=lambda: Rect(4, 334, 144, 20))
    radar: Rect = field(default_factory=lambda: Rect(158, 339, 324, 14))
    city: Rect = field(default_factory=lambda: Rect(536, 334, 100, 20))
    light: Rect = field(default_factory=lambda: Rect(208, 328, 224, 28))  # of the vigil, which has no foot

    @property
    def radio_excludes_lesson(self) -> bool:
        return self.radio.colliderect(self.lesson)


def card_places(circuits: int) -> tuple[Rect, ...]:
    """Where the cards of that many circuits stand, in either size of type."""
    width = CARD_WIDTH if circuits <= MOST_WIDE_CARDS else NARROW_CARD_WIDTH
    pitch = width + CARD_GAP
    whole = circuits * pitch - CARD_GAP
    left = min(CARDS_RIGHT - whole, max(CARDS_LEFT, CARDS_MIDDLE - whole // 2))
    return tuple(Rect(left + number * pitch, CARD_TOP, width, CARD_HEIGHT) for number in range(circuits))


def hud_layout(circuits: int, *, big_text: bool) -> HudLayout:
    """Of a stage with that many circuits; without any, small type stands where their supply would."""
    return _large(circuits) if big_text else _normal(circuits)


def _normal(circuits: int) -> HudLayout:
    order = Rect(124, 49, 392, 17) if circuits else Rect(124, SUPPLY_TOP, 392, 17)
    top, height = (order.bottom, 36) if circuits else (56, 36)  # below the scoreboard
    return HudLayout(
        scale=1,
        vitals=Rect(6, 6, 188, 28),
        cards=card_places(circuits),
        supply=Rect(258, SUPPLY_TOP, 132, SUPPLY_HEIGHTS[1]),
        scoreboard=Rect(516, 4, 120, 52),
        order=order,
        radio=Rect(MARGIN, top, 312, height),
        lesson=Rect(324, top, STRIP_RIGHT - 324, height),
        ring=Rect(RING_LEFT, 56, RING_SIDE, RING_SIDE),
        wave_call=Rect(order.left, order.top, order.width, top + height - order.top),
        queen=Rect(144, 302, 352, 32),
        loss=Rect(497, 319, 139, 14),
    )


def _large(circuits: int) -> HudLayout:
    order = Rect(MARGIN, 56, 624, 26)
    strip = Rect(MARGIN, order.bottom, STRIP_RIGHT - MARGIN, 52)
    return HudLayout(
        scale=2,
        vitals=Rect(6, 6, 212, 28),
        cards=card_places(circuits),
        supply=Rect(196, SUPPLY_TOP, 248, SUPPLY_HEIGHTS[2]),
        scoreboard=Rect(488, 4, 148, 52),
        order=order,
        radio=strip,
        lesson=strip,
        ring=Rect(RING_LEFT, order.bottom, RING_SIDE, RING_SIDE),
        wave_call=Rect(68, order.top, 504, order.height + strip.height),
        queen=Rect(144, 292, 352, 42),
        loss=Rect(340, 271, 296, 20),
    )
