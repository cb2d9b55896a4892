"""Pylons and wires: what they carry, how hot it is, and how near to a surge.

Three conductors a span. The lowest is the one of the rules, to the pixel: soldiers sit on it. The upper two hang from
the pylons' upper arms and follow its sag. Light is added over the picture in slices as wide as `STEP`, cut to the
curve.
"""

from dataclasses import dataclass

import numpy as np
import pygame

from game.sim.content.grid import CHARGE_FULL
from game.sim.events import CircuitBroken, CircuitSwitched, CircuitTripped, Event, SoldierElectrocuted
from game.sim.power import Circuit, CircuitState
from game.sim.rng import Floats
from game.sim.units import GROUND_Y, VIEW_WIDTH
from game.sim.world import World
from game.view.art import brightened, canvas_format, keyed_sheet
from game.view.lens import Lens
from game.view.sheets import Sheet, Strip, load_sheet

STEP = 8  # px; slices of light and points of a curve
UPPER = ((18.0, 0.82), (36.0, 0.68))  # px above the lowest wire, share of its sag
PYLON_HALF = 70  # px
PYLON_FRONT = 166.0  # px from a pylon's foot up to its lowest arm

DEAD_LINE, DEAD_SHADE = (74, 82, 122), (30, 32, 58)
LIVE_CORE, LIVE_EDGE = (236, 250, 255), (84, 168, 255)
READY_CORE, READY_EDGE = (255, 250, 214), (255, 190, 84)
HOT_EDGE = (255, 112, 92)
SURGE_CORE = (255, 255, 255)

AIR_EVERY = 64  # px between two of the wide lights round a live line
AIR_ABOVE = 14  # px; the middle of the three conductors
AIR_SHARE = 0.3  # of the line's own strength
HOT = 0.7  # heat from which a line shows it
GLOW_STEPS = 6
FLICKER_TICKS = 5  # the arcs' own unrest; small, never a flash
READY_PULSE_TICKS = 40  # 1.5 a second
DISCHARGE_TICKS = 9
DISCHARGES_MOST = 40
SNAP_TICKS = 32


@dataclass(frozen=True, slots=True)
class Discharge:
    """A fork of lightning from a wire to whom it killed."""

    x: float
    y: float
    long: bool
    age: int


@dataclass(frozen=True, slots=True)
class Snap:
    """A wire that came down and still whips."""

    span: int
    age: int


class Wires:
    def __init__(self, city: Sheet) -> None:
        """`city` has the pylons, in the colours of the place."""
        self._city = city
        self._power = keyed_sheet("power")
        self._glow = {colour: _glow_tiles(colour) for colour in ("blue", "white", "orange", "red")}
        self._tick = 0
        self._discharges: list[Discharge] = []
        self._snaps: list[Snap] = []
        self._switched: dict[int, int] = {}  # circuit: tick it went on, for the run of light along it

    def observe(self, world: World, events: list[Event]) -> None:
        self._tick += 1
        self._discharges = [
            Discharge(fork.x, fork.y, fork.long, fork.age + 1)
            for fork in self._discharges
            if fork.age + 1 < DISCHARGE_TICKS
        ]
        self._snaps = [Snap(snap.span, snap.age + 1) for snap in self._snaps if snap.age + 1 < SNAP_TICKS]
        for event in events:
            match event:
                case SoldierElectrocuted(x=x, y=y) if len(self._discharges) < DISCHARGES_MOST:
                    wire_y = float(world.wire_y[min(len(world.wire_y) - 1, max(0, int(x)))])
                    self._discharges.append(Discharge(x, wire_y, y - wire_y > 20, 0))
                case CircuitBroken(span=span):
                    self._snaps.append(Snap(span, 0))
                case CircuitSwitched(circuit=circuit, live=True):
                    self._switched[circuit] = self._tick
                case CircuitTripped(circuit=circuit):
                    self._switched.pop(circuit, None)

    def draw_pylons(self, lens: Lens, world: World) -> None:
        frame = self._city["pylon/standing"].frames[0]
        for pylon in world.stage.pylon:
            if lens.sees(pylon.x - PYLON_HALF, pylon.x + PYLON_HALF):
                lens.blit(frame.image, pylon.x, pylon.top + PYLON_FRONT, frame.pivot_x, frame.pivot_y)

    def draw(self, lens: Lens, world: World) -> None:
        for number, (which, left, right) in enumerate(world.lines.spans):
            x0, x1 = int(world.stage.pylon[left].x), int(world.stage.pylon[right].x)
            if not lens.sees(x0, x1):
                continue
            circuit = world.grid.circuits[which]
            if circuit.state is CircuitState.BROKEN:
                self._draw_hanging(lens, number, x0, x1, world)
                continue
            curves = _conductors(world, x0, x1, lens)
            if len(curves[0]) < 2:
                continue
            if circuit.current > 0:
                self._draw_live(lens, circuit, curves)
            else:
                for curve in curves:
                    pygame.draw.lines(lens.canvas, DEAD_SHADE, False, [(x, y + 1) for x, y in curve])
                    pygame.draw.lines(lens.canvas, DEAD_LINE, False, curve)
                if circuit.state is CircuitState.TRIPPED:
                    self._drop_sparks(lens, number, curves[0])

    def draw_over(self, lens: Lens, world: World) -> None:
        """What leaps from the wires over those who sit on them: arcs, sparks, forks of lightning."""
        for which, left, right in world.lines.spans:
            x0, x1 = int(world.stage.pylon[left].x), int(world.stage.pylon[right].x)
            circuit = world.grid.circuits[which]
            if circuit.current > 0 and lens.sees(x0, x1) and (lowest := _conductors(world, x0, x1, lens)[0]):
                every = 2 if circuit.state is CircuitState.SURGING else 3 if circuit.ready else 7
                self._draw_arcs(lens, self._power["wire_arc"], every, lowest)
                self._run_light_along(lens, which, lowest)
        self._draw_discharges(lens)

    def _draw_live(self, lens: Lens, circuit: Circuit, curves: list[list[tuple[int, int]]]) -> None:
        core, edge, glow = self._colours(circuit)
        strength = self._strength(circuit)
        for number, curve in enumerate(curves):
            pygame.draw.lines(lens.canvas, edge, False, [(x, y + 1) for x, y in curve])
            pygame.draw.lines(lens.canvas, core, False, curve)
            share = strength if number == 0 else strength * 0.6
            tile = self._glow[glow][min(GLOW_STEPS - 1, int(share * GLOW_STEPS))]
            top = tile.get_height() // 2
            for x, y in curve:
                lens.lights.add_picture(tile, x - STEP, y - top)
        _light_the_air(lens, glow, curves[0], strength)
        if circuit.state is CircuitState.SURGING:
            self._draw_arcs(lens, self._power["wire_surge"], 1, curves[0])
            middle = curves[0][len(curves[0]) // 2][0] + lens.left
            lens.light("white", 160, middle, GROUND_Y - 6, 0.5)
            ground = self._power["ground_current"].at(self._tick)
            lens.blit(ground.image, middle, GROUND_Y, ground.pivot_x, ground.pivot_y)

    def _colours(self, circuit: Circuit) -> tuple[tuple[int, int, int], tuple[int, int, int], str]:
        """Core, edge and the light's colour: a shape of brightness first, hue second."""
        if circuit.state is CircuitState.SURGING:
            return SURGE_CORE, LIVE_EDGE, "white"
        if circuit.ready:
            pulse = self._tick % READY_PULSE_TICKS < READY_PULSE_TICKS // 2
            return READY_CORE, READY_EDGE, "orange" if pulse or not circuit.full else "white"
        if circuit.heat > HOT:
            return LIVE_CORE, HOT_EDGE, "red"
        return LIVE_CORE, LIVE_EDGE, "blue"

    def _strength(self, circuit: Circuit) -> float:
        """0 to 1: how brightly the line shines."""
        if circuit.state is CircuitState.SURGING:
            return 1.0
        unrest = (self._tick // FLICKER_TICKS * 7919 % 5) * 0.03
        return min(0.95, 0.55 + 0.35 * circuit.charge / CHARGE_FULL + unrest)

    def _draw_arcs(self, lens: Lens, strip: Strip, every: int, curve: list[tuple[int, int]]) -> None:
        """Arcs that crawl along the wire on one of `every` tiles, cut into slices so that they follow its curve."""
        for index, (x, y) in enumerate(curve):
            tile, part = divmod(index, 32 // STEP)
            if (tile * 5 + self._tick // 9) % every:
                continue
            frame = strip.at(self._tick + tile * 5)
            lens.canvas.blit(frame.image, (x, y - frame.pivot_y), (part * STEP, 0, STEP, frame.image.get_height()))

    def _run_light_along(self, lens: Lens, which: int, curve: list[tuple[int, int]]) -> None:
        """Sparks that travel with the current, and a brighter one when it was just switched on."""
        count = len(curve)
        speeds = (3, 5) if which % 2 else (4, 3)
        for lane, speed in enumerate(speeds):
            x, y = curve[(self._tick * speed // 4 + lane * count // 2) % count]
            spark = self._power["wire_spark"].at(self._tick + lane * 7)
            lens.canvas.blit(spark.image, (x - spark.pivot_x, y - spark.pivot_y))
        since = self._tick - self._switched.get(which, -1000)
        if since < 40:
            x, y = curve[min(count - 1, since * count // 40)]
            lens.light("blue", 96, x + lens.left, y + lens.top, 1 - since / 40)

    def _drop_sparks(self, lens: Lens, span: int, curve: list[tuple[int, int]]) -> None:
        slot = (self._tick // 20 + span * 3) * 2654435761 >> 7
        x, y = curve[slot % len(curve)]
        fall = self._tick % 20
        spark = self._power["wire_spark"].at(fall)
        lens.canvas.blit(spark.image, (x - spark.pivot_x, y - spark.pivot_y + fall * fall // 8))

    def _draw_hanging(self, lens: Lens, span: int, x0: int, x1: int, world: World) -> None:
        """The two ends hang from their pylons; for the first half second they whip."""
        ages = [snap.age for snap in self._snaps if snap.span == span]
        _, left, right = world.lines.spans[span]
        for x, pylon, facing in ((x0, left, "right"), (x1, right, "left")):
            top = world.stage.pylon[pylon].top
            if ages:
                frame = self._power[f"wire_whip/{facing}"].at(ages[0])
                lens.blit(frame.image, x, top, frame.pivot_x, frame.pivot_y)
                continue
            lean = 1 if facing == "right" else -1
            points = [lens.spot(x + lean * drop * drop / 900, top + drop) for drop in range(0, 165, 15)]
            pygame.draw.lines(lens.canvas, DEAD_LINE, False, points)

    def _draw_discharges(self, lens: Lens) -> None:
        for fork in self._discharges:
            strip = self._power["discharge/long" if fork.long else "discharge/short"]
            frame = strip.at(fork.age)
            lens.blit(frame.image, fork.x, fork.y, frame.pivot_x, frame.pivot_y)
            if fork.age < 4:
                lens.light("blue", 48, fork.x, fork.y + 8, 0.6)


def _conductors(world: World, x0: int, x1: int, lens: Lens) -> list[list[tuple[int, int]]]:
    """The three curves in canvas px, lowest first, one point every STEP px of what is in view."""
    first = max(x0, lens.left - STEP) // STEP * STEP
    xs = np.arange(max(first, x0), min(x1, lens.left + VIEW_WIDTH + 2 * STEP), STEP)
    if not len(xs):
        return [[]]
    lowest: Floats = world.wire_y.take(xs)
    insulators: Floats = world.lines.insulator_y.take(xs)
    hang = lowest - insulators
    curves = [lowest]
    curves += [insulators - np.float32(rise) + hang * np.float32(share) for rise, share in UPPER]
    canvas_x = (xs - lens.left).tolist()
    return [list(zip(canvas_x, (np.rint(curve).astype(np.intp) - lens.top).tolist(), strict=True)) for curve in curves]


def _light_the_air(lens: Lens, colour: str, curve: list[tuple[int, int]], strength: float) -> None:
    """A wide faint light round the line; it hangs in the world, not on the view, so that it does not swim."""
    for x, y in curve:
        if (x + lens.left) % AIR_EVERY < STEP:
            lens.lights.add(colour, 160, x, y - AIR_ABOVE, AIR_SHARE * strength)


def _glow_tiles(colour: str) -> tuple[pygame.Surface, ...]:
    """The light's tile in GLOW_STEPS brightnesses, faintest first; 16 px wide, so that neighbours overlap by half."""
    form = canvas_format()
    frame = load_sheet("glows")[f"wire_glow/{colour}"].frames[0]
    full = pygame.Surface(frame.image.get_size(), 0, form)
    full.blit(frame.image, (0, 0))
    # Two slices lie over every px, so each carries half of the light.
    return tuple(brightened(full, 0.5 * (step + 1) / GLOW_STEPS) for step in range(GLOW_STEPS))
