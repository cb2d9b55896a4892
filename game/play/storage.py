"""The player's folder, and how files get in and out of it without ever being lost.

Writes go to a temporary file that replaces the old one when it is whole. A file that cannot be read is set aside under
a new name and the defaults take its place; nothing is overwritten or deleted.
"""

import contextlib
import os
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec
import platformdirs

HOME_VARIABLE = "GAMERA_HOME"
MOST_BYTES = 1 << 20  # of a settings or saves file; ours are under 2 KB


class Versioned(Protocol):
    """A file of the player: it says by which version of its format it was written."""

    format: int


FileT = TypeVar("FileT", bound=Versioned)


class UnreadableError(ValueError):
    """What is wrong with a file, in a few words."""


def home() -> Path:
    """The folder of the player's files; it need not exist yet."""
    override = os.environ.get(HOME_VARIABLE)
    return Path(override) if override else platformdirs.user_data_path("gamera-legion", appauthor=False)


def read(path: Path, kind: type[FileT]) -> tuple[FileT, str]:
    """The file's content and nothing, or the defaults of `kind` and one line that says why."""
    default = kind()
    try:
        return _parse(path, kind, default.format), ""
    except FileNotFoundError:
        return default, ""
    except UnreadableError as problem:
        try:
            return default, f"{path.name} is {problem}, kept as {_set_aside(path).name}; using defaults"
        except OSError as error:
            return default, f"{path.name} is {problem}, and stays as it is ({error.strerror}); using defaults"


def write(path: Path, content: Versioned) -> str:
    """Replaces the file as a whole. Returns nothing, or one line that says why it could not."""
    try:
        with contextlib.suppress(FileNotFoundError):
            _keep_unreadable(path, content)
        write_bytes(path, msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n")
    except OSError as error:
        return f"{path.name} cannot be written ({error.strerror})"
    return ""


def write_bytes(path: Path, content: bytes) -> None:
    """Writes so that after a crash or power cut there is either the old file or the new one. OSError if it cannot."""
    path = path.resolve()  # a link stays a link
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a device or pipe: replacing it would destroy it
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _parse(path: Path, kind: type[FileT], expected_format: int) -> FileT:
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES + 1)
        if len(text) > MOST_BYTES:
            raise UnreadableError("too large")
        content = msgspec.json.decode(text, type=kind)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UnreadableError(f"unreadable ({error.strerror})") from None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise UnreadableError("damaged") from None
    if content.format != expected_format:
        raise UnreadableError(f"of format {content.format}, not {expected_format}")
    return content


def _keep_unreadable(path: Path, content: Versioned) -> None:
    """Whatever lies in the way and is not ours to replace is set aside first."""
    try:
        _parse(path, type(content), content.format)
    except UnreadableError:
        _set_aside(path)


def _set_aside(path: Path) -> Path:
    """Moves the file to the first free name `<stem>.unreadable-<n><suffix>`."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.unreadable-{number}{path.suffix}")).exists():
        number += 1
    return path.rename(aside)
