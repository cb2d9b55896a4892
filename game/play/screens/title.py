"""The title: first it waits for any key, then it is the main menu."""

import pygame

from game.agents.recording import Setup
from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.briefing import BriefingScreen
from game.play.screens.keys import KeysScreen
from game.play.screens.loading import LoadingScreen
from game.play.screens.menu import Menu
from game.play.screens.options import OptionsScreen
from game.play.screens.stack import Pop, Push, Screen, Transition
from game.play.screens.stage import StageScreen
from game.play.seeds import fresh_seed
from game.play.session import Session
from game.play.story import FIRST_STAGE, LAB
from game.view.pages.title import TitlePage, draw_title

PLAY, OPEN_LAB, OPTIONS, KEYS, QUIT = "PLAY", "LAB", "OPTIONS", "KEYS", "QUIT"


class TitleScreen(Screen):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tick = 0
        self._ready = False
        self._menu = Menu((PLAY, OPEN_LAB, OPTIONS, KEYS, QUIT), context.sound)

    def entered(self) -> None:
        self.context.play_music("title")

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if not self._ready:
            if controls.pressed or controls.clicked:
                self._ready = True
                self.context.sound.interface("select")
            return None
        if Control.BACK in controls.pressed:
            self._ready = False
            self.context.sound.interface("back")
            return None
        match self._menu.confirmed(controls):
            case "PLAY":
                return Push(BriefingScreen(self.context, self._session(FIRST_STAGE)))
            case "LAB":
                return Push(LoadingScreen(self.context, lambda: StageScreen(self.context, self._session(LAB))))
            case "OPTIONS":
                return Push(OptionsScreen(self.context))
            case "KEYS":
                return Push(KeysScreen(self.context))
            case "QUIT":
                return Pop()
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        page = TitlePage(
            self._tick,
            self._menu.items,
            self._menu.chosen,
            self._ready,
            self.context.saves.highest_score(),
            f"V{self.context.version}",
        )
        draw_title(canvas, self.context.kit, page)

    def _session(self, stage: str) -> Session:
        settings = self.context.settings
        return Session(Setup(stage, fresh_seed(), settings.difficulty, settings.army_operator))
