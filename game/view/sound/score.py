"""Which cue a moment of a stage asks for."""

from game.sim.stage import Music
from game.sim.world import World


def cue_of(world: World) -> str:
    """The stage's own cue, or the one its scenes have asked for last.

    It follows from the world alone, so a stage that goes on from a checkpoint finds its music again. Scenes that are
    over count with all their rules.
    """
    direction, cue = world.direction, world.stage.music
    for number, scene in enumerate(world.stage.scene[: direction.scene + 1]):
        fired = direction.fired if number == direction.scene else range(len(scene.rule))
        for rule in fired:
            for act in scene.rule[rule].do:
                if isinstance(act, Music):
                    cue = act.cue
    return cue
