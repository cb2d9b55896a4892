"""The game's own picture of an episode, for people who watch. Nothing of it is imported before somebody does."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from game.sim.events import Event
from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.sim.world import World

if TYPE_CHECKING:
    import pygame

WINDOW_SCALE = 2


class Renderer:
    """Follows one episode: call `observe` after every tick. Wants pygame, and a display only for `show`."""

    def __init__(self, world: World) -> None:
        import pygame

        from game.view.picture import Picture

        self._picture = Picture(world.stage, world.seed)
        self._canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), depth=32)

    def observe(self, world: World, events: list[Event]) -> None:
        self._picture.observe(world, events)

    def draw(self, world: World) -> "pygame.Surface":
        """The world as it is now, 640 x 360."""
        self._picture.draw(self._canvas, world)
        return self._canvas

    def pixels(self, world: World) -> npt.NDArray[np.uint8]:
        """The world as it is now: (360, 640, 3) of uint8."""
        import pygame

        data = pygame.image.tobytes(self.draw(world), "RGB")
        return np.frombuffer(data, np.uint8).reshape(VIEW_HEIGHT, VIEW_WIDTH, 3).copy()


class Window:
    """A window of its own that shows frames at a steady pace."""

    def __init__(self) -> None:
        import pygame

        pygame.display.init()
        self._surface = pygame.display.set_mode((VIEW_WIDTH * WINDOW_SCALE, VIEW_HEIGHT * WINDOW_SCALE))
        pygame.display.set_caption("Gamera: Legion on the Wire")
        self._clock = pygame.time.Clock()

    def show(self, canvas: "pygame.Surface", frames_per_second: float) -> None:
        """Shows the frame and waits until the next is due."""
        import pygame

        pygame.transform.scale_by(canvas, WINDOW_SCALE, self._surface)
        pygame.event.pump()
        pygame.display.flip()
        self._clock.tick(frames_per_second)

    def close(self) -> None:
        import pygame

        pygame.display.quit()
