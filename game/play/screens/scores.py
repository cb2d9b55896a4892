"""The tables of scores: one for every stage of the film and for the swarm, at each difficulty."""

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import WAYS_BACK, Controls
from game.play.saves import Saves, Totals
from game.play.screens.menu import Repeater
from game.play.screens.stack import Pop, Screen, Transition
from game.play.story import SCORED, SWARM
from game.sim.content.difficulty import DIFFICULTIES
from game.view.language import message
from game.view.pages.backdrop import Backdrop
from game.view.pages.scores import Entry, Line, ScoresPage, draw_scores
from game.view.pages.totals import TotalsRow, draw_totals

ANY_PRESS = WAYS_BACK | {Control.CONFIRM}  # nothing can be chosen here
PLACE, CAMERA_X = "legion", 900.0  # behind the tables


def scores_page(
    saves: Saves, tick: int, stage: str, difficulty: str, own: int | None = None, entry: Entry | None = None
) -> ScoresPage:
    """A table as it is kept; `own` is the row that glows, `entry` the initials being put to it."""
    endless = stage == SWARM
    lines = tuple(
        Line(row.initials, row.score, str(row.wave) if endless else row.rank or "", row.ticks)
        for row in saves.table(stage, difficulty)
    )
    return ScoresPage(tick, stage, difficulty, message("WAVE") if endless else message("RANK"), lines, own, entry)


def scores_backdrop(context: Context) -> Backdrop:
    return Backdrop(PLACE, context.presenter.canvas, CAMERA_X)


class ScoresScreen(Screen):
    """Opens at a table, with `own` as the row that glows in it."""

    def __init__(
        self, context: Context, stage: str = SWARM, difficulty: str | None = None, own: int | None = None
    ) -> None:
        super().__init__(context)
        self._stage = stage
        self._difficulty = difficulty or context.settings.difficulty
        self._own = own
        self._tick = 0
        self._stages = Repeater(Control.LEFT, Control.RIGHT)
        self._difficulties = Repeater(Control.UP, Control.DOWN)
        self._backdrop = scores_backdrop(context)

    def tick(self, controls: Controls) -> Transition | None:
        """Left and right go through the stages, up and down through the difficulties; anything else leads back."""
        self._tick += 1
        if controls.asks_back(ANY_PRESS) or controls.clicked:
            self.context.sound.interface("back")
            return Pop()
        stage = _neighbour(SCORED, self._stage, self._stages.step(controls))
        difficulty = _neighbour(tuple(DIFFICULTIES), self._difficulty, self._difficulties.step(controls))
        if (stage, difficulty) != (self._stage, self._difficulty):
            self._stage, self._difficulty, self._own, self._tick = stage, difficulty, None, 0
            self.context.sound.interface("move")
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        self._backdrop.draw(canvas, self._tick)
        page = scores_page(self.context.saves, self._tick, self._stage, self._difficulty, self._own)
        draw_scores(canvas, self.context.kit, page)
        draw_totals(canvas, self.context.kit, self._totals())

    def _totals(self) -> tuple[TotalsRow, ...]:
        """Of this stage, and of all."""
        by_stage = self.context.saves.totals
        everywhere = Totals()
        for totals in by_stage.values():
            everywhere.add(totals)
        return _row(self._stage, by_stage.get(self._stage, Totals())), _row(message("ALL STAGES"), everywhere)


def _row(name: str, totals: Totals) -> TotalsRow:
    return TotalsRow(name, totals.plays, totals.won, totals.killed, totals.burned, totals.ticks)


def _neighbour(names: tuple[str, ...], name: str, step: int) -> str:
    return names[(names.index(name) + step) % len(names)]
