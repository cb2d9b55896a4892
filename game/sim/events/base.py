"""The base of all events."""

import msgspec


class Event(msgspec.Struct, frozen=True):
    """Something that happened."""
