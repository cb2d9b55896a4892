"""The foot's ends: soldiers left, and how much of the city line holds; over it, for a while, what it lost and why."""

import pygame

from game.sim.events import BlockDamaged, Event, SoldiersCrossedLine
from game.sim.world import World
from game.view.hud.fitting import fitting_scale, middle_y
from game.view.hud.layout import HudLayout
from game.view.hud.plate import Plate
from game.view.kit import Kit
from game.view.language import message
from game.view.motion import blinks, rolled
from game.view.text import Align

ALARM_TICKS = 40  # the line's number is red this long after soldiers came through
GROUND = 0.75  # how much of the street its ends hide
FIRM = 50  # percent over which the line counts as safe
LOSS_TICKS = 120  # a loss stays so long over the number; what is lost within that is added to it
LOSS_MARGIN = 2  # px left and right of its words
NUMBER_X, ICON_Y, WORD_GAP = 24, 2, 8  # px
LEFT_X = 52  # px; of the word behind a short number
CITY_NUMBER_RIGHT = 96  # px
BLOCK_FELL, BLOCK_CRUSHED = message("BLOCK FELL"), message("BY GAMERA")
LINE_CROSSED = message("LINE CROSSED")


def line_percent(world: World) -> int:
    """How much of the city line is left, 0 to 100."""
    return max(0, 100 - 100 * world.overrun() // max(1, world.line_holds()))


class Foot:
    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._scale = layout.scale
        self._left = Plate(layout.soldiers)
        self._right = Plate(layout.city)
        self._loss = Plate(layout.loss)
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
        self._left.show((self._soldiers, self._kit.language), self._paint_soldiers)
        self._left.draw(canvas)
        if world.stage.line is not None:
            red = self._alarm > 0 and blinks(self._alarm, 16)
            self._right.show((self._line, red, self._kit.language), lambda plate: self._paint_line(plate, red))
            self._right.draw(canvas)
            if self._lost_for:
                self._loss.show((self._lost_by, self._lost, self._kit.language), self._paint_loss)
                self._loss.draw(canvas)

    def _paint_soldiers(self, plate: pygame.Surface) -> None:
        self._lay_ground(plate)
        kit, (width, height) = self._kit, plate.get_size()
        kit.blit(plate, "icon/soldier", 4, ICON_Y)
        number, word = str(self._soldiers), kit.say("LEFT")
        after = kit.text(plate, number, NUMBER_X, middle_y(number, height, self._scale), "white", scale=self._scale)
        x = max(LEFT_X, after + WORD_GAP)
        scale = fitting_scale(word, self._scale, width - x, height)
        kit.text(plate, word, x, middle_y(word, height, scale), "mist", scale=scale)

    def _paint_line(self, plate: pygame.Surface, red: bool) -> None:
        self._lay_ground(plate)
        kit, height = self._kit, plate.get_height()
        kit.blit(plate, "icon/city", 5, ICON_Y - 1)
        if self._scale == 1:  # a large number leaves no room beside the icon
            word = kit.say("CITY")
            kit.text(plate, word, NUMBER_X + 1, middle_y(word, height), "mist")
        number, colour = f"{self._line}%", "rose" if red else "lime" if self._line > FIRM else "orange"
        top = middle_y(number, height, self._scale)
        kit.text(plate, number, CITY_NUMBER_RIGHT, top, colour, Align.RIGHT, scale=self._scale)

    def _paint_loss(self, plate: pygame.Surface) -> None:
        kit, (whole, height) = self._kit, plate.get_size()
        words = f"{kit.say(self._lost_by)} -{self._lost}%"
        scale = fitting_scale(words, self._scale, whole - 2 * LOSS_MARGIN, height)
        width = kit.type.width(words, scale) + 2 * LOSS_MARGIN
        kit.shade(plate, whole - width, 0, width, height, "ink", GROUND)
        kit.text(plate, words, whole - width + LOSS_MARGIN, middle_y(words, height, scale), "rose", scale=scale)

    def _lay_ground(self, plate: pygame.Surface) -> None:
        """What stands in the street's foreground is bright: vending machines, cars."""
        self._kit.shade(plate, 0, 0, *plate.get_size(), "ink", GROUND)
