"""Waves: soldiers on their way, sent by the story or, where a stage is endless, one after another for ever."""

import numpy as np

from game.sim.components import Body, Queen
from game.sim.events import ObjectiveMet, ObjectiveSet, SoldiersSpawned, WaveCame
from game.sim.soldiers import SoldierState
from game.sim.stage_file import MAX_SOLDIERS
from game.sim.systems.army import send_helicopters
from game.sim.systems.queen import call_wave
from game.sim.units import GROUND_Y
from game.sim.world import PendingWave, World

QUEEN_MOUTH = (-70.0, 120.0)  # px from her feet, where her brood comes out
EAST_HEIGHTS = (70.0, 285.0)  # y
AHEAD = (240.0, 420.0)  # px in front of Gamera: he meets them within seconds, and none comes out under him
CREEPING_SOURCES = ("ground", "ahead")  # these come out of the street; all others fly
CREEPING_Y = 295.0
SKY_SHARES = (0.35, 0.95)  # of the stage's width
SKY_Y = 8.0  # as high as a soldier flies: half of it is in the picture


def endless(world: World) -> None:
    """The next wave comes when its time is up, or early when hardly anyone is left of the last."""
    plan, direction = world.stage.endless, world.direction
    if plan is None or not world.playing:
        return
    direction.endless_age += 1
    routed = not direction.waves and world.soldiers.alive() < plan.early
    if direction.endless_wave and direction.endless_age < plan.every and not routed:
        return
    if direction.endless_wave:
        world.events.append(ObjectiveMet(direction.objective, direction.endless_wave))
    kind = plan.kind[direction.endless_wave % len(plan.kind)]
    direction.endless_wave += 1
    direction.endless_age = 0
    direction.objective = kind.name
    world.events += [WaveCame(direction.endless_wave, kind.name), ObjectiveSet(kind.name, direction.endless_wave)]
    whole = plan.count + plan.grows * (direction.endless_wave - 1)
    count = min(MAX_SOLDIERS, int(whole * kind.share / len(kind.sources)))
    for source in kind.sources:
        send_wave(world, count, kind.over, source)
    if plan.helicopters and direction.endless_wave % plan.helicopters == 0:
        send_helicopters(world, 1)


def send_wave(world: World, count: int, over: int, source: str) -> None:
    """`count` soldiers (times the difficulty's factor) will come within `over` ticks."""
    soldiers = max(1, int(count * world.options.row.wave))
    world.direction.waves.append(PendingWave(soldiers, soldiers, over, 0, source))
    if source == "queen":
        call_wave(world)


def spawn_waves(world: World) -> None:
    """A tick of all waves that were sent."""
    for wave in world.direction.waves:
        wave.age += 1
        due = wave.count * min(wave.age, wave.over) // wave.over
        coming = due - (wave.count - wave.left)
        if coming:
            wave.left -= coming
            _spawn(world, coming, wave.source)
    world.direction.waves = [wave for wave in world.direction.waves if wave.left]


def _spawn(world: World, count: int, source: str) -> None:
    dice, stage = world.dice, world.stage
    xs, ys = [], []
    mother_x = 0.0
    for _, _, body in world.entities.each(Queen, Body):
        mother_x = body.x
    for _ in range(count):
        match source:
            case "queen":
                xs.append(mother_x + QUEEN_MOUTH[0] + dice.between(-40, 40))
                ys.append(GROUND_Y - QUEEN_MOUTH[1] + dice.between(-50, 60))
            case "ground":
                xs.append(dice.between(stage.width * 0.45, stage.width * 0.8))
                ys.append(CREEPING_Y)
            case "ahead":
                hero = world.gamera_body
                xs.append(min(stage.width - 8.0, max(8.0, hero.x + hero.facing * dice.between(*AHEAD))))
                ys.append(CREEPING_Y)
            case "sky":
                xs.append(dice.between(*(stage.width * share for share in SKY_SHARES)))
                ys.append(SKY_Y)
            case _:
                xs.append(stage.width - 6 - dice.between(0, 40))
                ys.append(dice.between(*EAST_HEIGHTS))
    state = SoldierState.CRAWL if source in CREEPING_SOURCES else SoldierState.FLY
    world.soldiers.spawn(np.array(xs, np.float32), np.array(ys, np.float32), state, world.seed)
    world.tally.spawned += count
    world.events.append(SoldiersSpawned(count, xs[0], ys[0]))
