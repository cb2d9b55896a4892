"""The mix as an array: what a device would play, without one, as fast as it can be computed."""

import os
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pygame

from game.view.sound.device import decoded, start_mixer

FULL_SCALE = 32768.0
DRIVER = "SDL_AUDIODRIVER"

Samples = npt.NDArray[np.int16]  # (frames, 2)
Mix = npt.NDArray[np.float32]  # (frames, 2); 1 is full scale, and it may be more


@dataclass
class Track:
    """What plays on a channel, or as music: a sound, how far it is, and the sides it had and shall have."""

    samples: Samples
    loop: bool
    before: tuple[float, float]
    sides: tuple[float, float]
    at: int = 0
    held: bool = False

    def add_to(self, mix: Mix) -> bool:
        """Adds its next frames; False when it has ended. Levels move evenly over the block, so nothing crackles."""
        count = len(mix)
        if self.loop:
            block = self.samples.take(np.arange(self.at, self.at + count), axis=0, mode="wrap")
            self.at = (self.at + count) % len(self.samples)
        else:
            block = self.samples[self.at : self.at + count]
            self.at += count
        ramp = np.linspace(self.before, self.sides, count, dtype=np.float32)[: len(block)]
        mix[: len(block)] += block * ramp
        self.before = self.sides
        return self.loop or self.at < len(self.samples)


class OfflineOutput:
    """See `Output`. `render` gives the next piece of the mix."""

    def __init__(self) -> None:
        """Sounds are decoded by pygame's mixer: where none runs, by one on SDL's dummy device."""
        if pygame.mixer.get_init() is None:
            _start_dummy_mixer()
        self._sounds: dict[str, Samples] = {}
        self._tracks: dict[int, Track] = {}  # by channel
        self._music: Track | None = None

    def render(self, frames: int) -> Mix:
        """The next so many frames of 1/44,100 s. Nothing is limited: a device would clip at 1."""
        mix: Mix = np.zeros((frames, 2), np.float32)
        if self._music is not None and not self._music.add_to(mix):
            self._music = None
        for channel, track in list(self._tracks.items()):
            if not track.held and not track.add_to(mix):
                del self._tracks[channel]
        mix /= np.float32(FULL_SCALE)
        return mix

    def open_channels(self, count: int) -> None:
        self._tracks.clear()

    def load(self, files: Iterable[str]) -> None:
        for file in files:
            if file not in self._sounds:
                self._sounds[file] = pygame.sndarray.array(decoded(file))

    def forget(self, files: Iterable[str]) -> None:
        for file in files:
            self._sounds.pop(file, None)

    def play(self, channel: int, file: str, left: float, right: float, *, loop: bool) -> None:
        self._tracks[channel] = Track(self._sounds[file], loop, (left, right), (left, right))

    def stop(self, channel: int) -> None:
        self._tracks.pop(channel, None)

    def hold(self, channel: int, on: bool) -> None:
        if channel in self._tracks:
            self._tracks[channel].held = on

    def is_busy(self, channel: int) -> bool:
        return channel in self._tracks

    def set_volume(self, channel: int, left: float, right: float) -> None:
        if channel in self._tracks:
            self._tracks[channel].sides = left, right

    def start_music(self, file: str, *, loop: bool) -> None:
        self._music = Track(pygame.sndarray.array(decoded(file)), loop, (0.0, 0.0), (0.0, 0.0))

    def set_music_volume(self, volume: float) -> None:
        if self._music is not None:
            self._music.sides = volume, volume

    def stop_music(self) -> None:
        self._music = None

    def close(self) -> None:
        """The mixer that decoded may be another's, and goes on."""
        self._tracks.clear()
        self._music = None


def as_samples(mix: Mix) -> Samples:
    """16 bits, clipped as a device clips."""
    samples: Samples = np.clip(np.rint(mix * FULL_SCALE), -FULL_SCALE, FULL_SCALE - 1).astype(np.int16)
    return samples


def _start_dummy_mixer() -> None:
    before = os.environ.get(DRIVER)
    os.environ[DRIVER] = "dummy"
    try:
        start_mixer()
    finally:
        if before is None:
            del os.environ[DRIVER]
        else:
            os.environ[DRIVER] = before
