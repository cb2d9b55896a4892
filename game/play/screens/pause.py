"""The pause menu, over the stage that stands still."""

from typing import TYPE_CHECKING

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.keys import KeysScreen
from game.play.screens.menu import Menu
from game.play.screens.options import OptionsScreen
from game.play.screens.players import PlayersScreen
from game.play.screens.stack import Pop, Push, Replace, Screen, Transition
from game.view.language import message
from game.view.pages.pause import PausePage, draw_pause, menu_area

if TYPE_CHECKING:
    from game.play.screens.stage import StageScreen

RESUME, RESTART_SCENE, RESTART_STAGE = message("RESUME"), message("RESTART SCENE"), message("RESTART STAGE")
OPTIONS, KEYS, PLAYERS, TO_TITLE = message("OPTIONS"), message("KEYS"), message("PLAYERS"), message("QUIT TO TITLE")
NO, YES = message("NO"), message("YES")
FROM_WHERE = message("FROM THE STAGE'S START?")


class PauseScreen(Screen):
    shows_below = True

    def __init__(self, context: Context, stage: "StageScreen") -> None:
        super().__init__(context)
        self._stage = stage
        self._tick = 0
        self._menu = Menu(pause_items(stage.scenes), context.sound)
        self._question: Menu | None = None  # open while RESTART STAGE waits for an answer

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if controls.pressed & {Control.PAUSE, Control.BACK} or controls.clicked_right:
            self.context.sound.interface("back")
            return self._back()
        if self._question is not None:
            return self._answered(self._question.confirmed(controls, menu_area(self._question.items)))
        match self._menu.confirmed(controls, menu_area(self._menu.items)):
            case "RESUME":
                return Pop()
            case "RESTART SCENE":
                self._stage.restart_scene()
                return Pop()
            case "RESTART STAGE":
                self._question = Menu((NO, YES), self.context.sound)
            case "OPTIONS":
                return Push(OptionsScreen(self.context))
            case "KEYS":
                return Push(KeysScreen(self.context))
            case "PLAYERS":
                return Push(PlayersScreen(self.context))
            case "QUIT TO TITLE":
                return self._quit()
        return None

    def _back(self) -> Transition | None:
        """From the question to the menu, from the menu to the game."""
        if self._question is None:
            return Pop()
        self._question = None
        return None

    def _answered(self, answer: str | None) -> Transition | None:
        if answer is None:
            return None
        self._question = None
        if answer == NO:
            return None
        self._stage.restart_stage()
        return Pop()

    def _quit(self) -> Transition:
        """A game without end that has scored ends here like one that was lost."""
        result = self._stage.result_of_quitting()
        return Pop(2) if result is None else Replace(result)

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        if self._question is None:
            note = self._stage.checkpoint_name()
            page = PausePage(self._tick, self._menu.items, self._menu.chosen, note)
        else:
            question = self._question
            page = PausePage(
                self._tick, question.items, question.chosen, FROM_WHERE, message("RESTART"), message("BACK")
            )
        draw_pause(canvas, self.context.kit, page)


def pause_items(scenes: int) -> tuple[str, ...]:
    """What the menu offers on a stage of so many scenes: where there is but one, its beginning is the stage's."""
    restarts = (RESTART_SCENE, RESTART_STAGE) if scenes > 1 else (RESTART_STAGE,)
    return (RESUME, *restarts, OPTIONS, KEYS, PLAYERS, TO_TITLE)
