"""Measures a tick of the rules and a frame of the picture with a given number of soldiers.

The stage is Tokyo with its city, two lines that lie inside one view, two helicopters, and no way to win or lose.
"""

import time
from collections.abc import Callable, Sequence

import msgspec
import numpy as np

from game.sim import Action, GridVerb, Simulation
from game.sim.events import Event
from game.sim.power import CircuitState
from game.sim.soldiers import FIRST_DEAD
from game.sim.stage import Army, CircuitPlan, OnStart, Pylon, Scene, Stage
from game.sim.stage_file import load_stage
from game.sim.units import VIEW_HEIGHT, VIEW_WIDTH
from game.sim.world import World

SEED = 1
WARM_UP_TICKS = 90  # not measured: sheets load, the swarm finds the wires
GAMERA_X = 1500.0  # px; the middle of the stage
PYLONS = (1300.0, 1520.0, 1560.0, 1780.0)  # px; both spans well inside the view on him
CROWD_LEFT, CROWD_RIGHT = 1290.0, 1800.0  # px; where the swarm begins when it must be in view
NANOSECONDS_PER_MS = 1_000_000


class Spread(msgspec.Struct, frozen=True):
    """Milliseconds."""

    median: float
    p95: float
    max: float


class BenchReport(msgspec.Struct, frozen=True):
    """What `gamera bench --json` prints. `on_screen` counts the living in view, at the tick with fewest of them."""

    soldiers: int
    ticks: int
    on_screen: int
    sim_ms: Spread
    render_ms: Spread | None
    frame_ms: Spread
    digest: str


def bench_stage() -> Stage:
    """Tokyo without story, line or limit, and with two lines in the middle of it."""
    opening = OnStart(do=(Army(helicopters=2),))
    return msgspec.structs.replace(
        load_stage("tokyo"),
        gamera=msgspec.structs.replace(load_stage("tokyo").gamera, x=GAMERA_X),
        pylon=tuple(Pylon(x) for x in PYLONS),
        circuit=(CircuitPlan("Left line", (("p1", "p2"),)), CircuitPlan("Right line", (("p3", "p4"),))),
        line=None,
        time_limit=0,
        scene=(Scene("Bench", (opening,)),),
    )


class BenchGame:
    """The game that is measured: `keep_going` before every tick, then `tick`, then, if it is drawn, `draw`."""

    def __init__(self, soldiers: int, *, drawn: bool) -> None:
        self.simulation = Simulation(bench_stage(), SEED)
        self.world = self.simulation.world
        self._view_left = GAMERA_X - VIEW_WIDTH / 2
        self._draw: Callable[[list[Event]], float] | None = None
        if drawn:
            self.world.scatter(soldiers, CROWD_LEFT, CROWD_RIGHT)
            self._draw = _frame_drawer(self.world)
        else:
            self.world.scatter(soldiers, 0.0, float(self.world.stage.width))

    def warm_up(self) -> None:
        """What is not measured: sheets load, the swarm finds the wires, the first pictures are made."""
        for _ in range(WARM_UP_TICKS):
            self.keep_going()
            self.draw(self.tick())

    def keep_going(self) -> None:
        """What nobody could do for so long: the lines stay cool and whole, and Gamera well."""
        world = self.world
        world.gamera.vitality = world.gamera.vitality_full
        for circuit in world.grid.circuits:
            if circuit.state is CircuitState.LIVE:
                circuit.heat = 0.0
        for span in world.grid.spans:
            span.strained = 0

    def tick(self) -> list[Event]:
        return self.simulation.step(_switch_on(self.simulation.tick))

    def draw(self, events: list[Event]) -> None:
        """The frame after a tick; nothing where the game is not drawn."""
        if self._draw is not None:
            self._view_left = self._draw(events)

    def living_in_view(self) -> int:
        x = self.world.soldiers.position[0]
        seen = (x >= self._view_left) & (x < self._view_left + VIEW_WIDTH)
        seen &= self.world.soldiers.state < FIRST_DEAD
        return int(np.count_nonzero(seen))


def run_bench(soldiers: int, ticks: int, render: bool) -> BenchReport:
    """Measures `ticks` ticks, and with `render` the frame after each."""
    game = BenchGame(soldiers, drawn=render)
    game.warm_up()
    sim_ns: list[int] = []
    render_ns: list[int] = []
    on_screen = soldiers
    for _ in range(ticks):
        game.keep_going()
        began = time.perf_counter_ns()
        events = game.tick()
        stepped = time.perf_counter_ns()
        game.draw(events)
        sim_ns.append(stepped - began)
        render_ns.append(time.perf_counter_ns() - stepped)
        on_screen = min(on_screen, game.living_in_view())
    return BenchReport(
        soldiers=soldiers,
        ticks=ticks,
        on_screen=on_screen,
        sim_ms=_spread(sim_ns),
        render_ms=_spread(render_ns) if render else None,
        frame_ms=_spread([a + b for a, b in zip(sim_ns, render_ns, strict=True)] if render else sim_ns),
        digest=game.simulation.digest(),
    )


def _frame_drawer(world: World) -> Callable[[list[Event]], float]:
    """A function that draws the frame after a tick and returns the world x of its left edge. Only this needs pygame."""
    import pygame

    from game.view.picture import Picture

    picture = Picture(world.stage, SEED)
    canvas = pygame.Surface((VIEW_WIDTH, VIEW_HEIGHT), depth=32)

    def draw(events: list[Event]) -> float:
        picture.observe(world, events)
        picture.draw(canvas, world)
        return picture.camera.x

    return draw


def _switch_on(tick: int) -> Action:
    """Both lines, one a tick; after that nothing is pressed."""
    return Action(grid=GridVerb.TOGGLE, target=tick) if tick < len(PYLONS) // 2 else Action()


def _spread(nanoseconds: Sequence[int]) -> Spread:
    times = np.array(nanoseconds, np.float64) / NANOSECONDS_PER_MS
    median, p95 = np.percentile(times, (50, 95))
    return Spread(round(float(median), 3), round(float(p95), 3), round(float(times.max()), 3))
