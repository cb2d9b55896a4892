"""Pads: found, lost, read and shaken. SDL's map of known pads first, a plain joystick where it has none.

Everything goes by SDL's instance id, which stays with a pad as long as it is plugged in; indices shift when one is
unplugged.
"""

import math
from typing import Protocol

import pygame
from pygame._sdl2 import controller

from game.play.bindings import JOYSTICK_BUTTONS, PAD_BUTTONS, Control, controls_by_code
from game.play.input import Switchboard

AXIS_FULL = 32_768  # SDL's controller axes; a joystick's run from -1 to 1
DEAD_ZONE = 0.35  # of the stick's way, measured from the middle in every direction alike
DIAGONAL = math.sin(math.pi / 8)  # a direction counts from 22.5 degrees on: eight equal sectors


class Pad(Protocol):
    """What `Controller` and `Joystick` have in common."""

    def rumble(self, low_frequency: float, high_frequency: float, duration: int) -> bool: ...


def stick_directions(x: float, y: float) -> frozenset[Control]:
    """The directions a stick at (x, y), each -1 to 1, points to. None inside the dead zone."""
    length = math.hypot(x, y)
    if length < DEAD_ZONE:
        return frozenset()
    found = set()
    if abs(x) > length * DIAGONAL:
        found.add(Control.RIGHT if x > 0 else Control.LEFT)
    if abs(y) > length * DIAGONAL:
        found.add(Control.DOWN if y > 0 else Control.UP)
    return frozenset(found)


class Pads:
    """All pads at once; every one of them plays."""

    def __init__(self, switchboard: Switchboard) -> None:
        self._switchboard = switchboard
        self._pads: dict[int, Pad] = {}
        self._sticks: dict[int, tuple[float, float]] = {}
        self._latest: int | None = None  # the one last touched; it is the one that rumbles
        self._pad_meanings = controls_by_code(PAD_BUTTONS)
        self._joystick_meanings = controls_by_code(JOYSTICK_BUTTONS)
        pygame.joystick.init()
        controller.init()

    def handle(self, event: pygame.Event) -> str:
        """Takes note of a pad's event. Returns the line to show when a pad in use was unplugged, else nothing."""
        if event.type == pygame.CONTROLLERDEVICEADDED:
            self._found_controller(event.device_index)
        elif event.type == pygame.JOYDEVICEADDED:
            self._found_joystick(event.device_index)
        elif event.type in (pygame.CONTROLLERDEVICEREMOVED, pygame.JOYDEVICEREMOVED):
            return self._lost(event.instance_id)
        elif event.type in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            down = event.type == pygame.CONTROLLERBUTTONDOWN
            self._button(event.instance_id, event.button, down, self._pad_meanings)
        elif event.type == pygame.CONTROLLERAXISMOTION:
            self._axis(event.instance_id, event.axis, event.value / AXIS_FULL)
        elif self._is_plain_joystick(event):
            self._joystick(event)
        return ""

    def plug_in(self, instance: int, pad: Pad) -> None:
        """From now on `pad` plays, under this instance id."""
        self._pads[instance] = pad

    def rumble(self, low: float, high: float, milliseconds: int) -> None:
        """Shakes the pad in use, if there is one and it can. Strengths 0 to 1 of the heavy and the light motor."""
        if self._latest in self._pads:
            self._pads[self._latest].rumble(low, high, milliseconds)

    def _found_controller(self, device_index: int) -> None:
        try:
            pad = controller.Controller(device_index)
        except pygame.error:
            return  # unplugged again before it could be opened
        self.plug_in(pad.as_joystick().get_instance_id(), pad)

    def _found_joystick(self, device_index: int) -> None:
        if controller.is_controller(device_index):
            return  # it announces itself as a controller as well
        try:
            pad = pygame.joystick.Joystick(device_index)
        except pygame.error:
            return
        self.plug_in(pad.get_instance_id(), pad)

    def _lost(self, instance: int) -> str:
        if self._pads.pop(instance, None) is None:
            return ""
        self._sticks.pop(instance, None)
        self._switchboard.release(instance)
        in_use = self._latest == instance
        self._latest = None if in_use else self._latest
        return "Pad unplugged. Plug it in again, or go on with the keys." if in_use else ""

    def _is_plain_joystick(self, event: pygame.Event) -> bool:
        kinds = (pygame.JOYBUTTONDOWN, pygame.JOYBUTTONUP, pygame.JOYAXISMOTION, pygame.JOYHATMOTION)
        return event.type in kinds and isinstance(self._pads.get(event.instance_id), pygame.joystick.JoystickType)

    def _joystick(self, event: pygame.Event) -> None:
        if event.type == pygame.JOYAXISMOTION:
            self._axis(event.instance_id, event.axis, event.value)
        elif event.type == pygame.JOYHATMOTION:
            right, up = event.value
            self._direct(event.instance_id, "hat", stick_directions(right, -up))
        else:
            down = event.type == pygame.JOYBUTTONDOWN
            self._button(event.instance_id, event.button, down, self._joystick_meanings)

    def _button(self, pad: int, button: int, down: bool, meanings: dict[int, tuple[Control, ...]]) -> None:
        self._latest = pad
        for control in meanings.get(button, ()):
            self._switchboard.set(control, down, pad, button)

    def _axis(self, pad: int, axis: int, value: float) -> None:
        x, y = self._sticks.get(pad, (0.0, 0.0))
        if axis == pygame.CONTROLLER_AXIS_LEFTX:
            x = value
        elif axis == pygame.CONTROLLER_AXIS_LEFTY:
            y = value
        else:
            return
        self._sticks[pad] = (x, y)
        directions = stick_directions(x, y)
        if directions:
            self._latest = pad
        self._direct(pad, "stick", directions)

    def _direct(self, pad: int, part: str, directions: frozenset[Control]) -> None:
        for control in (Control.LEFT, Control.RIGHT, Control.UP, Control.DOWN):
            self._switchboard.set(control, control in directions, pad, part)
