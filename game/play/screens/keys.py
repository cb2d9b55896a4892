"""The page of keys."""

import pygame

from game.play.bindings import DIRECTIONS
from game.play.context import Context
from game.play.latch import Controls
from game.play.screens.stack import Pop, Screen, Transition
from game.view.pages.keys import KeysPage, draw_keys


class KeysScreen(Screen):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tick = 0

    def tick(self, controls: Controls) -> Transition | None:
        """Any button leads back."""
        self._tick += 1
        if controls.pressed - DIRECTIONS or controls.clicked:
            self.context.sound.interface("back")
            return Pop()
        return None

    def draw(self, canvas: pygame.Surface, alpha: float | None) -> None:
        draw_keys(canvas, self.context.kit, KeysPage(self._tick))
