"""Which key, pad button and stick means what. Data only: `input.py` and `pads.py` read these tables."""

from enum import Enum, auto

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
    CONFIRM = auto()
    BACK = auto()
    PAUSE = auto()
    FIELD_OVERLAY = auto()
    # Only where the stage is a sandbox.
    PLACE_SOLDIERS = auto()
    PLACE_PYLON = auto()
    CLEAR_SOLDIERS = auto()


DIRECTIONS = frozenset({Control.LEFT, Control.RIGHT, Control.UP, Control.DOWN})

CIRCUITS = (
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

KEYS: dict[Control, tuple[int, ...]] = {
    Control.LEFT: (pygame.K_LEFT, pygame.K_a),
    Control.RIGHT: (pygame.K_RIGHT, pygame.K_d),
    Control.UP: (pygame.K_UP, pygame.K_w),
    Control.DOWN: (pygame.K_DOWN, pygame.K_s),
    Control.JUMP: (pygame.K_SPACE,),
    Control.CLAW: (pygame.K_z, pygame.K_j),
    Control.PLASMA: (pygame.K_x, pygame.K_k),
    Control.GUARD: (pygame.K_c, pygame.K_LCTRL, pygame.K_l),
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
    Control.CONFIRM: (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_z, pygame.K_j),
    Control.BACK: (pygame.K_ESCAPE, pygame.K_BACKSPACE, pygame.K_x, pygame.K_k),
    Control.PAUSE: (pygame.K_ESCAPE, pygame.K_p),
    Control.FIELD_OVERLAY: (pygame.K_F3,),
    Control.PLACE_SOLDIERS: (pygame.K_e,),
    Control.PLACE_PYLON: (pygame.K_r,),
    Control.CLEAR_SOLDIERS: (pygame.K_DELETE,),
}

# Of a pad that SDL knows, by SDL's names for an Xbox pad.
PAD_BUTTONS: dict[Control, tuple[int, ...]] = {
    Control.LEFT: (pygame.CONTROLLER_BUTTON_DPAD_LEFT,),
    Control.RIGHT: (pygame.CONTROLLER_BUTTON_DPAD_RIGHT,),
    Control.UP: (pygame.CONTROLLER_BUTTON_DPAD_UP,),
    Control.DOWN: (pygame.CONTROLLER_BUTTON_DPAD_DOWN,),
    Control.JUMP: (pygame.CONTROLLER_BUTTON_A,),
    Control.CLAW: (pygame.CONTROLLER_BUTTON_X,),
    Control.PLASMA: (pygame.CONTROLLER_BUTTON_B,),
    Control.ROAR: (pygame.CONTROLLER_BUTTON_Y,),
    Control.GUARD: (pygame.CONTROLLER_BUTTON_RIGHTSHOULDER,),
    Control.COMMAND_VIEW: (pygame.CONTROLLER_BUTTON_LEFTSHOULDER,),
    Control.SKIP: (pygame.CONTROLLER_BUTTON_BACK,),
    Control.CONFIRM: (pygame.CONTROLLER_BUTTON_A,),
    Control.BACK: (pygame.CONTROLLER_BUTTON_B,),
    Control.PAUSE: (pygame.CONTROLLER_BUTTON_START,),
}

# Of a joystick SDL has no map for: the order most of them number their buttons in.
JOYSTICK_BUTTONS: dict[Control, tuple[int, ...]] = {
    Control.JUMP: (0,),
    Control.PLASMA: (1,),
    Control.CLAW: (2,),
    Control.ROAR: (3,),
    Control.COMMAND_VIEW: (4,),
    Control.GUARD: (5,),
    Control.SKIP: (6,),
    Control.PAUSE: (7,),
    Control.CONFIRM: (0,),
    Control.BACK: (1,),
}


def controls_by_code(table: dict[Control, tuple[int, ...]]) -> dict[int, tuple[Control, ...]]:
    """The table read the other way round: what a key or button means."""
    meanings: dict[int, tuple[Control, ...]] = {}
    for control, codes in table.items():
        for code in codes:
            meanings[code] = (*meanings.get(code, ()), control)
    return meanings
