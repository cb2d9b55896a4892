"""What every screen works with."""

from dataclasses import dataclass, field

from game.play.input import Input
from game.play.notice import Notice
from game.play.pads import Pads
from game.play.presenter import Presenter
from game.play.saves import Saves, store_saves
from game.play.settings import Settings, store_settings
from game.view.kit import Kit
from game.view.picture import LookSettings
from game.view.sound import SoundStage


@dataclass
class Context:
    presenter: Presenter
    input: Input
    pads: Pads
    sound: SoundStage
    kit: Kit
    settings: Settings
    saves: Saves
    muted: bool
    version: str
    notice: Notice = field(default_factory=Notice)

    def play_music(self, cue: str) -> None:
        """A stage file may name a cue that does not exist; then there is silence."""
        try:
            self.sound.music(cue)
        except ValueError:
            self.sound.music(None)

    def look(self) -> LookSettings:
        """The settings that change how a stage looks."""
        return LookSettings(
            shake=self.settings.shake / 100, flashes=self.settings.flashes, big_text=self.settings.big_text
        )

    def apply_settings(self) -> None:
        """Makes sound and window follow the settings."""
        self.sound.set_volume("master", 0.0 if self.muted else 1.0)
        self.sound.set_volume("music", self.settings.music / 100)
        self.sound.set_volume("effects", self.settings.effects / 100)
        self.sound.set_volume("wires", self.settings.effects / 100)
        self.sound.set_volume("interface", self.settings.effects / 100)
        self.presenter.scaling = self.settings.scaling
        self.presenter.set_fullscreen(self.settings.fullscreen)

    def store_settings(self) -> None:
        self.notice.show(store_settings(self.settings))

    def store_saves(self) -> None:
        self.notice.show(store_saves(self.saves))
