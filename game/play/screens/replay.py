"""A recording, played back."""

import pygame

from game.agents.recording import Recording
from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.stack import Pop, Screen, Transition
from game.sim.events import Event, MusicAsked
from game.view.picture import Picture
from game.view.sound.score import cue_of


class ReplayScreen(Screen):
    """RecordingError if its stage has changed."""

    def __init__(self, context: Context, recording: Recording) -> None:
        super().__init__(context)
        self._recording = recording
        self._simulation = recording.start()
        self._actions = recording.actions()
        self._picture = Picture(self._simulation.world.stage, recording.header.seed, context.look())
        self._picture.observe(self._simulation.world, [])
        self._heard: list[Event] = []
        self._shows_field = False

    def entered(self) -> None:
        self.context.play_music(cue_of(self._simulation.world))

    def left(self) -> None:
        self.context.sound.leave()

    def tick(self, controls: Controls) -> Transition | None:
        if controls.pressed & {Control.PAUSE, Control.BACK}:
            return Pop()
        if Control.FIELD_OVERLAY in controls.pressed:
            self._shows_field = not self._shows_field
        action = next(self._actions, None)
        if action is None:
            self.context.notice.show("The recording ends here. Esc leaves.")
            return None
        events = self._simulation.step(action)
        self._picture.observe(self._simulation.world, events)
        self._heard += events
        for event in events:
            if isinstance(event, MusicAsked):
                self.context.play_music(event.cue)
        if not self._recording.check(self._simulation):
            self.context.notice.show(f"The recording does not hold from tick {self._simulation.tick} on.")
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        shown = 1.0 if alpha is None else alpha
        self._picture.draw(canvas, self._simulation.world, shown, field=self._shows_field)

    def sound(self, seconds: float) -> None:
        self.context.sound.hear(self._simulation.world, self._heard, self._picture.camera.x, seconds)
        self._heard = []
