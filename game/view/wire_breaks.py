"""Spans that came down: their wires whip, hang from both pylons, and lie on the street."""

import numpy as np
import pygame

from game.sim.events import CircuitBroken, Event
from game.sim.power import CircuitState
from game.sim.units import GROUND_Y
from game.sim.world import World
from game.view.lens import Lens
from game.view.sheets import Strip

WIRE, SHADE = (92, 102, 146), (24, 26, 48)
WHIP_TICKS = 32  # as long as the strips `wire_whip` last
WHIP_LATER = 3  # ticks from one conductor to the next
SWING = 11.0  # px a hanging end still swings when it has whipped out
SWING_TICKS, SWING_FADES = 52.0, 70.0
LEAN = (40.0, 62.0, 88.0)  # px a hanging wire has gone in from its pylon where it meets the street, lowest first
LIES = (64.0, 96.0, 40.0)  # px of it on the street
STREET_Y = (306.0, 312.0, 318.0)  # where they lie
SPARKS_TICKS = 500  # the ends spit for so long
SPARK_EVERY = 46  # ticks; in each slot an end spits once


class WireBreaks:
    def __init__(self, whips: dict[str, Strip], spark: Strip, *, spits: bool = True) -> None:
        """`whips`: the strips of a wire whipping from a pylon to its `right` and to its `left`."""
        self._spits = spits
        self._whips = whips
        self._spark = spark
        self._fallen: dict[int, tuple[int, int]] = {}  # circuit: the span that came down, ticks ago

    def observe(self, world: World, events: list[Event]) -> None:
        circuits = world.grid.circuits
        self._fallen = {
            which: (span, age + 1)
            for which, (span, age) in self._fallen.items()
            if circuits[which].state is CircuitState.BROKEN
        }
        for event in events:
            if isinstance(event, CircuitBroken):
                self._fallen[event.circuit] = event.span, 0

    def is_down(self, world: World, span: int) -> bool:
        """Of a broken circuit whose fall nobody saw (the game went on from a snapshot), the first span is down."""
        which, _, _ = world.lines.spans[span]
        if world.grid.circuits[which].state is not CircuitState.BROKEN:
            return False
        seen = self._fallen.get(which)
        return (seen[0] if seen else world.lines.circuit_of_span.index(which)) == span

    def draw(self, lens: Lens, world: World, span: int, insulators: tuple[tuple[float, float], ...]) -> None:
        """The wires of a span that is down; of each insulator the px in from the pylon and below its `top`."""
        which, left, right = world.lines.spans[span]
        age = self._fallen.get(which, (span, SPARKS_TICKS))[1]
        for pylon, inward in ((world.stage.pylon[left], 1), (world.stage.pylon[right], -1)):
            for number, (reach, below) in enumerate(insulators):
                x, top = pylon.x + reach * inward, pylon.top + below
                whipped = age - WHIP_LATER * number
                if whipped < WHIP_TICKS:
                    frame = self._whips["right" if inward > 0 else "left"].at(max(0, whipped))
                    lens.blit(frame.image, x, top, frame.pivot_x, frame.pivot_y)
                    continue
                points = _hanging(x, top, inward, number, whipped - WHIP_TICKS)
                spots = [lens.spot(x, y) for x, y in points]
                pygame.draw.lines(lens.canvas, SHADE, False, [(x, y + 1) for x, y in spots])
                pygame.draw.lines(lens.canvas, WIRE, False, spots)
                self._spit(lens, age, span * 2 + number, points[-1])

    def _spit(self, lens: Lens, age: int, seed: int, end: tuple[float, float]) -> None:
        slot, since = divmod(age + seed * 17, SPARK_EVERY)
        if self._spits and age < SPARKS_TICKS and (slot * 5 + seed) % 3 == 0 and since < 15:
            frame = self._spark.at(since)
            lens.blit(frame.image, end[0], end[1] - 2, frame.pivot_x, frame.pivot_y)
            lens.light("blue", 48, *end, 0.7 - since / 24)


def _hanging(x: float, top: float, inward: int, number: int, age: int) -> list[tuple[float, float]]:
    """World points down from the pylon at `x` to the street and along it."""
    swing = SWING * np.exp(-age / SWING_FADES) * np.sin(2 * np.pi * age / SWING_TICKS)
    street = STREET_Y[number]
    down = np.linspace(0.0, 1.0, 12)
    hang_x = x + inward * LEAN[number] * down**2.4 + swing * np.sin(np.pi * down) * down
    hang_y = top + (street - top) * down
    along = np.linspace(0.1, 1.0, 8)
    lie_x = x + inward * (LEAN[number] + LIES[number] * along)
    lie_y = np.minimum(street + 3 * np.sin(along * 7 + number), GROUND_Y + 50)
    return [*zip(hang_x.tolist(), hang_y.tolist(), strict=True), *zip(lie_x.tolist(), lie_y.tolist(), strict=True)]
