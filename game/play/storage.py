"""The player's folder, and how files get in and out of it without ever being lost.

Writes go to a temporary file that replaces the old one when it is whole. A file that cannot be read is set aside under
a new name, and its newest readable backup, or else the defaults, take its place; nothing but the oldest backup is ever
overwritten or deleted. A missing file is read from its backups too: who wants to start afresh removes them all.
"""

import contextlib
import os
import re
import time
from itertools import pairwise
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec
import platformdirs

from game.view.language import Sentence

HOME_VARIABLE = "GAMERA_HOME"
TEMPORARY = re.compile(r"\.(.+\.json(\.\d)?\.\d+|.+\.replay)\.tmp")  # files that are being written, by their names
LEFT_BEHIND = 3600.0  # s; nobody writes that long: who began this file was killed
MOST_BYTES = 1 << 20  # of a settings or saves file; ours are under 100 KB


class Versioned(Protocol):
    """A file of the player: it says by which version of its format it was written."""

    format: int


FileT = TypeVar("FileT", bound=Versioned)


class UnreadableError(ValueError):
    """What is wrong with a file, in a few words."""

    def __init__(self, words: Sentence) -> None:
        super().__init__(words)
        self.words = words


def home() -> Path:
    """The folder of the player's files; it need not exist yet."""
    override = os.environ.get(HOME_VARIABLE)
    return Path(override) if override else platformdirs.user_data_path("gamera-legion", appauthor=False)


def read(path: Path, kind: type[FileT], backups: int = 0) -> tuple[FileT, str]:
    """The file's content and nothing; or its newest readable backup, or the defaults of `kind`, and a line on why."""
    default = kind()
    try:
        return _parse(path, kind, default.format), ""
    except FileNotFoundError:
        loss, rest = Sentence("{file} is missing", file=path.name), ""
    except UnreadableError as problem:
        loss = _set_aside_and_say(path, problem)
        rest = Sentence("{loss}; using defaults", loss=loss)
    for backup in _backups(path, backups):
        with contextlib.suppress(FileNotFoundError, UnreadableError):
            restored = _parse(backup, kind, default.format)
            return restored, Sentence("{loss}; using its backup {backup}", loss=loss, backup=backup.name)
    return default, rest


def write(path: Path, content: Versioned, backups: int = 0) -> str:
    """Replaces the file as a whole; what it said before becomes the newest of that many backups.

    Returns nothing, or one line that says why it could not.
    """
    new = msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"
    try:
        old = _readable(path, content)
        if old == new:
            return ""
        if old:
            _back_up(path, old, backups)
        write_bytes(path, new)
    except OSError as error:
        return Sentence("{file} cannot be written ({error})", file=path.name, error=error.strerror)
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


def sweep(folder: Path) -> None:
    """Removes what killed games have left half-written in there. What cannot be removed stays."""
    with contextlib.suppress(OSError):
        for file in folder.iterdir():
            if TEMPORARY.fullmatch(file.name) and time.time() - file.stat().st_mtime > LEFT_BEHIND:
                file.unlink()


def _parse(path: Path, kind: type[FileT], expected_format: int) -> FileT:
    return _decode(_bytes(path), kind, expected_format)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UnreadableError(Sentence("unreadable ({error})", error=error.strerror)) from None
    if len(text) > MOST_BYTES:
        raise UnreadableError(Sentence("too large"))
    return text


def _decode(text: bytes, kind: type[FileT], expected_format: int) -> FileT:
    try:
        content = msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise UnreadableError(Sentence("damaged")) from None
    if content.format != expected_format:
        raise UnreadableError(Sentence("of format {found}, not {wanted}", found=content.format, wanted=expected_format))
    return content


def _readable(path: Path, content: Versioned) -> bytes:
    """What the file says now; nothing where there is none. One that is not ours to replace is set aside first."""
    try:
        text = _bytes(path)
        _decode(text, type(content), content.format)
    except FileNotFoundError:
        return b""
    except UnreadableError:
        _set_aside(path)
        return b""
    return text


def _backups(path: Path, number: int) -> list[Path]:
    """`<name>.1`, the newest, and so on."""
    return [path.with_name(f"{path.name}.{age}") for age in range(1, number + 1)]


def _back_up(path: Path, old: bytes, number: int) -> None:
    """A kill between any two steps costs the oldest backup at most."""
    backups = _backups(path, number)
    for newer, older in reversed(list(pairwise(backups))):
        with contextlib.suppress(FileNotFoundError):
            newer.replace(older)
    for newest in backups[:1]:
        write_bytes(newest, old)


def _set_aside_and_say(path: Path, problem: UnreadableError) -> Sentence:
    try:
        aside = _set_aside(path).name
        return Sentence("{file} is {problem}, kept as {aside}", file=path.name, problem=problem.words, aside=aside)
    except OSError:
        return Sentence("{file} is {problem}, and stays", file=path.name, problem=problem.words)


def _set_aside(path: Path) -> Path:
    """Moves the file to the first free name `<stem>.unreadable-<n><suffix>`."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.unreadable-{number}{path.suffix}")).exists():
        number += 1
    return path.rename(aside)
