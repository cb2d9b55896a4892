"""The list of kept recordings: any of them can be watched."""

from pathlib import Path

import pygame

from game.agents.recording import Recording, RecordingError, read_recording
from game.play.context import Context
from game.play.latch import Controls
from game.play.recordings import ListedRecording, list_recordings, recordings_folder
from game.play.screens.loading import LoadingScreen
from game.play.screens.menu import Menu
from game.play.screens.replay import ReplayScreen
from game.play.screens.stack import Pop, Push, Screen, Transition
from game.view.pages.replays import ReplayRow, ReplaysPage, draw_replays, rows_area, scrolled


class ReplaysScreen(Screen):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tick = 0
        self._recordings = list_recordings(recordings_folder())
        self._rows = tuple(map(_row, self._recordings))
        self._first = 0  # the row at the top of the list
        self._wheel = 0  # rows the mouse wheel was turned by since the last tick, downward
        self._menu = Menu(tuple(recording.file.name for recording in self._recordings), context.sound)

    def entered(self) -> None:
        """Also after a replay, which had music of its own."""
        self.context.play_music("title")

    def caught(self, event: pygame.Event) -> bool:
        if event.type == pygame.MOUSEWHEEL:
            self._wheel -= event.y
        return False

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if self.goes_back(controls):
            return Pop()
        if not self._recordings or not self._confirmed(controls):
            return None
        try:
            recording = read_recording(self._recordings[self._menu.chosen].file)
            recording.start()
        except RecordingError as error:
            self.context.notice.show(str(error))
            return None
        return Push(LoadingScreen(self.context, lambda: self._watch(recording)))

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        draw_replays(canvas, self.context.kit, ReplaysPage(self._tick, self._rows, self._menu.chosen, self._first))

    def _confirmed(self, controls: Controls) -> bool:
        rows = len(self._rows)
        self._menu.chosen = min(rows - 1, max(0, self._menu.chosen + self._wheel))
        self._wheel = 0
        confirmed = self._menu.confirmed(controls, rows_area(self._first, rows, controls.aims_at)) is not None
        self._first = scrolled(self._first, self._menu.chosen, rows)
        return confirmed

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
