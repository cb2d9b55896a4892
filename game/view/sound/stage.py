"""`SoundStage`: opens the mixer, hears a world, answers menus, plays music. Silent, and harmless, without a device."""

import logging
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.sim.events import Event
from game.sim.world import World
from game.view.sound.ambience import Ambience, Placed, pressure_of
from game.view.sound.desk import Desk
from game.view.sound.ducking import factor
from game.view.sound.event_sounds import Play, sounds_of
from game.view.sound.hearing import HERE, INAUDIBLE, Heard, heard_from
from game.view.sound.library import Index, MixingTable, read_index, read_mixing_table
from game.view.sound.music import MusicPlayer
from game.view.sound.places import place_of

RATE, SAMPLE_SIZE, CHANNELS, BUFFER = 44_100, -16, 2, 512  # 16 bits signed, stereo, 12 ms
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


class SoundStage:
    """Everything that is heard. Whoever draws calls `hear` once a frame, or `idle` where no game is drawn.

    Volumes are 0 to 1 by group: "master" and the groups of `sounds/mixing.toml` ("music", "effects", "interface").
    """

    def __init__(self, index: Index, table: MixingTable, volumes: dict[str, float], desk: Desk | None) -> None:
        self._index = index
        self._table = table
        self._volumes = volumes
        self._desk = desk
        self._music = MusicPlayer(index, desk.stems) if desk else None
        self._ambience = Ambience()
        self._waiting: list[Waiting] = []
        self._paused = False

    @classmethod
    def open(cls, volumes: Mapping[str, float] | None = None) -> "SoundStage":
        """Starts the mixer unless it runs. Without a device all goes on in silence, and the log says so once."""
        index, table = read_index(), read_mixing_table()
        levels = dict.fromkeys((MASTER, *table.groups()), 1.0)
        stage = cls(index, table, levels, None)
        for group, volume in (volumes or {}).items():
            stage.set_volume(group, volume)
        if pygame.mixer.get_init() is None:
            try:
                pygame.mixer.init(RATE, SAMPLE_SIZE, CHANNELS, BUFFER)
            except pygame.error as error:
                log.warning("no sound device, playing in silence (%s)", error)
                return stage
        return cls(index, table, levels, Desk(index, table, levels))

    @property
    def silent(self) -> bool:
        """There is no device."""
        return self._desk is None

    # ---- called by whoever draws

    def hear(self, world: World, events: Sequence[Event], camera_x: float, dt: float) -> None:
        """One drawn frame of a game: `events` since the last frame, `camera_x` the world x of the picture's left edge,
        `dt` seconds of real time since then."""
        if self._desk is None or self._music is None:
            return
        loops = self._ambience.listen(world, events, camera_x, dt)
        for sound, x, count in _gathered(world, events, camera_x):
            heard = heard_from(x, camera_x) if x is not None else HERE
            crowd = min(CROWD_MOST_DB, CROWD_DB * math.log2(count))
            self._schedule(Play(sound.sound, sound.decibels + crowd, sound.after), heard)
        for sound, x in self._ambience.singles(world, camera_x, dt):
            self._schedule(sound, heard_from(x, camera_x) if x is not None else HERE)
        self._music.pressure = pressure_of(world)
        self._advance(self._desk, self._music, dt, loops)

    def idle(self, dt: float) -> None:
        """One drawn frame of a screen without a game: loops fade away, music and ducking move on."""
        if self._desk is not None and self._music is not None:
            self._advance(self._desk, self._music, dt, {})

    def _schedule(self, sound: Play, heard: Heard) -> None:
        if heard.gain >= INAUDIBLE:
            self._waiting.append(Waiting(sound, heard, sound.after))

    def _advance(self, desk: Desk, music: MusicPlayer, seconds: float, loops: dict[str, Heard]) -> None:
        if not self._paused:
            self._play_due(desk, seconds)
            desk.advance(seconds, loops)
        paused = factor(self._table.paused_music) if self._paused else 1.0
        music.advance(seconds, desk.bus_volume("music") * paused)

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
        if self._desk is not None:
            self._desk.play(sound)

    def music(self, name: str | None) -> None:
        """Fades to the cue `name`, or to silence. ValueError where there is no such cue, device or not."""
        if name is not None and name not in self._index.cues:
            raise ValueError(f"no music {name!r}; there are {', '.join(sorted(self._index.cues))}")
        if self._music is not None:
            self._music.ask(name)

    def pause(self, on: bool) -> None:
        """Stops the game's sounds where they are; music goes on, softer, and the interface still answers."""
        self._paused = on
        if self._desk is not None:
            self._desk.hold(on)

    def leave(self) -> None:
        """The game is left: its effects and loops end at once."""
        self._waiting.clear()
        self._ambience = Ambience()
        if self._desk is not None:
            self._desk.silence()

    def set_volume(self, bus: str, volume: float) -> None:
        """`bus` is "master" or a group of the mixing table; ValueError for others, and outside 0 to 1."""
        if bus not in self._volumes:
            raise ValueError(f"no volume {bus!r}; there are {', '.join(self._volumes)}")
        if not 0 <= volume <= 1:
            raise ValueError(f"volume {volume} of {bus!r} is not between 0 and 1")
        self._volumes[bus] = float(volume)

    def close(self) -> None:
        """Ends all sound and gives the device back."""
        if self._desk is not None and self._music is not None:
            self._desk.silence()
            self._music.stop()
            pygame.mixer.quit()
            self._desk = self._music = None


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
