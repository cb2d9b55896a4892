"""Measures a tick of the rules and a frame of the picture with a given number of soldiers.

The stage is Tokyo with its city, two lines that lie inside one view, two helicopters, and no way to win or lose.
Between the measured ticks the bench does what nobody could do for so long: it keeps both lines live and whole, and
Gamera well.
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


def run_bench(soldiers: int, ticks: int, render: bool) -> BenchReport:
    """Measures `ticks` ticks, and with `render` the frame after each."""
    simulation = Simulation(bench_stage(), SEED)
    world = simulation.world
    if render:
        world.scatter(soldiers, CROWD_LEFT, CROWD_RIGHT)
    else:
        world.scatter(soldiers, 0.0, float(world.stage.width))
    draw = _frame_drawer(world) if render else None
    sim_ns: list[int] = []
    render_ns: list[int] = []
    on_screen = soldiers
    for number in range(-WARM_UP_TICKS, ticks):
        _keep_going(world)
        began = time.perf_counter_ns()
        events = simulation.step(_switch_on(simulation.tick))
        stepped = time.perf_counter_ns()
        left = draw(events) if draw is not None else GAMERA_X - VIEW_WIDTH / 2
        drawn = time.perf_counter_ns()
        if number >= 0:
            sim_ns.append(stepped - began)
            render_ns.append(drawn - stepped)
            on_screen = min(on_screen, _living_between(world, left, left + VIEW_WIDTH))
    return BenchReport(
        soldiers=soldiers,
        ticks=ticks,
        on_screen=on_screen,
        sim_ms=_spread(sim_ns),
        render_ms=_spread(render_ns) if render else None,
        frame_ms=_spread([a + b for a, b in zip(sim_ns, render_ns, strict=True)] if render else sim_ns),
        digest=simulation.digest(),
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


def _keep_going(world: World) -> None:
    world.gamera.vitality = world.gamera.vitality_full
    for circuit in world.grid.circuits:
        if circuit.state is CircuitState.LIVE:
            circuit.heat = 0.0
    for span in world.grid.spans:
        span.strained = 0


def _living_between(world: World, left: float, right: float) -> int:
    x = world.soldiers.position[0]
    seen = (x >= np.float32(left)) & (x < np.float32(right)) & (world.soldiers.state < FIRST_DEAD)
    return int(np.count_nonzero(seen))


def _spread(nanoseconds: Sequence[int]) -> Spread:
    times = np.array(nanoseconds, np.float64) / NANOSECONDS_PER_MS
    median, p95 = np.percentile(times, (50, 95))
    return Spread(round(float(median), 3), round(float(p95), 3), round(float(times.max()), 3))
