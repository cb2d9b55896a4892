"""The end of a stage, over its last picture: rank and score if it was won, ways to go on if it was lost."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.play.bindings import Control
from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.menu import Menu
from game.play.screens.stack import Pop, Replace, Screen, Transition
from game.play.session import Session
from game.play.story import keep_progress, stage_number
from game.sim.components import Block
from game.sim.systems.score import rank
from game.sim.units import TICKS_PER_SECOND
from game.sim.world import World
from game.view.pages.result import ResultPage, draw_result, stamp_falls_at

if TYPE_CHECKING:
    from game.play.screens.stage import StageScreen

Follows = Callable[[Context, World, str], Screen]  # what comes after a stage won with this rank
RETRY_SCENE, RETRY_STAGE, TO_TITLE, GO_ON = "RETRY SCENE", "RETRY STAGE", "TITLE", "GO ON"


class ResultScreen(Screen):
    shows_below = True

    def __init__(self, context: Context, session: Session, stage: "StageScreen") -> None:
        super().__init__(context)
        self._stage = stage
        self._world = session.world
        self._won = session.simulation.outcome == "won"
        self._rank = rank(self._world) if self._won else ""
        self._tick = 0
        self._rows = result_rows(self._world)
        self._menu = Menu(self._items(), context.sound)
        self._new_best = self._won and self._keep()

    def entered(self) -> None:
        self.context.sound.leave()
        self.context.play_music("win" if self._won else "lose")

    def tick(self, controls: Controls) -> Transition | None:
        self._tick += 1
        stamp_falls = stamp_falls_at(self._page())
        if self._won and self._tick == stamp_falls:
            self.context.sound.interface("stamp")
        if self._won and self._tick < stamp_falls:
            if Control.CONFIRM in controls.pressed:
                self._tick = stamp_falls - 1
            return None
        match self._menu.confirmed(controls):
            case "GO ON" if self._stage.follows is not None:
                return Replace(self._stage.follows(self.context, self._world, self._rank), 2)
            case "RETRY SCENE":
                self._stage.restart_scene()
                return Pop()
            case "RETRY STAGE":
                self._stage.restart_stage()
                return Pop()
            case "TITLE":
                return Pop(2)
        return None

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
            self._menu.items,
            self._menu.chosen,
            stage.id,
            stage_number(stage),
            self._new_best,
        )

    def _items(self) -> tuple[str, ...]:
        if not self._won:
            return (RETRY_SCENE, RETRY_STAGE, TO_TITLE)
        return (TO_TITLE, RETRY_STAGE) if self._stage.follows is None else (GO_ON, RETRY_STAGE, TO_TITLE)

    def _keep(self) -> bool:
        """Stores what was reached, and says whether the score is the best so far."""
        world = self._world
        keep_progress(self.context.saves, world)
        is_best = self.context.saves.record(world.stage.id, world.options.difficulty, world.tally.score, self._rank)
        self.context.store_saves()
        return is_best


def result_rows(world: World) -> tuple[tuple[str, str], ...]:
    """What was done, as words and numbers."""
    tally = world.tally
    minutes, seconds = divmod(world.tick // TICKS_PER_SECOND, 60)
    blocks = world.entities.count(Block)
    rows = [
        ("BURNED ON THE LINES", str(tally.killed_by_lure)),
        ("OTHER KILLS", str(tally.killed - tally.killed_by_lure)),
        ("LONGEST CHAIN", f"x{tally.best_chain}"),
        ("BLOCKS SAVED", f"{blocks - tally.blocks_lost}/{blocks}"),
        ("TIME", f"{minutes}:{seconds:02}"),
        ("TRUST", f"{tally.trust:.0f} %"),
    ]
    if world.line_holds():
        rows.insert(3, ("CROSSED THE LINE", f"{tally.crossed}/{world.line_holds()}"))
    return tuple(rows)
