"""Pads: eight equal directions outside a round dead zone, and nothing held by a pad that is gone."""

import math
from collections.abc import Iterator

import pygame
import pytest

from game.play.bindings import Control
from game.play.input import Input, Switchboard
from game.play.pad_families import family_of
from game.play.pads import AXIS_FULL, Pads, stick_directions
from game.view.prompts import PadButton, PadFamily, Prompts
from tests.virtual_pad import MODELS, VirtualPad, sdl_library

PAD, SECOND_PAD = 3, 5  # instance ids


class FakePad:
    def __init__(self) -> None:
        self.shakes: list[tuple[float, float, int]] = []

    def rumble(self, low_frequency: float, high_frequency: float, duration: int) -> bool:
        self.shakes.append((low_frequency, high_frequency, duration))
        return True


@pytest.fixture
def hands() -> Input:
    """Of a player in a stage."""
    hands = Input(lambda position: position)
    hands.change_screen(in_play=True)
    return hands


@pytest.fixture
def board(hands: Input) -> Switchboard:
    return hands.switchboard


@pytest.fixture
def pad() -> FakePad:
    return FakePad()


@pytest.fixture
def pads(hands: Input, pad: FakePad) -> Pads:
    pads = Pads(hands)
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


def second_button(kind: int, number: int) -> pygame.Event:
    return pygame.Event(kind, instance_id=SECOND_PAD, button=number)


@pytest.fixture
def two_pads(pads: Pads) -> Pads:
    """Gamera's player has touched the first of them."""
    pads.plug_in(SECOND_PAD, FakePad())
    press(pads, PAD, pygame.CONTROLLER_BUTTON_X)
    return pads


def press(pads: Pads, pad: int, number: int) -> None:
    for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
        pads.handle(pygame.Event(kind, instance_id=pad, button=number))


def test_start_on_a_second_pad_takes_the_second_seat(two_pads: Pads, hands: Input) -> None:
    press(two_pads, SECOND_PAD, pygame.CONTROLLER_BUTTON_START)
    assert hands.seats.at_grid_now == {SECOND_PAD}
    two_pads.handle(second_button(pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLER_BUTTON_B))
    assert hands.switchboard.held() == {Control.GRID_SURGE}


def test_start_on_the_pad_in_hand_pauses(two_pads: Pads, hands: Input) -> None:
    two_pads.handle(button(pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLER_BUTTON_START))
    assert hands.switchboard.held() == {Control.PAUSE}
    assert not hands.seats.two_players


def test_start_on_an_untouched_pad_joins_who_plays_with_keys(pads: Pads, hands: Input) -> None:
    hands.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_z, mod=0))
    press(pads, PAD, pygame.CONTROLLER_BUTTON_START)
    assert hands.seats.at_grid(PAD)


def test_who_goes_on_from_keys_to_his_own_pad_pauses_with_its_start(pads: Pads, hands: Input) -> None:
    press(pads, PAD, pygame.CONTROLLER_BUTTON_X)
    hands.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_z, mod=0))
    press(pads, PAD, pygame.CONTROLLER_BUTTON_START)
    assert not hands.seats.two_players


def test_nobody_joins_in_a_menu(two_pads: Pads, hands: Input) -> None:
    hands.change_screen()
    press(two_pads, SECOND_PAD, pygame.CONTROLLER_BUTTON_START)
    assert not hands.seats.two_players


def test_the_second_players_stick_picks_lines(two_pads: Pads, hands: Input) -> None:
    hands.seats.join(SECOND_PAD)
    motion = {"instance_id": SECOND_PAD, "axis": pygame.CONTROLLER_AXIS_LEFTX, "value": AXIS_FULL - 1}
    two_pads.handle(pygame.Event(pygame.CONTROLLERAXISMOTION, motion))
    assert hands.switchboard.held() == {Control.GRID_RIGHT}


def test_back_on_the_second_pad_leaves_the_seat(two_pads: Pads, hands: Input) -> None:
    hands.seats.join(SECOND_PAD)
    press(two_pads, SECOND_PAD, pygame.CONTROLLER_BUTTON_BACK)
    assert not hands.seats.two_players
    two_pads.handle(second_button(pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLER_BUTTON_B))
    assert hands.switchboard.held() == {Control.PLASMA}


def test_a_second_pad_that_is_unplugged_says_so_and_frees_the_seat(two_pads: Pads, hands: Input) -> None:
    hands.seats.join(SECOND_PAD)
    said = two_pads.handle(pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=SECOND_PAD))
    assert "unplugged" in said
    assert not hands.seats.two_players


def test_a_trigger_is_a_button(pads: Pads, board: Switchboard) -> None:
    pads.handle(axis(pygame.CONTROLLER_AXIS_TRIGGERLEFT, 0.8))
    assert board.held() == {Control.BLACKOUT}
    pads.handle(axis(pygame.CONTROLLER_AXIS_TRIGGERLEFT, 0.35))  # not yet far enough back
    assert board.held() == {Control.BLACKOUT}
    pads.handle(axis(pygame.CONTROLLER_AXIS_TRIGGERLEFT, 0.1))
    assert not board.held()


@pytest.mark.parametrize(
    ("name", "guid", "family"),
    [
        ("Wireless Controller", "030000004c050000c405000000010000", PadFamily.PLAYSTATION),
        ("Pro Controller", "030000007e0500000920000000026803", PadFamily.NINTENDO),
        ("Xbox One Controller", "030000005e040000ea02000000007801", PadFamily.XBOX),
        ("PS4 clone", "03000000341a0000340a000000010000", PadFamily.PLAYSTATION),
        ("Generic USB pad", "03000000790000000600000010010000", PadFamily.XBOX),
    ],
)
def test_a_pad_is_known_by_its_maker_or_its_name(name: str, guid: str, family: PadFamily) -> None:
    assert family_of(name, guid) is family


class Socket:
    """A virtual pad of SDL's, and `Pads` that listens to what SDL says of it."""

    def __init__(self, hands: Input, model: str) -> None:
        library = sdl_library()
        assert library is not None
        pygame.display.init()
        self.pads = Pads(hands)
        self.pad = VirtualPad(library, MODELS[model])
        self.pad.plug()
        self.listen()

    def listen(self) -> list[str]:
        return [said for event in pygame.event.get() if (said := self.pads.handle(event))]


@pytest.fixture
def socket(hands: Input, request: pytest.FixtureRequest) -> Iterator[Socket]:
    if sdl_library() is None:
        pytest.skip("pygame was not installed from its wheel")
    socket = Socket(hands, request.param)
    yield socket
    socket.pad.unplug()
    socket.listen()


KNOWN_OR_NOT = pytest.mark.parametrize("socket", ["nameless", "plain"], indirect=True)


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


@pytest.mark.parametrize(
    ("socket", "family", "claw"),
    [
        ("nameless", PadFamily.XBOX, PadButton("X", "X")),
        ("xbox", PadFamily.XBOX, PadButton("X", "X")),
        ("dualsense", PadFamily.PLAYSTATION, PadButton("square")),
        ("switch pro", PadFamily.NINTENDO, PadButton("round", "X")),
        ("plain", PadFamily.PLAIN, PadButton("shoulder", "3")),
    ],
    indirect=["socket"],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_pad_in_hand_says_whose_names_its_buttons_bear(
    socket: Socket, hands: Input, family: PadFamily, claw: PadButton
) -> None:
    assert socket.pads.family_in_hand() is None
    socket.pad.press(2)
    socket.listen()
    assert socket.pads.family_in_hand() is family
    assert Control.CLAW in hands.switchboard.held()
    assert Prompts(buttons=hands.lexicon.bindings.buttons_of(family), family=family).of(Control.CLAW) == (claw,)
