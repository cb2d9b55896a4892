"""A part of the display on a surface of its own."""

from collections.abc import Callable, Hashable

import pygame

from game.view.motion import ease_toward

ASIDE = 0.3  # strength of a plate while Gamera stands behind it
ASIDE_STEP = 0.06  # per tick: a fifth of a second from full to aside


class Plate:
    """Redrawn only when what it shows changed; otherwise it costs one blit."""

    def __init__(self, place: pygame.Rect) -> None:
        self.rect = place.copy()
        self.surface = pygame.Surface(place.size, pygame.SRCALPHA, 32)
        self._shown: Hashable = None

    def show(self, contents: Hashable, paint: Callable[[pygame.Surface], None]) -> None:
        """Has `paint` draw the plate if `contents` is not what it shows already."""
        if contents != self._shown:
            self._shown = contents
            self.surface.fill((0, 0, 0, 0))
            paint(self.surface)

    def draw(self, canvas: pygame.Surface, strength: float = 1.0) -> None:
        self.surface.set_alpha(round(255 * strength))
        canvas.blit(self.surface, self.rect)

    def draw_sliding(self, canvas: pygame.Surface, strength: float, across: int) -> None:
        """`across` px beside its place, as far as that is still in it."""
        self.surface.set_alpha(round(255 * strength))
        canvas.subsurface(self.rect).blit(self.surface, (across, 0))


class StepsAside:
    """Lets a region of the display fade while Gamera stands behind it."""

    def __init__(self, region: pygame.Rect) -> None:
        self.region = region
        self.strength = 1.0

    def observe(self, gamera: pygame.Rect) -> None:
        """One tick; `gamera` is where he is on the canvas."""
        wanted = ASIDE if self.region.colliderect(gamera) else 1.0
        self.strength = ease_toward(self.strength, wanted, ASIDE_STEP)
