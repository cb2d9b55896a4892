"""The list of kept recordings: any of them can be watched."""

from pathlib import Path

import pygame

from game.agents.recording import Recording, RecordingError, read_recording
from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.recordings import ListedRecording, list_recordings, recordings_folder
from game.play.screens.loading import LoadingScreen
from game.play.screens.menu import Menu
from game.play.screens.replay import ReplayScreen
from game.play.screens.stack import Pop, Push, Screen, Transition
from game.view.pages.replays import ReplayRow, ReplaysPage, draw_replays


class ReplaysScreen(Screen):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tick = 0
        self._recordings = list_recordings(recordings_folder())
        self._rows = tuple(map(_row, self._recordings))
        self._menu = Menu(tuple(recording.file.name for recording in self._recordings), context.sound)

    def entered(self) -> None:
        """Also after a replay, which had music of its own."""
        self.context.play_music("title")

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if controls.pressed & {Control.BACK, Control.PAUSE}:
            self.context.sound.interface("back")
            return Pop()
        if not self._recordings or self._menu.confirmed(controls) is None:
            return None
        try:
            recording = read_recording(self._recordings[self._menu.chosen].file)
            recording.start()
        except RecordingError as error:
            self.context.notice.show(str(error))
            return None
        return Push(LoadingScreen(self.context, lambda: self._watch(recording)))

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        draw_replays(canvas, self.context.kit, ReplaysPage(self._tick, self._rows, self._menu.chosen))

    def _watch(self, recording: Recording) -> Screen:
        return ReplayScreen(self.context, recording)


def _row(recording: ListedRecording) -> ReplayRow:
    header = recording.header
    if header is None:
        return ReplayRow(recording.file.name, readable=False)
    return ReplayRow(
        header.recorded,
        stage=Path(header.stage).stem,
        difficulty=header.difficulty,
        ticks=header.ticks,
        outcome=(header.outcome or "left").upper(),
        score=header.score,
    )
