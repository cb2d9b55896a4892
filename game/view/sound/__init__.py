"""What a game sounds like. `SoundStage` is the face; the rest is its desk, its table of events and its ambience."""

from game.view.sound.stage import SoundStage

__all__ = ["SoundStage"]
