"""What the player can set, kept from one start to the next."""

from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from game.agents.recording import Setup
from game.play import storage
from game.play.bindings import Bindings, TableName
from game.sim.world import Aids
from game.view.colour_vision import Vision

FORMAT = 1
Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]
LanguageName = Literal["auto", "en", "ja"]
DifficultyName = Literal["story", "normal", "legion"]
DIFFICULTY_NAMES: Final[tuple[DifficultyName, ...]] = ("story", "normal", "legion")
SeatName = Literal["gamera", "shared", "grid"]
PadName = Annotated[str, msgspec.Meta(max_length=256)]
Codes = tuple[int, ...]  # pygame's key codes, or numbers of buttons
BoundAnew = dict[str, Codes]  # by the control's name


class Settings(msgspec.Struct):
    """Every field has a default, so that a file may leave any of them out."""

    format: int = FORMAT
    # Picture.
    scale: Annotated[int, msgspec.Meta(ge=0, le=12)] = 0  # of a new window; 0: the largest that fits the desktop
    scaling: Literal["integer", "fit", "stretch"] = "fit"
    fullscreen: bool = False
    vsync: bool = True
    # Sound.
    master: Percent = 100
    music: Percent = 80
    effects: Percent = 80
    wires: Percent = 80
    # Play.
    difficulty: DifficultyName = "normal"
    army_operator: bool = False
    game_speed: Annotated[int, msgspec.Meta(ge=70, le=100)] = 100  # percent
    hold_to_tear: bool = False
    extra_vitality: bool = False
    # Seeing.
    shake: Percent = 100
    flash_strength: Percent = 100
    colours: Vision = "usual"
    big_text: bool = False
    language: LanguageName = "auto"
    # Who plays with what; see `seat_memory.py`.
    keyboard_seat: SeatName = "gamera"
    grid_pads: Annotated[list[PadName], msgspec.Meta(max_length=16)] = []  # names of the pads that work the grid
    # What is on another key or button than usual.
    keys: BoundAnew = {}
    buttons: BoundAnew = {}
    joystick: BoundAnew = {}

    def setup(self, stage: str, seed: int, *, trust: float = 60.0) -> Setup:
        """A game of `stage` as these settings want it."""
        aids = Aids(extra_vitality=self.extra_vitality, hold_to_tear=self.hold_to_tear)
        return Setup(stage, seed, self.difficulty, self.army_operator, trust=trust, aids=aids)

    def bindings(self) -> Bindings:
        return Bindings.changed({"keys": self.keys, "buttons": self.buttons, "joystick": self.joystick})

    def bound_anew(self, table: TableName) -> BoundAnew:
        """The part of these settings that belongs to a table of the bindings; changes to it count."""
        return {"keys": self.keys, "buttons": self.buttons, "joystick": self.joystick}[table]


def volumes(settings: Settings, *, muted: bool) -> dict[str, float]:
    """Of the groups of sounds, 0 to 1."""
    return {
        "master": 0.0 if muted else settings.master / 100,
        "music": settings.music / 100,
        "effects": settings.effects / 100,
        "wires": settings.wires / 100,
        "interface": settings.effects / 100,
    }


def settings_file() -> Path:
    return storage.home() / "settings.json"


def load_settings() -> tuple[Settings, str]:
    """The settings, and one line to show if their file could not be read."""
    return storage.read(settings_file(), Settings)


def store_settings(settings: Settings) -> str:
    """Returns nothing, or one line that says why they could not be written."""
    return storage.write(settings_file(), settings)
