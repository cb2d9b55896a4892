"""Which events shake the pad, and how."""

from collections.abc import Iterable, Iterator

from game.sim.events import (
    CircuitSurged,
    ClawHit,
    Event,
    FireballExploded,
    GameraHurt,
    GameraKnockedDown,
    GameraLanded,
    RoarSounded,
)

Shake = tuple[float, float, int]  # heavy motor 0 to 1, light motor 0 to 1, milliseconds

SHAKES: dict[type[Event], Shake] = {
    ClawHit: (0.2, 0.5, 90),
    FireballExploded: (0.6, 0.4, 200),
    GameraHurt: (0.7, 0.7, 180),
    GameraKnockedDown: (1.0, 0.6, 350),
    GameraLanded: (0.5, 0.1, 120),
    CircuitSurged: (0.1, 0.8, 400),
    RoarSounded: (0.5, 0.3, 500),
}


def shakes_of(events: Iterable[Event]) -> Iterator[Shake]:
    """One shake for each event that has one."""
    for event in events:
        if type(event) in SHAKES:
            yield SHAKES[type(event)]
