"""What stands for a control on the device in hand: the label of a key, or the picture of a pad's button."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Final, NamedTuple

import pygame

from game.view.controls import KEYS, LEFT_TRIGGER, PAD_BUTTONS, RIGHT_TRIGGER, Control, Table


class PadFamily(Enum):
    """Whose names a pad's buttons bear."""

    XBOX = "xbox"
    PLAYSTATION = "playstation"
    NINTENDO = "nintendo"
    PLAIN = "plain"  # a joystick SDL does not know: its buttons have numbers


class Key(NamedTuple):
    label: str


class PadButton(NamedTuple):
    """`picture` is a strip `pad/<picture>` of the sheet `ui`, `letters` what is written on it."""

    picture: str
    letters: str = ""


Prompt = Key | PadButton

SHORT_KEYS: Final = MappingProxyType(
    {
        pygame.K_LEFT: "←",
        pygame.K_RIGHT: "→",
        pygame.K_UP: "▲",
        pygame.K_DOWN: "▼",
        pygame.K_RETURN: "ENTER",
        pygame.K_KP_ENTER: "N-ENTER",
        pygame.K_ESCAPE: "ESC",
        pygame.K_BACKSPACE: "BKSP",
        pygame.K_DELETE: "DEL",
        pygame.K_INSERT: "INS",
        pygame.K_PAGEUP: "PGUP",
        pygame.K_PAGEDOWN: "PGDN",
        pygame.K_LSHIFT: "SHIFT",
        pygame.K_RSHIFT: "R-SHIFT",
        pygame.K_LCTRL: "CTRL",
        pygame.K_RCTRL: "R-CTRL",
        pygame.K_LALT: "ALT",
        pygame.K_RALT: "R-ALT",
        pygame.K_CAPSLOCK: "CAPS",
    }
)
LONGEST_LABEL: Final = 8  # letters

DPAD: Final = MappingProxyType(
    {
        pygame.CONTROLLER_BUTTON_DPAD_LEFT: PadButton("dpad_l"),
        pygame.CONTROLLER_BUTTON_DPAD_RIGHT: PadButton("dpad_r"),
        pygame.CONTROLLER_BUTTON_DPAD_UP: PadButton("dpad_u"),
        pygame.CONTROLLER_BUTTON_DPAD_DOWN: PadButton("dpad_d"),
    }
)
PAIRS: Final[Mapping[tuple[Prompt, ...], PadButton]] = MappingProxyType(
    {
        (PadButton("dpad_l"), PadButton("dpad_r")): PadButton("dpad_lr"),
        (PadButton("dpad_u"), PadButton("dpad_d")): PadButton("dpad_ud"),
    }
)
NAMED: Final = (  # in the order of the rows of BUTTONS
    pygame.CONTROLLER_BUTTON_A,
    pygame.CONTROLLER_BUTTON_B,
    pygame.CONTROLLER_BUTTON_X,
    pygame.CONTROLLER_BUTTON_Y,
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER,
    LEFT_TRIGGER,
    RIGHT_TRIGGER,
    pygame.CONTROLLER_BUTTON_BACK,
    pygame.CONTROLLER_BUTTON_START,
    pygame.CONTROLLER_BUTTON_LEFTSTICK,
    pygame.CONTROLLER_BUTTON_RIGHTSTICK,
    pygame.CONTROLLER_BUTTON_GUIDE,
)


def _shoulders(*names: str) -> tuple[PadButton, ...]:
    return tuple(PadButton("shoulder", name) for name in names)


# SDL numbers the letters of a Nintendo pad as they are printed, not as they lie.
BUTTONS: Final[Mapping[PadFamily, tuple[PadButton, ...]]] = MappingProxyType(
    {
        PadFamily.XBOX: (
            *(PadButton(letter, letter) for letter in "ABXY"),
            *_shoulders("LB", "RB", "LT", "RT", "BACK", "START", "LS", "RS", "GUIDE"),
        ),
        PadFamily.PLAYSTATION: (
            *(PadButton(shape) for shape in ("cross", "circle", "square", "triangle")),
            *_shoulders("L1", "R1", "L2", "R2", "SHARE", "OPTIONS", "L3", "R3", "PS"),
        ),
        PadFamily.NINTENDO: (
            *(PadButton("round", letter) for letter in "ABXY"),
            *_shoulders("L", "R", "ZL", "ZR"),
            PadButton("round", "-"),
            PadButton("round", "+"),
            *_shoulders("LS", "RS", "HOME"),
        ),
    }
)


@dataclass(frozen=True, eq=False)
class Prompts:
    """Bindings, and the device the player used last. Made anew when either changes.

    `family` is None while the keyboard is in hand. `buttons` are those of the pad in hand.
    """

    keys: Table = field(default_factory=lambda: KEYS)
    buttons: Table = field(default_factory=lambda: PAD_BUTTONS)
    family: PadFamily | None = None

    def of(self, *controls: Control) -> tuple[Prompt, ...]:
        """One prompt a control, in order; fewer where two halves of a d-pad are one, or nothing is bound."""
        found = tuple(prompt for control in controls for prompt in self.all_of(control)[:1])
        return (PAIRS[found],) if found in PAIRS else found

    def all_of(self, control: Control) -> tuple[Prompt, ...]:
        """Everything the control is on, on the device in hand."""
        if self.family is None:
            return tuple(Key(key_label(code)) for code in self.keys.get(control, ()))
        return tuple(pad_button(code, self.family) for code in self.buttons.get(control, ()))


def key_label(code: int) -> str:
    """The key's name as it is written on its cap: capitals, LONGEST_LABEL letters at most."""
    if code in SHORT_KEYS:
        return SHORT_KEYS[code]
    name = pygame.key.name(code).upper().strip("[]") or f"KEY {code % 1000}"
    numpad = pygame.K_KP_1 <= code <= pygame.K_KP_0
    return f"N-{name}" if numpad else name[:LONGEST_LABEL]


def pad_button(code: int, family: PadFamily) -> PadButton:
    """The button's picture on a pad of that family."""
    if family is PadFamily.PLAIN:
        return PadButton("shoulder", f"{code + 1}")
    if code in DPAD:
        return DPAD[code]
    if code in NAMED:
        return BUTTONS[family][NAMED.index(code)]
    return PadButton("shoulder", f"#{code}")


# Menus are worked by the same keys whatever is bound: what a hint says of them, on keys and on a pad.
MENU_HINTS: Final[Mapping[str, tuple[tuple[str, ...], tuple[int, ...]]]] = MappingProxyType(
    {
        "rows": (("▲", "▼"), (pygame.CONTROLLER_BUTTON_DPAD_UP, pygame.CONTROLLER_BUTTON_DPAD_DOWN)),
        "values": (("◀", "▶"), (pygame.CONTROLLER_BUTTON_DPAD_LEFT, pygame.CONTROLLER_BUTTON_DPAD_RIGHT)),
        "choose": (("ENTER",), (pygame.CONTROLLER_BUTTON_A,)),
        "back": (("ESC",), (pygame.CONTROLLER_BUTTON_B,)),
        "pages": (("TAB",), (pygame.CONTROLLER_BUTTON_LEFTSHOULDER, pygame.CONTROLLER_BUTTON_RIGHTSHOULDER)),
        "letters": (("A-Z",), ()),
        # Where letters are typed, only keys without one work the menu.
        "next": (("ENTER",), (pygame.CONTROLLER_BUTTON_A,)),
        "previous": (("BKSP",), (pygame.CONTROLLER_BUTTON_B,)),
        "leave": (("ESC",), (pygame.CONTROLLER_BUTTON_START,)),
        "erase": (("DEL",), (pygame.CONTROLLER_BUTTON_Y,)),
    }
)
# On a plain joystick these do it, by their numbers. The stick does the rest, and is shown as a d-pad.
PLAIN_HINTS: Final[Mapping[str, tuple[int, ...]]] = MappingProxyType(
    {"choose": (0,), "back": (1,), "pages": (4, 5), "next": (0,), "previous": (1,), "leave": (7,), "erase": (3,)}
)


def menu_prompts(hint: str, family: PadFamily | None) -> Sequence[Prompt]:
    """What a hint of MENU_HINTS shows on the device in hand. KeyError for any other."""
    keys, buttons = MENU_HINTS[hint]
    if family is None:
        return [Key(key) for key in keys]
    if family is PadFamily.PLAIN and hint in PLAIN_HINTS:
        return [pad_button(code, family) for code in PLAIN_HINTS[hint]]
    shown = tuple(pad_button(code, PadFamily.XBOX if family is PadFamily.PLAIN else family) for code in buttons)
    return (PAIRS[shown],) if shown in PAIRS else shown
