"""The card before a stage of the film, over its place."""

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import BACK_ONLY, Controls
from game.play.screens.briefing import BriefingScreen
from game.play.screens.result import Follows
from game.play.screens.stack import Pop, Replace, Screen, Transition
from game.play.session import Session
from game.play.story import stage_number
from game.sim.units import VIEW_WIDTH
from game.view.art import load_glows
from game.view.flower import draw_grown
from game.view.lens import Lens
from game.view.lights import Lights
from game.view.pages.backdrop import Backdrop
from game.view.pages.chapter import TYPED_TICKS, ChapterPage, draw_chapter

STAYS = 300  # ticks
BESIDE_NAME = 90.0  # px from the picture's middle, to the right, where a flower stands


class ChapterScreen(Screen):
    def __init__(self, context: Context, session: Session, follows: Follows) -> None:
        super().__init__(context)
        self._session = session
        self._follows = follows
        self._tick = 0
        stage = session.world.stage
        shown_x = stage.flower.x - BESIDE_NAME if stage.flower else stage.gamera.x
        self._camera_x = min(stage.width - VIEW_WIDTH, max(0.0, shown_x - VIEW_WIDTH / 2))
        self._backdrop = Backdrop(stage.place, context.presenter.canvas, self._camera_x)
        self._lights = Lights(load_glows())

    def entered(self) -> None:
        self.context.play_music("briefing")

    def tick(self, controls: Controls) -> Transition | None:
        """The first press shows the whole card, the next one goes on; so does time."""
        self._tick += 1
        if self.goes_back(controls, BACK_ONLY):
            return Pop()
        if Control.CONFIRM in controls.pressed or controls.clicked:
            if self._tick >= TYPED_TICKS:
                return self._go_on()
            self._tick = TYPED_TICKS
        return self._go_on() if self._tick >= STAYS else None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        self._backdrop.draw(canvas, self._tick, actors=lambda: self._draw_flower(canvas))
        self._lights.draw(canvas)
        stage = self._session.world.stage
        draw_chapter(canvas, self.context.kit, ChapterPage(self._tick, stage.id, stage_number(stage)))

    def _draw_flower(self, canvas: pygame.Surface) -> None:
        flower = self._session.world.stage.flower
        if flower is not None:
            draw_grown(Lens(canvas, round(self._camera_x), 0, 1.0, self._lights), flower, self._tick)

    def _go_on(self) -> Transition:
        self.context.sound.interface("select")
        return Replace(BriefingScreen(self.context, self._session, self._follows))
