"""How much of the running scene is left: the seconds or the soldiers that the rule which ends it waits for."""

from game.sim.stage import (
    AnyRule,
    Next,
    OnAliveBelow,
    OnGameraBefore,
    OnGameraPast,
    OnPerchedAbove,
    OnTime,
    Won,
)
from game.sim.units import TICKS_PER_SECOND
from game.sim.world import World


def scene_progress(world: World) -> str:
    """`0:34` to hold out, `57` soldiers to kill, `8/15` to lure; empty where a place or something else ends it."""
    direction = world.direction
    if not direction.objective or direction.scene < 0 or direction.script:
        return ""
    endings = [rule for rule in world.stage.scene[direction.scene].rule if _ends_scene(rule)]
    if any(isinstance(rule, OnGameraPast | OnGameraBefore) for rule in endings):
        return ""
    return next((words for rule in endings if (words := _left_for(world, rule))), "")


def _ends_scene(rule: AnyRule) -> bool:
    return any(isinstance(act, Next | Won) for act in rule.do)


def _left_for(world: World, rule: AnyRule) -> str:
    direction = world.direction
    match rule:
        case OnTime(ticks=ticks):
            seconds = max(0, -((direction.scene_age - ticks) // TICKS_PER_SECOND))
            return f"{seconds // 60}:{seconds % 60:02d}"
        case OnAliveBelow(count=count, after=after) if direction.scene_age > after and not direction.waves:
            return str(max(0, world.soldiers.alive() - count + 1))
        case OnPerchedAbove(count=count):
            return f"{min(world.perched_for(rule), count)}/{count}"
    return ""
