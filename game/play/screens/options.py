"""The options: pages of rows, each of which shows and changes one setting at once."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.presenter import MOST_SCALE, largest_scale
from game.play.screens.menu import Menu, Repeater
from game.play.screens.question import ask_before
from game.play.screens.stack import Pop, Push, Screen, Transition
from game.play.screens.tabs import Tabs
from game.play.settings import DIFFICULTY_NAMES, Settings
from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.view.language import AUTO, LANGUAGE_NAMES, LATIN_NAMES, message, message_as
from game.view.pages.options import OptionsPage, draw_options, on_slider, percent_at, rows_area, step_at
from game.view.pages.options_preview import Preview


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
    return Row(words, field, (False, True), (message_as("switch", "OFF"), message_as("switch", "ON")))


WINDOW_SIZES: Final = tuple(f"{VIEW_WIDTH * n} X {VIEW_HEIGHT * n}" for n in range(1, MOST_SCALE + 1))
PAGES: Final[dict[str, tuple[Row, ...]]] = {
    message("PLAY"): (
        Row(
            message("DIFFICULTY"),
            "difficulty",
            DIFFICULTY_NAMES,
            (message("STORY"), message("NORMAL"), message("LEGION")),
        ),
        Row(message("LINES WORKED BY"), "army_operator", (False, True), (message("YOU"), message("THE ARMY"))),
        _percent(message("GAME SPEED"), "game_speed", range(70, 101, 5)),
        Row(message("TO TEAR"), "hold_to_tear", (False, True), (message("PRESS FAST"), message("HOLD"))),
        _switch(message("EXTRA VITALITY"), "extra_vitality"),
    ),
    message("PICTURE"): (
        Row(message("WINDOW"), "scale", range(MOST_SCALE + 1), (message("AS FITS"), *WINDOW_SIZES)),
        Row(
            message("SCALING"),
            "scaling",
            ("integer", "fit", "stretch"),
            (message("WHOLE PIXELS"), message("FIT"), message("STRETCH")),
        ),
        _switch(message("FULLSCREEN"), "fullscreen"),
        _switch(message("VSYNC"), "vsync"),
    ),
    message("SOUND"): (
        _percent(message("ALL VOLUME"), "master", range(0, 101, 10)),
        _percent(message("MUSIC"), "music", range(0, 101, 10)),
        _percent(message("EFFECTS"), "effects", range(0, 101, 10)),
        _percent(message("WIRES"), "wires", range(0, 101, 10)),
    ),
    message("SEEING"): (
        Row(
            message("SCREEN SHAKE"),
            "shake",
            (100, 50, 0),
            (message("FULL"), message("REDUCED"), message_as("switch", "OFF")),
        ),
        Row(message("FLASHES"), "flash_strength", (100, 50, 0), (message("FULL"), message("REDUCED"), message("NONE"))),
        Row(
            message("COLOURS"),
            "colours",
            ("usual", "protan", "deutan", "tritan"),
            (message("USUAL"), message("PROTAN"), message("DEUTAN"), message("TRITAN")),
        ),
        Row(message("HUD TEXT"), "big_text", (False, True), (message("NORMAL"), message("LARGE"))),
        Row(message("LANGUAGE"), "language", (AUTO, *LANGUAGE_NAMES), (message("AUTO"), *LANGUAGE_NAMES.values())),
    ),
}
RESET_PAGE, RESET_ALL = message("THIS PAGE TO DEFAULTS"), message("ALL PAGES TO DEFAULTS")
COMMANDS: Final = (RESET_PAGE, RESET_ALL)  # below the settings of every page
RESET_ASKED: Final = message("Set all options as they were at first?")
RESET_SAID: Final = {
    RESET_PAGE: message("The options of this page are as they were at first."),
    RESET_ALL: message("All options are as they were at first; keys and difficulty stay."),
}
# Changed on purpose, not to try something out; and without the language the page could not be read.
KEPT: Final = {RESET_PAGE: frozenset({"language"}), RESET_ALL: frozenset({"language", "difficulty"})}
TRIED_SOUNDS: Final = {"wires": "refused"}  # what is played to try a volume


class OptionsScreen(Screen):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tick = 0
        self._tabs = Tabs(tuple(PAGES), context.sound)
        self._open_page()
        self._values = Repeater(Control.LEFT, Control.RIGHT)
        self._dragged: Row | None = None  # whose slider's knob the mouse has hold of

    def left(self) -> None:
        self.context.store_settings()

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if self.goes_back(controls):
            return Pop()
        self._dragged = self._dragged if controls.mouse_held else None
        if self._dragged is not None:
            if controls.aims_at is not None:
                self._slide(self._dragged, controls.aims_at)
            return None
        if self._tabs.tick(controls):
            self._open_page()
            return None
        clicked = self._menu.move(controls, rows_area(len(self._menu.items)))
        if self._menu.chosen >= len(self._rows):
            if clicked or Control.CONFIRM in controls.pressed:
                return self._command(self._menu.items[self._menu.chosen])
            return None
        row = self._rows[self._menu.chosen]
        if clicked and controls.aims_at is not None:
            self._click(row, controls.aims_at)
        elif step := self._values.step(controls) or int(Control.CONFIRM in controls.pressed):
            self._change(row, step)
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        settings_rows = tuple((row.words, self._shown(row)) for row in self._rows)
        rows = (*settings_rows, *((command, "") for command in COMMANDS))
        settings = self.context.settings
        preview = Preview(settings.shake / 100, settings.flash_strength / 100, settings.big_text)
        tabs = self._tabs
        page = OptionsPage(self._tick, rows, self._menu.chosen, tabs.names, tabs.chosen, preview)
        draw_options(canvas, self.context.kit, page)

    def _open_page(self) -> None:
        self._rows = rows_of(self._tabs.name)
        self._menu = Menu((*(row.words for row in self._rows), *COMMANDS), self.context.sound)

    def _shown(self, row: Row) -> str:
        """The words of the present value. A language has its own, in Latin letters where its own cannot be drawn."""
        words = row.shown[self._position(row)]
        return words if self.context.kit.type.can_draw(words) else LATIN_NAMES[words]

    def _position(self, row: Row) -> int:
        """The place of the present value among the row's, or of the nearest, where a file says something between."""
        value = getattr(self.context.settings, row.field)
        return row.values.index(value) if value in row.values else _nearest(row, value)

    def _click(self, row: Row, point: tuple[int, int]) -> None:
        """Takes hold of a slider's knob, or steps to the next value."""
        if self._shown(row).endswith("%") and on_slider(point):
            self._dragged = row
            self._slide(row, point)
        else:
            self._change(row, step_at(point))

    def _slide(self, row: Row, point: tuple[int, int]) -> None:
        """The knob goes to the mouse."""
        if step := _nearest(row, percent_at(point)) - self._position(row):
            self._change(row, step)

    def _change(self, row: Row, step: int) -> None:
        place = self._position(row) + step
        place = place % len(row.values) if row.wraps else min(len(row.values) - 1, max(0, place))
        self._set(row.field, row.values[place])
        self.context.apply_settings()
        self.context.sound.interface(TRIED_SOUNDS.get(row.field, "move"))

    def _command(self, command: str) -> Transition | None:
        """One page is soon set again; all of them are asked about first."""
        if command == RESET_ALL:
            return Push(ask_before(self.context, RESET_ASKED, lambda: self._reset(RESET_ALL)))
        self._reset(command)
        return None

    def _reset(self, command: str) -> None:
        """The keys have a page, and a reset, of their own."""
        pages = PAGES.values() if command == RESET_ALL else (self._rows,)
        defaults = Settings()
        for row in (row for rows in pages for row in rows):
            if row.field not in KEPT[command]:
                self._set(row.field, getattr(defaults, row.field))
        self.context.apply_settings()
        self.context.notice.show(RESET_SAID[command])
        self.context.sound.interface("stamp")

    def _set(self, field: str, value: object) -> None:
        if value == getattr(self.context.settings, field):
            return
        setattr(self.context.settings, field, value)
        if field == "scale":
            self.context.presenter.set_scale(self.context.settings.scale)
        elif field == "language":
            self.context.language_asked = None
            self.context.speak()


def _nearest(row: Row, value: int) -> int:
    """The place among the row's numbers of the one nearest to `value`."""
    return min(range(len(row.values)), key=lambda place: abs(int(str(row.values[place])) - value))


def rows_of(page: str) -> tuple[Row, ...]:
    """The settings of a page of PAGES, with the values that can be chosen on this computer."""
    return tuple(_offered_here(row) for row in PAGES[page])


def _offered_here(row: Row) -> Row:
    """Of the sizes of a window, those this desktop has room for. A larger one, from another desktop, stays saved."""
    if row.field != "scale":
        return row
    offered = largest_scale() + 1
    return row._replace(values=row.values[:offered], shown=row.shown[:offered])
