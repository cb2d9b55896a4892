"""What every screen works with."""

from dataclasses import dataclass, field

from game.play.input import Input
from game.play.notice import Notice
from game.play.pads import Pads
from game.play.presenter import Presenter
from game.play.saves import Saves, store_saves
from game.play.settings import LanguageName, Settings, store_settings, volumes
from game.view.kit import Kit
from game.view.picture import LookSettings
from game.view.prompts import Prompts
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
    focused: bool = True  # the window has the keyboard
    language_asked: LanguageName | None = None  # on the command line; it goes before the settings, which keep their own

    def play_music(self, cue: str) -> None:
        """A stage file may name a cue that does not exist; then there is silence."""
        try:
            self.sound.music(cue)
        except ValueError:
            self.sound.music(None)

    def look(self) -> LookSettings:
        """The settings that change how a stage looks."""
        settings = self.settings
        return LookSettings(
            shake=settings.shake / 100, flashes=settings.flash_strength / 100, big_text=settings.big_text
        )

    def apply_settings(self) -> None:
        """Makes sound, window and controls follow the settings."""
        settings = self.settings
        for group, volume in volumes(settings, muted=self.muted).items():
            self.sound.set_volume(group, volume)
        self.presenter.scaling = settings.scaling
        self.presenter.vision = settings.colours
        self.presenter.set_vsync(settings.vsync)
        self.presenter.set_fullscreen(settings.fullscreen)
        self.input.lexicon.bind(settings.bindings())
        self.show_device_in_hand()

    def speak(self) -> str:
        """Draws all words in the player's language. Returns nothing, or the line that is shown on why it cannot."""
        problem = self.kit.speak(self.language_asked or self.settings.language)
        self.notice.show(problem)
        return problem

    def show_device_in_hand(self) -> None:
        """Lets what is drawn name the keys or buttons of the device that was used last, as they are bound now."""
        family = self.pads.family_in_hand()
        bindings = self.input.lexicon.bindings
        shown = self.kit.prompts
        buttons = bindings.buttons if family is None else bindings.buttons_of(family)
        if shown.family is not family or shown.keys is not bindings.keys or shown.buttons is not buttons:
            self.kit.prompts = Prompts(bindings.keys, buttons, family)

    def store_settings(self) -> None:
        self.notice.show(store_settings(self.settings))

    def store_saves(self) -> None:
        self.notice.show(store_saves(self.saves))
