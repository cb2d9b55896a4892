"""The flower: soldiers feed it, oxygen climbs, and at a hundred per cent it throws its seed."""

import numpy as np

from game.sim.components import Body, Flower, FlowerState
from game.sim.content import flower as tuning
from game.sim.events import CityBlasted, OxygenRose, SeedLaunched
from game.sim.soldiers import SoldierState
from game.sim.units import GROUND_Y, TICKS_PER_SECOND
from game.sim.world import World

COUNT_EVERY = 4  # ticks between headcounts
LAUNCH_TICKS = 90  # from the launch to the end of the stage; the picture needs them


def flower(world: World) -> None:
    for _, plant, body in world.entities.each(Flower, Body):
        plant.age += 1
        if plant.state is not FlowerState.ROOTED or not world.playing or world.direction.script:
            continue
        if world.beat % COUNT_EVERY == 0:
            _count_feeding(world, plant, body)
        _climb(world, plant, body)


def _count_feeding(world: World, plant: Flower, body: Body) -> None:
    soldiers = world.soldiers
    near = soldiers.within(body.x, body.y - tuning.HEIGHT / 2, tuning.FEED_REACH + tuning.HEIGHT / 4)
    plant.feeding = int(np.count_nonzero(soldiers.state[near] <= SoldierState.FLY))


def _climb(world: World, plant: Flower, body: Body) -> None:
    plan = world.stage.flower
    assert plan is not None
    before = int(plant.oxygen) // 10
    rate = plan.climbs + plan.feeds * plant.feeding
    plant.oxygen = min(tuning.OXYGEN_FULL, plant.oxygen + rate * world.options.row.bite / TICKS_PER_SECOND)
    if int(plant.oxygen) // 10 > before:
        world.events.append(OxygenRose(int(plant.oxygen) // 10 * 10))
    if plant.oxygen >= tuning.OXYGEN_FULL:
        plant.state, plant.age = FlowerState.LAUNCHED, 0
        world.events.append(SeedLaunched(body.x))
        world.sum_field()


def blast(world: World, x: float, y: float) -> None:
    """A fireball burst at (x, y): at a flower full of oxygen it takes the city with it."""
    for _, plant, body in world.entities.each(Flower, Body):
        near = abs(x - body.x) < tuning.DANGER_REACH and y > GROUND_Y - tuning.HEIGHT * 1.6
        if plant.state is FlowerState.ROOTED and plant.oxygen >= tuning.OXYGEN_DANGER and near:
            plant.state, plant.age = FlowerState.BURNT, 0
            world.events.append(CityBlasted(body.x))
            world.sum_field()


def blast_factor(world: World) -> float:
    """How much oxygen widens a blast: 1 without a flower."""
    for _, plant in world.entities.each(Flower):
        if plant.state is FlowerState.ROOTED:
            return 1 + tuning.BLAST_GROWS * plant.oxygen / tuning.OXYGEN_FULL
    return 1.0
