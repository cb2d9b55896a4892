"""The recordings kept of every play: which files they are, how many, and which of them give way.

They lie in `<the player's folder>/replays`, named by the moment the play began. Only files with such a name are ever
removed: who wants to keep one for good renames it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.agents.recording import Header, RecordingError, read_header
from game.play import storage

MOST_KEPT = 20
SUFFIX = ".replay"
NAMED_BY_US = re.compile(r"\d{8}-\d{6}(-\d+)?-[a-z0-9_]+\.replay")


def recordings_folder() -> Path:
    return storage.home() / "replays"


class RecordingKeeper:
    """Gives every play a file of its own, and lets the oldest go."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = datetime.now) -> None:
        self._folder = folder
        self._now = now
        self._file: Path | None = None
        self._began = ""  # local date and time of the present play; empty before its first `write`

    def write(self, content: Callable[[str], bytes], stage: str) -> None:
        """Puts the present play's file in place of what was written of it before. OSError where it cannot.

        `content` is given the date and time at which the play began. It is written without waiting for the disk, as
        that may take longer than a frame: killing the game loses nothing, a power cut may lose this one file.
        """
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = self._new_file(stage)
        half_written = self._file.with_name(f".{self._file.name}.tmp")
        try:
            half_written.write_bytes(content(self._began))
            half_written.replace(self._file)
        except OSError:
            half_written.unlink(missing_ok=True)
            raise
        self._let_the_oldest_go()

    def next_play(self) -> None:
        """What is written from now on is another play."""
        self._file = None

    def _new_file(self, stage: str) -> Path:
        moment = self._now()
        self._began = moment.isoformat(" ", "minutes")
        name = re.sub(r"[^a-z0-9]+", "_", Path(stage).stem.lower())[:40] or "_"
        stamp = moment.strftime("%Y%m%d-%H%M%S")
        file, number = self._folder / f"{stamp}-{name}{SUFFIX}", 2
        while file.exists():
            file, number = self._folder / f"{stamp}-{number}-{name}{SUFFIX}", number + 1
        return file

    def _let_the_oldest_go(self) -> None:
        """By their names; the present play stays even if the computer's clock was put back."""
        ours = sorted(file for file in self._folder.iterdir() if NAMED_BY_US.fullmatch(file.name))
        for file in [file for file in ours if file != self._file][: -(MOST_KEPT - 1)]:
            file.unlink()


@dataclass(frozen=True)
class ListedRecording:
    """One row of the list; `header` is None for a file that is no recording of this version."""

    file: Path
    header: Header | None


def list_recordings(folder: Path) -> tuple[ListedRecording, ...]:
    """The newest first; those that cannot be read come last."""
    try:
        files = [file for file in folder.iterdir() if file.suffix == SUFFIX and file.is_file()]
    except OSError:  # the folder is made with the first recording
        return ()
    listed = [_listed(file) for file in sorted(files, reverse=True)]
    return tuple(sorted(listed, key=lambda row: row.header.recorded if row.header else "", reverse=True))


def _listed(file: Path) -> ListedRecording:
    try:
        return ListedRecording(file, read_header(file))
    except RecordingError:
        return ListedRecording(file, None)
