"""What the pages say of each stage of the film: its name, its colours, the hour, what is asked, what became of it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class Chapter(NamedTuple):
    """One stage. Colours are names of the palette."""

    name: str
    kanji: str
    card: str  # the style of glyphs on its card: the longer the name, the smaller
    accent: str
    when: str
    words: str
    headline: str  # of its result, when it was won
    day: str  # in the head of its order
    speaker: str
    speech: tuple[str, ...]  # three lines of 24 letters
    places: tuple[tuple[str, str, str], ...]  # on the map: place, colour, state; the last one is tonight's
    routes: int  # how far the ways on the map have come: as many legs as are drawn


CHAPTERS: Final[Mapping[str, Chapter]] = MappingProxyType(
    {
        "sapporo": Chapter(
            "SAPPORO",
            "札幌",
            "card",
            "volt3",
            "SNOW, NIGHT",
            "A FLOWER STANDS ON THE DEPARTMENT STORE",
            "SAPPORO STANDS",
            "DAY 3 · 23:10",
            "watarase",
            ("SOMETHING IS COMING UP", "THE COAST. HOLD FIRE", "UNTIL I SAY SO."),
            (("sapporo", "gold", "OXYGEN 30%"),),
            1,
        ),
        "sendai": Chapter(
            "SENDAI",
            "仙台",
            "card",
            "orange",
            "RAIN, DUSK",
            "THE SECOND FLOWER",
            "SENDAI IS GONE",
            "DAY 5 · 17:40",
            "watarase",
            ("FOUR HOURS TO EMPTY A", "CITY. GIVE THEM ALL", "THE TIME YOU CAN."),
            (("sapporo", "lime", "HELD"), ("sendai", "gold", "OXYGEN 40%")),
            3,
        ),
        "vigil": Chapter(
            "VIGIL",
            "祈り",
            "card",
            "pale",
            "ASH, SILENCE",
            "HOLD THE LIGHT",
            "HE OPENED HIS EYES",
            "DAY 8 · 04:15",
            "asagi",
            ("HE IS NOT DEAD.", "I WOULD KNOW.", "PLEASE LET ME STAY."),
            (("sapporo", "lime", "HELD"), ("sendai", "rose", "LOST")),
            3,
        ),
        "tokyo": Chapter(
            "TOKYO",
            "東京",
            "card",
            "volt2",
            "NIGHT, THE SUBURBS",
            "THE SWARM COMES FOR THE LIGHTS",
            "TOKYO HELD",
            "DAY 9 · 02:40",
            "watarase",
            ("WE SHOT AT HIM ONCE.", "TONIGHT WE HOLD THE", "WIRES FOR HIM."),
            (("sapporo", "lime", "HELD"), ("sendai", "rose", "LOST"), ("tokyo", "gold", "04:20")),
            5,
        ),
        "legion": Chapter(
            "LEGION",
            "レギオン",
            "card_of_four",
            "rose",
            "BEFORE DAWN",
            "STOP HER AT THE LINE",
            "SHE HAS FALLEN",
            "DAY 9 · 04:35",
            "honami",
            ("WITHOUT THE HORN SHE IS", "BLIND TO THE LIGHTS.", "IT HAS TO COME OFF."),
            (("sapporo", "lime", "HELD"), ("sendai", "rose", "LOST"), ("tokyo", "gold", "THE QUEEN")),
            5,
        ),
        "dawn": Chapter(
            "DAWN",
            "夜明け",
            "card_of_three",
            "gold",
            "FIRST LIGHT",
            "LOOK UP",
            "MORNING",
            "DAY 9 · 05:02",
            "soldier",
            ("IS IT OVER, SIR?", "SIR?", "THE GROUND IS MOVING."),
            (("sapporo", "lime", "HELD"), ("sendai", "rose", "LOST"), ("tokyo", "gold", "05:04")),
            5,
        ),
    }
)

SWARM: Final = Chapter(
    "SWARM",
    "レギオン",
    "card_of_four",
    "rose",
    "NIGHT, WITHOUT END",
    "HOW LONG CAN YOU HOLD?",
    "OVERRUN",
    "NO DAY, NO HOUR",
    "soldier",
    ("THERE IS NO END TO THEM,", "SIR. THEN THERE SHALL BE", "NONE TO US EITHER."),
    (("sapporo", "rose", "SWARM"), ("sendai", "rose", "SWARM"), ("tokyo", "gold", "HOLD")),
    5,
)


def chapter_of(stage: str) -> Chapter | None:
    """Also of the swarm, which is no stage of the film; None for all others."""
    return SWARM if stage == "swarm" else CHAPTERS.get(stage)
