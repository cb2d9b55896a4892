"""What the player can set, kept from one start to the next."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from game.play import storage

FORMAT = 1
Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]


class Settings(msgspec.Struct):
    """Every field has a default, so that a file may leave any of them out."""

    format: int = FORMAT
    music: Percent = 80
    effects: Percent = 80
    scaling: Literal["integer", "fit", "stretch"] = "fit"
    fullscreen: bool = False
    shake: Percent = 100
    flashes: bool = True
    big_text: bool = False
    difficulty: Literal["story", "normal", "legion"] = "normal"
    army_operator: bool = False
    game_speed: Annotated[int, msgspec.Meta(ge=70, le=100)] = 100  # percent


def settings_file() -> Path:
    return storage.home() / "settings.json"


def load_settings() -> tuple[Settings, str]:
    """The settings, and one line to show if their file could not be read."""
    return storage.read(settings_file(), Settings)


def store_settings(settings: Settings) -> str:
    """Returns nothing, or one line that says why they could not be written."""
    return storage.write(settings_file(), settings)
