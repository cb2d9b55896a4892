"""City blocks: size, strength, glow. A new kind is one row here and one strip of the sheet `tokyo_city`."""

from typing import NamedTuple


class BlockKind(NamedTuple):
    width: int  # px
    height: int  # px; soldiers land on the roof
    strength: float  # damage it takes until it collapses; a claw does 30, a bite 1
    glow: float  # its lights' potential at the wall; falls as 1/(distance + 150 px)


BLOCKS = {
    "house": BlockKind(width=70, height=46, strength=90.0, glow=7.0),
    "shop": BlockKind(width=60, height=66, strength=130.0, glow=13.0),
    "apartment": BlockKind(width=100, height=92, strength=220.0, glow=15.0),
    "tower": BlockKind(width=84, height=146, strength=340.0, glow=18.0),
}
BLOCK_COUNTS = 7  # a collapsed block weighs as much as this many soldiers past the line
BROKEN_BELOW = 0.5  # share of strength under which a block shows damage and half its lights
