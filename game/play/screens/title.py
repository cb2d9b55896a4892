"""The title: first it waits for any key, then it is the main menu. Left alone it shows how the game is played."""

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.saves import Checkpoint
from game.play.screens.attract import PRESSES, PROGRAMME, DemoScreen
from game.play.screens.briefing import BriefingScreen
from game.play.screens.difficulty import DifficultyScreen
from game.play.screens.film import open_chapter, open_checkpoint
from game.play.screens.keys import KeysScreen
from game.play.screens.loading import LoadingScreen
from game.play.screens.menu import Menu
from game.play.screens.options import OptionsScreen
from game.play.screens.players import PlayersScreen
from game.play.screens.replays import ReplaysScreen
from game.play.screens.scores import ScoresScreen
from game.play.screens.stack import Pop, Push, Screen, Transition
from game.play.screens.stage import StageScreen
from game.play.screens.stages import StagesScreen
from game.play.seeds import fresh_seed
from game.play.session import Session
from game.play.story import FILM, FIRST_TRUST, LAB, SWARM, stages_reached, where_to_continue
from game.sim.units import TICKS_PER_SECOND
from game.view.language import message
from game.view.pages.title import TitlePage, draw_title, menu_area

CONTINUE, NEW_GAME, STAGES = message("CONTINUE"), message("NEW GAME"), message("STAGES")
SWARM_MODE, OPEN_LAB = message("SWARM MODE"), message("LAB")
SCORES, REPLAYS = message("SCORES"), message("REPLAYS")
OPTIONS, KEYS, PLAYERS, QUIT = message("OPTIONS"), message("KEYS"), message("PLAYERS"), message("QUIT")
ALONE_TICKS = 20 * TICKS_PER_SECOND  # without a press or a move of the mouse


def menu_items(reached: tuple[str, ...]) -> tuple[str, ...]:
    """What the menu offers once these stages of the film have been reached."""
    film = (CONTINUE, NEW_GAME, STAGES) if reached else (NEW_GAME,)
    return (*film, SWARM_MODE, OPEN_LAB, SCORES, REPLAYS, OPTIONS, KEYS, PLAYERS, QUIT)


class TitleScreen(Screen):
    notice_top = 347  # under the line at the foot

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tick = 0
        self._ready = False
        self._touched = False  # something was pressed since the last tick, if only a key that means nothing here
        self._alone_for = 0  # ticks
        self._shows = 0  # how often it has shown the game
        self._menu = Menu(menu_items(stages_reached(context.saves)), context.sound)

    def entered(self) -> None:
        """Also after a game, in which more may have been reached."""
        self.context.play_music("title")
        self._touched, self._alone_for = False, 0
        items = menu_items(stages_reached(self.context.saves))
        if items != self._menu.items:
            self._menu = Menu(items, self.context.sound)

    def caught(self, event: pygame.Event) -> bool:
        if event.type in PRESSES:
            self._touched = True
        elif event.type == pygame.MOUSEMOTION:
            self._alone_for = 0
        return False

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        touched = self._touched or bool(controls.pressed)
        self._touched = False
        self._alone_for = self._alone_for + 1 if self.context.focused and not touched else 0
        if self._alone_for >= ALONE_TICKS:
            return self._show_the_game()
        if not self._ready:
            if touched:
                self._ready = True
                self.context.sound.interface("select")
            return None
        if Control.BACK in controls.pressed:
            self._ready = False
            self.context.sound.interface("back")
            return None
        return self._chosen(self._menu.confirmed(controls, menu_area(len(self._menu.items))))

    def _chosen(self, item: str | None) -> Transition | None:
        context = self.context
        match item:
            case "CONTINUE" if (left_at := where_to_continue(context.saves)) is not None:
                return Push(open_checkpoint(context, left_at))
            case "NEW GAME":
                return Push(DifficultyScreen(context, self._new_game))
            case "STAGES":
                return Push(StagesScreen(context))
            case "SWARM MODE":
                return Push(LoadingScreen(context, lambda: BriefingScreen(context, self._session(SWARM))))
            case "LAB":
                return Push(LoadingScreen(context, lambda: StageScreen(context, self._session(LAB))))
            case "SCORES":
                return Push(ScoresScreen(context))
            case "REPLAYS":
                return Push(ReplaysScreen(context))
            case "OPTIONS":
                return Push(OptionsScreen(context))
            case "KEYS":
                return Push(KeysScreen(context))
            case "PLAYERS":
                return Push(PlayersScreen(context))
            case "QUIT":
                return Pop()
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        highest = self.context.saves.highest()
        page = TitlePage(
            self._tick,
            self._menu.items,
            self._menu.chosen,
            self._ready,
            highest.score if highest else 0,
            f"V{self.context.version}",
            highest.initials if highest else "",
            self._note(),
        )
        draw_title(canvas, self.context.kit, page)

    def _note(self) -> str:
        """A line on the chosen row."""
        say = self.context.kit.say
        match self._menu.items[self._menu.chosen] if self._ready else "":
            case "CONTINUE" if (left_at := where_to_continue(self.context.saves)) is not None:
                return " · ".join(words for words in (say(left_at.stage.upper()), say(left_at.scene).upper()) if words)
            case "NEW GAME":
                return say("SIX STAGES, SAPPORO TO DAWN")
            case "SWARM MODE":
                difficulty = say(self.context.settings.difficulty.upper())
                return say("WAVES WITHOUT END · {difficulty}", difficulty=difficulty)
        return say("AN UNOFFICIAL FAN WORK")

    def _show_the_game(self) -> Transition:
        turn = self._shows
        self._shows += 1
        return Push(DemoScreen(self.context, PROGRAMME[turn % len(PROGRAMME)], turn))

    def _new_game(self) -> Screen:
        """The film from its beginning. What was reached before stays reached."""
        self.context.saves.entered[FILM[0]] = FIRST_TRUST
        self.context.saves.checkpoint = Checkpoint(FILM[0])
        self.context.store_saves()
        return open_chapter(self.context, FILM[0], FIRST_TRUST)

    def _session(self, stage: str) -> Session:
        """Of a stage that is no part of the film."""
        return Session(self.context.settings.setup(stage, fresh_seed()))
