"""Who was mashing a moment ago has not read the page that came up: no press means anything until his hands rest."""

from game.play.latch import Controls

STEADY_TICKS = 40  # without a press, before one means anything
STEADY_MOST = 180  # ticks after which any press counts


class RestingHands:
    """Advance it with `rest` once a tick."""

    def __init__(self) -> None:
        self._tick = 0
        self._quiet = 0  # ticks without a press

    @property
    def steady(self) -> bool:
        """They have rested since the page came up, or have had time enough for it."""
        return self._quiet >= STEADY_TICKS or self._tick >= STEADY_MOST

    def rest(self, controls: Controls) -> bool:
        """One tick; whether its presses count."""
        if self.steady:
            return True
        self._tick += 1
        pressed = controls.pressed or controls.clicked or controls.clicked_right
        self._quiet = 0 if pressed else self._quiet + 1
        return False
