"""The foot's ends: soldiers left, and how much of the city line holds; over it, for a while, what it lost and why."""

import pygame

from game.sim.events import BlockDamaged, Event, SoldiersCrossedLine
from game.sim.world import World
from game.view.hud.plate import Plate
from game.view.kit import Kit
from game.view.language import message
from game.view.motion import blinks, rolled
from game.view.text import GLYPH, Align, Edge

ALARM_TICKS = 40  # the line's number is red this long after soldiers came through
GROUND = 0.75  # how much of the street its ends hide
FIRM = 50  # percent over which the line counts as safe
LOSS_TICKS = 120  # a loss stays so long over the number; what is lost within that is added to it
LOSS_RIGHT, LOSS_Y = 632, 321  # px; twelve letters and the number end right of the Queen's bar
BLOCK_FELL, BLOCK_CRUSHED = message("BLOCK FELL"), message("BY GAMERA")
LINE_CROSSED = message("LINE CROSSED")


def line_percent(world: World) -> int:
    """How much of the city line is left, 0 to 100."""
    return max(0, 100 - 100 * world.overrun() // max(1, world.line_holds()))


class Foot:
    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.scale = 1  # of its numbers
        self._left = Plate(4, 332, 144, 22)
        self._right = Plate(536, 332, 100, 22)
        self._soldiers = 0
        self._line = 100
        self._alarm = 0
        self._percent = 100  # of the line, at the last tick
        self._lost = 0  # percent, in what is told over the number
        self._lost_by = ""  # in English
        self._lost_for = 0  # ticks left of telling it

    def observe(self, world: World, events: list[Event]) -> None:
        coming = sum(wave.left for wave in world.direction.waves)
        self._soldiers = rolled(self._soldiers, world.soldiers.alive() + coming)
        percent = line_percent(world)
        self._line = rolled(self._line, percent)
        self._alarm = max(0, self._alarm - 1)
        if any(isinstance(event, SoldiersCrossedLine) for event in events):
            self._alarm = ALARM_TICKS
        self._note_loss(percent, events)

    def _note_loss(self, percent: int, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, BlockDamaged) and event.stage == 2:
                self._lost_by = BLOCK_CRUSHED if event.by_gamera else BLOCK_FELL
            elif isinstance(event, SoldiersCrossedLine):
                self._lost_by = LINE_CROSSED
        self._lost_for = max(0, self._lost_for - 1)
        if percent < self._percent and self._lost_by:
            already = self._lost if self._lost_for else 0
            self._lost, self._lost_for = already + self._percent - percent, LOSS_TICKS
        self._percent = percent

    def draw(self, canvas: pygame.Surface, world: World) -> None:
        self._left.show((self._soldiers, self.scale, self._kit.language), self._paint_soldiers)
        self._left.draw(canvas)
        if world.stage.line is not None:
            red = self._alarm > 0 and blinks(self._alarm, 16)
            contents = (self._line, red, self.scale, self._kit.language)
            self._right.show(contents, lambda plate: self._paint_line(plate, red))
            self._right.draw(canvas)
            if self._lost_for:
                words = f"{self._kit.say(self._lost_by)} -{self._lost}%"
                width = self._kit.type.width(words)
                self._kit.shade(canvas, LOSS_RIGHT - width - 3, LOSS_Y - 2, width + 6, GLYPH + 3, "ink", GROUND)
                self._kit.text(canvas, words, LOSS_RIGHT, LOSS_Y, "rose", Align.RIGHT, edge=Edge.OUTLINE)

    def _paint_soldiers(self, plate: pygame.Surface) -> None:
        self._lay_ground(plate)
        self._kit.blit(plate, "icon/soldier", 4, 4)
        after = self._kit.text(plate, str(self._soldiers), 24, self._number_y, "white", scale=self.scale)
        self._kit.text(plate, self._kit.say("LEFT"), max(56, after + 8), 8, "mist")

    def _paint_line(self, plate: pygame.Surface, red: bool) -> None:
        self._lay_ground(plate)
        self._kit.blit(plate, "icon/city", 5, 3)
        if self.scale == 1:  # a large number leaves no room beside the icon
            self._kit.text(plate, self._kit.say("CITY"), 25, 8, "mist")
        colour = "rose" if red else "lime" if self._line > FIRM else "orange"
        self._kit.text(plate, f"{self._line}%", 96, self._number_y, colour, Align.RIGHT, scale=self.scale)

    def _lay_ground(self, plate: pygame.Surface) -> None:
        """What stands in the street's foreground is bright: vending machines, cars."""
        self._kit.shade(plate, 0, 0, *plate.get_size(), "ink", GROUND)

    @property
    def _number_y(self) -> int:
        return 8 - GLYPH * (self.scale - 1) // 2
