"""Over the foot: what is left of the Queen, her marks, how near she is to reeling, and what she is about to do."""

from typing import Final

import pygame

from game.sim.components import Body, Queen, QueenState
from game.sim.content.queen import FURY_MARKS, STAGGER_FULL, STAGGERED_TICKS
from game.sim.events import Event
from game.sim.systems.grapple import takes_the_horn
from game.sim.world import World
from game.view.hud.fitting import fitting_scale, middle_y
from game.view.hud.layout import HudLayout
from game.view.hud.plate import Plate
from game.view.kit import FOE, PLASMA, Kit, fill_bar, trough
from game.view.language import message
from game.view.motion import blinks, ease_out, ease_toward
from game.view.palette import PALETTE
from game.view.text import Align

BAR_X, BAR_WIDTH, BAR_HEIGHT = 8, 336, 8  # px
BAR_ABOVE_FOOT = 16  # px from its top to the foot of the place; over it stand the words
NAME_X, NAME_GAP = 24, 8  # px; from her name to the word
DIAMOND = 2  # px
STANCE_BELOW, STANCE_HEIGHT = 10, 4  # px from bar to bar; how far she is shaken, or while she reels, how long still
GHOST_WAITS, GHOST_DRAINS = 40, 0.004  # ticks; share of the bar a tick
SLIDE_TICKS = 20
HORN_PERIOD = 24  # ticks in which the call for the horn blinks once

STATE_WORDS: Final[dict[QueenState, str]] = {
    QueenState.IMPALE: message("LEG STRIKE"),
    QueenState.BEAM: message("HORN BEAM"),
    QueenState.BARRIER: message("CREST OPEN"),
    QueenState.SPAWN: message("BROOD"),
    QueenState.WHIPS: message("LASER WHIPS"),
    QueenState.RAM: message("HEAD DOWN"),
    QueenState.CALLING: message("FURY"),
    QueenState.STAGGERED: message("STAGGERED"),
    QueenState.COLLAPSED: message("FALLEN"),
    QueenState.RISE: message("SHE RISES"),
}


class QueenBar:
    """Slides in when she begins to fight, out when she is gone."""

    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._plate = Plate(layout.queen)
        self._wanted_scale = layout.scale
        self._share = self._ghost = 1.0
        self._lost_for = 0
        self._word, self._colour = "", "volt3"
        self._fights = False
        self._stance, self._reels = 0.0, False
        self._shown_for = 0  # ticks; counts down again when she is gone

    def observe(self, world: World, events: list[Event]) -> None:
        self._fights = False
        for _, mother, _ in world.entities.each(Queen, Body):
            if mother.vitality_full > 0 and mother.fights and mother.state is not QueenState.BREAK:
                self._fights = True
                self._follow(mother, world.tick)
        self._shown_for = max(0, min(SLIDE_TICKS, self._shown_for + (1 if self._fights else -1)))

    def _follow(self, mother: Queen, tick: int) -> None:
        share = max(0.0, mother.vitality / mother.vitality_full)
        self._lost_for = 0 if share < self._share else self._lost_for + 1
        self._reels = mother.state is QueenState.STAGGERED
        self._stance = 1 - mother.age / STAGGERED_TICKS if self._reels else mother.stagger / STAGGER_FULL
        self._share = share
        self._ghost = max(share, self._ghost)
        if self._lost_for > GHOST_WAITS:
            self._ghost = ease_toward(self._ghost, share, GHOST_DRAINS)
        self._word, self._colour = STATE_WORDS.get(mother.state, "" if mother.horn else message("HORNLESS")), "volt3"
        if takes_the_horn(mother):
            self._word, self._colour = message("TAKE THE HORN!"), "gold" if blinks(tick, HORN_PERIOD) else "cream"
        elif mother.state is QueenState.STAGGERED:
            self._colour = "gold"

    def draw(self, canvas: pygame.Surface, strength: float) -> None:
        if not self._shown_for:
            return
        filled, lost = round(BAR_WIDTH * self._share), round(BAR_WIDTH * self._ghost)
        shaken = round(BAR_WIDTH * max(0.0, self._stance))
        contents = (filled, lost, shaken, self._reels, self._word, self._colour, self._kit.language)
        self._plate.show(contents, lambda plate: self._paint(plate, filled, lost, shaken))
        self._plate.draw(canvas, strength * ease_out(self._shown_for, SLIDE_TICKS))

    def _paint(self, plate: pygame.Surface, filled: int, lost: int, shaken: int) -> None:
        bar_y = plate.get_height() - BAR_ABOVE_FOOT
        self._kit.shade(plate, 0, 0, *plate.get_size(), "ink", 0.55)
        self._paint_words(plate, bar_y)
        trough(plate, BAR_X, bar_y, BAR_WIDTH, BAR_HEIGHT)
        fill_bar(plate, BAR_X, bar_y, lost, BAR_HEIGHT, PLASMA)
        fill_bar(plate, BAR_X, bar_y, filled, BAR_HEIGHT, FOE)
        if filled:
            plate.fill(PALETTE["white"], (BAR_X + filled - 1, bar_y, 1, BAR_HEIGHT))
        for mark in FURY_MARKS:
            x, y = BAR_X + int(BAR_WIDTH * mark), bar_y + BAR_HEIGHT // 2
            _paint_diamond(plate, x, y, "ink", DIAMOND + 1)
            _paint_diamond(plate, x, y, "white" if self._share > mark else "slate", DIAMOND)
        stance_y = bar_y + STANCE_BELOW
        trough(plate, BAR_X, stance_y, BAR_WIDTH, STANCE_HEIGHT)
        plate.fill(PALETTE["cream" if self._reels else "gold"], (BAR_X, stance_y + 1, shaken, STANCE_HEIGHT - 2))

    def _paint_words(self, plate: pygame.Surface, height: int) -> None:
        """In a row of that height: her sign; what she does, and her name as large as that leaves room."""
        kit, right = self._kit, BAR_X + BAR_WIDTH
        kit.blit(plate, "icon/queen", BAR_X - 6, (height - 14) // 2)
        word, name = kit.say(self._word), kit.say("LEGION QUEEN")
        scale = fitting_scale(word, self._wanted_scale, right - NAME_X, height)
        kit.text(plate, word, right, middle_y(word, height, scale), self._colour, Align.RIGHT, scale)
        room = right - NAME_X - (kit.type.width(word, scale) + NAME_GAP if word else 0)
        scale = fitting_scale(name, self._wanted_scale, room, height)
        if kit.type.width(name, scale) <= room:
            kit.text(plate, name, NAME_X, middle_y(name, height, scale), "blush", scale=scale)


def _paint_diamond(plate: pygame.Surface, x: int, y: int, colour: str, reach: int) -> None:
    for row in range(-reach, reach + 1):
        half = reach - abs(row)
        plate.fill(PALETTE[colour], (x - half, y + row, 2 * half + 1, 1))
