"""The real window on a virtual screen, driven by real key presses and judged by what is on the screen."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageGrab

NEEDED = ("Xvfb", "xdotool")
MISSING = [program for program in NEEDED if shutil.which(program) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

SCREEN = (800, 450)
CANVAS = (80, 45, 720, 405)  # of the screen: a window of 640 x 360 in its middle
PATIENCE = 12.0  # s; two cores may be busy with other tests
MENU = (32, 160, 208, 260)  # of the canvas: where the title's menu opens
CARD = (290, 6, 350, 38)  # of the canvas: the card of circuit 2 of Tokyo
SKY = (220, 100, 420, 130)  # of the canvas: under the pause menu
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


@pytest.fixture
def desk(display: str, tmp_path: Path) -> Iterator[Desk]:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "SDL_VIDEODRIVER": "x11",
        "SDL_AUDIODRIVER": "dummy",
        "GAMERA_HOME": str(tmp_path),
    }
    game = subprocess.Popen(
        [sys.executable, "-m", "game", "play", "--scale", "1"], env=environment, stderr=subprocess.PIPE, text=True
    )
    yield Desk(display, game)
    if game.poll() is None:
        game.terminate()
        game.wait(10)


def test_from_the_title_into_the_stage_and_out_again(desk: Desk, tmp_path: Path) -> None:
    desk.until("the title", lambda: colours(desk.look()) > 50)

    before = desk.look(MENU)
    desk.keys("key", "Return")
    desk.until_changed("the menu", before, MENU)

    before = desk.look(MENU)
    desk.keys("key", "Down")  # to the lab, which begins without card and briefing
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
    for _ in range(2):  # from the lab over the first row to the last
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
