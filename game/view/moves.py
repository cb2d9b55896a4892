"""Every move and every lesson in words, with the controls it takes: for lessons and the command view's strip."""

from typing import Final, NamedTuple

from game.view.controls import Control

WALK: Final = (Control.LEFT, Control.RIGHT)
AIM: Final = (Control.UP, Control.DOWN)


class LessonRow(NamedTuple):
    """Left out on a device none of its controls is on."""

    controls: tuple[Control, ...]
    words: str


class Lesson(NamedTuple):
    icon: str
    title: str
    rows: tuple[LessonRow, ...]


LESSONS: Final[dict[str, Lesson]] = {
    "walk": Lesson("walk", "WALK", (LessonRow(WALK, "WALK"),)),
    "jump": Lesson("jump", "JETS", (LessonRow((Control.JUMP,), "JUMP, HOLD"),)),
    "claw": Lesson("claw", "CLAW", (LessonRow((Control.CLAW,), "UP TO 3 BLOWS"),)),
    "fire": Lesson("fire", "PLASMA", (LessonRow((Control.PLASMA,), "HOLD: STRONGER"), LessonRow(AIM, "AIM"))),
    "guard": Lesson("guard", "SHELL", (LessonRow((Control.GUARD,), "NO BITES"),)),
    "roar": Lesson("roar", "ROAR", (LessonRow((Control.ROAR,), "SHAKE THEM OFF"),)),
    "circuits": Lesson(
        "surge",
        "LIVE LINES DRAW THEM",
        (
            LessonRow((Control.CIRCUIT_1, Control.CIRCUIT_2, Control.CIRCUIT_3), "ON / OFF"),
            LessonRow((Control.COMMAND_VIEW,), "COMMAND VIEW"),
            LessonRow((Control.LEFT, Control.CLAW), "PICK, ON / OFF"),
        ),
    ),
    "surge": Lesson(
        "surge",
        "BURN THEM ON IT",
        (
            LessonRow((Control.SURGE_SHIFT, Control.CIRCUIT_2), "SURGE LINE 2"),
            LessonRow((Control.COMMAND_VIEW, Control.PLASMA), "COMMAND VIEW"),
        ),
    ),
    "grapple": Lesson(
        "grapple",
        "TAKE HOLD, TEAR",
        (LessonRow((Control.CLAW,), "NEAR IT: HOLD"), LessonRow((Control.CLAW,), "PRESS: FASTER")),
    ),
    "hold": Lesson("trust", "HOLD THE LIGHT", (LessonRow((Control.CLAW,), "HOLD IT DOWN"),)),
    "mana": Lesson(
        "ultimate",
        "LOOK TO THE SKY",
        (LessonRow((Control.ROAR,), "HOLD: GATHER"), LessonRow((Control.GUARD,), "GUARD HER BLOWS")),
    ),
    "beam": Lesson(
        "aim",
        "ULTIMATE PLASMA",
        (LessonRow(AIM, "AIM AT HER"), LessonRow((Control.PLASMA,), "FIRE EARLY")),
    ),
    "blackout": Lesson(
        "blackout",
        "DARK DRAWS NOBODY",
        (LessonRow((Control.BLACKOUT,), "BLACKOUT HERE"),),
    ),
}

COMMAND_HINTS: Final = (
    (WALK, "LINE"),
    ((Control.CLAW,), "ON/OFF"),
    ((Control.PLASMA,), "SURGE"),
    ((Control.GUARD,), "BLACKOUT"),
)


class Name(NamedTuple):
    icon: str
    words: str


# Every control that may be bound anew, page by page, in the order in which the page of keys lists them.
KEY_PAGES: Final[dict[str, dict[Control, Name]]] = {
    "GAMERA": {
        Control.LEFT: Name("walk", "WALK LEFT"),
        Control.RIGHT: Name("walk", "WALK RIGHT"),
        Control.UP: Name("aim", "AIM UP"),
        Control.DOWN: Name("aim", "AIM DOWN"),
        Control.JUMP: Name("jump", "JUMP, HOLD: JETS"),
        Control.CLAW: Name("claw", "CLAW, TAKE HOLD"),
        Control.PLASMA: Name("fire", "PLASMA, HOLD"),
        Control.GUARD: Name("guard", "SHELL, MOVING: SPIN"),
        Control.ROAR: Name("roar", "ROAR, HOLD: LIGHT"),
        Control.SKIP: Name("play", "SKIP A SCENE"),
        Control.PAUSE: Name("clock", "PAUSE"),
        Control.FIELD_OVERLAY: Name("eye", "SHOW THE FIELD"),
    },
    "THE GRID": {
        Control.COMMAND_VIEW: Name("command", "COMMAND VIEW"),
        Control.BLACKOUT: Name("blackout", "BLACKOUT"),
        Control.SURGE_SHIFT: Name("surge", "WITH LINE: SURGE"),
        Control.CIRCUIT_1: Name("toggle", "LINE 1 ON / OFF"),
        Control.CIRCUIT_2: Name("toggle", "LINE 2 ON / OFF"),
        Control.CIRCUIT_3: Name("toggle", "LINE 3 ON / OFF"),
        Control.CIRCUIT_4: Name("toggle", "LINE 4 ON / OFF"),
        Control.CIRCUIT_5: Name("toggle", "LINE 5 ON / OFF"),
        Control.CIRCUIT_6: Name("toggle", "LINE 6 ON / OFF"),
        Control.CIRCUIT_7: Name("toggle", "LINE 7 ON / OFF"),
        Control.CIRCUIT_8: Name("toggle", "LINE 8 ON / OFF"),
        Control.CIRCUIT_9: Name("toggle", "LINE 9 ON / OFF"),
    },
    "PLAYER 2": {
        Control.JOIN: Name("players", "JOIN, LEAVE"),
        Control.GRID_LEFT: Name("command", "LINE TO THE LEFT"),
        Control.GRID_RIGHT: Name("command", "LINE TO THE RIGHT"),
        Control.GRID_SWITCH: Name("toggle", "ON / OFF"),
        Control.GRID_SURGE: Name("surge", "SURGE"),
        Control.GRID_BLACKOUT: Name("blackout", "BLACKOUT"),
    },
    "OTHER": {
        Control.PLACE_SOLDIERS: Name("soldier", "LAB: SOLDIERS"),
        Control.PLACE_PYLON: Name("command", "LAB: A PYLON"),
        Control.CLEAR_SOLDIERS: Name("exit", "LAB: CLEAR"),
    },
}

# What cannot be bound anew, below the rows of its page; 72 letters a line.
KEY_NOTES: Final[dict[str, tuple[str, ...]]] = {
    "PLAYER 2": (
        "A SECOND PAD JOINS WITH START.",
        "THE KEYS ABOVE JOIN AT THE SAME KEYBOARD: WHILE THEY ARE IN USE,",
        "GAMERA HAS ONLY HIS OTHER KEYS. THE MOUSE IS FREE TO BOTH.",
    ),
    "OTHER": (
        "MOUSE, ON A LINE OR ITS CARD: CLICK ON / OFF, RIGHT CLICK SURGE.",
        "MIDDLE CLICK: BLACKOUT. IN THE LAB: CLICK SOLDIERS, RIGHT CLICK PYLON.",
        "",
        "ESC AND START PAUSE, F11 OR ALT + ENTER FILL THE SCREEN.",
        "MENUS: ARROWS, ENTER, ESC, AND A PAD'S D-PAD, WHATEVER IS BOUND HERE.",
    ),
}
