"""Tiny worlds made by hand: a short street, a line or two, soldiers placed one by one.

A test starts one, plays it, and looks at `simulation.world` and at the events that `play` returns.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import numpy as np

from game.sim import IDLE, Action, Button, GridVerb, Simulation
from game.sim.components import Body, Flower, Queen
from game.sim.events import Event
from game.sim.power import Circuit, CircuitState
from game.sim.soldiers import SoldierState
from game.sim.stage import BlockPlan, CircuitPlan, District, GameraStart, Pylon, Rule, Scene, Stage

WIDTH = 1280  # px
GAMERA_X = 200.0
LINE_LEFT, LINE_RIGHT = 400.0, 920.0  # px; the pylons of `line_street`
LINE_MIDDLE = 660.0
CHEST = 244.0  # y of Gamera's middle when he stands

E = TypeVar("E", bound=Event)


def street(**parts: Any) -> Stage:
    """An empty plain with Gamera on its left; `parts` are fields of `Stage`."""
    bare: dict[str, Any] = {
        "title": "Street",
        "place": "lab",
        "music": "lab",
        "width": WIDTH,
        "gamera": GameraStart(GAMERA_X),
    }
    return Stage(**{**bare, **parts})


def line_street(**parts: Any) -> Stage:
    """One circuit of one span from x = 400 to 920."""
    line = {
        "pylon": (Pylon(LINE_LEFT), Pylon(LINE_RIGHT)),
        "circuit": (CircuitPlan("Line", (("p1", "p2"),)),),
    }
    return street(**{**line, **parts})


def three_line_street(**parts: Any) -> Stage:
    """Three circuits of 320 px side by side, and supply for two."""
    lines = {
        "pylon": tuple(Pylon(160.0 + 320.0 * number) for number in range(4)),
        "circuit": tuple(CircuitPlan(f"Line {n}", ((f"p{n}", f"p{n + 1}"),)) for n in (1, 2, 3)),
        "supply": 2,
    }
    return street(**{**lines, **parts})


def block_street(kind: str = "house", x: float = 800.0, **parts: Any) -> Stage:
    """One building in district A, which spans the stage."""
    city = {"district": (District("A", 0.0, float(WIDTH)),), "block": (BlockPlan(kind, x, "A"),)}
    return street(**{**city, **parts})


def story(*scenes: tuple[Rule, ...]) -> tuple[Scene, ...]:
    """Scenes named by their number, from the rules of each."""
    return tuple(Scene(f"Scene {number}", rules) for number, rules in enumerate(scenes))  # type: ignore[arg-type]


def start(stage: Stage | str | None = None, seed: int = 1, **options: Any) -> Simulation:
    """A game on `stage` (or the one of that name), by default the empty street, before its first tick."""
    return Simulation(street() if stage is None else stage, seed, **options)


def place(
    simulation: Simulation, points: Iterable[tuple[float, float]], state: SoldierState = SoldierState.FLY
) -> np.ndarray:
    """Soldiers in `state` at the points; their rows. Clingers hold on where they are, others may think at once."""
    world = simulation.world
    x, y = np.array(list(points), np.float32).reshape(-1, 2).T
    rows = world.soldiers.spawn(x, y, state, world.seed)
    world.tally.spawned += len(x)
    if state is SoldierState.CLING:
        world.soldiers.offset[0, rows] = x - np.float32(world.gamera_body.x)
        world.soldiers.offset[1, rows] = y - np.float32(world.gamera_body.y - 56)
        world.gamera.clinging += len(x)
    return np.arange(rows.start, rows.stop)


def along(left: float, right: float, y: float, count: int) -> list[tuple[float, float]]:
    """`count` points in a row from x `left` to `right`, at height `y`."""
    return [(float(x), y) for x in np.linspace(left, right, count)]


def cover(simulation: Simulation, count: int) -> np.ndarray:
    """`count` soldiers cling to Gamera, spread over his body; their rows."""
    body = simulation.world.gamera_body
    spots = [(body.x - 20 + (n * 7) % 41, body.y - 96 + (n * 11) % 81) for n in range(count)]
    return place(simulation, spots, SoldierState.CLING)


def perch(
    simulation: Simulation, count: int, left: float = LINE_LEFT + 10, right: float = LINE_RIGHT - 10
) -> np.ndarray:
    """`count` soldiers sit on the wire between two x; their rows."""
    wire_y = simulation.world.wire_y
    spots = [(x, float(wire_y[int(x)])) for x, _ in along(left, right, 0.0, count)]
    return place(simulation, spots, SoldierState.PERCH)


def play(simulation: Simulation, ticks: int, action: Action = IDLE) -> list[Event]:
    """The same action for so many ticks; everything that happened."""
    return [event for _ in range(ticks) for event in simulation.step(action)]


def play_until(
    simulation: Simulation, done: Callable[[], object], action: Action = IDLE, most: int = 2000
) -> list[Event]:
    """Plays until `done()` is true. Fails when it is not after `most` ticks."""
    events: list[Event] = []
    for _ in range(most):
        if done():
            return events
        events += simulation.step(action)
    raise AssertionError(f"did not come about in {most} ticks")


def hold(buttons: Button, move: int = 0, aim: int = 0) -> Action:
    return Action(buttons, move, aim)


def command(verb: GridVerb, target: int = 0) -> Action:
    return Action(grid=verb, target=target)


def switch_on(simulation: Simulation, number: int = 0) -> Circuit:
    """Switches a circuit on; it."""
    simulation.step(command(GridVerb.TOGGLE, number))
    circuit = simulation.world.grid.circuits[number]
    assert circuit.state is CircuitState.LIVE
    return circuit


def of(kind: type[E], events: Iterable[Event]) -> list[E]:
    """Those of one class, in order."""
    return [event for event in events if isinstance(event, kind)]


def in_state(simulation: Simulation, state: SoldierState) -> int:
    return int(np.count_nonzero(simulation.world.soldiers.state == state))


def queen_of(simulation: Simulation) -> tuple[Queen, Body]:
    """The stage's one Queen, and where she stands."""
    ((_, mother, body),) = simulation.world.entities.each(Queen, Body)
    return mother, body


def flower_of(simulation: Simulation) -> Flower:
    """The stage's one flower."""
    ((_, plant),) = simulation.world.entities.each(Flower)
    return plant
