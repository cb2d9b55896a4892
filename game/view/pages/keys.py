"""The keys: every move with its keys and pad buttons."""

from dataclasses import dataclass

import pygame

from game.view.controls import CONTROLS
from game.view.kit import Kit
from game.view.pages.chrome import draw_ground, draw_header
from game.view.palette import PALETTE

FIRST_ROW, ROW_PITCH = 73, 21  # px
MOVE_X, KEYS_X, SECOND_X, PAD_X = 56, 240, 336, 480
PRESS_EVERY, PRESS_TICKS = 30, 18  # the rows' keys go down one after another


@dataclass(frozen=True, slots=True)
class KeysPage:
    tick: int


def draw_keys(canvas: pygame.Surface, kit: Kit, page: KeysPage) -> None:
    draw_ground(canvas, page.tick)
    draw_header(canvas, kit, "KEYS", "KEYBOARD AND PAD")
    kit.frame(canvas, 16, 40, 608, 288)
    for words, x in (("MOVE", MOVE_X), ("KEY", KEYS_X), ("SECOND KEY", SECOND_X), ("PAD", PAD_X)):
        kit.text(canvas, words, x, 50, "steel")
    canvas.fill(PALETTE["slate"], (24, 62, 592, 1))
    shown = page.tick // PRESS_EVERY % len(CONTROLS)
    pressed = page.tick % PRESS_EVERY < PRESS_TICKS
    for number, control in enumerate(CONTROLS.values()):
        y = FIRST_ROW + number * ROW_PITCH
        here = number == shown
        if here:
            kit.shade(canvas, 20, y - 7, 600, ROW_PITCH - 1, "volt0", 0.4)
        kit.blit(canvas, f"icon/{control.icon}", 30, y - 4)
        kit.text(canvas, control.words, MOVE_X, y, "white" if here else "pale")
        if control.note:
            kit.text(canvas, control.note, KEYS_X, y, "steel")
        _draw_caps(canvas, kit, control.keys, KEYS_X, y, here and pressed)
        _draw_caps(canvas, kit, control.second_keys, SECOND_X, y, False)
        x = PAD_X
        for button in control.pad:
            picture = kit.pad_button(button)
            canvas.blit(picture, (x, y - 5))
            x += picture.get_width() + 4
        if not control.pad and not control.note:
            kit.text(canvas, "IN COMMAND VIEW", PAD_X, y, "steel")
    kit.hints(canvas, ((("ESC",), "BACK"),), 16, 340)


def _draw_caps(canvas: pygame.Surface, kit: Kit, keys: tuple[str, ...], x: int, y: int, down: bool) -> None:
    for key in keys:
        cap = kit.key_cap(key, down=down)
        canvas.blit(cap, (x, y - 5))
        x += cap.get_width() + 4
