"""Pads: eight equal directions outside a round dead zone, and nothing held by a pad that is gone."""

import math
from collections.abc import Iterator

import pygame
import pytest

from game.play.bindings import Control
from game.play.input import Switchboard
from game.play.pads import AXIS_FULL, Pads, stick_directions
from tests.virtual_pad import VirtualPad, sdl_library

PAD = 3  # instance id


class FakePad:
    def __init__(self) -> None:
        self.shakes: list[tuple[float, float, int]] = []

    def rumble(self, low_frequency: float, high_frequency: float, duration: int) -> bool:
        self.shakes.append((low_frequency, high_frequency, duration))
        return True


@pytest.fixture
def board() -> Switchboard:
    return Switchboard()


@pytest.fixture
def pad() -> FakePad:
    return FakePad()


@pytest.fixture
def pads(board: Switchboard, pad: FakePad) -> Pads:
    pads = Pads(board)
    pads.plug_in(PAD, pad)
    return pads


def button(kind: int, number: int) -> pygame.Event:
    return pygame.Event(kind, instance_id=PAD, button=number)


def axis(number: int, value: float) -> pygame.Event:
    return pygame.Event(pygame.CONTROLLERAXISMOTION, instance_id=PAD, axis=number, value=round(value * AXIS_FULL))


def test_the_dead_zone_is_round() -> None:
    for turn in range(32):
        angle = turn * math.tau / 32
        assert not stick_directions(0.34 * math.cos(angle), 0.34 * math.sin(angle))
        assert stick_directions(0.36 * math.cos(angle), 0.36 * math.sin(angle))


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (1.0, 0.3, {Control.RIGHT}),
        (-0.7, -0.7, {Control.LEFT, Control.UP}),
        (0.1, 0.9, {Control.DOWN}),
        (-1.0, 0.0, {Control.LEFT}),
    ],
)
def test_a_stick_points_to_one_of_eight_directions(x: float, y: float, expected: set[Control]) -> None:
    assert stick_directions(x, y) == expected


def test_a_button_holds_its_control(pads: Pads, board: Switchboard) -> None:
    pads.handle(button(pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLER_BUTTON_LEFTSHOULDER))
    assert board.held() == {Control.COMMAND_VIEW}
    pads.handle(button(pygame.CONTROLLERBUTTONUP, pygame.CONTROLLER_BUTTON_LEFTSHOULDER))
    assert not board.held()


def test_the_stick_that_turns_back_lets_go(pads: Pads, board: Switchboard) -> None:
    pads.handle(axis(pygame.CONTROLLER_AXIS_LEFTX, 0.8))
    assert board.held() == {Control.RIGHT}
    pads.handle(axis(pygame.CONTROLLER_AXIS_LEFTX, -0.8))
    assert board.held() == {Control.LEFT}
    pads.handle(axis(pygame.CONTROLLER_AXIS_LEFTX, 0.1))
    assert not board.held()


def test_unplugging_the_pad_in_use_says_so_and_lets_go(pads: Pads, board: Switchboard) -> None:
    pads.handle(button(pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLER_BUTTON_X))
    said = pads.handle(pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=PAD))
    assert "unplugged" in said
    assert not board.held()


def test_unplugging_a_pad_nobody_uses_says_nothing(pads: Pads) -> None:
    assert pads.handle(pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=PAD)) == ""


def test_only_the_pad_in_use_rumbles(pads: Pads, pad: FakePad) -> None:
    pads.rumble(1.0, 0.5, 100)
    assert not pad.shakes
    pads.handle(button(pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLER_BUTTON_A))
    pads.rumble(1.0, 0.5, 100)
    assert pad.shakes == [(1.0, 0.5, 100)]


class Socket:
    """A virtual pad of SDL's, and `Pads` that listens to what SDL says of it."""

    def __init__(self, board: Switchboard, known: bool) -> None:
        library = sdl_library()
        assert library is not None
        pygame.display.init()
        self.pads = Pads(board)
        self.pad = VirtualPad(library, known)
        self.pad.plug()
        self.listen()

    def listen(self) -> list[str]:
        return [said for event in pygame.event.get() if (said := self.pads.handle(event))]


@pytest.fixture
def socket(board: Switchboard, request: pytest.FixtureRequest) -> Iterator[Socket]:
    if sdl_library() is None:
        pytest.skip("pygame was not installed from its wheel")
    socket = Socket(board, known=request.param)
    yield socket
    socket.pad.unplug()
    socket.listen()


KNOWN_OR_NOT = pytest.mark.parametrize("socket", [True, False], indirect=True, ids=["known", "plain joystick"])


@KNOWN_OR_NOT
def test_a_pad_that_is_plugged_in_plays(socket: Socket, board: Switchboard) -> None:
    socket.pad.press(0)
    socket.pad.tilt(0, -1.0)
    socket.listen()
    assert {Control.JUMP, Control.LEFT} <= board.held()
    socket.pad.release(0)
    socket.pad.tilt(0, 0.0)
    socket.listen()
    assert not board.held()


@KNOWN_OR_NOT
def test_a_pad_that_is_unplugged_and_plugged_in_again_plays_on(socket: Socket, board: Switchboard) -> None:
    socket.pad.press(0)
    socket.listen()
    socket.pad.unplug()
    assert socket.listen() == ["Pad unplugged. Plug it in again, or go on with the keys."]
    assert not board.held()
    socket.pad.plug()
    socket.listen()
    socket.pad.press(0)
    socket.listen()
    assert Control.JUMP in board.held()


@KNOWN_OR_NOT
def test_a_pad_shakes_as_strongly_as_asked(socket: Socket) -> None:
    socket.pad.press(0)
    socket.listen()
    socket.pads.rumble(1.0, 0.5, 100)
    assert socket.pad.shakes == [(1.0, pytest.approx(0.5, abs=0.01))]
