"""The end of a stage, over its last picture: rank and score if it was won, ways to go on if it was lost.

A stage without end is never won: it is counted when it is lost.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.initials import InitialsScreen
from game.play.screens.menu import Menu
from game.play.screens.resting_hands import RestingHands
from game.play.screens.scores import ScoresScreen
from game.play.screens.stack import Pop, Push, Replace, Screen, Transition
from game.play.session import Session
from game.play.story import city_left, counts, keep_result, stage_number
from game.sim.components import Block
from game.sim.systems.score import rank
from game.sim.units import TICKS_PER_SECOND
from game.sim.world import World
from game.view.language import message
from game.view.pages.chapters import chapter_of
from game.view.pages.result import ResultPage, draw_result, menu_area, stamp_falls_at

if TYPE_CHECKING:
    from game.play.screens.stage import StageScreen

Follows = Callable[[Context, World, str], Screen]  # what comes after a stage won with this rank
RETRY_SCENE, RETRY_STAGE = message("RETRY SCENE"), message("RETRY STAGE")
TO_TITLE, GO_ON, AGAIN, SCORES = message("TITLE"), message("GO ON"), message("AGAIN"), message("SCORES")
PRACTICE = message("Practice: what was begun in the middle of a stage is not kept.")


class ResultScreen(Screen):
    shows_below = True
    notice_top = 6  # above the panel

    def __init__(self, context: Context, session: Session, stage: "StageScreen", advice: str = "") -> None:
        super().__init__(context)
        self._stage = stage
        self._world = session.world
        self._won = session.simulation.outcome == "won"
        self._advice = advice  # to who lost
        self._endless = self._world.stage.endless is not None
        self._counted = counts(self._world)  # row by row, with a score
        self._practice = session.practice
        self._rank = rank(self._world) if self._won else ""
        self._tick = 0
        self._hands = RestingHands()
        self._rows = endless_rows(self._world) if self._endless else result_rows(self._world)
        self._new_best = False
        self._unsigned: int | None = None  # its row in the table of scores, while that waits for initials
        if self._practice:
            context.notice.show(PRACTICE)
        elif self._counted:
            self._unsigned, self._new_best = keep_result(context.saves, self._world)
            context.store_saves()
        self._menu = Menu(self._items(), context.sound)

    def entered(self) -> None:
        self.context.sound.leave()
        self.context.play_music("win" if self._won else "lose")

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        if not self._hands.rest(controls):
            return None
        back = controls.asks_back()
        pressed = back or Control.CONFIRM in controls.pressed or controls.clicked
        since_stamp = self._tick - stamp_falls_at(self._page())
        if self._counted and since_stamp < 0:
            if pressed:
                self._tick -= since_stamp + 1
            return None
        if self._counted and since_stamp == 0:
            self.context.sound.interface("stamp")
        if self._unsigned is not None:
            return self._ask_for_initials(self._unsigned) if pressed else None
        if back:
            return self._go_back(at_once=Control.PAUSE in controls.pressed)
        return self._chosen(self._menu.confirmed(controls, menu_area(self._page())))

    def _go_back(self, *, at_once: bool) -> Transition | None:
        """To the title: Esc and Start at once, what is plasma in play only from its row. Hands may still be mashing."""
        self.context.sound.interface("back")
        place = self._menu.items.index(TO_TITLE)
        if at_once or self._menu.chosen == place:
            return Pop(2)
        self._menu.chosen = place
        return None

    def _chosen(self, item: str | None) -> Transition | None:
        match item:
            case "GO ON" if self._stage.follows is not None:
                return Replace(self._stage.follows(self.context, self._world, self._rank), 2)
            case "RETRY SCENE":
                self._stage.restart_scene()
                return Pop()
            case "RETRY STAGE":
                self._stage.restart_stage()
                return Pop()
            case "AGAIN":
                return Replace(self._stage.another(), 2)
            case "SCORES":
                return Push(ScoresScreen(self.context, self._world.stage.id, self._world.options.difficulty))
            case "TITLE":
                return Pop(2)
        return None

    def _ask_for_initials(self, place: int) -> Transition:
        self._unsigned = None
        return Push(InitialsScreen(self.context, self._world.stage.id, self._world.options.difficulty, place))

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        draw_result(canvas, self.context.kit, self._page())

    def _page(self) -> ResultPage:
        stage = self._world.stage
        return ResultPage(
            self._tick,
            self._won,
            self._world.direction.reason,
            self._rank,
            self._rows,
            self._world.tally.score,
            self._menu.items if self._unsigned is None else (GO_ON,),
            self._menu.chosen if self._unsigned is None else 0,
            stage.id,
            stage_number(stage),
            self._new_best,
            self._world.direction.endless_wave,
            city_left(self._world),
            self._advice,
        )

    def _items(self) -> tuple[str, ...]:
        if self._endless:
            return (AGAIN, SCORES, TO_TITLE)
        if not self._won:
            return (RETRY_SCENE, RETRY_STAGE, TO_TITLE)
        nothing_follows = self._stage.follows is None or self._practice
        return (TO_TITLE, RETRY_STAGE) if nothing_follows else (GO_ON, RETRY_STAGE, TO_TITLE)


def result_rows(world: World) -> tuple[tuple[str, str], ...]:
    """What was done, as words and numbers. A vigil counts little: nothing there was to be held."""
    tally = world.tally
    blocks = world.entities.count(Block)
    rows = []
    if world.stage.circuit:
        rows.append((message("BURNED ON THE LINES"), str(tally.killed_by_lure)))
    if not world.stage.vigil:
        rows.append((message("OTHER KILLS"), str(tally.killed - tally.killed_by_lure)))
        if tally.best_chain:
            rows.append((message("LONGEST CHAIN"), f"x{tally.best_chain}"))
        if world.line_holds():
            rows.append((message("CROSSED THE LINE"), f"{tally.crossed}/{world.line_holds()}"))
    chapter = chapter_of(world.stage.id)
    if blocks and not (chapter is not None and chapter.city_falls):
        rows.append((message("BLOCKS SAVED"), f"{blocks - tally.blocks_lost}/{blocks}"))
    return (*rows, (message("TIME"), _clock(world)), (message("TRUST"), f"{tally.trust:.0f} %"))


def endless_rows(world: World) -> tuple[tuple[str, str], ...]:
    """What was done before the line or he fell: the last wave was not held."""
    tally = world.tally
    blocks = world.entities.count(Block)
    return (
        (message("WAVES HELD"), str(max(0, world.direction.endless_wave - 1))),
        (message("BURNED ON THE LINES"), str(tally.killed_by_lure)),
        (message("OTHER KILLS"), str(tally.killed - tally.killed_by_lure)),
        (message("LONGEST CHAIN"), f"x{tally.best_chain}"),
        (message("CROSSED THE LINE"), f"{tally.crossed}/{world.line_holds()}"),
        (message("BLOCKS SAVED"), f"{blocks - tally.blocks_lost}/{blocks}"),
        (message("TIME"), _clock(world)),
    )


def _clock(world: World) -> str:
    minutes, seconds = divmod(world.tick // TICKS_PER_SECOND, 60)
    return f"{minutes}:{seconds:02}"
