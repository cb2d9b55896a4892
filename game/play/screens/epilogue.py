"""After the last stage: what is said of him, then the credits, then the title."""

import pygame

from game.play.bindings import DIRECTIONS
from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.loading import LoadingScreen
from game.play.screens.stack import Pop, Screen, Transition
from game.sim.world import World
from game.view.pages.backdrop import Backdrop
from game.view.pages.credits import CreditsPage, credits_end_at, draw_credits
from game.view.pages.epilogue import EpiloguePage, draw_epilogue, spoken_at

MORNING = "dawn"  # the place
CAMERA_X = 320.0


def open_epilogue(context: Context, world: World, rank: str) -> Screen:
    """`world` is the last stage, won with `rank`."""
    shares = context.saves.city.values()
    city = sum(shares) / len(shares) if shares else 1.0
    return LoadingScreen(context, lambda: EpilogueScreen(context, world.tally.trust, city, rank))


class EpilogueScreen(Screen):
    """`trust` 0 to 100; `city`: share of the film's blocks that stand."""

    def __init__(self, context: Context, trust: float, city: float, rank: str) -> None:
        super().__init__(context)
        self._trust, self._city, self._rank = trust, city, rank
        self._backdrop = Backdrop(MORNING, context.presenter.canvas, CAMERA_X)
        self._tick = 0
        self._credits_from: int | None = None  # the tick on which they began

    def entered(self) -> None:
        self.context.sound.leave()
        self.context.play_music("epilogue")

    def tick(self, controls: Controls) -> Transition | None:
        """A press shows all words, the next one the credits, the last one the title."""
        self._tick += 1
        pressed = bool(controls.pressed - DIRECTIONS) or controls.clicked
        if self._credits_from is not None:
            over = self._tick - self._credits_from > credits_end_at()
            return Pop() if pressed or over else None
        spoken = spoken_at(self.context.kit, self._page())
        if pressed and self._tick < spoken:
            self._tick = spoken
        elif pressed:
            self._credits_from = self._tick
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        self._backdrop.draw(canvas, self._tick)
        if self._credits_from is None:
            draw_epilogue(canvas, self.context.kit, self._page())
        else:
            draw_credits(canvas, self.context.kit, CreditsPage(self._tick - self._credits_from))

    def _page(self) -> EpiloguePage:
        return EpiloguePage(self._tick, self._trust, self._city, self._rank)
