"""Pylons and wires: what they carry, how hot it is, and how near to a surge.

A span's conductors and the light along them are pictures that are kept (`span_picture.py`); arcs and sparks are cut
into slices that follow the curve of the lowest one.
"""

from dataclasses import dataclass

from game.sim.events import CircuitSurged, CircuitSwitched, CircuitTripped, Event, SoldierElectrocuted
from game.sim.power import Circuit, CircuitState, Lines
from game.sim.units import GROUND_Y
from game.sim.world import World
from game.view.art import keyed_sheet
from game.view.conductors import ARMS, INSULATOR_END, INSULATORS, Points, conductors_of, jumpers
from game.view.lens import Lens
from game.view.palette import Colour
from game.view.sheets import Sheet, Strip
from game.view.span_picture import SpanPicture, draw_line
from game.view.wire_breaks import WireBreaks
from game.view.wire_glow import TILE_EVERY, WireGlow, mixed, strength_of

STEP = TILE_EVERY  # px between two points of a curve
OVER_SWARM = 1.0  # of a line's light at every second point, so half of it, that is added over those who sit on it
PYLON_HALF = 70  # px
PYLON_FRONT = 166.0  # px from a pylon's foot up to its lowest arm

DEAD_LINE, DEAD_SHADE = (74, 82, 122), (30, 32, 58)
ARC_WIDTH = 32  # px of a tile of arc
ARC_STAYS = 27  # ticks an arc stays on its tile
ARC_SLOWER = 4  # ticks a tick of its strip lasts: at full speed a span of arcs flickers twenty times a second
DISCHARGE_TICKS = 14  # it keeps its shape so long; one that changes all the time is noise
DISCHARGES_MOST = 26
FLASH_TICKS = 15  # the strip `insulator_flash`
FLASH_APART = 20  # ticks at least: never more than three flashes a second, however fast a line is switched
EASE_TICKS = 24  # a line's light comes and goes in so long, for the same reason
RUN_TICKS = 40  # the light takes so long along a span that was just switched on
CURRENT_EVERY = 104  # px between two currents that crawl over the ground below a surge


@dataclass(frozen=True, slots=True)
class Discharge:
    """A fork of lightning from a wire to whom it killed."""

    x: float
    y: float
    long: bool
    phase: int  # ticks by which its picture is ahead of the others'
    born: int  # tick


@dataclass(frozen=True, slots=True)
class SpanInView:
    number: int
    which: int  # circuit
    circuit: Circuit
    left: int  # world x of its pylons
    right: int


class Wires:
    def __init__(self, city: Sheet, *, steady: bool = False) -> None:
        """`city` has the pylons, in the colours of the place. `steady`: nothing flickers, light comes up softly."""
        self._steady = steady
        self._pylon = city["pylon/standing"].frames[0]
        self._power = keyed_sheet("power")
        self._glow = WireGlow()
        whips = {side: self._power[f"wire_whip/{side}"] for side in ("left", "right")}
        self._breaks = WireBreaks(whips, self._power["wire_spark"], spits=not steady)
        self._lines: Lines | None = None  # what `_spans` were made for; a sandbox grows more
        self._spans: list[SpanPicture] = []
        self._tick = 0
        self._discharges: list[Discharge] = []
        self._switched: dict[int, int] = {}  # circuit: tick it went on
        self._flashed: dict[int, int] = {}  # circuit: tick its insulators flashed
        self._levels: dict[int, float] = {}  # circuit: share of its light that has come, 0 to 1

    def observe(self, world: World, events: list[Event]) -> None:
        self._tick += 1
        self._discharges = [fork for fork in self._discharges if self._tick - fork.born < DISCHARGE_TICKS]
        self._breaks.observe(world, events)
        for number, state in enumerate(world.grid.circuits):
            at_once = state.state is CircuitState.SURGING and not self._steady
            self._levels[number] = 1.0 if at_once else _next_level(self._level(number, state), state)
        for event in events:
            match event:
                case SoldierElectrocuted(uid=uid, x=x, y=y):
                    self._discharge(world, x, y, uid)
                case CircuitSwitched(circuit=circuit, live=True):
                    self._flash(circuit)
                    self._switched[circuit] = self._tick
                case CircuitSurged(circuit=circuit) | CircuitTripped(circuit=circuit):
                    self._flash(circuit)

    def draw_pylons(self, lens: Lens, world: World) -> None:
        for pylon in world.stage.pylon:
            if lens.sees(pylon.x - PYLON_HALF, pylon.x + PYLON_HALF):
                lens.blit(self._pylon.image, pylon.x, pylon.top + PYLON_FRONT, self._pylon.pivot_x, self._pylon.pivot_y)

    def draw(self, lens: Lens, world: World) -> None:
        """The wires and their light."""
        if world.lines is not self._lines:
            self._lines = world.lines
            self._spans = [SpanPicture(conductors) for conductors in conductors_of(world.lines, STEP)]
        for span in _spans_in_view(lens, world):
            if self._breaks.is_down(world, span.number):
                self._breaks.draw(lens, world, span.number, INSULATORS)
                continue
            picture = self._spans[span.number]
            picture.hang(world.wire_y)
            level = self._level(span.which, span.circuit)
            if level > 0:
                self._draw_lit(lens, world, span, level)
            else:
                self._draw_lines(lens, world, span, DEAD_LINE, DEAD_SHADE)
            if span.circuit.state is CircuitState.SURGING:
                self._draw_surge(lens, span)
            elif span.circuit.state is CircuitState.TRIPPED:
                self._drop_sparks(lens, world, span)

    def draw_over(self, lens: Lens, world: World) -> None:
        """What leaps from the wires over those who sit on them: arcs, sparks, forks of lightning."""
        for span in _spans_in_view(lens, world):
            if span.circuit.current > 0:
                picture = self._spans[span.number]
                level = self._level(span.which, span.circuit) * strength_of(span.circuit, self._clock)
                picture.add_light(lens, self._glow.tiles(span.circuit, OVER_SWARM * level)[:1], every=2)
                every = 2 if span.circuit.state is CircuitState.SURGING else 3 if span.circuit.ready else 7
                self._draw_arcs(lens, self._power["wire_arc"], every, picture.lowest(lens))
                self._run_light_along(lens, world, span)
            self._flash_insulators(lens, world, span)
        self._draw_discharges(lens)

    def _level(self, which: int, circuit: Circuit) -> float:
        """A line that was never watched shows its whole light at once."""
        return self._levels.get(which, float(circuit.current > 0))

    @property
    def _clock(self) -> int:
        """Ticks by which arcs and sparks change and charged lines breathe."""
        return 0 if self._steady else self._tick

    def _discharge(self, world: World, x: float, y: float, uid: int) -> None:
        if self._steady or len(self._discharges) >= DISCHARGES_MOST:
            return
        wire_y = float(world.wire_y[min(len(world.wire_y) - 1, max(0, int(x)))])
        self._discharges.append(Discharge(x, wire_y, y - wire_y > 20, uid * 5 % 12, self._tick))

    def _flash(self, which: int) -> None:
        if not self._steady and self._tick - self._flashed.get(which, -FLASH_APART) >= FLASH_APART:
            self._flashed[which] = self._tick

    def _draw_lines(self, lens: Lens, world: World, span: SpanInView, core: Colour, edge: Colour) -> None:
        self._spans[span.number].draw_lines(lens, core, edge)
        for curve in jumpers(lens, world, span.number):
            draw_line(lens.canvas, curve, core, edge)

    def _draw_lit(self, lens: Lens, world: World, span: SpanInView, level: float) -> None:
        """A line with current, or one that had it a moment ago."""
        shine = self._glow.shine(span.circuit)
        strength = level * strength_of(span.circuit, self._clock)
        core, edge = mixed(DEAD_LINE, shine.core, level), mixed(DEAD_SHADE, shine.edge, level)
        self._draw_lines(lens, world, span, core, edge)
        picture = self._spans[span.number]
        picture.add_light(lens, self._glow.tiles(span.circuit, strength))
        self._glow.draw_round(lens, span.circuit, picture.lowest(lens), strength)
        for x, y in _ends(world, span):
            lens.light(shine.air, 48, x, y, 0.8 * strength)

    def _draw_surge(self, lens: Lens, span: SpanInView) -> None:
        for number, curve in enumerate(self._spans[span.number].in_view(lens)):
            self._draw_arcs(lens, self._power["wire_surge"], 1 + number, curve, number)
        self._draw_ground_currents(lens, span)

    def _draw_arcs(self, lens: Lens, strip: Strip, every: int, curve: Points, phase: int = 0) -> None:
        """Arcs that crawl along the wire on one of `every` tiles, cut into slices so that they follow its curve."""
        changes, ages = phase + self._clock // ARC_STAYS, self._clock // ARC_SLOWER
        for x, y in curve:
            tile, along = divmod(x + lens.left, ARC_WIDTH)
            if (tile * 5 + changes) % every:
                continue
            frame = strip.at(ages + (tile * 5 + phase) * strip.ticks)
            part = (along // STEP * STEP, 0, STEP, frame.image.get_height())
            lens.canvas.blit(frame.image, (x, y - frame.pivot_y), part)

    def _draw_ground_currents(self, lens: Lens, span: SpanInView) -> None:
        strip = self._power["ground_current"]
        for number, x in enumerate(range(span.left + CURRENT_EVERY // 2, span.right, CURRENT_EVERY)):
            frame = strip.at(self._clock // ARC_SLOWER + number * 2 * strip.ticks)
            y = GROUND_Y + 4 + number * 5 % 3 * 12
            lens.blit(frame.image, x + number * 37 % 29, y, frame.pivot_x, frame.pivot_y)

    def _run_light_along(self, lens: Lens, world: World, span: SpanInView) -> None:
        """Sparks that travel with the current, and a bright light when it was just switched on."""
        length = span.right - span.left
        for lane, speed in enumerate((3, 2)):
            x = span.left + (self._tick * speed + (lane * 3 + span.which) * length // 5) % length
            spark = self._power["wire_spark"].at((self._clock + lane * 4) % 9)  # the frames before it bursts
            lens.blit(spark.image, x, float(world.wire_y[x]), spark.pivot_x, spark.pivot_y)
        since = self._tick - self._switched.get(span.which, -RUN_TICKS)
        if since < RUN_TICKS:
            x = span.left + since * (length - 1) // RUN_TICKS
            lens.light("blue", 96, x, float(world.wire_y[x]), 1 - since / RUN_TICKS)

    def _flash_insulators(self, lens: Lens, world: World, span: SpanInView) -> None:
        since = self._tick - self._flashed.get(span.which, -FLASH_TICKS)
        if since < FLASH_TICKS:
            frame = self._power["insulator_flash"].at(since)
            for x, y in _ends(world, span):
                lens.blit(frame.image, x, y, frame.pivot_x, frame.pivot_y)
                lens.light("blue", 96, x, y, 1 - since / FLASH_TICKS)

    def _drop_sparks(self, lens: Lens, world: World, span: SpanInView) -> None:
        """A few, one after the other, from places of the wire that change."""
        slot, fall = divmod(self._tick + span.number * 11, 20)
        x = span.left + ((slot + span.number * 3) * 2654435761 >> 7) % (span.right - span.left)
        spark = self._power["wire_spark"].at(fall)
        lens.blit(spark.image, x, float(world.wire_y[x]) + fall * fall // 8, spark.pivot_x, spark.pivot_y)

    def _draw_discharges(self, lens: Lens) -> None:
        for fork in self._discharges:
            age = self._tick - fork.born
            frame = self._power["discharge/long" if fork.long else "discharge/short"].at(fork.phase)
            lens.blit(frame.image, fork.x, fork.y, frame.pivot_x, frame.pivot_y)
            if age < 4:
                lens.light("blue", 48, fork.x, fork.y + 8, 0.6)


def _next_level(level: float, circuit: Circuit) -> float:
    """The share of its light one tick later."""
    return min(1.0, level + 1 / EASE_TICKS) if circuit.current > 0 else max(0.0, level - 1 / EASE_TICKS)


def _spans_in_view(lens: Lens, world: World) -> list[SpanInView]:
    spans = []
    for number, (which, left, right) in enumerate(world.lines.spans):
        left_x, right_x = int(world.stage.pylon[left].x), int(world.stage.pylon[right].x)
        if lens.sees(left_x, right_x):
            spans.append(SpanInView(number, which, world.grid.circuits[which], left_x, right_x))
    return spans


def _ends(world: World, span: SpanInView) -> list[tuple[float, float]]:
    """World points of the lower ends of its lowest insulators."""
    _, left, right = world.lines.spans[span.number]
    reach = ARMS[0].reach
    return [
        (world.stage.pylon[pylon].x + reach * inward, world.stage.pylon[pylon].top + INSULATOR_END)
        for pylon, inward in ((left, 1), (right, -1))
    ]
