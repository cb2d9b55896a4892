"""What the pages say of each stage of the film: its name, its colours, the hour, what is asked, what became of it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from game.view.language import message, message_as


class Chapter(NamedTuple):
    """One stage. Colours are names of the palette, words are English."""

    name: str
    kanji: str
    card: str  # the style of glyphs on its card: the longer the name, the smaller
    accent: str
    when: str
    words: str
    headline: str  # of its result, when it was won
    day: str  # in the head of its order
    speaker: str
    speech: str  # three lines of 24 letters
    places: tuple[tuple[str, str, str], ...]  # on the map: place, colour, state; the last one is tonight's
    routes: int  # how far the ways on the map have come: as many legs as are drawn
    in_ruins: str = ""  # the headline where less than half of the city stands
    city_falls: bool = False  # as in the film, whatever was saved before: nothing of it is counted


CHAPTERS: Final[Mapping[str, Chapter]] = MappingProxyType(
    {
        "sapporo": Chapter(
            message("SAPPORO"),
            "札幌",
            "card",
            "volt3",
            message("SNOW, NIGHT"),
            message("A FLOWER STANDS ON THE DEPARTMENT STORE"),
            message("SAPPORO STANDS"),
            message("DAY 3 · 23:10"),
            "watarase",
            message("SOMETHING IS COMING UP\nTHE COAST. HOLD FIRE\nUNTIL I SAY SO."),
            (("sapporo", "gold", message_as("map", "OXYGEN 30%")),),
            1,
            in_ruins=message("THE FLOWER IS GONE"),
        ),
        "sendai": Chapter(
            message("SENDAI"),
            "仙台",
            "card",
            "orange",
            message("RAIN, DUSK"),
            message("THE SECOND FLOWER"),
            message("SENDAI IS GONE"),
            message("DAY 5 · 17:40"),
            "watarase",
            message("FOUR HOURS TO EMPTY A\nCITY. GIVE THEM ALL\nTHE TIME YOU CAN."),
            (("sapporo", "lime", message_as("map", "HELD")), ("sendai", "gold", message_as("map", "OXYGEN 40%"))),
            3,
            city_falls=True,
        ),
        "vigil": Chapter(
            message("VIGIL"),
            "祈り",
            "card",
            "pale",
            message("ASH, SILENCE"),
            message("HOLD THE LIGHT"),
            message("HE OPENED HIS EYES"),
            message("DAY 8 · 04:15"),
            "asagi",
            message("HE IS NOT DEAD.\nI WOULD KNOW.\nPLEASE LET ME STAY."),
            (("sapporo", "lime", message_as("map", "HELD")), ("sendai", "rose", message_as("map", "LOST"))),
            3,
        ),
        "tokyo": Chapter(
            message("TOKYO"),
            "東京",
            "card",
            "volt2",
            message("NIGHT, THE SUBURBS"),
            message("THE SWARM COMES FOR THE LIGHTS"),
            message("TOKYO HELD"),
            message("DAY 9 · 02:40"),
            "watarase",
            message("WE SHOT AT HIM ONCE.\nTONIGHT WE HOLD THE\nWIRES FOR HIM."),
            (
                ("sapporo", "lime", message_as("map", "HELD")),
                ("sendai", "rose", message_as("map", "LOST")),
                ("tokyo", "gold", message_as("map", "04:20")),
            ),
            5,
            in_ruins=message("THE LINE HELD"),
        ),
        "legion": Chapter(
            message("LEGION"),
            "レギオン",
            "card_of_four",
            "rose",
            message("BEFORE DAWN"),
            message("STOP HER AT THE LINE"),
            message("SHE HAS FALLEN"),
            message("DAY 9 · 04:35"),
            "honami",
            message("WITHOUT THE HORN SHE IS\nBLIND TO THE LIGHTS.\nIT HAS TO COME OFF."),
            (
                ("sapporo", "lime", message_as("map", "HELD")),
                ("sendai", "rose", message_as("map", "LOST")),
                ("tokyo", "gold", message_as("map", "THE QUEEN")),
            ),
            5,
        ),
        "dawn": Chapter(
            message("DAWN"),
            "夜明け",
            "card_of_three",
            "gold",
            message("FIRST LIGHT"),
            message("LOOK UP"),
            message("MORNING"),
            message("DAY 9 · 05:02"),
            "soldier",
            message("IS IT OVER, SIR?\nSIR?\nTHE GROUND IS MOVING."),
            (
                ("sapporo", "lime", message_as("map", "HELD")),
                ("sendai", "rose", message_as("map", "LOST")),
                ("tokyo", "gold", message_as("map", "05:04")),
            ),
            5,
        ),
    }
)

SWARM: Final = Chapter(
    message("SWARM"),
    "レギオン",
    "card_of_four",
    "rose",
    message("NIGHT, WITHOUT END"),
    message("HOW LONG CAN YOU HOLD?"),
    message("OVERRUN"),
    message("NO DAY, NO HOUR"),
    "soldier",
    message("THERE IS NO END TO THEM,\nSIR. THEN THERE SHALL BE\nNONE TO US EITHER."),
    (
        ("sapporo", "rose", message_as("map", "SWARM")),
        ("sendai", "rose", message_as("map", "SWARM")),
        ("tokyo", "gold", message_as("map", "HOLD")),
    ),
    5,
)


STANDS_FROM: Final = 0.5  # of a city's blocks


def headline_of(chapter: Chapter, city: float) -> str:
    """Of a result that was won; `city` is the share of its blocks that stand."""
    return chapter.in_ruins if chapter.in_ruins and city < STANDS_FROM else chapter.headline


def chapter_of(stage: str) -> Chapter | None:
    """Also of the swarm, which is no stage of the film; None for all others."""
    return SWARM if stage == "swarm" else CHAPTERS.get(stage)
