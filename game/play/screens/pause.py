"""The pause menu, over the stage that stands still."""

from typing import TYPE_CHECKING

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.keys import KeysScreen
from game.play.screens.menu import Menu
from game.play.screens.options import OptionsScreen
from game.play.screens.stack import Pop, Push, Replace, Screen, Transition
from game.view.pages.pause import PausePage, draw_pause, menu_area

if TYPE_CHECKING:
    from game.play.screens.stage import StageScreen

RESUME, RESTART_SCENE, OPTIONS, KEYS, TO_TITLE = "RESUME", "RESTART SCENE", "OPTIONS", "KEYS", "QUIT TO TITLE"


class PauseScreen(Screen):
    shows_below = True

    def __init__(self, context: Context, stage: "StageScreen") -> None:
        super().__init__(context)
        self._stage = stage
        self._tick = 0
        self._menu = Menu((RESUME, RESTART_SCENE, OPTIONS, KEYS, TO_TITLE), context.sound)

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if controls.pressed & {Control.PAUSE, Control.BACK} or controls.clicked_right:
            self.context.sound.interface("back")
            return Pop()
        match self._menu.confirmed(controls, menu_area(self._menu.items)):
            case "RESUME":
                return Pop()
            case "RESTART SCENE":
                self._stage.restart_scene()
                return Pop()
            case "OPTIONS":
                return Push(OptionsScreen(self.context))
            case "KEYS":
                return Push(KeysScreen(self.context))
            case "QUIT TO TITLE":
                return self._quit()
        return None

    def _quit(self) -> Transition:
        """A game without end that has scored ends here like one that was lost."""
        result = self._stage.result_of_quitting()
        return Pop(2) if result is None else Replace(result)

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        page = PausePage(self._tick, self._menu.items, self._menu.chosen, self._stage.checkpoint_name().upper())
        draw_pause(canvas, self.context.kit, page)
