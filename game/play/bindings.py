"""What keys, pad buttons and sticks mean: as the player has bound them in play, always the same in menus."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

import pygame

from game.view.controls import CIRCUITS as CIRCUITS
from game.view.controls import DIRECTIONS as DIRECTIONS
from game.view.controls import KEYS, PAD_BUTTONS, SECOND_KEYS, Table
from game.view.controls import Control as Control
from game.view.prompts import PadFamily

TableName = Literal["keys", "buttons", "joystick"]
Changes = Mapping[str, tuple[int, ...]]  # what the player has bound anew, by the control's name
Meanings = Mapping[int, tuple[Control, ...]]

# Of a joystick SDL has no map for: the order most of them number their buttons in.
JOYSTICK_BUTTONS: Final[Table] = MappingProxyType(
    {
        Control.JUMP: (0,),
        Control.PLASMA: (1,),
        Control.CLAW: (2,),
        Control.ROAR: (3,),
        Control.COMMAND_VIEW: (4,),
        Control.GUARD: (5,),
        Control.SKIP: (6,),
        Control.PAUSE: (7,),
        Control.JOIN: (6,),
        Control.GRID_SWITCH: (0,),
        Control.GRID_SURGE: (1,),
        Control.GRID_BLACKOUT: (5,),
    }
)

# These work whatever is bound: nobody is ever stuck in a menu, or in a stage.
PAUSE_KEY: Final = pygame.K_ESCAPE
PAUSE_BUTTON: Final = pygame.CONTROLLER_BUTTON_START
PLAIN_PAUSE_BUTTON: Final = 7
ALWAYS_PAUSES: Final[Mapping[TableName, int]] = MappingProxyType(
    {"keys": PAUSE_KEY, "buttons": PAUSE_BUTTON, "joystick": PLAIN_PAUSE_BUTTON}
)
MENU_KEYS: Final[Table] = MappingProxyType(
    {
        Control.LEFT: (pygame.K_LEFT, pygame.K_a),
        Control.RIGHT: (pygame.K_RIGHT, pygame.K_d),
        Control.UP: (pygame.K_UP, pygame.K_w),
        Control.DOWN: (pygame.K_DOWN, pygame.K_s),
        Control.CONFIRM: (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_z, pygame.K_j),
        Control.BACK: (pygame.K_ESCAPE, pygame.K_BACKSPACE, pygame.K_x, pygame.K_k),
        Control.PAUSE: (pygame.K_ESCAPE, pygame.K_p),
        Control.PREVIOUS_PAGE: (pygame.K_PAGEUP,),
        Control.NEXT_PAGE: (pygame.K_TAB, pygame.K_PAGEDOWN),
        Control.ERASE: (pygame.K_DELETE,),
        Control.FIELD_OVERLAY: (pygame.K_F3,),
    }
)
MENU_BUTTONS: Final[Table] = MappingProxyType(
    {
        Control.LEFT: (pygame.CONTROLLER_BUTTON_DPAD_LEFT,),
        Control.RIGHT: (pygame.CONTROLLER_BUTTON_DPAD_RIGHT,),
        Control.UP: (pygame.CONTROLLER_BUTTON_DPAD_UP,),
        Control.DOWN: (pygame.CONTROLLER_BUTTON_DPAD_DOWN,),
        Control.CONFIRM: (pygame.CONTROLLER_BUTTON_A,),
        Control.BACK: (pygame.CONTROLLER_BUTTON_B,),
        Control.PAUSE: (pygame.CONTROLLER_BUTTON_START,),
        Control.PREVIOUS_PAGE: (pygame.CONTROLLER_BUTTON_LEFTSHOULDER,),
        Control.NEXT_PAGE: (pygame.CONTROLLER_BUTTON_RIGHTSHOULDER,),
        Control.ERASE: (pygame.CONTROLLER_BUTTON_Y,),
    }
)
MENU_JOYSTICK: Final[Table] = MappingProxyType(
    {
        Control.CONFIRM: (0,),
        Control.BACK: (1,),
        Control.ERASE: (3,),
        Control.PREVIOUS_PAGE: (4,),
        Control.NEXT_PAGE: (5,),
        Control.PAUSE: (PLAIN_PAUSE_BUTTON,),
    }
)

DEFAULTS: Final[Mapping[TableName, Table]] = MappingProxyType(
    {"keys": KEYS, "buttons": PAD_BUTTONS, "joystick": JOYSTICK_BUTTONS}
)
MENUS: Final[Mapping[TableName, Table]] = MappingProxyType(
    {"keys": MENU_KEYS, "buttons": MENU_BUTTONS, "joystick": MENU_JOYSTICK}
)
SECOND_PLAYER: Final = frozenset({Control.JOIN, *SECOND_KEYS})
GRID_KEYS: Final = frozenset(
    {
        *CIRCUITS,
        Control.SURGE_SHIFT,
        Control.BLACKOUT,
        Control.PAUSE,
        Control.FIELD_OVERLAY,
        Control.PLACE_SOLDIERS,
        Control.PLACE_PYLON,
        Control.CLEAR_SOLDIERS,
    }
)
AS_IN_COMMAND_VIEW: Final[Mapping[Control, Control]] = MappingProxyType(
    {
        Control.LEFT: Control.GRID_LEFT,
        Control.RIGHT: Control.GRID_RIGHT,
        Control.CLAW: Control.GRID_SWITCH,
        Control.PLASMA: Control.GRID_SURGE,
        Control.GUARD: Control.GRID_BLACKOUT,
    }
)
MENU_ONLY: Final = frozenset({Control.CONFIRM, Control.BACK, Control.PREVIOUS_PAGE, Control.NEXT_PAGE, Control.ERASE})
BOUND: Final = tuple(control for control in Control if control not in MENU_ONLY)  # what may be bound anew


@dataclass(frozen=True)
class Bindings:
    """The three tables as they hold now: the defaults, and over them what the player has changed."""

    keys: Table = field(default_factory=lambda: KEYS)
    buttons: Table = field(default_factory=lambda: PAD_BUTTONS)
    joystick: Table = field(default_factory=lambda: JOYSTICK_BUTTONS)

    @classmethod
    def changed(cls, changes: Mapping[TableName, Changes]) -> "Bindings":
        """Names that are no controls, from a file of another version, change nothing."""
        tables = {}
        for name, table in DEFAULTS.items():
            new = {control: changes[name][control.name] for control in BOUND if control.name in changes.get(name, {})}
            tables[name] = MappingProxyType({**table, **new})
        return cls(**tables)

    def table(self, name: TableName) -> Table:
        return {"keys": self.keys, "buttons": self.buttons, "joystick": self.joystick}[name]

    def buttons_of(self, family: PadFamily) -> Table:
        """Of a pad of that family."""
        return self.joystick if family is PadFamily.PLAIN else self.buttons

    def rivals(self, name: TableName, control: Control) -> frozenset[Control]:
        """Other controls on a key or button of this one. The two players' controls do not get in each other's way."""
        table = self.table(name)
        codes = set(table.get(control, ()))
        return frozenset(
            other
            for other, used in table.items()
            if other is not control
            and codes.intersection(used)
            and (other in SECOND_PLAYER) == (control in SECOND_PLAYER)
        )


def bind(before: tuple[int, ...], place: int, code: int | None) -> tuple[int, ...]:
    """A control's codes with another one, which is not among them yet, at `place`, or with none there."""
    codes = [*before]
    if place < len(codes):
        codes[place : place + 1] = [] if code is None else [code]
    elif code is not None:
        codes.append(code)
    return tuple(codes)


def meanings(table: Table) -> Meanings:
    """The table read the other way round: what a key or button means."""
    found: dict[int, tuple[Control, ...]] = {}
    for control, codes in table.items():
        for code in codes:
            found[code] = (*found.get(code, ()), control)
    return found


class Lexicon:
    """What a key or button means just now, in a menu, to Gamera, or to the second player at the grid."""

    def __init__(self, bindings: Bindings) -> None:
        self.in_play = False
        self.bind(bindings)

    def bind(self, bindings: Bindings) -> None:
        """From now on these bindings hold."""
        self.bindings = bindings
        self._menus = {name: _menu_meanings(name, bindings) for name in MENUS}
        self._gamera = {name: _play_meanings(name, bindings, second=False) for name in MENUS}
        self._grid = {name: _play_meanings(name, bindings, second=True) for name in MENUS}
        self._grid_alone = _grid_meanings(bindings)

    def gamera(self, name: TableName, code: int) -> tuple[Control, ...]:
        """On a device of Gamera's player."""
        return (self._gamera if self.in_play else self._menus)[name].get(code, ())

    def grid(self, name: TableName, code: int) -> tuple[Control, ...]:
        """On a device of the second player's. In menus he is a player like any other."""
        return (self._grid if self.in_play else self._menus)[name].get(code, ())

    def grid_alone(self, key: int) -> tuple[Control, ...]:
        """On a keyboard that is all the second player's."""
        return self._grid_alone.get(key, ()) if self.in_play else self._menus["keys"].get(key, ())


def _grid_meanings(bindings: Bindings) -> Meanings:
    """Every key that works the grid: those of the lines, the second player's, and what the command view makes of
    Gamera's."""
    table = bindings.keys
    own = {control: codes for control, codes in table.items() if control in SECOND_PLAYER or control in GRID_KEYS}
    borrowed = {new: table.get(control, ()) for control, new in AS_IN_COMMAND_VIEW.items()}
    return {**meanings(borrowed), **meanings(own), PAUSE_KEY: (Control.PAUSE,)}


def _menu_meanings(name: TableName, bindings: Bindings) -> Meanings:
    """The fixed table; and the bound directions, for who plays with others, where they do not contradict it."""
    fixed = meanings(MENUS[name])
    directions = {control: codes for control, codes in bindings.table(name).items() if control in DIRECTIONS}
    return {**meanings(directions), **fixed}


def _play_meanings(name: TableName, bindings: Bindings, *, second: bool) -> Meanings:
    table = bindings.table(name)
    own = {control: codes for control, codes in table.items() if (control in SECOND_PLAYER) == second}
    if name == "keys" and not second:
        own[Control.JOIN] = table.get(Control.JOIN, ())
    found = {**meanings(own)}
    if not second or name != "keys":
        found[ALWAYS_PAUSES[name]] = (Control.PAUSE,)
    return found
