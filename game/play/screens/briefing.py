"""The orders before a stage."""

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import BACK_ONLY, Controls
from game.play.screens.loading import LoadingScreen
from game.play.screens.result import Follows
from game.play.screens.stack import Pop, Replace, Screen, Transition
from game.play.screens.stage import StageScreen
from game.play.session import Session
from game.play.story import stage_number
from game.view.pages.briefing import BriefingPage, draw_briefing, typed_out_at


class BriefingScreen(Screen):
    def __init__(self, context: Context, session: Session, follows: Follows | None = None) -> None:
        super().__init__(context)
        self._session = session
        self._follows = follows
        self._tick = 0

    def entered(self) -> None:
        self.context.play_music("briefing")

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if Control.CONFIRM in controls.pressed or controls.clicked:
            return self._go_on()
        if self.goes_back(controls, BACK_ONLY):
            return Pop()
        return None

    def _go_on(self) -> Transition | None:
        """The first press shows the whole order, the next one begins."""
        typed_out = typed_out_at(self.context.kit, self._page())
        if self._tick < typed_out:
            self._tick = typed_out
            return None
        self.context.sound.interface("select")
        return Replace(LoadingScreen(self.context, lambda: StageScreen(self.context, self._session, self._follows)))

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        draw_briefing(canvas, self.context.kit, self._page())

    def _page(self) -> BriefingPage:
        world = self._session.world
        stage = world.stage
        table = self.context.saves.table(stage.id, world.options.difficulty)
        best = f"{table[0].score:08d}  {table[0].initials}" if table else ""
        return BriefingPage(self._tick, stage.title, stage_number(stage), stage.briefing, stage, best)
