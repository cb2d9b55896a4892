"""The order of the film's stages."""

from game.sim.stage import Stage

STORY = ("sapporo", "sendai", "vigil", "tokyo", "legion", "dawn")
FIRST_STAGE = "tokyo"  # where PLAY begins
LAB = "lab"


def stage_number(stage: Stage) -> int:
    """Its place in the story, from 1; 0 for one that is not part of it."""
    return STORY.index(stage.id) + 1 if stage.id in STORY else 0
