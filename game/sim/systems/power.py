"""The power grid: its verbs (toggle, surge, black out) and what time does to it (heat, charge, trips, breaks)."""

from game.sim.content import grid as tuning
from game.sim.events import (
    CircuitBroken,
    CircuitFull,
    CircuitReady,
    CircuitRestored,
    CircuitSurged,
    CircuitSwitched,
    CircuitTripped,
    CommandRefused,
    DistrictSwitched,
    SurgeEnded,
    TripCause,
)
from game.sim.power import Circuit, CircuitState
from game.sim.systems.fight import hold_still
from game.sim.units import SECONDS_PER_TICK
from game.sim.world import World


def toggle(world: World, number: int) -> None:
    """Switches a circuit on or off. One too many for the supply trips at once."""
    if not 0 <= number < len(world.grid.circuits):
        return
    circuit = world.grid.circuits[number]
    if circuit.state is CircuitState.LIVE:
        circuit.state = CircuitState.OFF
        world.events.append(CircuitSwitched(number, False))
    elif circuit.state is CircuitState.OFF:
        circuit.state = CircuitState.LIVE
        world.events.append(CircuitSwitched(number, True))
        if world.grid.live_count() > world.stage.supply:
            _trip(world, number, circuit, tuning.TRIP_OVERDRAWN, TripCause.OVERDRAWN)
    else:
        world.events.append(CommandRefused(number))
        return
    world.sum_field()


def surge(world: World, number: int) -> None:
    """Discharges a ready circuit into whatever sits on its wires."""
    if not 0 <= number < len(world.grid.circuits):
        return
    circuit = world.grid.circuits[number]
    if not circuit.ready:
        world.events.append(CommandRefused(number))
        return
    circuit.state = CircuitState.SURGING
    circuit.timer = tuning.SURGE_TICKS
    circuit.surge_killed = 0
    hold_still(world, 4)
    world.events.append(CircuitSurged(number, circuit.power, circuit.perched))
    world.sum_field()


def black_out(world: World, district: int) -> None:
    """Darkens a district, or lights it again."""
    if not 0 <= district < len(world.grid.dark):
        return
    world.grid.dark[district] = not world.grid.dark[district]
    world.events.append(DistrictSwitched(district, world.grid.dark[district]))
    world.sum_field()


def power(world: World) -> None:
    for number, circuit in enumerate(world.grid.circuits):
        if circuit.state is CircuitState.LIVE:
            _heat(world, number, circuit)
            continue
        if circuit.heat:
            circuit.heat = max(0.0, circuit.heat - SECONDS_PER_TICK / tuning.COOL_SECONDS)
        if circuit.charge and circuit.state is not CircuitState.SURGING:
            circuit.charge = max(0.0, circuit.charge - tuning.CHARGE_LEAK * SECONDS_PER_TICK)
        if circuit.state is not CircuitState.OFF:
            _run_down(world, number, circuit)
    _strain(world)


def _heat(world: World, number: int, circuit: Circuit) -> None:
    load = circuit.perched / (tuning.SPAN_CAPACITY * len(world.stage.circuit[number].spans))
    circuit.heat += (1 + min(tuning.HEAT_LOAD_LIMIT, load)) * SECONDS_PER_TICK / tuning.HEAT_SECONDS
    was_ready, was_full = circuit.ready, circuit.full
    circuit.charge = min(tuning.CHARGE_FULL, circuit.charge + SECONDS_PER_TICK)
    if circuit.ready and not was_ready:
        world.events.append(CircuitReady(number))
    if circuit.full and not was_full:
        world.events.append(CircuitFull(number))
    if circuit.heat >= 1:
        circuit.heat = 1.0
        _trip(world, number, circuit, tuning.TRIP_OVERHEATED, TripCause.OVERHEATED)
        world.sum_field()


def _run_down(world: World, number: int, circuit: Circuit) -> None:
    circuit.timer -= 1
    if circuit.timer > 0:
        return
    if circuit.state is CircuitState.SURGING:
        world.events.append(SurgeEnded(number, circuit.surge_killed))
        circuit.charge = 0.0
        _trip(world, number, circuit, tuning.TRIP_AFTER_SURGE, TripCause.SURGED)
        world.sum_field()
    else:
        circuit.state = CircuitState.OFF
        world.events.append(CircuitRestored(number))


def _trip(world: World, number: int, circuit: Circuit, ticks: int, cause: TripCause) -> None:
    circuit.state = CircuitState.TRIPPED
    circuit.timer = ticks
    world.events.append(CircuitTripped(number, cause))


def _strain(world: World) -> None:
    """A span that carries too many for too long comes down, and its circuit with it."""
    for number, span in enumerate(world.grid.spans):
        if span.perched <= tuning.BREAK_LOAD:
            if span.strained:
                span.strained = max(0, span.strained - 2)
            continue
        span.strained += 1
        if span.strained <= tuning.BREAK_TICKS:
            continue
        span.strained = 0
        which = world.lines.circuit_of_span[number]
        circuit = world.grid.circuits[which]
        if circuit.state is CircuitState.SURGING:
            world.events.append(SurgeEnded(which, circuit.surge_killed))
        circuit.state = CircuitState.BROKEN
        circuit.timer = tuning.BROKEN_TICKS
        circuit.charge = 0.0
        middle = world.lines.span_middle(number)
        world.events.append(CircuitBroken(which, number, middle, float(world.wire_y[int(middle)])))
        world.sum_field()
