"""Music: one cue at a time, streamed, or as stems that are faded from bar line to bar line by the battle's pressure."""

from bisect import bisect_right
from dataclasses import dataclass

from game.view.sound.library import CueRecord, Index
from game.view.sound.output import Output

LEAVING = 0.4  # seconds in which a cue fades before the next begins
STEMS = ("calm", "pressure", "peak")
FOLLOWED_BY = {"fall": "fall_drone", "mana": "mana_hold"}  # a cue that ends, and what then goes on
# Volume of each stem by how many of them play: calm; calm and pressure; all. The calm stem alone is 7 dB softer than
# the mix, which is wanted: it leaves the field to hum and feet.
STEM_VOLUMES = ((1.0, 0.0, 0.0), (1.0, 1.0, 0.0), (0.85, 0.85, 0.85))
RISES_AT = (0.38, 0.68)  # pressure from which the second and the third stem play
FALLS_BY = 0.10  # pressure must sink this far below before they stop: no stem flutters


@dataclass
class Intensity:
    """How many stems play beside the first, how loud they were at the last bar line, and which bar that began."""

    stems: int = 0
    before: tuple[float, ...] = STEM_VOLUMES[0]
    bar: int = -1

    def volumes(self, part: float) -> tuple[float, ...]:
        """`part` of the bar is over, 0 to 1."""
        goal = STEM_VOLUMES[self.stems]
        return tuple(start + (end - start) * part for start, end in zip(self.before, goal, strict=True))


def stems_for(pressure: float, playing: int) -> int:
    """How many stems beside the first a pressure of 0 to 1 asks for, when `playing` sound now."""
    return sum(
        pressure >= threshold - (FALLS_BY if playing > number else 0.0) for number, threshold in enumerate(RISES_AT)
    )


class MusicPlayer:
    """Streams a cue, or plays its stems on three channels kept for them."""

    def __init__(self, index: Index, output: Output, channels: list[int]) -> None:
        self._index = index
        self._output = output
        self._channels = channels
        self._loaded: str | None = None  # the cue whose stems are decoded
        self.pressure = 0.0
        self._playing: str | None = None
        self._asked: str | None = None
        self._wanted: str | None = None  # what was asked for, or what follows it
        self._at = 0.0  # seconds into the cue
        self._fade = 1.0
        self._intensity = Intensity()

    def ask(self, name: str | None) -> None:
        """Plays `name`, or nothing, once the present cue has faded; the cue that already plays goes on.

        Stems are decoded here, 0.1 s each, so that no frame of the game waits for them.
        """
        if name == self._asked:
            return
        self._asked = self._wanted = name
        if name is not None and "" not in self._index.cues[name].files and name != self._loaded:
            if self._loaded is not None:
                self._output.forget(self._index.cues[self._loaded].files.values())
            self._loaded = name
            self._output.load(self._index.cues[name].files.values())

    def advance(self, seconds: float, volume: float) -> None:
        if self._playing != self._wanted:
            self._fade -= seconds / LEAVING
            if self._playing is None or self._fade <= 0:
                self._begin(self._wanted)
        elif self._fade < 1:
            self._fade = min(1.0, self._fade + seconds / LEAVING)
        if self._playing is None:
            return
        cue = self._index.cues[self._playing]
        self._at += seconds
        if cue.loop:
            self._at %= cue.seconds
        elif self._at >= cue.seconds and self._playing in FOLLOWED_BY:
            self._wanted = FOLLOWED_BY[self._playing]
            self._begin(self._wanted)
        volume *= max(0.0, self._fade)
        if "" in cue.files:
            self._output.set_music_volume(volume)
        else:
            self._blend(cue, volume)

    def _blend(self, cue: CueRecord, volume: float) -> None:
        """Stem volumes: a new intensity is taken up at a bar line and reached at the next."""
        bar = bisect_right(cue.bars, self._at) - 1
        if bar != self._intensity.bar:
            reached = STEM_VOLUMES[self._intensity.stems]
            self._intensity = Intensity(stems_for(self.pressure, self._intensity.stems), reached, bar)
        end = cue.bars[bar + 1] if bar + 1 < len(cue.bars) else cue.seconds
        part = (self._at - cue.bars[bar]) / (end - cue.bars[bar])
        for channel, level in zip(self._channels, self._intensity.volumes(part), strict=True):
            self._output.set_volume(channel, level * volume, level * volume)

    def _begin(self, name: str | None) -> None:
        self.stop()
        self._playing, self._at, self._fade, self._intensity = name, 0.0, 1.0, Intensity()
        if name is None:
            return
        cue = self._index.cues[name]
        if "" in cue.files:
            self._output.start_music(cue.files[""], loop=cue.loop)
            return
        for channel, stem in zip(self._channels, STEMS, strict=True):  # at once: they stay in step
            self._output.play(channel, cue.files[stem], 0.0, 0.0, loop=cue.loop)

    def stop(self) -> None:
        self._output.stop_music()
        for channel in self._channels:
            self._output.stop(channel)
