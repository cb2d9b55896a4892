"""Top middle: a card for every circuit (state, soldiers on it, charge, heat) and the grid's supply."""

from dataclasses import dataclass
from typing import NamedTuple

import pygame

from game.sim.content.grid import CHARGE_FULL, CHARGE_READY
from game.sim.events import CommandRefused, Event
from game.sim.power import Circuit, CircuitState
from game.sim.units import TICKS_PER_SECOND
from game.sim.world import World
from game.view.hud.fitting import fitting_scale, middle_y
from game.view.hud.layout import CARD_HEIGHT, CARD_WIDTH, SUPPLY_HEIGHTS, HudLayout
from game.view.hud.plate import Plate
from game.view.kit import ELECTRIC, PLASMA, Kit, fill_bar, trough
from game.view.motion import blinks
from game.view.palette import PALETTE
from game.view.text import Align

STUD = 1  # px that the studs of a full card reach over its corners
HOT = 0.75  # heat from which a live circuit shows as hot
FLIP_TICKS = 10
REFUSED_TICKS = 14
COUNTDOWN_BLOCKS = 5
COUNT_ROOM, COUNT_HEIGHT = 38, 24  # px of a card right of its number, over its gauge
PIPS_X, PIPS_GAP, PIP_PITCH, PIP_WIDTH, PIP_HEIGHT = 56, 8, 14, 11, 6  # px at scale 1
MOST_PIPS = 5
SUPPLY_PLACE = (4, 0)  # in its plate
USED, FREE, STRUCK = ("volt2", "volt3"), ("deep", "slate"), ("blood", "red")  # pips

FRAMES = {
    "off": "off",
    "live": "focus",
    "hot": "hot",
    "ready": "gold",
    "surge": "focus",
    "tripped": "warn",
    "broken": "off",
}
NUMBERS = {
    "off": "mist",
    "live": "volt3",
    "hot": "cream",
    "ready": "cream",
    "surge": "volt3",
    "tripped": "gold",
    "broken": "rose",
}
COUNT_COLOURS = {CircuitState.TRIPPED: "gold", CircuitState.BROKEN: "rose"}
HEAT_COLOURS = ("rust", "orange", "red", "rose")  # cool to hot


def shown_state(circuit: Circuit) -> str:
    """The state a circuit is shown in: off, live, hot, ready, surge, tripped or broken."""
    match circuit.state:
        case CircuitState.LIVE:
            return "ready" if circuit.ready else "hot" if circuit.heat >= HOT else "live"
        case CircuitState.SURGING:
            return "surge"
        case CircuitState.TRIPPED:
            return "tripped"
        case CircuitState.BROKEN:
            return "broken"
        case CircuitState.OFF:
            return "off"


def heat_colour(heat: float) -> str:
    return HEAT_COLOURS[min(3, int(heat * 4))]


@dataclass(slots=True)
class _Shown:
    """What one card shows, and since when."""

    state: str = "off"
    flip: int = 0  # ticks left of the turn to a new state
    refused: int = 0  # ticks left of the shake
    timer_from: int = 1  # the longest countdown seen in this state


class _Card:
    def __init__(self, kit: Kit, number: int, place: pygame.Rect, scale: int) -> None:
        self._kit = kit
        self._number = number
        self._width = place.width
        self._scale = scale  # of its count, which leaves no room for an icon when it is large
        self._shown = _Shown()
        self._plate = Plate(place.inflate(2 * STUD, 2 * STUD))
        self._before = self._plate.surface

    def observe(self, circuit: Circuit, refused: bool) -> None:
        shown = self._shown
        state = shown_state(circuit)
        shown.flip = max(0, shown.flip - 1)
        shown.refused = REFUSED_TICKS if refused else max(0, shown.refused - 1)
        if state != shown.state:
            self._before = self._plate.surface.copy()
            shown.state, shown.flip, shown.timer_from = state, FLIP_TICKS, 1
        shown.timer_from = max(shown.timer_from, circuit.timer)

    def settle(self) -> None:
        """Ends its turn and its shake."""
        self._shown.flip = self._shown.refused = 0

    def draw(self, canvas: pygame.Surface, circuit: Circuit, tick: int, strength: float) -> None:
        gauge = round((self._width - 10) * min(1.0, circuit.charge / CHARGE_FULL))
        heat = round((self._width - 10) * min(1.0, circuit.heat))
        lit = blinks(tick) if circuit.full else False
        seconds = -(-circuit.timer // TICKS_PER_SECOND)
        blocks = -(-circuit.timer * COUNTDOWN_BLOCKS // self._shown.timer_from)
        contents = (self._shown.state, gauge, heat, lit, seconds, blocks, circuit.perched, circuit.full)
        self._plate.show(contents, lambda plate: self._paint(plate, circuit, gauge, heat, lit))
        if self._shown.flip:
            self._draw_turning(canvas, strength)
            return
        home = self._plate.rect.x
        self._plate.rect.x += (0, 2, 0, -2)[self._shown.refused // 2 % 4]
        self._plate.draw(canvas, strength)
        self._plate.rect.x = home

    def _draw_turning(self, canvas: pygame.Surface, strength: float) -> None:
        """The old face closes to a line, the new one opens from it."""
        left = self._shown.flip * 2 - FLIP_TICKS
        face = self._before if left > 0 else self._plate.surface
        height = max(2, self._plate.rect.height * abs(left) // FLIP_TICKS)
        turned = pygame.transform.scale(face, (self._plate.rect.width, height))
        turned.set_alpha(round(255 * strength))
        canvas.blit(turned, turned.get_rect(center=self._plate.rect.center))

    def _paint(self, plate: pygame.Surface, circuit: Circuit, gauge: int, heat: int, lit: bool) -> None:
        kit, state = self._kit, self._shown.state
        width = self._width
        kit.frame(plate, STUD, STUD, width, CARD_HEIGHT, FRAMES[state], 0.82)
        if state == "surge":
            kit.shade(plate, STUD + 2, STUD + 2, width - 4, CARD_HEIGHT - 4, "volt1", 0.6)
        kit.text(plate, str(self._number + 1), STUD + 5, STUD + 6, NUMBERS[state])
        if width == CARD_WIDTH:
            if self._scale == 1 or not self._count(circuit):
                kit.blit(plate, f"circuit/{state}", STUD + 14, STUD + 3)
            self._paint_count(plate, circuit)
        left, top, room = STUD + 5, STUD + 22, width - 10
        trough(plate, left, top, room, 4)
        if state == "tripped":
            self._paint_countdown(plate, circuit, left, top, room)
        elif state == "broken":
            for x in range(room):
                plate.set_at((left + x, top + x // 2 % 4), PALETTE["red"])
        else:
            ramp = PLASMA if circuit.ready else ELECTRIC
            fill_bar(plate, left, top, gauge, 4, ramp)
            if lit:
                plate.fill(PALETTE["cream"], (left, top + 1, gauge, 2))
            tick_x = left + round(room * CHARGE_READY / CHARGE_FULL)
            plate.fill(PALETTE["white" if state != "off" else "slate"], (tick_x, top - 1, 1, 6))
        if heat and state != "tripped":
            plate.fill(PALETTE[heat_colour(circuit.heat)], (left, top + 6, heat, 1))
        if circuit.full:
            for x in (0, width + 2 * STUD - 3):
                for y in (0, CARD_HEIGHT + 2 * STUD - 3):
                    plate.fill(PALETTE["white" if lit else "cream"], (x, y, 3, 3))

    def _count(self, circuit: Circuit) -> str:
        """Of the soldiers on it, or of the seconds until it works again."""
        if circuit.state in (CircuitState.LIVE, CircuitState.SURGING):
            return str(circuit.perched)
        return str(-(-circuit.timer // TICKS_PER_SECOND)) if circuit.timer else ""

    def _paint_count(self, plate: pygame.Surface, circuit: Circuit) -> None:
        count = self._count(circuit)
        colour = COUNT_COLOURS.get(circuit.state, "white")
        right = STUD + self._width - (2 if len(count) > 2 else 4)  # three figures must clear the icon
        scale = fitting_scale(count, self._scale, COUNT_ROOM, COUNT_HEIGHT)
        top = STUD + middle_y(count, COUNT_HEIGHT, scale)
        self._kit.text(plate, count, right, top, colour, Align.RIGHT, scale)

    def _paint_countdown(self, plate: pygame.Surface, circuit: Circuit, left: int, top: int, room: int) -> None:
        lit = -(-circuit.timer * COUNTDOWN_BLOCKS // self._shown.timer_from)
        pitch = room // COUNTDOWN_BLOCKS
        for block in range(COUNTDOWN_BLOCKS):
            plate.fill(PALETTE["gold" if block < lit else "ember"], (left + block * pitch, top, pitch - 1, 4))


class CircuitCards:
    def __init__(self, kit: Kit, layout: HudLayout) -> None:
        self._kit = kit
        self._scale = layout.scale
        self._cards = [_Card(kit, number, place, layout.scale) for number, place in enumerate(layout.cards)]
        self._supply = Plate(layout.supply)

    def observe(self, world: World, events: list[Event]) -> None:
        refused = {event.circuit for event in events if isinstance(event, CommandRefused)}
        for number, (card, circuit) in enumerate(zip(self._cards, world.grid.circuits, strict=True)):
            card.observe(circuit, number in refused)

    def settle(self) -> None:
        for card in self._cards:
            card.settle()

    def draw(self, canvas: pygame.Surface, world: World, strength: float) -> None:
        if not self._cards:
            return
        for card, circuit in zip(self._cards, world.grid.circuits, strict=True):
            card.draw(canvas, circuit, world.tick, strength)
        supply = Supply.of(world)
        self._supply.show(
            (supply, self._kit.language),
            lambda plate: paint_supply(plate, self._kit, SUPPLY_PLACE, supply, self._scale),
        )
        self._supply.draw(canvas, strength)


class Supply(NamedTuple):
    """Of the grid: circuits it feeds, could feed, and has."""

    used: int
    most: int
    circuits: int

    @classmethod
    def of(cls, world: World) -> "Supply":
        return cls(world.grid.live_count(), world.stage.supply, len(world.grid.circuits))


def paint_supply(canvas: pygame.Surface, kit: Kit, place: tuple[int, int], supply: Supply, scale: int = 1) -> None:
    """A pip for every circuit: used, free, or struck where the grid could not feed it. `place`: its row's corner."""
    x, y = place
    word, height = kit.say("SUPPLY"), SUPPLY_HEIGHTS[scale]
    word_scale = fitting_scale(word, scale, (PIPS_X - PIPS_GAP) * scale, height)
    word_right = x + (PIPS_X - PIPS_GAP) * scale
    kit.text(canvas, word, word_right, y + middle_y(word, height, word_scale), "mist", Align.RIGHT, word_scale)
    wide, tall = PIP_WIDTH * scale, PIP_HEIGHT * scale
    top = y + (height - tall) // 2
    for number in range(min(MOST_PIPS, max(supply.circuits, supply.most))):
        left = x + (PIPS_X + number * PIP_PITCH) * scale
        body, light = USED if number < supply.used else FREE if number < supply.most else STRUCK
        canvas.fill(PALETTE["ink"], (left - 1, top - 1, wide + 2, tall + 2))
        canvas.fill(PALETTE[body], (left, top, wide, tall))
        canvas.fill(PALETTE[light], (left, top, wide, scale))
        if number >= supply.most:
            pygame.draw.line(canvas, PALETTE["red"], (left + 2, top), (left + 1 + tall, top + tall - 1), scale)
