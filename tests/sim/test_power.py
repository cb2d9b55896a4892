"""The power grid: charge, surge, heat, supply, breaks; the player's commands and the army's."""

import pytest

from game.sim import Button, GridVerb, Simulation
from game.sim.content.grid import BREAK_TICKS, CHARGE_FULL, CHARGE_READY
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
    Event,
    GameraKnockedDown,
    SoldierElectrocuted,
    SurgeEnded,
    TripCause,
)
from game.sim.power import CircuitState
from game.sim.soldiers import SoldierState
from game.sim.stage import GameraStart
from tests.worlds import (
    LINE_MIDDLE,
    along,
    block_street,
    command,
    hold,
    in_state,
    line_street,
    of,
    perch,
    place,
    play,
    play_until,
    start,
    switch_on,
    three_line_street,
)

TOGGLE, SURGE = command(GridVerb.TOGGLE), command(GridVerb.SURGE)


def charged(charge: float = CHARGE_FULL, **parts: object) -> Simulation:
    """A live line with so many seconds of charge."""
    simulation = start(line_street(**parts))
    switch_on(simulation).charge = charge
    return simulation


def ticks_until(simulation: Simulation, kind: type[Event], most: int = 3000) -> int:
    """Plays until something of this kind has happened; how many ticks that took."""
    for tick in range(1, most + 1):
        if of(kind, simulation.step()):
            return tick
    raise AssertionError(f"no {kind.__name__} in {most} ticks")


def test_a_command_acts_on_its_own_tick() -> None:
    simulation = start(line_street())
    assert of(CircuitSwitched, simulation.step(TOGGLE)) == [CircuitSwitched(0, True)]
    assert simulation.world.field.any_live
    assert of(CircuitSwitched, simulation.step(TOGGLE)) == [CircuitSwitched(0, False)]
    assert not simulation.world.field.any_live


def test_a_live_line_is_ready_after_three_seconds_and_full_after_seven() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    ready = ticks_until(simulation, CircuitReady)
    assert ready == pytest.approx(180, abs=1)
    assert simulation.world.grid.circuits[0].ready
    assert not simulation.world.grid.circuits[0].full
    assert ready + ticks_until(simulation, CircuitFull) == pytest.approx(420, abs=1)
    assert simulation.world.grid.circuits[0].full


def test_charge_leaks_from_a_line_that_is_off() -> None:
    simulation = charged(5.0)
    play(simulation, 1, TOGGLE)
    play(simulation, 120)
    assert simulation.world.grid.circuits[0].charge == pytest.approx(3.0, abs=0.05)


def test_a_surge_lasts_half_a_second_then_the_line_trips_for_six_and_is_off() -> None:
    simulation = charged()
    assert of(CircuitSurged, simulation.step(SURGE)) == [CircuitSurged(0, 1.0, 0)]
    play_until(simulation, lambda: not simulation.world.hit_stop)
    events = play(simulation, 29)
    assert of(SurgeEnded, events) == [SurgeEnded(0, 0)]
    assert of(CircuitTripped, events) == [CircuitTripped(0, TripCause.SURGED)]
    assert ticks_until(simulation, CircuitRestored) == 360
    circuit = simulation.world.grid.circuits[0]
    assert (circuit.state, circuit.charge) == (CircuitState.OFF, 0.0)


def surge(simulation: Simulation) -> list[Event]:
    """Surges the first line and plays on for a second; what happened."""
    return play(simulation, 1, SURGE) + play(simulation, 60)


def crowd_killed(charge: float) -> float:
    """Share of 160 soldiers on the wire that a surge at this charge kills."""
    simulation = charged(charge)
    perch(simulation, 160)
    return len(of(SoldierElectrocuted, surge(simulation))) / 160


def test_a_surge_just_ready_kills_a_third_of_those_on_the_wire() -> None:
    assert 0.2 < crowd_killed(CHARGE_READY) < 0.42


def test_a_surge_at_full_charge_kills_nearly_all_on_the_wire() -> None:
    assert crowd_killed(CHARGE_FULL) > 0.8


def test_a_surge_half_charged_kills_more_than_a_ready_one_and_less_than_a_full_one() -> None:
    assert crowd_killed(CHARGE_READY) < crowd_killed(5.0) < crowd_killed(CHARGE_FULL)


def test_a_surge_counts_whom_it_kills() -> None:
    simulation = charged()
    perch(simulation, 50)
    events = surge(simulation)
    assert of(SurgeEnded, events)[0].killed == len(of(SoldierElectrocuted, events)) > 0
    assert {event.circuit for event in of(SoldierElectrocuted, events)} == {0}


def test_those_who_survive_a_surge_are_thrown_off_and_angry() -> None:
    simulation = charged(CHARGE_READY)
    perch(simulation, 100)
    play(simulation, 1, SURGE)
    play(simulation, 30)
    assert in_state(simulation, SoldierState.STAGGER) >= 40
    assert simulation.world.gamera.angry_until > simulation.tick


def test_a_surge_leaves_alone_who_is_out_of_its_reach() -> None:
    simulation = charged()
    place(simulation, along(LINE_MIDDLE - 50, LINE_MIDDLE + 50, 295.0, 20), SoldierState.CRAWL)
    assert not of(SoldierElectrocuted, surge(simulation))


def test_a_surge_leaves_alone_who_sits_on_another_line() -> None:
    simulation = start(three_line_street())
    switch_on(simulation, 0).charge = CHARGE_FULL
    switch_on(simulation, 1)
    perch(simulation, 20, 500.0, 780.0)
    assert not of(SoldierElectrocuted, surge(simulation))


def test_a_surge_holds_the_world_still_for_four_ticks() -> None:
    simulation = charged()
    play(simulation, 1, SURGE)
    assert simulation.world.hit_stop == 4


def test_an_empty_live_line_overheats_in_eighteen_seconds() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    assert ticks_until(simulation, CircuitTripped) == pytest.approx(18 * 60, abs=2)
    assert simulation.world.grid.circuits[0].state is CircuitState.TRIPPED


def test_a_line_full_of_soldiers_overheats_in_half_the_time() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    perch(simulation, 110)
    assert ticks_until(simulation, CircuitTripped) == pytest.approx(9 * 60, rel=0.05)


def test_an_overheated_line_rests_eight_seconds() -> None:
    simulation = charged()
    simulation.world.grid.circuits[0].heat = 0.9999
    events = play(simulation, 2)
    assert of(CircuitTripped, events) == [CircuitTripped(0, TripCause.OVERHEATED)]
    assert ticks_until(simulation, CircuitRestored) == pytest.approx(480, abs=2)
    assert simulation.world.grid.circuits[0].heat < 0.01


def test_a_line_that_is_off_cools_down_in_eight_seconds() -> None:
    simulation = charged()
    simulation.world.grid.circuits[0].heat = 0.99
    play(simulation, 1, TOGGLE)
    play(simulation, 240)
    assert simulation.world.grid.circuits[0].heat == pytest.approx(0.49, abs=0.02)
    play(simulation, 240)
    assert simulation.world.grid.circuits[0].heat == 0


def test_one_line_more_than_the_supply_feeds_trips_the_newest() -> None:
    simulation = start(three_line_street())
    switch_on(simulation, 2)
    switch_on(simulation, 0)
    events = play(simulation, 1, command(GridVerb.TOGGLE, 1))
    assert of(CircuitTripped, events) == [CircuitTripped(1, TripCause.OVERDRAWN)]
    states = [circuit.state for circuit in simulation.world.grid.circuits]
    assert states == [CircuitState.LIVE, CircuitState.TRIPPED, CircuitState.LIVE]


def test_an_overdrawn_line_is_back_after_three_seconds() -> None:
    simulation = start(three_line_street(supply=0))
    play(simulation, 1, TOGGLE)
    assert ticks_until(simulation, CircuitRestored) == pytest.approx(180, abs=1)


def test_a_span_that_carries_too_many_for_seven_seconds_comes_down() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    perch(simulation, 175)
    assert ticks_until(simulation, CircuitBroken) == pytest.approx(7 * 60, rel=0.05)
    assert simulation.world.grid.circuits[0].state is CircuitState.BROKEN
    assert ticks_until(simulation, CircuitRestored) == 25 * 60


def test_a_span_that_carries_what_it_can_bear_holds() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    perch(simulation, 140)
    assert not of(CircuitBroken, play(simulation, 500))


def test_nobody_sits_on_a_line_that_came_down() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    perch(simulation, 175)
    ticks_until(simulation, CircuitBroken)
    play(simulation, 8)
    assert in_state(simulation, SoldierState.PERCH) == 0


@pytest.mark.parametrize(
    ("state", "verb"),
    [
        pytest.param(CircuitState.OFF, SURGE, id="surge while off"),
        pytest.param(CircuitState.LIVE, SURGE, id="surge before it is ready"),
        pytest.param(CircuitState.SURGING, SURGE, id="surge while surging"),
        pytest.param(CircuitState.SURGING, TOGGLE, id="toggle while surging"),
        pytest.param(CircuitState.TRIPPED, TOGGLE, id="toggle while tripped"),
        pytest.param(CircuitState.TRIPPED, SURGE, id="surge while tripped"),
        pytest.param(CircuitState.BROKEN, TOGGLE, id="toggle while broken"),
        pytest.param(CircuitState.BROKEN, SURGE, id="surge while broken"),
    ],
)
def test_what_the_grid_cannot_do_is_refused_and_changes_nothing(state: CircuitState, verb: object) -> None:
    simulation = start(line_street())
    circuit = simulation.world.grid.circuits[0]
    circuit.state, circuit.timer, circuit.charge = state, 100, 2.0
    events = simulation.step(verb)  # type: ignore[arg-type]
    assert of(CommandRefused, events) == [CommandRefused(0)]
    assert circuit.state is state


@pytest.mark.parametrize("verb", [GridVerb.TOGGLE, GridVerb.SURGE, GridVerb.BLACKOUT])
def test_a_command_to_what_is_not_there_does_nothing(verb: GridVerb) -> None:
    simulation = start(line_street())
    assert simulation.step(command(verb, 200)) == []


@pytest.mark.parametrize("verb", [GridVerb.SPAWN, GridVerb.RAISE, GridVerb.CLEAR])
def test_a_sandbox_command_does_nothing_on_a_stage_that_is_none(verb: GridVerb) -> None:
    simulation = start(line_street())
    place(simulation, [(700.0, 150.0)])
    assert simulation.step(command(verb, 100)) == []
    assert simulation.world.soldiers.count == 1


def test_a_command_acts_while_the_world_holds_still() -> None:
    simulation = start(line_street())
    simulation.world.hit_stop = 4
    assert of(CircuitSwitched, simulation.step(TOGGLE))


def test_a_blackout_and_its_end_are_told() -> None:
    simulation = start(block_street())
    blackout = command(GridVerb.BLACKOUT)
    assert of(DistrictSwitched, simulation.step(blackout)) == [DistrictSwitched(0, True)]
    assert of(DistrictSwitched, simulation.step(blackout)) == [DistrictSwitched(0, False)]


@pytest.mark.parametrize(("jumps", "falls"), [(True, True), (False, False)])
def test_flying_into_a_surging_wire_knocks_him_down_and_standing_below_it_does_not(jumps: bool, falls: bool) -> None:
    simulation = charged(gamera=GameraStart(LINE_MIDDLE))
    if jumps:
        play_until(simulation, lambda: simulation.world.gamera_body.y < 200, hold(Button.JUMP), most=120)
    assert bool(of(GameraKnockedDown, surge(simulation))) is falls


def test_the_army_works_the_grid_where_it_is_told_to() -> None:
    simulation = start(line_street(gamera=GameraStart(LINE_MIDDLE)), army_operator=True)
    place(simulation, along(450.0, 900.0, 200.0, 100))
    events = play(simulation, 720)
    assert of(CircuitSwitched, events)[0] == CircuitSwitched(0, True)
    assert of(CircuitSurged, events)
    assert not of(CommandRefused, events)


def test_the_army_leaves_the_grid_alone_where_it_is_not_told_to() -> None:
    simulation = start(line_street(gamera=GameraStart(LINE_MIDDLE)))
    place(simulation, along(450.0, 900.0, 200.0, 100))
    assert not of(CircuitSwitched, play(simulation, 240))


def test_the_army_lights_no_line_where_there_is_nobody_to_lure() -> None:
    simulation = start(line_street(), army_operator=True)
    assert not of(CircuitSwitched, play(simulation, 240))


def test_the_army_switches_a_line_off_before_it_overheats() -> None:
    simulation = start(line_street(), army_operator=True)
    switch_on(simulation).heat = 0.85
    events = play(simulation, 240)
    assert of(CircuitSwitched, events) == [CircuitSwitched(0, False)]
    assert not of(CircuitTripped, events)


def test_a_break_is_told_at_the_middle_of_the_span_that_broke() -> None:
    simulation = start(three_line_street())
    switch_on(simulation, 2)
    perch(simulation, 170, 810.0, 1110.0)
    play(simulation, 8)
    simulation.world.grid.spans[2].strained = BREAK_TICKS
    (broken,) = of(CircuitBroken, play(simulation, 1))
    assert (broken.circuit, broken.span, broken.x) == (2, 2, 960.0)
    assert broken.y == pytest.approx(160, abs=12)


def test_a_surge_on_a_span_that_breaks_is_over() -> None:
    simulation = charged()
    perch(simulation, 200)
    play(simulation, 8)
    simulation.world.grid.spans[0].strained = BREAK_TICKS
    events = play(simulation, 1, SURGE)
    assert of(CircuitSurged, events)
    assert of(CircuitBroken, events)
    assert len(of(SurgeEnded, events)) == 1
