"""The command view: time runs slow, the world falls back to one blue, lines and who sits on them keep their colour."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pygame

from game.sim.content.grid import CHARGE_FULL, CHARGE_READY, SPAN_CAPACITY
from game.sim.power import Circuit, CircuitState, Span
from game.sim.soldiers import SoldierState
from game.sim.units import TICKS_PER_SECOND, VIEW_WIDTH
from game.sim.world import World
from game.view.conductors import ARMS, Points
from game.view.hud.circuit_cards import FRAMES, Supply, heat_colour, paint_supply, shown_state
from game.view.kit import ELECTRIC, PLASMA, Kit, fill_bar, trough
from game.view.language import message_as
from game.view.motion import blinks, ease_out
from game.view.moves import COMMAND_HINTS
from game.view.palette import PALETTE
from game.view.text import Align, fitted
from game.view.tones import fall_back_to

TONES: Final = ("04051a", "0a1030", "142050", "24386c", "4c64a0", "8ca0d0", "e0e8ff")  # dark to light
BRIGHTEN = 1.15  # the one-colour world would look dimmer than it is
OPEN_TICKS = 8
VEIL = ((0, 0.85), (100, 0.6), (124, 0.0))

CARD_WIDTH, CARD_HEIGHT, CARD_PITCH, CARD_TOP = 192, 72, 204, 36  # px
CARDS_SHOWN = 3
GAUGE_X, GAUGE_WIDTH = 62, 120
NAME_WIDTH = 128  # px
TAG_WIDTH, TAG_HEIGHT = 40, 20
TAG_LIFT = 30  # px above the middle of its span
GLOW_DIAMETER, CHOSEN_GLOW, GLOW_STEP = 20, 34, 5  # px
PERCHED_SHARE = 0.4  # of a line's glow that lies on those who sit on it
DASH = 4  # px of a tripped line's dashes and gaps
STRIP_Y, STRIP_HEIGHT = 320, 32
SUPPLY_PLACE: Final = (264, 16)

STATE_WORDS = {
    "off": message_as("wire", "OFF"),
    "live": message_as("wire", "LIVE"),
    "hot": message_as("wire", "OVERHEATING"),
    "ready": message_as("wire", "SURGE READY"),
    "surge": message_as("wire", "SURGE!"),
    "tripped": message_as("wire", "TRIPPED"),
    "broken": message_as("wire", "WIRE DOWN"),
}
STATE_COLOURS = {
    "off": "steel",
    "live": "volt3",
    "hot": "orange",
    "ready": "gold",
    "surge": "white",
    "tripped": "rose",
    "broken": "red",
}
WIRE_GLOWS: Final = {"live": (20, 60, 140), "hot": (140, 60, 10), "ready": (130, 70, 10), "surge": (90, 140, 190)}
WIRE_CORES = {
    "live": ("volt3", "volt1"),
    "hot": ("gold", "rust"),
    "ready": ("cream", "orange"),
    "surge": ("white", "volt2"),
}


@dataclass(frozen=True, slots=True)
class CommandView:
    chosen: int  # circuit
    age: int  # frames since it was opened


def draw_command(canvas: pygame.Surface, kit: Kit, world: World, camera_x: float, view: CommandView) -> None:
    """Turns a canvas that holds the drawn world into the command view."""
    before = canvas.copy() if view.age < OPEN_TICKS else None
    fall_back_to(canvas, TONES, BRIGHTEN)
    if before is not None:
        before.set_alpha(255 - 255 * (view.age + 1) // OPEN_TICKS)
        canvas.blit(before, (0, 0))
    left = int(camera_x)
    _draw_wires(canvas, kit, world, left, view)
    _draw_perched(canvas, kit, world, left)
    _light_perched(canvas, kit, world, left)
    canvas.blit(kit.veil(VIEW_WIDTH, VEIL), (0, 0))
    _draw_tags(canvas, kit, world, left, view)
    _draw_corners(canvas)
    kit.blit(canvas, "icon/clock", 20, 14)
    kit.text(canvas, kit.say("COMMAND"), 44, 18, "volt3")
    kit.text(canvas, kit.say("TIME 1/4"), 620, 18, "volt3" if blinks(view.age, 40) else "volt2", Align.RIGHT)
    circuits = len(world.grid.circuits)
    paint_supply(canvas, kit, SUPPLY_PLACE, Supply.of(world))
    drop = round(ease_out(view.age + 1, OPEN_TICKS) * CARD_HEIGHT) - CARD_HEIGHT
    for number, place in command_card_places(circuits, view.chosen):
        _draw_card(canvas, kit, world, number, place.x, place.y + drop)
        if number == view.chosen:
            _draw_chosen(canvas, kit, place.x, place.y + drop, view.age)
    _draw_keys(canvas, kit)


def command_card_places(circuits: int, chosen: int) -> list[tuple[int, pygame.Rect]]:
    """The circuits whose cards are shown, three at most around the chosen one, and where on the canvas they stand."""
    shown = min(CARDS_SHOWN, circuits)
    first = min(max(0, chosen - 1), circuits - shown)
    left = (VIEW_WIDTH - shown * CARD_PITCH + CARD_PITCH - CARD_WIDTH) // 2
    return [
        (first + place, pygame.Rect(left + place * CARD_PITCH, CARD_TOP, CARD_WIDTH, CARD_HEIGHT))
        for place in range(shown)
    ]


def _spans_in_view(world: World, left: int) -> list[tuple[int, Span, int, int]]:
    """(circuit, span, first x, last x on the canvas) of every span that shows."""
    found = []
    for (circuit, a, b), span in zip(world.lines.spans, world.grid.spans, strict=True):
        x0, x1 = int(world.stage.pylon[a].x) - left, int(world.stage.pylon[b].x) - left
        if x1 > 0 and x0 < VIEW_WIDTH:
            found.append((circuit, span, x0, x1))
    return found


def _draw_wires(canvas: pygame.Surface, kit: Kit, world: World, left: int, view: CommandView) -> None:
    """Each line in the light of its state; the chosen one shines wider, and an off one can be seen."""
    for circuit, _, x0, x1 in _spans_in_view(world, left):
        state = shown_state(world.grid.circuits[circuit])
        for points in _conductors(world, left, x0, x1):
            if state in WIRE_GLOWS:
                diameter = CHOSEN_GLOW if circuit == view.chosen else GLOW_DIAMETER
                _add_glow(canvas, kit, points, state, diameter)
                core, edge = WIRE_CORES[state]
                pygame.draw.lines(canvas, PALETTE[edge], False, [(x, y + 1) for x, y in points])
                pygame.draw.lines(canvas, PALETTE[core], False, points)
            elif state == "tripped":
                for at in range(0, len(points) - DASH, 2 * DASH):
                    pygame.draw.lines(canvas, PALETTE["gold"], False, points[at : at + DASH])
            elif state == "off":
                pygame.draw.lines(canvas, PALETTE["white" if circuit == view.chosen else "steel"], False, points)


def _conductors(world: World, left: int, x0: int, x1: int) -> list[Points]:
    """The canvas points of a span's three wires, lowest first, as far as they are in view."""
    columns = np.arange(max(0, x0), min(VIEW_WIDTH, x1))
    if len(columns) < 2:
        return []
    insulators = world.lines.insulator_y.take(columns + left)
    hangs = world.wire_y.take(columns + left) - insulators
    rows = [np.rint(insulators - arm.rise + hangs * arm.sag_share).astype(int) for arm in ARMS]
    return [list(zip(columns.tolist(), row.tolist(), strict=True)) for row in rows]


def _add_glow(canvas: pygame.Surface, kit: Kit, points: Points, state: str, diameter: int, share: float = 1.0) -> None:
    red, green, blue = WIRE_GLOWS[state]
    glow = kit.glow(diameter, (round(red * share), round(green * share), round(blue * share)))
    half = diameter // 2
    canvas.fblits([(glow, (x - half, y - half)) for x, y in points[::GLOW_STEP]], pygame.BLEND_RGB_ADD)


def _light_perched(canvas: pygame.Surface, kit: Kit, world: World, left: int) -> None:
    """Whoever sits on a line takes on its light, so that a crowd does not hide its state."""
    for circuit, _, x0, x1 in _spans_in_view(world, left):
        state = shown_state(world.grid.circuits[circuit])
        if state in WIRE_GLOWS:
            for points in _conductors(world, left, x0, x1)[:1]:
                _add_glow(canvas, kit, points, state, GLOW_DIAMETER, PERCHED_SHARE)
                pygame.draw.lines(canvas, PALETTE[WIRE_CORES[state][0]], False, points)


def _draw_perched(canvas: pygame.Surface, kit: Kit, world: World, left: int) -> None:
    """Who sits on the wires, in the very frame the swarm's view shows them in."""
    soldiers = world.soldiers
    rows = np.flatnonzero(soldiers.state == SoldierState.PERCH)
    x, y = soldiers.position[0, rows] - left, soldiers.position[1, rows]
    rows, x, y = (array[(x > -16) & (x < VIEW_WIDTH + 16)] for array in (rows, x, y))
    luck = soldiers.luck[rows]
    right_facing, left_facing = (kit.soldiers[f"host/normal/perch/{facing}"] for facing in ("right", "left"))
    frames = (*right_facing.frames[:2], *left_facing.frames[:2])
    beat = (world.beat + (luck & np.uint32(63)).astype(np.intp)) // right_facing.ticks % 2
    number = beat + 2 * (luck >> np.uint32(9) & np.uint32(1)).astype(np.intp)
    chosen = [frames[index] for index in number.tolist()]
    canvas.fblits(
        [
            (frame.image, (round(at_x) - frame.pivot_x, round(at_y) - frame.pivot_y))
            for frame, at_x, at_y in zip(chosen, x.tolist(), y.tolist(), strict=True)
        ]
    )


def _draw_tags(canvas: pygame.Surface, kit: Kit, world: World, left: int, view: CommandView) -> None:
    """How many sit on each span in view; for a chosen circuit out of view, where it is."""
    shown = set()
    for circuit, span, x0, x1 in _spans_in_view(world, left):
        shown.add(circuit)
        x = min(VIEW_WIDTH - TAG_WIDTH, max(TAG_WIDTH, (x0 + x1) // 2))
        if not x0 < x < x1:
            continue
        y = int(world.wire_y[min(len(world.wire_y) - 1, x + left)]) - TAG_LIFT
        state = shown_state(world.grid.circuits[circuit])
        kit.frame(canvas, x - TAG_WIDTH // 2, y - TAG_HEIGHT // 2, TAG_WIDTH, TAG_HEIGHT, FRAMES[state])
        colour = "white" if circuit == view.chosen else STATE_COLOURS[state]
        kit.text(canvas, str(span.perched), x, y - 4, colour, Align.CENTRE)
    if world.grid.circuits and view.chosen not in shown:
        ends = [world.stage.pylon[a].x for circuit, a, _ in world.lines.spans if circuit == view.chosen]
        to_the_left = bool(ends) and ends[0] < left
        x = 16 if to_the_left else VIEW_WIDTH - 16
        kit.text(canvas, "◀" if to_the_left else "▶", x, 160, "white", Align.CENTRE, 2)
        kit.text(canvas, str(view.chosen + 1), x + (18 if to_the_left else -18), 160, "white", Align.CENTRE, 2)


def _draw_corners(canvas: pygame.Surface) -> None:
    """The frame of the slowed moment."""
    for x, y, along, down in ((8, 8, 1, 1), (631, 8, -1, 1), (8, 351, 1, -1), (631, 351, -1, -1)):
        canvas.fill(PALETTE["volt2"], (min(x, x + along * 15), y, 16, 1))
        canvas.fill(PALETTE["volt2"], (x, min(y, y + down * 15), 1, 16))


def _draw_card(canvas: pygame.Surface, kit: Kit, world: World, number: int, x: int, y: int) -> None:
    circuit = world.grid.circuits[number]
    state = shown_state(circuit)
    kit.frame(canvas, x, y, CARD_WIDTH, CARD_HEIGHT, FRAMES[state], 0.88)
    kit.text(canvas, str(number + 1), x + 10, y + 8, "white", scale=2)
    called = kit.say(world.stage.circuit[number].name) or kit.say("LINE {line}", line=number + 1)
    name = fitted(called.upper(), NAME_WIDTH)
    kit.text(canvas, name, x + 34, y + 5)
    kit.text(canvas, _state_words(kit, circuit, state), x + 34, y + 18, STATE_COLOURS[state])
    kit.blit(canvas, f"circuit/{state}", x + CARD_WIDTH - 24, y + 7)
    kit.text(canvas, kit.say("CHARGE"), x + 10, y + 31, "mist")
    trough(canvas, x + GAUGE_X, y + 32, GAUGE_WIDTH, 6)
    charged = round(GAUGE_WIDTH * min(1.0, circuit.charge / CHARGE_FULL))
    fill_bar(canvas, x + GAUGE_X, y + 32, charged, 6, PLASMA if circuit.ready else ELECTRIC)
    ready_x = x + GAUGE_X + round(GAUGE_WIDTH * CHARGE_READY / CHARGE_FULL)
    canvas.fill(PALETTE["white"], (ready_x, y + 30, 1, 10))
    kit.text(canvas, kit.say("HEAT"), x + 10, y + 44, "mist")
    trough(canvas, x + GAUGE_X, y + 47, GAUGE_WIDTH, 3)
    heat = round(GAUGE_WIDTH * min(1.0, circuit.heat))
    canvas.fill(PALETTE[heat_colour(circuit.heat)], (x + GAUGE_X, y + 47, heat, 3))
    kit.blit(canvas, "icon/soldier", x + 8, y + 55)
    kit.text(canvas, str(circuit.perched), x + 34, y + 59)
    _draw_sag(canvas, kit, world, number, x + CARD_WIDTH - 12, y + 59)


def _state_words(kit: Kit, circuit: Circuit, state: str) -> str:
    words = kit.say_as("wire", STATE_WORDS[state])
    if circuit.state in (CircuitState.TRIPPED, CircuitState.BROKEN):
        return f"{words} {-(-circuit.timer // TICKS_PER_SECOND)}"
    return kit.say_as("wire", "SURGE FULL") if circuit.full else words


def _draw_sag(canvas: pygame.Surface, kit: Kit, world: World, number: int, right: int, y: int) -> None:
    """How heavily the worst span of the circuit is laden: nothing, one mark, two; three in red before it breaks."""
    spans = [
        span for (circuit, _, _), span in zip(world.lines.spans, world.grid.spans, strict=True) if circuit == number
    ]
    load = max((span.perched / SPAN_CAPACITY for span in spans), default=0.0)
    marks, colour = ("▼▼", "orange") if load > 0.8 else ("▼", "mist") if load > 0.3 else ("·", "mist")
    if any(span.strained for span in spans):
        marks, colour = "▼▼▼", "rose"
    kit.text(canvas, kit.say("SAG {marks}", marks=marks), right, y, colour, Align.RIGHT)


def _draw_chosen(canvas: pygame.Surface, kit: Kit, x: int, y: int, age: int) -> None:
    """White brackets at the corners, and a pointer that moves."""
    left, top, right, bottom = x - 2, y - 2, x + CARD_WIDTH + 2, y + CARD_HEIGHT + 2
    for corner_x, bar_x in ((left, left), (right - 2, right - 12)):
        for corner_y, bar_y in ((top, top), (bottom - 2, bottom - 12)):
            canvas.fill(PALETTE["white"], (bar_x, corner_y, 12, 2))
            canvas.fill(PALETTE["white"], (corner_x, bar_y, 2, 12))
    kit.text(canvas, "▼", x + CARD_WIDTH // 2, bottom + 3 + age // 12 % 2, "white", Align.CENTRE)


def _draw_keys(canvas: pygame.Surface, kit: Kit) -> None:
    kit.shade(canvas, 8, STRIP_Y, VIEW_WIDTH - 16, STRIP_HEIGHT, "ink", 0.86)
    kit.hints(canvas, COMMAND_HINTS, 20, STRIP_Y + 12)
