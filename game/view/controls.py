"""What the player can do and with which keys: one table for lessons, the key page and the command view's strip."""

from typing import Final, NamedTuple


class Control(NamedTuple):
    """One move. A name in `pad` is one that `Kit.pad_button` knows."""

    icon: str
    words: str
    keys: tuple[str, ...]
    second_keys: tuple[str, ...] = ()
    pad: tuple[str, ...] = ()
    note: str = ""  # instead of keys, where it is a way to use another move


CONTROLS: Final[dict[str, Control]] = {
    "walk": Control("walk", "WALK", ("←", "→"), ("A", "D"), ("dpad_lr",)),
    "aim": Control("aim", "AIM", ("▲", "▼"), ("W", "S"), ("dpad_ud",)),
    "jump": Control("jump", "JUMP, HOLD: JETS", ("SPACE",), (), ("A",)),
    "claw": Control("claw", "CLAW, TAKE HOLD", ("Z",), ("J",), ("X",)),
    "fire": Control("fire", "PLASMA, HOLD", ("X",), ("K",), ("B",)),
    "guard": Control("guard", "SHELL GUARD", ("C",), ("L",), ("RB",)),
    "spin": Control("spin", "SHELL SPIN", (), (), (), "GUARD + DIRECTION"),
    "roar": Control("roar", "ROAR, HOLD: LIGHT", ("V",), ("I",), ("Y",)),
    "command": Control("command", "COMMAND VIEW", ("TAB",), (), ("LB",)),
    "toggle": Control("toggle", "LINE ON / OFF", ("1", "2", "3"), (), (), ""),
    "surge": Control("surge", "SURGE A LINE", ("SHIFT", "1"), (), (), ""),
    "blackout": Control("blackout", "BLACKOUT", ("B",)),
}


class LessonRow(NamedTuple):
    keys: tuple[str, ...]
    pad: tuple[str, ...]
    words: str


class Lesson(NamedTuple):
    icon: str
    title: str
    rows: tuple[LessonRow, ...]


LESSONS: Final[dict[str, Lesson]] = {
    "walk": Lesson("walk", "WALK", (LessonRow(("←", "→"), ("dpad_lr",), "WALK"),)),
    "jump": Lesson("jump", "JETS", (LessonRow(("SPACE",), ("A",), "JUMP, HOLD"),)),
    "claw": Lesson("claw", "CLAW", (LessonRow(("Z",), ("X",), "UP TO 3 BLOWS"),)),
    "fire": Lesson(
        "fire",
        "PLASMA",
        (LessonRow(("X",), ("B",), "HOLD: STRONGER"), LessonRow(("▲", "▼"), ("dpad_ud",), "AIM")),
    ),
    "guard": Lesson("guard", "SHELL", (LessonRow(("C",), ("RB",), "NO BITES"),)),
    "roar": Lesson("roar", "ROAR", (LessonRow(("V",), ("Y",), "SHAKE THEM OFF"),)),
    "circuits": Lesson(
        "surge",
        "LIVE LINES DRAW THEM",
        (
            LessonRow(("1", "2", "3"), (), "ON / OFF"),
            LessonRow(("TAB",), ("LB",), "COMMAND VIEW"),
            LessonRow(("←", "Z"), ("dpad_lr", "X"), "PICK, ON / OFF"),
        ),
    ),
    "surge": Lesson(
        "surge",
        "BURN THEM ON IT",
        (
            LessonRow(("SHIFT", "2"), (), "SURGE LINE 2"),
            LessonRow(("TAB", "X"), ("LB", "B"), " COMMAND VIEW"),
        ),
    ),
    "grapple": Lesson(
        "grapple",
        "TAKE HOLD, TEAR",
        (LessonRow(("Z",), ("X",), "NEAR IT: HOLD"), LessonRow(("Z",), ("X",), "PRESS: FASTER")),
    ),
    "hold": Lesson("trust", "HOLD THE LIGHT", (LessonRow(("Z",), ("X",), "HOLD IT DOWN"),)),
    "mana": Lesson(
        "ultimate",
        "LOOK TO THE SKY",
        (LessonRow(("V",), ("Y",), "HOLD: GATHER"), LessonRow(("C",), ("RB",), "GUARD ENDS IT")),
    ),
    "beam": Lesson(
        "aim",
        "ULTIMATE PLASMA",
        (LessonRow(("▲", "▼"), ("dpad_ud",), "AIM AT HER"), LessonRow(("X",), ("B",), "FIRE EARLY")),
    ),
    "blackout": Lesson(
        "blackout",
        "DARK DRAWS NOBODY",
        (LessonRow(("B",), (), "BLACKOUT HERE"),),
    ),
}
