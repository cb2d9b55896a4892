"""A pad that is not there: SDL's own virtual joystick, so that the real driver, events and hot-plug can be tried.

Run as a program, it is the game with such a pad, worked by lines on standard input (`plug`, `unplug`, `press N`,
`release N`, `tilt AXIS VALUE`); every shake of the pad is a line on standard output (`shake LOW HIGH`). The environment
variable VIRTUAL_PAD names another model of MODELS than the first.
"""

import contextlib
import ctypes
import os
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

import pygame

GAME_CONTROLLER, UNKNOWN = 1, 0  # SDL_JoystickType
DESCRIPTION_VERSION = 1
AXES, BUTTONS = 6, 15
MOTOR_FULL = 0xFFFF
START_PATIENCE = 20.0  # s until the game has woken SDL's joysticks


class Model(NamedTuple):
    """What a pad says of itself. `known`: SDL has a map of its buttons; otherwise it is a plain joystick."""

    name: bytes
    vendor: int = 0  # USB ids
    product: int = 0
    known: bool = True


MODELS = {
    "nameless": Model(b"Virtual pad"),
    "plain": Model(b"Virtual pad", known=False),
    "dualsense": Model(b"Wireless Controller", 0x054C, 0x0CE6),
    "switch pro": Model(b"Pro Controller", 0x057E, 0x2009),
    "xbox": Model(b"X-Box One pad", 0x045E, 0x02EA),
}

OnRumble = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_uint16, ctypes.c_uint16)


class Description(ctypes.Structure):
    """SDL_VirtualJoystickDesc of SDL 2.24 and later."""

    _fields_ = [
        ("version", ctypes.c_uint16),
        ("type", ctypes.c_uint16),
        ("naxes", ctypes.c_uint16),
        ("nbuttons", ctypes.c_uint16),
        ("nhats", ctypes.c_uint16),
        ("vendor_id", ctypes.c_uint16),
        ("product_id", ctypes.c_uint16),
        ("padding", ctypes.c_uint16),
        ("button_mask", ctypes.c_uint32),
        ("axis_mask", ctypes.c_uint32),
        ("name", ctypes.c_char_p),
        ("userdata", ctypes.c_void_p),
        ("Update", ctypes.c_void_p),
        ("SetPlayerIndex", ctypes.c_void_p),
        ("Rumble", OnRumble),
        ("RumbleTriggers", ctypes.c_void_p),
        ("SetLED", ctypes.c_void_p),
        ("SendEffect", ctypes.c_void_p),
    ]


def sdl_library() -> Path | None:
    """The SDL that pygame's wheel brought along; None where it was linked another way."""
    folder = Path(pygame.__file__).parent.parent / "pygame_ce.libs"
    return next(iter(sorted(folder.glob("libSDL2-2*"))), None)


class VirtualPad:
    """One pad, in and out of its socket."""

    def __init__(self, library: Path, model: Model = MODELS["nameless"]) -> None:
        self.shakes: list[tuple[float, float]] = []
        self._sdl = ctypes.CDLL(str(library))
        self._sdl.SDL_JoystickFromInstanceID.restype = ctypes.c_void_p
        self._index = -1
        self._instance = -1
        self._description = Description(
            version=DESCRIPTION_VERSION,
            type=GAME_CONTROLLER if model.known else UNKNOWN,
            naxes=AXES,
            nbuttons=BUTTONS,
            vendor_id=model.vendor,
            product_id=model.product,
            button_mask=(1 << BUTTONS) - 1 if model.known else 0,
            axis_mask=(1 << AXES) - 1 if model.known else 0,
            name=model.name,
            Rumble=OnRumble(self._shaken),
        )

    def plug(self) -> None:
        self._index = self._sdl.SDL_JoystickAttachVirtualEx(ctypes.byref(self._description))
        if self._index < 0:
            raise RuntimeError("SDL has no virtual joysticks")
        self._instance = self._sdl.SDL_JoystickGetDeviceInstanceID(self._index)

    def unplug(self) -> None:
        self._sdl.SDL_JoystickDetachVirtual(self._index)

    def press(self, button: int) -> None:
        self._sdl.SDL_JoystickSetVirtualButton(self._opened(), button, 1)

    def release(self, button: int) -> None:
        self._sdl.SDL_JoystickSetVirtualButton(self._opened(), button, 0)

    def tilt(self, axis: int, value: float) -> None:
        """`value` from -1 to 1."""
        self._sdl.SDL_JoystickSetVirtualAxis(self._opened(), axis, ctypes.c_int16(round(value * 0x7FFF)))

    def _opened(self) -> ctypes.c_void_p:
        """SDL's handle; null until the game has opened the pad, and SDL then ignores what is pressed."""
        return ctypes.c_void_p(self._sdl.SDL_JoystickFromInstanceID(self._instance))

    def _shaken(self, _userdata: int | None, low: int, high: int) -> int:
        self.shakes.append((low / MOTOR_FULL, high / MOTOR_FULL))
        print(f"shake {self.shakes[-1][0]:.2f} {self.shakes[-1][1]:.2f}", flush=True)
        return 0


def _work(pad: VirtualPad) -> None:
    """Does what the lines on standard input say."""
    deadline = time.monotonic() + START_PATIENCE
    while not pygame.joystick.get_init() and time.monotonic() < deadline:
        time.sleep(0.05)
    for line in sys.stdin:
        verb, *numbers = line.split()
        match verb:
            case "plug" | "unplug":
                getattr(pad, verb)()
            case "press" | "release":
                getattr(pad, verb)(int(numbers[0]))
            case "tilt":
                pad.tilt(int(numbers[0]), float(numbers[1]))


def _main() -> int:
    from game.cli import main

    library = sdl_library()
    if library is None:
        raise SystemExit("pygame was not installed from its wheel")
    pad = VirtualPad(library, MODELS[os.environ.get("VIRTUAL_PAD", "nameless")])
    threading.Thread(target=_work, args=(pad,), daemon=True).start()
    with contextlib.suppress(KeyboardInterrupt):
        return main(["play", *sys.argv[1:]])
    return 130


if __name__ == "__main__":
    sys.exit(_main())
