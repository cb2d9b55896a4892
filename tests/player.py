"""Hands on the keys of a stack of screens, for tests."""

import pygame

from game.play.context import Context
from game.play.screens.loading import LoadingScreen
from game.play.screens.stack import Screen, ScreenStack
from game.play.session import Session
from game.sim.world import Outcome


class Player:
    """`screens` lie on each other from the bottom up."""

    def __init__(self, context: Context, *screens: Screen) -> None:
        self.context = context
        self.stack = ScreenStack(context, screens)

    @property
    def top(self) -> Screen | None:
        return self.stack.top

    def wait(self, ticks: int = 1) -> None:
        for _ in range(ticks):
            self.stack.tick()

    def down(self, key: int) -> None:
        self._happens(pygame.Event(pygame.KEYDOWN, key=key, mod=0))

    def up(self, key: int) -> None:
        self.context.input.handle(pygame.Event(pygame.KEYUP, key=key, mod=0))

    def press(self, *keys: int) -> None:
        """Each for less than a tick, with a tick to react to it."""
        for key in keys:
            self.down(key)
            self.up(key)
            self.wait(2)

    def type(self, text: str) -> None:
        """Letter keys, as the loop of the window hands them on."""
        for letter in text:
            event = pygame.Event(pygame.KEYDOWN, key=ord(letter.lower()), mod=0, unicode=letter)
            if not self.stack.type(event):
                self.context.input.handle(event)
            self.up(event.key)
            self.wait(2)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """A point of the canvas, which fills the window of the tests pixel by pixel."""
        self._happens(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=button))
        self._happens(pygame.Event(pygame.MOUSEBUTTONUP, pos=(x, y), button=button))
        self.wait(2)

    def point(self, x: int, y: int) -> None:
        """The mouse comes there."""
        self._happens(pygame.Event(pygame.MOUSEMOTION, pos=(x, y)))
        self.wait()

    def drag(self, start: tuple[int, int], *way: tuple[int, int]) -> None:
        """With the left button held from `start` to the last point of the way."""
        self._happens(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1))
        self.wait()
        for point in way:
            self.point(*point)
        self._happens(pygame.Event(pygame.MOUSEBUTTONUP, pos=way[-1], button=1))
        self.wait()

    def choose(self, item: str, items: tuple[str, ...]) -> None:
        """From the first row of a menu."""
        self.press(*[pygame.K_DOWN] * items.index(item), pygame.K_RETURN)

    def load(self) -> None:
        """Waits while the loading page is on top."""
        while isinstance(self.top, LoadingScreen):
            self.wait()

    def frame(self) -> bytes:
        self.stack.draw(self.context.presenter.canvas, 0.5)
        self.stack.sound(1 / 60)
        return pygame.image.tobytes(self.context.presenter.canvas, "RGB")

    def _happens(self, event: pygame.Event) -> None:
        """As the loop of the window hands it on."""
        if not self.stack.catch(event):
            self.context.input.handle(event)


def end(session: Session, outcome: Outcome) -> None:
    """The game of the session is over, from its next tick on."""
    session.world.direction.outcome = outcome
    session.world.direction.reason = "line" if outcome is Outcome.LOST else ""
