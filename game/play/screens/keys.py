"""The page of keys: shows what every control is on, and binds it anew."""

from typing import NamedTuple

import pygame

from game.play.bindings import ALWAYS_PAUSES, DEFAULTS, PAUSE_KEY, Control, TableName, bind
from game.play.context import Context
from game.play.latch import Controls
from game.play.pads import TRIGGERS, trigger_pulled
from game.play.screens.menu import Repeater
from game.play.screens.question import QuestionScreen, ask_before
from game.play.screens.stack import Pop, Push, Screen, Transition
from game.play.screens.tabs import Tabs
from game.view.language import Sentence, message
from game.view.moves import KEY_NOTES, KEY_PAGES, Name
from game.view.pages.keys import KEY_PLACES, PAD_PLACES, KeysPage, KeysRow, draw_keys, place_at
from game.view.prompts import Key, PadFamily, Prompt, Prompts, key_label, pad_button

RESET = message("RESET ALL TO DEFAULTS")
RESET_ASKED = message("Set every key and button as it was at first?")
TAKE_IT, KEEP_BOTH, UNDO = message("TAKE IT AWAY THERE"), message("KEEP BOTH"), message("UNDO")
LAST_PLACE = KEY_PLACES + PAD_PLACES - 1


class Conflict(NamedTuple):
    """A key or button was put where it is asked for, and does something else as well."""

    table: TableName
    control: Control
    before: tuple[int, ...]  # what the control was on
    code: int
    rivals: tuple[Control, ...]


class KeysScreen(Screen):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tick = 0
        self._tabs = Tabs(tuple(KEY_PAGES), context.sound)
        self._row = 0
        self._place = 0
        self._waiting = False  # for what shall be on the chosen place
        self._conflict: Conflict | None = None  # to be asked about
        self._rows = Repeater(Control.UP, Control.DOWN)
        self._places = Repeater(Control.LEFT, Control.RIGHT)

    def left(self) -> None:
        self.context.store_settings()

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if self._conflict is not None:
            return self._ask_about(self._conflict)
        if self._waiting:
            self._waiting = not (controls.clicked or controls.clicked_right)  # who clicks has thought better of it
            return None
        if self.goes_back(controls):
            return Pop()
        if self._tabs.tick(controls):
            self._row = 0
            return None
        self._move(controls)
        chose = Control.CONFIRM in controls.pressed or (controls.clicked and self._point_at(controls))
        if chose and self._row == len(self._page()):
            return Push(ask_before(self.context, RESET_ASKED, self._reset))
        if chose:
            self._waiting = True
            self.context.sound.interface("select")
        elif Control.ERASE in controls.pressed and self._row < len(self._page()):
            self._bind(self._chosen_table(), None)
        return None

    def caught(self, event: pygame.Event) -> bool:
        """While a place waits, keys and buttons are what is put there."""
        if not self._waiting:
            return False
        if event.type == pygame.KEYDOWN:
            self._waiting = False
            if event.key != PAUSE_KEY and self._place < KEY_PLACES:
                self._bind("keys", event.key)
            return True
        button = self._button_of(event)
        if button is not None:
            self._waiting = False
            if self._place >= KEY_PLACES:
                self._bind(*button)
        return button is not None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        rows = tuple(self._shown(control, name) for control, name in self._page().items())
        reset = KeysRow("restart", RESET, is_command=True)
        tabs, notes = self._tabs.names, KEY_NOTES.get(self._tabs.name, ())
        page = KeysPage(
            self._tick, tabs, self._tabs.chosen, (*rows, reset), notes, self._row, self._place, self._waiting
        )
        draw_keys(canvas, self.context.kit, page)

    def _page(self) -> dict[Control, Name]:
        return KEY_PAGES[self._tabs.name]

    def _move(self, controls: Controls) -> None:
        rows = len(self._page()) + 1
        down, right = self._rows.step(controls), self._places.step(controls)
        self._row = (self._row + down) % rows
        self._place = min(LAST_PLACE, max(0, self._place + right))
        if down or right:
            self.context.sound.interface("move")

    def _point_at(self, controls: Controls) -> bool:
        """Goes to the place under the mouse; false where there is none."""
        found = place_at(controls.aims_at, len(self._page()) + 1) if controls.aims_at is not None else None
        if found is not None:
            self._row, self._place = found
        return found is not None

    def _chosen_table(self) -> TableName:
        return "keys" if self._place < KEY_PLACES else self._pad_table()

    def _pad_table(self) -> TableName:
        return "joystick" if self.context.pads.family_at_hand() is PadFamily.PLAIN else "buttons"

    def _shown(self, control: Control, name: Name) -> KeysRow:
        bindings = self.context.input.lexicon.bindings
        family = self.context.pads.family_at_hand()
        rivals = bindings.rivals("keys", control) or bindings.rivals(self._pad_table(), control)
        return KeysRow(
            name.icon,
            name.words,
            Prompts(bindings.keys).all_of(control),
            Prompts(buttons=bindings.buttons_of(family), family=family).all_of(control),
            min(map(_words_of, rivals), default=""),
            self._always(control),
        )

    def _always(self, control: Control) -> tuple[Prompt, ...]:
        """What pauses although it was taken off the row."""
        bindings, family = self.context.input.lexicon.bindings, self.context.pads.family_at_hand()
        if control is not Control.PAUSE:
            return ()
        if PAUSE_KEY not in bindings.keys[control]:
            return (Key(key_label(PAUSE_KEY)),)
        button = ALWAYS_PAUSES[self._pad_table()]
        return () if button in bindings.buttons_of(family)[control] else (pad_button(button, family),)

    def _button_of(self, event: pygame.Event) -> tuple[TableName, int] | None:
        """The table and number of the button that the event presses."""
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            return "buttons", event.button
        if event.type == pygame.JOYBUTTONDOWN and self.context.pads.is_plain_joystick(event):
            return "joystick", event.button
        if event.type == pygame.CONTROLLERAXISMOTION and trigger_pulled(event):
            return "buttons", TRIGGERS[event.axis]
        return None

    def _bind(self, table: TableName, code: int | None) -> None:
        control = list(self._page())[self._row]
        if code == ALWAYS_PAUSES[table] and control is not Control.PAUSE:
            self.context.notice.show(message("That one always pauses."))
            self.context.sound.interface("refused")
            return
        before = self.context.input.lexicon.bindings.table(table).get(control, ())
        if code in before:
            self.context.notice.show(message("It is on that one already."))
            self.context.sound.interface("refused")
            return
        place = self._place if table == "keys" else self._place - KEY_PLACES
        self._put(table, control, bind(before, place, code))
        bindings = self.context.input.lexicon.bindings
        rivals = [other for other in bindings.rivals(table, control) if code in bindings.table(table)[other]]
        if code is not None and rivals:
            self._conflict = Conflict(table, control, before, code, tuple(rivals))
        self.context.sound.interface("refused" if rivals else "select")

    def _put(self, table: TableName, control: Control, codes: tuple[int, ...]) -> None:
        """These codes are all that the control is on, from now on."""
        changes = self.context.settings.bound_anew(table)
        changes[control.name] = codes
        if codes == DEFAULTS[table].get(control, ()):
            del changes[control.name]
        self.context.apply_settings()

    def _ask_about(self, conflict: Conflict) -> Transition:
        self._conflict = None

        def answered(answer: str) -> Transition:
            if answer == UNDO:
                self._put(conflict.table, conflict.control, conflict.before)
            elif answer == TAKE_IT:
                table = self.context.input.lexicon.bindings.table(conflict.table)
                for rival in conflict.rivals:
                    self._put(conflict.table, rival, tuple(code for code in table[rival] if code != conflict.code))
            return Pop()

        other = Sentence(min(map(_words_of, conflict.rivals)))
        words = Sentence("This already does: {other}.", other=other)
        return Push(QuestionScreen(self.context, words, answered, (UNDO, TAKE_IT, KEEP_BOTH), back=UNDO))

    def _reset(self) -> None:
        for changes in (self.context.settings.keys, self.context.settings.buttons, self.context.settings.joystick):
            changes.clear()
        self.context.apply_settings()
        self.context.notice.show(message("Every key and button is as it was at first."))
        self.context.sound.interface("stamp")


def _words_of(control: Control) -> str:
    """As on its row of the page."""
    return next(page[control].words for page in KEY_PAGES.values() if control in page)
