"""A list with one chosen row, moved by keys, stick or wheel of repeats."""

from game.play.bindings import Control
from game.play.latch import Controls
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

    def move(self, controls: Controls) -> None:
        step = self._rows.step(controls)
        if step:
            self.chosen = (self.chosen + step) % len(self.items)
            self._sound.interface("move")

    def confirmed(self, controls: Controls) -> str | None:
        """Moves, then says which row was confirmed this tick, if any."""
        self.move(controls)
        if Control.CONFIRM not in controls.pressed:
            return None
        self._sound.interface("select")
        return self.items[self.chosen]
