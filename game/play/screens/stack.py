"""Screens lie on a stack; the one on top has the player's ear. What its `tick` returns changes the stack."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import WAYS_BACK, Controls
from game.play.notice import draw_notice
from game.play.saves import LETTERS

NOTICE_BELOW_LIST = 324  # px; y of a notice between what fills a menu's page and the hints at its foot


class Screen:
    """One screen. Subclasses answer `tick` and draw; the rest has a usual answer."""

    shows_below: ClassVar[bool] = False  # it covers only part of the screen under it
    notice_top: ClassVar[int | None] = NOTICE_BELOW_LIST  # px; where nothing is covered; None: the page is not read
    in_play: ClassVar[bool] = (
        False  # keys and buttons mean what the player has bound them to, not what menus make of them
    )

    def __init__(self, context: Context) -> None:
        self.context = context

    def entered(self) -> None:
        """It came to the top: new, or because the one above it went."""

    def left(self) -> None:
        """It is gone from the stack for good."""

    def tick(self, controls: Controls) -> "Transition | None":
        """One sixtieth of a second, with the player's input in it."""
        raise NotImplementedError

    def goes_back(self, controls: Controls, ways: frozenset[Control] = WAYS_BACK) -> bool:
        """Whether the player asks for the way back; if so, it is heard."""
        if not controls.asks_back(ways):
            return False
        self.context.sound.interface("back")
        return True

    def takes_letter(self, letter: str) -> bool:
        """Whether the key of that letter or figure, in capitals, is typed here and controls nothing."""
        return False

    def typed(self, letter: str) -> None:
        """A letter or figure, in capitals; only one that the screen takes."""

    def caught(self, event: pygame.Event) -> bool:
        """Whether the screen wants this event for itself, so that it controls nothing; to bind a key, for instance."""
        return False

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        """`alpha` is the way from the last tick to the next, 0 to 1; None while another screen lies above."""
        raise NotImplementedError

    def sound(self, seconds: float) -> None:
        """One drawn frame, `seconds` after the one before; called of the top screen only."""
        self.context.sound.idle(seconds)

    def interrupted(self) -> "Transition | None":
        """The window lost the keyboard, or a pad in use was unplugged."""
        return None


@dataclass(frozen=True, slots=True)
class Push:
    """Lays a screen on top."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Takes the top screens off. An empty stack ends the game."""

    count: int = 1


@dataclass(frozen=True, slots=True)
class Replace:
    """Puts a screen in the place of the top ones."""

    screen: Screen
    count: int = 1


Transition = Push | Pop | Replace


class ScreenStack:
    """`screens` from the bottom up."""

    def __init__(self, context: Context, screens: Sequence[Screen]) -> None:
        self._context = context
        self._screens = list(screens)
        self._top_changed()

    @property
    def top(self) -> Screen | None:
        return self._screens[-1] if self._screens else None

    def tick(self) -> None:
        if not self._screens:
            return
        self.apply(self._screens[-1].tick(self._context.input.take()))
        if self.top is not None and self.top.notice_top is not None:
            self._context.notice.tick()

    def type(self, event: pygame.Event) -> bool:
        """Gives a key to the top screen if that takes letters and the key is one. Else the key is a control."""
        if event.type != pygame.KEYDOWN or self.top is None:
            return False
        letter = event.unicode.upper()
        if len(letter) != 1 or letter not in LETTERS or not self.top.takes_letter(letter):
            return False
        self.top.typed(letter)
        return True

    def catch(self, event: pygame.Event) -> bool:
        """Offers the event to the top screen before it means anything."""
        return self.top is not None and self.top.caught(event)

    def interrupt(self) -> None:
        if self._screens:
            self.apply(self._screens[-1].interrupted())

    def apply(self, transition: Transition | None) -> None:
        if transition is None:
            return
        self._context.notice.turn_page()
        match transition:
            case Push(screen):
                self._screens.append(screen)
            case Pop(count):
                self._take_off(count)
            case Replace(screen, count):
                self._take_off(count)
                self._screens.append(screen)
        self._top_changed()

    def close(self) -> None:
        """Takes all screens off; the game ends."""
        self._take_off(len(self._screens))

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        """From the lowest screen that can be seen to the top one."""
        first = len(self._screens) - 1
        while first > 0 and self._screens[first].shows_below:
            first -= 1
        for screen in self._screens[first:-1]:
            screen.draw(canvas, None)
        for screen in self._screens[-1:]:
            screen.draw(canvas, alpha)

    def draw_notice(self, canvas: pygame.Surface) -> None:
        """Over what `draw` has drawn."""
        if self.top is not None and self.top.notice_top is not None:
            draw_notice(canvas, self._context.kit, self._context.notice, self.top.notice_top)

    def sound(self, seconds: float) -> None:
        if self._screens:
            self._screens[-1].sound(seconds)

    def _take_off(self, count: int) -> None:
        for _ in range(count):
            self._screens.pop().left()

    def _top_changed(self) -> None:
        self._context.input.change_screen(in_play=self.top is not None and self.top.in_play)
        if self._screens:
            self._screens[-1].entered()
