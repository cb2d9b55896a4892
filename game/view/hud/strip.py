"""Where words stand: one strip under the gauges and over the highest wire, so that nothing lies on a line in use.

The radio has its left part and lessons have the rest, up to the ring of oxygen or light. The highest wires hang from
y = 102 down, those that soldiers sit on from y = 138.
"""

from typing import Final

OBJECTIVE_Y: Final = 51  # below the circuits and their supply
HIGH_OBJECTIVE_Y: Final = 34  # where there are none
OBJECTIVE_HEIGHT: Final = 13
HEIGHT: Final = 37  # px of the strip
LEFT: Final = 8
LESSON_LEFT, LESSON_RIGHT = 324, 576


def strip_top(*, has_circuits: bool) -> int:
    """y of the strip: right under the objective."""
    return (OBJECTIVE_Y if has_circuits else HIGH_OBJECTIVE_Y) + OBJECTIVE_HEIGHT + 1
