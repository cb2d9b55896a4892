"""A recording, played back: it can be stopped, slowed down and hurried."""

from pathlib import Path
from typing import NamedTuple

import pygame

from game.agents.recording import Recording, RecordingError
from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.loop import SlowMotion
from game.play.screens.stack import Pop, Screen, Transition
from game.play.tick_meter import TickMeter
from game.sim.events import Event, MusicAsked
from game.view.hud.layout import NOTICE_TOP
from game.view.language import Sentence, message
from game.view.pages.replays import Transport, draw_replay_label, draw_transport
from game.view.picture import Picture
from game.view.sound.score import cue_of


class Speed(NamedTuple):
    shown_as: str
    percent: int  # of the window's ticks that play anything
    ticks: int  # of the recording in each of those


SPEEDS = (Speed("1/4", 25, 1), Speed("x1", 100, 1), Speed("x2", 100, 2), Speed("x4", 100, 4))
NORMAL = 1  # index of the speed it begins with
STRIP_STAYS = 240  # ticks after a key; it covers part of the game's own display


class ReplayScreen(Screen):
    """RecordingError if its stage has changed."""

    notice_top = NOTICE_TOP

    def __init__(self, context: Context, recording: Recording) -> None:
        super().__init__(context)
        self._recording = recording
        header = recording.header
        self._about = (Path(header.stage).stem, header.difficulty, header.recorded)
        self._simulation = recording.start()
        self._actions = recording.actions()
        self._picture = Picture(self._simulation.world.stage, header.seed, context.look(), context.kit)
        self._picture.observe(self._simulation.world, [])
        self._heard: list[Event] = []
        self._shows_field = False
        self._speed = NORMAL
        self._paused = False
        self._slow = SlowMotion()
        self._tick_meter = TickMeter()
        self._tick = 0  # of the window
        self._strip_until = STRIP_STAYS
        self.position = 0  # ticks of the recording that were played

    def entered(self) -> None:
        self.context.play_music(cue_of(self._simulation.world))

    def left(self) -> None:
        self.context.sound.pause(False)
        self.context.sound.leave()

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if self.goes_back(controls):
            return Pop()
        if controls.pressed or self._paused or self._speed != NORMAL:
            self._strip_until = self._tick + STRIP_STAYS
        self._handle_keys(controls)
        speed = SPEEDS[self._speed]
        self._slow.set(speed.percent)
        if self._paused or not self._slow.lets_through():
            return None
        try:
            for _ in range(speed.ticks):
                self._play_tick()
        except RecordingError as error:
            self.context.notice.show(str(error))
            return Pop()
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        stands = self._paused or self.position == self._recording.header.ticks
        shown = 1.0 if alpha is None or stands else self._slow.alpha(alpha)
        cost = self._tick_meter.cost()
        self._picture.draw(canvas, self._simulation.world, shown, field=self._shows_field, tick_cost=cost)
        draw_replay_label(canvas, self.context.kit, self._about, self._tick)
        if self._tick < self._strip_until:
            ticks, speed = self._recording.header.ticks, SPEEDS[self._speed].shown_as
            draw_transport(canvas, self.context.kit, Transport(self.position, ticks, speed, self._paused))

    def sound(self, seconds: float) -> None:
        self.context.sound.hear(self._simulation.world, self._heard, self._picture.camera.x, seconds)
        self._heard = []

    def _handle_keys(self, controls: Controls) -> None:
        if Control.FIELD_OVERLAY in controls.pressed:
            self._shows_field = not self._shows_field
        if Control.CONFIRM in controls.pressed:
            self._paused = not self._paused
            self._picture.settle()
            self.context.sound.pause(self._paused)
        faster = (Control.RIGHT in controls.pressed) - (Control.LEFT in controls.pressed)
        self._speed = min(len(SPEEDS) - 1, max(0, self._speed + faster))

    def _play_tick(self) -> None:
        action = next(self._actions, None)
        if action is None:
            self.context.notice.show(message("The recording ends here. Esc leaves."))
            return
        self.position += 1
        with self._tick_meter.measure():
            events = self._recording.step(self._simulation, action)
        self._picture.observe(self._simulation.world, events)
        self._heard += events
        for event in events:
            if isinstance(event, MusicAsked):
                self.context.play_music(event.cue)
        if not self._recording.check(self._simulation):
            broken = Sentence("The recording does not hold from tick {tick} on.", tick=self._simulation.tick)
            self.context.notice.show(broken)
