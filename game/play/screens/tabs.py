"""Which of several pages is open, by keys, pad and mouse."""

from game.play.bindings import Control
from game.play.latch import Controls
from game.view.pages.tabs import tab_at
from game.view.sound import SoundStage


class Tabs:
    def __init__(self, names: tuple[str, ...], sound: SoundStage) -> None:
        self.names = names
        self.chosen = 0
        self._sound = sound

    @property
    def name(self) -> str:
        return self.names[self.chosen]

    def tick(self, controls: Controls) -> bool:
        """Whether another page was opened."""
        step = (Control.NEXT_PAGE in controls.pressed) - (Control.PREVIOUS_PAGE in controls.pressed)
        wanted = (self.chosen + step) % len(self.names)
        if controls.clicked and controls.aims_at is not None:
            clicked = tab_at(controls.aims_at, len(self.names))
            wanted = wanted if clicked is None else clicked
        if wanted == self.chosen:
            return False
        self.chosen = wanted
        self._sound.interface("move")
        return True
