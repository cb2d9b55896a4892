"""Guns, missiles and jets: who fires at what, and only for one they trust."""

import pytest

from game.sim import Simulation
from game.sim.components import Fighter, Missile, QueenState
from game.sim.content.queen import MISSILE_DAMAGE
from game.sim.events import GunFired, MissileHit, MissileLaunched, QueenHurt, WingsHit
from game.sim.stage import Army, GunPlan, OnStart, QueenPlan, Scripted
from game.sim.systems.artillery import RELOAD, SHELL_DAMAGE, TANK_RANGE, TRUSTED
from game.sim.systems.queen_stance import enter
from tests.worlds import GAMERA_X, of, play, queen_of, start, story, street


def battlefield(kind: str = "battery", trust: float = 60.0, queen_x: float = 900.0) -> Simulation:
    """She stands and rears up for ever; nothing but the gun moves."""
    plan = street(gun=(GunPlan(kind, 400.0),), queen=QueenPlan(queen_x, 5000.0, "hornless"))  # type: ignore[arg-type]
    simulation = start(plan, trust=trust)
    enter(simulation.world, *queen_of(simulation), QueenState.CALLING)
    queen_of(simulation)[0].age = -100_000
    return simulation


def test_a_battery_fires_missiles_that_find_her() -> None:
    simulation = battlefield()
    events = play(simulation, 400)
    assert of(MissileLaunched, events)
    assert of(MissileHit, events)
    assert {event.damage for event in of(QueenHurt, events)} == {MISSILE_DAMAGE}


def test_a_tank_fires_shells_at_once() -> None:
    simulation = battlefield("tank")
    assert of(GunFired, simulation.step())
    assert queen_of(simulation)[0].vitality == 5000 - SHELL_DAMAGE


def test_a_tank_holds_its_fire_out_of_range() -> None:
    assert not of(GunFired, play(battlefield("tank", queen_x=400 + TANK_RANGE + 10), 60))


@pytest.mark.parametrize("kind", ["battery", "tank"])
def test_a_gun_must_reload(kind: str) -> None:
    events = play(battlefield(kind), RELOAD[kind] - 1)
    assert len(of(GunFired, events)) + len(of(MissileLaunched, events)) == 1


@pytest.mark.parametrize(("trust", "fires"), [(TRUSTED, True), (TRUSTED - 0.1, False), (0.0, False)])
def test_they_fire_while_the_city_trusts_him(trust: float, fires: bool) -> None:
    assert bool(of(MissileLaunched, play(battlefield(trust=trust), 5))) is fires


@pytest.mark.parametrize("state", [QueenState.ABSENT, QueenState.COLLAPSED, QueenState.BURROW])
def test_nobody_fires_at_one_who_is_down(state: QueenState) -> None:
    simulation = battlefield()
    enter(simulation.world, *queen_of(simulation), state)
    assert not of(MissileLaunched, play(simulation, 60))


def test_a_missile_whose_target_is_gone_does_not_fly_for_ever() -> None:
    simulation = battlefield()
    play(simulation, 20)
    assert simulation.world.entities.count(Missile) == 1
    enter(simulation.world, *queen_of(simulation), QueenState.ABSENT)
    play(simulation, 500)
    assert simulation.world.entities.count(Missile) == 0


def test_jets_hit_her_wings_and_are_gone() -> None:
    opening = OnStart(do=(Scripted("queen_takes_wing"), Army(fighters=2)))
    plan = street(width=2560, queen=QueenPlan(1000.0, absent=True), scene=story((opening,)))
    simulation = start(plan)
    assert len(of(WingsHit, play(simulation, 320))) == 2
    play(simulation, 600)
    assert simulation.world.entities.count(Fighter) == 0


def test_jets_come_from_beyond_the_picture() -> None:
    simulation = start(street(scene=story((OnStart(do=(Army(fighters=1),)),))))
    play(simulation, 1)
    ((_, body),) = [
        (entity, simulation.world.entities.get(type(simulation.world.gamera_body), entity))
        for entity, _ in simulation.world.entities.each(Fighter)
    ]
    assert body.x <= GAMERA_X - 600
