"""The mixing desk: an output's channels, shared out by bus and priority, and what is plugged into them."""

import math
import random
from dataclasses import dataclass

from game.view.sound.ducking import Ducking, factor
from game.view.sound.hearing import HERE, Heard
from game.view.sound.library import Index, MixingTable
from game.view.sound.output import Output

STEMS = 3  # channels kept for music
LOOP_FOLLOWS = 0.12  # seconds a loop takes for most of the way to a new loudness
FIRST_NEEDED = "interface"  # the bus that a title screen plays on
FAR_FROM = 0.5  # gain by distance under which a sound is heard as from streets away, where it is baked so
FAR = "_far"  # ends the name of such a sound
LOOP_ENDS = 0.004  # gain under which a loop stops


@dataclass
class Voice:
    """One effect that sounds."""

    channel: int
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

    channel: int
    file: str
    bus: str
    gain: float = 0.0
    pan: float = 0.0


class Desk:
    """Effects are decoded one by one, by `load_next` while a screen has time for it, or when they are first played.

    All of them are 51 MB and take about 0.35 s, the longest 7 ms.
    """

    def __init__(
        self, index: Index, table: MixingTable, volumes: dict[str, float], output: Output, chance: random.Random
    ) -> None:
        """`chance`: sound's own dice; which variant plays is no matter of the rules."""
        self.table = table
        self.volumes = volumes
        self.ducking = Ducking(table)
        self._output = output
        self._chance = chance
        self._records = index.effects
        self._variants = index.variants()
        loops = sorted(name for name, effect in index.effects.items() if effect.loop)
        first = STEMS + len(loops)
        output.open_channels(first + table.one_shots)
        by_need = sorted(index.effects, key=lambda name: index.effects[name].bus == FIRST_NEEDED)
        self._undecoded = [file_of(name) for name in by_need]  # the next one last
        self.stems = list(range(STEMS))
        self.loops = {
            name: Loop(STEMS + number, file_of(name), self._records[name].bus) for number, name in enumerate(loops)
        }
        self._pool = list(range(first, first + table.one_shots))
        self._voices: list[Voice] = []
        self._last_played: dict[str, float] = {}  # by bus, in seconds of `_now`
        self._last_variant: dict[str, str] = {}
        self._now = 0.0
        self._room = 1.0  # factor on all effects: under 1 while they crowd

    # ---- effects

    def load_next(self) -> None:
        """Decodes one more of those that were not yet."""
        if self._undecoded:
            self._output.load((self._undecoded.pop(),))

    def load_rest(self) -> None:
        """Decodes all of them, so that none is late."""
        self._output.load(self._undecoded)
        self._undecoded.clear()

    def play(self, sound: str, decibels: float = 0.0, heard: Heard = HERE) -> None:
        """One effect. A full bus or an exhausted pool drops the least: the oldest of lowest priority, or this one."""
        name = self._draw(self._as_heard(sound, heard))
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
        self._output.load((file_of(name),))
        self._output.play(channel, file_of(name), *self._sides(voice), loop=False)
        if heard.gain * gain > 0.3:
            self.ducking.sounded(bus, record.seconds)

    def _as_heard(self, sound: str, heard: Heard) -> str:
        far = sound + FAR
        return far if heard.gain < FAR_FROM and far in self._variants else sound

    def _draw(self, sound: str) -> str:
        """A variant, never the same twice running."""
        variants = self._variants[sound]
        fresh = [name for name in variants if name != self._last_variant.get(sound)] or variants
        self._last_variant[sound] = self._chance.choice(fresh)
        return self._last_variant[sound]

    def _free_channel(self, bus: str) -> int | None:
        self._voices = [voice for voice in self._voices if self._output.is_busy(voice.channel)]
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

    def _take_over(self, voice: Voice) -> int:
        self._voices.remove(voice)
        return voice.channel

    @property
    def sounding(self) -> list[Voice]:
        """The effects that sound now."""
        return [voice for voice in self._voices if self._output.is_busy(voice.channel)]

    @property
    def room(self) -> float:
        """Factor on all effects: under 1 while they crowd."""
        return self._room

    # ---- all the time

    def advance(self, seconds: float, ambience: dict[str, Heard]) -> None:
        """Moves ducks and loops by `seconds`; `ambience` is what each loop should be, silence where it is not named."""
        self._now += seconds
        self.ducking.advance(seconds)
        self._room = min(1.0, self._room + seconds / self.table.duck_up)
        self._make_room()
        for voice in self._voices:
            if self._output.is_busy(voice.channel):
                self._output.set_volume(voice.channel, *self._sides(voice))
        share = min(1.0, seconds / LOOP_FOLLOWS)
        for name, loop in self.loops.items():
            goal = ambience.get(name)
            self._steer(loop, goal, share)

    def _steer(self, loop: Loop, goal: Heard | None, share: float) -> None:
        sounds = self._output.is_busy(loop.channel)
        loop.gain += ((goal.gain if goal else 0.0) - loop.gain) * share
        if goal:
            loop.pan = loop.pan + (goal.pan - loop.pan) * share if sounds else goal.pan
        if loop.gain < LOOP_ENDS:
            self._output.stop(loop.channel)
            return
        sides = Heard(loop.gain, loop.pan).sides(self._volume(loop.bus))
        if sounds:
            self._output.set_volume(loop.channel, *sides)
        else:
            self._output.load((loop.file,))
            self._output.play(loop.channel, loop.file, *sides, loop=True)

    def _make_room(self) -> None:
        """Turns all effects down where their sum would pass `crowded_from`: channels clip, they do not limit."""
        together = sum(voice.power_at(self._now) for voice in self._voices)
        allowed = 10 ** (self.table.crowded_from / 10)
        if together > allowed:
            self._room = min(self._room, math.sqrt(allowed / together))

    def _sides(self, voice: Voice) -> tuple[float, float]:
        return voice.heard.sides(self._volume(voice.bus) * voice.gain * self._room)

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
        for channel in self._channels():
            self._output.hold(channel, on)

    def silence(self) -> None:
        """Ends every effect and loop at once."""
        for channel in self._channels():
            self._output.stop(channel)
        self._voices.clear()
        for loop in self.loops.values():
            loop.gain = 0.0

    def _channels(self) -> list[int]:
        """All but the stems'."""
        return [*(loop.channel for loop in self.loops.values()), *self._pool]


def file_of(effect: str) -> str:
    return f"{effect}.ogg"
