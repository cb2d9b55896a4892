"""`SoundStage`: opens the mixer, hears a world, answers menus, plays music. Silent, and harmless, without a device."""

import logging
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pygame

from game.sim.events import Event
from game.sim.world import World
from game.view.sound.ambience import Ambience, Placed, pressure_of
from game.view.sound.desk import Desk
from game.view.sound.device import DeviceOutput, start_mixer
from game.view.sound.ducking import factor
from game.view.sound.event_sounds import Play, sounds_of
from game.view.sound.hearing import HERE, INAUDIBLE, Heard, heard_from
from game.view.sound.library import Index, MixingTable, read_index, read_mixing_table
from game.view.sound.music import MusicPlayer
from game.view.sound.output import Output
from game.view.sound.places import place_of

CROWD_DB = 1.2  # louder for each doubling of equal sounds in one frame
CROWD_MOST_DB = 4.0
MASTER = "master"

# What the screens may ask for, by their own words.
INTERFACE_SOUNDS = {
    "move": "ui_move",
    "select": "ui_select",
    "back": "ui_back",
    "refused": "switch_refused",
    "letter": "radio_blip",
    "message": "radio_open",
    "objective": "objective_done",
    "count": "score_tick",
    "stamp": "rank_stamp",
}

log = logging.getLogger(__name__)


@dataclass
class Waiting:
    """A sound that is due in `seconds`."""

    sound: Play
    heard: Heard
    seconds: float


@dataclass
class Studio:
    """What needs an output."""

    output: Output
    desk: Desk
    music: MusicPlayer


class SoundStage:
    """Everything that is heard. Whoever draws calls `hear` once a frame, or `idle` where no game is drawn.

    Volumes are 0 to 1 by group: "master" and the groups of `sounds/mixing.toml` ("music", "effects", "wires",
    "interface").
    """

    def __init__(self, index: Index, table: MixingTable, output: Output | None, chance: random.Random) -> None:
        """Plays into `output`; silent with none. `chance`: which variant of a sound plays, who chitters."""
        self._index = index
        self._table = table
        self._chance = chance
        self._volumes = dict.fromkeys((MASTER, *table.groups()), 1.0)
        self._studio = self._furnish(output) if output else None
        self._ambience = Ambience(chance)
        self._waiting: list[Waiting] = []
        self._cue: str | None = None
        self._paused = False

    @classmethod
    def open(cls, volumes: Mapping[str, float] | None = None) -> "SoundStage":
        """Starts the mixer unless it runs. Without a device all goes on in silence, and the log says so once."""
        stage = cls(read_index(), read_mixing_table(), _device(), random.Random())
        for group, volume in (volumes or {}).items():
            stage.set_volume(group, volume)
        return stage

    @property
    def silent(self) -> bool:
        """There is no device."""
        return self._studio is None

    @property
    def desk(self) -> Desk | None:
        """What plays; none without a device."""
        return self._studio.desk if self._studio else None

    def _furnish(self, output: Output) -> Studio:
        desk = Desk(self._index, self._table, self._volumes, output, self._chance)
        return Studio(output, desk, MusicPlayer(self._index, output, desk.stems))

    # ---- devices come and go

    def device_removed(self) -> None:
        """A sound device was unplugged: goes on, with the music from its start, on the one the system now prefers."""
        if self._studio is not None:
            self._studio.output.close()
            self._studio = None
            self._find_device()

    def device_added(self) -> None:
        """A sound device was plugged in: whoever was silent plays on it."""
        if self._studio is None:
            self._find_device()

    def _find_device(self) -> None:
        output = _device()
        with self._until_lost():
            self._studio = self._furnish(output) if output else None
            if self._studio is not None:
                self._studio.music.ask(self._cue)

    @contextmanager
    def _until_lost(self) -> Iterator[None]:
        """A mixer that fails in here, because its device has gone or another program ended it, leaves silence."""
        try:
            yield
        except pygame.error as error:
            log.warning("the sound device is lost, playing in silence (%s)", error)
            self._studio = None

    # ---- called by whoever draws

    def hear(self, world: World, events: Sequence[Event], camera_x: float, dt: float) -> None:
        """One drawn frame of a game: `events` since the last frame, `camera_x` the world x of the picture's left edge,
        `dt` seconds of real time since then."""
        if self._studio is None:
            return
        loops = self._ambience.listen(world, events, camera_x, dt)
        for sound, x, count in _gathered(world, events, camera_x):
            heard = heard_from(x, camera_x) if x is not None else HERE
            crowd = min(CROWD_MOST_DB, CROWD_DB * math.log2(count))
            self._schedule(Play(sound.sound, sound.decibels + crowd, sound.after), heard)
        for sound, x in self._ambience.singles(world, camera_x, dt):
            self._schedule(sound, heard_from(x, camera_x) if x is not None else HERE)
        self._studio.music.pressure = pressure_of(world)
        self._advance(self._studio, dt, loops)

    def idle(self, dt: float) -> None:
        """One drawn frame of a screen without a game: loops fade away, music and ducking move on."""
        if self._studio is not None:
            self._advance(self._studio, dt, {})

    def _schedule(self, sound: Play, heard: Heard) -> None:
        if heard.gain >= INAUDIBLE:
            self._waiting.append(Waiting(sound, heard, sound.after))

    def load_rest(self) -> None:
        """Decodes all effects that are not yet, at most 0.3 s: where nobody minds. Else it is one a frame."""
        if self._studio is not None:
            with self._until_lost():
                self._studio.desk.load_rest()

    def _advance(self, studio: Studio, seconds: float, loops: dict[str, Heard]) -> None:
        with self._until_lost():
            studio.desk.load_next()
            if not self._paused:
                self._play_due(studio.desk, seconds)
                studio.desk.advance(seconds, loops)
            paused = factor(self._table.paused_music) if self._paused else 1.0
            studio.music.advance(seconds, studio.desk.bus_volume("music") * paused)

    def _play_due(self, desk: Desk, seconds: float) -> None:
        for waiting in self._waiting:
            waiting.seconds -= seconds
        due = [waiting for waiting in self._waiting if waiting.seconds <= 0]
        self._waiting = [waiting for waiting in self._waiting if waiting.seconds > 0]
        for waiting in due:
            desk.play(waiting.sound.sound, waiting.sound.decibels, waiting.heard)

    # ---- called by screens

    def interface(self, name: str) -> None:
        """A sound of the menus: a key of `INTERFACE_SOUNDS`. KeyError for any other."""
        sound = INTERFACE_SOUNDS[name]
        if self._studio is not None:
            with self._until_lost():
                self._studio.desk.play(sound)

    def music(self, name: str | None) -> None:
        """Fades to the cue `name`, or to silence. ValueError where there is no such cue, device or not."""
        if name is not None and name not in self._index.cues:
            raise ValueError(f"no music {name!r}; there are {', '.join(sorted(self._index.cues))}")
        self._cue = name
        if self._studio is not None:
            with self._until_lost():
                self._studio.music.ask(name)

    def pause(self, on: bool) -> None:
        """Stops the game's sounds where they are; music goes on, softer, and the interface still answers."""
        self._paused = on
        if self._studio is not None:
            with self._until_lost():
                self._studio.desk.hold(on)

    def leave(self) -> None:
        """The game is left: its effects and loops end at once."""
        self._waiting.clear()
        self._ambience = Ambience(self._chance)
        if self._studio is not None:
            with self._until_lost():
                self._studio.desk.silence()

    def set_volume(self, bus: str, volume: float) -> None:
        """`bus` is "master" or a group of the mixing table; ValueError for others, and outside 0 to 1."""
        if bus not in self._volumes:
            raise ValueError(f"no volume {bus!r}; there are {', '.join(self._volumes)}")
        if not 0 <= volume <= 1:
            raise ValueError(f"volume {volume} of {bus!r} is not between 0 and 1")
        self._volumes[bus] = float(volume)

    def close(self) -> None:
        """Ends all sound and gives the device back."""
        if self._studio is not None:
            self._studio.output.close()
            self._studio = None


def _device() -> DeviceOutput | None:
    """None, with a line in the log, where there is none."""
    try:
        start_mixer()
    except pygame.error as error:
        log.warning("no sound device, playing in silence (%s)", error)
        return None
    return DeviceOutput()


def _gathered(world: World, events: Sequence[Event], camera_x: float) -> list[tuple[Play, float | None, int]]:
    """Sounds of a frame's events, equal ones as one: where the nearest of them was, and how many they were."""
    groups: dict[tuple[str, float], list[Placed]] = {}
    for event in events:
        x = place_of(event, world, camera_x)
        for sound in sounds_of(event):
            groups.setdefault((sound.sound, sound.after), []).append((sound, x))
    gathered = []
    for group in groups.values():
        sound, x = max(group, key=lambda placed: heard_from(placed[1], camera_x).gain if placed[1] is not None else 1.0)
        gathered.append((sound, x, len(group)))
    return gathered
