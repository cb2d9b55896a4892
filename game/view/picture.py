"""The picture of a game: the world, and over it the display, the command view or the field."""

from dataclasses import dataclass

import pygame

from game.sim.events import Event
from game.sim.stage import Stage
from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.sim.world import World
from game.view.camera import Camera
from game.view.command import CommandView, draw_command
from game.view.hud import Hud
from game.view.hud.second_cursor import draw_second_card, draw_second_cursor
from game.view.kit import Kit
from game.view.overlay import TickCost
from game.view.stage import StageView


@dataclass(frozen=True, slots=True)
class LookSettings:
    """What a player may change about the picture."""

    shake: float = 1.0  # 0 none, 1 full
    flashes: float = 1.0  # 0 none, 1 full
    big_text: bool = False


class Picture:
    """Call `observe` once after every tick, in order, and `draw` as often as you like."""

    def __init__(
        self, stage: Stage, seed: int = 0, settings: LookSettings | None = None, kit: Kit | None = None
    ) -> None:
        """`kit` is the window's, so that the display names the keys or buttons in hand."""
        self.settings = settings if settings is not None else LookSettings()
        self._kit = kit if kit is not None else Kit()
        self._stage = stage
        self._view = StageView(stage, seed, flashes=self.settings.flashes)
        self._hud = Hud(self._kit, stage, big_text=self.settings.big_text)

    @property
    def camera(self) -> Camera:
        """`camera.x` is the world x of the picture's left edge."""
        return self._view.camera

    def observe(self, world: World, events: list[Event]) -> None:
        if world.stage is not self._stage:  # the sandbox raised a pylon
            self._stage = world.stage
            self._hud = Hud(self._kit, world.stage, big_text=self.settings.big_text)
        self._view.observe(world, events, self.settings.shake)
        self._hud.observe(world, events)

    def settle(self) -> None:
        """Ends what turns in the display: the picture will stand still for a while."""
        self._hud.settle()

    def warm_up(self, world: World) -> None:
        """Reads and makes what the first frame needs (about 50 ms of pictures), so that it is not late."""
        self.draw(pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), depth=32), world)

    def draw(
        self,
        canvas: pygame.Surface,
        world: World,
        alpha: float = 1.0,
        *,
        command: CommandView | None = None,
        field: bool = False,
        tick_cost: TickCost | None = None,
        hud: bool = True,
        second_cursor: int | None = None,
    ) -> None:
        """Draws on a 640 x 360 canvas of 32 bits, `alpha` of the way from the tick before the last to the last one.

        `tick_cost` is shown with the field.
        """
        swells = hud or world.playing
        self._view.draw(
            canvas, world, alpha, field=field, tick_cost=tick_cost, language=self._kit.language, swells=swells
        )
        if command is not None:
            draw_command(canvas, self._kit, world, self.camera.x, command)
            return
        if second_cursor is not None:
            draw_second_cursor(canvas, self._kit, world, self.camera.x, second_cursor)
        if hud:
            self._hud.draw(canvas, world, self.camera.x)
        if second_cursor is not None:
            draw_second_card(canvas, len(world.grid.circuits), second_cursor)
