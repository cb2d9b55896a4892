"""The title: first it waits for any key, then it is the main menu."""

import pygame

from game.agents.recording import Setup
from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.film import open_chapter
from game.play.screens.keys import KeysScreen
from game.play.screens.loading import LoadingScreen
from game.play.screens.menu import Menu
from game.play.screens.options import OptionsScreen
from game.play.screens.stack import Pop, Push, Screen, Transition
from game.play.screens.stage import StageScreen
from game.play.screens.stages import StagesScreen
from game.play.seeds import fresh_seed
from game.play.session import Session
from game.play.story import FILM, FIRST_TRUST, LAB, stages_reached, trust_at
from game.view.pages.title import TitlePage, draw_title

CONTINUE, NEW_GAME, STAGES = "CONTINUE", "NEW GAME", "STAGES"
OPEN_LAB, OPTIONS, KEYS, QUIT = "LAB", "OPTIONS", "KEYS", "QUIT"


def menu_items(reached: tuple[str, ...]) -> tuple[str, ...]:
    """What the menu offers once these stages of the film have been reached."""
    film = (CONTINUE, NEW_GAME, STAGES) if reached else (NEW_GAME,)
    return (*film, OPEN_LAB, OPTIONS, KEYS, QUIT)


class TitleScreen(Screen):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tick = 0
        self._ready = False
        self._menu = Menu(menu_items(stages_reached(context.saves)), context.sound)

    def entered(self) -> None:
        """Also after a game, in which more may have been reached."""
        self.context.play_music("title")
        items = menu_items(stages_reached(self.context.saves))
        if items != self._menu.items:
            self._menu = Menu(items, self.context.sound)

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
            case "CONTINUE":
                furthest = stages_reached(self.context.saves)[-1]
                return Push(open_chapter(self.context, furthest, trust_at(self.context.saves, furthest)))
            case "NEW GAME":
                return Push(self._new_game())
            case "STAGES":
                return Push(StagesScreen(self.context))
            case "LAB":
                return Push(LoadingScreen(self.context, self._lab))
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

    def _new_game(self) -> Screen:
        """The film from its beginning. What was reached before stays reached."""
        self.context.saves.entered[FILM[0]] = FIRST_TRUST
        self.context.store_saves()
        return open_chapter(self.context, FILM[0], FIRST_TRUST)

    def _lab(self) -> Screen:
        settings = self.context.settings
        setup = Setup(LAB, fresh_seed(), settings.difficulty, settings.army_operator)
        return StageScreen(self.context, Session(setup))
