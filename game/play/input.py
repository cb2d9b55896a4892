"""From window events to controls.

Several sources may hold one control (arrow and stick, two keys): it is down while any of them is. Every change goes
to two latches: the window's, taken sixty times a second by whatever screen is on top, and the stage's, taken once a
tick of the rules, which comes less often in slow time.
"""

from collections.abc import Callable, Hashable

import pygame

from game.play.bindings import DIRECTIONS, Bindings, Control, Lexicon
from game.play.latch import Controls, Latch
from game.play.seats import KEYBOARD, SECOND_KEYS, Seats

SHIFTED = "shifted"  # a key that went down with Shift holds the surge as long as it is down
SHIFTS = (pygame.K_LSHIFT, pygame.K_RSHIFT)
LEFT_BUTTON, MIDDLE_BUTTON, RIGHT_BUTTON = 1, 2, 3


class Switchboard:
    """Which controls are down, and by what."""

    def __init__(self) -> None:
        self.window = Latch()
        self.stage = Latch()
        self._holders: dict[Control, set[tuple[Hashable, Hashable]]] = {}

    def set(self, control: Control, down: bool, device: Hashable, part: Hashable) -> None:
        """`part` of `device` (a key, a button, a stick's side) holds the control down, or no longer does."""
        holders = self._holders.setdefault(control, set())
        was_down = bool(holders)
        if down:
            holders.add((device, part))
        else:
            holders.discard((device, part))
        if bool(holders) != was_down:
            self.window.feed(control, down)
            self.stage.feed(control, down)

    def let_go(self, device: Hashable, part: Hashable) -> None:
        """`part` of `device` holds nothing any more, whatever it meant when it went down."""
        for control, holders in self._holders.items():
            if (device, part) in holders:
                self.set(control, False, device, part)

    def release(self, device: Hashable) -> None:
        """Lets go of everything the device holds."""
        for control, holders in self._holders.items():
            for holder, part in [pair for pair in holders if pair[0] == device]:
                self.set(control, False, holder, part)

    def held(self) -> frozenset[Control]:
        return frozenset(control for control, holders in self._holders.items() if holders)


class Input:
    """Keyboard and mouse; pads feed the same switchboard (`pads.py`). `to_canvas` is the presenter's."""

    def __init__(
        self, to_canvas: Callable[[tuple[int, int]], tuple[int, int] | None], bindings: Bindings | None = None
    ) -> None:
        self.switchboard = Switchboard()
        self.seats = Seats()
        self.lexicon = Lexicon(bindings if bindings is not None else Bindings())
        self._to_canvas = to_canvas
        self._aims_at: tuple[int, int] | None = None
        self._clicks: set[int] = set()
        self._mouse_held = False

    def handle(self, event: pygame.Event) -> None:
        """Takes note of a key or the mouse; other events are none of its business."""
        if event.type == pygame.KEYDOWN:
            self._key_down(event)
        elif event.type == pygame.KEYUP:
            for part in (event.key, (SHIFTED, event.key)):
                self.switchboard.let_go(KEYBOARD, part)
        elif event.type == pygame.MOUSEMOTION:
            self._aims_at = self._to_canvas(event.pos)
        elif event.type == pygame.MOUSEBUTTONDOWN:
            self._aims_at = self._to_canvas(event.pos)
            self._clicks.add(event.button)
            self._mouse_held = self._mouse_held or event.button == LEFT_BUTTON
        elif event.type == pygame.MOUSEBUTTONUP:
            self._mouse_held = self._mouse_held and event.button != LEFT_BUTTON
        elif event.type == pygame.WINDOWFOCUSLOST:
            self.switchboard.release(KEYBOARD)
            self._mouse_held = False

    def take(self) -> Controls:
        """This tick's input for the screen on top."""
        held, pressed = self.switchboard.window.take()
        left, middle, right = (button in self._clicks for button in (LEFT_BUTTON, MIDDLE_BUTTON, RIGHT_BUTTON))
        self._clicks.clear()
        return Controls(held, pressed, self._aims_at, left, right, middle, self._mouse_held)

    def take_for_stage(self) -> Controls:
        """This tick's input for the rules."""
        held, pressed = self.switchboard.stage.take()
        return Controls(held, pressed)

    def change_screen(self, *, in_play: bool = False) -> None:
        """What is down now was meant for the screen before. Directions go on to count, so that he can walk at once.

        `in_play` says whether the player's own bindings hold on the new screen, or those of menus.
        """
        self.lexicon.in_play = in_play
        held = self.switchboard.held()
        self.switchboard.window.reset(held)
        self.switchboard.stage.reset(held, keep=DIRECTIONS)
        self._clicks.clear()

    def _key_down(self, event: pygame.Event) -> None:
        controls = self._meaning(event.key)
        # A quick Shift + number is known by the key's own word: Shift itself may come late, or be gone already.
        shift_surges = any(Control.SURGE_SHIFT in self.lexicon.gamera("keys", shift) for shift in SHIFTS)
        if shift_surges and event.mod & pygame.KMOD_SHIFT:
            self.switchboard.set(Control.SURGE_SHIFT, True, KEYBOARD, (SHIFTED, event.key))
        for control in controls:
            self.switchboard.set(control, True, KEYBOARD, event.key)

    def _meaning(self, key: int) -> tuple[Control, ...]:
        """In the seat, or the two seats, that the keyboard has."""
        if self.seats.at_grid(KEYBOARD):
            return self.lexicon.grid_alone(key)
        second = self.lexicon.grid("keys", key) if self.seats.at_grid(SECOND_KEYS) else ()
        if not second:
            self.seats.used(KEYBOARD)
        return second or self.lexicon.gamera("keys", key)
