"""The sound device, through pygame's mixer."""

import contextlib
import io
import os
from collections.abc import Iterable, Iterator

import pygame

from game.view.sound.library import sound_file
from game.view.sound.output import RATE

STANDARD_ERROR = 2  # file descriptor
SAMPLE_SIZE, SIDES, BUFFER = -16, 2, 512  # 16 bits signed, stereo, 12 ms


def start_mixer(device: str | None = None) -> None:
    """Unless it runs. pygame.error where there is no device. The mixer never takes another rate: SDL converts."""
    if pygame.mixer.get_init() is not None:
        return
    with _libraries_silenced():
        pygame.mixer.init(RATE, SAMPLE_SIZE, SIDES, BUFFER, devicename=device, allowedchanges=0)


@contextlib.contextmanager
def _libraries_silenced() -> Iterator[None]:
    """ALSA writes eight lines to standard error where there is no device; the exception says it in one."""
    try:
        kept = os.dup(STANDARD_ERROR)
    except OSError:  # closed: there is nobody to disturb
        yield
        return
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), STANDARD_ERROR)
    try:
        yield
    finally:
        os.dup2(kept, STANDARD_ERROR)
        os.close(kept)


def decoded(file: str) -> pygame.mixer.Sound:
    """Needs the mixer."""
    return pygame.mixer.Sound(file=io.BytesIO(sound_file(file).read_bytes()))


class DeviceOutput:
    """See `Output`. Needs the mixer; `close` ends it."""

    def __init__(self) -> None:
        self._channels: list[pygame.mixer.Channel] = []
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._stream: io.BytesIO | None = None  # the mixer reads from it while it plays

    def open_channels(self, count: int) -> None:
        pygame.mixer.set_num_channels(count)
        self._channels = [pygame.mixer.Channel(number) for number in range(count)]

    def load(self, files: Iterable[str]) -> None:
        for file in files:
            if file not in self._sounds:
                self._sounds[file] = decoded(file)

    def forget(self, files: Iterable[str]) -> None:
        for file in files:
            self._sounds.pop(file, None)

    def play(self, channel: int, file: str, left: float, right: float, *, loop: bool) -> None:
        if pygame.mixer.get_init() is None:  # the mixer would not raise here, but crash
            raise pygame.error("the mixer has ended")
        voice = self._channels[channel]
        voice.stop()  # playing over a busy channel would reset its sides
        voice.set_volume(left, right)
        voice.play(self._sounds[file], loops=-1 if loop else 0)

    def stop(self, channel: int) -> None:
        self._channels[channel].stop()

    def hold(self, channel: int, on: bool) -> None:
        if on:
            self._channels[channel].pause()
        else:
            self._channels[channel].unpause()

    def is_busy(self, channel: int) -> bool:
        return self._channels[channel].get_busy()

    def set_volume(self, channel: int, left: float, right: float) -> None:
        self._channels[channel].set_volume(left, right)

    def start_music(self, file: str, *, loop: bool) -> None:
        self._stream = io.BytesIO(sound_file(file).read_bytes())
        pygame.mixer.music.load(self._stream, "ogg")
        pygame.mixer.music.set_volume(0.0)
        pygame.mixer.music.play(-1 if loop else 0)

    def set_music_volume(self, volume: float) -> None:
        pygame.mixer.music.set_volume(volume)

    def stop_music(self) -> None:
        pygame.mixer.music.stop()
        pygame.mixer.music.unload()

    def close(self) -> None:
        pygame.mixer.quit()
