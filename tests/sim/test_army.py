"""Helicopters: they come, follow the fullest live span, strafe it, and crash when the swarm is on them."""

from itertools import pairwise

import pytest

from game.sim import Simulation
from game.sim.components import Body, Helicopter, HelicopterState
from game.sim.events import HelicopterArrived, HelicopterFired, HelicopterLost, SoldierShot
from game.sim.soldiers import SoldierState
from game.sim.stage import GameraStart
from game.sim.systems.army import send_helicopters
from tests.worlds import cover, of, perch, place, play, play_until, start, switch_on, three_line_street

FAR = GameraStart(1200.0)


def with_helicopters(count: int = 1, gamera: GameraStart = FAR) -> Simulation:
    simulation = start(three_line_street(gamera=gamera))
    send_helicopters(simulation.world, count)
    simulation.step()
    return simulation


def craft(simulation: Simulation) -> tuple[Helicopter, Body]:
    return next((craft, body) for _, craft, body in simulation.world.entities.each(Helicopter, Body))


def besieged_lines() -> Simulation:
    """Two live lines, the second with more soldiers on it, and one helicopter."""
    simulation = with_helicopters()
    switch_on(simulation, 0)
    switch_on(simulation, 1)
    perch(simulation, 15, 180.0, 460.0)
    perch(simulation, 60, 500.0, 780.0)
    return simulation


def test_as_many_come_as_were_sent_each_at_a_height_of_its_own() -> None:
    simulation = start()
    send_helicopters(simulation.world, 3)
    events = list(simulation.world.events)
    simulation.step()
    heights = [craft.height for _, craft in simulation.world.entities.each(Helicopter)]
    assert len(of(HelicopterArrived, events)) == len(heights) == 3
    assert min(b - a for a, b in pairwise(heights)) > 10


def test_they_fly_in_from_the_city() -> None:
    simulation = with_helicopters()
    _, body = craft(simulation)
    assert body.x < 0
    play(simulation, 180)
    assert body.x > 60


def test_they_shoot_at_the_live_span_with_most_soldiers() -> None:
    simulation = besieged_lines()
    fired = of(HelicopterFired, play(simulation, 600))
    assert fired
    assert all(480 - 60 <= event.target_x <= 800 + 60 for event in fired)


def test_their_shots_kill_who_sits_there() -> None:
    simulation = besieged_lines()
    shot = of(SoldierShot, play(simulation, 600))
    assert 1 <= len(shot) <= 60
    assert simulation.world.tally.killed == len(shot)


def test_they_hold_their_fire_where_no_line_is_live() -> None:
    simulation = with_helicopters()
    place(simulation, [(1200.0, 200.0)] * 5)
    assert not of(HelicopterFired, play(simulation, 600))


def test_they_hold_their_fire_where_nobody_sits_on_the_live_line() -> None:
    simulation = with_helicopters(gamera=GameraStart(640.0))
    switch_on(simulation, 1)
    assert not of(HelicopterFired, play(simulation, 900))


def test_a_swarmed_helicopter_crashes() -> None:
    simulation = with_helicopters()
    flown, body = craft(simulation)
    play(simulation, 240)
    place(simulation, [(body.x, body.y)] * 40)
    events = play_until(simulation, lambda: flown.state is HelicopterState.CRASHING, most=300)
    events += play(simulation, 120)
    (lost,) = of(HelicopterLost, events)
    assert lost.y == pytest.approx(292)
    assert simulation.world.entities.count(Helicopter) == 0


def test_a_few_soldiers_do_a_helicopter_no_harm() -> None:
    simulation = with_helicopters()
    flown, body = craft(simulation)
    play(simulation, 240)
    before = flown.vitality
    place(simulation, [(body.x, body.y)] * 3)
    play(simulation, 60)
    assert flown.vitality == before


def test_they_shoot_nobody_off_gamera() -> None:
    """He is held up in the air in the line of fire, and about him the wire is empty."""
    simulation = with_helicopters(gamera=GameraStart(640.0))
    flown, body = craft(simulation)[0], simulation.world.gamera_body
    switch_on(simulation, 1)
    perch(simulation, 60, 490.0, 520.0)
    play_until(simulation, lambda: flown.state is HelicopterState.STRAFING, most=600)
    body.y = 216.0
    cover(simulation, 110)
    simulation.world.gamera.angry_until = simulation.tick + 60
    soldiers, fired, shot_off = simulation.world.soldiers, 0, set()
    for _ in range(60):
        body.y, body.vy = 216.0, 0.0
        clinging = set(soldiers.uid[soldiers.state == SoldierState.CLING].tolist())
        events = simulation.step()
        fired += len([event for event in of(HelicopterFired, events) if abs(event.target_x - 640) < 40])
        shot_off |= {event.uid for event in of(SoldierShot, events)} & clinging
    assert fired
    assert not shot_off


def test_they_stand_off_on_the_citys_side_of_what_they_shoot_at() -> None:
    simulation = besieged_lines()
    _, body = craft(simulation)
    play(simulation, 600)
    assert body.x == pytest.approx(640 - 150, abs=40)
    assert body.facing == 1
