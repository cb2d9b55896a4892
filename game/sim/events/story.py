"""The story as it is told: scenes, words, lessons, and how it ends."""

from game.sim.events.base import Event


class CameraAsked(Event, frozen=True):
    """Look at `x` for so many ticks."""

    x: float
    ticks: int


class MusicAsked(Event, frozen=True):
    cue: str


class WeatherAsked(Event, frozen=True):
    kind: str


class ScriptStarted(Event, frozen=True):
    name: str


class ScriptEnded(Event, frozen=True):
    name: str


class SceneStarted(Event, frozen=True):
    scene: int
    name: str


class LineSpoken(Event, frozen=True):
    speaker: str
    text: str


class ObjectiveSet(Event, frozen=True):
    """An order of the story, or to stand against a wave without end: whoever shows it puts number and kind together."""

    text: str  # as in the stage file; of a wave its kind, or nothing
    wave: int = 0  # its number, from 1; 0 in a story


class ObjectiveMet(Event, frozen=True):
    """The order that was set with the same words."""

    text: str
    wave: int = 0


class WaveCame(Event, frozen=True):
    """One of the waves without end begins; `kind` is its name, or nothing."""

    number: int  # from 1
    kind: str


class LessonTaught(Event, frozen=True):
    """A control to show on screen until it is used: walk, claw, fire, circuits, surge, ..."""

    topic: str


class LessonLearned(Event, frozen=True):
    topic: str


class ChainBroken(Event, frozen=True):
    length: int


class StageWon(Event, frozen=True):
    rank: str


class StageLost(Event, frozen=True):
    reason: str  # "gamera" | "line" | "time" | "seed" | "blast" | "queen"
