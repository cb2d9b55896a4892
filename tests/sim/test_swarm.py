"""The swarm: what calls soldiers, where they settle, and what shakes them off."""

import numpy as np
import pytest

from game.sim import Button, GridVerb
from game.sim.content.swarm import CLING_MOST
from game.sim.events import SoldiersClung, SoldiersPeeled
from game.sim.soldiers import SoldierState
from game.sim.stage import CityLine, Condition, GameraStart, OnStart
from tests.worlds import (
    CHEST,
    GAMERA_X,
    LINE_LEFT,
    LINE_MIDDLE,
    LINE_RIGHT,
    along,
    block_street,
    command,
    cover,
    hold,
    in_state,
    line_street,
    of,
    perch,
    place,
    play,
    play_until,
    start,
    story,
    street,
    switch_on,
)

UNDER_LINE = line_street(gamera=GameraStart(LINE_MIDDLE))
FAR_FROM_LINE = line_street(gamera=GameraStart(LINE_RIGHT + 300))


def test_most_soldiers_sit_on_a_newly_lit_line_within_six_seconds() -> None:
    simulation = start(line_street())
    place(simulation, along(LINE_LEFT, LINE_RIGHT, 230.0, 100))
    switch_on(simulation)
    play(simulation, 360)
    assert in_state(simulation, SoldierState.PERCH) >= 85


def test_soldiers_spread_over_the_whole_line() -> None:
    simulation = start(line_street())
    place(simulation, along(LINE_LEFT, LINE_LEFT + 60, 230.0, 100))
    switch_on(simulation)
    play(simulation, 480)
    on_wire = simulation.world.soldiers.state == SoldierState.PERCH
    found, _ = np.histogram(simulation.world.soldiers.position[0, on_wire], 4, (LINE_LEFT, LINE_RIGHT))
    assert found.min() >= 5


def test_nobody_sits_on_a_dead_line() -> None:
    simulation = start(line_street())
    place(simulation, along(LINE_LEFT, LINE_RIGHT, 150.0, 100))
    play(simulation, 240)
    assert in_state(simulation, SoldierState.PERCH) == 0


def test_they_leave_a_line_that_goes_dead() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    perch(simulation, 50)
    play(simulation, 60)
    assert in_state(simulation, SoldierState.PERCH) >= 45
    play(simulation, 1, command(GridVerb.TOGGLE))
    play(simulation, 8)
    assert in_state(simulation, SoldierState.PERCH) == 0


def test_a_line_that_goes_dead_makes_them_angry() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    perch(simulation, 10)
    play(simulation, 8)
    assert simulation.world.gamera.angry_until <= simulation.tick
    play(simulation, 1, command(GridVerb.TOGGLE))
    play(simulation, 8)
    assert simulation.world.gamera.angry_until > simulation.tick


def test_those_who_sit_on_a_wire_stay_between_its_ends() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    perch(simulation, 40, LINE_LEFT + 5, LINE_LEFT + 30)
    play(simulation, 400)
    soldiers = simulation.world.soldiers
    x = soldiers.position[0, soldiers.state == SoldierState.PERCH]
    assert x.min() >= LINE_LEFT
    assert x.max() < LINE_RIGHT


def test_those_who_sit_on_a_wire_stay_at_it_while_it_sags() -> None:
    simulation = start(line_street())
    switch_on(simulation)
    perch(simulation, 120)
    play(simulation, 240)
    soldiers = simulation.world.soldiers
    x, y = soldiers.position[:, soldiers.state == SoldierState.PERCH]
    assert np.abs(simulation.world.wire_y[x.astype(np.intp)] - y).max() < 20


def test_a_line_lit_above_him_draws_half_off_in_about_a_second() -> None:
    simulation = start(UNDER_LINE)
    cover(simulation, 100)
    switch_on(simulation)
    began = simulation.tick
    events = play_until(simulation, lambda: simulation.world.gamera.clinging <= 50)
    assert 0.4 < (simulation.tick - began) / 60 < 1.6
    assert sum(event.count for event in of(SoldiersPeeled, events)) >= 50


def test_a_line_lit_above_him_draws_nearly_everyone_off_in_six_seconds() -> None:
    simulation = start(UNDER_LINE)
    cover(simulation, 100)
    switch_on(simulation)
    play(simulation, 360)
    assert simulation.world.gamera.clinging <= 5


def test_a_line_far_off_draws_nobody_off_him() -> None:
    simulation = start(FAR_FROM_LINE)
    cover(simulation, 60)
    switch_on(simulation)
    assert not of(SoldiersPeeled, play(simulation, 240))
    assert simulation.world.gamera.clinging == 60


def test_anger_makes_them_hold_on_harder() -> None:
    left = []
    for angry_until in (0, 1000):
        simulation = start(UNDER_LINE)
        cover(simulation, 100)
        simulation.world.gamera.angry_until = angry_until
        switch_on(simulation)
        play(simulation, 45)
        left.append(simulation.world.gamera.clinging)
    calm, angry = left
    assert angry > calm + 5


def test_clingers_go_where_he_goes() -> None:
    simulation = start()
    rows = cover(simulation, 5)
    soldiers = simulation.world.soldiers
    before = soldiers.position[:, rows] - simulation.world.gamera_body.x
    play(simulation, 60, hold(Button(0), move=1))
    assert simulation.world.gamera_body.x > GAMERA_X + 30
    after = soldiers.position[:, rows] - simulation.world.gamera_body.x
    np.testing.assert_allclose(after[0], before[0], atol=0.5)


def test_angry_soldiers_cling_sooner_than_calm_ones() -> None:
    clung = []
    for angry_until in (0, 1000):
        simulation = start()
        simulation.world.gamera.angry_until = angry_until
        place(simulation, along(GAMERA_X - 30, GAMERA_X + 30, CHEST, 60))
        play(simulation, 24)
        clung.append(simulation.world.gamera.clinging)
    calm, angry = clung
    assert angry > calm + 5


def test_never_more_cling_than_he_has_room_for() -> None:
    simulation = start()
    place(simulation, along(GAMERA_X - 30, GAMERA_X + 30, CHEST, 600))
    most = 0
    for _ in range(300):
        simulation.world.gamera.angry_until = simulation.tick + 100
        play(simulation, 1)
        most = max(most, in_state(simulation, SoldierState.CLING))
    assert 100 < most <= CLING_MOST


def test_a_raised_guard_keeps_them_off() -> None:
    open_to_them, guarded = (
        of(SoldiersClung, _crowded_for_two_seconds(buttons)) for buttons in (Button(0), Button.GUARD)
    )
    assert open_to_them
    assert not guarded


def _crowded_for_two_seconds(buttons: Button) -> list[object]:
    simulation = start()
    play(simulation, 10, hold(buttons))
    place(simulation, along(GAMERA_X - 30, GAMERA_X + 30, CHEST, 40))
    return [*play(simulation, 120, hold(buttons))]


def test_a_roar_throws_most_of_them_off() -> None:
    simulation = start()
    cover(simulation, 100)
    play_until(simulation, lambda: in_state(simulation, SoldierState.STAGGER), hold(Button.ROAR), most=20)
    assert 50 <= in_state(simulation, SoldierState.STAGGER) <= 75


def test_the_thrown_come_to_themselves() -> None:
    simulation = start()
    rows = place(simulation, along(700.0, 900.0, 150.0, 20))
    simulation.world.soldiers.fling(rows, 800.0, 160.0, 200.0, ready_at=60)
    play(simulation, 56)
    assert in_state(simulation, SoldierState.STAGGER) == 20
    play(simulation, 12)
    assert in_state(simulation, SoldierState.STAGGER) == 0
    assert simulation.world.soldiers.alive() == 20


def test_the_thrown_fly_away_from_what_threw_them() -> None:
    simulation = start()
    rows = place(simulation, [(700.0, 150.0), (900.0, 150.0)])
    soldiers = simulation.world.soldiers
    soldiers.fling(rows, 800.0, 150.0, 200.0, ready_at=60)
    play(simulation, 10)
    assert soldiers.position[0, 0] < 700
    assert soldiers.position[0, 1] > 900


def test_the_dead_fall_and_then_leave() -> None:
    simulation = start()
    rows = place(simulation, [(700.0, 150.0)])
    simulation.world.soldiers.kill(rows, SoldierState.FALL, gone_at=40)
    play(simulation, 30)
    assert simulation.world.soldiers.count == 1
    assert simulation.world.soldiers.position[1, 0] > 180
    play(simulation, 20)
    assert simulation.world.soldiers.count == 0


def test_where_no_line_calls_half_of_them_come_down_to_crawl() -> None:
    simulation = start()
    place(simulation, along(500.0, 1200.0, 150.0, 200))
    play(simulation, 600)
    assert 50 <= in_state(simulation, SoldierState.CRAWL) <= 130


def test_crawlers_rise_to_a_line_that_calls() -> None:
    simulation = start(line_street())
    place(simulation, along(LINE_LEFT, LINE_RIGHT, 295.0, 40), SoldierState.CRAWL)
    switch_on(simulation)
    play(simulation, 360)
    assert in_state(simulation, SoldierState.PERCH) >= 30


def test_crawlers_climb_over_a_house() -> None:
    simulation = start(block_street("apartment", x=800.0))
    place(simulation, along(790.0, 810.0, 295.0, 6), SoldierState.CRAWL)
    play(simulation, 120)
    soldiers = simulation.world.soldiers
    on_roof = soldiers.position[1, soldiers.state == SoldierState.CRAWL]
    assert len(on_roof)
    assert on_roof.max() < 300 - 92 + 10


@pytest.mark.parametrize("crowd", [1, 5, 50])
def test_soldiers_far_off_shift_nobodys_path(crowd: int) -> None:
    alone, among = start(street(width=3200)), start(street(width=3200))
    place(alone, [(700.0, 150.0)])
    place(among, [(700.0, 150.0), *along(2600.0, 3000.0, 150.0, crowd)])
    play(alone, 240)
    play(among, 240)
    assert among.world.soldiers.position[:, 0].tolist() == alone.world.soldiers.position[:, 0].tolist()


def test_a_crowd_in_one_spot_spreads_out() -> None:
    simulation = start()
    place(simulation, [(800.0, 100.0)] * 60)
    play(simulation, 60)
    across, down = simulation.world.soldiers.position.std(axis=1)
    assert across + down > 30


def test_soldiers_move_fastest_toward_a_line() -> None:
    calm, called = start(line_street()), start(line_street())
    for simulation in (calm, called):
        place(simulation, along(LINE_RIGHT + 60, LINE_RIGHT + 120, 160.0, 20))
    switch_on(called)
    play(calm, 1)
    for simulation in (calm, called):
        play(simulation, 30)
    speeds = [np.abs(simulation.world.soldiers.velocity[0]).mean() for simulation in (calm, called)]
    assert speeds[1] > 1.4 * speeds[0]


def test_a_full_line_turns_most_newcomers_away() -> None:
    full, free = start(line_street()), start(line_street())
    for simulation in (full, free):
        switch_on(simulation)
    perch(full, 208)
    for simulation in (full, free):
        place(simulation, along(LINE_LEFT + 20, LINE_RIGHT - 20, 200.0, 200))
        play(simulation, 240)
    assert in_state(full, SoldierState.PERCH) - 208 < 0.6 * in_state(free, SoldierState.PERCH)


def test_a_comatose_gamera_draws_nobody() -> None:
    def left_at_his_side(*, comatose: bool) -> int:
        opening = (OnStart(do=(Condition(comatose=comatose),)),)
        simulation = start(street(width=2560, line=CityLine(40.0, 1000), scene=story(opening)))
        simulation.world.gamera_body.x = 1280.0
        place(simulation, along(1300.0, 1400.0, CHEST, 60))
        play(simulation, 900)
        x = simulation.world.soldiers.position[0]
        return int(np.count_nonzero(np.abs(x - 1280.0) < 150))

    assert left_at_his_side(comatose=False) > 20
    assert left_at_his_side(comatose=True) < 5
