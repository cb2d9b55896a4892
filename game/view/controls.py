"""What a player can press, and the keys and buttons it is on as long as nobody binds it anew.

Keys are pygame's key codes. Buttons are SDL's numbers for a pad it knows, named as on an Xbox pad.
"""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

import pygame


class Control(Enum):
    """Everything a player can press."""

    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()
    JUMP = auto()
    CLAW = auto()
    PLASMA = auto()
    GUARD = auto()
    ROAR = auto()
    COMMAND_VIEW = auto()
    BLACKOUT = auto()
    SURGE_SHIFT = auto()  # held: circuit keys surge instead of toggling
    CIRCUIT_1 = auto()
    CIRCUIT_2 = auto()
    CIRCUIT_3 = auto()
    CIRCUIT_4 = auto()
    CIRCUIT_5 = auto()
    CIRCUIT_6 = auto()
    CIRCUIT_7 = auto()
    CIRCUIT_8 = auto()
    CIRCUIT_9 = auto()
    SKIP = auto()
    PAUSE = auto()
    FIELD_OVERLAY = auto()
    # Of the second player, who works the grid.
    JOIN = auto()  # joins with the second keys, or leaves
    GRID_LEFT = auto()
    GRID_RIGHT = auto()
    GRID_SWITCH = auto()
    GRID_SURGE = auto()
    GRID_BLACKOUT = auto()
    # Only where the stage is a sandbox.
    PLACE_SOLDIERS = auto()
    PLACE_PYLON = auto()
    CLEAR_SOLDIERS = auto()
    # Only in menus; never bound anew, so that nobody is stuck there.
    CONFIRM = auto()
    BACK = auto()
    PREVIOUS_PAGE = auto()
    NEXT_PAGE = auto()
    ERASE = auto()


DIRECTIONS: Final = frozenset({Control.LEFT, Control.RIGHT, Control.UP, Control.DOWN})

CIRCUITS: Final = (
    Control.CIRCUIT_1,
    Control.CIRCUIT_2,
    Control.CIRCUIT_3,
    Control.CIRCUIT_4,
    Control.CIRCUIT_5,
    Control.CIRCUIT_6,
    Control.CIRCUIT_7,
    Control.CIRCUIT_8,
    Control.CIRCUIT_9,
)

# With these the second player may sit at the same keyboard: then the keys named here are his alone.
SECOND_KEYS: Final = (
    Control.GRID_LEFT,
    Control.GRID_RIGHT,
    Control.GRID_SWITCH,
    Control.GRID_SURGE,
    Control.GRID_BLACKOUT,
)

Table = Mapping[Control, tuple[int, ...]]  # codes by control; the first of them is the one that is shown

# SDL reports triggers as axes. The tables name them as buttons above those SDL has.
LEFT_TRIGGER: Final = 100 + pygame.CONTROLLER_AXIS_TRIGGERLEFT
RIGHT_TRIGGER: Final = 100 + pygame.CONTROLLER_AXIS_TRIGGERRIGHT

KEYS: Final[Table] = MappingProxyType(
    {
        Control.LEFT: (pygame.K_LEFT, pygame.K_a),
        Control.RIGHT: (pygame.K_RIGHT, pygame.K_d),
        Control.UP: (pygame.K_UP, pygame.K_w),
        Control.DOWN: (pygame.K_DOWN, pygame.K_s),
        Control.JUMP: (pygame.K_SPACE,),
        Control.CLAW: (pygame.K_z, pygame.K_j),
        Control.PLASMA: (pygame.K_x, pygame.K_k),
        Control.GUARD: (pygame.K_c, pygame.K_l, pygame.K_LCTRL),
        Control.ROAR: (pygame.K_v, pygame.K_i),
        Control.COMMAND_VIEW: (pygame.K_TAB,),
        Control.BLACKOUT: (pygame.K_b,),
        Control.SURGE_SHIFT: (pygame.K_LSHIFT, pygame.K_RSHIFT),
        Control.CIRCUIT_1: (pygame.K_1, pygame.K_KP_1),
        Control.CIRCUIT_2: (pygame.K_2, pygame.K_KP_2),
        Control.CIRCUIT_3: (pygame.K_3, pygame.K_KP_3),
        Control.CIRCUIT_4: (pygame.K_4, pygame.K_KP_4),
        Control.CIRCUIT_5: (pygame.K_5, pygame.K_KP_5),
        Control.CIRCUIT_6: (pygame.K_6, pygame.K_KP_6),
        Control.CIRCUIT_7: (pygame.K_7, pygame.K_KP_7),
        Control.CIRCUIT_8: (pygame.K_8, pygame.K_KP_8),
        Control.CIRCUIT_9: (pygame.K_9, pygame.K_KP_9),
        Control.SKIP: (pygame.K_RETURN, pygame.K_KP_ENTER),
        Control.PAUSE: (pygame.K_ESCAPE, pygame.K_p),
        Control.FIELD_OVERLAY: (pygame.K_F3,),
        Control.JOIN: (pygame.K_F2,),
        Control.GRID_LEFT: (pygame.K_LEFT,),
        Control.GRID_RIGHT: (pygame.K_RIGHT,),
        Control.GRID_SWITCH: (pygame.K_UP,),
        Control.GRID_SURGE: (pygame.K_DOWN,),
        Control.GRID_BLACKOUT: (pygame.K_RCTRL,),
        Control.PLACE_SOLDIERS: (pygame.K_e,),
        Control.PLACE_PYLON: (pygame.K_r,),
        Control.CLEAR_SOLDIERS: (pygame.K_DELETE,),
    }
)

PAD_BUTTONS: Final[Table] = MappingProxyType(
    {
        Control.LEFT: (pygame.CONTROLLER_BUTTON_DPAD_LEFT,),
        Control.RIGHT: (pygame.CONTROLLER_BUTTON_DPAD_RIGHT,),
        Control.UP: (pygame.CONTROLLER_BUTTON_DPAD_UP,),
        Control.DOWN: (pygame.CONTROLLER_BUTTON_DPAD_DOWN,),
        Control.JUMP: (pygame.CONTROLLER_BUTTON_A,),
        Control.CLAW: (pygame.CONTROLLER_BUTTON_X,),
        Control.PLASMA: (pygame.CONTROLLER_BUTTON_B,),
        Control.ROAR: (pygame.CONTROLLER_BUTTON_Y,),
        Control.GUARD: (pygame.CONTROLLER_BUTTON_RIGHTSHOULDER, RIGHT_TRIGGER),
        Control.COMMAND_VIEW: (pygame.CONTROLLER_BUTTON_LEFTSHOULDER,),
        Control.BLACKOUT: (LEFT_TRIGGER,),
        Control.SKIP: (pygame.CONTROLLER_BUTTON_BACK,),
        Control.PAUSE: (pygame.CONTROLLER_BUTTON_START,),
        Control.FIELD_OVERLAY: (pygame.CONTROLLER_BUTTON_RIGHTSTICK,),
        Control.JOIN: (pygame.CONTROLLER_BUTTON_BACK,),  # of the second player's pad: leaves
        Control.GRID_LEFT: (pygame.CONTROLLER_BUTTON_DPAD_LEFT,),
        Control.GRID_RIGHT: (pygame.CONTROLLER_BUTTON_DPAD_RIGHT,),
        Control.GRID_SWITCH: (pygame.CONTROLLER_BUTTON_A,),
        Control.GRID_SURGE: (pygame.CONTROLLER_BUTTON_B,),
        Control.GRID_BLACKOUT: (pygame.CONTROLLER_BUTTON_RIGHTSHOULDER,),
    }
)
