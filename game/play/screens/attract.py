"""What the title shows while nobody plays: a bot at a stage, then a table of scores. Any key, button or click ends it.

Nothing comes of such a game: no score, no recording, nothing saved.
"""

from typing import NamedTuple

import pygame

from game.agents.bots import make_bot
from game.agents.recording import Setup
from game.agents.rehearse import scene_opening
from game.play.context import Context
from game.play.latch import Controls
from game.play.saves import Saves
from game.play.screens.loading import SHARED_SHEETS, SHOWN_FIRST, read_next, set_aside_what_is_loaded
from game.play.screens.scores import scores_backdrop, scores_page
from game.play.screens.stack import Pop, Replace, Screen, Transition
from game.play.story import SCORED, SWARM
from game.sim import Simulation
from game.sim.content.difficulty import DIFFICULTIES
from game.sim.units import TICKS_PER_SECOND
from game.view.language import message
from game.view.pages.attract import draw_attract_strip
from game.view.pages.loading import LoadingPage, draw_loading
from game.view.pages.scores import draw_scores
from game.view.picture import Picture


class Act(NamedTuple):
    """A part of a stage worth seeing, from the beginning of one of its scenes on."""

    stage: str
    scene: int  # index
    seed: int
    ticks: int


PROGRAMME = (  # one at a time, between showings of the title
    Act("tokyo", 1, 7, 30 * TICKS_PER_SECOND),
    Act("legion", 0, 7, 35 * TICKS_PER_SECOND),
    Act("swarm", 0, 7, 40 * TICKS_PER_SECOND),
)
BOT = "campaign"
DEMO = message("DEMO")
TABLE_STAYS = 10 * TICKS_PER_SECOND
PRESSES = frozenset({pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN, pygame.JOYBUTTONDOWN})


class AttractScreen(Screen):
    """Goes back to the title when anything is pressed. The title's music plays on, and nothing else is heard."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._ticks = 0
        self._woken = False

    def caught(self, event: pygame.Event) -> bool:
        """Also keys that mean nothing in menus wake it."""
        self._woken = self._woken or event.type in PRESSES
        return False

    def interrupted(self) -> Transition | None:
        """Nobody looks."""
        return Pop()

    def tick(self, controls: Controls) -> Transition | None:
        if self._woken or controls.pressed:  # sticks and triggers come as controls only
            return Pop()
        self._ticks += 1
        return self._show()

    def _show(self) -> Transition | None:
        """One tick of what is shown, and what comes after its last."""
        raise NotImplementedError


class Demo:
    """A bot plays; the same act is the same game every time."""

    def __init__(self, context: Context, act: Act) -> None:
        self._simulation = Simulation.restore(scene_opening(Setup(act.stage, act.seed), act.scene))
        self._bot = make_bot(BOT, act.seed)
        self._picture = Picture(self._simulation.world.stage, act.seed, context.look(), context.kit)
        self._picture.observe(self._simulation.world, [])
        self._picture.warm_up(self._simulation.world)

    @property
    def is_over(self) -> bool:
        return self._simulation.outcome is not None

    def step(self) -> None:
        events = self._simulation.step(self._bot.act(self._simulation))
        self._picture.observe(self._simulation.world, events)

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        self._picture.draw(canvas, self._simulation.world, alpha)

    def digest(self) -> str:
        """Of the game as it is now."""
        return self._simulation.digest()


class DemoScreen(AttractScreen):
    """One act. It is built once the loading page has been seen."""

    def __init__(self, context: Context, act: Act, turn: int = 0) -> None:
        super().__init__(context)
        self._act = act
        self._turn = turn
        self._demo: Demo | None = None
        self._unread = iter(SHARED_SHEETS)

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        if self._demo is None:
            draw_loading(canvas, self.context.kit, LoadingPage(self._ticks, DEMO))
            return
        self._demo.draw(canvas, 1.0 if alpha is None else alpha)
        draw_attract_strip(canvas, self.context.kit, self._ticks, self.context.kit.say(DEMO))

    def _show(self) -> Transition | None:
        if self._demo is None:
            self._load()
            return None
        self._demo.step()
        if self._demo.is_over or self._ticks >= self._act.ticks:
            return Replace(TableScreen(self.context, self._turn))
        return None

    def _load(self) -> None:
        """One tick of it."""
        if self._ticks < SHOWN_FIRST or read_next(self._unread):
            return
        self._demo = Demo(self.context, self._act)
        set_aside_what_is_loaded()
        self._ticks = 0


class TableScreen(AttractScreen):
    """A table of scores; every turn the next one that has rows."""

    def __init__(self, context: Context, turn: int = 0) -> None:
        super().__init__(context)
        tables = tables_with_rows(context.saves) or ((SWARM, context.settings.difficulty),)
        self._stage, self._difficulty = tables[turn % len(tables)]
        self._backdrop = scores_backdrop(context)

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        self._backdrop.draw(canvas, self._ticks)
        page = scores_page(self.context.saves, self._ticks, self._stage, self._difficulty)
        draw_scores(canvas, self.context.kit, page, with_hints=False)
        draw_attract_strip(canvas, self.context.kit, self._ticks, self.context.kit.say("SCORES"))

    def _show(self) -> Transition | None:
        return Pop() if self._ticks >= TABLE_STAYS else None


def tables_with_rows(saves: Saves) -> tuple[tuple[str, str], ...]:
    """Stage and difficulty of each, the swarm's first."""
    return tuple(
        (stage, difficulty) for stage in SCORED for difficulty in DIFFICULTIES if saves.table(stage, difficulty)
    )
