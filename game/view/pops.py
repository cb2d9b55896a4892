"""Signs that rise: how many a surge burned or a fireball caught, that a dark district draws nobody any more, and what
the city lost where.
"""

from dataclasses import dataclass, replace

from game.sim.content.city import BLOCK_COUNTS
from game.sim.events import (
    BlockDamaged,
    CircuitSurged,
    DistrictSwitched,
    Event,
    FireballExploded,
    SoldierBurned,
    SoldierElectrocuted,
    SoldiersCrossedLine,
    SurgeEnded,
)
from game.sim.stage import District
from game.sim.units import VIEW_WIDTH
from game.sim.world import World
from game.view.language import Language, Sentence, message
from game.view.lens import Lens
from game.view.motion import ease_out
from game.view.text import Align, Edge, Typeface

SURGE_FROM, BLAST_FROM = 5, 4  # killed at once that are worth a number
GREAT_FROM = 40  # killed at once that are worth twice the size
POP_TICKS = 70
RISE = 26.0  # px
ABOVE_WIRE = 30.0  # px
DISTRICT_Y = 186.0  # of the sign, over most roofs and heads
LIT_SIGN, UNLIT_SIGN = (message("+PULL"), "orange"), (message("-PULL"), "volt3")
EDGE = 60.0  # px from the picture's edge within which no sign is put
BLOCK_SIGN_Y, LINE_SIGN_Y = 210.0, 240.0  # over a heap of rubble; over who runs across the line
CROSSED_SUMMED = 60  # ticks; soldiers that cross the line within them share a sign


@dataclass(frozen=True, slots=True)
class Pop:
    """A number on its way up."""

    text: str
    colour: str
    scale: int
    x: float
    y: float
    age: int = 0
    until: float | None = None  # world x to which what it speaks of reaches: the sign stands mid-view of that


@dataclass(frozen=True, slots=True)
class Fallen:
    """Where the victims of a running surge fell, summed up."""

    count: int = 0
    sum_x: float = 0.0
    sum_y: float = 0.0

    def with_one(self, x: float, y: float) -> "Fallen":
        return Fallen(self.count + 1, self.sum_x + x, self.sum_y + y)


class Pops:
    def __init__(self, typeface: Typeface, districts: tuple[District, ...] = ()) -> None:
        self._typeface = typeface
        self._districts = districts
        self._pops: list[Pop] = []
        self._surges: dict[int, Fallen] = {}  # by circuit
        self._crossed = 0  # soldiers, since the last sign that told of them

    def observe(self, world: World, events: list[Event]) -> None:
        """One tick."""
        self._pops = [replace(pop, age=pop.age + 1) for pop in self._pops if pop.age + 1 < POP_TICKS]
        burned = sum(isinstance(event, SoldierBurned) for event in events)
        for event in events:
            match event:
                case CircuitSurged(circuit=circuit):
                    self._surges[circuit] = Fallen()
                case SoldierElectrocuted(circuit=circuit, x=x, y=y):
                    self._surges[circuit] = self._surges.get(circuit, Fallen()).with_one(x, y)
                case SurgeEnded(circuit=circuit):
                    self._count_surge(self._surges.pop(circuit, Fallen()))
                case DistrictSwitched(district=number, dark=dark):
                    district, sign = self._districts[number], UNLIT_SIGN if dark else LIT_SIGN
                    self._pops.append(Pop(*sign, 1, district.left, DISTRICT_Y, until=district.right))
                case FireballExploded(x=x, y=y, radius=radius) if burned >= BLAST_FROM:
                    self._pops.append(Pop(f"+{burned}", "gold", 1, x, y - radius * 0.6))
                case BlockDamaged(x=x, stage=2):
                    self._tell_loss(world, BLOCK_COUNTS, x, BLOCK_SIGN_Y)
                case SoldiersCrossedLine(count=count):
                    self._crossed += count
        line = world.stage.line
        if line is not None and self._crossed and world.tick % CROSSED_SUMMED == 0:
            self._tell_loss(world, self._crossed, line.x, LINE_SIGN_Y)
            self._crossed = 0

    def _tell_loss(self, world: World, weight: int, x: float, y: float) -> None:
        """`weight`: as many soldiers past the line would have cost as much."""
        holds = world.line_holds()
        if holds:
            self._pops.append(Pop(Sentence("CITY -{percent}%", percent=max(1, 100 * weight // holds)), "rose", 1, x, y))

    def draw(self, lens: Lens, language: Language) -> None:
        for pop in self._pops:
            x, y = lens.spot(pop.x, pop.y - RISE * ease_out(pop.age, POP_TICKS))
            if pop.until is not None:
                right = min(pop.until - lens.left, VIEW_WIDTH)
                x = round((max(0, x) + right) / 2)
                if not EDGE < x < VIEW_WIDTH - EDGE:
                    continue
            self._typeface.draw(
                lens.canvas,
                language.say(pop.text),
                x,
                y,
                pop.colour,
                align=Align.CENTRE,
                scale=pop.scale,
                edge=Edge.OUTLINE,
            )

    def __len__(self) -> int:
        return len(self._pops)

    def _count_surge(self, fallen: Fallen) -> None:
        if fallen.count >= SURGE_FROM:
            x, y = fallen.sum_x / fallen.count, fallen.sum_y / fallen.count
            scale = 2 if fallen.count >= GREAT_FROM else 1
            self._pops.append(Pop(f"+{fallen.count}", "volt3", scale, x, y - ABOVE_WIRE))
