"""Who plays with what, kept from one start to the next: each device takes its seat again when it is there again."""

from collections import Counter
from types import MappingProxyType
from typing import Final

from game.play.context import Context
from game.play.seats import KEYBOARD, Role
from game.play.settings import SeatName

NAMES: Final[MappingProxyType[Role, SeatName]] = MappingProxyType(
    {Role.GAMERA: "gamera", Role.SHARED: "shared", Role.GRID: "grid"}
)
ROLES: Final[MappingProxyType[SeatName, Role]] = MappingProxyType({name: role for role, name in NAMES.items()})


def remember_seats(context: Context) -> bool:
    """Puts the present seats into the settings. Pads that are not plugged in keep the seat they had.

    Returns whether the settings had others.
    """
    seats, settings = context.input.seats, context.settings
    here = context.pads.plugged_in()
    absent = Counter(settings.grid_pads) - Counter(name for _, name in here)
    before = settings.keyboard_seat, settings.grid_pads
    if settings.keyboard_seat != "grid" or seats.role(KEYBOARD) is not Role.GAMERA or _pad_plays_gamera(context):
        settings.keyboard_seat = NAMES[seats.role(KEYBOARD)]  # else it only stands in for a pad that is not there
    settings.grid_pads = [name for instance, name in here if seats.at_grid(instance)] + list(absent.elements())
    return before != (settings.keyboard_seat, settings.grid_pads)


def restore_seats(context: Context) -> None:
    """At the start, and whenever a pad was plugged in or unplugged.

    The keyboard works the grid alone only while there is a pad to play Gamera with; without one it is Gamera's.
    """
    seats, settings = context.input.seats, context.settings
    here = context.pads.plugged_in()
    missing = Counter(settings.grid_pads) - Counter(name for instance, name in here if seats.at_grid(instance))
    for instance, name in here:
        if missing[name] and not seats.at_grid(instance):
            seats.join(instance)
            missing[name] -= 1
    role = ROLES[settings.keyboard_seat]
    if role is Role.GRID and not _pad_plays_gamera(context):
        role = Role.GAMERA
    if role is not seats.role(KEYBOARD):
        seats.assign(KEYBOARD, role)


def _pad_plays_gamera(context: Context) -> bool:
    return any(not context.input.seats.at_grid(instance) for instance, _ in context.pads.plugged_in())
