"""The list of stages: those reached may be played again."""

import pygame

from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.film import open_chapter
from game.play.screens.menu import Menu
from game.play.screens.stack import Pop, Replace, Screen, Transition
from game.play.story import stages_reached, trust_at
from game.view.pages.stages import StagesPage, draw_stages, rows_area


class StagesScreen(Screen):
    """At least one stage must have been reached."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tick = 0
        self._menu = Menu(stages_reached(context.saves), context.sound)

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if self.goes_back(controls):
            return Pop()
        stage = self._menu.confirmed(controls, rows_area(len(self._menu.items)))
        if stage is None:
            return None
        return Replace(open_chapter(self.context, stage, trust_at(self.context.saves, stage)))

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        reached = self._menu.items
        bests = tuple(map(self._best, reached))
        draw_stages(canvas, self.context.kit, StagesPage(self._tick, reached, bests, self._menu.chosen))

    def _best(self, stage: str) -> str:
        best = self.context.saves.best_of(stage, self.context.settings.difficulty)
        return f"{best.score:07d}  {best.rank}" if best else ""
