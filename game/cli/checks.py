"""Bad input is said before anything else is done. What comes back from here can be used."""

import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.sim.stage import Stage


class BadInputError(Exception):
    """What the user gave cannot be used. The message is one line."""


def checked_stage(name: str) -> "Stage":
    from game.sim.stage_file import StageError, load_stage

    try:
        stage = load_stage(name)
    except StageError as error:
        raise BadInputError(str(error)) from None
    places = files("sprites") / "atlas" / "places"
    known = sorted(place.name for place in places.iterdir() if (place / "place.json").is_file())
    if stage.place not in known:
        raise BadInputError(f"{name}: place: expected one of {', '.join(known)}, got {stage.place!r}")
    return stage


def checked_bot(name: str) -> None:
    from game.agents.bots import make_bot

    try:
        make_bot(name, 0)
    except ValueError as error:
        raise BadInputError(str(error)) from None


def check_can_be_written(path: Path | None) -> None:
    """Says before minutes of play, not after, that a result could not be kept."""
    if path is None:
        return
    if path.is_dir():
        raise BadInputError(f"{path}: is a folder")
    if not path.absolute().parent.is_dir():
        raise BadInputError(f"{path}: there is no folder {path.absolute().parent}")
    if not os.access(path if path.exists() else path.absolute().parent, os.W_OK):
        raise BadInputError(f"{path}: may not be written")


def write(path: Path, content: bytes) -> None:
    from game.play.storage import write_bytes

    try:
        write_bytes(path, content)
    except OSError as error:
        raise BadInputError(f"{path}: {error.strerror}") from None


def quiet_pygame() -> None:
    """pygame greets on standard output, which is for our own."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
