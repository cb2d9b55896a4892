"""From window events to controls.

Several sources may hold one control (arrow and stick, two keys): it is down while any of them is. Every change goes
to two latches: the window's, taken sixty times a second by whatever screen is on top, and the stage's, taken once a
tick of the rules, which comes less often in slow time.
"""

from collections.abc import Callable, Hashable

import pygame

from game.play.bindings import DIRECTIONS, KEYS, Control, controls_by_code
from game.play.latch import Controls, Latch

KEYBOARD = "keyboard"
SHIFTED = "shifted"  # a key that went down with Shift holds the surge as long as it is down
LEFT_BUTTON, RIGHT_BUTTON = 1, 3


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

    def release(self, device: Hashable) -> None:
        """Lets go of everything the device holds."""
        for control, holders in self._holders.items():
            for holder, part in [pair for pair in holders if pair[0] == device]:
                self.set(control, False, holder, part)

    def held(self) -> frozenset[Control]:
        return frozenset(control for control, holders in self._holders.items() if holders)


class Input:
    """Keyboard and mouse; pads feed the same switchboard (`pads.py`). `to_canvas` is the presenter's."""

    def __init__(self, to_canvas: Callable[[tuple[int, int]], tuple[int, int] | None]) -> None:
        self.switchboard = Switchboard()
        self._to_canvas = to_canvas
        self._meanings = controls_by_code(KEYS)
        self._aims_at: tuple[int, int] | None = None
        self._clicked = False
        self._clicked_right = False

    def handle(self, event: pygame.Event) -> None:
        """Takes note of a key or the mouse; other events are none of its business."""
        if event.type in (pygame.KEYDOWN, pygame.KEYUP):
            down = event.type == pygame.KEYDOWN
            # A quick Shift + number is known by the key's own word: Shift itself may come late, or be gone already.
            shifted = down and bool(event.mod & pygame.KMOD_SHIFT)
            self.switchboard.set(Control.SURGE_SHIFT, shifted, KEYBOARD, (SHIFTED, event.key))
            for control in self._meanings.get(event.key, ()):
                self.switchboard.set(control, down, KEYBOARD, event.key)
        elif event.type == pygame.MOUSEMOTION:
            self._aims_at = self._to_canvas(event.pos)
        elif event.type == pygame.MOUSEBUTTONDOWN:
            self._aims_at = self._to_canvas(event.pos)
            self._clicked |= event.button == LEFT_BUTTON
            self._clicked_right |= event.button == RIGHT_BUTTON
        elif event.type == pygame.WINDOWFOCUSLOST:
            self.switchboard.release(KEYBOARD)

    def take(self) -> Controls:
        """This tick's input for the screen on top."""
        held, pressed = self.switchboard.window.take()
        controls = Controls(held, pressed, self._aims_at, self._clicked, self._clicked_right)
        self._clicked = self._clicked_right = False
        return controls

    def take_for_stage(self) -> Controls:
        """This tick's input for the rules."""
        held, pressed = self.switchboard.stage.take()
        return Controls(held, pressed)

    def change_screen(self) -> None:
        """What is down now was meant for the screen before. Directions go on to count, so that he can walk at once."""
        held = self.switchboard.held()
        self.switchboard.window.reset(held)
        self.switchboard.stage.reset(held, keep=DIRECTIONS)
        self._clicked = self._clicked_right = False
