"""The real window on a virtual screen, driven by real key presses and judged by what is on the screen."""

import contextlib
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageGrab

from tests.virtual_pad import sdl_library

NEEDED = ("Xvfb", "xdotool")
MISSING = [program for program in NEEDED if shutil.which(program) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

SCREEN = (800, 450)
CANVAS = (80, 45, 720, 405)  # of the screen: a window of 640 x 360 in its middle
PATIENCE = 30.0  # s; two cores may be busy with other tests
MENU = (32, 160, 208, 260)  # of the canvas: where the title's menu opens
CARD = (290, 6, 350, 38)  # of the canvas: the card of circuit 2 of Tokyo
SKY = (220, 100, 420, 130)  # of the canvas: under the pause menu
CLAW, ROAR, BACK, COMMAND_VIEW = 2, 3, 1, 9  # buttons X, Y, B and LB of a pad, in SDL's order
PLAIN_COMMAND_VIEW = 4  # of a joystick SDL has no map for
RADAR = (160, 338, 480, 352)  # of the canvas


class Desk:
    """A virtual screen with the game on it."""

    def __init__(self, display: str, game: subprocess.Popen[str]) -> None:
        self.display = display
        self.game = game

    def look(self, box: tuple[int, int, int, int] = (0, 0, 640, 360)) -> Image.Image:
        screen = ImageGrab.grab(xdisplay=self.display)
        return screen.crop(CANVAS).crop(box).convert("RGB")

    def keys(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env={**os.environ, "DISPLAY": self.display}, check=True)

    def pad(self, *lines: str) -> None:
        """Works the pad of `tests.virtual_pad`."""
        assert self.game.stdin is not None
        for line in lines:
            print(line, file=self.game.stdin, flush=True)
            time.sleep(0.15)

    def says(self, word: str) -> bool:
        """Whether the word comes on standard output before patience ends."""
        assert self.game.stdout is not None
        output, heard = self.game.stdout.fileno(), b""
        while word.encode() not in heard:
            ready, _, _ = select.select([output], [], [], PATIENCE)
            more = os.read(output, 4096) if ready else b""
            if not more:
                return False
            heard += more
        return True

    def until(self, what: str, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert self.game.poll() is None, f"the game ended while waiting for: {what}"
            assert time.monotonic() < deadline, f"never seen: {what}"
            time.sleep(0.1)

    def until_changed(self, what: str, before: Image.Image, box: tuple[int, int, int, int]) -> None:
        self.until(what, lambda: share_changed(before, self.look(box)) > 0.02)


def share_changed(one: Image.Image, other: Image.Image) -> float:
    difference = ImageChops.difference(one, other).convert("L")
    return 1 - difference.histogram()[0] / (difference.width * difference.height)


def colours(picture: Image.Image) -> int:
    return len(picture.getcolors(1 << 24) or [])


@pytest.fixture
def display() -> Iterator[str]:
    reader, writer = os.pipe()
    screen = f"{SCREEN[0]}x{SCREEN[1]}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", screen, "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


@contextlib.contextmanager
def game_on(display: str, home: Path, *command: str, pad: str = "nameless") -> Iterator[Desk]:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "SDL_VIDEODRIVER": "x11",
        "SDL_AUDIODRIVER": "dummy",
        "GAMERA_HOME": str(home),
        "VIRTUAL_PAD": pad,
    }
    pipe = subprocess.PIPE
    game = subprocess.Popen(
        [sys.executable, "-m", *command, "--scale", "1"],
        env=environment,
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        text=True,
    )
    yield Desk(display, game)
    if game.poll() is None:
        game.terminate()
    game.communicate(timeout=10)


@pytest.fixture
def desk(display: str, tmp_path: Path) -> Iterator[Desk]:
    with game_on(display, tmp_path, "game", "play") as desk:
        yield desk


@pytest.fixture
def lab_with_pad(display: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desk]:
    with game_on(display, tmp_path, "tests.virtual_pad", "--stage", "lab", pad=request.param) as desk:
        yield desk


def test_from_the_title_into_the_stage_and_out_again(desk: Desk, tmp_path: Path) -> None:
    desk.until("the title", lambda: colours(desk.look()) > 50)

    before = desk.look(MENU)
    desk.keys("key", "Return")
    desk.until_changed("the menu", before, MENU)

    for _ in range(2):  # to the lab, which begins without card and briefing
        before = desk.look(MENU)
        desk.keys("key", "Down")
        desk.until_changed("the row below", before, MENU)
    desk.keys("key", "Return")
    desk.until("the stage with its display", lambda: colours(desk.look(CARD)) > 8)
    time.sleep(0.5)

    before = desk.look(CARD)
    desk.keys("key", "2")
    desk.until_changed("circuit 2 go live", before, CARD)

    before = desk.look(RADAR)
    desk.keys("keydown", "Right")
    desk.until("Gamera walk", lambda: share_changed(before, desk.look(RADAR)) > 0.001)
    desk.keys("keyup", "Right")

    before = desk.look(SKY)
    desk.keys("key", "Escape")
    desk.until_changed("the pause menu", before, SKY)
    time.sleep(0.3)
    still = desk.look(RADAR)
    time.sleep(0.5)
    assert share_changed(still, desk.look(RADAR)) == 0

    paused = desk.look()
    desk.keys("key", "Up")
    time.sleep(0.2)
    desk.keys("key", "Return")
    desk.until("the title again", lambda: share_changed(paused, desk.look()) > 0.7)
    time.sleep(0.2)
    for _ in range(3):  # from the lab over the first row to the last
        desk.keys("key", "Up")
        time.sleep(0.2)
    desk.keys("key", "Return")
    assert desk.game.wait(10) == 0
    assert not list(tmp_path.glob("*.unreadable*"))
    assert desk.game.stderr is not None
    assert desk.game.stderr.read() == ""


def test_ctrl_c_in_the_terminal_closes_the_window(desk: Desk) -> None:
    desk.until("the title", lambda: colours(desk.look()) > 50)
    desk.game.send_signal(2)
    assert desk.game.wait(10) == 130
    assert desk.game.stderr is not None
    assert desk.game.stderr.read() == ""


@pytest.mark.skipif(sdl_library() is None, reason="pygame was not installed from its wheel")
@pytest.mark.parametrize(
    ("lab_with_pad", "command_view"),
    [("nameless", COMMAND_VIEW), ("plain", PLAIN_COMMAND_VIEW)],
    indirect=["lab_with_pad"],
    ids=["known", "plain joystick"],
)
def test_a_pad_plays_and_its_unplugging_pauses(lab_with_pad: Desk, command_view: int) -> None:
    desk = lab_with_pad
    desk.until("the stage with its display", lambda: colours(desk.look(CARD)) > 8)
    time.sleep(0.5)
    desk.pad("plug")
    time.sleep(0.5)

    before = desk.look(RADAR)
    desk.pad("tilt 0 1")
    desk.until("Gamera walk", lambda: share_changed(before, desk.look(RADAR)) > 0.001)
    desk.pad("tilt 0 0")

    before = desk.look(CARD)
    desk.pad(f"press {command_view}", f"press {CLAW}", f"release {CLAW}", f"release {command_view}")
    desk.until_changed("the nearest line go live", before, CARD)

    desk.pad(f"press {ROAR}", f"release {ROAR}")
    assert desk.says("shake")

    before = desk.look(SKY)
    desk.pad("unplug")
    desk.until_changed("the pause menu", before, SKY)
    paused = desk.look(SKY)
    desk.pad("plug", f"press {BACK}", f"release {BACK}")
    desk.until_changed("the stage go on", paused, SKY)
