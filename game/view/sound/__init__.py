"""What a game sounds like. `SoundStage` is the face, `Soundtrack` the same without a device.

The rest is the desk, its outputs, the table of events and the ambience.
"""

from game.view.sound.soundtrack import Soundtrack
from game.view.sound.stage import SoundStage

__all__ = ["SoundStage", "Soundtrack"]
