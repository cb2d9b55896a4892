"""Commands to the grid: the player's, and the army's where it works the grid for him."""

from game.sim.action import GridVerb
from game.sim.power import CircuitState
from game.sim.systems.power import black_out, surge, toggle
from game.sim.systems.sandbox import place
from game.sim.world import World

ARMY_THINKS_EVERY = 150  # ticks: a careful person at a switchboard, with a superior to ask
ARMY_SURGE_CHARGE = 3.5  # s; moderate skill: half a chance to kill is good enough for them
ARMY_SURGE_PERCHED = 20
ARMY_LINES = 1  # live at once: they leave the art of two lines to the player
ARMY_HEAT_LIMIT = 0.9


def operator(world: World) -> None:
    action = world.action
    if action.grid is GridVerb.NONE and not world.options.army_operator:
        return
    match action.grid:
        case GridVerb.TOGGLE:
            toggle(world, action.target)
        case GridVerb.SURGE:
            surge(world, action.target)
        case GridVerb.BLACKOUT:
            black_out(world, action.target)
        case GridVerb.SPAWN | GridVerb.RAISE | GridVerb.CLEAR if world.stage.sandbox:
            place(world, action.grid, action.target)
        case GridVerb.NONE if world.tick % ARMY_THINKS_EVERY == 0:
            _army(world)


def _army(world: World) -> None:
    """One command at most: burn a full line, spare a hot one, or light the one nearest to Gamera."""
    circuits = world.grid.circuits
    for number, circuit in enumerate(circuits):
        if circuit.ready and circuit.charge >= ARMY_SURGE_CHARGE and circuit.perched >= ARMY_SURGE_PERCHED:
            surge(world, number)
            return
        if circuit.state is CircuitState.LIVE and circuit.heat >= ARMY_HEAT_LIMIT:
            if circuit.ready and circuit.perched:
                surge(world, number)
            else:
                toggle(world, number)
            return
    if world.grid.live_count() >= ARMY_LINES or not world.soldiers.count:
        return
    rested = [n for n, c in enumerate(circuits) if c.state is CircuitState.OFF and c.heat < 0.4]
    if rested:
        x = world.gamera_body.x
        toggle(world, min(rested, key=lambda number: (world.lines.distance(number, x), number)))
