"""Three letters for a row of a table of scores, as arcades have asked for them since 1979."""

import pygame

from game.play.bindings import MENU_KEYS, Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.saves import LETTERS, NO_NAME
from game.play.screens.menu import Repeater
from game.play.screens.resting_hands import RestingHands
from game.play.screens.scores import ScoresScreen, scores_backdrop, scores_page
from game.play.screens.stack import Replace, Screen, Transition
from game.view.pages.scores import LETTER_SLOTS, Entry, draw_scores, slot_at
from game.view.prompts import key_label

FIRST_LETTERS = "AAA"
MENU_LETTERS = frozenset(  # of the keys that go on and back in menus
    key_label(code) for control in (Control.CONFIRM, Control.BACK) for code in MENU_KEYS[control]
)


class InitialsScreen(Screen):
    """The row stands in its table already, with the last initials; leaving keeps those.

    All letter keys type, until the letters are turned with arrows or stand complete: then the claw and the plasma key
    go on and back, as they do in every menu.
    """

    notice_top = None

    def __init__(self, context: Context, stage: str, difficulty: str, place: int) -> None:
        super().__init__(context)
        self._stage, self._difficulty, self._place = stage, difficulty, place
        known = context.saves.initials != NO_NAME
        self._letters = context.saves.initials if known else FIRST_LETTERS
        self._slot = LETTER_SLOTS if known else 0  # who was here before only confirms
        self._types = True  # the last letter was typed, not turned
        self._turns = Repeater(Control.DOWN, Control.UP)
        self._moves = Repeater(Control.LEFT, Control.RIGHT)
        self._tick = 0
        self._hands = RestingHands()
        self._backdrop = scores_backdrop(context)

    def takes_letter(self, letter: str) -> bool:
        """Letters of hands that do not rest yet are presses like any others: `tick` waits for their end."""
        if not self._hands.steady:
            return False
        return (self._types and self._slot < LETTER_SLOTS) or letter not in MENU_LETTERS

    def typed(self, letter: str) -> None:
        """At the end it begins anew."""
        self._types = True
        if self._slot == LETTER_SLOTS:
            self._slot = 0
        self._put(letter)
        self._slot += 1

    def tick(self, controls: Controls) -> Transition | None:
        """Up and down turn the letter, left, right and back move; past the end the initials are kept.

        Esc and Start leave; so does back before the first letter.
        """
        self._tick += 1
        if not self._hands.rest(controls):
            return None
        if Control.PAUSE in controls.pressed:
            return self._leave()
        self._turn(self._turns.step(controls))
        self._move(self._moves.step(controls))
        if Control.BACK in controls.pressed:
            if self._slot == 0:
                return self._leave()
            self._move(-1)
        if Control.CONFIRM in controls.pressed:
            return self._confirm()
        if controls.clicked and controls.aims_at is not None:
            return self._click(controls.aims_at)
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        self._backdrop.draw(canvas, self._tick)
        entry = Entry(self._letters, self._slot)
        page = scores_page(self.context.saves, self._tick, self._stage, self._difficulty, self._place, entry)
        draw_scores(canvas, self.context.kit, page)

    def _click(self, point: tuple[int, int]) -> Transition | None:
        hit = slot_at(point)
        if hit is None:
            return None
        self._slot, step = hit
        if self._slot == LETTER_SLOTS:
            return self._confirm()
        self._turn(step)
        return None

    def _turn(self, step: int) -> None:
        if not step:
            return
        self._types = False
        if self._slot < LETTER_SLOTS:
            self._put(LETTERS[(LETTERS.index(self._letters[self._slot]) + step) % len(LETTERS)])

    def _move(self, step: int) -> None:
        if step:
            self._slot = min(LETTER_SLOTS, max(0, self._slot + step))
            self.context.sound.interface("move")

    def _put(self, letter: str) -> None:
        self._letters = self._letters[: self._slot] + letter + self._letters[self._slot + 1 :]
        self.context.sound.interface("letter")

    def _confirm(self) -> Transition | None:
        if self._slot < LETTER_SLOTS:
            self._move(1)
            return None
        self.context.saves.sign(self._stage, self._difficulty, self._place, self._letters)
        self.context.store_saves()
        self.context.sound.interface("stamp")
        return self._to_table()

    def _leave(self) -> Transition:
        self.context.sound.interface("back")
        return self._to_table()

    def _to_table(self) -> Transition:
        return Replace(ScoresScreen(self.context, self._stage, self._difficulty, self._place))
