"""The sound of a game without a device: for films of replays, and to measure the mix."""

import random
from collections.abc import Mapping, Sequence

from game.sim.events import Event
from game.sim.units import TICKS_PER_SECOND
from game.sim.world import World
from game.view.sound.desk import Desk
from game.view.sound.library import read_index, read_mixing_table
from game.view.sound.offline import Mix, OfflineOutput
from game.view.sound.output import RATE
from game.view.sound.score import cue_of
from game.view.sound.stage import SoundStage

FRAMES_A_TICK = RATE // TICKS_PER_SECOND  # 735
SECONDS_A_TICK = 1 / TICKS_PER_SECOND


class Soundtrack:
    """`hear` once after every tick gives that tick's sound. The same game and seed sound the same every time."""

    def __init__(self, seed: int = 0, volumes: Mapping[str, float] | None = None) -> None:
        """`volumes` as `SoundStage` takes them; all full if not given."""
        self._output = OfflineOutput()
        self._cues = read_index().cues
        self._stage = SoundStage(read_index(), read_mixing_table(), self._output, random.Random(seed))
        for group, volume in (volumes or {}).items():
            self._stage.set_volume(group, volume)

    @property
    def desk(self) -> Desk | None:
        """To look at, for measuring."""
        return self._stage.desk

    def hear(self, world: World, events: Sequence[Event], camera_x: float) -> Mix:
        """The 735 stereo frames of one tick, float; a device would clip what passes 1. `as_samples` makes 16 bits."""
        cue = cue_of(world)
        self._stage.music(cue if cue in self._cues else None)
        self._stage.hear(world, events, camera_x, SECONDS_A_TICK)
        return self._output.render(FRAMES_A_TICK)
