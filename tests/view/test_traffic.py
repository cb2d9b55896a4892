"""Cars that flee the city."""

import numpy as np

from game.sim.events import SendaiLost
from game.view.traffic import FLEE_TICKS, Traffic
from tests.worlds import start


def fled(place: str, tick: int = 0, ticks: int = 400) -> Traffic:
    simulation = start()
    simulation.world.tick = tick
    traffic = Traffic(place, np.random.default_rng(1))
    for _ in range(ticks):
        traffic.observe(simulation.world, [], 600)
    return traffic


def test_people_flee_a_city_in_the_first_minute_and_not_later() -> None:
    assert len(fled("tokyo")) > 0
    assert len(fled("tokyo", tick=FLEE_TICKS)) == 0
    assert len(fled("dawn")) == 0


def test_cars_out_of_view_are_forgotten() -> None:
    assert len(fled("tokyo", ticks=3000)) < 12


def test_nobody_drives_through_the_ash() -> None:
    traffic, world = fled("sendai"), start().world
    traffic.observe(world, [SendaiLost(900.0)], 600)
    assert len(traffic) == 0
