"""Top left: Gamera's head, vitality with a ghost of what was lost lately, plasma charges, jet fuel."""

import pygame

from game.sim.content.moves import FUEL_FULL, PLASMA_FULL, VITALITY_LOW
from game.sim.events import Event, GameraBitten, GameraHurt, PlasmaShort
from game.sim.world import World
from game.view.hud.layout import HudLayout
from game.view.hud.plate import Plate
from game.view.kit import GHOST, JETS, PLASMA, VITALITY, Kit, fill_bar, segment_bar, trough
from game.view.kit import VITALITY_LOW as LOW_RAMP
from game.view.motion import blinks, ease_toward
from game.view.palette import PALETTE

SEGMENTS, SEGMENT_PITCH = 16, 8  # px
BAR_WIDTH = SEGMENTS * SEGMENT_PITCH - 1
CHARGES = round(PLASMA_FULL)
CHARGE_WIDTH, CHARGE_PITCH = 21, 24
FUEL_WIDTH, FUEL_NOTCH = 35, 7
GHOST_WAITS = 36  # ticks a loss stands before its ghost drains
GHOST_DRAINS = 0.006  # of the bar, a tick
SHORT_TICKS = 24  # the plasma gauge is red this long when there was too little of it
HURT_TICKS = 10
NUMBER_X, NUMBER_Y = 162, (0, 3, 1)  # px; y by scale


class Vitals:
    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._plate = Plate(layout.vitals)
        self._number_scale = layout.scale
        self._share = self._ghost = 1.0
        self._lost_for = 0  # ticks since vitality was last lost
        self._plasma = self._fuel = 0.0
        self._short_for = 0
        self._hurt_for = 0
        self._tick = 0
        self._number = 100

    def observe(self, world: World, events: list[Event]) -> None:
        gamera = world.gamera
        share = max(0.0, gamera.vitality / gamera.vitality_full)
        self._lost_for = 0 if share < self._share - 1e-6 else self._lost_for + 1
        self._share = share
        if self._ghost < share:
            self._ghost = share
        elif self._lost_for > GHOST_WAITS or self._ghost - share > 0.3:
            self._ghost = ease_toward(self._ghost, share, GHOST_DRAINS)
        self._number = round(100 * share)
        self._plasma = gamera.plasma
        self._fuel = ease_toward(self._fuel, gamera.fuel / FUEL_FULL, 0.04)
        self._short_for = max(0, self._short_for - 1)
        self._hurt_for = max(0, self._hurt_for - 1)
        self._tick = world.tick
        for event in events:
            if isinstance(event, PlasmaShort):
                self._short_for = SHORT_TICKS
            elif isinstance(event, GameraHurt | GameraBitten) and event.vitality_lost > 4:
                self._hurt_for = HURT_TICKS

    def draw(self, canvas: pygame.Surface, strength: float) -> None:
        low = self._share < VITALITY_LOW
        alarm = self._hurt_for > 0 or (low and blinks(self._tick))
        contents = (
            round(self._share * BAR_WIDTH),
            round(self._ghost * BAR_WIDTH),
            self._number,
            round(self._plasma * CHARGE_WIDTH),
            round(self._fuel * FUEL_WIDTH),
            low,
            alarm,
            self._short_for > 0 and blinks(self._short_for, 12),
        )
        self._plate.show(contents, lambda plate: self._paint(plate, low, alarm, contents[-1]))
        self._plate.draw(canvas, strength)

    def _paint(self, plate: pygame.Surface, low: bool, alarm: bool, short: bool) -> None:
        kit, scale = self._kit, self._number_scale
        kit.frame(plate, 2, 2, 24, 24, "warn" if alarm else "panel")
        kit.blit(plate, "icon/gamera", 6, 6)
        ramp = LOW_RAMP if low else VITALITY
        segment_bar(plate, 30, 3, SEGMENTS, SEGMENT_PITCH, 8, self._share, self._ghost, ramp)
        kit.text(plate, str(self._number), NUMBER_X, NUMBER_Y[scale], "rose" if low else "lime", scale=scale)
        kit.blit(plate, "mini/flame", 29, 15)
        kit.blit(plate, "mini/jet", 113, 15)
        for number in range(CHARGES):
            left = 39 + number * CHARGE_PITCH
            share = min(1.0, max(0.0, self._plasma - number))
            trough(plate, left, 16, CHARGE_WIDTH, 5)
            fill_bar(plate, left, 16, round(CHARGE_WIDTH * share), 5, GHOST if short else PLASMA)
            if share >= 1:
                plate.fill(PALETTE["cream"], (left + CHARGE_WIDTH - 2, 16, 2, 5))
            if short and share < 1:
                plate.fill(PALETTE["red"], (left, 20, CHARGE_WIDTH, 1))
        trough(plate, 122, 16, FUEL_WIDTH, 5)
        fill_bar(plate, 122, 16, round(FUEL_WIDTH * self._fuel), 5, JETS)
        for notch in range(FUEL_NOTCH, FUEL_WIDTH, FUEL_NOTCH):
            plate.fill(PALETTE["ink"], (122 + notch, 16, 1, 5))
