"""A list with one chosen row, moved by keys, stick or mouse."""

import pygame

from game.play.bindings import Control
from game.play.latch import Controls
from game.view.pages.chrome import row_at
from game.view.sound import SoundStage

FIRST_REPEAT = 22  # ticks a direction is held before it repeats
NEXT_REPEATS = 6


class Repeater:
    """Turns a held direction into steps: one at once, then, after a while, more."""

    def __init__(self, less: Control, more: Control) -> None:
        self._less = less
        self._more = more
        self._held_for = 0

    def step(self, controls: Controls) -> int:
        """-1, 0 or +1 this tick."""
        direction = (self._more in controls.held) - (self._less in controls.held)
        if controls.pressed & {self._less, self._more} or not direction:
            self._held_for = 0
            return direction if direction else 0
        self._held_for += 1
        late = self._held_for - FIRST_REPEAT
        return direction if late >= 0 and late % NEXT_REPEATS == 0 else 0


class Menu:
    """`chosen` is the row the player is on."""

    def __init__(self, items: tuple[str, ...], sound: SoundStage) -> None:
        self.items = items
        self.chosen = 0
        self._sound = sound
        self._rows = Repeater(Control.UP, Control.DOWN)
        self._pointed: tuple[int, int] | None = None  # where the mouse was; at rest it leaves the choice to the keys
        self._opened = False

    def move(self, controls: Controls, area: pygame.Rect | None = None) -> bool:
        """Says whether a row was clicked. `area` is what the rows fill on the canvas; None: there is no mouse here."""
        step = self._rows.step(controls)
        if step:
            self._choose((self.chosen + step) % len(self.items))
        moved = self._opened and controls.aims_at != self._pointed
        self._opened, self._pointed = True, controls.aims_at
        if area is None or controls.aims_at is None or not (moved or controls.clicked):
            return False
        row = row_at(area, len(self.items), controls.aims_at)
        if row is None:
            return False
        self._choose(row)
        return controls.clicked

    def confirmed(self, controls: Controls, area: pygame.Rect | None = None) -> str | None:
        """Moves, then says which row was confirmed this tick, if any."""
        clicked = self.move(controls, area)
        if not clicked and Control.CONFIRM not in controls.pressed:
            return None
        self._sound.interface("select")
        return self.items[self.chosen]

    def _choose(self, row: int) -> None:
        if row != self.chosen:
            self.chosen = row
            self._sound.interface("move")
