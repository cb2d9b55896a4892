"""Every move and every lesson in words, with the controls it takes: for lessons and the command view's strip."""

from typing import Final, NamedTuple

from game.view.controls import Control
from game.view.language import message

WALK: Final = (Control.LEFT, Control.RIGHT)
AIM: Final = (Control.UP, Control.DOWN)


class LessonRow(NamedTuple):
    """Left out on a device none of its controls is on."""

    controls: tuple[Control, ...]
    words: str  # "{line}" is the number of the line that has charged most, whose control is then shown too
    while_held: bool | None = None  # only while he has taken hold and pressing tears faster, or only else; None: always


class Lesson(NamedTuple):
    icon: str
    title: str
    rows: tuple[LessonRow, ...]


LESSONS: Final[dict[str, Lesson]] = {
    "walk": Lesson("walk", message("WALK"), (LessonRow(WALK, message("WALK")),)),
    "jump": Lesson("jump", message("JETS"), (LessonRow((Control.JUMP,), message("JUMP, HOLD")),)),
    "claw": Lesson("claw", message("CLAW"), (LessonRow((Control.CLAW,), message("UP TO 3 BLOWS")),)),
    "fire": Lesson(
        "fire",
        message("PLASMA"),
        (LessonRow((Control.PLASMA,), message("HOLD: STRONGER")), LessonRow(AIM, message("AIM"))),
    ),
    "guard": Lesson("guard", message("SHELL"), (LessonRow((Control.GUARD,), message("NO BITES, NO BLOWS")),)),
    "roar": Lesson("roar", message("ROAR"), (LessonRow((Control.ROAR,), message("SHAKE THEM OFF")),)),
    "circuits": Lesson(
        "surge",
        message("LIVE LINES DRAW THEM"),
        (
            LessonRow((Control.CIRCUIT_1, Control.CIRCUIT_2, Control.CIRCUIT_3), message("ON / OFF")),
            LessonRow((Control.COMMAND_VIEW,), message("COMMAND VIEW")),
            LessonRow((Control.LEFT, Control.CLAW), message("PICK, ON / OFF")),
        ),
    ),
    "surge": Lesson(
        "surge",
        message("BURN THEM ON IT"),
        (
            LessonRow((Control.SURGE_SHIFT,), message("SURGE LINE {line}")),
            LessonRow((Control.COMMAND_VIEW, Control.PLASMA), message("COMMAND VIEW")),
        ),
    ),
    "grapple": Lesson(
        "grapple",
        message("TAKE HOLD, TEAR"),
        (
            LessonRow((Control.CLAW,), message("NEAR IT: HOLD"), while_held=False),
            LessonRow((Control.CLAW,), message("PRESS: FASTER"), while_held=True),
        ),
    ),
    "hold": Lesson("trust", message("HOLD THE LIGHT"), (LessonRow((Control.CLAW,), message("HOLD IT DOWN")),)),
    "mana": Lesson(
        "ultimate",
        message("LOOK TO THE SKY"),
        (LessonRow((Control.ROAR,), message("HOLD: GATHER")), LessonRow((Control.GUARD,), message("GUARD HER BLOWS"))),
    ),
    "beam": Lesson(
        "aim",
        message("ULTIMATE PLASMA"),
        (LessonRow(AIM, message("AIM AT HER")), LessonRow((Control.PLASMA,), message("FIRE EARLY"))),
    ),
    "blackout": Lesson(
        "blackout",
        message("DARK DRAWS NOBODY"),
        (LessonRow((Control.BLACKOUT,), message("BLACKOUT HERE")),),
    ),
}

COMMAND_HINTS: Final = (
    (WALK, message("LINE")),
    ((Control.CLAW,), message("ON/OFF")),
    ((Control.PLASMA,), message("SURGE")),
    ((Control.GUARD,), message("BLACKOUT")),
)


class Name(NamedTuple):
    icon: str
    words: str


# Every control that may be bound anew, page by page, in the order in which the page of keys lists them.
KEY_PAGES: Final[dict[str, dict[Control, Name]]] = {
    message("GAMERA"): {
        Control.LEFT: Name("walk", message("WALK LEFT")),
        Control.RIGHT: Name("walk", message("WALK RIGHT")),
        Control.UP: Name("aim", message("AIM UP")),
        Control.DOWN: Name("aim", message("AIM DOWN")),
        Control.JUMP: Name("jump", message("JUMP, HOLD: JETS")),
        Control.CLAW: Name("claw", message("CLAW, TAKE HOLD")),
        Control.PLASMA: Name("fire", message("PLASMA, HOLD")),
        Control.GUARD: Name("guard", message("SHELL, MOVING: SPIN")),
        Control.ROAR: Name("roar", message("ROAR, HOLD: LIGHT")),
        Control.SKIP: Name("play", message("SKIP A SCENE")),
        Control.PAUSE: Name("clock", message("PAUSE")),
        Control.FIELD_OVERLAY: Name("eye", message("SHOW THE FIELD")),
    },
    message("THE GRID"): {
        Control.COMMAND_VIEW: Name("command", message("COMMAND VIEW")),
        Control.BLACKOUT: Name("blackout", message("BLACKOUT")),
        Control.SURGE_SHIFT: Name("surge", message("WITH LINE: SURGE")),
        Control.CIRCUIT_1: Name("toggle", message("LINE 1 ON / OFF")),
        Control.CIRCUIT_2: Name("toggle", message("LINE 2 ON / OFF")),
        Control.CIRCUIT_3: Name("toggle", message("LINE 3 ON / OFF")),
        Control.CIRCUIT_4: Name("toggle", message("LINE 4 ON / OFF")),
        Control.CIRCUIT_5: Name("toggle", message("LINE 5 ON / OFF")),
        Control.CIRCUIT_6: Name("toggle", message("LINE 6 ON / OFF")),
        Control.CIRCUIT_7: Name("toggle", message("LINE 7 ON / OFF")),
        Control.CIRCUIT_8: Name("toggle", message("LINE 8 ON / OFF")),
        Control.CIRCUIT_9: Name("toggle", message("LINE 9 ON / OFF")),
    },
    message("PLAYER 2"): {
        Control.JOIN: Name("players", message("JOIN, LEAVE")),
        Control.GRID_LEFT: Name("command", message("LINE TO THE LEFT")),
        Control.GRID_RIGHT: Name("command", message("LINE TO THE RIGHT")),
        Control.GRID_SWITCH: Name("toggle", message("ON / OFF")),
        Control.GRID_SURGE: Name("surge", message("SURGE")),
        Control.GRID_BLACKOUT: Name("blackout", message("BLACKOUT")),
    },
    message("OTHER"): {
        Control.PLACE_SOLDIERS: Name("soldier", message("LAB: SOLDIERS")),
        Control.PLACE_PYLON: Name("command", message("LAB: A PYLON")),
        Control.CLEAR_SOLDIERS: Name("exit", message("LAB: CLEAR")),
    },
}

# What cannot be bound anew, below the rows of its page; 72 letters a line.
KEY_NOTES: Final[dict[str, tuple[str, ...]]] = {
    "PLAYER 2": (
        message("A SECOND PAD JOINS WITH START."),
        message("THE KEYS ABOVE JOIN AT THE SAME KEYBOARD: WHILE THEY ARE IN USE,"),
        message("GAMERA HAS ONLY HIS OTHER KEYS. THE MOUSE IS FREE TO BOTH."),
    ),
    "OTHER": (
        message("MOUSE, ON A LINE OR ITS CARD: CLICK ON / OFF, RIGHT CLICK SURGE."),
        message("MIDDLE CLICK: BLACKOUT. IN THE LAB: CLICK SOLDIERS, RIGHT CLICK PYLON."),
        "",
        message("ESC AND START PAUSE, F11 OR ALT + ENTER FILL THE SCREEN."),
        message("MENUS: ARROWS, ENTER, ESC, AND A PAD'S D-PAD, WHATEVER IS BOUND HERE."),
    ),
}
