"""A question over the page that asks it, for what cannot be taken back easily."""

from collections.abc import Callable

import pygame

from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.menu import Menu
from game.play.screens.stack import Pop, Screen, Transition
from game.view.language import message
from game.view.pages.question import QuestionPage, answers_area, draw_question

NO, YES = message("NO"), message("YES")


class QuestionScreen(Screen):
    """The first of `answers` is chosen as it opens. `answered` takes the one that was given, and says what follows.

    The way back is the answer `back`.
    """

    shows_below = True

    def __init__(
        self,
        context: Context,
        words: str,
        answered: Callable[[str], Transition],
        answers: tuple[str, ...] = (NO, YES),
        back: str = NO,
    ) -> None:
        super().__init__(context)
        self._words = words
        self._answered = answered
        self._back = back
        self._tick = 0
        self._menu = Menu(answers, context.sound)

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if self.goes_back(controls):
            return self._answered(self._back)
        answer = self._menu.confirmed(controls, answers_area(len(self._menu.items)))
        return None if answer is None else self._answered(answer)

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        page = QuestionPage(self._tick, self._words, self._menu.items, self._menu.chosen)
        draw_question(canvas, self.context.kit, page)


def ask_before(context: Context, words: str, do: Callable[[], None], leaves: int = 1) -> QuestionScreen:
    """Asks `words`; `do` on yes, which takes as many screens off as `leaves`, the question among them."""

    def answered(answer: str) -> Transition:
        if answer == NO:
            return Pop()
        do()
        return Pop(leaves)

    return QuestionScreen(context, words, answered)
