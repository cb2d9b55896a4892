"""The orders before a stage."""

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.stack import Pop, Replace, Screen, Transition
from game.play.screens.stage import StageScreen
from game.play.session import Session
from game.view.pages.briefing import BriefingPage, draw_briefing

STAGE_NUMBERS = {"sapporo": 1, "sendai": 2, "vigil": 3, "tokyo": 4, "legion": 5, "dawn": 6}


class BriefingScreen(Screen):
    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(context)
        self._session = session
        self._tick = 0

    def entered(self) -> None:
        self.context.play_music("briefing")

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if Control.CONFIRM in controls.pressed or controls.clicked:
            self.context.sound.interface("select")
            return Replace(StageScreen(self.context, self._session))
        if Control.BACK in controls.pressed:
            self.context.sound.interface("back")
            return Pop()
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        stage = self._session.world.stage
        number = STAGE_NUMBERS.get(stage.id, 0)
        page = BriefingPage(self._tick, stage.title, number, stage.briefing, stage)
        draw_briefing(canvas, self.context.kit, page)
