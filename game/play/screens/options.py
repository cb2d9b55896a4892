"""The options: a table of rows, each of which shows and changes one setting at once."""

from collections.abc import Sequence
from typing import NamedTuple

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.menu import Menu, Repeater
from game.play.screens.stack import Pop, Screen, Transition
from game.view.pages.options import OptionsPage, draw_options


class Row(NamedTuple):
    """One setting: its words, its field in `Settings`, and the values it goes through with their words."""

    words: str
    field: str
    values: Sequence[object]
    shown: Sequence[str]
    wraps: bool = True


def _percent(words: str, field: str, values: Sequence[int]) -> Row:
    return Row(words, field, values, [f"{value}%" for value in values], wraps=False)


def _switch(words: str, field: str) -> Row:
    return Row(words, field, (False, True), ("OFF", "ON"))


ROWS = (
    _percent("MUSIC", "music", range(0, 101, 10)),
    _percent("EFFECTS", "effects", range(0, 101, 10)),
    Row("SCALING", "scaling", ("integer", "fit", "stretch"), ("WHOLE PIXELS", "FIT", "STRETCH")),
    _switch("FULLSCREEN", "fullscreen"),
    _percent("SCREEN SHAKE", "shake", range(0, 101, 20)),
    _switch("FLASHES", "flashes"),
    _switch("BIGGER HUD TEXT", "big_text"),
    Row("DIFFICULTY", "difficulty", ("story", "normal", "legion"), ("STORY", "NORMAL", "LEGION")),
    Row("LINES WORKED BY", "army_operator", (False, True), ("YOU", "THE ARMY")),
    _percent("GAME SPEED", "game_speed", range(70, 101, 5)),
)


class OptionsScreen(Screen):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tick = 0
        self._menu = Menu(tuple(row.words for row in ROWS), context.sound)
        self._values = Repeater(Control.LEFT, Control.RIGHT)

    def left(self) -> None:
        self.context.store_settings()

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if controls.pressed & {Control.BACK, Control.PAUSE}:
            self.context.sound.interface("back")
            return Pop()
        self._menu.move(controls)
        step = self._values.step(controls) or int(Control.CONFIRM in controls.pressed)
        if step:
            self._change(ROWS[self._menu.chosen], step)
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        rows = tuple((row.words, row.shown[self._position(row)]) for row in ROWS)
        draw_options(canvas, self.context.kit, OptionsPage(self._tick, rows, self._menu.chosen))

    def _position(self, row: Row) -> int:
        """The place of the present value among the row's, or of the nearest, where a file says something between."""
        value = getattr(self.context.settings, row.field)
        if value in row.values:
            return row.values.index(value)
        return min(range(len(row.values)), key=lambda place: abs(int(str(row.values[place])) - value))

    def _change(self, row: Row, step: int) -> None:
        place = self._position(row) + step
        place = place % len(row.values) if row.wraps else min(len(row.values) - 1, max(0, place))
        setattr(self.context.settings, row.field, row.values[place])
        self.context.apply_settings()
        self.context.sound.interface("move")
