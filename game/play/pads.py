"""Pads: found, lost, read and shaken. SDL's map of known pads first, a plain joystick where it has none.

Everything goes by SDL's instance id, which stays with a pad as long as it is plugged in; indices shift when one is
unplugged.
"""

import math
from collections.abc import Hashable, Mapping
from typing import Protocol

import pygame
from pygame._sdl2 import controller

from game.play.bindings import Control, TableName
from game.play.input import Input
from game.play.pad_families import family_of
from game.view.controls import LEFT_TRIGGER, RIGHT_TRIGGER
from game.view.language import message
from game.view.prompts import PadFamily

AXIS_FULL = 32_768  # SDL's controller axes; a joystick's run from -1 to 1
DEAD_ZONE = 0.35  # of the stick's way, measured from the middle in every direction alike
TRIGGER_FROM = 0.4  # of the trigger's way from which it is down; it is let go a little below
TRIGGER_UNTIL = 0.3
DIAGONAL = math.sin(math.pi / 8)  # a direction counts from 22.5 degrees on: eight equal sectors
TRIGGERS = {
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: LEFT_TRIGGER,
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: RIGHT_TRIGGER,
}
GRID_SIDES: Mapping[Control, Control] = {Control.LEFT: Control.GRID_LEFT, Control.RIGHT: Control.GRID_RIGHT}

UNPLUGGED = message("Pad unplugged. Plug it in again, or go on with the keys.")


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


def trigger_pulled(event: pygame.Event) -> bool:
    """Whether an axis motion of a known pad is a trigger on its way down."""
    return event.axis in TRIGGERS and bool(event.value / AXIS_FULL >= TRIGGER_FROM)


class Pads:
    """All pads at once; every one of them plays, in the seat that `user_input.seats` gives it."""

    def __init__(self, user_input: Input) -> None:
        self._switchboard = user_input.switchboard
        self._seats = user_input.seats
        self._lexicon = user_input.lexicon
        self._pads: dict[int, Pad] = {}
        self._families: dict[int, PadFamily] = {}
        self._names: dict[int, str] = {}
        self._sticks: dict[int, tuple[float, float]] = {}
        self._pulled: set[tuple[int, int]] = set()  # triggers that are down: pad, axis
        self._used: set[int] = set()
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
            self._button(event.instance_id, event.button, down, "buttons")
        elif event.type == pygame.CONTROLLERAXISMOTION:
            self._axis(event.instance_id, event.axis, event.value / AXIS_FULL)
        elif self.is_plain_joystick(event):
            self._joystick(event)
        return ""

    def plug_in(self, instance: int, pad: Pad, family: PadFamily = PadFamily.XBOX, name: str = "pad") -> None:
        """From now on `pad` plays, under this instance id."""
        self._pads[instance] = pad
        self._names[instance] = name
        self._families[instance] = family

    def plugged_in(self) -> list[tuple[int, str]]:
        """Instance id and name of every pad, in the order they came."""
        return list(self._names.items())

    def family_in_hand(self) -> PadFamily | None:
        """Of the pad that Gamera's player used last; None where that was the keyboard, or nothing yet."""
        return self.family_of(self._seats.in_hand)

    def family_of(self, device: Hashable) -> PadFamily | None:
        """None for what is no pad."""
        return self._families.get(device) if isinstance(device, int) else None

    def family_at_hand(self) -> PadFamily:
        """Of the pad in hand, else of the one that came last; an Xbox pad's where there is none."""
        return self.family_in_hand() or next(reversed(self._families.values()), PadFamily.XBOX)

    def rumble(self, low: float, high: float, milliseconds: int) -> None:
        """Shakes the pad in Gamera's hands, if it is one and can. Strengths 0 to 1 of the heavy and the light motor."""
        in_hand = self._seats.in_hand
        if isinstance(in_hand, int) and in_hand in self._pads:
            self._pads[in_hand].rumble(low, high, milliseconds)

    def is_plain_joystick(self, event: pygame.Event) -> bool:
        """Whether the event is of a joystick that SDL knows no map for; others speak as controllers as well."""
        kinds = (pygame.JOYBUTTONDOWN, pygame.JOYBUTTONUP, pygame.JOYAXISMOTION, pygame.JOYHATMOTION)
        return event.type in kinds and self._families.get(event.instance_id) is PadFamily.PLAIN

    def _found_controller(self, device_index: int) -> None:
        try:
            pad = controller.Controller(device_index)
        except pygame.error:
            return  # unplugged again before it could be opened
        joystick = pad.as_joystick()
        self.plug_in(joystick.get_instance_id(), pad, family_of(pad.name, joystick.get_guid()), pad.name)

    def _found_joystick(self, device_index: int) -> None:
        if controller.is_controller(device_index):
            return  # it announces itself as a controller as well
        try:
            pad = pygame.joystick.Joystick(device_index)
        except pygame.error:
            return
        self.plug_in(pad.get_instance_id(), pad, PadFamily.PLAIN, pad.get_name())

    def _lost(self, instance: int) -> str:
        if self._pads.pop(instance, None) is None:
            return ""
        del self._families[instance], self._names[instance]
        self._sticks.pop(instance, None)
        self._pulled = {(pad, axis) for pad, axis in self._pulled if pad != instance}
        self._used.discard(instance)
        self._switchboard.release(instance)
        in_use = self._seats.in_hand == instance or self._seats.at_grid(instance)
        self._seats.lose(instance)
        return UNPLUGGED if in_use else ""

    def _joystick(self, event: pygame.Event) -> None:
        if event.type == pygame.JOYAXISMOTION:
            if event.axis in (pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_LEFTY):
                self._stick(event.instance_id, event.axis, event.value)
        elif event.type == pygame.JOYHATMOTION:
            right, up = event.value
            self._direct(event.instance_id, "hat", stick_directions(right, -up))
        else:
            down = event.type == pygame.JOYBUTTONDOWN
            self._button(event.instance_id, event.button, down, "joystick")

    def _button(self, pad: int, button: int, down: bool, table: TableName) -> None:
        if not down:
            self._switchboard.let_go(pad, button)
            return
        meaning = self._lexicon.grid if self._seats.at_grid(pad) else self._lexicon.gamera
        controls = meaning(table, button)
        if Control.PAUSE in controls and self._may_join(pad):
            self._seats.join(pad)
            controls = ()
        elif Control.JOIN in controls and self._seats.at_grid(pad):
            self._seats.leave(pad)
            controls = ()
        self._touched(pad)
        for control in controls:
            self._switchboard.set(control, True, pad, button)

    def _may_join(self, pad: int) -> bool:
        """In play, Start on a pad nobody has touched, or on another one than is in hand, asks for the second seat."""
        seats = self._seats
        if not self._lexicon.in_play or seats.at_grid(pad) or seats.in_hand in (None, pad):
            return False
        return pad not in self._used or seats.in_hand in self._pads

    def _touched(self, pad: int) -> None:
        self._used.add(pad)
        self._seats.used(pad)

    def _axis(self, pad: int, axis: int, value: float) -> None:
        if axis in (pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_LEFTY):
            self._stick(pad, axis, value)
        elif axis in TRIGGERS:
            was_down = (pad, axis) in self._pulled
            down = value >= (TRIGGER_UNTIL if was_down else TRIGGER_FROM)
            if down != was_down:
                self._pulled ^= {(pad, axis)}
                self._button(pad, TRIGGERS[axis], down, "buttons")

    def _stick(self, pad: int, axis: int, value: float) -> None:
        x, y = self._sticks.get(pad, (0.0, 0.0))
        self._sticks[pad] = (value, y) if axis == pygame.CONTROLLER_AXIS_LEFTX else (x, value)
        self._direct(pad, "stick", stick_directions(*self._sticks[pad]))

    def _direct(self, pad: int, part: str, directions: frozenset[Control]) -> None:
        if directions:
            self._touched(pad)
        if self._seats.at_grid(pad) and self._lexicon.in_play:
            directions = frozenset(GRID_SIDES[side] for side in directions if side in GRID_SIDES)
        for control in (Control.LEFT, Control.RIGHT, Control.UP, Control.DOWN, *GRID_SIDES.values()):
            self._switchboard.set(control, control in directions, pad, part)
