"""Pads: eight equal directions outside a round dead zone, and nothing held by a pad that is gone."""

import math

import pygame
import pytest

from game.play.bindings import Control
from game.play.input import Switchboard
from game.play.pads import AXIS_FULL, Pads, stick_directions

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
