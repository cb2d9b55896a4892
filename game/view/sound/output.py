"""Where the desk's sounds go: a device (`device.py`) or an array (`offline.py`). Both mix alike."""

from collections.abc import Iterable
from typing import Protocol

RATE = 44_100  # frames a second; every baked file has it


class Output(Protocol):
    """Channels by number, each with one sound at a time, and one streamed piece of music beside them.

    Sounds are named by their files in `sounds/out`. Volumes are 0 to 1. A device that is gone raises pygame.error.
    """

    def open_channels(self, count: int) -> None:
        """Before anything else."""

    def load(self, files: Iterable[str]) -> None:
        """Decodes what `play` may be asked for, unless it was already."""

    def forget(self, files: Iterable[str]) -> None:
        """Gives the memory of these back."""

    def play(self, channel: int, file: str, left: float, right: float, *, loop: bool) -> None:
        """Instead of what the channel plays."""

    def stop(self, channel: int) -> None: ...

    def hold(self, channel: int, on: bool) -> None:
        """Stops where it is, or lets it go on."""

    def is_busy(self, channel: int) -> bool:
        """It plays, or is held."""

    def set_volume(self, channel: int, left: float, right: float) -> None: ...

    def start_music(self, file: str, *, loop: bool) -> None:
        """At volume 0."""

    def set_music_volume(self, volume: float) -> None: ...

    def stop_music(self) -> None: ...

    def close(self) -> None:
        """Ends all sound and gives everything back."""
