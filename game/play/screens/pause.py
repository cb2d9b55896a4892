"""The pause menu, over the stage that stands still."""

from typing import TYPE_CHECKING

import pygame

from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.keys import KeysScreen
from game.play.screens.menu import Menu
from game.play.screens.options import OptionsScreen
from game.play.screens.players import PlayersScreen
from game.play.screens.question import ask_before
from game.play.screens.stack import Pop, Push, Replace, Screen, Transition
from game.view.language import message
from game.view.pages.pause import PausePage, draw_pause, menu_area

if TYPE_CHECKING:
    from game.play.screens.stage import StageScreen

RESUME, RESTART_SCENE, RESTART_STAGE = message("RESUME"), message("RESTART SCENE"), message("RESTART STAGE")
OPTIONS, KEYS, PLAYERS, TO_TITLE = message("OPTIONS"), message("KEYS"), message("PLAYERS"), message("QUIT TO TITLE")
FROM_WHERE = message("Begin again from the stage's start?")


class PauseScreen(Screen):
    shows_below = True

    def __init__(self, context: Context, stage: "StageScreen") -> None:
        super().__init__(context)
        self._stage = stage
        self._tick = 0
        self._menu = Menu(pause_items(stage.scenes), context.sound)

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if self.goes_back(controls):
            return Pop()
        match self._menu.confirmed(controls, menu_area(self._menu.items)):
            case "RESUME":
                return Pop()
            case "RESTART SCENE":
                self._stage.restart_scene()
                return Pop()
            case "RESTART STAGE":
                return Push(ask_before(self.context, FROM_WHERE, self._stage.restart_stage, leaves=2))
            case "OPTIONS":
                return Push(OptionsScreen(self.context))
            case "KEYS":
                return Push(KeysScreen(self.context))
            case "PLAYERS":
                return Push(PlayersScreen(self.context))
            case "QUIT TO TITLE":
                return self._quit()
        return None

    def _quit(self) -> Transition:
        """A game without end that has scored ends here like one that was lost."""
        result = self._stage.result_of_quitting()
        return Pop(2) if result is None else Replace(result)

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        page = PausePage(self._tick, self._menu.items, self._menu.chosen, self._stage.checkpoint_name())
        draw_pause(canvas, self.context.kit, page)


def pause_items(scenes: int) -> tuple[str, ...]:
    """What the menu offers on a stage of so many scenes: where there is but one, its beginning is the stage's."""
    restarts = (RESTART_SCENE, RESTART_STAGE) if scenes > 1 else (RESTART_STAGE,)
    return (RESUME, *restarts, OPTIONS, KEYS, PLAYERS, TO_TITLE)
