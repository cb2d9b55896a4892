"""The mixing desk: channels of pygame's mixer, shared out by bus and priority, and what is plugged into them."""

import io
import math
import random
from dataclasses import dataclass

import pygame

from game.view.sound.ducking import Ducking, factor
from game.view.sound.hearing import HERE, Heard
from game.view.sound.library import Index, MixingTable, sound_file

STEMS = 3  # channels kept for music
LOOP_FOLLOWS = 0.12  # seconds a loop takes for most of the way to a new loudness
LOOP_ENDS = 0.004  # gain under which a loop stops


@dataclass
class Voice:
    """One effect that sounds."""

    channel: pygame.mixer.Channel
    bus: str
    priority: int
    gain: float
    heard: Heard
    began: float
    seconds: float
    power: float  # of its loudest moment at 0 dB; powers add up where loudness does not

    def power_at(self, now: float) -> float:
        """What it adds to the sum now: effects are loudest at the start and fade about evenly."""
        left = max(0.0, 1 - (now - self.began) / self.seconds)
        return self.power * (self.gain * self.heard.gain) ** 2 * left


@dataclass
class Loop:
    """One loop on its own channel; it sounds while its gain is above nothing."""

    channel: pygame.mixer.Channel
    sound: pygame.mixer.Sound
    bus: str
    gain: float = 0.0
    pan: float = 0.0


class Desk:
    """Needs an initialised mixer. Loads every effect, about 0.2 s and 30 MB."""

    def __init__(self, index: Index, table: MixingTable, volumes: dict[str, float]) -> None:
        self.table = table
        self.volumes = volumes
        self.ducking = Ducking(table)
        self._chance = random.Random()  # sound's own dice: which variant plays is no matter of the rules
        loops = sorted(name for name, effect in index.effects.items() if effect.loop)
        pygame.mixer.set_num_channels(STEMS + len(loops) + table.one_shots)
        pygame.mixer.set_reserved(STEMS)
        self.stems = [pygame.mixer.Channel(number) for number in range(STEMS)]
        self._records = index.effects
        self._variants = index.variants()
        self._sounds = {name: load(f"{name}.ogg") for name in index.effects}
        self.loops = {
            name: Loop(pygame.mixer.Channel(STEMS + number), self._sounds[name], self._records[name].bus)
            for number, name in enumerate(loops)
        }
        first = STEMS + len(loops)
        self._pool = [pygame.mixer.Channel(first + number) for number in range(table.one_shots)]
        self._voices: list[Voice] = []
        self._last_played: dict[str, float] = {}  # by bus, in seconds of `_now`
        self._last_variant: dict[str, str] = {}
        self._now = 0.0
        self._room = 1.0  # factor on all effects: under 1 while they crowd

    # ---- effects

    def play(self, sound: str, decibels: float = 0.0, heard: Heard = HERE) -> None:
        """One effect. A full bus or an exhausted pool drops the least: the oldest of lowest priority, or this one."""
        name = self._draw(sound)
        record = self._records[name]
        bus = record.bus
        row = self.table.bus[bus]
        if self._now - self._last_played.get(bus, -1.0) < row.gap:
            return
        channel = self._free_channel(bus)
        if channel is None:
            return
        self._last_played[bus] = self._now
        gain = factor(decibels)
        power = 10 ** (record.lufs / 10)
        voice = Voice(channel, bus, row.priority, gain, heard, self._now, record.seconds, power)
        self._voices.append(voice)
        self._make_room()
        channel.stop()  # playing over a busy channel would reset the pan set below
        self._set(voice)
        channel.play(self._sounds[name])
        if heard.gain * gain > 0.3:
            self.ducking.sounded(bus, record.seconds)

    def _draw(self, sound: str) -> str:
        """A variant, never the same twice running."""
        variants = self._variants[sound]
        fresh = [name for name in variants if name != self._last_variant.get(sound)] or variants
        self._last_variant[sound] = self._chance.choice(fresh)
        return self._last_variant[sound]

    def _free_channel(self, bus: str) -> pygame.mixer.Channel | None:
        self._voices = [voice for voice in self._voices if voice.channel.get_busy()]
        row = self.table.bus[bus]
        own = [voice for voice in self._voices if voice.bus == bus]
        if len(own) >= row.voices:
            return self._take_over(min(own, key=lambda voice: voice.began))
        taken = [voice.channel for voice in self._voices]
        for channel in self._pool:
            if channel not in taken:
                return channel
        least = min(self._voices, key=lambda voice: (voice.priority, voice.began))
        return self._take_over(least) if least.priority < row.priority else None

    def _take_over(self, voice: Voice) -> pygame.mixer.Channel:
        self._voices.remove(voice)
        return voice.channel

    # ---- all the time

    def advance(self, seconds: float, ambience: dict[str, Heard]) -> None:
        """Moves ducks and loops by `seconds`; `ambience` is what each loop should be, silence where it is not named."""
        self._now += seconds
        self.ducking.advance(seconds)
        self._room = min(1.0, self._room + seconds / self.table.duck_up)
        self._make_room()
        for voice in self._voices:
            if voice.channel.get_busy():
                self._set(voice)
        share = min(1.0, seconds / LOOP_FOLLOWS)
        for name, loop in self.loops.items():
            goal = ambience.get(name)
            self._steer(loop, goal, share)

    def _steer(self, loop: Loop, goal: Heard | None, share: float) -> None:
        loop.gain += ((goal.gain if goal else 0.0) - loop.gain) * share
        if goal:
            loop.pan = goal.pan if not loop.channel.get_busy() else loop.pan + (goal.pan - loop.pan) * share
        if loop.gain < LOOP_ENDS:
            loop.channel.stop()
            return
        sides = Heard(loop.gain, loop.pan).sides(self._volume(loop.bus))
        if not loop.channel.get_busy():
            loop.channel.set_volume(*sides)
            loop.channel.play(loop.sound, loops=-1)
        else:
            loop.channel.set_volume(*sides)

    def _make_room(self) -> None:
        """Turns all effects down where their sum would pass `crowded_from`: channels clip, they do not limit."""
        together = sum(voice.power_at(self._now) for voice in self._voices)
        allowed = 10 ** (self.table.crowded_from / 10)
        if together > allowed:
            self._room = min(self._room, math.sqrt(allowed / together))

    def _set(self, voice: Voice) -> None:
        volume = self._volume(voice.bus) * voice.gain * self._room
        voice.channel.set_volume(*voice.heard.sides(volume))

    def _volume(self, bus: str) -> float:
        return self.table.channel_volume * self.bus_volume(bus)

    def bus_volume(self, bus: str) -> float:
        """The player's volume and the ducking of a bus, as one factor."""
        return self.volume(self.table.bus[bus].group) * factor(self.ducking.level[bus])

    def volume(self, group: str) -> float:
        """The player's controls as a factor; squared, because the ear hears ratios."""
        return float((self.volumes["master"] * self.volumes[group]) ** 2)

    def hold(self, on: bool) -> None:
        """Stops effects and loops where they are, or lets them go on."""
        for channel in [*(loop.channel for loop in self.loops.values()), *self._pool]:
            if on:
                channel.pause()
            else:
                channel.unpause()

    def silence(self) -> None:
        """Ends every effect and loop at once."""
        for channel in [*(loop.channel for loop in self.loops.values()), *self._pool]:
            channel.stop()
        self._voices.clear()
        for loop in self.loops.values():
            loop.gain = 0.0


def load(file: str) -> pygame.mixer.Sound:
    return pygame.mixer.Sound(file=io.BytesIO(sound_file(file).read_bytes()))
